/** Texas Instruments, with what was National Semiconductor, Burr-Brown and Unitrode: each numbers its parts in its own way. */
import type { Statements } from '../../../finding.ts';
import { onFirstUse } from '../../once.ts';
import { codes } from '../../segments.ts';
import type { CodeSegment, Forms, Segment, SeriesTable } from '../../table.ts';
import {
  bareForms,
  type Codes,
  dash,
  lettersAndPins,
  maybe,
  orderableForms,
  orderables,
  packageCodes,
  type PackageNames,
  slash,
  tokensOf,
} from './orderable.ts';
import { TI } from './ti-list.ts';
import { BURR_BROWN, NATIONAL, UNITRODE } from './ti-legacy-lists.ts';

const names = lettersAndPins({
  D: 'SOIC-#',
  DAD: 'HTSSOP-#',
  DAP: 'HTSSOP-#',
  DB: 'SSOP-#',
  DBQ: 'SSOP-# (3.9 mm wide)',
  DBT: 'TSSOP-#',
  DBV: 'SOT-23-#',
  DBZ: 'SOT-23-3',
  DCA: 'HTSSOP-#',
  DCK: 'SC-70-#',
  DCK3: 'SC-70-3 (SOT-323)',
  DCK5: 'SC-70-5 (SOT-353)',
  DCK6: 'SC-70-6 (SOT-363)',
  DCN: 'SOT-23-8',
  DCP: 'HTSSOP-#',
  DCQ: 'SOT-223-#',
  DCT: 'SM8 (SSOP-8, 2.8 mm wide)',
  DCU: 'VSSOP-8 (2.3 x 2 mm)',
  DCY: 'SOT-223-4',
  DDA: 'HSOIC-8 (SO PowerPAD)',
  DDC: 'TSOT-23-#',
  DDF: 'TSOT-23-8',
  DDV: 'HTSSOP-#',
  DDW: 'HTSSOP-#',
  DGG: 'TSSOP-# (6.1 mm wide)',
  DGK: 'VSSOP-8',
  DGN: 'HVSSOP-8 (PowerPAD)',
  DGQ: 'HVSSOP-10 (PowerPAD)',
  DGS: 'VSSOP-#',
  DGV: 'TVSOP-#',
  DL: 'SSOP-# (7.5 mm wide)',
  DLA: 'VSON-10 (3 x 2 mm)',
  DLC: 'VSON-8 (2 x 1.5 mm)',
  DMB: 'WSON-6 (3 x 3 mm)',
  DNP: 'USON-6 (2 x 2 mm)',
  DNT: 'WSON-12 (4 x 4 mm)',
  DPL: 'X2SON-2 (0.6 x 0.3 mm)',
  DPR: 'WSON-10 (4 x 4 mm)',
  DPU: 'WSON-14 (3 x 2 mm)',
  DPW: 'X2SON-# (0.8 x 0.8 mm)',
  DPY: 'X1SON-2 (1 x 0.6 mm)',
  DQA: 'USON-10 (2.5 x 1 mm)',
  DQC: 'WSON-10 (3 x 2 mm)',
  DQN: 'X2SON-4 (1 x 1 mm)',
  DQP: 'VSON-22 (6 x 5 mm)',
  DRB: 'VSON-8 (3 x 3 mm)',
  DRC: 'VSON-10 (3 x 3 mm)',
  DRG: 'WSON-8 (3 x 3 mm)',
  DRL: 'SOT-5X3-#',
  DRL5: 'SOT-553 (5 pins)',
  DRL6: 'SOT-563 (6 pins)',
  DRT: 'SOT-9X3-3 (1 x 1 mm)',
  DRV: 'WSON-6 (2 x 2 mm)',
  DRY: 'USON-6 (1.45 x 1 mm)',
  DSC: 'WSON-10 (3 x 3 mm)',
  DSE: 'WSON-6 (1.5 x 1.5 mm)',
  DSF: 'X2SON-6 (1 x 1 mm)',
  DSG: 'WSON-8 (2 x 2 mm)',
  DSJ: 'VSON-14 (4 x 3 mm)',
  DSK: 'WSON-10 (2.5 x 2.5 mm)',
  DSQ: 'WSON-10 (2 x 2 mm)',
  DSS: 'WSON-12 (3 x 2 mm)',
  DTS: 'SOT-5X3-8',
  DUB: 'SOP-8 (gull wing)',
  DW: 'SOIC-# (7.5 mm wide)',
  DWP: 'HSOIC-20 (7.5 mm wide)',
  DWV: 'SOIC-8 (7.5 mm wide)',
  DWY: 'SOIC-6 (7.5 mm wide)',
  DYY: 'SOT-23-# (thin)',
  KC: 'TO-220-#',
  KCS: 'TO-220-#',
  KCT: 'TO-220-#',
  KTT: 'TO-263-#',
  KTW: 'TO-263-7',
  KVU: 'TO-252-#',
  LP: 'TO-92-3',
  LPG: 'TO-92-3',
  LPG2: 'TO-92-2',
  LPM: 'TO-92-3 (formed leads)',
  N: 'DIP-#',
  NE: 'DIP-#',
  NS: 'SO-# (5.3 mm wide)',
  NT: 'DIP-#',
  P: 'DIP-8',
  PAG: 'TQFP-64 (10 x 10 mm)',
  PAP: 'HTQFP-64 (10 x 10 mm)',
  PBS: 'TQFP-32 (5 x 5 mm)',
  PFB: 'TQFP-48 (7 x 7 mm)',
  PHP: 'HTQFP-48 (7 x 7 mm)',
  PK: 'SOT-89-3',
  PM: 'LQFP-64 (10 x 10 mm)',
  PN: 'LQFP-80 (12 x 12 mm)',
  PS: 'SO-8 (5.3 mm wide)',
  PT: 'LQFP-48 (7 x 7 mm)',
  PW: 'TSSOP-#',
  PWP: 'HTSSOP-#',
  PZP: 'HTQFP-100 (14 x 14 mm)',
  RGC: 'VQFN-64 (9 x 9 mm)',
  RGE: 'VQFN-24 (4 x 4 mm)',
  RGH: 'WQFN-16 (4 x 4 mm)',
  RGP: 'VQFN-20 (4 x 4 mm)',
  RGR: 'VQFN-20 (3.5 x 3.5 mm)',
  RGT: 'VQFN-16 (3 x 3 mm)',
  RGV: 'VQFN-16 (4 x 4 mm)',
  RGW: 'VQFN-20 (5 x 5 mm)',
  RGY14: 'VQFN-14 (3.5 x 3.5 mm)',
  RGY16: 'VQFN-16 (4 x 3.5 mm)',
  RGY20: 'VQFN-20 (4.5 x 3.5 mm)',
  RGY24: 'VQFN-24 (5.5 x 3.5 mm)',
  RGZ: 'VQFN-48 (7 x 7 mm)',
  RHA: 'VQFN-40 (6 x 6 mm)',
  RHB: 'VQFN-32 (5 x 5 mm)',
  RHD: 'VQFN-28 (5 x 5 mm)',
  RHH: 'VQFN-36 (6 x 6 mm)',
  RHL14: 'VQFN-14 (3.5 x 3.5 mm)',
  RHL20: 'VQFN-20 (4.5 x 3.5 mm)',
  RKS: 'VQFN-20 (4.5 x 2.5 mm)',
  RLT: 'VSON-7 (2 x 2 mm)',
  RJN: '',
  DMQ: '',
  RNR: 'VQFN-11 (2.5 x 2 mm)',
  RNW: '',
  RNS: '',
  RWL: '',
  RMW: '',
  RNC: '',
  RJK: '',
  YZV: 'DSBGA-4',
  RLR: '',
  RNX: '',
  RQM: '',
  RPW: '',
  RUN: 'WQFN-10 (2 x 2 mm)',
  RNQ: '',
  ZQZ: '',
  ZXH: '',
  DWE: 'SOIC-16 (7.5 mm wide)',
  YPA: '',
  NJK: '',
  YQW: '',
  ZBH: '',
  RNP: '',
  RNH: 'WQFN-30 (4.5 x 2.5 mm)',
  RNM: 'VQFN-15 (3 x 2.5 mm)',
  RNN: 'VQFN-18 (3.5 x 3.5 mm)',
  RSA: 'VQFN-16 (4 x 4 mm)',
  RTA: 'WQFN-40 (6 x 6 mm)',
  RTV: 'WQFN-32 (5 x 5 mm)',
  RKM: 'WQFN-100 (9 x 9 mm)',
  RSB: 'WQFN-40 (5 x 5 mm)',
  RSE8: 'UQFN-8 (1.5 x 1.5 mm)',
  RSE10: 'UQFN-10 (2 x 1.5 mm)',
  RSH: 'VQFN-56 (7 x 7 mm)',
  RSL: 'VQFN-48 (6 x 6 mm)',
  RSM: 'VQFN-32 (4 x 4 mm)',
  RSN: 'WQFN-32 (4 x 4 mm)',
  RSV: 'UQFN-16 (2.6 x 1.8 mm)',
  RSW: 'UQFN-10 (1.8 x 1.4 mm)',
  RTC: 'VQFN-48 (7 x 7 mm)',
  RTE: 'WQFN-16 (3 x 3 mm)',
  RTJ: 'QFN-20 (4 x 4 mm)',
  RTW: 'WQFN-24 (4 x 4 mm)',
  RTY: 'QFN-16 (4 x 4 mm)',
  RUA: 'WQFN-42 (9 x 3.5 mm)',
  RUG8: 'X2QFN-8 (1.5 x 1.5 mm)',
  RUG10: 'X2QFN-10 (2 x 1.5 mm)',
  RUK: 'WQFN-20 (3 x 3 mm)',
  RUT: 'UQFN-12 (2 x 1.7 mm)',
  RUX: 'VQFN-12 (2.5 x 2 mm)',
  RVA: 'VQFN-16 (3.5 x 3.5 mm)',
  RVC: 'WQFN-20 (4 x 3 mm)',
  RVE: 'VQFN-28 (4.5 x 3.5 mm)',
  RWB: 'X2QFN-12 (1.6 x 1.6 mm)',
  SIL: 'µSIL-#',
  VF: 'LQFP-32 (7 x 7 mm)',
  YBG: 'DSBGA-#',
  YFF: 'DSBGA-#',
  YFP: 'DSBGA-#',
  YZF: 'DSBGA-#',
  YZP: 'DSBGA-#',
  YZT: 'DSBGA-#',
});

