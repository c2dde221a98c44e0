import { bareCodes, chip, chipSizes, codes, powerBySize, tolerances } from '../../segments.ts';
import { zerosResistance } from '../../codecs.ts';
import type { Segment, SeriesTable } from '../../table.ts';
import { dashed, leadingPoint, value } from './values.ts';

const DASH: Segment = { separator: '-' };
const RG_SIZE = chipSizes('', { '1005': '0402', '1608': '0603', '2012': '0805', '3216': '1206' });
const RR_SIZES = { '0510': '0402', '0816': '0603', '1220': '0805', '1632': '1206' };
const RR_SIZE = chipSizes('', RR_SIZES);
const CLOSE = codes('tolerance', 'tolerance', { P: 0.02, W: 0.05, B: 0.1, C: 0.25, D: 0.5 });
const THIN = [2, 3] as const;

export const susumuRg: SeriesTable = {
  id: 'susumu-rg',
  manufacturer: 'Susumu',
  category: 'chip_resistor',
  series: 'RG',
  description: 'Thin film chip resistor, high precision',
  reference: { title: 'RG series thin film chip resistors', url: 'https://www.susumu.co.jp/usa/product/' },
  forms: () =>
    THIN.map((digits) => [
      codes('series', 'technology', { RG: 'thin film' }),
      RG_SIZE,
      codes('tcr', 'temperature_coefficient', { V: 5, N: 10, P: 25, Q: 50 }),
      DASH,
      value(zerosResistance(digits)),
      DASH,
      CLOSE,
      { ...dashed('packing', ' T1 T5 T10', 'before'), usual: 'T5' },
    ]),
  ratings: powerBySize({ '1005': 1 / 16, '1608': 1 / 10, '2012': 1 / 8, '3216': 1 / 4 }),
};

export const susumuRr: SeriesTable = {
  id: 'susumu-rr',
  manufacturer: 'Susumu',
  category: 'chip_resistor',
  series: 'RR',
  description: 'Thin film chip resistor',
  reference: { title: 'RR series thin film chip resistors', url: 'https://www.susumu.co.jp/usa/product/' },
  forms: () => [
    [
      codes('series', 'technology', { RR: 'thin film' }),
      RR_SIZE,
      codes('tcr', 'temperature_coefficient', { P: 25, Q: 50, R: 100 }),
      DASH,
      value(zerosResistance(2)),
      DASH,
      tolerances('BD'),
    ],
    [
      codes('series', 'technology', { RR: 'thin film' }),
      RR_SIZE,
      codes('tcr', 'temperature_coefficient', { P: 25, Q: 50, R: 100 }),
      DASH,
      value(zerosResistance(3)),
      DASH,
      tolerances('BD'),
      DASH,
      // The mark on the part: the place in E96 and a letter for the zeros.
      bareCodes('mark', Array.from({ length: 96 }, (_, i) => String(i + 1).padStart(2, '0')).join(' ')),
      bareCodes('mark_zeros', 'A B C D E H X Y Z'),
    ],
  ],
  ratings: powerBySize({ '0816': 1 / 16, '1220': 1 / 10 }),
};

export const susumuLow: SeriesTable = {
  id: 'susumu-low',
  manufacturer: 'Susumu',
  category: 'current_sense_resistor',
  series: 'RL, KRL, PRL',
  description: 'Chip resistor, current sense',
  reference: {
    title: 'RL series current sense chip resistors',
    url: 'https://www.susumu.co.jp/usa/product/',
  },
  forms: () =>
    ([3, 4] as const).map((length) => [
      {
        name: 'series',
        codes: {
          RL: { series: 'RL', technology: 'thin film' },
          KRL: { series: 'KRL' },
          PRL: { series: 'PRL' },
        },
      },
      bareCodes('size_code', '0510 0816 1220 1632 2550 3264'),
      bareCodes('kind', ' T S L W E D'),
      DASH,
      dashed('tcr', ' C M', 'behind'),
      value(leadingPoint(length)),
      DASH,
      tolerances('FGJ'),
      dashed('packing', ' T1 T5 T05 NT', 'before'),
    ]),
  ratings: [
    ...Object.entries(RR_SIZES).map(([code, size]) => ({
      when: { series: ['RL'], kind: ['T', 'S'], size_code: [code] },
      states: { package: chip(size) },
    })),
    // Terminals on the long sides.
    { when: { series: ['KRL', 'PRL'], size_code: ['1632'] }, states: { package: chip('0612') } },
    { when: { series: ['KRL', 'PRL'], size_code: ['3264'] }, states: { package: chip('1225') } },
  ],
};

export const susumuResistors: readonly SeriesTable[] = [susumuRg, susumuRr, susumuLow];
