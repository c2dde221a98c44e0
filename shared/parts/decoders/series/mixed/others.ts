/** Integrated circuits of manufacturers that have a few everybody uses. */
import { bareCodes, codes } from '../../segments.ts';
import type { Segment, SeriesTable } from '../../table.ts';
import {
  base,
  DASH,
  maybe,
  packages,
  packing,
  reels,
  SLASH,
  spelled,
  voltages,
} from '../processors/numbers.ts';
import {
  AUDIO_AMPLIFIER,
  BOOST,
  BUCK,
  CHARGER,
  EXPANDER,
  LDO,
  LED_DRIVER,
  MOTOR,
  OFFLINE,
  OPAMP2,
  OPAMP4,
  parts,
  POWER_SWITCH,
  RTC,
  start,
  STEPPER,
  SUPERVISOR,
  table,
  TAPE,
  tenths,
  UART,
} from './ics.ts';

/** LEDs of three colours with a controller in their package. */
const controlled = (packageName: string, list: string) =>
  parts('led', 'RGB LED with integrated controller', packageName, list, { colour: 'RGB' });

const ftdi = table('ftdi-usb', 'FTDI', 'FT', [
  'FTDI ICs',
  'https://ftdichip.com/product-category/products/ic/',
], () => [
  ...([
    ['FT232R', UART, { L: 'SSOP-28', Q: 'QFN-32 (5 x 5 mm)' }],
    ['FT245R', 'USB to parallel converter', { L: 'SSOP-28', Q: 'QFN-32 (5 x 5 mm)' }],
    ['FT232H', 'USB 2.0 to serial, SPI, I2C and JTAG converter', {
      L: 'LQFP-48 (7 x 7 mm)',
      Q: 'QFN-48 (8 x 8 mm)',
    }],
    ['FT2232H', 'USB 2.0 to dual serial, SPI, I2C and JTAG converter', {
      L: 'LQFP-64 (10 x 10 mm)',
      Q: 'QFN-64 (9 x 9 mm)',
    }],
    ['FT4232H', 'USB 2.0 to quad serial converter', { L: 'LQFP-64 (10 x 10 mm)', Q: 'QFN-64 (9 x 9 mm)' }],
  ] as const).flatMap(([number, description, letters]): Segment[][] => {
    const numbers = start('interface', description, number);
    return [[numbers], [
      numbers,
      packages(letters),
      maybe(DASH, packing({ REEL: 'tape and reel', TRAY: 'tray', TUBE: 'tube' })),
    ]];
  }),
  ...([
    ['FT230X', 'S', 'SSOP-16'],
    ['FT230X', 'Q', 'QFN-16 (4 x 4 mm)'],
    ['FT231X', 'S', 'SSOP-20'],
    ['FT231X', 'Q', 'QFN-20 (4 x 4 mm)'],
    ['FT234X', 'D', 'DFN-12 (3 x 3 mm)'],
  ] as const).map(([number, letter, name]): Segment[] => [
    start('interface', UART, number),
    packages({ [letter]: name }),
    maybe(DASH, packing({ R: 'tape and reel', U: 'tube', T: 'tray' })),
  ]),
  ...spelled({
    ...parts('interface', UART, 'LQFP-32 (7 x 7 mm)', 'FT232BL FT232BM'),
    ...parts('interface', 'USB to dual serial converter', 'LQFP-48 (7 x 7 mm)', 'FT2232D FT2232C FT2232L'),
    ...parts('interface', 'USB to dual serial converter', 'LQFP-48 (7 x 7 mm)', 'FT2232D-REEL', TAPE),
    ...parts('interface', 'USB to SPI converter', '', 'FT220X FT220XS FT220XQ FT221X FT221XS FT221XQ'),
    ...parts('interface', 'USB to I2C converter', '', 'FT200XD FT200XD-R FT201XS FT201XQ FT260S FT260Q'),
    ...parts('interface', 'USB 3.0 to FIFO bridge', 'QFN-56 (7 x 7 mm)', 'FT600Q-B-T FT600Q-B-R FT600Q-T'),
    ...parts('interface', 'USB 3.0 to FIFO bridge', 'QFN-76 (9 x 9 mm)', 'FT601Q-B-T FT601Q-B-R FT601Q-T'),
    ...parts('interface', UART, '', 'FT230X FT231X FT234X FT240X FT240XS FT240XQ'),
    ...parts('processor', 'Graphics controller', 'QFN-48 (7 x 7 mm)', 'FT800Q FT800Q-T FT800Q-R FT801Q'),
    ...parts('processor', 'Graphics controller', 'QFN-56 (8 x 8 mm)', 'FT810Q FT811Q FT810Q-T FT811Q-T'),
  }),
]);

