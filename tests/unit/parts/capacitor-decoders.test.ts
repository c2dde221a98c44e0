import { describe, expect, it } from 'vitest';
import { decoded } from './decoded.ts';

// Expected values are written by hand from the manufacturers' numbering; the last column says where the number is
// from. Columns: number, farad, tolerance (% or, below 10 pF, farad), V, dielectric, size, origin.
type Golden = readonly [string, number, number, number, string, string, string];

const LIST = 'sold part, in open parts lists';
const SHEET = 'example in the numbering document';

const golden: Readonly<Record<string, readonly Golden[]>> = {
  'murata-grm': [
    ['GRM188R71H104KA93D', 100e-9, 10, 50, 'X7R', '0603 (1608 metric)', LIST],
    ['GRM155R71C104KA88D', 100e-9, 10, 16, 'X7R', '0402 (1005 metric)', LIST],
    ['GRM21BR61H106KE43L', 10e-6, 10, 50, 'X5R', '0805 (2012 metric)', LIST],
    ['GRM31B5C2J681JW01L', 680e-12, 5, 630, 'C0G', '1206 (3216 metric)', LIST],
    ['GRM033R70J222KA01D', 2.2e-9, 10, 6.3, 'X7R', '0201 (0603 metric)', LIST],
    ['GRM033C70J104ME14D', 100e-9, 20, 6.3, 'X7S', '0201 (0603 metric)', LIST],
    ['GRM0335C1HR90CA01D', 0.9e-12, 0.25e-12, 50, 'C0G', '0201 (0603 metric)', LIST],
    ['GRM1885C1H102JA01D', 1e-9, 5, 50, 'C0G', '0603 (1608 metric)', LIST],
    ['GRM31CR60J107ME39L', 100e-6, 20, 6.3, 'X5R', '1206 (3216 metric)', LIST],
    ['GRM188R72A472KA01', 4.7e-9, 10, 100, 'X7R', '0603 (1608 metric)', 'without packaging letter'],
  ],
  'murata-gcm': [['GCM188R92A682KA37D', 6.8e-9, 10, 100, 'X8R', '0603 (1608 metric)', LIST]],
  'murata-gjm': [['GJM1555C1H1R0BB01D', 1e-12, 0.1e-12, 50, 'C0G', '0402 (1005 metric)', LIST]],
  'samsung-cl': [
    ['CL10A106MP8NNNC', 10e-6, 20, 10, 'X5R', '0603 (1608 metric)', SHEET],
    ['CL31B104KCFNNNE', 100e-9, 10, 100, 'X7R', '1206 (3216 metric)', 'specification of the part'],
    ['CL05B104KO5NNNC', 100e-9, 10, 16, 'X7R', '0402 (1005 metric)', LIST],
    ['CL05A225MQ5NSNC', 2.2e-6, 20, 6.3, 'X5R', '0402 (1005 metric)', LIST],
    ['CL05C331JB5NNNC', 330e-12, 5, 50, 'C0G', '0402 (1005 metric)', LIST],
    ['CL05B104KB54PNC', 100e-9, 10, 50, 'X7R', '0402 (1005 metric)', LIST],
    ['CL21A106KAYNNNE', 10e-6, 10, 25, 'X5R', '0805 (2012 metric)', LIST],
    ['CL31B106KLHSFNE', 10e-6, 10, 35, 'X7R', '1206 (3216 metric)', "the manufacturer's product list"],
    ['CL21B102KECSFNC', 1e-9, 10, 250, 'X7R', '0805 (2012 metric)', "the manufacturer's product list"],
  ],
  'yageo-cc-npo': [
    ['CC0402CRNPO9BN1R0', 1e-12, 0.25e-12, 50, 'C0G', '0402 (1005 metric)', LIST],
    ['CC0603JRNPO9BN270', 27e-12, 5, 50, 'C0G', '0603 (1608 metric)', LIST],
    ['CC0805JRNPO9BN150', 15e-12, 5, 50, 'C0G', '0805 (2012 metric)', LIST],
    ['CC0805JRNPOCBN100', 10e-12, 5, 1000, 'C0G', '0805 (2012 metric)', LIST],
  ],
  'yageo-cc-x': [
    ['CC0603KRX7R9BB104', 100e-9, 10, 50, 'X7R', '0603 (1608 metric)', LIST],
    ['CC0402KRX5R5BB105', 1e-6, 10, 6.3, 'X5R', '0402 (1005 metric)', LIST],
    ['CC0201KRX7R7BB101', 100e-12, 10, 16, 'X7R', '0201 (0603 metric)', LIST],
    ['CC0805KKX7R8BB105', 1e-6, 10, 25, 'X7R', '0805 (2012 metric)', LIST],
    ['CC0603JRX7R8BB104', 100e-9, 5, 25, 'X7R', '0603 (1608 metric)', LIST],
  ],
  'tdk-c': [
    ['C3216X5R1A107M160AC', 100e-6, 20, 10, 'X5R', '1206 (3216 metric)', SHEET],
    ['C1608C0G1E103J080AA', 10e-9, 5, 25, 'C0G', '0603 (1608 metric)', SHEET],
    ['C1608C0G1E103JT000N', 10e-9, 5, 25, 'C0G', '0603 (1608 metric)', 'the same part as on its label'],
    ['C1005X5R0J475K050BC', 4.7e-6, 10, 6.3, 'X5R', '0402 (1005 metric)', LIST],
    ['C1608X7S0J106M080AC', 10e-6, 20, 6.3, 'X7S', '0603 (1608 metric)', LIST],
    ['C1608X5R1E225K080AB', 2.2e-6, 10, 25, 'X5R', '0603 (1608 metric)', LIST],
    ['C1608C0G1H102J080AA', 1e-9, 5, 50, 'C0G', '0603 (1608 metric)', LIST],
    ['C2012X5R1E106K125AB', 10e-6, 10, 25, 'X5R', '0805 (2012 metric)', LIST],
  ],
  'kemet-c-c0g': [
    ['C0402C109C5GACTU', 1e-12, 0.25e-12, 50, 'C0G', '0402 (1005 metric)', LIST],
    ['C0603C829D5GACTU', 8.2e-12, 0.5e-12, 50, 'C0G', '0603 (1608 metric)', LIST],
    ['C0402C100C5GACTU', 10e-12, 0.25e-12, 50, 'C0G', '0402 (1005 metric)', LIST],
    ['C0603C180J5GACTU', 18e-12, 5, 50, 'C0G', '0603 (1608 metric)', LIST],
    ['C0603C470F1GACTU', 47e-12, 1, 100, 'C0G', '0603 (1608 metric)', LIST],
  ],
  'kemet-c-x7r': [
    ['C0603C104K5RACTU', 100e-9, 10, 50, 'X7R', '0603 (1608 metric)', LIST],
    ['C0603C105K3RACTU', 1e-6, 10, 25, 'X7R', '0603 (1608 metric)', LIST],
    ['C1206C104K5RAC7867', 100e-9, 10, 50, 'X7R', '1206 (3216 metric)', LIST],
  ],
  'kemet-c-x5r': [
    ['C1206C107M9PACTU', 100e-6, 20, 6.3, 'X5R', '1206 (3216 metric)', SHEET],
    ['C1210C476M4PACTU', 47e-6, 20, 16, 'X5R', '1210 (3225 metric)', LIST],
    ['C0402C224K9PAC7867', 220e-9, 10, 6.3, 'X5R', '0402 (1005 metric)', LIST],
  ],
};

