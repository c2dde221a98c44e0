/** That no event is forgotten on its way to Redis, and that nobody waits for it. */
import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { type Json, useDatabase } from '../support/database.ts';
import { newRuns, parts, results, type Runs } from '../support/runs.ts';

const database = useDatabase();
const a = randomUUID();
beforeEach(async () => void await database.query('delete from bomstream.boms'));

/** What one publication holds at most. */
const AT_ONCE = 50;

const ids = (publication: Json): string[] => publication.events.map(({ event_id }: Json) => event_id);
const note = (runs: Runs, event_id: string) =>
  database.call('bomstream_published', { p_published: { bom_id: runs.bomId, event_id } });
const handOut = () => database.call('bomstream_unpublished', {});
const makeDue = () =>
  database.query(`update bomstream.enrichment_runs set publish_due_at = clock_timestamp()`);

/** A run with so many events, by pausing and resuming it. */
async function withEvents(count: number): Promise<Runs> {
  const runs = await newRuns(database, ['P1']);
  await runs.start();
  for (let seq = 2; seq <= count; seq++) await runs.control(seq % 2 === 0 ? 'pause' : 'resume');
  return runs;
}

describe('more events than one publication holds', () => {
  it('are handed out in order, and what is left is due as soon as the first are published', async () => {
    const runs = await withEvents(AT_ONCE + 10);
    await makeDue();
    const [first] = await handOut();
    expect(ids(first)).toEqual(Array.from({ length: AT_ONCE }, (_, i) => `1-${i + 1}`));
    // put off until somebody reports success
    expect(await handOut()).toEqual([]);
    await note(runs, `1-${AT_ONCE}`);
    const [rest] = await handOut();
    expect(ids(rest)).toEqual(Array.from({ length: 10 }, (_, i) => `1-${AT_ONCE + i + 1}`));
    await note(runs, `1-${AT_ONCE + 10}`);
    await makeDue();
    expect(await handOut()).toEqual([]);
  });

  it('leave no call to wait for once all are published', async () => {
    const runs = await withEvents(3);
    await makeDue();
    await handOut();
    await note(runs, '1-3');
    const [run] = await database.query(
      `select published_seq, publish_failures, publish_due_at = 'infinity' as never from bomstream.enrichment_runs`,
    );
    expect(run).toEqual({ published_seq: 3, publish_failures: 0, never: true });
  });
});

describe('a note of what was published', () => {
  it('goes no further than the run, and never back', async () => {
    const runs = await withEvents(4);
    const published = async () => (await runs.run()).published_seq;
    await note(runs, '1-3');
    expect(await published()).toBe(3);
    await note(runs, '1-1');
    expect(await published()).toBe(3);
    await note(runs, '1-99');
    expect(await published()).toBe(4);
  });

  it('of a run says nothing about the next one, and everything about those before it', async () => {
    const runs = await newRuns(database, ['P1']);
    for (let run = 1; run <= 3; run++) {
      await runs.start();
      await runs.control('cancel');
    }
    await note(runs, '2-1');
    const noted = await database.query(
      `select run, published_seq, publish_due_at = 'infinity' as never from bomstream.enrichment_runs order by run`,
    );
    expect(noted).toEqual([
      { run: 1, published_seq: 2, never: true },
      { run: 2, published_seq: 1, never: false },
      { run: 3, published_seq: 0, never: false },
    ]);
  });

  it('keeps no claim waiting for a commit to the run it is about', async () => {
    const [left, next] = [await newRuns(database, parts(20)), await newRuns(database, parts(5))];
    await left.start();
    const held = await left.claim(a);
    await next.start();
    const committing = await database.session();
    await committing.query('begin');
    try {
      await left.commit(a, results(held.lines), committing);
      const claim = await database.call('bomstream_claim', {
        p_worker_id: randomUUID(),
        p_published: { bom_id: left.bomId, event_id: '1-2' },
      });
      // It has come back at all: a claim that waits would wait for ever here.
      expect(claim.run.bom_id).toBe(next.bomId);
    } finally {
      await committing.query('commit');
    }
    expect(await left.run()).toMatchObject({ published_seq: 0 });
  });
});

