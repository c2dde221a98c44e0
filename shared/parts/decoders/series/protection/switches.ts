/** Switches of all kinds, and rotary encoders. */
import { bareCodes, codes } from '../../segments.ts';
import type { Statements } from '../../../finding.ts';
import type { CodeSegment, Segment, SeriesTable } from '../../table.ts';
import { DASH, joined, listed, reels } from '../pieces.ts';
import { dashed, families } from './common.ts';

const TACT = 'Tactile switch';
const SLIDE = 'Slide switch';
const SPACE = { separator: ' ' } as const;

const tact = (pack: string): Statements => ({ description: TACT, ...(pack ? { package: pack } : {}) });
const slide = (pack = ''): Statements => ({ description: SLIDE, ...(pack ? { package: pack } : {}) });
const encoder = (pack = ''): Statements => ({
  description: 'Rotary encoder',
  ...(pack ? { package: pack } : {}),
});
const dip = (positions: number, pack = ''): Statements => ({
  description: `DIP switch, ${positions} ${positions === 1 ? 'position' : 'positions'}`,
  ...(pack ? { package: pack } : {}),
});

/** The same of each of the numbers in `list`, as `listed` takes them. */
const each = (list: string, said: Statements): Readonly<Record<string, Statements>> =>
  Object.fromEntries(list.split(' ').map((number) => [number, said]));

/** Numbers without separators, which one code segment can hold. */
const plain = (numbers: Readonly<Record<string, Statements>>): readonly Segment[] => [
  { name: 'number', codes: numbers },
];

const LFS: Segment = { literal: 'LFS' };
const PTS645: readonly Segment[] = [
  bareCodes('actuator', 'S T V'),
  bareCodes('force', 'H K L M'),
  bareCodes('height', '13 31 38 39 43 50 58 70 73 83 85 95'),
];
const SMTR: CodeSegment = codes('packing', 'packaging', { SMTR: 'tape and reel' });

