import { bareCodes, chip, chipSizes, codes, JUMPER, powerBySize, tolerances } from '../../segments.ts';
import { codec, scaled, zerosResistance } from '../../codecs.ts';
import type { Statements } from '../../../finding.ts';
import type { CodeSegment, Constraint, Segment, SeriesTable } from '../../table.ts';
import { leadingPoint, pointValue, thermistorValue, value, zeroOhm, zerosOrPoint } from './values.ts';

const START: readonly Segment[] = [codes('series', 'technology', { ERJ: 'thick film' }), { separator: '-' }];

const PACKAGING = codes('packaging', 'packaging', {
  C: 'pressed carrier tape and reel',
  U: 'embossed tape and reel',
  V: 'punched paper tape and reel',
  X: 'punched paper tape and reel',
  Y: 'pressed carrier tape and reel',
});

/** Sizes and the packaging they come in: a letter of another size's tape is a typing error. */
const suppliedIn = (packaging: string, sizes: string): Constraint => (
  { when: { size: sizes.split(' ') }, then: { packaging: [...packaging] } }
);

const GENERAL_SIZES = chipSizes('', {
  XGN: '01005',
  '1GN': '0201',
  '1GJ': '0201',
  '2GE': '0402',
  '3GEY': '0603',
  '6GEY': '0805',
  '8GEY': '1206',
  '14Y': '1210',
  '12Y': '1812',
  '12ZY': '2010',
  '1TY': '2512',
});

export const panasonicErjGeneral: SeriesTable = {
  id: 'panasonic-erj-g',
  manufacturer: 'Panasonic',
  category: 'chip_resistor',
  series: 'ERJ-G',
  description: 'Thick film chip resistor, general purpose',
  reference: {
    title: 'Thick film chip resistors, ERJ XG, 1G, 2G, 3G, 6G, 8G, 14, 12, 12Z, 1T series (AOA0000C301)',
    url: 'https://industrial.panasonic.com/cdbs/www-data/pdf/RDA0000/AOA0000C301.pdf',
  },
  forms: () => [
    [
      ...START,
      GENERAL_SIZES,
      tolerances('J'),
      value(zerosResistance(2)),
      PACKAGING,
    ],
    [...START, GENERAL_SIZES, codes('value', 'resistance', { '0R00': 0 }), PACKAGING],
  ],
  constraints: [
    suppliedIn('YU', 'XGN'),
    suppliedIn('CU', '1GN 1GJ'),
    suppliedIn('X', '2GE'),
    suppliedIn('V', '3GEY 6GEY 8GEY'),
    suppliedIn('U', '14Y 12Y 12ZY 1TY'),
  ],
  // As rated in the issues of the last ten years: size 0402 had 0.063 W before.
  ratings: [
    ...powerBySize({
      XGN: 0.031,
      '1GN': 0.05,
      '1GJ': 0.05,
      '2GE': 0.1,
      '3GEY': 0.1,
      '6GEY': 0.125,
      '8GEY': 0.25,
      '14Y': 0.5,
      '12Y': 0.75,
      '12ZY': 0.75,
      '1TY': 1,
    }),
    JUMPER,
  ],
};

/** At 0.5 % the code of the size also says the temperature coefficient. */
const size = (imperial: string, temperature_coefficient: number): Statements => (
  { package: chip(imperial), temperature_coefficient }
);
const HALF_PERCENT_SIZES: Segment = {
  name: 'size',
  codes: {
    '1RH': size('0201', 50),
    '2RH': size('0402', 50),
    '2RK': size('0402', 100),
    '3RB': size('0603', 50),
    '3RE': size('0603', 100),
    '6RB': size('0805', 50),
    '6RE': size('0805', 100),
  },
};

