/** Series of capacitors. */
import type { SeriesTable } from '../../table.ts';
import { kemetC0g, kemetX5r, kemetX7r } from './kemet.ts';
import { murataGcm, murataGjm, murataGrm } from './murata.ts';
import { samsungCl } from './samsung.ts';
import { tdkC } from './tdk.ts';
import { yageoCcClass2, yageoCcNpo } from './yageo.ts';

export const capacitorSeries: readonly SeriesTable[] = [
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
