/** Ceramic chips of manufacturers with one scheme each. */
import { absoluteTolerances, bareCodes, chipSizes, codes, tolerances } from '../../segments.ts';
import { codec, mantissa, scaled } from '../../codecs.ts';
import type { CodeSegment, Segment, SeriesTable } from '../../table.ts';
import {
  capacitance,
  decadeVoltages,
  dielectrics,
  from10pF,
  joined,
  smallAndLarge,
  upTo10pF,
  upTo10pFWithZero,
  zerosVoltages,
} from './ceramic.ts';

const COMMON = {
  category: 'ceramic_capacitor',
  series: 'MLCC',
  description: 'Multilayer ceramic chip capacitor',
} as const;

const VOLTAGE = zerosVoltages(
  '2R5 4R0 6R3 100 160 250 350 500 630 101 201 251 401 451 501 601 631 102 152 202 252 302 402',
);

const vishay = (dielectric: CodeSegment, value: Segment, tolerance: CodeSegment): Segment[][] => {
  const start: Segment[] = [
    { literal: 'VJ' },
    chipSizes('0201 0402 0603 0805 1206 1210 1808 1812 1825 2220 2225'),
    dielectric,
    value,
    tolerance,
    {
      name: 'termination',
      codes: {
        X: {},
        B: { feature: 'soft termination' },
        F: { description: 'Multilayer ceramic chip capacitor, silver palladium terminations' },
        L: { description: 'Multilayer ceramic chip capacitor, tin-lead plated' },
      },
    },
    codes('voltage', 'voltage_rating', {
      Y: 6.3,
      Q: 10,
      J: 16,
      X: 25,
      A: 50,
      B: 100,
      C: 200,
      P: 250,
      E: 500,
      L: 630,
      G: 1000,
      R: 1500,
      F: 2000,
    }),
  ];
  const reel = codes('packaging', 'packaging', {
    B: 'bulk',
    C: 'paper tape, 7 inch reel',
    P: 'paper tape, 11 1/4 or 13 inch reel',
    R: 'plastic tape, 11 1/4 or 13 inch reel',
    T: 'plastic tape, 7 inch reel',
    J: 'tape, 7 inch reel',
  });
  return [
    [...start, bareCodes('marking', 'A M'), reel],
    [...start, bareCodes('marking', 'A M'), reel, {
      name: 'process',
      codes: { '31': { qualification: 'AEC-Q200' }, '5Z': { feature: 'arc protection' } },
    }],
    [...start, reel, bareCodes('process', 'W1BC W2BC')],
  ];
};

/** `D` is made for radio frequencies. */
const VISHAY_CLASS_1: CodeSegment = {
  name: 'dielectric',
  codes: { A: { dielectric: 'C0G' }, D: { dielectric: 'C0G', feature: 'high Q' } },
};

export const vishayVj: SeriesTable = {
  ...COMMON,
  id: 'vishay-vj',
  manufacturer: 'Vishay',
  series: 'VJ',
  reference: {
    title: 'VJ commercial series, surface mount multilayer ceramic chip capacitors',
    url: 'https://www.vishay.com/docs/45199/vjcommercialseries.pdf',
  },
  forms: () => [
    ...vishay(VISHAY_CLASS_1, upTo10pF, absoluteTolerances('BCD')),
    ...vishay(VISHAY_CLASS_1, from10pF, tolerances('FGJKM')),
    ...vishay(dielectrics('', { Y: 'X7R', G: 'X5R', V: 'Y5V' }), from10pF, tolerances('JKMZ')),
  ],
};

