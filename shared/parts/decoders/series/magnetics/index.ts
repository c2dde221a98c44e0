/** Series of inductors, ferrite beads, chokes and filters. */
import type { SeriesTable } from '../../table.ts';
import { murataChokes, murataFerrites, murataFilters, murataInductors } from './murata.ts';
import { taiyoYudenFerrites, taiyoYudenInductors } from './taiyo-yuden.ts';
import { tdkChokes, tdkFerrites, tdkInductors } from './tdk.ts';

export const magneticsSeries: readonly SeriesTable[] = [
  murataFerrites,
  murataInductors,
  murataChokes,
  murataFilters,
  tdkFerrites,
  tdkInductors,
  tdkChokes,
  taiyoYudenFerrites,
  taiyoYudenInductors,
];
