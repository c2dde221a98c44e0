import { bareCodes, chipSizes, codes, JUMPER, powerBySize, tolerances } from '../../segments.ts';
import { fixedLetterResistance, zerosResistance } from '../../codecs.ts';
import type { Statements } from '../../../finding.ts';
import type { CodeSegment, Constraint, Segment, SeriesTable } from '../../table.ts';
import { multiplierResistance, paddedLetter, stripResistance, thermistorValue, value } from './values.ts';

/** Tolerance and temperature coefficient go together: 5 % parts come with 200 ppm/K only. */
const GRADE: CodeSegment = {
  name: 'grade',
  codes: {
    FK: { tolerance: 1, temperature_coefficient: 100 },
    FN: { tolerance: 1, temperature_coefficient: 200 },
    JN: { tolerance: 5, temperature_coefficient: 200 },
  },
};

const reels = (list: string) =>
  codes(
    'reel',
    'packaging',
    Object.fromEntries(list.split(' ').map((code) => [code, 'tape and reel'])),
  );
const REELS = reels('EA EB EC ED EE EF EG EH EI EK');

/** Which of `REELS` a size comes on: paper tape up to 1210, and reels of their own for the large ones. */
const REELS_OF: Readonly<Record<string, string>> = {
  '0402': 'ED EE EI',
  '0603': 'EA EB EC ED EE EI',
  '0805': 'EA EB EC',
  '1206': 'EA EB EC',
  '1210': 'EA EB EC',
  '1218': 'EK',
  '2010': 'EF',
  '2512': 'EG EH',
};

/** @param sizes that the series has */
const onItsReels = (sizes: string): Constraint[] =>
  sizes.split(' ').map((size) => (
    { when: { size: [size] }, then: { reel: REELS_OF[size]?.split(' ') ?? [] } }
  ));

/** A resistor's form and a jumper's. */
function formsOf(start: readonly Segment[], reel: Segment, end: readonly Segment[] = []): Segment[][] {
  return [
    [...start, value(fixedLetterResistance), GRADE, reel, ...end],
    [...start, codes('value', 'resistance', { '0000Z0': 0 }), reel, ...end],
  ];
}

const SIZES = '0402 0603 0805 1206 1210 1218 2010 2512';

const THICK_FILM = codes('series', 'technology', { CRCW: 'thick film' });

const COMMON = { manufacturer: 'Vishay', category: 'chip_resistor' } as const;

export const vishayCrcw: SeriesTable = {
  ...COMMON,
  id: 'vishay-crcw',
  series: 'D/CRCW e3',
  description: 'Thick film chip resistor, standard',
  reference: {
    title: 'D/CRCW e3 standard thick film chip resistors, document 20035',
    url: 'https://www.vishay.com/docs/20035/dcrcwe3.pdf',
  },
  forms: () => formsOf([THICK_FILM, chipSizes(SIZES)], REELS),
  constraints: onItsReels(SIZES),
  ratings: [
    { states: { qualification: 'AEC-Q200' } },
    ...powerBySize({
      '0402': 0.063,
      '0603': 0.1,
      '0805': 0.125,
      '1206': 0.25,
      '1210': 0.5,
      '1218': 1,
      '2010': 0.75,
      '2512': 1,
    }),
    JUMPER,
  ],
};

/** The standard numbers on the reels of those with tin-lead terminals: another finish, and so another part. */
export const vishayCrcwTinLead: SeriesTable = {
  ...COMMON,
  id: 'vishay-crcw-tin-lead',
  series: 'D/CRCW',
  description: 'Thick film chip resistor, tin-lead terminals',
  reference: {
    title: 'D/CRCW lead-bearing thick film, rectangular chip resistors, document 20008',
    url: 'https://www.vishay.com/docs/20008/dcrcw.pdf',
  },
  forms: () =>
    formsOf(
      [THICK_FILM, chipSizes(SIZES)],
      reels('TA TB TC TD TE TF TG TH TI TK'),
    ),
  ratings: [JUMPER],
};

