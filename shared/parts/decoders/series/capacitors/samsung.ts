import { chipSizes, codes } from '../../segments.ts';
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

/** Of the product codes only one states a field; what the other letters and digits mean is not in the document. */
const PRODUCT = {
  name: 'product',
  codes: Object.fromEntries(
    [...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'].map((
      code,
    ) => [code, code === 'P' ? { qualification: 'AEC-Q200' } : {}]),
  ),
};

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
};

/** `end` is the control code and what follows it. */
const form = (end: readonly Segment[]) =>
  smallAndLarge([joined('CL', SIZE), DIELECTRIC], 'ABCD', 'FGJKMZ', [
    VOLTAGE,
    // Thickness, then electrodes and plating: neither is a field.
    { free: 2 },
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
    ...form([{ free: 1 }, PACKAGING]),
    // Lists often end before the packaging; of such numbers only the usual control code is read.
    ...form([{ literal: 'N' }]),
  ],
};
