/**
 * Notations for a value inside a part number. A codec reads exactly the notation the manufacturer's document
 * describes; anything else is null, so that a mistyped number is not read as some other value.
 */

export interface ValueCodec {
  /** Lengths a value may have, in characters. */
  readonly lengths: readonly number[];
  /** The value in ohm or farad, null when `code` is not of this notation. */
  decode(code: string): number | null;
}

const LETTER_FACTOR: Readonly<Record<string, number>> = { R: 1, K: 1e3, M: 1e6 };

/**
 * `digits` with `scale` decimal places moved, times `factor`. One decimal literal is parsed instead of floats
 * being multiplied, because 4.7 × 1e-12 is not the number that `4.7e-12` is and equal values must compare
 * equal.
 */
function scaled(digits: string, exponent: number): number {
  return Number(`${digits}e${exponent}`);
}

function letterValue(code: string): number | null {
  const match = /^(\d+)([RKM])(\d*)$/.exec(code);
  if (!match) return null;
  const [, whole = '', letter = '', fraction = ''] = match;
  const exponent = Math.log10(LETTER_FACTOR[letter] ?? 1) - fraction.length;
  return scaled(whole + fraction, exponent);
}

/**
 * Resistance with a letter as decimal point and as short as possible: `4K7`, `10K`, `97R6`, `1M`; `0R` is a
 * jumper. Longer spellings of the same value (`10K0`) are not of this notation.
 */
export const shortLetterResistance: ValueCodec = {
  lengths: [2, 3, 4],
  decode: (code) => /^(0R|[1-9]\d{0,2}[RKM](\d?[1-9])?)$/.test(code) ? letterValue(code) : null,
};

/**
 * Resistance in three significant digits with a letter as decimal point, always four characters: `4K70`,
 * `100R`.
 */
export const fixedLetterResistance: ValueCodec = {
  lengths: [4],
  decode: (code) => /^[1-9](\d\d[RKM]|\d[RKM]\d|[RKM]\d\d)$/.test(code) ? letterValue(code) : null,
};

/**
 * Resistance as significant digits and a number of zeros, `R` as decimal point below that: `103` is 10 kohm,
 * `4R7` is 4.7 ohm with `digits` 2; `1002` is 10 kohm, `10R0` is 10 ohm with `digits` 3.
 */
export function zerosResistance(digits: 2 | 3): ValueCodec {
  const zeros = new RegExp(`^[1-9]\\d{${digits - 1}}\\d$`);
  const point = digits === 2 ? /^[1-9]R\d$/ : /^[1-9](R\d\d|\dR\d)$/;
  return {
    lengths: [digits + 1],
    decode: (code) => {
      if (point.test(code)) return letterValue(code);
      return zeros.test(code) ? scaled(code.slice(0, digits), Number(code[digits])) : null;
    },
  };
}

const NEGATIVE_POWER: Readonly<Record<string, number>> = { J: -1, K: -2, L: -3, M: -4 };

/**
 * Resistance as three digits and a power of ten in which `J`, `K`, `L`, `M` stand for -1 to -4: `1002` is
 * 10 kohm, `100J` is 10 ohm, `0103` (two significant digits) is 10 kohm; `0000` is a jumper.
 */
export const powerOfTenResistance: ValueCodec = {
  lengths: [4],
  decode: (code) => {
    if (code === '0000') return 0;
    if (!/^(\d[1-9]|[1-9]\d)\d[0-6JKLM]$/.test(code)) return null;
    const power = code.charAt(3);
    return scaled(code.slice(0, 3), NEGATIVE_POWER[power] ?? Number(power));
  },
};

/** Capacitance from 10 pF on, in pF, as two significant digits and a number of zeros: `104` is 100 nF. */
export const zerosCapacitance: ValueCodec = {
  lengths: [3],
  decode: (code) => /^[1-9]\d[0-7]$/.test(code) ? scaled(code.slice(0, 2), Number(code[2]) - 12) : null,
};

/** Capacitance up to 10 pF with `R` as decimal point: `4R7` is 4.7 pF, `R50` is 0.5 pF; `100` is 10 pF. */
export const smallCapacitance: ValueCodec = {
  lengths: [3],
  decode: (code) => {
    if (/^(0R[1-9]|[1-9]R\d)$/.test(code)) return scaled(code.charAt(0) + code.charAt(2), -13);
    if (/^R[1-9]\d$/.test(code)) return scaled(code.slice(1), -14);
    return code === '100' ? 10e-12 : null;
  },
};

/**
 * Capacitance up to 10 pF as two digits and 9 for a tenth, 8 for a hundredth: `829` is 8.2 pF, `508` is 0.5
 * pF.
 */
export const smallCapacitanceByMultiplier: ValueCodec = {
  lengths: [3],
  decode: (code) => {
    if (/^[1-9]\d9$/.test(code)) return scaled(code.slice(0, 2), -13);
    if (/^[1-9]\d8$/.test(code)) return scaled(code.slice(0, 2), -14);
    return code === '100' ? 10e-12 : null;
  },
};
