import { bareCodes, codes, onFirstRead } from '../../segments.ts';
import type { Segment, SeriesTable } from '../../table.ts';
import {
  body,
  CHOKE_IMPEDANCE,
  combined,
  families,
  IMPEDANCE,
  INDUCTANCE,
  inductorTolerances,
  metricSizes,
  NANOHENRIES,
} from './common.ts';
import { DASH } from '../pieces.ts';

const TAPE: Segment = {
  optional: [{
    name: 'packing',
    codes: Object.fromEntries(
      ' 000 A00 AH0 D25 HD0 A0A Z10 0A0 ZA0'.split(' ').map((
        code,
      ) => [`T${code}`, { packaging: 'tape and reel' }]),
    ),
  }],
};

const TDK = { manufacturer: 'TDK' } as const;

export const tdkFerrites: SeriesTable = {
  ...TDK,
  id: 'tdk-mpz-mmz',
  category: 'ferrite_bead',
  series: 'MPZ, MMZ',
  description: 'Chip ferrite bead',
  reference: {
    title: 'Chip beads MPZ and MMZ, part number construction',
    url: 'https://product.tdk.com/en/products/emc/emc/beads/index.html',
  },
  forms: () => [
    [
      codes('series', 'series', { MPZ: 'MPZ', MMZ: 'MMZ' }),
      metricSizes('0402 0603 1005 1608 2012'),
      bareCodes('material', 'S D B Y R F Q A V E'),
      IMPEDANCE,
      bareCodes('version', 'A B C E H L P'),
      TAPE,
      // The automotive grade of the same bead.
      { optional: [codes('grade', 'qualification', { D25: 'AEC-Q200', H5: 'AEC-Q200', DH5: 'AEC-Q200' })] },
    ],
  ],
};

const MULTILAYER_TOLERANCE = inductorTolerances('WBCSDGHJKM');
const MULTILAYER = { series: 'MLG, MLK, MHQ, MLF, MLZ' };

/** Wire-wound and metal types: the name of the family ends with the shape, a dash stands before the value. */
const POWER = families({
  ...combined('VLS2016', '10HBX 12HBX 10CX 12CX 10CNX', '0806'),
  ...combined('VLS2520', '10HBX 12HBX 10CX 12CX 15ET 08ET 10ET 12ET 12E 15E', '1008'),
  ...combined('VLS30', '10ET 12ET 15ET 10E 12E 15E 12HBX 15CX 12CX 10HBX 15HBX 12HBU', '3 x 3 mm'),
  ...combined('VLS40', '12ET 12E 10ET 12HBX 12HBU 12CX', '4 x 4 mm'),
  ...combined('VLS50', '45EX 30EX 15EX 15HBX 20CX', '5 x 5 mm'),
  ...combined('VLS60', '45EX 30EX 28EX', '6 x 6 mm'),
  ...combined('CLF50', '30NIT', '5 x 5 mm'),
  ...combined('CLF60', '45T 45NIT 28T', '6 x 6 mm'),
  ...combined('CLF70', '45T 45NIT', '7 x 7 mm'),
  ...combined('CLF100', '40T 60NIT', '10 x 10 mm'),
  ...combined('CLF125', '55T 77T 65T 55NIT 77NIT', '12.5 x 12.5 mm'),
});

/** Those whose number ends with the rated current: `1R3` is 1.3 A, `R70` 0.7 A. */
const WITH_CURRENT = families({
  ...combined('VLF30', '10AT 12AT 12ST 14AT 10ST 14ST', '3 x 3 mm'),
  ...combined('VLF40', '12AT 14AT 12ST 14ST', '4 x 4 mm'),
  ...combined('VLF50', '14AT 14ST', '5 x 5 mm'),
  ...combined('VLCF40', '18T 20T 24T 28T', '4 x 4 mm'),
  ...combined('VLCF50', '20T 24T 28T', '5 x 5 mm'),
  ...combined('SLF60', '28T 45T 25T', '6 x 6 mm'),
  ...combined('SLF70', '32T 45T 55T 28T', '7 x 7 mm'),
  ...combined('SLF101', '45T 65T', '10.1 x 10.1 mm'),
  ...combined('SLF125', '55T 65T 75T', '12.5 x 12.5 mm'),
});

