import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { DatabaseError, DatabaseUnavailable } from '../../../shared/database/port.ts';
import type { Publication, Publish } from '../../../shared/progress/publisher.ts';
import { createMemoryQueue } from '../../../shared/runner/memory-queue.ts';
import type { RunQueue } from '../../../shared/runner/queue.ts';
import type { EnrichLines } from '../../../shared/enrich/port.ts';
import { work, type WorkDependencies } from '../../../shared/runner/work.ts';
import { settled as everythingSettled } from '../support/clock.ts';
import { BOM, envelope, OTHER_BOM } from '../support/events.ts';
import { recordLog } from '../support/log.ts';
import { memoryRun } from '../support/runs.ts';
import { notFound } from './queue-contract.ts';

const WORKER = 'worker-1';
const AWAY = new DatabaseUnavailable();

const newestOf = ({ events }: Publication) =>
  z.object({ event_id: z.string() }).parse(events.at(-1)).event_id;

type Method =
  | 'claim'
  | 'advance'
  | 'commit'
  | 'extend'
  | 'release'
  | 'unpublished'
  | 'notePublished'
  | 'publish'
  | 'enrich'
  | 'pause';

/** Work on a run in memory, every step of it on record. */
function setup(
  { lines = 5, batchSize = 2, queue: altered = {}, ...changes }:
    & { lines?: number; batchSize?: number; queue?: Partial<RunQueue> }
    & { hasTime?: () => boolean }
    & Partial<Omit<WorkDependencies, 'queue' | 'log' | 'timeLeftMs'>> = {},
) {
  const run = memoryRun({ lines, batchSize });
  const steps: [Method, unknown][] = [];
  const log = recordLog();
  const enrich: EnrichLines = (claimed) => Promise.resolve(claimed.map(notFound));
  const publish: Publish = (publication) =>
    Promise.resolve(publication && { bom_id: publication.bom_id, event_id: newestOf(publication) });
  const inner = { ...run.queue, ...altered };
  const dependencies: WorkDependencies = {
    log: log.log,
    now: changes.now ?? (() => 0),
    timeLeftMs: () => changes.hasTime?.() ?? true ? 60_000 : 0,
    signal: changes.signal ?? new AbortController().signal,
    every: changes.every ?? (() => () => {}),
    batchPauseMs: changes.batchPauseMs ?? 0,
    enrich: (claimed, signal, organizationId, known) => {
      steps.push(['enrich', claimed.map(({ line_number }) => line_number)]);
      return (changes.enrich ?? enrich)(claimed, signal, organizationId, known);
    },
    publish: (publication) => {
      if (publication) steps.push(['publish', publication.bom_id]);
      return (changes.publish ?? publish)(publication);
    },
    pause: (ms) => {
      steps.push(['pause', ms]);
      return (changes.pause ?? (() => Promise.resolve()))(ms);
    },
    queue: {
      claim(worker, limit, published) {
        steps.push(['claim', published[0]?.event_id ?? null]);
        return inner.claim(worker, limit, published);
      },
      advance(worker, runId, results, limit, published) {
        steps.push(['advance', results.length]);
        return inner.advance(worker, runId, results, limit, published);
      },
      extend(worker, runId, lineIds) {
        steps.push(['extend', lineIds.length]);
        return inner.extend(worker, runId, lineIds);
      },
      commit(worker, runId, results, published) {
        steps.push(['commit', results.length]);
        return inner.commit(worker, runId, results, published);
      },
      release(worker, reason, published) {
        steps.push(['release', reason]);
        return inner.release(worker, reason, published);
      },
      unpublished() {
        steps.push(['unpublished', null]);
        return inner.unpublished();
      },
      notePublished(published) {
        steps.push(['notePublished', published.bom_id]);
        return inner.notePublished(published);
      },
    },
  };
  const of = (method: Method) => steps.filter(([name]) => name === method).map(([, detail]) => detail);
  return { run, dependencies, log, steps, of, work: () => work(WORKER, dependencies) };
}