export const vishayCrcw0201: SeriesTable = {
  ...COMMON,
  id: 'vishay-crcw0201',
  series: 'CRCW0201 e3',
  description: 'Thick film chip resistor, standard',
  reference: {
    title: 'CRCW0201 e3 standard thick film chip resistors, document 20052',
    url: 'https://www.vishay.com/docs/20052/crcw0201e3.pdf',
  },
  forms: () => formsOf([chipSizes('', { CRCW0201: '0201' })], reels('ED')),
  ratings: [{ states: { power_rating: 0.05, technology: 'thick film' } }, JUMPER],
};

/** Commodity grade: the standard numbers with `C` at the end, in four sizes. */
export const vishayCrcwCommodity: SeriesTable = {
  ...COMMON,
  id: 'vishay-crcw-c',
  series: 'CRCW...C e3',
  description: 'Thick film chip resistor, commodity grade',
  reference: {
    title: 'CRCW...C e3 thick film, rectangular commodity chip resistors, document 28773',
    url: 'https://www.vishay.com/docs/28773/crcwce3.pdf',
  },
  forms: () => formsOf([THICK_FILM, chipSizes('0402 0603 0805 1206')], REELS, [{ literal: 'C' }]),
  constraints: onItsReels('0402 0603 0805 1206'),
  ratings: [
    ...powerBySize({ '0402': 0.063, '0603': 0.1, '0805': 0.125, '1206': 0.25 }),
    JUMPER,
  ],
};

/** High power and pulse proof grades: the standard numbers with two letters at the end. */
export const vishayCrcwGrades: SeriesTable = {
  ...COMMON,
  id: 'vishay-crcw-grades',
  series: 'CRCW-HP e3, CRCW-IF e3',
  description: 'Thick film chip resistor, pulse proof',
  reference: {
    title: 'CRCW-HP e3 pulse proof, high power thick film chip resistors, document 20043',
    url: 'https://www.vishay.com/docs/20043/crcwhpe3.pdf',
  },
  forms: () =>
    formsOf([THICK_FILM, chipSizes(SIZES)], REELS, [{
      name: 'model',
      codes: {
        HP: { series: 'CRCW-HP e3', feature: 'pulse proof' },
        IF: { series: 'CRCW-IF e3', feature: 'pulse proof' },
      },
    }]),
  constraints: onItsReels(SIZES),
  ratings: [
    // Sizes 0603 and 1206 were rated anew since, and stay unknown.
    ...powerBySize({ '0402': 0.2, '0805': 0.5, '1210': 0.75, '1218': 1.5, '2010': 1, '2512': 1.5 }, {
      model: ['HP'],
    }),
    { when: { model: ['HP'] }, states: { qualification: 'AEC-Q200' } },
    JUMPER,
  ],
};

/** Anti-surge and green thick film, numbered as CRCW is. */
export const vishayRc: SeriesTable = {
  ...COMMON,
  id: 'vishay-rc',
  series: 'RCA e3, RCG e3, RCS e3',
  description: 'Thick film chip resistor',
  reference: {
    title: 'RCS e3 anti-surge high power thick film chip resistors, document 20065',
    url: 'https://www.vishay.com/docs/20065/rcse3.pdf',
  },
  forms: () =>
    formsOf([{
      name: 'series',
      codes: {
        RCA: { series: 'RCA e3', technology: 'thick film', feature: 'anti-sulphur' },
        RCG: { series: 'RCG e3', technology: 'thick film' },
        RCS: { series: 'RCS e3', technology: 'thick film', feature: 'surge' },
      },
    }, chipSizes('0402 0603 0805 1206 1210 2010 2512')], REELS),
  ratings: [JUMPER],
};

/** Reels, lead-free ones and those with tin-lead terminals. */
const ANY_REELS = reels('EA EB EC ED EE EF EG EH EI EK EN TA TB TC TD TE');

