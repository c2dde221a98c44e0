/** Logic of Nexperia, once of NXP and Philips: the 74 family, the 4000 family as HEF4000, translators. */
import type { Statements } from '../../../finding.ts';
import type { Forms, Segment, SeriesTable } from '../../table.ts';
import { functions4000, functions74, littleFunctions } from './functions.ts';
import { families, numbersOf, PINS, WIDE } from './logic.ts';

const REELED = { packaging: 'tape and reel' };
const Q100 = { qualification: 'AEC-Q100' };

/** The end of a number: automotive grade, and the packing behind a comma or as a letter. */
const END: readonly Segment[] = [
  { optional: [{ separator: '-' }, { name: 'grade', codes: { Q100: Q100 } }] },
  {
    optional: [{ separator: ',' }, {
      name: 'packing',
      codes: {
        '112': { packaging: 'tube' },
        '115': REELED,
        '118': REELED,
        '125': REELED,
        '132': REELED,
        '165': REELED,
        '518': REELED,
        '652': { packaging: 'tube' },
        '653': REELED,
      },
    }],
  },
];
const LETTER_END: readonly Segment[] = [
  { optional: [{ separator: '-' }, { name: 'grade', codes: { Q100: Q100 } }] },
  { name: 'packing', codes: { J: REELED, H: REELED, X: REELED } },
];

const ends = (start: readonly Segment[]): Forms => [
  [...start, ...END],
  [...start, ...LETTER_END],
];

function packages(pins: number): Record<string, Statements> {
  if (pins === 48) {
    return { DGG: { package: 'TSSOP-48 (6.1 mm wide)' }, DL: { package: 'SSOP-48 (7.5 mm wide)' } };
  }
  const flat: Readonly<Record<number, string>> = {
    14: 'DHVQFN-14 (3 x 2.5 mm)',
    16: 'DHVQFN-16 (3.5 x 2.5 mm)',
    20: 'DHVQFN-20 (4.5 x 2.5 mm)',
    24: 'DHVQFN-24 (5.5 x 3.5 mm)',
  };
  return {
    D: { package: pins < 20 ? `SOIC-${pins}` : `SOIC-${pins} ${WIDE}` },
    DB: { package: `SSOP-${pins}` },
    PW: { package: `TSSOP-${pins}` },
    BQ: { package: flat[pins] },
    N: { package: `DIP-${pins}` },
  };
}

function littlePackages(pins: number): Record<string, Statements> {
  if (pins === 8) {
    return {
      DP: { package: 'TSSOP-8 (3 x 3 mm)' },
      DC: { package: 'VSSOP-8 (2.3 x 2 mm)' },
      GT: { package: 'XSON-8 (1.95 x 1 mm)' },
    };
  }
  return {
    GW: { package: pins === 5 ? 'SOT-353 (SC-70-5)' : 'SOT-363 (SC-70-6)' },
    GV: { package: pins === 5 ? 'SOT-23-5 (SC-74A, SOT-753)' : 'SOT-23-6 (SC-74, SOT-457)' },
    GM: { package: 'XSON-6 (1.45 x 1 mm)' },
    GF: { package: 'XSON-6 (1 x 1 mm)' },
    GS: { package: 'XSON-6 (1 x 1 mm)' },
    GN: { package: 'XSON-6 (1 x 0.9 mm)' },
    ...(pins === 5 ? { GX: { package: 'X2SON-5 (0.8 x 0.8 mm)' } } : {}),
  };
}

const tails = (codes: Record<string, Statements>, versions: string): Forms =>
  ends([
    { name: 'version', codes: Object.fromEntries(versions.split(' ').map((code) => [code, {}])) },
    { name: 'package', codes },
  ]);

const LITTLE_FAMILIES: Readonly<Record<1 | 2 | 3, string>> = {
  1: 'HC HCT AHC AHCT LVC AUP AXP',
  2: 'HC HCT AHC AHCT LVC AUP AXP',
  3: 'HC HCT AHC AHCT LVC AUP',
};

const named = (states: Statements, list: string): Segment => (
  {
    name: 'base',
    codes: Object.fromEntries(list.split(' ').map((code) => [code, { ...states, series: code }])),
  }
);
const TRANSLATOR: Statements = { category: 'logic', description: 'Voltage-translating transceiver' };
const AUTO: Statements = { category: 'logic', description: 'Voltage translator, bidirectional' };
const SWITCH: Statements = { category: 'logic', description: 'Bus switch' };
const GATE: Statements = { category: 'logic', description: 'Voltage-translating gate' };

