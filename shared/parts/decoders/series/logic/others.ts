/** Logic of onsemi (with Fairchild), Toshiba, Diodes, STMicroelectronics and Renesas (with Hitachi). */
import type { Statements } from '../../../finding.ts';
import type { Segment, SeriesTable } from '../../table.ts';
import { functions4000, functions74, littleFunctions } from './functions.ts';
import { families, numbersOf, PINS, WIDE } from './logic.ts';

const REELED = { packaging: 'tape and reel' };
const TUBE = { packaging: 'tube' };
const AEC = { qualification: 'AEC-Q100' };

type Packages = Readonly<Record<string, Statements>>;

const codesOf = (name: string, list: string): Segment => (
  { name, codes: Object.fromEntries(list.split(' ').map((code) => [code, {}])) }
);
/** `A`, or nothing. */
const VERSION = codesOf('version', ' A');
const soic = (pins: number) => ({ package: pins < 20 ? `SOIC-${pins}` : `SOIC-${pins} ${WIDE}` });

/** `G` is lead-free. */
const onsemiTail = (packages: Packages, version = VERSION): readonly Segment[] => [
  version,
  { name: 'package', codes: packages },
  { name: 'packing', codes: { '': {}, R2: REELED } },
  codesOf('finish', ' G'),
];

const onsemiPackages = (pins: number): Packages => ({
  ...(pins < 20 ? { D: soic(pins) } : {}),
  ...(pins > 14 ? { DW: { package: `SOIC-${pins} ${WIDE}` } } : {}),
  DT: { package: `TSSOP-${pins}` },
  N: { package: `DIP-${pins}` },
});

const fairchildPackages = (pins: number): Packages => ({
  M: { ...soic(pins), ...TUBE },
  MX: { ...soic(pins), ...REELED },
  SC: { ...soic(pins), ...TUBE },
  SCX: { ...soic(pins), ...REELED },
  WM: { package: `SOIC-${pins} ${WIDE}`, ...TUBE },
  WMX: { package: `SOIC-${pins} ${WIDE}`, ...REELED },
  MTC: { package: `TSSOP-${pins}`, ...TUBE },
  MTCX: { package: `TSSOP-${pins}`, ...REELED },
  SJ: { package: `SO-${pins} (5.3 mm wide)`, ...TUBE },
  SJX: { package: `SO-${pins} (5.3 mm wide)`, ...REELED },
  N: { package: `DIP-${pins}`, ...TUBE },
  PC: { package: `DIP-${pins}`, ...TUBE },
});
const fairchildTail = (pins: number): readonly Segment[] => [
  VERSION,
  { name: 'package', codes: fairchildPackages(pins) },
];

/** TinyLogic: one gate with a letter of its family, `W` for two, `N` for three. */
const tinyPackages = (pins: number): Packages =>
  pins === 8
    ? { K8X: { package: 'US-8 (2.3 x 2 mm)', ...REELED }, L8X: { package: 'MicroPak-8', ...REELED } }
    : {
      [`P${pins}X`]: { package: pins === 5 ? 'SC-70-5 (SOT-353)' : 'SC-70-6 (SOT-363)', ...REELED },
      ...(pins === 5
        ? { M5X: { package: 'SOT-23-5', ...REELED } }
        : { M6X: { package: 'SOT-23-6', ...REELED } }),
      L6X: { package: 'MicroPak-6 (1.45 x 1 mm)', ...REELED },
    };

const tiny = (prefix: string, list: string, gates: 1 | 2 | 3, pins: number) =>
  numbersOf([{ literal: prefix }, families(list, prefix), littleFunctions(gates, pins)], [
    [{ name: 'package', codes: tinyPackages(pins) }],
  ], '');

/** onsemi's own single gates: SC-88A, TSOP-5. */
const ownLittle = (pins: number): readonly Segment[] => [
  {
    name: 'package',
    codes: pins === 8 ? { US: { package: 'US-8 (2.3 x 2 mm)' } } : {
      DF: { package: pins === 5 ? 'SC-88A (SOT-353)' : 'SC-88 (SOT-363)' },
      ...(pins === 5 ? { DT: { package: 'TSOP-5 (SOT-23-5)' }, XV5: { package: 'SOT-553' } } : {}),
    },
  },
  { name: 'packing', codes: { '': {}, T1: REELED, T2: REELED } },
  codesOf('finish', ' G'),
];

