/** Light-emitting diodes: size and colour stand in the number, what follows is brightness, bin and packing. */
import type { Statements } from '../../../finding.ts';
import { bareCodes, chip, codes } from '../../segments.ts';
import type { CodeSegment, Segment, SeriesTable } from '../../table.ts';
import { ends, form, type Numbers, of, REEL, REEL_7, segment } from './numbers.ts';
import { joined } from '../pieces.ts';

/** Codes of a colour: `red: 'R SUR'`. */
function colours(said: Readonly<Record<string, string>>): CodeSegment {
  return codes(
    'colour',
    'colour',
    Object.fromEntries(
      Object.entries(said).flatMap(([colour, list]) =>
        list.split(' ').map((code) => [code, colour] as const)
      ),
    ),
  );
}

/** Codes of a package: `'0603': 'C190 C191'`; chip sizes as they are called. */
function packages(said: Readonly<Record<string, string>>): CodeSegment {
  const name = (pack: string) => /^\d{4}$/.test(pack) ? chip(pack) : pack;
  return segment(
    'package',
    ...Object.entries(said).map(([pack, list]) => ends(list, { package: name(pack) })),
  );
}

const LED = { category: 'led', description: 'LED' } as const;

function colourful(colour: string, pack: string | null, list: string, more: Statements = {}): Numbers {
  return of('led', pack, list, { colour, ...more });
}

export const wurthLeds: SeriesTable = {
  ...LED,
  id: 'wurth-leds',
  manufacturer: 'Würth Elektronik',
  series: 'WL-SMCW, WL-TMRW',
  reference: {
    title: 'WL-SMCW SMT mono-colour chip LED waterclear',
    url: 'https://www.we-online.com/en/components/products/WL-SMCW',
  },
  forms: () => [
    [
      packages({ '0402': '150040', '0603': '150060', '0805': '150080', '1206': '150120' }),
      colours({ red: 'RS SS', orange: 'OS', amber: 'AS', yellow: 'YS', green: 'GS VS', blue: 'BS' }),
      bareCodes('version', '75000 73220 73240 75020 75003'),
    ],
    [
      packages({ '3 mm round': '151031 151033 151034', '5 mm round': '151051 151053 151054' }),
      colours({ red: 'RS SS', orange: 'OS', amber: 'AS', yellow: 'YS', green: 'GS VS', blue: 'BS' }),
      bareCodes('version', '03000 04000 06000 11000 03200'),
    ],
  ],
};

const LITE_ON_COLOURS = {
  KR: 'red',
  KE: 'red',
  KF: 'orange',
  KS: 'yellow',
  KY: 'amber',
  KG: 'green',
  TG: 'green',
  TB: 'blue',
};
/** Two in one package: `KGKF` is green and orange. */
const LITE_ON_PAIRS: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(LITE_ON_COLOURS).flatMap(([one, first]) =>
    Object.entries(LITE_ON_COLOURS)
      .filter(([, second]) => second !== first)
      .map(([other, second]) => [one + other, `${first} and ${second}`])
  ),
);

