/** Relays: electromechanical, reed and solid state. */
import type { Statements } from '../../../finding.ts';
import { bareCodes, codes } from '../../segments.ts';
import type { CodeSegment, Segment, SeriesTable } from '../../table.ts';
import { DASH, joined } from '../pieces.ts';
import { dashed, families } from './common.ts';

const SPACE = { separator: ' ' } as const;
const SLASH = { separator: '/' } as const;
const THROUGH_HOLE = 'through hole';
const SURFACE = 'surface mount';

/** Coil voltages as they stand in a number, and what they make of the relay. */
const coils = (spelled: Readonly<Record<string, number>>): CodeSegment =>
  codes(
    'coil',
    'description',
    Object.fromEntries(
      Object.entries(spelled).map(([code, volts]) => [code, `Relay, coil of ${volts} V DC`]),
    ),
  );

/** `list` are voltages; `before` and `after` stand around each in the number. */
const coilsOf = (list: string, before = '', after = '', width = 0): CodeSegment =>
  coils(
    Object.fromEntries(
      list.split(' ').map((volts) => [before + volts.padStart(width, '0') + after, Number(volts)]),
    ),
  );

const OMRON_COIL = coilsOf('3 4.5 5 6 9 12 18 24 48', 'DC');

const ssr = (pack: string, description = 'Solid state relay'): Statements => ({ package: pack, description });

/** Omron's families, the types of each as they are spelled, and how they are mounted. */
const OMRON_RELAYS = [
  ['G5V', '1 2 2-H1', THROUGH_HOLE],
  ['G5LE', '1 14 1A 1-E 14-E 1-VD 1-ACD 1-ASI', THROUGH_HOLE],
  ['G5Q', '1 1A 14 1A4 1-EU 1A-EU 14-EU 1A4-EU', THROUGH_HOLE],
  ['G5NB', '1A 1A-E 1A4', THROUGH_HOLE],
  ['G5RL', '1 1-E 1A 1A-E 14 14-E 1A-E-HR 1-E-HR', THROUGH_HOLE],
  ['G2RL', '1 1A 1-E 1A-E 14 14-E 2 24 2A 1A-E-ASI 1-H', THROUGH_HOLE],
  ['G2R', '1 2 1A 1-E 14 24 1A-E', THROUGH_HOLE],
  ['G6S', '2', THROUGH_HOLE],
  ['G6S', '2F 2G', SURFACE],
  ['G6K', '2P 2P-Y', THROUGH_HOLE],
  ['G6K', '2F 2G 2F-Y 2G-Y 2F-Y-TR 2F-TR', SURFACE],
  ['G6J', '2P 2P-Y', THROUGH_HOLE],
  ['G6J', '2FS 2FL 2FS-Y 2FL-Y', SURFACE],
  ['G6D', '1A 1A-ASI', THROUGH_HOLE],
  ['G6B', '1114P-US 1174P-US 1174P-FD-US 1114P-FD-US 2114P-US 2214P-US', THROUGH_HOLE],
  ['G6E', '134P-US 134P-ST 134P-ST-US', THROUGH_HOLE],
  ['G6L', '1P', THROUGH_HOLE],
  ['G6L', '1F', SURFACE],
] as const;

export const omronRelays: SeriesTable = {
  id: 'omron-relays',
  manufacturer: 'Omron',
  category: 'relay',
  series: 'G2 to G6',
  description: 'Relay',
  reference: {
    title: 'Relays for boards, product list',
    url: 'https://components.omron.com/us-en/products/relays',
  },
  forms: () => [
    ...OMRON_RELAYS.flatMap(([family, types, pack]) =>
      types.split(' ').map((type): Segment[] => [
        families({ [family]: pack }),
        ...type.split('-').flatMap((literal) => [DASH, { literal }]),
        family === 'G5V' ? DASH : SPACE,
        OMRON_COIL,
      ])
    ),
    [
      families({ G3MB: ssr(THROUGH_HOLE), G3MC: ssr(THROUGH_HOLE) }),
      DASH,
      { literal: '202P' },
      SPACE,
      bareCodes('input', 'DC5 DC12 DC24'),
    ],
    [
      families({ G3MC: ssr(THROUGH_HOLE) }),
      DASH,
      { literal: '202P' },
      DASH,
      { literal: 'VD' },
      SPACE,
      bareCodes('input', 'DC5 DC12 DC24'),
    ],
    [
      ...dashed(
        'G3VM',
        Object.fromEntries(
          (
            '61A1 61B1 61D1 61G1 61G2 61G3 61GR1 61GR2 61VY2 61BR1 61AR1 62C1 62F1 351A 351B 351D 351G 352C 352F 353A 353B ' +
            '353G 355C 401A 401B 401D 41GR4 41GR5 41GR6 21GR 21GR1 21HR 21HR1 21LR 61LR 101AR 101BR 81HR VY1'
          ).split(' ').map((code) => [code, { description: 'MOSFET relay' }]),
        ),
      ),
      bareCodes('packing', ' TR TR05'),
    ],
  ],
};