const ams1117 = table('ams-regulators', 'Advanced Monolithic Systems', 'AMS1117', [
  'AMS1117 data sheet',
  'https://www.advanced-monolithic.com/pdf/ds1117.pdf',
], () => [
  [
    start('linear_regulator', LDO, 'AMS1117'),
    maybe(packages({ CD: 'TO-252-3', CS: 'SOIC-8', L: 'SOIC-8' })),
    DASH,
    voltages('1.2 1.5 1.8 2.5 2.85 3.3 5.0'),
    maybe(reels('TR')),
  ],
  [start('linear_regulator', `${LDO}, adjustable`, 'AMS1117'), maybe(DASH, { literal: 'ADJ' })],
  [
    start('linear_regulator', LDO, 'AMS1085 AMS1086 AMS1084'),
    maybe(packages({ CT: 'TO-220-3', CM: 'TO-263-3', CD: 'TO-252-3' })),
    maybe(DASH, voltages('1.5 1.8 2.5 3.3 5.0')),
  ],
  // As most lists write it.
  [
    start('linear_regulator', LDO, 'AMS1117'),
    DASH,
    codes('voltage', 'nominal_voltage', { '5V': 5, '3.3V': 3.3, '5': 5 }),
  ],
]);

const holtek = table('holtek', 'Holtek', 'HT7, HT16, HT1621', [
  'Holtek products',
  'https://www.holtek.com/page/index',
], () => [
  [
    start('linear_regulator', LDO, 'HT71 HT73 HT75'),
    tenths('18 21 23 25 27 28 30 33 36 40 44 50 60 70 80 90'),
    maybe(DASH, bareCodes('version', '1 2 3 7 A B')),
  ],
  ...spelled({
    ...parts('driver', 'LED driver and key scanner', '', 'HT16K33 HT16K33A HT1632 HT1632C HT16D35A HT16D33A'),
    ...parts(
      'driver',
      'LCD driver',
      '',
      'HT1621 HT1621B HT1622 HT1623 HT1625 HT1626 HT16C21 HT16C22 HT16C23',
    ),
    ...parts('interface', 'Infrared or radio encoder', '', 'HT12A HT12E'),
    ...parts('interface', 'Infrared or radio decoder', '', 'HT12D HT12F'),
    ...parts('audio', AUDIO_AMPLIFIER, '', 'HT82V739 HT82V73A'),
    ...parts('clock_and_timing', RTC, '', 'HT1380 HT1381 HT1382'),
    ...parts(
      'microcontroller',
      '8-bit microcontroller',
      '',
      'HT66F018 HT66F0185 HT66F002 HT66F004 HT46R47 HT48R06A HT45F23A HT67F489',
    ),
    ...parts(
      'microcontroller',
      'Arm Cortex-M0+ microcontroller',
      '',
      'HT32F52352 HT32F52341 HT32F52241 HT32F52231 HT32F50231 HT32F50343',
    ),
  }),
]);

const xlsemi = table(
  'xlsemi',
  'XLSEMI',
  'XL',
  ['XLSEMI products', 'https://www.xlsemi.com/'],
  () => [
    ...(
      [['XL1509', 'SOIC-8'], ['XL2596S', 'TO-263-5'], ['XL2596T', 'TO-220-5']] as const
    ).map(([number, packageName]): Segment[] => [
      start('switching_regulator', BUCK, number, packageName),
      DASH,
      voltages('3.3 5.0 12'),
      { literal: 'E1' },
    ]),
    ...spelled({
      ...parts(
        'switching_regulator',
        BUCK,
        'SOIC-8',
        'XL1410E1 XL1509-ADJE1 XL1530E1 XL2009E1 XL2011E1 XL1583E1 XL4201E1 XL7005A',
      ),
      ...parts(
        'switching_regulator',
        BUCK,
        'TO-263-5',
        'XL2596S-ADJE1 XL4005E1 XL4015E1 XL4003E1',
      ),
      ...parts('switching_regulator', BUCK, 'TO-220-5', 'XL4016E1 XL2596T-ADJE1'),
      ...parts('switching_regulator', BUCK, 'TO-252-5', 'XL7015E1'),
      ...parts('switching_regulator', BOOST, 'TO-263-5', 'XL6009E1 XL6019E1'),
      ...parts('switching_regulator', BUCK, '', 'XL1509 XL2596 XL4005 XL4015 XL4016 XL7015 XL1410 XL1583'),
      ...parts('switching_regulator', BOOST, '', 'XL6007E1 XL6008E1 XL6009 XL6019 XL6013E1'),
    }),
  ],
);

