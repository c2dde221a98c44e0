import { zerosResistance } from '../codecs.ts';
import type { Constraint, SeriesTable, Statements } from '../table.ts';
import { chip, ohms, percent, ppmPerKelvin, watts } from '../units.ts';

const PACKAGING: Readonly<Record<string, Statements>> = {
  C: { packaging: 'pressed carrier tape and reel' },
  U: { packaging: 'embossed tape and reel' },
  V: { packaging: 'punched paper tape and reel' },
  X: { packaging: 'punched paper tape and reel' },
  Y: { packaging: 'pressed carrier tape and reel' },
};

/** Sizes and the packaging they come in: a letter of another size's tape is a typing error. */
const suppliedIn = (packaging: readonly string[], size: readonly string[]): Constraint => (
  { when: { size }, then: { packaging } }
);

const GENERAL_SIZES: Readonly<Record<string, Statements>> = {
  XGN: { package: chip('01005') },
  '1GN': { package: chip('0201') },
  '1GJ': { package: chip('0201') },
  '2GE': { package: chip('0402') },
  '3GEY': { package: chip('0603') },
  '6GEY': { package: chip('0805') },
  '8GEY': { package: chip('1206') },
  '14Y': { package: chip('1210') },
  '12Y': { package: chip('1812') },
  '12ZY': { package: chip('2010') },
  '1TY': { package: chip('2512') },
};

export const panasonicErjGeneral: SeriesTable = {
  id: 'panasonic-erj-g',
  manufacturer: 'Panasonic',
  category: 'resistor',
  series: 'ERJ-G',
  description: 'Thick film chip resistor, general purpose',
  reference: {
    title: 'Thick film chip resistors, ERJ XG, 1G, 2G, 3G, 6G, 8G, 14, 12, 12Z, 1T series (AOA0000C301)',
    url: 'https://industrial.panasonic.com/cdbs/www-data/pdf/RDA0000/AOA0000C301.pdf',
  },
  forms: [
    [
      { literal: 'ERJ' },
      { separator: '-' },
      { name: 'size', codes: GENERAL_SIZES },
      { name: 'tolerance', codes: { J: { tolerance: percent(5) } } },
      { name: 'value', field: 'resistance', codec: zerosResistance(2) },
      { name: 'packaging', codes: PACKAGING },
    ],
    [
      { literal: 'ERJ' },
      { separator: '-' },
      { name: 'size', codes: GENERAL_SIZES },
      { name: 'value', codes: { '0R00': { resistance: ohms(0) } } },
      { name: 'packaging', codes: PACKAGING },
    ],
  ],
  constraints: [
    suppliedIn(['Y', 'U'], ['XGN']),
    suppliedIn(['C', 'U'], ['1GN', '1GJ']),
    suppliedIn(['X'], ['2GE']),
    suppliedIn(['V'], ['3GEY', '6GEY', '8GEY']),
    suppliedIn(['U'], ['14Y', '12Y', '12ZY', '1TY']),
  ],
  // Size 0402 went from 0.063 W to 0.1 W between issues, so its power stays unknown.
  ratings: [
    { when: { size: ['XGN'] }, states: { power_rating: watts(0.031) } },
    { when: { size: ['1GN', '1GJ'] }, states: { power_rating: watts(0.05) } },
    { when: { size: ['3GEY'] }, states: { power_rating: watts(0.1) } },
    { when: { size: ['6GEY'] }, states: { power_rating: watts(0.125) } },
    { when: { size: ['8GEY'] }, states: { power_rating: watts(0.25) } },
    { when: { size: ['14Y'] }, states: { power_rating: watts(0.5) } },
    { when: { size: ['12Y', '12ZY'] }, states: { power_rating: watts(0.75) } },
    { when: { size: ['1TY'] }, states: { power_rating: watts(1) } },
  ],
};

