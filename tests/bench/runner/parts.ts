/** Part numbers for benches. */

/** Different parts that nobody but the supplier stand-in knows, from `first` on. */
export function supplierParts(count: number, first = 1): string[] {
  return Array.from({ length: count }, (_, i) => `SBX-${String(first + i).padStart(5, '0')}`);
}
