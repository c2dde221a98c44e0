import { chipSizes, codes, JUMPER, powerBySize } from '../../segments.ts';
import type { SeriesTable } from '../../table.ts';
import { byTolerance, zeroOhm, zerosOrPoint } from './values.ts';

const START = [
  codes('series', 'technology', { RC: 'thick film' }),
  // Sizes are metric.
  chipSizes('', {
    '0402': '01005',
    '0603': '0201',
    '1005': '0402',
    '1608': '0603',
    '2012': '0805',
    '3216': '1206',
    '3225': '1210',
    '5025': '2010',
    '6432': '2512',
  }),
];
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
  forms: [
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