export const liteOnLeds: SeriesTable = {
  ...LED,
  id: 'liteon-leds',
  manufacturer: 'Lite-On',
  series: 'LTST, LTL, LTW',
  reference: {
    title: 'LTST-C190KGKT data sheet',
    url: 'https://optoelectronics.liteon.com/upload/download/DS22-2000-210/C190KGKT.pdf',
  },
  forms: () => [
    [
      packages({
        '0402': 'LTST-C281 LTST-C280',
        '0603': 'LTST-C190 LTST-C191 LTST-C193 LTST-C194',
        '0805': 'LTST-C170 LTST-C171 LTST-C172',
        '1206': 'LTST-C150 LTST-C151 LTST-C230',
        'right angle': 'LTST-S110 LTST-S115 LTST-S220 LTST-S270 LTST-S320 LTST-S321 LTST-S326',
      }),
      colours({
        red: 'KR KE E C',
        orange: 'KF',
        amber: 'KY A',
        yellow: 'KS Y',
        green: 'KG TG G',
        blue: 'TB',
      }),
      { literal: 'KT' },
      { optional: [segment('current', ends('-5A -2A'))] },
    ],
    [
      packages({ 'right angle': 'LTST-S115 LTST-S225 LTST-S326' }),
      codes('colour', 'colour', LITE_ON_PAIRS),
      { literal: 'KT' },
      { optional: [segment('current', ends('-5A -2A -Q'))] },
    ],
    form({}, [
      colourful(
        'white',
        chip('0603'),
        'LTW-C191TS5 LTW-C191DS5 LTW-C190DS5 LTW-C190TS5 LTW-C191TLA LTW-C191DC5',
      ),
      colourful('white', chip('0805'), 'LTW-170TK'),
      colourful('RGB', chip('0603'), 'LTST-C19HE1WT'),
      colourful('green and red', chip('0603'), 'LTST-C195KGJRKT'),
      colourful('white', '5 mm round', 'LTW-2R3D7'),
    ]),
    [
      packages({ '3 mm round': 'LTL1CH', '5 mm round': 'LTL2R3 LTL2F3' }),
      colours({ red: 'KR KE E', orange: 'KF', amber: 'KY', yellow: 'KS', green: 'KG' }),
      bareCodes('lens', 'K KNN KNNH'),
    ],
    form({}, [
      colourful('red', '3 mm round', 'LTL-1CHE'),
      colourful('green', '3 mm round', 'LTL-1CHG'),
      colourful('yellow', '3 mm round', 'LTL-1CHY'),
      colourful('red', '5 mm round', 'LTL-307EE LTL-4223'),
      colourful('green', '5 mm round', 'LTL-307G LTL-4233'),
      colourful('yellow', '5 mm round', 'LTL-307Y LTL-4253'),
    ]),
  ],
};

const KINGBRIGHT_COLOURS = colours({
  red: 'SUR LSUR SR E I H',
  orange: 'SE LSE N',
  yellow: 'SY LSY Y',
  green: 'SG G CG LCG ZG LZG MG VG LVG PG',
  blue: 'PB QB LQB MB VB LVB NB',
});

export const kingbrightLeds: SeriesTable = {
  ...LED,
  id: 'kingbright-leds',
  manufacturer: 'Kingbright',
  series: 'AP, KP, AA, WP, L',
  reference: {
    title: 'Part numbering system of LED lamps',
    url: 'https://www.kingbrightusa.com/images/catalog/partnumber.pdf',
  },
  forms: () => [
    [
      packages({
        '0201': 'APG0603',
        '0402': 'APHHS1005 APHH1005 KPHHS-1005 APG1005',
        '0603': 'APT1608 APTD1608 APHD1608 KPT-1608 KP-1608 KPTD-1608',
        '0805': 'APT2012 APTD2012 APHCM2012 KPT-2012 KP-2012 KPTD-2012',
        '1206': 'APT3216 APTD3216 KPT-3216 KP-3216 KPTD-3216 APTR3216',
        '1206 (3216 metric), right angle': 'APA3216',
        '3528 (PLCC-2)': 'AA3528 AAA3528 KA-3528',
        '5 mm round': 'WP7113 L-7113 L-53',
        '3 mm round': 'WP710A10 L-710A10 WP934 L-934',
      }),
      KINGBRIGHT_COLOURS,
      bareCodes('lens', 'C D T CK DK W'),
      {
        name: 'version',
        codes: Object.fromEntries(
          [
            '',
            'J3',
            'J4',
            'E',
            'D',
            'Z',
            'PRV',
            'J3PRV',
            'J4PRV',
            'DPRV',
            'J3PF',
            'J4PF',
            'F01',
            'T5MAV',
            'A',
            'F',
            'G',
            'H',
          ].map((
            code,
          ) => [code, {}]),
        ),
        spelt: {
          J3: '/J3',
          J4: '/J4',
          E: '/E',
          D: '/D',
          Z: '/Z',
          J3PRV: '/J3-PRV',
          J4PRV: '/J4-PRV',
          DPRV: '/D-PRV',
          J3PF: '/J3-PF',
          J4PF: '/J4-PF',
          F01: '-F01',
          T5MAV: '-T-5MAV',
          A: '/A',
          F: '/F',
          G: '/G',
          H: '/H',
        },
      },
    ],
    form({}, [
      colourful('RGB', 'PLCC-4', 'APFA3010LSEEZGKQBKC APFA3010LSEKJ3ZGKQBC'),
      colourful(
        'RGB',
        '5 mm round',
        'WP154A4SUREQBFZGC WP154A4SUREQBFZGW WP154A4SEJ3VBDZGC/CA WP154A4SEJ3VBDZGW/CA',
      ),
    ]),
  ],
};