export const panasonicRelays: SeriesTable = {
  id: 'panasonic-relays',
  manufacturer: 'Panasonic',
  category: 'relay',
  series: 'TX, TQ, AGQ, DS, JS, ALQ',
  description: 'Relay',
  reference: {
    title: 'Relays, product list',
    url: 'https://industry.panasonic.com/global/en/products/control/relay',
  },
  forms: () => [
    [
      families({
        TX2: THROUGH_HOLE,
        TXS2: THROUGH_HOLE,
        TXD2: THROUGH_HOLE,
        TQ2: THROUGH_HOLE,
        TX2SA: SURFACE,
        TX2SL: SURFACE,
        TX2SS: SURFACE,
        TXS2SA: SURFACE,
        TQ2SA: SURFACE,
        TQ2SL: SURFACE,
        TQ2SS: SURFACE,
      }),
      DASH,
      coilsOf('1.5 3 4.5 5 6 9 12 24', '', 'V'),
      { optional: [DASH, bareCodes('packing', 'X Z')] },
    ],
    [
      families({ AGQ200: THROUGH_HOLE, AGQ200A: SURFACE, AGQ200S: SURFACE }),
      coils({ '1H': 1.5, '03': 3, '4H': 4.5, '05': 5, '06': 6, '09': 9, '12': 12, '24': 24 }),
      bareCodes('packing', ' X Z'),
    ],
    [
      families({ DS1ES: THROUGH_HOLE, DS2ES: THROUGH_HOLE, DS2YS: THROUGH_HOLE, DS1EM: THROUGH_HOLE }),
      DASH,
      coilsOf('3 5 6 9 12 24 48', 'DC', 'V'),
    ],
    [families({ JS1: THROUGH_HOLE, JS1A: THROUGH_HOLE }), DASH, coilsOf('5 6 9 12 18 24', '', 'V'), {
      optional: [DASH, bareCodes('class', 'F')],
    }],
    [families({ JSM1: THROUGH_HOLE, JSM1A: THROUGH_HOLE }), DASH, coilsOf('9 12 24', '', 'V'), {
      optional: [DASH, bareCodes('class', '4 5')],
    }],
    [
      families({ ALQ1: THROUGH_HOLE, ALQ3: THROUGH_HOLE }),
      coils({ '05': 5, '06': 6, '09': 9, '12': 12, '18': 18, '24': 24 }),
    ],
  ],
};

export const teRelays: SeriesTable = {
  id: 'te-relays',
  manufacturer: 'TE Connectivity',
  category: 'relay',
  series: 'IM, RT, PE, PB, OJE',
  description: 'Relay',
  reference: {
    title: 'Relays, product list',
    url: 'https://www.te.com/usa-en/products/relays-and-contactors/electromechanical-relays.html',
  },
  forms: () => [
    [
      { literal: 'IM' },
      coils({ '01': 3, '02': 4.5, '03': 5, '06': 12, '07': 24 }),
      codes('mounting', 'package', {
        TS: THROUGH_HOLE,
        GR: SURFACE,
        JR: SURFACE,
        CGR: SURFACE,
        CTS: THROUGH_HOLE,
        DGR: SURFACE,
        DTS: THROUGH_HOLE,
      }),
    ],
    [
      families({
        RT114: THROUGH_HOLE,
        RT134: THROUGH_HOLE,
        RT214: THROUGH_HOLE,
        RT234: THROUGH_HOLE,
        RT314: THROUGH_HOLE,
        RT334: THROUGH_HOLE,
        RT33L: THROUGH_HOLE,
        RT424: THROUGH_HOLE,
        RT444: THROUGH_HOLE,
        RTD14: THROUGH_HOLE,
        RTD34: THROUGH_HOLE,
      }),
      coils({ '005': 5, '006': 6, '009': 9, '012': 12, '024': 24, '048': 48 }),
      bareCodes('version', ' F'),
    ],
    [
      families({ PE014: THROUGH_HOLE, PE034: THROUGH_HOLE, PB114: THROUGH_HOLE }),
      coils({ '003': 3, '005': 5, '006': 6, '009': 9, '012': 12, '024': 24 }),
      bareCodes('version', ' F'),
    ],
    [
      families({ OJE: THROUGH_HOLE }),
      DASH,
      bareCodes('contact', 'SH SS'),
      DASH,
      coils({ '103': 3, '105': 5, '106': 6, '109': 9, '112': 12, '124': 24 }),
      bareCodes('version', 'LMH HM LM LMH2 HMF'),
      { separator: ',' },
      bareCodes('end', '000 095'),
    ],
  ],
};

