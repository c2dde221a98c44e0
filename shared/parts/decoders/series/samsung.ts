import type { Segment, SeriesTable } from '../table.ts';
import { chip, volts } from '../units.ts';
import { smallAndLarge } from './ceramic.ts';

const BEFORE_VALUE: readonly Segment[] = [
  { literal: 'CL' },
  {
    name: 'size',
    codes: {
      '02': { package: chip('01005') },
      '03': { package: chip('0201') },
      '05': { package: chip('0402') },
      '10': { package: chip('0603') },
      '21': { package: chip('0805') },
      '31': { package: chip('1206') },
      '32': { package: chip('1210') },
      '42': { package: chip('1808') },
      '43': { package: chip('1812') },
      '55': { package: chip('2220') },
    },
  },
  {
    name: 'dielectric',
    codes: {
      A: { dielectric: 'X5R' },
      B: { dielectric: 'X7R' },
      C: { dielectric: 'C0G' },
      F: { dielectric: 'Y5V' },
      X: { dielectric: 'X6S' },
      Y: { dielectric: 'X7S' },
      Z: { dielectric: 'X7T' },
    },
  },
];

const AFTER_TOLERANCE: readonly Segment[] = [
  {
    name: 'voltage',
    codes: {
      R: { voltage_rating: volts(4) },
      Q: { voltage_rating: volts(6.3) },
      P: { voltage_rating: volts(10) },
      O: { voltage_rating: volts(16) },
      A: { voltage_rating: volts(25) },
      L: { voltage_rating: volts(35) },
      B: { voltage_rating: volts(50) },
      C: { voltage_rating: volts(100) },
      D: { voltage_rating: volts(200) },
      E: { voltage_rating: volts(250) },
      G: { voltage_rating: volts(500) },
      H: { voltage_rating: volts(630) },
      I: { voltage_rating: volts(1000) },
      J: { voltage_rating: volts(2000) },
    },
  },
  // Thickness, electrodes and plating, product and control code: none of them is a field.
  { free: 4 },
  {
    name: 'packaging',
    codes: {
      B: { packaging: 'bulk' },
      C: { packaging: 'paper tape, 7 inch reel' },
      D: { packaging: 'paper tape, 13 inch reel' },
      E: { packaging: 'embossed tape, 7 inch reel' },
      F: { packaging: 'embossed tape, 13 inch reel' },
      O: { packaging: 'paper tape, 10 inch reel' },
      // In use by the manufacturer, but which reel they name is not in the document.
      G: {},
      L: {},
    },
  },
];

export const samsungCl: SeriesTable = {
  id: 'samsung-cl',
  manufacturer: 'Samsung Electro-Mechanics',
  category: 'capacitor',
  series: 'CL',
  description: 'Multilayer ceramic chip capacitor',
  reference: {
    title: 'The rules behind MLCC part numbers',
    url: 'https://www.samsungsem.com/global/newsroom/news/view.do?id=59',
  },
  forms: smallAndLarge(BEFORE_VALUE, 'BCD', 'FGJKMZ', AFTER_TOLERANCE),
};
