/** Sensors, a table a manufacturer. */
import { bareCodes } from '../../segments.ts';
import type { Segment, SeriesTable } from '../../table.ts';
import { base, type Bases, bases, DASH, maybe, packages, reels, spelled } from './numbers.ts';

const REEL = 'tape and reel';
const PRESSURE = 'Barometric pressure sensor';
const HUMIDITY = 'Humidity and temperature sensor';
const TEMPERATURE = 'Temperature sensor';
const ACCELEROMETER = 'Three-axis accelerometer';
const GYROSCOPE = 'Three-axis gyroscope';
const IMU = 'Accelerometer and gyroscope';
const COMPASS = 'Accelerometer and magnetometer';
const NINE_AXES = 'Accelerometer, gyroscope and magnetometer';
const MAGNETOMETER = 'Three-axis magnetometer';
const DISTANCE = 'Time-of-flight distance sensor';
const LIGHT = 'Ambient light sensor';
const PROXIMITY = 'Proximity and ambient light sensor';
const HALL_SWITCH = 'Hall switch';
const HALL_LINEAR = 'Linear Hall sensor';
const CURRENT = 'Hall current sensor';
const ANGLE = 'Magnetic angle sensor';
const AIR = 'Air quality sensor';
const CO2 = 'Carbon dioxide sensor';
const PARTICLES = 'Particulate matter sensor';
const MICROPHONE = 'MEMS microphone';
const PHOTOTRANSISTOR = 'Phototransistor';
const PHOTODIODE = 'Photodiode';
const RECEIVER = 'Infrared receiver';
const REFLECTIVE = 'Reflective optical sensor';
const DIFFERENTIAL = 'Differential pressure sensor';
const ABSOLUTE = 'Absolute pressure sensor';

/** Numbers of one package, by what they are. */
const sensors = (packageName: string, described: Readonly<Record<string, string>>): Bases =>
  bases('sensor', described, packageName === '' ? {} : { package: packageName });

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
    category: 'sensor',
    series,
    description: 'Sensor',
    reference: { title, url },
    forms,
  };
}

const boschSensors = table(
  'bosch-sensors',
  'Bosch Sensortec',
  'BMA, BMI, BMM, BMP, BME, BNO',
  ['Bosch Sensortec products', 'https://www.bosch-sensortec.com/products/'],
  () => [[base(
    sensors('LGA-8 (2.5 x 2.5 mm)', { BME280: 'Humidity, pressure and temperature sensor' }),
    sensors('LGA-8 (3 x 3 mm)', { 'BME680 BME688': 'Gas, humidity, pressure and temperature sensor' }),
    sensors('LGA-7 (3.6 x 3.8 mm)', { BMP180: PRESSURE }),
    sensors('LGA-8 (2 x 2.5 mm)', { BMP280: PRESSURE }),
    sensors('LGA-10 (2 x 2 mm)', { 'BMP384 BMP388 BMP390 BMP390L BMP581': PRESSURE }),
    sensors('LGA-14 (2.5 x 3 mm)', { 'BMI160 BMI260 BMI270 BMI323': IMU, BMX160: NINE_AXES }),
    sensors('LGA-16 (3 x 4.5 mm)', { 'BMI055 BMI085 BMI088': IMU }),
    sensors('LGA-12 (2 x 2 mm)', {
      'BMA253 BMA280 BMA400 BMA421 BMA423 BMA456 BMA530 BMA580': ACCELEROMETER,
    }),
    sensors('LGA-28 (3.8 x 5.2 mm)', { BNO055: NINE_AXES }),
    sensors('LGA-20 (3 x 4.5 mm)', { BMX055: NINE_AXES }),
    sensors('WLCSP-12', { BMM150: MAGNETOMETER }),
    sensors('', {
      BMM350: MAGNETOMETER,
      'BMP085 BMP585': PRESSURE,
      'BMA180 BMA220 BMA250 BMA255': ACCELEROMETER,
      'BHI160B BHI260AP BHI360': 'Motion sensor with processor',
      'BMG160 BMG250': GYROSCOPE,
    }),
  )]],
);