export const songleRelays: SeriesTable = {
  id: 'songle-relays',
  manufacturer: 'Songle Relay',
  category: 'relay',
  series: 'SRD, SLA, SRS',
  description: 'Relay',
  reference: { title: 'Relay SRD, ordering information', url: 'https://www.songlerelay.com/' },
  forms: () => [
    [
      families({
        SRD: THROUGH_HOLE,
        SLA: THROUGH_HOLE,
        SRA: THROUGH_HOLE,
        SRS: THROUGH_HOLE,
        SLC: THROUGH_HOLE,
        SMI: THROUGH_HOLE,
        SMIH: THROUGH_HOLE,
        SRU: THROUGH_HOLE,
      }),
      DASH,
      coilsOf('3 5 6 9 12 24 48', '', 'VDC', 2),
      DASH,
      bareCodes('seal', 'SL FL SD'),
      { optional: [DASH, bareCodes('contact', 'A B C 2A 2C')] },
    ],
  ],
};

const HONGFA_COIL = coils({
  '003': 3,
  '3': 3,
  '005': 5,
  '5': 5,
  '006': 6,
  '6': 6,
  '009': 9,
  '9': 9,
  '012': 12,
  '12': 12,
  '018': 18,
  '18': 18,
  '024': 24,
  '24': 24,
  '048': 48,
  '48': 48,
});

const HONGFA_CONTACT = bareCodes(
  'contact',
  '1H 1HS 1HST 1HS1 1HS1T 1HSTF 1HTF 1H1 1H1T 1H11 1H11T 1H12 1H12T 1Z 1ZS 1ZST 1ZSTF 1ZTF 1ZS1 1ZS1T 1ZS3 1ZS3A 1HS3 1HS3A ' +
    '2H 2HS 2Z 2ZS 2ZS4 2ZS4A 2HS5 H HS HST HS1 HS1T HS2 HS3 HSL HSL1 HSL2 HSL3 HSLT HSTF HTF Z ZS ZST ZS1 ZS3 ZSTF ZTF ' +
    'ZSG',
);

export const hongfaRelays: SeriesTable = {
  id: 'hongfa-relays',
  manufacturer: 'Hongfa',
  category: 'relay',
  series: 'HF, HFD',
  description: 'Relay',
  reference: { title: 'Relays, ordering information', url: 'https://www.hongfa.com/product' },
  forms: () => [
    [
      families(
        Object.fromEntries(
          'HF3FA HF3FF HF3FD HF32F HF32FA HF33F HF36F HF41F HF46F HF49FD HF7FF HF7FD HF115F HF115FA HF118F HF140FF HF14FF HF152F HF161F'
            .split(' ').map((code) => [code, THROUGH_HOLE]),
        ),
      ),
      SLASH,
      HONGFA_COIL,
      DASH,
      HONGFA_CONTACT,
    ],
    [
      families({ HF32F: THROUGH_HOLE, HF32FA: THROUGH_HOLE, HF46F: THROUGH_HOLE }),
      DASH,
      { literal: 'G' },
      SLASH,
      HONGFA_COIL,
      DASH,
      HONGFA_CONTACT,
    ],
    [
      families({ HFD2: THROUGH_HOLE, HFD27: THROUGH_HOLE, HFD3: '', HFD4: '', HFD23: THROUGH_HOLE }),
      SLASH,
      coils({
        '003': 3,
        '3': 3,
        '4.5': 4.5,
        '005': 5,
        '5': 5,
        '006': 6,
        '6': 6,
        '009': 9,
        '9': 9,
        '012': 12,
        '12': 12,
        '024': 24,
        '24': 24,
      }),
      { optional: [DASH, bareCodes('version', 'S SR SR1 M L L1 L2 D')] },
    ],
  ],
};

