import { bareCodes, codes, onFirstRead, tolerances } from '../../segments.ts';
import type { CodeSegment, Segment, SeriesTable } from '../../table.ts';
import { decadeVoltages, joined } from './ceramic.ts';
import { cases, picofarads, plainMicrofarads, withinTwentyPercent } from './electrolytic.ts';

const COMMON = {
  category: 'tantalum_capacitor',
  description: 'Solid tantalum chip capacitor',
} as const;

const POLYMER = { technology: 'polymer' } as const;

/** Volts in three digits; 6.3 V and 2.5 V are rounded. */
const VOLTAGE = codes('voltage', 'voltage_rating', {
  '002': 2.5,
  '2R5': 2.5,
  '003': 3,
  '004': 4,
  '006': 6.3,
  '6R3': 6.3,
  '008': 8,
  '010': 10,
  '012': 12.5,
  '015': 15,
  '016': 16,
  '020': 20,
  '025': 25,
  '035': 35,
  '050': 50,
  '063': 63,
  '075': 75,
});

/** Series resistances are given in round values, the coarser the larger they are: a step up to each, in milliohms. */
const STEPS = [[30, 1], [1000, 5], [5000, 50], [30_000, 500]] as const;

const ROUND_MILLIOHMS = STEPS.flatMap(([to, step], i) => {
  const from = STEPS[i - 1]?.[0] ?? 0;
  return Array.from({ length: (to - from) / step }, (_, n) => from + (n + 1) * step);
});

/** Maximum series resistance in milliohms, in so many digits. */
const seriesResistance = (width: number): CodeSegment =>
  onFirstRead('series resistance', () => ({
    codes: Object.fromEntries(
      ROUND_MILLIOHMS.map((milliohms) => String(milliohms).padStart(width, '0'))
        .filter((code) => code.length === width).map((code) => [code, {}]),
    ),
  }));

const KEMET_CASE = cases(
  'A=3216-18 B=3528-21 C=6032-28 D=7343-31 X=7343-43 E=7360-38 R=2012-12 S=3216-12 T=3528-12 U=6032-15 W=7343-15 ' +
    'V=7343-20 M=3528-15 Y=7343-40 L=6032-19 I=3216-10 H=7360-20 K=3528-12',
);

const KEMET_SERIES: CodeSegment = {
  name: 'series',
  codes: {
    T491: { series: 'T491' },
    T494: { series: 'T494', feature: 'low ESR' },
    T495: { series: 'T495', feature: 'low ESR, surge robust' },
    T496: { series: 'T496', feature: 'fused' },
    T498: { series: 'T498', feature: 'high temperature' },
    T510: { series: 'T510', feature: 'multiple anode' },
    T520: { series: 'T520', ...POLYMER },
    T521: { series: 'T521', ...POLYMER },
    T523: { series: 'T523', ...POLYMER },
    T525: { series: 'T525', ...POLYMER },
    T528: { series: 'T528', ...POLYMER },
    T530: { series: 'T530', feature: 'multiple anode', ...POLYMER },
    T591: { series: 'T591', ...POLYMER },
    T598: { series: 'T598', qualification: 'AEC-Q200', ...POLYMER },
  },
};

const KEMET_START: readonly Segment[] = [
  KEMET_SERIES,
  KEMET_CASE,
  picofarads,
  tolerances('JKM'),
  VOLTAGE,
  bareCodes('reliability', 'A B C D Z'),
  codes('finish', 'description', {
    T: 'Solid tantalum chip capacitor',
    H: 'Solid tantalum chip capacitor, tin-lead plated',
    S: 'Solid tantalum chip capacitor, tin-lead plated',
    G: 'Solid tantalum chip capacitor, gold plated',
  }),
];

const KEMET_END: readonly Segment[] = [{
  optional: [{
    name: 'packaging',
    codes: {
      '7280': { packaging: '13 inch reel' },
      '7027': { packaging: '7 inch reel' },
      AUTO: { qualification: 'AEC-Q200' },
    },
  }],
}];

export const kemetTantalum: SeriesTable = {
  ...COMMON,
  id: 'kemet-tantalum',
  manufacturer: 'KEMET',
  series: 'T4',
  reference: {
    title: 'Tantalum surface mount capacitors, T491 industrial grade MnO2',
    url: 'https://content.kemet.com/datasheets/KEM_T2005_T491.pdf',
  },
  forms: () => [
    [...KEMET_START, ...KEMET_END],
    [...KEMET_START, { literal: 'E' }, seriesResistance(3), ...KEMET_END],
    // Lists often end with the voltage.
    KEMET_START.slice(0, -2),
  ],
};

