/** Series of inductors, ferrite beads, chokes and filters. */
import type { SeriesTable } from '../../table.ts';

export const magneticsSeries: readonly SeriesTable[] = [];