export const ckSwitches: SeriesTable = {
  id: 'ck-switches',
  manufacturer: 'C&K',
  category: 'switch',
  series: 'PTS, KMR, JS, OS, SDA',
  description: 'Switch',
  reference: {
    title: 'C&K tactile, slide and DIP switches',
    url: 'https://www.ckswitches.com/products/switches/',
  },
  forms: () => [
    [
      families({ PTS645: tact('6 x 6 mm, surface mount') }),
      ...PTS645,
      codes('packing', 'packaging', { SMTR92: 'tape and reel' }),
      SPACE,
      LFS,
    ],
    [
      families({ PTS645: tact('6 x 6 mm, through hole') }),
      ...PTS645,
      DASH,
      bareCodes('mounting', '2'),
      SPACE,
      LFS,
    ],
    [
      families({ PTS636: tact('6 x 3.5 mm, through hole') }),
      SPACE,
      bareCodes('force', 'SH SK SL SM'),
      bareCodes('height', '43 50 70'),
      SPACE,
      LFS,
    ],
    [
      families({ PTS636: tact('6 x 3.5 mm') }),
      bareCodes('actuator', 'S P'),
      bareCodes('force', 'H K L M'),
      bareCodes('height', '25 43 50 70'),
      bareCodes('version', ' J P'),
      SPACE,
      SMTR,
      SPACE,
      LFS,
    ],
    [
      families({ PTS810: tact('4.2 x 3.2 mm') }),
      SPACE,
      bareCodes('actuator', 'SJ'),
      bareCodes('force', 'G K M S'),
      SPACE,
      { literal: '250' },
      SPACE,
      SMTR,
      SPACE,
      LFS,
    ],
    [
      families({ PTS820: tact('3.9 x 2.9 mm') }),
      SPACE,
      bareCodes('height', 'J15 J20 J25'),
      bareCodes('force', 'G K M S'),
      SPACE,
      SMTR,
      SPACE,
      LFS,
    ],
    [
      families({
        PTS525: tact('5.2 x 5.2 mm'),
        PTS526: tact('5.2 x 5.2 mm'),
        PTS647: tact('4.5 x 4.5 mm'),
        PTS641: tact(''),
      }),
      SPACE,
      bareCodes('force', 'SM SK SN SL'),
      bareCodes('height', '08 15 20 25 31 38 43 50 70'),
      SPACE,
      codes('packing', 'packaging', { SMTR2: 'tape and reel' }),
      SPACE,
      LFS,
    ],
    [
      families({
        KMR2: tact('4.2 x 2.8 mm'),
        KMR4: tact('4.2 x 2.8 mm'),
        KMR6: tact('4.2 x 2.8 mm'),
        KMR7: tact('4.2 x 2.8 mm'),
      }),
      bareCodes('force', '1 2 3 4'),
      { literal: '1' },
      bareCodes('peg', ' N'),
      { literal: 'G' },
      bareCodes('version', ' ULC'),
      SPACE,
      LFS,
    ],
    [
      families({
        KSC2: tact('6.2 x 6.2 mm'),
        KSC4: tact('6.2 x 6.2 mm'),
        KSC6: tact('6.2 x 6.2 mm'),
        KSC7: tact('6.2 x 6.2 mm'),
      }),
      bareCodes('force', '0 2 4 5'),
      { literal: '1' },
      bareCodes('termination', 'G J'),
      SPACE,
      LFS,
    ],
    [families({ KXT3: tact('3 x 2 mm') }), bareCodes('force', '1 2 3'), { literal: '1LHS' }],
    [
      families({ JS102011: slide('9 x 3.6 mm'), JS202011: slide('9 x 3.6 mm') }),
      {
        name: 'mounting',
        codes: {
          AQN: { orientation: 'right angle' },
          CQN: { orientation: 'vertical' },
          SAQN: {},
          SCQN: {},
          JAQN: {},
          JCQN: {},
        },
      },
    ],
    [
      families({
        OS102011: slide('through hole'),
        OS202011: slide('through hole'),
        OS103011: slide('through hole'),
        OS203011: slide('through hole'),
      }),
      bareCodes('mounting', 'MS1 MS2 MS7 MS8 MA1 MA5 MA7 MS0'),
      { literal: 'Q' },
      bareCodes('plating', 'N S'),
      { literal: '1' },
    ],
    [
      families({ D6R: { description: 'Push-button switch', package: 'through hole' } }),
      bareCodes('colour', '00 10 20 30 40 50 60 70 80 90'),
      { literal: 'F1' },
      bareCodes('finish', ' LFS'),
    ],
    plain({
      PCM12SMTR: slide('surface mount'),
      PCM13SMTR: slide('surface mount'),
      AYZ0102AGRLC: slide('surface mount'),
      AYZ0103AGRLC: slide('surface mount'),
      AYZ0202AGRLC: slide('surface mount'),
      SDA02H0SBD: dip(2),
      SDA04H0SBD: dip(4),
      SDA06H0SBD: dip(6),
      SDA08H0SBD: dip(8),
      SDA02H1SBD: dip(2),
      SDA04H1SBD: dip(4),
      SDA08H1SBD: dip(8),
      SD02H0SBR: dip(2),
      SD04H0SBR: dip(4),
      SD08H0SBR: dip(8),
      TDA02H0SB1: dip(2),
      TDA04H0SB1: dip(4),
      TDA06H0SB1: dip(6),
      TDA08H0SB1: dip(8),
      TDA10H0SB1: dip(10),
      BD04: dip(4),
      BD08: dip(8),
    }),
  ],
};

const b3 = (prefix: string, list: string, pack: string) =>
  Object.fromEntries(list.split(' ').map((number) => [`${prefix}-${number}`, tact(pack)]));

