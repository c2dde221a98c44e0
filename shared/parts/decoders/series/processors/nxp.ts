import { bareCodes } from '../../segments.ts';
import type { CodeSegment, PlainSegment, Segment, SeriesTable } from '../../table.ts';
import { base, bases, maybe, packages, packing, reels, SLASH, temperatures } from './numbers.ts';

const NXP = { manufacturer: 'NXP Semiconductors', category: 'microcontroller' } as const;
const core = (name: string) => `32-bit Arm ${name} microcontroller`;

const LPC_PACKAGES = packages({
  BD32: 'LQFP-32 (7 x 7 mm)',
  BD48: 'LQFP-48 (7 x 7 mm)',
  BD64: 'LQFP-64 (10 x 10 mm)',
  BD80: 'LQFP-80 (12 x 12 mm)',
  BD100: 'LQFP-100 (14 x 14 mm)',
  BD144: 'LQFP-144 (20 x 20 mm)',
  BD208: 'LQFP-208 (28 x 28 mm)',
  HI33: 'HVQFN-33 (5 x 5 mm)',
  HN33: 'HVQFN-33 (7 x 7 mm)',
  HI48: 'HVQFN-48',
  HN24: 'HVQFN-24 (4 x 4 mm)',
  DH16: 'TSSOP-16',
  DH20: 'TSSOP-20',
  DH24: 'TSSOP-24',
  DH28: 'TSSOP-28',
  D20: 'SOIC-20',
  N8: 'DIP-8',
  N28: 'DIP-28',
  TB16: 'XSON-16',
  ET48: 'TFBGA-48',
  ET100: 'TFBGA-100',
  ET180: 'TFBGA-180',
  ET208: 'TFBGA-208',
  ET256: 'LBGA-256',
  ET296: 'TFBGA-296',
  EV98: 'VFBGA-98',
});
const LPC_GRADES = temperatures({ F: '-40 to 85 °C', J: '-40 to 105 °C', H: '-40 to 105 °C' });
/** Twelve-digit ordering numbers of NXP end with these, which are also written behind a comma. */
const NXP_PACKING: PlainSegment = packing({
  '551': 'tray',
  '518': 'reel',
  '557': 'tray',
  '529': 'tube',
  '112': 'tube',
  '118': 'reel',
});

const LPC: Readonly<Record<string, string>> = {
  'LPC810M021 LPC811M001 LPC812M101 LPC802M001 LPC802M011 LPC804M101 LPC804M111 LPC822M101 LPC824M201 LPC832M101 LPC834M101 LPC844M201 LPC845M301':
    core('Cortex-M0+'),
  'LPC1102 LPC1110 LPC1111 LPC1112 LPC1113 LPC1114 LPC1115 LPC11C12 LPC11C14 LPC11C22 LPC11C24 LPC11D14 LPC11E12 LPC11E13 LPC11E14 LPC11E35 LPC11E36 LPC11E37 LPC11U12 LPC11U13 LPC11U14 LPC11U23 LPC11U24 LPC11U34 LPC11U35 LPC11U36 LPC11U37 LPC1224 LPC1225 LPC1226 LPC1227':
    core('Cortex-M0'),
  'LPC1311 LPC1313 LPC1315 LPC1316 LPC1317 LPC1342 LPC1343 LPC1345 LPC1346 LPC1347 LPC1517 LPC1518 LPC1519 LPC1547 LPC1548 LPC1549 LPC1751 LPC1752 LPC1754 LPC1756 LPC1758 LPC1759 LPC1763 LPC1764 LPC1765 LPC1766 LPC1767 LPC1768 LPC1769 LPC1774 LPC1776 LPC1777 LPC1778 LPC1785 LPC1786 LPC1787 LPC1788 LPC1810 LPC1820 LPC1830 LPC1833 LPC1837 LPC1850 LPC1853 LPC1857':
    core('Cortex-M3'),
  'LPC2103 LPC2106 LPC2114 LPC2124 LPC2129 LPC2132 LPC2134 LPC2136 LPC2138 LPC2141 LPC2142 LPC2144 LPC2146 LPC2148 LPC2292 LPC2294 LPC2364 LPC2366 LPC2368 LPC2378 LPC2387 LPC2388 LPC2468 LPC2478':
    '32-bit Arm7TDMI-S microcontroller',
  'LPC4072 LPC4074 LPC4076 LPC4078 LPC4088 LPC4310 LPC4320 LPC4322 LPC4325 LPC4327 LPC4330 LPC4333 LPC4337 LPC4350 LPC4353 LPC4357 LPC4370 LPC54102J256 LPC54102J512 LPC54113J128 LPC54113J256 LPC54114J256 LPC54605J256 LPC54605J512 LPC54606J256 LPC54606J512 LPC54607J512 LPC54608J512 LPC54616J512 LPC54618J512 LPC54628J512':
    core('Cortex-M4'),
  'LPC5502 LPC5504 LPC5506 LPC5512 LPC5514 LPC5516 LPC5526 LPC5528 LPC55S04 LPC55S06 LPC55S14 LPC55S16 LPC55S26 LPC55S28 LPC55S66 LPC55S69':
    core('Cortex-M33'),
};

