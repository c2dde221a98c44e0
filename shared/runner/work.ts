/** A runner at work: claim, enrich, commit, publish, until nothing is left or time is up. */
import { errorName, type Log } from '../log.ts';
import type { Publication, Publish, Published } from '../progress/publisher.ts';
import { DatabaseUnavailable } from '../database/port.ts';
import type { ClaimedLine, EnrichLines, LineResult } from '../enrich/port.ts';
import { nextBatchSize, SMALLEST_BATCH } from './batch-size.ts';
import type { AdvanceReply, Claim, EndReason, RunQueue } from './queue.ts';

/**
 * What is to be said to a database that does not answer is said again after each of these: long enough for a connection
 * pool to recover, or for a restart, and short enough for the last seconds of an isolate.
 */
const REPEAT_AFTER_MS: readonly number[] = [250, 500, 1_000, 2_000];

/** Share of a lease after which a worker that is still busy has it prolonged: two heartbeats may be lost. */
const HEARTBEAT_SHARE = 1 / 3;

export interface WorkDependencies {
  readonly queue: RunQueue;
  readonly enrich: EnrichLines;
  readonly publish: Publish;
  readonly log: Log;
  /** Waits; an aborted signal ends that at once. */
  readonly pause: (ms: number, signal?: AbortSignal) => Promise<void>;
  /** Starts a repeating timer and returns how to stop it. */
  readonly every: (ms: number, work: () => void) => () => void;
  /** Rest after each batch, with no lines in hand; 0 for none. */
  readonly batchPauseMs: number;
  /** Milliseconds, from any moment on. */
  readonly now: () => number;
  /** None from when the platform's time for this isolate runs short: nothing new is claimed then. */
  readonly timeLeftMs: () => number;
  /** Aborted when the isolate is about to end. */
  readonly signal: AbortSignal;
}

export interface WorkSummary {
  readonly batches: number;
  readonly lines: number;
  readonly refused: number;
  readonly reason: EndReason;
}

/** Lines in hand, of one run. */
interface Batch {
  readonly run: NonNullable<Claim['run']>;
  readonly lines: readonly ClaimedLine[];
  readonly known: Claim['known'];
}

/**
 * Works as one worker until the database has nothing for it. Never throws: what it could not finish is released at
 * the end or, if even that fails, claimed by others when the lease runs out.
 */
export async function work(workerId: string, dependencies: WorkDependencies): Promise<WorkSummary> {
  const { queue, publish, log, timeLeftMs, now, pause, batchPauseMs, signal } = dependencies;
  let published: readonly Published[] = [];
  // Redis is told while the next lines are looked up; the next call to the database notes that it was.
  let publishing: Promise<void> = Promise.resolve();
  const startPublishing = (publication: Publication | null) => {
    const earlier = publishing;
    publishing = publish(publication).then(async (done) => {
      await earlier;
      if (done) published = [...published.filter(({ bom_id }) => bom_id !== done.bom_id), done];
    });
  };
  const noted = (told: readonly Published[]) => published = published.filter((one) => !told.includes(one));
  let [batches, lines, refused] = [0, 0, 0];
  let limit = SMALLEST_BATCH;
  let reason: WorkSummary['reason'] = 'out_of_time';
  try {
    await publishLeftovers(dependencies);
    let batch: Batch | null = null;
    while (timeLeftMs() > 0) {
      if (!batch) {
        await publishing;
        const told = published;
        const claim = await queue.claim(workerId, limit, told);
        if (!claim.run) {
          reason = 'idle';
          break;
        }
        noted(told);
        startPublishing(claim.publish);
        // Only the end of lines that killed their workers may come of a claim; there may be others.
        if (claim.lines.length === 0) continue;
        batch = { run: claim.run, lines: claim.lines, known: claim.known };
      }
      const begun = now();
      const results = await enrichHeld(workerId, batch, dependencies);
      limit = nextBatchSize(batch.lines.length, now() - begun);
      // What the isolate has left is for the results, not for a Redis that hangs.
      if (!signal.aborted) await publishing;
      const told = published;
      const reply = await handIn(
        workerId,
        batch.run.run_id,
        { results, limit, published: told },
        dependencies,
      );
      noted(told);
      startPublishing(reply.publish);
      startPublishing(reply.next?.publish ?? null);
      batches += 1;
      lines += reply.accepted;
      refused += reply.refused;
      batch = nextBatch(batch.run, reply);
      if (batchPauseMs > 0) await pause(Math.min(batchPauseMs, timeLeftMs()), signal);
    }
  } catch (error) {
    // A database that is away says nothing about the lines in hand: they keep their attempts.
    reason = error instanceof DatabaseUnavailable ? 'database_unavailable' : 'failed';
    log('work_failed', { worker_id: workerId, error: errorName(error) });
  }
  await publishing;
  try {
    await insist(workerId, 'release', () => queue.release(workerId, reason, published), dependencies);
  } catch (error) {
    log('release_failed', { worker_id: workerId, error: errorName(error) });
  }
  return { batches, lines, refused, reason };
}