export const panasonicErjPrecision: SeriesTable = {
  id: 'panasonic-erj-precision',
  manufacturer: 'Panasonic',
  category: 'chip_resistor',
  series: 'ERJ precision',
  description: 'Thick film chip resistor, precision',
  reference: {
    title:
      'Precision thick film chip resistors, ERJ XG, 1G, 1R to 6R, 3E, 6E, 8E, 14, 12, 1T series (AOA0000C304)',
    url: 'https://industrial.panasonic.com/cdbs/www-data/pdf/RDA0000/AOA0000C304.pdf',
  },
  forms: () => [
    [
      ...START,
      chipSizes('', {
        XGN: '01005',
        '1GN': '0201',
        '2RK': '0402',
        '3EK': '0603',
        '6EN': '0805',
        '8EN': '1206',
        '14N': '1210',
        '12N': '1812',
        '12S': '2010',
        '1TN': '2512',
      }),
      tolerances('F'),
      value(zerosResistance(3)),
      PACKAGING,
    ],
    [
      ...START,
      HALF_PERCENT_SIZES,
      tolerances('D'),
      value(zerosResistance(3)),
      PACKAGING,
    ],
  ],
  constraints: [
    suppliedIn('YU', 'XGN'),
    suppliedIn('CU', '1GN 1RH'),
    suppliedIn('X', '2RK 2RH'),
    suppliedIn('V', '3EK 6EN 8EN 3RB 3RE 6RB 6RE'),
    suppliedIn('U', '14N 12N 12S 1TN'),
  ],
  // As rated in the issues of the last ten years. At 0.5 %, 0402 and 0603 were rated differently, so they stay unknown.
  ratings: [
    ...powerBySize({
      XGN: 0.031,
      '1GN': 0.05,
      '1RH': 0.05,
      '3EK': 0.1,
      '6RB': 0.1,
      '6RE': 0.1,
      '6EN': 0.125,
      '8EN': 0.25,
      '14N': 0.5,
      '12N': 0.75,
      '12S': 0.75,
      '1TN': 1,
    }),
    ...powerBySize({ '2RK': 0.1 }, { tolerance: ['F'] }),
    {
      when: {
        size: ['2RK', '2RH', '3EK', '3RB', '3RE', '6EN', '6RB', '6RE', '8EN', '14N', '12N', '12S', '1TN'],
      },
      states: { qualification: 'AEC-Q200' },
    },
    {
      when: { size: ['2RK', '3EK', '6EN', '8EN', '14N', '12N', '12S', '1TN'], tolerance: ['F'] },
      where: { field: 'resistance', over: 9.76, upTo: 1e6 },
      states: { temperature_coefficient: 100 },
    },
  ],
};

/** Sizes whose code says what the part is made for, too. */
const special = (imperial: string, said: Statements): Statements => ({ package: chip(imperial), ...said });

const SURGE = { series: 'ERJ-P', feature: 'anti-surge', qualification: 'AEC-Q200' } as const;
const PULSE = { series: 'ERJ-T', feature: 'anti-pulse', qualification: 'AEC-Q200' } as const;
const SULPHUR = { series: 'ERJ-U', feature: 'anti-sulphur', qualification: 'AEC-Q200' } as const;
const BOTH = { series: 'ERJ-UP', feature: 'anti-sulphur, anti-surge', qualification: 'AEC-Q200' } as const;
const OLD_SULPHUR = { series: 'ERJ-S', feature: 'anti-sulphur' } as const;
const SPECIAL_SIZES: CodeSegment = {
  name: 'size',
  codes: {
    PA2: special('0402', { ...SURGE, power_rating: 0.2 }),
    P03: special('0603', { ...SURGE, power_rating: 0.2 }),
    PA3: special('0603', { ...SURGE, power_rating: 0.25 }),
    PB3: special('0603', SURGE),
    P06: special('0805', { ...SURGE, power_rating: 0.5 }),
    PB6: special('0805', SURGE),
    P6W: special('0805', SURGE),
    P08: special('1206', { ...SURGE, power_rating: 0.66 }),
    P14: special('1210', { ...SURGE, power_rating: 0.5 }),
    T06: special('0805', PULSE),
    T08: special('1206', PULSE),
    T14: special('1210', PULSE),
    U01: special('0201', SULPHUR),
    U02: special('0402', SULPHUR),
    U03: special('0603', { ...SULPHUR, power_rating: 0.1 }),
    U06: special('0805', { ...SULPHUR, power_rating: 0.125 }),
    U08: special('1206', { ...SULPHUR, power_rating: 0.25 }),
    U14: special('1210', { ...SULPHUR, power_rating: 0.5 }),
    UP3: special('0603', BOTH),
    UP6: special('0805', BOTH),
    UP8: special('1206', BOTH),
    S02: special('0402', OLD_SULPHUR),
    S03: special('0603', OLD_SULPHUR),
    S06: special('0805', OLD_SULPHUR),
    S08: special('1206', OLD_SULPHUR),
  },
};

