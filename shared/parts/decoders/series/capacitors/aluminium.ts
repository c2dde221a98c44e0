import { bareCodes, codes, tolerances } from '../../segments.ts';
import type { CodeSegment, Segment, SeriesTable } from '../../table.ts';
import type { Statements } from '../../../finding.ts';
import { decadeVoltages, joined, zerosVoltages } from './ceramic.ts';
import {
  canGrid,
  cans,
  microfarads,
  picofarads,
  plainMicrofarads,
  withinTwentyPercent,
} from './electrolytic.ts';

const CATEGORY = 'electrolytic_capacitor';
const SMD = 'Aluminium electrolytic capacitor, surface mount';
const LEADED = 'Aluminium electrolytic capacitor, radial leads';

/** Series that the number names, and what else their names say. */
export const seriesCodes = (list: string, prefix = '', more: Statements = {}): CodeSegment => ({
  name: 'series',
  codes: Object.fromEntries(list.split(' ').map((series) => [series, { series: prefix + series, ...more }])),
});

/** Series whose cans are of one kind. */
const named = (list: string, kind: 'Radial' | 'SMD can'): CodeSegment =>
  seriesCodes(list, '', { package: kind, description: kind === 'Radial' ? LEADED : SMD });

const JIS = decadeVoltages('0G 0J 1A 1C 1E 1V 1H 1J 1K 2A 2C 2D 2E 2F 2V 2G 2W');

/** The decade left out, as in numbers whose suffix needs its place. */
const JIS_LETTER = codes('voltage', 'voltage_rating', { J: 6.3, A: 10, C: 16, E: 25, V: 35, H: 50 });

const PANASONIC_SUFFIX = bareCodes(
  'suffix',
  'P R S Q M V SP SR AP AR AM AQ AV XP XR XV UP UR UQ UV GP GV LP PV WP WR WAP WAR',
);

const PANASONIC_CHIP = codes('type', 'package', { EEE: 'SMD can', EEV: 'SMD can' });

export const panasonicSmd: SeriesTable = {
  id: 'panasonic-eee',
  manufacturer: 'Panasonic',
  category: CATEGORY,
  series: 'EEE',
  description: SMD,
  reference: {
    title: 'Aluminum electrolytic capacitors, surface mount type, FK series',
    url: 'https://industrial.panasonic.com/cdbs/www-data/pdf/RDE0000/ABA0000C1181.pdf',
  },
  forms: () => [
    [
      PANASONIC_CHIP,
      seriesCodes('FC FK FN FP FT FPV FTV HA HB HC HD HP TC TG TK TP EB', 'EEE-'),
      JIS,
      microfarads,
      PANASONIC_SUFFIX,
    ],
    [
      codes('type', 'package', { EEE: 'SMD can' }),
      seriesCodes('FK FP FT', 'EEE-'),
      JIS_LETTER,
      microfarads,
      bareCodes(
        'suffix',
        'XAP XAR XAL XAV UAP UAR UAL UAV GAP GAR GAL GAV',
      ),
    ],
    // The older way: voltage before series.
    [
      codes('type', 'package', { EEE: 'SMD can', EEV: 'SMD can', ECEV: 'SMD can' }),
      JIS,
      seriesCodes('A S', 'EEE-'),
      microfarads,
      PANASONIC_SUFFIX,
    ],
  ],
  ratings: withinTwentyPercent,
};

const PANASONIC_LEADS = codes('leads', 'packaging', {
  '': 'bulk, straight leads',
  B: 'tape, 5 mm pitch',
  E: 'formed leads',
  H: 'tape, 2.5 mm pitch',
  I: 'tape, 5 mm pitch',
});