export const nicNmc: SeriesTable = {
  ...COMMON,
  id: 'nic-nmc',
  manufacturer: 'NIC Components',
  series: 'NMC',
  reference: {
    title: 'NMC series, multilayer ceramic chip capacitors, part number system',
    url: 'https://www.niccomp.com/catalog/nmc.pdf',
  },
  forms: () =>
    smallAndLarge(
      [
        { literal: 'NMC' },
        chipSizes('0201 0402 0603 0805 1206 1210 1808 1812 2220 2225'),
        dielectrics('X5R X6S X7R X7S Y5V', { NPO: 'C0G' }),
      ],
      'BCD',
      'FGJKMZ',
      [
        codes('voltage', 'voltage_rating', {
          '4': 4,
          '6.3': 6.3,
          '10': 10,
          '16': 16,
          '25': 25,
          '35': 35,
          '50': 50,
          '100': 100,
          '200': 200,
          '250': 250,
          '500': 500,
          '630': 630,
          '1KV': 1000,
          '2KV': 2000,
        }),
        {
          optional: [codes('packaging', 'packaging', {
            TR: 'tape and reel',
            TRP: 'paper tape, 7 inch reel',
            TRPLP: 'paper tape, 7 inch reel',
            TRPLP3: 'paper tape, 7 inch reel',
          })],
        },
        { optional: [{ literal: 'F' }] },
      ],
    ),
};

export const cctcTcc: SeriesTable = {
  ...COMMON,
  id: 'cctc-tcc',
  manufacturer: 'CCTC',
  series: 'TCC',
  reference: {
    title: 'Multilayer ceramic chip capacitors, TCC series',
    url: 'https://www.cctc.cc/index_en.html',
  },
  forms: () =>
    smallAndLarge(
      [
        { literal: 'TCC' },
        chipSizes('0201 0402 0603 0805 1206 1210 1808 1812 2220'),
        dielectrics('X5R X6S X7R X7S Y5V', { COG: 'C0G' }),
      ],
      'BCD',
      'FGJKMZ',
      [
        VOLTAGE,
        bareCodes('thickness', 'A B C D E F G H'),
        codes('packaging', 'packaging', { T: 'tape and reel' }),
      ],
    ),
};

const METRIC = {
  '0603': '0201',
  '1005': '0402',
  '1608': '0603',
  '2012': '0805',
  '3216': '1206',
  '3225': '1210',
  '4520': '1808',
  '4532': '1812',
};

export const samwhaCs: SeriesTable = {
  ...COMMON,
  id: 'samwha-cs',
  manufacturer: 'Samwha',
  series: 'CS',
  reference: {
    title: 'Multilayer ceramic capacitors, CS series',
    url: 'https://www.samwha.com/',
  },
  forms: () =>
    smallAndLarge(
      [
        { literal: 'CS' },
        chipSizes('', METRIC),
        dielectrics('X5R X6S X7R X7S Y5V', { COG: 'C0G' }),
      ],
      'BCD',
      'FGJKMZ',
      [VOLTAGE, { literal: 'N' }, codes('packaging', 'packaging', { R: 'tape and reel' }), { free: 1 }],
    ),
};

export const holyStone: SeriesTable = {
  ...COMMON,
  id: 'holy-stone-c',
  manufacturer: 'Holy Stone',
  series: 'C',
  reference: {
    title: 'Multilayer ceramic chip capacitors, product guide',
    url: 'https://www.holystonecaps.com/',
  },
  forms: () =>
    smallAndLarge(
      [
        joined('C', chipSizes('0402 0603 0805 1206 1210 1808 1812 1825 2220 2225')),
        dielectrics('', { X: 'X7R', N: 'C0G' }),
      ],
      'BCD',
      'FGJKM',
      [
        codes('voltage', 'voltage_rating', {
          '016': 16,
          '025': 25,
          '050': 50,
          '101': 100,
          '201': 200,
          '251': 250,
          '501': 500,
          '631': 630,
          '102': 1000,
          '202': 2000,
          '302': 3000,
        }),
        codes('packaging', 'packaging', { T: 'tape and reel' }),
      ],
    ),
};

