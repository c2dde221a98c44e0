/** Crystals and oscillators of manufacturers of whom a table or two say all. */
import { bareCodes, codes, digits } from '../../segments.ts';
import type { Segment, SeriesTable } from '../../table.ts';
import {
  digitsOfMegahertz,
  families,
  fiveDigitKilohertz,
  fixedMegahertz,
  megahertz,
  megahertzAtPoint,
  pads,
  picofarads,
  plainMegahertz,
  ppm,
  tenthsOfMegahertz,
  watch,
} from './common.ts';
import { DASH, joined, listed, reels } from '../pieces.ts';

const CRYSTAL = { category: 'crystal', description: 'Quartz crystal' } as const;
const OSCILLATOR = { category: 'oscillator', description: 'Clock oscillator' } as const;

export const ndkCrystals: SeriesTable = {
  ...CRYSTAL,
  id: 'ndk-nx',
  manufacturer: 'NDK',
  series: 'NX',
  reference: {
    title: 'Crystal units, product search',
    url: 'https://www.ndk.com/en/products/search/crystal/',
  },
  forms: () => [
    [
      families({
        NX1210AB: pads('1.2x1', 4),
        NX1612SA: pads('1.6x1.2', 4),
        NX2016SA: pads('2x1.6', 4),
        NX2016GC: pads('2x1.6', 4),
        NX2520SA: pads('2.5x2', 4),
        NX2520SG: pads('2.5x2', 4),
        NX3225SA: pads('3.2x2.5', 4),
        NX3225GA: pads('3.2x2.5', 2),
        NX3225GB: pads('3.2x2.5', 2),
        NX3225GD: pads('3.2x2.5', 2),
        NX5032GA: pads('5x3.2', 2),
        NX5032GB: pads('5x3.2', 2),
        NX5032GC: pads('5x3.2', 2),
        NX5032SA: pads('5x3.2', 4),
        NX8045GA: pads('8x4.5', 2),
        NX8045GB: pads('8x4.5', 2),
        NX8045GE: pads('8x4.5', 2),
      }),
      DASH,
      megahertz(0, 1, 2, 3, 4, 6),
      bareCodes('unit', 'M MHZ'),
      {
        optional: [
          DASH,
          { literal: 'STD' },
          DASH,
          bareCodes('group', 'CRS CRG CRA CSR CSK CSU CSJ CSP CSF CSN CRI CSZ CSW'),
          DASH,
          bareCodes('number', '1 2 3 4 5 6 7 8 9'),
        ],
      },
    ],
    [
      families({ NX3215SA: pads('3.2x1.5', 2), NX2012SA: pads('2x1.2', 2), NX1610SA: pads('1.6x1', 2) }),
      DASH,
      watch('32.768K', '32.768KHZ'),
      {
        optional: [
          DASH,
          { literal: 'STD' },
          DASH,
          bareCodes('group', 'MUA MUB MUS MUD'),
          DASH,
          bareCodes('number', '1 2 3 4 5 6 7 8 9 10 11 12 13 14'),
        ],
      },
    ],
  ],
};

export const txcCrystals: SeriesTable = {
  ...CRYSTAL,
  id: 'txc-crystals',
  manufacturer: 'TXC',
  series: '7M, 7A, 8Z, 9C',
  reference: { title: 'Quartz crystals', url: 'https://www.txccorp.com/index.php?action=p_prod&cid=1' },
  forms: () => [
    [
      families({
        '7A': pads('5x3.2', 2),
        '7B': pads('5x3.2', 4),
        '7M': pads('3.2x2.5', 4),
        '7V': pads('3.2x2.5', 4),
        '8Z': pads('2.5x2', 4),
        '8Y': pads('2x1.6', 4),
        '9B': 'HC-49/US, through hole',
        '9C': 'HC-49/US SMD',
      }),
      DASH,
      megahertz(3),
      { literal: 'M' },
      bareCodes('options', joined('A B C D E H', 'A B C D E H', 'J E V Q K H A I N')),
      DASH,
      codes('packing', 'packaging', { T: 'tape and reel', B: 'bulk' }),
    ],
    [
      families({ '9HT10': pads('3.2x1.5', 2), '9HT11': pads('2x1.2', 2), '9HT12': pads('1.6x1', 2) }),
      DASH,
      watch('32.768K'),
      bareCodes('options', joined('A B D E H K', 'Z V', 'F Y B') + ' BZFT DZFT'),
      DASH,
      codes('packing', 'packaging', { T: 'tape and reel', B: 'bulk' }),
    ],
  ],
};

