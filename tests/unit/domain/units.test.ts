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
  [4.99e3, 'ohm', '4.99 kΩ'],
  [0.1 + 0.2, 'F', '300 mF'],
  [32_768, 'Hz', '32.768 kHz'],
  [14.318182e6, 'Hz', '14.318182 MHz'],
  [0.1e6 + 0.2e6, 'Hz', '300 kHz'],
])('%d %s is written %s', (value, unit, text) => {
  expect(writeQuantity(value, unit)).toBe(text);
});
