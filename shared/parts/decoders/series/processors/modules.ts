/** Radio and positioning modules, a table a manufacturer. */
import { bareCodes } from '../../segments.ts';
import type { Segment, SeriesTable } from '../../table.ts';
import { type Bases, bases, DASH, maybe, reels, SLASH, spelled } from './numbers.ts';

/** Modules by description, and how large the board that is soldered down is, in mm. */
const modules = (described: Readonly<Record<string, string>>, size = ''): Bases =>
  bases('module', described, { package: size === '' ? 'SMD module' : `SMD module (${size} mm)` });

/** What the tables of this file share. */
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
    description: 'Module',
    reference: { title, url },
    forms,
  };
}

const GNSS = 'GNSS receiver module';
const LTE = 'LTE modem module';
const LTE_M = 'LTE-M and NB-IoT modem module';
const GSM = 'GSM and GPRS modem module';
const LE = 'Bluetooth Low Energy module';
const BT = 'Bluetooth module';
const WIFI = 'Wi-Fi module';
const WIFI_LE = 'Wi-Fi and Bluetooth Low Energy module';
const WIFI_BT = 'Wi-Fi and Bluetooth module';
const LORA = 'LoRa module';
const LORAWAN = 'LoRaWAN module';
const ZIGBEE = '802.15.4 module';
const RADIO = 'Sub-GHz transceiver module';

export const ubloxModules = table(
  'ublox-modules',
  'u-blox',
  'NEO, MAX, SAM, ZED, SARA, NINA',
  ['u-blox products', 'https://www.u-blox.com/en/products'],
  () => [
    // Firmware and version behind.
    ...spelled(
      {
        ...modules(
          { 'NEO-6M NEO-6Q NEO-6T NEO-7M NEO-7N NEO-M8M NEO-M8N NEO-M8Q NEO-M8P NEO-M8T NEO-M8U': GNSS },
          '12.2 x 16',
        ),
        ...modules({ 'MAX-6Q MAX-7C MAX-7Q MAX-7W MAX-M8C MAX-M8Q MAX-M8W': GNSS }, '9.7 x 10.1'),
        ...modules({ 'CAM-M8C CAM-M8Q': GNSS }, '9.6 x 14'),
        ...modules({ 'SAM-M8Q': GNSS }, '15.5 x 15.5'),
      },
      maybe(DASH, bareCodes('type', '0 2'), DASH, bareCodes('version', '000 001 002 10 11 12 01')),
    ),
    ...spelled(
      {
        ...modules({ 'NEO-M9N NEO-M9V NEO-F10N': GNSS }, '12.2 x 16'),
        ...modules({ 'MAX-M10S MAX-M10M': GNSS }, '9.7 x 10.1'),
        ...modules({ 'SAM-M10Q': GNSS }, '15.5 x 15.5'),
        ...modules({ 'ZED-F9P ZED-F9R ZED-F9T ZED-F9K': GNSS }, '17 x 22'),
        ...modules({ 'NINA-B111 NINA-B112 NINA-B301 NINA-B302 NINA-B306 NINA-B406': LE }),
        ...modules({ 'NINA-W101 NINA-W102 NINA-W106 NINA-W132 NINA-W156': WIFI_LE }),
        ...modules({ 'ANNA-B112 NORA-B101 NORA-B106 BMD-340 BMD-345': LE }),
        ...modules({ 'SARA-U201 SARA-G340 SARA-G350 SARA-G450': GSM }, '16 x 26'),
        ...modules(
          { 'SARA-R410M SARA-R412M SARA-R422 SARA-R422S SARA-R500S SARA-R510S SARA-N211': LTE_M },
          '16 x 26',
        ),
        ...modules({ 'LARA-R202 LARA-R211 LARA-R280 LARA-R6001 LARA-R6401 LARA-R6801': LTE }, '24 x 26'),
      },
      maybe(DASH, bareCodes('type', '00B 01B 02B 03B 04B 05B 02S 03S 00X')),
      maybe(DASH, bareCodes('version', '00 01 02 03 04')),
    ),
  ],
);

