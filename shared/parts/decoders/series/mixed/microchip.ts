import type { Category } from '../../../../domain/categories.ts';
import { bareCodes, codes } from '../../segments.ts';
import type { CodeSegment, PlainSegment, Segment, SeriesTable } from '../../table.ts';
import {
  base,
  bases,
  DASH,
  maybe,
  packages,
  packing,
  reels,
  SLASH,
  spelled,
  temperatures,
  voltages,
} from '../processors/numbers.ts';

const MICROCHIP = { manufacturer: 'Microchip Technology', category: 'integrated_circuit' } as const;

const GRADES = temperatures({
  C: '0 to 70 °C',
  I: '-40 to 85 °C',
  E: '-40 to 125 °C',
  H: '-40 to 150 °C',
  M: '-55 to 125 °C',
});
const AUTOMOTIVE: CodeSegment = { name: 'automotive', codes: { VAO: { qualification: 'AEC-Q100' } } };

/** Numbers with reel, option, grade and package; `option` is what stands in front of the grade. */
function mcp(
  category: Category,
  described: Readonly<Record<string, string>>,
  letters: Readonly<Record<string, string>>,
  ...option: readonly PlainSegment[]
): Segment[][] {
  const numbers = base(bases(category, described));
  return [[numbers], [
    numbers,
    maybe(reels('T')),
    DASH,
    ...option,
    GRADES,
    SLASH,
    packages(letters),
    maybe(AUTOMOTIVE),
  ]];
}

const list = (prefix: string, numbers: string) =>
  numbers.split(' ').map((number) => prefix + number).join(' ');

const EIGHT = {
  SN: 'SOIC-8',
  P: 'DIP-8',
  MS: 'MSOP-8',
  ST: 'TSSOP-8',
  MF: 'DFN-8 (3 x 3 mm)',
  MC: 'DFN-8 (2 x 3 mm)',
  MNY: 'TDFN-8 (2 x 3 mm)',
};
const FOURTEEN = { SL: 'SOIC-14', P: 'DIP-14', ST: 'TSSOP-14' };
const SIXTEEN = { SL: 'SOIC-16', P: 'DIP-16', ST: 'TSSOP-16' };
const EIGHTEEN = { SO: 'SOIC-18', P: 'DIP-18', SS: 'SSOP-20' };
const TWENTY_EIGHT = { SO: 'SOIC-28', SP: 'DIP-28', SS: 'SSOP-28', ML: 'QFN-28 (6 x 6 mm)' };
const SOT23_5 = { OT: 'SOT-23-5', LT: 'SC-70-5' };
const SOT23_6 = { CH: 'SOT-23-6', CHY: 'SOT-23-6' };

const SINGLE = 'Single operational amplifier';
const DUAL = 'Dual operational amplifier';
const QUAD = 'Quad operational amplifier';
const POT = 'Digital potentiometer';