export const kemetAoCap: SeriesTable = {
  id: 'kemet-ao-cap',
  manufacturer: 'KEMET',
  category: 'polymer_capacitor',
  series: 'A700',
  description: 'Conductive polymer aluminium chip capacitor',
  reference: {
    title: 'Aluminum organic capacitor (AO-CAP), A700 polymer aluminum',
    url: 'https://content.kemet.com/datasheets/KEM_A4072_A700.pdf',
  },
  forms: () => [[
    { literal: 'A700' },
    cases('V=7343-20 D=7343-31 X=7343-43 W=7343-15'),
    picofarads,
    tolerances('M'),
    VOLTAGE,
    { literal: 'ATE' },
    seriesResistance(3),
    ...KEMET_END,
  ]],
};

const AVX_CASE = cases(
  'A=3216-18 B=3528-21 C=6032-28 D=7343-31 E=7343-43 F=6032-20 G=3216-15 H=3528-15 K=3216-10 L=6032-10 N=1005 ' +
    'P=2012-15 R=2012-12 S=3216-12 T=3528-12 U=7361-43 V=7361-38 W=6032-15 X=7343-15 Y=7343-20',
);

const AVX_PACKAGING: CodeSegment = {
  name: 'packaging',
  codes: {
    R: { packaging: '7 inch reel' },
    S: { packaging: '13 inch reel' },
    T: { packaging: '7 inch reel', qualification: 'AEC-Q200' },
    U: { packaging: '13 inch reel', qualification: 'AEC-Q200' },
    A: { packaging: '7 inch reel', description: 'Solid tantalum chip capacitor, gold plated' },
    B: { packaging: '13 inch reel', description: 'Solid tantalum chip capacitor, gold plated' },
    H: { packaging: '7 inch reel', description: 'Solid tantalum chip capacitor, tin-lead plated' },
    K: { packaging: '13 inch reel', description: 'Solid tantalum chip capacitor, tin-lead plated' },
  },
};

const avxStart = (series: CodeSegment): Segment[] => [
  series,
  AVX_CASE,
  picofarads,
  tolerances('KM'),
  VOLTAGE,
  AVX_PACKAGING,
];

const TAJ: CodeSegment = { name: 'series', codes: { TAJ: {} } };

const DRY_PACK: Segment = { optional: [{ literal: 'V' }] };

export const avxTantalum: SeriesTable = {
  ...COMMON,
  id: 'avx-tantalum',
  manufacturer: 'KYOCERA AVX',
  series: 'TAJ',
  reference: {
    title: 'TAJ series, standard and low profile tantalum capacitors',
    url: 'https://datasheets.kyocera-avx.com/TAJ.pdf',
  },
  forms: () => [
    [...avxStart(TAJ), { literal: 'NJ' }, DRY_PACK],
    // Lists often leave out the suffix, or the packaging, too.
    avxStart(TAJ),
    avxStart(TAJ).slice(0, -1),
    [...avxStart({ name: 'series', codes: { TRJ: { series: 'TRJ' }, THJ: { series: 'THJ' } } }), {
      literal: 'RJ',
    }, DRY_PACK],
    [
      ...avxStart({
        name: 'series',
        codes: {
          TPS: { series: 'TPS', feature: 'low ESR' },
          TPM: { series: 'TPM', feature: 'multiple anode' },
          TLJ: { series: 'TLJ' },
          TCJ: { series: 'TCJ', ...POLYMER },
          TCQ: { series: 'TCQ', qualification: 'AEC-Q200', ...POLYMER },
        },
      }),
      seriesResistance(4),
      DRY_PACK,
    ],
  ],
};

const F_START = (series: CodeSegment): Segment[] => [
  series,
  decadeVoltages('0E 0G 0J 1A 1C 1D 1E 1V 1H'),
  picofarads,
  tolerances('KM'),
];

/** The letter of a case is no size of EIA. */
export const avxMicrochip: SeriesTable = {
  ...COMMON,
  id: 'avx-tac',
  manufacturer: 'KYOCERA AVX',
  series: 'TAC',
  reference: {
    title: 'TAC series, standard TACmicrochip',
    url: 'https://datasheets.kyocera-avx.com/TAC.pdf',
  },
  forms: () => [[
    {
      name: 'series',
      codes: { TAC: {}, TLC: { series: 'TLC' }, TPC: { series: 'TPC', feature: 'low ESR' } },
    },
    bareCodes('case', 'A B H J K L M N Q R S T U V Z'),
    picofarads,
    tolerances('KM'),
    VOLTAGE,
    codes('packaging', 'packaging', {
      PTA: '4 inch reel',
      QTA: '4 inch reel',
      RTA: '7 inch reel',
      XTA: '4 inch reel',
    }),
  ]],
};

