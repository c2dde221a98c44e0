import { chipSizes, codes, JUMPER, tolerances } from '../../segments.ts';
import { powerOfTenResistance } from '../../codecs.ts';
import type { CodeSegment, SeriesTable } from '../../table.ts';
import { value } from './values.ts';

/** Watts as all of the manufacturer's series write them. */
const POWER = codes('power', 'power_rating', {
  WH: 1 / 32,
  WM: 1 / 20,
  WG: 1 / 16,
  WA: 1 / 10,
  W8: 1 / 8,
  W4: 1 / 4,
  W3: 1 / 3,
  W2: 1 / 2,
  '07': 3 / 4,
  '1W': 1,
  '2W': 2,
  // As sold under the name of Royal Ohm.
  SG: 1 / 16,
  SA: 1 / 10,
  S8: 1 / 8,
  S4: 1 / 4,
});
const PACKING = codes('packing', 'packaging', {
  T5: 'tape and reel, 5,000 pieces',
  TC: 'tape and reel, 10,000 pieces',
  T4: 'tape and reel, 4,000 pieces',
  TD: 'tape and reel, 20,000 pieces',
  TE: 'tape and reel, 15,000 pieces',
});

export const uniroyalChip: SeriesTable = {
  id: 'uniroyal-chip',
  manufacturer: 'UNI-ROYAL',
  category: 'chip_resistor',
  series: 'Chip',
  description: 'Thick film chip resistor, general purpose',
  reference: {
    title: 'Chip series thick film chip resistors, SMD-SP-001, V.10',
    url: 'https://www.uni-royal.cn/en/images/userfile/file/1769240915c56505e6d9ab55c7.pdf',
  },
  forms: () => [[
    chipSizes('0201 0402 0603 0805 1206 1210 1812 2010 2512', { '0105': '01005' }),
    POWER,
    tolerances('DFGJK'),
    value(powerOfTenResistance),
    PACKING,
    codes('end', 'technology', { E: 'thick film' }),
  ]],
  constraints: [
    { when: { size: ['0402'] }, then: { power: ['WG', 'SG'] } },
    { when: { size: ['0603'] }, then: { power: ['WA', 'SA'] } },
    { when: { size: ['0805'] }, then: { power: ['W8', 'S8'] } },
    { when: { size: ['1206'] }, then: { power: ['W4', 'S4'] } },
    { when: { size: ['0201', '0402'] }, then: { packing: ['TC', 'TD', 'TE'] } },
    { when: { size: ['1812', '2010', '2512'] }, then: { packing: ['T4'] } },
  ],
  ratings: [JUMPER],
};

/** Two letters and two digits for the size, then as the general purpose chips. */
const SPECIAL: CodeSegment = {
  name: 'series',
  codes: {
    AS: { series: 'AS', technology: 'thick film', feature: 'anti-surge' },
    CQ: { series: 'CQ', technology: 'thick film', qualification: 'AEC-Q200' },
    CS: { series: 'CS', technology: 'thick film', category: 'current_sense_resistor' },
    HP: { series: 'HP', technology: 'thick film', feature: 'high power' },
    HV: { series: 'HV', technology: 'thick film', feature: 'high voltage' },
    NQ: { series: 'NQ', technology: 'thick film' },
  },
};
const SHORT_SIZES = chipSizes('', {
  '01': '0201',
  '02': '0402',
  '03': '0603',
  '05': '0805',
  '06': '1206',
  '07': '1210',
  '10': '2010',
  '12': '2512',
});

export const uniroyalSpecial: SeriesTable = {
  id: 'uniroyal-special',
  manufacturer: 'UNI-ROYAL',
  category: 'chip_resistor',
  series: 'AS, CQ, CS, HP, HV, NQ',
  description: 'Thick film chip resistor',
  reference: {
    title: 'High power thick film chip resistors, HP series',
    url: 'https://www.uni-royal.cn/en/',
  },
  forms: () => [[
    SPECIAL,
    SHORT_SIZES,
    POWER,
    tolerances('DFGJK'),
    value(powerOfTenResistance),
    PACKING,
    { literal: 'E' },
  ]],
  ratings: [JUMPER],
};