export const txcOscillators: SeriesTable = {
  ...OSCILLATOR,
  id: 'txc-oscillators',
  manufacturer: 'TXC',
  series: '7C, 7W, 7X, 8W',
  reference: { title: 'Crystal oscillators', url: 'https://www.txccorp.com/index.php?action=p_prod&cid=2' },
  forms: () => [
    [
      families({
        '7C': pads('5x3.2', 4),
        '7W': pads('7x5', 4),
        '7X': pads('3.2x2.5', 4),
        '8W': pads('2.5x2', 4),
      }),
      DASH,
      megahertz(3),
      { literal: 'M' },
      bareCodes('options', joined('A B C D', 'A B C E N V', '- A B')),
      DASH,
      codes('packing', 'packaging', { T: 'tape and reel', B: 'bulk' }),
    ],
  ],
};

export const yxcCrystals: SeriesTable = {
  ...CRYSTAL,
  id: 'yxc-x',
  manufacturer: 'YXC',
  series: 'X',
  reference: { title: 'Crystal units, part numbering', url: 'https://www.yxc.hk/crystal' },
  forms: () => [
    [
      {
        name: 'size',
        codes: {
          X1612: { package: pads('1.6x1.2', 4) },
          X2016: { package: pads('2x1.6', 4) },
          X2520: { package: pads('2.5x2', 4) },
          X3225: { package: pads('3.2x2.5', 4) },
          X5032: {},
          X49SM: { package: 'HC-49/US SMD' },
          X49SD: {},
          X49US: {},
        },
      },
      digitsOfMegahertz,
      { literal: 'M' },
      {
        name: 'load',
        codes: {
          S: { load_capacitance: 20e-12 },
          L: { load_capacitance: 9e-12 },
          O: { load_capacitance: 12e-12 },
          M: {},
          N: {},
          P: {},
          Q: {},
          R: {},
          K: {},
        },
      },
      codes('tolerance', 'tolerance', { B: ppm(10), D: ppm(20) }),
      bareCodes('pads', '2 4'),
      bareCodes('stability', 'S G'),
      codes('range', 'temperature_range', { I: '-40 to 85 °C', C: '-20 to 70 °C' }),
    ],
  ],
  ratings: [
    { when: { size: ['X5032'], pads: ['2'] }, states: { package: pads('5x3.2', 2) } },
    { when: { size: ['X5032'], pads: ['4'] }, states: { package: pads('5x3.2', 4) } },
  ],
};

export const yxcOscillators: SeriesTable = {
  ...OSCILLATOR,
  id: 'yxc-ot',
  manufacturer: 'YXC',
  series: 'OT',
  reference: { title: 'Oscillators, part numbering', url: 'https://www.yxc.hk/oscillator' },
  forms: () => [
    [
      {
        name: 'size',
        codes: {
          OT2016: { package: pads('2x1.6', 4) },
          OT2520: { package: pads('2.5x2', 4) },
          OT3225: { package: pads('3.2x2.5', 4) },
          OT5032: { package: pads('5x3.2', 4) },
          OT7050: { package: pads('7x5', 4) },
        },
      },
      digitsOfMegahertz,
      { literal: 'M' },
      bareCodes('options', joined('J I H V', 'B C D', 'A B', '4', 'S G', 'I L C')),
    ],
  ],
};

const CITIZEN_END: Segment = { optional: [DASH, bareCodes('packing', 'UT UB')] };