const stSensors = table(
  'st-sensors',
  'STMicroelectronics',
  'LIS, LSM, LPS, HTS, VL53',
  ['MEMS and sensors', 'https://www.st.com/en/mems-and-sensors.html'],
  () => [
    [
      base(
        sensors('LGA-16 (3 x 3 mm)', {
          'LIS3DH LIS3DSH LIS331DLH LIS331HH H3LIS331DL LIS331DL IIS328DQ': ACCELEROMETER,
          LSM303D: COMPASS,
          L3GD20H: GYROSCOPE,
          LSM6DS33: IMU,
        }),
        sensors('LGA-12 (2 x 2 mm)', {
          'LIS2DE12 LIS2DH12 LIS2DW12 LIS2DTW12 LIS2HH12 IIS2DLPC IIS2DH': ACCELEROMETER,
          'LIS2MDL LIS3MDL IIS2MDC': MAGNETOMETER,
          'LSM303AGR LSM303C LSM303AH': COMPASS,
        }),
        sensors('LGA-14 (2 x 2 mm)', { LIS2DH: ACCELEROMETER }),
        sensors('LGA-14 (3 x 5 mm)', { LSM303DLHC: COMPASS }),
        sensors('LGA-14 (2.5 x 3 mm)', {
          'LSM6DS3 LSM6DSL LSM6DSM LSM6DSO LSM6DSO32 LSM6DSOX LSM6DSR LSM6DSRX LSM6DSV LSM6DSV16X LSM6DSV16BX ISM330DHCX ISM330DLC ASM330LHH ASM330LHHX':
            IMU,
        }),
        sensors('LGA-24 (4 x 4 mm)', { LSM9DS0: NINE_AXES }),
        sensors('LGA-24 (3 x 3.5 mm)', { LSM9DS1: NINE_AXES }),
        sensors('LGA-16 (4 x 4 mm)', { 'L3GD20 L3G4200D': GYROSCOPE }),
        sensors('HLGA-10 (2 x 2 mm)', { 'LPS22HB LPS22HH LPS22DF': PRESSURE }),
        sensors('HLGA-10 (2.5 x 2.5 mm)', { LPS25HB: PRESSURE }),
        sensors('CCLGA-10 (3.3 x 3.3 mm)', { 'LPS33HW LPS33W': PRESSURE }),
        sensors('CCLGA-10 (3.5 x 3.5 mm)', { LPS35HW: PRESSURE }),
        sensors('HCLGA-16 (3 x 3 mm)', { LPS331AP: PRESSURE }),
        sensors('HLGA-6 (2 x 2 mm)', { HTS221: HUMIDITY }),
        sensors('UDFN-6 (2 x 2 mm)', { STTS22H: TEMPERATURE }),
        sensors('HCLGA-4 (3 x 4 mm)', { 'MP34DT01 MP34DT05 MP34DT06J': MICROPHONE }),
        sensors('HLGA-6 (3.76 x 4.72 mm)', { MP45DT02: MICROPHONE }),
      ),
      maybe(reels('TR')),
    ],
    ...spelled(bases('sensor', { 'LSM6DS3TR-C': IMU }, { package: 'LGA-14 (2.5 x 3 mm)', packaging: REEL })),
    ...spelled(bases('sensor', { 'MP34DT01TR-M MP34DT05TR-A IMP34DT05TR': MICROPHONE }, {
      package: 'HCLGA-4 (3 x 4 mm)',
      packaging: REEL,
    })),
    ...spelled(bases('sensor', { 'MP45DT02TR-M': MICROPHONE }, {
      package: 'HLGA-6 (3.76 x 4.72 mm)',
      packaging: REEL,
    })),
    ...spelled({
      ...sensors('LGA-12 (2.4 x 4.4 mm)', {
        'VL53L0CXV0DH/1 VL53L0X VL53L0CX VL53L1CXV0FY/1 VL53L1X VL53L1CX VL53L3CXV0DH/1 VL53L3CX VL53L4CDV0DH/1 VL53L4CD VL53L4CX':
          DISTANCE,
      }),
      ...sensors('LGA-12 (2.8 x 4.8 mm)', { 'VL6180X VL6180XV0NR/1': DISTANCE }),
      ...sensors('LGA-16 (3 x 6.4 mm)', {
        'VL53L5CXV0GC/1 VL53L5CX VL53L7CX VL53L7CXV0GC/1 VL53L8CX VL53L8CXV0GC/1': DISTANCE,
      }),
      ...sensors('MSOP-8', { 'STTS75DS2F STLM75DS2F': TEMPERATURE }),
      ...sensors('SOIC-8', { 'STTS75M2F STLM75M2F': TEMPERATURE }),
      ...sensors('UDFN-6 (2 x 2 mm)', { 'STTS751-0DP3F STTS751-1DP3F': TEMPERATURE }),
      ...sensors('SOT-323-5', { STLM20W87F: TEMPERATURE }),
    }),
  ],
);

const tdkSensors = table(
  'tdk-sensors',
  'TDK',
  'MPU, ICM, ICP, INMP, ICS',
  ['InvenSense products', 'https://invensense.tdk.com/products/'],
  () =>
    spelled({
      ...sensors('QFN-24 (4 x 4 mm)', { 'MPU-6000 MPU-6050 MPU-3050 ICM-20689': IMU }),
      ...sensors('QFN-24 (3 x 3 mm)', {
        'MPU-6500 MPU-6515': IMU,
        'MPU-9250 MPU-9255 ICM-20948': NINE_AXES,
        'ICM-20649': IMU,
      }),
      ...sensors('LGA-24 (4 x 4 mm)', { 'MPU-9150': NINE_AXES }),
      ...sensors('LGA-16 (3 x 3 mm)', { 'ICM-20602 ICM-20608-G ICM-20690 IAM-20680': IMU }),
      ...sensors('LGA-14 (2.5 x 3 mm)', {
        'ICM-20600 ICM-42605 ICM-42670-P ICM-42686-P ICM-42688-P ICM-42688-V ICM-40608 ICM-40609-D ICM-45605 ICM-45686':
          IMU,
      }),
      ...sensors('', { 'ICP-10100 ICP-10101 ICP-10110 ICP-10111 ICP-10125 ICP-20100': PRESSURE }),
      ...sensors('LGA-9 (3.76 x 4.72 mm)', { 'INMP441 INMP441ACEZ INMP441ACEZ-R7': MICROPHONE }),
      ...sensors('LGA-6 (2.65 x 3.5 mm)', { 'ICS-43434 ICS-43432': MICROPHONE }),
      ...sensors('', {
        'INMP401 INMP401ACEZ INMP404 INMP504 INMP521 INMP621 ICS-40180 ICS-40300 ICS-40310 ICS-40619 ICS-40720 ICS-41350 ICS-41351 ICS-41352 ICS-41434 ICS-52000 T3902 T5837 T5838':
          MICROPHONE,
      }),
    }),
);