const toppower = table(
  'toppower',
  'TOPPOWER',
  'TP40',
  ['TP4056 data sheet', 'https://www.tp-asic.com/'],
  () =>
    spelled({
      ...parts('power_management', CHARGER, 'ESOP-8', 'TP4056 TP4056-42-ESOP8 TP4056-43-ESOP8'),
      ...parts('power_management', CHARGER, 'SOT-23-5', 'TP4054 TP4054-42-SOT25R'),
      ...parts('power_management', CHARGER, 'SOT-23-6', 'TP4057 TP4057-42-SOT26-R'),
      ...parts('power_management', CHARGER, '', 'TP4055 TP4059 TP4065 TP5000 TP5100 TP5400 TP5410'),
    }),
);

const chinaOthers: readonly SeriesTable[] = [
  table(
    'aerosemi',
    'Aerosemi',
    'MT3608',
    ['MT3608 data sheet', 'https://www.olimex.com/Products/Breadboarding/BB-PWR-3608/resources/MT3608.pdf'],
    () =>
      spelled({
        ...parts('switching_regulator', BOOST, 'SOT-23-6', 'MT3608'),
        ...parts('switching_regulator', BOOST, '', 'MT3608L MT3540'),
        ...parts('switching_regulator', BUCK, '', 'MT2492 MT2499A MT3410L'),
      }),
  ),
  table(
    'fortune',
    'Fortune Semiconductor',
    'DW01, FS8205',
    ['Fortune Semiconductor products', 'https://www.ic-fortune.com/'],
    () =>
      spelled({
        ...parts('power_management', 'Battery protection', 'SOT-23-6', 'DW01A DW01A-G DW01-P DW01+'),
        ...parts('power_management', 'Battery protection', '', 'FS312F-G FS326E'),
      }),
  ),
  table('microne', 'Microne', 'ME62', ['Microne products', 'https://www.microne.com.cn/'], () => [
    [
      start('linear_regulator', LDO, 'ME6206 ME6209'),
      { literal: 'A' },
      tenths('12 15 18 25 28 30 33 36 40 44 50'),
      packages({ M3G: 'SOT-23-3', XG: 'SOT-23-3', PG: 'SOT-89-3' }),
    ],
    [
      start('linear_regulator', LDO, 'ME6211'),
      { literal: 'C' },
      tenths('12 15 18 25 28 30 33 36 50'),
      packages({ M5G: 'SOT-23-5', M3G: 'SOT-23-3' }),
      DASH,
      bareCodes('option', 'N'),
    ],
    [start('linear_regulator', LDO, 'ME6206 ME6211')],
    [base(parts('power_management', CHARGER, 'SOT-23-5', 'ME4054BM5G-N ME4054'))],
  ]),
  table(
    'worldsemi',
    'Worldsemi',
    'WS28',
    ['Worldsemi products', 'https://www.world-semi.com/'],
    () =>
      spelled({
        ...parts('driver', 'LED controller, 3 channels', '', 'WS2811 WS2801 WS2818'),
        ...controlled('LED 5050, 6 pins', 'WS2812 WS2812S'),
        ...controlled('LED 5050', 'WS2813 WS2813B WS2815 WS2815B'),
        ...controlled('LED 5050, 4 pins', 'WS2812B WS2812B-V4 WS2812B-V5 WS2812B-V5/W WS2812C WS2812E'),
        ...controlled('LED 3535, 4 pins', 'WS2812B-MINI WS2812B-MINI-V3 WS2812B-MINI-V3/W'),
        ...controlled('LED 2020, 4 pins', 'WS2812B-2020 WS2812C-2020 WS2812C-2020-V1'),
        ...controlled('8 mm round, 4 pins', 'WS2812D-F8'),
        ...controlled('5 mm round, 4 pins', 'WS2812D-F5'),
      }),
  ),
  table(
    'titan-micro',
    'Titan Micro',
    'TM16',
    ['Titan Micro products', 'https://www.titanmec.com/'],
    () =>
      spelled({
        ...parts(
          'driver',
          'LED driver and key scanner',
          '',
          'TM1637 TM1638 TM1640 TM1650 TM1628 TM1629 TM1668 TM1680 TM1639 TM1618 TM1624 TM1652',
        ),
        ...parts('driver', 'LED controller, 3 channels', '', 'TM1809 TM1812 TM1814 TM1829 TM1804'),
        ...parts('driver', 'LCD driver', '', 'TM1621 TM1621B TM1622'),
      }),
  ),
  table(
    'avia',
    'AVIA Semiconductor',
    'HX711',
    ['HX711', 'https://www.aviaic.com/'],
    () =>
      spelled({
        ...parts('data_converter', '24-bit ADC for load cells', 'SOIC-16', 'HX711'),
        ...parts('data_converter', '24-bit ADC for load cells', '', 'HX712 HX717'),
      }),
  ),
  table(
    'prolific',
    'Prolific',
    'PL2303',
    ['PL2303 USB to serial', 'https://www.prolific.com.tw/us/showproduct.aspx?p_id=225'],
    () =>
      spelled({
        ...parts('interface', UART, 'SSOP-28', 'PL2303HXD PL2303TA PL2303RA PL2303GC PL2303HXA PL2303EA'),
        ...parts('interface', UART, '', 'PL2303 PL2303SA PL2303GL PL2303GS PL2303GR PL2303HX'),
      }),
  ),
  table(
    'injoinic',
    'Injoinic',
    'IP53',
    ['Injoinic products', 'https://www.injoinic.com/'],
    () =>
      spelled(
        parts(
          'power_management',
          'Power bank controller',
          '',
          'IP5306 IP5306-I2C IP5305 IP5305T IP5303 IP5309 IP5310 IP5312 IP5328P IP5328 IP5332 IP2312 IP2315 IP2326 IP2721',
        ),
      ),
  ),
  table('sgmicro', 'SGMICRO', 'SGM', ['SGMICRO products', 'https://www.sg-micro.com/'], () => [
    [
      start('linear_regulator', LDO, 'SGM2019 SGM2036 SGM2028 SGM2034'),
      DASH,
      voltages('1.2 1.5 1.8 2.5 2.8 3.0 3.3'),
      { literal: 'Y' },
      packages({ N5: 'SOT-23-5', C5: 'SC-70-5' }),
      { literal: 'G' },
      SLASH,
      reels('TR'),
    ],
    ...spelled({
      ...parts('amplifier', OPAMP2, 'SOIC-8', 'SGM358YS/TR SGM8632XS/TR SGM722XS/TR', TAPE),
      ...parts('amplifier', OPAMP4, 'SOIC-14', 'SGM324YS14/TR SGM8634XS14/TR', TAPE),
      ...parts('analog_switch', 'Analog switch', '', 'SGM3157YC6/TR SGM3005XMS/TR SGM4717YMS/TR'),
      ...parts('driver', STEPPER, '', 'SGM42609XMS10G/TR'),
    }),
  ]),
];

