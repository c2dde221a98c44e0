/** Programmable logic, a table a manufacturer. */
import { bareCodes } from '../../segments.ts';
import type { CodeSegment, Segment, SeriesTable } from '../../table.ts';
import { base, bases, DASH, maybe, packages, reels, SLASH, temperatures } from './numbers.ts';

const FPGA = 'FPGA';
const CPLD = 'CPLD';

const logic = (described: Readonly<Record<string, string>>): CodeSegment =>
  base(bases('programmable_logic', described));
const prefixed = (prefix: string, list: string) => list.split(' ').map((size) => prefix + size).join(' ');

function table(
  id: string,
  manufacturer: string,
  series: string,
  [title, url]: readonly [string, string],
  forms: SeriesTable['forms'],
): SeriesTable {
  return {
    id,
    manufacturer,
    category: 'programmable_logic',
    series,
    description: 'Programmable logic',
    reference: { title, url },
    forms,
  };
}

const COMMERCIAL = { C: '0 to 85 °C', I: '-40 to 100 °C' } as const;
const ICE40 = logic({
  [prefixed('ICE40', 'HX1K HX4K HX8K LP384 LP640 LP1K LP4K LP8K UL640 UL1K UP3K UP5K LM1K LM2K LM4K')]: FPGA,
  'ICE5LP1K ICE5LP2K ICE5LP4K': FPGA,
});
/** Lattice writes the density behind a dash. */
const ECP5_FAMILY = logic({ 'LFE5U LFE5UM LFE5UM5G': FPGA });
const XO2 = logic({ 'LCMXO2 LCMXO3L LCMXO3LF LCMXO3D': FPGA });
const XO2_SIZES = bareCodes(
  'size',
  '256HC 256ZE 640HC 640ZE 640UHC 1200HC 1200ZE 1200UHC 2000HC 2000HE 2000ZE 2000UHC 4000HC 4000HE 4000ZE 7000HC 7000HE 7000ZE 640E 640C 1300E 1300C 2100E 2100C 4300E 4300C 6900E 6900C 9400E 9400C 4300HC 9400HC',
);