const dfn8 = 'DFN-8 (2.5 x 2.5 mm)';
const dfn4 = 'DFN-4 (1.5 x 1.5 mm)';
const sensirionSensors = table(
  'sensirion-sensors',
  'Sensirion',
  'SHT, STS, SCD, SGP, SPS, SDP',
  ['Sensirion product catalogue', 'https://sensirion.com/products/catalog/'],
  () => [
    ...spelled(
      {
        ...sensors(dfn8, {
          'SHT30-DIS SHT31-DIS SHT35-DIS SHT33-DIS': HUMIDITY,
          'STS30-DIS STS31-DIS STS35-DIS STS32-DIS': TEMPERATURE,
        }),
        ...sensors(dfn8, { 'SHT30-ARP SHT31-ARP SHT30A-DIS SHT31A-DIS SHT35A-DIS': HUMIDITY }),
      },
      maybe(DASH, bareCodes('filter', 'B F P')),
      maybe(reels('2.5KS 10KS')),
    ),
    ...spelled(
      {
        ...sensors(dfn4, {
          'SHT40-AD1B SHT40-AD1F SHT40-BD1B SHT41-AD1B SHT41-AD1F SHT43-AD1B SHT45-AD1B SHT45-AD1F': HUMIDITY,
          'STS40-AD1B STS40-BD1B': TEMPERATURE,
        }),
        ...sensors('DFN-6 (2.44 x 2.44 mm)', { 'SGP40-D SGP41-D': AIR }),
        ...sensors('LGA-20 (10.1 x 10.1 mm)', { 'SCD40-D SCD41-D': CO2 }),
      },
      maybe(DASH, reels('R1 R2 R3 R4')),
    ),
    ...spelled({
      ...sensors(dfn8, { 'SHT30 SHT31 SHT35': HUMIDITY, 'STS30 STS35': TEMPERATURE }),
      ...sensors(dfn4, { 'SHT40 SHT41 SHT45': HUMIDITY }),
      ...sensors('DFN-4 (2 x 2 mm)', { 'SHTC1 SHTC3': HUMIDITY }),
      ...sensors('DFN-6 (3 x 3 mm)', { 'SHT20 SHT21 SHT25': HUMIDITY }),
      ...sensors('DFN-6 (2.44 x 2.44 mm)', { 'SGP40 SGP41': AIR }),
      ...sensors('DFN-6 (2.45 x 2.45 mm)', { 'SGP30 SGP30-2.5K SGP30-2.5KS': AIR }),
      ...sensors('LGA-20 (10.1 x 10.1 mm)', { 'SCD40 SCD41': CO2 }),
      ...sensors('', {
        'SHT10 SHT11 SHT15 SHT71 SHT75 SHT85': HUMIDITY,
        SCD30: CO2,
        SPS30: PARTICLES,
        'SFA30 SEN50-SDN-T SEN54-SDN-T SEN55-SDN-T SEN50 SEN54 SEN55': AIR,
        'SDP31 SDP32 SDP33 SDP36 SDP810-125PA SDP810-500PA SDP811-125PA SDP811-500PA SDP3X SDP37':
          DIFFERENTIAL,
        'SFM3000 SFM3003-300-CE SFM3003-300-CL SFM3100 SFM3200 SFM3300-D SFM3400-D SFM4100':
          'Gas flow sensor',
        'SLF3S-1300F SLF3S-0600F SLF3S-4000B': 'Liquid flow sensor',
      }),
    }),
  ],
);

const teSensors = table(
  'te-sensors',
  'TE Connectivity',
  'MS5xxx, HTU, TSYS',
  ['TE sensors', 'https://www.te.com/en/products/sensors.html'],
  () =>
    spelled({
      ...sensors('QFN-8 (3 x 5 mm)', {
        'MS5611-01BA03 MS561101BA03-50 MS561101BA03-00 MS5607-02BA03 MS560702BA03-50 MS560702BA03-00 MS5611 MS5607':
          PRESSURE,
      }),
      ...sensors('QFN-4 (3 x 3 mm)', { 'MS5637-02BA03 MS563702BA03-50 MS563730BA03-50 MS5637': PRESSURE }),
      ...sensors('', {
        'MS5803-01BA MS5803-02BA MS5803-05BA MS5803-14BA MS5803-30BA MS580301BA01-00 MS580302BA01-00 MS580305BA01-00 MS580314BA01-00 MS580330BA01-00 MS5837-02BA MS5837-30BA MS583730BA01-50 MS583702BA01-50 MS5540C MS5534C MS5525DSO':
          PRESSURE,
        'MS8607-02BA01 MS860702BA01-50 MS8607': 'Humidity, pressure and temperature sensor',
      }),
      ...sensors('DFN-6 (3 x 3 mm)', { 'HTU20D HTU21D HTU21DF HTU31D': HUMIDITY }),
      ...sensors('QFN-16 (4 x 4 mm)', { TSYS01: TEMPERATURE }),
    }),
);

const melexisSensors = table(
  'melexis-sensors',
  'Melexis',
  'MLX90, US',
  ['Melexis products', 'https://www.melexis.com/en/products'],
  () =>
    spelled({
      ...sensors('TO-39-4', {
        'MLX90614ESF-AAA-000-TU MLX90614ESF-ACC-000-TU MLX90614ESF-BAA-000-TU MLX90614ESF-BCC-000-TU MLX90614ESF-BCF-000-TU MLX90614ESF-BCI-000-TU MLX90614ESF-DAA-000-TU MLX90614ESF-DCC-000-TU MLX90614ESF-DCI-000-TU MLX90614KSF-ACC-000-TU MLX90614ESF-BAA MLX90614ESF-BCC MLX90614':
          'Infrared thermometer',
        'MLX90640ESF-BAA-000-TU MLX90640ESF-BAB-000-TU MLX90640ESF-BCA-000-TU MLX90640ESF-BCB-000-TU MLX90640ESF-BAA MLX90640ESF-BAB MLX90640 MLX90641ESF-BCA-000-TU MLX90641ESF-BCB-000-TU MLX90641':
          'Infrared thermal array',
      }),
      ...sensors('QFN-16 (3 x 3 mm)', {
        'MLX90393SLW-ABA-011-RE MLX90393SLW-ABA-011-SP MLX90393ELW-ABA-011-RE MLX90393': MAGNETOMETER,
      }),
      ...sensors('', {
        'MLX90632SLD-BCB-000-RE MLX90632SLD-DCB-000-RE MLX90632': 'Infrared thermometer',
        'MLX90316 MLX90333 MLX90363 MLX90364 MLX90365 MLX90371 MLX90380': ANGLE,
        'MLX91204 MLX91205 MLX91206 MLX91207 MLX91208 MLX91209 MLX91210 MLX91216 MLX91219 MLX91220 MLX91221':
          CURRENT,
        'US1881 US1881LUA US1881ESE US1881LSE US5881 US5881LUA US5881ESE US2881 US2881LUA US3881 US4881 US5781 US5781LUA':
          HALL_SWITCH,
        'MLX90217 MLX90242 MLX90251': HALL_LINEAR,
      }),
    }),
);

