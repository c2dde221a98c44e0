/** Varistors and gas discharge tubes. */
import { bareCodes, chip, codes } from '../../segments.ts';
import type { SeriesTable } from '../../table.ts';
import { DASH, joined } from '../pieces.ts';
import { families, sizes } from './common.ts';

/** The highest operating voltage that EPCOS codes: two digits and a number of zeros of tenths of a volt, rounded. */
const EPCOS_VOLTAGE = codes('voltage', 'voltage_rating', {
  '040': 4,
  '060': 6,
  '080': 8,
  '110': 11,
  '140': 14,
  '170': 17,
  '200': 20,
  '250': 25,
  '300': 30,
  '350': 35,
  '400': 40,
  '500': 50,
  '600': 60,
  '750': 75,
  '950': 95,
  '111': 115,
  '131': 130,
  '141': 140,
  '151': 150,
  '171': 175,
  '211': 210,
  '231': 230,
  '251': 250,
  '271': 275,
  '301': 300,
  '321': 320,
  '351': 350,
  '381': 385,
  '421': 420,
  '441': 440,
  '461': 460,
  '511': 510,
  '551': 550,
  '621': 625,
  '681': 680,
});

const disc = (millimetres: number) => `radial, disc ${millimetres} mm`;

const OPERATING = codes(
  'voltage',
  'voltage_rating',
  Object.fromEntries(
    '4 6 8 11 14 17 20 25 30 35 40 50 60 75 95 115 130 140 150 175 210 230 250 275 300 320 385 420 440 460 510 550'
      .split(
        ' ',
      ).map((code) => [code, Number(code)]),
  ),
);

export const tdkVaristors: SeriesTable = {
  id: 'tdk-b725-b722',
  manufacturer: 'TDK',
  category: 'varistor',
  series: 'SIOV',
  description: 'Metal oxide varistor',
  reference: {
    title: 'SIOV metal oxide varistors, designation system',
    url: 'https://www.tdk-electronics.tdk.com/en/530348/products/product-catalog/varistors/siov-varistors',
  },
  forms: () => [
    [
      families({ S05K: disc(5), S07K: disc(7), S10K: disc(10), S14K: disc(14), S20K: disc(20) }),
      OPERATING,
      bareCodes('grade', ' E2 E3'),
    ],
    [
      bareCodes('series', 'CT CN'),
      sizes('0402 0603 0805 1206 1210 1812 2220'),
      bareCodes('tolerance', 'K M S L'),
      OPERATING,
      { literal: 'G' },
    ],
    [
      families({ B72205: disc(5), B72207: disc(7), B72210: disc(10), B72214: disc(14), B72220: disc(20) }),
      bareCodes('grade', 'S0 S2'),
      EPCOS_VOLTAGE,
      { literal: 'K' },
      bareCodes('leads', '101 151 301 351 501 511 551'),
    ],
    [
      families({
        B72590: chip('0402'),
        B72500: chip('0603'),
        B72510: chip('0805'),
        B72520: chip('1206'),
        B72530: chip('1210'),
        B72580: chip('1812'),
        B72540: chip('2220'),
      }),
      bareCodes('grade', 'T0 E0 V0'),
      EPCOS_VOLTAGE,
      bareCodes('tolerance', 'K M S'),
      codes('packing', 'packaging', { '062': '180 mm reel', '072': '330 mm reel' }),
    ],
  ],
};

export const littelfuseVaristors: SeriesTable = {
  id: 'littelfuse-varistors',
  manufacturer: 'Littelfuse',
  category: 'varistor',
  series: 'LA, MLA',
  description: 'Metal oxide varistor',
  reference: {
    title: 'Varistor products, part numbering systems',
    url: 'https://www.littelfuse.com/products/metal-oxide-varistors-movs.aspx',
  },
  forms: () => [
    [
      families({ V05E: disc(5), V07E: disc(7), V10E: disc(10), V14E: disc(14), V20E: disc(20) }),
      OPERATING,
      bareCodes('finish', 'P PL2 PX10'),
    ],
    [
      { literal: 'V' },
      codes(
        'voltage',
        'voltage_rating',
        Object.fromEntries(
          '130 140 150 175 230 250 275 300 320 385 420 460 480 510 550 575 625'.split(' ').map((code) => [
            code,
            Number(code),
          ]),
        ),
      ),
      codes('series', 'series', { LA: 'LA' }),
      bareCodes('energy', joined('1 2 5 10 15 20 40 60 80', '- A B C')),
      bareCodes('finish', 'P PX10 P10 PX2855'),
    ],
    [
      { literal: 'V' },
      codes(
        'voltage',
        'voltage_rating',
        Object.fromEntries(
          '3.5 5.5 9 12 14 18 26 30 33 42 48 56 60 68 85 120'.split(' ').map((code) => [code, Number(code)]),
        ),
      ),
      codes('series', 'series', { MLA: 'MLA', MLE: 'MLE', MLN: 'MLN' }),
      sizes('0402 0603 0805 1206 1210'),
      bareCodes('version', ' N L A X NA'),
      codes('packing', 'packaging', { H: '7 inch reel', T: '13 inch reel' }),
    ],
  ],
  ratings: [{ when: { series: ['LA'] }, states: { package: 'radial' } }],
};