export const panasonicErjSpecial: SeriesTable = {
  id: 'panasonic-erj-special',
  manufacturer: 'Panasonic',
  category: 'chip_resistor',
  series: 'ERJ-P, ERJ-T, ERJ-U, ERJ-UP, ERJ-S',
  description: 'Thick film chip resistor',
  reference: {
    title: 'Anti-surge thick film chip resistors, ERJ P, PA, PB, PM series (AOA0000C331)',
    url: 'https://industrial.panasonic.com/cdbs/www-data/pdf/RDO0000/AOA0000C331.pdf',
  },
  forms: () => [
    [...START, SPECIAL_SIZES, tolerances('J'), value(zerosResistance(2)), PACKAGING],
    [...START, SPECIAL_SIZES, tolerances('BDF'), value(zerosResistance(3)), PACKAGING],
    [...START, SPECIAL_SIZES, zeroOhm('0R00'), PACKAGING],
  ],
  constraints: [
    suppliedIn('C', 'U01'),
    suppliedIn('X', 'PA2 U02 S02'),
    suppliedIn('V', 'P03 PA3 PB3 P06 PB6 P6W P08 T06 T08 U03 U06 U08 UP3 UP6 UP8 S03 S06 S08'),
    suppliedIn('U', 'P14 T14 U14'),
    { when: { tolerance: ['B'] }, then: { size: ['PB3', 'PB6'] } },
    {
      when: { value: ['0R00'] },
      then: { size: ['U01', 'U02', 'U03', 'U06', 'U08', 'U14', 'S02', 'S03', 'S06', 'S08'] },
    },
  ],
  ratings: [JUMPER],
};

const LOW = { technology: 'thick film' } as const;
const low = (imperial: string, power_rating?: number): Statements =>
  special(imperial, { ...LOW, power_rating });

/** Milliohms with the letter as decimal point, hundredths of an ohm before a `C`: `5M0`, `50M`, `10C`. */
const milliohms = codec(
  [3],
  /^([1-9]M\d|[1-9]\dM|[1-9]\dC)$/,
  (code) =>
    code.endsWith('C')
      ? scaled(code.slice(0, 2), -2)
      : scaled(code.replace('M', ''), code.endsWith('M') ? -3 : -4),
  (ohms) => {
    const tenths = String(Math.round(ohms * 1e4));
    return [
      `${tenths.slice(0, -1)}M${tenths.slice(-1)}`,
      `${Math.round(ohms * 1e3)}M`,
      `${Math.round(ohms * 1e2)}C`,
    ];
  },
);

export const panasonicErjLow: SeriesTable = {
  id: 'panasonic-erj-low',
  manufacturer: 'Panasonic',
  category: 'current_sense_resistor',
  series: 'ERJ low resistance',
  description: 'Chip resistor, low resistance',
  reference: {
    title: 'Low resistance value thick film chip resistors, ERJ 2LW to 14B series (AOA0000C313)',
    url: 'https://industrial.panasonic.com/cdbs/www-data/pdf/RDN0000/AOA0000C313.pdf',
  },
  forms: () => [
    [
      { literal: 'ERJ' },
      { separator: '-' },
      {
        name: 'size',
        codes: {
          '2BS': low('0402', 1 / 6),
          '2BQ': low('0402', 1 / 6),
          '3BS': low('0603'),
          '3BQ': low('0603'),
          '3RS': low('0603', 0.1),
          '3RQ': low('0603', 0.1),
          '6BS': low('0805'),
          '6BQ': low('0805'),
          '6DS': low('0805'),
          '6DQ': low('0805'),
          '6RS': low('0805', 0.125),
          '6RQ': low('0805', 0.125),
          '8BS': low('1206'),
          '8BQ': low('1206'),
          '8RS': low('1206', 0.25),
          '8RQ': low('1206', 0.25),
          '14BS': low('1210'),
          '14BQ': low('1210'),
          '14RS': low('1210'),
          '14RQ': low('1210'),
          '12RS': low('1812'),
          '12RQ': low('1812'),
          '12ZRS': low('2010'),
          '12ZRQ': low('2010'),
          '1TRS': low('2512', 1),
          '1TRQ': low('2512', 1),
        },
      },
      tolerances('FGJ'),
      value(pointValue([3], /^(R\d[1-9]|[1-9]R\d|R[1-9]0)$/, 'R')),
      PACKAGING,
    ],
    [
      { literal: 'ERJ' },
      { separator: '-' },
      {
        name: 'size',
        codes: {
          '2LW': low('0402', 0.2),
          '3LW': low('0603', 0.25),
          '6LW': low('0805', 0.5),
          '2BW': low('0402', 0.25),
          '3BW': low('0603', 0.33),
          '6BW': low('0805', 0.5),
          '6CW': low('0805', 0.5),
          '8BW': low('1206', 1),
          '8CW': low('1206', 1),
        },
      },
      tolerances('DFGJ'),
      value(leadingPoint(4)),
      PACKAGING,
    ],
    [
      { literal: 'ERJ' },
      { separator: '-' },
      {
        name: 'size',
        codes: {
          L03K: low('0603'),
          L06K: low('0805'),
          L08K: low('1206'),
          L14K: low('1210'),
          L1DK: low('2010'),
          L1WK: low('2512', 1),
          M1WS: special('2512', { power_rating: 1 }),
          M1WT: special('2512', { power_rating: 1 }),
        },
      },
      tolerances('FJ'),
      value(milliohms),
      PACKAGING,
    ],
  ],
  constraints: [
    suppliedIn('X', '2BS 2BQ 2BW 2LW'),
    suppliedIn(
      'V',
      '3BS 3BQ 3RS 3RQ 6BS 6BQ 6DS 6DQ 6RS 6RQ 8BS 8BQ 8RS 8RQ 3BW 3LW 6BW 6CW 6LW 8BW 8CW L03K L06K L08K',
    ),
    suppliedIn('U', '14BS 14BQ 14RS 14RQ 12RS 12RQ 12ZRS 12ZRQ 1TRS 1TRQ L14K L1DK L1WK M1WS M1WT'),
  ],
};

