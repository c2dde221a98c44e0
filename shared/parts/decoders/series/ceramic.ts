/**
 * Capacitance and tolerance as the manufacturers of ceramic capacitors write them (EIA and IEC letters). Up to 10 pF
 * a tolerance is absolute, from 10 pF on it is relative; keeping the two apart refuses numbers that mix them.
 */
import type { CodeSegment, Segment, Statements, ValueSegment } from '../table.ts';
import { smallCapacitance, zerosCapacitance } from '../codecs.ts';
import { farads, percent } from '../units.ts';

const ABSOLUTE: Readonly<Record<string, Statements>> = {
  W: { tolerance: farads(0.05e-12) },
  B: { tolerance: farads(0.1e-12) },
  C: { tolerance: farads(0.25e-12) },
  D: { tolerance: farads(0.5e-12) },
};

const RELATIVE: Readonly<Record<string, Statements>> = {
  F: { tolerance: percent(1) },
  G: { tolerance: percent(2) },
  J: { tolerance: percent(5) },
  K: { tolerance: percent(10) },
  M: { tolerance: percent(20) },
  Z: { tolerance: '-20/+80 %' },
};

function choose(codes: Readonly<Record<string, Statements>>, letters: string): CodeSegment {
  return {
    name: 'tolerance',
    codes: Object.fromEntries([...letters].map((code) => [code, codes[code] ?? {}])),
  };
}

/** Absolute tolerances, in farad, of those among `W B C D` that `letters` names. */
export const absoluteTolerance = (letters: string): CodeSegment => choose(ABSOLUTE, letters);

/** Relative tolerances, in percent, of those among `F G J K M Z` that `letters` names. */
export const relativeTolerance = (letters: string): CodeSegment => choose(RELATIVE, letters);

/** Capacitance of up to 10 pF and from 10 pF on, in the notation most manufacturers use. */
export const upTo10pF: ValueSegment = { name: 'value', field: 'capacitance', codec: smallCapacitance };
export const from10pF: ValueSegment = { name: 'value', field: 'capacitance', codec: zerosCapacitance };

/**
 * The two forms of a number in which the tolerance follows the capacitance: `before` and `after` are what
 * stands around the two.
 */
export function smallAndLarge(
  before: readonly Segment[],
  absolute: string,
  relative: string,
  after: readonly Segment[],
): readonly (readonly Segment[])[] {
  return [
    [...before, upTo10pF, absoluteTolerance(absolute), ...after],
    [...before, from10pF, relativeTolerance(relative), ...after],
  ];
}