const CURRENT = onFirstRead('current', () => ({
  codes: Object.fromEntries(
    Array.from({ length: 95 }, (_, i) => i + 5).flatMap((tenths) => [
      [`${Math.floor(tenths / 10)}R${tenths % 10}`, { current_rating: Number(`${tenths}e-1`) }],
      [`R${String(tenths).padStart(2, '0')}`, { current_rating: Number(`${tenths}e-2`) }],
    ]),
  ),
}));

const SIMID = (size: string) => ({ package: size, series: 'SIMID' });
const POWER_B82 = (size: string) => ({ package: size, series: 'B824' });

export const tdkInductors: SeriesTable = {
  ...TDK,
  id: 'tdk-inductors',
  category: 'inductor',
  series: 'Inductors',
  description: 'Inductor for surface mounting',
  reference: {
    title: 'Inductors (coils), product overview and part number construction',
    url: 'https://product.tdk.com/en/products/inductor/inductor/smd/index.html',
  },
  forms: () => [
    [
      { name: 'family', codes: { MLG: MULTILAYER, MLK: MULTILAYER, MHQ: MULTILAYER } },
      metricSizes('0402 0603 1005 1608'),
      bareCodes('kind', 'S P L Q H R'),
      INDUCTANCE,
      MULTILAYER_TOLERANCE,
      TAPE,
    ],
    [
      { name: 'family', codes: { MLF: { series: 'MLF' } } },
      metricSizes('1005 1608 2012'),
      bareCodes('material', 'A C D E G K L M V'),
      INDUCTANCE,
      inductorTolerances('JKM'),
      TAPE,
    ],
    [
      { name: 'family', codes: { MLZ: { series: 'MLZ' } } },
      metricSizes('1005 1608 2012'),
      bareCodes('material', 'A D E M N P W'),
      INDUCTANCE,
      bareCodes('version', 'L W H T M'),
      TAPE,
    ],
    [
      families({
        NLV25T: '1008',
        NLCV25T: '1008',
        NLFV25T: '1008',
        NLV32T: '1210',
        NLCV32T: '1210',
        NLFV32T: '1210',
        NLV32: '1210',
      }),
      DASH,
      INDUCTANCE,
      inductorTolerances('JKM'),
      { optional: [DASH, bareCodes('end', 'PF EF PFR EFR')] },
    ],
    [
      POWER,
      DASH,
      INDUCTANCE,
      inductorTolerances('MN'),
      { optional: [DASH, bareCodes('end', '1 D CA CAD H 1D')] },
    ],
    [
      WITH_CURRENT,
      DASH,
      INDUCTANCE,
      inductorTolerances('MN'),
      CURRENT,
      { optional: [DASH, bareCodes('end', 'PF 2 2PF H')] },
    ],
    [
      families({
        ...combined('SPM30', '12T 15T 20T', '3 x 3 mm'),
        ...combined('SPM40', '12T 15T 20T', '4 x 4 mm'),
        ...combined('SPM50', '20T 30T', '5 x 5 mm'),
        ...combined('SPM65', '30T 50T', '7 x 6.5 mm'),
        SPM5030VT: '5 x 5 mm',
        SPM6545VT: '7 x 6.5 mm',
      }),
      DASH,
      INDUCTANCE,
      inductorTolerances('M'),
      { optional: [bareCodes('end', '100 120 150 170 180 90 80 70 60 65 50 40 LR D HZ HZR LRI')] },
    ],
    [
      families({
        ...combined('TFM1608', '08ALC 10ALC', '0603'),
        ...combined('TFM2012', '10ALC 08ALC 10GHM', '0805'),
        ...combined('TFM2016', '08ALC 10ALM 10AHB 10GHM 10BLE 10GHB', '0806'),
        ...combined('TFM2520', '10ALM 12ALM 12BLE 10GHM', '1008'),
      }),
      DASH,
      INDUCTANCE,
      inductorTolerances('M'),
      { literal: 'TAA' },
    ],
    [
      families({
        TFM201210ALMA: '0805',
        TFM201610ALMA: '0806',
        TFM252010ALMA: '1008',
        TFM252012ALMA: '1008',
        TFM322512ALMA: '1210',
        TFM322520ALMA: '1210',
      }),
      INDUCTANCE,
      inductorTolerances('M'),
      { literal: 'TAA' },
    ],
    [
      {
        name: 'family',
        codes: {
          B82496C3: SIMID(body('0603')),
          B82498B3: SIMID(body('0805')),
          B82498F3: SIMID(body('0805')),
          B82422A1: SIMID(body('1210')),
          B82422A3: SIMID(body('1210')),
          B82422H1: SIMID(body('1210')),
          B82422T1: SIMID(body('1210')),
          B82432A1: SIMID(body('1812')),
          B82432C1: SIMID(body('1812')),
          B82432T1: SIMID(body('1812')),
          B82442A1: SIMID('2220'),
          B82442T1: SIMID('2220'),
          B82462A4: POWER_B82('6.3 x 6.3 mm'),
          B82462G4: POWER_B82('6.3 x 6.3 mm'),
          B82464A4: POWER_B82('10.4 x 10.4 mm'),
          B82464G4: POWER_B82('10.4 x 10.4 mm'),
          B82464P4: POWER_B82('10.4 x 10.4 mm'),
          B82464Z4: POWER_B82('10.4 x 10.4 mm'),
          B82472G4: POWER_B82('7.3 x 7.3 mm'),
          B82472G6: POWER_B82('7.3 x 7.3 mm'),
          B82472P6: POWER_B82('7.3 x 7.3 mm'),
          B82477G4: POWER_B82('12.8 x 12.8 mm'),
          B82477P4: POWER_B82('12.8 x 12.8 mm'),
          B82477R4: POWER_B82('12.8 x 12.8 mm'),
        },
      },
      NANOHENRIES,
      inductorTolerances('GJKM'),
      bareCodes('packing', '000 100 108 008'),
    ],
  ],
};

