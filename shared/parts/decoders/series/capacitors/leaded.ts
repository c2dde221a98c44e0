/** Ceramic capacitors with leads, and chips made in thin film. */
import { absoluteTolerances, bareCodes, chipSizes, codes, digits, tolerances } from '../../segments.ts';
import { codec, smallCapacitance, zerosCapacitance } from '../../codecs.ts';
import type { CodeSegment, Segment, SeriesTable } from '../../table.ts';
import {
  capacitance,
  decadeVoltages,
  dielectrics,
  from10pF,
  joined,
  smallAndLarge,
  upTo10pF,
} from './ceramic.ts';

const COMMON = {
  category: 'ceramic_capacitor',
  description: 'Multilayer ceramic capacitor with leads',
} as const;

export const vishayK: SeriesTable = {
  ...COMMON,
  id: 'vishay-k',
  manufacturer: 'Vishay',
  series: 'K',
  reference: {
    title: 'Mono-Kap series, radial leaded multilayer ceramic capacitors',
    url: 'https://www.vishay.com/docs/45171/kseries.pdf',
  },
  forms: () =>
    smallAndLarge([{ literal: 'K' }], 'CD', 'JKMZ', [
      bareCodes('body', '10 15 20'),
      dielectrics('C0G X7R Y5V Z5U'),
      codes('voltage', 'voltage_rating', { F: 50, H: 100, K: 200 }),
      bareCodes('wire', '5 53'),
      bareCodes('packaging', 'T U 3 B'),
      codes('leads', 'package', {
        L2: 'Radial, P2.5 mm',
        H2: 'Radial, P2.5 mm',
        K2: 'Radial, P2.5 mm',
        L5: 'Radial, P5 mm',
        H5: 'Radial, P5 mm',
        K5: 'Radial, P5 mm',
      }),
    ]),
};

export const vishayA: SeriesTable = {
  ...COMMON,
  id: 'vishay-a',
  manufacturer: 'Vishay',
  series: 'A',
  reference: {
    title: 'Mono-Axial series, axial multilayer ceramic capacitors',
    url: 'https://www.vishay.com/docs/45194/aseries.pdf',
  },
  forms: () =>
    smallAndLarge([{ literal: 'A' }], 'CD', 'JKMZ', [
      bareCodes('body', '15 20'),
      dielectrics('C0G X7R Y5V Z5U'),
      codes('voltage', 'voltage_rating', { F: 50, H: 100, K: 200 }),
      { literal: '5' },
      bareCodes('packaging', 'T U B'),
      codes('leads', 'package', { AA: 'Axial' }),
    ]),
};

/** Style and, where the document gives one for all of it, the distance of the leads. */
const SKYCAP: CodeSegment = {
  name: 'style',
  codes: {
    SR15: { package: 'Radial, P2.54 mm' },
    SR20: { package: 'Radial, P2.54 mm' },
    SR21: { package: 'Radial, P5.08 mm' },
    SR27: { package: 'Radial' },
    SR28: { package: 'Radial' },
    SR29: { package: 'Radial' },
    SR30: { package: 'Radial, P5.08 mm' },
    SR40: { package: 'Radial, P5.08 mm' },
    SR50: { package: 'Radial, P10.16 mm' },
    SA10: { series: 'SpinGuard', package: 'Axial' },
    SA11: { series: 'SpinGuard', package: 'Axial' },
    SA20: { series: 'SpinGuard', package: 'Axial' },
    SA30: { series: 'SpinGuard', package: 'Axial' },
    SA40: { series: 'SpinGuard', package: 'Axial' },
  },
};

const skycap = (dielectric: CodeSegment, value: Segment, tolerance: CodeSegment): Segment[] => [
  SKYCAP,
  codes('voltage', 'voltage_rating', { '3': 25, '5': 50, '1': 100, '2': 200 }),
  dielectric,
  value,
  tolerance,
  { literal: 'A' },
  codes('finish', 'description', {
    R: 'Multilayer ceramic capacitor with leads',
    A: 'Multilayer ceramic capacitor with leads, tin-lead plated',
  }),
  {
    optional: [
      codes('packaging', 'packaging', { TR1: 'reel', TR2: 'reel', AP1: 'ammo pack', AP2: 'ammo pack' }),
    ],
  },
];

export const avxSkycap: SeriesTable = {
  ...COMMON,
  id: 'avx-sr',
  manufacturer: 'KYOCERA AVX',
  series: 'SkyCap',
  reference: {
    title: 'SkyCap, SR series, radial leaded multilayer ceramic capacitors',
    url: 'https://datasheets.kyocera-avx.com/skycap.pdf',
  },
  forms: () => [
    skycap(dielectrics('', { A: 'C0G' }), upTo10pF, absoluteTolerances('CD')),
    skycap(dielectrics('', { A: 'C0G' }), from10pF, tolerances('FGJKM')),
    skycap(dielectrics('', { C: 'X7R' }), from10pF, tolerances('JKM')),
    skycap(dielectrics('', { E: 'Z5U' }), from10pF, tolerances('MZ')),
  ],
};

