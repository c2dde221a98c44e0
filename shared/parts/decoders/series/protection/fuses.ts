/** One-time and resettable fuses. */
import { bareCodes, codes } from '../../segments.ts';
import type { CodeSegment, Segment, SeriesTable } from '../../table.ts';
import { DASH, joined, listed, reels } from '../pieces.ts';
import { families, held, RESETTABLE, size, sizes, volts } from './common.ts';

const POINT = { separator: '.' } as const;

/** Littelfuse's fuses for boards: base number, package. */
const LITTELFUSE_FUSES: Readonly<Record<string, string>> = {
  '0429': size('1206'),
  '0435': size('0402'),
  '0437': size('1206'),
  '0438': size('0603'),
  '0440': size('1206'),
  '0441': size('0603'),
  '0448': size('2410'),
  '0449': size('2410'),
  '0451': size('2410'),
  '0452': size('2410'),
  '0453': size('2410'),
  '0454': size('2410'),
  '0456': '',
  '0458': '',
  '0466': size('1206'),
  '0467': size('0603'),
  '0468': size('1206'),
  '0469': size('1206'),
  '0494': size('0603'),
  '0501': size('1206'),
  '0154': 'holder with fuse, surface mount',
  '0215': '5 x 20 mm',
  '0216': '5 x 20 mm',
  '0217': '5 x 20 mm',
  '0218': '5 x 20 mm',
  '0234': '5 x 20 mm',
  '0235': '5 x 20 mm',
  '0239': '5 x 20 mm',
};

/** Amperes in three or four characters; `001.` ends in a point, which is not part of the search key. */
const AMPERES =
  '.062 .080 .100 .125 .160 .200 .250 .315 .375 .400 .500 .600 .630 .750 .800 01.5 1.25 01.6 1.60 1.75 02.5 ' +
  '3.15 03.5 06.3 001 002 003 004 005 006 007 008 010 012 015 020 025 030 040';

const baseAndAmperes = (amperes: readonly string[]): CodeSegment => ({
  name: 'base',
  codes: Object.fromEntries(
    Object.entries(LITTELFUSE_FUSES).flatMap(([base, body]) =>
      amperes.map((written) => [
        base + written,
        { series: base, current_rating: Number(written), ...(body ? { package: body } : {}) },
      ])
    ),
  ),
});

const WHOLE = AMPERES.split(' ').filter((written) => !written.includes('.'));
const BROKEN = AMPERES.split(' ').filter((written) => written.includes('.'));
const LITTELFUSE_END = bareCodes(
  'packing',
  'MR MRL MRSN NR NRHF NRA WR WRM WRA KR UR DR DRT DRL DRTL HXP MXP HXEP MXEP HXE MXE TXP P HXW PR',
);

const RADIAL_FUSE: Segment[] = [
  {
    name: 'family',
    codes: Object.fromEntries(
      '369 370 372 373 374 382 383 385 391 392 395 396'.split(' ').map((code) => [
        code,
        { series: code, package: 'radial' },
      ]),
    ),
  },
  codes(
    'current',
    'current_rating',
    Object.fromEntries(
      '0040 0050 0063 0080 0100 0125 0160 0200 0250 0315 0400 0500 0630 0800 1100 1125 1160 1200 1250 1315 1400 1500 1630'
        .split(' ')
        .map((code) => [code, Number(`${code.slice(1)}e${code.startsWith('0') ? -3 : -2}`)]),
    ),
  ),
  bareCodes('packing', '0000 0410 0430 0440 0460 0500'),
];

export const littelfuseFuses: SeriesTable = {
  id: 'littelfuse-fuses',
  manufacturer: 'Littelfuse',
  category: 'fuse',
  series: 'Fuses',
  description: 'Fuse for boards',
  reference: {
    title: 'Electronics circuit protection product selection guide',
    url: 'https://www.littelfuse.com/products/fuses/surface-mount-fuses.aspx',
  },
  forms: () => [
    [baseAndAmperes(BROKEN), LITTELFUSE_END],
    [baseAndAmperes(WHOLE), POINT, LITTELFUSE_END],
    RADIAL_FUSE,
  ],
};

