import { bareCodes, chipSizes, codes, JUMPER, powerBySize, tolerances } from '../../segments.ts';
import { codec, letterValue, scaled, shortLetterResistance, zerosResistance } from '../../codecs.ts';
import type { CodeSegment, Rating, Segment, SeriesTable } from '../../table.ts';
import { pointValue, spelt, value } from './values.ts';

const STANDARD_POWER = ['07', '10', '13', '7D'];
const DOUBLE_POWER = ['7W', '3W'];

/** The temperature coefficient of the sizes for which the document has one common set of resistance ranges. */
const inRange = (over: number, upTo: number, temperature_coefficient: number): Rating => ({
  when: { size: ['0402', '0603', '0805', '1206', '1210', '2010', '2512'], reel: STANDARD_POWER },
  where: { field: 'resistance', over, upTo },
  states: { temperature_coefficient },
});

export const yageoRc: SeriesTable = {
  id: 'yageo-rc',
  manufacturer: 'Yageo',
  category: 'chip_resistor',
  series: 'RC_L',
  description: 'Thick film chip resistor, general purpose',
  reference: {
    title: 'General purpose chip resistors, RC_L series, V.12',
    url: 'https://www.yageo.com/upload/media/product/products/datasheet/rchip/PYu-RC_Group_51_RoHS_L_12.pdf',
  },
  forms: () => [[
    codes('series', 'technology', { RC: 'thick film' }),
    chipSizes('0201 0402 0603 0805 1206 1210 1218 2010 2512', { '0100': '01005' }),
    tolerances('BDFJ'),
    codes('tape', 'packaging', { R: 'paper tape and reel', K: 'embossed tape and reel' }),
    { separator: '-' },
    bareCodes('reel', '07 10 13 7D 7W 3W'),
    value(shortLetterResistance),
    { literal: 'L' },
  ]],
  constraints: [
    // The document gives jumpers the code J alone; those with F are sold, in every size, and used by many.
    { when: { value: ['0R'] }, then: { tolerance: ['F', 'J'] } },
    { when: { reel: ['7D'] }, then: { size: ['0201', '0402'], tape: ['R'] } },
    { when: { reel: DOUBLE_POWER }, then: { size: ['0402', '0603', '0805', '1206', '2512'] } },
  ],
  ratings: [
    ...powerBySize({ '0100': 1 / 32, '0201': 1 / 20 }),
    ...powerBySize({
      '0402': 1 / 16,
      '0603': 1 / 10,
      '0805': 1 / 8,
      '1206': 1 / 4,
      '1210': 1 / 2,
      '1218': 1,
      '2010': 3 / 4,
      '2512': 1,
    }, { reel: STANDARD_POWER }),
    ...powerBySize({
      '0402': 1 / 8,
      '0603': 1 / 5,
      '0805': 1 / 4,
      '1206': 1 / 2,
      '2512': 2,
    }, { reel: DOUBLE_POWER }),
    inRange(0, 10, 200),
    inRange(10, 10e6, 100),
    inRange(10e6, 22e6, 200),
    { when: { reel: DOUBLE_POWER }, states: { temperature_coefficient: 200 } },
    JUMPER,
  ],
};

/** Power of the standard reels, in watts, in the sizes that all series of the manufacturer rate alike. */
const STANDARD_WATTS = {
  '0402': 1 / 16,
  '0603': 1 / 10,
  '0805': 1 / 8,
  '1206': 1 / 4,
  '1210': 1 / 2,
  '1218': 1,
  '2010': 3 / 4,
  '2512': 1,
};
const TAPE = codes('tape', 'packaging', { R: 'paper tape and reel', K: 'embossed tape and reel' });
const DASH: Segment = { separator: '-' };
const END: Segment = { literal: 'L' };
const STANDARD: readonly string[] = ['07', '10', '13'];

