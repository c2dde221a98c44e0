import { bareCodes, chipSizes, codes } from '../../segments.ts';
import type { Segment, SeriesTable } from '../../table.ts';
import { smallAndLarge } from './ceramic.ts';

const BEFORE_VALUE: readonly Segment[] = [
  { literal: 'C' },
  chipSizes('', {
    '0402': '01005',
    '0603': '0201',
    '1005': '0402',
    '1608': '0603',
    '2012': '0805',
    '3216': '1206',
    '3225': '1210',
    '4532': '1812',
    '5750': '2220',
  }),
  codes('characteristic', 'dielectric', {
    CH: 'CH',
    C0G: 'C0G',
    JB: 'JB',
    X5R: 'X5R',
    X6S: 'X6S',
    X7R: 'X7R',
    X7S: 'X7S',
    X7T: 'X7T',
  }),
  codes('voltage', 'voltage_rating', {
    '0G': 4,
    '0J': 6.3,
    '1A': 10,
    '1C': 16,
    '1E': 25,
    '1V': 35,
    '1H': 50,
    '1N': 75,
  }),
];

export const tdkC: SeriesTable = {
  id: 'tdk-c',
  manufacturer: 'TDK',
  category: 'ceramic_capacitor',
  series: 'C',
  description: 'Multilayer ceramic chip capacitor, general purpose',
  reference: {
    title: 'Multilayer ceramic chip capacitors, C series, general (up to 75 V)',
    url: 'https://product.tdk.com/info/en/catalog/datasheets/mlcc_commercial_general_en.pdf',
  },
  forms: [
    ...smallAndLarge(BEFORE_VALUE, 'BCD', 'FGJKM', [
      bareCodes('thickness', '020 030 050 060 080 085 115 125 130 160 200 230 250 280 320'),
      codes('packaging', 'packaging', {
        A: 'tape, 4 mm pitch, 178 mm reel',
        B: 'tape, 2 mm pitch, 178 mm reel',
        K: 'tape, 8 mm pitch, 178 mm reel',
      }),
      bareCodes('internal', 'A B C'),
    ]),
    // The item description on the reel's label, which was also the catalogue number until 2013.
    ...smallAndLarge(BEFORE_VALUE, 'BCD', 'FGJKM', [
      codes('packaging', 'packaging', { T000N: 'tape and reel' }),
    ]),
  ],
};
