/** What a worker does in rare moments: a database that blips, a rest between batches, an end in the middle of it. */
import { describe, expect, it } from 'vitest';
import { DatabaseUnavailable } from '../../../shared/database/port.ts';
import { createEnrichLines } from '../../../shared/enrich/lines.ts';
import type { Extension, RunQueue } from '../../../shared/runner/queue.ts';
import type { EnrichLines } from '../../../shared/enrich/port.ts';
import { work, type WorkDependencies } from '../../../shared/runner/work.ts';
import { createMemorySupplierStore } from '../../../shared/suppliers/memory-store.ts';
import { createMemorySupplier } from '../../../shared/suppliers/memory.ts';
import type { SupplierStore } from '../../../shared/suppliers/store.ts';
import { deferred, settled } from '../support/clock.ts';
import { BOM, envelope } from '../support/events.ts';
import { recordLog } from '../support/log.ts';
import { memoryRun } from '../support/runs.ts';
import { finding } from '../enrich/findings.ts';
import { notFound } from './queue-contract.ts';

const WORKER = 'worker-1';
const RUN = { run_id: 'r', bom_id: BOM, organization_id: 'o', run: 1, lease_ms: 30_000 };
const away = () => Promise.reject(new DatabaseUnavailable());

type Changes = Partial<Omit<WorkDependencies, 'queue' | 'log'>>;

/** A worker on a run in memory whose calls to the queue are noted by name. */
function worker(
  { lines = 4, batchSize = 2, change = () => ({}), ...changes }:
    & { lines?: number; batchSize?: number; change?: (queue: RunQueue) => Partial<RunQueue> }
    & Changes = {},
) {
  const run = memoryRun({ lines, batchSize });
  const log = recordLog();
  const steps: string[] = [];
  const inner: RunQueue = { ...run.queue, ...change(run.queue) };
  const queue = Object.fromEntries(
    Object.entries(inner).map(([name, call]) => [name, (...args: never[]) => {
      steps.push(name === 'release' ? `release ${args[1]}` : name);
      return (call as (...args: never[]) => unknown)(...args);
    }]),
  ) as unknown as RunQueue;
  const dependencies: WorkDependencies = {
    enrich: (claimed) => {
      steps.push(`enrich ${claimed.length}`);
      return Promise.resolve(claimed.map(notFound));
    },
    publish: () => Promise.resolve(null),
    every: () => () => {},
    batchPauseMs: 0,
    now: () => 0,
    timeLeftMs: () => 60_000,
    signal: new AbortController().signal,
    ...changes,
    pause: (ms, signal) => {
      steps.push(`pause ${ms}`);
      return changes.pause?.(ms, signal) ?? Promise.resolve();
    },
    queue,
    log: log.log,
  };
  /** Lines nobody holds, by how often they were tried when they are taken next. */
  const attempts = async () => {
    const { lines } = await run.queue.claim('another', 100, []);
    return lines.map(({ attempts }) => attempts);
  };
  return { run, log, steps, attempts, work: () => work(WORKER, dependencies) };
}

