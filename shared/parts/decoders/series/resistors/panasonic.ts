import { chip, chipSizes, codes, JUMPER, powerBySize, tolerances } from '../../segments.ts';
import { zerosResistance } from '../../codecs.ts';
import type { Statements } from '../../../finding.ts';
import type { Constraint, Segment, SeriesTable } from '../../table.ts';

const START: readonly Segment[] = [{ literal: 'ERJ' }, { separator: '-' }];

const PACKAGING = codes('packaging', 'packaging', {
  C: 'pressed carrier tape and reel',
  U: 'embossed tape and reel',
  V: 'punched paper tape and reel',
  X: 'punched paper tape and reel',
  Y: 'pressed carrier tape and reel',
});

/** Sizes and the packaging they come in: a letter of another size's tape is a typing error. */
const suppliedIn = (packaging: string, sizes: string): Constraint => (
  { when: { size: sizes.split(' ') }, then: { packaging: [...packaging] } }
);

const GENERAL_SIZES = chipSizes('', {
  XGN: '01005',
  '1GN': '0201',
  '1GJ': '0201',
  '2GE': '0402',
  '3GEY': '0603',
  '6GEY': '0805',
  '8GEY': '1206',
  '14Y': '1210',
  '12Y': '1812',
  '12ZY': '2010',
  '1TY': '2512',
});

export const panasonicErjGeneral: SeriesTable = {
  id: 'panasonic-erj-g',
  manufacturer: 'Panasonic',
  category: 'chip_resistor',
  series: 'ERJ-G',
  description: 'Thick film chip resistor, general purpose',
  reference: {
    title: 'Thick film chip resistors, ERJ XG, 1G, 2G, 3G, 6G, 8G, 14, 12, 12Z, 1T series (AOA0000C301)',
    url: 'https://industrial.panasonic.com/cdbs/www-data/pdf/RDA0000/AOA0000C301.pdf',
  },
  forms: [
    [
      ...START,
      GENERAL_SIZES,
      tolerances('J'),
      { name: 'value', field: 'resistance', codec: zerosResistance(2) },
      PACKAGING,
    ],
    [...START, GENERAL_SIZES, codes('value', 'resistance', { '0R00': 0 }), PACKAGING],
  ],
  constraints: [
    suppliedIn('YU', 'XGN'),
    suppliedIn('CU', '1GN 1GJ'),
    suppliedIn('X', '2GE'),
    suppliedIn('V', '3GEY 6GEY 8GEY'),
    suppliedIn('U', '14Y 12Y 12ZY 1TY'),
  ],
  // Size 0402 went from 0.063 W to 0.1 W between issues, so its power stays unknown.
  ratings: [
    ...powerBySize({
      XGN: 0.031,
      '1GN': 0.05,
      '1GJ': 0.05,
      '3GEY': 0.1,
      '6GEY': 0.125,
      '8GEY': 0.25,
      '14Y': 0.5,
      '12Y': 0.75,
      '12ZY': 0.75,
      '1TY': 1,
    }),
    JUMPER,
  ],
};

/** At 0.5 % the code of the size also says the temperature coefficient. */
const size = (imperial: string, temperature_coefficient: number): Statements => (
  { package: chip(imperial), temperature_coefficient }
);
const HALF_PERCENT_SIZES: Segment = {
  name: 'size',
  codes: {
    '1RH': size('0201', 50),
    '2RH': size('0402', 50),
    '2RK': size('0402', 100),
    '3RB': size('0603', 50),
    '3RE': size('0603', 100),
    '6RB': size('0805', 50),
    '6RE': size('0805', 100),
  },
};

export const panasonicErjPrecision: SeriesTable = {
  id: 'panasonic-erj-precision',
  manufacturer: 'Panasonic',
  category: 'chip_resistor',
  series: 'ERJ precision',
  description: 'Thick film chip resistor, precision',
  reference: {
    title:
      'Precision thick film chip resistors, ERJ XG, 1G, 1R to 6R, 3E, 6E, 8E, 14, 12, 1T series (AOA0000C304)',
    url: 'https://industrial.panasonic.com/cdbs/www-data/pdf/RDA0000/AOA0000C304.pdf',
  },
  forms: [
    [
      ...START,
      chipSizes('', {
        XGN: '01005',
        '1GN': '0201',
        '2RK': '0402',
        '3EK': '0603',
        '6EN': '0805',
        '8EN': '1206',
        '14N': '1210',
        '12N': '1812',
        '12S': '2010',
        '1TN': '2512',
      }),
      tolerances('F'),
      { name: 'value', field: 'resistance', codec: zerosResistance(3) },
      PACKAGING,
    ],
    [
      ...START,
      HALF_PERCENT_SIZES,
      tolerances('D'),
      { name: 'value', field: 'resistance', codec: zerosResistance(3) },
      PACKAGING,
    ],
  ],
  constraints: [
    suppliedIn('YU', 'XGN'),
    suppliedIn('CU', '1GN 1RH'),
    suppliedIn('X', '2RK 2RH'),
    suppliedIn('V', '3EK 6EN 8EN 3RB 3RE 6RB 6RE'),
    suppliedIn('U', '14N 12N 12S 1TN'),
  ],
  // Sizes 0402 and, at 0.5 %, 0603 were rated differently between issues, so their power stays unknown.
  ratings: [
    ...powerBySize({
      XGN: 0.031,
      '1GN': 0.05,
      '1RH': 0.05,
      '3EK': 0.1,
      '6RB': 0.1,
      '6RE': 0.1,
      '6EN': 0.125,
      '8EN': 0.25,
      '14N': 0.5,
      '12N': 0.75,
      '12S': 0.75,
      '1TN': 1,
    }),
    {
      when: { size: ['2RK', '3EK', '6EN', '8EN', '14N', '12N', '12S', '1TN'], tolerance: ['F'] },
      where: { field: 'resistance', over: 9.76, upTo: 1e6 },
      states: { temperature_coefficient: 100 },
    },
  ],
};