export const omronSwitches: SeriesTable = {
  id: 'omron-switches',
  manufacturer: 'Omron',
  category: 'switch',
  series: 'B3, A6, SS',
  description: 'Switch',
  reference: {
    title: 'Switches for boards, product list',
    url: 'https://components.omron.com/us-en/products/switches/tactile-switches',
  },
  forms: () =>
    listed({
      ...b3(
        'B3F',
        '1000 1002 1005 1020 1022 1025 1026 1030 1050 1052 1055 1060 1062 1065 1070 1072 1075',
        '6 x 6 mm, through hole',
      ),
      ...b3(
        'B3F',
        '3100 3102 3105 3120 3122 3125 3130 3150 3152 3155',
        '6 x 6 mm, through hole, right angle',
      ),
      ...b3(
        'B3F',
        '4000 4005 4050 4055 4100 4105 4150 4155 5000 5001 5050 5051 5100 5101 5150 5151',
        '12 x 12 mm, through hole',
      ),
      ...b3('B3U', '1000P 1000P-B 1000PM 1000PM-B 1100P 1100P-B 1100PM', '3 x 2.5 mm'),
      ...b3('B3U', '3000P 3000P-B 3000PM 3000PM-B 3100P 3100P-B 3100PM', 'surface mount, right angle'),
      ...b3(
        'B3FS',
        '1000 1000P 1002 1002P 1005 1005P 1010 1010P 1012 1012P 1015P 1050 1050P 1052 1052P 1055P',
        '6 x 6 mm, surface mount',
      ),
      ...b3('B3S', '1000 1000P 1002 1002P 1005 1005P 1100 1100P 1102 1102P', '6 x 6 mm, surface mount'),
      ...b3('B3SL', '1002P 1005P 1022P 1025P', 'surface mount'),
      ...b3('B3SN', '3012 3012P 3112 3112P', '6 x 6 mm, surface mount'),
      ...b3('B3W', '1000 1002 1005 1050 1052 1055 1100', '6 x 6 mm, through hole'),
      ...b3('B3W', '4000 4005 4050 4055', '12 x 12 mm, through hole'),
      ...Object.fromEntries([2, 4, 6, 8, 10].flatMap((n) => [
        [`A6H-${n}101`, dip(n, 'surface mount')],
        [`A6H-${n}101-P`, dip(n, 'surface mount')],
        [`A6H-${n}102`, dip(n, 'surface mount')],
        [`A6H-${n}102-P`, dip(n, 'surface mount')],
        [`A6S-${n}101-H`, dip(n, 'surface mount')],
        [`A6S-${n}102-H`, dip(n, 'surface mount')],
        [`A6S-${n}104-H`, dip(n, 'surface mount')],
        [`A6S-${n}101-PH`, dip(n, 'surface mount')],
        [`A6S-${n}102-PH`, dip(n, 'surface mount')],
        [`A6S-${n}104-PH`, dip(n, 'surface mount')],
        [`A6T-${n}101`, dip(n, 'through hole')],
        [`A6T-${n}102`, dip(n, 'through hole')],
        [`A6T-${n}104`, dip(n, 'through hole')],
      ])),
      ...each(
        'SS-5 SS-5GL SS-5GL13 SS-5GL2 SS-5GL-F SS-5-F SS-5T SS-5GLT SS-5GL2T SS-10 SS-10GL SS-10GL2 SS-01 SS-01GL SS-01GL2',
        { description: 'Snap-action switch', package: 'subminiature' },
      ),
      ...each('D2F-01 D2F-01L D2F-01F D2F D2F-L D2F-L2 D2F-F D2FC-F-7N', {
        description: 'Snap-action switch',
        package: 'through hole',
      }),
    }),
};