export const onsemiLogic: SeriesTable = {
  id: 'onsemi-logic',
  manufacturer: 'onsemi',
  category: 'logic',
  series: 'Logic',
  description: 'Logic circuit',
  reference: {
    title: 'Standard logic: product numbering',
    url: 'https://www.onsemi.com/products/timing-logic-memory/standard-logic',
  },
  forms: () => [
    ...PINS.filter((pins) => pins < 48).flatMap((pins) => [
      ...numbersOf([{ literal: 'MC74' }, families('HC HCT', 'MC74'), functions74('co', pins)], [
        onsemiTail(onsemiPackages(pins)),
      ]),
      ...numbersOf(
        [{ literal: 'MC74' }, families('VHC VHCT AC ACT LVX LCX', 'MC74'), functions74('c', pins)],
        [
          onsemiTail(onsemiPackages(pins)),
        ],
      ),
      ...numbersOf([{ literal: 'SN74' }, families('LS', 'SN74'), functions74('t', pins)], [[
        VERSION,
        {
          name: 'package',
          codes: { D: soic(pins), DW: { package: `SOIC-${pins} ${WIDE}` }, N: { package: `DIP-${pins}` } },
        },
        { name: 'packing', codes: { '': {}, R2: REELED } },
        { literal: 'G' },
      ]]).slice(0, 1),
      ...numbersOf([{ literal: 'MM74' }, families('HC HCT C', 'MM74'), functions74('co', pins)], [
        fairchildTail(pins),
      ]),
      ...numbersOf(
        [{ literal: 'DM74' }, families('LS S ALS AS', 'DM74', pins < 20), functions74('t', pins)],
        [
          fairchildTail(pins),
        ],
      ),
      ...numbersOf(
        [
          { literal: '74' },
          families('VHC VHCT AC ACT LVX LCX F LVT LVTH ALVC', '74'),
          functions74('c', pins),
        ],
        [fairchildTail(pins)],
      ),
    ]),
    ...[14, 16, 24].flatMap((pins) =>
      numbersOf([{ literal: 'MC1' }, functions4000(pins)], [
        onsemiTail({
          ...(pins < 20 ? { D: soic(pins) } : {}),
          DW: { package: `SOIC-${pins} ${WIDE}` },
          DT: { package: `TSSOP-${pins}` },
          CP: { package: `DIP-${pins}` },
          F: { package: `SO-${pins} (5.3 mm wide)` },
        }, codesOf('version', 'B UB')),
      ], 'B UB')
    ),
    ...tiny('NC7S', 'Z V ST P', 1, 5),
    ...tiny('NC7S', 'Z V P', 1, 6),
    ...tiny('NC7W', 'Z V P T', 2, 6),
    ...tiny('NC7W', 'Z V P T', 2, 8),
    ...tiny('NC7N', 'Z', 3, 8),
    ...numbersOf([{
      name: 'base',
      codes: {
        NC7SB3157: { category: 'analog_switch', description: 'Analog switch, SPDT', series: 'NC7SB3157' },
      },
    }], [
      [{ name: 'package', codes: tinyPackages(6) }],
    ], ''),
    ...([1, 2, 3] as const).flatMap((gates) =>
      [5, 6, 8].filter((pins) => (gates === 1) === (pins === 5)).flatMap((pins) => [
        ...numbersOf(
          [
            { literal: 'MC74' },
            families('HC VHC', 'MC74'),
            codesOf('gates', gates === 1 ? '1G 1GT' : `${gates}G`),
            littleFunctions(gates, pins),
          ],
          [ownLittle(pins)],
          '',
        ),
        ...numbersOf(
          [{ literal: `NL${gates}7` }, families('SZ WZ SV SG', `NL${gates}7`), littleFunctions(gates, pins)],
          [ownLittle(pins)],
          '',
        ),
      ])
    ),
  ],
};

/** The packing and the finish, which Toshiba puts into brackets and behind commas. */
const TOSHIBA_END: readonly Segment[] = [{
  name: 'packing',
  codes: {
    '': {},
    ELF: REELED,
    EL: REELED,
    F: {},
    ELM: REELED,
    ELK: REELED,
    LF: REELED,
    LFCT: REELED,
    LJCT: REELED,
    TE85L: REELED,
    TE85LF: REELED,
    TE12LF: REELED,
    BJ: REELED,
  },
}];