describe('a database that does not answer for a moment', () => {
  const suppliers = [createMemorySupplier({ name: 'memory', batchSize: 10, parts: [finding('PART-1')] })];
  const askingSuppliers = (change: Partial<SupplierStore>): EnrichLines => {
    const store = createMemorySupplierStore({ callsPerMinute: 30, now: () => 0 });
    return createEnrichLines({ suppliers, store: { ...store, ...change }, log: () => {} });
  };

  it.each<[string, Partial<SupplierStore>]>([
    ['read', { read: away }],
    ['granted', { grant: away }],
    ['reported', { report: away }],
  ])('costs no line an attempt when suppliers’ answers are to be %s', async (_what, change) => {
    const { work, steps, attempts } = worker({ batchSize: 4, enrich: askingSuppliers(change) });
    expect(await work()).toMatchObject({ batches: 0, reason: 'database_unavailable' });
    expect(steps.at(-1)).toBe('release database_unavailable');
    expect(await attempts()).toEqual([1, 1, 1, 1]);
  });

  it.each(['claim', 'unpublished'] as const)(
    'ends the worker that wants to %s, and fails nothing',
    async (what) => {
      const { work, steps } = worker({ change: () => ({ [what]: away }) });
      expect(await work()).toMatchObject({ reason: 'database_unavailable' });
      expect(steps.filter((step) => step !== 'unpublished' && step !== 'claim')).toEqual([
        'release database_unavailable',
      ]);
    },
  );

  it('is told of results five times; then the lines are given back with their attempts', async () => {
    const { work, steps, log, attempts } = worker({
      batchSize: 4,
      change: () => ({ advance: away, commit: away }),
    });
    expect(await work()).toMatchObject({ batches: 0, reason: 'database_unavailable' });
    expect(steps.slice(3)).toEqual([
      'advance',
      'pause 250',
      'commit',
      'pause 500',
      'commit',
      'pause 1000',
      'commit',
      'pause 2000',
      'commit',
      'release database_unavailable',
    ]);
    expect(await attempts()).toEqual([1, 1, 1, 1]);
    expect(log.entries.at(0)).toEqual({ event: 'commit_repeated', worker_id: WORKER, attempt: 1 });
    expect(log.entries.at(-1)).toEqual({
      event: 'work_failed',
      worker_id: WORKER,
      error: 'DatabaseUnavailable database_unavailable',
    });
  });

  it('learns in the end that a worker has stopped: its lines do not wait for their leases', async () => {
    let refusals = 4;
    const { work, log, attempts } = worker({
      enrich: away,
      change: ({ release }) => ({ release: (...args) => refusals-- > 0 ? away() : release(...args) }),
    });
    expect(await work()).toMatchObject({ reason: 'database_unavailable' });
    expect(log.events()).toEqual(['work_failed', ...Array(4).fill('release_repeated')]);
    expect(await attempts()).toEqual([1, 1]);
  });

  it('and goes on not answering is not asked for ever', async () => {
    const { work, log, steps } = worker({ change: () => ({ release: away }) });
    expect(await work()).toMatchObject({ lines: 4, reason: 'idle' });
    expect(steps.filter((step) => step === 'release idle')).toHaveLength(5);
    expect(log.events().at(-1)).toBe('release_failed');
  });
});

describe('a rest between batches', () => {
  it('comes when results are in and before the next lines are leased', async () => {
    const { work, steps } = worker({ batchPauseMs: 200 });
    expect(await work()).toEqual({ batches: 2, lines: 4, refused: 0, reason: 'idle' });
    const batch = ['claim', 'enrich 2', 'commit', 'pause 200'];
    expect(steps).toEqual(['unpublished', ...batch, ...batch, 'claim', 'release idle']);
  });

  it('is not there unless it is asked for, and costs no further trip then', async () => {
    const { work, steps } = worker();
    await work();
    expect(steps.filter((step) => step.startsWith('pause') || step === 'commit')).toEqual([]);
  });

  it('is no longer than there is time to claim anything afterwards', async () => {
    let left = 60_000;
    const { work, steps, run } = worker({
      batchPauseMs: 5_000,
      timeLeftMs: () => left,
      enrich: (claimed) => {
        left = 1_200;
        return Promise.resolve(claimed.map(notFound));
      },
      pause: (ms) => {
        left -= ms;
        return Promise.resolve();
      },
    });
    expect(await work()).toMatchObject({ batches: 1, reason: 'out_of_time' });
    expect(steps.slice(-2)).toEqual(['pause 1200', 'release out_of_time']);
    expect(run.settled().size).toBe(2);
  });

  it('is cut short by the end of the isolate, which finds no lines in hand', async () => {
    const ending = new AbortController();
    const { work, steps } = worker({
      batchPauseMs: 5_000,
      signal: ending.signal,
      timeLeftMs: () => ending.signal.aborted ? 0 : 60_000,
      pause: (_ms, signal) => new Promise((resolve) => signal?.addEventListener('abort', () => resolve())),
    });
    const done = work();
    await settled();
    expect(steps.at(-1)).toBe('pause 5000');
    ending.abort();
    expect(await done).toMatchObject({ batches: 1, reason: 'out_of_time' });
    expect(steps.at(-1)).toBe('release out_of_time');
  });
});

