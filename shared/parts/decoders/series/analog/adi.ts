/** Analog Devices, with what was Linear Technology, Maxim and Dallas: each numbers its parts in its own way. */
import type { Statements } from '../../../finding.ts';
import { onFirstUse } from '../../once.ts';
import type { CodeSegment, Forms, Segment, SeriesTable } from '../../table.ts';
import { ANALOG, ANALOG_FIXED, LINEAR } from './adi-lists.ts';
import { DALLAS, MAXIM } from './maxim-list.ts';
import {
  bareForms,
  dash,
  lettersAndPins,
  orderableForms,
  orderables,
  packageCodes,
  type PackageNames,
  tokensOf,
} from './orderable.ts';

const REELED = { packaging: 'tape and reel' };
const WIDE = '(7.5 mm wide)';

/** A form of a number with its base, what follows a dash, and its packages. */
type FormsOf = (
  base: CodeSegment,
  variant: CodeSegment | undefined,
  packages: readonly string[],
) => Forms;

/** `Z=SOIC-8`: code and name. */
const dallasNames: PackageNames = (word) => {
  const [code = '', name = ''] = word.split('=');
  return [code, name.replaceAll('_', ' ')];
};
const inAnalogLetters = lettersAndPins({
  BC: 'CSPBGA-#',
  BG: 'CBGA-#',
  CB: 'WLCSP-#',
  CC: 'LGA-#',
  CP: 'LFCSP-#',
  D: 'CDIP-#',
  E: 'LCC-#',
  EZ: 'LCC-#',
  F: 'Flatpack-#',
  H: 'TO-52-#',
  KC: 'SOT-223-#',
  KS: 'SC-70-#',
  N: 'DIP-#',
  P: 'DIP-#',
  Q: 'CDIP-#',
  R: 'SOIC-#',
  RD: 'SOIC-# (exposed pad)',
  RE: 'TSSOP-# (exposed pad)',
  RI: `SOIC-# ${WIDE}`,
  RJ: 'SOT-23-#',
  RK: 'SOT-89-#',
  RM: 'MSOP-#',
  RN: 'SOIC-#',
  RQ: 'QSOP-#',
  RS: 'SSOP-#',
  RT: 'SOT-23-#',
  RU: 'TSSOP-#',
  RW: `SOIC-# ${WIDE}`,
  S: 'SOIC-#',
  ST: 'LQFP-#',
  SU: 'TQFP-#',
  SV: 'TQFP-#',
  SW: 'LQFP-#',
  T: 'TO-92-#',
  UJ: 'TSOT-23-#',
});

/** `T9=TO-92-3` is a package whose code has a figure. */
const analogNames: PackageNames = (word) => word.includes('=') ? dallasNames(word) : inAnalogLetters(word);

/** `Z` is lead-free; without it the part is another one. */
const LEAD_FREE: Segment = { name: 'finish', codes: { '': {}, Z: {} } };
const ANALOG_PACKING: Segment = {
  optional: [dash, {
    name: 'packing',
    codes: {
      REEL: REELED,
      REEL7: REELED,
      RL: REELED,
      RL7: REELED,
      R7: REELED,
      R2: REELED,
      WP: { packaging: 'tray' },
    },
  }],
};

const analogForms: FormsOf = (base, variant, packages) => [[
  base,
  ...(variant ? [dash, variant] : []),
  packageCodes(packages, analogNames),
  LEAD_FREE,
  ANALOG_PACKING,
]];

/** The voltage stands behind the package. */
const analogFixedForms: FormsOf = (base, voltage, packages) => [[
  base,
  packageCodes(packages, analogNames),
  LEAD_FREE,
  ...(voltage ? [dash, voltage] : []),
  ANALOG_PACKING,
]];