const LITTELFUSE_RATED = volts('voltage', '6 8 12 13.2 14 15 16 24 30 33 60');

/** Raychem's types, which were TE's. */
const RAYCHEM = families({
  FEMTOSMDC: size('0603'),
  PICOSMDC: size('0805'),
  PICOSMD: size('0805'),
  NANOSMDC: size('1206'),
  NANOSMD: size('1206'),
  MICROSMD: size('1210'),
  MINISMDC: size('1812'),
  MINISMD: size('1812'),
});

export const littelfusePtc: SeriesTable = {
  ...RESETTABLE,
  id: 'littelfuse-ptc',
  manufacturer: 'Littelfuse',
  series: 'POLY-FUSE, PolySwitch',
  reference: {
    title: 'Resettable PTCs, product catalogue',
    url: 'https://www.littelfuse.com/products/polyswitch-resettable-pptcs.aspx',
  },
  forms: () => [
    [
      sizes('0402 0603 0805 1206 1210 1812 2016 2920'),
      { literal: 'L' },
      held(),
      { optional: [{ separator: '/' }, LITTELFUSE_RATED] },
      bareCodes('packing', joined('- TH SL', 'Y W P M D K', 'R') + ' PRA DRA WRA'),
    ],
    [
      RAYCHEM,
      held(),
      { literal: 'F' },
      { optional: [{ separator: '/' }, LITTELFUSE_RATED] },
      { optional: [DASH, codes('packing', 'packaging', { '2': 'tape and reel' })] },
    ],
    [
      families({ RXEF: 'radial', RUEF: 'radial', RHEF: 'radial', RGEF: 'radial', RKEF: 'radial' }),
      held(),
      bareCodes('lead', ' K S'),
    ],
    [
      families({ '16R': 'radial', '30R': 'radial', '60R': 'radial', '72R': 'radial' }),
      held(),
      bareCodes('lead', 'XU XF UU UF XPR XMR'),
    ],
  ],
};

export const bournsPtc: SeriesTable = {
  ...RESETTABLE,
  id: 'bourns-mf',
  manufacturer: 'Bourns',
  series: 'Multifuse MF',
  reference: {
    title: 'Multifuse polymer PTC resettable fuses',
    url: 'https://www.bourns.com/products/circuit-protection/resettable-fuses-multifuse',
  },
  forms: () => [
    [
      { literal: 'MF' },
      DASH,
      families({
        FSMF: size('0603'),
        PSMF: size('0805'),
        NSMF: size('1206'),
        USMF: size('1210'),
        MSMF: size('1812'),
        LSMF: size('2920'),
      }),
      held(),
      { optional: [{ separator: '/' }, volts('voltage', '6 8 10 12 13.2 14 15 16 20 24 30 33 60')] },
      bareCodes('version', ' X'),
      { optional: [DASH, codes('packing', 'packaging', { '2': 'tape and reel' })] },
    ],
    [
      { literal: 'MF' },
      DASH,
      families({ R: 'radial', RX: 'radial', RHT: 'radial', RG: 'radial' }),
      held(),
      { optional: [{ separator: '/' }, volts('voltage', '72 90 250')] },
      {
        optional: [
          DASH,
          codes('packing', 'packaging', { '0': 'bulk', '2': 'tape and reel', AP: 'ammo pack' }),
        ],
      },
    ],
    [{ literal: 'MF' }, DASH, { literal: 'SM' }, held(), {
      optional: [{ separator: '/' }, volts('voltage', '33 60 250')],
    }, {
      optional: [DASH, codes('packing', 'packaging', { '2': 'tape and reel' })],
    }],
  ],
};

