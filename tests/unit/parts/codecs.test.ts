import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  fixedLetterResistance,
  powerOfTenResistance,
  shortLetterResistance,
  smallCapacitance,
  smallCapacitanceByMultiplier,
  type ValueCodec,
  zerosCapacitance,
  zerosResistance,
} from '../../../shared/parts/decoders/codecs.ts';

// Encoders written from the manufacturers' rules alone, so that a round trip compares two readings of the rules.

/** Digits of `mantissa` with `letter` after the first `before`: (475, 2, 'K') → `47K5`. */
function withPoint(mantissa: number, before: number, letter: string): string {
  const digits = String(mantissa);
  return digits.slice(0, before) + letter + digits.slice(before);
}

const three = fc.integer({ min: 100, max: 999 });
const two = fc.integer({ min: 10, max: 99 });
const letters = [['R', 0], ['K', 3], ['M', 6]] as const;

function expectRoundTrip(codec: ValueCodec, code: string, value: number): void {
  expect(codec.lengths).toContain(code.length);
  expect(codec.decode(code)).toBe(value);
}

describe('resistance notations', () => {
  it('reads back three significant digits with a letter as decimal point', () => {
    fc.assert(
      fc.property(
        three,
        fc.constantFrom(1, 2, 3),
        fc.constantFrom(...letters),
        (n, before, [letter, power]) => {
          const code = withPoint(n, before, letter);
          expectRoundTrip(fixedLetterResistance, code, Number(`${n}e${power + before - 3}`));
        },
      ),
    );
  });

  it('reads back the short form of the same', () => {
    fc.assert(
      fc.property(
        three,
        fc.constantFrom(1, 2, 3),
        fc.constantFrom(...letters),
        (n, before, [letter, power]) => {
          const code = withPoint(n, before, letter).replace(/(?<=[RKM]\d*?)0+$/, '');
          expectRoundTrip(shortLetterResistance, code, Number(`${n}e${power + before - 3}`));
        },
      ),
    );
  });

  it('reads back digits and zeros', () => {
    fc.assert(fc.property(two, fc.integer({ min: 0, max: 6 }), (n, zeros) => {
      expectRoundTrip(zerosResistance(2), `${n}${zeros}`, Number(`${n}e${zeros}`));
    }));
    fc.assert(fc.property(three, fc.integer({ min: 0, max: 5 }), (n, zeros) => {
      expectRoundTrip(zerosResistance(3), `${n}${zeros}`, Number(`${n}e${zeros}`));
    }));
  });

  it('reads back digits and a power of ten, with letters for negative powers', () => {
    const power = fc.constantFrom(
      ...[...'0123456'].map((p) => [p, Number(p)] as const),
      ['J', -1] as const,
      ['K', -2] as const,
    );
    fc.assert(fc.property(three, power, (n, [letter, exponent]) => {
      expectRoundTrip(powerOfTenResistance, `${n}${letter}`, Number(`${n}e${exponent}`));
    }));
  });

  it.each([
    ['short', shortLetterResistance, ['10', '10K0', '4K70', 'R10', '0R5', '05K1', '1234', '10k', 'K47', '']],
    ['fixed', fixedLetterResistance, ['10K', '0R00', '10000', 'R100', '0K10', '10KK', '1002']],
    ['three digits', zerosResistance(2), ['000', '010', '10R', 'R10', '1K0', '1002']],
    ['four digits', zerosResistance(3), ['0000', '0100', '100R', 'R100', '1K00', '103']],
    ['power of ten', powerOfTenResistance, ['0001', '0010', '1007', '100N', '100']],
  ])('refuses what is not of the %s notation', (_, codec, codes) => {
    for (const code of codes) expect(codec.decode(code), code).toBeNull();
  });

  it('reads jumpers as zero where the notation has a code for them', () => {
    expect(shortLetterResistance.decode('0R')).toBe(0);
    expect(powerOfTenResistance.decode('0000')).toBe(0);
  });
});

describe('capacitance notations', () => {
  it('reads back picofarads as digits and zeros', () => {
    fc.assert(fc.property(two, fc.integer({ min: 0, max: 7 }), (n, zeros) => {
      expectRoundTrip(zerosCapacitance, `${n}${zeros}`, Number(`${n}e${zeros - 12}`));
    }));
  });

  it('reads back values below 10 pF with R as decimal point', () => {
    fc.assert(fc.property(two, (n) => {
      expectRoundTrip(smallCapacitance, withPoint(n, 1, 'R'), Number(`${n}e-13`));
      expectRoundTrip(smallCapacitance, `R${n}`, Number(`${n}e-14`));
    }));
  });

  it('reads back values below 10 pF with a multiplier digit', () => {
    fc.assert(fc.property(two, (n) => {
      expectRoundTrip(smallCapacitanceByMultiplier, `${n}9`, Number(`${n}e-13`));
      expectRoundTrip(smallCapacitanceByMultiplier, `${n}8`, Number(`${n}e-14`));
    }));
  });

  it('has 10 pF on both sides of the border, because manufacturers sell it with either kind of tolerance', () => {
    for (const codec of [zerosCapacitance, smallCapacitance, smallCapacitanceByMultiplier]) {
      expect(codec.decode('100')).toBe(10e-12);
    }
  });

  it.each([
    ['from 10 pF', zerosCapacitance, ['4R7', '010', '108', '109', 'R50', '10', '1040']],
    ['up to 10 pF', smallCapacitance, ['104', '0R0', '00R', 'R05', '110', '10R']],
    ['up to 10 pF by multiplier', smallCapacitanceByMultiplier, ['104', '4R7', '099', '110']],
  ])('refuses what is not of the notation %s', (_, codec, codes) => {
    for (const code of codes) expect(codec.decode(code), code).toBeNull();
  });
});
