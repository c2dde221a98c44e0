/** Manufacturers of general purpose chips and arrays with a scheme or two each. */
import { bareCodes, chipSizes, codes, JUMPER, powerBySize, tolerances } from '../../segments.ts';
import { fixedLetterResistance, shortLetterResistance } from '../../codecs.ts';
import type { CodeSegment, Segment, SeriesTable } from '../../table.ts';
import { byTolerance, leadingPoint, spelt, value, zeroOhm, zerosOrPoint } from './values.ts';

const CHIP = { category: 'chip_resistor', description: 'Thick film chip resistor, general purpose' } as const;

/** What every manufacturer rates its general purpose chips at. */
const usualWatts = (sizes: Readonly<Record<string, '0201' | '0402' | '0603' | '0805' | '1206' | '2512'>>) =>
  powerBySize(
    Object.fromEntries(
      Object.entries(sizes).map((
        [code, size],
      ) => [
        code,
        { '0201': 1 / 20, '0402': 1 / 16, '0603': 1 / 10, '0805': 1 / 8, '1206': 1 / 4, '2512': 1 }[size],
      ]),
    ),
  );

const RALEC_SIZES = {
  '01': '0201',
  '02': '0402',
  '03': '0603',
  '05': '0805',
  '06': '1206',
  '25': '2512',
} as const;
const RALEC_END: readonly Segment[] = [
  codes('packing', 'packaging', {
    TP: 'paper tape and reel',
    TH: 'paper tape and reel',
    TE: 'embossed tape and reel',
  }),
];
const RTT: readonly Segment[] = [
  codes('series', 'technology', { RTT: 'thick film' }),
  chipSizes('', RALEC_SIZES),
];

export const ralecRtt: SeriesTable = {
  ...CHIP,
  id: 'ralec-rtt',
  manufacturer: 'RALEC',
  series: 'RTT',
  reference: { title: 'RTT series thick film chip resistors', url: 'https://www.ralec.com/en/' },
  forms: () => [
    ...byTolerance(
      'GJ',
      'BDF',
      (tolerance, resistance) => [...RTT, resistance, tolerance, ...RALEC_END],
      zerosOrPoint,
    ),
    [...RTT, zeroOhm('000'), { literal: 'J' }, ...RALEC_END],
  ],
  ratings: [...usualWatts(RALEC_SIZES), JUMPER],
};

export const ralecLow: SeriesTable = {
  id: 'ralec-rlt',
  manufacturer: 'RALEC',
  category: 'current_sense_resistor',
  series: 'RLT',
  description: 'Thick film chip resistor, low resistance',
  reference: { title: 'RLT series low resistance chip resistors', url: 'https://www.ralec.com/en/' },
  forms: () => [[
    codes('series', 'technology', { RLT: 'thick film' }),
    chipSizes('', RALEC_SIZES),
    value(leadingPoint(4)),
    tolerances('FGJ'),
    ...RALEC_END,
  ]],
};

const RTA: readonly Segment[] = [
  codes('series', 'technology', { RTA: 'thick film' }),
  spelt(codes('layout', 'package', { '024D': '4x0402', '034D': '4x0603' }), {
    '024D': '02-4D',
    '034D': '03-4D',
  }),
];

export const ralecArray: SeriesTable = {
  id: 'ralec-rta',
  manufacturer: 'RALEC',
  category: 'resistor_array',
  series: 'RTA',
  description: 'Thick film chip resistor array',
  reference: { title: 'RTA series chip resistor arrays', url: 'https://www.ralec.com/en/' },
  forms: () =>
    byTolerance('J', 'F', (tolerance, resistance) => [...RTA, resistance, tolerance, ...RALEC_END]),
  ratings: [{ states: { power_rating: 1 / 16 } }],
};

const TAI_SIZES = { '02': '0201', '04': '0402', '06': '0603', '10': '0805', '12': '1206' } as const;

export const taiRm: SeriesTable = {
  ...CHIP,
  id: 'tai-rm',
  manufacturer: 'TA-I Technology',
  series: 'RM',
  reference: { title: 'RM series thick film chip resistors', url: 'https://www.tai.com.tw/en/' },
  forms: () =>
    byTolerance(
      'J',
      'DF',
      (tolerance, resistance) => [
        codes('series', 'technology', { RM: 'thick film' }),
        chipSizes('', TAI_SIZES),
        tolerance,
        codes('packing', 'packaging', { TN: 'tape and reel' }),
        resistance,
      ],
      zerosOrPoint,
    ),
  ratings: usualWatts(TAI_SIZES),
};

