import { bareCodes, chipSizes, codes, JUMPER, powerBySize, tolerances } from '../../segments.ts';
import { zerosResistance } from '../../codecs.ts';
import type { Statements } from '../../../finding.ts';
import type { CodeSegment, Segment, SeriesTable } from '../../table.ts';
import {
  byTolerance,
  leadingPoint,
  pointValue,
  spelt,
  stripResistance,
  value,
  zeroOhm,
  zerosOrPoint,
} from './values.ts';

const DASH: Segment = { separator: '-' };
/** What they stand for depends on the value, below 10 ohm and above 1 megohm. */
const TCR = bareCodes('tcr', 'X W');
const SIZE = chipSizes('0201 0402 0603 0805 1206 1210 2010 2512');
const REEL = codes('packing', 'packaging', { E: 'tape and reel, 7 inch', G: 'tape and reel, 7 inch' });
const LEAD_FREE: Segment = { literal: 'LF' };
const WATTS = { '0201': 1 / 20, '0402': 1 / 16, '0603': 1 / 10, '0805': 1 / 8, '1206': 1 / 4, '2512': 1 };

const SERIES: CodeSegment = {
  name: 'series',
  codes: {
    CR: { series: 'CR', technology: 'thick film' },
    CHV: { series: 'CHV', technology: 'thick film', feature: 'high voltage' },
    CRM: { series: 'CRM', technology: 'thick film', feature: 'high power' },
  },
};

export const bournsChip: SeriesTable = {
  id: 'bourns-chip',
  manufacturer: 'Bourns',
  category: 'chip_resistor',
  series: 'CR, CRM, CHV',
  description: 'Thick film chip resistor',
  reference: {
    title: 'CR0201, CR0402, CR0603, CR0805, CR1206, CR2010, CR2512 chip resistors',
    url: 'https://www.bourns.com/docs/Product-Datasheets/CRxxxx.pdf',
  },
  forms: () => [
    ...byTolerance(
      'GJ',
      'DF',
      (tolerance, resistance) => [SERIES, SIZE, DASH, tolerance, TCR, DASH, resistance, REEL, LEAD_FREE],
      zerosOrPoint,
    ),
    [
      codes('series', 'technology', { CR: 'thick film' }),
      SIZE,
      DASH,
      { literal: 'J' },
      { separator: '/' },
      DASH,
      zeroOhm('000'),
      REEL,
      LEAD_FREE,
    ],
  ],
  constraints: [{ when: { tolerance: ['J'], tcr: ['X'] }, then: { series: [] } }],
  ratings: [
    ...powerBySize(WATTS, { series: ['CR'] }),
    ...powerBySize({ '2010': 1 / 2 }, { series: ['CR'] }),
    ...powerBySize({ '0805': 1 / 4, '1206': 1 / 2, '2010': 1, '2512': 2 }, { series: ['CRM'] }),
    {
      when: { series: ['CR'], size: ['0402', '0603', '0805', '1206'], tcr: ['X'] },
      where: { field: 'resistance', over: 99.9, upTo: 1e6 },
      states: { temperature_coefficient: 100 },
    },
    {
      when: { series: ['CR'], size: ['0402', '0603', '0805', '1206'], tcr: ['W'] },
      where: { field: 'resistance', over: 9.99, upTo: 1e6 },
      states: { temperature_coefficient: 200 },
    },
    JUMPER,
  ],
};

const AUTOMOTIVE: readonly Segment[] = [
  codes('series', 'technology', { CR: 'thick film' }),
  SIZE,
  { literal: 'A' },
];
const ANTI_SULPHUR: readonly Segment[] = [REEL, codes('end', 'feature', { AS: 'anti-sulphur' })];

/** An A behind the size is the automotive grade. */
export const bournsAutomotive: SeriesTable = {
  id: 'bourns-cr-a',
  manufacturer: 'Bourns',
  category: 'chip_resistor',
  series: 'CR-A-AS',
  description: 'Thick film chip resistor, anti-sulphur',
  reference: {
    title: 'CR-A-AS series sulfur-resistant, AEC-Q200 compliant chip resistors',
    url: 'https://www.bourns.com/docs/Product-Datasheets/CR-A-AS.pdf',
  },
  forms: () => [
    ...byTolerance(
      'J',
      'F',
      (tolerance, resistance) => [...AUTOMOTIVE, tolerance, TCR, DASH, resistance, ...ANTI_SULPHUR],
    ),
    [...AUTOMOTIVE, { literal: 'J' }, { separator: '/' }, DASH, zeroOhm('000'), ...ANTI_SULPHUR],
  ],
  ratings: [
    { states: { qualification: 'AEC-Q200' } },
    ...powerBySize({ '0201': 1 / 20, '0402': 1 / 16, '0603': 1 / 10, '0805': 1 / 8 }),
    JUMPER,
  ],
};

