import { bareCodes, codes, digits, tolerances } from '../../segments.ts';
import type { CodeSegment, Segment, SeriesTable } from '../../table.ts';
import { decadeVoltages, from10pF } from './ceramic.ts';
import { digitsFirst, zerosFirst } from './electrolytic.ts';

const COMMON = { category: 'film_capacitor' } as const;

/** Codes of sizes, or what begins them, and the distance of the leads in millimetres. */
const pitches = (name: string, mm: Readonly<Record<string, number>>): CodeSegment =>
  codes(
    name,
    'package',
    Object.fromEntries(Object.entries(mm).map(([code, pitch]) => [code, `Radial, P${pitch} mm`])),
  );

const POLYESTER = { dielectric: 'polyester' } as const;
const POLYPROPYLENE = { dielectric: 'polypropylene' } as const;

export const wima: SeriesTable = {
  ...COMMON,
  id: 'wima',
  manufacturer: 'Wima',
  series: 'MKS',
  description: 'Film capacitor, radial leads',
  reference: {
    title: 'WIMA part number system',
    url: 'https://www.wima.de/wp-content/uploads/media/WIMA_Main_Catalogue_2025.pdf',
  },
  forms: () => [[
    {
      name: 'series',
      codes: {
        MKS0: { series: 'MKS 02', ...POLYESTER },
        MKS2: { series: 'MKS 2', ...POLYESTER },
        MKS4: { series: 'MKS 4', ...POLYESTER },
        FKS2: { series: 'FKS 2', ...POLYESTER },
        FKS3: { series: 'FKS 3', ...POLYESTER },
        MKP2: { series: 'MKP 2', ...POLYPROPYLENE },
        MKP4: { series: 'MKP 4', ...POLYPROPYLENE },
        MKP1: { series: 'MKP 10', ...POLYPROPYLENE },
        FKP0: { series: 'FKP 02', ...POLYPROPYLENE },
        FKP1: { series: 'FKP 1', ...POLYPROPYLENE },
        FKP2: { series: 'FKP 2', ...POLYPROPYLENE },
        FKP3: { series: 'FKP 3', ...POLYPROPYLENE },
        MKX2: { series: 'MKP-X2', feature: 'safety class X2', ...POLYPROPYLENE },
      },
    },
    codes('voltage', 'voltage_rating', {
      B0: 50,
      C0: 63,
      D0: 100,
      F0: 250,
      G0: 400,
      J0: 630,
      O1: 1000,
      T0: 1600,
      U0: 2000,
      AW: 305,
    }),
    zerosFirst,
    pitches('pitch', { '0': 2.5, '1': 5, '2': 7.5, '3': 10, '4': 15, '5': 22.5, '6': 27.5, '7': 37.5 }),
    bareCodes('size', 'A B C D E F G H I J K L M N'),
    { literal: '00' },
    codes('tolerance', 'tolerance', { M: 20, K: 10, J: 5, H: 2.5, E: 1 }),
    bareCodes('packing', 'SSD YSD B00 C00 D00 F00 H00 I00 J00 K00 N00 P00 R00'),
  ]],
};

const EPCOS_END: readonly Segment[] = [
  from10pF,
  tolerances('JKM'),
  // Lists often end with the tolerance.
  {
    optional: [codes('packaging', 'packaging', {
      '000': 'untaped',
      '003': 'untaped, short leads',
      '189': 'ammo pack',
      '289': 'reel',
      '589': 'reel',
    })],
  },
];

export const epcosMkt: SeriesTable = {
  ...COMMON,
  id: 'epcos-b3252',
  manufacturer: 'TDK',
  series: 'B3252',
  description: 'Metallized polyester film capacitor, radial leads',
  reference: {
    title: 'Metallized polyester film capacitors (MKT), B32520 to B32529',
    url: 'https://www.tdk-electronics.tdk.com/inf/20/20/db/fc_2009/B32520_529.pdf',
  },
  forms: () => [[
    pitches('size', {
      B32529: 5,
      B32520: 7.5,
      B32521: 10,
      B32522: 15,
      B32523: 22.5,
      B32524: 27.5,
      B32526: 37.5,
    }),
    bareCodes('version', 'C E N Q R T'),
    codes('voltage', 'voltage_rating', { '0': 63, '1': 100, '3': 250, '6': 400, '8': 630 }),
    ...EPCOS_END,
  ]],
  ratings: [{ states: POLYESTER }],
};