export const citizenCrystals: SeriesTable = {
  ...CRYSTAL,
  id: 'citizen-crystals',
  manufacturer: 'Citizen',
  series: 'CM, CFS, HCM49',
  reference: {
    title: 'Crystal units, product list',
    url: 'https://cfd.citizen.co.jp/english/product/cvo.html',
  },
  forms: () => [
    [
      families({
        CM130: '',
        CM200S: pads('8x3.8', 4),
        CM200C: pads('8x3.8', 4),
        CMR200T: pads('8x3.8', 4),
        CM315: pads('3.2x1.5', 2),
        CM315D: pads('3.2x1.5', 2),
        CM315DL: pads('3.2x1.5', 2),
        CM315E: pads('3.2x1.5', 2),
        CM315G: pads('3.2x1.5', 2),
        CM415: pads('4.1x1.5', 2),
        CM519: pads('4.9x1.8', 4),
        CM519G: pads('4.9x1.8', 4),
        CMR309T: '',
        CMJ206T: '',
        CMJ145: '',
        CFS145: '',
        CFS206: 'cylinder 2 x 6 mm, through hole',
        CFS308: 'cylinder 3 x 8 mm, through hole',
        CFV206: 'cylinder 2 x 6 mm, through hole',
      }),
      watch('32.768K', '32768'),
      bareCodes('options', joined('A B C D E H K', 'Z', 'B F C Y', '- T B')),
      CITIZEN_END,
    ],
    [
      families({
        HC49US: 'HC-49/US, through hole',
        HCM49: 'HC-49/US SMD',
        CS10: '',
        CS20: '',
        CS325S: pads('3.2x2.5', 4),
        CS325H: pads('3.2x2.5', 4),
      }),
      DASH,
      megahertz(3),
      { literal: 'M' },
      bareCodes('options', joined('A B', 'B C D E', 'J I E B')),
      CITIZEN_END,
    ],
  ],
};

/** Parts whose number is `SC32S-12.5PF20PPM`: load and tolerance are written out. */
export const siiCrystals: SeriesTable = {
  ...CRYSTAL,
  id: 'sii-crystals',
  manufacturer: 'Seiko Instruments',
  series: 'SC, SSP, VT',
  reference: {
    title: 'Quartz crystals, product list',
    url: 'https://www.sii.co.jp/en/quartz/products/',
  },
  forms: () => [
    [
      families({
        SC32S: { package: pads('3.2x1.5', 2), frequency: 32768 },
        SC32P: { package: pads('3.2x1.5', 2), frequency: 32768 },
        SC20S: { package: pads('2x1.2', 2), frequency: 32768 },
        SC20T: { package: pads('2x1.2', 2), frequency: 32768 },
        SC16S: { package: pads('1.6x1', 2), frequency: 32768 },
        SSPT7F: { package: pads('7x1.5', 4), frequency: 32768 },
        SSPT7FL: { package: pads('7x1.5', 4), frequency: 32768 },
        VT200: { package: 'cylinder 2 x 6 mm, through hole', frequency: 32768 },
        VT200F: { package: 'cylinder 2 x 6 mm, through hole', frequency: 32768 },
        VT200FL: { package: 'cylinder 2 x 6 mm, through hole', frequency: 32768 },
      }),
      DASH,
      picofarads('4.4 6 7 9 12.5'),
      { literal: 'PF' },
      codes('tolerance', 'tolerance', { '10PPM': ppm(10), '20PPM': ppm(20), '50PPM': ppm(50) }),
    ],
  ],
};

export const kyoceraCrystals: SeriesTable = {
  ...CRYSTAL,
  id: 'kyocera-cx-st',
  manufacturer: 'KYOCERA AVX',
  series: 'CX, ST',
  reference: {
    title: 'Crystal units, part numbering',
    url: 'https://ele.kyocera.com/en/product/crystal/',
  },
  forms: () => [
    [
      families({
        CX1210SB: pads('1.2x1', 4),
        CX1612DB: pads('1.6x1.2', 4),
        CX1612SB: pads('1.6x1.2', 4),
        CX2016DB: pads('2x1.6', 4),
        CX2016SA: pads('2x1.6', 4),
        CX2016GR: pads('2x1.6', 4),
        CX2520DB: pads('2.5x2', 4),
        CX2520SB: pads('2.5x2', 4),
        CX3225SB: pads('3.2x2.5', 4),
        CX3225CA: pads('3.2x2.5', 4),
        CX3225GA: pads('3.2x2.5', 2),
        CX3225GB: pads('3.2x2.5', 2),
        CX3225GR: pads('3.2x2.5', 2),
        CX5032GA: pads('5x3.2', 2),
        CX5032GB: pads('5x3.2', 2),
        CX8045GA: pads('8x4.5', 2),
        CX8045GB: pads('8x4.5', 2),
      }),
      fiveDigitKilohertz,
      bareCodes('load', joined('A B C D E F G H J K', '0')),
      bareCodes('options', joined('F G H P', 'E F J L P S T Z', 'C F J L P S V A W K')),
      bareCodes('end', 'C1 CC AA 01 Z1 A1 C2 WA C3 B1'),
    ],
    [
      families({
        ST3215SB: pads('3.2x1.5', 2),
        ST2012SB: pads('2x1.2', 2),
        ST1610SB: pads('1.6x1', 2),
      }),
      watch('32768'),
      bareCodes('load', 'H5 C0 B0 E0 A0 Z0 F0 G0'),
      bareCodes('tolerance', 'HPW HSZ FPW HSW HPZ'),
      bareCodes('end', 'AA A1 BB B1 CC'),
    ],
  ],
};