export const quectelModules = table(
  'quectel-modules',
  'Quectel',
  'L, LC, BC, BG, EC, EG, M, MC, UC',
  ['Quectel products', 'https://www.quectel.com/products'],
  () =>
    spelled(modules({
      'L70-R L76 L76-L L76-M33 L76K L76B L80 L80-M39 L80-R L80RE-M37 L86 L86-M33 L96 L96-M33 LC29H LC29D LC76F LC76G LC86L LC86G':
        GNSS,
      'BC66 BC66-NB BC68 BC95-G BC95-B8 BC660K-GL BG77 BG95-M1 BG95-M2 BG95-M3 BG95-M4 BG95-M5 BG95-M6 BG96 BG600L-M3 BG770A-GL':
        LTE_M,
      'EC20 EC21-A EC21-AU EC21-E EC21-EU EC25-A EC25-AF EC25-AU EC25-E EC25-EU EC25-EUX EC200A-EU EC200S-CN EC200S-EU EC200T-EU EC200U-CN EC200U-EU EC600S-CN EC800M-CN EG21-G EG25-G EG91-E EG91-EX EG91-NA EG91-NAX EG95-E EG95-EX EG95-NA EG95-NAX EG912Y-EU EG915U-EU EG915N-EU':
        LTE,
      'M66 M66-R2.0 M66FA-04-STD M95 M95FA-03-STD MC60 MC20': GSM,
      'UC15-A UC15-E UC20-A UC20-E UC20-G UG95-A UG95-E UG96': 'UMTS modem module',
      'FC20 FC41D FC80A FC900E': WIFI_BT,
    })),
);

export const simcomModules = table(
  'simcom-modules',
  'SIMCom',
  'SIM800, SIM7000, A76xx',
  ['SIMCom modules', 'https://www.simcom.com/'],
  () =>
    spelled(modules({
      'SIM300 SIM800 SIM800A SIM800C SIM800F SIM800H SIM800L SIM808 SIM868 SIM868E SIM900 SIM900A SIM900D SIM908':
        GSM,
      'SIM5300E SIM5320A SIM5320E SIM5360A SIM5360E': 'UMTS modem module',
      'SIM7000A SIM7000C SIM7000E SIM7000G SIM7000JC SIM7020C SIM7020E SIM7020G SIM7070G SIM7080G SIM7090G':
        LTE_M,
      'SIM7500A-H SIM7500E-H SIM7600A-H SIM7600CE SIM7600CE-T SIM7600E SIM7600E-H SIM7600G SIM7600G-H SIM7600NA-H SIM7600SA-H A7600C1 A7600E A7608E-H A7608SA-H A7670C A7670E A7670E-FASE A7670E-LASE A7670G A7670G-LABE A7670SA A7670SA-FASE A7670SA-LASE A7672E A7672E-FASE A7672G A7672S A7672SA A7677S SIM7672E SIM7672G':
        LTE,
      'SIM28 SIM28M SIM28ML SIM33ELA SIM65M SIM68M SIM68R': GNSS,
    })),
);

const raytac = (list: string) => list.split(' ').map((number) => `MDBT${number}`).join(' ');
export const raytacModules = table(
  'raytac-modules',
  'Raytac',
  'MDBT',
  ['Raytac modules', 'https://www.raytac.com/product/'],
  () =>
    spelled(
      modules({
        [
          raytac(
            '40 40-256RV3 40-P256RV3 40-256V3 42Q-512KV2 42Q-P512KV2 42Q-U512KV2 42Q-192KV2 42Q-P192KV2 42Q-U192KV2 42Q-192KL 42V-512KV2 42V-P512KV2 42V-192KV2 42T-192K 42Q-AT 42Q-PAT 50 50-1MV2 50-P1MV2 50-U1MV2 50Q-1MV2 50Q-P1MV2 50Q-U1MV2 50Q-512K 50Q-P512K 50Q-U512K 53-1M 53-P1M 53V-1M 53V-P1M 42Q 42V 50Q 53',
          )
        ]: LE,
      }),
    ),
);

export const fanstelModules = table(
  'fanstel-modules',
  'Fanstel',
  'BT832, BT840',
  ['Fanstel Bluetooth modules', 'https://www.fanstel.com/bluetooth-low-energy-modules'],
  () =>
    spelled(modules({
      'BT832 BT832A BT832F BT832X BT832XE BC832 BT840 BT840E BT840F BT840X BT840XE BC840 BC840M BC840E BT40 BT40E BT40F BT40N BT40X BC40C':
        LE,
    })),
);