const torex = table(
  'torex',
  'Torex',
  'XC62, XC92',
  ['Torex products', 'https://product.torexsemi.com/en'],
  () => [
    [
      start('linear_regulator', LDO, 'XC6206P'),
      tenths('12 15 18 21 25 27 28 30 33 36 40 50'),
      bareCodes('accuracy', '1 2'),
      packages({ MR: 'SOT-23-3', PR: 'SOT-89-3', TB: 'TO-92-3' }),
      maybe(DASH, bareCodes('finish', 'G')),
    ],
    [
      start(
        'linear_regulator',
        LDO,
        'XC6210B XC6210A XC6220B XC6221A XC6221B XC6219B XC6204B XC6209B XC6214P XC6215P XC6222B',
      ),
      tenths('12 15 18 25 28 30 33 36 50'),
      bareCodes('accuracy', '1 2 A B'),
      packages({ MR: 'SOT-23-5', PR: 'SOT-89-5', NR: 'SSOT-24' }),
      maybe(DASH, bareCodes('finish', 'G')),
    ],
    [start('linear_regulator', LDO, 'XC6206 XC6210 XC6220 XC6222 XC6215')],
    ...spelled({
      ...parts('power_management', SUPERVISOR, '', 'XC61CN XC61CC XC6119'),
      ...parts('switching_regulator', BUCK, '', 'XC9236 XC9237 XC9265'),
      ...parts('power_management', CHARGER, '', 'XC6802A42XMR-G XC6802A42XPR-G XC6808'),
    }),
  ],
);

const richtek = table('richtek', 'Richtek', 'RT', [
  'Richtek products',
  'https://www.richtek.com/Products?sc_lang=en',
], () => [
  [
    start('linear_regulator', LDO, 'RT9013 RT9193 RT9078 RT9080 RT9058 RT9069'),
    DASH,
    tenths('10 12 15 18 25 28 30 33 35 50'),
    packages({ GB: 'SOT-23-5', PB: 'SOT-23-5', GJ5: 'TSOT-23-5', GQZ: 'ZQFN-4 (1 x 1 mm)' }),
  ],
  ...spelled({
    ...parts('switching_regulator', BUCK, 'SOT-23-5', 'RT8008GB'),
    ...parts('switching_regulator', BUCK, 'TSOT-23-5', 'RT8059GJ5'),
    ...parts(
      'switching_regulator',
      BUCK,
      '',
      'RT8059 RT8010GQW RT6150AGQW RT7272BGSP RT8279GSP RT8289GSP RT7247CHGSP RT8293AHGSP RT6224AHGJ6F RT7296FGJ8F RT5760AHGJ6F RT6160AWSC',
    ),
    ...parts('power_management', CHARGER, '', 'RT9525GQW RT9532GQW RT9455WSC RT9466WSC'),
    ...parts('power_management', POWER_SWITCH, 'SOT-23-5', 'RT9742AGJ5F RT9742BGJ5F RT9742CGJ5F'),
    ...parts('linear_regulator', LDO, '', 'RT9013 RT9193 RT9080 RT9078 RT9058 RT9164A'),
  }),
]);

