/** Part numbers of resistors that exist, which the product knows without asking anybody. */

const SIZES = ['0402', '0603', '0805', '1206', '1210', '2010', '2512'];
const REELS = ['07', '10', '13'];
/** Values that are sold: the steps of E96. */
const DIGITS = Array.from({ length: 96 }, (_, i) => String(Math.round(100 * 10 ** (i / 96))));
/** How many of the digits stand before the letter. */
const DECADES: readonly (readonly [before: number, letter: string])[] = [
  [1, 'R'],
  [2, 'R'],
  [3, 'R'],
  [1, 'K'],
  [2, 'K'],
  [3, 'K'],
  [1, 'M'],
];

const ALL = SIZES.flatMap((size) =>
  REELS.flatMap((reel) =>
    DECADES.flatMap(([before, letter]) =>
      DIGITS.map((digits) => {
        const value = digits.slice(0, before) + letter + digits.slice(before).replace(/0+$/, '');
        return `RC${size}FR-${reel}${value}L`;
      })
    )
  )
);

/** The `n`th of some 14,000, counted from 0. */
export function resistor(n: number): string {
  const number = ALL[n];
  if (number === undefined) throw new RangeError(`there are only ${ALL.length} such parts`);
  return number;
}

/** So many, from the `first`th on, counted from 1. */
export const resistors = (count: number, first = 1): string[] =>
  Array.from({ length: count }, (_, i) => resistor(first - 1 + i));