/** Thin film. The letter after the size is the product's generation, the one behind it the temperature coefficient. */
export const panasonicEra: SeriesTable = {
  id: 'panasonic-era',
  manufacturer: 'Panasonic',
  category: 'chip_resistor',
  series: 'ERA',
  description: 'Thin film chip resistor, high reliability',
  reference: {
    title: 'Metal film (thin film) chip resistors, high reliability, ERA A type (AOA0000C307)',
    url: 'https://industrial.panasonic.com/cdbs/www-data/pdf/RDM0000/AOA0000C307.pdf',
  },
  forms: () =>
    [2, 3].map((digits) => [
      codes('series', 'technology', { ERA: 'thin film' }),
      { separator: '-' },
      chipSizes('', {
        '1A': '0201',
        '2A': '0402',
        '3A': '0603',
        '6A': '0805',
        '8A': '1206',
        '2V': '0402',
        '3V': '0603',
        '6V': '0805',
        '8V': '1206',
        '3Y': '0603',
        '6Y': '0805',
        '8Y': '1206',
      }),
      codes('tcr', 'temperature_coefficient', { R: 10, P: 15, E: 25, H: 50 }),
      codes('tolerance', 'tolerance', { W: 0.05, B: 0.1, C: 0.25, D: 0.5 }),
      value(zerosResistance(digits as 2 | 3)),
      PACKAGING,
    ]),
  constraints: [
    suppliedIn('C', '1A'),
    suppliedIn('X', '2A 2V'),
    suppliedIn('V', '3A 6A 8A 3V 6V 8V 3Y 6Y 8Y'),
  ],
  ratings: [
    ...powerBySize({ '2A': 1 / 16, '3A': 0.1, '6A': 0.125, '8A': 0.25 }),
    {
      when: { size: ['1A', '2A', '3A', '6A', '8A', '2V', '3V', '6V', '8V'] },
      states: { qualification: 'AEC-Q200' },
    },
  ],
};

const arrayOf = (pkg: string, power_rating?: number): Statements => ({ package: pkg, power_rating });

export const panasonicExb: SeriesTable = {
  id: 'panasonic-exb',
  manufacturer: 'Panasonic',
  category: 'resistor_array',
  series: 'EXB',
  description: 'Thick film chip resistor array',
  reference: {
    title: 'Chip resistor array, EXB 1, 2, 3, N, S, V series (AOC0000C14)',
    url: 'https://industrial.panasonic.com/cdbs/www-data/pdf/AOC0000/AOC0000C14.pdf',
  },
  forms: () =>
    [value(zerosResistance(2)), zeroOhm('R000')].map((resistance) => [
      codes('series', 'technology', { EXB: 'thick film' }),
      { separator: '-' },
      {
        name: 'size',
        codes: {
          '14V': arrayOf('2x0201', 0.031),
          '18V': arrayOf('4x0201', 0.031),
          '24V': arrayOf('2x0402', 0.063),
          '28V': arrayOf('4x0402', 0.063),
          '2HV': arrayOf('8x0402', 0.063),
          '34V': arrayOf('2x0603', 0.063),
          '38V': arrayOf('4x0603', 0.063),
          N8V: arrayOf('4x0402'),
          S8V: arrayOf('4x0805'),
          V4V: arrayOf('2x0603', 0.063),
          V8V: arrayOf('4x0603', 0.063),
        },
      },
      ...'codec' in resistance ? [resistance, tolerances('J')] : [resistance],
      PACKAGING,
    ]),
  constraints: [
    suppliedIn('CX', '14V 18V'),
    suppliedIn('X', '24V 28V N8V'),
    suppliedIn('V', '2HV 34V 38V S8V V4V V8V'),
  ],
  ratings: [JUMPER],
};

