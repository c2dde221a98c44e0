/** Microcontrollers, radio microcontrollers, processors and MOSFETs of Texas Instruments. */
import type { Statements } from '../../../finding.ts';
import type { CodeSegment, Forms, Segment, SeriesTable } from '../../table.ts';

const REELED = { packaging: 'tape and reel' };
const REEL: Segment = { name: 'packing', codes: { '': {}, R: REELED, T: REELED } };
const FINISH: Segment = { name: 'finish', codes: { '': {}, G4: {}, E4: {} } };

/** `IN20` is a package with its pins, as some of the numbers have it; others have the letters alone. */
const PACKAGES: Readonly<Record<string, string>> = {
  DA38: 'TSSOP-38 (6.1 mm wide)',
  G56: 'TSSOP-56 (6.1 mm wide)',
  DW20: 'SOIC-20 (7.5 mm wide)',
  DW28: 'SOIC-28 (7.5 mm wide)',
  N14: 'DIP-14',
  N20: 'DIP-20',
  PM64: 'LQFP-64 (10 x 10 mm)',
  PN80: 'LQFP-80 (12 x 12 mm)',
  PT48: 'LQFP-48 (7 x 7 mm)',
  PW14: 'TSSOP-14',
  PW20: 'TSSOP-20',
  PW24: 'TSSOP-24',
  PW28: 'TSSOP-28',
  PW38: 'TSSOP-38',
  PZ100: 'LQFP-100 (14 x 14 mm)',
  RGC64: 'VQFN-64 (9 x 9 mm)',
  RGE24: 'VQFN-24 (4 x 4 mm)',
  RGZ48: 'VQFN-48 (7 x 7 mm)',
  RHA40: 'VQFN-40 (6 x 6 mm)',
  RHB32: 'VQFN-32 (5 x 5 mm)',
  RSA16: 'QFN-16 (4 x 4 mm)',
  RSB40: 'WQFN-40 (5 x 5 mm)',
};

/** Numbers of the scheme `MSP430` with the packages they come in: pins stand in the number where the list says so. */
const MSP430 = `
N20 PW20 PW28 RHB32 | G2153 G2203 G2213 G2233 G2253 G2303 G2313 G2333 G2353 G2403 G2413 G2433 G2453 G2513 G2533 G2553
N14 PW14 RSA16 | G2001 G2101 G2111 G2121 G2131 G2201 G2211 G2221 G2231
N20 PW14 PW20 RSA16 | G2102 G2112 G2132 G2152 G2202 G2212 G2232 G2252 G2302 G2312 G2332 G2352 G2402 G2412 G2432 G2452
DA38 RHA40 | G2444 G2544 G2744 G2755 G2855 G2955
G56 | FR4131 FR4132 FR4133
`;
const MSP430_BARE = `
N14 PW14 RSA16 | F2001 F2002 F2003 F2011 F2012 F2013
PW28 RHB32 | F2112 F2122 F2132 F1222 F1232
DW20 PW20 RHB32 | F1122 F1132
DW20 PW20 RGE24 | F1101A F1111A F1121A F2101 F2111 F2121 F2131
DW28 PW28 | F122 F123
RHA40 | F2330 F2350 F2370
DA38 RHA40 | F2232 F2252 F2272 F2234 F2254 F2274
PM64 | F133 F135 F147 F148 F149 F155 F156 F157 F167 F168 F169 F1610 F1611 F1612 FR4131 FR4132 FR4133 F247 F249 F2410 F413 F415 F417 F423 F425 F427
PN80 PZ100 | F435 F436 F437 F447 F448 F449 F4783 F4793 F4784 F4794 FG437 FG438 FG439 F5419A F5418A F5436A F5435A F5437A F5438A F5329 F5328 F5327 F5326 F5325 F5529 F5528 F5527 F5526 F5525 F5521 F5519
RGC64 | F5513 F5514 F5517 F5522 F5524 F5526 F5528 F5326 F5328 F5510 F5507 F5509 F5503 F5505
RGZ48 | F5500 F5501 F5502 F5503 F5504 F5505 F5506 F5507 F5508 F5509 F5510 F5304 F5308 F5309 F5310 F5340 F5341 F5342
PZ100 | F5630 F5631 F5632 F5633 F5634 F5635 F5636 F5637 F5638 F5658 F5659 F5333 F5335 F5336 F5338 F6638 F6659 F6736 F6779
DA38 RHA40 | FR5728 FR5729 FR5738 FR5739 FR5724 FR5725 FR5734 FR5735
PM64 RGC64 | FR5964 FR5994 FR5992
RGZ48 DA38 RHA40 | FR5969 FR5949 FR5959 FR5947 FR5957 FR5967 FR5948 FR5958 FR5968
PN80 PM64 RGC64 | FR6922 FR6972
PZ100 PN80 | FR6989 FR6979 FR6977 FR6987 FR6988 FR6928 FR6927 FR6879
`;

