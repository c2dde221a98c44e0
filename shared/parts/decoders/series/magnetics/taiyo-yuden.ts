import { bareCodes, codes } from '../../segments.ts';
import type { SeriesTable } from '../../table.ts';
import {
  combined,
  families,
  IMPEDANCE,
  INDUCTANCE,
  inductorTolerances,
  metricSizes,
  REEL,
} from './common.ts';
import { DASH } from '../pieces.ts';

const COMMON = { manufacturer: 'Taiyo Yuden' } as const;
const TAPE = { name: 'packing', codes: { T: REEL } } as const;

export const taiyoYudenFerrites: SeriesTable = {
  ...COMMON,
  id: 'taiyo-yuden-ferrites',
  category: 'ferrite_bead',
  series: 'BK, BKP, FBM',
  description: 'Chip ferrite bead',
  reference: {
    title: 'Ferrite bead inductors, ordering code',
    url: 'https://ds.yuden.co.jp/TYCOMPAS/ut/detail?pn=BK1608HS601-T&u=M',
  },
  forms: () => [
    [
      codes('series', 'series', { BK: 'BK', BKP: 'BKP' }),
      metricSizes('0402 0603 1005 1608 2125'),
      bareCodes('material', 'HS HM HW HR LM LL TS TM TN EM'),
      IMPEDANCE,
      DASH,
      TAPE,
    ],
    [
      codes('series', 'series', { FBMH: 'FBMH', FBMJ: 'FBMJ' }),
      metricSizes('1608 2012 2125 3216 3225 4516 4532'),
      bareCodes('material', 'HS HM HL'),
      IMPEDANCE,
      bareCodes('version', ' NT NTV'),
      { optional: [DASH, TAPE] },
    ],
  ],
};

const POWER = families({
  ...combined('NR', '3010 3012 3015', '3 x 3 mm'),
  ...combined('NR', '4010 4012 4018', '4 x 4 mm'),
  ...combined('NR', '5012 5018 5020 5030 5040', '5 x 5 mm'),
  ...combined('NR', '6012 6020 6028 6045', '6 x 6 mm'),
  ...combined('NR', '8040', '8 x 8 mm'),
  ...combined('NR', '10050', '10 x 10 mm'),
  ...combined('NRS', '2012', '2 x 2 mm'),
  ...combined('NRS', '3010 3012 3015', '3 x 3 mm'),
  ...combined('NRS', '4010 4012 4018', '4 x 4 mm'),
  ...combined('NRS', '5010 5012 5014 5020 5024 5030 5040', '5 x 5 mm'),
  ...combined('NRS', '6010 6012 6014 6020 6028 6045', '6 x 6 mm'),
  ...combined('NRS', '8030 8040', '8 x 8 mm'),
  ...combined('NRV', '2010 2012', '2 x 2 mm'),
  ...combined('NRV', '3010 3012', '3 x 3 mm'),
  ...combined('NRH', '2410 2412', '2.4 x 2.4 mm'),
  ...combined('NRH', '3010 3012', '3 x 3 mm'),
  ...combined('MDMK', '2020', '2 x 2 mm'),
  ...combined('MDMK', '3030', '3 x 3 mm'),
  ...combined('MDMK', '4040', '4 x 4 mm'),
  ...combined('MDKK', '1616', '1.6 x 1.6 mm'),
  ...combined('MDKK', '2020', '2 x 2 mm'),
  ...combined('MDKK', '3030', '3 x 3 mm'),
  ...combined('MDWK', '4040', '4 x 4 mm'),
  ...combined('MAKK', '2016', '0806'),
  ...combined('MAKK', '2520', '1008'),
  ...combined('MAMK', '2520', '1008'),
  ...combined('MAMK', '2016', '0806'),
});

export const taiyoYudenInductors: SeriesTable = {
  ...COMMON,
  id: 'taiyo-yuden-inductors',
  category: 'inductor',
  series: 'Inductors',
  description: 'Inductor for surface mounting',
  reference: {
    title: 'Inductors, ordering codes',
    url: 'https://ds.yuden.co.jp/TYCOMPAS/ut/detail?pn=CBC3225T4R7MR&u=M',
  },
  forms: () => [
    [
      codes('series', 'series', {
        LB: 'LB',
        LBC: 'LBC',
        LBR: 'LBR',
        LBM: 'LBM',
        CBC: 'CBC',
        CB: 'CB',
        CBMF: 'CBMF',
        LBMF: 'LBMF',
        BRL: 'BRL',
        BRC: 'BRC',
        BRFL: 'BRFL',
        CBL: 'CBL',
      }),
      metricSizes('1608 2012 2016 2518 2520 3216 3225'),
      TAPE,
      INDUCTANCE,
      inductorTolerances('JKM'),
      bareCodes('version', ' R V RV D'),
    ],
    [
      POWER,
      TAPE,
      INDUCTANCE,
      inductorTolerances('MN'),
      bareCodes('version', ' DGJ DGJV MGJ MGJV GJ GKV MGK M V DGK'),
    ],
    [
      codes('series', 'series', { HK: 'HK', HKQ: 'HKQ', LK: 'LK' }),
      metricSizes('0402 0603 1005 1608 2125'),
      bareCodes('kind', ' S U W C'),
      INDUCTANCE,
      inductorTolerances('BCSGHJKM'),
      { optional: [DASH, TAPE] },
    ],
  ],
};
