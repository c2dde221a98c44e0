import { chipSizes, codes, tolerances } from '../../segments.ts';
import { zerosResistance } from '../../codecs.ts';
import type { Segment, SeriesTable } from '../../table.ts';

/** Sizes, terminals and taping. Tin (T) only: the document's other terminals are on request and make another part. */
const AFTER_SERIES: readonly Segment[] = [
  chipSizes('', {
    '1F': '01005',
    '1H': '0201',
    '1E': '0402',
    '1J': '0603',
    '2A': '0805',
    '2B': '1206',
    '2E': '1210',
    '2H': '2010',
    W2H: '2010',
    '3A': '2512',
    W3A: '2512',
  }),
  { literal: 'T' },
  codes('taping', 'packaging', {
    TX: 'plastic embossed tape, 4 mm wide, 1 mm pitch',
    TBL: 'pressed paper tape, 2 mm pitch',
    TCM: 'pressed paper tape, 2 mm pitch',
    TPL: 'punched paper tape, 2 mm pitch',
    TP: 'punched paper tape, 2 mm pitch',
    TD: 'punched paper tape, 4 mm pitch',
    TE: 'plastic embossed tape, 4 mm pitch',
  }),
];

// Power is left out of all three: the manufacturer rates the same numbers by ambient or by terminal temperature, and
// the figures per size have changed with the issues of the data sheets.
const COMMON = { manufacturer: 'KOA Speer', category: 'chip_resistor' } as const;

export const koaRk73h: SeriesTable = {
  ...COMMON,
  id: 'koa-rk73h',
  series: 'RK73H',
  description: 'Thick film chip resistor, precision',
  reference: {
    title: 'RK73H precision 0.5 %, 1 % tolerance thick film chip resistor',
    url: 'https://www.koaspeer.com/pdfs/RK73H.pdf',
  },
  forms: [[
    { literal: 'RK73H' },
    ...AFTER_SERIES,
    { name: 'value', field: 'resistance', codec: zerosResistance(3) },
    tolerances('DF'),
  ]],
};

export const koaRk73b: SeriesTable = {
  ...COMMON,
  id: 'koa-rk73b',
  series: 'RK73B',
  description: 'Thick film chip resistor, general purpose',
  reference: {
    title: 'RK73B general purpose 2 %, 5 % tolerance thick film chip resistor',
    url: 'https://www.koaspeer.com/pdfs/RK73B.pdf',
  },
  forms: [[
    { literal: 'RK73B' },
    ...AFTER_SERIES,
    { name: 'value', field: 'resistance', codec: zerosResistance(2) },
    tolerances('GJ'),
  ]],
};

export const koaRk73z: SeriesTable = {
  ...COMMON,
  id: 'koa-rk73z',
  series: 'RK73Z',
  description: 'Chip jumper',
  reference: { title: 'RK73Z zero ohm jumper chip', url: 'https://www.koaspeer.com/pdfs/RK73Z.pdf' },
  forms: [[codes('value', 'resistance', { RK73Z: 0 }), ...AFTER_SERIES]],
};
