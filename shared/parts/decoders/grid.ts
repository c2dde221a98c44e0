/**
 * Which values are made at all: those of the preferred series of IEC 60063, and the round ones that are sold beside
 * them. A number may have the shape of a scheme and still name a value that nobody makes.
 */
import type { QuantityName } from '../../domain/fields.ts';
import { mantissa } from './codecs.ts';

/** The finest series a resistance belongs to; `round` is one that is in none of them and sold all the same. */
export type Grid = 'E24' | 'E96' | 'round' | 'E192';

/** Significant digits of one decade, three each. */
const digitsOf = (list: string): ReadonlySet<string> =>
  new Set(list.split(' ').map((digits) => digits.padEnd(3, '0')));

const E24 = digitsOf('10 11 12 13 15 16 18 20 22 24 27 30 33 36 39 43 47 51 56 62 68 75 82 91');

const E12 = digitsOf('10 12 15 18 22 27 33 39 47 56 68 82');

/** What a manufacturer's document offers, where it is less than is sold: no round values, or E12 alone. */
export type Offer = 'all' | 'preferred' | 'E12';

/** IEC 60063 has 9.20 where the formula of the series gives 9.19. */
const E192_DIGITS = Array.from(
  { length: 192 },
  (_, i) => i === 185 ? 920 : Math.round(100 * 10 ** (i / 192)),
);
const E192 = new Set(E192_DIGITS.map(String));
const E96 = new Set(E192_DIGITS.filter((_, i) => i % 2 === 0).map(String));

const ROUND: Readonly<Record<'resistance' | 'capacitance' | 'inductance', ReadonlySet<string>>> = {
  resistance: digitsOf('125 25 35 4 45 5 6 7 8 9'),
  capacitance: digitsOf('14 25 35 4 45 5 6 7 8 9'),
  // Wound in turns, so that their values lie where the turns put them.
  inductance: digitsOf('14 17 19 23 25 26 28 29 34 35 38 4 45 5 52 54 6 65 7 72 78 8 87 9 95'),
};

const OF_TOLERANCE: readonly (readonly [from: number, grids: readonly Grid[]])[] = [
  // Trimmers, thermistors and wire wound resistors.
  [10, ['E24', 'round']],
  [5, ['E24']],
  [1, ['E24', 'E96', 'round']],
  [0, ['E24', 'E96', 'round', 'E192']],
];

/** Below one ohm, shunts are made in whatever round value a current needs, at any tolerance. */
const SHUNTS_BELOW = 1;

/** Small capacitors and RF inductors come in steps, not in a series: below a value, each multiple of the step. */
const STEPS = {
  capacitance: [[1e-12, 0.05e-12], [10e-12, 0.1e-12]],
  inductance: [[10e-9, 0.1e-9]],
} as const;

/** The three significant digits of a value, null where it has more. */
function significant(value: number): string | null {
  const [digits, exponent] = mantissa(value, 3);
  return Math.abs(Number(`${digits}e${exponent}`) / value - 1) < 1e-9 ? digits : null;
}

/** The grid of a resistance, null for one that is in none. Steps of E24 are E24 though E192 has some of them, too. */
export function gridOf(resistance: number): Grid | null {
  const digits = resistance > 0 ? significant(resistance) : null;
  if (digits === null) return null;
  if (E24.has(digits)) return 'E24';
  if (E96.has(digits)) return 'E96';
  if (ROUND.resistance.has(digits)) return 'round';
  return E192.has(digits) ? 'E192' : null;
}

function isUsualResistance(resistance: number, tolerance: number, offer: Offer): boolean {
  if (resistance === 0) return true;
  const grid = gridOf(resistance);
  if (grid === null || (offer !== 'all' && grid === 'round' && resistance >= SHUNTS_BELOW)) return false;
  const allowed = OF_TOLERANCE.find(([from]) => tolerance >= from)?.[1] ?? [];
  return allowed.includes(grid) || (resistance < SHUNTS_BELOW && grid === 'round');
}

function isUsualInSteps(field: keyof typeof STEPS, value: number): boolean {
  if (value <= 0) return false;
  const step = STEPS[field].find(([below]) => value < below)?.[1];
  if (step !== undefined && Math.abs(value / step - Math.round(value / step)) < 1e-6) return true;
  const digits = significant(value);
  return digits !== null && (E24.has(digits) || ROUND[field].has(digits));
}

/**
 * Whether parts of such a value are sold. `tolerance` in percent decides how fine the grid of a resistance is; where it is
 * unknown, every grid will do. A field that has no grid is always usual.
 */
export function isUsualValue(
  field: QuantityName,
  value: number,
  tolerance?: number,
  offer: Offer = 'all',
): boolean {
  if (offer === 'E12') return E12.has(significant(value) ?? '');
  if (field === 'resistance') return isUsualResistance(value, tolerance ?? 0, offer);
  return field === 'capacitance' || field === 'inductance' ? isUsualInSteps(field, value) : true;
}
