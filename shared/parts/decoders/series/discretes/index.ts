/** Series of diodes, transistors, optocouplers and LEDs. */
import type { SeriesTable } from '../../table.ts';
import { diodesIncDiscretes } from './diodes-inc.ts';
import { infineonDiscretes } from './infineon.ts';
import {
  apaLeds,
  broadcomLeds,
  creeLeds,
  everlightLeds,
  kentoLeds,
  kingbrightLeds,
  liteOnLeds,
  lumexLeds,
  nationstarLeds,
  opscoLeds,
  osramLeds,
  rohmLeds,
  vishayLeds,
  wurthLeds,
  xinglightLeds,
} from './leds.ts';
import { nexperiaDiscretes } from './nexperia.ts';
import { onsemiDiscretes } from './onsemi.ts';
import { OTHERS, wuerthTvs } from './others.ts';
import {
  broadcomOptocouplers,
  everlightOptocouplers,
  isocomOptocouplers,
  liteOnOptocouplers,
  onsemiOptocouplers,
  renesasOptocouplers,
  sharpOptocouplers,
  toshibaOptocouplers,
  vishayOptocouplers,
} from './optocouplers.ts';
import { vishayDiscretes } from './vishay.ts';

/** The first to read a number that many make is taken where the BOM names no manufacturer: the likeliest stands first. */
export const discreteSeries: readonly SeriesTable[] = [
  nexperiaDiscretes,
  onsemiDiscretes,
  diodesIncDiscretes,
  vishayDiscretes,
  infineonDiscretes,
  ...OTHERS,
  liteOnLeds,
  kingbrightLeds,
  everlightLeds,
  wuerthTvs,
  wurthLeds,
  broadcomLeds,
  nationstarLeds,
  kentoLeds,
  xinglightLeds,
  opscoLeds,
  osramLeds,
  vishayLeds,
  lumexLeds,
  apaLeds,
  creeLeds,
  rohmLeds,
  liteOnOptocouplers,
  everlightOptocouplers,
  vishayOptocouplers,
  onsemiOptocouplers,
  broadcomOptocouplers,
  toshibaOptocouplers,
  sharpOptocouplers,
  renesasOptocouplers,
  isocomOptocouplers,
];