const latticeFpga = table(
  'lattice-fpga',
  'Lattice Semiconductor',
  'iCE40, ECP5, MachXO2, MachXO3',
  ['Lattice FPGAs', 'https://www.latticesemi.com/Products/FPGAandCPLD'],
  () => [
    [ICE40],
    [
      ICE40,
      DASH,
      packages({
        SG48: 'QFN-48 (7 x 7 mm)',
        UWG30: 'WLCSP-30',
        VQ100: 'VQFP-100 (14 x 14 mm)',
        TQ144: 'TQFP-144 (20 x 20 mm)',
        CB132: 'csBGA-132 (8 x 8 mm)',
        BG121: 'caBGA-121 (9 x 9 mm)',
        CT256: 'caBGA-256 (14 x 14 mm)',
        CM36: 'ucBGA-36 (2.5 x 2.5 mm)',
        CM49: 'ucBGA-49 (3 x 3 mm)',
        CM81: 'ucBGA-81 (4 x 4 mm)',
        CM121: 'ucBGA-121 (5 x 5 mm)',
        CM225: 'ucBGA-225 (7 x 7 mm)',
        CB81: 'csBGA-81 (5 x 5 mm)',
        CB121: 'csBGA-121 (6 x 6 mm)',
        QN84: 'QFN-84 (7 x 7 mm)',
        SG32: 'QFN-32 (5 x 5 mm)',
        SWG16: 'WLCSP-16',
        CM36A: 'ucBGA-36 (2.5 x 2.5 mm)',
      }),
      // Without: commercial.
      maybe(bareCodes('grade', 'I')),
      maybe(reels('TR TR50 TR1K')),
    ],
    [ECP5_FAMILY],
    [
      ECP5_FAMILY,
      DASH,
      bareCodes('density', '12F 25F 45F 85F'),
      maybe(
        DASH,
        bareCodes('speed', '6 7 8'),
        packages({
          BG256: 'caBGA-256 (14 x 14 mm)',
          BG381: 'caBGA-381 (17 x 17 mm)',
          BG554: 'caBGA-554 (23 x 23 mm)',
          BG756: 'caBGA-756 (27 x 27 mm)',
          MG285: 'csfBGA-285 (10 x 10 mm)',
          TG144: 'TQFP-144 (20 x 20 mm)',
        }),
        temperatures(COMMERCIAL),
      ),
    ],
    [
      XO2,
      DASH,
      XO2_SIZES,
      DASH,
      bareCodes('speed', '1 2 3 4 5 6'),
      packages({
        SG32: 'QFN-32 (5 x 5 mm)',
        SG48: 'QFN-48 (7 x 7 mm)',
        QN84: 'QFN-84 (7 x 7 mm)',
        TG100: 'TQFP-100 (14 x 14 mm)',
        TG144: 'TQFP-144 (20 x 20 mm)',
        MG132: 'csBGA-132 (8 x 8 mm)',
        MG184: 'csBGA-184 (8 x 8 mm)',
        MG121: 'csfBGA-121 (6 x 6 mm)',
        MG256: 'csfBGA-256 (9 x 9 mm)',
        BG256: 'caBGA-256 (14 x 14 mm)',
        BG332: 'caBGA-332 (17 x 17 mm)',
        BG324: 'caBGA-324 (15 x 15 mm)',
        BG400: 'caBGA-400 (17 x 17 mm)',
        FTG256: 'ftBGA-256 (17 x 17 mm)',
        FG484: 'fpBGA-484 (23 x 23 mm)',
        UMG64: 'ucBGA-64 (4 x 4 mm)',
      }),
      temperatures(COMMERCIAL),
      maybe(reels('R1 TR')),
    ],
    [XO2, DASH, XO2_SIZES],
  ],
);

/** Xilinx' package letters, of which the ones with G are lead-free. */
const xilinx = (list: string, speeds: string, letters: Readonly<Record<string, string>>): Segment[][] => {
  const numbers = logic({ [list]: FPGA });
  return [[numbers], [
    numbers,
    DASH,
    bareCodes('speed', speeds),
    packages(letters),
    temperatures({ C: '0 to 85 °C', I: '-40 to 100 °C', E: '0 to 100 °C', Q: '-40 to 125 °C' }),
  ]];
};

