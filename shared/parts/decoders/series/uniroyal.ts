import { powerOfTenResistance } from '../codecs.ts';
import type { SeriesTable } from '../table.ts';
import { chip, percent, watts } from '../units.ts';

export const uniroyalChip: SeriesTable = {
  id: 'uniroyal-chip',
  manufacturer: 'UNI-ROYAL',
  category: 'resistor',
  series: 'Chip',
  description: 'Thick film chip resistor, general purpose',
  reference: {
    title: 'Chip series thick film chip resistors, SMD-SP-001, V.10',
    url: 'https://www.uni-royal.cn/en/images/userfile/file/1769240915c56505e6d9ab55c7.pdf',
  },
  forms: [[
    {
      name: 'size',
      codes: {
        '0201': { package: chip('0201') },
        '0402': { package: chip('0402') },
        '0603': { package: chip('0603') },
        '0805': { package: chip('0805') },
        '1206': { package: chip('1206') },
        '1210': { package: chip('1210') },
        '1812': { package: chip('1812') },
        '2010': { package: chip('2010') },
        '2512': { package: chip('2512') },
      },
    },
    {
      name: 'power',
      codes: {
        WH: { power_rating: watts(1 / 32) },
        WM: { power_rating: watts(1 / 20) },
        WG: { power_rating: watts(1 / 16) },
        WA: { power_rating: watts(1 / 10) },
        W8: { power_rating: watts(1 / 8) },
        W4: { power_rating: watts(1 / 4) },
        W3: { power_rating: watts(1 / 3) },
        W2: { power_rating: watts(1 / 2) },
        '07': { power_rating: watts(3 / 4) },
        '1W': { power_rating: watts(1) },
      },
    },
    {
      name: 'tolerance',
      codes: {
        D: { tolerance: percent(0.5) },
        F: { tolerance: percent(1) },
        G: { tolerance: percent(2) },
        J: { tolerance: percent(5) },
        K: { tolerance: percent(10) },
      },
    },
    { name: 'value', field: 'resistance', codec: powerOfTenResistance },
    {
      name: 'packing',
      codes: {
        T4: { packaging: 'tape and reel, 4,000 pieces' },
        T5: { packaging: 'tape and reel, 5,000 pieces' },
        TC: { packaging: 'tape and reel, 10,000 pieces' },
        TD: { packaging: 'tape and reel, 20,000 pieces' },
        TE: { packaging: 'tape and reel, 15,000 pieces' },
      },
    },
    { literal: 'E' },
  ]],
};
