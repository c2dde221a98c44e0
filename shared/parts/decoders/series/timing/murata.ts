import { bareCodes, codes } from '../../segments.ts';
import type { SeriesTable } from '../../table.ts';
import { families, megahertzAtPoint, pads } from './common.ts';
import { DASH, reels } from '../pieces.ts';

const COMMON = { manufacturer: 'Murata' } as const;

/** Four characters with `M` as the point: `8M00` is 8 MHz, `16M0` 16 MHz. */
const FOUR = codes(
  'frequency',
  'frequency',
  Object.fromEntries(
    [2, 3, 4, 5, 6, 7, 8, 10, 12, 14, 16, 18, 20, 24, 25, 30, 32, 33, 36, 40, 48].map((f) => [
      f < 10 ? `${f}M00` : `${f}M0`,
      f * 1e6,
    ]),
  ),
);

const SIZES = {
  CSTCE: pads('3.2x1.3', 3),
  CSTNE: pads('3.2x1.3', 3),
  CSTCR: pads('4.5x2', 3),
  CSTNR: pads('4.5x2', 3),
  CSTCC: pads('7.2x3', 3),
  CSTCG: '',
  CSTCV: '',
  CSTCW: '',
};

export const murataResonators: SeriesTable = {
  ...COMMON,
  id: 'murata-ceralock',
  category: 'resonator',
  series: 'CERALOCK',
  description: 'Ceramic resonator with built-in load capacitors',
  reference: {
    title: 'Ceramic resonators (CERALOCK), part numbering',
    url: 'https://www.murata.com/en-global/products/timingdevice/ceralock/guide',
  },
  forms: () => [
    [
      families(SIZES),
      FOUR,
      bareCodes('type', 'G V X T'),
      bareCodes('load', '11 12 13 15 16 51 52 53 54 55 56'),
      { optional: [bareCodes('control', 'A C Z')] },
      DASH,
      reels('R0'),
    ],
    [
      families(SIZES),
      FOUR,
      bareCodes('type', 'G V X T'),
      bareCodes('load', '11 12 13 15 16 51 52 53 54 55 56'),
      bareCodes('control', '0000 A000 C000 Z000'),
      reels('R0'),
    ],
    [
      families({ CSTNE: SIZES.CSTNE, CSTNR: SIZES.CSTNR }),
      FOUR,
      bareCodes('type', 'GH VH XH'),
      bareCodes('load', '3 5 6'),
      bareCodes('control', 'C L'),
      { literal: '000' },
      reels('R0'),
    ],
    [
      families({ CSTLS: 'through hole, 3 leads', CSTLA: 'through hole, 3 leads' }),
      FOUR,
      bareCodes('type', 'G X'),
      bareCodes('load', '51 53 54 55 56'),
      { optional: [bareCodes('control', 'A Z A000 0000')] },
      DASH,
      codes('packing', 'packaging', { B0: 'bulk', A0: 'ammo pack' }),
    ],
  ],
};

export const murataCrystals: SeriesTable = {
  ...COMMON,
  id: 'murata-xrc',
  category: 'crystal',
  series: 'XRC',
  description: 'Quartz crystal',
  reference: {
    title: 'Crystal units, part numbering',
    url: 'https://www.murata.com/en-global/products/timingdevice/crystalu/overview/partnumbering',
  },
  forms: () => [
    [
      families({
        XRCGB: pads('2x1.6', 4),
        XRCGD: pads('2x1.6', 4),
        XRCGE: pads('2x1.6', 4),
        XRCFD: '',
        XRCED: '',
        XRCMD: '',
      }),
      megahertzAtPoint(3),
      { literal: 'F' },
      bareCodes('tolerance', '0 1 2 3 4 5 X'),
      bareCodes('range', 'A C D G H K L M N P S'),
      bareCodes('drive', '00 01 02 10 11 12 13 14 15 16 17 18 19 1A 50 51'),
      reels('R0'),
    ],
  ],
};
