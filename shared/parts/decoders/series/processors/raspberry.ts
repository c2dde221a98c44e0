import { bareCodes } from '../../segments.ts';
import type { SeriesTable } from '../../table.ts';
import { base, bases, maybe, packing } from './numbers.ts';

const RASPBERRY = { manufacturer: 'Raspberry Pi', category: 'microcontroller' } as const;
const RP2040 = bases(
  'microcontroller',
  { 'RP2040 SC0914': 'Dual Arm Cortex-M0+ microcontroller, 133 MHz' },
  { package: 'QFN-56 (7 x 7 mm)' },
);
const RP2350 = 'Dual Arm Cortex-M33 or RISC-V microcontroller, 150 MHz';

export const raspberryChips: SeriesTable = {
  ...RASPBERRY,
  id: 'raspberry-chips',
  series: 'RP2',
  description: 'Microcontroller',
  reference: {
    title: 'Raspberry Pi microcontrollers',
    url: 'https://www.raspberrypi.com/documentation/microcontrollers/silicon.html',
  },
  forms: () => [
    [
      base(RP2040),
      maybe({ separator: '(' }, packing({ '7': 'reel, 7 inch', '13': 'reel, 13 inch' }), { separator: ')' }),
    ],
    [base(
      bases('microcontroller', { 'RP2350A RP2354A': RP2350 }, { package: 'QFN-60 (7 x 7 mm)' }),
      bases('microcontroller', { 'RP2350B RP2354B': RP2350 }, { package: 'QFN-80 (10 x 10 mm)' }),
      bases('microcontroller', { RP2350: RP2350 }),
    )],
  ],
};

const CM_PACKAGE = { package: 'board (55 x 40 mm)' };

export const raspberryModules: SeriesTable = {
  ...RASPBERRY,
  category: 'module',
  id: 'raspberry-modules',
  series: 'Pico, Compute Module',
  description: 'Computer module',
  reference: {
    title: 'Compute Module hardware',
    url: 'https://www.raspberrypi.com/documentation/computers/compute-module.html',
  },
  forms: () => [
    [base(bases(
      'module',
      {
        SC0915: 'Raspberry Pi Pico, RP2040 board',
        SC0917: 'Raspberry Pi Pico H, RP2040 board with headers',
        SC0918: 'Raspberry Pi Pico W, RP2040 board with Wi-Fi',
        SC0919: 'Raspberry Pi Pico WH, RP2040 board with Wi-Fi and headers',
        SC1631: 'Raspberry Pi Pico 2, RP2350 board',
      },
      { package: 'board (21 x 51 mm)' },
    ))],
    [
      base(
        bases('module', { CM4: 'Compute Module 4' }, CM_PACKAGE),
        bases('module', { CM5: 'Compute Module 5' }, CM_PACKAGE),
      ),
      bareCodes('radio', '0 1'),
      bareCodes('memory', '01 02 04 08 16'),
      bareCodes('storage', '000 008 016 032 064'),
    ],
  ],
};
