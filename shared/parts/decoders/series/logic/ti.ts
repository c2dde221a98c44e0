/** Logic of Texas Instruments: the 74 family with `SN74` and Harris's `CD74`, the 4000 family with `CD4`. */
import type { Statements } from '../../../finding.ts';
import type { CodeSegment, Forms, Segment, SeriesTable } from '../../table.ts';
import { functions4000, functions74, type Kinds, littleFunctions } from './functions.ts';
import { families, numbersOf, PINS, WIDE } from './logic.ts';

const REELED = { packaging: 'tape and reel' };
const TUBE = { packaging: 'tube' };

/** Packages by the pins of the function. */
function packages(pins: number): Record<string, Statements> {
  if (pins === 48) {
    return {
      DL: { package: 'SSOP-48 (7.5 mm wide)' },
      DGG: { package: 'TSSOP-48 (6.1 mm wide)' },
      DGV: { package: 'TVSOP-48' },
    };
  }
  const flat: Readonly<Record<number, string>> = {
    14: 'VQFN-14 (3.5 x 3.5 mm)',
    16: 'VQFN-16 (4 x 3.5 mm)',
    20: 'VQFN-20 (4.5 x 3.5 mm)',
    24: 'VQFN-24 (5.5 x 3.5 mm)',
  };
  return {
    ...(pins < 20 ? { D: { package: `SOIC-${pins}` } } : {}),
    ...(pins > 14 ? { DW: { package: `SOIC-${pins} ${WIDE}` } } : {}),
    [pins === 24 ? 'NT' : 'N']: { package: `DIP-${pins}` },
    NS: { package: `SO-${pins} (5.3 mm wide)` },
    DB: { package: `SSOP-${pins}` },
    PW: { package: `TSSOP-${pins}` },
    DGV: { package: `TVSOP-${pins}` },
    RGY: { package: flat[pins] },
    ...(pins === 14 ? { BQA: { package: 'WQFN-14 (3 x 2.5 mm)' } } : {}),
    ...(pins === 16
      ? { BQB: { package: 'WQFN-16 (3.5 x 2.5 mm)' }, RSV: { package: 'UQFN-16 (2.6 x 1.8 mm)' } }
      : {}),
    ...(pins === 20 ? { RKS: { package: 'VQFN-20 (4.5 x 2.5 mm)' } } : {}),
    ...(pins === 24 ? { RHL: { package: 'VQFN-24 (5.5 x 3.5 mm)' } } : {}),
  };
}

/** Gates by themselves. */
function littlePackages(pins: number): Record<string, Statements> {
  if (pins === 8) {
    return {
      DCT: { package: 'SM8 (SSOP-8, 2.8 mm wide)' },
      DCU: { package: 'VSSOP-8 (2.3 x 2 mm)' },
      DQE: { package: 'X2SON-8 (1.4 x 1 mm)' },
      RSE: { package: 'UQFN-8 (1.5 x 1.5 mm)' },
      YZP: { package: 'DSBGA-8' },
    };
  }
  return {
    DBV: { package: `SOT-23-${pins}` },
    DCK: { package: pins === 5 ? 'SC-70-5 (SOT-353)' : 'SC-70-6 (SOT-363)' },
    DRL: { package: pins === 5 ? 'SOT-553 (5 pins)' : 'SOT-563 (6 pins)' },
    DRY: { package: 'USON-6 (1.45 x 1 mm)' },
    DSF: { package: 'X2SON-6 (1 x 1 mm)' },
    ...(pins === 5 ? { DPW: { package: 'X2SON-5 (0.8 x 0.8 mm)' }, YZP: { package: 'DSBGA-5' } } : {}),
  };
}

/** Of numbers without `SN`, which have a reel and the code of a finish: `74AVC4T245RSVRG4`. */
const shortTails = (codes: Record<string, Statements>, version: string): Forms => [[
  { name: 'version', codes: Object.fromEntries(version.split(' ').map((code) => [code, {}])) },
  { name: 'package', codes },
  { name: 'packing', codes: { R: REELED, T: REELED } },
  { name: 'finish', codes: { G4: {}, E4: {} } },
]];

