/** Microcontrollers of GigaDevice, WCH, Artery, Geehy, Puya, Nuvoton, Padauk and STC. */
import type { Category } from '../../../../domain/categories.ts';
import { bareCodes } from '../../segments.ts';
import type { Segment, SeriesTable } from '../../table.ts';
import { base, type Bases, bases, DASH, maybe, packages, reels, temperatures } from './numbers.ts';

const core = (name: string) => `32-bit ${name} microcontroller`;

/** Lines with the letters of their numbers of pins, each with those of its flash memories: GD32F103 `C468B`. */
function withPins(
  pins: string,
  lines: Readonly<Record<string, readonly [description: string, variants: string]>>,
): Bases {
  return Object.fromEntries(
    Object.entries(lines).flatMap(([line, [description, variants]]) =>
      variants.split(' ').filter((variant) => variant.startsWith(pins)).flatMap(([, ...letters]) =>
        letters.map((letter) => [line + pins + letter, { description }])
      )
    ),
  );
}

const M3 = core('Arm Cortex-M3');
const M4 = core('Arm Cortex-M4');
const M23 = core('Arm Cortex-M23');
const M33 = core('Arm Cortex-M33');
const RISCV = core('RISC-V');

const GD32: Readonly<Record<string, readonly [string, string]>> = {
  GD32F101: [M3, 'T468B C468B R468BCDEFGIK V8BCDEFGIK ZCDEFGIK'],
  GD32F103: [M3, 'T468B C468B R468BCDEFGIK V8BCDEFGIK ZCDEFGIK'],
  GD32F105: [M3, 'R8BCDEFG V8BCDEFG ZCDEFG'],
  GD32F107: [M3, 'RBCDEFG VBCDEFG ZCDEFG'],
  GD32F130: [M3, 'F468 G468 K468 C468 R8'],
  GD32F150: [M3, 'G468 K468 C468 R48'],
  GD32F170: [M3, 'T468 C468 R8'],
  GD32F190: [M3, 'T468 C468 R8'],
  GD32F205: [M3, 'RCEGK VCEGK ZCEGK'],
  GD32F207: [M3, 'RCEGK VCEGK ZCEGK IEGK'],
  GD32F303: [M4, 'CBCEG RBCDEFGI VBCDEFGIK ZCDEGIK'],
  GD32F305: [M4, 'RBCEG VCEG ZCEG'],
  GD32F307: [M4, 'RCEG VCEG ZCEG'],
  GD32F310: [M4, 'F468 G468 K468 C468'],
  GD32F330: [M4, 'F468 G468 K468 C468B R8B'],
  GD32F350: [M4, 'G468 K468 C468B R468B'],
  GD32F405: [M4, 'RGK VGK ZGK'],
  GD32F407: [M4, 'REGK VEGK ZEGK IEGK'],
  GD32F425: [M4, 'REGK VGK ZGK'],
  GD32F427: [M4, 'REGK VEGK ZEGK IEGK'],
  GD32F450: [M4, 'VEGIK ZEGIK IGIK'],
  GD32F470: [M4, 'VEGIK ZEGIK IGIK'],
  GD32E103: [M4, 'T8B C8B R8B V8B'],
  GD32E230: [M23, 'F468 G468 K468 C468'],
  GD32E231: [M23, 'C68'],
  GD32E503: [M33, 'CCE RCE VCE ZCE'],
  GD32L233: [M23, 'KBC CBC RBC'],
  GD32VF103: [RISCV, 'T468B C468B R468B V8B'],
};

const GD32_PACKAGES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  F: { P: 'TSSOP-20', V: 'LGA-20 (3 x 3 mm)' },
  G: { U: 'QFN-28 (4 x 4 mm)' },
  K: { T: 'LQFP-32 (7 x 7 mm)', U: 'QFN-32' },
  T: { U: 'QFN-36 (6 x 6 mm)' },
  C: { T: 'LQFP-48 (7 x 7 mm)', U: 'QFN-48' },
  R: { T: 'LQFP-64 (10 x 10 mm)' },
  V: { T: 'LQFP-100 (14 x 14 mm)', H: 'BGA-100' },
  Z: { T: 'LQFP-144 (20 x 20 mm)' },
  I: { T: 'LQFP-176 (24 x 24 mm)', H: 'BGA-176' },
};

