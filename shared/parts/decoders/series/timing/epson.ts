import { bareCodes } from '../../segments.ts';
import type { Segment, SeriesTable } from '../../table.ts';
import { dashed, families, fixedMegahertz, pads, ppm, watch } from './common.ts';
import { DASH, joined, listed } from '../pieces.ts';

const COMMON = { manufacturer: 'Epson' } as const;
const SPACE = { separator: ' ' } as const;

const FC135 = (load_capacitance: number) => ({
  series: 'FC-135',
  package: pads('3.2x1.5', 2),
  frequency: 32768,
  load_capacitance,
  tolerance: ppm(20),
});

function watchCrystal(start: readonly Segment[]): readonly Segment[] {
  return [
    ...start,
    SPACE,
    watch('32.768', '32.7680'),
    { literal: 'K' },
    bareCodes('tolerance', ' A E B'),
    { optional: [DASH, bareCodes('grade', joined('A AC AG W', '0 3 5') + ' A')] },
    { optional: [{ separator: ':' }, { literal: 'PURESN' }] },
  ];
}

export const epsonCrystals: SeriesTable = {
  ...COMMON,
  id: 'epson-crystals',
  category: 'crystal',
  series: 'FC, FA, TSX, MC',
  description: 'Quartz crystal',
  reference: {
    title: 'Crystal units, product list',
    url: 'https://www5.epsondevice.com/en/products/crystal_unit/',
  },
  forms: () => [
    ...dashed('FC', {
      '135': pads('3.2x1.5', 2),
      '135R': pads('3.2x1.5', 2),
      '12M': pads('2x1.2', 2),
      '12D': pads('2x1.2', 2),
    }).map(watchCrystal),
    ...dashed('MC', { '146': '', '306': '', '405': '', '406': '' }).map(watchCrystal),
    ...dashed('C', {
      '002RX': 'cylinder 2 x 6 mm, through hole',
      '001R': 'cylinder 3 x 8 mm, through hole',
    }).map(watchCrystal),
    ...[
      ...dashed('FA', {
        '238': pads('3.2x2.5', 4),
        '238V': pads('3.2x2.5', 4),
        '20H': pads('2.5x2', 4),
        '128': pads('2x1.6', 4),
        '118T': pads('1.6x1.2', 4),
      }),
      ...dashed('TSX', { '3225': pads('3.2x2.5', 4) }),
      ...dashed('MA', { '406': '', '505': '', '506': '' }),
      ...dashed('CA', { '301': '' }),
    ].map((start) => [
      ...start,
      SPACE,
      fixedMegahertz(4),
      { literal: 'M' },
      bareCodes('tolerance', 'A B C D F G V F09Z F10Z F20X F12Z F10P F20P F10Y F09V F10X F15X F18X F30X'),
      { optional: [DASH, bareCodes('grade', joined('A B C G K W AC AG AK AW', '0 3 5 6'))] },
    ]),
    ...listed({
      Q13FC1350000400: FC135(12.5e-12),
      Q13FC13500004: FC135(12.5e-12),
      Q13FC1350000100: FC135(7e-12),
      Q13FC1350000200: FC135(9e-12),
    }),
  ],
};

/** Programmable types have a letter for the output, the supply, the stability and the range each. */
const PROGRAMMABLE = bareCodes('grade', joined('P S', 'C H T', 'B C M', 'B C M S L'));

const OSCILLATORS = {
  ...Object.fromEntries(
    joined('210', 'STF SCB SDA SEB SGB SCH').split(' ').map((code) => [code, pads('2.5x2', 4)]),
  ),
  ...Object.fromEntries(
    joined('310', 'SCF SCN SEF SDF SDN').split(' ').map((code) => [code, pads('3.2x2.5', 4)]),
  ),
};

const PROGRAMMED = {
  '8002CA': pads('7x5', 4),
  '8002CE': pads('3.2x2.5', 4),
  '8002LB': pads('5x3.2', 4),
  '8002DB': 'DIP-14, 4 pins',
  '8002DC': 'DIP-8, 4 pins',
  '8002JA': '',
  '8002JC': '',
  '8002JF': '',
};

const NEWER = families({
  ...Object.fromEntries(
    Object.entries({ '2016': '2x1.6', '2520': '2.5x2', '3225': '3.2x2.5', '5032': '5x3.2', '7050': '7x5' })
      .flatMap((
        [code, size],
      ) => [
        [`SG${code}CAN`, pads(size, 4)],
        [`SG${code}EAN`, pads(size, 6)],
        [`SG${code}VAN`, pads(size, 6)],
      ]),
  ),
});

const GRADE = bareCodes('grade', joined('L B S Y G M', '0 3 5'));

export const epsonOscillators: SeriesTable = {
  ...COMMON,
  id: 'epson-oscillators',
  category: 'oscillator',
  series: 'SG',
  description: 'Crystal oscillator',
  reference: {
    title: 'Crystal oscillators, product list',
    url: 'https://www5.epsondevice.com/en/products/crystal_oscillator/',
  },
  forms: () => [
    ...dashed('SG', OSCILLATORS).map((
      start,
    ) => [...start, SPACE, fixedMegahertz(4), { literal: 'M' }, GRADE]),
    ...dashed('SG', PROGRAMMED).flatMap((start) =>
      [4, 6].map((
        decimals,
      ) => [...start, SPACE, fixedMegahertz(decimals), { literal: 'M' }, DASH, PROGRAMMABLE])
    ),
    [NEWER, SPACE, fixedMegahertz(4), { literal: 'M' }, GRADE],
    [
      NEWER,
      SPACE,
      fixedMegahertz(6),
      { literal: 'M' },
      DASH,
      bareCodes('grade', joined('K T L', 'E J H', 'G K E B', 'A')),
      bareCodes('version', '3 0 B'),
    ],
  ],
};
