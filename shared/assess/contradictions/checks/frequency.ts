/** Crystals, oscillators and resonators: frequency and load. */
import { writeQuantity } from '../../../domain/units.ts';
import { compare, foundIn, toldBy } from '../compare.ts';
import { howMuchMore } from '../how-much.ts';
import type { Check } from '../subject.ts';

/** 14.318 MHz is 14.31818 MHz, rounded. */
const ROUNDED = 1e-3;

/** A watch crystal has 32.768 kHz, and people call it by its thousands. */
const WATCH = 32_768;
const CALLED_WATCH: ReadonlySet<number> = new Set([32_000, 32_700]);

export const checkFrequency: Check = (subject) => {
  if (subject.said.kind !== 'timing') return [];
  const number = ({ value }: { value: string | number }) => typeof value === 'number' ? value : null;
  const hertz = (value: number) => writeQuantity(value, 'Hz');
  const farad = (value: number) => writeQuantity(value, 'F');
  return [
    ...compare<number, number>({
      check: 'frequency',
      field: 'frequency',
      asked: toldBy(subject, 'frequency', (reading) => 'unit' in reading ? reading.value : null, hertz),
      found: foundIn(subject, 'frequency', number, hertz),
      asFound: (value) => value,
      judge: (one, other) =>
        Math.abs(one - other) > ROUNDED * one && !(other === WATCH && CALLED_WATCH.has(one))
          ? 'error'
          : 'fine',
      how: howMuchMore,
    }, subject),
    ...compare<number, number>({
      check: 'frequency',
      field: 'load_capacitance',
      asked: toldBy(
        subject,
        'load_capacitance',
        (reading) => 'unit' in reading ? reading.value : null,
        farad,
      ),
      found: foundIn(subject, 'load_capacitance', number, farad),
      judge: (one, other) => Math.abs(one - other) > 0.02 * one ? 'warning' : 'fine',
    }, subject),
  ];
};