describe('a worker', () => {
  it('settles every line once and says what it did', async () => {
    const { run, of, work } = setup({ lines: 5, batchSize: 2 });
    expect(await work()).toEqual({ batches: 3, lines: 5, refused: 0, reason: 'idle' });
    expect([...run.settled().keys()]).toEqual(run.lineIds);
    expect(of('enrich')).toEqual([[1, 2], [3, 4], [5]]);
  });

  it('looks lines up for the organization whose run they are of', async () => {
    const organizations: string[] = [];
    const { work } = setup({
      lines: 2,
      enrich: (claimed, _signal, organizationId) => {
        organizations.push(organizationId);
        return Promise.resolve(claimed.map(notFound));
      },
    });
    await work();
    expect(organizations).toEqual(['organization']);
  });

  it('looks lines up with what came with them, in a claim, a commit or the claim of another run', async () => {
    const ahead = (orderable_key: string) => (
      {
        asked: [{ line_id: 'l', orderable_key }],
        own: [],
        answers: [],
        choice: { names: null, until_filled: false },
      }
    );
    const run = memoryRun({ lines: 2, batchSize: 1 });
    const other = createMemoryQueue({
      bomId: OTHER_BOM,
      runId: 'other-run',
      batchSize: 1,
      lines: [{ line_id: 'other-line', mpn: 'OTHER', manufacturer: null }],
    });
    const known: (string | undefined)[] = [];
    const { work } = setup({
      queue: {
        claim: async (...args) => ({ ...await run.queue.claim(...args), known: ahead('CLAIMED') }),
        advance: async (worker, runId, ...rest) => {
          if (runId === 'other-run') return await other.queue.advance(worker, runId, ...rest);
          const reply = await run.queue.advance(worker, runId, ...rest);
          return reply.lines.length > 0 ? { ...reply, known: ahead('GONE ON') } : {
            ...reply,
            next: { ...await other.queue.claim(worker, 1, []), known: ahead('CHANGED OVER') },
          };
        },
      },
      enrich: (claimed, _signal, _organizationId, ahead) => {
        known.push(ahead?.asked[0]?.orderable_key);
        return Promise.resolve(claimed.map(notFound));
      },
    });
    await work();
    expect(known).toEqual(['CLAIMED', 'GONE ON', 'CHANGED OVER']);
  });

  it('shares a run with others, and no line is looked up twice', async () => {
    const { run, dependencies, of } = setup({
      lines: 40,
      batchSize: 3,
      enrich: async (claimed) => {
        await everythingSettled();
        return claimed.map(notFound);
      },
    });
    const summaries = await Promise.all(['a', 'b', 'c'].map((worker) => work(worker, dependencies)));
    expect(run.settled().size).toBe(40);
    expect(of('enrich').flat().length).toBe(40);
    expect(summaries.reduce((sum, { lines }) => sum + lines, 0)).toBe(40);
    expect(summaries.every(({ lines, refused }) => lines > 0 && refused === 0)).toBe(true);
  });

  it('says goodbye when there is nothing to do', async () => {
    const { steps, work } = setup({ lines: 0 });
    expect(await work()).toEqual({ batches: 0, lines: 0, refused: 0, reason: 'idle' });
    expect(steps).toEqual([['unpublished', null], ['claim', null], ['release', 'idle']]);
  });

  it('goes on when a claim brought nothing but the end of lines that killed their workers', async () => {
    let claims = 0;
    const run = memoryRun({ lines: 2, batchSize: 2 });
    const { of, work } = setup({
      queue: {
        ...run.queue,
        claim: async (...args) => {
          const claim = await run.queue.claim(...args);
          if (++claims > 1) return claim;
          await run.queue.release(WORKER, 'out_of_time', []);
          return { ...claim, lines: [] };
        },
      },
    });
    expect(await work()).toMatchObject({ batches: 1, lines: 2, reason: 'idle' });
    expect(of('publish')).toHaveLength(2);
  });

  it('goes on with another run that came with the commit, and asks for none meanwhile', async () => {
    const run = memoryRun({ lines: 2, batchSize: 2 });
    const other = createMemoryQueue({
      bomId: OTHER_BOM,
      runId: 'other-run',
      batchSize: 2,
      lines: [{ line_id: 'other-line', mpn: 'OTHER', manufacturer: null }],
    });
    const looked: string[] = [];
    const { steps, of, work } = setup({
      queue: {
        ...run.queue,
        async advance(worker, runId, ...rest) {
          if (runId === 'other-run') return await other.queue.advance(worker, runId, ...rest);
          const reply = await run.queue.advance(worker, runId, ...rest);
          const next = await other.queue.claim(worker, 2, []);
          return { ...reply, next: { ...next, run: { ...next.run!, organization_id: 'other' } } };
        },
      },
      enrich: (claimed, _signal, organizationId) => {
        looked.push(...claimed.map(({ mpn }) => `${mpn} for ${organizationId}`));
        return Promise.resolve(claimed.map(notFound));
      },
    });
    expect(await work()).toEqual({ batches: 2, lines: 3, refused: 0, reason: 'idle' });
    expect(looked).toEqual(['PART-1 for organization', 'PART-2 for organization', 'OTHER for other']);
    expect([...other.settled().keys()]).toEqual(['other-line']);
    expect(of('publish')).toEqual([BOM, BOM, OTHER_BOM, OTHER_BOM]);
    expect(steps.filter(([step]) => ['claim', 'advance'].includes(step)).map(([step]) => step)).toEqual([
      'claim',
      'advance',
      'advance',
      'claim',
    ]);
  });

  it('tells with one call what it has published of several BOMs', async () => {
    const noted: string[][] = [];
    const publication = (bom_id: string) => ({ bom_id, expire_seconds: 60, events: [envelope('1-1')] });
    const run = memoryRun({ lines: 1, batchSize: 1 });
    const { work } = setup({
      queue: {
        ...run.queue,
        claim: async (worker, limit, published) => {
          noted.push(published.map(({ bom_id }) => bom_id));
          return { ...await run.queue.claim(worker, limit, []), publish: null };
        },
        advance: async (...args) => ({
          ...await run.queue.advance(...args),
          publish: publication(BOM),
          next: { run: null, lines: [], publish: publication(OTHER_BOM) },
        }),
      },
    });
    await work();
    expect(noted).toEqual([[], [BOM, OTHER_BOM]]);
  });

  it('takes as many lines as it answers for in a moment, a few at first', async () => {
    let now = 0;
    const msPerLine = [1, 1, 100, 100, 100, 1, 1, 1];
    const { of, work } = setup({
      lines: 400,
      batchSize: 100,
      now: () => now,
      enrich: (claimed) => {
        now += claimed.length * msPerLine.shift()!;
        return Promise.resolve(claimed.map(notFound));
      },
    });
    await work();
    const sizes = of('enrich').map((lines) => (lines as number[]).length);
    expect(sizes).toEqual([10, 100, 100, 20, 20, 20, 100, 30]);
  });

  it('counts lines that were refused because it was too slow', async () => {
    const { run, work } = setup({
      lines: 2,
      enrich: async (claimed) => {
        await run.queue.release(WORKER, 'out_of_time', []);
        const again = await run.queue.claim('other', 10, []);
        await run.queue.commit('other', run.runId, again.lines.map(notFound), []);
        return claimed.map(notFound);
      },
    });
    expect(await work()).toEqual({ batches: 1, lines: 0, refused: 2, reason: 'idle' });
  });
});