export const microchipAnalog: SeriesTable = {
  ...MICROCHIP,
  id: 'microchip-mcp-analog',
  series: 'MCP amplifiers, comparators, converters, potentiometers',
  description: 'Analog circuit',
  reference: {
    title: 'Microchip linear products',
    url: 'https://www.microchip.com/en-us/products/amplifiers-and-linear-ics',
  },
  forms: () => [
    ...mcp('amplifier', {
      [
        list(
          'MCP',
          '601 603 606 608 616 618 6001 6001R 6001U 6021 6021R 6023 6031 6033 6041 6043 6051 6061 6071 6141 6143 6231 6231R 6231U 6241 6241R 6241U 6271 6271R 6273 6281 6281R 6283 6286 6291 6291R 6293 6401 6401R 6401U 6406 6407 6411 6421 6441 6471 6481 6491 6L01 6L01R 6L71 6L91 621 623 631 633 651 661 6V01 6V03 6V06 6V08 6V11 6V31 6V36 6V61 6V66 6V71 6V76 6V81 6V91 6V26 6N11',
        )
      ]: SINGLE,
    }, { ...EIGHT, ...SOT23_5, ...SOT23_6 }),
    ...mcp('amplifier', {
      [
        list(
          'MCP',
          '602 607 617 6002 6022 6032 6042 6052 6062 6072 6142 6232 6242 6272 6275 6282 6285 6292 6295 6402 6409 6412 6422 6442 6472 6482 6492 6L02 6L72 6L92 622 625 632 635 652 655 662 665 6V02 6V07 6V12 6V27 6V28 6V32 6V37 6V62 6V67 6V72 6V77 6V82 6V92',
        )
      ]: DUAL,
    }, EIGHT),
    ...mcp('amplifier', {
      [
        list(
          'MCP',
          '604 609 619 6004 6024 6034 6044 6054 6064 6074 6144 6234 6244 6274 6284 6294 6404 6444 6474 6484 6494 6L04 6L74 6L94 659 669 6V14 6V34 6V39 6V64 6V79 6V84 6V94',
        )
      ]: QUAD,
    }, { ...FOURTEEN, ML: 'QFN-16 (4 x 4 mm)' }),
    ...mcp(
      'amplifier',
      { 'MCP6G01 MCP6G03 MCP6S21 MCP6S22 MCP6S91 MCP6S92': 'Programmable gain amplifier' },
      EIGHT,
    ),
    ...mcp('comparator', {
      [list('MCP', '6541 6541R 6541U 6543 6546 6546R 6546U 6548 6561 6561R 6561U 6566 6566R 6566U')]:
        'Comparator',
      [list('MCP', '6542 6547 6562 6567')]: 'Dual comparator',
    }, { ...EIGHT, ...SOT23_5 }),
    ...mcp('comparator', { [list('MCP', '6544 6549 6564 6569')]: 'Quad comparator' }, FOURTEEN),
    ...mcp('data_converter', { 'MCP3004': '10-bit ADC, 4 channels' }, FOURTEEN),
    ...mcp('data_converter', { 'MCP3008': '10-bit ADC, 8 channels' }, SIXTEEN),
    ...mcp('data_converter', { 'MCP3001': '10-bit ADC', 'MCP3002': '10-bit ADC, 2 channels' }, EIGHT),
    ...mcp(
      'data_converter',
      { 'MCP3201': '12-bit ADC', 'MCP3202': '12-bit ADC, 2 channels', MCP3301: '13-bit ADC' },
      EIGHT,
      bareCodes('linearity', 'A B C'),
    ),
    ...mcp(
      'data_converter',
      { 'MCP3204': '12-bit ADC, 4 channels', MCP3302: '13-bit ADC, 2 channels' },
      FOURTEEN,
      bareCodes('linearity', 'B C'),
    ),
    ...mcp(
      'data_converter',
      { 'MCP3208': '12-bit ADC, 8 channels', MCP3304: '13-bit ADC, 4 channels' },
      SIXTEEN,
      bareCodes('linearity', 'B C'),
    ),
    ...mcp('data_converter', { [list('MCP3221A', '0 1 2 3 4 5 6 7')]: '12-bit I2C ADC' }, { OT: 'SOT-23-5' }),
    ...mcp('data_converter', {
      [list('MCP3421A', '0 1 2 3 4 5 6 7')]: '18-bit delta-sigma ADC',
      [list('MCP3425A', '0 1 2 3 4 5 6 7')]: '16-bit delta-sigma ADC',
    }, SOT23_6),
    ...mcp('data_converter', {
      [list('MCP3422A', '0 1 2 3 4 5 6 7')]: '18-bit delta-sigma ADC, 2 channels',
      [list('MCP3426A', '0 1 2 3 4 5 6 7')]: '16-bit delta-sigma ADC, 2 channels',
    }, EIGHT),
    ...mcp('data_converter', {
      MCP3424: '18-bit delta-sigma ADC, 4 channels',
      MCP3428: '16-bit delta-sigma ADC, 4 channels',
    }, FOURTEEN),
    ...mcp('data_converter', {
      [list('MCP4725A', '0 1 2 3')]: '12-bit I2C DAC',
      [list('MCP4706A', '0 1 2 3 4 5 6 7')]: '8-bit I2C DAC',
      [list('MCP4716A', '0 1 2 3 4 5 6 7')]: '10-bit I2C DAC',
      [list('MCP4726A', '0 1 2 3 4 5 6 7')]: '12-bit I2C DAC',
    }, SOT23_6),
    ...mcp('data_converter', {
      'MCP4728 MCP4728A1 MCP4728A2 MCP4728A3 MCP4728A4': '12-bit I2C DAC, 4 channels',
    }, { UN: 'MSOP-10' }),
    ...mcp('data_converter', {
      'MCP4801 MCP4901': '8-bit DAC',
      'MCP4811 MCP4911': '10-bit DAC',
      'MCP4821 MCP4921': '12-bit DAC',
      MCP4802: '8-bit DAC, 2 channels',
      MCP4812: '10-bit DAC, 2 channels',
      MCP4822: '12-bit DAC, 2 channels',
    }, EIGHT),
    ...mcp('data_converter', {
      MCP4902: '8-bit DAC, 2 channels',
      MCP4912: '10-bit DAC, 2 channels',
      MCP4922: '12-bit DAC, 2 channels',
    }, FOURTEEN),
    ...mcp('data_converter', {
      [
        ['01', '02', '11', '12', '21', '22'].flatMap((type) =>
          ['A0', 'A1', 'A2', 'A3'].map((address) => `MCP47FVB${type}${address} MCP47FEB${type}${address}`)
        ).join(' ')
      ]: 'I2C DAC',
    }, { ST: 'TSSOP-8' }),
    ...mcp('data_converter', {
      [
        list(
          'MCP48',
          'FVB01 FVB11 FVB21 FVB02 FVB12 FVB22 FEB01 FEB11 FEB21 FEB02 FEB12 FEB22 CMB01 CVB01 CMB11 CVB11 CMB21 CVB21',
        )
      ]: 'SPI DAC',
    }, {
      UN: 'MSOP-10',
      MF: 'DFN-10 (3 x 3 mm)',
    }),
    ...mcp('data_converter', { [list('MCP', '41010 41050 41100')]: POT }, EIGHT),
    ...mcp('data_converter', { [list('MCP', '42010 42050 42100')]: POT }, FOURTEEN),
    ...mcp(
      'data_converter',
      {
        [
          list(
            'MCP',
            '4011 4021 4131 4132 4141 4142 4151 4152 4161 4162 4531 4532 4541 4542 4551 4552 4561 4562',
          )
        ]: POT,
      },
      EIGHT,
      bareCodes('resistance', '202 502 103 503 104'),
    ),
    ...mcp(
      'data_converter',
      { [list('MCP', '4231 4241 4251 4261 4631 4641 4651 4661')]: POT },
      { ...FOURTEEN, ML: 'QFN-16 (4 x 4 mm)' },
      bareCodes('resistance', '502 103 503 104'),
    ),
    ...mcp(
      'data_converter',
      { [list('MCP', '4232 4242 4252 4262 4632 4642 4652 4662')]: POT },
      { UN: 'MSOP-10', MF: 'DFN-10 (3 x 3 mm)' },
      bareCodes('resistance', '502 103 503 104'),
    ),
    ...mcp('data_converter', { [list('MCP', '4331 4341 4351 4361 4431 4441 4451 4461')]: POT }, {
      ST: 'TSSOP-20',
      ML: 'QFN-20 (4 x 4 mm)',
    }, bareCodes('resistance', '502 103 503 104')),
    ...mcp('data_converter', { [list('MCP', '4332 4342 4352 4362 4432 4442 4452 4462')]: POT }, {
      ST: 'TSSOP-14',
    }, bareCodes('resistance', '502 103 503 104')),
    ...mcp(
      'data_converter',
      { 'MCP4012 MCP4022 MCP4013 MCP4023': POT },
      { CH: 'SOT-23-6' },
      bareCodes('resistance', '202 502 103 503'),
    ),
    ...mcp(
      'data_converter',
      { 'MCP4017 MCP4018': POT },
      { LT: 'SC-70-6' },
      bareCodes('resistance', '502 103 503 104'),
    ),
    ...mcp('data_converter', { MCP4019: POT }, { LT: 'SC-70-5' }, bareCodes('resistance', '502 103 503 104')),
    [base(bases('data_converter', {
      'MCP3421 MCP3422 MCP3423': '18-bit delta-sigma ADC',
      'MCP3425 MCP3426 MCP3427': '16-bit delta-sigma ADC',
      MCP3221: '12-bit I2C ADC',
      MCP4725: '12-bit I2C DAC',
    }))],
    ...mcp('sensor', { 'MCP9700 MCP9700A MCP9701 MCP9701A': 'Temperature sensor, analog output' }, {
      TT: 'SOT-23-3',
      LT: 'SC-70-5',
      TO: 'TO-92-3',
    }),
    ...mcp('sensor', { 'MCP9808 MCP9804 MCP9843 MCP98243 MCP98244': 'I2C temperature sensor' }, EIGHT),
    ...mcp(
      'sensor',
      { 'MCP9843 MCP98242 MCP98243': 'I2C temperature sensor' },
      EIGHT,
      bareCodes('range', 'B'),
    ).slice(1),
    ...mcp('sensor', { 'MCP9600 MCP9601': 'Thermocouple converter' }, { MX: 'QFN-20 (5 x 5 mm)' }),
    ...mcp('clock_and_timing', {
      'MCP7940N MCP7940M MCP79400 MCP79401 MCP79402 MCP79410 MCP79411 MCP79412': 'Real-time clock, I2C',
    }, EIGHT),
    ...mcp('clock_and_timing', {
      'MCP79510 MCP79511 MCP79512 MCP79520 MCP79521 MCP79522': 'Real-time clock, SPI',
    }, { MS: 'MSOP-10', MN: 'TDFN-10' }),
  ],
};

