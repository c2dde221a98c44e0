/** Converter modules, a table a manufacturer. */
import type { Category } from '../../../../domain/categories.ts';
import { bareCodes, codes } from '../../segments.ts';
import type { CodeSegment, SeriesTable } from '../../table.ts';
import { base, bases, DASH, maybe } from '../processors/numbers.ts';

function table(
  id: string,
  manufacturer: string,
  series: string,
  [title, url]: readonly [string, string],
  forms: SeriesTable['forms'],
): SeriesTable {
  return {
    id,
    manufacturer,
    category: 'module',
    series,
    description: 'Converter module',
    reference: { title, url },
    forms,
  };
}

const REGULATOR = 'Switching regulator module';
const ISOLATED = 'Isolated DC/DC converter module';
const MAINS = 'AC/DC converter module';

/** Output voltages by their codes. */
const output = (said: Readonly<Record<string, number>>): CodeSegment =>
  codes('output', 'nominal_voltage', said);
const start = (category: Category, description: string, list: string, packageName = ''): CodeSegment =>
  base(bases(category, { [list]: description }, packageName === '' ? {} : { package: packageName }));

/** Two digits a voltage, as in 0505 and 2412. */
const INPUT = bareCodes('input', '03 05 09 12 15 24 48');
const OUTPUT = output({ '03': 3.3, '3.3': 3.3, '05': 5, '09': 9, '12': 12, '15': 15, '24': 24 });

const recom = table('recom-modules', 'RECOM', 'R-78, RO, RS', [
  'RECOM DC/DC converters',
  'https://recom-power.com/en/products/dc-dc-converters/index.html',
], () => [
  [
    start('module', REGULATOR, 'R-78E R-78B R-78C R-78K R-78HB R-78HE R-78AA R-78', 'SIP-3'),
    output({
      '1.2': 1.2,
      '1.5': 1.5,
      '1.8': 1.8,
      '2.5': 2.5,
      '3.3': 3.3,
      '5.0': 5,
      '6.5': 6.5,
      '9.0': 9,
      '12': 12,
      '15': 15,
      '24': 24,
    }),
    DASH,
    bareCodes('current', '0.3 0.5 1.0 1.5 2.0'),
    maybe({ separator: '/' }, bareCodes('option', 'SMD X2')),
  ],
  [
    start('module', ISOLATED, 'RO RE ROE RB RM RK RH RI RN REM RFM RKE RFB', ''),
    DASH,
    INPUT,
    OUTPUT,
    bareCodes('outputs', 'S D'),
    maybe({ separator: '/' }, bareCodes('option', 'H P HP E')),
  ],
  [
    start('module', MAINS, 'RAC01 RAC02 RAC03 RAC04 RAC05 RAC06 RAC10 RAC15 RAC20 RAC30 RAC40', ''),
    DASH,
    OUTPUT,
    bareCodes('outputs', 'S D'),
    maybe(bareCodes('type', 'A B C E GA GB GC K')),
  ],
]);

const traco = table('traco-modules', 'TRACO Power', 'TSR, TMA, TME', [
  'TRACO DC/DC converters',
  'https://www.tracopower.com/int/products/dc-dc-converters',
], () => [
  [
    start('module', REGULATOR, 'TSR1 TSR0.5 TSRN1', 'SIP-3'),
    DASH,
    bareCodes('input', '24 48'),
    output({
      '12': 1.2,
      '15': 1.5,
      '18': 1.8,
      '25': 2.5,
      '33': 3.3,
      '50': 5,
      '65': 6.5,
      '90': 9,
      '120': 12,
      '150': 15,
    }),
    maybe(bareCodes('option', 'E SM')),
  ],
  [
    start('module', REGULATOR, 'TSR2', 'SIP-3'),
    DASH,
    bareCodes('input', '24'),
    output({ '33': 3.3, '50': 5, '65': 6.5, '90': 9, '120': 12, '150': 15 }),
    maybe(bareCodes('option', 'N')),
  ],
  [start('module', ISOLATED, 'TMA TME TMH TMV TEA TBA TRA'), INPUT, OUTPUT, bareCodes('outputs', 'S D')],
  [
    start('module', ISOLATED, 'TMR2 TMR3 TMR6 TEL2 TEL3 TEN3 TEN5 TDR2 TDR3'),
    DASH,
    bareCodes('input', '05 12 24 48'),
    output({ '10': 3.3, '11': 5, '12': 12, '13': 15 }),
    maybe(bareCodes('option', 'WI WIN')),
  ],
  [
    start('module', ISOLATED, 'TMR2 TMR3 TMR6 TEL2 TEL3'),
    DASH,
    bareCodes('input', '05 12 24 48'),
    bareCodes('dual', '21 22 23'),
  ],
  [
    start('module', MAINS, 'TMLM04 TMLM05 TMLM10 TMLM20 TMPS03 TMPS05 TMPS10'),
    DASH,
    bareCodes('outputs', '1'),
    output({ '03': 3.3, '05': 5, '09': 9, '12': 12, '15': 15, '24': 24 }),
  ],
]);

