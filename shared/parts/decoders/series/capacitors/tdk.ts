import { bareCodes, chipSizes, codes } from '../../segments.ts';
import type { Constraint, Segment, SeriesTable } from '../../table.ts';
import { decadeVoltages, dielectrics, joined, smallAndLarge, upTo10pFWithZero } from './ceramic.ts';

const METRIC = {
  '0402': '01005',
  '0603': '0201',
  '1005': '0402',
  '1608': '0603',
  '2012': '0805',
  '3216': '1206',
  '3225': '1210',
  '4520': '1808',
  '4532': '1812',
  '5750': '2220',
};

const DIELECTRIC = dielectrics('C0G CH JB SL U2J X5R X6S X7R X7S X7T X8R X8L Y5V', { NP0: 'C0G' });

const VOLTAGE = decadeVoltages('0E 0G 0J 1A 1C 1E 1V 1H 1N 2A 2E 2V 2W 2J 3A 3D', { '3F': 3000 });

const REEL = codes('packaging', 'packaging', {
  A: 'tape, 4 mm pitch, 178 mm reel',
  B: 'tape, 2 mm pitch, 178 mm reel',
  K: 'tape, 8 mm pitch, 178 mm reel',
});

/** The smallest and the largest size that are made so thick: a chip is hardly thicker than it is wide. */
const SIZES_OF: Readonly<Record<string, readonly [from: string, to: string]>> = {
  '020': ['01005', '0402'],
  '022': ['01005', '0402'],
  '030': ['0201', '0603'],
  '033': ['0201', '0603'],
  '045': ['0402', '0805'],
  '050': ['0402', '1206'],
  '055': ['0402', '1206'],
  '060': ['0402', '1210'],
  '080': ['0603', '1210'],
  '085': ['0603', '1210'],
  '095': ['0805', '1210'],
  '115': ['0805', '2220'],
  '125': ['0805', '2220'],
  '130': ['0805', '2220'],
  '160': ['1206', '2220'],
  '200': ['1210', '2220'],
  '230': ['1210', '2220'],
  '250': ['1210', '2220'],
  '280': ['1210', '2220'],
  '320': ['1210', '2220'],
};

/** Thickness, reel and internal code, of which one letter states a field. */
const CATALOGUE_END: readonly Segment[] = [
  bareCodes('thickness', Object.keys(SIZES_OF).join(' ')),
  REEL,
  {
    name: 'internal',
    codes: { A: {}, B: {}, C: {}, D: {}, E: { feature: 'soft termination' }, M: {}, N: {}, S: {} },
  },
];

/**
 * What follows on the reel's label, which was also the catalogue number until 2013; lists often leave it out.
 */
const LABEL_END: readonly Segment[] = [
  {
    name: 'packaging',
    codes: {
      '': {},
      T: { packaging: 'tape and reel' },
      B: { packaging: 'bulk' },
      T000N: { packaging: 'tape and reel' },
      T000E: { packaging: 'tape and reel' },
      T000S: { packaging: 'tape and reel' },
      T0Y0N: { packaging: 'tape and reel' },
      T0Y0E: { packaging: 'tape and reel' },
      T0Y0S: { packaging: 'tape and reel' },
      T0L0U: { packaging: 'tape and reel' },
    },
  },
];

/** A thickness in millimetres, which tells apart parts that the rest of a shortened number does not. */
const THICKNESS_END: readonly Segment[] = [
  { separator: '/' },
  bareCodes('thickness', '0.30 0.50 0.60 0.80 0.85 1.15 1.25 1.30 1.60 2.00 2.30 2.50 2.80 3.20'),
];

/** @param codes of the sizes, from the smallest to the largest, and what each is called; @param others of which no limit is known */
const asThick = (codes: readonly (readonly [code: string, size: string])[], others: readonly string[] = []) =>
  Object.entries(SIZES_OF).map(([thickness, [from, to]]): Constraint => {
    const called = codes.map(([, size]) => size);
    const between = codes.slice(Math.max(called.indexOf(from), 0), called.indexOf(to) + 1).map(([code]) =>
      code
    );
    return { when: { thickness: [thickness] }, then: { size: [...between, ...others] } };
  });

const COMMON = { manufacturer: 'TDK', category: 'ceramic_capacitor' } as const;

const forms = (before: readonly Segment[]) => [
  ...smallAndLarge(before, 'BCD', 'FGJKMZ', CATALOGUE_END, upTo10pFWithZero),
  ...smallAndLarge(before, 'BCD', 'FGJKMZ', LABEL_END, upTo10pFWithZero),
  ...smallAndLarge(before, 'BCD', 'FGJKMZ', THICKNESS_END, upTo10pFWithZero),
];