/** Temperature letter and package letters, such as `L` and `UA`, in one. */
const ALLEGRO_HALL = packages({
  EUA: 'SIP-3',
  KUA: 'SIP-3',
  LUA: 'SIP-3',
  ELHLT: 'SOT-23W-3',
  ELHLX: 'SOT-23W-3',
  LLHLT: 'SOT-23W-3',
  LLHLX: 'SOT-23W-3',
});
const current = (list: string, letters: Readonly<Record<string, string>>, ranges: string): Segment[][] => {
  const numbers = base(bases('sensor', { [list]: CURRENT }));
  return [[numbers], [
    numbers,
    packages(letters),
    DASH,
    bareCodes('range', ranges),
    DASH,
    // Tin plating.
    { literal: 'T' },
  ]];
};
const SOIC8_RANGES =
  '05B 10B 20A 20B 30A 30B 50B 05AB 05AU 10AB 10AU 20AB 20AU 30AB 30AU 40AB 40AU 50AB 65AB 2P5AB 12AB 25AB 31AB 15AB 30A0 5BB 10BB';
const allegroSensors = table(
  'allegro-sensors',
  'Allegro MicroSystems',
  'ACS, A1xxx',
  ['Allegro sensor ICs', 'https://www.allegromicro.com/en/products/sense'],
  () => [
    ...current('ACS711 ACS712 ACS713 ACS714 ACS715', {
      ELCTR: 'SOIC-8',
      LLCTR: 'SOIC-8',
      KLCTR: 'SOIC-8',
      EEXLT: 'QFN-12 (3 x 3 mm)',
      KEXLT: 'QFN-12 (3 x 3 mm)',
    }, SOIC8_RANGES),
    ...current('ACS722 ACS723 ACS724 ACS725 ACS730', {
      LLCTR: 'SOIC-8',
      KLCTR: 'SOIC-8',
      LMATR: 'SOIC-16 (7.5 mm)',
      KMATR: 'SOIC-16 (7.5 mm)',
    }, SOIC8_RANGES),
    ...current('ACS716 ACS717 ACS718 ACS732 ACS733', {
      KLATR: 'SOIC-16 (7.5 mm)',
      KMATR: 'SOIC-16 (7.5 mm)',
    }, `${SOIC8_RANGES} 6BB 12CB 25CB`),
    ...(['ACS756 ACS758 ACS759 ACS770 ACS772 ACS773'].flatMap((list): Segment[][] => {
      const numbers = base(bases('sensor', { [list]: CURRENT }));
      return [[numbers], [
        numbers,
        bareCodes('temperature', 'E K L S'),
        packages({ CB: 'CB-5' }),
        DASH,
        bareCodes('range', '050B 050U 100B 100U 150B 150U 200B 200U 250U 250B 300B 400B'),
        DASH,
        bareCodes('leads', 'PFF PSF PSS SMT'),
        DASH,
        { literal: 'T' },
      ]];
    })),
    ...([
      [
        'A1101 A1102 A1103 A1104 A1106 A1120 A1121 A1122 A1125 A1128 A1171 A1201 A1202 A1203 A1205 A1210 A1211 A1212 A1213 A1214 A1220 A1221 A1222 A1223 A1224 A1225 A1227 A3141 A3142 A3143 A3144 A3213 A3214',
        HALL_SWITCH,
      ],
      [
        'A1301 A1302 A1304 A1308 A1309 A1315 A1316 A1318 A1319 A1324 A1325 A1326 A1363 A1369 A1391 A1395 A1454 A31315',
        HALL_LINEAR,
      ],
    ] as const).flatMap(([list, description]): Segment[][] => {
      const numbers = base(bases('sensor', { [list]: description }));
      return [[numbers], [numbers, ALLEGRO_HALL, DASH, { literal: 'T' }]];
    }),
  ],
);

const amsSensors = table(
  'ams-sensors',
  'ams OSRAM',
  'AS5, TSL, TCS, AS7',
  ['ams OSRAM sensors', 'https://ams-osram.com/products/sensor-solutions'],
  () =>
    spelled({
      ...sensors('SOIC-8', {
        'AS5600-ASOM AS5600-ASOT AS5600L-ASOM AS5600L-ASOT AS5601-ASOM AS5601-ASOT AS5600': ANGLE,
      }),
      ...sensors('TSSOP-14', {
        'AS5047P-ATSM AS5047P-ATST AS5047D-ATSM AS5047D-ATST AS5047U-HTSM AS5047U-HTST AS5048A-HTSP AS5048A-HTSP-500 AS5048B-HTSP AS5048B-HTSP-500 AS5147-HTSM AS5147-HTST AS5147P-HTSM AS5147P-HTST AS5147U-HTSM AS5047P AS5047D AS5048A AS5048B AS5147P':
          ANGLE,
      }),
      ...sensors('SSOP-16', {
        'AS5040-ASST AS5040-ASSU AS5045-ASST AS5045-ASSM AS5045B-ASST AS5045B-ASSM AS5140H-ASST AS5145B-HSST AS5040 AS5045 AS5145':
          ANGLE,
      }),
      ...sensors('TSSOP-20', {
        'AS5311-ATSM AS5311-ATST AS5304A-ATST AS5306A-ATST AS5311': 'Magnetic linear encoder',
      }),
      ...sensors('QFN-16 (4 x 4 mm)', { 'AS3935-BQFT AS3935-BQFM AS3935': 'Lightning sensor' }),
      ...sensors('DFN-6 (2 x 2.4 mm)', {
        'TCS34725FN TCS34721FN TCS34723FN TCS34727FN TCS34715FN TCS34717FN TCS34725': 'Colour sensor',
        'TSL2591FN TSL25911FN TSL25913FN TSL2591': LIGHT,
        'TSL2571FN TSL2572FN TSL25721FN TSL25723FN': LIGHT,
      }),
      ...sensors('', {
        'TSL2561 TSL2561FN TSL2561T TSL2561CL TSL2560T TSL2560CL TSL257 TSL257-LF TSL237 TSL235R TSL235R-LF TSL2584TSV':
          LIGHT,
        'TCS3200D TCS3200D-TR TCS3200 TCS3472 AS7261 AS7262 AS7262-BLGT AS7262-BLGM AS7263 AS7263-BLGT AS7263-BLGM AS7265X AS72651-BLGT AS7341 AS7341-DLGM AS7341-DLGT AS7343':
          'Colour and spectral sensor',
        'TMD2671 TMD2772 TMD37253 TMD3782 TMG3993': PROXIMITY,
        'AS-MLV-P2 CCS811 CCS811B-JOPD500 CCS811B-JOPR5K IAQ-CORE': AIR,
        'AS6212-AWLT-L AS6212-AWLT-S AS6212 AS6221-AWLT-S': TEMPERATURE,
        'TMF8801 TMF8820 TMF8821 TMF8821-1AM TMF8828-1AM': DISTANCE,
      }),
    }),
);