export const panasonicLeaded: SeriesTable = {
  id: 'panasonic-eeu',
  manufacturer: 'Panasonic',
  category: CATEGORY,
  series: 'EEU',
  description: LEADED,
  reference: {
    title: 'Aluminum electrolytic capacitors, radial lead type, explanation of part numbers',
    url: 'https://industrial.panasonic.com/ww/products/pt/aluminum-cap-lead',
  },
  forms: () => [
    [
      codes('type', 'package', { EEU: 'Radial' }),
      seriesCodes('EB ED EE FC FK FM FP FR FS GA HD TA TP', 'EEU-'),
      JIS,
      microfarads,
      {
        optional: [bareCodes('size', 'L S U X')],
      },
      PANASONIC_LEADS,
    ],
    [
      codes('type', 'package', { ECEA: 'Radial' }),
      JIS,
      seriesCodes('GE HU KA KG KN KS SS U', 'ECE-A'),
      microfarads,
      PANASONIC_LEADS,
    ],
    [
      codes('type', 'package', { ECA: 'Radial' }),
      JIS,
      seriesCodes('M HG', 'ECA-'),
      microfarads,
      PANASONIC_LEADS,
    ],
  ],
  ratings: withinTwentyPercent,
};

/** The two letters of a case say how the can stands on the board, not how large it is. */
const NICHICON_CHIP = bareCodes(
  'configuration',
  'CL1GS CL1GB CL6GS CL6GB CL9GS CR1GS CR1GB CR6GB CV1GS NL1GS NL6GS NL9GS NL1MS NQ1MS NQ1ZD NQ6MS RQ1MS RH1MS LH1GS',
);

export const nichicon: SeriesTable = {
  id: 'nichicon-u',
  manufacturer: 'Nichicon',
  category: CATEGORY,
  series: 'U',
  description: 'Aluminium electrolytic capacitor',
  reference: {
    title: 'Aluminum electrolytic capacitors, type numbering system',
    url: 'https://www.nichicon.co.jp/english/series_items/catalog_pdf/e-aluminum.pdf',
  },
  forms: () => [
    [
      named(
        'UWT UWX UWP UWF UWD UWG UWH UWR UWS UWZ UUD UCD UCL UCM UCQ UCV UCW UCX UCZ UCB UCH UZR UZS UZG UUJ UUG UUR UUL UUX UUE UUT UUA UUB UUC UUN UUP UUQ UUV ULR ULV',
        'SMD can',
      ),
      JIS,
      microfarads,
      tolerances('KM'),
      NICHICON_CHIP,
    ],
    [
      named(
        'UVR UVZ UVK UVP UVX UVY UPW UPM UPS UPJ UPX UPV UPA UHE UHD UHM UHN UHV UHW UHZ UHC UHX URS URZ URU USA USP USR USV USW USF UES UEP UET UFW UFG UKA UKL UKT UKW UKZ UMA UMF UMR UMV UMW UMP UBT UBX UBW UBY UCA UCS UCY UCP UCO UCR UTT UTM UXW ULD ULB UDB UGB',
        'Radial',
      ),
      JIS,
      microfarads,
      tolerances('KM'),
      bareCodes('configuration', 'DD ED PD HD RD DA EA PA HA DM EM PM HM DN EN PN HN'),
      { optional: [bareCodes('leads', '1 3 4 6 9 1TA 1TD 1TN 1TO 3TD 6TD 6TN 6TO 9TD ANA 1AA 1CA 1FA')] },
    ],
  ],
};

export const nichiconAxial: SeriesTable = {
  id: 'nichicon-tvx',
  manufacturer: 'Nichicon',
  category: CATEGORY,
  series: 'TVX',
  description: 'Aluminium electrolytic capacitor, axial leads',
  reference: {
    title: 'TVX series, axial lead type aluminum electrolytic capacitors',
    url: 'https://www.nichicon.co.jp/english/series_items/catalog_pdf/e-tvx.pdf',
  },
  forms: () => [[
    codes('series', 'package', { TVX: 'Axial' }),
    JIS,
    microfarads,
    tolerances('M'),
    bareCodes('size', 'AA AB AC AD BA BB BC BD CA CB CC CD'),
    { optional: [bareCodes('taping', '1LS 1TA 1TD')] },
  ]],
};