export const vishayTnpw: SeriesTable = {
  ...COMMON,
  id: 'vishay-tnpw',
  series: 'TNPW e3',
  description: 'Thin film chip resistor, high stability',
  reference: {
    title: 'TNPW e3 high stability thin film flat chip resistors, document 28758',
    url: 'https://www.vishay.com/docs/28758/tnpw_e3.pdf',
  },
  forms: () => [[
    codes('series', 'technology', { TNPW: 'thin film' }),
    chipSizes('0402 0603 0805 1206 1210 2010 2512'),
    value(fixedLetterResistance),
    codes('tolerance', 'tolerance', { A: 0.05, B: 0.1, D: 0.5, F: 1 }),
    codes('tcr', 'temperature_coefficient', { E: 25, H: 50, X: 15, Y: 10 }),
    ANY_REELS,
  ]],
};

/** Beyschlag's thin film chips and MELF resistors: three digits and a multiplier, special character and packing. */
export const vishayBeyschlag: SeriesTable = {
  ...COMMON,
  id: 'vishay-beyschlag',
  series: 'MCS, MCT, MCU, MCA, MMU, MMA, MMB, SMM',
  description: 'Thin film chip resistor',
  reference: {
    title: 'MCS 0402, MCT 0603, MCU 0805, MCA 1206 professional thin film chip resistors, document 28705',
    url: 'https://www.vishay.com/docs/28705/mcx0x0xpro.pdf',
  },
  forms: () => [[
    {
      name: 'series',
      codes: {
        MCS0402: { series: 'MCS 0402', technology: 'thin film', package: '0402 (1005 metric)' },
        MCT0603: { series: 'MCT 0603', technology: 'thin film', package: '0603 (1608 metric)' },
        MCU0805: { series: 'MCU 0805', technology: 'thin film', package: '0805 (2012 metric)' },
        MCA1206: { series: 'MCA 1206', technology: 'thin film', package: '1206 (3216 metric)' },
        MMU0102: { series: 'MMU 0102', technology: 'thin film', package: 'MELF 0102' },
        MMA0204: { series: 'MMA 0204', technology: 'thin film', package: 'MELF 0204' },
        MMB0207: { series: 'MMB 0207', technology: 'thin film', package: 'MELF 0207' },
        SMM0102: { series: 'SMM0102', technology: 'thin film', package: 'MELF 0102' },
        SMM0204: { series: 'SMM0204', technology: 'thin film', package: 'MELF 0204' },
        SMM0207: { series: 'SMM0207', technology: 'thin film', package: 'MELF 0207' },
      },
    },
    bareCodes('special', '0 M P V Z'),
    {
      name: 'tcr',
      codes: {
        C: { temperature_coefficient: 50 },
        D: { temperature_coefficient: 25 },
        B: {},
        E: {},
        Z: {},
      },
    },
    value(multiplierResistance),
    tolerances('BDFJ'),
    bareCodes('packing', 'P1 P5 PW PS E0 E1 B0 B1 B2 B3 B7 BS BP M3'),
    { literal: '00' },
  ]],
};

/** A bare suffix `18` rates a WSL higher; its size is the same. */
export const vishayLvr: SeriesTable = {
  manufacturer: 'Vishay',
  category: 'current_sense_resistor',
  id: 'vishay-lvr',
  series: 'LVR',
  description: 'Power metal strip resistor, axial, current sense',
  reference: {
    title: 'LVR resistors, precision power, low value, axial lead, global part number information',
    url: 'https://www.vishay.com/en/resistors-fixed/',
  },
  forms: () => [[
    {
      name: 'series',
      codes: { LVR01: { power_rating: 1 }, LVR03: { power_rating: 3 }, LVR05: { power_rating: 5 } },
    },
    value(stripResistance(5)),
    tolerances('FGJ'),
    // `E` is lead-free.
    codes('packing', 'packaging', {
      E12: 'bulk',
      E70: 'tape and reel',
      E73: 'tape and reel',
      B12: 'bulk',
      S70: 'tape and reel',
      S73: 'tape and reel',
    }),
  ]],
  ratings: [{ states: { package: 'Axial', technology: 'metal strip' } }],
};