/** A regulator's voltage in tenths of a volt, `02` behind it for 2 %. */
const FOUR_DIGITS: CodeSegment = {
  name: 'voltage',
  codes: Object.fromEntries(
    [
      8,
      9,
      10,
      12,
      15,
      18,
      20,
      21,
      22,
      23,
      25,
      26,
      27,
      28,
      29,
      30,
      31,
      33,
      34,
      35,
      36,
      39,
      40,
      41,
      42,
      45,
      50,
      60,
      80,
      90,
      100,
      120,
    ]
      .map((tenths) => [`${String(tenths).padStart(2, '0')}02`, { nominal_voltage: tenths / 10 }]),
  ),
};
const CB = 'SOT-23A-3';
const LDO = 'Low-dropout regulator';
const BOOST = 'Boost converter';
const BUCK = 'Buck converter';
const CHARGER = 'Lithium-ion battery charger';
const SUPERVISOR = 'Voltage supervisor';

/** Numbers of fixed regulators; `ADJE` stands for the adjustable ones. */
const ldo = (numbers: string, letters: Readonly<Record<string, string>>): Segment[][] => [
  ...mcp('linear_regulator', { [numbers]: LDO }, letters, FOUR_DIGITS),
  ...mcp('linear_regulator', { [numbers]: `${LDO}, adjustable` }, letters, { literal: 'ADJ' }).slice(1),
];

