import { bareCodes, chipSizes, codes, JUMPER, powerBySize, tolerances } from '../../segments.ts';
import type { CodeSegment, SeriesTable } from '../../table.ts';
import { pointValue, twoDigitLetter, value, zeroOhm } from './values.ts';

const SIZE = chipSizes('0201 0402 0603 0805 1206 1210 2010 2512');
const THICK: CodeSegment = {
  name: 'series',
  codes: {
    CRG: { series: 'CRG', technology: 'thick film' },
    CRGCQ: { series: 'CRGCQ', technology: 'thick film', qualification: 'AEC-Q200' },
    CRGH: { series: 'CRGH', technology: 'thick film', feature: 'high power' },
    CRGP: { series: 'CRGP', technology: 'thick film', feature: 'pulse' },
    CRGS: { series: 'CRGS', technology: 'thick film', feature: 'surge' },
    CRGV: { series: 'CRGV', technology: 'thick film', feature: 'high voltage' },
  },
};

export const teCrg: SeriesTable = {
  id: 'te-crg',
  manufacturer: 'TE Connectivity',
  category: 'chip_resistor',
  series: 'CRG',
  description: 'Thick film chip resistor',
  reference: {
    title: 'Type CRG series thick film chip resistors, 1773204',
    url: 'https://www.te.com/en/products/passive-components/resistors/chip-smd-resistors.html',
  },
  forms: () => [
    [THICK, SIZE, tolerances('FJ'), value(twoDigitLetter)],
    [THICK, SIZE, zeroOhm('ZR')],
  ],
  constraints: [{ when: { value: ['ZR'] }, then: { series: ['CRG', 'CRGCQ'] } }],
  ratings: [
    ...powerBySize({ '0402': 1 / 16, '0603': 1 / 10, '0805': 1 / 8, '1206': 1 / 4, '2512': 1 }, {
      series: ['CRG', 'CRGCQ'],
    }),
    JUMPER,
  ],
};

const EIA_SIZES = chipSizes('', {
  '1E': '0402',
  '1J': '0603',
  '2A': '0805',
  '2B': '1206',
  '2E': '1210',
  '2H': '2010',
  '3A': '2512',
});

export const teThinFilm: SeriesTable = {
  id: 'te-thin-film',
  manufacturer: 'TE Connectivity',
  category: 'chip_resistor',
  series: 'RN73, RP73, CPF',
  description: 'Thin film chip resistor, precision',
  reference: {
    title: 'Type RN73 and RP73 series thin film precision resistors, 1773264',
    url: 'https://www.te.com/en/products/passive-components/resistors/chip-smd-resistors.html',
  },
  forms: () => [
    [
      {
        name: 'series',
        codes: {
          RN73C: { series: 'RN73', technology: 'thin film', temperature_coefficient: 10 },
          RP73D: { series: 'RP73', technology: 'thin film' },
          RP73F: { series: 'RP73', technology: 'thin film' },
        },
      },
      EIA_SIZES,
      value(twoDigitLetter),
      codes('tolerance', 'tolerance', { A: 0.05, B: 0.1, C: 0.25, D: 0.5, F: 1 }),
      bareCodes('packing', 'TDF TD TG TDG'),
    ],
    [
      codes('series', 'technology', { CPF: 'thin film' }),
      SIZE,
      codes('tolerance', 'tolerance', { A: 0.05, B: 0.1, C: 0.25, D: 0.5, F: 1 }),
      value(twoDigitLetter),
      codes('tcr', 'temperature_coefficient', { E: 25 }),
      bareCodes('packing', ' 1'),
    ],
  ],
};