/** What follows the function, with and without a reel: without, thin ones come in tubes. */
function tails(codes: Record<string, Statements>, version: string): Forms {
  const inTubes = Object.entries(codes).map(([code, said]) =>
    [code, ['D', 'DW', 'N', 'NT', 'PW'].includes(code) ? { ...said, ...TUBE } : said] as const
  );
  const grade: Segment = { name: 'grade', codes: { '': {}, Q1: { qualification: 'AEC-Q100' }, EP: {} } };
  const finish: Segment = { name: 'finish', codes: { '': {}, G4: {}, E4: {}, G3: {} } };
  const start: readonly Segment[] = [
    { name: 'version', codes: Object.fromEntries(version.split(' ').map((code) => [code, {}])) },
    { name: 'temperature', codes: { '': {}, Q: {}, I: {} } },
  ];
  return [
    [
      ...start,
      { name: 'package', codes },
      { name: 'packing', codes: { R: REELED, T: REELED } },
      finish,
      grade,
    ],
    [...start, { name: 'package', codes: Object.fromEntries(inTubes) }, finish, grade],
  ];
}

const FAMILIES: Readonly<Record<Kinds, string>> = {
  t: 'LS S F ALS AS',
  c: 'AHC AHCT AC ACT LVC LVCH LVCZ LVT LVTH ALVC ALVCH ABT ABTH BCT AUC AUP AVC FCT',
  co: 'HC HCT LV',
};

/** Parts that are of no family's common functions, by pins. */
const special = (states: Statements, list: string): Record<string, Statements> =>
  Object.fromEntries(list.split(' ').map((code) => [code, { ...states, series: `SN74${code}` }]));

const SWITCH: Statements = { category: 'logic', description: 'Bus switch' };
const TRANSLATOR: Statements = { category: 'logic', description: 'Voltage-translating transceiver' };
const GATE: Statements = { category: 'logic', description: 'Voltage-translating gate' };

const SPECIALS: readonly (readonly [pins: number, isLittle: boolean, codes: Record<string, Statements>])[] = [
  [14, false, special(SWITCH, 'CBT3125 CBT3126 CBTLV3125 CBTLV3126 CB3T3125 CB3Q3125')],
  [
    16,
    false,
    special(
      SWITCH,
      'CBT3251 CBT3253 CBT3257 CBTLV3251 CBTLV3253 CBTLV3257 CB3T3253 CB3T3257 CB3Q3251 CB3Q3253 CB3Q3257',
    ),
  ],
  [20, false, special(SWITCH, 'CBT3244 CBT3245 CBTLV3245 CB3T3245 CB3Q3244 CB3Q3245')],
  [24, false, special(SWITCH, 'CBT3383 CBT3384 CBTLV3383 CBTLV3384 CBT6800 CBTD3384 CB3Q3384 CB3T3384')],
  [16, false, special(TRANSLATOR, 'AVC4T245 AVCH4T245 AXC4T245 AXCH4T245 AXC4T774 AVC4T774 AVC4T234')],
  [
    24,
    false,
    special(TRANSLATOR, 'AVC8T245 AVCH8T245 LVC8T245 LVCH8T245 AXC8T245 LXC8T245 LVCC3245 LVCC4245'),
  ],
  [
    48,
    false,
    special(TRANSLATOR, 'LVC16T245 LVCH16T245 AVC16T245 AVCH16T245 ALVC164245 AVCB164245 AVCA164245'),
  ],
  [6, true, special(TRANSLATOR, 'LVC1T45 AVC1T45 AVCH1T45 AXC1T45 LXC1T45 AXCH1T45')],
  [8, true, special(TRANSLATOR, 'LVC2T45 AVC2T45 AVCH2T45 LXC2T45 LVCH2T45 AXC2T45')],
  [
    5,
    true,
    special(
      GATE,
      'LV1T00 LV1T02 LV1T04 LV1T08 LV1T14 LV1T32 LV1T34 LV1T86 LV1T125 LV1T126 AUP1T34 AUP1T04 AUP1T17',
    ),
  ],
  [6, true, special(GATE, 'AUP1T57 AUP1T58 AUP1T97 AUP1T98')],
  [5, true, special(SWITCH, 'CBT1G125 CBT1G384 CBTD1G125 CBTLV1G125 CB3T1G125 CB3Q1G125')],
  [14, false, special(GATE, 'LV4T125 LV4T08')],
];

const SN74: Segment = { literal: 'SN74' };

const SHORT: Segment = { literal: '74' };