export const sanyearC: SeriesTable = {
  ...COMMON,
  id: 'sanyear-c',
  manufacturer: 'SANYEAR',
  series: 'C',
  reference: {
    title: 'C0603X7R222J500NT, data sheet',
    url: 'https://www.lcsc.com/product-detail/C2835545.html',
  },
  forms: () =>
    smallAndLarge(
      [
        joined('C', chipSizes('0201 0402 0603 0805 1206 1210 1808 1812 2220')),
        dielectrics('X5R X6S X7R X7S X7T', { C0G: 'C0G', COG: 'C0G' }),
      ],
      'BCD',
      'FGJKM',
      [VOLTAGE, { literal: 'N' }, codes('packaging', 'packaging', { T: 'tape and reel' })],
    ),
};

export const pdcChip: SeriesTable = {
  ...COMMON,
  id: 'pdc-chip',
  manufacturer: 'PDC',
  reference: {
    title: 'Multilayer ceramic chip capacitors, how to order',
    url: 'https://www.pdc.com.tw/',
  },
  forms: () =>
    smallAndLarge(
      [
        {
          name: 'series',
          codes: {
            FN: { series: 'FN' },
            FS: { series: 'FS', description: 'Multilayer ceramic chip capacitor, high capacitance' },
            FM: { series: 'FM', description: 'Multilayer ceramic chip capacitor, medium voltage' },
            FV: { series: 'FV', description: 'Multilayer ceramic chip capacitor, high voltage' },
            MT: { series: 'MT' },
          },
        },
        chipSizes('', {
          '03': '0201',
          '15': '0402',
          '18': '0603',
          '21': '0805',
          '31': '1206',
          '32': '1210',
          '42': '1808',
          '43': '1812',
          '46': '1825',
        }),
        dielectrics('', { N: 'C0G', X: 'X7R' }),
      ],
      'BCD',
      'FGJKM',
      // How it is packed, thickness, and a control code.
      [VOLTAGE, bareCodes('packing', 'P E'), { free: 1 }, bareCodes('control', 'G E Q')],
    ),
};

export const venkelC: SeriesTable = {
  ...COMMON,
  id: 'venkel-c',
  manufacturer: 'Venkel',
  series: 'C',
  reference: {
    title: 'C series, multilayer ceramic chip capacitors, how to order',
    url: 'https://www.venkel.com/',
  },
  forms: () =>
    smallAndLarge(
      [
        joined('C', chipSizes('0201 0402 0603 0805 1206 1210 1808 1812 2220')),
        dielectrics('C0G X5R X6S X7R X7S Y5V', { COG: 'C0G' }),
        VOLTAGE,
        { separator: '-' },
      ],
      'BCD',
      'FGJKMZ',
      // Nickel barrier, and the reel.
      [{ literal: 'N' }, bareCodes('packaging', 'E P R')],
    ),
};

export const calChipGmc: SeriesTable = {
  ...COMMON,
  id: 'cal-chip-gmc',
  manufacturer: 'Cal-Chip Electronics',
  series: 'GMC',
  reference: {
    title: 'GMC series, multilayer ceramic chip capacitors',
    url: 'https://www.calchip.com/',
  },
  forms: () =>
    smallAndLarge(
      [
        { literal: 'GMC' },
        chipSizes('', {
          '04': '0402',
          '10': '0603',
          '21': '0805',
          '31': '1206',
          '32': '1210',
          '42': '1808',
          '43': '1812',
        }),
        dielectrics('X5R X6S X7R X7S Y5V', { CG: 'C0G' }),
      ],
      'BCD',
      'FGJKMZ',
      [
        codes('voltage', 'voltage_rating', {
          '4': 4,
          '6R3': 6.3,
          '10': 10,
          '16': 16,
          '25': 25,
          '35': 35,
          '50': 50,
          '100': 100,
          '200': 200,
          '250': 250,
          '500': 500,
          '630': 630,
          '1000': 1000,
        }),
        { optional: [{ literal: 'NT' }] },
      ],
    ),
};

