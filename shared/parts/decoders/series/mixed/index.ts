/** Series of integrated circuits and power modules of manufacturers that make many kinds. */
import type { SeriesTable } from '../../table.ts';
import { interfaceSeries } from './interface.ts';
import {
  microchipAnalog,
  microchipInterface,
  microchipMic,
  microchipPower,
  microchipTc,
} from './microchip.ts';
import { otherSeries } from './others.ts';
import { powerModuleSeries } from './power-modules.ts';
import { westernSeries } from './western.ts';

export const mixedSeries: readonly SeriesTable[] = [
  microchipAnalog,
  microchipPower,
  microchipInterface,
  microchipMic,
  microchipTc,
  ...westernSeries,
  ...interfaceSeries,
  ...powerModuleSeries,
  ...otherSeries,
];
