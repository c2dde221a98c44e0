/** Integrated circuits of NXP, Infineon, Renesas and MaxLinear. */
import type { Category } from '../../../../domain/categories.ts';
import { bareCodes } from '../../segments.ts';
import type { Segment, SeriesTable } from '../../table.ts';
import { DASH, maybe, packages, packing, reels, SLASH, spelled } from '../processors/numbers.ts';
import {
  CAN,
  EXPANDER,
  HALF_BRIDGE,
  LED_DRIVER,
  MOTOR,
  parts,
  RS232,
  RS485,
  RTC,
  start,
  table,
  TAPE,
  TIMER,
} from './ics.ts';

/** The last three digits of the twelve-digit ordering number. */
const NXP_PACKING = packing({
  '112': 'tube',
  '118': 'reel, 13 inch',
  '125': 'reel, 7 inch',
  '128': 'reel, 13 inch',
  '147': 'reel, 7 inch',
  '157': 'tray',
  '518': 'reel, 13 inch',
  '512': 'tube',
  '551': 'tray',
  '557': 'tray',
});
const COMMA = { separator: ',' };

/** A number with its package letters, perhaps a variant behind a slash, and its packing. */
function nxp(
  category: Category,
  description: string,
  list: string,
  letters: Readonly<Record<string, string>>,
  variants = '',
): Segment[][] {
  const numbers = start(category, description, list);
  return [[numbers], [
    numbers,
    packages(letters),
    ...(variants === '' ? [] : [maybe(SLASH, bareCodes('variant', variants))]),
    maybe(COMMA, NXP_PACKING),
  ]];
}

const MUX = 'I2C multiplexer';
const SIXTEEN = { PW: 'TSSOP-16', D: 'SOIC-16', BS: 'HVQFN-16' };
const TWENTY_FOUR = { PW: 'TSSOP-24', D: 'SOIC-24', BS: 'HVQFN-24' };
const UARTS = 'I2C and SPI to serial converter';

