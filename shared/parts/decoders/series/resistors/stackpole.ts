import { bareCodes, chipSizes, codes, JUMPER, powerBySize, tolerances } from '../../segments.ts';
import { fixedLetterResistance } from '../../codecs.ts';
import type { Statements } from '../../../finding.ts';
import type { SeriesTable } from '../../table.ts';
import { pointValue, stripResistance, value, zeroOhm } from './values.ts';

const SIZE = chipSizes('01005 0201 0402 0603 0805 1206 1210 2010 2512');
const TAPE = codes('tape', 'packaging', { T: 'tape and reel' });

export const stackpoleRmcf: SeriesTable = {
  id: 'stackpole-rmcf',
  manufacturer: 'Stackpole Electronics',
  category: 'chip_resistor',
  series: 'RMCF',
  description: 'Thick film chip resistor, general purpose',
  reference: {
    title: 'RMCF / RMCP series, general purpose thick film chip resistor',
    url: 'https://www.seielect.com/catalog/sei-rmcf_rmcp.pdf',
  },
  forms: () => [
    [
      codes('series', 'technology', { RMCF: 'thick film' }),
      SIZE,
      tolerances('FJ'),
      TAPE,
      value(fixedLetterResistance),
    ],
    [codes('series', 'technology', { RMCF: 'thick film' }), SIZE, { literal: 'Z' }, TAPE, zeroOhm('0R00')],
  ],
  ratings: [
    ...powerBySize({
      '01005': 0.03,
      '0201': 0.05,
      '0402': 0.063,
      '0603': 0.1,
      '0805': 0.125,
      '1206': 0.25,
      '1210': 0.5,
      '2010': 0.75,
      '2512': 1,
    }),
    {
      when: { size: ['0402', '0603', '0805', '1206'], tolerance: ['F'] },
      where: { field: 'resistance', over: 9.76, upTo: 1e6 },
      states: { temperature_coefficient: 100 },
    },
    {
      when: { size: ['0402', '0603', '0805', '1206'], tolerance: ['F'] },
      where: { field: 'resistance', over: 1e6, upTo: 10e6 },
      states: { temperature_coefficient: 200 },
    },
    {
      when: { size: ['0603', '0805', '1206'], tolerance: ['J'] },
      where: { field: 'resistance', over: 0.976, upTo: 20e6 },
      states: { temperature_coefficient: 200 },
    },
    JUMPER,
  ],
};

/** Numbered as RMCF is, for more power or pulses. */
export const stackpoleThickFilm: SeriesTable = {
  id: 'stackpole-thick-film',
  manufacturer: 'Stackpole Electronics',
  category: 'chip_resistor',
  series: 'RMCP, RPC, RHC',
  description: 'Thick film chip resistor, high power',
  reference: {
    title: 'RMCF / RMCP series, general purpose thick film chip resistor',
    url: 'https://www.seielect.com/catalog/sei-rmcf_rmcp.pdf',
  },
  forms: () => [[
    {
      name: 'series',
      codes: {
        RHC: { series: 'RHC', technology: 'thick film', feature: 'high power' },
        RMCP: { series: 'RMCP', technology: 'thick film', feature: 'high power' },
        RPC: { series: 'RPC', technology: 'thick film', feature: 'pulse' },
      },
    },
    SIZE,
    tolerances('FJ'),
    TAPE,
    value(fixedLetterResistance),
  ]],
  constraints: [{ when: { series: ['RHC'] }, then: { size: ['2512'] } }],
  ratings: [
    ...powerBySize({ '0805': 0.25, '1206': 0.5, '2512': 2 }, { series: ['RMCP'] }),
    ...powerBySize({ '2512': 2 }, { series: ['RHC'] }),
  ],
};