const REELED = { packaging: 'tape and reel' };
/** What is delivered in tubes where no letter of a reel follows. */
const TUBES = new Set('D DW N NE NT P PW'.split(' '));

/** Lead-free finishes, which TI wrote before all of its parts had one. */
const FINISH: Segment = { name: 'finish', codes: { '': {}, G3: {}, G4: {}, E3: {}, E4: {} } };
const CAR = { qualification: 'AEC-Q100' };
const GRADE: Segment = { name: 'grade', codes: { '': {}, Q1: CAR, EP: {} } };

function tiForms(
  base: CodeSegment,
  variant: CodeSegment | undefined,
  packages: readonly string[],
): Forms {
  const start: readonly Segment[] = variant ? [base, dash, variant] : [base];
  const all = packageCodes(packages.includes('LP') ? [...packages, 'LPM'] : packages, names);
  const inTubes = Object.entries(all.codes).filter(([code]) => TUBES.has(code));
  const reel: Segment = { name: 'packing', codes: { R: REELED, T: REELED } };
  const tubed = Object.fromEntries(inTubes.map(([code, said]) => [code, { ...said, packaging: 'tube' }]));
  return [
    [...start, all, reel, FINISH, GRADE],
    [...start, { name: 'package', codes: { ...all.codes, ...tubed } }, FINISH, GRADE],
  ];
}

