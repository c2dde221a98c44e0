/** Distributors' numbers by their shape. */
import { expect, it } from 'vitest';
import { digiKeyResistance, readDistributorNumber } from '../../../shared/parts/distributor-numbers.ts';

it.each<[supplier: string | null, number: string, distributor: string | null, inner: string | null]>([
  ['Mouser', '603-RC0603FR-0710KL', 'Mouser', 'RC0603FR-0710KL'],
  ['Mouser Part Number', '81-GRM188R71H104KA93', 'Mouser', 'GRM188R71H104KA93'],
  [null, '603-RC0603FR-0710KL', 'Mouser', 'RC0603FR-0710KL'],
  ['Mouser', '538-87834-2019', 'Mouser', '87834-2019'],
  ['Mouser', '603-CC603KRX7R9BB104', 'Mouser', 'CC0603KRX7R9BB104'],
  ['DigiKey', '311-10.0KHRCT-ND', 'DigiKey', null],
  ['Digi-Key', '296-47360-1-ND', 'DigiKey', null],
  [null, 'MCP7940NT-I/SNCT-ND', 'DigiKey', 'MCP7940NT-I/SN'],
  ['Digike_y2', 'MAX11125ATI+-ND', 'DigiKey', 'MAX11125ATI+'],
  ['LCSC', 'C25804', 'LCSC', null],
  [null, 'C2848620', 'LCSC', null],
  ['JLCPCB Part #', 'C1525', 'LCSC', null],
  ['Newark', '94X1379', 'Newark', null],
  [null, '94X1379', 'Newark', null],
  ['element14', '68X2786', 'Newark', null],
  ['element14', '68x 2786', 'Newark', null],
  ['element14', '8819734', 'Farnell', null],
  [null, '03AC2659', 'Newark', null],
  ['Farnell', '2447230', 'Farnell', null],
  ['RS', '757-0032', 'RS', null],
  ['RS', '7570032', 'RS', null],
  ['TME', 'LTST-C170TGKT', 'TME', 'LTST-C170TGKT'],
  ['Arrow', 'MCP7940NT-I/SN', 'Arrow', 'MCP7940NT-I/SN'],
  [null, '7570032', null, null],
  ['Internal', 'A-100-22', null, null],
])('%s %s', (supplier, number, distributor, inner) => {
  expect(readDistributorNumber(supplier, number)).toMatchObject({ distributor, inner });
});

it('is certain of the part within a number of Mouser alone', () => {
  expect(readDistributorNumber('Mouser', '603-RC0603FR-0710KL').isCertain).toBe(true);
  expect(readDistributorNumber('DigiKey', 'YAG3613CT-ND').isCertain).toBe(false);
});

it.each<[string, number | null]>([
  ['P4.70KHCT-ND', 4_700],
  ['311-10.0KHRCT-ND', 10_000],
  ['311-130HRTR-ND', 130],
  ['541-1.00MLDKR-ND', 1e6],
  ['P0.0GCT-ND', 0],
  ['P12345CT-ND', null],
  ['311-4078-1-ND', null],
  ['296-47360-1-ND', null],
  ['MCP7940NT-I/SNCT-ND', null],
])('reads the resistance in %s', (number, ohms) => {
  expect(digiKeyResistance(number)).toBe(ohms);
});