export const kyoceraOscillators: SeriesTable = {
  ...OSCILLATOR,
  id: 'kyocera-kc',
  manufacturer: 'KYOCERA AVX',
  series: 'KC',
  reference: {
    title: 'Clock oscillators, part numbering',
    url: 'https://ele.kyocera.com/en/product/crystal/clock/',
  },
  forms: () => [
    [
      families({
        KC2016B: pads('2x1.6', 4),
        KC2016K: pads('2x1.6', 4),
        KC2016Z: pads('2x1.6', 4),
        KC2520B: pads('2.5x2', 4),
        KC2520C: pads('2.5x2', 4),
        KC2520K: pads('2.5x2', 4),
        KC2520Z: pads('2.5x2', 4),
        KC3225K: pads('3.2x2.5', 4),
        KC3225L: pads('3.2x2.5', 6),
        KC3225Z: pads('3.2x2.5', 4),
        KC5032A: pads('5x3.2', 4),
        KC5032K: pads('5x3.2', 4),
        KC7050A: pads('7x5', 4),
        KC7050B: pads('7x5', 4),
        KC7050K: pads('7x5', 4),
      }),
      fixedMegahertz(4),
      bareCodes('output', 'C K L P'),
      bareCodes(
        'options',
        joined('1 2 3 5', '0 1 G', 'E G', '0 1 2', '0 1') + ' MGJE00 30E00 3GE00 25GE00 1GE00',
      ),
    ],
  ],
};

export const ctsCrystals: SeriesTable = {
  ...CRYSTAL,
  id: 'cts-4xx',
  manufacturer: 'CTS',
  series: '400',
  reference: {
    title: 'Quartz crystals, ordering information',
    url: 'https://www.ctscorp.com/products/frequency-control/quartz-crystals/',
  },
  forms: () => [
    [
      families({
        '403': pads('3.2x2.5', 4),
        '405': pads('5x3.2'),
        '406': pads('6x3.5'),
        '425': pads('2.5x2', 4),
        '445': pads('5x3.2'),
        '407': '',
      }),
      bareCodes('range', 'C I F W X T P'),
      codes('tolerance', 'tolerance', { '1': ppm(10), '2': ppm(20), '3': ppm(30) }),
      bareCodes('stability', '1 2 3 5 X'),
      bareCodes('load', 'A B C D E F L S X'),
      megahertzAtPoint(5),
    ],
  ],
};

export const ctsOscillators: SeriesTable = {
  ...OSCILLATOR,
  id: 'cts-cb3',
  manufacturer: 'CTS',
  series: 'CB3, CB3LV',
  reference: {
    title: 'Clock oscillators, ordering information',
    url: 'https://www.ctscorp.com/products/frequency-control/clocks/',
  },
  forms: () => [
    [
      families({ CB3: pads('7x5', 4), CB3LV: pads('7x5', 4) }),
      DASH,
      bareCodes('stability', '2 3 5'),
      bareCodes('range', 'C I'),
      bareCodes('output', ' T'),
      DASH,
      megahertzAtPoint(4, 5, 6),
    ],
  ],
};

export const foxCrystals: SeriesTable = {
  ...CRYSTAL,
  id: 'fox-crystals',
  manufacturer: 'Abracon',
  series: 'FOXSLF, FOXSDLF',
  reference: { title: 'Quartz crystals', url: 'https://foxonline.com/products/crystals/' },
  forms: () => [
    [
      families({ FOXSLF: 'HC-49/US, through hole', FOXSDLF: 'HC-49/US SMD' }),
      { separator: '/' },
      tenthsOfMegahertz(3),
      { optional: [DASH, picofarads('18 20 30 32')] },
    ],
    ...listed({
      'NC26LF-327': {
        frequency: 32768,
        package: 'cylinder 2 x 6 mm, through hole',
        load_capacitance: 12.5e-12,
      },
      'NC38LF-327': {
        frequency: 32768,
        package: 'cylinder 3 x 8 mm, through hole',
        load_capacitance: 12.5e-12,
      },
      FSRLF327: { frequency: 32768 },
    }),
  ],
};

