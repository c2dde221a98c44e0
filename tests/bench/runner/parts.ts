/** Part numbers for benches. */

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

/** Different resistors of a series that the product decodes by itself, from the `first`th on. */
export function decodableParts(count: number, first = 1): string[] {
  const all = SIZES.flatMap((size) =>
    REELS.flatMap((reel) =>
      DECADES.flatMap(([before, letter]) =>
        DIGITS.map((digits) => {
          const value = digits.slice(0, before) + letter + digits.slice(before).replace(/0+$/, '');
          return `RC${size}FR-${reel}${value}L`;
        })
      )
    )
  );
  if (first - 1 + count > all.length) throw new RangeError(`there are only ${all.length} such parts`);
  return all.slice(first - 1, first - 1 + count);
}

/** Different parts that nobody but the supplier stand-in knows, from `first` on. */
export function supplierParts(count: number, first = 1): string[] {
  return Array.from({ length: count }, (_, i) => `SBX-${String(first + i).padStart(5, '0')}`);
}
