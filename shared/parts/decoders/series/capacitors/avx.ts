import { absoluteTolerances, bareCodes, chip, chipSizes, codes, tolerances } from '../../segments.ts';
import type { CodeSegment, Segment, SeriesTable } from '../../table.ts';
import { decadeVoltages, dielectrics, from10pF, joined, smallAndLarge, upTo10pF } from './ceramic.ts';

const COMMON = { manufacturer: 'KYOCERA AVX', category: 'ceramic_capacitor' } as const;

const VOLTAGE = codes('voltage', 'voltage_rating', {
  '4': 4,
  '6': 6.3,
  Z: 10,
  Y: 16,
  '3': 25,
  D: 35,
  '5': 50,
  '1': 100,
  '2': 200,
  V: 250,
  '7': 500,
  C: 600,
  A: 1000,
  S: 1500,
  G: 2000,
  W: 2500,
  H: 3000,
});

const END: readonly Segment[] = [
  {
    name: 'failure',
    codes: { A: {}, '4': { qualification: 'AEC-Q200' } },
  },
  {
    name: 'termination',
    codes: {
      T: {},
      Z: { feature: 'soft termination' },
      B: { description: 'Multilayer ceramic chip capacitor, tin-lead plated' },
      J: { description: 'Multilayer ceramic chip capacitor, tin-lead plated' },
    },
  },
  // Often left out of lists.
  {
    optional: [
      codes('packaging', 'packaging', {
        '1': '7 inch reel',
        '2': '7 inch reel',
        '3': '13 inch reel',
        '4': '13 inch reel',
        '7': 'bulk cassette',
        '9': 'bulk',
      }),
      bareCodes('special', 'A'),
    ],
  },
];

const form = (dielectric: CodeSegment, value: Segment, tolerance: CodeSegment): Segment[] => [
  joined(chipSizes('0201 0402 0603 0805 1206 1210 1808 1812 1825 2220 2225 0306 0508 0612'), VOLTAGE),
  dielectric,
  value,
  tolerance,
  ...END,
];

export const avxChip: SeriesTable = {
  ...COMMON,
  id: 'avx-chip',
  series: 'MLCC',
  description: 'Multilayer ceramic chip capacitor',
  reference: {
    title: 'X7R dielectric, general specifications, how to order',
    url: 'https://datasheets.kyocera-avx.com/X7RDielectric.pdf',
  },
  forms: () => [
    form(dielectrics('', { A: 'C0G', U: 'C0G' }), upTo10pF, absoluteTolerances('ABCD')),
    form(dielectrics('', { A: 'C0G', U: 'C0G' }), from10pF, tolerances('FGJKM')),
    form(dielectrics('', { C: 'X7R', D: 'X5R', F: 'X8R', W: 'X6S', Z: 'X7S' }), from10pF, tolerances('JKM')),
    form(dielectrics('', { G: 'Y5V', E: 'Z5U' }), from10pF, tolerances('MZ')),
  ],
};

export const avxArray: SeriesTable = {
  manufacturer: 'KYOCERA AVX',
  category: 'capacitor_array',
  id: 'avx-w',
  series: 'IPC',
  description: 'Multilayer ceramic chip capacitor array',
  reference: {
    title: 'Capacitor arrays (IPC), how to order',
    url: 'https://datasheets.kyocera-avx.com/cap-array.pdf',
  },
  forms: () =>
    [
      [dielectrics('', { A: 'C0G' }), tolerances('JKM')],
      [dielectrics('', { C: 'X7R', D: 'X5R' }), tolerances('KM')],
    ].map(([dielectric, tolerance]) => [
      codes('size', 'package', { W2A: chip('0508'), W3A: chip('0612') }),
      codes('elements', 'description', { '2': 'Array of 2 capacitors', '4': 'Array of 4 capacitors' }),
      VOLTAGE,
      dielectric!,
      from10pF,
      tolerance!,
      ...END,
    ]),
};

export const kyoceraKgm: SeriesTable = {
  ...COMMON,
  id: 'kyocera-kgm',
  series: 'KGM',
  description: 'Multilayer ceramic chip capacitor',
  reference: {
    title: 'KGM series, general purpose multilayer ceramic chip capacitors',
    url: 'https://ele.kyocera.com/en/product/capacitor/mlcc/kgm/kgm15cr51e106kt',
  },
  forms: () =>
    smallAndLarge(
      [
        {
          name: 'series',
          codes: {
            KGM: {},
            KGF: { series: 'KGF', feature: 'soft termination' },
            KAM: { series: 'KAM', qualification: 'AEC-Q200' },
            KAF: { series: 'KAF', qualification: 'AEC-Q200', feature: 'soft termination' },
          },
        },
        chipSizes('', {
          '02': '01005',
          '03': '0201',
          '05': '0402',
          '15': '0603',
          '21': '0805',
          '31': '1206',
          '32': '1210',
          '43': '1812',
          '44': '1825',
          '55': '2220',
          '56': '2225',
        }),
        bareCodes('thickness', 'A B C D E F G H J K L M N P Q R S T U V W X Y Z'),
        dielectrics('', { CG: 'C0G', R5: 'X5R', R7: 'X7R', S6: 'X6S', S7: 'X7S' }),
        decadeVoltages('0G 0J 1A 1C 1E 1V 1H 2A 2D 2E 2H 2J 3A 3D'),
      ],
      'ABCD',
      'FGJKM',
      [{
        optional: [codes('packaging', 'packaging', {
          H: 'paper tape, 7 inch reel',
          T: 'paper tape, 7 inch reel',
          U: 'embossed tape, 7 inch reel',
          V: 'embossed tape, 7 inch reel',
          N: 'paper tape, 13 inch reel',
          M: 'paper tape, 13 inch reel',
          L: 'embossed tape, 13 inch reel',
          S: 'embossed tape, 13 inch reel',
        })],
      }],
    ),
};

/** The numbers of before 2021, such as `CM105X5R106K25AT`. */
export const kyoceraCm: SeriesTable = {
  ...COMMON,
  id: 'kyocera-cm',
  series: 'CM',
  description: 'Multilayer ceramic chip capacitor',
  reference: {
    title: 'KGM15CR51E106KT, formerly CM105X5R106K25AT',
    url: 'https://ele.kyocera.com/en/product/capacitor/mlcc/kgm/kgm15cr51e106kt',
  },
  forms: () =>
    smallAndLarge(
      [
        { name: 'series', codes: { CM: {}, CT: { series: 'CT', feature: 'low profile' } } },
        chipSizes('', {
          '02': '01005',
          '03': '0201',
          '05': '0402',
          '105': '0603',
          '21': '0805',
          '316': '1206',
          '32': '1210',
        }),
        dielectrics('X5R X6S X7R X7S', { CG: 'C0G', Y5V: 'Y5V' }),
      ],
      'BCD',
      'FGJKMZ',
      [
        codes('voltage', 'voltage_rating', {
          '04': 4,
          '06': 6.3,
          '10': 10,
          '16': 16,
          '25': 25,
          '35': 35,
          '50': 50,
          '100': 100,
        }),
        { literal: 'A' },
        codes('packaging', 'packaging', { T: 'tape and reel', H: 'tape and reel', B: 'bulk' }),
      ],
    ),
};
