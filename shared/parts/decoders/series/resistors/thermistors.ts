/** Thermistors of manufacturers whose other parts stand elsewhere. */
import { bareCodes, chipSizes, codes } from '../../segments.ts';
import { codec, scaled } from '../../codecs.ts';
import type { Statements } from '../../../finding.ts';
import type { SeriesTable } from '../../table.ts';
import { thermistorValue, thermistorValueOfE6, value } from './values.ts';

const NTC = { category: 'thermistor', description: 'NTC thermistor' } as const;

export const murataNcp: SeriesTable = {
  ...NTC,
  id: 'murata-ncp',
  manufacturer: 'Murata',
  series: 'NCP, NCU',
  reference: {
    title: 'NTC thermistors, chip type, part numbering',
    url: 'https://www.murata.com/en-global/products/thermistor/ntc/overview/basic/partnumbering',
  },
  forms: () => [[
    { name: 'series', codes: { NCP: { series: 'NCP' }, NCU: { series: 'NCU', qualification: 'AEC-Q200' } } },
    chipSizes('', { '02': '01005', '03': '0201', '15': '0402', '18': '0603', '21': '0805' }),
    bareCodes('b_value', 'WB WD WF WL WM XC XF XH XM XQ XV XW'),
    value(thermistorValueOfE6),
    codes('tolerance', 'tolerance', { D: 0.5, F: 1, E: 3, J: 5, K: 10 }),
    bareCodes('control', '03 05 0S 5S 60 6S 6T D0 E0'),
    codes('packing', 'packaging', {
      RA: 'paper tape and reel',
      RB: 'paper tape and reel',
      RC: 'paper tape and reel',
      RD: 'paper tape and reel',
      RL: 'paper tape and reel',
    }),
  ]],
};

export const murataNxft: SeriesTable = {
  ...NTC,
  id: 'murata-nxft',
  manufacturer: 'Murata',
  series: 'NXFT',
  reference: {
    title: 'NTC thermistors, lead insulation type, NXF series',
    url: 'https://www.murata.com/en-global/products/thermistor/ntc/nxft',
  },
  forms: () => [[
    codes('series', 'package', { NXFT15: 'flexible leads' }),
    bareCodes('b_value', 'WB WF XH XM XV'),
    value(thermistorValue),
    codes('tolerance', 'tolerance', { F: 1, E: 3, J: 5 }),
    bareCodes('lead', '1B 2B 1A 2A A1B A2B EA1B EA2B'),
    bareCodes('length', '020 025 030 035 040 045 050 060 070 080 090 100 110 120 130 140 150'),
  ]],
};

/** Overheat sensors: the number has the resistance at 25 °C and the class of the temperature. */
export const murataPrf: SeriesTable = {
  category: 'thermistor',
  description: 'PTC thermistor, overheat sensing',
  id: 'murata-prf',
  manufacturer: 'Murata',
  series: 'PRF',
  reference: {
    title: 'PTC thermistors (POSISTOR), chip type for overheat sensing, part numbering',
    url: 'https://www.murata.com/en-global/products/thermistor/ptc/overview/basic/partnumbering',
  },
  forms: () => [[
    { literal: 'PRF' },
    chipSizes('', { '03': '0201', '15': '0402', '18': '0603', '21': '0805' }),
    bareCodes('curve', 'AR AS BA BB BC BD BE BF BG'),
    value(thermistorValue),
    bareCodes('tolerance', 'Q R S'),
    bareCodes('control', 'A5 A6 B1 B5 B6'),
    codes('packing', 'packaging', {
      RA: 'paper tape and reel',
      RB: 'paper tape and reel',
      RC: 'paper tape and reel',
    }),
  ]],
};

export const tdkNtcg: SeriesTable = {
  ...NTC,
  id: 'tdk-ntcg',
  manufacturer: 'TDK',
  series: 'NTCG',
  reference: {
    title: 'NTC thermistors, NTCG series',
    url: 'https://product.tdk.com/en/search/sensor/ntc/chip-ntc-thermistor/info?part_no=NTCG163JF103FTDS',
  },
  forms: () => [[
    { literal: 'NTCG' },
    chipSizes('', { '06': '0201', '10': '0402', '16': '0603', '20': '0805' }),
    // The B value in two places, and its tolerance.
    bareCodes('b_value', '3E 3J 3U 4A 4B 4C 4E 4L'),
    bareCodes('b_tolerance', 'F G H X'),
    value(thermistorValue),
    codes('tolerance', 'tolerance', { F: 1, G: 2, H: 3, J: 5 }),
    codes('packing', 'packaging', { T: 'tape and reel' }),
    bareCodes('control', ' 1 1S B DS DSB DT1 HBP HBF NX'),
  ]],
};

/** EPCOS wrote three figures and a power of ten with a zero before them. */
const epcosValue = codec(
  [4],
  /^0[1-9]\d[0-69]$/,
  (code) => thermistorValue.decode(code.slice(1)),
  (ohms) => [`0${thermistorValue.encode(ohms) ?? ''}`],
);

/** SMD types have the voltage's class in the first place. */
const epcosSmdValue = codec(
  [4],
  /^[25][1-9]\d[0-6]$/,
  (code) => scaled(code.slice(1, 3), Number(code[3])),
  (ohms) => ['2', '5'].map((first) => `${first}${thermistorValue.encode(ohms) ?? ''}`),
);

const leaded = (series: string, description = 'NTC thermistor'): Statements => ({
  series,
  description,
  package: 'radial',
});