export const bournsThinFilm: SeriesTable = {
  id: 'bourns-crt',
  manufacturer: 'Bourns',
  category: 'chip_resistor',
  series: 'CRT',
  description: 'Thin film chip resistor, precision',
  reference: {
    title: 'CRT series thin film precision chip resistors',
    url: 'https://www.bourns.com/docs/Product-Datasheets/CRT.pdf',
  },
  forms: () => [[
    codes('series', 'technology', { CRT: 'thin film' }),
    chipSizes('0402 0603 0805 1206'),
    DASH,
    codes('tolerance', 'tolerance', { A: 0.05, B: 0.1, C: 0.25, D: 0.5, F: 1 }),
    bareCodes('tcr', 'Y Z X W V'),
    DASH,
    value(zerosResistance(3)),
    REEL,
    LEAD_FREE,
  ]],
  ratings: powerBySize({ '0402': 1 / 16, '0603': 1 / 10, '0805': 1 / 8, '1206': 1 / 4 }),
};

export const bournsSense: SeriesTable = {
  id: 'bourns-sense',
  manufacturer: 'Bourns',
  category: 'current_sense_resistor',
  series: 'CRA, CRF, CRL, CSS, PWR4412',
  description: 'Current sense resistor',
  reference: {
    title: 'CRL series chip resistors, low value',
    url: 'https://www.bourns.com/docs/Product-Datasheets/CRL.pdf',
  },
  forms: () => [
    [
      {
        name: 'series',
        codes: {
          CRA: { series: 'CRA', technology: 'metal strip' },
          CRF: { series: 'CRF', technology: 'metal strip' },
          CRL: { series: 'CRL', technology: 'thick film' },
        },
      },
      chipSizes('0402 0603 0805 1206 2010 2512'),
      DASH,
      tolerances('FJ'),
      bareCodes('tcr', 'M U V W Z'),
      DASH,
      value(pointValue([4], /^(R\d{3}|[1-9]R\d\d)$/, 'R')),
      REEL,
      LEAD_FREE,
    ],
    [
      spelt(
        codes('series', 'package', {
          CSS2H2512: '2512 (6332 metric)',
          CSS2H3920: '3920',
          CSS4J4026: '4026',
        }),
        { CSS2H2512: 'CSS2H-2512', CSS2H3920: 'CSS2H-3920', CSS4J4026: 'CSS4J-4026' },
      ),
      bareCodes('model', 'R K'),
      DASH,
      value(stripResistance(4)),
      tolerances('FJ'),
    ],
    [
      spelt(codes('series', 'series', { 'PWR44122S': 'PWR4412-2S' }), { PWR44122S: 'PWR4412-2S' }),
      bareCodes('leads', ' C'),
      value(leadingPoint(5)),
      tolerances('FJ'),
    ],
  ],
};

const ARRAY: readonly Segment[] = [
  {
    name: 'series',
    codes: {
      CAT10: { series: 'CAT10', package: '4x0402' },
      CAT16: { series: 'CAT16', package: '4x0603' },
      CAY10: { series: 'CAY10', package: '4x0402' },
      CAY16: { series: 'CAY16', package: '4x0603' },
    },
  },
  DASH,
];
const ARRAY_END: readonly Segment[] = [codes('count', 'technology', { '4': 'thick film' }), LEAD_FREE];

export const bournsArray: SeriesTable = {
  id: 'bourns-array',
  manufacturer: 'Bourns',
  category: 'resistor_array',
  series: 'CAT, CAY',
  description: 'Thick film chip resistor array',
  reference: {
    title: 'CAT16, CAY16 series chip resistor arrays',
    url: 'https://www.bourns.com/docs/Product-Datasheets/CATCAY.pdf',
  },
  forms: () => [
    ...byTolerance('GJ', 'DF', (tolerance, resistance) => [...ARRAY, resistance, tolerance, ...ARRAY_END]),
    [...ARRAY, zeroOhm('000'), { literal: 'J' }, ...ARRAY_END],
  ],
  ratings: [{ states: { power_rating: 1 / 16 } }, JUMPER],
};