export const toshibaLogic: SeriesTable = {
  id: 'toshiba-logic',
  manufacturer: 'Toshiba',
  category: 'logic',
  series: 'Logic',
  description: 'Logic circuit',
  reference: {
    title: 'General-purpose logic ICs',
    url: 'https://toshiba.semicon-storage.com/ap-en/semiconductor/product/general-purpose-logic-ics.html',
  },
  forms: () => [
    ...PINS.filter((pins) => pins < 24).flatMap((pins) => [
      ...numbersOf([{ literal: 'TC74' }, families('HC HCT', 'TC74'), functions74('co', pins)], [[
        VERSION,
        {
          name: 'package',
          codes: {
            P: { package: `DIP-${pins}` },
            F: { package: `SO-${pins} (5.3 mm wide)` },
            FN: soic(pins),
            FT: { package: `TSSOP-${pins}` },
            FK: { package: `VSSOP-${pins} (US)` },
          },
        },
        ...TOSHIBA_END,
      ]]),
      ...numbersOf(
        [{ literal: 'TC74' }, families('VHC VHCT AC ACT LCX LVX', 'TC74'), functions74('c', pins)],
        [[
          VERSION,
          {
            name: 'package',
            codes: {
              F: { package: `SO-${pins} (5.3 mm wide)` },
              FN: soic(pins),
              FT: { package: `TSSOP-${pins}` },
              FK: { package: `VSSOP-${pins} (US)` },
            },
          },
          ...TOSHIBA_END,
        ]],
      ),
      ...numbersOf([{ literal: '74' }, families('VHC VHCT VHCV LCX', '74'), functions74('c', pins)], [[
        VERSION,
        {
          name: 'package',
          codes: { FT: { package: `TSSOP-${pins}` }, FK: { package: `VSSOP-${pins} (US)` } },
        },
        ...TOSHIBA_END,
      ]]).slice(0, 1),
      ...numbersOf([{ literal: '74' }, families('HC HCT', '74'), functions74('co', pins)], [[
        VERSION,
        { name: 'package', codes: { D: soic(pins) } },
        ...TOSHIBA_END,
      ]]),
    ]),
    ...[14, 16].flatMap((pins) =>
      numbersOf([{ literal: 'TC' }, functions4000(pins)], [[
        codesOf('version', 'B UB'),
        {
          name: 'package',
          codes: {
            P: { package: `DIP-${pins}` },
            F: { package: `SO-${pins} (5.3 mm wide)` },
            FN: soic(pins),
            FT: { package: `TSSOP-${pins}` },
          },
        },
        ...TOSHIBA_END,
      ]], 'B UB')
    ),
    ...numbersOf([{ literal: 'TC7S' }, families(' H HU ET Z ZU G P', 'TC7S'), littleFunctions(1, 5)], [[
      {
        name: 'package',
        codes: {
          F: { package: 'SSOP-5 (SMV, SOT-25)' },
          FU: { package: 'SOT-353 (USV)' },
          AFE: { package: 'SOT-553 (ESV)' },
          FE: { package: 'SOT-553 (ESV)' },
        },
      },
      ...TOSHIBA_END,
    ]], ''),
    ...numbersOf([{ literal: 'TC7W' }, families(' H T Z', 'TC7W'), littleFunctions(2, 8)], [[
      {
        name: 'package',
        codes: {
          F: { package: 'SSOP-8 (SM8)' },
          FU: { package: 'SSOP-8 (SM8)' },
          FK: { package: 'VSSOP-8 (US8)' },
        },
      },
      ...TOSHIBA_END,
    ]], ''),
    ...numbersOf([{ literal: 'TC7W' }, families(' H T Z', 'TC7W'), littleFunctions(3, 8)], [[
      { name: 'package', codes: { FU: { package: 'SSOP-8 (SM8)' }, FK: { package: 'VSSOP-8 (US8)' } } },
      ...TOSHIBA_END,
    ]], ''),
  ],
};

const diodesEnd = (code: '7' | '13'): Segment => ({
  optional: [{ separator: '-' }, { name: 'packing', codes: { [code]: REELED } }],
});
const DIODES_GRADE: Segment = { name: 'grade', codes: { '': {}, Q: AEC } };

const diodesLittle = (gates: 1 | 2 | 3, pins: number): Packages =>
  pins === 8 ? { RA3: { package: 'X2-DFN-8' } } : {
    ...(pins === 5
      ? { SE: { package: 'SOT-353' }, W5: { package: 'SOT-25 (SOT-23-5)' }, Z: { package: 'SOT-553' } }
      : { DW: { package: 'SOT-363' }, ...(gates === 1 ? { W6: { package: 'SOT-26 (SOT-23-6)' } } : {}) }),
    FW4: { package: 'X2-DFN-6 (1 x 1 mm)' },
    FZ4: { package: 'X2-DFN-6 (1.4 x 0.9 mm)' },
    FW5: { package: 'X1-DFN-6 (1 x 1 mm)' },
  };

