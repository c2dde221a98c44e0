/**
 * Notations for a value inside a part number. A codec reads exactly the notation the manufacturer's document
 * describes; anything else is null, so that a mistyped number is not read as some other value.
 */

export interface ValueCodec {
  /** Lengths a value may have, in characters. */
  readonly lengths: readonly number[];
  /** The value in the unit of its field, null when `code` is not of this notation. */
  decode(code: string): number | null;
  /** The code of `value`, null where the notation has none: `decode` reads it as the very same number. */
  encode(value: number): string | null;
}

/**
 * A codec that `read`s codes of the shape `pattern`. `spell` gives codes that a value may have, good or not: the first
 * that reads as the value again is its code.
 */
export function codec(
  lengths: readonly number[],
  pattern: RegExp,
  read: (code: string) => number | null,
  spell: (value: number) => readonly string[],
): ValueCodec {
  const decode = (code: string) => lengths.includes(code.length) && pattern.test(code) ? read(code) : null;
  return {
    lengths,
    decode,
    encode: (value) => spell(value).find((code) => decode(code) === value) ?? null,
  };
}

const LETTER_FACTOR: Readonly<Record<string, number>> = {
  L: -3,
  U: -6,
  N: -9,
  P: -12,
  R: 0,
  K: 3,
  M: 6,
  G: 9,
};

/**
 * `digits` with `scale` decimal places moved, times `factor`. One decimal literal is parsed instead of floats
 * being multiplied, because 4.7 × 1e-12 is not the number that `4.7e-12` is and equal values must compare
 * equal.
 */
export function scaled(digits: string, exponent: number): number {
  return Number(`${digits}e${exponent}`);
}

/** Digits with one letter as decimal point, which is a factor too: `4K7`, `R10`, `100R`, `2L0` (2 milliohm). */
export function letterValue(code: string): number | null {
  const match = /^(\d*)([LUNPRKMG])(\d*)$/.exec(code);
  const [, whole = '', letter = '', fraction = ''] = match ?? [];
  if (whole + fraction === '') return null;
  return scaled(whole + fraction, (LETTER_FACTOR[letter] ?? 0) - fraction.length);
}

/** The significant digits of `value`, as many as `digits`, and the power of ten behind them: 4700 in two is 47 and 2. */
export function mantissa(value: number, digits: number): readonly [digits: string, exponent: number] {
  const [fraction = '0', power = '0'] = value.toExponential(digits - 1).split('e');
  return [fraction.replace('.', ''), Number(power) - digits + 1];
}

/** `value` with one of `letters` as decimal point, in `digits` significant digits and without zeros at the end. */
export function lettered(value: number, letters: string, digits: number): readonly string[] {
  return [...letters].flatMap((letter) => {
    const text = Number((value / 10 ** (LETTER_FACTOR[letter] ?? 0)).toPrecision(digits)).toFixed(4);
    const [whole = '', fraction = ''] = text.replace(/0+$/, '').split('.');
    const padded = fraction.padEnd(Math.max(0, digits - whole.replace(/^0+/, '').length), '0').slice(
      0,
      digits,
    );
    const short = whole + letter + fraction;
    return [short, short.replace(/^0+(?=[A-Z]\d)/, ''), whole + letter + padded, `${letter}${padded}`];
  });
}

/**
 * Resistance with a letter as decimal point and as short as possible: `4K7`, `10K`, `97R6`, `1M`; `0R` is a
 * jumper. Longer spellings of the same value (`10K0`) are not of this notation.
 */
export const shortLetterResistance = codec(
  [2, 3, 4],
  /^(0R|[1-9]\d{0,2}[RKM](\d?[1-9])?)$/,
  letterValue,
  (value) => lettered(value, 'RKM', 3),
);

/**
 * Resistance in three significant digits with a letter as decimal point, always four characters: `4K70`,
 * `100R`.
 */
export const fixedLetterResistance = codec(
  [4],
  /^[1-9](\d\d[RKM]|\d[RKM]\d|[RKM]\d\d)$/,
  letterValue,
  (value) => lettered(value, 'RKM', 3),
);

/**
 * Resistance as significant digits and a number of zeros, `R` as decimal point below that: `103` is 10 kohm,
 * `4R7` is 4.7 ohm with `digits` 2; `1002` is 10 kohm, `10R0` is 10 ohm with `digits` 3.
 * Nobody numbers 100 megohm and more that way.
 */
export function zerosResistance(digits: 2 | 3): ValueCodec {
  const pattern = digits === 2 ? /^([1-9]R\d|[1-9]\d[0-6])$/ : /^([1-9]R\d\d|[1-9]\dR\d|[1-9]\d\d[0-5])$/;
  return codec(
    [digits + 1],
    pattern,
    (code) => letterValue(code) ?? scaled(code.slice(0, digits), Number(code[digits])),
    (value) => [...lettered(value, 'R', digits), mantissa(value, digits).join('')],
  );
}

const NEGATIVE_POWER = 'JKLM';

/**
 * Resistance as three digits and a power of ten in which `J`, `K`, `L`, `M` stand for -1 to -4: `1002` is
 * 10 kohm, `100J` is 10 ohm, `0103` (two significant digits) is 10 kohm; `0000` is a jumper.
 */
export const powerOfTenResistance = codec(
  [4],
  /^(0000|(\d[1-9]|[1-9]\d)\d[0-6JKLM])$/,
  (code) => {
    const power = NEGATIVE_POWER.indexOf(code.charAt(3));
    return scaled(code.slice(0, 3), power === -1 ? Number(code[3]) : -1 - power);
  },
  (value) => {
    if (value === 0) return ['0000'];
    const [digits, exponent] = mantissa(value, 3);
    return [digits + (exponent < 0 ? NEGATIVE_POWER.charAt(-1 - exponent) : exponent)];
  },
);

/** Capacitance from 10 pF on, in pF, as two significant digits and a number of zeros: `104` is 100 nF. */
export const zerosCapacitance = codec(
  [3],
  /^[1-9]\d[0-7]$/,
  (code) => scaled(code.slice(0, 2), Number(code[2]) - 12),
  (value) => {
    const [digits, exponent] = mantissa(value, 2);
    return [`${digits}${exponent + 12}`];
  },
);

/** Capacitance up to 10 pF with `R` as decimal point: `4R7` is 4.7 pF, `R50` is 0.5 pF; `100` is 10 pF. */
export const smallCapacitance = codec(
  [3],
  /^(0R[1-9]|[1-9]R\d|R[1-9]\d|100)$/,
  (code) => {
    const [whole = '', fraction] = code.split('R');
    return fraction === undefined ? 10e-12 : scaled(whole + fraction, -12 - fraction.length);
  },
  (value) => {
    const [digits, exponent] = mantissa(value, 2);
    return ['100', `${digits[0]}R${digits[1]}`, `0R${digits[0]}`, exponent === -14 ? `R${digits}` : ''];
  },
);

/**
 * Capacitance up to 10 pF as two digits and 9 for a tenth, 8 for a hundredth: `829` is 8.2 pF, `508` is 0.5
 * pF.
 */
export const smallCapacitanceByMultiplier = codec(
  [3],
  /^([1-9]\d[89]|100)$/,
  (code) => code === '100' ? 10e-12 : scaled(code.slice(0, 2), code.endsWith('9') ? -13 : -14),
  (value) => ['100', `${mantissa(value, 2)[0]}9`, `${mantissa(value, 2)[0]}8`],
);