/** Tuning forks for clocks: the type, then frequency, load and tolerance written out. */
export const microCrystal: SeriesTable = {
  ...CRYSTAL,
  id: 'micro-crystal-cm-ms',
  manufacturer: 'Micro Crystal',
  series: 'CM7V, CM8V, CM9V, MS1V',
  reference: {
    title: 'Tuning fork crystals',
    url: 'https://www.microcrystal.com/en/products/quartz-crystals/',
  },
  forms: () => [
    [
      families({
        CM7V: pads('3.2x1.5', 2),
        CC7V: pads('3.2x1.5', 2),
        CM8V: pads('2x1.2', 2),
        CC8V: pads('2x1.2', 2),
        CM9V: pads('1.6x1', 2),
        MS1V: '',
        MS3V: '',
        CC5V: pads('4.1x1.5', 2),
        CC1V: '',
        CC4V: '',
      }),
      DASH,
      bareCodes('type', 'T1A T1K T10'),
      { optional: [DASH, watch('32.768KHZ', '32.768K')] },
      { optional: [DASH, picofarads('4 6 7 9 12.5'), { literal: 'PF' }] },
      {
        optional: [
          DASH,
          codes('tolerance', 'tolerance', {
            '20PPM': ppm(20),
            '+20PPM': ppm(20),
            '10PPM': ppm(10),
          }),
        ],
      },
      {
        optional: [
          DASH,
          codes('range', 'temperature_range', { TA: '-40 to 85 °C' }),
          DASH,
          bareCodes('quality', 'QC'),
        ],
      },
    ],
  ],
  ratings: [{ states: { frequency: 32768 } }],
};

const SITIME_SIZE = codes('size', 'package', {
  '1': pads('2.5x2', 4),
  '2': pads('3.2x2.5', 4),
  '3': pads('5x3.2', 4),
  '7': pads('2x1.6', 4),
  '8': pads('7x5', 4),
});

export const sitimeOscillators: SeriesTable = {
  ...OSCILLATOR,
  id: 'sitime-oscillators',
  manufacturer: 'SiTime',
  series: 'SiT',
  description: 'MEMS oscillator',
  reference: {
    title: 'SiT8008 low-power programmable oscillator',
    url: 'https://www.sitime.com/products/oscillators/sit8008',
  },
  forms: () => [
    [
      families({
        SIT8008: {},
        SIT8009: {},
        SIT1602: {},
        SIT8208: {},
        SIT8209: {},
        SIT8918: {},
        SIT8924: {},
        SIT8256: {},
      }),
      bareCodes('revision', 'A B'),
      bareCodes('range', 'C I M'),
      { separator: '-' },
      SITIME_SIZE,
      bareCodes('stability', '1 2 3'),
      { separator: '-' },
      bareCodes('supply', '18 25 28 30 33 XX'),
      bareCodes('feature', 'E S N'),
      { separator: '-' },
      fixedMegahertz(6),
      { optional: [reels('T Y X D E G')] },
    ],
    [
      families({ SIT1533: {}, SIT1532: {}, SIT1552: {}, SIT1534: {} }),
      bareCodes('revision', 'A'),
      bareCodes('range', 'C I'),
      DASH,
      codes('size', 'package', { H4: pads('2x1.2', 4), J4: '', JE: '', JF: '' }),
      DASH,
      bareCodes('output', 'DCC DC8 D14 AA5 D25'),
      DASH,
      watch('32.768'),
      { optional: [reels('E S D G')] },
    ],
  ],
};

