import { chipSizes, codes, JUMPER, powerBySize, tolerances } from '../../segments.ts';
import type { SeriesTable } from '../../table.ts';
import { byTolerance, leadingPoint, value, zeroOhm, zerosOrPoint } from './values.ts';

/** Sizes are metric. */
const SIZE = chipSizes('', {
  '0402': '01005',
  '0603': '0201',
  '1005': '0402',
  '1608': '0603',
  '2012': '0805',
  '3216': '1206',
  '3225': '1210',
  '5025': '2010',
  '6432': '2512',
});
const START = [codes('series', 'technology', { RC: 'thick film' }), SIZE];
const PACKING = codes('packing', 'packaging', {
  CS: 'tape and reel, 7 inch',
  AS: 'tape and reel, 13 inch',
  ES: 'tape and reel, 10 inch',
  GS: 'bulk case',
});

export const samsungRc: SeriesTable = {
  id: 'samsung-rc',
  manufacturer: 'Samsung Electro-Mechanics',
  category: 'chip_resistor',
  series: 'RC',
  description: 'Thick film chip resistor, general purpose',
  reference: {
    title: 'Chip resistor, general purpose, RC series',
    url: 'https://product.samsungsem.com/resistor/chip-resistor.do',
  },
  forms: () => [
    ...byTolerance(
      'GJ',
      'DF',
      (tolerance, resistance) => [...START, tolerance, resistance, PACKING],
      zerosOrPoint,
    ),
    [...START, { literal: 'J' }, zeroOhm('000'), PACKING],
  ],
  ratings: [
    ...powerBySize({
      '0603': 1 / 20,
      '1005': 1 / 16,
      '1608': 1 / 10,
      '2012': 1 / 8,
      '3216': 1 / 4,
      '6432': 1,
    }),
    JUMPER,
  ],
};

export const samsungRu: SeriesTable = {
  id: 'samsung-ru',
  manufacturer: 'Samsung Electro-Mechanics',
  category: 'current_sense_resistor',
  series: 'RU',
  description: 'Chip resistor, current sense',
  reference: {
    title: 'Chip resistor, current sensing, RU series',
    url: 'https://product.samsungsem.com/resistor/chip-resistor.do',
  },
  forms: () => [[
    codes('series', 'series', { RU: 'RU', RUK: 'RUK', RUT: 'RUT', RUW: 'RUW' }),
    SIZE,
    tolerances('FJ'),
    value(leadingPoint(4)),
    PACKING,
  ]],
};

export const samsungResistors: readonly SeriesTable[] = [samsungRc, samsungRu];
