import { absoluteTolerances, chip, chipSizes, codes, tolerances } from '../../segments.ts';
import { smallCapacitanceByMultiplier } from '../../codecs.ts';
import type { CodeSegment, Segment, SeriesTable, ValueSegment } from '../../table.ts';
import { capacitance, dielectrics, from10pF, joined } from './ceramic.ts';

const SIZE = chipSizes('0201 0402 0603 0805 1206 1210 1808 1812 1825 2220 2225');

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
  C: 500,
  B: 630,
  D: 1000,
  F: 1500,
  G: 2000,
  Z: 2500,
  H: 3000,
});

const PACKAGING = {
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
    AUTO: { packaging: '7 inch reel, unmarked', qualification: 'AEC-Q200' },
    AUTO7411: { packaging: '13 inch reel, unmarked', qualification: 'AEC-Q200' },
    AUTO7210: { packaging: '13 inch reel, unmarked', qualification: 'AEC-Q200' },
  },
  usual: 'TU',
} as const;

/** Standard chips and those that stand a bending board. */
const SPECIFICATION: CodeSegment = codes('specification', 'feature', {
  X: 'soft termination',
  S: 'floating electrode',
  Y: 'floating electrode, soft termination',
  F: 'open mode',
  J: 'open mode, soft termination',
});

function form(value: ValueSegment, tolerance: CodeSegment, dielectric: CodeSegment): Segment[] {
  return [
    joined('C', SIZE),
    { name: 'specification', codes: { C: {}, T: {}, ...SPECIFICATION.codes } },
    value,
    tolerance,
    VOLTAGE,
    dielectric,
    // Not of rated reliability.
    { literal: 'A' },
    codes('finish', 'description', {
      C: 'Multilayer ceramic chip capacitor',
      L: 'Multilayer ceramic chip capacitor, tin-lead plated',
    }),
    PACKAGING,
  ];
}

const upTo10pF = capacitance(smallCapacitanceByMultiplier);

export const kemetC: SeriesTable = {
  id: 'kemet-c',
  manufacturer: 'KEMET',
  category: 'ceramic_capacitor',
  series: 'C',
  description: 'Multilayer ceramic chip capacitor',
  reference: {
    title: 'Surface mount multilayer ceramic chip capacitors, X7R dielectric, commercial grade',
    url: 'https://content.kemet.com/datasheets/KEM_C1002_X7R_SMD.pdf',
  },
  forms: () => [
    form(upTo10pF, absoluteTolerances('BCD'), dielectrics('', { G: 'C0G', T: 'X8G', J: 'U2J' })),
    form(from10pF, tolerances('FGJKM'), dielectrics('', { G: 'C0G', T: 'X8G', J: 'U2J' })),
    form(from10pF, tolerances('JKM'), dielectrics('', { R: 'X7R', P: 'X5R', H: 'X8R', N: 'X8L' })),
    form(from10pF, tolerances('MZ'), dielectrics('', { V: 'Y5V', U: 'Z5U' })),
  ],
};

function rf(value: ValueSegment, tolerance: CodeSegment): Segment[] {
  return [
    { literal: 'CBR' },
    codes('size', 'package', {
      '02': chip('0201'),
      '04': chip('0402'),
      '06': chip('0603'),
      '08': chip('0805'),
    }),
    { literal: 'C' },
    value,
    tolerance,
    VOLTAGE,
    dielectrics('', { G: 'C0G' }),
    { literal: 'AC' },
    PACKAGING,
  ];
}

export const kemetCbr: SeriesTable = {
  id: 'kemet-cbr',
  manufacturer: 'KEMET',
  category: 'ceramic_capacitor',
  series: 'CBR',
  description: 'Multilayer ceramic chip capacitor, high Q, low ESR',
  reference: {
    title: 'CBR series, high Q, low ESR, C0G dielectric, RF and microwave capacitors',
    url: 'https://content.kemet.com/datasheets/KEM_C1030_CBR_SMD.pdf',
  },
  forms: () => [rf(upTo10pF, absoluteTolerances('ABCD')), rf(from10pF, tolerances('FGJ'))],
};

/** Size code and, where that is sure, the distance of its leads. */
const LEADED = codes('size', 'package', {
  C315: 'Radial, P2.54 mm',
  C316: 'Radial',
  C317: 'Radial, P5.08 mm',
  C318: 'Radial',
  C320: 'Radial, P2.54 mm',
  C322: 'Radial, P5.08 mm',
  C323: 'Radial',
  C324: 'Radial',
  C325: 'Radial',
  C326: 'Radial',
  C327: 'Radial',
  C328: 'Radial',
  C330: 'Radial, P5.08 mm',
  C331: 'Radial',
  C333: 'Radial, P5.08 mm',
  C335: 'Radial',
  C340: 'Radial, P5.08 mm',
  C350: 'Radial, P10.16 mm',
  C410: 'Axial',
  C412: 'Axial',
  C420: 'Axial',
  C430: 'Axial',
  C440: 'Axial',
});

function leaded(value: ValueSegment, tolerance: CodeSegment, dielectric: CodeSegment): Segment[] {
  return [
    LEADED,
    { literal: 'C' },
    value,
    tolerance,
    VOLTAGE,
    dielectric,
    { literal: '5' },
    codes('finish', 'description', {
      T: 'Multilayer ceramic capacitor with leads, conformally coated',
      H: 'Multilayer ceramic capacitor with leads, conformally coated, tin-lead plated',
    }),
    { literal: 'A' },
    codes('packaging', 'packaging', {
      '': 'bulk bag',
      '7200': 'tape and reel',
      '7293': 'ammo pack',
      '7301': 'tape and reel',
      '7303': 'tape and reel',
      '9170': 'bulk bag',
    }),
  ];
}

export const kemetC3: SeriesTable = {
  id: 'kemet-c3',
  manufacturer: 'KEMET',
  category: 'ceramic_capacitor',
  series: 'Goldmax',
  description: 'Multilayer ceramic capacitor with leads, conformally coated',
  reference: {
    title: 'Radial through-hole multilayer ceramic capacitors, Goldmax, 300 series, conformally coated',
    url: 'https://content.kemet.com/datasheets/KEM_C1050_GOLDMAX_X7R.pdf',
  },
  forms: () => [
    leaded(upTo10pF, absoluteTolerances('CD'), dielectrics('', { G: 'C0G' })),
    leaded(from10pF, tolerances('FGJKM'), dielectrics('', { G: 'C0G' })),
    leaded(from10pF, tolerances('JKM'), dielectrics('', { R: 'X7R' })),
    leaded(from10pF, tolerances('MZ'), dielectrics('', { U: 'Z5U' })),
  ],
};
