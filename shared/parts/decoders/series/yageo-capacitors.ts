import type { CodeSegment, Segment, SeriesTable, Statements } from '../table.ts';
import { chip, volts } from '../units.ts';
import { absoluteTolerance, from10pF, relativeTolerance, upTo10pF } from './ceramic.ts';

const SIZES: Readonly<Record<string, Statements>> = {
  '0201': { package: chip('0201') },
  '0402': { package: chip('0402') },
  '0603': { package: chip('0603') },
  '0805': { package: chip('0805') },
  '1206': { package: chip('1206') },
  '1210': { package: chip('1210') },
  '1812': { package: chip('1812') },
  '2220': { package: chip('2220') },
};

const PACKING: Readonly<Record<string, Statements>> = {
  R: { packaging: 'paper tape, 7 inch reel' },
  K: { packaging: 'embossed tape, 7 inch reel' },
  P: { packaging: 'paper tape, 13 inch reel' },
  F: { packaging: 'embossed tape, 13 inch reel' },
  C: { packaging: 'bulk case' },
};

const VOLTAGES: Readonly<Record<string, Statements>> = {
  '4': { voltage_rating: volts(4) },
  '5': { voltage_rating: volts(6.3) },
  '6': { voltage_rating: volts(10) },
  '7': { voltage_rating: volts(16) },
  '8': { voltage_rating: volts(25) },
  '9': { voltage_rating: volts(50) },
  '0': { voltage_rating: volts(100) },
  A: { voltage_rating: volts(200) },
  Y: { voltage_rating: volts(250) },
  B: { voltage_rating: volts(500) },
  Z: { voltage_rating: volts(630) },
  C: { voltage_rating: volts(1000) },
};

const COMMON = {
  manufacturer: 'Yageo',
  category: 'capacitor',
  series: 'CC',
  description: 'Multilayer ceramic chip capacitor, general purpose',
} as const;

/** The form of class 1 numbers; unlike most manufacturers', they give the tolerance long before the capacitance. */
function npo(tolerance: CodeSegment, value: Segment): readonly Segment[] {
  return [
    { literal: 'CC' },
    { name: 'size', codes: SIZES },
    tolerance,
    { name: 'packing', codes: PACKING },
    { name: 'dielectric', codes: { NPO: { dielectric: 'C0G' } } },
    { name: 'voltage', codes: VOLTAGES },
    { literal: 'BN' },
    value,
  ];
}

export const yageoCcNpo: SeriesTable = {
  ...COMMON,
  id: 'yageo-cc-npo',
  reference: {
    title: 'Surface-mount ceramic multilayer capacitors, general purpose, class 1, NP0',
    url:
      'https://www.yageo.com/upload/media/product/productsearch/datasheet/mlcc/UPY-GP_NP0_16V-to-50V_18.pdf',
  },
  forms: [npo(absoluteTolerance('BCD'), upTo10pF), npo(relativeTolerance('FGJK'), from10pF)],
};

export const yageoCcClass2: SeriesTable = {
  ...COMMON,
  id: 'yageo-cc-x',
  reference: {
    title: 'Surface-mount ceramic multilayer capacitors, general purpose and high capacitance, class 2',
    url:
      'https://www.yageo.com/upload/media/product/productsearch/datasheet/mlcc/UPY-GPHC_X7R_6.3V-to-50V_18.pdf',
  },
  forms: [[
    { literal: 'CC' },
    { name: 'size', codes: SIZES },
    relativeTolerance('JKM'),
    { name: 'packing', codes: PACKING },
    { name: 'dielectric', codes: { X5R: { dielectric: 'X5R' }, X7R: { dielectric: 'X7R' } } },
    { name: 'voltage', codes: VOLTAGES },
    { literal: 'BB' },
    from10pF,
  ]],
};
