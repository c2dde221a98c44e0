import { chipSizes, codes, JUMPER, tolerances } from '../../segments.ts';
import { powerOfTenResistance } from '../../codecs.ts';
import type { SeriesTable } from '../../table.ts';

export const uniroyalChip: SeriesTable = {
  id: 'uniroyal-chip',
  manufacturer: 'UNI-ROYAL',
  category: 'chip_resistor',
  series: 'Chip',
  description: 'Thick film chip resistor, general purpose',
  reference: {
    title: 'Chip series thick film chip resistors, SMD-SP-001, V.10',
    url: 'https://www.uni-royal.cn/en/images/userfile/file/1769240915c56505e6d9ab55c7.pdf',
  },
  forms: [[
    chipSizes('0201 0402 0603 0805 1206 1210 1812 2010 2512'),
    codes('power', 'power_rating', {
      WH: 1 / 32,
      WM: 1 / 20,
      WG: 1 / 16,
      WA: 1 / 10,
      W8: 1 / 8,
      W4: 1 / 4,
      W3: 1 / 3,
      W2: 1 / 2,
      '07': 3 / 4,
      '1W': 1,
    }),
    tolerances('DFGJK'),
    { name: 'value', field: 'resistance', codec: powerOfTenResistance },
    codes('packing', 'packaging', {
      T4: 'tape and reel, 4,000 pieces',
      T5: 'tape and reel, 5,000 pieces',
      TC: 'tape and reel, 10,000 pieces',
      TD: 'tape and reel, 20,000 pieces',
      TE: 'tape and reel, 15,000 pieces',
    }),
    { literal: 'E' },
  ]],
  ratings: [JUMPER],
};
