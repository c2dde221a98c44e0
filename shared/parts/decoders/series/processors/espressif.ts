import { bareCodes } from '../../segments.ts';
import type { PlainSegment, Segment, SeriesTable } from '../../table.ts';
import { base, bases, DASH, maybe, spelled } from './numbers.ts';

const WIFI = 'Wi-Fi';
const WIFI_BLUETOOTH = 'Wi-Fi and Bluetooth';
const WIFI_LE = 'Wi-Fi and Bluetooth Low Energy';
const BRACKET = { separator: '(' };
const BRACKET_END = { separator: ')' };

/** A module, with the size of its board in mm. */
const module = (radio: string, size: string, list: string) =>
  bases('module', { [list]: `${radio} module` }, { package: `SMD module (${size} mm)` });

const chip = (radio: string, packageName: string, list: string) =>
  bases('microcontroller', { [list]: `32-bit microcontroller with ${radio}` }, { package: packageName });

/** Flash memory (N, or H for high temperature) and PSRAM (R) in MB. */
const MEMORY: PlainSegment = bareCodes(
  'memory',
  'N4 N8 N16 N32 H2 H4 H8 H4X N4X H2X N4R2 N4R8 N8R2 N8R8 N16R2 N16R8 N16R8V N16R16V N16R16VA N32R8V N32R16V N16R16 H4S N2',
);

/** Each module alone, with its memory, and as distributors list it with the flash memory in brackets. */
const modules = (numbers: ReturnType<typeof module>): (readonly Segment[])[] =>
  spelled(
    numbers,
    maybe(DASH, MEMORY),
    maybe(BRACKET, bareCodes('flash', '2MB 4MB 8MB 16MB'), BRACKET_END),
  );

export const espressifModules: SeriesTable = {
  id: 'espressif-modules',
  manufacturer: 'Espressif Systems',
  category: 'module',
  series: 'ESP modules',
  description: 'Wi-Fi module',
  reference: { title: 'Espressif modules', url: 'https://www.espressif.com/en/products/modules' },
  forms: () =>
    [
      modules(module(
        WIFI_BLUETOOTH,
        '18 x 25.5',
        'ESP32-WROOM-32 ESP32-WROOM-32D ESP32-WROOM-32E ESP32-SOLO-1 ESP32-WROOM-DA ESP-WROOM-32',
      )),
      modules(module(WIFI_BLUETOOTH, '18 x 19.2', 'ESP32-WROOM-32U ESP32-WROOM-32UE')),
      modules(module(
        WIFI_BLUETOOTH,
        '18 x 31.4',
        'ESP32-WROVER ESP32-WROVER-B ESP32-WROVER-E ESP32-WROVER-I ESP32-WROVER-IB ESP32-WROVER-IE',
      )),
      modules(module(WIFI_BLUETOOTH, '13.2 x 19', 'ESP32-MINI-1')),
      modules(module(WIFI_BLUETOOTH, '13.2 x 12.5', 'ESP32-MINI-1U')),
      modules(module(WIFI, '18 x 31', 'ESP32-S2-WROOM ESP32-S2-WROOM-I ESP32-S2-WROVER ESP32-S2-WROVER-I')),
      modules(module(WIFI, '18 x 25.5', 'ESP32-S2-SOLO ESP32-S2-SOLO-2')),
      modules(module(WIFI, '15.4 x 20', 'ESP32-S2-MINI-1 ESP32-S2-MINI-2')),
      modules(module(WIFI, '15.4 x 15.4', 'ESP32-S2-MINI-1U ESP32-S2-MINI-2U')),
      modules(module(WIFI_LE, '18 x 25.5', 'ESP32-S3-WROOM-1 ESP32-S3-WROOM-2 ESP32-C6-WROOM-1')),
      modules(module(WIFI_LE, '18 x 19.2', 'ESP32-S3-WROOM-1U ESP32-C6-WROOM-1U')),
      modules(module(WIFI_LE, '15.4 x 20.5', 'ESP32-S3-MINI-1')),
      modules(module(WIFI_LE, '15.4 x 15.4', 'ESP32-S3-MINI-1U')),
      modules(module(WIFI_LE, '18 x 20', 'ESP32-C3-WROOM-02')),
      modules(module(WIFI_LE, '18 x 14.3', 'ESP32-C3-WROOM-02U')),
      modules(module(WIFI_LE, '13.2 x 16.6', 'ESP32-C3-MINI-1 ESP32-C6-MINI-1 ESP8684-MINI-1')),
      modules(module(WIFI_LE, '13.2 x 12.5', 'ESP32-C3-MINI-1U ESP32-C6-MINI-1U ESP8684-MINI-1U')),
      modules(module('Bluetooth Low Energy and 802.15.4', '13.2 x 16.6', 'ESP32-H2-MINI-1')),
      modules(module('Bluetooth Low Energy and 802.15.4', '13.2 x 12.5', 'ESP32-H2-MINI-1U')),
      modules(module(WIFI, '18 x 20', 'ESP-WROOM-02 ESP-WROOM-02D')),
      modules(module(WIFI, '18 x 14.3', 'ESP-WROOM-02U')),
      modules(bases('module', {
        'ESP8684-WROOM-01C ESP8684-WROOM-02C ESP8684-WROOM-02UC ESP8684-WROOM-03 ESP8684-WROOM-04C ESP8684-WROOM-05 ESP8684-WROOM-06C ESP8684-WROOM-07':
          'Wi-Fi and Bluetooth Low Energy module',
        'ESP32-PICO-MINI-02 ESP32-PICO-MINI-02U ESP32-PICO-V3-ZERO': 'Wi-Fi and Bluetooth module',
      })),
    ].flat(),
};