export const alpsSwitches: SeriesTable = {
  id: 'alps-switches',
  manufacturer: 'Alps Alpine',
  category: 'switch',
  series: 'SK, SS, EC',
  description: 'Switch',
  reference: {
    title: 'Switches and encoders, product list',
    url: 'https://tech.alpsalpine.com/e/products/category/switch/',
  },
  forms: () => [
    plain({
      ...each(
        'SKQGABE010 SKQGACE010 SKQGADE010 SKQGAEE010 SKQGAFE010 SKQGAKE010 SKQGALE010 SKQGAQE010',
        tact('5.2 x 5.2 mm'),
      ),
      ...each('SKRKAEE010 SKRKAEE020 SKRKAHE020', tact('3.9 x 2.9 mm')),
      ...each('SKRPABE010 SKRPACE010 SKRPADE010 SKRPANE010 SKRPARE010', tact('4.2 x 3.2 mm')),
      ...each(
        'SKHHAJA010 SKHHAKA010 SKHHALA010 SKHHAMA010 SKHHANA010 SKHHAPA010 SKHHAQA010 SKHHARA010 SKHHBSA010 SKHHBVA010 ' +
          'SKHHCSA010 SKHHCVA010 SKHHCWA010 SKHHDGA010 SKHHDJA010',
        tact('6 x 6 mm, through hole'),
      ),
      ...each(
        'SKHHLMA010 SKHHLNA010 SKHHLPA010 SKHHLQA010 SKHHLRA010 SKHHLUA010 SKHHLVA010 SKHHLWA010',
        tact('through hole, right angle'),
      ),
      ...each(
        'SKSCLAE010 SKSCLBE010 SKSCLCE010 SKSCLDE010 SKTDLDE010 SKRTLAE010 SKSLLAE010 SKPMAPE010 SKHMPSE010',
        tact('surface mount'),
      ),
      ...each('SKQUCAA010 SKQUAAA010 SKQUDBE010 SKRHABE010 SKRHACE010 SKRHADE010', {
        description: 'Navigation switch',
      }),
      ...each('SSSS810701 SSSS811101 SSSS811201 SSSS820401 SSSS213202', slide()),
      ...each(
        'EC11E15244G1 EC11E15244C0 EC11E15204A3 EC11E18244A5 EC11E18244AU EC11B15242AE EC11E09244BS EC11E153440D',
        encoder('12 x 12 mm'),
      ),
      ...each(
        'EC12E24204A8 EC12E2420404 EC12E24104A6 EC12E24204A2 EC12E1220405 EC12E2430803 EC12E2420802',
        encoder('12 x 12 mm'),
      ),
      ...each('SLLB510100 SLLB120300 SLLB510200', { description: 'Lever switch, three-way' }),
    }),
  ],
};

export const panasonicSwitches: SeriesTable = {
  id: 'panasonic-switches',
  manufacturer: 'Panasonic',
  category: 'switch',
  series: 'EVQ, EVP, ESE',
  description: 'Switch',
  reference: {
    title: 'Light touch switches, product list',
    url: 'https://industrial.panasonic.com/ww/products/pt/light-touch-switches',
  },
  forms: () => [
    plain({
      ...each(
        'EVQP7A01P EVQP7B01P EVQP7C01P EVQP7D01P EVQP7J01P EVQP7K01P EVQP7L01P',
        tact('3.5 x 2.9 mm, right angle'),
      ),
      ...each(
        'EVQPUA02K EVQPUB02K EVQPUC02K EVQPUD02K EVQPUE02K EVQPUF02K EVQPUH02K EVQPUJ02K EVQPUK02K EVQPUL02K EVQPUM02K',
        tact('4.7 x 3.5 mm, right angle'),
      ),
      ...each(
        'EVQQ2K03W EVQQ2P02W EVQQ2B03W EVQQ2Y03W EVQQ2W02W EVQQ2F01W EVQQ2F02W EVQQ2F03W EVQQ2D03W EVQQ2H03W EVQQ2U02W EVQQ2S02W EVQQ2M03W EVQQ2R02W',
        tact('6.5 x 6 mm'),
      ),
      ...each(
        'EVQPAC04M EVQPAD04M EVQPAE04M EVQPAF04M EVQPAG04M EVQPAH04M EVQPAC05R EVQPAD05R EVQPAG05R EVQPAC07K EVQPAD07K EVQPAE07K EVQPAG07K EVQPAC09K EVQPAE09K',
        tact('6 x 6 mm, through hole'),
      ),
      ...each('EVQP2002M EVQP2202M EVQP2402M EVQP2602M EVQP2K02Q EVQP9601M EVQP0E07K', tact('')),
      ...each('EVPAA002K EVPAA102K EVPAA202K EVPAA602W EVPAA702W', tact('3.5 x 2.9 mm')),
      ...each('EVPBB1A9B000 EVPBB2A9B000 EVPBB3A9B000 EVPBB4A9B000', tact('2.6 x 1.6 mm')),
      ...each(
        'EVPAWBD4A EVPAWCD4A EVPAWED4A EVPASAC1A EVPAVAA1A EVPAVCA1A EVPBFAC1A000 EVPBFCC1A000',
        tact(''),
      ),
      ...each('EVQWGD001 EVQWKA001', encoder()),
      ...each('ESE13H01C ESE18L11C ESE20C321 ESE22MH21 ESE22MH24', { description: 'Detector switch' }),
    }),
  ],
};