export const epcosX2: SeriesTable = {
  ...COMMON,
  id: 'epcos-b3292',
  manufacturer: 'TDK',
  series: 'B3292',
  description: 'Metallized polypropylene film capacitor for interference suppression',
  reference: {
    title: 'Film capacitors, EMI suppression capacitors (MKP), X2, 305 V AC, B32921C/D to B32928C/D',
    url: 'https://www.tdk-electronics.tdk.com/inf/20/20/db/fc_2009/X2_B32921_928.pdf',
  },
  forms: () => [[
    pitches('size', { B32921: 10, B32922: 15, B32923: 22.5, B32924: 27.5, B32926: 37.5 }),
    bareCodes('version', 'C D'),
    codes('voltage', 'voltage_rating', { '3': 305 }),
    ...EPCOS_END,
  ]],
  ratings: [{ states: { ...POLYPROPYLENE, feature: 'safety class X2' } }],
};

export const epcosMkp: SeriesTable = {
  ...COMMON,
  id: 'epcos-b326',
  manufacturer: 'TDK',
  series: 'B326',
  description: 'Metallized polypropylene film capacitor, radial leads',
  reference: {
    title: 'Metallized polypropylene film capacitors (MKP), B32651 to B32658',
    url: 'https://www.tdk-electronics.tdk.com/inf/20/20/db/fc_2009/MKP_B32651_658.pdf',
  },
  forms: () => [[
    pitches('size', {
      B32620: 7.5,
      B32621: 10,
      B32651: 10,
      B32652: 15,
      B32653: 22.5,
      B32654: 27.5,
      B32656: 37.5,
    }),
    bareCodes('version', 'A'),
    codes('voltage', 'voltage_rating', { '3': 250, '4': 400, '6': 630, '0': 1000 }),
    ...EPCOS_END,
  ]],
  ratings: [{ states: POLYPROPYLENE }],
};

/** The manufacturer's internal code. */
const INTERNAL: readonly Segment[] = [bareCodes('internal', '0 1 2 3 4 5 6 7 8 9 H'), ...digits(1)];

export const kemetFilm: SeriesTable = {
  ...COMMON,
  id: 'kemet-film',
  manufacturer: 'KEMET',
  series: 'R82',
  description: 'Film capacitor, radial leads',
  reference: {
    title: 'R82 series, metallized polyester film capacitors, 5 mm lead spacing',
    url: 'https://content.kemet.com/datasheets/KEM_F3101_R82.pdf',
  },
  forms: () => [
    [
      { name: 'series', codes: { R82: { ...POLYESTER } } },
      codes('voltage', 'voltage_rating', { C: 50, D: 63, E: 100, I: 250, M: 400 }),
      pitches('pitch', { C: 5 }),
      zerosFirst,
      bareCodes('leads', 'AA CK DQ SH Z3'),
      ...INTERNAL,
      tolerances('JKM'),
    ],
    [
      {
        name: 'series',
        codes: {
          R60: { series: 'R60', ...POLYESTER },
          R75: { series: 'R75', ...POLYPROPYLENE },
          R76: { series: 'R76', ...POLYPROPYLENE },
        },
      },
      codes('voltage', 'voltage_rating', { I: 250, M: 400, P: 630, Q: 1000 }),
      pitches('pitch', { D: 7.5, F: 10, I: 15, N: 22.5, R: 27.5, W: 37.5 }),
      zerosFirst,
      bareCodes('leads', 'AA CK DQ SE Z3 50 40'),
      ...INTERNAL,
      tolerances('JKM'),
    ],
    [
      {
        name: 'series',
        codes: { PHE840: { series: 'PHE840', feature: 'safety class X2', ...POLYPROPYLENE } },
      },
      codes('voltage', 'voltage_rating', { M: 275 }),
      bareCodes('size', 'A B D E F R X Y'),
      digitsFirst,
      tolerances('KM'),
      // Size within the lead spacing, leads and packing.
      bareCodes('within', 'A B D E F R X Y'),
      ...digits(2),
      bareCodes('leads', 'R T'),
      ...digits(2),
    ],
    [
      { name: 'series', codes: { R46: { series: 'R46', feature: 'safety class X2', ...POLYPROPYLENE } } },
      codes('voltage', 'voltage_rating', { K: 275 }),
      pitches('pitch', { F: 10, I: 15, N: 22.5, R: 27.5, W: 37.5 }),
      zerosFirst,
      bareCodes('leads', '00 40 50 AA CK DQ JA JB JE JH JM SH Z3'),
      bareCodes('internal', 'H L M N P'),
      ...digits(1),
      tolerances('KM'),
    ],
  ],
};

