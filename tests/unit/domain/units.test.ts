import { expect, it } from 'vitest';
import { writeQuantity } from '../../../shared/domain/units.ts';

it.each([
  [1 / 6, 'W', '0.1667 W'],
  [0.0625, 'W', '0.0625 W'],
  [100.25, 'mm', '100.25 mm'],
  [12_345, 'V', '12345 V'],
  [0.03125, 'W', '0.03125 W'],
  [0, 'V', '0 V'],
  [1, '%', '±1 %'],
  [1e-7, 'F', '100 nF'],
])('%d %s is written %s', (value, unit, text) => {
  expect(writeQuantity(value, unit)).toBe(text);
});
