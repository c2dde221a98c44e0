/** What all isolates share about suppliers: what they answered, and what may still be asked of them. */
import { z } from 'zod';
import type { Database } from '../database/port.ts';
import { ComponentFields } from '../domain/component.ts';
import { type CallLimits, SupplierFinding } from './port.ts';

/** What a supplier said of one number; null: it has no such part. */
export const StoredAnswer = z.object({
  findings: z.array(SupplierFinding).min(1),
  /** See PartAnswer. */
  has_more: z.literal(true).exactOptional(),
}).nullable();
export type StoredAnswer = z.infer<typeof StoredAnswer>;

/** A component that a line's own organization keeps for its part. */
const OwnComponent = z.object({
  line_id: z.string(),
  component_id: z.string(),
  mpn: z.string(),
  manufacturer: z.string(),
  fields: ComponentFields,
  /** When the organization said so. */
  observed_at: z.string(),
  /** When that was written, to the microsecond. */
  described_at: z.string(),
});
export type OwnComponent = z.infer<typeof OwnComponent>;

const KnownAnswer = z.object({
  supplier: z.string(),
  orderable_key: z.string(),
  answered_at: z.string(),
  age_seconds: z.number(),
  answer: StoredAnswer,
});
export type KnownAnswer = z.infer<typeof KnownAnswer>;

/** Which suppliers an organization wants asked. */
const SupplierChoice = z.object({
  /** Null: all that there are, in the product's order. */
  names: z.array(z.string()).nullable(),
  /** One after the other, until what is required is known; otherwise side by side. */
  until_filled: z.boolean(),
});
export type SupplierChoice = z.infer<typeof SupplierChoice>;

const Known = z.object({
  own: z.array(OwnComponent),
  answers: z.array(KnownAnswer),
  /** Of the organization whose lines these are. */
  choice: SupplierChoice,
});
export type Known = z.infer<typeof Known>;

/** What came with lines, before anybody asked for it: by the numbers in `asked`, as the lines have them. */
export const KnownAhead = Known.extend({
  asked: z.array(z.object({ line_id: z.string(), orderable_key: z.string() })),
});
export type KnownAhead = z.infer<typeof KnownAhead>;

/** Calls that may be made now. Where there are none, `wait_ms` says for how long and `reason` why. */
const Grant = z.object({ granted: z.int(), wait_ms: z.number().nullable(), reason: z.string().nullable() });
export type Grant = z.infer<typeof Grant>;

/** How granted calls went. */
export interface Report {
  /** Granted and not made. */
  readonly unused: number;
  /** Of the parts that the calls might have cost, those that they did not. */
  readonly unused_parts: number;
  /** For whom they were granted. */
  readonly organization_id: string;
  /** `stopped`: the signal came before any answer, so nothing is known of how the supplier is. */
  readonly failure: 'transient' | 'over_quota' | 'misconfigured' | 'stopped' | null;
  readonly retry_after_ms: number | null;
  readonly answers: readonly { readonly orderable_key: string; readonly answer: StoredAnswer }[];
}

const ReportReply = z.object({
  /** When these answers count as given: by the database's clock, as everywhere. */
  answered_at: z.string(),
  /** How long nobody may call now; null for not at all. */
  blocked_ms: z.number().nullable(),
});
export type ReportReply = z.infer<typeof ReportReply>;

/** A line's question, as the store keeps what is known about it. */
export interface Question {
  readonly line_id: string;
  readonly orderable_key: string;
}

export interface AskedLimits extends CallLimits {
  /** What each of the calls may cost of the supplier's budget of parts, at most. */
  readonly worstParts: number;
}

export interface SupplierStore {
  /** What is known without asking anybody, however old. */
  read(suppliers: readonly string[], questions: readonly Question[]): Promise<Known>;
  /**
   * Asks for `calls` calls, before they are made, out of the organization's share. A supplier that was never asked begins
   * with these limits.
   */
  grant(supplier: string, calls: number, limits: AskedLimits, organizationId: string): Promise<Grant>;
  /** Says how they went. */
  report(supplier: string, report: Report): Promise<ReportReply>;
}

export function createSupplierStore(database: Database): SupplierStore {
  return {
    read: (suppliers, questions) =>
      database.call('bomstream_supplier_lookup', { p_suppliers: suppliers, p_lines: questions }, Known),
    grant: (supplier, calls, { perMinute, perDay, timeZone, budget, worstParts }, organizationId) =>
      database.call('bomstream_supplier_grant', {
        p_supplier: supplier,
        p_calls: calls,
        p_limits: {
          per_minute: perMinute,
          per_day: perDay,
          time_zone: timeZone,
          parts_in_all: budget?.parts ?? null,
          parts_a_call: worstParts,
        },
        p_organization_id: organizationId,
      }, Grant),
    report: (supplier, report) =>
      database.call('bomstream_supplier_report', { p_supplier: supplier, p_report: report }, ReportReply),
  };
}