const CHOKES = families({
  'ACM2012': '0805',
  'ACM2012H': '0805',
  'ACM2012D': '0805',
  'ACM2012E': '0805',
  'ACM3225': '1210',
  'ACM4520': '',
  'ACM4520V': '',
  'ACM4532': '1812',
  'ACM7060': '7 x 6 mm',
  'ACM9070': '9 x 7 mm',
  'ACM1211': '12 x 11 mm',
  'ACM1513': '15 x 13 mm',
  'TCM1210': '0504',
  'TCM1210H': '0504',
  'TCM1210U': '0504',
  'TCM0605': '',
  'TCM0605G': '',
  'TCM0605T': '',
  'TCM0403': '',
  'TCM0806': '0302',
  'TCM0806G': '0302',
});

export const tdkChokes: SeriesTable = {
  ...TDK,
  id: 'tdk-acm-act-tcm',
  category: 'common_mode_choke',
  series: 'ACM, ACT, TCM',
  description: 'Common-mode choke for surface mounting',
  reference: {
    title: 'Common mode filters and chokes, product overview',
    url: 'https://product.tdk.com/en/products/emc/emc/cmf_cmc/index.html',
  },
  forms: () => [
    [
      CHOKES,
      DASH,
      CHOKE_IMPEDANCE,
      DASH,
      bareCodes('lines', '2P 2PL 3P 4P 2PS'),
      { optional: [DASH, bareCodes('packing', 'T T00 T000 T001 T002 T200 T201 TL00 TL01 TL001 TL002')] },
    ],
    [
      families({
        ACT45B: '1812',
        ACT45BZ: '1812',
        ACT45C: '1812',
        ACT45L: '1812',
        ACT1210: '1210',
        ACT1210R: '1210',
        ACT1210L: '1210',
        ACT1210D: '1210',
        ACT1210G: '1210',
      }),
      DASH,
      bareCodes('inductance', '110 220 510 101 201'),
      DASH,
      bareCodes('lines', '2P'),
      { optional: [DASH, bareCodes('packing', 'TL003 TL00 TL001 TL000 T000')] },
    ],
  ],
};
