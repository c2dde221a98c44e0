import { describe, expect, it } from 'vitest';
import { decoded } from './decoded.ts';

// Expected values are written by hand from the manufacturers' numbering; the last column says where the number is
// from. Columns: number, ohm, tolerance in % (null for jumpers), size, W and ppm/K (null where the manufacturers'
// issues differ or the document gives no single value), origin.
type Golden = readonly [string, number, number | null, string, number | null, number | null, string];

const LIST = 'sold part, in open parts lists';
const SHEET = 'ordering example of the data sheet';

const golden: Readonly<Record<string, readonly Golden[]>> = {
  'yageo-rc': [
    ['RC0402JR-07100KL', 100e3, 5, '0402 (1005 metric)', 1 / 16, 100, SHEET],
    ['RC0603FR-0710KL', 10e3, 1, '0603 (1608 metric)', 0.1, 100, LIST],
    ['RC0603FR-075K1L', 5100, 1, '0603 (1608 metric)', 0.1, 100, LIST],
    ['RC0402FR-0722R1L', 22.1, 1, '0402 (1005 metric)', 1 / 16, 100, LIST],
    ['RC0402FR-0731K6L', 31.6e3, 1, '0402 (1005 metric)', 1 / 16, 100, LIST],
    ['RC0402FR-07536KL', 536e3, 1, '0402 (1005 metric)', 1 / 16, 100, LIST],
    ['RC1206FR-7W3R9L', 3.9, 1, '1206 (3216 metric)', 0.5, 200, 'double power, described as 500 mW, 200 ppm'],
    ['RC0805JR-070RL', 0, null, '0805 (2012 metric)', null, null, 'jumper, ordered as J'],
    ['RC0402FR-070RL', 0, null, '0402 (1005 metric)', null, null, 'jumper, as it is sold'],
    ['RC0603FR-070RL', 0, null, '0603 (1608 metric)', null, null, 'jumper, as it is sold'],
    ['RC1206FR-070RL', 0, null, '1206 (3216 metric)', null, null, 'jumper, as it is sold'],
    ['RC2512FR-070RL', 0, null, '2512 (6332 metric)', null, null, 'jumper, as it is sold'],
    ['RC0603JR-071R5L', 1.5, 5, '0603 (1608 metric)', 0.1, 200, 'up to 10 ohm: 200 ppm/K'],
    ['RC2512JK-071ML', 1e6, 5, '2512 (6332 metric)', 1, 100, 'embossed tape'],
  ],
  'vishay-crcw': [
    ['CRCW0603562RFKEA', 562, 1, '0603 (1608 metric)', null, 100, SHEET],
    ['CRCW060310K0FKEA', 10e3, 1, '0603 (1608 metric)', null, 100, LIST],
    ['CRCW040249R9FKED', 49.9, 1, '0402 (1005 metric)', null, 100, LIST],
    ['CRCW08054K70JNEA', 4700, 5, '0805 (2012 metric)', null, 200, LIST],
    ['CRCW12061M00FKEA', 1e6, 1, '1206 (3216 metric)', 0.25, 100, LIST],
    ['CRCW1206100KFKEA', 100e3, 1, '1206 (3216 metric)', 0.25, 100, LIST],
    ['CRCW25121R00JNEG', 1, 5, '2512 (6332 metric)', 1, 200, LIST],
    ['CRCW06030000Z0EA', 0, null, '0603 (1608 metric)', null, null, 'jumper'],
  ],
  'vishay-crcw0201': [
    ['CRCW02012K20JNED', 2200, 5, '0201 (0603 metric)', 0.05, 200, LIST],
    ['CRCW020118R0FNED', 18, 1, '0201 (0603 metric)', 0.05, 200, LIST],
    ['CRCW020110K0FKED', 10e3, 1, '0201 (0603 metric)', 0.05, 100, 'document 20052'],
    ['CRCW02010000Z0ED', 0, null, '0201 (0603 metric)', null, null, 'jumper'],
  ],
  'vishay-crcw-c': [
    ['CRCW040249R9FKEDC', 49.9, 1, '0402 (1005 metric)', 0.063, 100, LIST],
    ['CRCW080545K3FKEAC', 45.3e3, 1, '0805 (2012 metric)', 0.125, 100, 'document 28773'],
    ['CRCW120620R5FKEBC', 20.5, 1, '1206 (3216 metric)', 0.25, 100, 'document 28773'],
    ['CRCW08053R00FNECC', 3, 1, '0805 (2012 metric)', 0.125, 200, 'document 28773'],
  ],
  'panasonic-erj-g': [
    ['ERJ3GEYJ102V', 1000, 5, '0603 (1608 metric)', 0.1, null, SHEET],
    ['ERJ-2GE0R00X', 0, null, '0402 (1005 metric)', null, null, LIST],
    ['ERJ-3GEY0R00V', 0, null, '0603 (1608 metric)', null, null, LIST],
    ['ERJ-6GEY0R00V', 0, null, '0805 (2012 metric)', null, null, LIST],
    ['ERJ-2GEJ103X', 10e3, 5, '0402 (1005 metric)', null, null, LIST],
    ['ERJ-6GEYJ4R7V', 4.7, 5, '0805 (2012 metric)', 0.125, null, LIST],
    ['ERJ-8GEYJ474V', 470e3, 5, '1206 (3216 metric)', 0.25, null, LIST],
    ['ERJ-1TYJ201U', 200, 5, '2512 (6332 metric)', 1, null, LIST],
    ['ERJ-1GNJ221C', 220, 5, '0201 (0603 metric)', 0.05, null, LIST],
  ],
  'panasonic-erj-precision': [
    ['ERJ-8ENF1002V', 10e3, 1, '1206 (3216 metric)', 0.25, 100, 'example of the data sheet'],
    ['ERJ3RBD1002V', 10e3, 0.5, '0603 (1608 metric)', null, 50, SHEET],
    ['ERJ-2RKF10R0X', 10, 1, '0402 (1005 metric)', null, 100, LIST],
    ['ERJ-3EKF10R0V', 10, 1, '0603 (1608 metric)', 0.1, 100, LIST],
    ['ERJ-3EKF1004V', 1e6, 1, '0603 (1608 metric)', 0.1, 100, LIST],
    ['ERJ-2RKF2400X', 240, 1, '0402 (1005 metric)', null, 100, LIST],
    ['ERJ-6ENF4702V', 47e3, 1, '0805 (2012 metric)', 0.125, 100, LIST],
    ['ERJ-3EKF5620V', 562, 1, '0603 (1608 metric)', 0.1, 100, LIST],
  ],
  'stackpole-rmcf': [
    ['RMCF0603FT10K0', 10e3, 1, '0603 (1608 metric)', 0.1, 100, LIST],
    ['RMCF0603FT100R', 100, 1, '0603 (1608 metric)', 0.1, 100, LIST],
    ['RMCF0402FT100K', 100e3, 1, '0402 (1005 metric)', 0.063, 100, LIST],
    ['RMCF0805FT1M00', 1e6, 1, '0805 (2012 metric)', 0.125, 100, LIST],
    ['RMCF1206FT49R9', 49.9, 1, '1206 (3216 metric)', 0.25, 100, LIST],
    ['RMCF0603JT4K70', 4700, 5, '0603 (1608 metric)', 0.1, 200, LIST],
    ['RMCF0805JT10R0', 10, 5, '0805 (2012 metric)', 0.125, 200, LIST],
    ['RMCF0603ZT0R00', 0, null, '0603 (1608 metric)', null, null, 'jumper'],
  ],
  'koa-rk73h': [
    ['RK73H2BTTD1003F', 100e3, 1, '1206 (3216 metric)', null, null, SHEET],
    ['RK73H1JTTD1002F', 10e3, 1, '0603 (1608 metric)', null, null, LIST],
    ['RK73H2ATTD4702F', 47e3, 1, '0805 (2012 metric)', null, null, LIST],
    ['RK73H1ETTP5100F', 510, 1, '0402 (1005 metric)', null, null, LIST],
    ['RK73H1ETTP10R0D', 10, 0.5, '0402 (1005 metric)', null, null, 'R below 100 ohm'],
  ],
  'koa-rk73b': [
    ['RK73B1JTTD103J', 10e3, 5, '0603 (1608 metric)', null, null, LIST],
    ['RK73B2ATTD472J', 4700, 5, '0805 (2012 metric)', null, null, LIST],
    ['RK73B1ETTP4R7J', 4.7, 5, '0402 (1005 metric)', null, null, 'R below 10 ohm'],
  ],
  'koa-rk73z': [
    ['RK73Z2BTTD', 0, null, '1206 (3216 metric)', null, null, SHEET],
    ['RK73Z1JTTD', 0, null, '0603 (1608 metric)', null, null, LIST],
  ],
  'uniroyal-chip': [
    ['0402WGF2001TCE', 2000, 1, '0402 (1005 metric)', 1 / 16, null, LIST],
    ['0402WGF100JTCE', 10, 1, '0402 (1005 metric)', 1 / 16, null, 'J is a tenth'],
    ['0402WGF0000TCE', 0, null, '0402 (1005 metric)', null, null, 'jumper'],
    ['0402WGF5103TCE', 510e3, 1, '0402 (1005 metric)', 1 / 16, null, LIST],
    ['0603WAF1002T5E', 10e3, 1, '0603 (1608 metric)', 0.1, null, LIST],
    ['0805W8F2003T5E', 200e3, 1, '0805 (2012 metric)', 0.125, null, 'SMD-SP-001: 200 × 10³ ohm'],
    ['0805W8F4701T5E', 4700, 1, '0805 (2012 metric)', 0.125, null, 'SMD-SP-001: 470 × 10¹ ohm'],
    ['1206W4J0103T5E', 10e3, 5, '1206 (3216 metric)', 0.25, null, 'two significant digits behind a zero'],
  ],
};

