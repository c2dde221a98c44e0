import { bareCodes } from '../../segments.ts';
import type { Segment, SeriesTable } from '../../table.ts';
import { families, fixedMegahertz, megahertz, pads, picofarads, watch } from './common.ts';
import { DASH, joined, listed, reels } from '../pieces.ts';

const COMMON = { manufacturer: 'Abracon' } as const;

const REEL: Segment = { optional: [DASH, reels('T T2 T3 T5')] };

/** Temperature range, stability and tolerance; what each letter means differs from family to family. */
const OPTIONS = bareCodes(
  'options',
  `${joined('B C D E F J L N R', '1 2 3 4 5 6 7', '- U W X Y G H')} ${joined('J', '4', 'Q Z')} ${
    joined('2 4', 'X Y Z')
  }`,
);

const MEGAHERTZ_CRYSTALS = families({
  ABM3: pads('5x3.2', 2),
  ABM3B: pads('5x3.2', 4),
  ABM3C: pads('5x3.2', 4),
  ABM7: pads('6x3.5', 2),
  ABM8: pads('3.2x2.5', 4),
  ABM8G: pads('3.2x2.5', 4),
  ABM8W: pads('3.2x2.5', 4),
  ABM9: pads('4x2.5', 4),
  ABM10: pads('2.5x2', 4),
  ABM10W: pads('2.5x2', 4),
  ABM11: pads('2x1.6', 4),
  ABM11W: pads('2x1.6', 4),
  ABM12: pads('1.6x1.2', 4),
  ABM12W: pads('1.6x1.2', 4),
  ABMM2: pads('6x3.6', 4),
  ABLS: 'HC-49/US SMD',
  ABL: 'HC-49/US, through hole',
});

const AUTOMOTIVE = families({
  ABM8AIG: pads('3.2x2.5', 4),
  ABM10AIG: pads('2.5x2', 4),
  ABM11AIG: pads('2x1.6', 4),
});

const WATCH_CRYSTALS = families({
  ABS05: pads('1.6x1', 2),
  ABS05W: pads('1.6x1', 2),
  ABS06: pads('2x1.2', 2),
  ABS06W: pads('2x1.2', 2),
  ABS07: pads('3.2x1.5', 2),
  ABS07W: pads('3.2x1.5', 2),
  ABS07AIG: pads('3.2x1.5', 2),
  ABS09: pads('4.1x1.5', 2),
  ABS10: pads('4.9x1.8'),
  ABS25: pads('8x3.8', 4),
  AB26T: 'cylinder 2 x 6 mm, through hole',
  AB26TRQ: 'cylinder 2 x 6 mm',
  AB26TRB: 'cylinder 2 x 6 mm',
  AB38T: 'cylinder 3 x 8 mm, through hole',
});

const START: readonly Segment[] = [MEGAHERTZ_CRYSTALS, DASH, megahertz(3, 4), { literal: 'MHZ' }];

export const abraconCrystals: SeriesTable = {
  ...COMMON,
  id: 'abracon-crystals',
  // `ABLS2-8.000MHZ` is no ABLS of 28 MHz.
  hasOwnDashes: true,
  category: 'crystal',
  series: 'ABM, ABLS, ABS',
  description: 'Quartz crystal',
  reference: {
    title: 'Quartz crystals, series and options',
    url: 'https://abracon.com/product-lineup/crystals',
  },
  forms: () => [
    [...START, REEL],
    [
      AUTOMOTIVE,
      DASH,
      megahertz(3, 4),
      { literal: 'MHZ' },
      DASH,
      picofarads('4 6 7 8 9 10 12 14 16 18 20'),
      DASH,
      bareCodes('options', joined('1 2 3 4 5', 'W X Y Z')),
      REEL,
    ],
    [
      MEGAHERTZ_CRYSTALS,
      DASH,
      bareCodes('specification', '120 165 166'),
      DASH,
      megahertz(3, 4),
      { literal: 'MHZ' },
      REEL,
    ],
    [
      AUTOMOTIVE,
      DASH,
      megahertz(3, 4),
      { literal: 'MHZ' },
      DASH,
      bareCodes('options', joined('1 2 3 4 5', 'W X Y Z')),
      REEL,
    ],
    [...START, DASH, OPTIONS, REEL],
    [...START, DASH, picofarads('4 6 7 8 9 10 12 14 16 18 20'), REEL],
    [...START, DASH, picofarads('4 6 7 8 9 10 12 14 16 18 20'), DASH, OPTIONS, REEL],
    [
      ...START,
      DASH,
      picofarads('4 6 7 8 9 10 12 14 16 18 20'),
      DASH,
      bareCodes('stability', '1 2 3 4 5 6 7'),
      DASH,
      bareCodes('tolerance', 'U W X Y Z Q'),
      REEL,
    ],
    [
      WATCH_CRYSTALS,
      DASH,
      watch('32.768KHZ'),
      { optional: [DASH, bareCodes('options', '1 2 4 5 6 7 9 12.5 7A S 3.5 L')] },
      REEL,
    ],
    [WATCH_CRYSTALS, DASH, bareCodes('specification', '120 166'), DASH, watch('32.768KHZ'), REEL],
    ...listed({
      'ABM8-272-T3': {
        package: pads('3.2x2.5', 4),
        frequency: 12e6,
        load_capacitance: 10e-12,
        packaging: 'tape and reel',
      },
    }),
  ],
};

const OSCILLATORS = families({
  ASE: pads('3.2x2.5', 4),
  ASEM: pads('3.2x2.5', 4),
  ASEMB: pads('3.2x2.5', 4),
  ASEMP: pads('3.2x2.5', 4),
  ASDMB: pads('2.5x2', 4),
  ASDM: pads('2.5x2', 4),
  ASFL1: pads('5x3.2', 4),
  ASFLMB: pads('5x3.2', 4),
  ASV: pads('7x5', 4),
  ASVMB: pads('7x5', 4),
  ASVMX: pads('7x5', 4),
});

export const abraconOscillators: SeriesTable = {
  ...COMMON,
  id: 'abracon-oscillators',
  hasOwnDashes: true,
  category: 'oscillator',
  series: 'AS',
  description: 'Clock oscillator, CMOS output',
  reference: {
    title: 'Clock oscillators, series and options',
    url: 'https://abracon.com/product-lineup/oscillators',
  },
  forms: () => [
    [
      OSCILLATORS,
      DASH,
      megahertz(3),
      { literal: 'MHZ' },
      { optional: [DASH, bareCodes('options', 'L E X Z C K')] },
      REEL,
    ],
    [
      OSCILLATORS,
      DASH,
      megahertz(3),
      { literal: 'MHZ' },
      DASH,
      bareCodes('options', joined('L E X Z K N B', 'C R J K Y') + ' LCS LCC'),
      REEL,
    ],
    // Low jitter: size, output, supply, stability.
    [
      families({
        AX3: { package: pads('3.2x2.5', 6), description: 'Clock oscillator, low jitter' },
        AX5: { package: pads('5x3.2', 6), description: 'Clock oscillator, low jitter' },
        AX7: { package: pads('7x5', 6), description: 'Clock oscillator, low jitter' },
      }),
      bareCodes('output', 'D P H C'),
      bareCodes('options', joined('A B C', 'F', '1 2 3 4')),
      DASH,
      fixedMegahertz(4),
      { optional: [bareCodes('packing', 'T C')] },
    ],
  ],
};