const E_SWITCH_FORCES = bareCodes('force', 'F100 F160 F180 F260');

export const eSwitch: SeriesTable = {
  id: 'e-switch',
  manufacturer: 'E-Switch',
  category: 'switch',
  series: 'TL, EG, 100',
  description: 'Switch',
  reference: { title: 'Tact, slide and toggle switches', url: 'https://www.e-switch.com/product-catalog/' },
  forms: () => [
    [
      families({ TL1105: tact('6 x 6 mm, through hole') }),
      bareCodes('version', ' A B C D E F J JA JF S SP SPA T V X'),
      bareCodes('actuator', 'F100Q F160Q F250Q'),
    ],
    [
      families({ TL3301: tact('6 x 6 mm, surface mount') }),
      bareCodes('version', 'A B C D E F N P S SP'),
      E_SWITCH_FORCES,
      bareCodes('finish', 'QG Q'),
    ],
    [
      families({ TL3342: tact('5.2 x 5.2 mm'), TL3304: tact('') }),
      bareCodes('version', ' N'),
      E_SWITCH_FORCES,
      bareCodes('finish', 'QG QJ'),
    ],
    [
      families({ TL3305: tact('4.5 x 4.5 mm'), TL3315: tact('4.5 x 4.5 mm'), TL3300: tact('') }),
      bareCodes('version', 'A B C N D'),
      bareCodes('force', 'F100 F160 F260'),
      bareCodes('finish', 'QG Q'),
    ],
    [
      families({ TL1014: tact(''), TL3330: tact(''), TL3340: tact(''), TL4201: tact('') }),
      bareCodes('version', 'A B C'),
      E_SWITCH_FORCES,
      bareCodes('finish', 'QG Q'),
    ],
    plain({
      ...each(
        'EG1201 EG1201A EG1201B EG1206 EG1206A EG1213 EG1218 EG1224 EG1271 EG1271A EG1257 EG2201 EG2201A EG2201B EG2207 EG2208 EG2208A EG2210 EG2211 EG2215 EG2301 EG2301A EG2305 EG2310 EG2315 EG2315A EG4208 EG4208A EG4319 EG1903 EG1903A',
        slide(),
      ),
      JS5208: { description: 'Navigation switch', package: '12.4 x 12.4 mm' },
      TM1000Q: { description: 'Tilt switch' },
      TL4100: tact(''),
      ...each('RP3502ABLK RP3502ARED RP3508ABLK RP3508ARED RP3502MABLK', {
        description: 'Push-button switch',
        package: 'panel mount',
      }),
    }),
    [
      families({
        '100SP1': { description: 'Toggle switch, one pole' },
        '100SP2': { description: 'Toggle switch, one pole' },
        '100SP3': { description: 'Toggle switch, one pole' },
        '100SP5': { description: 'Toggle switch, one pole' },
        '100DP1': { description: 'Toggle switch, two poles' },
        '100DP3': { description: 'Toggle switch, two poles' },
        '200MSP1': { description: 'Toggle switch, one pole' },
        '200MDP1': { description: 'Toggle switch, two poles' },
      }),
      bareCodes('actuator', 'T1 T2 T8'),
      bareCodes('bushing', 'B1 B4 B10'),
      bareCodes('termination', 'M1 M2 M5 M6 M7 VS2 VS3'),
      bareCodes('contact', 'QE RE QEH REH QN'),
    ],
  ],
};