export const microchipPower: SeriesTable = {
  ...MICROCHIP,
  id: 'microchip-mcp-power',
  series: 'MCP regulators, chargers, supervisors, drivers',
  description: 'Power circuit',
  reference: {
    title: 'Microchip power management',
    url: 'https://www.microchip.com/en-us/products/power-management',
  },
  forms: () => [
    ...ldo('MCP1700 MCP1702', { TT: 'SOT-23-3', CB, MB: 'SOT-89-3', TO: 'TO-92-3' }),
    ...ldo('MCP1703 MCP1703A MCP1754S MCP1755S', {
      CB,
      DB: 'SOT-223-3',
      MB: 'SOT-89-3',
      MC: 'DFN-8 (2 x 3 mm)',
    }),
    ...ldo('MCP1754 MCP1755', { OT: 'SOT-23-5', DC: 'SOT-223-5', MC: 'DFN-8 (2 x 3 mm)' }),
    ...ldo('MCP1790 MCP1791 MCP1792 MCP1793 MCP1799', {
      TT: 'SOT-23-3',
      CB,
      DB: 'SOT-223-3',
      DC: 'SOT-223-5',
      MB: 'SOT-89-3',
      EB: 'DDPAK-3',
      ET: 'DDPAK-5',
    }),
    ...ldo('MCP1801 MCP1802 MCP1824', { OT: 'SOT-23-5', DC: 'SOT-223-5' }),
    ...ldo('MCP1804', { OT: 'SOT-23-5', DB: 'SOT-223-3', MB: 'SOT-89-3', MT: 'SOT-89-5' }),
    ...ldo('MCP1824S MCP1825S MCP1826S MCP1827S', { DB: 'SOT-223-3', AB: 'TO-220-3', EB: 'DDPAK-3' }),
    ...ldo('MCP1825 MCP1826 MCP1827', { DC: 'SOT-223-5', AT: 'TO-220-5', ET: 'DDPAK-5' }),
    ...ldo('MCP1725 MCP1726 MCP1727', { SN: 'SOIC-8', MF: 'DFN-8 (3 x 3 mm)', MC: 'DFN-8 (2 x 3 mm)' }),
    ...mcp('switching_regulator', {
      'MCP1640 MCP1640B MCP1640C MCP1640D MCP1642B MCP1642D MCP1623 MCP1624': BOOST,
    }, { ...SOT23_6, MC: 'DFN-8 (2 x 3 mm)' }),
    ...mcp('switching_regulator', { 'MCP1661 MCP1662 MCP1663 MCP1664': BOOST }, {
      OT: 'SOT-23-5',
      MNY: 'TDFN-8 (2 x 3 mm)',
    }),
    ...mcp('switching_regulator', { 'MCP16301 MCP16301H': BUCK }, SOT23_6),
    ...mcp('switching_regulator', { 'MCP16311 MCP16312': BUCK }, { MS: 'MSOP-8', MNY: 'TDFN-8 (2 x 3 mm)' }),
    ...mcp('switching_regulator', { MCP16331: BUCK }, { ...SOT23_6, MNY: 'TDFN-8 (2 x 3 mm)' }),
    ...mcp(
      'power_management',
      { 'MCP73831 MCP73832': CHARGER },
      { OT: 'SOT-23-5', MC: 'DFN-8 (2 x 3 mm)' },
      bareCodes('option', '2AC 2AT 2DC 2DF 3AC 4AD 5AC'),
    ),
    ...mcp(
      'power_management',
      { 'MCP73811 MCP73812': CHARGER },
      { OT: 'SOT-23-5' },
      bareCodes('voltage', '420 435'),
    ),
    ...mcp(
      'power_management',
      { 'MCP73833 MCP73834': CHARGER },
      { UN: 'MSOP-10', MF: 'DFN-10 (3 x 3 mm)' },
      bareCodes('option', 'AM BZ CN FC GP NV'),
    ),
    ...mcp('power_management', { MCP73871: 'Lithium-ion battery charger with power path' }, {
      ML: 'QFN-20 (4 x 4 mm)',
    }, bareCodes('option', '1AA 1CA 1CC 2AA 2CA 2CC 3CA 3CC 4CA 4CC')),
    ...mcp(
      'power_management',
      { [list('MCP', '100 101 102 103 111 112 809 810')]: SUPERVISOR },
      { TT: 'SOT-23-3', LB: 'SC-70-3', MB: 'SOT-89-3', TO: 'TO-92-3' },
      bareCodes('threshold', '195 240 270 290 300 315 450 460 475 485'),
    ),
    ...mcp(
      'power_management',
      { [list('MCP', '100 101 120 121 130 131')]: SUPERVISOR },
      { TT: 'SOT-23-3', TO: 'TO-92-3', SN: 'SOIC-8' },
      bareCodes('threshold', '270 300 315 450 460 475 485'),
      bareCodes('pins', 'D F G H'),
    ).slice(1),
    ...mcp('power_management', { 'MCP120 MCP121 MCP130 MCP131': SUPERVISOR }, {
      TT: 'SOT-23-3',
      SN: 'SOIC-8',
    }, bareCodes('threshold', '270 300 315 450 460 475 485')),
    ...mcp('voltage_reference', {
      MCP1525: 'Voltage reference, 2.5 V',
      MCP1541: 'Voltage reference, 4.096 V',
    }, { TT: 'SOT-23-3', TO: 'TO-92-3' }),
    ...mcp('driver', { [list('MCP', '1401 1402 1415 1415R 1416 1416R')]: 'MOSFET driver' }, {
      OT: 'SOT-23-5',
    }),
    ...mcp('driver', {
      [list('MCP', '1403 1404 1405 1406 1407 14E3 14E4 14E5 14E9 14E10 14E11')]: 'MOSFET driver',
    }, EIGHT),
    ...mcp('driver', {
      [
        list(
          'MCP14A',
          '0151 0152 0153 0154 0155 0301 0302 0303 0304 0305 0451 0452 0453 0454 0455 0601 0602 0901 0902 1201 1202',
        )
      ]: 'MOSFET driver',
    }, EIGHT),
  ],
};

const CAN = 'CAN transceiver';