/** Bins of the hue, of the least and the most intensity, and of the voltage: `AN1P2`, `AQ1R2B`, `ZL1M2RY`. */
const INTENSITIES = joined('H J K L M N P Q R S T U V W', '1 2');
const everlightBin = (ends: string): readonly Segment[] => [
  packages({
    '0402': '16-213',
    '0603': '19-21 19-213 19-217 19-218',
    '0805': '17-21 17-215',
    '1206': '15-21 15-215',
  }),
  { separator: '/' },
  colours({
    red: 'R6C R8C',
    orange: 'S2C O2C',
    yellow: 'Y2C Y5C Y6C',
    green: 'G6C G7C GHC',
    blue: 'BHC',
    white: 'T1D T2D T3D W1D',
  }),
  { separator: '-' },
  bareCodes('hue', [...'ABCDEFGKUVXYZ'].join(' ')),
  bareCodes('least', INTENSITIES),
  bareCodes('most', INTENSITIES),
  ...(ends === '' ? [] : [bareCodes('voltage', ends)]),
  { separator: '/' },
  bareCodes('packing', '2T 3T 4T'),
];

export const everlightLeds: SeriesTable = {
  ...LED,
  id: 'everlight-leds',
  manufacturer: 'Everlight Electronics',
  series: '15-21, 16-213, 17-21, 19-21',
  reference: {
    title: '19-217 data sheet, device numbering',
    url:
      'https://www.everlight.com/wp-content/plugins/ItemRelationship/product_files/pdf/19-217-BHC-ZL1M2RY-3T.pdf',
  },
  forms: () => [
    everlightBin(''),
    everlightBin('B C D Q R V Y'),
    everlightBin(joined('B Q R V', 'Y')),
    [
      packages({
        '0402': '16-213',
        '0603': '19-21 19-213 19-217',
        '0805': '17-21 17-215',
        '1206': '15-21 15-215',
      }),
      colours({ red: 'SURC', yellow: 'UYC', green: 'SYGC SUGC', orange: 'UOC' }),
      segment('version', ends('/S530-A2 /S530-A3 /S530-A4 /S530-A5 /S530-A6 /S530-E1 /S530-E2 /S530-E3')),
      segment('packing', ends('/TR8', REEL_7)),
    ],
    form({}, [
      colourful('infrared', '5 mm round', 'IR333-A IR333C IR333C-A IR333C/H0/L10 IR333/H0/L10'),
      colourful('infrared', '3 mm round', 'IR204-A IR204C-A IR204/H16/L10'),
      colourful('infrared', chip('1206'), 'IR26-21C/L110/TR8 IR26-51C/L302/T/TR8'),
    ]),
  ],
};