export const eyangE: SeriesTable = {
  ...COMMON,
  id: 'eyang-e',
  manufacturer: 'Eyang',
  series: 'E',
  reference: {
    title: 'Multilayer ceramic chip capacitors',
    url: 'https://www.szeyang.com/',
  },
  forms: () =>
    smallAndLarge(
      [
        joined('E', chipSizes('0201 0402 0603 0805 1206 1210')),
        dielectrics('X5R X6S X7R X7S', { C0G: 'C0G', COG: 'C0G' }),
      ],
      'BCD',
      'FGJKM',
      [VOLTAGE, { literal: 'NT' }, bareCodes('thickness', 'A B C D E F G')],
    ),
};

/** No longer made, but in the lists of many boards. `B` is X7R or X5R, whichever the document gives for the value. */
export const panasonicEcj: SeriesTable = {
  ...COMMON,
  id: 'panasonic-ecj',
  manufacturer: 'Panasonic',
  series: 'ECJ',
  reference: {
    title: 'Multilayer ceramic capacitors (chip type), ECJ series, explanation of part numbers',
    url: 'https://industrial.panasonic.com/cdbs/www-data/pdf/ABJ0000/ABJ0000CE1.pdf',
  },
  forms: () =>
    ([['C', 'C0G'], ['B'], ['F', 'Y5V']] as const).flatMap(([letter, dielectric]) => {
      const before = [
        { literal: 'ECJ' },
        chipSizes('', { Z: '0201', '0': '0402', '1': '0603', '2': '0805', '3': '1206', '4': '1210' }),
        bareCodes('packaging', 'E V X Y F'),
        { name: 'dielectric', codes: { [letter]: dielectric === undefined ? {} : { dielectric } } },
        decadeVoltages('0G 0J 1A 1C 1E 1V 1H 2A 2D'),
      ];
      const [small, large] = smallAndLarge(
        before,
        'CD',
        letter === 'C' ? 'GJK' : 'KMZ',
        [],
        upTo10pFWithZero,
      );
      return letter === 'C' ? [small!, large!] : [large!];
    }),
};

const JOHANSON_SIZE = chipSizes('', {
  R05: '0201',
  R07: '0402',
  R14: '0603',
  R15: '0805',
  R18: '1206',
  S41: '1210',
  S42: '1111',
  R29: '1808',
  S43: '1812',
});

export const johanson: SeriesTable = {
  ...COMMON,
  id: 'johanson-chip',
  manufacturer: 'Johanson',
  reference: {
    title: 'Ceramic chip capacitors, how to order',
    url: 'https://www.johansondielectrics.com/downloads/jdi-product-catalog.pdf',
  },
  forms: () => [
    ...smallAndLarge(
      [
        VOLTAGE,
        JOHANSON_SIZE,
        {
          name: 'dielectric',
          codes: {
            N: { dielectric: 'C0G' },
            S: { dielectric: 'C0G', feature: 'high Q' },
            L: { dielectric: 'C0G', feature: 'high Q' },
            E: { dielectric: 'C0G', feature: 'high Q' },
            W: { dielectric: 'X7R' },
            X: { dielectric: 'X5R' },
          },
        },
      ],
      'ABCD',
      'FGJKMZ',
      [
        { name: 'termination', codes: { V: {}, F: { feature: 'soft termination' } } },
        bareCodes('marking', '3 4 6'),
        codes('packaging', 'packaging', {
          T: 'paper tape, 7 inch reel',
          E: 'embossed tape, 7 inch reel',
          R: 'paper tape, 13 inch reel',
          U: 'embossed tape, 13 inch reel',
        }),
      ],
    ),
  ],
  constraints: [
    // A radio frequency series in a size of its own each.
    { when: { dielectric: ['L'] }, then: { size: ['R05'] } },
    { when: { dielectric: ['S'] }, then: { size: ['R07', 'R14', 'R15'] } },
    { when: { dielectric: ['E'] }, then: { size: ['S42'] } },
    { when: { size: ['S42'] }, then: { dielectric: ['E'] } },
  ],
};