export const diodesLogic: SeriesTable = {
  id: 'diodes-logic',
  manufacturer: 'Diodes Incorporated',
  category: 'logic',
  series: 'Logic',
  description: 'Logic circuit',
  reference: {
    title: 'Standard logic',
    url: 'https://www.diodes.com/products/analog/logic-and-voltage-translation/',
  },
  forms: () => [
    ...([[1, 5], [1, 6], [2, 6]] as const).flatMap(([gates, pins]) =>
      numbersOf(
        [
          { literal: '74' },
          families('LVC LVCE AHC AHCT AUP', '74'),
          { literal: `${gates}G` },
          littleFunctions(gates, pins),
        ],
        [[{ name: 'package', codes: diodesLittle(gates, pins) }, DIODES_GRADE, diodesEnd('7')]],
        '',
      )
    ),
    ...[14, 16, 20].flatMap((pins) => {
      const tail: readonly Segment[] = [
        VERSION,
        {
          name: 'package',
          codes: {
            [`S${pins}`]: soic(pins),
            [`T${pins}`]: { package: `TSSOP-${pins}` },
            [`Q${pins}`]: { package: `V-QFN-${pins}` },
          },
        },
        DIODES_GRADE,
        diodesEnd('13'),
      ];
      return [
        ...numbersOf([{ literal: '74' }, families('HC HCT LV', '74'), functions74('co', pins)], [tail]),
        ...numbersOf([{ literal: '74' }, families('AHC AHCT LVC', '74'), functions74('c', pins)], [tail]),
      ];
    }),
  ],
};

const stPackages = (pins: number): Packages => ({
  B1R: { package: `DIP-${pins}`, ...TUBE },
  M1R: { ...soic(pins), ...TUBE },
  RM13TR: { ...soic(pins), ...REELED },
  YRM13TR: { ...soic(pins), ...REELED, ...AEC },
  MTR: { ...soic(pins), ...REELED },
  TTR: { package: `TSSOP-${pins}`, ...REELED },
  YTTR: { package: `TSSOP-${pins}`, ...REELED, ...AEC },
});

export const stLogic: SeriesTable = {
  id: 'st-logic',
  manufacturer: 'STMicroelectronics',
  category: 'logic',
  series: 'Logic',
  description: 'Logic circuit',
  reference: {
    title: 'M74HC595 data sheet: order codes',
    url: 'https://www.st.com/resource/en/datasheet/m74hc595.pdf',
  },
  forms: () => [
    ...[14, 16, 20].flatMap((pins) => [
      ...numbersOf([{ literal: 'M74' }, families('HC HCT', 'M74'), functions74('co', pins)], [[{
        name: 'package',
        codes: stPackages(pins),
      }]], ''),
      ...numbersOf([
        { literal: '74' },
        families('LVX LCX VHC VHCT LVC LVQ AC ACT', '74'),
        functions74('c', pins),
      ], [[
        VERSION,
        {
          name: 'package',
          codes: { MTR: { ...soic(pins), ...REELED }, TTR: { package: `TSSOP-${pins}`, ...REELED } },
        },
      ]]).slice(0, 1),
    ]),
    ...[14, 16].flatMap((pins) =>
      numbersOf([{ literal: 'HCF' }, functions4000(pins)], [[
        codesOf('version', ' B UB'),
        {
          name: 'package',
          codes: {
            EY: { package: `DIP-${pins}`, ...TUBE },
            M1: { ...soic(pins), ...TUBE },
            M013TR: { ...soic(pins), ...REELED },
            YM013TR: { ...soic(pins), ...REELED, ...AEC },
          },
        },
      ]], 'B UB')
    ),
    ...numbersOf([{ literal: '74V1' }, codesOf('family', 'G T'), littleFunctions(1, 5)], [[{
      name: 'package',
      codes: { STR: { package: 'SOT-23-5', ...REELED }, CTR: { package: 'SOT-323-5 (SC-70-5)', ...REELED } },
    }]], ''),
  ],
};

export const renesasLogic: SeriesTable = {
  id: 'renesas-logic',
  manufacturer: 'Renesas Electronics',
  category: 'logic',
  series: 'Logic',
  description: 'Logic circuit',
  reference: {
    title: 'HD74LS series: ordering information',
    url: 'https://www.renesas.com/en/products/analog-products/standard-logic',
  },
  forms: () =>
    [14, 16, 20].flatMap((pins) => {
      const tail: readonly Segment[] = [
        VERSION,
        {
          name: 'package',
          codes: {
            P: { package: `DIP-${pins}` },
            FP: { package: `SO-${pins} (5.3 mm wide)` },
            FPEL: { package: `SO-${pins} (5.3 mm wide)`, ...REELED },
          },
        },
      ];
      return [
        ...numbersOf([{ literal: 'HD74' }, families('LS', 'HD74'), functions74('t', pins)], [tail]),
        ...numbersOf([{ literal: 'HD74' }, families('HC', 'HD74'), functions74('co', pins)], [tail]),
      ];
    }),
};