export const microchipInterface: SeriesTable = {
  ...MICROCHIP,
  id: 'microchip-interface',
  category: 'interface',
  series: 'MCP2xxx, LAN, USB, KSZ, ENC',
  description: 'Interface circuit',
  reference: {
    title: 'Interface and connectivity',
    url: 'https://www.microchip.com/en-us/products/interface-and-connectivity',
  },
  forms: () => [
    ...mcp('interface', { 'MCP23008 MCP23S08': 'Port expander, 8 bits' }, {
      ...EIGHTEEN,
      ML: 'QFN-20 (4 x 4 mm)',
    }),
    ...mcp('interface', { 'MCP23009 MCP23S09': 'Port expander, 8 bits' }, {
      ...EIGHTEEN,
      MG: 'QFN-16 (3 x 3 mm)',
    }),
    ...mcp('interface', { 'MCP23017 MCP23S17': 'Port expander, 16 bits' }, TWENTY_EIGHT),
    ...mcp('interface', { 'MCP23018 MCP23S18': 'Port expander, 16 bits' }, {
      SO: 'SOIC-28',
      SP: 'DIP-28',
      SS: 'SSOP-24',
      MJ: 'QFN-24 (4 x 4 mm)',
    }),
    ...mcp('interface', { 'MCP2510 MCP2515': 'CAN controller' }, {
      SO: 'SOIC-18',
      P: 'DIP-18',
      ST: 'TSSOP-20',
      ML: 'QFN-20 (4 x 4 mm)',
    }),
    ...mcp('interface', { 'MCP2517FD MCP2518FD': 'CAN FD controller' }, {
      SL: 'SOIC-14',
      JHA: 'VDFN-14 (3 x 4.5 mm)',
      QBB: 'VDFN-14 (3 x 4.5 mm)',
    }),
    ...mcp('interface', {
      [list('MCP', '2551 2561 2562 2561FD 2562FD 2557FD 2558FD 2542FD 2542WFD 2544FD 2544WFD')]: CAN,
    }, EIGHT),
    ...mcp('interface', { 'MCP2003 MCP2003A MCP2003B MCP2004 MCP2004A': 'LIN transceiver' }, EIGHT),
    ...mcp('interface', { MCP2200: 'USB to serial converter', MCP2210: 'USB to SPI converter' }, {
      SO: 'SOIC-20',
      SS: 'SSOP-20',
      MQ: 'QFN-20 (5 x 5 mm)',
    }),
    ...mcp('interface', { 'MCP2221 MCP2221A': 'USB to I2C and serial converter' }, {
      ...FOURTEEN,
      ML: 'QFN-16 (4 x 4 mm)',
    }),
    ...mcp('interface', { ENC28J60: 'Ethernet controller, SPI' }, TWENTY_EIGHT),
    ...mcp('interface', { ENC424J600: 'Ethernet controller, SPI' }, {
      PT: 'TQFP-44 (10 x 10 mm)',
      ML: 'QFN-44 (8 x 8 mm)',
    }),
    ...mcp('interface', { AR1100: 'Touch screen controller' }, {
      SS: 'SSOP-20',
      SO: 'SOIC-20',
      MQ: 'QFN-20 (5 x 5 mm)',
    }),
    ...([
      ['LAN8720A LAN8720AI', 'CP', 'Ethernet transceiver, 10/100', 'QFN-24 (4 x 4 mm)'],
      ['LAN8742A LAN8742AI', 'CZ', 'Ethernet transceiver, 10/100', 'QFN-24 (4 x 4 mm)'],
      ['LAN8710A LAN8710AI', 'EZC EZK', 'Ethernet transceiver, 10/100', 'QFN-32 (5 x 5 mm)'],
      ['LAN8740A LAN8740AI', 'EN', 'Ethernet transceiver, 10/100', 'QFN-32 (5 x 5 mm)'],
      ['LAN8741A LAN8741AI', 'EN', 'Ethernet transceiver, 10/100', 'QFN-32 (5 x 5 mm)'],
      [
        'LAN9512 LAN9514 LAN9513 LAN9512I LAN9514I',
        'JZX',
        'USB hub and Ethernet controller',
        'QFN-64 (9 x 9 mm)',
      ],
      ['LAN9500A LAN9500AI LAN7500 LAN7500I', 'ABZJ', 'USB to Ethernet controller', 'QFN-56 (8 x 8 mm)'],
      ['USB2412', 'DZK', 'USB 2.0 hub, 2 ports', 'QFN-28 (5 x 5 mm)'],
      ['USB2422', 'MJ', 'USB 2.0 hub, 2 ports', 'QFN-24 (4 x 4 mm)'],
      ['USB2512B USB2512BI', 'AEZC AEZG', 'USB 2.0 hub, 2 ports', 'QFN-36 (6 x 6 mm)'],
      ['USB2513B USB2513BI', 'AEZC AEZG', 'USB 2.0 hub, 3 ports', 'QFN-36 (6 x 6 mm)'],
      ['USB2514B USB2514BI', 'AEZC AEZG', 'USB 2.0 hub, 4 ports', 'QFN-36 (6 x 6 mm)'],
      ['USB2517 USB2517I', 'JZX', 'USB 2.0 hub, 7 ports', 'QFN-64 (9 x 9 mm)'],
      ['USB3300 USB3320C USB3340', 'EZK', 'USB 2.0 transceiver, ULPI', 'QFN-32 (5 x 5 mm)'],
      ['EMC2101', 'ACZL', 'Fan controller with temperature sensor', 'MSOP-8'],
      ['CAP1188-1', 'CP', 'Capacitive touch controller, 8 channels', 'QFN-24 (4 x 4 mm)'],
      ['CAP1206-1', 'AIA SL', 'Capacitive touch controller, 6 channels', ''],
      ['CAP1203-1', 'AC3 SN', 'Capacitive touch controller, 3 channels', ''],
    ] as const).flatMap(([numbers, codes, description, packageName]): Segment[][] => {
      const segment = base(
        bases('interface', { [numbers]: description }, packageName === '' ? {} : { package: packageName }),
      );
      return [[segment], [segment, DASH, bareCodes('package', codes), maybe(DASH, reels('TR'))]];
    }),
    // Numbered as Microchip's own are: `T` for the reel, the grade, and the package behind a slash.
    [
      base(bases('interface', {
        USB2512B: 'USB 2.0 hub, 2 ports',
        USB2513B: 'USB 2.0 hub, 3 ports',
        USB2514B: 'USB 2.0 hub, 4 ports',
      }, { package: 'SQFN-36 (6 x 6 mm)' })),
      { optional: [codes('packing', 'packaging', { T: 'tape and reel' })] },
      { optional: [DASH, codes('grade', 'temperature_range', { I: '-40 to 85 °C' })] },
      { separator: '/' },
      bareCodes('package', 'M2'),
    ],
    ...spelled(
      {
        ...bases('interface', { 'KSZ8081RNA KSZ8081RNB': 'Ethernet transceiver, 10/100' }, {
          package: 'QFN-24 (4 x 4 mm)',
        }),
        ...bases('interface', { KSZ8081MNX: 'Ethernet transceiver, 10/100' }, {
          package: 'QFN-32 (5 x 5 mm)',
        }),
        ...bases('interface', { 'KSZ9031RNX KSZ9021RN KSZ9131RNX': 'Ethernet transceiver, gigabit' }, {
          package: 'QFN-48 (7 x 7 mm)',
        }),
        ...bases('interface', { KSZ9031MNX: 'Ethernet transceiver, gigabit' }, {
          package: 'QFN-64 (8 x 8 mm)',
        }),
      },
      maybe(bareCodes('grade', 'CA IA CB IB CC IC I')),
      maybe(DASH, reels('TR')),
    ),
    ...spelled(
      {
        ...bases('interface', {
          'KSZ8041NL KSZ8041NLI KSZ8051MNL KSZ8051MLL KSZ8041TL': 'Ethernet transceiver, 10/100',
        }),
        ...bases('interface', { 'KSZ8851SNL KSZ8851SNLI': 'Ethernet controller, SPI' }, {
          package: 'QFN-32 (5 x 5 mm)',
        }),
        ...bases(
          'interface',
          { 'KSZ8863RLL KSZ8863RLLI KSZ8863MLL KSZ8863MLLI': 'Ethernet switch, 3 ports' },
          { package: 'LQFP-48 (7 x 7 mm)' },
        ),
        ...bases('interface', { 'KSZ8873RLL KSZ8873RLLI KSZ8873MLL': 'Ethernet switch, 3 ports' }, {
          package: 'LQFP-64 (10 x 10 mm)',
        }),
      },
      maybe(DASH, reels('TR')),
    ),
    ...spelled({
      ...bases('interface', {
        'LAN8720 LAN8742 LAN8710 LAN8740': 'Ethernet transceiver, 10/100',
        'LAN9252 LAN9253 LAN9255': 'EtherCAT controller',
        'LAN7800 LAN7850': 'USB to Ethernet controller',
        LAN91C111: 'Ethernet controller',
        'USB2514 USB2514B-AEZC': 'USB 2.0 hub, 4 ports',
        'KSZ8081 KSZ8041': 'Ethernet transceiver, 10/100',
        'KSZ9031 KSZ9021': 'Ethernet transceiver, gigabit',
        KSZ8863: 'Ethernet switch, 3 ports',
        'USB3503A-1-GL-TR USB3503': 'USB 2.0 hub, 3 ports',
      }),
      ...bases('interface', { 'LAN9252/ML LAN9252I/ML': 'EtherCAT controller' }, {
        package: 'QFN-64 (9 x 9 mm)',
      }),
      ...bases('interface', { 'LAN9252/PT LAN9252I/PT': 'EtherCAT controller' }, {
        package: 'TQFP-64 (10 x 10 mm)',
      }),
      ...bases('interface', { 'LAN9252T/ML': 'EtherCAT controller' }, {
        package: 'QFN-64 (9 x 9 mm)',
        packaging: 'tape and reel',
      }),
      ...bases('interface', { 'LAN9252T/PT': 'EtherCAT controller' }, {
        package: 'TQFP-64 (10 x 10 mm)',
        packaging: 'tape and reel',
      }),
    }),
    ...([
      ['ATECC508A ATECC608A ATECC608B ATECC608C', 'Cryptographic authenticator', 'DA CZ'],
      ['ATSHA204A ATSHA206A', 'Cryptographic authenticator', 'DA CZ'],
    ] as const).flatMap(([numbers, description, versions]): Segment[][] => {
      const segment = base(bases('integrated_circuit', { [numbers]: description }));
      return [[segment], [
        segment,
        DASH,
        packages({ SSH: 'SOIC-8', MAH: 'UDFN-8 (2 x 3 mm)', STU: 'SOT-23-3', XH: 'TSSOP-8' }),
        bareCodes('version', versions),
        DASH,
        packing({ T: 'tape and reel', B: 'tube', S: 'tape and reel' }),
      ]];
    }),
  ],
};

