import { bareCodes, chip, chipSizes, codes, onFirstRead, usually } from '../../segments.ts';
import type { CodeSegment, Constraint, Segment, SeriesTable } from '../../table.ts';
import type { Statements } from '../../../finding.ts';
import { decadeVoltages, joined, smallAndLarge } from './ceramic.ts';

const CHARACTERISTIC = codes('characteristic', 'dielectric', {
  '1X': 'SL',
  '2C': 'CH',
  '2P': 'PH',
  '2R': 'RH',
  '2S': 'SH',
  '2T': 'TH',
  '3C': 'CJ',
  '3U': 'UJ',
  '4C': 'CK',
  '5C': 'C0G',
  '5G': 'X8G',
  '6C': 'C0H',
  '6P': 'P2H',
  '6R': 'R2H',
  '6S': 'S2H',
  '6T': 'T2H',
  '7U': 'U2J',
  B1: 'B',
  B3: 'B',
  C6: 'X5S',
  C7: 'X7S',
  C8: 'X6S',
  D6: 'X5T',
  D7: 'X7T',
  D8: 'X6T',
  E7: 'X7U',
  F1: 'F',
  F5: 'Y5V',
  L8: 'X8L',
  R1: 'R',
  R3: 'R',
  R6: 'X5R',
  R7: 'X7R',
  R9: 'X8R',
  Z7: 'X7R',
});

const VOLTAGE = decadeVoltages('0E 0G 0J 1A 1C 1E 1H 1J 1K 2A 2D 2E 2G 2W 2H 2J 3A 3D', {
  YA: 35,
  BB: 350,
  '3F': 3150,
});

/** First letters of the manufacturer's individual specification code. */
const SPECIFICATIONS = 'ABCDEFGHJLMNRTWYZ';