const broadcomSensors = table(
  'broadcom-sensors',
  'Broadcom',
  'APDS, ADNS',
  [
    'Ambient light and proximity sensors',
    'https://www.broadcom.com/products/optical-sensors/ambient-light-photo-sensors',
  ],
  () =>
    spelled({
      ...sensors('SMD-8 (2.36 x 3.94 mm)', {
        'APDS-9960': 'Gesture, proximity and ambient light sensor',
        'APDS-9930 APDS-9900 APDS-9901 APDS-9950': PROXIMITY,
      }),
      ...sensors('', {
        'APDS-9007-020 APDS-9008-020 APDS-9005-020 APDS-9300-020 APDS-9301-020 APDS-9303 APDS-9306 APDS-9306-065 APDS-9309':
          LIGHT,
        'APDS-9250 APDS-9253-001': 'Colour sensor',
        'ADNS-2610 ADNS-3050 ADNS-3080 ADNS-5050 ADNS-9500 ADNS-9800': 'Optical mouse sensor',
      }),
    }),
);

const honeywellSensors = table(
  'honeywell-sensors',
  'Honeywell',
  'HIH, SS, HSC, ABP',
  ['Honeywell sensors', 'https://sps.honeywell.com/us/en/products/advanced-sensing-technologies'],
  () =>
    spelled({
      ...sensors('LCC-16 (3 x 3 mm)', { 'HMC5883L HMC5883L-TR': MAGNETOMETER }),
      ...sensors('', {
        'HMC5843 HMC5983 HMC1022 HMC1052L HMC1053 HMC1001': 'Magnetometer',
        'HIH-4000-001 HIH-4000-002 HIH-4000-003 HIH-4010-001 HIH-4020-001 HIH-4021-001 HIH-4030-001 HIH-4031-001 HIH-5030-001 HIH-5031-001 HIH6120-021-001 HIH6121-021-001 HIH6130-021-001 HIH6131-021-001 HIH7120-021-001 HIH8120-021-001 HIH8121-021-001 HIH9120-021-001':
          'Humidity sensor',
        'HPMA115S0-XXX HPMA115C0-003 HPMA115C0-004': PARTICLES,
        'HSCDANN001PGAA3 HSCDANN001PGSA3 HSCDANN001PG2A3 HSCDANN030PAAA5 HSCDRRN001PD2A3 HSCMRRN001PD2A3 HSCSRRN001PDAA3 SSCDANN005PG2A3 SSCMANV060PGAA5 ABPDANT005PGAA5 ABPDANV060PGAA5 ABPDRRT005PG2A5 ABPMANN001PGAA5 MPRLS0025PA00001A MPRLS0001PG0000SA MPRLS0015PA0000SA MPRLS0300YG00001BB':
          'Pressure sensor',
        'SS311PT SS361CT SS361RT SS360ST SS39ET SS49E SS49E-T2 SS411A SS413A SS441A SS443A SS449A SS451A SS461A SS466A SS495A SS495A1 SS495A2 SS496A SS496A1 SS41F SS42F':
          'Hall sensor',
        'CSLA1CD CSLA2CD CSLA2CE CSLA1CH CSLH3A45 CSLT6B100': CURRENT,
      }),
    }),
);

const infineonSensors = table(
  'infineon-sensors',
  'Infineon Technologies',
  'DPS, TLE49, TLV49, IM69',
  ['Infineon sensors', 'https://www.infineon.com/cms/en/product/sensor/'],
  () =>
    spelled({
      ...sensors('LGA-8 (2 x 2.5 mm)', { 'DPS310 DPS310XTSA1 DPS368 DPS368XTSA1': PRESSURE }),
      ...sensors('TSOP-6', {
        'TLV493D-A1B6 TLV493DA1B6HTSA2 TLV493DA1B6HTSA1 TLE493D-A2B6 TLE493DA2B6HTSA1 TLE493D-W2B6 TLE493DW2B6A0HTSA1 TLI493D-A2B6 TLI493D-W2BW':
          MAGNETOMETER,
      }),
      ...sensors('SOIC-8', {
        'TLE5012B TLE5012BE1000XUMA1 TLE5012BE3005XUMA1 TLE5012BE5000XUMA1 TLE5012BE9000XUMA1 TLI5012B TLI5012BE1000XUMA1':
          ANGLE,
      }),
      ...sensors('', {
        'TLE4905L TLE4906K TLE4906L TLE4913 TLE4935L TLE4945L TLE4946K TLE4961 TLE4964-1M TLE4964-3M TLE4966K TLE4968-1M TLV4906K TLV49645 TLV4961-1M TLV4964-1M':
          HALL_SWITCH,
        'TLE4990 TLE4997 TLE4998S3 TLE4998P3 TLE4998C3': HALL_LINEAR,
        'TLI4970-D025T4 TLI4970-D050T4 TLI4970-D050T5 TLI4971-A025T5 TLI4971-A050T5 TLI4971-A075T5 TLI4971-A120T5 TLE4971':
          CURRENT,
        'IM69D120 IM69D120V01XTSA1 IM69D130 IM69D130V01XTSA1 IM72D128 IM73A135 IM67D130A IM68A130':
          MICROPHONE,
        'BGT24LTR11N16 BGT24LTR22 BGT24MTR11 BGT60LTR11AIP BGT60TR13C': 'Radar transceiver',
      }),
    }),
);