describe('what nobody has published', () => {
  it('is due no later for the events that come after it', async () => {
    const runs = await withEvents(2);
    await database.query(
      `update bomstream.enrichment_runs set publish_due_at = clock_timestamp() - interval '1 minute'`,
    );
    await runs.control('resume');
    expect(ids((await handOut())[0])).toEqual(['1-1', '1-2', '1-3']);
  });

  it('is the writer’s for a moment: a new event is not due yet', async () => {
    await withEvents(1);
    const [{ wait }] = await database.query(
      'select extract(epoch from publish_due_at - clock_timestamp())::float as wait from bomstream.enrichment_runs',
    );
    expect(wait).toBeGreaterThan(2);
    expect(wait).toBeLessThanOrEqual(5);
  });

  it('lives as long as the newest run needs it, whatever runs ended before', async () => {
    const runs = await newRuns(database, ['P1']);
    await runs.start();
    await runs.control('cancel');
    const { publish } = await runs.start();
    expect(publish).toMatchObject({ expire_seconds: 24 * 3600 });
    expect(ids(publish)).toEqual(['1-1', '1-2', '2-1']);
    expect((await runs.control('pause')).publish.expire_seconds).toBe(24 * 3600);
  });

  it('is handed to one of two that ask at once, and nobody waits', async () => {
    await withEvents(1);
    await makeDue();
    const [one, two] = [await database.session(), await database.session()];
    await one.query('begin');
    try {
      expect(await database.call('bomstream_unpublished', {}, one)).toHaveLength(1);
      expect(await database.call('bomstream_unpublished', {}, two)).toEqual([]);
    } finally {
      await one.query('commit');
    }
  });

  it('is handed out for twenty BOMs at once, those that wait longest first', async () => {
    const tenant = await database.tenant();
    const boms: string[] = [];
    for (let i = 0; i < 22; i++) {
      const runs = await newRuns(database, ['P1'], tenant);
      await runs.start();
      await database.query(
        `update bomstream.enrichment_runs set publish_due_at = clock_timestamp() - $2 * interval '1 minute' where bom_id = $1`,
        [runs.bomId, i + 1],
      );
      boms.push(runs.bomId);
    }
    const bomsOf = (publications: Json[]) => publications.map(({ bom_id }) => bom_id).sort();
    expect(bomsOf(await handOut())).toEqual(boms.slice(2).sort());
    expect(bomsOf(await handOut())).toEqual(boms.slice(0, 2).sort());
  });
});

describe('the newest state of a BOM', () => {
  it('is never overwritten by an older one', async () => {
    const runs = await withEvents(2);
    await database.query(`update bomstream.enrichment_progress set run = 2, seq = 1, status = 'completed'`);
    await runs.control('resume');
    expect(await database.query('select run, seq, status from bomstream.enrichment_progress')).toEqual([
      { run: 2, seq: 1, status: 'completed' },
    ]);
    expect(await runs.events()).toHaveLength(3);
  });

  it('is that of the newest event, whole', async () => {
    const runs = await withEvents(2);
    const [progress] = await database.query('select * from bomstream.enrichment_progress');
    const { event } = (await runs.events()).at(-1);
    expect(progress).toMatchObject({ run: 1, seq: 2, status: 'paused', event });
    expect(event).toMatchObject({
      source: 'user',
      user_id: expect.any(String),
      run_id: (await runs.run()).id,
    });
    await runs.control('resume');
    const [later] = await database.query('select * from bomstream.enrichment_progress');
    expect(later).toMatchObject({ seq: 3, status: 'queued', event: { event_id: '1-3' } });
    expect(later.updated_at.getTime()).toBeGreaterThan(progress.updated_at.getTime());
    expect(later.event.state.last_update).toBe(later.event.created_at);
    expect(Date.parse(later.event.state.last_update)).toBeGreaterThan(Date.parse(event.state.last_update));
    await runs.control('cancel');
    await runs.start();
    const [next] = await database.query('select run, seq, status from bomstream.enrichment_progress');
    expect(next).toEqual({ run: 2, seq: 1, status: 'queued' });
  });
});
