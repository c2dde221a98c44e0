import { bareCodes } from '../../segments.ts';
import type { Segment, SeriesTable } from '../../table.ts';
import { base, bases, maybe, packages, reels, temperatures } from './numbers.ts';

const RENESAS = { manufacturer: 'Renesas Electronics', category: 'microcontroller' } as const;

const RA_PACKAGES = packages({
  FP: 'LQFP-100 (14 x 14 mm)',
  FB: 'LQFP-144 (20 x 20 mm)',
  FC: 'LQFP-176 (24 x 24 mm)',
  FM: 'LQFP-64 (10 x 10 mm)',
  FL: 'LQFP-48 (7 x 7 mm)',
  FJ: 'LQFP-32 (7 x 7 mm)',
  NE: 'QFN-48 (7 x 7 mm)',
  NB: 'QFN-64 (8 x 8 mm)',
  NH: 'QFN-32',
});

/** Product family and group as in R7FA4M1; memory, feature set, temperature and package behind. */
function ra(groups: string, core: string): Segment[][] {
  const names = groups.split(' ').map((group) => `R7FA${group}`);
  return [[
    base(bases('microcontroller', { [names.join(' ')]: `Arm Cortex-${core} microcontroller` })),
    bareCodes('feature', 'A B'),
    bareCodes('flash', '3 5 7 9 A B C D E F G H'),
    temperatures({ '2': '-40 to 85 °C', '3': '-40 to 105 °C', '4': '-40 to 125 °C' }),
    bareCodes('quality', 'C D'),
    RA_PACKAGES,
    maybe({ separator: '#' }, bareCodes('packing', 'AA0 AA1 BA0 BA1 BB0 HA0 HA1 HB0 KA0')),
  ]];
}

export const renesasRa: SeriesTable = {
  ...RENESAS,
  id: 'renesas-ra',
  series: 'RA',
  description: 'Arm Cortex-M microcontroller',
  reference: {
    title: 'RA Arm Cortex-M MCUs',
    url: 'https://www.renesas.com/en/products/microcontrollers-microprocessors/ra-cortex-m-mcus',
  },
  forms: () => [
    ...ra('2A1 2E1 2E2 2E3 2L1', 'M23'),
    ...ra('4M1 4W1 6M1 6M2 6M3 6T1', 'M4'),
    ...ra('4E1 4E2 4M2 4M3 6E1 6E2 6M4 6M5 6T2 4T1', 'M33'),
  ],
};

const RL78 = '16-bit RL78 microcontroller';

/** Pins by their letter, flash memory by the one after. */
const RL78_PINS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  '6': { SP: 'LSSOP-20' },
  '7': { NA: 'HWQFN-24 (4 x 4 mm)' },
  A: { SP: 'LSSOP-30' },
  B: { NA: 'HWQFN-32 (5 x 5 mm)', FP: 'LQFP-32 (7 x 7 mm)' },
  F: { FP: 'LQFP-44 (10 x 10 mm)' },
  G: { FB: 'LQFP-48 (7 x 7 mm)', NA: 'HWQFN-48 (7 x 7 mm)' },
  L: { FB: 'LQFP-64 (10 x 10 mm)', FA: 'LQFP-64 (12 x 12 mm)' },
  P: { FB: 'LQFP-100 (14 x 14 mm)' },
};

export const renesasRl78: SeriesTable = {
  ...RENESAS,
  id: 'renesas-rl78',
  series: 'RL78',
  description: RL78,
  reference: {
    title: 'RL78 low power 8 and 16-bit MCUs',
    url: 'https://www.renesas.com/en/products/microcontrollers-microprocessors/rl78-low-power-8-16-bit-mcus',
  },
  forms: () =>
    Object.entries(RL78_PINS).map(([pins, letters]): Segment[] => [
      base(bases('microcontroller', { 'R5F100 R5F101 R5F104 R5F10W R5F117': RL78 })),
      bareCodes('pins', pins),
      bareCodes('flash', 'A C D E F G H J K L'),
      temperatures({ A: '-40 to 85 °C', D: '-40 to 85 °C', G: '-40 to 105 °C' }),
      packages(letters),
      maybe({ separator: '#' }, bareCodes('packing', '30 50 V0 X0 10')),
    ]),
};

const GREENPAK = (list: string, packageName: string): Segment[] => [
  base(bases('programmable_logic', { [list]: 'Programmable mixed-signal matrix' }, { package: packageName })),
  { literal: 'V' },
  maybe(reels('TR')),
];

export const renesasGreenpak: SeriesTable = {
  ...RENESAS,
  category: 'programmable_logic',
  id: 'renesas-greenpak',
  series: 'GreenPAK',
  description: 'Programmable mixed-signal matrix',
  reference: {
    title: 'GreenPAK programmable mixed-signal products',
    url:
      'https://www.renesas.com/en/products/programmable-mixed-signal-asic-ip-products/greenpak-programmable-mixed-signal-products',
  },
  forms: () => [
    GREENPAK('SLG46826 SLG46824 SLG46537 SLG46538', 'STQFN-20 (2 x 3 mm)'),
    GREENPAK('SLG46110 SLG46108', 'STQFN-12 (1.6 x 1.6 mm)'),
    [base(bases('programmable_logic', {
      'SLG46108 SLG46110 SLG46120 SLG46140 SLG46533 SLG46536 SLG46537 SLG46538 SLG46620 SLG46621 SLG46721 SLG46722 SLG46824 SLG46826 SLG47004 SLG47105 SLG47115':
        'Programmable mixed-signal matrix',
    }))],
  ],
};
