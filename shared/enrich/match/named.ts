/** Steps `exact`, `spelling`, `supplier_sku` and `series`: a part that sources know under the number itself. */
import type { MatchStep } from '../../domain/candidate.ts';
import type { ComponentField, ComponentFields } from '../../domain/component.ts';
import type { FieldName } from '../../domain/fields.ts';
import type { Finding } from '../../parts/finding.ts';
import { knownBy } from '../../domain/source.ts';
import { orderableKey } from '../../parts/part-number.ts';
import { componentKey } from '../../parts/spelling.ts';
import { chooseManufacturer } from '../../parts/stated-manufacturer.ts';
import type { SupplierFinding } from '../../suppliers/port.ts';

export interface Match {
  readonly step: MatchStep;
  readonly orderable_key: string;
  /** What is known of the part, the most trusted first. All of it is about one orderable number. */
  readonly findings: readonly [Finding, ...Finding[]];
  /** Other manufacturers whose part it could have been. */
  readonly others: readonly string[];
}

/** What a line asks for. */
export interface Question {
  /** As its manufacturer spells it, where that is certain. */
  readonly number: string;
  /** As the BOM has it. */
  readonly asked: string;
  /** The manufacturer's name in the BOM, null where it names none. */
  readonly stated: string | null;
}

/** The part of `findings` that a line means; null where it is none of them. */
export function matchPart({ number, asked, stated }: Question, findings: readonly Finding[]): Match | null {
  const named = findings.filter((finding) => isNamed(finding, number));
  // A supplier also knows a part by the supplier's own number. Where anybody knows the number as a manufacturer's, it is
  // that; only else it may be the number of a supplier.
  const { findings: chosen, others } = chooseManufacturer(named.length > 0 ? named : findings, stated);
  const [first, ...further] = chosen;
  if (first === undefined) return null;
  const orderable_key = keyOf(first);
  const same = [first, ...further.filter((finding) => keyOf(finding) === orderable_key)] as const;
  return {
    step: named.length === 0 ? 'supplier_sku' : stepOf(same, orderable_key === orderableKey(asked)),
    orderable_key,
    findings: same,
    others,
  };
}

function stepOf(findings: readonly Finding[], isVery: boolean): MatchStep {
  if (findings.every(({ source }) => knownBy(source) === 'scheme')) return 'series';
  return isVery ? 'exact' : 'spelling';
}

/** What a supplier's answer says of the part with this number, or of what the supplier sells under it, and when. */
export function findingsAbout(
  number: string,
  { supplier, fetched_at, findings }: {
    readonly supplier: string;
    readonly fetched_at: string;
    readonly findings: readonly SupplierFinding[];
  },
): readonly Finding[] {
  return findings.filter((finding) => isAbout(finding, number)).map(({ mpn, manufacturer, fields }) => (
    { source: `supplier:${supplier}`, mpn, manufacturer, fields: datedFields(fields, fetched_at) }
  ));
}

function datedFields(fields: ComponentFields, observed_at: string): ComponentFields {
  return Object.fromEntries(
    (Object.entries(fields) as [FieldName, ComponentField][]).map((
      [name, said],
    ) => [name, { ...said, observed_at }]),
  );
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

function isNamed(finding: { readonly mpn: string; readonly manufacturer: string }, number: string): boolean {
  return keyOf(finding) === componentKey(number, finding.manufacturer);
}

function keyOf({ mpn, manufacturer }: { readonly mpn: string; readonly manufacturer: string }): string {
  return componentKey(mpn, manufacturer);
}
