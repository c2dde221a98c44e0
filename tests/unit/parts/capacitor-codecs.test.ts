import { describe, expect, it } from 'vitest';
import { upTo10pFWithZero } from '../../../shared/parts/decoders/series/capacitors/ceramic.ts';
import {
  digitsFirst,
  microfarads,
  picofarads,
  plainMicrofarads,
  zerosFirst,
} from '../../../shared/parts/decoders/series/capacitors/electrolytic.ts';

describe.each(
  [
    [
      'up to 10 pF, whole picofarads with a zero in front',
      upTo10pFWithZero,
      [['020', 2e-12], ['1R5', 1.5e-12], ['0R5', 0.5e-12], ['100', 10e-12]],
      ['02O', '000', '101', '022'],
    ],
    [
      'in microfarads',
      microfarads,
      [['101', 1e-4], ['470', 4.7e-5], ['4R7', 4.7e-6], ['R47', 4.7e-7], ['105', 1], ['223', 0.022]],
      ['001', '4R', 'RR7', '000'],
    ],
    ['in picofarads', picofarads, [['107', 1e-4], ['475', 4.7e-6], ['228', 2.2e-3]], ['07', '4.7']],
    [
      'as the number of microfarads',
      plainMicrofarads,
      [['100', 1e-4], ['2.2', 2.2e-6], ['0.47', 4.7e-7], ['1000', 1e-3], ['22', 2.2e-5]],
      ['010', '.47', '2.', '0'],
    ],
    [
      'with the zeros first',
      zerosFirst,
      [['3100', 1e-7], ['4220', 2.2e-6], ['1470', 4.7e-9], ['0047', 4.7e-11], ['0100', 1e-10]],
      ['3010', '000', '0000'],
    ],
    ['with the digits first', digitsFirst, [['6100', 1e-7], ['5470', 4.7e-8]], ['6010']],
  ] as const,
)('a capacitance %s', (_, { codec }, values, wrong) => {
  it('reads as what it is, and is written so', () => {
    for (const [code, value] of values) {
      expect(codec.decode(code), code).toBe(value);
      expect(codec.encode(value), code).toBe(code);
    }
  });

  it('is nothing else', () => {
    for (const code of wrong) expect(codec.decode(code), code).toBe(null);
  });
});

it('one microfarad is written in two ways', () => {
  expect(['010', '1R0'].map(microfarads.codec.decode)).toEqual([1e-6, 1e-6]);
});