export const stackpoleThinFilm: SeriesTable = {
  id: 'stackpole-thin-film',
  manufacturer: 'Stackpole Electronics',
  category: 'chip_resistor',
  series: 'RNCF, RNCP',
  description: 'Thin film chip resistor',
  reference: {
    title: 'RNCP series, high power anti-sulphur thin film chip resistor',
    url: 'https://www.seielect.com/catalog/sei-rncp.pdf',
  },
  forms: () => [[
    codes('series', 'technology', { RNCF: 'thin film', RNCP: 'thin film' }),
    chipSizes('0201 0402 0603 0805 1206 1210 2010 2512'),
    codes('tolerance', 'tolerance', { T: 0.01, A: 0.05, B: 0.1, C: 0.25, D: 0.5, F: 1 }),
    codes('tape', 'packaging', { T: 'tape and reel', K: 'tape and reel' }),
    { name: 'tcr', codes: { C: {}, D: {}, E: {}, T: {}, Y: {} }, usual: 'E' },
    value(fixedLetterResistance),
  ]],
  constraints: [{ when: { series: ['RNCP'] }, then: { tolerance: ['B', 'C', 'D', 'F'] } }],
  ratings: [
    { when: { series: ['RNCP'] }, states: { feature: 'anti-sulphur' } },
    { when: { tcr: ['D'] }, states: { temperature_coefficient: 100 } },
    { when: { tcr: ['E'] }, states: { temperature_coefficient: 25 } },
    ...powerBySize({
      '0402': 0.1,
      '0603': 0.125,
      '0805': 0.25,
      '1206': 0.5,
      '1210': 0.5,
      '2010': 0.75,
      '2512': 1,
    }, {
      series: ['RNCP'],
    }),
  ],
};

export const stackpoleSense: SeriesTable = {
  id: 'stackpole-sense',
  manufacturer: 'Stackpole Electronics',
  category: 'current_sense_resistor',
  series: 'CSR, CSRN, CSNL, CSS',
  description: 'Chip resistor, current sense',
  reference: {
    title: 'CSR / CSRN series, current sense resistors',
    url: 'https://www.seielect.com/catalog/sei-csr_csrn.pdf',
  },
  forms: () => [[
    {
      name: 'series',
      codes: {
        CSNL: { series: 'CSNL', technology: 'metal strip' },
        CSR: { series: 'CSR', technology: 'thick film' },
        CSRN: { series: 'CSRN', technology: 'thick film' },
        CSRT: { series: 'CSRT', technology: 'thick film' },
        CSS: { series: 'CSS', technology: 'metal strip' },
      },
    },
    {
      name: 'size',
      codes: {
        ...chipSizes('0402 0603 0805 1206 1210 2010 2512').codes,
        '2725': { package: '2725' },
        '2728': { package: '2728' },
      },
    },
    tolerances('FGJ'),
    codes('tape', 'packaging', { T: 'tape and reel', K: 'tape and reel', G: 'tape and reel' }),
    value(stripResistance(4)),
  ]],
  constraints: [
    { when: { size: ['2725', '2728'] }, then: { series: ['CSS'] } },
    { when: { series: ['CSS'] }, then: { size: ['2512', '2725', '2728'] } },
  ],
  ratings: [
    ...powerBySize({ '0603': 0.125, '0805': 0.25, '1206': 0.5 }, { series: ['CSR'] }),
    ...powerBySize({ '2010': 1, '2512': 2 }, { series: ['CSRN'] }),
  ],
};

export const stackpoleArray: SeriesTable = {
  id: 'stackpole-array',
  manufacturer: 'Stackpole Electronics',
  category: 'resistor_array',
  series: 'RAVF, RACF',
  description: 'Thick film chip resistor array',
  reference: {
    title: 'RAVF series, convex chip resistor array',
    url: 'https://www.seielect.com/catalog/sei-rav.pdf',
  },
  forms: () => [[
    codes('series', 'technology', { RACF: 'thick film', RAVF: 'thick film' }),
    codes('layout', 'package', {
      '102D': '2x0402',
      '104D': '4x0402',
      '162D': '2x0603',
      '164D': '4x0603',
    }),
    tolerances('FJ'),
    TAPE,
    value(fixedLetterResistance),
  ]],
  ratings: [{ states: { power_rating: 1 / 16 } }],
};

export const stackpoleHcj: SeriesTable = {
  id: 'stackpole-hcj',
  manufacturer: 'Stackpole Electronics',
  category: 'chip_resistor',
  series: 'HCJ',
  description: 'Chip jumper, high current',
  reference: {
    title: 'HCJ series, high current jumper',
    url: 'https://www.seielect.com/catalog/sei-hcj.pdf',
  },
  forms: () => [[
    { literal: 'HCJ' },
    chipSizes('0201 0402 0603 0805 1206 2010 2512'),
    { literal: 'Z' },
    TAPE,
    zeroOhm('0R00'),
  ]],
};

