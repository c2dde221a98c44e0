/** Every series the product can read. A new manufacturer is a new table in `series/` and a line here. */
import { kemetC0g, kemetX5r, kemetX7r } from './series/kemet.ts';
import { koaRk73b, koaRk73h, koaRk73z } from './series/koa.ts';
import { murataGcm, murataGjm, murataGrm } from './series/murata.ts';
import { panasonicErjGeneral, panasonicErjPrecision } from './series/panasonic.ts';
import { samsungCl } from './series/samsung.ts';
import { stackpoleRmcf } from './series/stackpole.ts';
import { tdkC } from './series/tdk.ts';
import { uniroyalChip } from './series/uniroyal.ts';
import { vishayCrcw, vishayCrcw0201, vishayCrcwCommodity } from './series/vishay.ts';
import { yageoCcClass2, yageoCcNpo } from './series/yageo-capacitors.ts';
import { yageoRc } from './series/yageo-resistors.ts';
import type { SeriesTable } from './table.ts';

export const seriesTables: readonly SeriesTable[] = [
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
  murataGrm,
  murataGcm,
  murataGjm,
  samsungCl,
  yageoCcNpo,
  yageoCcClass2,
  tdkC,
  kemetC0g,
  kemetX7r,
  kemetX5r,
];