/** Pins, flash, package and grade, as STMicroelectronics' numbers have them. */
function likeStm32(
  lines: Readonly<Record<string, readonly [string, string]>>,
  letters: Readonly<Record<string, Readonly<Record<string, string>>>>,
  after: readonly Segment[],
): Segment[][] {
  return Object.entries(letters).flatMap(([pins, said]): Segment[][] => {
    const numbers = base(withPins(pins, lines));
    if (Object.keys(numbers.codes).length === 0) return [];
    return [[numbers], [
      numbers,
      packages(said),
      temperatures({ '6': '-40 to 85 °C', '7': '-40 to 105 °C', '3': '-40 to 125 °C' }),
      ...after,
    ]];
  });
}

const lineNames = (lines: Readonly<Record<string, readonly [string, string]>>): Segment[] => [
  base(Object.fromEntries(Object.entries(lines).map(([line, [description]]) => [line, { description }]))),
];

export const gigadeviceGd32: SeriesTable = {
  id: 'gigadevice-gd32',
  manufacturer: 'GigaDevice',
  category: 'microcontroller',
  series: 'GD32',
  description: '32-bit microcontroller',
  reference: { title: 'GD32 MCU', url: 'https://www.gigadevice.com/product/mcu' },
  forms: () => [lineNames(GD32), ...likeStm32(GD32, GD32_PACKAGES, [maybe(reels('TR'))])],
};

/** Whole numbers that share category, description and package. */
const whole = (category: Category, description: string, packageName: string, list: string) =>
  bases(category, { [list]: description }, { package: packageName });

const mcu = (description: string, packageName: string, list: string) =>
  whole('microcontroller', description, packageName, list);

const M0 = core('Arm Cortex-M0');
const M0PLUS = core('Arm Cortex-M0+');
const MCS51 = '8-bit 8051 microcontroller';
const USB51 = `${MCS51} with USB`;
const LE = `${RISCV} with Bluetooth Low Energy`;

export const wchMcu: SeriesTable = {
  id: 'wch-mcu',
  manufacturer: 'WCH',
  category: 'microcontroller',
  series: 'CH32, CH5xx',
  description: 'Microcontroller',
  reference: { title: 'WCH microcontrollers', url: 'https://www.wch-ic.com/products/categories/47.html' },
  forms: () => [[base(
    mcu(RISCV, 'TSSOP-20', 'CH32V003F4P6 CH32V006F8P6 CH32V203F6P6 CH32V203F8P6 CH32X033F8P6 CH32X035F7P6'),
    mcu(RISCV, 'QFN-20 (3 x 3 mm)', 'CH32V003F4U6 CH32V203F8U6 CH32X035F8U6'),
    mcu(RISCV, 'SOIC-16', 'CH32V003A4M6'),
    mcu(RISCV, 'SOIC-8', 'CH32V003J4M6'),
    mcu(RISCV, 'QFN-28 (4 x 4 mm)', 'CH32V203G6U6 CH32V208GBU6 CH32X035G8U6'),
    mcu(RISCV, 'LQFP-32 (7 x 7 mm)', 'CH32V203K6T6 CH32V203K8T6'),
    mcu(
      RISCV,
      'LQFP-48 (7 x 7 mm)',
      'CH32V103C6T6 CH32V103C8T6 CH32V203C6T6 CH32V203C8T6 CH32V303CBT6 CH32X035C8T6',
    ),
    mcu(RISCV, 'QFN-48', 'CH32V203C8U6 CH32V103C8U6 CH32V208CBU6'),
    mcu(
      RISCV,
      'LQFP-64 (10 x 10 mm)',
      'CH32V103R8T6 CH32V203RBT6 CH32V208RBT6 CH32V303RBT6 CH32V303RCT6 CH32V305RBT6 CH32V307RCT6 CH32X035R8T6',
    ),
    mcu(RISCV, 'LQFP-100 (14 x 14 mm)', 'CH32V303VCT6 CH32V307VCT6'),
    mcu(RISCV, 'QFN-68 (8 x 8 mm)', 'CH32V208WBU6 CH32V307WCU6 CH565W CH569W'),
    mcu(M3, 'LQFP-48 (7 x 7 mm)', 'CH32F103C6T6 CH32F103C8T6'),
    mcu(M3, 'LQFP-64 (10 x 10 mm)', 'CH32F103R8T6'),
    mcu(USB51, 'QFN-16 (3 x 3 mm)', 'CH552P'),
    mcu(USB51, 'SOIC-16', 'CH549G CH551G CH552G CH554G'),
    mcu(USB51, 'TSSOP-20', 'CH551T CH552T CH554T'),
    mcu(USB51, 'MSOP-10', 'CH552E CH554E'),
    mcu(USB51, 'LQFP-48 (7 x 7 mm)', 'CH549L CH559L'),
    mcu(USB51, 'QFN-28 (4 x 4 mm)', 'CH549F'),
    mcu(LE, 'QFN-28 (4 x 4 mm)', 'CH571F CH573F CH581F CH582F CH592F'),
    mcu(LE, 'QFN-48 (5 x 5 mm)', 'CH582M CH583M'),
    bases('microcontroller', {
      'CH32V003 CH32V103 CH32V203 CH32V208 CH32V303 CH32V305 CH32V307 CH32X033 CH32X035': RISCV,
      'CH551 CH552 CH554 CH559': USB51,
      'CH571 CH573 CH582 CH583 CH592': LE,
      CH32F103: M3,
    }),
  )]],
};

