/** Series of logic. */
import type { SeriesTable } from '../../table.ts';
import { nexperiaLogic } from './nexperia.ts';
import { diodesLogic, onsemiLogic, renesasLogic, stLogic, toshibaLogic } from './others.ts';
import { tiLogic } from './ti.ts';

export const logicSeries: readonly SeriesTable[] = [
  tiLogic,
  nexperiaLogic,
  onsemiLogic,
  toshibaLogic,
  diodesLogic,
  stLogic,
  renesasLogic,
];
