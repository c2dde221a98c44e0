/** Part numbers for benches. */

const SIZES = ['0402', '0603', '0805', '1206', '1210', '2010', '2512'];
const REELS = ['07', '10', '13'];
const MULTIPLIERS = ['R', 'K'];
const MANTISSAS = Array.from({ length: 900 }, (_, i) => String(100 + i));

/** Different resistors of a series that the product decodes by itself, from the `first`th on. */
export function decodableParts(count: number, first = 1): string[] {
  const all = SIZES.flatMap((size) =>
    REELS.flatMap((reel) =>
      MULTIPLIERS.flatMap((multiplier) =>
        MANTISSAS.map((mantissa) => `RC${size}FR-${reel}${mantissa}${multiplier}L`)
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