const UART = 'USB to serial converter';
const HUB = 'USB hub, 4 ports';

export const wchInterface: SeriesTable = {
  id: 'wch-interface',
  manufacturer: 'WCH',
  category: 'interface',
  series: 'CH3xx, CH9xxx',
  description: 'USB interface',
  reference: { title: 'CH340 USB to serial', url: 'https://www.wch-ic.com/products/CH340.html' },
  forms: () => [[base(
    whole('interface', UART, 'SOIC-16', 'CH340B CH340C CH340G CH343G'),
    whole('interface', UART, 'SSOP-20', 'CH340R CH340T CH341T'),
    whole('interface', UART, 'MSOP-10', 'CH340E CH340X'),
    whole('interface', UART, 'ESSOP-10', 'CH340K CH343K'),
    whole('interface', UART, 'SOIC-8', 'CH340N'),
    whole('interface', UART, 'QFN-16 (3 x 3 mm)', 'CH343P'),
    whole('interface', UART, 'QFN-24 (4 x 4 mm)', 'CH9102F'),
    whole('interface', UART, 'QFN-28 (5 x 5 mm)', 'CH9102X'),
    whole('interface', 'USB to dual serial converter', 'QFN-24 (4 x 4 mm)', 'CH342F'),
    whole('interface', 'USB to serial, parallel and I2C converter', 'SOIC-28', 'CH341A CH341B'),
    whole('interface', 'USB host and file manager', 'SOIC-28', 'CH376S'),
    whole('interface', 'USB host and file manager', 'SSOP-20', 'CH376T'),
    whole('interface', 'Serial to USB keyboard and mouse', 'SOIC-16', 'CH9329'),
    whole('interface', 'USB Power Delivery sink', 'ESSOP-10', 'CH224K CH224A'),
    whole('interface', 'USB Power Delivery sink', 'QFN-20 (3 x 3 mm)', 'CH224D'),
    whole('interface', HUB, 'QFN-16 (3 x 3 mm)', 'CH334P'),
    whole('interface', HUB, 'QFN-24 (4 x 4 mm)', 'CH334F'),
    bases('interface', {
      'CH340 CH341 CH343 CH9102': UART,
      'CH334 CH334R CH334S CH334U CH334H': HUB,
      CH224: 'USB Power Delivery sink',
      CH376: 'USB host and file manager',
    }),
  )]],
};

const STM32_LIKE = {
  F: { P: 'TSSOP-20' },
  G: { U: 'QFN-28 (4 x 4 mm)' },
  K: { T: 'LQFP-32 (7 x 7 mm)', U: 'QFN-32' },
  C: { T: 'LQFP-48 (7 x 7 mm)', U: 'QFN-48' },
  R: { T: 'LQFP-64 (10 x 10 mm)' },
  V: { T: 'LQFP-100 (14 x 14 mm)' },
  Z: { T: 'LQFP-144 (20 x 20 mm)' },
} as const;