export const microchipDsc: SeriesTable = {
  ...OSCILLATOR,
  id: 'microchip-dsc',
  manufacturer: 'Microchip Technology',
  series: 'DSC',
  description: 'MEMS oscillator',
  reference: {
    title: 'DSC1001/3/4 low-power CMOS oscillator, data sheet',
    url: 'https://ww1.microchip.com/downloads/en/DeviceDoc/20005529B.pdf',
  },
  forms: () => [
    [
      families({ DSC1001: {}, DSC1003: {}, DSC1004: {}, DSC1101: {}, DSC1121: {}, DSC1122: {}, DSC1123: {} }),
      codes('size', 'package', {
        A: pads('7x5'),
        B: pads('5x3.2'),
        C: pads('3.2x2.5'),
        D: pads('2.5x2'),
      }),
      bareCodes('range', 'C E I L M'),
      codes('stability', 'tolerance', { '1': ppm(50), '2': ppm(25), '5': ppm(10) }),
      DASH,
      fixedMegahertz(4, 3),
      { optional: [reels('T B')] },
    ],
    [
      families({ DSC6001: {}, DSC6003: {}, DSC6011: {}, DSC6013: {}, DSC6101: {}, DSC6111: {}, DSC6083: {} }),
      codes('size', 'package', {
        C: pads('3.2x2.5', 4),
        J: pads('2.5x2', 4),
        M: pads('2x1.6', 4),
        H: pads('1.6x1.2', 4),
      }),
      bareCodes('range', 'E I L A B'),
      codes('stability', 'tolerance', { '1': ppm(50), '2': ppm(25), '3': ppm(20) }),
      { literal: 'A' },
      DASH,
      fixedMegahertz(4, 3),
      { optional: [reels('T B')] },
    ],
  ],
};

export const jauchCrystals: SeriesTable = {
  ...CRYSTAL,
  id: 'jauch-q',
  manufacturer: 'Jauch',
  series: 'JXS, JTX',
  reference: {
    title: 'Quartz crystals, order codes',
    url: 'https://www.jauch.com/en-INT/products/frequency_control/crystals',
  },
  forms: () => [
    [
      { literal: 'Q' },
      { separator: ' ' },
      plainMegahertz,
      DASH,
      families({
        JXS11: pads('1.6x1.2', 4),
        JXS21: pads('2x1.6', 4),
        JXS22: pads('2.5x2', 4),
        JXS32: pads('3.2x2.5', 4),
        JXS53: pads('5x3.2', 4),
        JXS53P4: pads('5x3.2', 4),
        JXS53P2: pads('5x3.2', 2),
        JXS63: pads('6x3.5', 4),
        JXS75: pads('7x5', 4),
      }),
      DASH,
      picofarads('8 9 10 12 16 18 20'),
      DASH,
      codes('tolerance', 'tolerance', { '10': ppm(10), '15': ppm(15), '20': ppm(20), '30': ppm(30) }),
      { separator: '/' },
      bareCodes('stability', '10 15 20 30 50'),
      { optional: [DASH, bareCodes('range', 'T1 T2 T3')] },
      { optional: [DASH, bareCodes('mode', 'FU')] },
      { optional: [DASH, bareCodes('drive', 'WA')] },
      { optional: [DASH, bareCodes('finish', 'LF')] },
    ],
  ],
};

export const raltronCrystals: SeriesTable = {
  ...CRYSTAL,
  id: 'raltron-as',
  manufacturer: 'Raltron',
  series: 'AS, H',
  reference: {
    title: 'Quartz crystals',
    url: 'https://www.raltron.com/webproducts/specs/CRYSTAL/AS-SERIES.pdf',
  },
  forms: () => [
    [
      families({ AS: { package: 'HC-49/US, through hole' } }),
      DASH,
      megahertz(3, 4, 6),
      DASH,
      picofarads('16 18 20 30 32'),
      { optional: [DASH, bareCodes('options', 'EXT 3050')] },
    ],
    [
      families({ AS: { package: 'HC-49/US SMD' } }),
      DASH,
      megahertz(3, 4, 6),
      DASH,
      picofarads('16 18 20 30 32'),
      { optional: [DASH, bareCodes('options', 'EXT 3050')] },
      DASH,
      { literal: 'SMD' },
      { optional: [DASH, reels('TR')] },
    ],
    [
      families({ H10A: '', H13: '', H13A: '', H130A: '', H130B: '' }),
      DASH,
      megahertz(3),
      DASH,
      picofarads('8 9 10 12 16 18 20'),
      DASH,
      // Tolerance and stability, two digits each.
      bareCodes('stability', joined('10 15 20 25 30 50', '10 15 20 25 30 50')),
      { optional: [DASH, { literal: 'EXT' }] },
      { optional: [DASH, reels('TR')] },
    ],
  ],
};

export const diodesCrystals: SeriesTable = {
  ...CRYSTAL,
  id: 'diodes-fl',
  manufacturer: 'Diodes Incorporated',
  series: 'FL',
  reference: {
    title: 'Crystals, product page',
    url: 'https://www.diodes.com/products/connectivity-and-timing/crystal-and-crystal-oscillators/',
  },
  forms: () => [
    [
      families({ FL: pads('3.2x2.5', 4) }),
      tenthsOfMegahertz(3),
      bareCodes('number', Array.from({ length: 300 }, (_, i) => String(i).padStart(4, '0')).join(' ')),
      { optional: [bareCodes('end', 'Z Q')] },
    ],
  ],
};

