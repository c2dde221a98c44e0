import { bareCodes } from '../../segments.ts';
import type { Segment, SeriesTable } from '../../table.ts';
import { base, bases, DASH, maybe, packages, packing } from './numbers.ts';

const LE = 'Bluetooth Low Energy';
const CHIP_SCALE = {
  CAAA: 'WLCSP',
  CEAA: 'WLCSP',
  CFAA: 'WLCSP',
  CIAA: 'WLCSP',
  CJAA: 'WLCSP',
  CKAA: 'WLCSP',
};
const PACKING = packing({ R: 'reel, 13 inch', R7: 'reel, 7 inch', T: 'tray' });

/** A number, its packages and memory variants, its build and its packing. */
function family(
  list: string,
  category: 'microcontroller' | 'rf' | 'module' | 'power_management',
  description: string,
  variants: Readonly<Record<string, string>>,
): Segment[][] {
  const numbers = base(bases(category, { [list]: description }));
  return [[numbers], [
    numbers,
    DASH,
    packages(variants),
    maybe(DASH, bareCodes('build', 'B00 C00 D0 D00 E00 F F0 F00 G00')),
    maybe(DASH, PACKING),
  ]];
}

const mcu = (core: string, radio: string) => `Arm Cortex-${core} microcontroller with ${radio}`;

export const nordicNrf: SeriesTable = {
  id: 'nordic-nrf',
  manufacturer: 'Nordic Semiconductor',
  category: 'microcontroller',
  series: 'nRF',
  description: 'Microcontroller with radio',
  reference: { title: 'Nordic Semiconductor products', url: 'https://www.nordicsemi.com/Products' },
  forms: () => [
    ...family('NRF51822 NRF51422 NRF51824', 'microcontroller', mcu('M0', LE), {
      QFAA: 'QFN-48 (6 x 6 mm)',
      QFAB: 'QFN-48 (6 x 6 mm)',
      QFAC: 'QFN-48 (6 x 6 mm)',
      CDAB: 'WLCSP',
      CEAA: 'WLCSP',
      CFAC: 'WLCSP',
      CTAA: 'WLCSP',
      CTAC: 'WLCSP',
    }),
    ...family('NRF52832', 'microcontroller', mcu('M4', LE), {
      QFAA: 'QFN-48 (6 x 6 mm)',
      QFAB: 'QFN-48 (6 x 6 mm)',
      CIAA: 'WLCSP',
    }),
    ...family('NRF52810 NRF52811', 'microcontroller', mcu('M4', LE), {
      QFAA: 'QFN-48 (6 x 6 mm)',
      QCAA: 'QFN-32 (5 x 5 mm)',
      CAAA: 'WLCSP',
    }),
    ...family('NRF52805', 'microcontroller', mcu('M4', LE), { CAAA: 'WLCSP' }),
    ...family('NRF52820', 'microcontroller', mcu('M4', `${LE} and 802.15.4`), {
      QDAA: 'QFN-40 (5 x 5 mm)',
      CFAA: 'WLCSP',
    }),
    ...family('NRF52833', 'microcontroller', mcu('M4', `${LE} and 802.15.4`), {
      QIAA: 'aQFN-73 (7 x 7 mm)',
      QDAA: 'QFN-40 (5 x 5 mm)',
      CJAA: 'WLCSP',
    }),
    ...family('NRF52840', 'microcontroller', mcu('M4', `${LE} and 802.15.4`), {
      QIAA: 'aQFN-73 (7 x 7 mm)',
      QFAA: 'QFN-48 (6 x 6 mm)',
      CKAA: 'WLCSP',
    }),
    ...family('NRF5340', 'microcontroller', mcu('M33', `${LE} and 802.15.4`), {
      QKAA: 'aQFN-94 (7 x 7 mm)',
      CLAA: 'WLCSP',
    }),
    ...family('NRF54L05 NRF54L10 NRF54L15', 'microcontroller', mcu('M33', `${LE} and 802.15.4`), {
      QFAA: 'QFN-48 (6 x 6 mm)',
      CAAA: 'WLCSP',
    }),
    ...family('NRF9160', 'module', 'LTE-M, NB-IoT and GNSS module', {
      SIAA: 'LGA-127 (10 x 16 mm)',
      SIBA: 'LGA-127 (10 x 16 mm)',
      SICA: 'LGA-127 (10 x 16 mm)',
    }),
    ...family('NRF9151 NRF9161', 'module', 'LTE-M, NB-IoT and GNSS module', { LACA: 'LGA' }),
    ...family('NRF7002', 'rf', 'Wi-Fi 6 companion', { QFAA: 'QFN-48 (6 x 6 mm)', CEAA: 'WLCSP' }),
    ...family('NRF21540', 'rf', '2.4 GHz front end', { QDAA: 'QFN-16 (4 x 4 mm)' }),
    ...family('NPM1100', 'power_management', 'Power management with battery charger', CHIP_SCALE),
    ...family('NPM1300', 'power_management', 'Power management with battery charger', {
      QEAA: 'QFN-32 (5 x 5 mm)',
      CAAA: 'WLCSP',
    }),
    [
      base(bases('rf', { 'NRF24L01P NRF24L01': '2.4 GHz transceiver' }, { package: 'QFN-20 (4 x 4 mm)' })),
      maybe(
        DASH,
        packing({ R: 'reel, 13 inch', R7: 'reel, 7 inch', T: 'tray', REEL: 'reel', REEL7: 'reel, 7 inch' }),
      ),
    ],
    // As it is called everywhere but in an order.
    [base(bases('rf', { 'NRF24L01+': '2.4 GHz transceiver' }, { package: 'QFN-20 (4 x 4 mm)' }))],
  ],
};