const nxpMixed = table('nxp-interface', 'NXP Semiconductors', 'PCA, PCF, TJA, PN5, SC16', [
  'NXP interfaces',
  'https://www.nxp.com/products/interfaces:MC_1418',
], () => [
  ...nxp(
    'driver',
    'LED and PWM driver, 16 channels, I2C',
    'PCA9685',
    { PW: 'TSSOP-28', BS: 'HVQFN-28' },
    'Q900',
  ),
  ...nxp(
    'driver',
    'LED driver, I2C',
    'PCA9633 PCA9634 PCA9635 PCA9622 PCA9626 PCA9632 PCA9531 PCA9532 PCA9533 PCA9955B PCA9956B',
    {},
  ).slice(0, 1),
  ...nxp('interface', EXPANDER, 'PCA9555 PCA9535 PCA9535C PCA9539 PCA9539A PCA6416A PCAL6416A', TWENTY_FOUR),
  ...nxp(
    'interface',
    EXPANDER,
    'PCA9534 PCA9538 PCA9554 PCA9554A PCA9554B PCA9554C PCA9557 PCA6408A PCAL6408A PCA9670 PCA9672 PCA9674 PCA9674A',
    SIXTEEN,
  ),
  ...nxp(
    'interface',
    EXPANDER,
    'PCF8574 PCF8574A',
    { T: 'SOIC-16 (7.5 mm)', TS: 'SSOP-20', P: 'DIP-16' },
    '3 F3',
  ),
  ...nxp('interface', EXPANDER, 'PCF8575', { TS: 'SSOP-24' }, '1 F1'),
  ...nxp('interface', MUX, 'PCA9548A PCA9547', TWENTY_FOUR),
  ...nxp('interface', MUX, 'PCA9546A', SIXTEEN),
  ...nxp('interface', MUX, 'PCA9545A PCA9544A', { PW: 'TSSOP-20', D: 'SOIC-20', BS: 'HVQFN-20' }),
  ...nxp('interface', MUX, 'PCA9543A PCA9542A', { PW: 'TSSOP-14', D: 'SOIC-14' }),
  ...nxp('interface', MUX, 'PCA9540B', { D: 'SOIC-8', DP: 'TSSOP-8 (3 x 3 mm)' }),
  ...nxp('interface', 'I2C level translator', 'PCA9306', {
    D: 'SOIC-8',
    DP: 'TSSOP-8 (3 x 3 mm)',
    DC: 'VSSOP-8',
  }),
  ...nxp('interface', 'I2C buffer', 'PCA9515A PCA9517A PCA9517 PCA9617A PCA9509 PCA9600 P82B96', {
    D: 'SOIC-8',
    TP: 'HWSON-8',
    DP: 'TSSOP-8 (3 x 3 mm)',
    TD: 'SOIC-8',
  }),
  ...nxp('interface', UARTS, 'SC16IS740', { IPW: 'TSSOP-16' }),
  ...nxp('interface', UARTS, 'SC16IS750 SC16IS760', { IPW: 'TSSOP-24', IBS: 'HVQFN-24' }),
  ...nxp('interface', UARTS, 'SC16IS752 SC16IS762', { IPW: 'TSSOP-28', IBS: 'HVQFN-32' }),
  ...nxp('interface', 'I2C to SPI bridge', 'SC18IS602B', { IPW: 'TSSOP-16' }),
  ...nxp('data_converter', '8-bit ADC and DAC, I2C', 'PCF8591', { T: 'SOIC-16 (7.5 mm)', P: 'DIP-16' }, '2'),
  ...nxp('clock_and_timing', RTC, 'PCF8563', { T: 'SOIC-8', TS: 'TSSOP-8 (3 x 3 mm)', P: 'DIP-8' }, '4 5 F4'),
  ...nxp('clock_and_timing', RTC, 'PCF8523', { T: 'SOIC-8', TS: 'TSSOP-14' }, '1'),
  ...nxp('clock_and_timing', RTC, 'PCF85063A PCF85063TP PCF8583 PCF2127 PCF2129 PCF2131 PCF85263A', {}).slice(
    0,
    1,
  ),
  ...nxp(
    'clock_and_timing',
    RTC,
    'PCF85063A',
    { T: 'SOIC-8', TL: 'DFN-10 (2.6 x 2.6 mm)', TT: 'TSSOP-8 (3 x 3 mm)' },
    'A AAZ 1',
  ),
  ...nxp('interface', CAN, 'TJA1040 TJA1042 TJA1050 TJA1051 TJA1044 TJA1057 PCA82C250 PCA82C251', {
    T: 'SOIC-8',
    TK: 'HVSON-8',
    GT: 'SOIC-8',
  }, '1 3 C CM E'),
  ...nxp('interface', CAN, 'TJA1041 TJA1041A TJA1043 TJA1055', { T: 'SOIC-14', TK: 'HVSON-14' }),
  ...nxp('interface', CAN, 'TJA1145', { T: 'SOIC-14', TK: 'HVSON-14' }, 'FD FDJ'),
  ...nxp(
    'interface',
    'LIN transceiver',
    'TJA1020 TJA1021 TJA1027 TJA1029',
    { T: 'SOIC-8', TK: 'HVSON-8' },
    '10 20',
  ),
  ...nxp('sensor', 'I2C temperature sensor', 'LM75B', { D: 'SOIC-8', DP: 'TSSOP-8 (3 x 3 mm)' }),
  ...spelled({
    ...parts('interface', EXPANDER, '', 'PCAL9535A PCAL9538A'),
    ...parts(
      'rf',
      'NFC reader',
      'HVQFN-32 (5 x 5 mm)',
      'MFRC52202HN1 MFRC52202HN1,151 MFRC52202HN1,157 MFRC52201HN1 MFRC522',
    ),
    ...parts(
      'rf',
      'NFC controller',
      'HVQFN-40 (6 x 6 mm)',
      'PN5321A3HN PN5321A3HN/C106 PN5321A3HN/C106,51 PN532',
    ),
    ...parts(
      'rf',
      'NFC controller',
      '',
      'PN5120A0HN1/C2 PN5180A0HN PN7120 PN7150 PN7160 PN7150B0HN/C11002 CLRC66303HN CLRC63201T MFRC63002HN MFRC53101T',
    ),
    ...parts('audio', 'Audio codec', 'QFN-20 (3 x 3 mm)', 'SGTL5000XNLA3 SGTL5000XNLA3R2'),
    ...parts('audio', 'Audio codec', 'QFN-32 (5 x 5 mm)', 'SGTL5000XNAA3 SGTL5000XNAA3R2'),
    ...parts('audio', 'Audio codec', '', 'SGTL5000'),
    ...parts('rf', 'FM radio receiver', 'HVQFN-40 (6 x 6 mm)', 'TEA5767HN TEA5767'),
  }),
]);