export const kemetRelays: SeriesTable = {
  id: 'kemet-relays',
  manufacturer: 'KEMET',
  category: 'relay',
  series: 'EC2, EE2, UC2, UD2',
  description: 'Signal relay',
  reference: {
    title: 'Miniature signal relays EC2 and EE2',
    url: 'https://content.kemet.com/datasheets/KEM_R7002_EC2_EE2.pdf',
  },
  forms: () => [
    [
      families({
        EC2: THROUGH_HOLE,
        EE2: SURFACE,
        UC2: THROUGH_HOLE,
        UD2: SURFACE,
        EA2: THROUGH_HOLE,
        EB2: SURFACE,
      }),
      DASH,
      coilsOf('3 4.5 5 6 9 12 24'),
      bareCodes('version', 'NU NUX NJ SNU SNJ TNU TNJ ND SND NUH NUN NUL SNUN SNUH TNUH NP'),
      { optional: [DASH, codes('packing', 'packaging', { L: 'tape and reel', R: 'tape and reel' })] },
    ],
  ],
};

export const cotoRelays: SeriesTable = {
  id: 'coto-relays',
  manufacturer: 'Coto Technology',
  category: 'relay',
  series: '9000',
  description: 'Reed relay',
  reference: {
    title: '9007 series spartan SIP reed relays',
    url: 'https://cotorelay.com/product/9007-series-spartan-sip-reed-relays/',
  },
  forms: () => [
    [
      families({ '9001': 'SIP-4', '9007': 'SIP-4', '9011': 'SIP-4', '9002': 'SIP-8' }),
      DASH,
      bareCodes('coil', '05 12 24'),
      DASH,
      bareCodes('options', '00 01 10 20 40 41'),
    ],
  ],
};

export const standexRelays: SeriesTable = {
  id: 'standex-reed-relays',
  manufacturer: 'MEDER',
  category: 'relay',
  series: 'SIL, DIP, MS',
  description: 'Reed relay',
  reference: {
    title: 'Reed relays SIL, DIP and MS',
    url: 'https://standexelectronics.com/products/reed-relays/',
  },
  forms: () => [
    [
      families({ SIL: 'SIP-4', DIP: '', MS: '' }),
      coilsOf('5 12 15 24', '', '', 2),
      DASH,
      bareCodes('contact', '1A31 1A72 1A75 1A85 1B90 1C90 2A72'),
      DASH,
      bareCodes('shield', '71D 71L 71M 71Q 12D 12L 12Q 51D 11D 11L 21D 21L 13D 13L'),
    ],
  ],
};

export const littelfuseRelays: SeriesTable = {
  id: 'littelfuse-cpc',
  manufacturer: 'Littelfuse',
  category: 'relay',
  series: 'CPC1000',
  description: 'Solid state relay',
  reference: {
    title: 'CPC1017N single-pole, normally open OptoMOS relay',
    url: 'https://www.ixysic.com/home/pdfs.nsf/www/CPC1017N.pdf',
  },
  forms: () => [
    [
      families(
        Object.fromEntries(
          '1002 1008 1014 1016 1017 1018 1019 1030 1035 1117 1125 1230'.split(' ').map((
            code,
          ) => [`CPC${code}N`, 'SOP-4']),
        ),
      ),
      codes('packing', 'packaging', { '': 'tube', TR: 'tape and reel' }),
    ],
  ],
};

function photoMos(
  family: string,
  types: string,
  [leaded, gullWing, small]: readonly [string, string, string],
): readonly Segment[] {
  return [
    families(Object.fromEntries(joined(family, types).split(' ').map((code) => [code, {}]))),
    bareCodes('version', ' E EH G'),
    codes('form', 'package', {
      '': leaded,
      A: gullWing,
      AX: gullWing,
      AZ: gullWing,
      S: small,
      SX: small,
      SZ: small,
    }),
  ];
}

export const panasonicPhotoMos: SeriesTable = {
  id: 'panasonic-photomos',
  manufacturer: 'Panasonic',
  category: 'relay',
  series: 'PhotoMOS',
  description: 'MOSFET relay',
  reference: {
    title: 'PhotoMOS relays',
    url: 'https://industry.panasonic.com/global/en/products/control/relay/photomos',
  },
  forms: () => [
    photoMos('AQY', '210 211 212 214 272 275 277 282', ['DIP-4', 'SMD-4', 'SOP-4']),
    photoMos(
      'AQV',
      '101 102 103 201 202 203 204 210 212 214 215 217 225 227 251 252 253 254 255 257 258 259 410 412 414 453 454',
      ['DIP-6', 'SMD-6', 'SOP-6'],
    ),
    photoMos(
      'AQW',
      '210 212 214 215 216 217 224 225 227 254 274 275 277 280 282 284 414 454 610 614 654',
      ['DIP-8', 'SMD-8', 'SOP-8'],
    ),
  ],
};