export const bournsFuses: SeriesTable = {
  id: 'bourns-sf',
  manufacturer: 'Bourns',
  category: 'fuse',
  series: 'SinglFuse SF',
  description: 'Chip fuse',
  reference: {
    title: 'SinglFuse thin film and ceramic chip fuses',
    url: 'https://www.bourns.com/products/circuit-protection/singlfuse-smd-fuses',
  },
  forms: () => [
    [
      { literal: 'SF' },
      DASH,
      sizes('0402 0603 1206'),
      bareCodes('kind', 'F S SP FP'),
      codes(
        'current',
        'current_rating',
        Object.fromEntries(
          '025 037 050 075 080 100 125 150 160 175 200 250 300 315 350 400 450 500 600 630 700 800'.split(' ')
            .map((
              code,
            ) => [code, Number(`${code}e-2`)]),
        ),
      ),
      { optional: [DASH, codes('packing', 'packaging', { '2': 'tape and reel' })] },
    ],
  ],
};

export const belPtc: SeriesTable = {
  ...RESETTABLE,
  id: 'bel-0z',
  manufacturer: 'Bel Fuse',
  series: '0Z',
  reference: {
    title: 'PTC resettable fuses',
    url: 'https://www.belfuse.com/circuit-protection/ptc-resettable-fuses',
  },
  forms: () => [
    [
      families({
        '0ZCM': size('0603'),
        '0ZCK': size('0805'),
        '0ZCJ': size('1206'),
        '0ZCH': size('1210'),
        '0ZCG': size('1812'),
        '0ZCF': size('2920'),
        '0ZRA': 'radial',
        '0ZRB': 'radial',
        '0ZRC': 'radial',
        '0ZRE': 'radial',
        '0ZRR': 'radial',
      }),
      held(4),
      bareCodes('variant', 'FF AF BF HF FK'),
      bareCodes('packing', joined('0 1 2', 'A B C D E F G')),
    ],
  ],
};

export const belFuses: SeriesTable = {
  id: 'bel-fuses',
  manufacturer: 'Bel Fuse',
  category: 'fuse',
  series: 'C1F, C1Q, 0685',
  description: 'Chip fuse',
  reference: { title: 'Surface mount fuses', url: 'https://www.belfuse.com/circuit-protection/fuses' },
  forms: () => [
    [
      families({
        C1F: size('1206'),
        C1Q: size('1206'),
        C1H: size('1206'),
        C1T: size('1206'),
        C2Q: size('0603'),
        C2F: size('0603'),
      }),
      { separator: ' ' },
      codes(
        'current',
        'current_rating',
        Object.fromEntries(
          '1 1.25 1.5 1.75 2 2.5 3 3.5 4 5 6 7 8 10 12 15'.split(' ').map((code) => [code, Number(code)]),
        ),
      ),
    ],
    [
      families({
        '0685F': size('1206'),
        '0685G': size('1206'),
        '0685H': size('1206'),
        '0685P': size('1206'),
        '0685T': size('1206'),
      }),
      codes(
        'current',
        'current_rating',
        Object.fromEntries(
          '0250 0375 0500 0750 1000 1250 1500 1750 2000 2500 3000 3500 4000 5000 6000 7000 8000'.split(' ')
            .map((
              code,
            ) => [code, Number(`${code}e-3`)]),
        ),
      ),
      DASH,
      { literal: '01' },
    ],
  ],
};

const WHOLE_AMPERES = (list: string): CodeSegment =>
  codes('current', 'current_rating', Object.fromEntries(list.split(' ').map((code) => [code, Number(code)])));

/** Of glass and ceramic tubes, in amperes and in thousandths of one. */
const TUBE_AMPERES = codes('current', 'current_rating', {
  ...Object.fromEntries(
    '1 1.25 1.5 1.6 2 2.5 3 3.15 3.5 4 5 6 6.3 7 8 10 12 15 20 25 30'.split(' ').map((
      code,
    ) => [code, Number(code)]),
  ),
  ...Object.fromEntries(
    '63 100 125 160 200 250 300 315 400 500 600 630 750 800'.split(' ').map((code) => [
      code,
      Number(code) / 1000,
    ]),
  ),
});
const TUBES = families(Object.fromEntries(
  ([
    ['5 x 20 mm', 'GMA GMC GMD S500 S501 S504 S505 S506'],
    ['6.3 x 32 mm', 'AGC ABC MDA MDL'],
  ] as const).flatMap(([tube, list]) =>
    list.split(' ').map((series) => [series, { description: 'Tube fuse', package: tube }])
  ),
));