/** Series that are numbered as RC_L is. */
export const yageoThickFilm: SeriesTable = {
  id: 'yageo-thick-film',
  manufacturer: 'Yageo',
  category: 'chip_resistor',
  series: 'Thick film chip resistors',
  description: 'Thick film chip resistor',
  reference: {
    title: 'Automotive grade thick film chip resistors, AC series',
    url: 'https://www.yageo.com/upload/media/product/products/datasheet/rchip/PYu-AC_51_RoHS_L_12.pdf',
  },
  forms: () => [[
    {
      name: 'series',
      codes: {
        AC: {
          series: 'AC',
          description: 'Thick film chip resistor, automotive grade',
          technology: 'thick film',
          qualification: 'AEC-Q200',
        },
        AA: {
          series: 'AA',
          description: 'Thick film chip resistor, automotive grade, anti-sulphur',
          technology: 'thick film',
          feature: 'anti-sulphur',
          qualification: 'AEC-Q200',
        },
        AF: {
          series: 'AF',
          description: 'Thick film chip resistor, anti-sulphur',
          technology: 'thick film',
          feature: 'anti-sulphur',
        },
        RV: {
          series: 'RV',
          description: 'Thick film chip resistor, high voltage',
          technology: 'thick film',
          feature: 'high voltage',
        },
        SR: {
          series: 'SR',
          description: 'Thick film chip resistor, surge',
          technology: 'thick film',
          feature: 'surge',
        },
      },
    },
    chipSizes('0201 0402 0603 0805 1206 1210 1218 2010 2512'),
    tolerances('BDFJKM'),
    TAPE,
    DASH,
    bareCodes('reel', '07 10 13 7W 3W'),
    value(shortLetterResistance),
    END,
  ]],
  constraints: [
    { when: { value: ['0R'] }, then: { tolerance: ['F', 'J'], series: ['AA', 'AC', 'AF'] } },
    { when: { tolerance: ['K', 'M'] }, then: { series: ['SR'] } },
    { when: { tolerance: ['B', 'D'] }, then: { series: ['AA', 'AC', 'AF'] } },
    { when: { reel: ['7W', '3W'] }, then: { series: ['AA', 'AC', 'AF', 'SR'] } },
    { when: { series: ['RV', 'SR'] }, then: { size: ['0402', '0603', '0805', '1206', '2512'] } },
  ],
  ratings: [
    ...powerBySize(STANDARD_WATTS, { series: ['AC', 'AF'], reel: STANDARD }),
    ...powerBySize({ '0603': 1 / 5, '0805': 1 / 4, '1206': 1 / 2, '2512': 2 }, {
      series: ['AC'],
      reel: ['7W', '3W'],
    }),
    ...powerBySize({ '0805': 1 / 8, '1206': 1 / 4, '2512': 1 }, { series: ['RV'], reel: STANDARD }),
    ...powerBySize({ '0603': 1 / 10, '0805': 1 / 8, '1206': 1 / 4, '2512': 1 }, {
      series: ['SR'],
      reel: STANDARD,
    }),
    {
      when: { series: ['AC'], size: Object.keys(STANDARD_WATTS), reel: STANDARD },
      where: { field: 'resistance', over: 10, upTo: 10e6 },
      states: { temperature_coefficient: 100 },
    },
    JUMPER,
  ],
};

export const yageoRt: SeriesTable = {
  id: 'yageo-rt',
  manufacturer: 'Yageo',
  category: 'chip_resistor',
  series: 'RT',
  description: 'Thin film chip resistor, high precision',
  reference: {
    title: 'Thin film chip resistors, high precision, high stability, RT series',
    url: 'https://www.yageo.com/upload/media/product/products/datasheet/rchip/PYu-RT_1-to-0.01_RoHS_L_11.pdf',
  },
  forms: () => [[
    codes('series', 'technology', { RT: 'thin film' }),
    chipSizes('0201 0402 0603 0805 1206 1210 2010 2512'),
    codes('tolerance', 'tolerance', { W: 0.05, B: 0.1, C: 0.25, D: 0.5, F: 1 }),
    TAPE,
    codes('tcr', 'temperature_coefficient', { B: 10, C: 15, D: 25, E: 50 }),
    bareCodes('reel', '07 10 13'),
    value(shortLetterResistance),
    END,
  ]],
  constraints: [{ when: { value: ['0R'] }, then: { value: [] } }],
  ratings: powerBySize({
    '0402': 1 / 16,
    '0603': 1 / 10,
    '0805': 1 / 8,
    '1206': 1 / 4,
    '1210': 1 / 4,
    '2010': 1 / 2,
    '2512': 3 / 4,
  }),
};

