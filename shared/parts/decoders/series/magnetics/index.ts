/** Series of inductors, ferrite beads, chokes and filters. */
import type { SeriesTable } from '../../table.ts';
import * as bourns from './bourns.ts';
import * as coilcraft from './coilcraft.ts';
import * as several from './several.ts';
import * as murata from './murata.ts';
import * as sunlord from './sunlord.ts';
import * as taiyoYuden from './taiyo-yuden.ts';
import * as tdk from './tdk.ts';
import * as wuerth from './wuerth.ts';

export const magneticsSeries: readonly SeriesTable[] = [
  murata,
  tdk,
  taiyoYuden,
  wuerth,
  sunlord,
  bourns,
  coilcraft,
  several,
].flatMap((tables) => Object.values(tables));