const lpc = base(bases('microcontroller', LPC));

export const nxpLpc: SeriesTable = {
  ...NXP,
  id: 'nxp-lpc',
  series: 'LPC',
  description: '32-bit Arm microcontroller',
  reference: {
    title: 'LPC microcontrollers',
    url:
      'https://www.nxp.com/products/processors-and-microcontrollers/arm-microcontrollers/general-purpose-mcus:GENERAL-PURPOSE-MCUS',
  },
  forms: () => [
    [lpc],
    [
      lpc,
      LPC_GRADES,
      LPC_PACKAGES,
      maybe(
        SLASH,
        bareCodes('variant', '00 01 101 102 103 151 201 202 203 301 302 303 323 333 401 421 501 CP3300 CP32'),
      ),
      maybe({ separator: ',' }, NXP_PACKING),
      maybe(bareCodes('packing', 'E K QL EL')),
    ],
    // The LPC541xx and LPC546xx name the grade within the base.
    [
      base(bases('microcontroller', LPC)),
      LPC_PACKAGES,
      maybe(bareCodes('packing', 'E K QL EL')),
    ],
  ],
};

const KINETIS_PACKAGES: CodeSegment = packages({
  FK: 'QFN-24 (4 x 4 mm)',
  FM: 'QFN-32 (5 x 5 mm)',
  FT: 'QFN-48 (7 x 7 mm)',
  TG: 'TSSOP-16',
  TJ: 'TSSOP-20',
  WJ: 'SOIC-20',
  LC: 'LQFP-32 (7 x 7 mm)',
  LD: 'LQFP-44 (10 x 10 mm)',
  LF: 'LQFP-48 (7 x 7 mm)',
  LH: 'LQFP-64 (10 x 10 mm)',
  QH: 'QFP-64 (14 x 14 mm)',
  LK: 'LQFP-80 (12 x 12 mm)',
  LL: 'LQFP-100 (14 x 14 mm)',
  LQ: 'LQFP-144 (20 x 20 mm)',
  MP: 'MAPBGA-64 (5 x 5 mm)',
  MC: 'MAPBGA-121 (8 x 8 mm)',
  MD: 'MAPBGA-144 (13 x 13 mm)',
});

const kl = (numbers: string) => numbers.split(' ').map((number) => `MKL${number}`).join(' ');
const k = (numbers: string) => numbers.split(' ').map((number) => `MK${number}`).join(' ');

const kinetis = base(bases('microcontroller', {
  [
    kl(
      '02Z8 02Z16 02Z32 03Z8 03Z16 03Z32 04Z8 04Z16 04Z32 05Z8 05Z16 05Z32 14Z32 14Z64 15Z32 15Z64 15Z128 16Z32 16Z64 ' +
        '16Z128 16Z256 17Z32 17Z64 17Z128 17Z256 24Z32 24Z64 25Z32 25Z64 25Z128 26Z32 26Z64 26Z128 26Z256 27Z32 27Z64 ' +
        '27Z128 27Z256 33Z128 33Z256 34Z64 36Z64 36Z128 36Z256 43Z128 43Z256 46Z128 46Z256 82Z128',
    )
  ]: core('Cortex-M0+'),
  'MKE02Z16 MKE02Z32 MKE02Z64 MKE04Z8 MKE04Z64 MKE04Z128 MKE06Z64 MKE06Z128 MKE14Z128 MKE14Z256 MKE15Z128 MKE15Z256':
    core('Cortex-M0+'),
  [
    k(
      '02FN64 02FN128 10DN32 10DN64 10DN128 10DN512 10DX32 10DX64 10DX128 10DX256 11DX128 11DX256 12DX128 12DX256 20DN32 ' +
        '20DN64 20DN128 20DN512 20DX32 20DX64 20DX128 20DX256 21DX128 21DX256 21DN512 21FN1M0 21FX512 22DN512 22DX128 ' +
        '22DX256 22FN128 22FN256 22FN512 22FN1M0 22FX512 24FN256 24FN1M0 26FN2M0 27FN2M0 28FN2M0 40DX128 40DX256 40DN512 ' +
        '50DX256 51DX256 52DN512 53DN512 60DN256 60DN512 60DX256 60FN1M0 60FX512 61FN1M0 61FX512 63FN1M0 64FN1M0 64FX512 ' +
        '65FN2M0 65FX1M0 66FN2M0 66FX1M0 70FN1M0 80FN256 82FN256',
    )
  ]: core('Cortex-M4'),
}));