const mps = table('mps', 'Monolithic Power Systems', 'MP, MPM', [
  'MPS products',
  'https://www.monolithicpower.com/en/products.html',
], () => [
  ...([
    ['switching_regulator', BUCK, 'MP1470 MP1471A MP2451 MP2459', {
      GJ: 'TSOT-23-6',
      DJ: 'TSOT-23-6',
      DT: 'SOT-23-6',
    }],
    ['switching_regulator', BUCK, 'MP2307 MP1584 MP1482 MP1484 MP2303 MP2303A MP2482 MP1583', {
      DN: 'SOIC-8',
      EN: 'SOIC-8',
      DS: 'SOIC-8',
      ES: 'SOIC-8',
    }],
    [
      'switching_regulator',
      BUCK,
      'MP2315 MP2315S MP1475 MP1475S MP2393 MP2338 MP2333H MP1495 MP1495S MP1476',
      { GJ: 'TSOT-23-8', DJ: 'TSOT-23-8' },
    ],
    ['switching_regulator', BUCK, 'MP2359', { DJ: 'TSOT-23-6', DT: 'SOT-23-6' }],
  ] as const).flatMap(([category, description, list, letters]): Segment[][] => {
    const numbers = start(category, description, list);
    return [[numbers], [
      numbers,
      packages(letters),
      maybe(DASH, bareCodes('finish', 'LF')),
      maybe(DASH, reels('Z P')),
    ]];
  }),
  ...spelled({
    ...parts('module', 'Buck converter module', 'QFN-20 (3 x 5 mm)', 'MPM3630GQV MPM3630GQV-P MPM3630GQV-Z'),
    ...parts(
      'module',
      'Buck converter module',
      '',
      'MPM3620GQV MPM3620AGQV MPM3620AGQV-Z MPM3610GQV MPM3610AGQV-Z MPM3606AGQV MPM3606AGQV-Z MPM3833CGRH MPM3833CGRH-Z MPM3550EGLE MPM3515GQV MPM3506AGQV',
    ),
    ...parts(
      'switching_regulator',
      BUCK,
      '',
      'MP2145GD MP2161GJ MP2162GQH MP2143DJ MP2155GQ MP8759GD MP8761GL MP9486AGN MP4560DN MP4462DN MP4423GQ MP4423HGQ MP2393GTL MP2384C MPQ4423 MPQ4436GR-AEC1 MPQ4572GQB MPQ8633BGLE',
    ),
    ...parts(
      'switching_regulator',
      BOOST,
      '',
      'MP1540DJ MP1541DJ MP1542DK MP3213DH MP3414A MP3429GL MP3423GG',
    ),
    ...parts(
      'driver',
      MOTOR,
      '',
      'MP6500GF MP6500GU MP6513GJ MP6513LGJ MP6522GR MP6531GF MP6532GR MP6535GF MP6536DU MP6550GG-Z MP6551GR',
    ),
    ...parts(
      'power_management',
      CHARGER,
      '',
      'MP2639AGR MP2636GR MP2637GR MP2615GQ MP2624GL MP2663GC MP2664GG MP26123DR MP2760GVT MP2762AGV',
    ),
    ...parts(
      'sensor',
      'Magnetic angle sensor',
      'QFN-16 (3 x 3 mm)',
      'MA702GQ-P MA702GQ-Z MA710GQ-P MA730GQ-P MA730GQ-Z MA732GQ-P MA732GQ-Z MA330GQ-P MA300GQ-P',
    ),
  }),
]);