const LINEAR_BODIES: Readonly<Record<string, string>> = {
  CS: 'TO-46-#',
  DC: 'DFN-#',
  DCB: 'DFN-#',
  DD: 'DFN-# (3 x 3 mm)',
  DDB: 'DFN-# (3 x 2 mm)',
  DHD: 'DFN-# (5 x 4 mm)',
  DE: 'DFN-# (4 x 3 mm)',
  FE: 'TSSOP-# (exposed pad)',
  G: 'SSOP-# (5.3 mm wide)',
  GN: 'SSOP-# (3.9 mm wide)',
  H: 'Metal can, # leads',
  LX: 'LQFP-#',
  LXE: 'LQFP-#',
  M: 'TO-263-#',
  MS: 'MSOP-#',
  MSE: 'MSOP-# (exposed pad)',
  N: 'DIP-#',
  Q: 'TO-263-#',
  R: 'TO-263-#',
  S: 'SOIC-#',
  ST: 'SOT-223-#',
  SW: `SOIC-# ${WIDE}`,
  T: 'TO-220-#',
  UC: 'QFN-#',
  UD: 'QFN-# (3 x 3 mm)',
  UDC: 'QFN-# (4 x 3 mm)',
  UF: 'QFN-# (4 x 4 mm)',
  UFD: 'QFN-# (5 x 4 mm)',
  UH: 'QFN-# (5 x 5 mm)',
  UHE: 'QFN-# (6 x 5 mm)',
  UHF: 'QFN-# (7 x 5 mm)',
  UHH: 'QFN-# (6 x 5 mm)',
  UKG: 'QFN-# (8 x 7 mm)',
  UKJ: 'QFN-# (7 x 5 mm)',
  V: 'LQFN-#',
  Z: 'TO-92-#',
};

/** Codes that have their pins. */
const LINEAR_CODES: Readonly<Record<string, string>> = {
  MS8: 'MSOP-8',
  MS8E: 'MSOP-8 (exposed pad)',
  N8: 'DIP-8',
  S3: 'SOT-23-3',
  S5: 'TSOT-23-5',
  S6: 'TSOT-23-6',
  S8: 'SOIC-8',
  S8E: 'SOIC-8 (exposed pad)',
  SC6: 'SC-70-6',
  TS5: 'TSOT-23-5',
  TS8: 'TSOT-23-8',
};

const inLetters = lettersAndPins(LINEAR_BODIES);
const linearNames: PackageNames = (word) => {
  const own = LINEAR_CODES[word];
  if (own !== undefined) return [word, own];
  return /\d$/.test(word) ? inLetters(word) : [word, ''];
};

/** `#TR` is a reel, `#PBF` lead-free: `LT1763CS8` is another part than `LT1763CS8#PBF`. */
const linearForms: FormsOf = (base, variant, packages) => [[
  base,
  packageCodes(packages, linearNames),
  ...(variant ? [{ optional: [dash, variant] }] : []),
  {
    optional: [{ separator: '#' }, {
      name: 'packing',
      codes: {
        PBF: {},
        TR: REELED,
        TRPBF: REELED,
        TRM: REELED,
        TRMPBF: REELED,
      },
    }],
  },
]];

// deno-fmt-ignore
const PINS: Readonly<Record<string, number>> = {
  A: 8, B: 10, C: 12, D: 14, E: 16, G: 24, H: 44, I: 28, J: 32, K: 5, L: 40, M: 48, N: 18, P: 20, R: 3, S: 4, T: 6, X: 36,
};
const MAXIM_BODIES: Readonly<Record<string, string>> = {
  A: 'SSOP-#',
  E: 'QSOP-#',
  L: 'µDFN-#',
  N: 'DIP-#',
  P: 'DIP-#',
  S: 'SOIC-#',
  U: 'TSSOP-#',
  W: `SOIC-# ${WIDE}`,
  X: 'SC-70-#',
};
const MAXIM_CODES: Readonly<Record<string, string>> = {
  DT: 'UTDFN-6 (optical)',
  FD: 'OESIP-14',
  HJ: 'TQFP-32',
  KA: 'SOT-23-8',
  TH: 'TQFN-44',
  TN: 'TQFN-56',
  UA: 'MSOP-8 (µMAX)',
  UB: 'MSOP-10 (µMAX)',
  UK: 'SOT-23-5',
  UR: 'SOT-23-3',
  US: 'SOT-143-4',
  UT: 'SOT-23-6',
  ZK: 'TSOT-23-5',
  ZT: 'TSOT-23-6',
  CR: 'TO-92-3',
};
/** Maxim's letters: the body and the number of its pins. */
const maximNames: PackageNames = (word) => {
  const own = MAXIM_CODES[word];
  if (own !== undefined) return [word, own];
  const pins = PINS[word.charAt(1)] ?? 0;
  // thin ones with few pins have them on two sides
  if (word.startsWith('T')) return [word, `${pins < 16 ? 'TDFN' : 'TQFN'}-${pins}`];
  return [word, MAXIM_BODIES[word.charAt(0)]?.replace('#', `${pins}`)];
};