const littleFamilies = families('LVC AHC AHCT AUP AUC HCS', 'SN74');
const forms74 = (): Forms => [
  ...(Object.keys(FAMILIES) as Kinds[]).flatMap((kinds) =>
    PINS.flatMap((pins) => {
      // plain TTL has no letters
      const own = families(FAMILIES[kinds], 'SN74', kinds === 't' && pins < 20);
      return numbersOf([SN74, own, functions74(kinds, pins)], tails(packages(pins), ' A B C'));
    })
  ),
  ...([[1, 5], [1, 6], [1, 8], [2, 6], [2, 8], [3, 8]] as const).flatMap(([gates, pins]) =>
    numbersOf(
      [SN74, littleFamilies, { literal: `${gates}G` }, littleFunctions(gates, pins)],
      tails(littlePackages(pins), ' A'),
    )
  ),
  ...SPECIALS.flatMap(([pins, isLittle, codes]) =>
    numbersOf([SN74, { name: 'base', codes }], tails(isLittle ? littlePackages(pins) : packages(pins), ' A'))
  ),
  [
    SN74,
    { name: 'base', codes: special(TRANSLATOR, 'AVC2T245 AVCH2T245 AVC2T872') },
    { name: 'package', codes: { RSW: { package: 'UQFN-10 (1.8 x 1.4 mm)' } } },
    { name: 'packing', codes: { R: REELED } },
  ],
  ...([[1, 5], [1, 6], [2, 6], [2, 8]] as const).flatMap(([gates, pins]) =>
    numbersOf(
      [SHORT, littleFamilies, { literal: `${gates}G` }, littleFunctions(gates, pins)],
      shortTails(littlePackages(pins), ' A'),
    ).slice(0, 1)
  ),
  ...SPECIALS.flatMap(([pins, isLittle, codes]) =>
    numbersOf(
      [SHORT, { name: 'base', codes }],
      shortTails(isLittle ? littlePackages(pins) : packages(pins), ' A'),
    ).slice(0, 1)
  ),
  // As everybody calls the TTL families.
  ...PINS.flatMap((pins) => numbersOf([SHORT, families('LS ALS', '74'), functions74('t', pins)], [], 'A B')),
];

/** Harris's packages, which CD74 and CD4 still have. */
function harrisPackages(pins: number): CodeSegment {
  const soic = { package: pins < 20 ? `SOIC-${pins}` : `SOIC-${pins} ${WIDE}` };
  return {
    name: 'package',
    codes: {
      E: { package: `DIP-${pins}`, ...TUBE },
      ...(pins === 24 ? { EN: { package: 'DIP-24', ...TUBE } } : {}),
      M: { ...soic, ...TUBE },
      M96: { ...soic, ...REELED },
      MT: { ...soic, ...REELED },
      NSR: { package: `SO-${pins} (5.3 mm wide)`, ...REELED },
      PW: { package: `TSSOP-${pins}`, ...TUBE },
      PWR: { package: `TSSOP-${pins}`, ...REELED },
      PWT: { package: `TSSOP-${pins}`, ...REELED },
      SM96: { package: `SSOP-${pins}`, ...REELED },
      ...(pins === 16 ? { DWR: { package: `SOIC-16 ${WIDE}`, ...REELED } } : {}),
      F: { package: `CDIP-${pins}` },
    },
  };
}

const HARRIS_END: readonly Segment[] = [{
  name: 'finish',
  codes: { '': {}, E4: {}, G4: {}, '3A': {}, Q1: { qualification: 'AEC-Q100' } },
}];

const harrisTails = (pins: number, version: string): Forms => [[
  { name: 'version', codes: Object.fromEntries(version.split(' ').map((code) => [code, {}])) },
  harrisPackages(pins),
  ...HARRIS_END,
]];

const formsHarris = (): Forms => [
  ...([['co', 'HC HCT'], ['c', 'AC ACT']] as const).flatMap(([kinds, list]) =>
    PINS.filter((pins) => pins < 48).flatMap((pins) =>
      numbersOf(
        [{ literal: 'CD74' }, families(list, 'CD74'), functions74(kinds, pins)],
        harrisTails(pins, ' A'),
      )
    )
  ),
  ...[14, 16, 24].flatMap((pins) =>
    numbersOf([{ literal: 'CD' }, functions4000(pins)], harrisTails(pins, 'B UB A'), 'B UB')
  ),
];

export const tiLogic: SeriesTable = {
  id: 'ti-logic',
  manufacturer: 'Texas Instruments',
  category: 'logic',
  series: 'Logic',
  description: 'Logic circuit',
  reference: {
    title: 'Logic guide, SDYU001: device names and package designators',
    url: 'https://www.ti.com/lit/sg/sdyu001ab/sdyu001ab.pdf',
  },
  forms: () => [...forms74(), ...formsHarris()],
};