const semtech = table(
  'semtech',
  'Semtech',
  'SX',
  ['Semtech LoRa transceivers', 'https://www.semtech.com/products/wireless-rf/lora-connect'],
  () =>
    spelled({
      ...parts(
        'rf',
        'LoRa transceiver',
        'QFN-28 (6 x 6 mm)',
        'SX1272IMLTRT SX1276IMLTRT SX1277IMLTRT SX1278IMLTRT SX1279IMLTRT',
        TAPE,
      ),
      ...parts('rf', 'LoRa transceiver', 'QFN-28 (6 x 6 mm)', 'SX1272 SX1273 SX1276 SX1277 SX1278 SX1279'),
      ...parts(
        'rf',
        'LoRa transceiver',
        'QFN-24 (4 x 4 mm)',
        'SX1261IMLTRT SX1262IMLTRT SX1268IMLTRT LLCC68IMLTRT SX1280IMLTRT SX1281IMLTRT',
        TAPE,
      ),
      ...parts('rf', 'LoRa transceiver', 'QFN-24 (4 x 4 mm)', 'SX1261 SX1262 SX1268 LLCC68 SX1280 SX1281'),
      ...parts(
        'rf',
        'LoRa gateway baseband processor',
        '',
        'SX1301 SX1301IMLTRC SX1302 SX1302IMLTRT SX1303 SX1303IMLTRT SX1308 SX1308IMLTRT SX1255IWLTRT SX1257IWLTRT SX1250IMLTRT',
      ),
      ...parts(
        'rf',
        'Sub-GHz transceiver',
        '',
        'SX1231 SX1231IMLTRT SX1231H SX1231HIMLTRT SX1211I084TRT SX1232IMLTRT SX1233IMLTRT SX1236IMLTRT SX1238IMLTRT',
      ),
      ...parts('interface', EXPANDER, 'QFN-28 (4 x 4 mm)', 'SX1509BIULTRT', TAPE),
      ...parts(
        'interface',
        EXPANDER,
        '',
        'SX1509 SX1509B SX1502 SX1502I087TRT SX1503 SX1503I091TRT SX1506I091TRT SX1508BIULTRT',
      ),
    }),
);

const AL = { ...TAPE };
const allegroDrivers = table(
  'allegro-drivers',
  'Allegro MicroSystems',
  'A39, A49',
  ['Allegro motor drivers', 'https://www.allegromicro.com/en/products/motor-drivers'],
  () =>
    spelled({
      ...parts('driver', STEPPER, 'QFN-28 (5 x 5 mm)', 'A4983SETTR-T A4988SETTR-T', AL),
      ...parts('driver', STEPPER, 'QFN-24 (4 x 4 mm)', 'A4984SESTR-T A4985SESTR-T A5984GESTR-T', AL),
      ...parts('driver', STEPPER, 'QFN-32 (5 x 5 mm)', 'A4982SETTR-T A4984SETTR-T A5984GETTR-T', AL),
      ...parts('driver', STEPPER, 'TSSOP-24', 'A4982SLPTR-T A4984SLPTR-T A4985SLPTR-T A5984GLPTR-T', AL),
      ...parts('driver', STEPPER, 'SOIC-24', 'A3967SLBTR-T', AL),
      ...parts('driver', STEPPER, 'SOIC-24', 'A3967SLB-T'),
      ...parts(
        'driver',
        STEPPER,
        '',
        'A3967 A3977 A3979 A3984 A4982 A4983 A4984 A4985 A4986 A4988 A4989 A5984 A3977SLPTR-T A3979SLPTR-T A3984SLPTR-T A4989SLDTR-T',
      ),
      ...parts('driver', 'Full-bridge motor driver', 'SOIC-8', 'A4950ELJTR-T A4953ELJTR-T', AL),
      ...parts('driver', 'Full-bridge motor driver', 'TSSOP-16', 'A4954ELPTR-T', AL),
      ...parts('driver', 'Full-bridge motor driver', '', 'A4950 A4953 A4954 A4973 A3950 A3953 A3959'),
      ...parts(
        'driver',
        'Three-phase motor controller',
        '',
        'A3930KJPTR-T A3931KJPTR-T A3941KLPTR-T A4931METTR-T A4935KJPTR-T A4963GLPTR-T A5931GESTR-T A4915METTR-T A4964KEVTR-J',
      ),
      ...parts('driver', LED_DRIVER, 'SOIC-8', 'A6211GLJTR-T', AL),
    }),
);

