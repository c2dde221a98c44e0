import { fixedLetterResistance } from '../codecs.ts';
import type { CodeSegment, SeriesTable, Statements } from '../table.ts';
import { chip, ohms, percent, ppmPerKelvin, watts } from '../units.ts';

/** Tolerance and temperature coefficient go together: 5 % parts come with 200 ppm/K only. */
const GRADE: Readonly<Record<string, Statements>> = {
  FK: { tolerance: percent(1), temperature_coefficient: ppmPerKelvin(100) },
  FN: { tolerance: percent(1), temperature_coefficient: ppmPerKelvin(200) },
  JN: { tolerance: percent(5), temperature_coefficient: ppmPerKelvin(200) },
};

const JUMPER: Readonly<Record<string, Statements>> = { '0000Z0': { resistance: ohms(0) } };

const REEL: Statements = { packaging: 'tape and reel' };

const SIZES: Readonly<Record<string, Statements>> = {
  '0402': { package: chip('0402') },
  '0603': { package: chip('0603') },
  '0805': { package: chip('0805') },
  '1206': { package: chip('1206') },
  '1210': { package: chip('1210') },
  '1218': { package: chip('1218') },
  '2010': { package: chip('2010') },
  '2512': { package: chip('2512') },
};

const REELS: Readonly<Record<string, Statements>> = {
  EA: REEL,
  EB: REEL,
  EC: REEL,
  ED: REEL,
  EE: REEL,
  EF: REEL,
  EG: REEL,
  EH: REEL,
  EI: REEL,
  EK: REEL,
};

export const vishayCrcw: SeriesTable = {
  id: 'vishay-crcw',
  manufacturer: 'Vishay',
  category: 'resistor',
  series: 'D/CRCW e3',
  description: 'Thick film chip resistor, standard',
  reference: {
    title: 'D/CRCW e3 standard thick film chip resistors, document 20035',
    url: 'https://www.vishay.com/docs/20035/dcrcwe3.pdf',
  },
  forms: [
    [
      { literal: 'CRCW' },
      { name: 'size', codes: SIZES },
      { name: 'value', field: 'resistance', codec: fixedLetterResistance },
      { name: 'grade', codes: GRADE },
      { name: 'reel', codes: REELS },
    ],
    [
      { literal: 'CRCW' },
      { name: 'size', codes: SIZES },
      { name: 'value', codes: JUMPER },
      { name: 'reel', codes: REELS },
    ],
  ],
  // The issues of 2021 and later rate sizes 0402, 0603 and 0805 differently, so their power stays unknown.
  ratings: [
    { when: { size: ['1206'] }, states: { power_rating: watts(0.25) } },
    { when: { size: ['1210'] }, states: { power_rating: watts(0.5) } },
    { when: { size: ['1218'] }, states: { power_rating: watts(1) } },
    { when: { size: ['2010'] }, states: { power_rating: watts(0.75) } },
    { when: { size: ['2512'] }, states: { power_rating: watts(1) } },
  ],
};

export const vishayCrcw0201: SeriesTable = {
  id: 'vishay-crcw0201',
  manufacturer: 'Vishay',
  category: 'resistor',
  series: 'CRCW0201 e3',
  description: 'Thick film chip resistor, standard',
  reference: {
    title: 'CRCW0201 e3 standard thick film chip resistors, document 20052',
    url: 'https://www.vishay.com/docs/20052/crcw0201e3.pdf',
  },
  forms: [
    [
      { name: 'size', codes: { CRCW0201: { package: chip('0201') } } },
      { name: 'value', field: 'resistance', codec: fixedLetterResistance },
      { name: 'grade', codes: GRADE },
      { name: 'reel', codes: { ED: REEL } },
    ],
    [
      { name: 'size', codes: { CRCW0201: { package: chip('0201') } } },
      { name: 'value', codes: JUMPER },
      { name: 'reel', codes: { ED: REEL } },
    ],
  ],
  ratings: [{ states: { power_rating: watts(0.05) } }],
};

/** Commodity grade: the standard numbers with `C` at the end, in four sizes. */
const COMMODITY_SIZES: CodeSegment = {
  name: 'size',
  codes: {
    '0402': { package: chip('0402') },
    '0603': { package: chip('0603') },
    '0805': { package: chip('0805') },
    '1206': { package: chip('1206') },
  },
};

export const vishayCrcwCommodity: SeriesTable = {
  id: 'vishay-crcw-c',
  manufacturer: 'Vishay',
  category: 'resistor',
  series: 'CRCW...C e3',
  description: 'Thick film chip resistor, commodity grade',
  reference: {
    title: 'CRCW...C e3 thick film, rectangular commodity chip resistors, document 28773',
    url: 'https://www.vishay.com/docs/28773/crcwce3.pdf',
  },
  forms: [
    [
      { literal: 'CRCW' },
      COMMODITY_SIZES,
      { name: 'value', field: 'resistance', codec: fixedLetterResistance },
      { name: 'grade', codes: GRADE },
      { name: 'reel', codes: REELS },
      { literal: 'C' },
    ],
    [
      { literal: 'CRCW' },
      COMMODITY_SIZES,
      { name: 'value', codes: JUMPER },
      { name: 'reel', codes: REELS },
      { literal: 'C' },
    ],
  ],
  ratings: [
    { when: { size: ['0402'] }, states: { power_rating: watts(0.063) } },
    { when: { size: ['0603'] }, states: { power_rating: watts(0.1) } },
    { when: { size: ['0805'] }, states: { power_rating: watts(0.125) } },
    { when: { size: ['1206'] }, states: { power_rating: watts(0.25) } },
  ],
};