export const eatonFuses: SeriesTable = {
  id: 'eaton-fuses',
  manufacturer: 'Eaton',
  category: 'fuse',
  series: 'CC06, CC12, FA, FF',
  description: 'Chip fuse',
  reference: {
    title: 'Bussmann series surface mount fuses',
    url: 'https://www.eaton.com/us/en-us/products/electronic-components/fuses.html',
  },
  forms: () => [
    [
      families({ CC06H: size('0603'), CC12H: size('1206'), CC06FA: size('0603') }),
      WHOLE_AMPERES('1 1.5 2 2.5 3 4 5 6 7 8 10 12 15 20'),
      { literal: 'A' },
      { optional: [DASH, reels('TR')] },
    ],
    [
      families({
        '0402FA': size('0402'),
        '0603FA': size('0603'),
        '1206FA': size('1206'),
        '1608FF': size('0603'),
        '3216FF': size('1206'),
      }),
      WHOLE_AMPERES('1 1.25 1.5 1.75 2 2.5 3 3.15 3.5 4 5 6 7 8 10 12'),
      DASH,
      { literal: 'R' },
    ],
    [
      { literal: 'TR' },
      { separator: '/' },
      families({ '1608FF': size('0603'), '3216FF': size('1206') }),
      WHOLE_AMPERES('1 1.25 1.5 1.75 2 2.5 3 3.15 3.5 4 5 6 7 8 10 12'),
      DASH,
      { literal: 'R' },
    ],
    // `BK/` is the carton, and most lists have it.
    [TUBES, DASH, TUBE_AMPERES, DASH, { literal: 'R' }],
    [{ literal: 'BK' }, { separator: '/' }, TUBES, DASH, TUBE_AMPERES, DASH, { literal: 'R' }],
  ],
};

export const eatonPtc: SeriesTable = {
  ...RESETTABLE,
  id: 'eaton-pts',
  manufacturer: 'Eaton',
  series: 'PTS',
  reference: {
    title: 'PTS resettable surface mount fuses',
    url: 'https://www.eaton.com/us/en-us/catalog/electronic-components/pts-ptc-resettable-fuse.html',
  },
  forms: () => [
    [
      { literal: 'PTS' },
      sizes('0603 0805 1206 1210 1812 2920'),
      volts('voltage', '6 8 12 13.2 15 16 24 30 33 60'),
      { literal: 'V' },
      held(),
    ],
  ],
};

export const bhfusePtc: SeriesTable = {
  ...RESETTABLE,
  id: 'bhfuse-bsmd',
  manufacturer: 'BHFUSE',
  series: 'BSMD',
  reference: { title: 'Resettable fuses BSMD', url: 'https://www.bhfuse.com/' },
  forms: () => [
    [
      { literal: 'BSMD' },
      sizes('0402 0603 0805 1206 1210 1812 2920'),
      DASH,
      held(),
      DASH,
      volts('voltage', '6 8 9 12 13.2 16 24 30 33 60'),
      { literal: 'V' },
    ],
  ],
};

export const yageoPtc: SeriesTable = {
  ...RESETTABLE,
  id: 'yageo-smd-ptc',
  manufacturer: 'Yageo',
  series: 'SMD',
  reference: {
    title: 'PPTC resettable fuses',
    url: 'https://www.yageo.com/en/ProductSearch/PartNumberSearch?series=PPTC',
  },
  forms: () => [
    [
      { literal: 'SMD' },
      sizes('0603 0805 1206 1210 1812 2920'),
      { literal: 'B' },
      held(),
      { literal: 'TF' },
      { optional: [{ separator: '/' }, volts('voltage', '6 8 13.2 16 24 30 33 60')] },
    ],
  ],
};

