import { zerosResistance } from '../codecs.ts';
import type { Segment, SeriesTable } from '../table.ts';
import { chip, ohms, percent } from '../units.ts';

const SIZE: Segment = {
  name: 'size',
  codes: {
    '1F': { package: chip('01005') },
    '1H': { package: chip('0201') },
    '1E': { package: chip('0402') },
    '1J': { package: chip('0603') },
    '2A': { package: chip('0805') },
    '2B': { package: chip('1206') },
    '2E': { package: chip('1210') },
    '2H': { package: chip('2010') },
    W2H: { package: chip('2010') },
    '3A': { package: chip('2512') },
    W3A: { package: chip('2512') },
  },
};

/** Surface of the terminals: tin. The others of the document are on request and change what the part is. */
const TIN: Segment = { literal: 'T' };

const TAPING: Segment = {
  name: 'taping',
  codes: {
    TX: { packaging: 'plastic embossed tape, 4 mm wide, 1 mm pitch' },
    TBL: { packaging: 'pressed paper tape, 2 mm pitch' },
    TCM: { packaging: 'pressed paper tape, 2 mm pitch' },
    TPL: { packaging: 'punched paper tape, 2 mm pitch' },
    TP: { packaging: 'punched paper tape, 2 mm pitch' },
    TD: { packaging: 'punched paper tape, 4 mm pitch' },
    TE: { packaging: 'plastic embossed tape, 4 mm pitch' },
  },
};

// Power is left out of all three: the manufacturer rates the same numbers by ambient or by terminal temperature, and
// the figures per size have changed with the issues of the data sheets.

export const koaRk73h: SeriesTable = {
  id: 'koa-rk73h',
  manufacturer: 'KOA Speer',
  category: 'resistor',
  series: 'RK73H',
  description: 'Thick film chip resistor, precision',
  reference: {
    title: 'RK73H precision 0.5 %, 1 % tolerance thick film chip resistor',
    url: 'https://www.koaspeer.com/pdfs/RK73H.pdf',
  },
  forms: [[
    { literal: 'RK73H' },
    SIZE,
    TIN,
    TAPING,
    { name: 'value', field: 'resistance', codec: zerosResistance(3) },
    { name: 'tolerance', codes: { D: { tolerance: percent(0.5) }, F: { tolerance: percent(1) } } },
  ]],
};

export const koaRk73b: SeriesTable = {
  id: 'koa-rk73b',
  manufacturer: 'KOA Speer',
  category: 'resistor',
  series: 'RK73B',
  description: 'Thick film chip resistor, general purpose',
  reference: {
    title: 'RK73B general purpose 2 %, 5 % tolerance thick film chip resistor',
    url: 'https://www.koaspeer.com/pdfs/RK73B.pdf',
  },
  forms: [[
    { literal: 'RK73B' },
    SIZE,
    TIN,
    TAPING,
    { name: 'value', field: 'resistance', codec: zerosResistance(2) },
    { name: 'tolerance', codes: { G: { tolerance: percent(2) }, J: { tolerance: percent(5) } } },
  ]],
};

export const koaRk73z: SeriesTable = {
  id: 'koa-rk73z',
  manufacturer: 'KOA Speer',
  category: 'resistor',
  series: 'RK73Z',
  description: 'Chip jumper',
  reference: { title: 'RK73Z zero ohm jumper chip', url: 'https://www.koaspeer.com/pdfs/RK73Z.pdf' },
  forms: [[
    { name: 'value', codes: { RK73Z: { resistance: ohms(0) } } },
    SIZE,
    TIN,
    TAPING,
  ]],
};
