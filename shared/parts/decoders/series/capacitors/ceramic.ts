/**
 * Capacitance and tolerance as the manufacturers of ceramic capacitors write them (EIA and IEC letters). Up to 10 pF
 * a tolerance is absolute, from 10 pF on it is relative; keeping the two apart refuses numbers that mix them.
 */
import { absoluteTolerances, tolerances } from '../../segments.ts';
import { smallCapacitance, zerosCapacitance } from '../../codecs.ts';
import type { Segment, ValueSegment } from '../../table.ts';

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
    [...before, upTo10pF, absoluteTolerances(absolute), ...after],
    [...before, from10pF, tolerances(relative), ...after],
  ];
}