/** Tenths to thousandths of an ohm after `0R`, without zeros at the end. */
const belowOneOhm = pointValue([3, 4, 5, 6], /^0R\d{0,3}[1-9]$/, 'R');

export const yageoRl: SeriesTable = {
  id: 'yageo-rl',
  manufacturer: 'Yageo',
  category: 'current_sense_resistor',
  series: 'RL',
  description: 'Thick film chip resistor, low ohmic',
  reference: {
    title: 'Low ohmic chip resistors, RL series',
    url: 'https://www.yageo.com/upload/media/product/products/datasheet/rchip/PYu-RL_Group_521_RoHS_L_6.pdf',
  },
  forms: () => [[
    codes('series', 'technology', { RL: 'thick film' }),
    chipSizes('0402 0603 0805 1206 1210 1218 2010 2512'),
    tolerances('FGJ'),
    TAPE,
    DASH,
    bareCodes('reel', '07 10 13 7W'),
    value(belowOneOhm),
    END,
  ]],
  ratings: [
    ...powerBySize(STANDARD_WATTS, { reel: STANDARD }),
    ...powerBySize({ '0603': 1 / 5, '0805': 1 / 4, '1206': 1 / 2, '2512': 2 }, { reel: ['7W'] }),
  ],
};

/** As in the RL series, and tenths of a milliohm: `0U5` is 0.5 milliohm. */
const metalValue = codec(
  [3, 4, 5, 6],
  /^(0R\d{0,3}[1-9]|\dU[1-9]\d?)$/,
  (code) => {
    const [whole = '', fraction] = code.split('U');
    return fraction === undefined ? letterValue(code) : scaled(whole + fraction, -3 - fraction.length);
  },
  (
    ohms,
  ) => [belowOneOhm.encode(ohms) ?? '', `${(ohms * 1e3).toFixed(2).replace('.', 'U').replace(/0$/, '')}`],
);

export const yageoMetal: SeriesTable = {
  id: 'yageo-metal',
  manufacturer: 'Yageo',
  category: 'current_sense_resistor',
  series: 'PA, PE, PR, PS, PT, PU',
  description: 'Metal chip resistor, current sense',
  reference: {
    title: 'Current sensor, low TCR, automotive grade, PA_E series',
    url: 'https://www.yageo.com/upload/media/product/products/datasheet/rchip/PYu-PA_E_51_RoHS_10.pdf',
  },
  forms: () => [[
    {
      name: 'series',
      codes: {
        PA: { series: 'PA', technology: 'metal strip' },
        PE: { series: 'PE', technology: 'metal foil' },
        PR: { series: 'PR' },
        PS: { series: 'PS' },
        PT: { series: 'PT', technology: 'thick film' },
        PU: { series: 'PU' },
      },
    },
    chipSizes('0201 0402 0603 0612 0805 0508 1206 1210 1225 2010 2512'),
    tolerances('DFGJ'),
    TAPE,
    // The letters that the documents of all series give the same meaning.
    {
      name: 'tcr',
      codes: {
        E: { temperature_coefficient: 50 },
        M: { temperature_coefficient: 75 },
        F: { temperature_coefficient: 100 },
        ...Object.fromEntries([...'CDGHKLNPQ'].map((code) => [code, {}])),
        '': {},
      },
      spelt: { '': '-' },
    },
    bareCodes('reel', '07 7W 7T 47 57'),
    value(metalValue),
    bareCodes('end', 'E L S Z'),
  ]],
  ratings: [
    { when: { series: ['PA'], size: ['2512'], reel: ['07'] }, states: { power_rating: 1 } },
    { when: { series: ['PA'], size: ['2512'], reel: ['7W'] }, states: { power_rating: 2 } },
    { when: { series: ['PA'], size: ['2512'], reel: ['7T'] }, states: { power_rating: 3 } },
    ...powerBySize(
      { '0402': 1 / 16, '0603': 1 / 10, '0805': 1 / 8, '1206': 1 / 4, '2010': 1 / 2, '2512': 1 },
      {
        series: ['PE'],
        reel: ['07'],
      },
    ),
    ...powerBySize({ '0603': 1 / 5, '0805': 1 / 4, '1206': 1 / 2, '2512': 2 }, {
      series: ['PE'],
      reel: ['7W'],
    }),
    ...powerBySize({ '0603': 2 / 5, '0805': 1 / 2, '1206': 1 }, { series: ['PE'], reel: ['47'] }),
  ],
};