export const panasonicErjPrecision: SeriesTable = {
  id: 'panasonic-erj-precision',
  manufacturer: 'Panasonic',
  category: 'resistor',
  series: 'ERJ precision',
  description: 'Thick film chip resistor, precision',
  reference: {
    title:
      'Precision thick film chip resistors, ERJ XG, 1G, 1R to 6R, 3E, 6E, 8E, 14, 12, 1T series (AOA0000C304)',
    url: 'https://industrial.panasonic.com/cdbs/www-data/pdf/RDA0000/AOA0000C304.pdf',
  },
  forms: [
    [
      { literal: 'ERJ' },
      { separator: '-' },
      {
        name: 'size',
        codes: {
          XGN: { package: chip('01005') },
          '1GN': { package: chip('0201') },
          '2RK': { package: chip('0402') },
          '3EK': { package: chip('0603') },
          '6EN': { package: chip('0805') },
          '8EN': { package: chip('1206') },
          '14N': { package: chip('1210') },
          '12N': { package: chip('1812') },
          '12S': { package: chip('2010') },
          '1TN': { package: chip('2512') },
        },
      },
      { name: 'tolerance', codes: { F: { tolerance: percent(1) } } },
      { name: 'value', field: 'resistance', codec: zerosResistance(3) },
      { name: 'packaging', codes: PACKAGING },
    ],
    [
      { literal: 'ERJ' },
      { separator: '-' },
      {
        name: 'size',
        codes: {
          '1RH': { package: chip('0201'), temperature_coefficient: ppmPerKelvin(50) },
          '2RH': { package: chip('0402'), temperature_coefficient: ppmPerKelvin(50) },
          '2RK': { package: chip('0402'), temperature_coefficient: ppmPerKelvin(100) },
          '3RB': { package: chip('0603'), temperature_coefficient: ppmPerKelvin(50) },
          '3RE': { package: chip('0603'), temperature_coefficient: ppmPerKelvin(100) },
          '6RB': { package: chip('0805'), temperature_coefficient: ppmPerKelvin(50) },
          '6RE': { package: chip('0805'), temperature_coefficient: ppmPerKelvin(100) },
        },
      },
      { name: 'tolerance', codes: { D: { tolerance: percent(0.5) } } },
      { name: 'value', field: 'resistance', codec: zerosResistance(3) },
      { name: 'packaging', codes: PACKAGING },
    ],
  ],
  constraints: [
    suppliedIn(['Y', 'U'], ['XGN']),
    suppliedIn(['C', 'U'], ['1GN', '1RH']),
    suppliedIn(['X'], ['2RK', '2RH']),
    suppliedIn(['V'], ['3EK', '6EN', '8EN', '3RB', '3RE', '6RB', '6RE']),
    suppliedIn(['U'], ['14N', '12N', '12S', '1TN']),
  ],
  // Sizes 0402 and, at 0.5 %, 0603 were rated differently between issues, so their power stays unknown.
  ratings: [
    { when: { size: ['XGN'] }, states: { power_rating: watts(0.031) } },
    { when: { size: ['1GN', '1RH'] }, states: { power_rating: watts(0.05) } },
    { when: { size: ['3EK', '6RB', '6RE'] }, states: { power_rating: watts(0.1) } },
    { when: { size: ['6EN'] }, states: { power_rating: watts(0.125) } },
    { when: { size: ['8EN'] }, states: { power_rating: watts(0.25) } },
    { when: { size: ['14N'] }, states: { power_rating: watts(0.5) } },
    { when: { size: ['12N', '12S'] }, states: { power_rating: watts(0.75) } },
    { when: { size: ['1TN'] }, states: { power_rating: watts(1) } },
    {
      when: { size: ['3EK', '6EN', '8EN', '14N', '12N', '12S', '1TN'] },
      over: 9.76,
      upTo: 1e6,
      states: { temperature_coefficient: ppmPerKelvin(100) },
    },
    {
      when: { size: ['2RK'], tolerance: ['F'] },
      over: 9.76,
      upTo: 1e6,
      states: { temperature_coefficient: ppmPerKelvin(100) },
    },
  ],
};