export const avxVaristors: SeriesTable = {
  id: 'avx-vc',
  manufacturer: 'KYOCERA AVX',
  category: 'varistor',
  series: 'TransGuard',
  description: 'Multilayer varistor',
  reference: {
    title: 'TransGuard multilayer varistors, how to order',
    url: 'https://datasheets.kyocera-avx.com/TransGuard.pdf',
  },
  forms: () => [
    [
      { literal: 'VC' },
      sizes('0402 0603 0805 1206 1210'),
      codes(
        'voltage',
        'voltage_rating',
        Object.fromEntries(
          '03 05 09 12 14 18 26 30 31 34 38 42 45 48 56 60 65 85'.split(' ').map((
            code,
          ) => [code, Number(code)]),
        ),
      ),
      bareCodes('energy', 'A B C D E F G H J K L M N P'),
      bareCodes(
        'clamping',
        '150 200 250 300 340 390 400 500 560 570 580 620 650 680 770 800 900 101 111 121 131 151',
      ),
      bareCodes('packing', joined('D R T W', 'P')),
    ],
  ],
  ratings: [
    { when: { voltage: ['03'] }, states: { voltage_rating: 3.3 } },
    { when: { voltage: ['05'] }, states: { voltage_rating: 5.6 } },
  ],
};

/** The voltage of the varistor at 1 mA is coded; what it may be operated at is not in the number. */
const AT_1_MA = bareCodes(
  'voltage',
  '180 200 220 270 330 390 470 560 680 820 101 121 151 181 201 221 241 271 301 331 361 391 431 471 511 561 621 681 ' +
    '751 781 821 911 951 102 112 182',
);

export const bournsMov: SeriesTable = {
  id: 'bourns-mov',
  manufacturer: 'Bourns',
  category: 'varistor',
  series: 'MOV',
  description: 'Metal oxide varistor',
  reference: {
    title: 'MOV-07DxxxK, MOV-10DxxxK, MOV-14DxxxK, MOV-20DxxxK metal oxide varistors, how to order',
    url: 'https://www.bourns.com/products/circuit-protection',
  },
  forms: () => [[
    { literal: 'MOV' },
    DASH,
    codes('size', 'package', {
      '05D': disc(5),
      '07D': disc(7),
      '10D': disc(10),
      '14D': disc(14),
      '20D': disc(20),
    }),
    AT_1_MA,
    codes('tolerance', 'tolerance', { K: 10 }),
    { optional: [codes('packing', 'packaging', { TR: 'tape and reel' })] },
  ]],
};

export const panasonicVaristors: SeriesTable = {
  id: 'panasonic-erzv',
  manufacturer: 'Panasonic',
  category: 'varistor',
  series: 'ZNR, type V',
  description: 'Metal oxide varistor',
  reference: {
    title: 'ZNR transient/surge absorbers, type D, series V, explanation of part numbers',
    url: 'https://industrial.panasonic.com/ww/products/pt',
  },
  forms: () => [[
    { literal: 'ERZV' },
    codes('size', 'package', {
      '05D': disc(5),
      '07D': disc(7),
      '09D': disc(9),
      '10D': disc(10),
      '14D': disc(14),
      '20D': disc(20),
    }),
    AT_1_MA,
  ]],
};

export const bournsChipGuard: SeriesTable = {
  id: 'bourns-cg',
  manufacturer: 'Bourns',
  category: 'varistor',
  series: 'ChipGuard CG',
  description: 'Multilayer varistor against electrostatic discharge',
  reference: {
    title: 'ChipGuard ESD clamp protectors',
    url: 'https://www.bourns.com/products/circuit-protection/esd-protection-chipguard',
  },
  forms: () => [
    [
      { literal: 'CG' },
      sizes('0402 0603'),
      codes('series', 'series', { MLA: 'MLA', MLC: 'MLC', MLD: 'MLD', MLE: 'MLE', MLU: 'MLU' }),
      DASH,
      codes('voltage', 'voltage_rating', { '05': 5, '12': 12, '14': 14, '18': 18, '24': 24 }),
      bareCodes('version', 'E G K L LE KE'),
    ],
  ],
};

export const bournsGdt: SeriesTable = {
  id: 'bourns-gdt',
  manufacturer: 'Bourns',
  category: 'other',
  series: '20xx',
  description: 'Gas discharge tube',
  reference: {
    title: 'Gas discharge tubes',
    url: 'https://www.bourns.com/products/circuit-protection/gas-discharge-tube-gdt-surge-arrestors',
  },
  forms: () => [
    [
      families({
        '2027': '',
        '2029': '',
        '2035': '',
        '2036': '',
        '2038': '',
        '2039': '',
        '2046': '',
        '2051': '',
      }),
      DASH,
      bareCodes('voltage', '07 09 15 20 23 25 30 35 40 42 47 60'),
      DASH,
      bareCodes('form', 'SM B C'),
      { optional: [DASH, bareCodes('finish', 'RPLF LF RP')] },
    ],
  ],
};