const amdFpga = table(
  'amd-fpga',
  'AMD',
  'Spartan, Artix, Kintex, Zynq, CoolRunner, XC9500',
  ['AMD FPGAs', 'https://www.amd.com/en/products/adaptive-socs-and-fpgas/fpga.html'],
  () => [
    ...xilinx(prefixed('XC6SLX', '4 9 16 25 45 75 100 150 25T 45T 75T 100T 150T'), '1L 2 3 3N', {
      TQG144: 'TQFP-144 (20 x 20 mm)',
      CPG196: 'CSBGA-196 (8 x 8 mm)',
      FTG256: 'FTBGA-256 (17 x 17 mm)',
      CSG225: 'CSBGA-225 (13 x 13 mm)',
      CSG324: 'CSBGA-324 (15 x 15 mm)',
      FGG484: 'FBGA-484 (23 x 23 mm)',
      CSG484: 'CSBGA-484 (19 x 19 mm)',
      FGG676: 'FBGA-676 (27 x 27 mm)',
    }),
    ...xilinx(prefixed('XC7', 'S6 S15 S25 S50 S75 S100'), '1 1L 2 L1', {
      CPGA196: 'CSBGA-196 (8 x 8 mm)',
      CSGA225: 'CSBGA-225 (13 x 13 mm)',
      CSGA324: 'CSBGA-324 (15 x 15 mm)',
      FTGB196: 'FTBGA-196 (15 x 15 mm)',
      FGGA484: 'FBGA-484 (23 x 23 mm)',
      FGGA676: 'FBGA-676 (27 x 27 mm)',
    }),
    ...xilinx(
      prefixed('XC7', 'A12T A15T A25T A35T A50T A75T A100T A200T K70T K160T K325T K410T'),
      '1 2 3 2L L1 L2',
      {
        CPG236: 'CSBGA-236 (10 x 10 mm)',
        CPG238: 'CSBGA-238 (10 x 10 mm)',
        CSG324: 'CSBGA-324 (15 x 15 mm)',
        CSG325: 'CSBGA-325 (15 x 15 mm)',
        FTG256: 'FTBGA-256 (17 x 17 mm)',
        FGG484: 'FBGA-484 (23 x 23 mm)',
        FGG676: 'FBGA-676 (27 x 27 mm)',
        FBG484: 'FCBGA-484 (23 x 23 mm)',
        FBG676: 'FCBGA-676 (27 x 27 mm)',
        SBG484: 'FCBGA-484 (19 x 19 mm)',
        FFG676: 'FCBGA-676 (27 x 27 mm)',
        FFG900: 'FCBGA-900 (31 x 31 mm)',
        FBG900: 'FCBGA-900 (31 x 31 mm)',
        FFG1156: 'FCBGA-1156 (35 x 35 mm)',
      },
    ),
    ...xilinx(prefixed('XC7Z', '007S 010 012S 014S 015 020 030 035 045'), '1 2 3 2L', {
      CLG225: 'CSBGA-225 (13 x 13 mm)',
      CLG400: 'CSBGA-400 (17 x 17 mm)',
      CLG484: 'CSBGA-484 (19 x 19 mm)',
      CLG485: 'CSBGA-485 (19 x 19 mm)',
      SBG485: 'FCBGA-485 (19 x 19 mm)',
      FBG484: 'FCBGA-484 (23 x 23 mm)',
      FBG676: 'FCBGA-676 (27 x 27 mm)',
      FFG676: 'FCBGA-676 (27 x 27 mm)',
      FFG900: 'FCBGA-900 (31 x 31 mm)',
    }),
    ...xilinx(
      prefixed('XC3S', '50 200 400 50A 200A 400A 700A 50AN 200AN 400AN 100E 250E 500E 1200E 1600E'),
      '4 5',
      {
        VQG100: 'VQFP-100 (14 x 14 mm)',
        TQG144: 'TQFP-144 (20 x 20 mm)',
        PQG208: 'PQFP-208 (28 x 28 mm)',
        FTG256: 'FTBGA-256 (17 x 17 mm)',
        FGG320: 'FBGA-320 (19 x 19 mm)',
        FGG400: 'FBGA-400 (21 x 21 mm)',
        CPG132: 'CSBGA-132 (8 x 8 mm)',
        VQ100: 'VQFP-100 (14 x 14 mm)',
        TQ144: 'TQFP-144 (20 x 20 mm)',
        PQ208: 'PQFP-208 (28 x 28 mm)',
        FT256: 'FTBGA-256 (17 x 17 mm)',
      },
    ),
    ...([
      [prefixed('XC2C', '32A 64A 128 256 384 512'), '4 5 6 7 10'],
      [prefixed('XC95', '36XL 72XL 144XL 288XL 36 72 108 144'), '5 6 7 10 15'],
    ] as const).flatMap(([list, speeds]): Segment[][] => {
      const numbers = logic({ [list]: CPLD });
      return [[numbers], [
        numbers,
        DASH,
        bareCodes('speed', speeds),
        packages({
          VQG44: 'VQFP-44 (10 x 10 mm)',
          VQG64: 'VQFP-64 (10 x 10 mm)',
          VQG100: 'VQFP-100 (14 x 14 mm)',
          TQG100: 'TQFP-100 (14 x 14 mm)',
          TQG144: 'TQFP-144 (20 x 20 mm)',
          PCG44: 'PLCC-44',
          PCG84: 'PLCC-84',
          QFG32: 'QFN-32 (5 x 5 mm)',
          QFG48: 'QFN-48 (7 x 7 mm)',
          CPG56: 'CSBGA-56 (6 x 6 mm)',
          CPG132: 'CSBGA-132 (8 x 8 mm)',
          FTG256: 'FTBGA-256 (17 x 17 mm)',
          VQ44: 'VQFP-44 (10 x 10 mm)',
          VQ64: 'VQFP-64 (10 x 10 mm)',
          VQ100: 'VQFP-100 (14 x 14 mm)',
          TQ100: 'TQFP-100 (14 x 14 mm)',
          PC44: 'PLCC-44',
          PC84: 'PLCC-84',
        }),
        temperatures({ C: '0 to 70 °C', I: '-40 to 85 °C' }),
      ]];
    }),
  ],
);

