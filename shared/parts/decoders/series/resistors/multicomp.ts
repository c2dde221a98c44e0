import { bareCodes, chipSizes, codes, JUMPER, powerBySize, tolerances } from '../../segments.ts';
import { powerOfTenResistance, shortLetterResistance } from '../../codecs.ts';
import type { Segment, SeriesTable } from '../../table.ts';
import { byTolerance, value, zeroOhm } from './values.ts';

const COMMON = { manufacturer: 'Multicomp Pro', category: 'chip_resistor' } as const;
const SERIES = codes('series', 'technology', { MCMR: 'thick film', MCWR: 'thick film' });
const SIZE = chipSizes('', { '04': '0402', '06': '0603', '08': '0805', '12': '1206' });
const X: Segment = { literal: 'X' };
const END: readonly Segment[] = [codes('packing', 'packaging', { T: 'tape and reel' }), { literal: 'L' }];

export const multicompMcmr: SeriesTable = {
  ...COMMON,
  id: 'multicomp-mcmr',
  series: 'MCMR, MCWR',
  description: 'Thick film chip resistor, general purpose',
  reference: {
    title: 'MCMR series, thick film chip resistors',
    url: 'https://www.farnell.com/datasheets/1788326.pdf',
  },
  forms: () => [
    ...byTolerance('J', 'DF', (tolerance, resistance) => [SERIES, SIZE, X, resistance, tolerance, ...END]),
    [SERIES, SIZE, X, zeroOhm('000'), { literal: 'P' }, ...END],
  ],
  ratings: [...powerBySize({ '04': 1 / 16, '06': 1 / 10, '08': 1 / 8, '12': 1 / 4 }), JUMPER],
};

const WATTS = {
  '0063W': 0.063,
  '0.063W': 0.063,
  '00625W': 0.0625,
  '0.0625W': 0.0625,
  '01W': 0.1,
  '0.1W': 0.1,
  '0125W': 0.125,
  '0.125W': 0.125,
  '025W': 0.25,
  '0.25W': 0.25,
};

/** Power, size, percent and value one after the other, as in the distributor's catalogue. */
export const multicompMc: SeriesTable = {
  ...COMMON,
  id: 'multicomp-mc',
  series: 'MC',
  description: 'Thick film chip resistor, general purpose',
  reference: {
    title: 'MC series, thick film chip resistors',
    url: 'https://www.farnell.com/datasheets/1716711.pdf',
  },
  forms: () => [[
    codes('series', 'technology', { MC: 'thick film' }),
    codes('power', 'power_rating', WATTS),
    chipSizes('0402 0603 0805 1206'),
    codes('tolerance', 'tolerance', { '1': 1, '1%': 1, '5': 5, '5%': 5 }),
    value(shortLetterResistance),
  ]],
  ratings: [JUMPER],
};

export const multicompLeaded: SeriesTable = {
  manufacturer: 'Multicomp Pro',
  category: 'through_hole_resistor',
  id: 'multicomp-leaded',
  series: 'MCF, MF, MCCFR, MCMF',
  description: 'Axial resistor',
  reference: {
    title: 'MF series, metal film resistors',
    url: 'https://www.farnell.com/datasheets/1716725.pdf',
  },
  forms: () => [
    [
      { name: 'series', codes: { MCF: { technology: 'carbon film', tolerance: 5, package: 'axial' } } },
      { separator: ' ' },
      codes('power', 'power_rating', { '0.25W': 0.25, '0.5W': 0.5 }),
      { separator: ' ' },
      value(shortLetterResistance),
    ],
    [
      { name: 'series', codes: { MF: { technology: 'metal film', tolerance: 1, package: 'axial' } } },
      codes('power', 'power_rating', { '12': 0.125, '25': 0.25, '50': 0.5 }),
      { separator: ' ' },
      value(shortLetterResistance),
    ],
    [
      {
        name: 'series',
        codes: {
          MCCFR: { series: 'MCCFR', technology: 'carbon film' },
          MCMF: { series: 'MCMF', technology: 'metal film' },
        },
      },
      codes('power', 'power_rating', {
        '0W8': 1 / 8,
        '0W4': 1 / 4,
        '0W2': 1 / 2,
        '0S4': 1 / 4,
        '0S2': 1 / 2,
      }),
      bareCodes('tcr', ' E F'),
      tolerances('FJ'),
      value(powerOfTenResistance),
      codes('packing', 'package', { A10: 'axial', A20: 'axial', A50: 'axial' }),
    ],
  ],
  constraints: [
    { when: { value: ['0R'] }, then: { value: [] } },
    { when: { value: ['0000'] }, then: { value: [] } },
  ],
};

export const multicompThinFilm: SeriesTable = {
  ...COMMON,
  id: 'multicomp-mctc',
  series: 'MCTC',
  description: 'Thin film chip resistor, precision',
  reference: {
    title: 'MCTC series, high precision thin film chip resistors',
    url: 'https://www.farnell.com/datasheets/1717874.pdf',
  },
  forms: () => [[
    codes('series', 'technology', { MCTC: 'thin film' }),
    chipSizes('', { '02': '0402', '03': '0603', '05': '0805', '06': '1206' }),
    codes('tcr', 'temperature_coefficient', { '10': 10, '15': 15, '25': 25, '50': 50 }),
    codes('tolerance', 'tolerance', { B: 0.1, C: 0.25, D: 0.5, F: 1 }),
    value(powerOfTenResistance),
    codes('packing', 'packaging', { T5: 'tape and reel', TC: 'tape and reel' }),
    { literal: 'E' },
  ]],
  constraints: [{ when: { value: ['0000'] }, then: { value: [] } }],
};

export const multicompResistors: readonly SeriesTable[] = [
  multicompMcmr,
  multicompMc,
  multicompLeaded,
  multicompThinFilm,
];