const CHEMICON_VOLTAGE = zerosVoltages(
  '2R5 4R0 6R3 100 160 200 250 350 400 500 630 800 101 121 161 201 251 351 401 421 451 501',
);

const CHEMICON_LENGTHS = {
  '05': '5',
  '07': '7',
  '09': '9',
  '11': '11',
  B5: '11.5',
  '12': '12',
  C5: '12.5',
  '15': '15',
  '16': '16',
  '20': '20',
  '25': '25',
  '30': '30',
  N3: '31.5',
  '35': '35',
  '40': '40',
};

const CHEMICON_RADIAL = canGrid(
  'Radial',
  { D: '4', E: '5', F: '6.3', H: '8', J: '10', K: '12.5', L: '16', M: '18' },
  CHEMICON_LENGTHS,
);

const chemiConForm = (start: readonly Segment[]): Segment[] => [
  ...start,
  CHEMICON_VOLTAGE,
  { literal: 'E' },
  bareCodes('leads', 'LL TC TD TE C3 CD FC SS HB LB'),
  microfarads,
  tolerances('KM'),
  CHEMICON_RADIAL,
  bareCodes('sleeve', 'D S N P G H'),
];

export const chemiConRadial: SeriesTable = {
  id: 'chemi-con-radial',
  manufacturer: 'Chemi-Con',
  category: CATEGORY,
  series: 'E',
  description: LEADED,
  reference: {
    title: 'Aluminum electrolytic capacitors, part numbering system, radial lead type',
    url: 'https://www.chemi-con.co.jp/products/relatedfiles/capacitor/catalog/al-all-e.pdf',
  },
  forms: () => [
    chemiConForm([
      joined(
        'E',
        seriesCodes(
          'KMG KMQ KMX KMA KME KMF KMM KMY KMZ KRG KRE KSA KXG KXJ KXL KXN KXQ KYA KYB KYE KZE KZH KZM KZN LXV LXZ LXY LXF LXH LXQ LBG GPA GPD GXE GXF GXL SMG SMQ SME SRM SRG SRA SRE PAG PGA',
        ),
      ),
    ]),
    // The place of the third letter holds a hyphen.
    chemiConForm([joined('E', seriesCodes('KY')), { separator: '-' }]),
  ],
};

export const chemiConSmd: SeriesTable = {
  id: 'chemi-con-smd',
  manufacturer: 'Chemi-Con',
  category: CATEGORY,
  series: 'E',
  description: SMD,
  reference: {
    title: 'Aluminum electrolytic capacitors, part numbering system, surface mount type',
    url: 'https://www.chemi-con.co.jp/products/relatedfiles/capacitor/catalog/al-all-e.pdf',
  },
  forms: () => [[
    joined(
      'E',
      seriesCodes(
        'MVA MVE MVK MVY MVH MVJ MVL MVS MZA MZD MZE MZF MZJ MZK MZL MZN MZR MZS MKA MLA MLE MLF MHJ MHB MHK MHL MHS',
      ),
    ),
    CHEMICON_VOLTAGE,
    // Whether the platform is of high temperature, of vibration resistance and so on.
    bareCodes('terminals', 'ADA ARA ATR ADB ADC ADD GDA GTR'),
    microfarads,
    tolerances('KM'),
    cans(
      'SMD can',
      'D46 D55=4x5.2 D60=4x5.7 D61 E46 E55=5x5.2 E60=5x5.7 E61 F46 F55=6.3x5.2 F60=6.3x5.7 F61 F80=6.3x7.7 H63 H70 HA0=8x10 ' +
        'HC0 J80 JA0=10x10 JC0 KE0=12.5x13.5 KG5 LH0=16x16.5 LN0 MH0=18x16.5 MN0',
    ),
    bareCodes('code', 'G S'),
  ]],
};

const RUBYCON_VOLTAGE = codes(
  'voltage',
  'voltage_rating',
  Object.fromEntries(
    [4, 6.3, 10, 16, 25, 35, 50, 63, 80, 100, 160, 200, 250, 350, 400, 420, 450].map((
      volts,
    ) => [volts, volts]),
  ),
);