const nxpSensors = table(
  'nxp-sensors',
  'NXP Semiconductors',
  'MPX, MPL, MMA, FXOS',
  ['NXP sensors', 'https://www.nxp.com/products/sensors:SENSORS'],
  () =>
    spelled({
      ...sensors('LGA-8 (3 x 5 mm)', {
        'MPL3115A2 MPL3115A2R1 MPL3115A2ST1 MPL115A1 MPL115A1T1 MPL115A2 MPL115A2T1': PRESSURE,
      }),
      ...sensors('QFN-16 (3 x 3 mm)', {
        'MMA8451Q MMA8451QR1 MMA8451QT MMA8452Q MMA8452QR1 MMA8452QT MMA8453Q MMA8453QR1': ACCELEROMETER,
        'FXOS8700CQ FXOS8700CQR1': COMPASS,
        'FXLS8471Q FXLS8471QR1': ACCELEROMETER,
      }),
      ...sensors('DFN-10 (2 x 2 mm)', {
        'MMA8652FCR1 MMA8653FCR1': ACCELEROMETER,
        'MAG3110 MAG3110FCR1 MAG3110FCR2': MAGNETOMETER,
      }),
      ...sensors('QFN-24 (4 x 4 mm)', { 'FXAS21002C FXAS21002CQR1': GYROSCOPE }),
      ...sensors('LGA-14 (3 x 5 mm)', {
        'MMA7361L MMA7361LC MMA7361LCR1 MMA7455L MMA7455LR1 MMA7660': ACCELEROMETER,
      }),
      ...sensors('', {
        'MPX2010DP MPX2050DP MPX2053DP MPX2100DP MPX2102DP MPX2200DP MPX5010DP MPX5050DP MPX5100DP MPX5500DP MPX5700DP MPXV5004DP MPXV5010DP MPXV5050DP MPXV5100DP MPXV7002DP MPXV7007DP MPXV7025DP':
          DIFFERENTIAL,
        'MPX4115A MPX4115AP MPX4250A MPX4250AP MPX5100AP MPX5700AP MPX2100AP MPX2200AP MPXA4100A6U MPXA4115A6U MPXA4250A6U MPXA6115A6U MPXA6115AC6U MPXAZ6115A6U MPXAZ6115AC6U MPXH6115A6U MPXHZ6115A6U MPXHZ6115AC6U MPXHZ6250A6T1 MPXH6250A6U MPXHZ6400AC6T1':
          ABSOLUTE,
        'MPX10DP MPX12DP MPX53DP MPX5010GP MPX5050GP MPX5100GP MPX5500GP MPX5700GP MPXV5004GP MPXV5010GP MPXV5050GP MPX2010GP MPX2050GP MPX2200GP MPX4250GP MPXHZ6130':
          'Pressure sensor',
        'KMZ51 KMZ60 KMZ80': ANGLE,
      }),
    }),
);

const omronSensors = table(
  'omron-sensors',
  'Omron',
  'D6T, D6F, 2SMPB',
  ['MEMS sensors', 'https://components.omron.com/us-en/products/sensors'],
  () =>
    spelled({
      ...sensors('', {
        'D6T-1A-01 D6T-1A-02 D6T-8L-06 D6T-8L-09 D6T-8L-09H D6T-44L-06 D6T-44L-06H D6T-32L-01A':
          'Infrared thermal sensor',
        'D6F-P0010A1 D6F-PH0025AD1 D6F-PH0505AD3 D6F-PH5050AD3 D6F-V03A1 D6F-W01A1':
          'Air flow and pressure sensor',
        'B5W-LA01 B5W-LB2101-1 B5W-LB2112-1 B5W-LD0101-1': 'Optical sensor',
      }),
      ...sensors('LGA-9 (2 x 2.5 mm)', { '2SMPB-02B 2SMPB-02E': PRESSURE }),
    }),
);

const vishaySensors = table(
  'vishay-sensors',
  'Vishay',
  'VEML, VCNL, TSOP, BPW',
  ['Optical sensors', 'https://www.vishay.com/en/optical-sensors/'],
  () =>
    spelled({
      ...sensors('SMD-4 (2.35 x 1.8 mm)', { 'VEML6070 VEML6075': 'Ultraviolet light sensor' }),
      ...sensors('OPLGA-4 (2 x 2 mm)', {
        'VEML6030 VEML6035': LIGHT,
        'VEML6040 VEML6040A3OG VEML3328': 'Colour sensor',
      }),
      ...sensors('SMD-4 (6.8 x 2.35 mm)', { 'VEML7700 VEML7700-TT VEML7700-TR': LIGHT }),
      ...sensors('', {
        'VCNL3020 VCNL4000 VCNL4010 VCNL4010-GS08 VCNL4010-GS18 VCNL4020 VCNL4020-GS08 VCNL4035X01 VCNL4040 VCNL4040M3OE VCNL4040M3OE-H3 VCNL4100 VCNL4200 VCNL36687S VCNL36825T VCNL3040':
          PROXIMITY,
        'TSOP1738 TSOP31238 TSOP32238 TSOP34838 TSOP38238 TSOP38338 TSOP38438 TSOP4138 TSOP4438 TSOP4838 TSOP48238 TSOP75238W TSOP75338W TSOP75438W TSOP6238TR TSOP6238TT TSOP36238TT TSOP36238TR TSOP37238TT1 TSOP38236 TSOP38240 TSOP38256 TSOP4836 TSOP4856 TSOP2238 TSOP2438 TSOP58238 TSOP98238 TSSP4038 TSSP58038 TSSP77038TR TSSP94038 TSMP4138 TSMP58000 TSMP58138 TSOP53438 TSOP13438 TSOP33438 TSOP39438':
          RECEIVER,
        'BPW34 BPW34S BPW41N BPW46 BPW46L BPW24R BPW20RF BPW21R BPV10 BPV10NF BPV22NF BPV23NF VBPW34S VBPW34SR VBPW34FAS VBPW34FASR TEMD5010X01 TEMD5020X01 TEMD5080X01 TEMD5110X01 TEMD5510FX01 TEMD6200FX01 TEMD7000X01 TEMD7100X01 VEMD2020X01 VEMD2520X01 VEMD5060X01 VEMD5110X01 VEMD5510FX01 VEMD6060X01 VEMD6110X01 VEMD8080':
          PHOTODIODE,
        'BPV11 BPV11F BPW16N BPW17N BPW76A BPW76B BPW77NA BPW77NB BPW85 BPW85A BPW85B BPW85C BPW96B BPW96C TEFT4300 TEKT5400S TEPT4400 TEPT5600 TEPT5700 TEMT1000 TEMT1020 TEMT6000X01 TEMT6200FX01 TEMT7000X01 TEMT7100X01 VEMT2000X01 VEMT2020X01 VEMT2500X01 VEMT3700':
          PHOTOTRANSISTOR,
        'TCRT1000 TCRT1010 TCRT5000 TCRT5000L CNY70 TCND5000 VCNT2020': REFLECTIVE,
        'TCST1103 TCST1202 TCST1230 TCST2103 TCST2202 TCST2300 TCPT1300X01 TCPT1350X01 TCPT1600X01 TCUT1300X01 TCUT1350X01 TCUT1600X01':
          'Transmissive optical sensor',
      }),
    }),
);