describe('time', () => {
  it('that is up ends the claiming; what is in hand is finished, the rest is for others', async () => {
    let left = 3;
    const { run, of, work } = setup({ lines: 9, batchSize: 2, hasTime: () => left-- > 0 });
    expect(await work()).toMatchObject({ batches: 2, lines: 4, reason: 'out_of_time' });
    expect(of('release')).toEqual(['out_of_time']);
    expect((await run.queue.claim('other', 10, [])).lines.map(({ line_number }) => line_number)).toEqual([
      5,
      6,
    ]);
  });

  it('that was up before it began costs nobody a lease', async () => {
    const { of, work } = setup({ hasTime: () => false });
    expect(await work()).toMatchObject({ batches: 0, reason: 'out_of_time' });
    expect(of('claim')).toEqual([]);
    expect(of('release')).toEqual(['out_of_time']);
  });

  it('that ends in the middle of a batch hands in what is done and gives the rest back', async () => {
    const ending = new AbortController();
    const { run, of, work } = setup({
      lines: 4,
      batchSize: 4,
      signal: ending.signal,
      hasTime: () => !ending.signal.aborted,
      enrich: (claimed, signal) => {
        ending.abort();
        expect(signal.aborted).toBe(true);
        return Promise.resolve(claimed.slice(0, 1).map(notFound));
      },
    });
    expect(await work()).toEqual({ batches: 1, lines: 1, refused: 0, reason: 'out_of_time' });
    expect([of('advance'), of('commit')]).toEqual([[], [1]]);
    const { lines } = await run.queue.claim('other', 10, []);
    expect(lines.map(({ line_number, attempts }) => [line_number, attempts])).toEqual([[2, 1], [3, 1], [
      4,
      1,
    ]]);
  });
});