const same = (list: string): Record<string, string> =>
  Object.fromEntries(list.split(' ').map((text) => [text, text]));

export const rubyconRadial: SeriesTable = {
  id: 'rubycon-radial',
  manufacturer: 'Rubycon',
  category: CATEGORY,
  series: 'YXF',
  description: LEADED,
  reference: {
    title: 'Miniature aluminum electrolytic capacitors, part number guide',
    url: 'https://www.rubycon.co.jp/wp-content/uploads/catalog/aluminum-catalog.pdf',
  },
  forms: () => [[
    joined(
      RUBYCON_VOLTAGE,
      seriesCodes(
        'YXF YXG YXJ YXH YXM YXS YXA YK YXR ZL ZLG ZLH ZLJ ZLK ZLQ ZLR ZLS ZA ZT PK PX PL PF TXW TXV BXC BXF BXG BXW CXW LEX LLE MCZ MBZ ML MS5 MS7 MH5 MH7 RX30 TWL TWSS USC USP',
      ),
    ),
    plainMicrofarads,
    tolerances('KM'),
    { optional: [{ literal: 'EFC' }] },
    { optional: [bareCodes('leads', 'T1 T2 T7 T8 TA TC CA CC')] },
    canGrid(
      'Radial',
      same('4 5 6.3 8 10 12.5 16 18'),
      same('5 7 9 11 11.5 12.5 16 20 23 25 28 30 31.5 35.5 40'),
      'X',
    ),
  ]],
};

export const rubyconSmd: SeriesTable = {
  id: 'rubycon-smd',
  manufacturer: 'Rubycon',
  category: CATEGORY,
  series: 'TZV',
  description: SMD,
  reference: {
    title: 'Chip aluminum electrolytic capacitors, part number guide',
    url: 'https://www.rubycon.co.jp/wp-content/uploads/catalog/aluminum-catalog.pdf',
  },
  forms: () => [[
    joined(RUBYCON_VOLTAGE, seriesCodes('TZV TPV TRV TLV TGV TKV TWV SEV SGV SKV SLV SYV')),
    plainMicrofarads,
    tolerances('KM'),
    { optional: [{ literal: 'EFC' }] },
    canGrid(
      'SMD can',
      same('4 5 6.3 8 10 12.5 16 18'),
      same('5.2 5.3 5.5 6.1 6.5 7.7 8 10 10.5 13.5 16.5'),
      'X',
    ),
  ]],
};

const lelonForm = (start: readonly Segment[], packaging: CodeSegment, size: CodeSegment): Segment[] => [
  ...start,
  microfarads,
  tolerances('KM'),
  JIS,
  packaging,
  { separator: '-' },
  size,
];

const LELON_REEL = codes('packaging', 'packaging', { TR: 'tape and reel' });

const LELON_CAN = cans(
  'SMD can',
  '0405 0505 0605 0606 0607=6.3x7.7 0806 0810=8x10 1010=10x10 1213 1313 1616 1816',
);

export const lelon: SeriesTable = {
  id: 'lelon',
  manufacturer: 'Lelon',
  category: CATEGORY,
  series: 'V',
  description: 'Aluminium electrolytic capacitor',
  reference: {
    title: 'Aluminum electrolytic capacitors, part numbering system',
    url: 'https://www.lelon.com.tw/',
  },
  forms: () => [
    lelonForm([named('VE', 'SMD can'), { separator: '-' }], LELON_REEL, LELON_CAN),
    lelonForm([named('VEJ VES VEV VEZ VZH VZL VZT VZR VZS VKH VEH VNP', 'SMD can')], LELON_REEL, LELON_CAN),
    lelonForm(
      [named('REA RGA REB REL RGL RXA RXB RXW RXK RXZ RZW RZD RZG RLA', 'Radial')],
      codes('packaging', 'packaging', { BK: 'bulk', TA: 'tape', SA: 'tape' }),
      cans(
        'Radial',
        '0407=4x7 0507=5x7 0511=5x11 0611=6.3x11 0811=8x11.5 1012=10x12.5 1016=10x16 1020=10x20 1320 1325 1625=16x25 1825=18x25',
      ),
    ),
  ],
};

