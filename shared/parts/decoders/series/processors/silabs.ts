import { bareCodes } from '../../segments.ts';
import type { PlainSegment, Segment, SeriesTable } from '../../table.ts';
import { base, bases, DASH, maybe, packages, reels } from './numbers.ts';

const MCS51 = '8-bit 8051 microcontroller';
const M0PLUS = '32-bit Arm Cortex-M0+ microcontroller';
const M3 = '32-bit Arm Cortex-M3 microcontroller';
const M4 = '32-bit Arm Cortex-M4 microcontroller';
const REEL = maybe(reels('R'));

const EFM8 = base(bases('microcontroller', {
  'EFM8BB10F2G EFM8BB10F4G EFM8BB10F8G EFM8BB10F8I EFM8BB21F16G EFM8BB21F16I EFM8BB22F16G EFM8BB22F16I EFM8BB31F16G EFM8BB31F32G EFM8BB31F64G EFM8BB51F8I EFM8BB51F16I EFM8BB52F16I EFM8BB52F32I EFM8LB10F16E EFM8LB11F16E EFM8LB11F32E EFM8LB12F32E EFM8LB12F64E EFM8SB10F2G EFM8SB10F4G EFM8SB10F8G EFM8SB20F16G EFM8SB20F32G EFM8SB20F64G EFM8UB10F8G EFM8UB10F16G EFM8UB11F16G EFM8UB20F32G EFM8UB20F64G EFM8UB30F40G EFM8UB31F40G':
    MCS51,
}));

const EFM32 = base(bases('microcontroller', {
  'EFM32ZG108F32G EFM32ZG110F32G EFM32ZG210F32G EFM32ZG222F32G EFM32HG108F64G EFM32HG110F64G EFM32HG210F64G EFM32HG222F64G EFM32HG308F64G EFM32HG309F64G EFM32HG310F64G EFM32HG321F64G EFM32HG322F64G EFM32HG350F64G':
    M0PLUS,
  'EFM32TG108F32G EFM32TG110F32G EFM32TG210F32G EFM32TG222F32G EFM32TG225F32G EFM32TG230F32G EFM32TG232F32G EFM32TG822F32G EFM32TG825F32G EFM32TG840F32G EFM32TG842F32G EFM32G200F64G EFM32G210F128G EFM32G222F128G EFM32G230F128G EFM32G232F128G EFM32G280F128G EFM32G290F128G EFM32G880F128G EFM32G890F128G EFM32LG230F256G EFM32LG232F256G EFM32LG330F256G EFM32LG332F256G EFM32LG990F256G EFM32GG230F1024G EFM32GG232F1024G EFM32GG280F1024G EFM32GG330F1024G EFM32GG332F1024G EFM32GG380F1024G EFM32GG390F1024G EFM32GG990F1024G EFM32GG995F1024G':
    M3,
  'EFM32WG230F256G EFM32WG232F256G EFM32WG330F256G EFM32WG332F256G EFM32WG990F256G EFM32PG1B200F256G': M4,
}));

const LE = (core: string) => `Arm Cortex-${core} microcontroller with 2.4 GHz radio`;
const EFR32 = base(bases('microcontroller', {
  'EFR32BG21A010F512 EFR32BG21A010F768 EFR32BG21A010F1024 EFR32BG21A020F768 EFR32BG21A020F1024 EFR32MG21A010F512 EFR32MG21A010F768 EFR32MG21A010F1024 EFR32MG21A020F512 EFR32MG21A020F768 EFR32MG21A020F1024 EFR32BG22C112F352 EFR32BG22C222F352 EFR32BG22C224F512 EFR32MG22C224F512 EFR32MG22E224F512 EFR32BG22E224F512 EFR32MG24A010F1024 EFR32MG24A010F1536 EFR32MG24A020F1024 EFR32MG24A020F1536 EFR32MG24B010F1536 EFR32MG24B020F1536 EFR32MG24B210F1536 EFR32MG24B220F1536 EFR32MG24B310F1536 EFR32BG24A010F1024 EFR32BG24A020F1024 EFR32BG24B210F1024':
    LE('M33'),
  'EFR32BG1B132F256 EFR32BG1B232F256 EFR32BG1P232F256 EFR32MG1B232F256 EFR32MG1P232F256 EFR32MG1V132F256 EFR32BG12P432F1024 EFR32MG12P332F1024 EFR32MG12P432F1024 EFR32BG13P532F512 EFR32BG13P632F512 EFR32BG13P733F512 EFR32MG13P632F512 EFR32MG13P732F512 EFR32MG13P733F512':
    LE('M4'),
}));

