/** Manufacturers of shunts, power resistors and trimmers with a scheme or two each. */
import { bareCodes, chip, codes, tolerances } from '../../segments.ts';
import { codec, scaled, zerosResistance } from '../../codecs.ts';
import type { Statements } from '../../../finding.ts';
import type { SeriesTable } from '../../table.ts';
import { dashed, leadingPoint, pointValue, spelt, value, zerosOrPoint } from './values.ts';

const SENSE = { category: 'current_sense_resistor', description: 'Current sense resistor' } as const;

export const ohmiteLeaded: SeriesTable = {
  ...SENSE,
  id: 'ohmite-10',
  manufacturer: 'Ohmite',
  series: '10 series',
  reference: {
    title: '10 series metal element current sense resistors',
    url: 'https://www.ohmite.com/assets/docs/res_10.pdf',
  },
  forms: () => [[
    {
      name: 'series',
      codes: {
        '12': { series: '12', power_rating: 2, package: 'axial' },
        '13': { series: '13', power_rating: 3, package: 'axial' },
        '15': { series: '15', power_rating: 5, package: 'axial' },
      },
    },
    tolerances('FJ'),
    value(leadingPoint(4)),
    { literal: 'E' },
  ]],
};

const ohmite = (size: string, said: Statements = {}): Statements => ({ package: chip(size), ...said });

export const ohmiteChip: SeriesTable = {
  ...SENSE,
  id: 'ohmite-chip',
  manufacturer: 'Ohmite',
  series: 'LVK, MCS, KDV',
  reference: {
    title: 'MCS series metal strip current sense resistors',
    url: 'https://www.ohmite.com/assets/docs/res_mcs.pdf',
  },
  forms: () => [[
    {
      name: 'series',
      codes: {
        KDV06: ohmite('0603', { series: 'KDV' }),
        KDV08: ohmite('0805', { series: 'KDV' }),
        KDV12: ohmite('1206', { series: 'KDV' }),
        LVK12: ohmite('1206', { series: 'LVK' }),
        LVK20: ohmite('2010', { series: 'LVK' }),
        LVK24: { series: 'LVK', package: '2412' },
        LVK25: ohmite('2512', { series: 'LVK' }),
        MCS1632: { series: 'MCS' },
        MCS3264: { series: 'MCS' },
      },
    },
    // In this family the tolerance stands before or after the value.
    bareCodes('early', ' F'),
    value(leadingPoint(4)),
    bareCodes('late', ' F D'),
    bareCodes('end', 'ER ET'),
  ]],
  constraints: [
    { when: { early: ['F'] }, then: { late: [''] } },
    { when: { early: [''] }, then: { late: ['D', 'F'] } },
  ],
  ratings: [
    { when: { early: ['F'] }, states: { tolerance: 1 } },
    { when: { late: ['F'] }, states: { tolerance: 1 } },
    { when: { late: ['D'] }, states: { tolerance: 0.5 } },
  ],
};

/** Milliohms in clear, a point among the digits: `10MR`, `1.5MR`. */
const clearMilliohms = codec(
  [3, 4, 5, 6],
  /^([1-9]\d{0,2}|\d\.[1-9]\d?)MR$/,
  (code) => {
    const [whole = '', fraction = ''] = code.replace('MR', '').split('.');
    return scaled(whole + fraction, -3 - fraction.length);
  },
  (ohms) => [`${Number((ohms * 1e3).toPrecision(3))}MR`],
);

export const milliohmShunt: SeriesTable = {
  ...SENSE,
  id: 'milliohm-shunt',
  manufacturer: 'Milliohm',
  series: 'HoLR, HoLLR, HoJLR, HoLRS',
  reference: { title: 'Chip shunts, HoLR series', url: 'https://www.milliohm.com/' },
  forms: () => [[
    codes('series', 'series', { HOLR: 'HoLR', HOLLR: 'HoLLR', HOJLR: 'HoJLR' }),
    codes('size', 'package', { '1206': chip('1206'), '2010': chip('2010'), '2512': chip('2512') }),
    { separator: '-' },
    {
      name: 'power',
      codes: {
        '': {},
        '0.5W': { power_rating: 0.5 },
        '1W': { power_rating: 1 },
        '2W': { power_rating: 2 },
        '3W': { power_rating: 3 },
      },
      spelt: { '0.5W': '0.5W-', '1W': '1W-', '2W': '2W-', '3W': '3W-' },
    },
    value(clearMilliohms),
    { separator: '-' },
    codes('tolerance', 'tolerance', { '0.5%': 0.5, '1%': 1, '5%': 5 }),
  ]],
};