export const ezurioModules = table(
  'ezurio-modules',
  'Laird',
  'BL600, BL65x, RM1xx',
  ['Ezurio Bluetooth modules', 'https://www.ezurio.com/wireless-modules/bluetooth-modules'],
  () =>
    spelled(modules({
      'BL600-SA BL600-SC BL600-ST BL651 BL652 BL652-SA BL652-SC BL652-SA-01 BL652-SC-01 BL653 BL654 BL654PA':
        LE,
      'BT740-SA BT740-SC BT900-SA BT900-SC': BT,
      'RM186-SM-01 RM191-SM-01 RM186 RM191': LORAWAN,
      '450-0064': LE,
    })),
);

const RFM_FREQUENCY = bareCodes('frequency', '315 433 434 470 868 915');
export const hoperfModules = table(
  'hoperf-modules',
  'HopeRF',
  'RFM',
  ['HopeRF modules', 'https://www.hoperf.com/modules/index.html'],
  () => [
    [{ name: 'base', codes: modules({ 'RFM95W RFM96W RFM97W RFM98W RFM95 RFM96 RFM98': LORA }, '16 x 16') }],
    [
      { name: 'base', codes: modules({ 'RFM95W RFM96W RFM98W': LORA }, '16 x 16') },
      DASH,
      RFM_FREQUENCY,
      bareCodes('version', 'S2 S2R'),
    ],
    ...[
      modules({ 'RFM69W RFM69HW RFM69HCW RFM69CW': RADIO }, '16 x 16'),
      modules({
        'RFM12 RFM12B RFM12BP RFM22 RFM22B RFM22BP RFM23B RFM23BP RFM26W RFM42B RFM43B RFM73 RFM75': RADIO,
      }),
      modules({ 'RFM69 RFM64W RFM65W RFM66W RFM117W RFM119W RFM219S': RADIO }),
    ].flatMap((numbers): Segment[][] => [
      [{ name: 'base', codes: numbers }],
      [
        { name: 'base', codes: numbers },
        DASH,
        RFM_FREQUENCY,
        bareCodes('version', 'S1 S2 S2R D DP'),
      ],
    ]),
  ],
);

export const aithinkerModules = table(
  'ai-thinker-modules',
  'Ai-Thinker',
  'ESP-xx, Ra-xx',
  ['Ai-Thinker modules', 'https://docs.ai-thinker.com/en/'],
  () => [
    ...spelled({
      ...modules({
        'ESP-02 ESP-03 ESP-04 ESP-05 ESP-06 ESP-07 ESP-07S ESP-08 ESP-09 ESP-10 ESP-11 ESP-13 ESP-M1 ESP-M2 ESP-M3 ESP-M4':
          WIFI,
        'ESP32-S ESP-32S ESP32-SL ESP32-SU': WIFI_BT,
        'ESP-C3-12F ESP-C3-13 ESP-C3-32S ESP-C3-01M ESP-C3-M1 ESP-S3-12K ESP-S3-12F ESP-S3-32S': WIFI_LE,
        'BW16 BW15 BL-01 WB2-01F WB2-12F': WIFI_LE,
        'PB-01 PB-02 PB-03 PB-03F PB-03M TB-01 TB-02 TB-03F TB-04': LE,
        A9G: GSM,
        'GP-01 GP-02': GNSS,
        'VC-01 VC-02': 'Voice recognition module',
        'NF-01-S NF-02-PE NF-03 NF-04-PE': '2.4 GHz transceiver module',
      }),
      ...modules(
        { 'ESP-12 ESP-12E ESP-12F ESP-12H ESP-12K ESP-12L ESP-12N ESP-12Q ESP-12S': WIFI },
        '16 x 24',
      ),
      ...modules({
        'RA-01 RA-01H RA-01S RA-01SH RA-02': LORA,
        'RA-01SC RA-01SCH RA-01SCP RA-03SC RA-06 RA-07 RA-07H RA-08 RA-08H RA-09': LORA,
      }),
    }),
    ...spelled(
      { ...modules({ 'ESP32-S ESP32-SL ESP32-SU ESP-32S': WIFI_BT }) },
      { separator: '(' },
      bareCodes('flash', '4MB 16MB'),
      { separator: ')' },
    ),
    ...spelled(bases('module', { 'ESP-01 ESP-01S ESP-01E ESP-01F ESP-01M': WIFI })),
    ...spelled(bases('module', { 'ESP32-CAM': 'Wi-Fi and Bluetooth camera board' })),
  ],
);