export const sameSkySwitches: SeriesTable = {
  id: 'same-sky-switches',
  manufacturer: 'Same Sky',
  category: 'switch',
  series: 'TS, DS',
  description: 'Switch',
  reference: { title: 'Tactile and DIP switches', url: 'https://www.sameskydevices.com/product/switches' },
  forms: () => [
    [
      families({ TS02: tact('6 x 6 mm, through hole') }),
      DASH,
      { literal: '66' },
      DASH,
      bareCodes('height', '43 50 60 70 73 80 85 90 95 100 110 120 130 150 170'),
      DASH,
      { literal: 'BK' },
      DASH,
      bareCodes('force', '100 130 160 180 260'),
      DASH,
      { literal: 'LCR' },
      DASH,
      { literal: 'D' },
    ],
    [
      families({ TS04: tact('6 x 6 mm, surface mount') }),
      DASH,
      { literal: '66' },
      DASH,
      bareCodes('height', '43 50 60 70 73 80 85 90 95'),
      DASH,
      { literal: 'BK' },
      DASH,
      bareCodes('force', '100 130 160 180 260'),
      DASH,
      { literal: 'SMT' },
      { optional: [DASH, reels('TR')] },
    ],
    [
      { literal: 'DS0' },
      bareCodes('kind', '1 1C 2 2C 4'),
      DASH,
      bareCodes('pitch', '254 127'),
      DASH,
      bareCodes('actuator', 'S L R'),
      DASH,
      {
        name: 'positions',
        codes: Object.fromEntries(
          [1, 2, 3, 4, 5, 6, 8, 10, 12].map((n) => [String(n).padStart(2, '0'), dip(n)]),
        ),
      },
      bareCodes('finish', 'BE GE RE'),
      { optional: [DASH, reels('TR')] },
    ],
  ],
};

export const wurthSwitches: SeriesTable = {
  id: 'wuerth-switches',
  manufacturer: 'Würth Elektronik',
  category: 'switch',
  series: 'WS',
  description: 'Switch',
  reference: {
    title: 'WS-TASV SMT tact switch 6 x 6 mm',
    url: 'https://www.we-online.com/en/components/products/TASV_6X6_J-BEND_SMT_TACT_SWITCH',
  },
  forms: () => [
    plain(each('434133025816 434121025816', tact(''))),
    plain(
      each(
        '430182043816 430182050816 430182070816 430182043826 430182050826 430182070826',
        tact('6 x 6 mm, surface mount'),
      ),
    ),
  ],
};

export const teSwitches: SeriesTable = {
  id: 'te-switches',
  manufacturer: 'TE Connectivity',
  category: 'switch',
  series: 'FSM, ADE',
  description: 'Switch',
  reference: {
    title: 'Tactile switches FSM and DIP switches ADE',
    url: 'https://www.te.com/usa-en/products/switches.html',
  },
  forms: () => [
    plain({
      ...each('FSM2JH FSM4JH FSM6JH FSM8JH FSM10JH FSM1LP', tact('6 x 6 mm, through hole')),
      ...each(
        'FSM2JSMA FSM4JSMA FSM6JSMA FSM8JSMA FSM2JSMATR FSM4JSMATR FSM6JSMATR FSM8JSMATR FSM4JSMAA FSM4JSMAATR',
        tact('6 x 6 mm, surface mount'),
      ),
      ...each('FSMRA2JH FSMRA3JH FSMRA4JH FSMRA5JH FSMRA6JH', tact('6 x 6 mm, through hole, right angle')),
      ...Object.fromEntries(
        [2, 3, 4, 5, 6, 7, 8, 9, 10, 12].flatMap((n) => {
          const number = String(n).padStart(2, '0');
          return ['ADE', 'ADF', 'ADP'].flatMap((kind) => [
            [`${kind}${number}`, dip(n, 'through hole')],
            [`${kind}${number}04`, dip(n, 'through hole')],
            [`${kind}${number}S04`, dip(n, 'surface mount')],
          ]);
        }),
      ),
    }),
    [
      codes('number', 'description', { '1825910': TACT }),
      DASH,
      bareCodes('version', '1 2 3 4 5 6 7 8 9'),
    ],
    ...listed({ '1825289-1': slide() }),
  ],
  ratings: [{ when: { number: ['1825910'] }, states: { package: '6 x 6 mm, through hole' } }],
};