export const murataRde: SeriesTable = {
  ...COMMON,
  id: 'murata-rde',
  manufacturer: 'Murata',
  series: 'RDE',
  reference: {
    title: 'RDE series, radial lead type monolithic ceramic capacitors, part numbering',
    url: 'https://www.murata.com/en-us/products/capacitor/leadedmlcc',
  },
  forms: () =>
    smallAndLarge(
      [
        {
          name: 'series',
          codes: {
            RDE: { package: 'Radial' },
            RCE: { series: 'RCE', package: 'Radial', qualification: 'AEC-Q200' },
          },
        },
        codes('characteristic', 'dielectric', { '5C': 'C0G', '7U': 'U2J', R7: 'X7R', C7: 'X7S', F5: 'Y5V' }),
        decadeVoltages('1E 1H 2A 2D 2E 2W 2J 3A'),
      ],
      'CD',
      'JKMZ',
      [
        bareCodes('dimensions', '0 1 2 3 4 5 U W 8'),
        bareCodes('leads', 'A2 DB DG K1 M1 M2 P1 S1'),
        // The manufacturer's individual specification code.
        bareCodes('specification', 'H A C F'),
        ...digits(2),
        codes('packaging', 'packaging', { A: 'ammo pack', B: 'bulk' }),
      ],
    ),
};

export const tdkFg: SeriesTable = {
  ...COMMON,
  id: 'tdk-fg',
  manufacturer: 'TDK',
  series: 'FG',
  reference: {
    title: 'Multilayer ceramic capacitors, dipped radial lead type, FG series',
    url: 'https://product.tdk.com/info/en/catalog/datasheets/leadmlcc_halogenfree_fg_en.pdf',
  },
  forms: () =>
    smallAndLarge(
      [
        {
          name: 'series',
          codes: { FG: {}, FK: { series: 'FK' }, FA: { series: 'FA', qualification: 'AEC-Q200' } },
        },
        codes('pitch', 'package', { '1': 'Radial, P2.5 mm', '2': 'Radial, P5 mm' }),
        bareCodes('body', '0 1 2 3 4 6 8'),
        dielectrics('C0G X5R X6S X7R X7S X7T Y5V'),
        decadeVoltages('0J 1A 1C 1E 1V 1H 2A 2E 2W 2J 3A'),
      ],
      'CD',
      'JKMZ',
      [
        { optional: [bareCodes('control', 'N R')] },
        {
          optional: [
            codes('packaging', 'packaging', { T00: 'bulk', T06: 'ammo pack', U00: 'bulk', U06: 'ammo pack' }),
          ],
        },
      ],
    ),
};

const DISC = 'Ceramic disc capacitor, safety certified';

export const vishayVy: SeriesTable = {
  id: 'vishay-vy',
  manufacturer: 'Vishay',
  category: 'ceramic_capacitor',
  series: 'VY',
  description: DISC,
  reference: {
    title: 'VY1 series, AC line rated ceramic disc capacitors',
    url: 'https://www.vishay.com/docs/28536/vy1series.pdf',
  },
  forms: () => [[
    {
      name: 'series',
      codes: {
        VY1: { series: 'VY1', package: 'Radial', feature: 'safety class X1/Y1' },
        VY2: { series: 'VY2', package: 'Radial', feature: 'safety class X1/Y2' },
      },
    },
    from10pF,
    tolerances('JKM'),
    // Code of the diameter.
    ...digits(2),
    dielectrics('U2J Y5P Y5S Y5U Y5V X7R'),
    bareCodes('voltage', 'G Q S'),
    // Leads and packing, their spacing.
    ...digits(2),
    { literal: 'V' },
    ...digits(1),
  ]],
};

export const murataDe: SeriesTable = {
  id: 'murata-de',
  manufacturer: 'Murata',
  category: 'ceramic_capacitor',
  series: 'DE',
  description: DISC,
  reference: {
    title: 'DE1 and DE2 series, safety standard certified lead type disc ceramic capacitors',
    url: 'https://www.murata.com/en-us/products/capacitor/leaddisc',
  },
  forms: () =>
    smallAndLarge(
      [
        {
          name: 'series',
          codes: {
            DE1: { series: 'DE1', package: 'Radial', feature: 'safety class X1/Y1' },
            DE2: { series: 'DE2', package: 'Radial', feature: 'safety class X1/Y2' },
          },
        },
        codes('characteristic', 'dielectric', { '1X': 'SL', B3: 'B', E3: 'E', F3: 'F' }),
        bareCodes('type', 'KH KX KY RA RB SA SB'),
      ],
      'CD',
      'JKMZ',
      // Shape of the leads, packing and the manufacturer's individual specification code.
      [
        bareCodes('leads', 'A B J N'),
        ...digits(1),
        bareCodes('packing', 'A B C X'),
        bareCodes('specification', [...'ABCDEFGHJKLMNPQRSTUVWXYZ'].join(' ')),
        ...digits(2),
        { optional: [bareCodes('grade', 'F L')] },
      ],
    ),
};

