/** The voltage that a capacitor stands. Of other parts, a voltage in the BOM is mostly no rating. */
import { writeQuantity } from '../../../domain/units.ts';
import { compare, foundIn, toldBy } from '../compare.ts';
import type { Check } from '../subject.ts';

export const checkVoltage: Check = (subject) => {
  if (subject.said.kind !== 'capacitor') return [];
  const show = (value: number) => writeQuantity(value, 'V');
  return compare<number, number>({
    check: 'voltage',
    field: 'voltage_rating',
    asked: toldBy(subject, 'voltage_rating', (reading) => 'unit' in reading ? reading.value : null, show),
    found: foundIn(subject, 'voltage_rating', ({ value }) => typeof value === 'number' ? value : null, show),
    asFound: (value) => value,
    judge: (asked, found) => found < asked * 0.99 ? 'error' : found > asked * 1.01 ? 'upgrade' : 'fine',
    how: (_asked, _found, verdict) => verdict === 'upgrade' ? 'more than asked' : 'less than asked',
  }, subject);
};