const ALTERA_GRADES = temperatures({ C: '0 to 85 °C', I: '-40 to 100 °C', A: '-40 to 125 °C' });
/** Package letter and pins, grade, speed, N for lead-free. */
const altera = (
  list: string,
  description: string,
  letters: Readonly<Record<string, string>>,
  speeds: string,
): Segment[][] => {
  const numbers = logic({ [list]: description });
  return [[numbers], [
    numbers,
    packages(letters),
    ALTERA_GRADES,
    bareCodes('speed', speeds),
    maybe(bareCodes('finish', 'N G LN')),
  ]];
};

const alteraFpga = table(
  'altera-fpga',
  'Altera',
  'Cyclone, MAX',
  ['Altera FPGAs', 'https://www.intel.com/content/www/us/en/products/details/fpga.html'],
  () => [
    ...altera(prefixed('EP4CE', '6 10 15 22 30 40 55 75 115'), FPGA, {
      E22: 'EQFP-144 (20 x 20 mm)',
      F17: 'FBGA-256 (17 x 17 mm)',
      F23: 'FBGA-484 (23 x 23 mm)',
      F29: 'FBGA-780 (29 x 29 mm)',
      U14: 'UBGA-256 (14 x 14 mm)',
      M9: 'MBGA-256 (9 x 9 mm)',
      F19: 'FBGA-324 (19 x 19 mm)',
    }, '6 7 8'),
    ...altera(prefixed('EP4CGX', '15B 22C 30C 50D 75D 110D 150D'), FPGA, {
      F14: 'FBGA-169 (14 x 14 mm)',
      F19: 'FBGA-324 (19 x 19 mm)',
      F23: 'FBGA-484 (23 x 23 mm)',
      F27: 'FBGA-672 (27 x 27 mm)',
      F31: 'FBGA-896 (31 x 31 mm)',
    }, '6 7 8'),
    ...altera(prefixed('EP2C', '5 8 20 35 50 70'), FPGA, {
      T144: 'TQFP-144 (20 x 20 mm)',
      Q208: 'PQFP-208 (28 x 28 mm)',
      F256: 'FBGA-256 (17 x 17 mm)',
      F484: 'FBGA-484 (23 x 23 mm)',
      Q240: 'PQFP-240 (32 x 32 mm)',
    }, '6 7 8'),
    ...altera(
      prefixed(
        '10M',
        '02SC 02DC 04SC 04DC 04SA 08SC 08DC 08SA 16SC 16DC 16SA 25SC 25DC 25SA 40SC 40DC 50SC 50DC 50DA 08DA 16DA',
      ),
      FPGA,
      {
        E144: 'EQFP-144 (20 x 20 mm)',
        M153: 'MBGA-153 (8 x 8 mm)',
        U169: 'UBGA-169 (11 x 11 mm)',
        U324: 'UBGA-324 (15 x 15 mm)',
        F256: 'FBGA-256 (17 x 17 mm)',
        F484: 'FBGA-484 (23 x 23 mm)',
      },
      '6 7 8',
    ),
    ...altera(prefixed('EPM', '240 570 1270 2210 240G 570G 1270G'), CPLD, {
      T100: 'TQFP-100 (14 x 14 mm)',
      T144: 'TQFP-144 (20 x 20 mm)',
      M100: 'MBGA-100 (6 x 6 mm)',
      F100: 'FBGA-100 (11 x 11 mm)',
      F256: 'FBGA-256 (17 x 17 mm)',
    }, '3 4 5'),
    ...([
      ['EPM3032A EPM7032S EPM7032AE', {
        TC44: 'TQFP-44 (10 x 10 mm)',
        TI44: 'TQFP-44 (10 x 10 mm)',
        LC44: 'PLCC-44',
      }],
      ['EPM3064A EPM7064S EPM7064AE EPM3128A EPM7128S EPM7128AE EPM3256A', {
        TC44: 'TQFP-44 (10 x 10 mm)',
        TI44: 'TQFP-44 (10 x 10 mm)',
        TC100: 'TQFP-100 (14 x 14 mm)',
        TI100: 'TQFP-100 (14 x 14 mm)',
        TC144: 'TQFP-144 (20 x 20 mm)',
        LC44: 'PLCC-44',
        LC84: 'PLCC-84',
        LI84: 'PLCC-84',
      }],
    ] as const).flatMap(([list, letters]): Segment[][] => {
      const numbers = logic({ [list]: CPLD });
      return [[numbers], [
        numbers,
        packages(letters),
        DASH,
        bareCodes('speed', '4 5 6 7 10 15'),
        maybe(bareCodes('finish', 'N')),
      ]];
    }),
  ],
);