/** Null: none was leased on the way. */
function nextBatch(run: Batch['run'], { lines, known, next }: AdvanceReply): Batch | null {
  if (lines.length > 0) return { run, lines, known };
  return next?.run && next.lines.length > 0 ? { run: next.run, lines: next.lines, known: next.known } : null;
}

/** Looks the lines up and has their leases prolonged meanwhile, until nobody waits for the answer any more. */
async function enrichHeld(
  workerId: string,
  { run, lines, known }: Batch,
  { queue, enrich, every, signal, log }: WorkDependencies,
): Promise<readonly LineResult[]> {
  const lost = new AbortController();
  const sendHeartbeat = async () => {
    try {
      const { held, run_status } = await queue.extend(
        workerId,
        run.run_id,
        lines.map(({ line_id }) => line_id),
      );
      // The run was cancelled, or these lines were held for as long as a line may be.
      if (held === 0 || !isActive(run_status)) lost.abort();
    } catch (error) {
      log('heartbeat_failed', { worker_id: workerId, error: errorName(error) });
    }
  };
  const stopHeartbeat = every(run.lease_ms * HEARTBEAT_SHARE, () => void sendHeartbeat());
  try {
    return await enrich(lines, AbortSignal.any([signal, lost.signal]), run.organization_id, known);
  } finally {
    stopHeartbeat();
  }
}

function isActive(status: AdvanceReply['run_status']): boolean {
  return status === 'queued' || status === 'enriching' || status === 'paused';
}

/** What earlier writers could not give to Redis. */
async function publishLeftovers({ queue, publish }: WorkDependencies): Promise<void> {
  for (const publication of await queue.unpublished()) {
    const published = await publish(publication);
    // Redis is away: waiting for it once per BOM would keep lines waiting for a minute. The next worker tries again.
    if (!published) return;
    await queue.notePublished(published);
  }
}

/** Commits and, where there is time and no rest before it, goes on with the next lines. */
function handIn(
  workerId: string,
  runId: string,
  { results, limit, published }: {
    readonly results: readonly LineResult[];
    readonly limit: number;
    readonly published: readonly Published[];
  },
  dependencies: WorkDependencies,
): Promise<AdvanceReply> {
  const { queue, timeLeftMs, batchPauseMs } = dependencies;
  return insist(workerId, 'commit', async (attempt) => {
    // Lines that are leased before a rest would wait for nobody but this worker, and be lost with it.
    const goesOn = attempt === 1 && batchPauseMs === 0 && timeLeftMs() > 0;
    if (goesOn) return await queue.advance(workerId, runId, results, limit, published);
    // Sent as it was: the fence makes a second one harmless.
    const reply = await queue.commit(workerId, runId, results, published);
    // The answer that was lost may have leased lines that this worker knows nothing of.
    if (attempt > 1) await queue.release(workerId, 'out_of_time', []);
    return { ...reply, lines: [], next: null };
  }, dependencies);
}

/** Calls the database until it answers, a bounded number of times. */
async function insist<T>(
  workerId: string,
  what: 'commit' | 'release',
  call: (attempt: number) => Promise<T>,
  { pause, log }: WorkDependencies,
): Promise<T> {
  for (let attempt = 1;; attempt++) {
    try {
      return await call(attempt);
    } catch (error) {
      const ms = REPEAT_AFTER_MS[attempt - 1];
      if (!(error instanceof DatabaseUnavailable) || ms === undefined) throw error;
      log(`${what}_repeated`, { worker_id: workerId, attempt });
      await pause(ms);
    }
  }
}
