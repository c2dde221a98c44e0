import { chipSizes, codes, JUMPER, powerBySize, tolerances } from '../../segments.ts';
import { fixedLetterResistance } from '../../codecs.ts';
import type { SeriesTable } from '../../table.ts';

const SIZE = chipSizes('01005 0201 0402 0603 0805 1206 1210 2010 2512');
const TAPE = codes('tape', 'packaging', { T: 'tape and reel' });

export const stackpoleRmcf: SeriesTable = {
  id: 'stackpole-rmcf',
  manufacturer: 'Stackpole Electronics',
  category: 'chip_resistor',
  series: 'RMCF',
  description: 'Thick film chip resistor, general purpose',
  reference: {
    title: 'RMCF / RMCP series, general purpose thick film chip resistor',
    url: 'https://www.seielect.com/catalog/sei-rmcf_rmcp.pdf',
  },
  forms: [
    [
      { literal: 'RMCF' },
      SIZE,
      tolerances('FJ'),
      TAPE,
      { name: 'value', field: 'resistance', codec: fixedLetterResistance },
    ],
    [{ literal: 'RMCF' }, SIZE, { literal: 'Z' }, TAPE, codes('value', 'resistance', { '0R00': 0 })],
  ],
  ratings: [
    ...powerBySize({
      '01005': 0.03,
      '0201': 0.05,
      '0402': 0.063,
      '0603': 0.1,
      '0805': 0.125,
      '1206': 0.25,
      '1210': 0.5,
      '2010': 0.75,
      '2512': 1,
    }),
    {
      when: { size: ['0402', '0603', '0805', '1206'], tolerance: ['F'] },
      where: { field: 'resistance', over: 9.76, upTo: 1e6 },
      states: { temperature_coefficient: 100 },
    },
    {
      when: { size: ['0402', '0603', '0805', '1206'], tolerance: ['F'] },
      where: { field: 'resistance', over: 1e6, upTo: 10e6 },
      states: { temperature_coefficient: 200 },
    },
    {
      when: { size: ['0603', '0805', '1206'], tolerance: ['J'] },
      where: { field: 'resistance', over: 0.976, upTo: 20e6 },
      states: { temperature_coefficient: 200 },
    },
    JUMPER,
  ],
};
