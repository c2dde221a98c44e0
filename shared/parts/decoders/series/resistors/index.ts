/** Series of resistors. */
import type { SeriesTable } from '../../table.ts';
import { asianResistors } from './asian.ts';
import { bournsResistors } from './bourns.ts';
import { koaResistors } from './koa.ts';
import { multicompResistors } from './multicomp.ts';
import { panasonicResistors } from './panasonic.ts';
import { rohmResistors } from './rohm.ts';
import { samsungResistors } from './samsung.ts';
import { specialResistors } from './special.ts';
import { stackpoleResistors } from './stackpole.ts';
import { susumuResistors } from './susumu.ts';
import { teResistors } from './te.ts';
import { thermistors } from './thermistors.ts';
import { uniroyalResistors } from './uniroyal.ts';
import { vishayResistors } from './vishay.ts';
import { walsinResistors } from './walsin.ts';
import { yageoResistors } from './yageo.ts';

export const resistorSeries: readonly SeriesTable[] = [
  ...yageoResistors,
  ...vishayResistors,
  ...panasonicResistors,
  ...stackpoleResistors,
  ...koaResistors,
  ...uniroyalResistors,
  ...samsungResistors,
  ...bournsResistors,
  ...teResistors,
  ...rohmResistors,
  ...susumuResistors,
  ...walsinResistors,
  ...multicompResistors,
  ...asianResistors,
  ...specialResistors,
  ...thermistors,
];
