/** Series of capacitors. */
import type { SeriesTable } from '../../table.ts';
import { avxChip, kyoceraCm, kyoceraKgm } from './avx.ts';
import {
  atc,
  cctcTcc,
  holyStone,
  johanson,
  knowlesSyfer,
  nicNmc,
  pdcChip,
  samwhaCs,
  sanyearC,
  vishayVj,
} from './chips.ts';
import { kemetC, kemetC3, kemetCbr } from './kemet.ts';
import { murataChip, murataGa, murataGnm, murataKrm, murataLll } from './murata.ts';
import { samsungCl } from './samsung.ts';
import { taiyoYudenNew, taiyoYudenOld } from './taiyo-yuden.ts';
import { tdkC, tdkCga, tdkCkg } from './tdk.ts';
import { fenghuaChip, multicompChip, walsinChip } from './walsin.ts';
import { yageoArray, yageoChip } from './yageo.ts';

export const capacitorSeries: readonly SeriesTable[] = [
  murataChip,
  murataLll,
  murataGa,
  murataKrm,
  murataGnm,
  samsungCl,
  yageoChip,
  yageoArray,
  tdkC,
  tdkCga,
  tdkCkg,
  kemetC,
  kemetCbr,
  kemetC3,
  avxChip,
  kyoceraKgm,
  kyoceraCm,
  atc,
  walsinChip,
  multicompChip,
  fenghuaChip,
  taiyoYudenOld,
  taiyoYudenNew,
  vishayVj,
  nicNmc,
  cctcTcc,
  samwhaCs,
  holyStone,
  sanyearC,
  pdcChip,
  johanson,
  knowlesSyfer,
];