for (const [series, parts] of Object.entries(golden)) {
  describe(`${series} numbers`, () => {
    it.each(parts)(
      '%s: %d ohm, %s %%, %s, %s W, %s ppm/K',
      (mpn, resistance, tolerance, size, power, tempco) => {
        const found = decoded(mpn);
        expect(found?.source).toBe(`decoder:${series}`);
        const values = found?.values;
        expect(values?.category).toBe('resistor');
        expect(values?.resistance).toBe(resistance);
        expect(values?.tolerance ?? null).toBe(tolerance);
        expect(values?.package).toBe(size);
        expect(values?.power_rating ?? null).toBe(power);
        expect(values?.temperature_coefficient ?? null).toBe(tempco);
      },
    );
  });
}

describe('resistor numbers that are not quite right', () => {
  it.each([
    ['RC0603FR-0710K', 'the L at the end is missing'],
    ['RC0603FR-0710K0L', 'Yageo writes 10K'],
    ['RC0603HR-0710KL', 'no tolerance H'],
    ['RC0603FR-0810KL', 'no reel 08'],
    ['RC0603BR-070RL', 'no jumper has a tolerance of 0.1 %'],
    ['RC0603DR-070RL', 'nor of 0.5 %'],
    ['RC1210FR-7W10KL', 'no double power in this size'],
    ['CRCW060310K0JKEA', '5 % comes with 200 ppm/K only'],
    ['CRCW060310K0FKXX', 'no packaging XX'],
    ['CRCW060310KFKEA', 'the value has four characters'],
    ['ERJ-3EKF1002X', 'X is the tape of another size'],
    ['ERJ-3GEYF1002V', 'the general series is 5 % only'],
    ['ERJ-3EKF103V', 'at 1 % the value has four digits'],
    ['RMCF0603FT10K', 'the value has four characters'],
    ['RK73H1JTTD103F', 'at 1 % the value has four digits'],
    ['0603WAF1007T5E', 'no power of ten 7'],
    ['0603WAF1002T5', 'the number ends in E'],
  ])('%s is not read: %s', (mpn) => {
    expect(decoded(mpn)).toBeNull();
  });
});
