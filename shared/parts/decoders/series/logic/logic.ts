/** What tables of logic circuits have in common. */
import type { CodeSegment, Forms, Segment } from '../../table.ts';

/** Pins of packages with several gates. */
export const PINS = [14, 16, 20, 24, 48];

/** How a package of 0.3 inches is told from one of 0.15. */
export const WIDE = '(7.5 mm wide)';

/** Letters of families, separated by spaces; plain TTL has none. */
export function families(list: string, prefix: string, hasPlain = false): CodeSegment {
  const letters = [...list.split(' '), ...(hasPlain ? [''] : [])];
  return {
    name: 'family',
    codes: Object.fromEntries(letters.map((code) => [code, code === '' ? {} : { series: prefix + code }])),
  };
}

/** A number with each of the tails, and as people write it who leave the package open, with one of `versions` or none. */
export function numbersOf(
  start: readonly Segment[],
  tails: Forms,
  versions = 'A',
): Forms {
  // not every kind of family has functions with so many pins
  if (start.some((segment) => 'codes' in segment && Object.keys(segment.codes).length === 0)) return [];
  const version = Object.fromEntries(['', ...versions.split(' ').filter(Boolean)].map((code) => [code, {}]));
  return [...tails.map((tail) => [...start, ...tail]), [...start, { name: 'version', codes: version }]];
}
