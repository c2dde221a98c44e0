import { bareCodes } from '../../segments.ts';
import type { SeriesTable } from '../../table.ts';
import { families, fixedMegahertz, pads, ppm, watch } from './common.ts';
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
  forms: [
    [
      families({
        FC135: pads('3.2x1.5', 2),
        FC135R: pads('3.2x1.5', 2),
        FC12M: pads('2x1.2', 2),
        FC12D: pads('2x1.2', 2),
        MC146: '',
        MC306: '',
        MC405: '',
        MC406: '',
        C002RX: 'cylinder 2 x 6 mm, through hole',
        C001R: 'cylinder 3 x 8 mm, through hole',
      }),
      SPACE,
      watch('32.768', '32.7680'),
      { literal: 'K' },
      bareCodes('tolerance', ' A E B'),
      { optional: [DASH, bareCodes('grade', joined('A AC AG W', '0 3 5') + ' A')] },
    ],
    [
      families({
        FA238: pads('3.2x2.5', 4),
        FA238V: pads('3.2x2.5', 4),
        FA20H: pads('2.5x2', 4),
        FA128: pads('2x1.6', 4),
        FA118T: pads('1.6x1.2', 4),
        TSX3225: pads('3.2x2.5', 4),
        FA365: '',
        FA366: '',
        MA406: '',
        MA505: '',
        MA506: '',
        CA301: '',
      }),
      SPACE,
      fixedMegahertz(4),
      { literal: 'M' },
      bareCodes('tolerance', 'A B C D F G V F09Z F10Z F20X F12Z F10P F20P F10Y F09V F18X'),
      { optional: [DASH, bareCodes('grade', joined('A B C G K W AC AG AK AW', '0 3 5'))] },
    ],
    ...listed({
      Q13FC1350000400: FC135(12.5e-12),
      Q13FC13500004: FC135(12.5e-12),
      Q13FC1350000100: FC135(7e-12),
      Q13FC1350000200: FC135(9e-12),
    }),
  ],
};

const OSCILLATORS = families({
  ...Object.fromEntries(
    joined('SG210', 'STF SCB SDA SEB SGB SCH').split(' ').map((code) => [code, pads('2.5x2', 4)]),
  ),
  ...Object.fromEntries(
    joined('SG310', 'SCF SCN SEF SDF SDN').split(' ').map((code) => [code, pads('3.2x2.5', 4)]),
  ),
  SG2016CAN: pads('2x1.6', 4),
  SG2520CAN: pads('2.5x2', 4),
  SG3225CAN: pads('3.2x2.5', 4),
  SG5032CAN: pads('5x3.2', 4),
  SG7050CAN: pads('7x5', 4),
  SG2016EAN: pads('2x1.6', 6),
  SG2520EAN: pads('2.5x2', 6),
  SG3225EAN: pads('3.2x2.5', 6),
  SG5032EAN: pads('5x3.2', 6),
  SG7050EAN: pads('7x5', 6),
  SG3225VAN: pads('3.2x2.5', 6),
  SG5032VAN: pads('5x3.2', 6),
  SG7050VAN: pads('7x5', 6),
  SG8002CA: pads('7x5', 4),
  SG8002CE: pads('3.2x2.5', 4),
  SG8002LB: pads('5x3.2', 4),
  SG8002DB: 'DIP-14, 4 pins',
  SG8002DC: 'DIP-8, 4 pins',
  SG8002JA: '',
  SG8002JC: '',
  SG8002JF: '',
});

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
  forms: [
    [
      OSCILLATORS,
      SPACE,
      fixedMegahertz(4),
      { literal: 'M' },
      bareCodes('grade', joined('L B S Y G M', '0 3 5')),
    ],
    [
      OSCILLATORS,
      SPACE,
      fixedMegahertz(4),
      { literal: 'M' },
      DASH,
      bareCodes('grade', joined('P S', 'C H T', 'B C M', 'B C M S')),
    ],
    [
      OSCILLATORS,
      SPACE,
      fixedMegahertz(6),
      { literal: 'M' },
      DASH,
      bareCodes('grade', joined('K T L', 'E J H', 'G K E B', 'A')),
      bareCodes('version', '3 0 B'),
    ],
  ],
};
