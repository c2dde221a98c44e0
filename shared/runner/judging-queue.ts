/** Lists show what BOMs were judged to be: a run's end is when that changes. */
import { judge } from '../bom/judged.ts';
import type { Database } from '../database/port.ts';
import { isEnded } from '../domain/status.ts';
import { errorName, type Log } from '../log.ts';
import type { Claim, CommitReply, RunQueue } from './queue.ts';

/**
 * Whoever watched the run has its answer by then: a database that judges a large BOM for lists meanwhile keeps them waiting.
 * And a worker whose run ends goes on with the next lines at once. By then it has asked suppliers about those and waits for
 * them: what judging takes of the isolate is no line's time.
 */
const JUDGE_AFTER_MS = 1_000;

export interface JudgingOptions {
  readonly database: Database;
  readonly log: Log;
  /** Waits; an aborted signal ends that at once. */
  readonly pause: (ms: number, signal: AbortSignal) => Promise<void>;
  /** Aborted when the isolate is about to end: it may not live to see a large BOM judged that is put off. */
  readonly signal: AbortSignal;
  /** Has the isolate live until the work is done. */
  readonly inBackground: (work: Promise<void>) => void;
}

/** The queue, judging each BOM whose run ends. No worker waits for that; what fails is judged when somebody asks. */
export function judgingQueue(
  queue: RunQueue,
  { database, log, pause, signal, inBackground }: JudgingOptions,
): RunQueue {
  let judging: Promise<void> = Promise.resolve();
  const boms = new Map<string, string>();
  const note = (claim: Claim) => {
    if (claim.run) boms.set(claim.run.run_id, claim.run.bom_id);
    return claim;
  };
  const judgeEnded = <Reply extends CommitReply>(runId: string, reply: Reply): Reply => {
    const bomId = boms.get(runId);
    if (bomId !== undefined && reply.run_status !== 'deleted' && isEnded(reply.run_status)) {
      boms.delete(runId);
      const due = pause(JUDGE_AFTER_MS, signal);
      judging = judging.then(() => due).then(() => judge(database, bomId)).catch((error: unknown) =>
        log('judging_failed', { bom_id: bomId, error: errorName(error) })
      );
      inBackground(judging);
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
  };
}