// Micrel
const Y = { literal: 'Y' } as const;
const MIC_PACKAGES = {
  M5: 'SOT-23-5',
  M6: 'SOT-23-6',
  D5: 'TSOT-23-5',
  D6: 'TSOT-23-6',
  C5: 'SC-70-5',
  M: 'SOIC-8',
  MM: 'MSOP-8',
  MME: 'MSOP-8',
  S: 'SOT-223-3',
};
const MIC_REEL = maybe(DASH, reels('TR TX T5 T1'));
const mic = (
  category: Category,
  described: Readonly<Record<string, string>>,
  letters: Readonly<Record<string, string>>,
  ...option: readonly PlainSegment[]
): Segment[][] => {
  const numbers = base(bases(category, described));
  return [[numbers], [numbers, ...option, Y, packages(letters), MIC_REEL]];
};
const MIC_VOLTS = voltages(
  '1.0 1.05 1.2 1.3 1.5 1.8 1.85 2.0 2.1 2.2 2.5 2.6 2.65 2.7 2.8 2.85 2.9 3.0 3.1 3.2 3.3 3.6 3.8 4.0 4.5 4.7 5.0 12',
);
const micLdo = (numbers: string, letters: Readonly<Record<string, string>>): Segment[][] => [
  ...mic('linear_regulator', { [numbers]: LDO }, letters, DASH, MIC_VOLTS),
  ...mic('linear_regulator', { [numbers]: `${LDO}, adjustable` }, letters).slice(1),
];