export const teLow: SeriesTable = {
  id: 'te-low',
  manufacturer: 'TE Connectivity',
  category: 'current_sense_resistor',
  series: 'RL73, RLP73',
  description: 'Thick film chip resistor, low resistance',
  reference: {
    title: 'Type RL73 series current sense resistors, 1773271',
    url: 'https://www.te.com/en/products/passive-components/resistors/chip-smd-resistors.html',
  },
  forms: () => [[
    codes('series', 'technology', {
      RL73H: 'thick film',
      RL73K: 'thick film',
      RL73M: 'thick film',
      RL73N: 'thick film',
      RLP73H: 'thick film',
      RLP73K: 'thick film',
      RLP73M: 'thick film',
      RLP73N: 'thick film',
      RLP73V: 'thick film',
    }),
    EIA_SIZES,
    value(pointValue([3, 4], /^(R\d{3}|R\d[1-9]|R[1-9]0)$/, 'R')),
    tolerances('FGJ'),
    bareCodes('packing', 'TD TDF TE TEF'),
  ]],
};

export const teLeaded: SeriesTable = {
  id: 'te-leaded',
  manufacturer: 'TE Connectivity',
  category: 'through_hole_resistor',
  series: 'CFR, LR, ROX',
  description: 'Axial resistor',
  reference: {
    title: 'Type LR series metal film resistors, 1773266',
    url: 'https://www.te.com/en/products/passive-components/resistors/through-hole-resistors.html',
  },
  forms: () => [[
    {
      name: 'series',
      codes: {
        CBT25: { series: 'CBT', technology: 'carbon film', power_rating: 0.25, package: 'axial' },
        CBT50: { series: 'CBT', technology: 'carbon film', power_rating: 0.5, package: 'axial' },
        CFR16: { series: 'CFR', technology: 'carbon film', package: 'axial' },
        CFR25: { series: 'CFR', technology: 'carbon film', package: 'axial' },
        CFR50: { series: 'CFR', technology: 'carbon film', package: 'axial' },
        LR0204: { series: 'LR', technology: 'metal film', package: 'axial' },
        LR1: { series: 'LR', technology: 'metal film', power_rating: 0.6, package: 'axial' },
        LR2: { series: 'LR', technology: 'metal film', package: 'axial' },
        ROX05S: { series: 'ROX', technology: 'metal oxide film', power_rating: 0.5, package: 'axial' },
        ROX1S: { series: 'ROX', technology: 'metal oxide film', power_rating: 1, package: 'axial' },
        ROX2S: { series: 'ROX', technology: 'metal oxide film', power_rating: 2, package: 'axial' },
        ROX3S: { series: 'ROX', technology: 'metal oxide film', power_rating: 3, package: 'axial' },
        ROX5S: { series: 'ROX', technology: 'metal oxide film', power_rating: 5, package: 'axial' },
      },
    },
    tolerances('FGJ'),
    value(twoDigitLetter),
  ]],
};

export const teChassis: SeriesTable = {
  id: 'te-hs',
  manufacturer: 'TE Connectivity',
  category: 'wirewound_resistor',
  series: 'HSA, HSC',
  description: 'Aluminium housed wire wound resistor',
  reference: {
    title: 'Type HS series aluminium housed power resistors, 1773035',
    url: 'https://www.te.com/en/products/passive-components/resistors/power-resistors.html',
  },
  forms: () => [[
    codes('series', 'technology', { HSA: 'wire wound', HSC: 'wire wound' }),
    {
      name: 'power',
      codes: Object.fromEntries([5, 10, 25, 50, 75, 100, 150, 200, 250, 300].map((watts) => [
        String(watts),
        { power_rating: watts, package: 'chassis mount' },
      ])),
    },
    value(pointValue([3, 4], /^(R[1-9]\d|[1-9]R\d|[1-9]\d{1,2}R|[1-9]K\d|[1-9]\d{1,2}K)$/)),
    tolerances('FJ'),
  ]],
  constraints: [
    { when: { series: ['HSA'] }, then: { power: ['5', '10', '25', '50'] } },
    { when: { series: ['HSC'] }, then: { power: ['75', '100', '150', '200', '250', '300'] } },
  ],
};

export const teResistors: readonly SeriesTable[] = [teCrg, teThinFilm, teLow, teLeaded, teChassis];