export const ebyteModules = table(
  'ebyte-modules',
  'Ebyte',
  'E01 to E290',
  ['Ebyte modules', 'https://www.cdebyte.com/products/'],
  () =>
    spelled(modules({
      'E19-433M20S E19-433M20SC E19-433M30S E19-868M20S E19-868M30S E19-915M30S E22-230M22S E22-230M30S E22-400M22S E22-400M30S E22-400M33S E22-900M22S E22-900M30S E22-900M33S E22-400MM22S E22-900MM22S E22-400T22D E22-400T22S E22-400T30D E22-400T30S E22-900T22D E22-900T22S E22-900T30D E22-900T30S E28-2G4M12S E28-2G4M20S E28-2G4M27S E32-170T30D E32-400T20S E32-433T20D E32-433T20DC E32-433T30D E32-433T30S E32-868T20D E32-868T20S E32-868T30D E32-868T30S E32-915T20D E32-915T20S E32-915T30D E32-915T30S E220-400M22S E220-400T22D E220-400T22S E220-400T30D E220-400T30S E220-900M22S E220-900T22D E220-900T22S E220-900T30D E220-900T30S E290-400M20S':
        LORA,
      'E77-400M22S E77-900M22S E78-470LN22S E78-868LN22S E78-915LN22S E76-433M20S': LORAWAN,
      'E01-ML01S E01-ML01D E01-ML01DP4 E01-ML01DP5 E01-ML01SP2 E01-ML01SP4 E01-ML01IPX E01-2G4M13S E01-2G4M20S E01-2G4M27D':
        '2.4 GHz transceiver module',
      'E07-M1101D E07-M1101S E07-400M10S E07-900M10S E10-433MS E30-433T20D E49-400T20S E61-433T30D E70-433T14S E70-868T14S E70-915T14S':
        RADIO,
      'E73-2G4M04S1A E73-2G4M04S1B E73-2G4M04S1D E73-2G4M04S1F E73-2G4M08S1A E73-2G4M08S1C E73-2G4M08S1CX E73-2G4M08S1E E83-2G4M03S E104-BT01 E104-BT02 E104-BT05 E104-BT08 E104-BT10G E104-BT5010A E104-BT5032A E104-BT5040U':
        LE,
      'E18-MS1-PCB E18-MS1-IPX E18-MS1PA1-PCB E18-MS1PA2-PCB E18-MS1PA2-IPX E180-ZG120A E72-2G4M05S1B E72-2G4M20S1E E75-2G4M10S':
        ZIGBEE,
      'E103-W01 E103-W02 E103-W05 E103-W06': WIFI,
      'E108-GN01 E108-GN02 E108-GN02D E108-GN03': GNSS,
    })),
);

export const rakModules = table(
  'rak-modules',
  'RAKwireless',
  'RAK',
  ['WisDuo modules', 'https://docs.rakwireless.com/product-categories/wisduo/'],
  () =>
    spelled(modules({
      'RAK811 RAK3172 RAK3172-E RAK3172-SIP RAK3172L RAK4200 RAK4260 RAK4270 RAK4600 RAK4630 RAK4631 RAK3272S RAK11720':
        LORAWAN,
      'RAK2245 RAK2247 RAK2287 RAK5146 RAK5148': 'LoRaWAN gateway concentrator module',
    })),
);

export const murataModules = table(
  'murata-modules',
  'Murata',
  'LBxx, CMWX',
  ['Connectivity modules', 'https://www.murata.com/en-global/products/connectivitymodule'],
  () =>
    spelled(
      modules({
        'CMWX1ZZABZ-078 CMWX1ZZABZ-091 CMWX1ZZABZ-093 CMWX1ZZABZ-104': LORAWAN,
        'LBAA0QB1SJ-295 LBAA0QB1SJ-296 LBAA0ZZ2EU-837 LBAA0XV2GT-001': LORAWAN,
        'LBEE59B1LV-278 LBEE5HY1MW-230 LBEE5KL1DX-883 LBEE5KL1DX-TEMP LBEE5PK2AE-564 LBEE5PK2BC-TEMP LBEE5XV1YM-574 LBEE5CJ1XK-687 LBEE5QD1ZM-789 LBEE5ZZ1PJ-TEMP LBEH5HY1MW-230 LBWA1KL1FX-875 LBEE5U91CQ-TEMP LBEE5XV2EA-802 LBES5PL2EL-923 LBES5PL2DL-921':
          WIFI_BT,
        'LBWA1ZV1CD-716 LBWA1UZ1GC-958 LBWA1UZ1GC-901': WIFI,
        'LBCA2HNZYZ-711 LBCA2HNZYZ-TEMP MBN52832DH18 LBUA5QJ2AB-828 LBUA0VG2BP-EVK-P': LE,
      }),
    ),
);