/** The letter of a size is its diameter; the document gives the length only with the ratings. */
export const cornellDubilier: SeriesTable = {
  id: 'cde-smd',
  manufacturer: 'Cornell Dubilier',
  category: CATEGORY,
  series: 'AFK',
  description: SMD,
  reference: {
    title: 'Type AFK, surface mount aluminum electrolytic capacitors, part numbering system',
    url: 'https://www.cde.com/resources/catalogs/AFK.pdf',
  },
  forms: () => [[
    seriesCodes('AFK AVE AVS AFC AEB AHA AEA'),
    picofarads,
    tolerances('M'),
    codes('voltage', 'voltage_rating', {
      '04': 4,
      '06': 6.3,
      '6': 6.3,
      '10': 10,
      '16': 16,
      '25': 25,
      '35': 35,
      '50': 50,
      '63': 63,
      '80': 80,
      '1A': 100,
      '2A': 100,
    }),
    cans('SMD can', 'A12 B12 C12 D16 D24 E16 E24 F24 G24 H32 H35 M32 N44 P44 P55 X16 X12'),
    codes('packaging', 'packaging', { T: 'tape and reel', B: 'bulk' }),
    { separator: '-' },
    { optional: [{ literal: 'F' }] },
  ]],
};

const KEMET_VOLTAGE = codes('voltage', 'voltage_rating', {
  '6R3': 6.3,
  '010': 10,
  '016': 16,
  '025': 25,
  '035': 35,
  '050': 50,
  '063': 63,
  '080': 80,
  '100': 100,
  '160': 160,
  '200': 200,
  '250': 250,
  '350': 350,
  '400': 400,
  '450': 450,
});

const kemet = (series: CodeSegment, size: Segment, end: Segment): Segment[] => [
  series,
  picofarads,
  tolerances('KM'),
  KEMET_VOLTAGE,
  size,
  end,
];

export const kemetAluminium: SeriesTable = {
  id: 'kemet-aluminium',
  manufacturer: 'KEMET',
  category: CATEGORY,
  series: 'ES',
  description: 'Aluminium electrolytic capacitor',
  reference: {
    title: 'Single-ended aluminum electrolytic capacitors, ESH, 105 °C',
    url: 'https://content.kemet.com/datasheets/KEM_A4005_ESH.pdf',
  },
  forms: () => [
    kemet(
      named('ESK ESH ESG ESY ESX ESW ESU ESS ESE ESL ESN ESC', 'Radial'),
      { free: 3 },
      bareCodes('leads', 'AA BA CA DA EA FA JA KA LA'),
    ),
    kemet(
      named('EDK EDH EDV EDT EDL EDZ EXV EEV EXE', 'SMD can'),
      { free: 3 },
      bareCodes('packaging', 'AA'),
    ),
  ],
};

/** A number that several manufacturers of cans for the same boards use. */
const rvt = (id: string, manufacturer: string, url: string): SeriesTable => ({
  id,
  manufacturer,
  category: CATEGORY,
  series: 'RVT',
  description: SMD,
  reference: { title: 'RVT series, surface mount aluminum electrolytic capacitors', url },
  forms: () => [[
    { literal: 'RVT' },
    JIS,
    microfarads,
    tolerances('M'),
    cans(
      'SMD can',
      '0405=4x5.4 0505=5x5.4 0605=6.3x5.4 0607=6.3x7.7 0806 0810 1010 1013 1213 1216 1616 1816',
    ),
  ]],
});

export const roqangRvt = rvt('roqang-rvt', 'ROQANG', 'https://www.lcsc.com/product-detail/C72478.html');
export const honorRvt = rvt(
  'honor-rvt',
  'Honor Electronics',
  'https://www.lcsc.com/product-detail/C3339.html',
);
