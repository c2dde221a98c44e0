import { fixedLetterResistance } from '../codecs.ts';
import type { Segment, SeriesTable } from '../table.ts';
import { chip, ohms, percent, ppmPerKelvin, watts } from '../units.ts';

const SIZE: Segment = {
  name: 'size',
  codes: {
    '01005': { package: chip('01005') },
    '0201': { package: chip('0201') },
    '0402': { package: chip('0402') },
    '0603': { package: chip('0603') },
    '0805': { package: chip('0805') },
    '1206': { package: chip('1206') },
    '1210': { package: chip('1210') },
    '2010': { package: chip('2010') },
    '2512': { package: chip('2512') },
  },
};

const TAPE: Segment = { name: 'tape', codes: { T: { packaging: 'tape and reel' } } };

export const stackpoleRmcf: SeriesTable = {
  id: 'stackpole-rmcf',
  manufacturer: 'Stackpole Electronics',
  category: 'resistor',
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
      { name: 'tolerance', codes: { F: { tolerance: percent(1) }, J: { tolerance: percent(5) } } },
      TAPE,
      { name: 'value', field: 'resistance', codec: fixedLetterResistance },
    ],
    [
      { literal: 'RMCF' },
      SIZE,
      { literal: 'Z' },
      TAPE,
      { name: 'value', codes: { '0R00': { resistance: ohms(0) } } },
    ],
  ],
  ratings: [
    { when: { size: ['01005'] }, states: { power_rating: watts(0.03) } },
    { when: { size: ['0201'] }, states: { power_rating: watts(0.05) } },
    { when: { size: ['0402'] }, states: { power_rating: watts(0.063) } },
    { when: { size: ['0603'] }, states: { power_rating: watts(0.1) } },
    { when: { size: ['0805'] }, states: { power_rating: watts(0.125) } },
    { when: { size: ['1206'] }, states: { power_rating: watts(0.25) } },
    { when: { size: ['1210'] }, states: { power_rating: watts(0.5) } },
    { when: { size: ['2010'] }, states: { power_rating: watts(0.75) } },
    { when: { size: ['2512'] }, states: { power_rating: watts(1) } },
    {
      when: { size: ['0402', '0603', '0805', '1206'], tolerance: ['F'] },
      over: 9.76,
      upTo: 1e6,
      states: { temperature_coefficient: ppmPerKelvin(100) },
    },
    {
      when: { size: ['0402', '0603', '0805', '1206'], tolerance: ['F'] },
      over: 1e6,
      upTo: 10e6,
      states: { temperature_coefficient: ppmPerKelvin(200) },
    },
    {
      when: { size: ['0603', '0805', '1206'], tolerance: ['J'] },
      over: 0.976,
      upTo: 20e6,
      states: { temperature_coefficient: ppmPerKelvin(200) },
    },
  ],
};