/** It ends with a digit, but for a few that are customary with the newest chips. */
const NUMBER = onFirstRead('specification number', () => {
  const starts = [...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  const numbers = starts.flatMap((start) => [...'0123456789'].map((digit) => start + digit));
  return {
    codes: Object.fromEntries([...numbers, 'AA', 'AB', 'AC', 'AD'].map((code) => [code, {}])),
    usual: '01',
  };
});

const afterTolerance = (specifications: string): readonly Segment[] => [
  bareCodes('specification', [...specifications].join(' ')),
  NUMBER,
  // Lists often give the number without the packaging letter, because one part comes in several.
  {
    optional: [usually(
      codes('packaging', 'packaging', {
        B: 'bulk',
        C: 'bulk case',
        D: 'paper tape, 180 mm reel',
        E: 'paper tape, 180 mm reel',
        F: 'paper tape, 330 mm reel',
        J: 'paper tape, 330 mm reel',
        K: 'embossed tape, 330 mm reel',
        L: 'embossed tape, 180 mm reel',
        W: 'embossed tape, 4 mm wide, 180 mm reel',
      }),
      { usual: 'D' },
    )],
  },
];

const AFTER_TOLERANCE = afterTolerance(SPECIFICATIONS);

const MANUFACTURER = { manufacturer: 'Murata', hasOpenPacking: true } as const;

const REFERENCE = {
  title: 'Chip multilayer ceramic capacitors, part numbering',
  url: 'https://search.murata.co.jp/Ceramy/image/img/A01X/partnumbering_e_01.pdf',
};

/** A series, what it is for, and what else its name says. */
const named = (series: string, use: string, more: Statements = {}): Statements => ({
  series,
  description: `Multilayer ceramic chip capacitor, ${use}`,
  ...more,
});

const AUTOMOTIVE: Statements = { qualification: 'AEC-Q200' };

/** In the order of the thickness, from 0.125 mm to 3.2 mm; `X` is one that the specification has. */
const THICKNESSES = '123456789AMBNQCRDESFX';

/** The small chips are as thick as they are wide. */
const USUAL_THICKNESS = { '02': '2', '03': '3', '15': '5', '18': '8' };

const form = (series: CodeSegment, size: CodeSegment, after: readonly Segment[]) =>
  smallAndLarge(
    [
      joined(series, size),
      usually(bareCodes('thickness', [...THICKNESSES].join(' ')), { behind: USUAL_THICKNESS }),
      CHARACTERISTIC,
      VOLTAGE,
    ],
    'WBCD',
    'FGJKMZ',
    after,
  );

const SIZE = {
  '01': '008004',
  '02': '01005',
  '03': '0201',
  '15': '0402',
  '18': '0603',
  '21': '0805',
  '22': '1111',
  '31': '1206',
  '32': '1210',
  '42': '1808',
  '43': '1812',
  '52': '2211',
  '55': '2220',
};

const CHIP_SERIES: CodeSegment = {
  name: 'series',
  codes: {
    GRM: named('GRM', 'general purpose'),
    GR3: named('GR3', 'high effective capacitance'),
    GRJ: named('GRJ', 'soft termination', { feature: 'soft termination' }),
    GRT: named('GRT', 'infotainment', AUTOMOTIVE),
    GC3: named('GC3', 'automotive, high effective capacitance', AUTOMOTIVE),
    GCD: named('GCD', 'automotive, elements in series', AUTOMOTIVE),
    GCE: named('GCE', 'automotive, elements in series, soft termination', {
      ...AUTOMOTIVE,
      feature: 'soft termination',
    }),
    GCG: named('GCG', 'automotive, for conductive glue', AUTOMOTIVE),
    GCM: named('GCM', 'automotive', AUTOMOTIVE),
    GCJ: named('GCJ', 'automotive, soft termination', { ...AUTOMOTIVE, feature: 'soft termination' }),
    GCQ: named('GCQ', 'automotive, high Q', { ...AUTOMOTIVE, feature: 'high Q' }),
    GJM: named('GJM', 'high Q', { feature: 'high Q' }),
    GQM: named('GQM', 'high Q', { feature: 'high Q' }),
  },
};

const CHIP_SIZE = chipSizes('', SIZE);

/** A chip is hardly thicker than it is wide, and the thin ones of the large sizes are not made. */
const THICKNESSES_OF: Readonly<Record<keyof typeof SIZE, string>> = {
  '01': '1X',
  '02': '12X',
  '03': '2345X',
  '15': '2345678X',
  '18': '456789AX',
  '21': '56789AMBNX',
  '22': '9AMBNQCRDX',
  '31': '56789AMBNQCX',
  '32': '6789AMBNQCRDEX',
  '42': '9AMBNQCRDX',
  '43': '9AMBNQCRDESFX',
  '52': '9AMBNQCRDESFX',
  '55': '9AMBNQCRDESFX',
};

/** These sizes, in each of `series`, as `joined` has them. */
const sized = (sizes: readonly string[], series: readonly string[] = Object.keys(CHIP_SERIES.codes)) =>
  series.flatMap((name) => sizes.map((size) => name + size));

/** Paper is as thick as the chip and no thicker than 1 mm; the very smallest and what is wider than 1206 lie in embossed tape. */
const PACKED: readonly Constraint[] = [
  {
    when: { packaging: ['D', 'E', 'F', 'J'] },
    then: { thickness: [...'123456789AX'], size: sized(['01', '02', '03', '15', '18', '21', '31']) },
  },
  {
    when: { packaging: ['K', 'L'], size: sized(['03', '15', '18', '21', '31']) },
    then: { thickness: [...'AMBNQCX'] },
  },
];

/** Automotive chips of high voltage have specifications that begin with X, no others. */
const HIGH_VOLTAGE_SPECIFICATION: Constraint = {
  when: { specification: ['X'] },
  then: {
    size: sized(Object.keys(SIZE), ['GC3', 'GCJ', 'GCM']),
    voltage: ['2D', '2E', '2W', '2H', '2J', '3A', '3D'],
  },
};

export const murataChip: SeriesTable = {
  ...MANUFACTURER,
  id: 'murata-chip',
  category: 'ceramic_capacitor',
  series: 'GRM',
  description: 'Multilayer ceramic chip capacitor',
  reference: REFERENCE,
  forms: () => [
    ...form(CHIP_SERIES, CHIP_SIZE, afterTolerance(`${SPECIFICATIONS}X`)),
    // Lists and circuit diagrams often end with the tolerance.
    ...form(CHIP_SERIES, CHIP_SIZE, []),
  ],
  constraints: [
    ...Object.entries(THICKNESSES_OF).map(([size, thicknesses]) => (
      { when: { size: sized([size]) }, then: { thickness: [...thicknesses] } }
    )),
    ...PACKED,
    HIGH_VOLTAGE_SPECIFICATION,
  ],
};

/** The terminals of these are on the long sides, so the sizes are named the other way round. */
export const murataLll: SeriesTable = {
  ...MANUFACTURER,
  id: 'murata-lll',
  category: 'ceramic_capacitor',
  series: 'LLL',
  description: 'Multilayer ceramic chip capacitor, reverse geometry',
  reference: REFERENCE,
  forms: () =>
    form(
      { name: 'series', codes: { LLL: { feature: 'low ESL' }, LLC: { feature: 'low ESL', ...AUTOMOTIVE } } },
      chipSizes('', { '15': '0204', '18': '0306', '21': '0508', '31': '0612' }),
      AFTER_TOLERANCE,
    ),
};

/** Type designations of the safety standards stand where others have the voltage. */
export const murataGa: SeriesTable = {
  ...MANUFACTURER,
  id: 'murata-ga',
  category: 'ceramic_capacitor',
  series: 'GA',
  description: 'Multilayer ceramic chip capacitor, safety certified',
  reference: REFERENCE,
  forms: () =>
    smallAndLarge(
      [
        { name: 'series', codes: { GA2: {}, GA3: {} } },
        chipSizes('', { '42': '1808', '43': '1812', '52': '2211', '55': '2220' }),
        bareCodes('thickness', '1 2 3 4 5 6 7 8 9 A B C D E F M N Q R S X'),
        codes('characteristic', 'dielectric', { '1X': 'SL', R7: 'X7R', '5C': 'C0G', '7U': 'U2J' }),
        {
          name: 'voltage',
          codes: {
            E2: { voltage_rating: 250 },
            GB: { voltage_rating: 250, feature: 'safety class X2' },
            GC: { voltage_rating: 250, feature: 'safety class X1/Y2' },
            GD: { voltage_rating: 250, feature: 'safety class Y3' },
            GF: { voltage_rating: 250, feature: 'safety class Y2' },
          },
        },
      ],
      'CD',
      'JKM',
      AFTER_TOLERANCE,
    ),
};

export const murataKrm: SeriesTable = {
  ...MANUFACTURER,
  id: 'murata-krm',
  category: 'ceramic_capacitor',
  series: 'KRM',
  description: 'Multilayer ceramic capacitor with metal terminals',
  reference: REFERENCE,
  forms: () => [[
    {
      name: 'series',
      codes: {
        KR3: { series: 'KR3', feature: 'metal terminals' },
        KC3: { series: 'KC3', feature: 'metal terminals', ...AUTOMOTIVE },
        KRM: { series: 'KRM', feature: 'metal terminals' },
        KCM: { series: 'KCM', feature: 'metal terminals', ...AUTOMOTIVE },
      },
    },
    // With the terminals they are a little larger than the chips inside.
    bareCodes('size', '21 31 55'),
    bareCodes('thickness', '1 2 3 4 5 6 7 8 9 A B C D E F K L M N Q R S T V W X'),
    CHARACTERISTIC,
    VOLTAGE,
    ...smallAndLarge([], '', 'KM', AFTER_TOLERANCE)[1]!,
  ]],
};

export const murataGnm: SeriesTable = {
  ...MANUFACTURER,
  id: 'murata-gnm',
  category: 'capacitor_array',
  series: 'GNM',
  description: 'Multilayer ceramic chip capacitor array',
  reference: REFERENCE,
  forms: () =>
    smallAndLarge(
      [
        { literal: 'GNM' },
        codes('size', 'package', { '21': chip('0805'), '31': chip('1206') }),
        codes('elements', 'description', { '2': 'Array of 2 capacitors', '4': 'Array of 4 capacitors' }),
        CHARACTERISTIC,
        VOLTAGE,
      ],
      'CD',
      'JKM',
      AFTER_TOLERANCE,
    ),
};
