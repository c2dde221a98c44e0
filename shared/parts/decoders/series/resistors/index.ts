/** Series of resistors. */
import type { SeriesTable } from '../../table.ts';
import { koaRk73b, koaRk73h, koaRk73z } from './koa.ts';
import { panasonicErjGeneral, panasonicErjPrecision } from './panasonic.ts';
import { stackpoleRmcf } from './stackpole.ts';
import { uniroyalChip } from './uniroyal.ts';
import { vishayCrcw, vishayCrcw0201, vishayCrcwCommodity } from './vishay.ts';
import { yageoRc } from './yageo.ts';

export const resistorSeries: readonly SeriesTable[] = [
  yageoRc,
  vishayCrcw,
  vishayCrcw0201,
  vishayCrcwCommodity,
  panasonicErjGeneral,
  panasonicErjPrecision,
  stackpoleRmcf,
  koaRk73h,
  koaRk73b,
  koaRk73z,
  uniroyalChip,
];