const powerInt = table('power-integrations', 'Power Integrations', 'LNK, TNY, TOP', [
  'Power Integrations products',
  'https://www.power.com/products',
], () => [
  ...([
    [
      'LNK302 LNK304 LNK305 LNK306 LNK362 LNK363 LNK364 LNK500 LNK501 LNK562 LNK563 LNK564 LNK603 LNK604 LNK605 LNK606 LNK613 LNK614 LNK615 LNK616 LNK623 LNK624 LNK625 LNK626',
      { P: 'DIP-8', G: 'SMD-8', D: 'SO-8C' },
    ],
    [
      'TNY253 TNY254 TNY255 TNY263 TNY264 TNY265 TNY266 TNY267 TNY268 TNY274 TNY275 TNY276 TNY277 TNY278 TNY279 TNY280 TNY284 TNY285 TNY286 TNY287 TNY288 TNY289 TNY290',
      { P: 'DIP-8', G: 'SMD-8', D: 'SO-8C' },
    ],
    [
      'TOP221 TOP222 TOP223 TOP224 TOP225 TOP226 TOP227 TOP232 TOP233 TOP234 TOP242 TOP243 TOP244 TOP245 TOP246 TOP247 TOP252 TOP253 TOP254 TOP255 TOP256 TOP257 TOP258 TOP264 TOP265 TOP266 TOP267 TOP268',
      { P: 'DIP-8', G: 'SMD-8', Y: 'TO-220-7C', E: 'eSIP-7C' },
    ],
  ] as const).flatMap(([list, letters]): Segment[][] => {
    const numbers = start('switching_regulator', OFFLINE, list);
    return [[numbers], [
      numbers,
      packages(letters),
      maybe(bareCodes('finish', 'N G')),
      maybe(DASH, reels('TL')),
    ]];
  }),
]);

const wiznet = table(
  'wiznet-chips',
  'WIZnet',
  'W5',
  ['WIZnet chips', 'https://wiznet.io/products/ethernet-chips'],
  () =>
    spelled({
      ...parts('interface', 'Ethernet controller with TCP/IP', 'LQFP-48 (7 x 7 mm)', 'W5500'),
      ...parts('interface', 'Ethernet controller with TCP/IP', 'LQFP-80 (10 x 10 mm)', 'W5100'),
      ...parts('interface', 'Ethernet controller with TCP/IP', 'QFN-64 (9 x 9 mm)', 'W5200'),
      ...parts(
        'interface',
        'Ethernet controller with TCP/IP',
        '',
        'W5100S W5100S-L W5100S-Q W5300 W6100 W6100-L W6100-Q',
      ),
      ...parts('microcontroller', 'Arm Cortex-M0 microcontroller with Ethernet', 'LQFP-64', 'W7500 W7500P'),
    }),
);

const realtek = table(
  'realtek',
  'Realtek',
  'RTL',
  ['Realtek products', 'https://www.realtek.com/Product/Index'],
  () =>
    spelled({
      ...parts(
        'interface',
        'Ethernet transceiver, 10/100',
        'QFN-32 (5 x 5 mm)',
        'RTL8201F-VB-CG RTL8201FI-VC-CG RTL8201F-CG',
      ),
      ...parts(
        'interface',
        'Ethernet transceiver, gigabit',
        'QFN-40 (5 x 5 mm)',
        'RTL8211F-CG RTL8211FD-CG RTL8211FI-CG RTL8211FDI-CG',
      ),
      ...parts(
        'interface',
        'Ethernet transceiver, gigabit',
        '',
        'RTL8211 RTL8211E-VB-CG RTL8211E-VL-CG RTL8211EG-VB-CG RTL8211F RTL8211FS-CG',
      ),
      ...parts(
        'interface',
        'PCIe Ethernet controller, gigabit',
        '',
        'RTL8111E-VL-CG RTL8111F-CG RTL8111G-CG RTL8111H-CG RTL8111HS-CG RTL8111HN-CG RTL8119I-CG RTL8125B-CG RTL8125BG-CG',
      ),
      ...parts(
        'interface',
        'USB to Ethernet controller',
        '',
        'RTL8152B-VB-CG RTL8153-VC-CG RTL8153B-VB-CG RTL8153 RTL8156B-CG',
      ),
      ...parts(
        'interface',
        'Ethernet switch',
        '',
        'RTL8305NB-CG RTL8306E-CG RTL8306MB-CG RTL8309M-CG RTL8363NB-VB-CG RTL8365MB-CG RTL8366RB-GR RTL8367RB-CG RTL8367S-CG RTL8370N-VB-CG',
      ),
      ...parts(
        'audio',
        'Audio codec',
        '',
        'ALC5616-CG ALC5640-VB-CG ALC5651-CG ALC887-VD2-CG ALC892-GR ALC4040-CG',
      ),
      ...parts(
        'rf',
        'Wi-Fi controller',
        '',
        'RTL8188EUS RTL8188ETV RTL8188CUS RTL8192CU RTL8720DN RTL8710AF RTL8711AM RTL8723BS RTL8822BS RTL8188FTV-VC-CG',
      ),
      ...parts('processor', 'Network processor', '', 'RTL8881AN-CG RTL8196E-CG RTL8197D-CG'),
    }),
);

