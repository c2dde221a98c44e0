/** Series of crystals, oscillators and resonators. */
import type { SeriesTable } from '../../table.ts';

export const timingSeries: readonly SeriesTable[] = [];