export const uniroyalThinFilm: SeriesTable = {
  id: 'uniroyal-tc',
  manufacturer: 'UNI-ROYAL',
  category: 'chip_resistor',
  series: 'TC',
  description: 'Thin film chip resistor, high precision',
  reference: {
    title: 'High precision thin film chip resistors, TC series, SMD-SP-014',
    url: 'https://www.uni-royal.cn/en/',
  },
  forms: () => [[
    codes('series', 'technology', { TC: 'thin film' }),
    SHORT_SIZES,
    codes('tcr', 'temperature_coefficient', { '05': 5, '10': 10, '15': 15, '25': 25, '50': 50 }),
    codes('tolerance', 'tolerance', { L: 0.01, W: 0.05, B: 0.1, C: 0.25, D: 0.5, F: 1 }),
    value(powerOfTenResistance),
    PACKING,
    // What the last place says of power differs between the issues.
    { free: 1 },
  ]],
  constraints: [
    { when: { value: ['0000'] }, then: { value: [] } },
    { when: { size: ['01'] }, then: { size: [] } },
  ],
};

export const uniroyalArray: SeriesTable = {
  id: 'uniroyal-array',
  manufacturer: 'UNI-ROYAL',
  category: 'resistor_array',
  series: '2D, 4D',
  description: 'Thick film chip resistor array',
  reference: {
    title: 'Chip resistor array, 2D02, 4D02, 4D03 series',
    url: 'https://www.uni-royal.cn/en/',
  },
  forms: () => [[
    codes('series', 'package', { '2D02': '2x0402', '2D03': '2x0603', '4D02': '4x0402', '4D03': '4x0603' }),
    POWER,
    tolerances('DFGJ'),
    value(powerOfTenResistance),
    PACKING,
    codes('end', 'technology', { E: 'thick film' }),
  ]],
  ratings: [JUMPER],
};

export const uniroyalLeaded: SeriesTable = {
  id: 'uniroyal-leaded',
  manufacturer: 'UNI-ROYAL',
  category: 'through_hole_resistor',
  series: 'CFR, MFR, MOR',
  description: 'Axial resistor',
  reference: {
    title: 'Metal film fixed resistors, MFR series',
    url: 'https://www.uni-royal.cn/en/',
  },
  forms: () => [[
    {
      name: 'series',
      codes: {
        CFR: { series: 'CFR', technology: 'carbon film' },
        KNP: { series: 'KNP', technology: 'wire wound', category: 'wirewound_resistor' },
        MFR: { series: 'MFR', technology: 'metal film' },
        MOR: { series: 'MOR', technology: 'metal oxide film' },
      },
    },
    // An S is the smaller of two bodies for the same power.
    codes('power', 'power_rating', {
      '0W8': 1 / 8,
      '0S8': 1 / 8,
      '0W4': 1 / 4,
      '0S4': 1 / 4,
      '0W2': 1 / 2,
      '0S2': 1 / 2,
      '01W': 1,
      '01S': 1,
      '02W': 2,
      '02S': 2,
      '03W': 3,
      '03S': 3,
      '05W': 5,
      '05S': 5,
    }),
    tolerances('BDFGJ'),
    value(powerOfTenResistance),
    codes('packing', 'package', {
      A10: 'axial',
      A20: 'axial',
      A50: 'axial',
      B00: 'axial',
      T25: 'axial',
      T50: 'axial',
      TB0: 'axial',
    }),
  ]],
};

export const uniroyalResistors: readonly SeriesTable[] = [
  uniroyalChip,
  uniroyalSpecial,
  uniroyalThinFilm,
  uniroyalArray,
  uniroyalLeaded,
];
