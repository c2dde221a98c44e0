/** Lines that ask for a part without naming one. */
import { readValue } from './value.ts';

/** The quantities that tell a part from its neighbours where nothing else does. */
const TELLING: readonly string[] = ['resistance', 'capacitance', 'inductance', 'impedance'];

/** What is in a BOM and nothing to buy. */
const NOTHING_TO_BUY = /jumper|solder|header|test|fid|hole|logo/i;

/** Whether the value alone says what is wanted, so that parts can be proposed: `100n 50V`, `4k7`. */
export function valueAsks(value: string | null): boolean {
  if (value === null || NOTHING_TO_BUY.test(value)) return false;
  return readValue(value, null).some(({ readings, isOpen }) =>
    isOpen !== true && readings.some(({ field }) => TELLING.includes(field))
  );
}