const FENGHUA_SIZES = { '01': '0201', '02': '0402', '03': '0603', '05': '0805', '06': '1206' } as const;
const FENGHUA: readonly Segment[] = [
  codes('series', 'technology', { RC: 'thick film', RS: 'thick film' }),
  { separator: '-' },
  chipSizes('', FENGHUA_SIZES),
  // The power that each size has in general purpose chips.
  bareCodes('power', 'W K L'),
];
const FENGHUA_END: readonly Segment[] = [codes('packing', 'packaging', { T: 'tape and reel' })];

export const fenghuaChip: SeriesTable = {
  ...CHIP,
  id: 'fenghua-chip-resistor',
  manufacturer: 'Fenghua',
  series: 'RC, RS',
  reference: { title: 'RC, RS thick film chip resistors', url: 'https://www.china-fenghua.com/en/' },
  forms: () => [
    [...FENGHUA, value(zerosOrPoint(2)), tolerances('GJ'), ...FENGHUA_END],
    [...FENGHUA, value(zerosOrPoint(3)), tolerances('DF'), ...FENGHUA_END],
    // Written so by some, at 1 % too.
    [...FENGHUA, value(zerosOrPoint(2)), tolerances('DF'), ...FENGHUA_END],
    [...FENGHUA, zeroOhm('000'), { literal: 'J' }, ...FENGHUA_END],
  ],
  constraints: [
    { when: { size: ['01'] }, then: { power: ['W'] } },
    { when: { size: ['02'] }, then: { power: ['W', 'K'] } },
    { when: { size: ['03', '05'] }, then: { power: ['K'] } },
  ],
  ratings: [
    ...powerBySize({ '01': 1 / 20, '02': 1 / 16 }, { power: ['W'] }),
    ...powerBySize({ '03': 1 / 10, '05': 1 / 8 }, { power: ['K'] }),
    JUMPER,
  ],
};

const FOJAN_END: readonly Segment[] = [codes('packing', 'packaging', { TS: 'tape and reel' })];
const FRC: readonly Segment[] = [
  codes('series', 'technology', { FRC: 'thick film' }),
  chipSizes('0201 0402 0603 0805 1206 1210 1812 2010 2512'),
];

export const fojanChip: SeriesTable = {
  ...CHIP,
  id: 'fojan-frc',
  manufacturer: 'FOJAN',
  series: 'FRC',
  reference: { title: 'FRC series thick film chip resistors', url: 'https://www.fojan.com.cn/' },
  forms: () => [
    ...byTolerance(
      'J',
      'DF',
      (tolerance, resistance) => [...FRC, tolerance, resistance, ...FOJAN_END],
      zerosOrPoint,
    ),
    [...FRC, { literal: 'J' }, zeroOhm('000'), ...FOJAN_END],
  ],
  ratings: [
    ...powerBySize({
      '0402': 1 / 16,
      '0603': 1 / 10,
      '0805': 1 / 8,
      '1206': 1 / 4,
      '1812': 3 / 4,
      '2010': 3 / 4,
      '2512': 1,
    }),
    JUMPER,
  ],
};

export const fojanLow: SeriesTable = {
  id: 'fojan-frl',
  manufacturer: 'FOJAN',
  category: 'current_sense_resistor',
  series: 'FRL',
  description: 'Thick film chip resistor, low resistance',
  reference: { title: 'FRL series low resistance chip resistors', url: 'https://www.fojan.com.cn/' },
  forms: () => [[
    codes('series', 'technology', { FRL: 'thick film' }),
    chipSizes('0402 0603 0805 1206 1210 1812 2010 2512'),
    tolerances('FJ'),
    value(leadingPoint(4)),
    ...FOJAN_END,
  ]],
  ratings: powerBySize({ '0603': 1 / 10, '0805': 1 / 8, '1206': 1 / 4, '2512': 1 }),
};

const VIKING_SIZES = { '02': '0402', '03': '0603', '05': '0805', '06': '1206' } as const;