const EFR32_SUB_GHZ = base(bases('microcontroller', {
  'EFR32FG14P231F256 EFR32FG14P233F256 EFR32FG13P231F512 EFR32FG12P431F1024 EFR32FG1P131F256':
    'Arm Cortex-M4 microcontroller with sub-GHz radio',
  'EFR32FG23A010F256 EFR32FG23A010F512 EFR32FG23A020F256 EFR32FG23A020F512 EFR32FG23B010F512 EFR32FG23B020F512 EFR32FG25A111F1152 EFR32ZG23A010F512 EFR32ZG23B010F512 EFR32ZG23A020F512 EFR32ZG23B020F512':
    'Arm Cortex-M33 microcontroller with sub-GHz radio',
}));

const QFX = packages({
  QFN20: 'QFN-20 (3 x 3 mm)',
  QFN24: 'QFN-24',
  QFN28: 'QFN-28',
  QFN32: 'QFN-32',
  QFN40: 'QFN-40',
  QFN48: 'QFN-48',
  QFN64: 'QFN-64',
  QFP32: 'TQFP-32 (7 x 7 mm)',
  QFP48: 'TQFP-48 (7 x 7 mm)',
  QFP64: 'TQFP-64 (10 x 10 mm)',
  QFP100: 'LQFP-100 (14 x 14 mm)',
  BGA112: 'BGA-112',
  BGA120: 'BGA-120',
  QSOP24: 'QSOP-24',
  SOIC16: 'SOIC-16',
  TSSOP20: 'TSSOP-20',
});

const DIE: PlainSegment = bareCodes('die', 'A B C D E');

/** Temperature grade, QFN and number of pins in one. */
const RADIO_PACKAGES = packages(Object.fromEntries(
  [32, 40, 48, 56, 68].flatMap((pins) => ['G', 'I'].map((grade) => [`${grade}M${pins}`, `QFN-${pins}`])),
));

const c8051 = (list: string) => list.split(' ').map((number) => `C8051F${number}`).join(' ');
const C8051_32 = base(bases('microcontroller', {
  [
    c8051(
      '300 301 302 303 304 305 310 311 320 321 330 331 340 341 342 343 344 345 347 350 380 381 382 383 410 411 500 530 580 912 920 930 980',
    )
  ]: MCS51,
}));

export const silabsMcu: SeriesTable = {
  id: 'silabs-mcu',
  manufacturer: 'Silicon Labs',
  category: 'microcontroller',
  series: 'EFM8, EFM32, EFR32, C8051F',
  description: 'Microcontroller',
  reference: { title: 'Silicon Labs microcontrollers', url: 'https://www.silabs.com/mcu' },
  forms: () => [
    ...[EFM8, EFM32].flatMap((numbers): Segment[][] => [
      [numbers],
      [numbers, DASH, DIE, DASH, QFX, REEL],
    ]),
    [EFM32, DASH, QFX],
    ...[EFR32, EFR32_SUB_GHZ].flatMap((numbers): Segment[][] => [
      [numbers],
      [numbers, RADIO_PACKAGES, DASH, DIE, REEL],
    ]),
    [C8051_32],
    // Quad flat packages differ from number to number.
    [C8051_32, DASH, bareCodes('package', 'GQ GM'), REEL],
  ],
};

const SMD_MODULE = { package: 'SMD module' };