const GOWIN = logic({
  'GW1N-LV1 GW1N-LV4 GW1N-LV9 GW1N-UV1 GW1N-UV4 GW1N-UV9 GW1NR-LV4 GW1NR-LV9 GW1NR-UV9 GW1NZ-LV1 GW1NSR-LV4C GW2A-LV18 GW2AR-LV18 GW2A-LV55 GW5A-LV25':
    FPGA,
});
const gowinFpga = table('gowin-fpga', 'Gowin', 'GW1N, GW2A, GW5A', [
  'Gowin FPGAs',
  'https://www.gowinsemi.com/en/product/',
], () => [
  [GOWIN],
  [
    GOWIN,
    packages({
      QN32: 'QFN-32',
      QN48: 'QFN-48',
      QN48P: 'QFN-48',
      QN88: 'QFN-88 (10 x 10 mm)',
      QN88P: 'QFN-88 (10 x 10 mm)',
      LQ100: 'LQFP-100',
      LQ144: 'LQFP-144',
      LQ144P: 'LQFP-144',
      LQ176: 'LQFP-176',
      MG81: 'MBGA-81',
      MG100P: 'MBGA-100',
      UG256: 'UBGA-256',
      PG256: 'PBGA-256',
      PG484: 'PBGA-484',
      UG324: 'UBGA-324',
      EQ144: 'EQFP-144',
      EQ144P: 'EQFP-144',
      MG196S: 'MBGA-196',
    }),
    // Commercial or industrial, and speed.
    bareCodes('commercial', 'C1 C5 C6 C7 C8'),
    SLASH,
    bareCodes('industrial', 'I0 I4 I5 I6 I7'),
  ],
]);

