import { shortLetterResistance } from '../codecs.ts';
import type { SeriesTable } from '../table.ts';
import { chip, percent, ppmPerKelvin, watts } from '../units.ts';

const STANDARD_POWER = ['07', '10', '13'];
const DOUBLE_POWER = ['7W', '3W'];

/** Sizes whose temperature coefficient the document gives by one common set of resistance ranges. */
const COMMON_RANGES = ['0402', '0603', '0805', '1206', '1210', '2010', '2512'];

export const yageoRc: SeriesTable = {
  id: 'yageo-rc',
  manufacturer: 'Yageo',
  category: 'resistor',
  series: 'RC_L',
  description: 'Thick film chip resistor, general purpose',
  reference: {
    title: 'General purpose chip resistors, RC_L series, V.12',
    url: 'https://www.yageo.com/upload/media/product/products/datasheet/rchip/PYu-RC_Group_51_RoHS_L_12.pdf',
  },
  forms: [[
    { literal: 'RC' },
    {
      name: 'size',
      codes: {
        '0100': { package: chip('01005') },
        '0201': { package: chip('0201') },
        '0402': { package: chip('0402') },
        '0603': { package: chip('0603') },
        '0805': { package: chip('0805') },
        '1206': { package: chip('1206') },
        '1210': { package: chip('1210') },
        '1218': { package: chip('1218') },
        '2010': { package: chip('2010') },
        '2512': { package: chip('2512') },
      },
    },
    {
      name: 'tolerance',
      codes: {
        B: { tolerance: percent(0.1) },
        D: { tolerance: percent(0.5) },
        F: { tolerance: percent(1) },
        J: { tolerance: percent(5) },
      },
    },
    {
      name: 'tape',
      codes: { R: { packaging: 'paper tape and reel' }, K: { packaging: 'embossed tape and reel' } },
    },
    { separator: '-' },
    { name: 'reel', codes: { '07': {}, '10': {}, '13': {}, '7W': {}, '3W': {} } },
    { name: 'value', field: 'resistance', codec: shortLetterResistance },
    { literal: 'L' },
  ]],
  constraints: [
    // The document gives jumpers the code J alone; those with F are sold, in every size, and used by many.
    { when: { value: ['0R'] }, then: { tolerance: ['F', 'J'] } },
    { when: { reel: DOUBLE_POWER }, then: { size: ['0402', '0603', '0805', '1206', '2512'] } },
  ],
  ratings: [
    { when: { size: ['0100'] }, states: { power_rating: watts(1 / 32) } },
    { when: { size: ['0201'] }, states: { power_rating: watts(1 / 20) } },
    { when: { size: ['0402'], reel: STANDARD_POWER }, states: { power_rating: watts(1 / 16) } },
    { when: { size: ['0603'], reel: STANDARD_POWER }, states: { power_rating: watts(1 / 10) } },
    { when: { size: ['0805'], reel: STANDARD_POWER }, states: { power_rating: watts(1 / 8) } },
    { when: { size: ['1206'], reel: STANDARD_POWER }, states: { power_rating: watts(1 / 4) } },
    { when: { size: ['1210'], reel: STANDARD_POWER }, states: { power_rating: watts(1 / 2) } },
    { when: { size: ['1218'], reel: STANDARD_POWER }, states: { power_rating: watts(1) } },
    { when: { size: ['2010'], reel: STANDARD_POWER }, states: { power_rating: watts(3 / 4) } },
    { when: { size: ['2512'], reel: STANDARD_POWER }, states: { power_rating: watts(1) } },
    { when: { size: ['0402'], reel: DOUBLE_POWER }, states: { power_rating: watts(1 / 8) } },
    { when: { size: ['0603'], reel: DOUBLE_POWER }, states: { power_rating: watts(1 / 5) } },
    { when: { size: ['0805'], reel: DOUBLE_POWER }, states: { power_rating: watts(1 / 4) } },
    { when: { size: ['1206'], reel: DOUBLE_POWER }, states: { power_rating: watts(1 / 2) } },
    { when: { size: ['2512'], reel: DOUBLE_POWER }, states: { power_rating: watts(2) } },
    {
      when: { size: COMMON_RANGES, reel: STANDARD_POWER },
      upTo: 10,
      states: { temperature_coefficient: ppmPerKelvin(200) },
    },
    {
      when: { size: COMMON_RANGES, reel: STANDARD_POWER },
      over: 10,
      upTo: 10e6,
      states: { temperature_coefficient: ppmPerKelvin(100) },
    },
    {
      when: { size: COMMON_RANGES, reel: STANDARD_POWER },
      over: 10e6,
      upTo: 22e6,
      states: { temperature_coefficient: ppmPerKelvin(200) },
    },
    { when: { reel: DOUBLE_POWER }, states: { temperature_coefficient: ppmPerKelvin(200) } },
  ],
};