export const silabsModules: SeriesTable = {
  id: 'silabs-modules',
  manufacturer: 'Silicon Labs',
  category: 'module',
  series: 'BGM, MGM, BLE, WT, WF',
  description: 'Radio module',
  reference: { title: 'Wireless modules', url: 'https://www.silabs.com/wireless/modules' },
  forms: () => [
    [
      base(bases('module', {
        'BGM111A256V2 BGM113A256V2 BGM121A256V2 BGM123A256V2 BGM13P22F512GA BGM13P32F512GA BGM13S22F512GA BGM13S32F512GA BGM210LA22JIF BGM210PA22JIA BGM210PA32JIA BGM220PC22HNA BGM220PC22WGA BGM220SC12WGA BGM220SC22HNA BGM220SC22WGA BGM240PA22VNA BGM240PB22VNA':
          'Bluetooth Low Energy module',
        'MGM111A256V2 MGM12P02F1024GA MGM12P32F1024GA MGM13P02F512GA MGM210LA22JIF MGM210PA22JIA MGM210PA32JIA MGM210PB22JIA MGM220PC22HNA MGM220SC22HNA MGM240PA22VNA MGM240PA32VNA MGM240PB22VNA MGM240PB32VNA MGM240SD22VNA':
          'Bluetooth Low Energy and 802.15.4 module',
        'WFM200S WGM110A1MV1 WGM110E1MV1 WGM160P022KGA WGM160PX22KGA': 'Wi-Fi module',
      }, SMD_MODULE)),
      maybe(bareCodes('revision', '2 3 4')),
      REEL,
    ],
    ...(
      [
        ['BLE112 BLE113 BLE121LR BLE123', 'Bluetooth Low Energy module', 'A V1 V2 M256K'],
        ['WT11I WT11U WT12 WT32I WT41', 'Bluetooth module', 'A V1 V2 AI4 AI5 AI6 AI56'],
        ['WF111 WF121', 'Wi-Fi module', 'A E V1 V2'],
      ] as const
    ).flatMap(([list, description, codes]): Segment[][] => {
      const numbers = base(bases('module', { [list]: description }, SMD_MODULE));
      return [[numbers], [
        numbers,
        DASH,
        bareCodes('antenna', 'A E N'),
        DASH,
        bareCodes('version', codes.replace(/^A (E )?/, '')),
        maybe(DASH, bareCodes('option', 'C')),
      ]];
    }),
  ],
};

const UART = 'USB to serial converter';
const usb = (list: string, description: string, packageName?: string) =>
  base(
    bases('interface', { [list]: description }, packageName === undefined ? {} : { package: packageName }),
  );
const GM = [DASH, bareCodes('grade', 'GM'), REEL];

export const silabsUsb: SeriesTable = {
  id: 'silabs-usb',
  manufacturer: 'Silicon Labs',
  category: 'interface',
  series: 'CP21xx',
  description: UART,
  reference: { title: 'USB bridges', url: 'https://www.silabs.com/interface/usb-bridges' },
  forms: () => [
    [usb('CP2101 CP2102 CP2103', UART, 'QFN-28 (5 x 5 mm)'), ...GM],
    [usb('CP2104 CP2105', UART, 'QFN-24 (4 x 4 mm)'), DASH, bareCodes('firmware', 'F01 F02 F03'), ...GM],
    [usb('CP2109', UART, 'QFN-28 (5 x 5 mm)'), DASH, bareCodes('firmware', 'A01'), ...GM],
    [
      usb('CP2108', 'USB to quad serial converter', 'QFN-64 (9 x 9 mm)'),
      DASH,
      bareCodes('die', 'B01 B02 B03'),
      ...GM,
    ],
    [
      usb('CP2110', 'USB HID to serial converter', 'QFN-24 (4 x 4 mm)'),
      DASH,
      bareCodes('firmware', 'F01'),
      ...GM,
    ],
    [
      usb('CP2112', 'USB HID to I2C converter', 'QFN-24 (4 x 4 mm)'),
      DASH,
      bareCodes('firmware', 'F01 F02 F03'),
      ...GM,
    ],
    [
      usb('CP2114', 'USB audio to I2S converter', 'QFN-32 (5 x 5 mm)'),
      DASH,
      bareCodes('die', 'B01 B02'),
      ...GM,
    ],
    [usb('CP2130', 'USB to SPI converter', 'QFN-24 (4 x 4 mm)'), DASH, bareCodes('firmware', 'F01'), ...GM],
    [
      usb('CP2102N', UART),
      DASH,
      bareCodes('die', 'A01 A02'),
      DASH,
      packages({
        GQFN20: 'QFN-20 (3 x 3 mm)',
        GQFN24: 'QFN-24 (4 x 4 mm)',
        GQFN28: 'QFN-28 (5 x 5 mm)',
      }),
      REEL,
    ],
    [usb('CP2101 CP2102 CP2102N CP2103 CP2104 CP2105 CP2108 CP2109', UART)],
    [usb('CP2110', 'USB HID to serial converter')],
    [usb('CP2112', 'USB HID to I2C converter')],
    [usb('CP2114', 'USB audio to I2S converter')],
    [usb('CP2130', 'USB to SPI converter')],
  ],
};

