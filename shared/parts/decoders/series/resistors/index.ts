/** Series of resistors. */
import type { SeriesTable } from '../../table.ts';
import { koaResistors } from './koa.ts';
import { panasonicResistors } from './panasonic.ts';
import { stackpoleResistors } from './stackpole.ts';
import { uniroyalResistors } from './uniroyal.ts';
import { vishayResistors } from './vishay.ts';
import { yageoResistors } from './yageo.ts';

export const resistorSeries: readonly SeriesTable[] = [
  ...yageoResistors,
  ...vishayResistors,
  ...panasonicResistors,
  ...stackpoleResistors,
  ...koaResistors,
  ...uniroyalResistors,
];
