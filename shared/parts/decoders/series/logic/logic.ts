/** What tables of logic circuits have in common. */
import type { Statements } from '../../../finding.ts';
import type { CodeSegment, PlainSegment, Segment } from '../../table.ts';

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

/**
 * The segments as one, of all their combinations: a decoder finds a form by its first segment, and of those that begin
 * with `74` there are hundreds.
 */
function together(segments: readonly PlainSegment[]): CodeSegment {
  const codes = segments.reduce<Record<string, Statements>>(
    (made, segment) => {
      const next = 'codes' in segment ? segment.codes : 'literal' in segment ? { [segment.literal]: {} } : {};
      return Object.fromEntries(
        Object.entries(made).flatMap(([code, said]) =>
          Object.entries(next).map(([more, states]) => [code + more, { ...said, ...states }])
        ),
      );
    },
    { '': {} },
  );
  return { name: 'base', codes };
}

/** A number with each of the tails, and as people write it who leave the package open, with one of `versions` or none. */
export function numbersOf(
  start: readonly PlainSegment[],
  tails: readonly (readonly Segment[])[],
  versions = 'A',
): readonly (readonly Segment[])[] {
  const base = together(start);
  // not every kind of family has functions with so many pins
  if (Object.keys(base.codes).length === 0) return [];
  const version = Object.fromEntries(['', ...versions.split(' ').filter(Boolean)].map((code) => [code, {}]));
  return [...tails.map((tail) => [base, ...tail]), [base, { name: 'version', codes: version }]];
}