for (const [series, parts] of Object.entries(golden)) {
  describe(`${series} numbers`, () => {
    it.each(parts)('%s: %d F, %d, %d V, %s, %s', (mpn, capacitance, tolerance, voltage, dielectric, size) => {
      const found = decoded(mpn);
      expect(found?.source).toBe(`decoder:${series}`);
      expect(found?.values).toMatchObject({
        category: 'capacitor',
        capacitance,
        tolerance,
        voltage_rating: voltage,
        dielectric,
        package: size,
      });
    });
  });
}

describe('capacitor numbers that are not quite right', () => {
  it.each([
    ['GRM188R71X104KA93D', 'no voltage 1X'],
    ['GRM188Q71H104KA93D', 'no characteristic Q7'],
    ['GRM188R71H104DA93D', 'an absolute tolerance above 10 pF'],
    ['GRM188R71H104KA93DD', 'a letter too many'],
    ['GRM1885C1H4R7JA01D', 'a relative tolerance below 10 pF'],
    ['CL10G104KB8NNNC', 'no dielectric G'],
    ['CL10B104KT8NNNC', 'no voltage T'],
    ['CL10B104KB8NNC', 'a letter is missing'],
    ['CC0603KRX7R9BN104', 'BN goes with NPO'],
    ['CC0603KRX7R3BB104', 'no voltage 3'],
    ['C1608X7R1Z104K080AA', 'no voltage 1Z'],
    ['C1608X7R1H104K081AA', 'no thickness 081'],
    ['C0603C104K5XACTU', 'no dielectric X'],
    ['C0402X5R475M4R0NT', "another manufacturer's number of the same beginning"],
    ['C0603NP0150JGT', "another manufacturer's number of the same beginning"],
  ])('%s is not read: %s', (mpn) => {
    expect(decoded(mpn)).toBeNull();
  });
});