export const vishayWsl: SeriesTable = {
  manufacturer: 'Vishay',
  category: 'current_sense_resistor',
  id: 'vishay-wsl',
  series: 'WSL, WSLP, WSLT, WSLF, WSK, WSR',
  description: 'Power Metal Strip resistor, current sense',
  reference: {
    title: 'WSL Power Metal Strip resistors, low value, surface mount, document 30100',
    url: 'https://www.vishay.com/docs/30100/wsl.pdf',
  },
  forms: () => [
    [
      {
        name: 'series',
        codes: {
          WSL: { series: 'WSL', technology: 'metal strip' },
          WSLF: { series: 'WSLF', technology: 'metal strip' },
          WSLP: { series: 'WSLP', technology: 'metal strip' },
          WSLT: { series: 'WSLT', technology: 'metal strip' },
          WSK: {
            series: 'WSK',
            technology: 'metal strip',
            description: 'Power Metal Strip resistor, four terminals',
          },
        },
      },
      chipSizes('0603 0612 0805 1206 2010 2512'),
      value(stripResistance(5)),
      tolerances('DFGJ'),
      ANY_REELS,
      bareCodes('option', ' 18'),
    ],
    [
      {
        name: 'series',
        codes: Object.fromEntries(
          [
            'WSHM2818',
            'WSL2726',
            'WSL2816',
            'WSL3637',
            'WSL3921',
            'WSL4026',
            'WSL5931',
            'WSLP2726',
            'WSLP3921',
            'WSLP4026',
            'WSLP5931',
          ]
            .map((code) => [
              code,
              { series: code.slice(0, -4), technology: 'metal strip', package: code.slice(-4) },
            ]),
        ),
      },
      value(stripResistance(5)),
      tolerances('DFGJ'),
      ANY_REELS,
    ],
    [
      {
        name: 'series',
        codes: {
          WSR2: { series: 'WSR2', technology: 'metal strip', package: '4527', power_rating: 2 },
          WSR3: { series: 'WSR3', technology: 'metal strip', package: '4527', power_rating: 3 },
          WSR5: { series: 'WSR5', technology: 'metal strip', package: '4527', power_rating: 5 },
        },
      },
      value(stripResistance(5)),
      tolerances('DFGJ'),
      ANY_REELS,
    ],
  ],
  constraints: [
    { when: { option: ['18'] }, then: { series: ['WSL'] } },
    { when: { size: ['0612'] }, then: { series: ['WSK'] } },
  ],
  ratings: [
    ...powerBySize({ '0805': 0.125, '1206': 0.25, '2010': 0.5, '2512': 1 }, {
      series: ['WSL'],
      option: [''],
    }),
    ...powerBySize({ '1206': 0.5, '2010': 1, '2512': 2 }, { series: ['WSL'], option: ['18'] }),
    ...powerBySize({ '0603': 0.4, '1206': 1, '2010': 2, '2512': 3 }, { series: ['WSLP'] }),
  ],
};

/** Thin film for microwaves and precision, with terminals and packing at the end. */
export const vishayThinFilm: SeriesTable = {
  ...COMMON,
  id: 'vishay-thin-film',
  series: 'FC, PAT',
  description: 'Thin film chip resistor',
  reference: {
    title: 'FC series thin film chip resistors, high frequency, document 60093',
    url: 'https://www.vishay.com/docs/60093/fcseries.pdf',
  },
  forms: () => [[
    {
      name: 'series',
      codes: {
        FC: { series: 'FC', technology: 'thin film', feature: 'high frequency' },
        PAT: { series: 'PAT', technology: 'thin film', qualification: 'AEC-Q200' },
      },
    },
    chipSizes('0402 0603 0805 1206'),
    { name: 'tcr', codes: { E: { temperature_coefficient: 25 }, H: {}, K: {}, Y: {} } },
    value(zerosResistance(3)),
    tolerances('BDFGJ'),
    bareCodes('terminals', 'B G S F'),
    codes('packing', 'packaging', {
      T0: 'tape and reel',
      T1: 'tape and reel',
      T3: 'tape and reel',
      T5: 'tape and reel',
    }),
  ]],
};