export const ttOar: SeriesTable = {
  ...SENSE,
  id: 'tt-oar',
  manufacturer: 'TT Electronics',
  series: 'OAR, OARS',
  reference: {
    title: 'OAR series open air sense resistors',
    url: 'https://www.ttelectronics.com/TTElectronics/media/ProductFiles/Resistors/Datasheets/OAR.pdf',
  },
  forms: () => [[
    {
      name: 'series',
      codes: {
        OAR1: { series: 'OAR', power_rating: 1, package: 'radial' },
        OAR3: { series: 'OAR', power_rating: 3, package: 'radial' },
        OAR5: { series: 'OAR', power_rating: 5, package: 'radial' },
        OARS1: { series: 'OARS', power_rating: 1, package: 'SMD' },
        OARS3: { series: 'OARS', power_rating: 3, package: 'SMD' },
      },
    },
    value(leadingPoint(4)),
    tolerances('FJ'),
    { literal: 'LF' },
  ]],
};

/** Ohms in clear, with K and MEG behind, in the steps of trimmers: `500`, `25K`, `1MEG`. */
const clearOhms = codec(
  [2, 3, 4, 5],
  /^([125]00?|250?|([125]0{0,2}|250?)K|[125]MEG)$/,
  (code) => {
    const [, digits = '', unit = ''] = /^(\d+)(K|MEG)?$/.exec(code) ?? [];
    return scaled(digits, unit === 'K' ? 3 : unit === 'MEG' ? 6 : 0);
  },
  (ohms) => [`${ohms}`, `${ohms / 1e3}K`, `${ohms / 1e6}MEG`],
);

export const ttTrimmer: SeriesTable = {
  id: 'tt-trimmer',
  manufacturer: 'TT Electronics',
  category: 'potentiometer',
  series: '64, 66, 67, 68',
  description: 'Trimmer',
  reference: {
    title: 'Model 67, 68 trimming potentiometers',
    url: 'https://www.ttelectronics.com/products/passive-components/resistors/potentiometers/',
  },
  forms: () => [[
    codes(
      'model',
      'package',
      Object.fromEntries(
        '64P 64W 64X 64Y 64Z 66P 66W 66X 67P 67W 67X 67Y 67Z 68P 68W 68X'.split(' ').map((
          model,
        ) => [model, model]),
      ),
    ),
    { literal: 'R' },
    value(clearOhms),
    bareCodes('end', ' LF'),
  ]],
};

const COPAL = Object.fromEntries(
  ('CT6EH CT6EP CT6EV CT6EX CT9EP CT9EW CT9EX CT94EW CT94EX CT94EY CT94EZ SM3TW SM42TW SM42TX ' +
    'SM43TW ST2TA ST4ETA ST4ETB ST4EA ST4EB ST5EW ST5ETW ST32EA ST32EB ST32ETA ST32ETB')
    .split(' ').map((model) => [model, model.replace(/^(CT|SM|ST)/, '$1-')]),
);

export const copalTrimmer: SeriesTable = {
  id: 'copal-trimmer',
  manufacturer: 'Copal',
  category: 'potentiometer',
  series: 'CT, SM, ST',
  description: 'Trimmer',
  reference: {
    title: 'Trimmer potentiometers, ST-4 series',
    url: 'https://www.nidec-components.com/e/catalog/trimmer/',
  },
  forms: () => [[
    spelt(codes('model', 'package', COPAL), COPAL),
    value(zerosResistance(2)),
  ]],
};