describe('a batch in hand', () => {
  /** A worker whose only lookup ends with its signal; `beat` is the heartbeat of that time. */
  function looking(run_status: Extension['run_status']) {
    let beat = () => {};
    let beating = 0;
    const stopped = worker({
      lines: 2,
      every: (_ms, work) => {
        beat = work;
        beating += 1;
        return () => void (beating -= 1);
      },
      enrich: (_claimed, signal) =>
        new Promise((resolve) => signal.addEventListener('abort', () => resolve([]))),
      change: () => ({ extend: () => Promise.resolve({ held: 2, run_status }) }),
    });
    return { ...stopped, beat: () => beat(), beating: () => beating };
  }

  it.each<Extension['run_status']>(['cancelled', 'completed', 'failed', 'deleted'])(
    'is given up when a heartbeat learns that its run is %s',
    async (status) => {
      const { work, steps, beat } = looking(status);
      void work();
      await settled();
      beat();
      await settled();
      expect(steps).toContain('advance');
    },
  );

  it.each<Extension['run_status']>(['queued', 'enriching', 'paused'])(
    'is worked on while its run is %s',
    async (status) => {
      const { work, steps, beat } = looking(status);
      void work();
      await settled();
      beat();
      await settled();
      expect(steps).not.toContain('advance');
    },
  );

  it('that makes the worker fail has no heartbeat any more', async () => {
    let beating = 0;
    const { work } = worker({
      every: () => {
        beating += 1;
        return () => void (beating -= 1);
      },
      enrich: () => Promise.reject(new TypeError('x is undefined')),
    });
    expect(await work()).toMatchObject({ reason: 'failed' });
    expect(beating).toBe(0);
  });
});

describe('what was published', () => {
  const publication = (event_id: string) => ({
    bom_id: BOM,
    expire_seconds: 60,
    events: [envelope(event_id)],
  });

  it('is noted once with a claim, and not again with the commit of another run', async () => {
    const noted: (string | null)[] = [];
    let claims = 0;
    const { work } = worker({
      lines: 2,
      publish: (given) => Promise.resolve(given && { bom_id: given.bom_id, event_id: '1-1' }),
      change: (queue) => ({
        claim: async (id, limit, published) => {
          claims += 1;
          // the first brings only something to publish, the second another run with nothing to publish
          if (claims === 1) {
            return { ...await queue.claim('none', 0, []), run: RUN, publish: publication('1-1') };
          }
          noted.push(published[0]?.event_id ?? null);
          return { ...await queue.claim(id, limit, []), publish: null };
        },
        advance: (id, runId, results, limit, published) => {
          noted.push(published[0]?.event_id ?? null);
          return queue.advance(id, runId, results, limit, []);
        },
      }),
    });
    await work();
    expect(noted.slice(0, 2)).toEqual(['1-1', null]);
  });

  it('last is what is noted, in whichever order Redis answers', async () => {
    const ending = new AbortController();
    const slow = deferred<void>();
    const noted: unknown[] = [];
    const { work, steps } = worker({
      signal: ending.signal,
      timeLeftMs: () => ending.signal.aborted ? 0 : 60_000,
      publish: async (given) => {
        if (!given) return null;
        const event_id = `1-${given.events.length}`;
        if (given.events.length === 1) await slow.promise;
        return { bom_id: BOM, event_id };
      },
      enrich: (claimed) => {
        ending.abort();
        return Promise.resolve(claimed.map(notFound));
      },
      change: (queue) => ({
        release: (id, reason, published) => {
          noted.push(published);
          return queue.release(id, reason, []);
        },
      }),
    });
    const done = work();
    await settled();
    expect(steps).not.toContain('release out_of_time');
    slow.resolve();
    await done;
    expect(noted).toEqual([[{ bom_id: BOM, event_id: '1-2' }]]);
  });
});