const pinned = (kind: 'SIP' | 'DIP' | 'SOIC', pins: number): Statements => ({
  package: `${kind}-${pins}`,
  pins,
});
const sips = [4, 5, 6, 7, 8, 9, 10, 11, 12].map((pins) =>
  [`46${String(pins).padStart(2, '0')}X`, pinned('SIP', pins)] as const
);

const DIPS: CodeSegment = {
  name: 'package',
  codes: {
    '4114R': pinned('DIP', 14),
    '4116R': pinned('DIP', 16),
    '4118R': pinned('DIP', 18),
    '4814P': pinned('SOIC', 14),
    '4816P': pinned('SOIC', 16),
  },
};

/** Tolerance is 2 % where the number names none. */
export const bournsNetwork: SeriesTable = {
  id: 'bourns-network',
  manufacturer: 'Bourns',
  category: 'resistor_array',
  series: '4600X, 4100R, 4800P',
  description: 'Thick film resistor network',
  reference: {
    title: '4600X series thick film conformal SIPs',
    url: 'https://www.bourns.com/docs/Product-Datasheets/4600x.pdf',
  },
  forms: () => [
    [
      { name: 'package', codes: Object.fromEntries(sips) },
      DASH,
      {
        name: 'circuit',
        codes: {
          '101': { description: 'Thick film resistor network, bussed', technology: 'thick film' },
          '102': { description: 'Thick film resistor network, isolated', technology: 'thick film' },
        },
      },
      DASH,
      value(zerosResistance(2)),
      LEAD_FREE,
    ],
    [
      DIPS,
      DASH,
      {
        name: 'circuit',
        codes: {
          '1': { description: 'Thick film resistor network, isolated', technology: 'thick film' },
          '2': { description: 'Thick film resistor network, bussed', technology: 'thick film' },
        },
      },
      DASH,
      value(zerosResistance(2)),
      LEAD_FREE,
    ],
  ],
  ratings: [{ where: { field: 'resistance', over: 49 }, states: { tolerance: 2 } }],
};

/** Trimmers in watts and percent that the document of the model gives for the whole of it. */
const trimmers = (models: string, power_rating?: number, tolerance?: number): Record<string, Statements> =>
  Object.fromEntries(
    models.split(' ').map((model) => [model, { series: model, package: model, power_rating, tolerance }]),
  );

export const bournsTrimmer: SeriesTable = {
  id: 'bourns-trimmer',
  manufacturer: 'Bourns',
  category: 'potentiometer',
  series: 'Trimpot',
  description: 'Trimmer',
  reference: {
    title: '3296, 3/8 inch square Trimpot trimming potentiometer',
    url: 'https://www.bourns.com/docs/Product-Datasheets/3296.pdf',
  },
  forms: () => [
    [
      {
        name: 'model',
        codes: {
          ...trimmers('3296P 3296W 3296X 3296Y 3296Z 3292P 3292W 3292X 3292Y', 0.5, 10),
          ...trimmers('3299P 3299W 3299X 3299Y 3299Z', 0.5, 10),
          ...trimmers('3362F 3362H 3362M 3362P 3362R 3362S 3362U 3362W 3362X', 0.5, 10),
          ...trimmers('3386B 3386C 3386F 3386H 3386K 3386M 3386P 3386R 3386T 3386W 3386X', 0.5, 10),
          ...trimmers('3266P 3266W 3266X 3266Y 3266Z', 0.25, 10),
          ...trimmers('3006P 3006W 3006Y', 0.75, 10),
          ...trimmers(
            '3306F 3306K 3306P 3306W 3309P 3309W 3319P 3319W 3329H 3329P 3329W 3339H 3339P 3339W 3361P 3361S 3363P 3363X',
          ),
        },
      },
      DASH,
      { literal: '1' },
      DASH,
      value(zerosResistance(2)),
      bareCodes('end', ' LF ALF RLF TLF R T'),
    ],
    [
      {
        name: 'model',
        codes: {
          ...trimmers('3214G 3214J 3214W 3214X', 0.25, 10),
          ...trimmers('3224G 3224J 3224W 3224X', 0.25, 10),
          ...trimmers(
            '3223G 3223J 3223W 3223X 3269P 3269W 3269X 3303W 3303X 3313G 3313J 3313S 3314G 3314H 3314J 3314R 3314S 3364W 3364X',
          ),
        },
      },
      DASH,
      { literal: '1' },
      DASH,
      value(zerosResistance(2)),
      bareCodes('end', 'E G GLF ELF'),
    ],
    [
      {
        name: 'model',
        codes: {
          TC33X: { series: 'TC33', package: '3.8 x 3.6 mm' },
          TC42X: { series: 'TC42', package: 'TC42X' },
        },
      },
      DASH,
      { literal: '2' },
      DASH,
      value(zerosResistance(2)),
      codes('packing', 'packaging', { E: 'tape and reel', G: 'tape and reel' }),
    ],
  ],
};

