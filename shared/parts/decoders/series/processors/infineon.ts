import { bareCodes } from '../../segments.ts';
import type { Segment, SeriesTable } from '../../table.ts';
import { base, type Bases, bases, DASH, maybe, packages, packing, reels, temperatures } from './numbers.ts';

const INFINEON = { manufacturer: 'Infineon Technologies' } as const;
const PSOC_REFERENCE = {
  title: 'PSoC Arm Cortex microcontrollers',
  url: 'https://www.infineon.com/cms/en/product/microcontroller/32-bit-psoc-arm-cortex-microcontroller/',
};

/**
 * Package, X for lead-free, temperature grade; behind the dash what only the manufacturer's tables tell apart. Where a
 * letter stands before that, one code is of packages with several numbers of pins: `CY8C4245AXI-M445` has 64.
 */
function psoc(
  list: string,
  description: string,
  letters: Readonly<Record<string, string>>,
  ends: string,
  otherEnds = '',
): Segment[][] {
  const numbers = base(bases('microcontroller', { [list]: description }));
  return [[numbers], [
    numbers,
    packages(letters),
    temperatures({ I: '-40 to 85 °C', Q: '-40 to 105 °C' }),
    DASH,
    bareCodes('end', ends),
    maybe(reels('T')),
  ]].concat(
    otherEnds === '' ? [] : [[
      numbers,
      bareCodes('package', Object.keys(letters).join(' ')),
      temperatures({ I: '-40 to 85 °C', Q: '-40 to 105 °C' }),
      DASH,
      bareCodes('end', otherEnds),
      maybe(reels('T')),
    ]],
  );
}

const M0 = 'Programmable Arm Cortex-M0 microcontroller';
const ENDS4 = '411 412 413 421 422 423 432 433 434 443 452 453 462 463 464 472 473 474 475 482 483 484 485';
const LETTERED_ENDS4 =
  'S413 S422 S423 S432 S433 S443 S453 S454 S455 S463 S473 S474 S475 M445 M475 M484 M485 DS463 DS473';

export const infineonPsoc: SeriesTable = {
  ...INFINEON,
  id: 'infineon-psoc',
  category: 'microcontroller',
  series: 'PSoC',
  description: 'Programmable microcontroller',
  reference: PSOC_REFERENCE,
  forms: () => [
    ...psoc('CY8C4013 CY8C4014', M0, { SX: 'SOIC-16', LQ: 'QFN-24 (4 x 4 mm)' }, '411 412 421 422'),
    ...psoc(
      'CY8C4124 CY8C4125 CY8C4244 CY8C4245',
      M0,
      { AX: 'TQFP-44 (10 x 10 mm)', AZ: 'TQFP-48 (7 x 7 mm)', LQ: 'QFN-40 (6 x 6 mm)', PV: 'SSOP-28' },
      ENDS4,
      LETTERED_ENDS4,
    ),
    ...psoc(
      'CY8C4024 CY8C4025 CY8C4045',
      'Programmable Arm Cortex-M0+ microcontroller',
      {
        AZ: 'TQFP-48 (7 x 7 mm)',
      },
      ENDS4,
      LETTERED_ENDS4,
    ),
    ...psoc('CY8C4126 CY8C4127 CY8C4146 CY8C4147 CY8C4246 CY8C4247 CY8C4248', M0, {}, ENDS4).slice(0, 1),
    ...psoc(
      'CY8C5267 CY8C5287 CY8C5467 CY8C5488 CY8C5667 CY8C5668 CY8C5688 CY8C5867 CY8C5868 CY8C5888 CY8C5266 CY8C5466 CY8C5666 CY8C5866',
      'Programmable Arm Cortex-M3 microcontroller',
      { AX: 'TQFP-100 (14 x 14 mm)', LT: 'QFN-68 (8 x 8 mm)' },
      'LP032 LP033 LP035 LP037 LP039 LP051 LP089 LP095 LP096 LP097 LP106 LP108 LP139 LP199 LP214',
    ),
  ],
};

const USB = 'USB microcontroller';
const FX2 = base(
  bases('interface', { 'CY7C68013A CY7C68014A CY7C68015A': 'USB 2.0 microcontroller, FX2LP' }),
);

