/** Series of connectors. */
import type { SeriesTable } from '../../table.ts';
import { harwin } from './harwin.ts';
import { hirose } from './hirose.ts';
import { jst } from './jst.ts';
import { molex } from './molex.ts';
import { samtec } from './samtec.ts';
import { sullins } from './sullins.ts';
import { wuerth } from './wuerth.ts';

export const connectorSeries: readonly SeriesTable[] = [harwin, hirose, jst, molex, samtec, sullins, wuerth];
