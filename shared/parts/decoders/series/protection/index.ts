/** Series of fuses, varistors, switches and relays, and of parts that are listed one by one. */
import type { SeriesTable } from '../../table.ts';
import * as fuses from './fuses.ts';
import * as relays from './relays.ts';
import { sundries } from './sundries.ts';
import * as switches from './switches.ts';
import * as varistors from './varistors.ts';

export const protectionSeries: readonly SeriesTable[] = [
  ...Object.values(fuses),
  ...Object.values(varistors),
  ...Object.values(switches).flat(),
  ...Object.values(relays),
  ...sundries,
];