const rm = (list: string, description: string, versions: string): Segment[] => [
  { name: 'base', codes: modules({ [list]: description }) },
  DASH,
  bareCodes('grade', 'I V'),
  SLASH,
  { literal: 'RM' },
  ...(versions === '' ? [] : [maybe(bareCodes('version', versions))]),
];

export const microchipModules = table(
  'microchip-modules',
  'Microchip Technology',
  'RN, BM, MRF, ATWINC, ATWILC',
  ['Wireless connectivity', 'https://www.microchip.com/en-us/products/wireless-connectivity'],
  () => [
    rm('RN41 RN42 RN42HID RN41HID RN42N RN41N RN52 RN52SRC', BT, '476 477 615 116'),
    rm('RN4020', LE, '120 123'),
    rm('RN4870 RN4871', LE, '118 128 130 140 146'),
    rm('RN4870U RN4871U', LE, '118 128'),
    rm('RN4677 RN4678', BT, '100 111 113'),
    rm('RN171 RN131C RN131G RN1723 RN1810 RN1810E', WIFI, '100 110 475 481'),
    rm('RN2483 RN2483A RN2903 RN2903A', LORAWAN, '095 098 101 103 104 105'),
    rm('MRF24J40MA MRF24J40MB MRF24J40MC MRF24J40MD MRF24J40ME', ZIGBEE, '130'),
    rm('MRF24WB0MA MRF24WB0MB MRF24WG0MA MRF24WG0MB', WIFI, '100'),
    rm('MRF89XAM8A MRF89XAM9A', RADIO, ''),
    ...spelled(modules({
      'RN41 RN42 RN52 RN4677 RN4678': BT,
      'RN4020 RN4870 RN4871': LE,
      'RN171 RN131 RN1723': WIFI,
      'RN2483 RN2483A RN2903 RN2903A': LORAWAN,
      'MRF24J40MA MRF24J40MB MRF24J40MC MRF24J40MD': ZIGBEE,
      'MRF24WB0MA MRF24WG0MA': WIFI,
      'ATWINC1500 ATWINC1510 ATWINC1500-MR210PB ATWINC1500-MR210UB ATWINC1510-MR210PB ATWINC1510-MR210UB ATWILC1000-MR110PB ATWILC1000-MR110UB':
        WIFI,
      'ATWINC3400-MR210CA ATWILC3000-MR110CA ATWILC3000-MR110UA': WIFI_LE,
      'ATSAMW25-MR210PB ATSAMW25-MR510PB ATSAMW25H18-MR210PB ATSAMW25H18-MR510PB':
        'Wi-Fi module with microcontroller',
      'ATSAMB11-MR210CA ATSAMB11-MR510CA ATBTLC1000-MR110CA': LE,
      'ATSAMR34J18 ATSAMR30M18A': RADIO,
      'BM70BLES1FC2-0B05AA BM70BLES1FC2-0B05BA BM71BLES1FC2-0B05AA BM71BLES1FC2-0B02AA BM71BLES1FC2-0B04AA':
        LE,
      'BM62SPKA1MC2-0007AA BM64SPKA1MC1-0001AA BM64SPKS1MC2-0001AA BM64SPKS1MC1-0001AA BM77SPPS3MC2-0007AA BM78SPPS5MC2-0002AA BM78SPPS5NC2-0002AA BM83SM1-00AA BM83SM1-00AB':
        BT,
    })),
    ...spelled(
      modules({
        'ATWINC1500-MR210PB ATWINC1500-MR210UB ATWINC1510-MR210PB ATWINC1510-MR210UB ATWILC1000-MR110PB ATWILC1000-MR110UB':
          WIFI,
      }),
      bareCodes('firmware', '1140 1823 1944 1952 1954 1961 1975 1976'),
    ),
  ],
);

