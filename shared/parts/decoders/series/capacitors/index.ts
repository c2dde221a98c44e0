/** Series of capacitors. */
import type { SeriesTable } from '../../table.ts';
import {
  chemiConRadial,
  chemiConSmd,
  cornellDubilier,
  kemetAluminium,
  lelon,
  nichicon,
  panasonicLeaded,
  panasonicSmd,
  rubyconRadial,
  rubyconSmd,
} from './aluminium.ts';
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
import { epcosMkt, epcosX2, kemetFilm, panasonicFilm, wima } from './film.ts';
import { kemetC, kemetC3, kemetCbr } from './kemet.ts';
import { avxAccuP, avxSkycap, murataRde, tdkFg, vishayK } from './leaded.ts';
import { murataChip, murataGa, murataGnm, murataKrm, murataLll } from './murata.ts';
import {
  chemiConPolymer,
  kemetPolymer,
  lelonPolymer,
  nichiconPolymer,
  panasonicHybrid,
  panasonicOscon,
  panasonicSpCap,
} from './polymer.ts';
import { samsungCl } from './samsung.ts';
import { eaton, kemetSupercap, panasonicGoldCap } from './supercap.ts';
import { taiyoYudenNew, taiyoYudenOld } from './taiyo-yuden.ts';
import { avxF93, avxTantalum, kemetTantalum, panasonicPoscap, vishayTantalum } from './tantalum.ts';
import { tdkC, tdkCga, tdkCkg } from './tdk.ts';
import { fenghuaChip, multicompChip, walsinChip } from './walsin.ts';
import { wuerthCsgp } from './wuerth.ts';
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
  wuerthCsgp,
  vishayK,
  avxSkycap,
  murataRde,
  tdkFg,
  avxAccuP,
  kemetTantalum,
  avxTantalum,
  avxF93,
  vishayTantalum,
  panasonicPoscap,
  panasonicSmd,
  panasonicLeaded,
  nichicon,
  chemiConRadial,
  chemiConSmd,
  rubyconRadial,
  rubyconSmd,
  lelon,
  cornellDubilier,
  kemetAluminium,
  panasonicOscon,
  panasonicHybrid,
  panasonicSpCap,
  nichiconPolymer,
  chemiConPolymer,
  lelonPolymer,
  kemetPolymer,
  wima,
  epcosMkt,
  epcosX2,
  kemetFilm,
  panasonicFilm,
  eaton,
  panasonicGoldCap,
  kemetSupercap,
];