export const polytronicsPtc: SeriesTable = {
  ...RESETTABLE,
  id: 'polytronics-smd',
  manufacturer: 'Polytronics',
  series: 'SMD',
  reference: { title: 'PTC resettable fuses', url: 'https://www.pttc.com.tw/en/product' },
  forms: () => [
    [
      { literal: 'SMD' },
      sizes('0603 0805 1206 1210 1812 2920'),
      { literal: 'P' },
      held(),
      { literal: 'TF' },
      bareCodes('version', ' T A'),
      { optional: [{ separator: '/' }, volts('voltage', '6 8 13.2 16 24 30 33 60')] },
    ],
  ],
};

export const aemFuses: SeriesTable = {
  id: 'aem-f',
  manufacturer: 'AEM',
  category: 'fuse',
  series: 'SolidMatrix',
  description: 'Chip fuse',
  reference: {
    title: 'SolidMatrix surface mount fuses',
    url: 'https://www.aemcomponents.com/products/fuses/',
  },
  forms: () => [
    [
      { literal: 'F' },
      sizes('0402 0603 1206'),
      bareCodes('kind', 'FA FF SB HI HB TL'),
      codes(
        'current',
        'current_rating',
        Object.fromEntries(
          '0250 0375 0500 0750 1000 1250 1500 1750 2000 2500 3000 3500 4000 4500 5000 6000 7000 8000'.split(
            ' ',
          ).map((
            code,
          ) => [code, Number(`${code}e-3`)]),
        ),
      ),
      { literal: 'V' },
      codes('voltage', 'voltage_rating', {
        '024': 24,
        '032': 32,
        '035': 35,
        '050': 50,
        '063': 63,
        '065': 65,
        '125': 125,
      }),
      bareCodes('packing', 'T TM'),
    ],
  ],
};

export const panasonicFuses: SeriesTable = {
  id: 'panasonic-erb',
  manufacturer: 'Panasonic',
  category: 'fuse',
  series: 'ERB',
  description: 'Chip fuse',
  reference: {
    title: 'Micro chip fuses ERBRD, ERBRE, ERBRG',
    url: 'https://industrial.panasonic.com/ww/products/pt/chip-fuse',
  },
  forms: () => [
    [
      { literal: 'ERB' },
      codes('size', 'package', { RD: size('0402'), RE: size('0603') }),
      codes(
        'current',
        'current_rating',
        Object.fromEntries(
          '0R50 0R75 1R00 1R25 1R50 1R75 2R00 2R50 3R00 3R15 4R00 5R00'.split(' ').map((code) => [
            code,
            Number(code.replace('R', '.')),
          ]),
        ),
      ),
      codes('packing', 'packaging', { V: 'tape and reel', X: 'tape and reel' }),
    ],
  ],
};

export const vishayFuses: SeriesTable = {
  id: 'vishay-mfu',
  manufacturer: 'Vishay',
  category: 'fuse',
  series: 'MFU',
  description: 'Thin film chip fuse',
  reference: {
    title: 'MFU series thin film chip fuse, document 28747',
    url: 'https://www.vishay.com/docs/28747/mfuserie.pdf',
  },
  forms: () => [
    [
      { literal: 'MFU' },
      sizes('0402 0603 0805 1206'),
      { literal: 'FF' },
      codes(
        'current',
        'current_rating',
        Object.fromEntries(
          '00500 00630 00750 00800 01000 01250 01500 01600 01750 02000 02500 03000 03150 03500 04000 05000'
            .split(' ').map((
              code,
            ) => [code, Number(`${code}e-3`)]),
        ),
      ),
      reels('P100 P500 P1 P5'),
    ],
  ],
};

export const schurterFuses: SeriesTable = {
  id: 'schurter-fuses',
  manufacturer: 'Schurter',
  category: 'fuse',
  series: 'USFF, USI, UMT',
  description: 'Fuse for boards',
  reference: {
    title: 'Fuses for boards',
    url: 'https://www.schurter.com/en/products-and-solutions/components/fuses',
  },
  forms: () =>
    listed({
      '3413.0328.22': { package: size('1206'), current_rating: 10 },
      '3413.0332.22': { package: size('1206'), current_rating: 25 },
    }),
};
