import { smallCapacitanceByMultiplier } from '../codecs.ts';
import type { CodeSegment, Segment, SeriesTable, Statements, ValueSegment } from '../table.ts';
import { chip, volts } from '../units.ts';
import { absoluteTolerance, from10pF, relativeTolerance } from './ceramic.ts';

const SIZE: Segment = {
  name: 'size',
  codes: {
    '0201': { package: chip('0201') },
    '0402': { package: chip('0402') },
    '0603': { package: chip('0603') },
    '0805': { package: chip('0805') },
    '1206': { package: chip('1206') },
    '1210': { package: chip('1210') },
    '1812': { package: chip('1812') },
    '2220': { package: chip('2220') },
  },
};

const VOLTAGE: Readonly<Record<string, Statements>> = {
  '7': { voltage_rating: volts(4) },
  '9': { voltage_rating: volts(6.3) },
  '8': { voltage_rating: volts(10) },
  '4': { voltage_rating: volts(16) },
  '3': { voltage_rating: volts(25) },
  '6': { voltage_rating: volts(35) },
  '5': { voltage_rating: volts(50) },
  '1': { voltage_rating: volts(100) },
  '2': { voltage_rating: volts(200) },
  A: { voltage_rating: volts(250) },
};

const PACKAGING: Segment = {
  name: 'packaging',
  codes: {
    '': { packaging: 'bulk bag' },
    '7867': { packaging: 'tape and reel' },
    '7800': { packaging: 'tape and reel' },
    TU: { packaging: '7 inch reel, unmarked' },
    TM: { packaging: '7 inch reel, marked' },
    '7411': { packaging: '13 inch reel, unmarked' },
    '7210': { packaging: '13 inch reel, unmarked' },
    '7040': { packaging: '13 inch reel, marked' },
    '7215': { packaging: '13 inch reel, marked' },
    '7081': { packaging: '7 inch reel, unmarked, 2 mm pitch' },
    '7082': { packaging: '13 inch reel, unmarked, 2 mm pitch' },
  },
};

const COMMON = {
  manufacturer: 'KEMET',
  category: 'capacitor',
  series: 'C',
  description: 'Multilayer ceramic chip capacitor, commercial grade',
} as const;

function form(
  value: ValueSegment,
  tolerance: CodeSegment,
  dielectric: CodeSegment['codes'],
): readonly Segment[] {
  return [
    { literal: 'C' },
    SIZE,
    { literal: 'C' },
    value,
    tolerance,
    { name: 'voltage', codes: VOLTAGE },
    { name: 'dielectric', codes: dielectric },
    { literal: 'AC' },
    PACKAGING,
  ];
}

const C0G = { G: { dielectric: 'C0G' } };
const upTo10pF: ValueSegment = { name: 'value', field: 'capacitance', codec: smallCapacitanceByMultiplier };

export const kemetC0g: SeriesTable = {
  ...COMMON,
  id: 'kemet-c-c0g',
  reference: {
    title: 'Surface mount multilayer ceramic chip capacitors, C0G dielectric, commercial grade',
    url: 'https://content.kemet.com/datasheets/KEM_C1003_C0G_SMD.pdf',
  },
  forms: [form(upTo10pF, absoluteTolerance('BCD'), C0G), form(from10pF, relativeTolerance('FGJKM'), C0G)],
};

export const kemetX7r: SeriesTable = {
  ...COMMON,
  id: 'kemet-c-x7r',
  reference: {
    title: 'Surface mount multilayer ceramic chip capacitors, X7R dielectric, commercial grade',
    url: 'https://content.kemet.com/datasheets/KEM_C1002_X7R_SMD.pdf',
  },
  forms: [form(from10pF, relativeTolerance('JKM'), { R: { dielectric: 'X7R' } })],
};

export const kemetX5r: SeriesTable = {
  ...COMMON,
  id: 'kemet-c-x5r',
  reference: {
    title: 'Surface mount multilayer ceramic chip capacitors, X5R dielectric, commercial grade',
    url: 'https://content.kemet.com/datasheets/KEM_C1006_X5R_SMD.pdf',
  },
  forms: [form(from10pF, relativeTolerance('KM'), { P: { dielectric: 'X5R' } })],
};