/** The automotive ones have a Q where the others have the letter of their range of temperatures, if any. */
function automotive(codes: Codes): Codes {
  const renamed = Object.entries(codes).map(([code, said]) =>
    [`${code === said.series ? code : code.replace(/[CI]$/, '')}Q`, said] as const
  );
  return Object.fromEntries(renamed.filter(([code]) => !Object.hasOwn(codes, code)));
}

const NATIONAL_BODIES: Readonly<Record<string, string>> = {
  M3: 'SOT-23-#',
  M5: 'SOT-23-#',
  M6: 'SOT-23-#',
  M7: 'SC-70-# (SOT-353)',
  M: 'SOIC-#',
  MA: 'SOIC-#',
  N: 'DIP-#',
  NA: 'DIP-#',
  HA: 'Metal can, # leads',
  H: 'Metal can, # leads',
  K: 'TO-3',
  MM: 'VSSOP-#',
  MF: 'SOT-23-#',
  MK: 'TSOT-23-#',
  MG: 'SC-70-# (SOT-353)',
  MP: 'SOT-223-#',
  MT: 'TSSOP-#',
  MTC: 'TSSOP-#',
  MH: 'HTSSOP-#',
  MR: 'HSOIC-# (PowerPAD)',
  MY: 'HVSSOP-# (PowerPAD)',
  DT: 'TO-252-#',
  S: 'TO-263-#',
  T: 'TO-220-#',
  TF: 'TO-220-# (insulated)',
  TJ: 'TO-263-# (thin)',
  TZ: 'TO-PMOD-#',
  Z: 'TO-92-#',
  LD: 'WSON-#',
  SD: 'WSON-#',
  SN: 'X2SON-# (1 x 1 mm)',
  SQ: 'WQFN-#',
  TP: 'DSBGA-#',
  UV: 'DSBGA-#',
  VV: 'LQFP-# (7 x 7 mm)',
  VH: 'PQFP-#',
};