export const infineonUsb: SeriesTable = {
  ...INFINEON,
  id: 'infineon-usb',
  category: 'interface',
  series: 'CY7C, CYUSB, CYPD',
  description: USB,
  reference: {
    title: 'Universal Serial Bus',
    url: 'https://www.infineon.com/cms/en/product/universal-serial-bus/',
  },
  forms: () => [
    [FX2],
    [
      FX2,
      DASH,
      packages({
        '56LTX': 'QFN-56 (8 x 8 mm)',
        '56LFX': 'QFN-56 (8 x 8 mm)',
        '56PVX': 'SSOP-56',
        '56BAX': 'VFBGA-56 (5 x 5 mm)',
        '100AX': 'TQFP-100 (14 x 20 mm)',
        '128AX': 'TQFP-128 (14 x 20 mm)',
      }),
      temperatures({ C: '0 to 70 °C', I: '-40 to 85 °C' }),
      maybe(reels('T')),
    ],
    ...([
      ['CY7C65213 CY7C65213A', 'USB to serial converter', {
        '28PVX': 'SSOP-28',
        '32LTX': 'QFN-32 (5 x 5 mm)',
      }],
      ['CY7C65211 CY7C65211A', 'USB to serial, SPI and I2C converter', { '24LTX': 'QFN-24 (4 x 4 mm)' }],
      ['CY7C65215 CY7C65215A', 'USB to dual serial, SPI and I2C converter', { '32LTX': 'QFN-32 (5 x 5 mm)' }],
      ['CYUSB3013 CYUSB3014 CYUSB3012 CYUSB3011', 'USB 3.0 controller, FX3', { BZX: 'BGA-121 (10 x 10 mm)' }],
      ['CYUSB3064 CYUSB3065', 'MIPI CSI-2 to USB 3.0 bridge', { BZX: 'BGA-121 (10 x 10 mm)' }],
      ['CYUSB3302 CYUSB3304 CYUSB3312 CYUSB3314 CYUSB3324 CYUSB3326 CYUSB3328', 'USB 3.0 hub', {
        '68LTX': 'QFN-68 (8 x 8 mm)',
        '88LTX': 'QFN-88 (10 x 10 mm)',
      }],
      ['CYPD3177', 'USB Power Delivery sink', { '24LQX': 'QFN-24 (4 x 4 mm)' }],
    ] as const).flatMap(([list, description, letters]): Segment[][] => {
      const numbers = base(bases('interface', { [list]: description }));
      return [[numbers], [
        numbers,
        DASH,
        packages(letters),
        temperatures({ C: '0 to 70 °C', I: '-40 to 85 °C', Q: '-40 to 105 °C' }),
        maybe(reels('T')),
      ]];
    }),
  ],
};

const xmc = (list: string, description: string): Bases =>
  bases('microcontroller', { [list.split(' ').map((number) => `XMC${number}`).join(' ')]: description });
const XMC1 = base(xmc('1100 1201 1202 1301 1302 1401 1402 1403 1404', 'Arm Cortex-M0 microcontroller'));
const XMC4 = base(
  xmc('4100 4104 4108 4200 4300 4400 4402 4500 4502 4504 4700 4800', 'Arm Cortex-M4 microcontroller'),
);

export const infineonXmc: SeriesTable = {
  ...INFINEON,
  id: 'infineon-xmc',
  category: 'microcontroller',
  series: 'XMC',
  description: 'Arm Cortex-M microcontroller',
  reference: {
    title: 'XMC industrial microcontrollers',
    url:
      'https://www.infineon.com/cms/en/product/microcontroller/32-bit-industrial-microcontroller-based-on-arm-cortex-m/',
  },
  forms: () => [
    [XMC1],
    [XMC4],
    [
      XMC1,
      packages({
        T016: 'TSSOP-16',
        T028: 'TSSOP-28',
        T038: 'TSSOP-38',
        Q024: 'VQFN-24 (4 x 4 mm)',
        Q040: 'VQFN-40 (5 x 5 mm)',
        Q048: 'VQFN-48 (7 x 7 mm)',
        Q064: 'VQFN-64',
        F064: 'LQFP-64',
      }),
      temperatures({ F: '-40 to 85 °C', X: '-40 to 105 °C' }),
      bareCodes('flash', '0008 0016 0032 0064 0128 0200'),
      bareCodes('step', 'AA AB'),
      maybe(
        packing({ XUMA1: 'tape and reel', XUMA2: 'tape and reel', XQSA1: 'tray', XTMA1: 'tape and reel' }),
      ),
    ],
    [
      XMC4,
      packages({
        Q48: 'VQFN-48 (7 x 7 mm)',
        F64: 'LQFP-64',
        F100: 'LQFP-100 (14 x 14 mm)',
        F144: 'LQFP-144 (20 x 20 mm)',
        E144: 'LFBGA-144',
        E196: 'LFBGA-196',
      }),
      temperatures({ F: '-40 to 85 °C', X: '-40 to 105 °C', K: '-40 to 125 °C' }),
      bareCodes('flash', '64 128 256 512 768 1024 1536 2048'),
      bareCodes('step', 'AA AB AC BA'),
      maybe(packing({ XUMA1: 'tape and reel', XQSA1: 'tray', XQMA1: 'tray' })),
    ],
  ],
};
