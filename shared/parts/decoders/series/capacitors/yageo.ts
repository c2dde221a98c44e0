import { absoluteTolerances, chipSizes, codes, tolerances } from '../../segments.ts';
import type { CodeSegment, Segment, SeriesTable } from '../../table.ts';
import { from10pF, upTo10pF } from './ceramic.ts';

const SIZE = chipSizes('0201 0402 0603 0805 1206 1210 1812 2220');

const PACKING = codes('packing', 'packaging', {
  R: 'paper tape, 7 inch reel',
  K: 'embossed tape, 7 inch reel',
  P: 'paper tape, 13 inch reel',
  F: 'embossed tape, 13 inch reel',
  C: 'bulk case',
});

const VOLTAGE = codes('voltage', 'voltage_rating', {
  '4': 4,
  '5': 6.3,
  '6': 10,
  '7': 16,
  '8': 25,
  '9': 50,
  '0': 100,
  A: 200,
  Y: 250,
  B: 500,
  Z: 630,
  C: 1000,
});

const COMMON = {
  manufacturer: 'Yageo',
  category: 'ceramic_capacitor',
  series: 'CC',
  description: 'Multilayer ceramic chip capacitor, general purpose',
} as const;

/** Unlike most manufacturers' numbers, these give the tolerance long before the capacitance. */
function form(
  tolerance: CodeSegment,
  dielectric: Readonly<Record<string, string>>,
  literal: string,
  value: Segment,
): Segment[] {
  return [
    { literal: 'CC' },
    SIZE,
    tolerance,
    PACKING,
    codes('dielectric', 'dielectric', dielectric),
    VOLTAGE,
    { literal },
    value,
  ];
}

const NPO = { NPO: 'C0G' };

export const yageoCcNpo: SeriesTable = {
  ...COMMON,
  id: 'yageo-cc-npo',
  reference: {
    title: 'Surface-mount ceramic multilayer capacitors, general purpose, class 1, NP0',
    url:
      'https://www.yageo.com/upload/media/product/productsearch/datasheet/mlcc/UPY-GP_NP0_16V-to-50V_18.pdf',
  },
  forms: [
    form(absoluteTolerances('BCD'), NPO, 'BN', upTo10pF),
    form(tolerances('FGJK'), NPO, 'BN', from10pF),
  ],
};

export const yageoCcClass2: SeriesTable = {
  ...COMMON,
  id: 'yageo-cc-x',
  reference: {
    title: 'Surface-mount ceramic multilayer capacitors, general purpose and high capacitance, class 2',
    url:
      'https://www.yageo.com/upload/media/product/productsearch/datasheet/mlcc/UPY-GPHC_X7R_6.3V-to-50V_18.pdf',
  },
  forms: [form(tolerances('JKM'), { X5R: 'X5R', X7R: 'X7R' }, 'BB', from10pF)],
};