export const nxpKinetis: SeriesTable = {
  ...NXP,
  id: 'nxp-kinetis',
  series: 'Kinetis',
  description: '32-bit Arm Cortex-M microcontroller',
  reference: {
    title: 'Kinetis K20 sub-family data sheet, part identification',
    url: 'https://www.nxp.com/docs/en/data-sheet/K20P64M72SF1.pdf',
  },
  forms: () => [
    [kinetis],
    [
      kinetis,
      maybe(bareCodes('revision', 'A')),
      temperatures({ V: '-40 to 105 °C', C: '-40 to 85 °C', M: '-40 to 125 °C' }),
      KINETIS_PACKAGES,
      bareCodes('speed', '2 4 5 7 10 12 15 18'),
      maybe(reels('R')),
    ],
  ],
};

export const nxpS32k: SeriesTable = {
  ...NXP,
  id: 'nxp-s32k1',
  series: 'S32K1',
  description: 'Automotive 32-bit Arm Cortex-M microcontroller',
  reference: {
    title: 'S32K1xx data sheet, ordering information',
    url: 'https://www.nxp.com/docs/en/data-sheet/S32K1xx.pdf',
  },
  forms: () => [[
    base(bases('microcontroller', {
      'FS32K116 FS32K118': 'Automotive Arm Cortex-M0+ microcontroller',
      'FS32K142 FS32K144 FS32K146 FS32K148': 'Automotive Arm Cortex-M4F microcontroller',
    }, { qualification: 'AEC-Q100' })),
    bareCodes('speed', 'B L H U'),
    bareCodes('feature', 'AT0 FT0 RT0 UT0 ET0 JT0'),
    temperatures({ C: '-40 to 85 °C', V: '-40 to 105 °C', M: '-40 to 125 °C' }),
    packages({
      LC: 'LQFP-32 (7 x 7 mm)',
      LF: 'LQFP-48 (7 x 7 mm)',
      LH: 'LQFP-64 (10 x 10 mm)',
      LL: 'LQFP-100 (14 x 14 mm)',
      LQ: 'LQFP-144 (20 x 20 mm)',
      LU: 'LQFP-176 (24 x 24 mm)',
      MH: 'MAPBGA-100',
      FM: 'QFN-32 (5 x 5 mm)',
    }),
    packing({ T: 'tray or tube', R: 'tape and reel' }),
  ]],
};

const RT = 'Arm Cortex-M7 crossover processor';
const A7 = 'Arm Cortex-A7 processor';
const A9 = 'Arm Cortex-A9 processor';

/** A processor's qualification, package and speed behind its number. */
function imx(
  list: string,
  description: string,
  letters: Readonly<Record<string, string>>,
  speeds: string,
): Segment[][] {
  const numbers = base(bases('processor', { [list]: description }));
  return [[numbers], [
    numbers,
    bareCodes('grade', 'A C D E'),
    packages(letters),
    bareCodes('speed', speeds),
    bareCodes('revision', 'A B C D AA AB AC AD'),
    maybe(reels('R')),
  ]];
}

export const nxpImx: SeriesTable = {
  ...NXP,
  category: 'processor',
  id: 'nxp-imx',
  series: 'i.MX',
  description: 'Arm processor',
  reference: {
    title: 'i.MX applications processors and crossover MCUs',
    url: 'https://www.nxp.com/products/processors-and-microcontrollers/arm-processors:ARM-PROCESSORS',
  },
  forms: () => [
    ...imx('MIMXRT1011', RT, { AE: 'LQFP-80 (12 x 12 mm)' }, '4 5'),
    ...imx('MIMXRT1015', RT, { AF: 'LQFP-100 (14 x 14 mm)' }, '4 5'),
    ...imx('MIMXRT1021 MIMXRT1024', RT, { AG: 'LQFP-144 (20 x 20 mm)', AF: 'LQFP-100 (14 x 14 mm)' }, '4 5'),
    ...imx('MIMXRT1051 MIMXRT1052 MIMXRT1061 MIMXRT1062 MIMXRT1064', RT, {
      VL: 'MAPBGA-196 (10 x 10 mm)',
      VJ: 'MAPBGA-196 (12 x 12 mm)',
    }, '5 6'),
    ...imx('MCIMX6Y0 MCIMX6Y1 MCIMX6Y2 MCIMX6Y7 MCIMX6G0 MCIMX6G1 MCIMX6G2 MCIMX6G3', A7, {
      VM: 'MAPBGA-289 (14 x 14 mm)',
      VK: 'MAPBGA-272 (9 x 9 mm)',
    }, '05 07 08 09'),
    ...imx('MCIMX6S5 MCIMX6S6 MCIMX6S7 MCIMX6S8 MCIMX6U5 MCIMX6U6 MCIMX6U7 MCIMX6U8', A9, {
      VM: 'MAPBGA-624 (21 x 21 mm)',
    }, '08 10'),
    ...imx('MCIMX6D4 MCIMX6D5 MCIMX6D6 MCIMX6D7 MCIMX6Q4 MCIMX6Q5 MCIMX6Q6 MCIMX6Q7', A9, {
      VT: 'FCPBGA-624 (21 x 21 mm)',
      YM: 'FCPBGA-624 (21 x 21 mm)',
    }, '08 10 12'),
  ],
};
