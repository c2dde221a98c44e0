import type { Segment, SeriesTable } from '../table.ts';
import { chip, volts } from '../units.ts';
import { smallAndLarge } from './ceramic.ts';

const REFERENCE = {
  title: 'Chip multilayer ceramic capacitors, part numbering',
  url: 'https://search.murata.co.jp/Ceramy/image/img/A01X/partnumbering_e_01.pdf',
};

/** Thickness codes. The thickness is no field, but a number with another character here is not Murata's. */
const THICKNESS = Object.fromEntries([...'123456789ABCDEMNQRSX'].map((code) => [code, {}]));

const BEFORE_VALUE: readonly Segment[] = [
  {
    name: 'size',
    codes: {
      '02': { package: chip('01005') },
      '03': { package: chip('0201') },
      '15': { package: chip('0402') },
      '18': { package: chip('0603') },
      '21': { package: chip('0805') },
      '31': { package: chip('1206') },
      '32': { package: chip('1210') },
      '42': { package: chip('1808') },
      '43': { package: chip('1812') },
      '52': { package: chip('2211') },
      '55': { package: chip('2220') },
    },
  },
  { name: 'thickness', codes: THICKNESS },
  {
    name: 'characteristic',
    codes: {
      '1X': { dielectric: 'SL' },
      '2C': { dielectric: 'CH' },
      '3C': { dielectric: 'CJ' },
      '3U': { dielectric: 'UJ' },
      '4C': { dielectric: 'CK' },
      '5C': { dielectric: 'C0G' },
      '6C': { dielectric: 'C0H' },
      '6P': { dielectric: 'P2H' },
      '6R': { dielectric: 'R2H' },
      '6S': { dielectric: 'S2H' },
      '6T': { dielectric: 'T2H' },
      '7U': { dielectric: 'U2J' },
      C6: { dielectric: 'X5S' },
      C7: { dielectric: 'X7S' },
      C8: { dielectric: 'X6S' },
      D7: { dielectric: 'X7T' },
      D8: { dielectric: 'X6T' },
      E7: { dielectric: 'X7U' },
      F5: { dielectric: 'Y5V' },
      R6: { dielectric: 'X5R' },
      R7: { dielectric: 'X7R' },
      R9: { dielectric: 'X8R' },
    },
  },
  {
    name: 'voltage',
    codes: {
      '0E': { voltage_rating: volts(2.5) },
      '0G': { voltage_rating: volts(4) },
      '0J': { voltage_rating: volts(6.3) },
      '1A': { voltage_rating: volts(10) },
      '1C': { voltage_rating: volts(16) },
      '1E': { voltage_rating: volts(25) },
      YA: { voltage_rating: volts(35) },
      '1H': { voltage_rating: volts(50) },
      '1J': { voltage_rating: volts(63) },
      '1K': { voltage_rating: volts(80) },
      '2A': { voltage_rating: volts(100) },
      '2D': { voltage_rating: volts(200) },
      '2E': { voltage_rating: volts(250) },
      '2W': { voltage_rating: volts(450) },
      '2H': { voltage_rating: volts(500) },
      '2J': { voltage_rating: volts(630) },
      '3A': { voltage_rating: volts(1000) },
      '3D': { voltage_rating: volts(2000) },
      '3F': { voltage_rating: volts(3150) },
    },
  },
];

const AFTER_TOLERANCE: readonly Segment[] = [
  // Manufacturer's individual specification code.
  { free: 3 },
  {
    name: 'packaging',
    codes: {
      // Lists often give the number without the packaging letter, because one part comes in several.
      '': {},
      B: { packaging: 'bulk' },
      D: { packaging: 'paper tape, 180 mm reel' },
      J: { packaging: 'paper tape, 330 mm reel' },
      K: { packaging: 'embossed tape, 330 mm reel' },
      L: { packaging: 'embossed tape, 180 mm reel' },
    },
  },
];

function formsOf(series: string): SeriesTable['forms'] {
  return smallAndLarge([{ literal: series }, ...BEFORE_VALUE], 'WBCD', 'FGJKMZ', AFTER_TOLERANCE);
}

const COMMON = {
  manufacturer: 'Murata',
  category: 'capacitor',
  reference: REFERENCE,
  hasOpenPacking: true,
} as const;

export const murataGrm: SeriesTable = {
  ...COMMON,
  id: 'murata-grm',
  series: 'GRM',
  description: 'Multilayer ceramic chip capacitor, general purpose',
  forms: formsOf('GRM'),
};

export const murataGcm: SeriesTable = {
  ...COMMON,
  id: 'murata-gcm',
  series: 'GCM',
  description: 'Multilayer ceramic chip capacitor, automotive',
  forms: formsOf('GCM'),
};

export const murataGjm: SeriesTable = {
  ...COMMON,
  id: 'murata-gjm',
  series: 'GJM',
  description: 'Multilayer ceramic chip capacitor, high Q',
  forms: formsOf('GJM'),
};