export const yageoArray: SeriesTable = {
  id: 'yageo-array',
  manufacturer: 'Yageo',
  category: 'resistor_array',
  series: 'YC, TC',
  description: 'Thick film chip resistor array',
  reference: {
    title: 'Array chip resistors, YC/TC series',
    url:
      'https://www.yageo.com/upload/media/product/products/datasheet/rchip/PYu-YC_TC_group_51_RoHS_L_12.pdf',
  },
  forms: () => [[
    {
      name: 'series',
      codes: {
        YC: { series: 'YC', description: 'Thick film chip resistor array, convex', technology: 'thick film' },
        TC: {
          series: 'TC',
          description: 'Thick film chip resistor array, concave',
          technology: 'thick film',
        },
      },
    },
    {
      name: 'layout',
      codes: {
        ...codes('layout', 'package', {
          '102': '2x0201',
          '104': '4x0201',
          '122': '2x0402',
          '124': '4x0402',
          '162': '2x0603',
          '164': '4x0603',
          '248': '8x0402',
          '324': '4x1206',
        }).codes,
        '158T': { description: 'Thick film chip resistor network, bussed', pins: 10 },
        '358L': { description: 'Thick film chip resistor network, bussed', pins: 10 },
        '358T': { description: 'Thick film chip resistor network, bussed', pins: 10 },
      },
      spelt: Object.fromEntries(
        ['102', '104', '122', '124', '162', '164', '248', '324'].map((code) => [code, `${code}-`]),
      ),
    },
    tolerances('DFJ'),
    TAPE,
    DASH,
    bareCodes('reel', '07 10 13'),
    value(shortLetterResistance),
    END,
  ]],
  constraints: [
    { when: { series: ['TC'] }, then: { layout: ['122', '124', '162', '164'] } },
    { when: { value: ['0R'] }, then: { tolerance: ['F', 'J'] } },
  ],
  ratings: [
    { when: { layout: ['102', '104'] }, states: { power_rating: 1 / 32 } },
    { when: { layout: ['122', '124', '162', '164', '248'] }, states: { power_rating: 1 / 16 } },
    { when: { layout: ['324'] }, states: { power_rating: 1 / 8 } },
    JUMPER,
  ],
};

const LEADED_SERIES: CodeSegment = {
  name: 'series',
  codes: {
    CFR: { series: 'CFR', description: 'Carbon film resistor', technology: 'carbon film' },
    FMP: { series: 'FMP', description: 'Metal film resistor, flame proof, power', technology: 'metal film' },
    HHV: { series: 'HHV', description: 'Metal glaze resistor, high voltage', technology: 'metal glaze' },
    KNP: {
      series: 'KNP',
      category: 'wirewound_resistor',
      description: 'Wire wound resistor',
      technology: 'wire wound',
    },
    MFP: { series: 'MFP', description: 'Metal film resistor, precision', technology: 'metal film' },
    MFR: { series: 'MFR', description: 'Metal film resistor', technology: 'metal film' },
    RSF: { series: 'RSF', description: 'Metal oxide film resistor, power', technology: 'metal oxide film' },
  },
};

