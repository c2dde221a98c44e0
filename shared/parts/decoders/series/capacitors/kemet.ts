import { absoluteTolerances, chipSizes, codes, tolerances } from '../../segments.ts';
import { smallCapacitanceByMultiplier } from '../../codecs.ts';
import type { CodeSegment, Segment, SeriesTable, ValueSegment } from '../../table.ts';
import { from10pF } from './ceramic.ts';

const SIZE = chipSizes('0201 0402 0603 0805 1206 1210 1812 2220');

const VOLTAGE = codes('voltage', 'voltage_rating', {
  '7': 4,
  '9': 6.3,
  '8': 10,
  '4': 16,
  '3': 25,
  '6': 35,
  '5': 50,
  '1': 100,
  '2': 200,
  A: 250,
});

const PACKAGING = codes('packaging', 'packaging', {
  '': 'bulk bag',
  '7867': 'tape and reel',
  '7800': 'tape and reel',
  TU: '7 inch reel, unmarked',
  TM: '7 inch reel, marked',
  '7411': '13 inch reel, unmarked',
  '7210': '13 inch reel, unmarked',
  '7040': '13 inch reel, marked',
  '7215': '13 inch reel, marked',
  '7081': '7 inch reel, unmarked, 2 mm pitch',
  '7082': '13 inch reel, unmarked, 2 mm pitch',
});

const COMMON = {
  manufacturer: 'KEMET',
  category: 'ceramic_capacitor',
  series: 'C',
  description: 'Multilayer ceramic chip capacitor, commercial grade',
} as const;

function form(value: ValueSegment, tolerance: CodeSegment, letter: string, dielectric: string): Segment[] {
  return [
    { literal: 'C' },
    SIZE,
    { literal: 'C' },
    value,
    tolerance,
    VOLTAGE,
    codes('dielectric', 'dielectric', { [letter]: dielectric }),
    { literal: 'AC' },
    PACKAGING,
  ];
}

const upTo10pF: ValueSegment = { name: 'value', field: 'capacitance', codec: smallCapacitanceByMultiplier };

export const kemetC0g: SeriesTable = {
  ...COMMON,
  id: 'kemet-c-c0g',
  reference: {
    title: 'Surface mount multilayer ceramic chip capacitors, C0G dielectric, commercial grade',
    url: 'https://content.kemet.com/datasheets/KEM_C1003_C0G_SMD.pdf',
  },
  forms: [
    form(upTo10pF, absoluteTolerances('BCD'), 'G', 'C0G'),
    form(from10pF, tolerances('FGJKM'), 'G', 'C0G'),
  ],
};

export const kemetX7r: SeriesTable = {
  ...COMMON,
  id: 'kemet-c-x7r',
  reference: {
    title: 'Surface mount multilayer ceramic chip capacitors, X7R dielectric, commercial grade',
    url: 'https://content.kemet.com/datasheets/KEM_C1002_X7R_SMD.pdf',
  },
  forms: [form(from10pF, tolerances('JKM'), 'R', 'X7R')],
};

export const kemetX5r: SeriesTable = {
  ...COMMON,
  id: 'kemet-c-x5r',
  reference: {
    title: 'Surface mount multilayer ceramic chip capacitors, X5R dielectric, commercial grade',
    url: 'https://content.kemet.com/datasheets/KEM_C1006_X5R_SMD.pdf',
  },
  forms: [form(from10pF, tolerances('KM'), 'P', 'X5R')],
};