export const panasonicNetwork: SeriesTable = {
  id: 'panasonic-exb-network',
  manufacturer: 'Panasonic',
  category: 'resistor_array',
  series: 'EXB-A, EXB-D, EXB-E, EXB-Q',
  description: 'Chip resistor network',
  reference: {
    title: 'Chip resistor networks, EXB D, E, A, Q series (AOC0000C13)',
    url: 'https://industrial.panasonic.com/cdbs/www-data/pdf/AOC0000/AOC0000C13.pdf',
  },
  forms: () => [[
    codes('series', 'technology', { EXB: 'thick film' }),
    { separator: '-' },
    {
      name: 'kind',
      codes: {
        A10P: { pins: 10 },
        A10E: { pins: 10 },
        D10C: { pins: 10 },
        E10C: { pins: 10 },
        Q16P: { pins: 16 },
      },
    },
    value(zerosResistance(2)),
    tolerances('J'),
    bareCodes('packaging', ' U V'),
  ]],
};

export const panasonicErtj: SeriesTable = {
  id: 'panasonic-ert-j',
  manufacturer: 'Panasonic',
  category: 'thermistor',
  series: 'ERT-J',
  description: 'NTC thermistor, multilayer chip',
  reference: {
    title: 'Multilayer NTC thermistors, ERTJ series (AUA0000C8)',
    url: 'https://industrial.panasonic.com/cdbs/www-data/pdf/AUA0000/AUA0000C8.pdf',
  },
  forms: () => [[
    { literal: 'ERT' },
    { separator: '-' },
    { literal: 'J' },
    chipSizes('', { ZE: '0201', '0E': '0402', '1V': '0603' }),
    bareCodes('b_value', 'A G P R S T V'),
    value(thermistorValue),
    codes('tolerance', 'tolerance', { F: 1, G: 2, H: 3, J: 5 }),
    { name: 'grade', codes: { '': {}, A: {}, B: {}, M: { qualification: 'AEC-Q200' } } },
  ]],
};

const axial = (series: string, technology: string, power_rating: number): Statements => (
  { series, technology, power_rating, package: 'axial' }
);

export const panasonicLeaded: SeriesTable = {
  id: 'panasonic-leaded',
  manufacturer: 'Panasonic',
  category: 'through_hole_resistor',
  series: 'ERD, ERG, ERX',
  description: 'Axial resistor',
  reference: {
    title: 'Metal (oxide) film resistors, flame-retardant, ERG, ERX S type (AOA0000C319)',
    url: 'https://industrial.panasonic.com/cdbs/www-data/pdf/RDB0000/AOA0000C319.pdf',
  },
  forms: () => [[
    {
      name: 'series',
      codes: {
        ERDS1: axial('ERD', 'carbon film', 0.5),
        ERDS2: axial('ERD', 'carbon film', 0.25),
        ERG12S: axial('ERG', 'metal oxide film', 0.5),
        ERG1S: axial('ERG', 'metal oxide film', 1),
        ERG2S: axial('ERG', 'metal oxide film', 2),
        ERG3S: axial('ERG', 'metal oxide film', 3),
        ERX1S: axial('ERX', 'metal film', 1),
        ERX2S: axial('ERX', 'metal film', 2),
        ERX3S: axial('ERX', 'metal film', 3),
      },
      spelt: {
        ERDS1: 'ERD-S1',
        ERDS2: 'ERD-S2',
        ERG12S: 'ERG-12S',
        ERG1S: 'ERG-1S',
        ERG2S: 'ERG-2S',
        ERG3S: 'ERG-3S',
        ERX1S: 'ERX-1S',
        ERX2S: 'ERX-2S',
        ERX3S: 'ERX-3S',
      },
    },
    bareCodes('forming', ' T'),
    tolerances('GJ'),
    value(zerosOrPoint(2)),
    bareCodes('taping', ' A E P V'),
  ]],
};

export const panasonicResistors: readonly SeriesTable[] = [
  panasonicErjGeneral,
  panasonicErjPrecision,
  panasonicErjSpecial,
  panasonicErjLow,
  panasonicEra,
  panasonicExb,
  panasonicNetwork,
  panasonicErtj,
  panasonicLeaded,
];