export const tdkDisc: SeriesTable = {
  id: 'tdk-cs',
  manufacturer: 'TDK',
  category: 'ceramic_capacitor',
  series: 'CS',
  description: DISC,
  reference: {
    title: 'Ceramic disc capacitors, safety standard approved, CD and CS series',
    url: 'https://product.tdk.com/en/search/capacitor/ceramic/lead-disc/info?part_no=CS45-E2GA222M-VKA',
  },
  forms: () => [[
    {
      name: 'series',
      codes: {
        CD45: { series: 'CD', package: 'Radial', feature: 'safety class X1/Y1' },
        CS45: { series: 'CS', package: 'Radial', feature: 'safety class X1/Y2' },
      },
    },
    { separator: '-' },
    codes('characteristic', 'dielectric', { B: 'B', E: 'E', F: 'F', SL: 'SL' }),
    bareCodes('voltage', '2GA'),
    from10pF,
    tolerances('JKM'),
    { separator: '-' },
    bareCodes('leads', 'NKA VKA GKA YKA NKAX VKAX'),
  ]],
};

export const tdkHighVoltageDisc: SeriesTable = {
  id: 'tdk-ck45',
  manufacturer: 'TDK',
  category: 'ceramic_capacitor',
  series: 'CK45',
  description: 'Ceramic disc capacitor, high voltage',
  reference: {
    title: 'Ceramic disc capacitors, high voltage, CC45 and CK45 series',
    url: 'https://product.tdk.com/en/search/capacitor/ceramic/lead-disc/info?part_no=CK45-B3AD102KYNN',
  },
  forms: () =>
    [
      [codes('series', 'package', { CC45: 'Radial' }), dielectrics('SL')],
      [
        codes('series', 'package', { CK45: 'Radial' }),
        { separator: '-' },
        dielectrics('', { B: 'B', E: 'E', F: 'F', R: 'R' }),
      ],
    ].map((start) => [
      ...start,
      // Of `3FD` some say 3 kV and some 3.15 kV.
      {
        name: 'voltage',
        codes: { '3AD': { voltage_rating: 1000 }, '3DD': { voltage_rating: 2000 }, '3FD': {} },
      },
      from10pF,
      tolerances('JKMZ'),
      bareCodes('leads', 'YNN YHN YGN YVN NNN'),
      { optional: [bareCodes('suffix', 'A R')] },
    ]),
};

/** `0R3` is 0.3 pF, `1R5` is 1.5 pF, `100` is 10 pF. */
const thinFilm = capacitance(
  codec(
    [3],
    /^(0R[1-9]|[1-9]R\d|[1-9]\d[0-2])$/,
    (code) => smallCapacitance.decode(code) ?? zerosCapacitance.decode(code),
    (
      value,
    ) => [
      smallCapacitance.encode(value) ?? '',
      zerosCapacitance.encode(value) ?? '',
      `0R${Math.round(value * 1e13)}`,
    ],
  ),
);

export const avxAccuP: SeriesTable = {
  id: 'avx-accu-p',
  manufacturer: 'KYOCERA AVX',
  category: 'capacitor',
  series: 'Accu-P',
  description: 'Thin-film chip capacitor, radio frequency',
  reference: {
    title: 'Accu-P, thin-film RF/microwave capacitors, how to order',
    url: 'https://datasheets.kyocera-avx.com/Accu-P.pdf',
  },
  forms: () => [[
    joined(
      chipSizes('0201 0402 0603 0805 1210'),
      codes('voltage', 'voltage_rating', { '1': 100, '5': 50, '3': 25, Y: 16, Z: 10 }),
    ),
    bareCodes('coefficient', 'J K'),
    thinFilm,
    codes('tolerance', 'tolerance', {
      Z: { value: 0.01e-12, unit: 'F' },
      P: { value: 0.02e-12, unit: 'F' },
      Q: { value: 0.03e-12, unit: 'F' },
      A: { value: 0.05e-12, unit: 'F' },
      B: { value: 0.1e-12, unit: 'F' },
      C: { value: 0.25e-12, unit: 'F' },
      F: 1,
      G: 2,
      J: 5,
    }),
    bareCodes('specification', 'A B'),
    bareCodes('termination', 'S W G N'),
    codes('packaging', 'packaging', { TR: 'tape and reel', '500': 'reel of 500' }),
  ]],
  ratings: [{ states: { technology: 'thin film', feature: 'high Q' } }],
};