const cirrus = table(
  'cirrus',
  'Cirrus Logic',
  'CS, WM',
  ['Cirrus Logic products', 'https://www.cirrus.com/products/'],
  () =>
    spelled({
      ...parts('audio', 'Audio codec', 'QFN-28 (5 x 5 mm)', 'WM8731CLSEFL WM8731CLSEFL/R'),
      ...parts('audio', 'Audio codec', 'SSOP-28', 'WM8731SEDS WM8731SEDS/R WM8731SEDS/V'),
      ...parts(
        'audio',
        'Audio codec',
        '',
        'WM8731 WM8731L WM8960 WM8960CGEFL WM8960CGEFL/RV WM8962 WM8974 WM8978 WM8978CGEFL/RV WM8904CGEFL/RV WM8994 CS4270-CZZ CS4270 CS4271-CZZ CS4272-CZZ CS4272 CS42448-CQZ CS42448 CS42L42-CNZ CS42L51-CNZ CS42L52-CNZ CS42888-CQZ CS42436-CMZ CS4265-CNZ',
      ),
      ...parts(
        'audio',
        'Audio DAC',
        '',
        'CS4344-CZZ CS4344-CZZR CS4344 CS4334-KSZ CS4334 CS4398-CZZ CS4398 CS43131-CNZ CS43198-CNZ CS43L22-CNZ CS43L22-CNZR CS43L22 CS4354-CSZ CS4354-CSZR CS4340-KSZ CS4382A-CQZ CS4385-CQZ WM8741GEDS WM8740SEDS WM8804GEDS',
      ),
      ...parts(
        'audio',
        'Audio ADC',
        '',
        'CS5343-CZZ CS5343-CZZR CS5344-CZZ CS5340-CZZ CS5340-CZZR CS5341-CZZ CS5361-KZZ CS5368-CQZ CS5381-KZZ CS5381 CS53L21-CNZ WM8738CGED WM8782SEDS',
      ),
      ...parts(
        'audio',
        'Digital audio receiver',
        '',
        'CS8416-CZZ CS8416-CSZ CS8416-CNZ CS8416-DZZ CS8406-CZZ CS8406-CSZ CS8422-CNZ CS8421-CZZ',
      ),
    }),
);

const akm = table(
  'akm',
  'AKM',
  'AK',
  ['Asahi Kasei Microdevices products', 'https://www.akm.com/global/en/products/'],
  () =>
    spelled({
      ...parts(
        'audio',
        'Audio DAC',
        '',
        'AK4490EQ AK4490REQ AK4493EQ AK4493SEQ AK4495SEQ AK4497EQ AK4396VF AK4396 AK4384ET AK4452VN AK4458VN AK4376AECB',
      ),
      ...parts(
        'audio',
        'Audio ADC',
        '',
        'AK5385AVF AK5385BVF AK5386VT AK5386 AK5394AVS AK5394A AK5397EQ AK5558VN AK5574EN AK5578EN AK5720VT AK5354VT',
      ),
      ...parts(
        'audio',
        'Audio codec',
        '',
        'AK4556VT AK4556 AK4558EN AK4558 AK4619VN AK4554VT AK4550VT AK4951EN AK4954AEN',
      ),
      ...parts('audio', 'Digital audio receiver', '', 'AK4113VF AK4114VQ AK4118AEQ AK4118A AK4118'),
      ...parts(
        'sensor',
        'Magnetometer',
        '',
        'AK8963 AK8963C AK8975 AK8975C AK09916 AK09916C AK09918C AK09940A',
      ),
    }),
);

const skyworks = table('skyworks-rf', 'Skyworks Solutions', 'SKY', [
  'RF switches',
  'https://www.skyworksinc.com/Product-Groups/RF-Switches',
], () =>
  spelled(
    parts(
      'rf',
      'RF switch',
      '',
      'SKY13317-373LF SKY13322-375LF SKY13323-378LF SKY13330-397LF SKY13348-374LF SKY13350-385LF SKY13351-378LF SKY13370-374LF ' +
        'SKY13373-460LF SKY13411-374LF SKY13453-385LF',
    ),
  ));

const lumissil = table('lumissil-led-drivers', 'Lumissil', 'IS31FL', [
  'LED drivers',
  'https://www.lumissil.com/products/led-driver',
], () =>
  spelled(
    parts(
      'driver',
      LED_DRIVER,
      '',
      'IS31FL3218 IS31FL3236 IS31FL3236A IS31FL3246 IS31FL3729 IS31FL3731 IS31FL3733 IS31FL3736 IS31FL3737 IS31FL3741 IS31FL3743A ' +
        'IS31FL3745 IS31FL3746A',
    ),
  ));

export const otherSeries: readonly SeriesTable[] = [
  ftdi,
  ams1117,
  holtek,
  xlsemi,
  toppower,
  ...chinaOthers,
  torex,
  richtek,
  mps,
  semtech,
  allegroDrivers,
  powerInt,
  wiznet,
  realtek,
  cirrus,
  akm,
  skyworks,
  lumissil,
];