/**
 * `CIM8`: grade, package and pins, with `W` behind them where the body is wide and `:` before them where the package ends
 * with a figure. `!` ends what is sold lead-free only.
 */
const nationalNames: PackageNames = (word) => {
  const [, code = '', pins = '', wide = ''] = /^([A-Z]+|[A-Z]+\d:)(\d+)(W?)!?$/.exec(word) ?? [];
  const letters = code.replace(':', '');
  const bodies = [3, 2, 1].map((length) => NATIONAL_BODIES[letters.slice(-length)]);
  const body = bodies.find((name) => name !== undefined)?.replace('#', pins);
  return [letters, wide ? `${body} (7.5 mm wide)` : body];
};

function nationalForms(
  base: CodeSegment,
  voltage: CodeSegment | undefined,
  packages: readonly string[],
): Forms {
  const leadFree = packages.filter((word) => word.endsWith('!'));
  const volts: readonly Segment[] = voltage ? [{ optional: [dash, voltage] }] : [];
  return [
    [
      base,
      packageCodes(packages.filter((word) => !leadFree.includes(word)), nationalNames),
      { name: 'packing', codes: { '': {}, X: REELED, E: REELED } },
      ...volts,
      maybe(slash, 'NOPB'),
    ],
    // TI has the others under the same number
    ...(leadFree.length > 0
      ? [[base, packageCodes(leadFree, nationalNames), ...volts, slash, { literal: 'NOPB' }]]
      : []),
  ];
}

const BURR_BROWN_BODIES: Readonly<Record<string, string>> = {
  E: 'SSOP-# (3.9 mm wide)',
  F: 'TO-263-#',
  N: 'SOT-23-#',
  P: 'DIP-#',
  S: 'TO-220-#',
  T: 'TO-220-#',
  U: 'SOIC-#',
};

/** `UA16W`: package, grade, pins; `M` behind them for VSSOP, `T` for TSSOP, `W` for a wide body. A grade may come first. */
const burrBrownNames: PackageNames = (word) => {
  const [, code = '', pins = '', body = ''] = /^([A-Z]+)(\d+)([MTW]?)$/.exec(word) ?? [];
  if (body === 'M') return [code, `VSSOP-${pins}`];
  if (body === 'T') return [code, `TSSOP-${pins}`];
  const letter = code.replace(/^[ABCGK](?=.)|[ABCS]$/g, '') || code;
  const name = BURR_BROWN_BODIES[letter]?.replace('#', pins);
  return [code, body === 'W' ? `${name} (7.5 mm wide)` : name];
};