/** Two significant digits between zeros: `0103` is 10 nF; below 10 pF with `P` as decimal point, `1P50` is 1.5 pF. */
const syferCapacitance = codec(
  [4],
  /^(0[1-9]\d[0-7]|[1-9]P\d0|0P[1-9]0)$/,
  (code) => {
    const [whole = '', fraction] = code.split('P');
    if (fraction !== undefined) return scaled(whole + fraction.charAt(0), -13);
    return scaled(code.slice(1, 3), Number(code[3]) - 12);
  },
  (value) => {
    const [digits, exponent] = mantissa(value, 2);
    return [`0${digits}${exponent + 12}`, `${digits[0]}P${digits[1]}0`, `0P${digits[0]}0`];
  },
);

const syfer = (dielectric: CodeSegment, tolerance: CodeSegment): Segment[] => [
  joined(chipSizes('0402 0603 0805 1206 1210 1808 1812 1825 2220 2225'), {
    name: 'termination',
    codes: { J: {}, Y: { feature: 'soft termination' } },
  }),
  codes('voltage', 'voltage_rating', {
    '016': 16,
    '025': 25,
    '050': 50,
    '063': 63,
    '100': 100,
    '200': 200,
    '250': 250,
    '500': 500,
    '630': 630,
    '1K0': 1000,
    '1K5': 1500,
    '2K0': 2000,
    '2K5': 2500,
    '3K0': 3000,
  }),
  capacitance(syferCapacitance),
  tolerance,
  dielectric,
  codes('packaging', 'packaging', { T: '7 inch reel', R: '13 inch reel', B: 'bulk' }),
];

export const knowlesSyfer: SeriesTable = {
  ...COMMON,
  id: 'knowles-syfer',
  manufacturer: 'Knowles',
  series: 'Syfer',
  reference: {
    title: 'Syfer multilayer ceramic chip capacitors, ordering information',
    url: 'https://www.knowlescapacitors.com/',
  },
  forms: () => [
    syfer(dielectrics('', { C: 'C0G' }), tolerances('FGJKM')),
    syfer(dielectrics('', { X: 'X7R', P: 'X5R' }), tolerances('JKM')),
  ],
};

/** Broadband: neither size nor voltage has more than one code. */
const atc530 = (prefix: readonly Segment[]): Segment[] => [
  ...prefix,
  { name: 'series', codes: { '530L': { series: 'ATC 530L', ...chipSizes('0402').codes['0402'] } } },
  from10pF,
  tolerances('KM'),
  { literal: 'T' },
  codes('voltage', 'voltage_rating', { '16': 16 }),
  { optional: [codes('packaging', 'packaging', { T: 'tape and reel' })] },
];

export const atc: SeriesTable = {
  manufacturer: 'KYOCERA AVX',
  category: 'ceramic_capacitor',
  id: 'avx-atc',
  series: 'ATC',
  description: 'Multilayer ceramic chip capacitor, radio frequency',
  reference: {
    title: 'ATC 100 and 600 series, RF and microwave capacitors, part number code',
    url: 'https://datasheets.kyocera-avx.com/ATC-600S.pdf',
  },
  forms: () =>
    [[], [{ literal: 'ATC' }]].flatMap((prefix) => [
      atc530(prefix),
      ...smallAndLarge(
        [
          ...prefix,
          {
            name: 'series',
            codes: Object.fromEntries(
              Object.entries({
                '100A': '0505',
                '100B': '1111',
                '600L': '0402',
                '600S': '0603',
                '600F': '0805',
              })
                .map((
                  [series, size],
                ) => [series, {
                  series: `ATC ${series}`,
                  dielectric: 'C0G',
                  feature: 'high Q',
                  ...chipSizes(size).codes[size],
                }]),
            ),
          },
        ],
        'ABCD',
        'FGJKM',
        [
          bareCodes('termination', 'T W'),
          codes('voltage', 'voltage_rating', {
            '50': 50,
            '100': 100,
            '150': 150,
            '200': 200,
            '250': 250,
            '300': 300,
            '500': 500,
            '1500': 1500,
          }),
          { optional: [bareCodes('marking', 'X')] },
          codes('packaging', 'packaging', { T: 'tape and reel', TV: 'tape and reel, vertical' }),
        ],
      ),
    ]),
};
