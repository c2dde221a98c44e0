/** Series of diodes, transistors, optocouplers and LEDs. */
import type { SeriesTable } from '../../table.ts';

export const discreteSeries: readonly SeriesTable[] = [];
