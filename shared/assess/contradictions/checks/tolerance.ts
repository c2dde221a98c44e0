/** Tolerance, in percent, in parts per million, or in farads where the value says how much that is. */
import type { Unit } from '../../../domain/units.ts';
import { writeQuantity } from '../../../domain/units.ts';
import { compare, foundIn, toldBy } from '../compare.ts';
import { type Check, isRule, sayingsOf, type Subject } from '../subject.ts';

interface Tolerance {
  readonly value: number;
  readonly unit: Unit;
}

/** 5 % of 10 pF is 0.5 pF, as near as numbers are written. */
const ROUNDED = 0.02;

export const checkTolerance: Check = (subject) => {
  const { kind } = subject.said;
  if (kind === null || !['resistor', 'capacitor', 'inductor', 'timing'].includes(kind) || isJumper(subject)) {
    return [];
  }
  const show = ({ value, unit }: Tolerance) =>
    unit === 'F' || unit === 'H' ? `±${writeQuantity(value, unit)}` : writeQuantity(value, unit);
  const nominal = nominalOf(subject);
  return compare<Tolerance, Tolerance>({
    check: 'tolerance',
    field: 'tolerance',
    asked: toldBy(subject, 'tolerance', (reading) => 'unit' in reading ? reading : null, show),
    found: foundIn(subject, 'tolerance', readFound, show),
    asFound: (tolerance) => tolerance,
    judge: (asked, found, where) => {
      const [wanted, has] = [inPercent(asked, nominal), inPercent(found, nominal)];
      if (wanted === null || has === null || wanted === 0) return null;
      if (has <= wanted * (1 + ROUNDED)) return has < wanted * (1 - ROUNDED) ? 'upgrade' : 'fine';
      return kind === 'timing' || !isRule(where) ? 'warning' : 'error';
    },
    how: (_asked, _found, verdict) => verdict === 'upgrade' ? 'better than asked' : 'worse than asked',
  }, subject);
};

/** Nobody asks how exact nothing is. */
function isJumper({ part, said }: Subject): boolean {
  const [resistance] = sayingsOf(part, 'resistance');
  const [category] = sayingsOf(part, 'category');
  return resistance?.value === 0 || category?.value === 'jumper' ||
    said.statements.some(({ readings }) =>
      readings.some((reading) => reading.field === 'resistance' && reading.value === 0)
    );
}

function readFound({ value, unit }: { value: string | number; unit?: string | undefined }): Tolerance | null {
  if (typeof value === 'number') return unit === undefined ? null : { value, unit: unit as Unit };
  // `-20/+80 %`: the wider side counts.
  const sides = [...value.matchAll(/\d+(?:\.\d+)?/g)].map(Number);
  return sides.length > 0 && value.includes('%') ? { value: Math.max(...sides), unit: '%' } : null;
}

function nominalOf({ part }: Subject): number | null {
  const said = sayingsOf(part, 'capacitance')[0]?.value ?? sayingsOf(part, 'inductance')[0]?.value;
  return typeof said === 'number' ? said : null;
}

function inPercent({ value, unit }: Tolerance, nominal: number | null): number | null {
  if (unit === '%') return value;
  if (unit === 'ppm') return value / 1e4;
  return nominal === null || nominal === 0 ? null : value / nominal * 100;
}
