import { bareCodes, chipSizes, codes, JUMPER, powerBySize, tolerances } from '../../segments.ts';
import { zerosResistance } from '../../codecs.ts';
import type { CodeSegment, Segment, SeriesTable } from '../../table.ts';
import { byTolerance, leadingPoint, value, zeroOhm, zerosOrPoint } from './values.ts';

const SIZE = chipSizes('', {
  '02': '0201',
  '04': '0402',
  '06': '0603',
  '08': '0805',
  '12': '1206',
  '10': '1210',
  '20': '2010',
  '25': '2512',
});
const END: readonly Segment[] = [
  codes('packing', 'packaging', {
    T: 'tape and reel, 7 inch',
    A: 'tape and reel, 7 inch',
    H: 'tape and reel, 10 inch',
    D: 'tape and reel, 10 inch',
    G: 'tape and reel, 13 inch',
    B: 'bulk',
  }),
  { literal: 'L' },
];
const X: Segment = { literal: 'X' };
const REFERENCE = {
  title: 'WR02X to WR25X general purpose thick film chip resistors',
  url: 'https://www.passivecomponent.com/product-category/resistors/',
};
const WATTS = { '02': 1 / 20, '04': 1 / 16, '06': 1 / 10, '08': 1 / 8, '12': 1 / 4, '25': 1 };

const GENERAL: CodeSegment = {
  name: 'series',
  codes: {
    MR: { series: 'MR', technology: 'thick film', qualification: 'AEC-Q200' },
    WR: { series: 'WR', technology: 'thick film' },
  },
};

export const walsinChip: SeriesTable = {
  id: 'walsin-chip-resistor',
  manufacturer: 'Walsin Technology',
  category: 'chip_resistor',
  series: 'WR, MR',
  description: 'Thick film chip resistor, general purpose',
  reference: REFERENCE,
  forms: () => [
    ...byTolerance(
      'GJ',
      'BDF',
      (tolerance, resistance) => [GENERAL, SIZE, X, resistance, tolerance, ...END],
      zerosOrPoint,
    ),
    [GENERAL, SIZE, X, zeroOhm('000'), { literal: 'P' }, ...END],
  ],
  ratings: [...powerBySize(WATTS, { series: ['WR'] }), JUMPER],
};

export const walsinPrecision: SeriesTable = {
  id: 'walsin-wf',
  manufacturer: 'Walsin Technology',
  category: 'chip_resistor',
  series: 'WF',
  description: 'Thick film chip resistor, high precision',
  reference: REFERENCE,
  forms: () => [[
    codes('series', 'technology', { WF: 'thick film' }),
    SIZE,
    { literal: 'R' },
    value(zerosResistance(3)),
    tolerances('BDF'),
    ...END,
  ]],
};

export const walsinLow: SeriesTable = {
  id: 'walsin-ww',
  manufacturer: 'Walsin Technology',
  category: 'current_sense_resistor',
  series: 'WW',
  description: 'Chip resistor, low resistance',
  reference: REFERENCE,
  forms: () => [[
    { literal: 'WW' },
    SIZE,
    bareCodes('power', 'X W P Q R N M'),
    value(leadingPoint(4)),
    tolerances('DFGJ'),
    ...END,
  ]],
};

const ARRAY = codes('series', 'package', { WA04X: '4x0402', WA06X: '4x0603' });

export const walsinArray: SeriesTable = {
  id: 'walsin-array',
  manufacturer: 'Walsin Technology',
  category: 'resistor_array',
  series: 'WA',
  description: 'Thick film chip resistor array',
  reference: REFERENCE,
  forms: () => [
    ...byTolerance('J', 'F', (tolerance, resistance) => [ARRAY, resistance, tolerance, ...END]),
    [ARRAY, zeroOhm('000'), { literal: 'P' }, ...END],
  ],
  ratings: [{ states: { power_rating: 1 / 16, technology: 'thick film' } }, JUMPER],
};

export const walsinResistors: readonly SeriesTable[] = [walsinChip, walsinPrecision, walsinLow, walsinArray];