export const microchipMic: SeriesTable = {
  ...MICROCHIP,
  id: 'microchip-mic',
  series: 'MIC',
  description: 'Power circuit',
  reference: {
    title: 'Micrel linear regulators',
    url: 'https://www.microchip.com/en-us/products/power-management/linear-regulators',
  },
  forms: () => [
    ...micLdo('MIC5200 MIC5201', { M: 'SOIC-8', MM: 'MSOP-8', S: 'SOT-223-3' }),
    ...micLdo(
      'MIC5203 MIC5205 MIC5207 MIC5219 MIC5233 MIC5235 MIC5225 MIC5247 MIC5252 MIC5253 MIC5255 MIC5259 MIC5265 MIC5301 MIC5305 MIC5308 MIC5317 MIC5318 MIC5323 MIC5365 MIC5366 MIC5512 MIC5514',
      {
        M5: 'SOT-23-5',
        D5: 'TSOT-23-5',
        D6: 'TSOT-23-6',
        C5: 'SC-70-5',
        MM: 'MSOP-8',
      },
    ),
    ...micLdo('MIC5501 MIC5502 MIC5503 MIC5504 MIC5524', {
      M5: 'SOT-23-5',
      MT: 'TDFN-4 (1 x 1 mm)',
    }),
    ...micLdo('MIC5206 MIC5209 MIC5237 MIC5239 MIC5249 MIC5234', {
      M5: 'SOT-23-5',
      M: 'SOIC-8',
      MM: 'MSOP-8',
      ME: 'SOIC-8',
      S: 'SOT-223-3',
    }),
    [
      base(
        bases('linear_regulator', {
          'MIC29150 MIC29300 MIC29500 MIC29750 MIC37150 MIC37300 MIC39100 MIC39150 MIC39300 MIC39500 MIC37100 MIC2920A MIC2940A':
            LDO,
        }),
      ),
      DASH,
      voltages('1.5 1.65 1.8 2.5 3.3 5.0 12'),
      { literal: 'W' },
      packages({ S: 'SOT-223-3', T: 'TO-220-3', U: 'TO-263-3' }),
      MIC_REEL,
    ],
    [
      base(
        bases('linear_regulator', {
          'MIC29152 MIC29302 MIC29302A MIC29502 MIC29752 MIC37152 MIC37302 MIC39102 MIC39152 MIC39302 MIC49300':
            `${LDO}, adjustable`,
        }),
      ),
      { literal: 'W' },
      packages({ T: 'TO-220-5', U: 'TO-263-5', D: 'TO-252-5' }),
      MIC_REEL,
    ],
    [base(bases('linear_regulator', { 'MIC29302 MIC29152 MIC29150 MIC29300 MIC37302 MIC39100': LDO }))],
    ...mic('driver', { 'MIC4416 MIC4417': 'MOSFET driver' }, { M4: 'SOT-143-4' }),
    ...mic('driver', {
      'MIC4420 MIC4421 MIC4421A MIC4422 MIC4422A MIC4423 MIC4424 MIC4425 MIC4426 MIC4427 MIC4428 MIC4429 MIC4451 MIC4452 MIC4120 MIC4129':
        'MOSFET driver',
    }, { M: 'SOIC-8', N: 'DIP-8', MM: 'MSOP-8' }),
    ...mic('power_management', {
      'MIC2004 MIC2005 MIC2009 MIC2009A MIC2019 MIC2019A MIC2033 MIC2039': 'Power switch',
    }, { M5: 'SOT-23-5', M6: 'SOT-23-6' }),
    ...mic(
      'power_management',
      {
        'MIC2025 MIC2026 MIC2026A MIC2027 MIC2075 MIC2076 MIC2544A MIC2548A MIC2544 MIC2548': 'Power switch',
      },
      { M: 'SOIC-8', MM: 'MSOP-8' },
      DASH,
      bareCodes('enable', '1 2'),
    ),
    ...mic('switching_regulator', { 'MIC2288 MIC2290 MIC2289 MIC2141 MIC2295': BOOST }, MIC_PACKAGES),
    ...mic('power_management', { 'MIC708T MIC708 MIC706 MIC705': SUPERVISOR }, { M: 'SOIC-8', MM: 'MSOP-8' }),
    [
      base(bases('power_management', { 'MIC803': SUPERVISOR })),
      DASH,
      bareCodes('threshold', '26 29 30 31 40 41 44 46'),
      bareCodes('option', 'D2 D3 D4'),
      { literal: 'V' },
      packages({ C3: 'SC-70-3', M3: 'SOT-23-3' }),
      MIC_REEL,
    ],
    [
      base(bases('power_management', { 'MIC809 MIC810': SUPERVISOR })),
      bareCodes('threshold', 'J L M R S T'),
      { literal: 'UY' },
      maybe(DASH, reels('TR')),
    ],
    [
      base(bases('power_management', { 'MIC811 MIC812': SUPERVISOR }, { package: 'SOT-143-4' })),
      bareCodes('threshold', 'J L M R S T'),
      { literal: 'UY' },
      maybe(DASH, reels('TR')),
    ],
  ],
};

