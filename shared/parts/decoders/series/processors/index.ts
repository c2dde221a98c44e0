/** Series of microcontrollers, processors, memory and modules. */
import type { SeriesTable } from '../../table.ts';

export const processorSeries: readonly SeriesTable[] = [];
