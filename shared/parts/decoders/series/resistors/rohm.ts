import { bareCodes, chip, chipSizes, codes, JUMPER, tolerances } from '../../segments.ts';
import type { CodeSegment, SeriesTable } from '../../table.ts';
import { leadingPoint, stripResistance, value, zeroOhm, zerosOrPoint } from './values.ts';

const SIZE = chipSizes('', {
  '004': '01005',
  '006': '0201',
  '01': '0402',
  '03': '0603',
  '10': '0805',
  '18': '1206',
  '25': '1210',
  '50': '2010',
  '100': '2512',
});
const PACKING = bareCodes('packing', 'EZP MZP JZP YZP EVH EVP EZH ERT HZP JZH MRT MZS UZP YLP YRT');
const F = codes('tolerance', 'tolerance', { D: 0.5, F: 1, FX: 1, FZ: 1 });

const SERIES: CodeSegment = {
  name: 'series',
  codes: {
    MCR: { series: 'MCR', technology: 'thick film' },
    ESR: { series: 'ESR', technology: 'thick film', feature: 'anti-surge', qualification: 'AEC-Q200' },
    KTR: { series: 'KTR', technology: 'thick film', feature: 'high voltage' },
    LTR: { series: 'LTR', technology: 'thick film', feature: 'wide terminals' },
    SDR: { series: 'SDR', technology: 'thick film', feature: 'anti-surge' },
    SFR: { series: 'SFR', technology: 'thick film', feature: 'anti-sulphur' },
    TRR: { series: 'TRR', technology: 'thick film' },
  },
};
const REFERENCE = { title: 'Part number of chip resistors', url: 'https://www.rohm.com/products/resistors' };

export const rohmChip: SeriesTable = {
  id: 'rohm-chip',
  manufacturer: 'ROHM Semiconductor',
  category: 'chip_resistor',
  series: 'MCR, ESR, SDR, KTR, SFR, TRR',
  description: 'Thick film chip resistor',
  reference: REFERENCE,
  forms: () => [
    [SERIES, SIZE, PACKING, tolerances('GJ'), value(zerosOrPoint(2))],
    [SERIES, SIZE, PACKING, F, value(zerosOrPoint(3))],
    [SERIES, SIZE, PACKING, { literal: 'J' }, zeroOhm('000')],
  ],
  constraints: [
    { when: { size: ['004', '006'] }, then: { packing: ['YLP', 'YRT', 'YZP'] } },
    { when: { size: ['01'] }, then: { packing: ['MRT', 'MZP', 'MZS'] } },
    { when: { size: ['03', '10', '18'] }, then: { packing: ['EZP', 'EVH', 'EVP', 'EZH', 'ERT'] } },
    { when: { size: ['25', '50', '100'] }, then: { packing: ['JZP', 'JZH', 'UZP', 'HZP'] } },
    { when: { series: ['LTR'] }, then: { size: ['10', '18', '50', '100'] } },
  ],
  ratings: [
    { when: { series: ['MCR'], size: ['006'] }, states: { power_rating: 1 / 20 } },
    { when: { series: ['MCR'], size: ['01'] }, states: { power_rating: 1 / 16 } },
    { when: { series: ['MCR'], size: ['03'] }, states: { power_rating: 1 / 10 } },
    { when: { series: ['MCR'], size: ['10'] }, states: { power_rating: 1 / 8 } },
    { when: { series: ['MCR'], size: ['18'] }, states: { power_rating: 1 / 4 } },
    { when: { series: ['MCR'], size: ['100'] }, states: { power_rating: 1 } },
    { when: { series: ['ESR'], size: ['03'] }, states: { power_rating: 1 / 4 } },
    // Terminals on the long sides turn the size around.
    ...Object.entries({ '10': '0508', '18': '0612', '50': '1020', '100': '1225' }).map(([size, turned]) => (
      { when: { series: ['LTR'], size: [size] }, states: { package: chip(turned) } }
    )),
    JUMPER,
  ],
};

export const rohmSense: SeriesTable = {
  id: 'rohm-sense',
  manufacturer: 'ROHM Semiconductor',
  category: 'current_sense_resistor',
  series: 'PMR, UCR',
  description: 'Chip resistor, current sense',
  reference: REFERENCE,
  forms: () => [
    [
      codes('series', 'technology', { PMR: 'metal plate' }),
      SIZE,
      PACKING,
      tolerances('FJ'),
      bareCodes('tcr', 'U V'),
      value(stripResistance(4)),
    ],
    [
      codes('series', 'technology', { UCR: 'thick film' }),
      SIZE,
      PACKING,
      tolerances('FJ'),
      bareCodes('tcr', ' L'),
      value(leadingPoint(4)),
    ],
  ],
};

export const rohmArray: SeriesTable = {
  id: 'rohm-mnr',
  manufacturer: 'ROHM Semiconductor',
  category: 'resistor_array',
  series: 'MNR',
  description: 'Thick film chip resistor array',
  reference: REFERENCE,
  forms: () => [[
    codes('series', 'technology', { MNR: 'thick film' }),
    codes('layout', 'package', { '02': '2x0402', '04': '4x0402', '12': '2x0603', '14': '4x0603' }),
    bareCodes('packing', 'E0AP M0AP'),
    tolerances('J'),
    value(zerosOrPoint(2)),
  ]],
  ratings: [{ states: { power_rating: 1 / 16 } }],
};

export const rohmResistors: readonly SeriesTable[] = [rohmChip, rohmSense, rohmArray];