export const broadcomLeds: SeriesTable = {
  ...LED,
  id: 'broadcom-leds',
  manufacturer: 'Broadcom',
  series: 'HSMx, ASMB',
  reference: { title: 'HSMx-C1xx surface mount chip LEDs', url: 'https://docs.broadcom.com/doc/AV02-0551EN' },
  forms: () => [
    [
      colours({
        amber: 'HSMA',
        red: 'HSMC HSMH HSMS HSMZ',
        orange: 'HSMD',
        green: 'HSMG HSMM HSMQ',
        blue: 'HSMN HSMR',
        white: 'HSMW',
        yellow: 'HSMY',
      }),
      { separator: '-' },
      packages({
        '0402': 'C280',
        '0603': 'C190 C191',
        '0805': 'C170 C177',
        '1206': 'C150',
        'PLCC-2': 'A100 A101',
      }),
      // Bins of the least intensity, and no other choice.
      { optional: [{ separator: '-' }, bareCodes('bin', joined('L M N P Q R S T U V', '0000'))] },
    ],
    form({}, [
      colourful('RGB', 'PLCC-6 (3.5 x 3.5 mm)', 'ASMB-TTB0-0A3A2'),
      colourful('RGB', 'PLCC-4', 'ASMB-MTB1-0A3A2 ASMB-MTB0-0A3A2'),
    ]),
  ],
};

export const nationstarLeds: SeriesTable = {
  ...LED,
  id: 'nationstar-leds',
  manufacturer: 'NationStar',
  series: 'NCD',
  reference: { title: 'Chip LEDs', url: 'https://en.nationstar.com/' },
  forms: () => [[
    packages({ '0402': 'NCD0402', '0603': 'NCD0603', '0805': 'NCD0805', '1206': 'NCD1206' }),
    colours({ red: 'R', green: 'G', blue: 'B', white: 'W', yellow: 'Y', orange: 'O' }),
    bareCodes('version', '1 2 3'),
  ]],
};

export const kentoLeds: SeriesTable = {
  ...LED,
  id: 'kento-leds',
  manufacturer: 'Hubei KENTO',
  series: 'KT',
  reference: { title: 'Chip LEDs', url: 'https://www.kento.com.cn/' },
  forms: () => [[
    packages({ '0402': 'KT-0402', '0603': 'KT-0603', '0805': 'KT-0805', '1206': 'KT-1206' }),
    colours({ red: 'R', green: 'G', blue: 'B', white: 'W', yellow: 'Y', orange: 'O' }),
  ]],
};

export const xinglightLeds: SeriesTable = {
  ...LED,
  id: 'xinglight-leds',
  manufacturer: 'Xinglight',
  series: 'XL',
  reference: { title: 'Chip LEDs', url: 'https://www.xinglight.cn/' },
  forms: () => [
    [
      packages({ '0402': 'XL-1005', '0603': 'XL-1608', '0805': 'XL-2012', '1206': 'XL-3216' }),
      colours({ red: 'SURC', green: 'UGC SYGC', blue: 'UBC', white: 'UWC', yellow: 'UYC', orange: 'UOC' }),
      { optional: [segment('version', ends('-04 -06 -02 -05'))] },
    ],
    form({}, [
      colourful('red', '3 mm round', 'XL-302SURD'),
      colourful('green', '3 mm round', 'XL-302UGD'),
      colourful('blue', '3 mm round', 'XL-302UBD'),
      colourful('red', '5 mm round', 'XL-502SURD'),
      colourful('green', '5 mm round', 'XL-502UGD'),
      colourful('blue', '5 mm round', 'XL-502UBD'),
      colourful('RGB', '5050', 'XL-5050RGBC XL-5050RGBC-WS2812B'),
      colourful('RGB', '3528', 'XL-3528RGBW'),
    ]),
  ],
};

const CONTROLLED = { description: 'RGB LED with integrated controller' } as const;