export const infineonModules = table(
  'infineon-modules',
  'Infineon Technologies',
  'CYBLE, CYBT',
  [
    'AIROC Bluetooth modules',
    'https://www.infineon.com/cms/en/product/wireless-connectivity/airoc-bluetooth-le-bluetooth-multiprotocol/',
  ],
  () =>
    spelled(modules({
      'CYBLE-012011-00 CYBLE-012012-10 CYBLE-014008-00 CYBLE-022001-00 CYBLE-202007-01 CYBLE-202013-11 CYBLE-212019-00 CYBLE-212020-01 CYBLE-212006-01 CYBLE-214009-00 CYBLE-214015-01 CYBLE-222005-00 CYBLE-222014-01 CYBLE-224110-00 CYBLE-224116-01 CYBLE-013025-00 CYBLE-013030-00 CYBLE-416045-02':
        LE,
      'CYBT-213043-02 CYBT-223058-02 CYBT-243053-02 CYBT-253059-02 CYBT-263064-02 CYBT-273063-02 CYBT-343026-01 CYBT-343047-02 CYBT-353027-02 CYBT-413034-02 CYBT-423028-02 CYBT-423054-02 CYBT-423060-02 CYBT-483039-02':
        BT,
    })),
);

const xbee = (list: string) => list.split(' ').map((number) => `XB${number}`).join(' ');
export const digiModules = table(
  'digi-xbee',
  'Digi International',
  'XBee',
  ['Digi XBee', 'https://www.digi.com/xbee'],
  () =>
    spelled(bases('module', {
      [
        xbee(
          '24-ACI-001 24-AWI-001 24-API-001 24-AUI-001 24-Z7CIT-004 24-Z7PIT-004 24-Z7SIT-004 24-Z7WIT-004 24-DMPIT-250 24-DMWIT-250 P24-AWI-001 P24-API-001 P24-Z7WIT-004 P24-Z7PIT-004 P24-Z7CIT-004 24CAPIT-001 24CAWIT-001 24CASIT-001 24CZ7PIT-004 24CZ7PITB003 24CZ7RIT-004 24CZ7SITB003 24CZ7SIT-004 24CZ7UIT-004 24CZ7WIT-004 24CZ7WITB003 P24CZ7PIT-004 P24CZ7PITB003 P24CZ7SIT-004 P24CZ7WIT-004 3-24Z8CM 3-24Z8CM-J 3-24Z8PM 3-24Z8PM-J 3-24Z8RM 3-24Z8RM-J 3-24Z8UM 3-24Z8PS 3-24Z8PS-J 3-24Z8US 3-24Z8US-J 3-24Z8PT 3-24Z8PT-J 3-24Z8ST 3-24Z8ST-J 3-24Z8UT 3-24Z8UT-J 3-24DMCM 3-24DMPS 3-24DMPT',
        )
      ]: ZIGBEE,
      'XBP9B-DMUT-002 XBP9B-DMST-002 XBP9B-DMWT-002 XBP9B-DPST-001 XB8-DMPS-002 XB8-DMUS-002 XB8-DMRS-002 XB9X-DMUS-001 XB9X-DMRS-001 XBP9-DPUIT-021 XBP9-DMRSB022 XBP09-DPSIT-156 XBP09-DMWIT-156':
        RADIO,
      'XB2B-WFPT-001 XB2B-WFPS-001 XB2B-WFUT-001 XB2B-WFWT-001 XB2B-WFST-001 XB2B-WFPIT-018': WIFI,
      'XBC-V1-UT-001 XBC-M5-UT-001 XB3-C-A1-UT-001 XB3-C-A2-UT-001': LTE,
    })),
);

export const qorvoModules = table(
  'qorvo-uwb',
  'Qorvo',
  'DWM',
  ['Ultra-wideband products', 'https://www.qorvo.com/products/wireless-connectivity/ultra-wideband'],
  () => [
    ...spelled(
      modules({ 'DWM1000 DWM1001 DWM1001C DWM1004C DWM3000 DWM3001C': 'Ultra-wideband module' }),
      maybe(reels('TR13')),
    ),
    ...spelled(
      bases('rf', { 'DW1000 DW1000-I': 'Ultra-wideband transceiver' }, { package: 'QFN-48 (6 x 6 mm)' }),
      maybe(DASH, reels('TR13')),
    ),
  ],
);

export const wiznetModules = table(
  'wiznet-modules',
  'WIZnet',
  'WIZ',
  ['WIZnet products', 'https://wiznet.io/products'],
  () =>
    spelled(bases('module', {
      'WIZ550IO WIZ810MJ WIZ811MJ WIZ812MJ WIZ820IO WIZ850IO': 'Ethernet module',
      'WIZ107SR WIZ108SR WIZ750SR WIZ750SR-100 WIZ752SR-120 WIZ110SR WIZ510SSL': 'Serial to Ethernet module',
      'WIZFI210 WIZFI250 WIZFI310 WIZFI360 WIZFI360-PA WIZFI630': WIFI,
    })),
);
