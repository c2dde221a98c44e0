/** Series of connectors. */
import type { SeriesTable } from '../../table.ts';
import { amass } from './amass.ts';
import { amphenol } from './amphenol.ts';
import * as blocks from './blocks.ts';
import { harwin } from './harwin.ts';
import { hirose } from './hirose.ts';
import { jst } from './jst.ts';
import { lists } from './lists.ts';
import { molex } from './molex.ts';
import { phoenix } from './phoenix.ts';
import { sameSky } from './samesky.ts';
import { samtec } from './samtec.ts';
import { sullins } from './sullins.ts';
import { te } from './te.ts';
import { wuerth } from './wuerth.ts';
import { xkb } from './xkb.ts';

export const connectorSeries: readonly SeriesTable[] = [
  amass,
  amphenol,
  harwin,
  hirose,
  jst,
  molex,
  phoenix,
  sameSky,
  samtec,
  sullins,
  te,
  wuerth,
  xkb,
  ...Object.values(blocks),
  ...lists,
];
