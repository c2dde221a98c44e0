/** Which parts of a supplier's answer were asked for: everything else in it is somebody else's part. */
import { orderableKey } from '../parts/part-number.ts';
import { componentKey } from '../parts/spelling.ts';

/** A part as a supplier's answer has it. */
export interface AnsweredPart {
  readonly mpn: string;
  /** Canonical where the manufacturer is known, else as the supplier writes it. */
  readonly manufacturer: string;
  /** The supplier's own number; empty where it has none. */
  readonly supplierNumber: string;
}

/**
 * The parts that have exactly this number, in any spelling that their manufacturer reads alike; where there are none,
 * the one part that the supplier itself sells under this number. A spelling alone decides nothing: where no part has
 * the number as it was asked for, and several manufacturers' rules read another one as it, none was asked for.
 */
export function partsAskedFor<Part extends AnsweredPart>(number: string, parts: readonly Part[]): Part[] {
  const asked = orderableKey(number);
  const isExact = ({ mpn }: Part) => orderableKey(mpn) === asked;
  const isNamed = ({ mpn, manufacturer }: Part) =>
    componentKey(mpn, manufacturer) === componentKey(number, manufacturer);
  const named = parts.filter(isNamed);
  const exact = named.filter(isExact);
  const manufacturers = new Set((exact.length > 0 ? exact : named).map(({ manufacturer }) => manufacturer));
  if (exact.length > 0 || manufacturers.size === 1) {
    return named.filter(({ manufacturer }) => manufacturers.has(manufacturer));
  }

  const sold = parts.filter(({ supplierNumber }) =>
    supplierNumber !== '' && orderableKey(supplierNumber) === asked
  );
  const [first] = sold;
  const isSame = ({ mpn, manufacturer }: Part) =>
    manufacturer === first?.manufacturer &&
    componentKey(mpn, manufacturer) === componentKey(first.mpn, manufacturer);
  return sold.every(isSame) ? sold : [];
}