const REEL_SIZES: CodeSegment = {
  name: 'packing',
  codes: { '250': REELED, '500': REELED, '1K': REELED, '2K': REELED, '2K5': REELED, '3K': REELED },
};

function burrBrownForms(
  base: CodeSegment,
  _variant: CodeSegment | undefined,
  packages: readonly string[],
): Forms {
  const finish: Segment = { name: 'finish', codes: { '': {}, G4: {}, E4: {} } };
  return [[base, packageCodes(packages, burrBrownNames), { optional: [slash, REEL_SIZES] }, finish]];
}

const unitrodeNames: PackageNames = (word) => {
  if (word === 'D8') return ['D8', 'SOIC-8'];
  const [, code = '', pins = ''] = /^([A-Z]+)(\d+)S?$/.exec(word) ?? [];
  return [code, names(code + pins)[1]];
};

function unitrodeForms(
  base: CodeSegment,
  _variant: CodeSegment | undefined,
  packages: readonly string[],
): Forms {
  return [[
    base,
    packageCodes(packages, unitrodeNames),
    { name: 'packing', codes: { '': {}, TR: REELED } },
    { name: 'finish', codes: { '': {}, G4: {} } },
  ]];
}

const REG1117: Statements = {
  category: 'linear_regulator',
  description: 'Low-dropout regulator, 800 mA',
  package: 'SOT-223-4',
  series: 'REG1117',
};

/** Gone through when the first number is read that one of them may have. */
const LISTS = onFirstUse(() => ({
  ti: tokensOf(TI),
  national: tokensOf(NATIONAL, true),
  burrBrown: tokensOf(BURR_BROWN),
  unitrode: tokensOf(UNITRODE),
}));

function formsFor(start: string): Forms {
  const ti = orderables(LISTS().ti, start);
  const national = orderables(LISTS().national, start, true);
  const burrBrown = orderables(LISTS().burrBrown, start);
  const unitrode = orderables(LISTS().unitrode, start);
  return [
    ...orderableForms(ti, tiForms),
    ...orderableForms(
      ti.filter(({ variant }) => !variant).map((number) => ({ ...number, stem: automotive(number.stem) })),
      (base, _variant, packages): Forms => [[
        base,
        packageCodes(packages, names),
        { name: 'packing', codes: { '': {}, R: REELED, T: REELED } },
        { name: 'finish', codes: { '': {}, G4: {} } },
        { name: 'grade', codes: { Q1: CAR, EP: {} } },
      ]],
    ),
    ...orderableForms(national, nationalForms),
    ...orderableForms(burrBrown, burrBrownForms),
    ...orderableForms(unitrode, unitrodeForms),
    // the voltage is all that tells these from each other
    ...('REG1117'.startsWith(start)
      ? [[
        { name: 'base', codes: { REG1117: REG1117, REG1117A: REG1117 } },
        {
          optional: [
            dash,
            codes('variant', 'nominal_voltage', { '1.8': 1.8, '2.5': 2.5, '2.85': 2.85, '3.3': 3.3, '5': 5 }),
          ],
        },
        { optional: [slash, REEL_SIZES] },
        { name: 'finish', codes: { '': {}, G4: {} } },
      ]]
      : []),
    ...bareForms([...ti, ...national, ...burrBrown, ...unitrode], [{
      optional: [dash, { name: 'grade', codes: { Q1: CAR } }],
    }]),
  ];
}

export const texasInstruments: SeriesTable = {
  id: 'ti',
  manufacturer: 'Texas Instruments',
  category: 'integrated_circuit',
  series: 'Integrated circuits',
  description: 'Integrated circuit',
  reference: {
    title: 'Packaging terminology',
    url: 'https://www.ti.com/support-packaging/packaging-resources/packaging-terminology.html',
  },
  hasOwnDashes: true,
  constraints: [
    // no reels of what has leads through the board, and none of these endings: `LM358DT` is STMicroelectronics'
    { when: { package: ['N', 'NE', 'NT', 'P'], packing: ['R', 'T'] }, then: { packing: [] } },
    { when: { package: ['D'], packing: ['T'] }, then: { packing: [] } },
  ],
  forms: () => formsFor(''),
  formsFor,
};
