import { bareCodes, chipSizes, codes, digits } from '../../segments.ts';
import type { CodeSegment, Forms, SeriesTable } from '../../table.ts';
import { dielectrics, joined, smallAndLarge, upTo10pFWithZero } from './ceramic.ts';

const COMMON = {
  manufacturer: 'Taiyo Yuden',
  category: 'ceramic_capacitor',
  description: 'Multilayer ceramic chip capacitor',
} as const;

const VOLTAGE = codes('voltage', 'voltage_rating', {
  P: 2.5,
  A: 4,
  J: 6.3,
  L: 10,
  E: 16,
  T: 25,
  G: 35,
  U: 50,
  H: 100,
  Q: 250,
  S: 630,
  X: 2000,
});

const REEL = codes('packaging', 'packaging', {
  F: 'paper tape, 2 mm pitch, 178 mm reel',
  P: 'tape and reel',
  R: 'tape and reel',
  T: 'tape, 4 mm pitch, 178 mm reel',
  TR: 'tape, 4 mm pitch, 178 mm reel',
  AT: 'tape and reel',
  TD: 'tape and reel',
  W: 'tape and reel',
});

const CLASS_1 = { CG: 'C0G', CH: 'CH', CJ: 'CJ', CK: 'CK', UJ: 'UJ', UK: 'UK', RH: 'RH', SL: 'SL' };
const CLASS_2 = { B7: 'X7R', BJ: 'X5R', C6: 'X6S', C7: 'X7S', LD: 'X5R', F: 'Y5V' };

/** `SD` is a class of the manufacturer's own. */
const CHARACTERISTIC: CodeSegment = {
  name: 'dielectric',
  codes: { ...dielectrics('', { ...CLASS_1, ...CLASS_2 }).codes, SD: { feature: 'low distortion' } },
};

/** Tolerance of the chip's dimensions; most numbers have none. */
const DIMENSIONS = bareCodes('dimensions', 'A B C D E');

/**
 * The numbers of before 2023. What follows the thickness is a special code, where there is one, or the hyphen, and the
 * reel, which lists leave out.
 */
const END: Forms = [
  [{ optional: [{ separator: '-' }, REEL] }],
  [bareCodes('special', 'H L R C 8'), REEL],
];

const SIZE = chipSizes('', {
  '021': '008004',
  '042': '01005',
  '063': '0201',
  '105': '0402',
  '107': '0603',
  '212': '0805',
  '316': '1206',
  '325': '1210',
  '432': '1812',
});

/** A chip is hardly thicker than it is wide: these are up to 0.5 mm and up to 0.8 mm. */
const THIN = {
  '063': ['C', 'K', 'P', 'T', 'V'],
  '105': ['A', 'C', 'K', 'P', 'T', 'V', 'W'],
  '107': ['A', 'C', 'K', 'P', 'T', 'V', 'W'],
};

export const taiyoYudenOld: SeriesTable = {
  ...COMMON,
  id: 'taiyo-yuden-mk',
  series: 'MK',
  reference: {
    title: 'Multilayer ceramic capacitors, part number',
    url: 'https://www.yuden.co.jp/productdata/catalog/mlcc01_e.pdf',
  },
  forms: () =>
    END.flatMap((end) =>
      [[], [DIMENSIONS]].flatMap((dimensions) =>
        smallAndLarge(
          [
            joined(VOLTAGE, {
              name: 'series',
              codes: { MK: {}, DK: { series: 'DK' }, VK: { series: 'VK', feature: 'high Q' } },
            }),
            SIZE,
            ...dimensions,
            CHARACTERISTIC,
          ],
          'ABCD',
          'FGJKMZ',
          [bareCodes('thickness', 'A B C D E F G H J K L M N P Q T U V W X Y Z'), ...end],
          upTo10pFWithZero,
        )
      )
    ),
  constraints: Object.entries(THIN).map(([size, thickness]) => ({
    when: { size: [size] },
    then: { thickness },
  })),
};

export const taiyoYudenNew: SeriesTable = {
  ...COMMON,
  id: 'taiyo-yuden-ms',
  series: 'MS',
  reference: {
    title: 'Multilayer ceramic capacitors, part number of 2023',
    url: 'https://ds.yuden.co.jp/TYCOMPAS/ut/specSearcher?cid=C',
  },
  forms: () =>
    smallAndLarge(
      [
        {
          name: 'series',
          codes: {
            MSAS: { series: 'MSAS' },
            MSAR: { series: 'MSAR', feature: 'high Q' },
            MSAY: { series: 'MSAY', feature: 'low distortion' },
            MSRL: { series: 'MSRL', feature: 'low ESL' },
            MAAS: { series: 'MAAS', qualification: 'AEC-Q200' },
            MCAS: { series: 'MCAS', qualification: 'AEC-Q200' },
          },
        },
        VOLTAGE,
        chipSizes('', {
          '04': '01005',
          '06': '0201',
          '10': '0402',
          '16': '0603',
          '21': '0805',
          '31': '1206',
          '32': '1210',
          '45': '1812',
        }),
        bareCodes('thickness', '1 2 3 4 5 6 7 8 9 A B C D E F G H J K L M N P Q T U V W X Y Z'),
        bareCodes('dimensions', 'A B C D E F G H J K L M N P Q S T U V W'),
        dielectrics('', { ...CLASS_1, B5: 'X5R', B7: 'X7R', C6: 'X6S', C7: 'X7S', LD: 'X5R' }),
      ],
      'ABCD',
      'FGJKMZ',
      // Reel and the manufacturer's individual code.
      [bareCodes('packaging', 'F P R T W'), { free: 2 }, ...digits(2)],
      upTo10pFWithZero,
    ),
};