const range = (temperature_range: string): Statements => ({ temperature_range });
const TEMPERATURE: CodeSegment = {
  name: 'temperature',
  codes: {
    C: range('0 to 70 °C'),
    I: range('-20 to 85 °C'),
    E: range('-40 to 85 °C'),
    A: range('-40 to 125 °C'),
    M: range('-55 to 125 °C'),
  },
};

/** `+` is lead-free, `#` so by exemption, `/V` for cars; `T` is a reel. */
const MAXIM_ENDS: Forms = [
  [{
    name: 'packing',
    codes: { '': {}, '+': {}, '+T': REELED, '+TG51': REELED, 'T+': REELED, '+T&R': REELED, '+T10': REELED },
  }],
  [{ separator: '-' }, { name: 'packing', codes: { T: REELED } }],
  [{ separator: '/' }, {
    name: 'packing',
    codes: { 'V+': { qualification: 'AEC-Q100' }, 'V+T': { qualification: 'AEC-Q100', ...REELED } },
  }],
];

const maximForms: FormsOf = (base, _variant, packages) =>
  MAXIM_ENDS.map((end) => [base, TEMPERATURE, packageCodes(packages, maximNames), ...end]);

const LEAD_FREE_REELS = { '+': {}, '+T': REELED, '+T&R': REELED, '+TR': REELED };
const dallasForms: FormsOf = (base, variant, packages) => {
  const all = packageCodes(packages, dallasNames);
  const marked = Object.fromEntries(Object.entries(all.codes).filter(([code]) => code !== ''));
  const volts: readonly Segment[] = variant ? [dash, variant] : [];
  const forms: readonly (readonly [CodeSegment, CodeSegment, ...Segment[]])[] = [
    [base, all, ...volts, { name: 'packing', codes: LEAD_FREE_REELS }],
    [base, { ...all, codes: marked }, ...volts],
    [base, { ...all, codes: marked }, ...volts, { separator: '#' }, {
      name: 'packing',
      codes: { 'T&R': REELED },
    }],
  ];
  return forms.filter(([, { codes }]) => Object.keys(codes).length > 0);
};

/** Gone through when the first number is read that one of them may have. */
const LISTS = onFirstUse(() => ({
  analog: tokensOf(ANALOG),
  analogFixed: tokensOf(ANALOG_FIXED, true),
  linear: tokensOf(LINEAR, true),
  maxim: tokensOf(MAXIM),
  dallas: tokensOf(DALLAS, true),
}));

function formsFor(start: string): Forms {
  const analog = orderables(LISTS().analog, start);
  const analogFixed = orderables(LISTS().analogFixed, start, true);
  const linear = orderables(LISTS().linear, start, true);
  const maxim = orderables(LISTS().maxim, start);
  const dallas = orderables(LISTS().dallas, start, true);
  return [
    ...orderableForms(analog, analogForms),
    ...orderableForms(analogFixed, analogFixedForms),
    ...orderableForms(linear, linearForms),
    ...orderableForms(maxim, maximForms),
    ...orderableForms(dallas, dallasForms),
    ...bareForms([...analog, ...analogFixed, ...linear, ...maxim, ...dallas], []),
  ];
}

export const analogDevices: SeriesTable = {
  id: 'adi',
  manufacturer: 'Analog Devices',
  category: 'integrated_circuit',
  series: 'Integrated circuits',
  description: 'Integrated circuit',
  reference: {
    title: 'Package index',
    url: 'https://www.analog.com/en/resources/packaging-quality-symbols-footprints/package-index.html',
  },
  hasOwnDashes: true,
  forms: () => formsFor(''),
  formsFor,
};