type Rows = readonly (readonly [packages: readonly string[], numbers: readonly string[]])[];
const rowsOf = (text: string): Rows =>
  text.trim().split('\n').map((line) => {
    const [packages = '', numbers = ''] = line.split(' | ');
    return [packages.split(' '), numbers.split(' ')] as const;
  });

const MCU: Statements = { category: 'microcontroller', description: '16-bit microcontroller, MSP430' };

const packagesOf = (words: readonly string[], hasPins: boolean): CodeSegment => ({
  name: 'package',
  codes: Object.fromEntries(words.flatMap((word) => {
    const name = PACKAGES[word];
    return name === undefined ? [] : [[hasPins ? word : word.replace(/\d+$/, ''), { package: name }]];
  })),
});

const coded = (name: string, list: readonly string[], states: Statements): CodeSegment => (
  { name, codes: Object.fromEntries(list.map((code) => [code, states])) }
);

const TEMPERATURE: CodeSegment = {
  name: 'temperature',
  codes: { I: { temperature_range: '-40 to 85 °C' }, T: { temperature_range: '-40 to 105 °C' } },
};

const msp430 = ([rows, hasPins]: readonly [Rows, boolean]): Forms =>
  rows.map(([words, numbers]) => [
    { literal: 'MSP430' },
    coded('base', numbers, MCU),
    TEMPERATURE,
    packagesOf(words, hasPins),
    REEL,
    FINISH,
  ]);

const listed = rowsOf(MSP430);
const listedBare = rowsOf(MSP430_BARE);
const everyMsp430 = [...new Set([...listed, ...listedBare].flatMap(([, numbers]) => numbers))];

/** Radio microcontrollers: base, then the letters of the package. */
const RADIO:
  readonly (readonly [packages: Readonly<Record<string, string>>, description: string, numbers: string])[] = [
    [
      { RHA: PACKAGES.RHA40! },
      'Radio microcontroller, 2.4 GHz',
      'CC2530F32 CC2530F64 CC2530F128 CC2530F256 CC2531F128 CC2531F256 CC2533F32 CC2533F64 CC2533F96 CC2540F128 CC2540F256 CC2541F128 CC2541F256 CC2540TF256',
    ],
    [
      { RHH: 'VQFN-36 (6 x 6 mm)' },
      'Radio microcontroller',
      'CC1110F8 CC1110F16 CC1110F32 CC1111F8 CC1111F16 CC1111F32 CC2510F8 CC2510F16 CC2510F32 CC2511F8 CC2511F16 CC2511F32',
    ],
    [
      { RGZ: PACKAGES.RGZ48!, RHB: PACKAGES.RHB32!, RSM: 'VQFN-32 (4 x 4 mm)' },
      'Radio microcontroller, Arm Cortex-M3',
      'CC1310F32 CC1310F64 CC1310F128 CC1350F128 CC2620F128 CC2630F128 CC2640F128 CC2640R2F CC2650F128',
    ],
    [
      { RGZ: PACKAGES.RGZ48! },
      'Radio microcontroller, Arm Cortex-M4F',
      'CC1312R1F3 CC1352R1F3 CC1352P1F3 CC2642R1F CC2652R1F CC2652P1F CC2652RB1F',
    ],
    [{ RGC: PACKAGES.RGC64! }, 'Wi-Fi microcontroller', 'CC3200R1M1 CC3200R1M2'],
    [
      { RGK: 'VQFN-64 (9 x 9 mm)' },
      'Wi-Fi microcontroller',
      'CC3220RM2A CC3220SM2A CC3220SF12A CC3235SM2 CC3235SF12 CC3235RM2',
    ],
    [
      { RGZ: PACKAGES.RGZ48! },
      'Radio microcontroller, MSP430',
      'CC430F5133I CC430F5135I CC430F5137I CC430F5143I CC430F5145I CC430F5147I',
    ],
    [
      { RGC: PACKAGES.RGC64! },
      'Radio microcontroller, MSP430',
      'CC430F6125I CC430F6126I CC430F6127I CC430F6135I CC430F6137I CC430F6147I',
    ],
  ];

