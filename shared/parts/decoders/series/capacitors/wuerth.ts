import { chip } from '../../segments.ts';
import { scaled } from '../../codecs.ts';
import type { Segment, SeriesTable } from '../../table.ts';

const E6 = ['10', '15', '22', '33', '47', '68'];

/** A run of consecutive numbers of one voltage: from `first` on, `count` values of E6, the first being `step` above 1 pF. */
interface Run {
  readonly first: number;
  readonly count: number;
  readonly volts: number;
  readonly step: number;
}

const run = (volts: number, first: number, last: number, step: number): Run => (
  { volts, first, count: last - first + 1, step }
);

/** The steps of E6 from 1 pF to where most runs begin. */
const TEN_PF = 6;
const HUNDRED_PF = 12;

const number = (index: number): string => String(index).padStart(3, '0');

/** Capacitance by number; what `single` adds stands where a run leaves values out. */
function form(
  group: string,
  dielectric: string,
  size: string,
  tolerance: number,
  runs: readonly Run[],
  single: Readonly<Record<string, readonly [volts: number, capacitance: number]>> = {},
): Segment[] {
  const listed = runs.flatMap(({ first, count, volts, step }) =>
    Array.from({ length: count }, (_, i) => {
      const capacitance = scaled(E6[(step + i) % 6] ?? '', Math.floor((step + i) / 6) - 13);
      return [number(first + i), { capacitance, voltage_rating: volts }] as const;
    })
  );
  const others = Object.entries(single).map(([index, [voltage_rating, capacitance]]) =>
    [index, { capacitance, voltage_rating }] as const
  );
  return [
    { name: 'group', codes: { [`885012${group}`]: { dielectric, tolerance, package: chip(size) } } },
    { name: 'index', codes: Object.fromEntries([...listed, ...others]) },
  ];
}

/**
 * The last digits only count: within one size and dielectric the numbers go up by voltage, then by capacitance. Only
 * those that this is sure of are here.
 */
export const wuerthCsgp: SeriesTable = {
  id: 'wuerth-wcap-csgp',
  manufacturer: 'Würth Elektronik',
  category: 'ceramic_capacitor',
  series: 'WCAP-CSGP',
  description: 'Multilayer ceramic chip capacitor, general purpose',
  reference: {
    title: 'WCAP-CSGP multilayer ceramic chip capacitors',
    url: 'https://www.we-online.com/components/products/datasheet/885012206046.pdf',
  },
  forms: () => [
    form('005', 'C0G', '0402', 5, [
      run(10, 7, 18, TEN_PF),
      run(16, 25, 32, TEN_PF),
      run(50, 55, 62, TEN_PF),
    ]),
    form('006', 'C0G', '0603', 5, [
      run(10, 1, 13, TEN_PF),
      run(16, 17, 29, TEN_PF),
      run(50, 51, 63, TEN_PF),
    ]),
    form('205', 'X7R', '0402', 10, [
      run(10, 1, 18, HUNDRED_PF + 1),
      run(16, 19, 37, HUNDRED_PF),
      run(25, 38, 54, HUNDRED_PF),
      run(50, 55, 67, HUNDRED_PF),
    ]),
    form('206', 'X7R', '0603', 10, [
      run(10, 3, 27, HUNDRED_PF),
      run(16, 28, 52, HUNDRED_PF),
      run(25, 53, 75, HUNDRED_PF),
      run(50, 77, 95, HUNDRED_PF),
    ], { '076': [25, 1e-6] }),
    form('207', 'X7R', '0805', 10, [
      run(16, 27, 51, HUNDRED_PF),
      run(25, 54, 78, HUNDRED_PF),
      run(50, 80, 98, HUNDRED_PF),
    ], { '103': [50, 1e-6] }),
    form('208', 'X7R', '1206', 10, [], { '087': [50, 1e-7], '094': [50, 1e-5] }),
    form('106', 'X5R', '0603', 20, [], { '006': [6.3, 1e-5] }),
    form('107', 'X5R', '0805', 20, [], { '005': [6.3, 2.2e-5], '018': [25, 4.7e-6] }),
  ],
};

/** Numbers of cans state their values even less; these are the ones that stand in many lists. */
export const wuerthCans: SeriesTable = {
  id: 'wuerth-wcap-cans',
  manufacturer: 'Würth Elektronik',
  category: 'electrolytic_capacitor',
  series: 'WCAP-ASLI',
  description: 'Aluminium electrolytic capacitor, surface mount',
  reference: {
    title: 'WCAP-ASLI aluminum electrolytic capacitors',
    url: 'https://www.we-online.com/components/products/datasheet/865080545012.pdf',
  },
  forms: () => [[{
    name: 'number',
    codes: {
      '865080440002': { capacitance: 1e-5, voltage_rating: 25, tolerance: 20, package: 'SMD can' },
      '865080545012': {
        capacitance: 1e-4,
        voltage_rating: 35,
        tolerance: 20,
        package: 'SMD can, 6.3 x 7.7 mm',
      },
    },
  }]],
};