describe('a long lookup', () => {
  /** Enriches until told to stop; every beat is set off by the test. */
  function longLookup(extend: RunQueue['extend']) {
    let beat = () => {};
    let [begun, stopped] = [0, 0];
    const started = setup({
      lines: 2,
      queue: { extend },
      every: (ms, work) => {
        begun = ms;
        beat = work;
        return () => void (stopped += 1);
      },
      enrich: (claimed, signal) =>
        new Promise((resolve) =>
          signal.addEventListener('abort', () => resolve(claimed.slice(1).map(notFound)))
        ),
    });
    return { ...started, beat: () => beat(), timers: () => ({ begun, stopped }) };
  }

  it('has its leases prolonged, three times as often as they would run out', async () => {
    const replies = [
      { held: 2, run_status: 'enriching' as const },
      { held: 2, run_status: 'paused' as const },
      { held: 0, run_status: 'enriching' as const },
    ];
    const { of, beat, timers, work } = longLookup(() => Promise.resolve(replies.shift()!));
    const done = work();
    for (let i = 0; i < 3; i++) {
      await everythingSettled();
      expect(of('advance')).toEqual([]);
      beat();
    }
    await everythingSettled();
    // the last answer said that nothing is held any more
    expect(of('advance')).toEqual([1]);
    expect(timers()).toEqual({ begun: 10_000, stopped: 1 });
    beat();
    void done;
  });

  it('ends when the run is cancelled', async () => {
    const { of, beat, work } = longLookup(() => Promise.resolve({ held: 2, run_status: 'cancelled' }));
    void work();
    await everythingSettled();
    beat();
    await everythingSettled();
    expect(of('advance')).toEqual([1]);
  });

  it('survives a heartbeat that fails', async () => {
    const { of, log, beat, work } = longLookup(() => Promise.reject(AWAY));
    void work();
    await everythingSettled();
    beat();
    await everythingSettled();
    expect(log.events()).toEqual(['heartbeat_failed']);
    expect(of('advance')).toEqual([]);
  });
});

describe('a commit without an answer', () => {
  it('is sent again as it was, and what it did the first time stays done once', async () => {
    let lost = 1;
    const { run, of, log, work } = setup({
      lines: 4,
      queue: {
        advance: async (...args) => {
          const reply = await run.queue.advance(...args);
          if (lost-- > 0) throw AWAY;
          return reply;
        },
      },
    });
    expect(await work()).toEqual({ batches: 2, lines: 2, refused: 2, reason: 'idle' });
    expect(run.settled().size).toBe(4);
    expect(of('enrich')).toEqual([[1, 2], [3, 4]]);
    expect([of('advance'), of('commit')]).toEqual([[2, 2], [2]]);
    expect(of('pause')).toEqual([250]);
    expect(log.events()).toEqual(['commit_repeated']);
  });

  it('is not what an error of the database is: that would only be repeated', async () => {
    const { of, work } = setup({
      queue: { advance: () => Promise.reject(new DatabaseError('23514', 'bomstream_advance')) },
    });
    expect(await work()).toMatchObject({ reason: 'failed' });
    expect([of('advance').length, of('commit').length]).toEqual([1, 0]);
  });
});

describe('a failure', () => {
  it.each<[string, Parameters<typeof setup>[0]]>([
    ['to claim', { queue: { claim: () => Promise.reject(new DatabaseError('42883', 'bomstream_claim')) } }],
    ['to enrich', { enrich: () => Promise.reject(new TypeError('https://user:secret@supplier')) }],
    ['to ask what is unpublished', {
      queue: { unpublished: () => Promise.reject(new DatabaseError('42883', 'bomstream_unpublished')) },
    }],
  ])('%s is logged by its name, and what is held is given back', async (_name, changes) => {
    const { of, log, work } = setup(changes);
    expect(await work()).toMatchObject({ reason: 'failed' });
    expect(of('release')).toEqual(['failed']);
    expect(log.events()).toEqual(['work_failed']);
    expect(JSON.stringify(log.entries)).not.toContain('secret');
  });

  it('to give back is survived: the leases run out by themselves', async () => {
    const { log, work } = setup({
      queue: { release: () => Promise.reject(new DatabaseError('42883', 'bomstream_release')) },
    });
    expect(await work()).toMatchObject({ lines: 5, reason: 'idle' });
    expect(log.events()).toEqual(['release_failed']);
  });
});