/** Half-bridge drivers of what was International Rectifier: S for small outline, PBF for lead-free. */
const ir = (list: string, dip: string, small: string): Segment[][] => {
  const numbers = start('driver', HALF_BRIDGE, list);
  return [
    [numbers],
    [numbers, packages({ PBF: dip, SPBF: small })],
    [numbers, { literal: 'S' }, packages({ TRPBF: small })],
  ];
};
const infineonMixed = table('infineon-drivers', 'Infineon Technologies', 'IR2, IRS2, BTN, IFX', [
  'Gate driver ICs',
  'https://www.infineon.com/cms/en/product/power/gate-driver-ics/',
], () => [
  ...ir(
    'IR2101 IR2102 IR2103 IR2104 IR2106 IR2108 IR2109 IR2111 IR2117 IR2118 IR2121 IR2125 IR2127 IR2151 IR2153 IR2181 IR2183 IR2184 IR2301 IR2302 IR2304 IR2308 IRS2003 IRS2004 IRS2101 IRS2103 IRS2104 IRS2106 IRS2108 IRS2109 IRS2111 IRS2117 IRS2118 IRS2127 IRS2181 IRS2183 IRS2184 IRS2301 IRS2304 IRS2308',
    'DIP-8',
    'SOIC-8',
  ),
  ...ir('IR2110 IR2112 IR2113 IRS2110 IRS2112 IRS2113', 'DIP-14', 'SOIC-16 (7.5 mm)'),
  ...ir(
    'IR21064 IR21084 IR21094 IR21814 IR21834 IR21844 IRS21064 IRS21084 IRS21094 IRS21814 IRS21834 IRS21844',
    'DIP-14',
    'SOIC-14',
  ),
  ...ir('IR2130 IR2131 IR2132 IR2133 IR2136 IR2233', 'DIP-28', 'SOIC-28'),
  ...spelled({
    ...parts(
      'driver',
      HALF_BRIDGE,
      '',
      'IR2153D IRS2153D IRS2186 IRS2092 IRS2093 IRS20957 2EDL05N06PF 2ED2106S06F 6EDL04N06PT 1EDI20N12AF 1EDI60N12AF 1EDI60I12AF',
    ),
    ...parts(
      'driver',
      'Half-bridge motor driver',
      'TO-263-7',
      'BTN7930B BTN7960B BTN7970B BTN8960TA BTN8962TA BTN8980TA BTN8982TA',
    ),
    ...parts(
      'driver',
      'Half-bridge motor driver',
      'TO-263-7',
      'BTN7960BAUMA1 BTN8962TAAUMA1 BTN8982TAAUMA1',
      TAPE,
    ),
    ...parts(
      'driver',
      MOTOR,
      '',
      'IFX9201SG IFX9201SGAUMA1 TLE9201SG TLE9201SGAUMA1 TLE5206-2G TLE5205-2G TLE94112ES BTS7960B BTN9970LV BTN9990LV',
    ),
    ...parts(
      'interface',
      CAN,
      '',
      'TLE6250G TLE6250GV33 TLE9250LE TLE9250SJ TLE9250VSJ TLE9251VLE TLE9251VSJ TLE7250GVIO IFX1050G IFX1050GVIO',
    ),
    ...parts(
      'driver',
      LED_DRIVER,
      '',
      'BCR321U BCR320U BCR401U BCR402U BCR421U BCR430U ILD6150 ILD8150 TLD1314EL TLD5097EL',
    ),
    ...parts(
      'integrated_circuit',
      'Authentication chip',
      '',
      'SLS32AIA010MS SLB9670VQ2.0 SLB9672VU2.0 SLB9665TT2.0 SLB9645TT1.2',
    ),
  }),
]);