export const espressifChips: SeriesTable = {
  id: 'espressif-chips',
  manufacturer: 'Espressif Systems',
  category: 'microcontroller',
  series: 'ESP32, ESP8266',
  description: '32-bit microcontroller with radio',
  reference: { title: 'Espressif SoCs', url: 'https://www.espressif.com/en/products/socs' },
  forms: () => [
    [base(chip(WIFI, 'QFN-32 (5 x 5 mm)', 'ESP8266EX ESP8285 ESP8285N08 ESP8285H16'))],
    ...spelled(chip(
      WIFI_BLUETOOTH,
      'QFN-48 (5 x 5 mm)',
      'ESP32-D0WD ESP32-D0WD-V3 ESP32-D0WDR2-V3 ESP32-S0WD ESP32-D2WD ESP32-U4WDH',
    )),
    ...spelled(chip(WIFI_BLUETOOTH, 'QFN-48 (6 x 6 mm)', 'ESP32-D0WDQ6 ESP32-D0WDQ6-V3')),
    ...spelled(chip(WIFI_BLUETOOTH, 'LGA-48 (7 x 7 mm)', 'ESP32-PICO-D4 ESP32-PICO-V3 ESP32-PICO-V3-02')),
    ...spelled(chip(
      WIFI,
      'QFN-56 (7 x 7 mm)',
      'ESP32-S2 ESP32-S2FH2 ESP32-S2FH4 ESP32-S2FN4R2 ESP32-S2R2',
    )),
    ...spelled(chip(
      WIFI_LE,
      'QFN-56 (7 x 7 mm)',
      'ESP32-S3 ESP32-S3R2 ESP32-S3R8 ESP32-S3R8V ESP32-S3R16V ESP32-S3RH2 ESP32-S3FN8 ESP32-S3FH4R2',
    )),
    ...spelled(chip(
      WIFI_LE,
      'QFN-32 (5 x 5 mm)',
      'ESP32-C3 ESP32-C3FN4 ESP32-C3FH4 ESP32-C3FH4X ESP32-C3FH4AZ ESP32-C6FH4 ESP32-C6FH8',
    )),
    ...spelled(chip(WIFI_LE, 'QFN-40 (5 x 5 mm)', 'ESP32-C6')),
    ...spelled(chip(WIFI_LE, 'QFN-24 (4 x 4 mm)', 'ESP8684H1 ESP8684H2 ESP8684H4 ESP8684H2X ESP8684H4X')),
    ...spelled(chip(
      'Bluetooth Low Energy and 802.15.4',
      'QFN-32 (4 x 4 mm)',
      'ESP32-H2 ESP32-H2FH2 ESP32-H2FH4 ESP32-H2FH2S ESP32-H2FH4S',
    )),
    ...spelled(bases('microcontroller', {
      'ESP32': `32-bit microcontroller with ${WIFI_BLUETOOTH}`,
      'ESP8266': `32-bit microcontroller with ${WIFI}`,
    })),
  ],
};