export const opscoLeds: SeriesTable = {
  ...LED,
  id: 'opsco-leds',
  manufacturer: 'Opsco',
  series: 'SK68, SK98',
  reference: {
    title: 'Integrated light source intelligent control of chip-on-top SMD LED',
    url: 'https://www.opscoled.com/',
  },
  forms: () => [form({}, [
    colourful('RGB', 'LED 5050, 4 pins', 'SK6812', CONTROLLED),
    colourful('RGB', 'LED 3535, 4 pins', 'SK6812MINI SK6812MINI-HS', CONTROLLED),
    colourful('RGB', 'LED 3228, reverse mount, 4 pins', 'SK6812MINI-E', CONTROLLED),
    colourful('RGB', 'LED 4020, side view', 'SK6812SIDE-A', CONTROLLED),
    colourful('RGB', 'LED 1515, 4 pins', 'SK6805-EC15', CONTROLLED),
    colourful('RGB', 'LED 2020, 4 pins', 'SK6805-EC20 SK6812-EC20', CONTROLLED),
    colourful('RGB', 'LED 5050, 6 pins', 'SK9822', CONTROLLED),
    colourful('RGB', 'LED 2020, 8 pins', 'SK9822-EC20', CONTROLLED),
  ])],
};

export const osramLeds: SeriesTable = {
  ...LED,
  id: 'osram-leds',
  manufacturer: 'ams OSRAM',
  series: 'CHIPLED, TOPLED, SMARTLED',
  reference: { title: 'Visible LEDs', url: 'https://ams-osram.com/products/leds' },
  forms: () => [
    [
      colours({
        red: 'LS LR LH',
        amber: 'LA',
        orange: 'LO',
        yellow: 'LY',
        green: 'LG LP LT LV',
        blue: 'LB LD',
        white: 'LW',
      }),
      { separator: ' ' },
      packages({
        '0603': 'L29K L296 Q971 Q976 Q39E Q39G Q396',
        '0805': 'R971 R974 R976',
        'Mini TOPLED (2.3 x 1.5 mm)': 'M676 M67K M67F',
        'TOPLED (PLCC-2)': 'T676 T67K T68F T776 T64G T67F',
      }),
      {
        name: 'bin',
        codes: {
          '': {},
          KN1: {},
          LP1: {},
          JM1: {},
          KM1: {},
          HL1: {},
          G2J124Z: {},
          J1K21: {},
          K1L21: {},
          P1Q21: {},
          N1P21: {},
        },
        spelt: {
          KN1: '-KN-1',
          LP1: '-LP-1',
          JM1: '-JM-1',
          KM1: '-KM-1',
          HL1: '-HL-1',
          G2J124Z: '-G2J1-24-Z',
          J1K21: '-J1K2-1',
          K1L21: '-K1L2-1',
          P1Q21: '-P1Q2-1',
          N1P21: '-N1P2-1',
        },
      },
    ],
    form({}, [
      colourful('infrared', '5 mm round', 'SFH4545 SFH4550 SFH4546 SFH4544'),
    ]),
  ],
};

export const vishayLeds: SeriesTable = {
  ...LED,
  id: 'vishay-leds',
  manufacturer: 'Vishay',
  series: 'TLM, VLM, TLH, TSAL',
  reference: { title: 'Visible LEDs and infrared emitters', url: 'https://www.vishay.com/en/leds/' },
  forms: () => [
    [
      { literal: 'VLM' },
      colours({ red: 'S R', orange: 'O', yellow: 'Y', green: 'G P TG', blue: 'B', white: 'W' }),
      packages({ '0402': '1500', '0603': '1300', 'PLCC-2': '3000 3100 3200' }),
      { optional: [segment('packing', ends('-GS08', REEL_7), ends('-GS18', REEL))] },
    ],
    [
      { literal: 'TLM' },
      colours({ red: 'S', orange: 'O', yellow: 'Y', green: 'G P', blue: 'B', white: 'W' }),
      packages({ '0603': '1000 1100', 'PLCC-2': '3100' }),
      { optional: [segment('packing', ends('-GS08', REEL_7), ends('-GS18', REEL))] },
    ],
    [
      { literal: 'TLH' },
      colours({ red: 'R', orange: 'O', yellow: 'Y', green: 'G', blue: 'B' }),
      packages({ '3 mm round': '4400 4401 4405', '5 mm round': '5400 5401 5405' }),
    ],
    form(ends('-AS12Z'), [
      colourful(
        'infrared',
        '5 mm round',
        'TSAL6100 TSAL6200 TSAL6400 TSAL5300 TSAL5100 TSAL7200 TSAL7300 TSAL7400 TSHF5210 TSHG6200 VSLY5850 VSLY5940 TSFF5210',
      ),
      colourful('infrared', '3 mm round', 'TSAL4400 VSLB3940 TSUS4300'),
    ]),
  ],
};