export const vikingThinFilm: SeriesTable = {
  id: 'viking-ar',
  manufacturer: 'Viking',
  category: 'chip_resistor',
  series: 'AR, ARG',
  description: 'Thin film chip resistor, precision',
  reference: { title: 'AR series thin film precision chip resistors', url: 'https://www.viking.com.tw/en/' },
  forms: () => [
    [
      codes('series', 'technology', { AR: 'thin film' }),
      chipSizes('', VIKING_SIZES),
      codes('tolerance', 'tolerance', { B: 0.1, C: 0.25, D: 0.5, F: 1 }),
      codes('packing', 'packaging', { T: 'tape and reel' }),
      { name: 'tcr', codes: { C: { temperature_coefficient: 25 }, A: {}, B: {}, D: {}, E: {} }, usual: 'C' },
      { name: 'power', codes: { U: {}, V: {}, W: {}, X: { power_rating: 0.1 }, Y: {} } },
      value(zerosOrPoint(3)),
    ],
    [
      codes('series', 'technology', { ARG: 'thin film' }),
      chipSizes('', VIKING_SIZES),
      codes('tolerance', 'tolerance', { B: 0.1, C: 0.25, D: 0.5, F: 1 }),
      codes('packing', 'packaging', { T: 'tape and reel' }),
      { name: 'tcr', codes: { C: { temperature_coefficient: 25 }, B: {}, D: {} }, usual: 'C' },
      value(zerosOrPoint(3)),
    ],
  ],
  constraints: [
    { when: { size: ['03'], power: ['U', 'V', 'W', 'Y'] }, then: { tcr: [] } },
    { when: { size: ['05'], power: ['U', 'X', 'Y'] }, then: { tcr: [] } },
    { when: { size: ['06'], power: ['U', 'X', 'Y'] }, then: { tcr: [] } },
  ],
};

export const vikingThickFilm: SeriesTable = {
  ...CHIP,
  id: 'viking-cr',
  manufacturer: 'Viking',
  series: 'CR',
  reference: { title: 'CR series thick film chip resistors', url: 'https://www.viking.com.tw/en/' },
  forms: () => [[
    codes('series', 'technology', { CR: 'thick film' }),
    { separator: '-' },
    chipSizes('', VIKING_SIZES),
    tolerances('DFGJ'),
    bareCodes('packing', 'L7 LA EL7'),
    { separator: '---' },
    value(shortLetterResistance),
  ]],
  ratings: [...usualWatts(VIKING_SIZES), JUMPER],
};

const EVER_OHMS_SIZES = { '0402': '0402', '0603': '0603', '0805': '0805', '1206': '1206' } as const;

export const everOhmsCr: SeriesTable = {
  ...CHIP,
  id: 'ever-ohms-cr',
  manufacturer: 'Ever Ohms',
  series: 'CR',
  reference: { title: 'CR series thick film chip resistors', url: 'https://www.everohms.com/' },
  forms: () => [[
    codes('series', 'technology', { CR: 'thick film' }),
    chipSizes('', EVER_OHMS_SIZES),
    tolerances('DFJ'),
    value(fixedLetterResistance),
    codes('packing', 'packaging', {
      P05: 'tape and reel, 5,000 pieces',
      Q10: 'tape and reel, 10,000 pieces',
    }),
    { literal: 'Z' },
  ]],
  ratings: usualWatts(EVER_OHMS_SIZES),
};

export const lizCr: SeriesTable = {
  ...CHIP,
  id: 'liz-cr',
  manufacturer: 'Liz',
  series: 'CR',
  reference: { title: 'CR series thick film chip resistors', url: 'https://www.lizgroup.com/' },
  forms: () =>
    ([[2, 'J'], [3, 'DF']] as const).map(([digits, letters]) => [
      codes('series', 'technology', { CR: 'thick film' }),
      chipSizes('0603 0805 1206'),
      tolerances(letters),
      codes('power', 'power_rating', { A: 1 / 10, '8': 1 / 8, '4': 1 / 4 }),
      // Five percent too are written in four places, with a zero before them.
      ...(digits === 2 ? [{ literal: '0' }] : []),
      value(zerosOrPoint(digits)),
      { literal: 'G' },
    ]),
  constraints: [
    { when: { size: ['0603'] }, then: { power: ['A'] } },
    { when: { size: ['0805'] }, then: { power: ['8'] } },
    { when: { size: ['1206'] }, then: { power: ['4'] } },
  ],
};

const NIC_SIZES = { '04': '0402', '06': '0603', '10': '0805', '12': '1206', '100': '2512' } as const;
const NIC_SIZE = chipSizes('', { ...NIC_SIZES, '25': '1210', '50': '2010' });
const NRC: CodeSegment = {
  name: 'series',
  codes: {
    NRC: { series: 'NRC', technology: 'thick film' },
    NRCS: { series: 'NRCS', technology: 'thick film', feature: 'anti-sulphur' },
  },
};
const NIC_END: readonly Segment[] = [codes('packing', 'packaging', { TR: 'tape and reel' }), {
  literal: 'F',
}];