const A3P = logic({
  'A3P015 A3P030 A3P060 A3P125 A3P250 A3P400 A3P600 A3P1000 A3PN010 A3PN020 A3PN060 A3PN125 A3PN250 AGL030V2 AGL030V5 AGL060V2 AGL060V5 AGL125V2 AGL125V5 AGL250V2 AGL250V5':
    FPGA,
});
const M2S = logic({
  'M2S005 M2S010 M2S025 M2S050 M2S060 M2S090 M2GL005 M2GL010 M2GL025 M2GL050 M2S005S M2S010S M2S025T M2S050T M2GL025T':
    FPGA,
});
const MICROSEMI = packages({
  VQG100: 'VQFP-100 (14 x 14 mm)',
  VQ100: 'VQFP-100 (14 x 14 mm)',
  QNG48: 'QFN-48 (6 x 6 mm)',
  QNG68: 'QFN-68 (8 x 8 mm)',
  TQG144: 'TQFP-144 (20 x 20 mm)',
  PQG208: 'PQFP-208 (28 x 28 mm)',
  FGG144: 'FBGA-144 (13 x 13 mm)',
  FG144: 'FBGA-144 (13 x 13 mm)',
  FGG256: 'FBGA-256 (17 x 17 mm)',
  FG256: 'FBGA-256 (17 x 17 mm)',
  FGG484: 'FBGA-484 (23 x 23 mm)',
  FG484: 'FBGA-484 (23 x 23 mm)',
  VFG256: 'VFBGA-256 (14 x 14 mm)',
  VFG400: 'VFBGA-400 (17 x 17 mm)',
  VF256: 'VFBGA-256 (14 x 14 mm)',
  VF400: 'VFBGA-400 (17 x 17 mm)',
  TQ144: 'TQFP-144 (20 x 20 mm)',
});
const ATF = logic({
  'ATF1502AS ATF1502ASL ATF1502ASV ATF1504AS ATF1504ASL ATF1504ASV ATF1508AS ATF1508ASV ATF1508ASL': CPLD,
});
const GAL = logic({
  'ATF16V8B ATF16V8BQL ATF16V8C ATF22V10C ATF22V10CQZ ATF22LV10C ATF22LV10CZ':
    'Simple programmable logic device',
});

const microchipFpga = table(
  'microchip-fpga',
  'Microchip Technology',
  'ProASIC3, IGLOO, SmartFusion2, ATF',
  ['FPGAs and PLDs', 'https://www.microchip.com/en-us/products/fpgas-and-plds'],
  () => [
    [A3P],
    [M2S],
    ...[A3P, M2S].map((numbers): Segment[] => [
      numbers,
      DASH,
      maybe(bareCodes('speed', '1 2')),
      MICROSEMI,
      maybe(bareCodes('grade', 'I')),
    ]),
    [ATF],
    [
      ATF,
      DASH,
      bareCodes('speed', '7 10 15 20 25'),
      packages({
        AU44: 'TQFP-44 (10 x 10 mm)',
        AX44: 'TQFP-44 (10 x 10 mm)',
        JU44: 'PLCC-44',
        JX44: 'PLCC-44',
        JU84: 'PLCC-84',
        JX84: 'PLCC-84',
        AU100: 'TQFP-100 (14 x 14 mm)',
        AX100: 'TQFP-100 (14 x 14 mm)',
      }),
    ],
    [GAL],
    [
      base(
        bases('programmable_logic', { 'ATF16V8B ATF16V8BQL ATF16V8C': 'Simple programmable logic device' }),
      ),
      DASH,
      bareCodes('speed', '5 7 10 15'),
      packages({ PU: 'DIP-20', SU: 'SOIC-20', JU: 'PLCC-20', JX: 'PLCC-20', XU: 'TSSOP-20', PI: 'DIP-20' }),
    ],
    [
      base(bases('programmable_logic', {
        'ATF22V10C ATF22V10CQZ ATF22LV10C ATF22LV10CZ': 'Simple programmable logic device',
      })),
      DASH,
      bareCodes('speed', '5 7 10 15 20 25'),
      packages({ PU: 'DIP-24', SU: 'SOIC-24', JU: 'PLCC-28', JX: 'PLCC-28', XU: 'TSSOP-24', PI: 'DIP-24' }),
    ],
  ],
);

export const logicSeries: readonly SeriesTable[] = [
  latticeFpga,
  amdFpga,
  alteraFpga,
  gowinFpga,
  microchipFpga,
];