// TelCom
const tc = (
  numbers: string,
  category: Category,
  description: string,
  volts: PlainSegment | null,
  letters: Readonly<Record<string, string>>,
): Segment[][] => {
  const segment = base(bases(category, { [numbers]: description }));
  return [[segment], [
    segment,
    ...(volts === null ? [] : [DASH, volts]),
    { literal: 'V' },
    packages(letters),
    reels('713 TR'),
  ]];
};
const TC_VOLTS = voltages('1.8 2.5 2.6 2.7 2.8 2.85 3.0 3.3 3.6 4.0 5.0');
const tcDriver = (numbers: string): Segment[][] => {
  const segment = base(bases('driver', { [numbers]: 'MOSFET driver' }));
  return [[segment], [
    segment,
    temperatures({ C: '0 to 70 °C', E: '-40 to 85 °C', V: '-40 to 125 °C' }),
    packages({ PA: 'DIP-8', OA: 'SOIC-8', UA: 'MSOP-8' }),
    maybe(reels('713')),
  ]];
};
const PUMP = base(
  bases('switching_regulator', {
    'TC7660 TC7660S TC7660H TC7662A TC7662B TC962 TC1044S': 'Charge pump inverter',
  }),
);

export const microchipTc: SeriesTable = {
  ...MICROCHIP,
  id: 'microchip-tc',
  series: 'TC',
  description: 'Power circuit',
  reference: {
    title: 'Microchip power management, TC devices',
    url: 'https://www.microchip.com/en-us/products/power-management/voltage-supervisors',
  },
  forms: () => [
    ...tc('TC1014 TC1015 TC1054 TC1055 TC1185 TC1186 TC1223 TC1224', 'linear_regulator', LDO, TC_VOLTS, {
      CT: 'SOT-23-5',
    }),
    ...tc('TC1016 TC1017', 'linear_regulator', LDO, TC_VOLTS, { LT: 'SC-70-5' }),
    ...tc('TC1070 TC1071 TC1187', 'linear_regulator', `${LDO}, adjustable`, null, { CT: 'SOT-23-5' }),
    ...tc('TC1072 TC1073', 'linear_regulator', LDO, TC_VOLTS, { CH: 'SOT-23-6' }),
    ...tc('TC1262 TC1264', 'linear_regulator', LDO, TC_VOLTS, { DB: 'SOT-223-3', EB: 'DDPAK-3' }),
    [
      base(bases('power_management', { 'TC54VN TC54VC': SUPERVISOR }, { package: CB })),
      bareCodes('threshold', '1402 2102 2402 2702 2902 3002 4202 4302'),
      { literal: 'E' },
      bareCodes('package', 'CB'),
      reels('713'),
    ],
    [
      base(bases('power_management', { 'TCM809 TCM810': SUPERVISOR })),
      bareCodes('threshold', 'J L M R S T Z'),
      {
        name: 'package',
        codes: { ENB: { package: 'SOT-23-3' }, VNB: { package: 'SOT-23-3' }, VLB: { package: 'SC-70-3' } },
      },
      reels('713 TR'),
    ],
    ...tcDriver(
      'TC4420 TC4421 TC4421A TC4422 TC4422A TC4423A TC4424A TC4425A TC4426 TC4426A TC4427 TC4427A TC4428 TC4428A TC4429 TC4431 TC4432 TC428 TC426 TC427 TC429',
    ),
    [PUMP],
    [
      PUMP,
      temperatures({ C: '0 to 70 °C', E: '-40 to 85 °C', M: '-55 to 125 °C', I: '-25 to 85 °C' }),
      packages({ PA: 'DIP-8', OA: 'SOIC-8' }),
      maybe(reels('713')),
    ],
    [
      base(
        bases('sensor', { 'TC1047 TC1047A': 'Temperature sensor, analog output' }, { package: 'SOT-23-3' }),
      ),
      maybe({ literal: 'VNB' }, reels('TR 713')),
    ],
    [
      base(
        bases('sensor', {
          'TC74A0 TC74A1 TC74A2 TC74A3 TC74A4 TC74A5 TC74A6 TC74A7': 'I2C temperature sensor',
        }),
      ),
      DASH,
      bareCodes('supply', '3.3 5.0'),
      { literal: 'V' },
      packages({ CT: 'SOT-23-5', AT: 'TO-220-5' }),
      maybe(reels('TR 713')),
    ],
  ],
};
