/** What a row of measurements says. */

export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const value = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
  if (value === undefined) throw new RangeError('nothing was measured');
  return value;
}

export function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}

/** The median and, where it is of several, the least and the most: `0.91 (0.88–0.95)`. */
export function spread(values: readonly number[], digits: number): string {
  const one = median(values).toFixed(digits);
  return values.length === 1
    ? one
    : `${one} (${Math.min(...values).toFixed(digits)}–${Math.max(...values).toFixed(digits)})`;
}

/** Whole numbers with thousands set apart. */
export function count(value: number): string {
  return Math.round(value).toLocaleString('en-US');
}