const everlightSensors = table(
  'everlight-sensors',
  'Everlight Electronics',
  'PT, PD, ITR, IRM, ALS',
  ['Infrared components and sensors', 'https://en.everlight.com/sensor/'],
  () =>
    spelled({
      ...sensors('', {
        'PT19-21B/L41/TR8 PT19-21C/L41/TR8 PT19-21C/TR8 PT15-21B/TR8 PT15-21C/TR8 PT15-21C PT12-21C/TR8 PT17-21C/L41/TR8 PT26-21B/TR8 PT26-51B/TR8 PT204-6B PT204-6C PT333-3B PT333-3C PT334-6B PT334-6C PT908-7C PT928-6B PT5529B/L2/H2-F PT91-21C/TR10 PT11-21C/L41/TR8 PT67-21C/L41/TR8':
          PHOTOTRANSISTOR,
        'PD15-22B/TR8 PD15-22C/TR8 PD70-01B/TR7 PD70-01C/TR7 PD204-6B PD204-6C PD333-3B/H0/L2 PD333-3C/H0/L2 PD438B PD438C PD638B PD638C PD93-21B/TR8 PD93-21C/TR8 PD42-21B/TR8':
          PHOTODIODE,
        'ALS-PT19-315C/L177/TR8 ALS-PT17-51C/L177/TR8 ALS-PDIC243-3B ALS-PDIC17-57B/TR8': LIGHT,
        'ITR8307 ITR8307/S18/TR8 ITR8307/L24/TR8 ITR1204SR10A/TR ITR20001/T ITR9909 ITR9904': REFLECTIVE,
        'ITR9606 ITR9606-F ITR9608 ITR9608-F ITR9707 ITR9800 ITR8102 ITR8402 ITR-9608-F ITR1201SR10AR/TR':
          'Transmissive optical sensor',
        'IRM-3638T IRM-3638N3 IRM-3738T IRM-2638T IRM-56384 IRM-8601S IRM-8607-2 IRM-H638T/TR2 IRM-H638T/TR2(DX) IRM-H238T/TR2 IRM-H936M3/TR2 IRM-V538N/TR1 IRM-V538M3/TR1':
          RECEIVER,
      }),
    }),
);

const knowlesMicrophones = table(
  'knowles-microphones',
  'Knowles',
  'SPH, SPU, SPG, SPW, SPM',
  ['MEMS microphones', 'https://www.knowles.com/applications/consumer-tech/mems-microphones'],
  () =>
    spelled(sensors('', {
      'SPH0641LM4H-1 SPH0641LU4H-1 SPH0644HM4H-1 SPH0644LM4H-1 SPH0645LM4H SPH0645LM4H-B SPH0645LM4H-1 SPH0645LM4H-1-8 SPH0655LM4H-1 SPH0690LM4H-1 SPH8878LR5H-1 SPH18C3LM4H-1 SPH1642HT5H-1 SPH1668LM4H-1 SPH0611LR5H-1 SPH0141LM4H-1 SPU0410HR5H-PB SPU0410LR5H-QB SPU0410LR5H-QB-7 SPU0414HR5H-SB SPU0409LE5H-QB SPU1410LR5H-QB SPG08P4HM4H-1 SPK0641HT4H-1 SPK0838HT4H-B SPM0405HD4H-WB SPM0408LE5H-TB SPM0423HD4H-WB SPM0437HD4H-B SPM0687LR5H-1 SPM1423HM4H-B SPM1437HM4H-B SPQ0410HR5H-B SPW0690LM4H-1 SPW2430HR5H-B SPV1840LR5H-B SPA2410LR5H-B':
        MICROPHONE,
    })),
);

const memsicSensors = table(
  'memsic-sensors',
  'MEMSIC',
  'MMC, MC, MXC',
  ['MEMSIC sensors', 'https://www.memsic.com/'],
  () =>
    spelled({
      ...sensors('', {
        'MMC3416XPJ MMC34160PJ MMC3630KJ MMC5603NJ MMC5603NJL MMC5633NJL MMC5883MA MMC5983MA': MAGNETOMETER,
        'MC3410 MC3413 MC3416 MC3419 MC3419-P MC3479 MC3630 MC3635 MC3672 MXC4005XC MXC6655XA MXC6232XG MXC62320EP MXC400XXC':
          ACCELEROMETER,
      }),
    }),
);