describe('publishing', () => {
  it('happens after each claim and commit, and is noted with the next call', async () => {
    const { steps, work } = setup({ lines: 3, batchSize: 2 });
    await work();
    expect(steps.filter(([method]) => method !== 'enrich')).toEqual([
      ['unpublished', null],
      ['claim', null],
      ['publish', BOM],
      ['advance', 2],
      ['publish', BOM],
      ['advance', 1],
      ['publish', BOM],
      ['claim', '1-4'],
      ['release', 'idle'],
    ]);
  });

  it('is noted also when there is no time for another claim', async () => {
    let left = 1;
    const noted: unknown[] = [];
    const { work } = setup({
      lines: 9,
      hasTime: () => left-- > 0,
      queue: {
        release: (_worker, _reason, published) => {
          noted.push(published);
          return Promise.resolve();
        },
      },
    });
    await work();
    expect(noted).toEqual([[{ bom_id: BOM, event_id: '1-2' }]]);
  });

  it('goes on while the next lines are looked up, and is waited for before they are handed in', async () => {
    let published = 0;
    const told: (() => void)[] = [];
    const { run, of, work } = setup({
      lines: 4,
      batchSize: 2,
      publish: async (publication) => {
        if (!publication) return null;
        await new Promise<void>((resolve) => told.push(resolve));
        published++;
        return { bom_id: BOM, event_id: newestOf(publication) };
      },
    });
    const done = work();
    for (let events = 1; events <= 2; events++) {
      await everythingSettled();
      // the first claim and each commit have something to say
      expect([of('publish').length, published]).toEqual([events, events - 1]);
      expect(of('enrich').length).toBe(events);
      expect(run.settled().size).toBe(2 * (events - 1));
      told.shift()!();
    }
    await everythingSettled();
    told.shift()!();
    expect(await done).toMatchObject({ lines: 4, reason: 'idle' });
    expect(of('claim')).toEqual([null, '1-4']);
  });

  it('to a Redis that hangs keeps no results from being handed in when the isolate ends', async () => {
    const ending = new AbortController();
    let giveUp = (_: null) => {};
    const hanging = new Promise<null>((resolve) => giveUp = resolve);
    const { run, of, work } = setup({
      lines: 4,
      batchSize: 2,
      signal: ending.signal,
      hasTime: () => !ending.signal.aborted,
      publish: () => hanging,
      enrich: (claimed) => {
        ending.abort();
        return Promise.resolve(claimed.map(notFound));
      },
    });
    const done = work();
    await everythingSettled();
    expect(run.settled().size).toBe(2);
    expect(of('release')).toEqual([]);
    giveUp(null);
    await done;
    expect(of('release')).toEqual(['out_of_time']);
  });

  it('that fails does not fail the batch, and nothing is noted', async () => {
    const { run, of, work } = setup({ publish: () => Promise.resolve(null) });
    expect(await work()).toMatchObject({ lines: 5, reason: 'idle' });
    expect(run.settled().size).toBe(5);
    expect(of('claim')).toEqual([null, null]);
  });

  const leftover = (bomId: string): Publication => (
    { bom_id: bomId, expire_seconds: 3600, events: [envelope('3-7', { bomId })] }
  );
  const leftovers = () => Promise.resolve([leftover(OTHER_BOM), leftover(BOM)]);

  it('begins with what others failed to publish', async () => {
    const { steps, work } = setup({ queue: { unpublished: leftovers } });
    await work();
    expect(steps.slice(0, 6).map(([method, detail]) => [method, detail])).toEqual([
      ['unpublished', null],
      ['publish', OTHER_BOM],
      ['notePublished', OTHER_BOM],
      ['publish', BOM],
      ['notePublished', BOM],
      ['claim', null],
    ]);
  });

  it('of leftovers does not keep lines waiting while Redis is away', async () => {
    const { run, steps, of, work } = setup({
      queue: { unpublished: leftovers },
      publish: () => Promise.resolve(null),
    });
    await work();
    expect(steps.slice(0, 3)).toEqual([['unpublished', null], ['publish', OTHER_BOM], ['claim', null]]);
    expect(of('notePublished')).toEqual([]);
    expect(run.settled().size).toBe(5);
  });
});