/** Three digits and a multiplier, as BCcomponents numbered its resistors. */
export const vishayLeaded: SeriesTable = {
  manufacturer: 'Vishay',
  category: 'through_hole_resistor',
  id: 'vishay-leaded',
  series: 'PR, SFR, MRS, MBA, MBB, MBE, AC',
  description: 'Axial resistor',
  reference: {
    title: 'PR01, PR02, PR03 power metal film leaded resistors, document 28729',
    url: 'https://www.vishay.com/docs/28729/pr010203.pdf',
  },
  forms: () => [
    [
      {
        name: 'series',
        codes: {
          'AC01000': {
            series: 'AC01',
            category: 'wirewound_resistor',
            technology: 'wire wound',
            power_rating: 1,
          },
          'AC03000': {
            series: 'AC03',
            category: 'wirewound_resistor',
            technology: 'wire wound',
            power_rating: 3,
          },
          'AC04000': {
            series: 'AC04',
            category: 'wirewound_resistor',
            technology: 'wire wound',
            power_rating: 4,
          },
          'AC05000': {
            series: 'AC05',
            category: 'wirewound_resistor',
            technology: 'wire wound',
            power_rating: 5,
          },
          'AC07000': {
            series: 'AC07',
            category: 'wirewound_resistor',
            technology: 'wire wound',
            power_rating: 7,
          },
          'AC10000': {
            series: 'AC10',
            category: 'wirewound_resistor',
            technology: 'wire wound',
            power_rating: 10,
          },
          'MBA0204': { series: 'MBA 0204', power_rating: 0.4, technology: 'thin film' },
          'MBB0207': { series: 'MBB 0207', power_rating: 0.6, technology: 'thin film' },
          'MBE0414': { series: 'MBE 0414', power_rating: 1, technology: 'thin film' },
          'MRS1600': { series: 'MRS16', power_rating: 0.4, technology: 'metal film' },
          'MRS2500': { series: 'MRS25', power_rating: 0.6, technology: 'metal film' },
          'PR01000': { series: 'PR01', power_rating: 1, technology: 'metal film' },
          'PR02000': { series: 'PR02', power_rating: 2, technology: 'metal film' },
          'PR03000': { series: 'PR03', power_rating: 3, technology: 'metal film' },
          'SFR16S0': { series: 'SFR16S', power_rating: 0.5, technology: 'metal film' },
          'SFR2500': { series: 'SFR25', power_rating: 0.4, technology: 'metal film' },
          'SFR25H0': { series: 'SFR25H', power_rating: 0.5, technology: 'metal film' },
        },
      },
      // Copper or iron leads; the temperature coefficient where the series has several.
      codes('lead', 'package', { '00': 'axial', '10': 'axial', '20': 'axial', '0C': 'axial', '0D': 'axial' }),
      value(multiplierResistance),
      tolerances('BDFJ'),
      bareCodes('packing', 'A100 A500 A700 AC00 AP00 AT00 B000 BC00 BCAC CT00 CRP0 R500 R200 RP00 RRP0'),
    ],
    [
      {
        name: 'series',
        codes: {
          CCF02: { series: 'CCF02', technology: 'metal film' },
          CCF07: { series: 'CCF07', technology: 'metal film', power_rating: 0.25 },
          CCF50: { series: 'CCF50', technology: 'metal film' },
          CCF55: { series: 'CCF55', technology: 'metal film', power_rating: 0.25 },
          CCF60: { series: 'CCF60', technology: 'metal film', power_rating: 1 },
        },
      },
      value(fixedLetterResistance),
      tolerances('FGJ'),
      codes('tcr', 'package', { H: 'axial', K: 'axial' }),
      bareCodes('packing', 'E36 R36 EE6 B14 R14'),
    ],
    [
      {
        name: 'series',
        codes: {
          CMF50: { series: 'CMF50', technology: 'metal film', package: 'axial' },
          CMF55: { series: 'CMF55', technology: 'metal film', package: 'axial' },
          CMF60: { series: 'CMF60', technology: 'metal film', package: 'axial' },
          CMF65: { series: 'CMF65', technology: 'metal film', package: 'axial' },
          CMF70: { series: 'CMF70', technology: 'metal film', package: 'axial' },
        },
      },
      value(paddedLetter(6)),
      tolerances('BDFGJ'),
      codes('tcr', 'temperature_coefficient', { E: 25, H: 50, K: 100 }),
      bareCodes('packing', 'BF EA EB EK EL R6 RE B14 R36 BSL E36'),
    ],
    [
      {
        name: 'series',
        codes: {
          RN50: { series: 'RN50', technology: 'metal film', package: 'axial' },
          RN55: { series: 'RN55', technology: 'metal film', package: 'axial' },
          RN60: { series: 'RN60', technology: 'metal film', package: 'axial' },
          RN65: { series: 'RN65', technology: 'metal film', package: 'axial' },
          RN70: { series: 'RN70', technology: 'metal film', package: 'axial' },
        },
      },
      codes('tcr', 'temperature_coefficient', { C: 50, D: 100, E: 25, H: 50, J: 25, K: 100 }),
      value(zerosResistance(3)),
      codes('tolerance', 'tolerance', { B: 0.1, C: 0.25, D: 0.5, F: 1 }),
      bareCodes('packing', ' B14 BSL R36 RE6 RSL'),
    ],
  ],
};