const AT32: Readonly<Record<string, readonly [string, string]>> = {
  AT32F403A: [M4, 'CCEG RCEG VCEG'],
  AT32F407: [M4, 'RCEG VCEG'],
  AT32F413: [M4, 'K8BC C8BC R8BC'],
  AT32F415: [M4, 'K8BC C8BC R8BC'],
  AT32F421: [M4, 'F468 G468 K468 C468'],
  AT32F423: [M4, 'K8BC C8BC R8BC V8BC'],
  AT32F425: [M4, 'F68 G68 K68 C68 R68'],
  AT32F435: [M4, 'CCGM RCGM VCGM ZCGM'],
  AT32F437: [M4, 'RCGM VCGM ZCGM'],
};

export const arteryAt32: SeriesTable = {
  id: 'artery-at32',
  manufacturer: 'Artery',
  category: 'microcontroller',
  series: 'AT32',
  description: M4,
  reference: { title: 'AT32 MCU', url: 'https://www.arterychip.com/en/product/index.jsp' },
  forms: () => [lineNames(AT32), ...likeStm32(AT32, STM32_LIKE, [])],
};

const APM32: Readonly<Record<string, readonly [string, string]>> = {
  APM32F003: [M0PLUS, 'F46'],
  APM32F030: [M0PLUS, 'K68 C68C R8C'],
  APM32F051: [M0PLUS, 'K8 C8 R8'],
  APM32F072: [M0PLUS, 'C8B R8B V8B'],
  APM32F091: [M0PLUS, 'CBC RBC VBC'],
  APM32F103: [M3, 'C468B R468BCDE V8BCDE ZCDE'],
  APM32F107: [M3, 'RBC VBC'],
  APM32E103: [M3, 'CCE RCE VCE ZE'],
  APM32F405: [M4, 'RG VG ZG'],
  APM32F407: [M4, 'REG VEG ZEG'],
};

export const geehyApm32: SeriesTable = {
  id: 'geehy-apm32',
  manufacturer: 'Geehy',
  category: 'microcontroller',
  series: 'APM32',
  description: 'Arm Cortex-M microcontroller',
  reference: { title: 'APM32 MCU', url: 'https://global.geehy.com/product/index' },
  forms: () => [lineNames(APM32), ...likeStm32(APM32, STM32_LIKE, [maybe(DASH, reels('R'))])],
};

/** Pins and package in one: `F1` and `P` are a TSSOP-20. */
function py32(
  line: string,
  description: string,
  pins: string,
  letter: string,
  packageName: string,
): Segment[] {
  return [
    base({ [`PY32F${line}`]: { description } }),
    bareCodes('pins', pins),
    bareCodes('flash', '4 5 6 7 8'),
    packages({ [letter]: packageName }),
    temperatures({ '6': '-40 to 85 °C', '7': '-40 to 105 °C' }),
    maybe(reels('TR TU')),
  ];
}

export const puyaPy32: SeriesTable = {
  id: 'puya-py32',
  manufacturer: 'Puya',
  category: 'microcontroller',
  series: 'PY32',
  description: M0PLUS,
  reference: { title: 'PY32 MCU', url: 'https://www.puyasemi.com/en/mcu.html' },
  forms: () => [
    [base(bases('microcontroller', { 'PY32F002A PY32F002B PY32F003 PY32F030': M0PLUS }))],
    ...['002A', '002B', '003', '030'].flatMap((line) => [
      py32(line, M0PLUS, 'F1 F2 F3', 'P', 'TSSOP-20'),
      py32(line, M0PLUS, 'F1 F2', 'U', 'QFN-20 (3 x 3 mm)'),
      py32(line, M0PLUS, 'W1', 'S', 'SOIC-16'),
      py32(line, M0PLUS, 'L1', 'S', 'SOIC-8'),
      py32(line, M0PLUS, 'K1 K2', 'T', 'LQFP-32 (7 x 7 mm)'),
      py32(line, M0PLUS, 'K1 K2', 'U', 'QFN-32'),
    ]),
  ],
};