export const xkbSwitches: SeriesTable = {
  id: 'xkb-switches',
  manufacturer: 'XKB',
  category: 'switch',
  series: 'TS, TC, SK',
  description: TACT,
  reference: { title: 'Tactile switches', url: 'https://www.xkbconnection.com/en/' },
  forms: () => [
    [
      ...dashed('TS', {
        '1187A': tact('5.1 x 5.1 mm'),
        '1187F': tact('5.1 x 5.1 mm'),
        '1102S': tact('6 x 6 mm, surface mount'),
        '1102SD': tact('6 x 6 mm, surface mount'),
      }),
      DASH,
      bareCodes('actuator', 'A B C D E F G H'),
      DASH,
      bareCodes('force', 'A B C D E F N'),
      DASH,
      bareCodes('packing', 'A B'),
    ],
    ...[
      dashed('TC', { '1102': tact('6 x 6 mm, through hole'), '1101': tact('') }),
      dashed('TS', { '1101': tact(''), '1010': tact('') }),
    ].map((start) => [
      ...start,
      DASH,
      bareCodes('actuator', 'A B C D E F G H'),
      DASH,
      bareCodes('colour', 'A B C X Y W R'),
      { optional: [DASH, bareCodes('packing', 'A B')] },
    ]),
    ...listed({
      'TC-1109DE-B-F': tact('through hole, right angle'),
      'SK-3278S-L2': slide('surface mount'),
    }),
  ],
};

export const chineseSwitches = [
  {
    id: 'hro-switches',
    manufacturer: 'HRO',
    category: 'switch',
    series: 'K',
    description: 'Switch',
    reference: { title: 'Switches', url: 'https://www.hroparts.com/' },
    forms: () =>
      listed({
        ...each(
          'K2-1107ST-A4SW-06 K2-1102SP-C4SC-04 K2-1102DP-J4SW-04 K2-1114SA-A4SW-06 K2-1187SQ-A4SW-06 K2-6639SP-A4SC-04',
          tact(''),
        ),
        ...each('K3-2235D-K1 K3-1296S-E1 K3-1260D-L1', slide()),
        'K5-1130SA-B1': { description: 'Detector switch', package: 'surface mount' },
      }),
  },
  {
    id: 'xunpu-switches',
    manufacturer: 'XUNPU',
    category: 'switch',
    series: 'TS',
    description: TACT,
    reference: { title: 'Tactile switches', url: 'https://www.xunpu.com.cn/' },
    forms: () =>
      listed({
        ...each('TS-1088-AR02016 TS-1088R-02026 TS-1088R-02016', tact('4 x 3 mm')),
        ...each('TS-1088-AR02020 TS-1088-AR02026', tact('4 x 3 mm')),
      }),
  },
  {
    id: 'shou-han-switches',
    manufacturer: 'Shou Han',
    category: 'switch',
    series: 'MSK, SK',
    description: SLIDE,
    reference: { title: 'Slide and tactile switches', url: 'https://www.shouhan.cc/' },
    forms: () => [
      plain({
        MSK12C02: slide('surface mount'),
        SK12D07VG3: slide('through hole'),
        SK12D07VG4: slide('through hole'),
        SS12D10G4: slide('through hole'),
        SS12D10G5: slide('through hole'),
      }),
    ],
  },
  {
    id: 'diptronics-dtsm',
    manufacturer: 'Diptronics',
    category: 'switch',
    series: 'DTS',
    description: TACT,
    reference: { title: 'Tact switches', url: 'https://www.dip.com.tw/en/product-list/Tact-Switch' },
    forms: () => [
      [
        bareCodes('family', 'DTSM DTS'),
        DASH,
        bareCodes('size', '6'),
        bareCodes('height', '1 2 3 4 5 6'),
        bareCodes('force', 'N K R S'),
        DASH,
        bareCodes('packing', 'V B T'),
        { optional: [DASH, bareCodes('reel', 'B T R TR')] },
      ],
      [
        bareCodes('family', 'DTSM'),
        DASH,
        bareCodes('size', '3'),
        bareCodes('height', '1 2'),
        bareCodes('force', 'N K S'),
        DASH,
        bareCodes('packing', 'B R V'),
      ],
    ],
    ratings: [
      { when: { family: ['DTSM'], size: ['6'] }, states: { package: '6 x 6 mm, surface mount' } },
      { when: { family: ['DTS'], size: ['6'] }, states: { package: '6 x 6 mm, through hole' } },
    ],
  },
] as const satisfies readonly SeriesTable[];