export const avxF93: SeriesTable = {
  ...COMMON,
  id: 'avx-f9',
  manufacturer: 'KYOCERA AVX',
  series: 'F93',
  reference: {
    title: 'F93 series, resin-molded chip, standard tantalum, J-lead',
    url: 'https://datasheets.kyocera-avx.com/F93.pdf',
  },
  forms: () => [
    [
      ...F_START({ name: 'series', codes: { F93: {} } }),
      cases('A=3216-18 B=3528-21 C=6032-28 N=7343-31'),
      bareCodes('coding', 'A C'),
    ],
    [
      ...F_START({ name: 'series', codes: { F91: { series: 'F91', feature: 'low ESR' } } }),
      cases('B=3528-21 C=6032-28 N=7343-31'),
      bareCodes('coding', 'A C'),
    ],
    // Smaller cases, whose letters mean other sizes in each series.
    [
      ...F_START({
        name: 'series',
        codes: {
          F92: { series: 'F92', feature: 'low profile' },
          F98: { series: 'F98', feature: 'miniature' },
        },
      }),
      bareCodes('case', 'A B J M P S T U'),
      bareCodes('coding', 'A'),
    ],
  ],
};

const SPRAGUE_CASE = cases('A=3216-18 B=3528-21 C=6032-28 D=7343-31 E=7343-43 V=7343-20');

const SPRAGUE_TOLERANCE = codes('tolerance', 'tolerance', { X0: 20, X9: 10, X5: 5 });

const SPRAGUE_END: CodeSegment = codes('termination', 'packaging', {
  '2TE3': '7 inch reel',
  '2WE3': '13 inch reel',
  '2T': '7 inch reel',
  '2W': '13 inch reel',
  '8T': '7 inch reel, tin-lead plated',
  '8W': '13 inch reel, tin-lead plated',
});

const VISHAY_ESR_START = (series: CodeSegment, size: CodeSegment): Segment[] => [
  series,
  size,
  picofarads,
  tolerances('KM'),
  VOLTAGE,
  codes('packaging', 'packaging', {
    C: '7 inch reel',
    D: '13 inch reel',
    E: '7 inch reel, tin-lead plated',
    F: '13 inch reel, tin-lead plated',
  }),
  seriesResistance(4),
];

export const vishayTantalum: SeriesTable = {
  ...COMMON,
  id: 'vishay-tantalum',
  manufacturer: 'Vishay',
  series: '293D',
  reference: {
    title: '293D, solid tantalum surface mount chip capacitors, molded case',
    url: 'https://www.vishay.com/docs/40002/293d.pdf',
  },
  forms: () => [
    [
      { name: 'series', codes: { '293D': {}, '593D': { series: '593D', feature: 'low ESR' } } },
      picofarads,
      SPRAGUE_TOLERANCE,
      VOLTAGE,
      SPRAGUE_CASE,
      SPRAGUE_END,
    ],
    [
      { name: 'series', codes: { TMCM: { series: 'TMCM' } } },
      SPRAGUE_CASE,
      decadeVoltages('0G 0J 1A 1C 1D 1E 1V'),
      picofarads,
      tolerances('KM'),
      codes('packaging', 'packaging', { TRF: 'tape and reel' }),
    ],
    // Conformally coated or leadframeless: the letters of their cases are no EIA sizes.
    [
      {
        name: 'series',
        codes: {
          '594D': { series: '594D', feature: 'low ESR' },
          '592D': { series: '592D' },
          '298D': { series: '298D' },
        },
      },
      picofarads,
      SPRAGUE_TOLERANCE,
      VOLTAGE,
      bareCodes('case', 'A B C D G K M P Q R S T V X'),
      SPRAGUE_END,
    ],
    VISHAY_ESR_START({
      name: 'series',
      codes: {
        TR3: { series: 'TR3', feature: 'low ESR' },
        TH3: { series: 'TH3', feature: 'high temperature' },
      },
    }, SPRAGUE_CASE),
    VISHAY_ESR_START(
      { name: 'series', codes: { T55: { series: 'T55', ...POLYMER } } },
      cases('A=3216-18 B=3528-21 D=7343-31 V=7343-20'),
    ),
  ],
};

