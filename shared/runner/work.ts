/** A runner at work: claim, enrich, commit, publish, until nothing is left or time is up. */
import { errorName, type Log } from '../http/log.ts';
import type { Publish, Published } from '../progress/publisher.ts';
import { DatabaseUnavailable } from '../database/port.ts';
import type { ClaimedLine, CommitReply, LineResult, RunQueue } from './queue.ts';

/** A commit whose answer was lost is sent again, as it is: the fence makes the second one harmless. */
const COMMIT_TRIES = 3;
const COMMIT_PAUSE_MS = 250;

export type EnrichLines = (lines: readonly ClaimedLine[]) => Promise<LineResult[]>;

export interface WorkDependencies {
  readonly queue: RunQueue;
  readonly enrich: EnrichLines;
  readonly publish: Publish;
  readonly log: Log;
  readonly pause: (ms: number) => Promise<void>;
  /** Rest after each batch; 0 for none. */
  readonly batchPauseMs: number;
  /** False from when the platform's time for this isolate runs short: nothing new is claimed then. */
  readonly hasTime: () => boolean;
}

export interface WorkSummary {
  readonly batches: number;
  readonly lines: number;
  readonly refused: number;
  readonly reason: 'idle' | 'out_of_time' | 'failed';
}

/**
 * Works as one worker until nothing can be claimed. Never throws: what it could not finish is released at the end
 * or, if even that fails, claimed by others when the lease runs out.
 */
export async function work(workerId: string, dependencies: WorkDependencies): Promise<WorkSummary> {
  const { queue, enrich, publish, log, hasTime, pause, batchPauseMs } = dependencies;
  let published: Published | null = null;
  let [batches, lines, refused] = [0, 0, 0];
  let reason: WorkSummary['reason'] = 'out_of_time';
  try {
    await publishLeftovers(dependencies);
    while (hasTime()) {
      const claim = await queue.claim(workerId, published);
      if (!claim.run) {
        reason = 'idle';
        break;
      }
      published = await publish(claim.publish);
      if (claim.lines.length === 0) continue;
      const results = await enrich(claim.lines);
      const reply = await commit(workerId, claim.run.run_id, results, dependencies);
      published = await publish(reply.publish) ?? published;
      batches += 1;
      lines += reply.accepted;
      refused += reply.refused;
      if (batchPauseMs > 0) await pause(batchPauseMs);
    }
  } catch (error) {
    reason = 'failed';
    log('work_failed', { worker_id: workerId, error: errorName(error) });
  }
  try {
    await queue.release(workerId, reason, published);
  } catch (error) {
    log('release_failed', { worker_id: workerId, error: errorName(error) });
  }
  return { batches, lines, refused, reason };
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

async function commit(
  workerId: string,
  runId: string,
  results: readonly LineResult[],
  { queue, pause, log }: WorkDependencies,
): Promise<CommitReply> {
  for (let attempt = 1;; attempt++) {
    try {
      return await queue.commit(workerId, runId, results);
    } catch (error) {
      if (!(error instanceof DatabaseUnavailable) || attempt === COMMIT_TRIES) throw error;
      log('commit_repeated', { worker_id: workerId, attempt });
      await pause(COMMIT_PAUSE_MS * attempt);
    }
  }
}
