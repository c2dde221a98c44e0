/** Series of fuses, varistors, switches and relays. */
import type { SeriesTable } from '../../table.ts';

export const protectionSeries: readonly SeriesTable[] = [];
