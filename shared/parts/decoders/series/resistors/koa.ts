import { bareCodes, chipSizes, codes, powerBySize, tolerances } from '../../segments.ts';
import { zerosResistance } from '../../codecs.ts';
import type { CodeSegment, Constraint, Segment, SeriesTable } from '../../table.ts';
import { byTolerance, leadingPoint, value, zerosOrPoint } from './values.ts';

/** Sizes, terminals and taping. Tin only: the documents' other terminals are on request and make another part. */
const SIZE = chipSizes('', {
  '1F': '01005',
  '1H': '0201',
  '1E': '0402',
  '1J': '0603',
  '2A': '0805',
  '2B': '1206',
  '2E': '1210',
  '2H': '2010',
  W2H: '2010',
  '3A': '2512',
  W3A: '2512',
});
const TAPING: CodeSegment = {
  ...codes('taping', 'packaging', {
    TD: 'punched paper tape, 4 mm pitch',
    TP: 'punched paper tape, 2 mm pitch',
    TE: 'plastic embossed tape, 4 mm pitch',
    TX: 'plastic embossed tape, 4 mm wide, 1 mm pitch',
    TBL: 'pressed paper tape, 2 mm pitch',
    TCM: 'pressed paper tape, 2 mm pitch',
    TPL: 'punched paper tape, 2 mm pitch',
  }),
  usual: 'TD',
};
/** `RT` is of the RK73-RT data sheet: https://dtsheet.com/doc/1279985/rk73-rt---koa-speer-electronics */
const TERMINAL: CodeSegment = {
  name: 'terminal',
  codes: { T: {}, RT: { feature: 'anti-sulphur' } },
  usual: 'T',
};
const AFTER_SERIES: readonly Segment[] = [SIZE, TERMINAL, TAPING];

/** The smallest sizes come on narrower tape than the others, and the largest on embossed tape. */
const TAPES: readonly Constraint[] = [
  { when: { size: ['1E'] }, then: { taping: ['TP', 'TPL', 'TBL', 'TX'] } },
  { when: { size: ['1F', '1H'] }, then: { taping: ['TBL', 'TCM', 'TX', 'TPL'] } },
  { when: { size: ['1J'] }, then: { taping: ['TD', 'TP', 'TPL'] } },
  { when: { size: ['2H', 'W2H', '3A', 'W3A'] }, then: { taping: ['TE'] } },
  {
    when: { terminal: ['RT'] },
    then: { size: ['1F', '1H', '1E', '1J', '2A', '2B', '2E', 'W2H', 'W3A'] },
  },
];

// Power is left out of all three: the manufacturer rates the same numbers by ambient or by terminal temperature, and
// the figures per size have changed with the issues of the data sheets.
const COMMON = { manufacturer: 'KOA Speer', category: 'chip_resistor' } as const;

export const koaRk73h: SeriesTable = {
  ...COMMON,
  id: 'koa-rk73h',
  series: 'RK73H',
  description: 'Thick film chip resistor, precision',
  reference: {
    title: 'RK73H precision 0.5 %, 1 % tolerance thick film chip resistor',
    url: 'https://www.koaspeer.com/pdfs/RK73H.pdf',
  },
  constraints: TAPES,
  forms: () => [[
    codes('series', 'technology', { RK73H: 'thick film' }),
    ...AFTER_SERIES,
    value(zerosResistance(3)),
    tolerances('DF'),
  ]],
};

export const koaRk73b: SeriesTable = {
  ...COMMON,
  id: 'koa-rk73b',
  series: 'RK73B',
  description: 'Thick film chip resistor, general purpose',
  reference: {
    title: 'RK73B general purpose 2 %, 5 % tolerance thick film chip resistor',
    url: 'https://www.koaspeer.com/pdfs/RK73B.pdf',
  },
  constraints: TAPES,
  forms: () => [[
    codes('series', 'technology', { RK73B: 'thick film' }),
    ...AFTER_SERIES,
    value(zerosResistance(2)),
    tolerances('GJ'),
  ]],
};

export const koaRk73z: SeriesTable = {
  ...COMMON,
  id: 'koa-rk73z',
  series: 'RK73Z',
  description: 'Chip jumper',
  reference: { title: 'RK73Z zero ohm jumper chip', url: 'https://www.koaspeer.com/pdfs/RK73Z.pdf' },
  constraints: TAPES,
  forms: () => [[codes('value', 'resistance', { RK73Z: 0 }), ...AFTER_SERIES]],
};

const SPECIAL: CodeSegment = {
  name: 'series',
  codes: {
    HV73: { series: 'HV73', technology: 'thick film', feature: 'high voltage' },
    RK73G: { series: 'RK73G', technology: 'thick film' },
    SG73: { series: 'SG73', technology: 'thick film', feature: 'surge' },
    SG73P: { series: 'SG73P', technology: 'thick film', feature: 'pulse', qualification: 'AEC-Q200' },
    SG73S: { series: 'SG73S', technology: 'thick film', feature: 'surge', qualification: 'AEC-Q200' },
  },
};

export const koaSpecial: SeriesTable = {
  ...COMMON,
  id: 'koa-special',
  series: 'HV73, RK73G, SG73',
  description: 'Thick film chip resistor',
  reference: {
    title: 'SG73P endured pulse power flat chip resistors',
    url: 'https://www.koaspeer.com/pdfs/SG73P.pdf',
  },
  constraints: TAPES,
  forms: () =>
    byTolerance(
      'GJKM',
      'BDF',
      (tolerance, resistance) => [SPECIAL, ...AFTER_SERIES, resistance, tolerance],
    ),
};

