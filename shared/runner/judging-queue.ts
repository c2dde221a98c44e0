/** Lists show what BOMs were judged to be: a run's end is when that changes. */
import { judge } from '../bom/judged.ts';
import type { Database } from '../database/port.ts';
import { isEnded } from '../domain/status.ts';
import { errorName, type Log } from '../log.ts';
import type { Claim, CommitReply, RunQueue } from './queue.ts';

/**
 * A worker whose run ends goes on with the next lines at once. By then it has asked suppliers about those and waits for
 * them: what judging takes of the isolate is no line's time.
 */
const JUDGE_AFTER_MS = 100;

export interface JudgingOptions {
  readonly database: Database;
  readonly log: Log;
  /** Waits; an aborted signal ends that at once. */
  readonly pause: (ms: number, signal: AbortSignal) => Promise<void>;
}

/**
 * The queue, judging each BOM whose run ends. A worker that has given back what it held waits for that;
 * what fails is judged when somebody asks.
 */
export function judgingQueue(queue: RunQueue, { database, log, pause }: JudgingOptions): RunQueue {
  let judging: Promise<void> = Promise.resolve();
  /** Aborted when a worker has nothing more to do. */
  let working = new AbortController();
  const boms = new Map<string, string>();
  const note = (claim: Claim) => {
    if (claim.run) boms.set(claim.run.run_id, claim.run.bom_id);
    return claim;
  };
  const judgeEnded = <Reply extends CommitReply>(runId: string, reply: Reply): Reply => {
    const bomId = boms.get(runId);
    if (bomId !== undefined && reply.run_status !== 'deleted' && isEnded(reply.run_status)) {
      boms.delete(runId);
      const due = pause(JUDGE_AFTER_MS, working.signal);
      judging = judging.then(() => due).then(() => judge(database, bomId)).catch((error: unknown) =>
        log('judging_failed', { bom_id: bomId, error: errorName(error) })
      );
    }
    return reply;
  };
  return {
    ...queue,
    claim: async (...args) => note(await queue.claim(...args)),
    commit: async (workerId, runId, ...rest) =>
      judgeEnded(runId, await queue.commit(workerId, runId, ...rest)),
    async advance(workerId, runId, ...rest) {
      const reply = await queue.advance(workerId, runId, ...rest);
      if (reply.next) note(reply.next);
      return judgeEnded(runId, reply);
    },
    async release(...args) {
      // First what is in hand: an isolate that ends may not live to see a large BOM judged.
      await queue.release(...args);
      working.abort();
      working = new AbortController();
      await judging;
    },
  };
}