const rohmSensors = table(
  'rohm-sensors',
  'ROHM Semiconductor',
  'KX, BH1, BM1',
  ['Sensors and MEMS', 'https://www.rohm.com/products/sensors-mems'],
  () =>
    spelled({
      ...sensors('LGA-12 (2 x 2 mm)', {
        'KX022-1020 KX122-1037 KX132-1211 KX134-1211 KXTJ3-1057 KX003-1077 KX112-1042 KX126-1063':
          ACCELEROMETER,
      }),
      ...sensors('WSOF-6 (3 x 1.6 mm)', { 'BH1750FVI BH1750FVI-TR BH1751FVI-TR': LIGHT }),
      ...sensors('', {
        'BH1620FVC-TR BH1680FVC-TR BH1721FVC-TR BH1726NUC-E2 BH1730FVC-TR BH1745NUC-E2 BH1749NUC-E2 BH1792GLC-E2':
          LIGHT,
        'BM1383AGLV-ZE2 BM1383GLV-E2 BM1390GLV-ZE2': PRESSURE,
        'BM1422AGMV-ZE2 BM1422AGMV': MAGNETOMETER,
        'RPR-0521RS RPR-0521 RPR-220 RPR-220UC30N RPR-359F': PROXIMITY,
        'BD1020HFV-TR BDE0600G-TR': TEMPERATURE,
      }),
    }),
);

const qstSensors = table(
  'qst-sensors',
  'QST',
  'QMC, QMI, QMA, QMP',
  ['QST products', 'https://www.qstcorp.com/'],
  () =>
    spelled({
      ...sensors('LGA-16 (3 x 3 mm)', { QMC5883L: MAGNETOMETER }),
      ...sensors('LGA-14 (2.5 x 3 mm)', { 'QMI8658 QMI8658A QMI8658B QMI8658C': IMU }),
      ...sensors('', {
        'QMC5883P QMC6309 QMC6310 QMC7983': MAGNETOMETER,
        'QMA6100P QMA7981 QMA6981': ACCELEROMETER,
        'QMP6988 QMP6989': PRESSURE,
      }),
    }),
);

const winsenSensors = table(
  'winsen-sensors',
  'Winsen',
  'MH-Z, MQ',
  ['Winsen gas sensors', 'https://www.winsen-sensor.com/'],
  () =>
    spelled(sensors('', {
      'MH-Z14A MH-Z19 MH-Z19B MH-Z19C MH-Z19D MH-Z19E MH-Z16': CO2,
      'MQ-2 MQ-3 MQ-4 MQ-5 MQ-6 MQ-7 MQ-8 MQ-9 MQ-135 MQ-136 MQ-137 MQ-131 MQ303A MP503 MP-4 MP135 ZE08-CH2O ZE25-O3 ZP07-MP503':
        'Gas sensor',
      'ZH03B ZH06-I': PARTICLES,
    })),
);

const aosongSensors = table(
  'aosong-sensors',
  'Aosong',
  'AHT, DHT, AM23',
  ['Aosong products', 'https://www.aosong.com/en/'],
  () =>
    spelled({
      ...sensors('DFN-6 (3 x 3 mm)', { 'AHT20 AHT21 AHT21B AHT30': HUMIDITY }),
      ...sensors('', {
        'DHT11 DHT12 DHT20 DHT21 DHT22 AM2301 AM2302 AM2315 AM2315C AM2320 AM2320B AM2322 AHT10 AHT15 AHT25':
          HUMIDITY,
        AGS02MA: AIR,
      }),
    }),
);

const sharpSensors = table(
  'sharp-sensors',
  'Sharp',
  'GP2Y',
  ['Sharp optical sensors', 'https://global.sharp/products/device/lineup/selection/opto/'],
  () =>
    spelled(sensors('', {
      'GP2Y0A02YK0F GP2Y0A21YK0F GP2Y0A21YK GP2Y0A41SK0F GP2Y0A51SK0F GP2Y0A60SZ0F GP2Y0A60SZLF GP2Y0A710K0F GP2Y0D805Z0F GP2Y0D810Z0F GP2Y0D815Z0F GP2Y0E03':
        'Infrared distance sensor',
      'GP2Y1010AU0F GP2Y1014AU0F GP2Y1023AU0F GP2Y1051AU0F': PARTICLES,
    })),
);

const panasonicSensors = table(
  'panasonic-sensors',
  'Panasonic',
  'AMG, EKM',
  ['Panasonic sensors', 'https://industrial.panasonic.com/ww/products/pt/sensors'],
  () =>
    spelled(sensors('', {
      'AMG8833 AMG8834 AMG8853 AMG8854': 'Infrared thermal array',
      'EKMB1101111 EKMB1103111 EKMB1201111 EKMB1301111K EKMB1303112K EKMC1601111 EKMC1601112 EKMC1603111 EKMC1603112 EKMC2601112K EKMC4603111K AMN31111 AMN33111':
        'Passive infrared motion sensor',
      'SN-GCJA5 SN-GCJA5L': PARTICLES,
    })),
);

const osramSensors = table(
  'osram-photo',
  'ams OSRAM',
  'BPW, BPX, SFH',
  ['Photodetectors', 'https://ams-osram.com/products/photodetectors'],
  () =>
    spelled(sensors('', {
      'BPW34 BPW34F BPW34FA BPW34S BPW34FS BPW34FAS BPX61 BPX65 SFH203 SFH203FA SFH203P SFH203PFA SFH206K SFH213 SFH213FA SFH229 SFH229FA SFH2201 SFH2270R SFH2400 SFH2430 SFH2440 SFH2500 SFH2505 SFH2701 SFH2704 SFH2716 BPW34S-Z BPW34FAS-Z SFH2430-Z SFH2400-Z SFH2701-Z':
        PHOTODIODE,
      'SFH300 SFH300FA SFH309 SFH309FA SFH310 SFH313FA SFH314 SFH320 SFH3010 SFH3015FA SFH3410 SFH3600 SFH3710 BPX38 BPX43 BPX81 SFH3400 SFH3410-Z SFH3710-Z SFH320-Z':
        PHOTOTRANSISTOR,
    })),
);

export const sensorSeries: readonly SeriesTable[] = [
  boschSensors,
  stSensors,
  tdkSensors,
  sensirionSensors,
  teSensors,
  melexisSensors,
  allegroSensors,
  amsSensors,
  osramSensors,
  broadcomSensors,
  honeywellSensors,
  infineonSensors,
  nxpSensors,
  omronSensors,
  vishaySensors,
  everlightSensors,
  knowlesMicrophones,
  memsicSensors,
  rohmSensors,
  qstSensors,
  winsenSensors,
  aosongSensors,
  sharpSensors,
  panasonicSensors,
];