const PANASONIC_LEADED = { '1': 100, '2': 250, '4': 400, '6': 630, '10': 1000, '12': 1250 };

export const panasonicFilm: SeriesTable = {
  ...COMMON,
  id: 'panasonic-film',
  manufacturer: 'Panasonic',
  series: 'ECQ',
  description: 'Film capacitor',
  reference: {
    title: 'Film capacitors, explanation of part numbers',
    url: 'https://industrial.panasonic.com/ww/products/pt/film-cap-electroequip',
  },
  forms: () => [
    [
      { name: 'series', codes: { ECQE: { series: 'ECQ-E', ...POLYESTER } } },
      codes('voltage', 'voltage_rating', PANASONIC_LEADED),
      from10pF,
      tolerances('JKM'),
      { literal: 'F' },
      bareCodes('leads', '2 3 4 6 9 A B C'),
    ],
    [
      { name: 'series', codes: { ECQE: { series: 'ECQ-E', ...POLYESTER } } },
      codes('voltage', 'voltage_rating', PANASONIC_LEADED),
      from10pF,
      tolerances('JKM'),
      { literal: 'F' },
    ],
    [
      { name: 'series', codes: { ECQB: { series: 'ECQ-B', ...POLYESTER } } },
      decadeVoltages('1H'),
      from10pF,
      tolerances('JK'),
      { literal: 'F' },
      { optional: [bareCodes('leads', '2 3 4 6 9')] },
    ],
    [
      { name: 'series', codes: { ECQV: { series: 'ECQ-V', ...POLYESTER } } },
      decadeVoltages('1H 1J 2A'),
      from10pF,
      tolerances('JK'),
      { literal: 'L' },
      { optional: [bareCodes('leads', '2 3 6 9')] },
    ],
    [
      { name: 'series', codes: { ECWF: { series: 'ECW-F', ...POLYPROPYLENE } } },
      codes('voltage', 'voltage_rating', { '2': 250, '4': 400, '6': 630 }),
      from10pF,
      codes('tolerance', 'tolerance', { H: 3, J: 5, K: 10 }),
      { optional: [bareCodes('leads', 'A B L AB BB LB Q')] },
    ],
    [
      { name: 'series', codes: { ECWFE: { series: 'ECW-FE', ...POLYPROPYLENE } } },
      decadeVoltages('2W 2J'),
      from10pF,
      tolerances('JK'),
      { optional: [bareCodes('leads', 'A B K Q')] },
    ],
    [
      {
        name: 'series',
        codes: {
          ECQUAAF: { series: 'ECQ-UA', voltage_rating: 275, feature: 'safety class X2', ...POLYPROPYLENE },
        },
      },
      from10pF,
      tolerances('KM'),
      { optional: [bareCodes('leads', 'A B 1 2')] },
    ],
    [
      {
        name: 'series',
        codes: {
          ECPU: { series: 'ECPU', dielectric: 'acrylic', description: 'Film chip capacitor' },
          ECHU: { series: 'ECHU', dielectric: 'polyphenylene sulphide', description: 'Film chip capacitor' },
        },
      },
      decadeVoltages('1A 1C 1E 1H 2A'),
      from10pF,
      tolerances('GJKM'),
      bareCodes('size', 'A5 B5 C5 X5 A9 B9 C9 X9 HX5 GX5 JX5'),
    ],
  ],
};
