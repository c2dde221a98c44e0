/** The runner's side of the database: leases come out, results go in. */
import { z } from 'zod';
import type { Database } from '../database/port.ts';
import { RunStatusSchema } from '../domain/event.ts';
import type { ClaimedLine, LineResult } from '../enrich/port.ts';
import { Publication, type Published } from '../progress/publisher.ts';
import { KnownAhead } from '../suppliers/store.ts';

const ClaimedLineAnswer: z.ZodType<ClaimedLine> = z.object({
  line_id: z.string(),
  line_number: z.int(),
  mpn: z.string().nullable(),
  manufacturer: z.string().nullable(),
  quantity: z.number().nullable(),
  fence: z.int(),
  attempts: z.int(),
  is_last_attempt: z.boolean(),
  value: z.string().nullable(),
  footprint: z.string().nullable(),
  description: z.string().nullable(),
  designators: z.string().nullable(),
  supplier_numbers: z.array(z.object({ supplier: z.string().nullable(), number: z.string() })),
  substitution: z.string().nullable(),
  extra: z.record(z.string(), z.string()).nullable(),
  alternates: z.array(z.object({ mpn: z.string(), manufacturer: z.string().nullable() })).nullable(),
  decided: z.object({ mpn: z.string().nullable(), manufacturer: z.string().nullable() }).nullable(),
});

const Claim = z.object({
  /** Null: nothing can be claimed now. */
  run: z.object({
    run_id: z.string(),
    bom_id: z.string(),
    organization_id: z.string(),
    run: z.int(),
    /** How long the lines belong to the worker unless it extends that. */
    lease_ms: z.number().positive(),
  }).nullable(),
  lines: z.array(ClaimedLineAnswer),
  known: KnownAhead.nullish(),
  publish: Publication.nullable(),
});
export type Claim = z.infer<typeof Claim>;

const CommitReply = z.object({
  accepted: z.int(),
  refused: z.int(),
  /** `deleted` when the BOM is gone. */
  run_status: z.union([RunStatusSchema, z.literal('deleted')]),
  publish: Publication.nullable(),
});
export type CommitReply = z.infer<typeof CommitReply>;

const AdvanceReply = CommitReply.extend({
  lines: z.array(ClaimedLineAnswer),
  known: KnownAhead.nullish(),
  /** Of another run, where none of this one were leased. */
  next: Claim.nullable(),
});
export type AdvanceReply = z.infer<typeof AdvanceReply>;

const Extension = z.object({ held: z.int(), run_status: CommitReply.shape.run_status });
export type Extension = z.infer<typeof Extension>;

/** Why a worker stops. Only `failed` says something about the lines in its hands. */
export type EndReason = 'idle' | 'out_of_time' | 'database_unavailable' | 'failed';

export interface RunQueue {
  /** Leases at most `limit` lines of one run. `published` is what Redis holds by now of each BOM, noted on the way. */
  claim(workerId: string, limit: number, published: readonly Published[]): Promise<Claim>;
  /** Writes results. Sending the same results again changes nothing. */
  commit(
    workerId: string,
    runId: string,
    results: readonly LineResult[],
    published: readonly Published[],
  ): Promise<CommitReply>;
  /**
   * Commits and leases the next lines, at most `limit`, in one trip: of the same run, or of another where that is to be served
   * first or this one has ended. None in the reply: somebody has to be waited for, or nothing is left; claim tells.
   */
  advance(
    workerId: string,
    runId: string,
    results: readonly LineResult[],
    limit: number,
    published: readonly Published[],
  ): Promise<AdvanceReply>;
  /** Prolongs the leases of these lines, each up to a limit counted from its claim; `held` is how many still are. */
  extend(workerId: string, runId: string, lineIds: readonly string[]): Promise<Extension>;
  /**
   * Says that this worker stops; what it still holds is claimable at once. The attempt is given back unless the
   * reason is `failed`: a line that makes its worker fail must not be tried for ever, nor with many others.
   */
  release(
    workerId: string,
    reason: EndReason,
    published: readonly Published[],
  ): Promise<void>;
  /** Events that their writers failed to publish. */
  unpublished(): Promise<readonly Publication[]>;
  /** Notes what Redis holds, outside of a claim. */
  notePublished(published: Published): Promise<void>;
}

/** @param suppliers that can be asked: what is known of the lines comes with each claim; null: nothing does */
export function createRunQueue(database: Database, suppliers: readonly string[] | null): RunQueue {
  return {
    claim: (workerId, limit, published) =>
      database.call(
        'bomstream_claim',
        { p_worker_id: workerId, p_limit: limit, p_published: published, p_suppliers: suppliers },
        Claim,
      ),
    commit: (workerId, runId, results, published) =>
      database.call(
        'bomstream_commit',
        { p_worker_id: workerId, p_run_id: runId, p_results: results, p_published: published },
        CommitReply,
      ),
    advance: (workerId, runId, results, limit, published) =>
      database.call('bomstream_advance', {
        p_worker_id: workerId,
        p_run_id: runId,
        p_results: results,
        p_limit: limit,
        p_published: published,
        p_changes_over: true,
        p_suppliers: suppliers,
      }, AdvanceReply),
    extend: (workerId, runId, lineIds) =>
      database.call(
        'bomstream_extend',
        { p_worker_id: workerId, p_run_id: runId, p_line_ids: lineIds },
        Extension,
      ),
    release: async (workerId, reason, published) => {
      const args = { p_worker_id: workerId, p_reason: reason, p_published: published };
      await database.call('bomstream_release', args, z.object({ released: z.int() }));
    },
    unpublished: () => database.call('bomstream_unpublished', {}, z.array(Publication)),
    notePublished: async (published) => {
      await database.call('bomstream_published', { p_published: published }, z.unknown());
    },
  };
}
