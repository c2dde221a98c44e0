import { bareCodes, chipSizes, codes, usually } from '../../segments.ts';
import type { Segment, SeriesTable } from '../../table.ts';
import { joined, smallAndLarge, upTo10pFWithZero } from './ceramic.ts';

const SIZE = chipSizes('', {
  '02': '01005',
  '03': '0201',
  '05': '0402',
  '10': '0603',
  '21': '0805',
  '31': '1206',
  '32': '1210',
  '42': '1808',
  '43': '1812',
  '55': '2220',
});

const DIELECTRIC = codes('dielectric', 'dielectric', {
  A: 'X5R',
  B: 'X7R',
  C: 'C0G',
  F: 'Y5V',
  L: 'S2L',
  P: 'P2H',
  R: 'R2H',
  S: 'S2H',
  T: 'T2H',
  U: 'U2J',
  X: 'X6S',
  Y: 'X7S',
  Z: 'X7T',
});

const VOLTAGE = codes('voltage', 'voltage_rating', {
  S: 2.5,
  R: 4,
  Q: 6.3,
  P: 10,
  O: 16,
  A: 25,
  L: 35,
  B: 50,
  C: 100,
  D: 200,
  E: 250,
  G: 500,
  H: 630,
  I: 1000,
  J: 2000,
  K: 3000,
});

/** Tenths of a millimetre up to 0603 and low profiles beyond, then letters. */
const THICKNESSES = '2 3 4 5 6 7 8 9 A C D F H I J L M P Q U V Y';

/** The small chips are as thick as they are wide. */
const USUAL_THICKNESS = { CL02: '2', CL03: '3', CL05: '5', CL10: '8' };

/** A chip is hardly thicker than it is wide. */
const THICKNESSES_OF: Readonly<Record<string, string>> = {
  CL02: '2',
  CL03: '2 3 4 5',
  CL05: '2 3 4 5 6 7 8',
  CL10: '4 5 6 7 8 9 A',
  CL21: '9 A C D F M P Q Y',
  CL31: '9 A C D F H L M P Q Y',
};

/** Electrodes and plating that are in use: what most letters mean is not in the document. */
const ELECTRODES = bareCodes('electrodes', 'N S G A C J L V W Y Z 4');

/** Of the product codes in use only one states a field. */
const PRODUCT = {
  name: 'product',
  codes: Object.fromEntries(
    [...'NABCFLPQRSUWZ'].map((code) => [code, code === 'P' ? { qualification: 'AEC-Q200' } : {}]),
  ),
};

const CONTROL = bareCodes('control', 'N W J B A 6 8');

const PACKAGING = {
  name: 'packaging',
  codes: {
    B: { packaging: 'bulk' },
    C: { packaging: 'paper tape, 7 inch reel' },
    D: { packaging: 'paper tape, 13 inch reel' },
    E: { packaging: 'embossed tape, 7 inch reel' },
    F: { packaging: 'embossed tape, 13 inch reel' },
    O: { packaging: 'paper tape, 10 inch reel' },
    // In use by the manufacturer, but which reel they name is not in the document.
    G: {},
    L: {},
    S: {},
  },
  usual: 'C',
};

const EMBOSSED = ['E', 'F'];
const THICK = ['D', 'F', 'H', 'L', 'M', 'P', 'Q', 'Y'];

/** `end` is the control code and what follows it. */
const form = (end: readonly Segment[]) =>
  smallAndLarge([joined('CL', SIZE), DIELECTRIC], 'ABCD', 'FGJKMZ', [
    VOLTAGE,
    usually(bareCodes('thickness', THICKNESSES), { behind: USUAL_THICKNESS }),
    ELECTRODES,
    PRODUCT,
    ...end,
  ], upTo10pFWithZero);

export const samsungCl: SeriesTable = {
  id: 'samsung-cl',
  manufacturer: 'Samsung Electro-Mechanics',
  category: 'ceramic_capacitor',
  series: 'CL',
  description: 'Multilayer ceramic chip capacitor',
  reference: {
    title: 'The rules behind MLCC part numbers',
    url: 'https://www.samsungsem.com/global/newsroom/news/view.do?id=59',
  },
  forms: () => [
    ...form([CONTROL, PACKAGING]),
    // Lists often end before the packaging; of such numbers only the usual control code is read.
    ...form([{ literal: 'N' }]),
  ],
  constraints: [
    ...Object.entries(THICKNESSES_OF).map(([size, thicknesses]) => (
      { when: { size: [size] }, then: { thickness: thicknesses.split(' ') } }
    )),
    // Paper is as thick as the chip: the small ones lie in it, and of the larger ones those that are thin.
    { when: { size: ['CL02', 'CL03', 'CL05'], packaging: EMBOSSED }, then: { size: [] } },
    { when: { size: ['CL21', 'CL31'], packaging: EMBOSSED }, then: { thickness: THICK } },
    { when: { size: ['CL21', 'CL31'], packaging: ['C', 'D', 'O'] }, then: { thickness: ['9', 'A', 'C'] } },
  ],
};
