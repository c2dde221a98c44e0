import { expect, it } from 'vitest';
import { createMemoryQueue } from '../../../shared/runner/memory-queue.ts';
import { type JudgingOptions, judgingQueue } from '../../../shared/runner/judging-queue.ts';
import { pause as realPause } from '../../../shared/runner/pause.ts';
import type { RunQueue } from '../../../shared/runner/queue.ts';
import { settled } from '../support/clock.ts';
import { fakeDatabase } from '../support/database.ts';
import { BOM, OTHER_BOM } from '../support/events.ts';
import { recordLog } from '../support/log.ts';
import { memoryRun } from '../support/runs.ts';
import { notFound } from './queue-contract.ts';

const WORKER = 'worker';

/** @param pause what waits before each judging; nothing, where it is none of the test's business */
function judged(queue: RunQueue, pause: JudgingOptions['pause'] = () => Promise.resolve()) {
  const { log } = recordLog();
  const database = fakeDatabase({ bomstream_bom_judging_take: () => null });
  const isolate = new AbortController();
  const work: Promise<void>[] = [];
  const judging = judgingQueue(queue, {
    database,
    log,
    pause,
    signal: isolate.signal,
    inBackground: (one) => void work.push(one),
  });
  const boms = () => database.calls.map(({ args }) => (args as { p_bom_id: string }).p_bom_id);
  return { judging, boms, isolate, done: () => Promise.all(work) };
}

it('judges a BOM when its run ends, and not before', async () => {
  const run = memoryRun({ lines: 4, batchSize: 2 });
  const { judging, boms, done } = judged(run.queue);
  const { lines } = await judging.claim(WORKER, 2, []);
  const reply = await judging.advance(WORKER, run.runId, lines.map(notFound), 2, []);
  expect(boms()).toEqual([]);
  await judging.advance(WORKER, run.runId, reply.lines.map(notFound), 2, []);
  await done();
  expect(boms()).toEqual([BOM]);
});

it('judges a BOM whose run ends with a commit that goes on with nothing, as before a rest or at the end of an isolate', async () => {
  const run = memoryRun({ lines: 1, batchSize: 1 });
  const { judging, boms, done } = judged(run.queue);
  const { lines } = await judging.claim(WORKER, 1, []);
  await judging.commit(WORKER, run.runId, lines.map(notFound), []);
  await done();
  expect(boms()).toEqual([BOM]);
});

it('judges a BOM whose run came with the commit of another', async () => {
  const run = memoryRun({ lines: 1, batchSize: 1 });
  const other = createMemoryQueue({
    bomId: OTHER_BOM,
    runId: 'other-run',
    batchSize: 1,
    lines: [{ line_id: 'other-line', mpn: 'OTHER', manufacturer: null }],
  });
  const { judging, boms, done } = judged({
    ...run.queue,
    advance: async (worker, runId, ...rest) =>
      runId === 'other-run' ? other.queue.advance(worker, runId, ...rest) : {
        ...await run.queue.advance(worker, runId, ...rest),
        next: await other.queue.claim(worker, 1, []),
      },
  });
  const { lines } = await judging.claim(WORKER, 1, []);
  const { next } = await judging.advance(WORKER, run.runId, lines.map(notFound), 1, []);
  await judging.advance(WORKER, next!.run!.run_id, next!.lines.map(notFound), 1, []);
  await done();
  expect(boms()).toEqual([BOM, OTHER_BOM]);
});

it('judges once whoever watched has the answer, and the worker has asked about its next lines', async () => {
  const run = memoryRun({ lines: 1, batchSize: 1 });
  const waits: number[] = [];
  let goOn = () => {};
  const { judging, boms } = judged(run.queue, (ms) => {
    waits.push(ms);
    return new Promise((resolve) => goOn = resolve);
  });
  const { lines } = await judging.claim(WORKER, 1, []);
  await judging.advance(WORKER, run.runId, lines.map(notFound), 1, []);
  await settled();
  expect(waits).toEqual([1_000]);
  expect(boms()).toEqual([]);
  goOn();
  await settled();
  expect(boms()).toEqual([BOM]);
});

it('keeps no worker waiting, which has an end to tell of', async () => {
  const run = memoryRun({ lines: 1, batchSize: 1 });
  const { judging, boms } = judged(run.queue, () => new Promise(() => {}));
  const { lines } = await judging.claim(WORKER, 1, []);
  await judging.advance(WORKER, run.runId, lines.map(notFound), 1, []);
  await judging.release(WORKER, 'idle', []);
  expect(boms()).toEqual([]);
});

it('waits no longer when the isolate ends', async () => {
  const run = memoryRun({ lines: 1, batchSize: 1 });
  const { judging, boms, isolate, done } = judged(run.queue, (_ms, signal) => realPause(60 * 60_000, signal));
  const { lines } = await judging.claim(WORKER, 1, []);
  await judging.commit(WORKER, run.runId, lines.map(notFound), []);
  isolate.abort();
  await done();
  expect(boms()).toEqual([BOM]);
});
