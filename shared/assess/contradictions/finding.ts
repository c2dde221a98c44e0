/** What a check answers: what the BOM asks for, what the part is, and how bad the difference is. */
import type { FieldName } from '../../domain/fields.ts';
import type { Place } from '../../parts/text/line.ts';

/**
 * `error`: one of the two is wrong. `warning`: somebody should look. `upgrade`: the part is better than asked. What is fine is
 * not said at all.
 */
export type Severity = 'error' | 'warning' | 'upgrade';

export type CheckName =
  | 'value'
  | 'frequency'
  | 'tolerance'
  | 'voltage'
  | 'dielectric'
  | 'chip_size'
  | 'package'
  | 'connector'
  | 'footprint_name'
  | 'part_name'
  | 'colour'
  | 'power'
  | 'temperature'
  | 'qualification'
  | 'supplier_number'
  | 'alternate'
  | 'do_not_place';

export interface Contradiction {
  readonly check: CheckName;
  readonly severity: Severity;
  readonly field: FieldName | 'mpn' | 'do_not_place';
  readonly asked: { readonly text: string; readonly where: Place };
  /** `source` as in a component's field; `bom` where the BOM contradicts itself. */
  readonly found: { readonly text: string; readonly source: string };
  readonly sentence: string;
}

const RANK: Readonly<Record<Severity | 'fine', number>> = { error: 3, warning: 2, upgrade: 1, fine: 0 };

/** The worst first. */
export function byHarm(a: Contradiction, b: Contradiction): number {
  return RANK[b.severity] - RANK[a.severity];
}

/** How a line as a whole stands. */
export function worst(found: readonly Contradiction[]): Severity | 'fine' {
  return found.toSorted(byHarm)[0]?.severity ?? 'fine';
}