export const nicNrc: SeriesTable = {
  ...CHIP,
  id: 'nic-nrc',
  manufacturer: 'NIC Components',
  series: 'NRC, NRCS',
  reference: {
    title: 'NRC series thick film chip resistors',
    url: 'https://www.niccomp.com/catalog/nrc.pdf',
  },
  forms: () => [
    ...byTolerance(
      'GJ',
      'DF',
      (tolerance, resistance) => [NRC, NIC_SIZE, tolerance, resistance, ...NIC_END],
      zerosOrPoint,
    ),
    [NRC, NIC_SIZE, zeroOhm('ZO'), ...NIC_END],
  ],
  ratings: [...usualWatts(NIC_SIZES), JUMPER],
};

const HKR_SIZES = { '02': '0402', '03': '0603', '05': '0805', '06': '1206' } as const;

export const hkrRct: SeriesTable = {
  ...CHIP,
  id: 'hkr-rct',
  manufacturer: 'HKR',
  series: 'RCT',
  reference: { title: 'RCT series thick film chip resistors', url: 'https://www.hkrelectronics.com/' },
  forms: () => [[
    codes('series', 'technology', { RCT: 'thick film' }),
    chipSizes('', HKR_SIZES),
    value(shortLetterResistance),
    tolerances('FJ'),
    { literal: 'LF' },
  ]],
  ratings: [...usualWatts(HKR_SIZES), JUMPER],
};

const CTS: readonly Segment[] = [
  codes('layout', 'package', {
    '741C083': '4x0402',
    '741X083': '4x0402',
    '742C083': '4x0603',
    '742X083': '4x0603',
  }),
];
const CTS_END: readonly Segment[] = [codes('end', 'technology', { P: 'thick film' })];

export const ctsArray: SeriesTable = {
  id: 'cts-array',
  manufacturer: 'CTS',
  category: 'resistor_array',
  series: '741, 742',
  description: 'Thick film chip resistor array',
  reference: {
    title: '740 series chip resistor arrays',
    url: 'https://www.ctscorp.com/wp-content/uploads/74x.pdf',
  },
  forms: () => [
    [...CTS, value(zerosOrPoint(2)), tolerances('GJ'), ...CTS_END],
    [...CTS, zeroOhm('000'), { literal: 'J' }, ...CTS_END],
  ],
  ratings: [{
    when: { layout: ['741C083', '741X083', '742C083', '742X083'] },
    states: { power_rating: 1 / 16 },
  }, JUMPER],
};

const VENKEL: readonly Segment[] = [
  codes('series', 'technology', { CR: 'thick film' }),
  chipSizes('0201 0402 0603 0805 1206 1210 2010 2512'),
  { separator: '-' },
  codes('power', 'power_rating', {
    '20W': 0.05,
    '16W': 0.063,
    '10W': 0.1,
    '8W': 0.125,
    '4W': 0.25,
    '2W': 0.5,
    '1W': 1,
  }),
  { separator: '-' },
];
const VENKEL_END: readonly Segment[] = [{ ...bareCodes('packing', ' T'), usual: 'T' }];

export const venkelCr: SeriesTable = {
  ...CHIP,
  id: 'venkel-cr',
  manufacturer: 'Venkel',
  series: 'CR',
  reference: { title: 'CR series general purpose chip resistors', url: 'https://www.venkel.com/' },
  forms: () => [
    ...byTolerance(
      'GJ',
      'DF',
      (tolerance, resistance) => [...VENKEL, resistance, tolerance, ...VENKEL_END],
      zerosOrPoint,
    ),
    [...VENKEL, zeroOhm('000'), ...VENKEL_END],
  ],
  // In the largest size 2W means two watts, and half a watt elsewhere.
  ratings: [{ when: { size: ['2512'], power: ['2W'] }, states: { power_rating: 2 } }, JUMPER],
};

export const asianResistors: readonly SeriesTable[] = [
  ralecRtt,
  ralecLow,
  ralecArray,
  taiRm,
  fenghuaChip,
  fojanChip,
  fojanLow,
  vikingThinFilm,
  vikingThickFilm,
  everOhmsCr,
  lizCr,
  nicNrc,
  hkrRct,
  ctsArray,
  venkelCr,
];