export const kdsCrystals: SeriesTable = {
  ...CRYSTAL,
  id: 'kds-dsx',
  manufacturer: 'Daishinku',
  series: 'DSX, DST',
  reference: { title: 'Crystal units', url: 'https://www.kds.info/en/product/crystal/' },
  forms: () => [
    [
      families({
        DSX211G: pads('2x1.6', 4),
        DSX211SH: pads('2x1.6', 4),
        DSX221G: pads('2.5x2', 4),
        DSX221SH: pads('2.5x2', 4),
        DSX321G: pads('3.2x2.5', 4),
        DSX321SH: pads('3.2x2.5', 4),
        DSX321SL: pads('3.2x2.5', 4),
        DSX530GA: pads('5x3.2', 2),
        DSX840GA: pads('8x4.5', 2),
      }),
      { separator: ' ' },
      plainMegahertz,
      bareCodes('unit', 'M MHZ'),
      {
        optional: [
          { separator: ' ' },
          codes('tolerance', 'tolerance', { '10PPM': ppm(10), '20PPM': ppm(20), '30PPM': ppm(30) }),
        ],
      },
      { optional: [{ separator: ' ' }, picofarads('8 9 10 12 18 20'), { literal: 'PF' }] },
    ],
    [
      families({ DST310S: pads('3.2x1.5', 2), DST210AC: pads('2x1.2', 2), DST1610A: pads('1.6x1', 2) }),
      { separator: ' ' },
      watch('32.768KHZ', '32.768K'),
      { optional: [{ separator: ' ' }, picofarads('6 7 9 12.5'), { literal: 'PF' }] },
    ],
  ],
};

export const interquipCrystals: SeriesTable = {
  ...CRYSTAL,
  id: 'interquip-crystals',
  manufacturer: 'Interquip',
  series: '5XBB, 5YAA, 9CAA',
  reference: { title: 'SMD crystal units, ordering code', url: 'https://www.interquip.com/' },
  forms: () => [
    [
      families({ '5XBB': '', '5YAA': '' }),
      fiveDigitKilohertz,
      ...digits(3),
      { literal: 'TF' },
      ...digits(2),
      bareCodes('end', 'Q3'),
    ],
    [
      families({ '9CAA': '' }),
      watch('32768'),
      ...digits(3),
      { literal: 'TF' },
      ...digits(2),
      bareCodes('end', 'CT Q3'),
    ],
  ],
};

export const renesasOscillators: SeriesTable = {
  ...OSCILLATOR,
  id: 'renesas-xl',
  manufacturer: 'Renesas Electronics',
  series: 'XL',
  reference: {
    title: 'XL family of low phase noise quartz oscillators',
    url: 'https://www.renesas.com/en/products/clocks-timing/crystal-oscillators',
  },
  forms: () => [[
    bareCodes('output', 'XLL XLH XLP'),
    codes('size', 'package', { '3': pads('3.2x2.5'), '5': pads('5x3.2'), '7': pads('7x5') }),
    bareCodes('supply', '2 3'),
    bareCodes('stability', '2 5 6'),
    fixedMegahertz(6, 3),
    bareCodes('range', 'I K X'),
  ]],
};

/** The number is a running one: category and manufacturer are all it says. */
export const iqdParts: SeriesTable = {
  ...CRYSTAL,
  id: 'iqd-parts',
  manufacturer: 'IQD',
  series: 'LF',
  reference: { title: 'Stock part numbers', url: 'https://www.iqdfrequencyproducts.com/' },
  forms: () => [[
    {
      name: 'kind',
      codes: {
        LFXTAL: {},
        LFSPXO: { category: 'oscillator', description: 'Clock oscillator' },
        LFTCXO: { category: 'oscillator', description: 'Temperature-compensated oscillator' },
        LFTVXO: { category: 'oscillator', description: 'Temperature-compensated oscillator' },
        LFVCXO: { category: 'oscillator', description: 'Voltage-controlled oscillator' },
      },
    },
    bareCodes('zeros', '00 01 02 03 04 05 06 07 08'),
    ...digits(4),
    bareCodes('packing', ' BULK REEL CUTT'),
  ]],
};
