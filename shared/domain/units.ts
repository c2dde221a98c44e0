/** Units of quantities, each with how people write it. */
interface UnitOfMeasure {
  readonly symbol: string;
  /** Written with prefixes: 1e-7 F is 100 nF. */
  readonly isScaled?: true;
  /** How many digits are written; without it, four: no part number holds more of a value. */
  readonly digits?: number;
  /** Written before the number: 1 % is how far a value may lie to either side. */
  readonly sign?: '±';
}

export const UNITS = {
  'ohm': { symbol: 'Ω', isScaled: true },
  'F': { symbol: 'F', isScaled: true },
  'H': { symbol: 'H', isScaled: true },
  // A watch crystal has 32.768 kHz, an oscillator 14.318182 MHz: of a frequency each digit counts.
  'Hz': { symbol: 'Hz', isScaled: true, digits: 9 },
  'A': { symbol: 'A', isScaled: true },
  'V': { symbol: 'V' },
  'W': { symbol: 'W' },
  '%': { symbol: '%', sign: '±' },
  'ppm': { symbol: 'ppm', sign: '±' },
  'mm': { symbol: 'mm' },
  'pins': { symbol: 'pins' },
  'ppm/K': { symbol: 'ppm/K' },
} as const satisfies Record<string, UnitOfMeasure>;

export type Unit = keyof typeof UNITS;

/** A number with its unit. */
export interface Quantity {
  readonly value: number;
  readonly unit: Unit;
}

const PREFIXES: readonly (readonly [size: number, prefix: string])[] = [
  [1e9, 'G'],
  [1e6, 'M'],
  [1e3, 'k'],
  [1, ''],
  [1e-3, 'm'],
  [1e-6, 'µ'],
  [1e-9, 'n'],
  [1e-12, 'p'],
];

/** A quantity as people write it. A unit that is none of ours is repeated as it was said. */
export function writeQuantity(value: number, unit: string | undefined): string {
  const known: UnitOfMeasure | undefined = Object.hasOwn(UNITS, unit ?? '') ? UNITS[unit as Unit] : undefined;
  if (!known) return `${value}${unit ? ` ${unit}` : ''}`;
  const { symbol, isScaled, digits = DIGITS, sign = '' } = known;
  return isScaled ? withPrefix(value, symbol, digits) : `${sign}${rounded(value)} ${symbol}`;
}

/** A sixth of a watt is 0.1667 W; what is written of a larger number is all of it. */
const DIGITS = 4;
const rounded = (value: number): number =>
  Math.abs(value) < 1 ? Number(value.toPrecision(DIGITS)) : Number(value.toFixed(DIGITS));

function withPrefix(value: number, symbol: string, digits: number): string {
  if (value === 0) return `0 ${symbol}`;
  const [size, prefix] = PREFIXES.find(([size]) => value >= size * 0.9999) ?? [1e-12, 'p'];
  return `${Number((value / size).toPrecision(digits))} ${prefix}${symbol}`;
}