export const yageoLeaded: SeriesTable = {
  id: 'yageo-leaded',
  manufacturer: 'Yageo',
  category: 'through_hole_resistor',
  series: 'Leaded resistors',
  description: 'Axial resistor',
  reference: {
    title: 'Metal film resistors, MFR series',
    url: 'https://www.yageo.com/upload/media/product/products/datasheet/lr/Yageo_LR_MFR_1.pdf',
  },
  forms: () => [[
    LEADED_SERIES,
    spelt(
      codes('power', 'power_rating', {
        '12': 1 / 6,
        '25': 1 / 4,
        '50': 1 / 2,
        '100': 1,
        '200': 2,
        '300': 3,
        '25S': 1 / 4,
        '50S': 1 / 2,
        '1WS': 1,
        '2WS': 2,
        '3WS': 3,
      }),
      { '12': '-12', '25': '-25', '50': '-50' },
    ),
    tolerances('BDFGJ'),
    codes('packing', 'packaging', { A: 'ammo pack', B: 'bulk', R: 'tape and reel', T: 'tape in box' }),
    {
      name: 'tcr',
      codes: {
        '': {},
        C: { temperature_coefficient: 15 },
        D: { temperature_coefficient: 25 },
        E: { temperature_coefficient: 50 },
        F: { temperature_coefficient: 100 },
      },
      spelt: { '': '-' },
    },
    // Every one of these is a resistor with axial leads, on tape of that width or with leads of that form.
    codes('forming', 'package', { '26': 'axial', '52': 'axial', '73': 'axial' }),
    DASH,
    value(shortLetterResistance),
  ], [
    {
      name: 'series',
      codes: {
        SQP: {
          series: 'SQP',
          category: 'wirewound_resistor',
          description: 'Wire wound resistor in a ceramic case',
          technology: 'wire wound',
          package: 'axial',
        },
      },
    },
    codes('power', 'power_rating', { '300': 3, '500': 5, '700': 7, '10A': 10 }),
    tolerances('J'),
    codes('packing', 'packaging', { B: 'bulk' }),
    DASH,
    value(shortLetterResistance),
  ]],
  constraints: [
    { when: { tolerance: ['B', 'D'] }, then: { series: ['MFP', 'MFR'] } },
    { when: { tcr: ['C', 'D', 'E', 'F'] }, then: { series: ['MFP', 'MFR'] } },
    { when: { value: ['0R'] }, then: { series: ['CFR'] } },
  ],
  ratings: [JUMPER],
};

/** As Phycomp numbered chips before they were called RC. */
export const yageoPhycomp: SeriesTable = {
  id: 'yageo-9c',
  manufacturer: 'Yageo',
  category: 'chip_resistor',
  series: '9C',
  description: 'Thick film chip resistor, general purpose',
  reference: {
    title: 'Thick film general purpose chip resistors, 9C series',
    url: 'https://www.yageo.com/en/Product/Index/rchip',
  },
  forms: () => [[
    codes('series', 'technology', { '9C': 'thick film' }),
    chipSizes('', { '04021A': '0402', '06031A': '0603', '08052A': '0805', '12063A': '1206' }),
    value(zerosResistance(3)),
    tolerances('FJ'),
    bareCodes('packing', 'KHFT LHFT KHF3 LHF3 RHFT'),
  ]],
  ratings: powerBySize({ '04021A': 1 / 16, '06031A': 1 / 10, '08052A': 1 / 8, '12063A': 1 / 4 }),
};

export const yageoResistors: readonly SeriesTable[] = [
  yageoRc,
  yageoThickFilm,
  yageoRt,
  yageoRl,
  yageoMetal,
  yageoArray,
  yageoLeaded,
  yageoPhycomp,
];
