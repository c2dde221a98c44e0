/** What is asked about a line, and what becomes of it: the contract between the runner and enriching. */
import type { Found } from '../assess/found.ts';
import type { Contradiction } from '../domain/contradiction.ts';
import type { Alternate, SupplierNumber } from '../domain/bom.ts';
import type { Candidate, MatchStep } from '../domain/candidate.ts';
import type { Component, ComponentFields, Remark, SupplierOffers } from '../domain/component.ts';
import type { WaitReason } from '../domain/status.ts';
import type { KnownAhead } from '../suppliers/store.ts';

/** What a line may be put off for; what else holds a run up, no worker knows. */
export type SupplierWait = Exclude<WaitReason, 'nobody_to_work'>;

/** A line that a worker holds. `fence` must come back with its result, or the result is refused. */
export interface ClaimedLine {
  readonly line_id: string;
  readonly line_number: number;
  readonly mpn: string | null;
  readonly manufacturer: string | null;
  /** For one board. */
  readonly quantity: number | null;
  readonly fence: number;
  readonly attempts: number;
  /** What is put off once more, by something that uses up an attempt, has failed. */
  readonly is_last_attempt: boolean;
  /** What else its BOM says of the part. */
  readonly value: string | null;
  readonly footprint: string | null;
  readonly description: string | null;
  /** The first few. */
  readonly designators: string | null;
  readonly supplier_numbers: readonly SupplierNumber[];
  /** What the BOM says of substitutes, as written. */
  readonly substitution: string | null;
  /** Other columns, by header. */
  readonly extra: Readonly<Record<string, string>> | null;
  readonly alternates: readonly Alternate[] | null;
  /** What the organization decided that these words mean: a part, or (`mpn` null) just what they say. */
  readonly decided: { readonly mpn: string | null; readonly manufacturer: string | null } | null;
}

interface Enriched extends Partial<Found> {
  readonly status: 'enriched';
  readonly step: MatchStep;
  readonly quality_score: number;
  readonly source: string;
  readonly remarks: readonly Remark[];
  /** Other parts that may be meant, the likeliest first. */
  readonly candidates?: readonly Candidate[];
  /** What the BOM says against the part or against itself, the worst first. */
  readonly contradictions?: readonly Contradiction[];
}

/**
 * What became of a line. `retry` leaves it pending and claimable again after a while: after `retry_after_ms`, or
 * with a growing pause where none is given. Where its attempts are used up it fails with `remarks`; waiting for quota
 * uses up none (`uses_attempt: false`).
 */
export type LineResult =
  & { readonly line_id: string; readonly fence: number }
  & (
    | Enriched & {
      readonly component: Component;
      /** What suppliers sell it for: each list takes the place of all that supplier offered before. */
      readonly offers?: readonly SupplierOffers[];
    }
    | Enriched & {
      /** A component that the line's own organization keeps. It is linked to the line; what it says is never written. */
      readonly own_component_id: string;
      /** When it was described as it was looked up, and its fields with what others say of the part. */
      readonly own_described_at: string;
      readonly own_fields: ComponentFields;
      readonly offers: readonly SupplierOffers[];
    }
    | {
      readonly status: 'not_found' | 'failed';
      readonly remarks: readonly Remark[];
      readonly candidates?: readonly Candidate[];
      readonly contradictions?: readonly Contradiction[];
    }
    | {
      readonly status: 'retry';
      readonly retry_after_ms?: number;
      readonly uses_attempt?: boolean;
      readonly waits_for?: SupplierWait;
      readonly remarks?: readonly Remark[];
    }
  );

/**
 * Looks lines of one organization up. Where the signal stops it, it answers for those it is done with; the others are given back.
 * @param known what came with the lines; what is missing of it is read
 */
export type EnrichLines = (
  lines: readonly ClaimedLine[],
  signal: AbortSignal,
  organizationId: string,
  known?: KnownAhead | null,
) => Promise<readonly LineResult[]>;
