/** Which of the parts that sources know under a number is the one that a line means. */
import type { Finding } from '../parts/finding.ts';
import { orderableKey } from '../parts/part-number.ts';
import { componentKey } from '../parts/spelling.ts';
import { chooseManufacturer } from '../parts/stated-manufacturer.ts';
import type { SupplierFinding } from '../suppliers/port.ts';

export interface Match {
  readonly orderable_key: string;
  /** What is known of the part, the most trusted first. All of it is about one orderable number. */
  readonly findings: readonly [Finding, ...Finding[]];
  /** Other manufacturers whose part it could have been. */
  readonly others: readonly string[];
}

/** The part of `findings` that a line with this number and this manufacturer means; null where it is none of them. */
export function matchPart(
  number: string,
  stated: string | null,
  findings: readonly Finding[],
): Match | null {
  const { findings: chosen, others } = chooseManufacturer(partsAskedFor(number, findings), stated);
  const [first, ...further] = chosen;
  if (first === undefined) return null;
  const orderable_key = keyOf(first);
  const same = further.filter((finding) => keyOf(finding) === orderable_key);
  return { orderable_key, findings: [first, ...same], others };
}

/** What a supplier's answer says of the part with this number, or of what the supplier sells under it. */
export function findingsAbout(
  number: string,
  supplier: string,
  answered: readonly SupplierFinding[],
): readonly Finding[] {
  return answered.filter((finding) => isAbout(finding, number)).map(({ mpn, manufacturer, fields }) => (
    { source: `supplier:${supplier}`, mpn, manufacturer, fields }
  ));
}

/** Whether a supplier's finding is about the component, so that its offers are of it: no number's offer is another's. */
export function isOf(
  component: { readonly orderable_key: string; readonly manufacturer: string },
  finding: { readonly mpn: string; readonly manufacturer: string },
): boolean {
  return finding.manufacturer === component.manufacturer && keyOf(finding) === component.orderable_key;
}

/** A supplier is asked for older spellings, too, and one of those may be another manufacturer's number. */
function isAbout(finding: SupplierFinding, number: string): boolean {
  return isNamed(finding, number) ||
    finding.offers.some(({ supplier_part_number }) =>
      orderableKey(supplier_part_number) === orderableKey(number)
    );
}

/**
 * A supplier also knows a part by the supplier's own number. Where anybody knows the number as a manufacturer's, it is
 * that; only else it may be the number of a supplier.
 */
function partsAskedFor(number: string, findings: readonly Finding[]): readonly Finding[] {
  const named = findings.filter((finding) => isNamed(finding, number));
  return named.length > 0 ? named : findings;
}

function isNamed(finding: { readonly mpn: string; readonly manufacturer: string }, number: string): boolean {
  return keyOf(finding) === componentKey(number, finding.manufacturer);
}

function keyOf({ mpn, manufacturer }: { readonly mpn: string; readonly manufacturer: string }): string {
  return componentKey(mpn, manufacturer);
}