const POSCAP: readonly Segment[] = [
  joined(
    codes('voltage', 'voltage_rating', {
      '2': 2,
      '2R5': 2.5,
      '4': 4,
      '6': 6.3,
      '8': 8,
      '10': 10,
      '12': 12.5,
      '16': 16,
      '20': 20,
      '25': 25,
      '35': 35,
    }),
    {
      name: 'series',
      codes: Object.fromEntries(
        ['TPB', 'TPC', 'TPE', 'TPF', 'TPG', 'TPH', 'TPL', 'TPLF', 'TPS', 'TPSF', 'TPU', 'TQC', 'TQS', 'TDC']
          .map((
            series,
          ) => [series, { series, ...POLYMER }]),
      ),
    },
  ),
  plainMicrofarads,
  { literal: 'M' },
];

export const panasonicPoscap: SeriesTable = {
  ...COMMON,
  id: 'panasonic-poscap',
  manufacturer: 'Panasonic',
  series: 'POSCAP',
  reference: {
    title: 'POSCAP, conductive polymer tantalum solid capacitors, explanation of part numbers',
    url: 'https://industrial.panasonic.com/ww/products/pt/poscap',
  },
  forms: () => [
    POSCAP,
    // Series resistance and size, as each type has them.
    ...[1, 2, 3, 4].map((free) => [...POSCAP, { free }]),
  ],
  ratings: withinTwentyPercent,
};

const DIPPED = { description: 'Solid tantalum capacitor, dipped, radial leads', package: 'Radial' } as const;

export const kemetDipped: SeriesTable = {
  ...COMMON,
  id: 'kemet-dipped',
  manufacturer: 'KEMET',
  series: 'T35',
  reference: {
    title: 'UltraDip II series T350 to T369, radial dipped tantalum capacitors',
    url: 'https://content.kemet.com/datasheets/KEM_T2015_T350-398.pdf',
  },
  forms: () => [[
    {
      name: 'series',
      codes: Object.fromEntries(
        [
          'T350',
          'T351',
          'T352',
          'T353',
          'T354',
          'T355',
          'T356',
          'T357',
          'T358',
          'T359',
          'T363',
          'T368',
          'T369',
        ].map((
          series,
        ) => [series, { series, ...DIPPED }]),
      ),
    },
    bareCodes('case', 'A B C D E F G H J K L M N'),
    picofarads,
    tolerances('JKM'),
    codes('voltage', 'voltage_rating', {
      '003': 3,
      '006': 6,
      '010': 10,
      '015': 15,
      '016': 16,
      '020': 20,
      '025': 25,
      '035': 35,
      '050': 50,
    }),
    { literal: 'A' },
    bareCodes('leads', 'T S'),
    { optional: [codes('packaging', 'packaging', { '7301': 'tape and reel', '7303': 'ammo pack' })] },
  ]],
};

export const avxTap: SeriesTable = {
  ...COMMON,
  id: 'avx-tap',
  manufacturer: 'KYOCERA AVX',
  series: 'TAP',
  reference: {
    title: 'TAP series, resin dipped tantalum capacitors',
    url: 'https://datasheets.kyocera-avx.com/tap.pdf',
  },
  forms: () => [[
    { name: 'series', codes: { TAP: DIPPED } },
    picofarads,
    tolerances('JKM'),
    codes('voltage', 'voltage_rating', {
      '006': 6.3,
      '010': 10,
      '016': 16,
      '020': 20,
      '025': 25,
      '035': 35,
      '050': 50,
    }),
    bareCodes('leads', 'BRS BRW CCS CRS CRW DTS DTW GSB HSB SCS SRS SRW'),
  ]],
};

export const vishay199d: SeriesTable = {
  ...COMMON,
  id: 'vishay-199d',
  manufacturer: 'Vishay',
  series: '199D',
  reference: {
    title: '199D, solid-electrolyte tantalex capacitors, resin-coated, radial lead',
    url: 'https://www.vishay.com/docs/40018/199d.pdf',
  },
  forms: () => [[
    { name: 'series', codes: { '199D': DIPPED } },
    picofarads,
    SPRAGUE_TOLERANCE,
    codes('voltage', 'voltage_rating', {
      '6R3': 6.3,
      '006': 6.3,
      '010': 10,
      '016': 16,
      '020': 20,
      '025': 25,
      '035': 35,
      '050': 50,
    }),
    bareCodes('case', 'A B C D E F'),
    // Form of the leads, and how they are packed.
    bareCodes('leads', '1A1 1B1 2B1 2V1 6B1 6V1 1AA 2AA 6AA'),
    { optional: [{ literal: 'E3' }] },
  ]],
};