/** Wire wound, silicone coated or in an aluminium housing that is screwed down. */
export const vishayWirewound: SeriesTable = {
  manufacturer: 'Vishay',
  category: 'wirewound_resistor',
  id: 'vishay-wirewound',
  series: 'RS, RH',
  description: 'Wire wound resistor',
  reference: {
    title: 'RS, NS wirewound resistors, industrial power, document 30204',
    url: 'https://www.vishay.com/docs/30204/rsns.pdf',
  },
  forms: () => [[
    {
      name: 'series',
      codes: {
        RH005: { series: 'RH', technology: 'wire wound', package: 'chassis mount' },
        RH010: { series: 'RH', technology: 'wire wound', package: 'chassis mount' },
        RH025: { series: 'RH', technology: 'wire wound', package: 'chassis mount', power_rating: 25 },
        RH050: { series: 'RH', technology: 'wire wound', package: 'chassis mount', power_rating: 50 },
        RS01A: { series: 'RS', technology: 'wire wound', package: 'axial', power_rating: 1 },
        RS02B: { series: 'RS', technology: 'wire wound', package: 'axial', power_rating: 3 },
        RS005: { series: 'RS', technology: 'wire wound', package: 'axial', power_rating: 5 },
        RS007: { series: 'RS', technology: 'wire wound', package: 'axial', power_rating: 7 },
        RS010: { series: 'RS', technology: 'wire wound', package: 'axial', power_rating: 10 },
      },
    },
    value(paddedLetter(5)),
    tolerances('DFJ'),
    bareCodes('packing', 'C02 C12 E02 E12 E70 E73 S70 S73'),
  ]],
};

export const vishayThermistor: SeriesTable = {
  manufacturer: 'Vishay',
  category: 'thermistor',
  id: 'vishay-ntc',
  series: 'NTCS, NTCLE',
  description: 'NTC thermistor',
  reference: {
    title: 'NTCS0603E3 SMD glass protected NTC thermistors, document 29056',
    url: 'https://www.vishay.com/docs/29056/ntcs0603e3t.pdf',
  },
  forms: () => [
    [
      { literal: 'NTCS' },
      chipSizes('0402 0603 0805'),
      { literal: 'E3' },
      value(thermistorValue),
      codes('tolerance', 'tolerance', { F: 1, G: 2, H: 3, J: 5 }),
      bareCodes('b_value', 'H L M N X'),
      codes('packing', 'packaging', { T: 'tape and reel' }),
    ],
    [
      codes('series', 'series', { NTCLE100E3: 'NTCLE100E3', NTCLE203E3: 'NTCLE203E3' }),
      value(thermistorValue),
      codes('tolerance', 'tolerance', { F: 1, G: 2, H: 3, J: 5, K: 10 }),
      codes('packing', 'package', {
        B0: 'radial',
        A0: 'radial',
        T0: 'radial',
        T1: 'radial',
        T2: 'radial',
        SB0: 'radial',
      }),
    ],
  ],
};