export const lumexLeds: SeriesTable = {
  ...LED,
  id: 'lumex-leds',
  manufacturer: 'Lumex',
  series: 'SML-LX, SSL-LX',
  reference: { title: 'SML-LX surface mount LEDs', url: 'https://www.lumex.com/smd-leds.html' },
  forms: () => [
    [
      packages({ '0402': 'SML-LX0402', '0603': 'SML-LX0603', '0805': 'SML-LX0805', '1206': 'SML-LX1206' }),
      colours({
        red: 'IC IW SIC SIW SRC SRW',
        green: 'GC GW SUGC SUGW UPGC UPGW',
        yellow: 'YC YW SYC SYW',
        orange: 'OC OW SOC SOW',
        blue: 'USBC USBW',
      }),
      segment('packing', ends('-TR', REEL)),
    ],
    [
      packages({ '5 mm round': 'SSL-LX5093', '3 mm round': 'SSL-LX3044' }),
      colours({ red: 'IC ID IT', green: 'GC GD GT', yellow: 'YC YD YT', blue: 'USBC' }),
    ],
  ],
};

export const apaLeds: SeriesTable = {
  ...LED,
  id: 'apa-leds',
  manufacturer: 'APA Electronic',
  series: 'APA102',
  reference: { title: 'APA102 addressable RGB LED', url: 'https://www.neon-world.com/en/product.php' },
  forms: () => [form({}, [
    colourful('RGB', 'LED 5050, 6 pins', 'APA102 APA102C', CONTROLLED),
    colourful('RGB', 'LED 2020, 8 pins', 'APA102-2020', CONTROLLED),
  ])],
};

export const creeLeds: SeriesTable = {
  ...LED,
  id: 'cree-leds',
  manufacturer: 'Cree LED',
  series: 'C503',
  reference: {
    title: 'C503B data sheet',
    url:
      'https://downloads.cree-led.com/files/ds/h/HB-C503B-RAS-RAN-AAS-AAN-RBS-RBN-ABS-ABN-RCS-RCN-ACS-ACN.pdf',
  },
  forms: () => [[
    packages({ '5 mm round': 'C503B' }),
    { separator: '-' },
    colours({
      red: 'RAN RAS RBN RBS RCN RCS',
      amber: 'AAN AAS ABN ABS ACN ACS',
      green: 'GAN GAS GCN GCS',
      blue: 'BAN BAS BCN BCS',
    }),
    { separator: '-' },
    { free: 8 },
  ]],
};

export const rohmLeds: SeriesTable = {
  ...LED,
  id: 'rohm-leds',
  manufacturer: 'ROHM Semiconductor',
  series: 'PICOLED, SML',
  reference: {
    title: 'SML-D12x8W series',
    url: 'https://fscdn.rohm.com/en/products/databook/datasheet/opto/led/chip_mono/sml-d12x8w-e.pdf',
  },
  forms: () => [
    [
      packages({ '0603': 'SML-D12 SML-E12' }),
      // U, V and L are reds and oranges of other wavelengths from series to series.
      codes('colour', 'colour', { Y: 'yellow', M: 'green', P: 'green', D: 'orange' }),
      bareCodes('version', '8WT86 8WT86C 1WT86 1WT86C'),
    ],
    [
      packages({ '0805': 'SML-210 SML-211', '0603': 'SML-310 SML-311', '0402': 'SML-P11 SML-P12' }),
      codes('colour', 'colour', { Y: 'yellow', M: 'green', P: 'green', D: 'orange' }),
      bareCodes('version', 'TT86 TT86K TT86L TT86M TT86N TT86P TT86R'),
    ],
  ],
};
