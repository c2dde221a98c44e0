/** The port through which suppliers are asked about parts. */
import { z } from 'zod';
import { ComponentFields, SupplierOffer } from '../domain/component.ts';

/** One manufacturer's part that a number stands for, and what the supplier sells of it. */
export const SupplierFinding = z.object({
  mpn: z.string().min(1),
  /** Canonical where the manufacturer is known, else as the supplier writes it. */
  manufacturer: z.string().min(1),
  /** Each with source `supplier:<name>`; `manufacturer` is among them. */
  fields: ComponentFields,
  offers: z.array(SupplierOffer),
});
export type SupplierFinding = z.infer<typeof SupplierFinding>;

/**
 * Why there is no answer. `transient`: may work next time. `permanent`: this question will never be answered.
 * `over_quota`: later. `misconfigured`: not before somebody has put the settings right.
 */
export interface SupplierFailure {
  readonly kind: 'transient' | 'permanent' | 'over_quota' | 'misconfigured';
  /** One short word for logs, never a text of the supplier's. */
  readonly reason: string;
  /** How long the supplier itself asks to be left alone. */
  readonly retryAfterMs?: number;
}

/** What became of the question about one number. Several findings: several manufacturers use it. */
export type PartAnswer =
  | { readonly kind: 'found'; readonly findings: readonly [SupplierFinding, ...SupplierFinding[]] }
  | { readonly kind: 'not_found' }
  | SupplierFailure;

/** Calls that the supplier allows, by its own account: what its row in `bomstream.supplier_limits` begins with. */
export interface CallLimits {
  readonly perMinute: number;
  readonly perDay: number;
  /** Where the supplier's day begins. */
  readonly timeZone: string;
}

export interface Supplier {
  /** As in `supplier:<name>`, and in the tables of limits and answers. */
  readonly name: string;
  readonly limits: CallLimits;
  /** Part numbers that one call can ask about. */
  readonly batchSize: number;
  /** Whether the supplier can be asked about such a number at all; one that it cannot has no answer there. */
  takes(number: string): boolean;
  /**
   * One call about at most `batchSize` numbers that it takes, each given once.
   * @returns an answer for each of them
   * @throws what `signal` was aborted with; never anything else
   */
  lookup(numbers: readonly string[], signal: AbortSignal): Promise<ReadonlyMap<string, PartAnswer>>;
}

export function isFailure(answer: PartAnswer): answer is SupplierFailure {
  return answer.kind !== 'found' && answer.kind !== 'not_found';
}