/** Arcol's aluminium housed ones, now Ohmite's. */
export const ohmiteHs: SeriesTable = {
  id: 'ohmite-hs',
  manufacturer: 'Ohmite',
  category: 'wirewound_resistor',
  series: 'HS',
  description: 'Aluminium housed wire wound resistor',
  reference: {
    title: 'HS aluminium housed resistors',
    url: 'https://www.ohmite.com/assets/docs/arcol_hs.pdf',
  },
  forms: () => [[
    codes('series', 'technology', { HS: 'wire wound' }),
    {
      name: 'power',
      codes: Object.fromEntries([10, 15, 25, 50, 75, 100, 150, 200, 250, 300].map((watts) => [
        String(watts),
        { power_rating: watts, package: 'chassis mount' },
      ])),
    },
    { separator: ' ' },
    value(pointValue([2, 3, 4], /^(R[1-9]\d?|R0[1-9]|[1-9]R\d?|[1-9]\d{1,2}R|[1-9]K\d?|[1-9]\dK)$/)),
    { separator: ' ' },
    tolerances('FJ'),
  ]],
};

const amps = Object.fromEntries(
  Array.from({ length: 50 }, (_, i) => [String(i + 1).padStart(2, '0'), { current_rating: i + 1 }]),
);

export const amethermInrush: SeriesTable = {
  id: 'ametherm-sl',
  manufacturer: 'Ametherm',
  category: 'thermistor',
  series: 'SL, AS',
  description: 'NTC thermistor, inrush current limiter',
  reference: { title: 'SL series inrush current limiters', url: 'https://www.ametherm.com/inrush-current/' },
  forms: () => [[
    codes(
      'series',
      'package',
      Object.fromEntries(
        'SL03 SL05 SL08 SL10 SL12 SL15 SL18 SL22 SL32 AS32 AS35'.split(' ').map((code) => [code, 'radial']),
      ),
    ),
    { separator: ' ' },
    value(zerosOrPoint(2)),
    { name: 'current', codes: amps },
  ]],
};

export const murataTrimmer: SeriesTable = {
  id: 'murata-trimmer',
  manufacturer: 'Murata',
  category: 'potentiometer',
  series: 'PVG3, PVG5, PVM4, PVZ3, PV12, PV36, PV37',
  description: 'Trimmer',
  reference: {
    title: 'Trimmer potentiometers, catalogue R50E',
    url: 'https://www.murata.com/en-global/products/resistor',
  },
  forms: () => [[
    codes(
      'model',
      'package',
      Object.fromEntries(
        'PVG3A PVG3G PVG5A PVG5H PVM4A PVZ2A PVZ3A PVZ3G PV12P PV36P PV36W PV36X PV36Y PV36Z PV37W PV37X PV37Y'
          .split(' ')
          .map((model) => [model, model]),
      ),
    ),
    value(zerosResistance(2)),
    bareCodes('characteristic', 'A01 A03 A04 C01 C03 C04'),
    bareCodes('packing', 'A00 B00 E00 R00 T00'),
  ]],
};

export const piherTrimmer: SeriesTable = {
  id: 'piher-pt',
  manufacturer: 'Piher',
  category: 'potentiometer',
  series: 'PT6, PT10, PT15',
  description: 'Carbon trimmer',
  reference: {
    title: 'PT-10 10 mm carbon potentiometer',
    url: 'https://www.piher.net/products/potentiometers/',
  },
  forms: () => [[
    codes(
      'model',
      'package',
      Object.fromEntries(
        'PT6KV PT6KH PT10LV10 PT10LH01 PT10LH05 PT10MV10 PT10MV11 PT10MH01 PT15LV02 PT15LV06 PT15LH05 PT15NV02 PT15NH05'
          .split(' ').map((model) => [model, model]),
      ),
    ),
    { separator: '-' },
    value(zerosResistance(2)),
    bareCodes('taper', 'A B C'),
    // Tolerance and law of the end positions.
    bareCodes('end', '1010 2020 2520'),
  ]],
};

