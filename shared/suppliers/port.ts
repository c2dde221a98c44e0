/** The port through which suppliers are asked about parts. */
import { z } from 'zod';
import { ComponentFields, SupplierOffer } from '../domain/component.ts';
import { isSandbox, SANDBOX } from '../domain/source.ts';
import type { Distributor } from '../parts/distributor-numbers.ts';

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

/** A part that is asked about. */
export interface PartQuestion {
  /** By which its answer is found again: the number's orderable key. */
  readonly key: string;
  /** As it is asked for. */
  readonly mpn: string;
  /** As the BOM names it; null where it names none, or several lines name several. */
  readonly manufacturer: string | null;
  /** It is the supplier's own number; left out where it is a manufacturer's. */
  readonly isSuppliersOwn?: true;
}

/**
 * What became of a question. Several findings: several manufacturers use the number; `has_more`: others than these do, too,
 * which the answer had no room for. `parts` is how many the supplier counts for it, where it counts parts.
 */
export type PartAnswer =
  | {
    readonly kind: 'found';
    readonly findings: readonly [SupplierFinding, ...SupplierFinding[]];
    readonly has_more?: true;
    readonly parts?: number;
  }
  | { readonly kind: 'not_found'; readonly parts?: number }
  | SupplierFailure;

/** Calls that the supplier allows, by its own account: what its row in `bomstream.supplier_limits` begins with. */
export interface CallLimits {
  readonly perMinute: number;
  readonly perDay: number;
  /** Where the supplier's day begins. */
  readonly timeZone: string;
  /** Where it sells parts of answers instead of calls: how many there are in all, and how many a question may cost. */
  readonly budget?: { readonly parts: number; readonly perQuestion: number };
}

export interface Supplier {
  /** As in `supplier:<name>`, and in the tables of limits and answers. */
  readonly name: string;
  readonly limits: CallLimits;
  /** Questions that one call can ask. */
  readonly batchSize: number;
  /** Spellings of one part that are worth a question each; all that there are where it is left out. */
  readonly spellings?: number;
  /** How those who list many sellers name it: what it says itself, they need not say once more. */
  readonly sellsAs?: RegExp;
  /** The distributor whose own numbers it can be asked by; left out where it knows none, or not by a question. */
  readonly distributor?: Distributor;
  /** Whether the supplier can be asked about such a number at all; one that it cannot has no answer there. */
  takes(number: string): boolean;
  /**
   * One call with at most `batchSize` questions about numbers that it takes, each key once.
   * @returns an answer for each of them, by its key
   * @throws what `signal` was aborted with; never anything else
   */
  lookup(questions: readonly PartQuestion[], signal: AbortSignal): Promise<ReadonlyMap<string, PartAnswer>>;
}

/** The name of what answers at `address`: the supplier's where it is the supplier's own, else that of its sandbox. */
export function nameAt(name: string, address: string, own: string): string {
  return new URL(address).origin === new URL(own).origin ? name : `${name}${SANDBOX}`;
}

/** The supplier that one answers in the place of, or is. */
export function settingName(name: string): string {
  return isSandbox(name) ? name.slice(0, -SANDBOX.length) : name;
}

export function isFailure(answer: PartAnswer): answer is SupplierFailure {
  return answer.kind !== 'found' && answer.kind !== 'not_found';
}