const renesasMixed = table('renesas-mixed', 'Renesas Electronics', 'ICL, ICM, ISL, HIP, X9C', [
  'Renesas products',
  'https://www.renesas.com/en/products',
], () => [
  ...([
    ['switching_regulator', 'Charge pump inverter', 'ICL7660', {
      CPAZ: 'DIP-8',
      CBAZ: 'SOIC-8',
      CBAZA: 'SOIC-8',
      SCPAZ: 'DIP-8',
      SCBAZ: 'SOIC-8',
      SIBAZ: 'SOIC-8',
      ACPAZ: 'DIP-8',
      ACBAZA: 'SOIC-8',
      AIBAZA: 'SOIC-8',
      AIPAZ: 'DIP-8',
      SIPAZ: 'DIP-8',
    }],
    ['clock_and_timing', TIMER, 'ICM7555', { IPAZ: 'DIP-8', CBAZ: 'SOIC-8', IBAZ: 'SOIC-8' }],
    ['clock_and_timing', 'Dual timer', 'ICM7556', { IPDZ: 'DIP-14', IBZ: 'SOIC-14' }],
    ['data_converter', 'Digital voltmeter ADC', 'ICL7106 ICL7107', {
      CPLZ: 'DIP-40',
      SCPLZ: 'DIP-40',
      CM44Z: 'MQFP-44',
    }],
    ['driver', 'Full-bridge gate driver', 'HIP4080A HIP4081A', { IPZ: 'DIP-20', IBZ: 'SOIC-20' }],
    ['driver', 'Full-bridge gate driver', 'HIP4082', { IPZ: 'DIP-16', IBZ: 'SOIC-16' }],
    ['data_converter', 'Digital potentiometer', 'X9C102 X9C103 X9C104 X9C503', {
      SZ: 'SOIC-8',
      SIZ: 'SOIC-8',
      PZ: 'DIP-8',
      PIZ: 'DIP-8',
    }],
    ['clock_and_timing', RTC, 'ISL1208', { IB8Z: 'SOIC-8', IU8Z: 'MSOP-8', IRT8Z: 'TDFN-8' }],
    ['amplifier', 'Operational amplifier, MOSFET input', 'CA3130 CA3140 CA3130A CA3140A', {
      EZ: 'DIP-8',
      MZ: 'SOIC-8',
    }],
    ['interface', RS485, 'ISL83072E ISL83075E ISL83078E ISL83485 ISL3172E ISL3175E ISL3178E ISL8483E', {
      IBZA: 'SOIC-8',
      IBZ: 'SOIC-8',
      IUZ: 'MSOP-8',
    }],
    ['interface', RS232, 'ICL3232 ICL3232E ICL232', {
      CBZ: 'SOIC-16',
      IBZ: 'SOIC-16',
      CVZ: 'TSSOP-16',
      IVZ: 'TSSOP-16',
      CPZ: 'DIP-16',
      IPZ: 'DIP-16',
    }],
  ] as const).flatMap(([category, description, list, letters]): Segment[][] => {
    const numbers = start(category, description, list);
    return [[numbers], [numbers, packages(letters), maybe(DASH, reels('T TK T7 T7A T13'))]];
  }),
  ...spelled({
    ...parts('clock_and_timing', RTC, '', 'ISL12022M ISL12022MIBZ ISL12020M ISL12057'),
    ...parts('sensor', 'Ambient light sensor', '', 'ISL29020 ISL29023 ISL29033 ISL29125 ISL29125IROZ-T7'),
    ...parts(
      'microcontroller',
      'Microcontroller with Bluetooth Low Energy radio',
      '',
      'DA14531 DA14580 DA14585 DA14586 DA14682 DA14683 DA14695 DA14699',
    ),
  }),
]);

const maxlinear = table('maxlinear', 'MaxLinear', 'SP, XR', [
  'MaxLinear interface products',
  'https://www.maxlinear.com/products/interface',
], () => [
  ...([
    [RS232, 'SP232A SP3232E SP3232EB SP3222E', {
      EN: 'SOIC-16',
      CN: 'SOIC-16',
      EY: 'TSSOP-16',
      CY: 'TSSOP-16',
      EA: 'SSOP-16',
      CA: 'SSOP-16',
      EP: 'DIP-16',
      CP: 'DIP-16',
    }],
    [RS232, 'SP3238E SP3243E', { EY: 'TSSOP-28', CY: 'TSSOP-28', EA: 'SSOP-28', CA: 'SSOP-28' }],
    [RS485, 'SP485 SP485E SP3481 SP3485 SP3481E SP3485E SP3072E SP3075E SP3078E SP3082E', {
      EN: 'SOIC-8',
      CN: 'SOIC-8',
      EP: 'DIP-8',
      CP: 'DIP-8',
    }],
  ] as const).flatMap(([description, list, letters]): Segment[][] => {
    const numbers = start('interface', description, list);
    // Lead-free.
    return [[numbers], [numbers, packages(letters), DASH, { literal: 'L' }, maybe(SLASH, reels('TR'))]];
  }),
  ...spelled({
    ...parts(
      'interface',
      'USB to serial converter',
      'QFN-16 (3 x 3 mm)',
      'XR21V1410IL16-F XR21V1410IL16TR-F XR21B1411IL16-F',
    ),
    ...parts(
      'interface',
      'USB to serial converter',
      '',
      'XR21V1410 XR21V1412IL32-F XR21V1414IM48-F XR21B1420IL28-F XR21B1424IV64-F',
    ),
  }),
]);

export const interfaceSeries: readonly SeriesTable[] = [nxpMixed, infineonMixed, renesasMixed, maxlinear];