export const isabellenhuetteShunt: SeriesTable = {
  ...SENSE,
  id: 'isabellenhuette-shunt',
  manufacturer: 'Isabellenhütte',
  series: 'BVR, SMK, SMR, SMS, SMT, SMV, VMK, VMP, VMS',
  reference: {
    title: 'ISA-PLAN precision resistors, SMS',
    url: 'https://www.isabellenhuetteusa.com/products/precision-resistors/',
  },
  forms: () =>
    ([4, 5] as const).map((length) => [
      codes(
        'series',
        'series',
        Object.fromEntries('BVR BVS SMK SMR SMS SMT SMV VMK VMP VMS'.split(' ').map((name) => [name, name])),
      ),
      { separator: '-' },
      dashed('model', ' I M Z', 'behind'),
      value(leadingPoint(length)),
      { separator: '-' },
      codes('tolerance', 'tolerance', { '0.5': 0.5, '1.0': 1, '2.0': 2, '5.0': 5 }),
    ]),
};

/** Ohms in clear, below 1 ohm and above, as the TO-packages of the manufacturer have them. */
const caddockOhms = codec(
  [3, 4, 5],
  /^(0\.0[1-9]0|0\.\d[1-9]|0\.[1-9]0|[1-9]\.\d\d|[1-9]\d\.\d|[1-9]\d\dR|[1-9]\.\d\dK|[1-9]\d\.\dK)$/,
  (code) => {
    const [whole = '', fraction = ''] = code.replace(/[RK]$/, '').split('.');
    return scaled(whole + fraction, (code.endsWith('K') ? 3 : 0) - fraction.length);
  },
  (
    ohms,
  ) => [
    `${Number(ohms.toPrecision(3))}`,
    ohms.toFixed(2),
    ohms.toFixed(1),
    `${ohms}R`,
    `${(ohms / 1e3).toFixed(2)}K`,
    `${(ohms / 1e3).toFixed(1)}K`,
  ],
);

export const caddockMp: SeriesTable = {
  id: 'caddock-mp',
  manufacturer: 'Caddock',
  category: 'through_hole_resistor',
  series: 'MP900, MP9000',
  description: 'Thick film power resistor',
  reference: {
    title: 'MP900 and MP9000 series Kool-Pak power film resistors',
    url: 'https://www.caddock.com/online_catalog/Mrktg_Lit/MP9000_Series.pdf',
  },
  forms: () => [[
    {
      name: 'series',
      codes: {
        MP915: { series: 'MP915', power_rating: 15, package: 'TO-126' },
        MP925: { series: 'MP925', power_rating: 25, package: 'TO-220' },
        MP930: { series: 'MP930', power_rating: 30, package: 'TO-220' },
        MP9100: { series: 'MP9100', power_rating: 100, package: 'TO-247' },
      },
    },
    { separator: '-' },
    value(caddockOhms),
    { separator: '-' },
    codes('tolerance', 'tolerance', { '1%': 1, '5%': 5 }),
  ]],
};

/** The last characters are a running number: shaft, taper and value stand in the list alone. */
export const alpsPotentiometers: SeriesTable = {
  id: 'alps-rk',
  manufacturer: 'Alps Alpine',
  category: 'potentiometer',
  series: 'RK',
  description: 'Rotary potentiometer',
  reference: {
    title: 'RK09K, RK09D series 9 mm potentiometers, product list',
    url: 'https://tech.alpsalpine.com/e/products/category/potentiometer/',
  },
  forms: () => [[
    codes('series', 'package', {
      RK09K: '9 mm',
      RK09D: '9 mm',
      RK09L: '9 mm',
      RK09Y: '9 mm',
    }),
    bareCodes('units', '11 12'),
    bareCodes('terminals', '1 2 3 4'),
    { literal: '0' },
    { free: 3 },
  ]],
};

export const specialResistors: readonly SeriesTable[] = [
  ohmiteLeaded,
  ohmiteChip,
  milliohmShunt,
  ttOar,
  ohmiteHs,
  amethermInrush,
  ttTrimmer,
  copalTrimmer,
  murataTrimmer,
  piherTrimmer,
  isabellenhuetteShunt,
  caddockMp,
  alpsPotentiometers,
];