const RADIO_FORMS = RADIO.flatMap(([packages, description, numbers]): Forms => [
  [
    coded('base', numbers.split(' '), { category: 'microcontroller', description }),
    {
      name: 'package',
      codes: Object.fromEntries(Object.entries(packages).map(([code, name]) => [code, { package: name }])),
    },
    REEL,
  ],
]);
const RADIO_BARE = Object.assign(
  {},
  ...RADIO.map(([, description, numbers]) =>
    coded('base', numbers.split(' '), { category: 'microcontroller', description }).codes
  ),
);

/** Whole numbers, each with its package; a reel may follow. */
const WHOLE: readonly (readonly [states: Statements, numbers: string])[] = [
  [
    {
      category: 'microcontroller',
      description: 'Arm Cortex-M4F microcontroller',
      package: 'LQFP-64 (10 x 10 mm)',
    },
    'TM4C123GH6PMI TM4C123GH6PMI7 TM4C123GH6PMT TM4C123GH6PMT7 TM4C1230C3PMI TM4C1231H6PMI TM4C1236H6PMI TM4C1237H6PMI TM4C123FH6PMI TM4C123FE6PMI LM4F120H5QRFIG',
  ],
  [{
    category: 'microcontroller',
    description: 'Arm Cortex-M4F microcontroller',
    package: 'LQFP-144 (20 x 20 mm)',
  }, 'TM4C123GH6PGEI TM4C123GH6PGEI7 TM4C123GH6PGET TM4C1231H6PGEI TM4C1237H6PGEI'],
  [{
    category: 'microcontroller',
    description: 'Arm Cortex-M4F microcontroller',
    package: 'LQFP-100 (14 x 14 mm)',
  }, 'TM4C123GH6PZI TM4C123GH6PZI7 TM4C123BH6PZI TM4C1231H6PZI MSP432P401RIPZ MSP432P401MIPZ'],
  [{
    category: 'microcontroller',
    description: 'Arm Cortex-M4F microcontroller',
    package: 'VQFN-64 (9 x 9 mm)',
  }, 'MSP432P401RIRGC MSP432P401MIRGC'],
  [
    {
      category: 'microcontroller',
      description: 'Arm Cortex-M4F microcontroller with Ethernet',
      package: 'TQFP-128 (14 x 14 mm)',
    },
    'TM4C1294NCPDTI3 TM4C1294NCPDTT3 TM4C1294KCPDTI3 TM4C129ENCPDTI3 TM4C129EKCPDTI3 TM4C129DNCPDTI3 TM4C1290NCPDTI3 TM4C1292NCPDTI3 MSP432E401YTPDT',
  ],
  [
    { category: 'processor', description: 'Arm Cortex-A8 processor', package: 'NFBGA-324 (15 x 15 mm)' },
    'AM3352BZCZ30 AM3352BZCZ60 AM3352BZCZ80 AM3352BZCZ100 AM3352BZCZA60 AM3352BZCZA80 AM3352BZCZA100 AM3352BZCZD60 AM3352BZCZD80 AM3354BZCZ60 AM3354BZCZ80 AM3354BZCZ100 AM3354BZCZA60 AM3354BZCZD60 AM3354BZCZD80 AM3356BZCZ60 AM3356BZCZ80 AM3356BZCZA60 AM3356BZCZD60 AM3357BZCZA60 AM3357BZCZD60 AM3358BZCZ60 AM3358BZCZ80 AM3358BZCZ100 AM3358BZCZA60 AM3358BZCZA80 AM3358BZCZA100 AM3358BZCZD60 AM3359BZCZA80 AM3359BZCZD60',
  ],
  [{
    category: 'microcontroller',
    description: '32-bit microcontroller, C2000',
    package: 'LQFP-176 (24 x 24 mm)',
  }, 'TMS320F28335PGFA TMS320F28334PGFA TMS320F28332PGFA'],
  [{
    category: 'microcontroller',
    description: '32-bit microcontroller, C2000',
    package: 'LQFP-48 (7 x 7 mm)',
  }, 'TMS320F28027PTT TMS320F28027PTS TMS320F28026PTT TMS320F28023PTT TMS320F28022PTT'],
  [
    { category: 'microcontroller', description: '32-bit microcontroller, C2000', package: 'TSSOP-38' },
    'TMS320F28027DAT TMS320F28026DAT TMS320F28023DAT TMS320F28022DAT',
  ],
  [{
    category: 'microcontroller',
    description: '32-bit microcontroller, C2000',
    package: 'LQFP-80 (12 x 12 mm)',
  }, 'TMS320F28069PNT TMS320F28035PNT TMS320F28034PNT TMS320F28069MPNT'],
  [
    {
      category: 'microcontroller',
      description: '32-bit microcontroller, C2000',
      package: 'LQFP-100 (14 x 14 mm)',
    },
    'TMS320F2808PZA TMS320F2808PZS TMS320F2806PZA TMS320F2801PZA TMS320F28069PZT TMS320F280049PZS TMS320F280049CPZS',
  ],
];