const SIZE = joined('C', chipSizes('', METRIC));

/** The terminals of these are on the long sides. */
const REVERSED = joined(
  { name: 'geometry', codes: { C: { feature: 'low ESL' } } },
  chipSizes('', { '0510': '0204', '0816': '0306', '1220': '0508', '1632': '0612' }),
);

export const tdkC: SeriesTable = {
  ...COMMON,
  id: 'tdk-c',
  series: 'C',
  description: 'Multilayer ceramic chip capacitor, general purpose',
  reference: {
    title: 'Multilayer ceramic chip capacitors, C series, general (up to 75 V)',
    url: 'https://product.tdk.com/info/en/catalog/datasheets/mlcc_commercial_general_en.pdf',
  },
  forms: () => forms([{ name: 'size', codes: { ...SIZE.codes, ...REVERSED.codes } }, DIELECTRIC, VOLTAGE]),
  constraints: asThick(
    Object.entries(METRIC).map(([code, size]) => [`C${code}`, size]),
    Object.keys(REVERSED.codes),
  ),
};

const CGA_SIZE = {
  '1': '0201',
  '2': '0402',
  '3': '0603',
  '4': '0805',
  '5': '1206',
  '6': '1210',
  '7': '1808',
  '8': '1812',
  '9': '2220',
};

/** The letter of the height says the same as the thickness at the end. */
const THICKNESSES_OF_HEIGHT = {
  A: ['030', '033'],
  B: ['050', '055'],
  C: ['060'],
  E: ['080', '085'],
  F: ['085'],
  H: ['115'],
  J: ['125'],
  K: ['130'],
  L: ['160'],
  M: ['200'],
  N: ['230'],
  P: ['250'],
  Q: ['280'],
  R: ['320'],
};

/** A thickness goes with these letters, and with those that no document at hand explains. */
const HEIGHTS: readonly Constraint[] = Object.keys(SIZES_OF).map((thickness) => ({
  when: { thickness: [thickness] },
  then: {
    height: [
      'D',
      'G',
      ...Object.entries(THICKNESSES_OF_HEIGHT).flatMap(([height, all]) =>
        all.includes(thickness) ? [height] : []
      ),
    ],
  },
}));

export const tdkCga: SeriesTable = {
  ...COMMON,
  id: 'tdk-cga',
  series: 'CGA',
  description: 'Multilayer ceramic chip capacitor',
  reference: {
    title: 'Multilayer ceramic chip capacitors, CGA series, automotive grade',
    url: 'https://product.tdk.com/info/en/catalog/datasheets/mlcc_automotive_general_en.pdf',
  },
  forms: () =>
    forms([
      {
        name: 'series',
        codes: {
          CGA: { qualification: 'AEC-Q200' },
          CGB: { series: 'CGB', feature: 'low profile' },
          CGJ: { series: 'CGJ', feature: 'high reliability' },
          CEU: { series: 'CEU', qualification: 'AEC-Q200', feature: 'two in series, soft termination' },
          CNA: { series: 'CNA', qualification: 'AEC-Q200', feature: 'soft termination' },
          CNC: { series: 'CNC', feature: 'soft termination' },
        },
      },
      chipSizes('', CGA_SIZE),
      bareCodes('height', 'A B C D E F G H J K L M N P Q R'),
      bareCodes('condition', '1 2 3 4'),
      DIELECTRIC,
      VOLTAGE,
    ]),
  constraints: [...asThick(Object.entries(CGA_SIZE)), ...HEIGHTS],
};

export const tdkCkg: SeriesTable = {
  ...COMMON,
  id: 'tdk-ckg',
  series: 'CKG',
  description: 'Multilayer ceramic capacitor with metal terminals',
  reference: {
    title:
      'Multilayer ceramic chip capacitors with dipped radial lead and metal terminals, MEGACAP, CKG series',
    url: 'https://product.tdk.com/info/en/catalog/datasheets/mlcc_commercial_megacap_en.pdf',
  },
  forms: () => [[
    { literal: 'CKG' },
    // With the terminals they are a little larger than the chips inside.
    codes('size', 'feature', {
      '32K': 'metal terminals',
      '45K': 'metal terminals',
      '45N': 'metal terminals',
      '57K': 'metal terminals',
      '57N': 'metal terminals',
    }),
    DIELECTRIC,
    VOLTAGE,
    ...smallAndLarge([], '', 'KM', [
      bareCodes('thickness', '335 500 550'),
      bareCodes('packaging', 'F H J P'),
      bareCodes('internal', 'A B C D H J'),
    ])[1]!,
  ]],
};