const CLOCK = 'Clock generator';
const clock = base(bases('clock_and_timing', { 'SI5351A SI5351B SI5351C': CLOCK }));
const plain = (
  category: 'sensor' | 'rf',
  list: string,
  description: string,
  revisions: string,
  letters: Readonly<Record<string, string>>,
): Segment[][] => {
  const numbers = base(bases(category, { [list]: description }));
  return [[numbers], [numbers, DASH, bareCodes('revision', revisions), DASH, packages(letters), REEL]];
};

export const silabsMixed: SeriesTable = {
  id: 'silabs-si',
  manufacturer: 'Silicon Labs',
  category: 'integrated_circuit',
  series: 'Si4xxx, Si5351, Si70xx',
  description: CLOCK,
  reference: { title: 'Silicon Labs products', url: 'https://www.silabs.com/products' },
  forms: () => [
    [clock],
    [
      clock,
      DASH,
      { literal: 'B' },
      // Factory-programmed ones have five digits of the customer's configuration here.
      maybe(bareCodes('configuration', '04486 05493')),
      DASH,
      packages({ GT: 'MSOP-10', GM: 'QFN-20 (4 x 4 mm)', GM1: 'QFN-16 (3 x 3 mm)', GU: 'QSOP-24' }),
      REEL,
    ],
    ...plain('sensor', 'SI7006 SI7013 SI7020 SI7021', 'Humidity and temperature sensor', 'A10 A20', {
      GM: 'DFN-6 (3 x 3 mm)',
      GM1: 'DFN-6 (3 x 3 mm)',
      IM: 'DFN-6 (3 x 3 mm)',
      IM1: 'DFN-6 (3 x 3 mm)',
      YM: 'DFN-6 (3 x 3 mm)',
    }),
    ...plain('sensor', 'SI7050 SI7051 SI7053 SI7054 SI7055', 'Temperature sensor', 'A10 A20', {
      IM: 'DFN-6 (3 x 3 mm)',
    }),
    ...plain('sensor', 'SI1132', 'Ultraviolet and ambient light sensor', 'A10', { GM: 'QFN-10 (2 x 2 mm)' }),
    ...plain('sensor', 'SI1145 SI1146 SI1147', 'Proximity, ultraviolet and ambient light sensor', 'A10', {
      GM: 'QFN-10 (2 x 2 mm)',
    }),
    ...plain('rf', 'SI4702 SI4703', 'FM radio receiver', 'C19', { GM: 'QFN-20 (3 x 3 mm)' }),
    ...plain('rf', 'SI4704 SI4705 SI4730 SI4731 SI4734 SI4735', 'AM and FM radio receiver', 'C40 D50 D60', {
      GM: 'QFN-20 (3 x 3 mm)',
      GU: 'SSOP-24',
    }),
    ...plain('rf', 'SI4732', 'AM and FM radio receiver', 'A10', { GS: 'SOIC-16' }),
    ...plain('rf', 'SI4710 SI4711 SI4712 SI4713', 'FM radio transmitter', 'A30 B20 B30', {
      GM: 'QFN-20 (3 x 3 mm)',
    }),
    ...plain('rf', 'SI4430 SI4431 SI4432', 'Sub-GHz transceiver', 'A0 B1 V2', { FM: 'QFN-20 (4 x 4 mm)' }),
    ...plain('rf', 'SI4460 SI4461 SI4463 SI4464 SI4467 SI4468', 'Sub-GHz transceiver', 'A2A B1B C2A', {
      FM: 'QFN-20 (4 x 4 mm)',
      GM: 'QFN-20 (4 x 4 mm)',
    }),
  ],
};
