import type { Segment, SeriesTable } from '../table.ts';
import { chip, volts } from '../units.ts';
import { smallAndLarge } from './ceramic.ts';

const BEFORE_VALUE: readonly Segment[] = [
  { literal: 'C' },
  {
    name: 'size',
    codes: {
      '0402': { package: chip('01005') },
      '0603': { package: chip('0201') },
      '1005': { package: chip('0402') },
      '1608': { package: chip('0603') },
      '2012': { package: chip('0805') },
      '3216': { package: chip('1206') },
      '3225': { package: chip('1210') },
      '4532': { package: chip('1812') },
      '5750': { package: chip('2220') },
    },
  },
  {
    name: 'characteristic',
    codes: {
      CH: { dielectric: 'CH' },
      C0G: { dielectric: 'C0G' },
      JB: { dielectric: 'JB' },
      X5R: { dielectric: 'X5R' },
      X6S: { dielectric: 'X6S' },
      X7R: { dielectric: 'X7R' },
      X7S: { dielectric: 'X7S' },
      X7T: { dielectric: 'X7T' },
    },
  },
  {
    name: 'voltage',
    codes: {
      '0G': { voltage_rating: volts(4) },
      '0J': { voltage_rating: volts(6.3) },
      '1A': { voltage_rating: volts(10) },
      '1C': { voltage_rating: volts(16) },
      '1E': { voltage_rating: volts(25) },
      '1V': { voltage_rating: volts(35) },
      '1H': { voltage_rating: volts(50) },
      '1N': { voltage_rating: volts(75) },
    },
  },
];

const THICKNESS = Object.fromEntries(
  [
    '020',
    '030',
    '050',
    '060',
    '080',
    '085',
    '115',
    '125',
    '130',
    '160',
    '200',
    '230',
    '250',
    '280',
    '320',
  ].map((code) => [code, {}]),
);

export const tdkC: SeriesTable = {
  id: 'tdk-c',
  manufacturer: 'TDK',
  category: 'capacitor',
  series: 'C',
  description: 'Multilayer ceramic chip capacitor, general purpose',
  reference: {
    title: 'Multilayer ceramic chip capacitors, C series, general (up to 75 V)',
    url: 'https://product.tdk.com/info/en/catalog/datasheets/mlcc_commercial_general_en.pdf',
  },
  forms: [
    ...smallAndLarge(BEFORE_VALUE, 'BCD', 'FGJKM', [
      { name: 'thickness', codes: THICKNESS },
      {
        name: 'packaging',
        codes: {
          A: { packaging: 'tape, 4 mm pitch, 178 mm reel' },
          B: { packaging: 'tape, 2 mm pitch, 178 mm reel' },
          K: { packaging: 'tape, 8 mm pitch, 178 mm reel' },
        },
      },
      { name: 'internal', codes: { A: {}, B: {}, C: {} } },
    ]),
    // The item description on the reel's label, which was also the catalogue number until 2013.
    ...smallAndLarge(BEFORE_VALUE, 'BCD', 'FGJKM', [
      { name: 'packaging', codes: { T000N: { packaging: 'tape and reel' } } },
    ]),
  ],
};