/** Long-side terminals: the part is wider than long, and its code is that of the size turned. */
export const koaWk73: SeriesTable = {
  ...COMMON,
  id: 'koa-wk73',
  series: 'WK73',
  description: 'Thick film chip resistor, wide terminals',
  reference: {
    title: 'WK73S, WK73R wide terminal type flat chip resistors',
    url: 'https://www.koaspeer.com/pdfs/WK73R.pdf',
  },
  forms: () =>
    byTolerance('GJ', 'DF', (tolerance, resistance) => [
      {
        name: 'series',
        codes: {
          WK73R: { series: 'WK73R', technology: 'thick film', qualification: 'AEC-Q200' },
          WK73S: { series: 'WK73S', technology: 'thick film', qualification: 'AEC-Q200' },
        },
      },
      chipSizes('', { '1J': '0306', '2A': '0508', '2B': '0612', '2H': '1020', '3A': '1225' }),
      { literal: 'T' },
      TAPING,
      resistance,
      tolerance,
    ], zerosOrPoint),
};

export const koaRn73: SeriesTable = {
  ...COMMON,
  id: 'koa-rn73',
  series: 'RN73, RN73R, RN73H',
  description: 'Thin film chip resistor',
  reference: {
    title: 'RN73R metal film flat chip resistors',
    url: 'https://www.koaspeer.com/pdfs/RN73R.pdf',
  },
  constraints: TAPES,
  forms: () => [[
    codes('series', 'technology', { RN73: 'thin film', RN73H: 'thin film', RN73R: 'thin film' }),
    ...AFTER_SERIES,
    value(zerosResistance(3)),
    codes('tolerance', 'tolerance', { A: 0.05, B: 0.1, C: 0.25, D: 0.5, F: 1 }),
    codes('tcr', 'temperature_coefficient', { '05': 5, '10': 10, '25': 25, '50': 50, '100': 100 }),
  ]],
  ratings: powerBySize({ '1E': 0.063, '1J': 0.1, '2A': 0.125, '2B': 0.25 }, { series: ['RN73H', 'RN73R'] }),
};

const LOW: CodeSegment = {
  name: 'series',
  codes: {
    SR73: { series: 'SR73', technology: 'thick film' },
    SR73K: { series: 'SR73K', technology: 'thick film' },
    TLR: { series: 'TLR', technology: 'metal' },
    UR73: { series: 'UR73', technology: 'thick film' },
    UR73D: { series: 'UR73D', technology: 'thick film' },
    UR73V: { series: 'UR73V', technology: 'thick film' },
  },
};

export const koaLow: SeriesTable = {
  id: 'koa-low',
  manufacturer: 'KOA Speer',
  category: 'current_sense_resistor',
  series: 'SR73, UR73, TLR',
  description: 'Chip resistor, low resistance',
  reference: {
    title: 'SR73 low resistance flat chip resistors',
    url: 'https://www.koaspeer.com/pdfs/SR73.pdf',
  },
  constraints: TAPES,
  forms: () => [
    [LOW, ...AFTER_SERIES, value(zerosOrPoint(2)), tolerances('GJ')],
    [LOW, ...AFTER_SERIES, value(leadingPoint(4)), tolerances('FGJ')],
    [LOW, ...AFTER_SERIES, value(leadingPoint(5)), tolerances('FJ')],
  ],
};

export const koaArray: SeriesTable = {
  id: 'koa-array',
  manufacturer: 'KOA Speer',
  category: 'resistor_array',
  series: 'CN',
  description: 'Thick film chip resistor array',
  reference: {
    title: 'CN chip resistor arrays',
    url: 'https://www.koaspeer.com/pdfs/CN.pdf',
  },
  forms: () =>
    byTolerance('GJ', 'F', (tolerance, resistance) => [
      codes('series', 'technology', { CN: 'thick film' }),
      codes('layout', 'package', {
        '1E2K': '2x0402',
        '1E4K': '4x0402',
        '1J2K': '2x0603',
        '1J4': '4x0603',
        '1J4K': '4x0603',
        '2A4K': '4x0805',
        '2B4K': '4x1206',
      }),
      { literal: 'T' },
      TAPING,
      resistance,
      tolerance,
    ]),
};

export const koaLeaded: SeriesTable = {
  id: 'koa-leaded',
  manufacturer: 'KOA Speer',
  category: 'through_hole_resistor',
  series: 'CF, CFS, MF, MFS',
  description: 'Axial resistor',
  reference: {
    title: 'MF, MFS metal film fixed resistors',
    url: 'https://www.koaspeer.com/pdfs/MF.pdf',
  },
  forms: () =>
    byTolerance('GJ', 'BDF', (tolerance, resistance) => [
      codes('series', 'technology', {
        CF: 'carbon film',
        CFS: 'carbon film',
        MF: 'metal film',
        MFS: 'metal film',
      }),
      { literal: '1' },
      { separator: '/' },
      codes('power', 'power_rating', { '4': 1 / 4, '2': 1 / 2 }),
      // Temperature coefficient of the metal film ones, copper wire, and tape.
      bareCodes('tcr', ' C D L'),
      codes('terminal', 'package', { C: 'axial' }),
      bareCodes('taping', 'T26A T52A T52R T631R'),
      resistance,
      tolerance,
    ]),
};

export const koaResistors: readonly SeriesTable[] = [
  koaRk73h,
  koaRk73b,
  koaRk73z,
  koaSpecial,
  koaWk73,
  koaRn73,
  koaLow,
  koaArray,
  koaLeaded,
];