export const tdkB57: SeriesTable = {
  ...NTC,
  id: 'tdk-b57',
  manufacturer: 'TDK',
  series: 'B57',
  reference: {
    title: 'NTC thermistors, ordering codes B57',
    url: 'https://www.tdk-electronics.tdk.com/en/ntc-thermistors',
  },
  forms: () => [
    [
      {
        name: 'base',
        codes: {
          B57164K: leaded('K164'),
          B57861S: leaded('S861'),
          B57863S: leaded('S863'),
          B57867S: leaded('S867'),
          B57869S: leaded('S869'),
          B57871S: leaded('S871'),
          B57703M: { ...leaded('M703'), package: 'ring lug' },
          B57891M: leaded('M891'),
          B57891S: leaded('S891'),
          B57153S: leaded('S153', 'NTC thermistor, inrush current limiter'),
          B57234S: leaded('S234', 'NTC thermistor, inrush current limiter'),
          B57235S: leaded('S235', 'NTC thermistor, inrush current limiter'),
          B57236S: leaded('S236', 'NTC thermistor, inrush current limiter'),
          B57237S: leaded('S237', 'NTC thermistor, inrush current limiter'),
          B57238S: leaded('S238', 'NTC thermistor, inrush current limiter'),
          B57364S: leaded('S364', 'NTC thermistor, inrush current limiter'),
          B57464S: leaded('S464', 'NTC thermistor, inrush current limiter'),
        },
      },
      value(epcosValue),
      codes('tolerance', 'tolerance', { F: 1, G: 2, H: 3, J: 5, K: 10, L: 15, M: 20 }),
      bareCodes('control', '000 002 003 040 045 050 051 052 054 070'),
    ],
    [
      {
        name: 'base',
        codes: {
          B57230V: { series: 'B57230V', package: '0402 (1005 metric)' },
          B57250V: { series: 'B57250V', package: '0402 (1005 metric)' },
          B57330V: { series: 'B57330V', package: '0603 (1608 metric)' },
          B57332V: { series: 'B57332V', package: '0402 (1005 metric)' },
          B57371V: { series: 'B57371V', package: '0603 (1608 metric)' },
          B57374V: { series: 'B57374V', package: '0603 (1608 metric)' },
        },
      },
      value(epcosSmdValue),
      codes('tolerance', 'tolerance', { F: 1, H: 3, J: 5 }),
      bareCodes('control', '060 160 260 360'),
    ],
  ],
};

/** The number begins with the resistance; behind the dash stands the shape. */
const at = (kind: string, list: string): Record<string, Statements> =>
  Object.fromEntries(
    list.split(' ').map((code) => [
      `${code}${kind}`,
      { series: kind, resistance: thermistorValue.decode(code) ?? undefined },
    ]),
  );

export const semitecNtc: SeriesTable = {
  ...NTC,
  id: 'semitec-ntc',
  manufacturer: 'SEMITEC',
  series: 'AT, JT, GT',
  reference: {
    title: 'AT thermistor',
    url: 'https://www.semitec.co.jp/english2/products/thermo/thermistor/',
  },
  forms: () => [
    [
      { name: 'base', codes: at('AT', '102 202 502 103 203') },
      { separator: '-' },
      codes('shape', 'tolerance', { '1': 1, '2': 1, '4': 1, '5': 1, '11': 1 }),
    ],
    [
      { name: 'base', codes: at('JT', '103 104') },
      { separator: '-' },
      bareCodes('shape', '025 050 075 100'),
    ],
    [
      { name: 'base', codes: at('GT', '103 104 204') },
      { separator: '-' },
      bareCodes('shape', '1 2'),
    ],
  ],
};

export const sunlordSdnt: SeriesTable = {
  ...NTC,
  id: 'sunlord-sdnt',
  manufacturer: 'Sunlord',
  series: 'SDNT',
  reference: {
    title: 'SDNT series NTC thermistors',
    url: 'https://www.sunlordinc.com/',
  },
  forms: () => [[
    { literal: 'SDNT' },
    chipSizes('', { '0603': '0201', '1005': '0402', '1608': '0603', '2012': '0805' }),
    { literal: 'X' },
    value(thermistorValue),
    codes('tolerance', 'tolerance', { F: 1, H: 3, J: 5, K: 10 }),
    bareCodes(
      'b_value',
      '3100 3370 3380 3435 3450 3500 3600 3650 3900 3950 4000 4050 4100 4150 4200 4250 4300 4485 4500',
    ),
    bareCodes('end', 'FTF HTF JTF'),
  ]],
};

export const fenghuaCmf: SeriesTable = {
  ...NTC,
  id: 'fenghua-cmf',
  manufacturer: 'Fenghua',
  series: 'CMFA, CMFB',
  reference: { title: 'CMF series chip NTC thermistors', url: 'https://www.china-fenghua.com/en/' },
  forms: () => [[
    codes('series', 'package', { CMFA: '0402 (1005 metric)', CMFB: '0603 (1608 metric)' }),
    value(thermistorValue),
    codes('tolerance', 'tolerance', { F: 1, H: 3, J: 5 }),
    bareCodes('b_value', '3380 3435 3450 3500 3900 3950 4050 4100 4150 4200 4250 4500'),
    bareCodes('end', 'FANT HANT JANT'),
  ]],
};

export const thermistors: readonly SeriesTable[] = [
  murataNcp,
  murataNxft,
  murataPrf,
  tdkNtcg,
  tdkB57,
  semitecNtc,
  sunlordSdnt,
  fenghuaCmf,
];
