import { bareCodes, codes } from '../../segments.ts';
import type { Segment, SeriesTable } from '../../table.ts';
import { families, pads, picofarads, tenthsOfMegahertz, watch } from './common.ts';
import { DASH, joined, reels } from '../pieces.ts';

const COMMON = { manufacturer: 'ECS' } as const;
const ECS: Segment = { literal: 'ECS' };
const REEL: Segment = { optional: [DASH, reels('TR TR3')] };

const PACKAGE = codes('package', 'package', {
  '23A': pads('6x3.5'),
  '23B': pads('6x3.5'),
  '30B': pads('5x3.2', 4),
  '30': pads('5x3.2'),
  '33': pads('3.2x2.5', 4),
  '33B': pads('3.2x2.5', 4),
  '33Q': pads('3.2x2.5', 4),
  '33BM': pads('3.2x2.5', 4),
  '36Q': pads('2.5x2', 4),
  '37': pads('2x1.6', 4),
  '37Q': pads('2x1.6', 4),
  '37B': pads('2x1.6', 4),
});

/** Those that a grade follows without a dash. */
const GLUED_PACKAGE = codes('package', 'package', {
  '4X': 'HC-49/US, through hole',
  '5PX': 'HC-49/US SMD',
  '5P': 'HC-49/US SMD',
  '3X': 'HC-49/US SMD',
  '1X': 'HC-49/U, through hole',
  '36': pads('2.5x2', 4),
});
const GLUED_GRADES = bareCodes('grade', ' DN EN DU DS CKM CGM CGL CKL');
const LOAD = picofarads('8 9 10 12 13 16 18 20 32');

const GRADES = bareCodes('grade', joined('A C D E J', 'E G K N P S T', '- L M N P S'));

export const ecsCrystals: SeriesTable = {
  ...COMMON,
  id: 'ecs-crystals',
  category: 'crystal',
  series: 'ECS, ECX',
  description: 'Quartz crystal',
  reference: {
    title: 'Quartz crystals, part numbering guide',
    url: 'https://ecsxtal.com/crystals/',
  },
  forms: () => [
    ...[LOAD, { literal: 'S' }].flatMap((load) => [
      [ECS, DASH, tenthsOfMegahertz(0), DASH, load, DASH, PACKAGE, { optional: [DASH, GRADES] }, REEL],
      [ECS, DASH, tenthsOfMegahertz(0), DASH, load, DASH, GLUED_PACKAGE, GLUED_GRADES, REEL],
    ]),
    [
      ECS,
      { separator: '-.' },
      watch('327'),
      DASH,
      picofarads('6 7 9 12.5'),
      DASH,
      codes('package', 'package', {
        '34B': pads('3.2x1.5', 2),
        '34QS': pads('3.2x1.5', 2),
        '34R': pads('3.2x1.5', 2),
        '34S': pads('3.2x1.5', 2),
        '34RR': pads('3.2x1.5', 2),
        '39': pads('4.1x1.5', 2),
        '17X': pads('8x3.8', 4),
        '12': pads('2x1.2', 2),
        '12R': pads('2x1.2', 2),
        '16': pads('1.6x1', 2),
        '8X': 'cylinder 3 x 8 mm, through hole',
        '13X': 'cylinder 2 x 6 mm, through hole',
        '13FLX': 'cylinder 2 x 6 mm',
      }),
      { optional: [DASH, bareCodes('grade', 'C CS')] },
      REEL,
    ],
  ],
};

export const ecsOscillators: SeriesTable = {
  ...COMMON,
  id: 'ecs-oscillators',
  category: 'oscillator',
  series: 'ECS',
  description: 'Clock oscillator, CMOS output',
  reference: {
    title: 'Oscillators, part numbering guide',
    url: 'https://ecsxtal.com/oscillators/',
  },
  forms: () => [
    [
      ECS,
      DASH,
      families({
        '327MVATX': { frequency: 32768 },
        '327SMO': { frequency: 32768 },
        '327KE': { frequency: 32768 },
      }),
      { optional: [DASH, bareCodes('stability', '1 2 3 4')] },
      { optional: [DASH, bareCodes('grade', 'CN BN DN')] },
      REEL,
    ],
    [
      ECS,
      DASH,
      families({
        '2018': pads('2.5x2', 4),
        '2025': pads('2.5x2', 4),
        '2033': pads('2.5x2', 4),
        '1612MV': pads('1.6x1.2', 4),
        '2016MV': pads('2x1.6', 4),
        '2016MVQ': pads('2x1.6', 4),
        '2520MV': pads('2.5x2', 4),
        '2520MVQ': pads('2.5x2', 4),
        '2520MVLC': pads('2.5x2', 4),
        '2520SMV': pads('2.5x2', 4),
        '2520S18': pads('2.5x2', 4),
        '2520S25': pads('2.5x2', 4),
        '2520S33': pads('2.5x2', 4),
        '3225MV': pads('3.2x2.5', 4),
        '3225MVQ': pads('3.2x2.5', 4),
        '3225MVLC': pads('3.2x2.5', 4),
        '3225S18': pads('3.2x2.5', 4),
        '3225S25': pads('3.2x2.5', 4),
        '3225S33': pads('3.2x2.5', 4),
        '5032MV': pads('5x3.2', 4),
        '7050MV': pads('7x5', 4),
        '2100A': 'DIP-14, 4 pins',
        '2100AX': 'DIP-14, 4 pins',
        '2200B': 'DIP-8, 4 pins',
        '2200BX': 'DIP-8, 4 pins',
      }),
      DASH,
      tenthsOfMegahertz(0),
      { optional: [DASH, bareCodes('grade', joined('A B C D E F G', 'L M N P Q S U V X'))] },
      REEL,
    ],
    [
      ECS,
      DASH,
      { literal: 'TXO' },
      DASH,
      families({
        '2016': { package: pads('2x1.6', 4), description: 'Temperature-compensated oscillator' },
        '2016MV': { package: pads('2x1.6', 4), description: 'Temperature-compensated oscillator' },
        '2520': { package: pads('2.5x2', 4), description: 'Temperature-compensated oscillator' },
        '2520MV': { package: pads('2.5x2', 4), description: 'Temperature-compensated oscillator' },
        '3225': { package: pads('3.2x2.5', 4), description: 'Temperature-compensated oscillator' },
        '3225MV': { package: pads('3.2x2.5', 4), description: 'Temperature-compensated oscillator' },
        '5032MV': { package: pads('5x3.2', 4), description: 'Temperature-compensated oscillator' },
      }),
      DASH,
      { optional: [bareCodes('supply', '18 25 28 30 33'), DASH] },
      tenthsOfMegahertz(0),
      REEL,
    ],
  ],
};