const wholeCodes: Record<string, Statements> = Object.fromEntries(
  WHOLE.flatMap(([states, numbers]) => numbers.split(' ').map((code) => [code, states])),
);

export const tiProcessors: SeriesTable = {
  id: 'ti-processors',
  manufacturer: 'Texas Instruments',
  category: 'microcontroller',
  series: 'Microcontrollers and processors',
  description: 'Microcontroller',
  reference: {
    title: 'MSP430G2x53 data sheet, SLAS735: device nomenclature',
    url: 'https://www.ti.com/lit/ds/symlink/msp430g2553.pdf',
  },
  forms: () => [
    ...msp430([listed, true]),
    ...msp430([listedBare, false]),
    [{ literal: 'MSP430' }, coded('base', everyMsp430, MCU)],
    ...RADIO_FORMS,
    [{ name: 'base', codes: RADIO_BARE }],
    [{ name: 'base', codes: wholeCodes }, { name: 'packing', codes: { '': {}, R: REELED } }],
  ],
};

/** NexFET: letter and figure of the package. */
const FETS: readonly (readonly [code: string, name: string, numbers: string])[] = [
  [
    'Q2',
    'WSON-6 (2 x 2 mm)',
    '13202 15571 16301 16323 17313 17318 17571 19538 25310 85301 87502 87501',
  ],
  ['Q3', 'VSON-8 (3.3 x 3.3 mm)', '16323 16340 16406 17304 17308 17309 17313 17575 17578 19537 25404'],
  ['Q3A', 'VSON-8 (3.3 x 3.3 mm)', '17551 17577 17578 17579 17581 18543 25402'],
  ['Q5', 'VSON-8 (6 x 5 mm)', '16321 16322 16325 16401 16407 16408 16414 16415 17303 17311 17312 17559'],
  [
    'Q5A',
    'VSON-8 (6 x 5 mm)',
    '16342 16403 16404 16410 16412 16413 17301 17302 17305 17306 17307 17310 17322 17327 17501 17505 17506 17507 17510 17522 17527 17551 17552 17553 17555 17577 17578 17579 17581 18501 18503 18504 18531 18533 18534 18537N 18543 18563 19531 19533 19534',
  ],
  [
    'Q5B',
    'VSON-8 (6 x 5 mm)',
    '16570 17556 17570 17573 17576 18502 18509 18532 18532N 18535 18540 18541 19502 19532 16556',
  ],
  [
    'KCS',
    'TO-220-3',
    '18501 18502 18503 18504 18510 18511 18532 18533 18534 18535 18536 18537N 18542 19501 19503 19505 19506 19531 19532 19533 19534 19535 19536',
  ],
  ['KTT', 'TO-263-3', '18501 18502 18532 18535 18536 18542 19501 19505 19506 19532 19535 19536'],
  [
    'F4',
    'PICOSTAR-3 (1 x 0.6 mm)',
    '13380 13381 13383 15380 17381 17382 17483 17484 23280 23381 23382 25480 25481 25483 25484',
  ],
  ['F3', 'PICOSTAR-3 (0.7 x 0.6 mm)', '13380 15380 13385 17381 23280 23381 23382 25480 25481 25483'],
];

export const tiFets: SeriesTable = {
  id: 'ti-csd',
  manufacturer: 'Texas Instruments',
  category: 'mosfet',
  series: 'NexFET',
  description: 'MOSFET',
  reference: { title: 'Power MOSFETs', url: 'https://www.ti.com/power-management/mosfets/overview.html' },
  forms: () =>
    FETS.map(([code, name, numbers]) => [
      { literal: 'CSD' },
      coded('base', numbers.split(' '), {}),
      { name: 'package', codes: { [code]: { package: name } } },
      { name: 'packing', codes: { '': {}, T: REELED } },
    ]),
};
