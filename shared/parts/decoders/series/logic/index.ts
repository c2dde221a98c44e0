/** Series of logic. */
import type { SeriesTable } from '../../table.ts';

export const logicSeries: readonly SeriesTable[] = [];
