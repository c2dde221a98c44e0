import { chipSizes, codes, JUMPER, powerBySize } from '../../segments.ts';
import { fixedLetterResistance } from '../../codecs.ts';
import type { CodeSegment, Segment, SeriesTable } from '../../table.ts';

/** Tolerance and temperature coefficient go together: 5 % parts come with 200 ppm/K only. */
const GRADE: CodeSegment = {
  name: 'grade',
  codes: {
    FK: { tolerance: 1, temperature_coefficient: 100 },
    FN: { tolerance: 1, temperature_coefficient: 200 },
    JN: { tolerance: 5, temperature_coefficient: 200 },
  },
};

const reels = (list: string) =>
  codes(
    'reel',
    'packaging',
    Object.fromEntries(list.split(' ').map((code) => [code, 'tape and reel'])),
  );
const REELS = reels('EA EB EC ED EE EF EG EH EI EK');

/** A resistor's form and a jumper's. */
function formsOf(start: readonly Segment[], reel: Segment, end: readonly Segment[] = []): Segment[][] {
  return [
    [...start, { name: 'value', field: 'resistance', codec: fixedLetterResistance }, GRADE, reel, ...end],
    [...start, codes('value', 'resistance', { '0000Z0': 0 }), reel, ...end],
  ];
}

const COMMON = { manufacturer: 'Vishay', category: 'chip_resistor' } as const;

export const vishayCrcw: SeriesTable = {
  ...COMMON,
  id: 'vishay-crcw',
  series: 'D/CRCW e3',
  description: 'Thick film chip resistor, standard',
  reference: {
    title: 'D/CRCW e3 standard thick film chip resistors, document 20035',
    url: 'https://www.vishay.com/docs/20035/dcrcwe3.pdf',
  },
  forms: formsOf([{ literal: 'CRCW' }, chipSizes('0402 0603 0805 1206 1210 1218 2010 2512')], REELS),
  // The issues of 2021 and later rate sizes 0402, 0603 and 0805 differently, so their power stays unknown.
  ratings: [
    ...powerBySize({ '1206': 0.25, '1210': 0.5, '1218': 1, '2010': 0.75, '2512': 1 }),
    JUMPER,
  ],
};

export const vishayCrcw0201: SeriesTable = {
  ...COMMON,
  id: 'vishay-crcw0201',
  series: 'CRCW0201 e3',
  description: 'Thick film chip resistor, standard',
  reference: {
    title: 'CRCW0201 e3 standard thick film chip resistors, document 20052',
    url: 'https://www.vishay.com/docs/20052/crcw0201e3.pdf',
  },
  forms: formsOf([chipSizes('', { CRCW0201: '0201' })], reels('ED')),
  ratings: [{ states: { power_rating: 0.05 } }, JUMPER],
};

/** Commodity grade: the standard numbers with `C` at the end, in four sizes. */
export const vishayCrcwCommodity: SeriesTable = {
  ...COMMON,
  id: 'vishay-crcw-c',
  series: 'CRCW...C e3',
  description: 'Thick film chip resistor, commodity grade',
  reference: {
    title: 'CRCW...C e3 thick film, rectangular commodity chip resistors, document 28773',
    url: 'https://www.vishay.com/docs/28773/crcwce3.pdf',
  },
  forms: formsOf([{ literal: 'CRCW' }, chipSizes('0402 0603 0805 1206')], REELS, [{ literal: 'C' }]),
  ratings: [
    ...powerBySize({ '0402': 0.063, '0603': 0.1, '0805': 0.125, '1206': 0.25 }),
    JUMPER,
  ],
};
