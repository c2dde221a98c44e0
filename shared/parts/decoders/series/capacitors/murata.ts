import { bareCodes, chipSizes, codes } from '../../segments.ts';
import type { Segment, SeriesTable } from '../../table.ts';
import { smallAndLarge } from './ceramic.ts';

const BEFORE_VALUE: readonly Segment[] = [
  chipSizes('', {
    '02': '01005',
    '03': '0201',
    '15': '0402',
    '18': '0603',
    '21': '0805',
    '31': '1206',
    '32': '1210',
    '42': '1808',
    '43': '1812',
    '52': '2211',
    '55': '2220',
  }),
  bareCodes('thickness', '1 2 3 4 5 6 7 8 9 A B C D E M N Q R S X'),
  codes('characteristic', 'dielectric', {
    '1X': 'SL',
    '2C': 'CH',
    '3C': 'CJ',
    '3U': 'UJ',
    '4C': 'CK',
    '5C': 'C0G',
    '6C': 'C0H',
    '6P': 'P2H',
    '6R': 'R2H',
    '6S': 'S2H',
    '6T': 'T2H',
    '7U': 'U2J',
    C6: 'X5S',
    C7: 'X7S',
    C8: 'X6S',
    D7: 'X7T',
    D8: 'X6T',
    E7: 'X7U',
    F5: 'Y5V',
    R6: 'X5R',
    R7: 'X7R',
    R9: 'X8R',
  }),
  codes('voltage', 'voltage_rating', {
    '0E': 2.5,
    '0G': 4,
    '0J': 6.3,
    '1A': 10,
    '1C': 16,
    '1E': 25,
    YA: 35,
    '1H': 50,
    '1J': 63,
    '1K': 80,
    '2A': 100,
    '2D': 200,
    '2E': 250,
    '2W': 450,
    '2H': 500,
    '2J': 630,
    '3A': 1000,
    '3D': 2000,
    '3F': 3150,
  }),
];

const AFTER_TOLERANCE: readonly Segment[] = [
  // The manufacturer's individual specification code.
  { free: 3 },
  // Lists often give the number without the packaging letter, because one part comes in several.
  {
    optional: [codes('packaging', 'packaging', {
      B: 'bulk',
      D: 'paper tape, 180 mm reel',
      J: 'paper tape, 330 mm reel',
      K: 'embossed tape, 330 mm reel',
      L: 'embossed tape, 180 mm reel',
    })],
  },
];

const series = (name: string, use: string): SeriesTable => ({
  id: `murata-${name.toLowerCase()}`,
  manufacturer: 'Murata',
  category: 'ceramic_capacitor',
  series: name,
  description: `Multilayer ceramic chip capacitor, ${use}`,
  reference: {
    title: 'Chip multilayer ceramic capacitors, part numbering',
    url: 'https://search.murata.co.jp/Ceramy/image/img/A01X/partnumbering_e_01.pdf',
  },
  hasOpenPacking: true,
  forms: smallAndLarge([{ literal: name }, ...BEFORE_VALUE], 'WBCD', 'FGJKMZ', AFTER_TOLERANCE),
});

export const murataGrm = series('GRM', 'general purpose');
export const murataGcm = series('GCM', 'automotive');
export const murataGjm = series('GJM', 'high Q');