export const nuvotonMcu: SeriesTable = {
  id: 'nuvoton-mcu',
  manufacturer: 'Nuvoton',
  category: 'microcontroller',
  series: 'N76, MS51, NuMicro',
  description: MCS51,
  reference: {
    title: 'NuMicro 8051 1T family',
    url: 'https://www.nuvoton.com/products/microcontrollers/8bit-8051-mcus/',
  },
  forms: () => [[base(
    mcu(MCS51, 'TSSOP-20', 'N76E003AT20 N76E885AT20 MS51FB9AE MS51FC0AE'),
    mcu(MCS51, 'QFN-20 (3 x 3 mm)', 'N76E003AQ20 MS51XB9AE MS51XB9BE MS51XC0BE'),
    mcu(
      M0,
      'LQFP-48 (7 x 7 mm)',
      'NUC029LAN NUC029LDE NUC029LEE NUC120LE3AN NUC120LE3DN NUC123LD4AN0 M031LE3AE M032LE3AE',
    ),
    mcu(M0, 'LQFP-64', 'NUC120RE3AN NUC140RE3CN NUC123SD4AN0 M031SE3AE M032SE3AE'),
    mcu(M0, 'LQFP-100 (14 x 14 mm)', 'NUC120VE3AN NUC140VE3CN'),
    bases('microcontroller', { N76E003: MCS51 }),
  )]],
};

const PADAUK = base(bases('microcontroller', {
  'PMS150 PMS150C PMS15A PMS152 PMS154 PMS154B PMS154C PMS171B PFS121 PFS122 PFS123 PFS154 PFS172 PFS173 PFC151 PFC161 PFC232 PFC460':
    '8-bit microcontroller',
}));

export const padaukMcu: SeriesTable = {
  id: 'padauk-mcu',
  manufacturer: 'Padauk',
  category: 'microcontroller',
  series: 'PMS, PFS, PFC',
  description: '8-bit microcontroller',
  reference: { title: 'Padauk microcontrollers', url: 'https://www.padauk.com.tw/en/product/index.aspx' },
  forms: () => [
    [PADAUK],
    [
      PADAUK,
      DASH,
      packages({
        U06: 'SOT-23-6',
        S08: 'SOIC-8',
        S08A: 'SOIC-8',
        S08B: 'SOIC-8',
        M10: 'MSOP-10',
        S14: 'SOIC-14',
        S16: 'SOIC-16',
        S16A: 'SOIC-16',
        S16B: 'SOIC-16',
        S20: 'SOIC-20',
        D08: 'DIP-8',
        D14: 'DIP-14',
        D16: 'DIP-16',
      }),
    ],
  ],
};

const STC = base(bases('microcontroller', {
  'STC89C51RC STC89C52RC STC89C54RD+ STC89C58RD+ STC90C516RD+ STC12C2052AD STC12C4052AD STC12C5A60S2 STC15F104W STC15W104 STC15F2K60S2 STC15W201S STC15W204S STC15W404AS STC15W408AS STC15W408S STC15W4K32S4 STC15W4K48S4 STC15W4K56S4 STC15W4K58S4 IAP15W4K58S4 IAP15F2K61S2 STC8A8K64S4A12 STC8A8K64D4 STC8F2K64S4 STC8G1K08 STC8G1K08A STC8G1K17 STC8G2K64S4 STC8H1K08 STC8H3K64S4 STC8H8K64U':
    MCS51,
}));

export const stcMcu: SeriesTable = {
  id: 'stc-mcu',
  manufacturer: 'STC',
  category: 'microcontroller',
  series: 'STC89, STC12, STC15, STC8',
  description: MCS51,
  reference: { title: 'STC microcontrollers', url: 'https://www.stcmicro.com/stc/stc8h.html' },
  forms: () => [
    [STC],
    [
      STC,
      DASH,
      bareCodes('speed', '25I 28I 30I 35I 36I 38I 40I 40C 45I'),
      DASH,
      packages({
        SOP8: 'SOIC-8',
        DFN8: 'DFN-8',
        PDIP8: 'DIP-8',
        SOP16: 'SOIC-16',
        PDIP16: 'DIP-16',
        TSSOP20: 'TSSOP-20',
        SOP20: 'SOIC-20',
        PDIP20: 'DIP-20',
        QFN20: 'QFN-20',
        SOP28: 'SOIC-28',
        SKDIP28: 'DIP-28',
        LQFP32: 'LQFP-32',
        SOP32: 'SOIC-32',
        QFN32: 'QFN-32',
        LQFP44: 'LQFP-44',
        PLCC44: 'PLCC-44',
        PDIP40: 'DIP-40',
        LQFP48: 'LQFP-48',
        QFN48: 'QFN-48',
        LQFP64: 'LQFP-64',
        QFN64: 'QFN-64',
      }),
    ],
  ],
};