export const stackpoleLeaded: SeriesTable = {
  id: 'stackpole-leaded',
  manufacturer: 'Stackpole Electronics',
  category: 'through_hole_resistor',
  series: 'CF, CFM, RNF, RNMF, RSF, RSMF',
  description: 'Axial resistor',
  reference: {
    title: 'CF / CFM series, carbon film resistor',
    url: 'https://www.seielect.com/catalog/sei-cf_cfm.pdf',
  },
  forms: () => [
    [
      {
        name: 'series',
        codes: {
          CF18: { series: 'CF', technology: 'carbon film', power_rating: 1 / 8 },
          CF14: { series: 'CF', technology: 'carbon film', power_rating: 1 / 4 },
          CF12: { series: 'CF', technology: 'carbon film', power_rating: 1 / 2 },
          CFM14: { series: 'CFM', technology: 'carbon film', power_rating: 1 / 4 },
          CFM12: { series: 'CFM', technology: 'carbon film', power_rating: 1 / 2 },
          RSF12: { series: 'RSF', technology: 'metal oxide film', power_rating: 1 / 2 },
          RSF1: { series: 'RSF', technology: 'metal oxide film', power_rating: 1 },
          RSF2: { series: 'RSF', technology: 'metal oxide film', power_rating: 2 },
          RSMF12: { series: 'RSMF', technology: 'metal oxide film', power_rating: 1 / 2 },
          RSMF1: { series: 'RSMF', technology: 'metal oxide film', power_rating: 1 },
          RSMF2: { series: 'RSMF', technology: 'metal oxide film', power_rating: 2 },
          RSMF3: { series: 'RSMF', technology: 'metal oxide film', power_rating: 3 },
        },
      },
      tolerances('GJ'),
      codes('packing', 'package', { A: 'axial', B: 'axial', T: 'axial' }),
      value(fixedLetterResistance),
    ],
    [
      {
        name: 'series',
        codes: {
          RNF18: { series: 'RNF', technology: 'metal film', power_rating: 1 / 8 },
          RNF14: { series: 'RNF', technology: 'metal film', power_rating: 1 / 4 },
          RNF12: { series: 'RNF', technology: 'metal film', power_rating: 1 / 2 },
          RNMF14: { series: 'RNMF', technology: 'metal film', power_rating: 1 / 4 },
          RNMF12: { series: 'RNMF', technology: 'metal film', power_rating: 1 / 2 },
        },
      },
      tolerances('BDFG'),
      codes('packing', 'package', { A: 'axial', B: 'axial', T: 'axial' }),
      bareCodes('tcr', 'C D E'),
      value(fixedLetterResistance),
    ],
  ],
};

const inHousing = (series: string, power_rating: number): Statements => ({
  series,
  power_rating,
  package: 'chassis mount',
});

export const stackpoleWirewound: SeriesTable = {
  id: 'stackpole-wirewound',
  manufacturer: 'Stackpole Electronics',
  category: 'wirewound_resistor',
  series: 'CB, KAL',
  description: 'Wire wound resistor',
  reference: {
    title: 'KAL series, aluminium housed resistor',
    url: 'https://www.seielect.com/catalog/sei-kal.pdf',
  },
  forms: () => [[
    {
      name: 'series',
      codes: {
        CB3: { series: 'CB', power_rating: 3, package: 'axial' },
        CB5: { series: 'CB', power_rating: 5, package: 'axial' },
        CB10: { series: 'CB', power_rating: 10, package: 'axial' },
        KAL5: inHousing('KAL', 5),
        KAL10: inHousing('KAL', 10),
        KAL25: inHousing('KAL', 25),
        KAL50: inHousing('KAL', 50),
      },
    },
    tolerances('FJ'),
    codes('packing', 'technology', { B: 'wire wound' }),
    value(pointValue([4], /^(R\d{3}|[1-9]R\d\d|[1-9]\dR\d|[1-9]\d\dR|[1-9]K\d\d|[1-9]\dK\d)$/, 'RK')),
  ]],
};

export const stackpoleResistors: readonly SeriesTable[] = [
  stackpoleRmcf,
  stackpoleThickFilm,
  stackpoleThinFilm,
  stackpoleSense,
  stackpoleHcj,
  stackpoleArray,
  stackpoleLeaded,
  stackpoleWirewound,
];
