import { absoluteTolerances, chipSizes, codes, tolerances } from '../../segments.ts';
import type { CodeSegment, Segment, SeriesTable } from '../../table.ts';
import { dielectrics, from10pF, joined, upTo10pF } from './ceramic.ts';

const SIZE = chipSizes('0201 0402 0603 0805 1206 1210 1808 1812 2220 0508 0612', { '0100': '01005' });
const ARRAY_SIZE = chipSizes('0508 0612');

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
  G: 35,
  '9': 50,
  '0': 100,
  A: 200,
  Y: 250,
  B: 500,
  Z: 630,
  C: 1000,
  D: 2000,
  E: 3000,
});

/** Unlike most manufacturers' numbers, these give the tolerance long before the capacitance. */
function form(
  series: CodeSegment,
  size: CodeSegment,
  tolerance: CodeSegment,
  dielectric: CodeSegment,
  literal: string,
  value: Segment,
): Segment[] {
  return [joined(series, size), tolerance, PACKING, dielectric, VOLTAGE, { literal }, value];
}

const NPO = dielectrics('', { NPO: 'C0G' });
const CLASS_2 = dielectrics('X5R X6S X7R X7S X7T X8R Y5V');

const forms = (series: CodeSegment, size: CodeSegment) => [
  form(series, size, absoluteTolerances('ABCD'), NPO, 'BN', upTo10pF),
  form(series, size, tolerances('FGJKM'), NPO, 'BN', from10pF),
  form(series, size, tolerances('JKMZ'), CLASS_2, 'BB', from10pF),
];

export const yageoChip: SeriesTable = {
  id: 'yageo-chip',
  manufacturer: 'Yageo',
  category: 'ceramic_capacitor',
  series: 'CC',
  description: 'Multilayer ceramic chip capacitor',
  reference: {
    title: 'Surface-mount ceramic multilayer capacitors, general purpose and high capacitance, class 2',
    url:
      'https://www.yageo.com/upload/media/product/productsearch/datasheet/mlcc/UPY-GPHC_X7R_6.3V-to-50V_18.pdf',
  },
  forms: () =>
    forms({
      name: 'series',
      codes: {
        CC: { description: 'Multilayer ceramic chip capacitor, general purpose' },
        AC: { series: 'AC', qualification: 'AEC-Q200' },
        CQ: { series: 'CQ', feature: 'high Q' },
        CS: { series: 'CS', feature: 'soft termination' },
      },
    }, SIZE),
  constraints: [
    // Only the low grade comes with the tolerance of -20 to +80 %.
    { when: { tolerance: ['Z'] }, then: { dielectric: ['Y5V'] } },
    // The small ones are thin enough for paper.
    ...['CC', 'AC', 'CQ', 'CS'].map((series) => ({
      when: { size: ['0100', '0201', '0402', '0603'].map((size) => series + size) },
      then: { packing: ['R', 'P', 'C'] },
    })),
  ],
};

export const yageoArray: SeriesTable = {
  id: 'yageo-ca',
  manufacturer: 'Yageo',
  category: 'capacitor_array',
  series: 'CA',
  description: 'Array of 4 multilayer ceramic chip capacitors',
  reference: {
    title: 'Surface-mount ceramic multilayer capacitors, arrays, class 1 and 2',
    url: 'https://www.yageo.com/',
  },
  forms: () => forms({ name: 'series', codes: { CA: {} } }, ARRAY_SIZE),
  constraints: [{ when: { tolerance: ['Z'] }, then: { dielectric: ['Y5V'] } }],
};