export const nidecSwitches: SeriesTable = {
  id: 'nidec-switches',
  manufacturer: 'Copal',
  category: 'switch',
  series: 'CL-SB, CVS, CHS',
  description: 'Switch',
  reference: { title: 'Switches', url: 'https://www.nidec-components.com/e/product/category/switch/' },
  forms: () => [
    [
      { literal: 'CL' },
      DASH,
      { literal: 'SB' },
      DASH,
      {
        name: 'circuit',
        codes: Object.fromEntries(
          joined('12 13 22 23', 'A B C').split(' ').map((code) => [code, slide('surface mount')]),
        ),
      },
      DASH,
      bareCodes('actuator', '01 02 11 12'),
      bareCodes('packing', 'T'),
    ],
    [
      families({ CVS: '', CHS: '' }),
      DASH,
      {
        name: 'positions',
        codes: Object.fromEntries([1, 2, 3, 4, 6, 8, 10].map((n) => [String(n).padStart(2, '0'), dip(n)])),
      },
      bareCodes('terminals', 'T'),
      bareCodes('finish', 'B A'),
      bareCodes('tape', ' 1'),
    ],
    ...listed({
      'ATE1D-2M3-10-Z': { description: 'Toggle switch' },
      'ATE1E-2M3-10-Z': { description: 'Toggle switch' },
    }),
  ],
};

export const grayhillSwitches: SeriesTable = {
  id: 'grayhill-dip',
  manufacturer: 'Grayhill',
  category: 'switch',
  series: '76, 78',
  description: 'DIP switch',
  reference: { title: 'DIP switches', url: 'https://www.grayhill.com/products/dip-switches' },
  forms: () => [
    [
      families({
        '76SB': 'through hole',
        '78B': 'through hole',
        '76RSB': 'through hole',
        '78RB': 'through hole',
        '76PSB': '',
      }),
      {
        name: 'positions',
        codes: Object.fromEntries(
          [2, 3, 4, 5, 6, 7, 8, 9, 10, 12].map((n) => [String(n).padStart(2, '0'), dip(n)]),
        ),
      },
      bareCodes('finish', ' T S ST GWR GWRT'),
    ],
  ],
};

export const nkkSwitches: SeriesTable = {
  id: 'nkk-switches',
  manufacturer: 'NKK Switches',
  category: 'switch',
  series: 'M, SS',
  description: 'Switch',
  reference: { title: 'Toggle and slide switches', url: 'https://www.nkkswitches.com/' },
  forms: () => [
    plain({
      ...each('M2011SS1W01 M2012SS1W01 M2013SS1W01 M2015SS1W01 M2018SS1W01', {
        description: 'Toggle switch, one pole',
        package: 'panel mount',
      }),
      ...each('M2021SS1W01 M2022SS1W01 M2023SS1W01 M2025SS1W01', {
        description: 'Toggle switch, two poles',
        package: 'panel mount',
      }),
      ...each('SS12SDP2 SS12SDP4 SS12SDH2 SS14MDP2 SS22SDP2', slide('through hole')),
    }),
  ],
};

export const bournsEncoders: SeriesTable = {
  id: 'bourns-pec',
  manufacturer: 'Bourns',
  category: 'switch',
  series: 'PEC',
  description: 'Rotary encoder',
  reference: {
    title: 'PEC11R series 12 mm incremental encoder',
    url: 'https://www.bourns.com/docs/Product-Datasheets/PEC11R.pdf',
  },
  forms: () => [
    [
      families({
        PEC11: encoder('12 x 12 mm'),
        PEC11R: encoder('12 x 12 mm'),
        PEC11L: encoder('12 x 12 mm'),
        PEC11H: encoder('12 x 12 mm'),
        PEC12R: encoder('12 x 12 mm'),
      }),
      DASH,
      bareCodes('terminals', '2 3 4'),
      bareCodes('detents', '0 1 2'),
      bareCodes('shaft', '15 17 20 22 25 30'),
      bareCodes('style', 'F K S'),
      DASH,
      bareCodes('switch', 'S N'),
      bareCodes('pulses', '0012 0018 0024'),
    ],
  ],
};