const THICK_ARRAY: CodeSegment = {
  name: 'layout',
  codes: {
    CRA04S083: { series: 'CRA04S', package: '4x0402', technology: 'thick film' },
    CRA06S043: { series: 'CRA06S', package: '2x0603', technology: 'thick film' },
    CRA06S083: { series: 'CRA06S', package: '4x0603', technology: 'thick film' },
  },
};

export const vishayArray: SeriesTable = {
  manufacturer: 'Vishay',
  category: 'resistor_array',
  id: 'vishay-cra',
  series: 'CRA04S, CRA06S',
  description: 'Thick film chip resistor array',
  reference: {
    title: 'CRA06S thick film chip resistor arrays, document 31044',
    url: 'https://www.vishay.com/docs/31044/cra06s.pdf',
  },
  forms: () => [[
    THICK_ARRAY,
    value(fixedLetterResistance),
    tolerances('FJ'),
    codes('packing', 'packaging', {
      EA: 'tape and reel',
      ED: 'tape and reel',
      TA: 'tape and reel',
      TD: 'tape and reel',
    }),
  ]],
};

const trimmer = (series: string, said: Statements = {}): Statements => ({ series, package: series, ...said });

export const vishayTrimmer: SeriesTable = {
  manufacturer: 'Vishay',
  category: 'potentiometer',
  id: 'vishay-trimmer',
  series: 'T18, T63, T73, T93, M64, TS53, TSM4',
  description: 'Trimmer',
  reference: {
    title: 'T93, 3/8 inch square multi-turn cermet trimmer, document 51027',
    url: 'https://www.vishay.com/docs/51027/t93.pdf',
  },
  forms: () => [[
    {
      name: 'model',
      codes: {
        M64W: trimmer('M64W'),
        M64X: trimmer('M64X'),
        M64Y: trimmer('M64Y'),
        M64Z: trimmer('M64Z'),
        T63XB: trimmer('T63XB'),
        T63YB: trimmer('T63YB'),
        T73XX: trimmer('T73XX'),
        T73YE: trimmer('T73YE'),
        T73YP: trimmer('T73YP'),
        T93XA: trimmer('T93XA'),
        T93XB: trimmer('T93XB'),
        T93YA: trimmer('T93YA'),
        T93YB: trimmer('T93YB'),
        T93ZA: trimmer('T93ZA'),
        TS53YJ: trimmer('TS53YJ'),
        TS53YL: trimmer('TS53YL'),
        TS63Y: trimmer('TS63Y'),
        TSM4YJ: trimmer('TSM4YJ'),
        TSM4YL: trimmer('TSM4YL'),
        TSM4ZJ: trimmer('TSM4ZJ'),
        TSM4ZL: trimmer('TSM4ZL'),
      },
    },
    value(zerosResistance(2)),
    codes('tolerance', 'tolerance', { K: 10, M: 20 }),
    bareCodes('packing', 'B25 B40 R05 R10 T20 T60 TR0 TU0'),
  ]],
};

export const vishayResistors: readonly SeriesTable[] = [
  vishayCrcw,
  vishayCrcwTinLead,
  vishayCrcw0201,
  vishayCrcwCommodity,
  vishayCrcwGrades,
  vishayRc,
  vishayTnpw,
  vishayBeyschlag,
  vishayLvr,
  vishayWsl,
  vishayThinFilm,
  vishayLeaded,
  vishayWirewound,
  vishayThermistor,
  vishayArray,
  vishayTrimmer,
];