const SEVENTY_FOUR: Segment = { literal: '74' };

export const nexperiaLogic: SeriesTable = {
  id: 'nexperia-logic',
  manufacturer: 'Nexperia',
  category: 'logic',
  series: 'Logic',
  description: 'Logic circuit',
  reference: {
    title: 'Logic application handbook: product features and application insights',
    url: 'https://assets.nexperia.com/documents/user-manual/Nexperia_Logic_Application_Handbook.pdf',
  },
  forms: () => [
    ...PINS.flatMap((pins) => [
      ...numbersOf(
        [SEVENTY_FOUR, families('HC HCT LV', '74'), functions74('co', pins)],
        tails(packages(pins), ' A'),
      ),
      ...numbersOf(
        [
          SEVENTY_FOUR,
          families('AHC AHCT LVC LVCH LVT LVTH ALVC ALVCH ALVT ABT VHC VHCT', '74'),
          functions74('c', pins),
        ],
        tails(packages(pins), ' A B'),
      ),
    ]),
    ...([[1, 5], [1, 6], [1, 8], [2, 6], [2, 8], [3, 8]] as const).flatMap(([gates, pins]) =>
      numbersOf(
        [
          SEVENTY_FOUR,
          families(LITTLE_FAMILIES[gates], '74'),
          { literal: `${gates}G` },
          littleFunctions(gates, pins),
        ],
        tails(littlePackages(pins), ' A'),
      )
    ),
    ...numbersOf(
      [named(TRANSLATOR, '74LVC1T45 74LVCH1T45 74AVC1T45 74AVCH1T45 74AXP1T45')],
      tails(littlePackages(6), ' '),
    ),
    ...numbersOf(
      [named(TRANSLATOR, '74LVC2T45 74LVCH2T45 74AVC2T45 74AVCH2T45')],
      tails(littlePackages(8), ' '),
    ),
    ...numbersOf([named(TRANSLATOR, '74AVC4T245 74AVCH4T245 74AVC4TD245')], tails(packages(16), ' ')),
    ...numbersOf(
      [named(TRANSLATOR, '74LVC8T245 74LVCH8T245 74AVC8T245 74AVCH8T245')],
      tails(packages(24), ' A'),
    ),
    ...numbersOf(
      [named(TRANSLATOR, '74AVC16T245 74AVCH16T245 74LVC16T245 74ALVC164245 74LVCH16T245')],
      tails(packages(48), ' A'),
    ),
    ...numbersOf([
      named(
        GATE,
        '74AUP1T34 74LV1T34 74LV1T00 74LV1T02 74LV1T04 74LV1T08 74LV1T14 74LV1T32 74LV1T86 74LV1T125 74LV1T126',
      ),
    ], tails(littlePackages(5), ' ')),
    ...numbersOf([named(GATE, '74AUP1T57 74AUP1T58 74AUP1T97 74AUP1T98')], tails(littlePackages(6), ' ')),
    ...numbersOf([named(SWITCH, '74CBTLV3125 74CBTLV3126 74CBT3125 74CBT3126')], tails(packages(14), ' ')),
    ...numbersOf(
      [named(SWITCH, '74CBTLV3253 74CBTLV3257 74CBT3251 74CBT3253 74CBT3257')],
      tails(packages(16), ' A'),
    ),
    ...numbersOf([named(SWITCH, '74CBTLV3245 74CBT3244 74CBT3245 74CBTLV3861')], tails(packages(20), ' A')),
    ...numbersOf([named(AUTO, 'NXS0104 NXB0104')], tails(packages(14), ' ')),
    ...numbersOf([named(AUTO, 'NXS0108 NXB0108')], tails(packages(20), ' ')),
    ...numbersOf([named(AUTO, 'NXS0102 NXB0102')], tails(littlePackages(8), ' ')),
    ...numbersOf([named(AUTO, 'NXB0101 NXS0101')], tails(littlePackages(6), ' ')),
    ...[14, 16, 24].flatMap((pins) => {
      const start: readonly Segment[] = [{ literal: 'HEF' }, functions4000(pins)];
      const codes = {
        T: { package: pins < 20 ? `SOIC-${pins}` : `SOIC-${pins} ${WIDE}` },
        TT: { package: `TSSOP-${pins}` },
        TS: { package: `SSOP-${pins}` },
        P: { package: `DIP-${pins}` },
      };
      const version: Segment = { name: 'version', codes: { B: {}, UB: {} } };
      return numbersOf(start, ends([version, { name: 'package', codes }]), 'B UB');
    }),
  ],
};