export const bournsPotentiometer: SeriesTable = {
  id: 'bourns-potentiometer',
  manufacturer: 'Bourns',
  category: 'potentiometer',
  series: 'PTV09, PTA, 3590',
  description: 'Potentiometer',
  reference: {
    title: 'PTV09 series, 9 mm potentiometer',
    url: 'https://www.bourns.com/docs/Product-Datasheets/PTV09.pdf',
  },
  forms: () => [
    [
      {
        name: 'series',
        codes: { PTV09A: { series: 'PTV09', package: '9 mm, 3 pins', description: 'Rotary potentiometer' } },
      },
      DASH,
      bareCodes('terminals', '1 2 4'),
      bareCodes('detent', '0 2'),
      bareCodes('shaft', '15F 15U 20F 20U 25F 25U 30F 30U 15S 20S 25S 30S'),
      DASH,
      bareCodes('taper', 'A B C'),
      value(zerosResistance(2)),
    ],
    [
      {
        name: 'series',
        codes: Object.fromEntries(['15', '20', '30', '45', '60'].map((travel) => [
          `PTA${travel}43`,
          { series: 'PTA', package: `slide, ${travel} mm travel`, description: 'Slide potentiometer' },
        ])),
      },
      DASH,
      bareCodes('lever', '2010 2015'),
      bareCodes('kind', 'CI CP DI DP'),
      bareCodes('taper', 'A B C'),
      value(zerosResistance(2)),
    ],
    [
      {
        name: 'series',
        codes: {
          '3590S': {
            series: '3590',
            package: 'panel mount',
            description: 'Wire wound potentiometer, ten turns',
            technology: 'wire wound',
            tolerance: 5,
          },
        },
      },
      DASH,
      bareCodes('shaft', '1 2 6 8'),
      DASH,
      value(zerosResistance(2)),
      bareCodes('end', ' L'),
    ],
  ],
};

const POWER_PACKAGES: CodeSegment = {
  name: 'series',
  codes: {
    PWR163S25: { series: 'PWR163', package: 'TO-252 (DPAK)', power_rating: 25, category: 'chip_resistor' },
    PWR263S20: { series: 'PWR263', package: 'TO-263 (D2PAK)', power_rating: 20, category: 'chip_resistor' },
    PWR263S35: { series: 'PWR263', package: 'TO-263 (D2PAK)', power_rating: 35, category: 'chip_resistor' },
    PWR220T20: { series: 'PWR220', package: 'TO-220', power_rating: 20 },
    PWR220T35: { series: 'PWR220', package: 'TO-220', power_rating: 35 },
    PWR221T30: { series: 'PWR221', package: 'TO-220', power_rating: 30 },
    PWR247T100: { series: 'PWR247', package: 'TO-247', power_rating: 100 },
  },
  spelt: {
    PWR163S25: 'PWR163S-25',
    PWR263S20: 'PWR263S-20',
    PWR263S35: 'PWR263S-35',
    PWR220T20: 'PWR220T-20',
    PWR220T35: 'PWR220T-35',
    PWR221T30: 'PWR221T-30',
    PWR247T100: 'PWR247T-100',
  },
};

export const bournsPower: SeriesTable = {
  id: 'bourns-power',
  manufacturer: 'Bourns',
  category: 'through_hole_resistor',
  series: 'PWR',
  description: 'Power resistor',
  reference: {
    title: 'PWR220T-20 series power resistors',
    url: 'https://www.bourns.com/docs/Product-Datasheets/PWR220T-20.pdf',
  },
  forms: () => [[POWER_PACKAGES, DASH, value(zerosOrPoint(3)), tolerances('FJ')]],
};

export const bournsResistors: readonly SeriesTable[] = [
  bournsChip,
  bournsAutomotive,
  bournsThinFilm,
  bournsSense,
  bournsArray,
  bournsNetwork,
  bournsTrimmer,
  bournsPotentiometer,
  bournsPower,
];
