import { bareCodes } from '../../segments.ts';
import type { SeriesTable } from '../../table.ts';
import { DASH } from '../pieces.ts';
import { combined, families, IMPEDANCE, INDUCTANCE, inductorTolerances } from './common.ts';

const COMMON = { manufacturer: 'Bourns' } as const;

export const bournsFerrites: SeriesTable = {
  ...COMMON,
  id: 'bourns-ferrites',
  category: 'ferrite_bead',
  series: 'MH, MG, MU, MZ',
  description: 'Chip ferrite bead',
  reference: {
    title: 'Ferrite chip beads',
    url: 'https://www.bourns.com/products/magnetic-products/ferrite-beads',
  },
  forms: () => [
    [
      families(
        Object.fromEntries(
          ['MH', 'MG', 'MU', 'MZ'].flatMap((family) => [
            [`${family}1005`, '0402'],
            [`${family}1608`, '0603'],
            [`${family}2029`, '0805'],
            [`${family}3261`, '1206'],
          ]),
        ),
      ),
      DASH,
      IMPEDANCE,
      { literal: 'Y' },
    ],
  ],
};

export const bournsInductors: SeriesTable = {
  ...COMMON,
  id: 'bourns-inductors',
  category: 'inductor',
  series: 'SR, SD, CM, RL',
  description: 'Inductor',
  reference: {
    title: 'Power inductors and chip inductors',
    url: 'https://www.bourns.com/products/magnetic-products/power-inductors-smd',
  },
  forms: () => [
    [
      families({
        ...combined('SRN', '2010 2010TA 2012 2012T 2010BTA', '2 x 2 mm'),
        ...combined('SRN', '3010 3012 3015 3010TA 3012TA 3015TA 3010BTA 3010C', '3 x 3 mm'),
        ...combined('SRN', '4010TA 4012 4012T 4018 4018TA 4026 4026TA 4020', '4 x 4 mm'),
        ...combined('SRN', '5020 5020TA 5040 5040TA 5030', '5 x 5 mm'),
        ...combined('SRN', '6012 6020 6028 6045 6045TA 6045HA 6028TA', '6 x 6 mm'),
        ...combined('SRN', '8040 8040TA 8040HA', '8 x 8 mm'),
        ...combined('SRN', '1060', '10 x 10 mm'),
        ...combined('SRP', '2010 2012A 2012 2010TA 2512 2510A 2512A', ''),
        ...combined('SRP', '3012TA 3012C 3015TA 3020TA 3020CC', '3 x 3 mm'),
        SRP3212: '1210',
        ...combined('SRP', '4012TA 4020FA 4020TA 4020 4018FA 4021HMCT', ''),
        ...combined('SRP', '5015TA 5020TA 5030T 5030TA 5030CA 5050FA', ''),
        ...combined('SRP', '7028A 7030', '7.3 x 6.6 mm'),
        ...combined('SRP', '1238A 1245A 1265A 1270', '13.5 x 12.5 mm'),
        ...combined(
          'SRP',
          '6030CA 6030VA 6050CA 6060FA 6540 6530A 7050TA 7050AA 1038A 1040 1040VA 1050WA 1770TA',
          '',
        ),
        ...combined('SRR', '1208 1210 1240 1260 1280 1210A 1240A 1260A', '12.5 x 12.5 mm'),
        ...combined(
          'SRR',
          '0603 0604 0805 0908 1005 1050 1205 1206 1305 1306 1308 1806 2124 3011 3818A 4011 4018 4028 4818A 5018 5028 5828A 6028 6038 6040A 6603 7032 7045 0735A 0745A 1050A 4528A 3818 4818 5208 6828A',
          '',
        ),
        ...combined(
          'SDR',
          '0302 0403 0503 0603 0604 0703 0805 0906 1005 1006 1030 1045 1105 1307 1806 2207 6603 7030 7045',
          '',
        ),
        ...combined('SRU', '8028 8043 8043A', '8 x 8 mm'),
        ...combined('SRU', '1028 1038 1048 1063', '10 x 10 mm'),
        ...combined(
          'SRU',
          '2009 2013 2016 3009 3014 3017 3028 5009 5011 5016 5018 5028 6011 6013 6018 6025 6028 1028A',
          '',
        ),
      }),
      DASH,
      INDUCTANCE,
      inductorTolerances('JKLMY'),
      bareCodes('end', ' L'),
    ],
    [
      families({
        CM322522: '1210',
        CM322522S: '1210',
        CM453232: '1812',
        CC453232: '1812',
        CC322522A: '1210',
        CC322522: '1210',
        PM1210: '1210',
        PM1812: '1812',
        PM1008: '1008',
        CW161009: '0603',
        CW201212: '0805',
        CW252016: '1008',
        CI160808: '0603',
        CI100505: '0402',
        CI201210: '0805',
      }),
      DASH,
      INDUCTANCE,
      inductorTolerances('GJKMD'),
      bareCodes('end', ' L RC'),
    ],
    [
      families({ RL622: '', RL855: '', RL1009: '', RL181S: '' }),
      DASH,
      INDUCTANCE,
      inductorTolerances('JKM'),
      DASH,
      { literal: 'RC' },
    ],
    [
      families({
        RLB0608: '',
        RLB0712: '',
        RLB0812: '',
        RLB0912: '',
        RLB0914: '',
        RLB1014: '',
        RLB1112V4: '',
        RLB1314: '',
        RLB9012: '',
      }),
      DASH,
      INDUCTANCE,
      inductorTolerances('JKM'),
      { literal: 'L' },
    ],
  ],
  ratings: [
    {
      when: {
        family: [
          'RL622',
          'RL855',
          'RL1009',
          'RL181S',
          'RLB0608',
          'RLB0712',
          'RLB0812',
          'RLB0912',
          'RLB0914',
          'RLB1014',
          'RLB1314',
          'RLB9012',
        ],
      },
      states: { package: 'radial' },
    },
  ],
};

export const bournsChokes: SeriesTable = {
  ...COMMON,
  id: 'bourns-chokes',
  category: 'common_mode_choke',
  series: 'SRF, DR331',
  description: 'Common-mode choke',
  reference: {
    title: 'Common mode chokes',
    url: 'https://www.bourns.com/products/magnetic-products/common-mode-chokes-smd',
  },
  forms: () => [
    [
      families({ SRF2012: '0805', SRF2012A: '0805', SRF3216: '1206' }),
      DASH,
      IMPEDANCE,
      bareCodes('end', 'YA Y'),
    ],
    [families({ SRF4532: '1812', SRF4532TA: '1812' }), DASH, bareCodes('inductance', '110 220 510 101 201'), {
      literal: 'Y',
    }],
    [
      { name: 'family', codes: { DR331: { series: 'DR331' } } },
      DASH,
      bareCodes('inductance', '113BE 223BE 253BE 473BE 513AE 513BE 104BE 474BE 105BE 185BE 475BE'),
    ],
  ],
};