const murata = table('murata-converters', 'Murata', 'OKI, NME, NMA, MEE, MEJ', [
  'Murata power products',
  'https://www.murata.com/en-global/products/power',
], () => [
  [
    start('module', REGULATOR, 'OKI-78SR', 'SIP-3'),
    DASH,
    output({ '3.3': 3.3, '5': 5, '12': 12 }),
    { separator: '/' },
    bareCodes('current', '1.0 1.5'),
    DASH,
    bareCodes('input', 'W36 W36E W36H'),
    DASH,
    { literal: 'C' },
  ],
  [
    start(
      'module',
      ISOLATED,
      'NME NMA NMH NMK NTE NMR CRE1S CME MEE1S MEE3S MEA1D MER1S MEV1S MEJ1S MEJ2S MGJ2D',
    ),
    INPUT,
    OUTPUT,
    bareCodes('outputs', 'S D'),
    bareCodes('finish', 'C MC'),
  ],
]);

const mornsun = table('mornsun-modules', 'MORNSUN', 'K78, B05, LD, LS', [
  'MORNSUN products',
  'https://www.mornsun-power.com/html/products/',
], () => [
  [
    start('module', REGULATOR, 'K78', 'SIP-3'),
    output({ '01': 1.5, '03': 3.3, '05': 5, '06': 6.5, '09': 9, '12': 12, '15': 15 }),
    DASH,
    bareCodes('current', '500 1000 1500 2000'),
    maybe(bareCodes('version', 'R2 R3 R3L')),
  ],
  [
    start('module', ISOLATED, 'B A F G E H IB IA WRA WRB URB URA VRB VRA'),
    bareCodes('input', '03 05 09 12 15 24 48'),
    OUTPUT,
    bareCodes('case', 'S D XT LS LD MT T'),
    DASH,
    bareCodes('power', '1W 2W 3W 6W'),
    bareCodes('version', 'R R2 R3'),
  ],
  [
    start('module', MAINS, 'LD LDE LH LO LS LI LM'),
    bareCodes('power', '01 02 03 05 10 15 20'),
    DASH,
    bareCodes('input', '13 20 23 26'),
    { literal: 'B' },
    OUTPUT,
    maybe(bareCodes('version', 'R2 R2S SR2 SR2S R3')),
  ],
]);

const hilink = table('hi-link-modules', 'Hi-Link', 'HLK', [
  'Hi-Link power modules',
  'https://www.hlktech.net/index.php?id=105',
], () => [
  [
    start('module', MAINS, 'HLK-2M HLK-3M HLK-5M HLK-10M HLK-20M HLK-30M HLK-40M'),
    output({ '03': 3.3, '05': 5, '09': 9, '12': 12, '15': 15, '24': 24 }),
    maybe(bareCodes('option', 'B C L')),
  ],
  [base(
    bases('module', { 'HLK-PM01': MAINS }, { nominal_voltage: 5 }),
    bases('module', { 'HLK-PM03': MAINS }, { nominal_voltage: 3.3 }),
    bases('module', { 'HLK-PM09': MAINS }, { nominal_voltage: 9 }),
    bases('module', { 'HLK-PM12': MAINS }, { nominal_voltage: 12 }),
    bases('module', { 'HLK-PM24': MAINS }, { nominal_voltage: 24 }),
    bases('module', {
      'HLK-LD2410 HLK-LD2410B HLK-LD2410C HLK-LD2450 HLK-LD1115H HLK-LD1125H HLK-LD2420':
        'Radar presence sensor module',
    }),
    bases('module', { 'HLK-RM04 HLK-RM08K HLK-7688A HLK-7628N HLK-B35 HLK-B36 HLK-W801': 'Wi-Fi module' }),
  )],
]);

const VOLTS = output({
  '3.3': 3.3,
  '5': 5,
  '7.5': 7.5,
  '9': 9,
  '12': 12,
  '15': 15,
  '24': 24,
  '27': 27,
  '36': 36,
  '48': 48,
});
const meanWell = table('mean-well', 'Mean Well', 'IRM, LRS, RS, HDR', [
  'Mean Well products',
  'https://www.meanwell.com/productSeries.aspx',
], () => [
  [
    start('module', MAINS, 'IRM-01 IRM-02 IRM-03 IRM-05 IRM-10 IRM-15 IRM-20 IRM-30 IRM-45 IRM-60 IRM-90'),
    DASH,
    VOLTS,
    maybe(bareCodes('mounting', 'S ST')),
  ],
  [
    start(
      'module',
      'AC/DC power supply',
      'LRS-35 LRS-50 LRS-75 LRS-100 LRS-150 LRS-200 LRS-350 RS-15 RS-25 RS-35 RS-50 RS-75 RS-100 RS-150 HDR-15 HDR-30 HDR-60 HDR-100 MDR-10 MDR-20 MDR-40 MDR-60 MDR-100 DR-15 DR-30 DR-45 DR-60 NDR-75 NDR-120 NDR-240 EPS-15 EPS-25 EPS-35 EPS-45 EPS-65 RPS-30 RPS-45 RPS-60',
    ),
    DASH,
    VOLTS,
  ],
]);

const samesky = table('same-sky-modules', 'Same Sky', 'V78, VX78', [
  'Non-isolated DC/DC converters',
  'https://www.sameskydevices.com/catalog/dc-dc-converters',
], () => [
  [
    start('module', REGULATOR, 'V78 VX78 V78E VXO78', 'SIP-3'),
    output({ '01': 1.5, '02': 2.5, '03': 3.3, '05': 5, '06': 6.5, '09': 9, '12': 12, '15': 15 }),
    DASH,
    bareCodes('current', '500 1000 1500 2000'),
    maybe(DASH, bareCodes('option', 'SMT')),
  ],
]);

export const powerModuleSeries: readonly SeriesTable[] = [
  recom,
  traco,
  murata,
  mornsun,
  hilink,
  meanWell,
  samesky,
];
