/** What the database hands out to be published, and what it notes of it: what is due, in which order, and how often. */
import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { type Json, useDatabase } from '../support/database.ts';
import { newRuns, parts, results } from '../support/runs.ts';
import { eventIds, type RunSketch, seqs, writtenRuns } from '../support/written-runs.ts';

const database = useDatabase();
const { newBom, writeEvents, writeRun } = writtenRuns(database);
const worker = randomUUID();

/** Events of a BOM that are handed out at once, and BOMs. */
const [TO_PUBLISH, HANDED_OUT] = [50, 20];

it('the head of a BOM is the newest id of its newest run, and null before the first', async () => {
  const tenant = await database.tenant();
  const [bomId, other] = [await newBom(tenant), await newBom(tenant)];
  const head = (id: string) => database.call('bomstream_head', { p_bom_id: id });
  expect(await head(bomId)).toBeNull();
  await writeRun(bomId, { run: 2, status: 'completed', lastSeq: 40, publishedSeq: 12 });
  await writeRun(bomId, { run: 10, lastSeq: 3 });
  await writeRun(other, { run: 11, lastSeq: 7 });
  expect(await head(bomId)).toBe('10-3');
});

describe('what is noted as published', () => {
  const note = (bomId: string, eventId: string) =>
    database.call('bomstream_published', { p_published: { bom_id: bomId, event_id: eventId } });
  const state = async (bomId: string) =>
    (await database.query(
      `select run, published_seq as published, publish_failures as failures,
         publish_due_at = 'infinity' as done, publish_due_at <= clock_timestamp() as due
       from bomstream.enrichment_runs where bom_id = $1 order by run`,
      [bomId],
    )).map((
      { run, published, failures, done, due },
    ) => [run, published, failures, done ? 'done' : due ? 'due' : 'later']);

  /** Run 1 has ended; all has failed to be published twice. */
  async function twoRuns() {
    const tenant = await database.tenant();
    const bomId = await newBom(tenant);
    await writeRun(bomId, { run: 1, status: 'completed', lastSeq: 5, publishedSeq: 2, due: '1 hour' });
    await writeRun(bomId, { run: 2, lastSeq: 8, publishedSeq: 0, due: '1 hour' });
    await database.query('update bomstream.enrichment_runs set publish_failures = 2 where bom_id = $1', [
      bomId,
    ]);
    return bomId;
  }

  it('rises with what a publisher says, and the rest is due at once, its failures forgotten', async () => {
    const bomId = await twoRuns();
    await note(bomId, '2-3');
    expect(await state(bomId)).toEqual([[1, 5, 0, 'done'], [2, 3, 0, 'due']]);
    await note(bomId, '2-8');
    expect(await state(bomId)).toEqual([[1, 5, 0, 'done'], [2, 8, 0, 'done']]);
  });

  it('never falls, however late an older word comes', async () => {
    const bomId = await twoRuns();
    await note(bomId, '2-6');
    await note(bomId, '2-3');
    await note(bomId, '1-4');
    expect((await state(bomId)).map(([run, published]) => [run, published])).toEqual([[1, 5], [2, 6]]);
  });

  it('concerns earlier runs as a whole and later ones not at all', async () => {
    const bomId = await twoRuns();
    await note(bomId, '1-4');
    expect(await state(bomId)).toEqual([[1, 4, 0, 'due'], [2, 0, 2, 'later']]);
  });

  it('is never more than there is', async () => {
    const bomId = await twoRuns();
    await note(bomId, '2-900');
    expect(await state(bomId)).toEqual([[1, 5, 0, 'done'], [2, 8, 0, 'done']]);
  });

  it('is compared by number', async () => {
    const tenant = await database.tenant();
    const bomId = await newBom(tenant);
    await writeRun(bomId, { run: 1, lastSeq: 30, publishedSeq: 9, due: '1 hour' });
    await note(bomId, '1-10');
    expect((await state(bomId))[0]).toEqual([1, 10, 0, 'due']);
  });

  it('concerns that BOM and no other', async () => {
    const [bomId, other] = [await twoRuns(), await twoRuns()];
    await note(bomId, '2-8');
    expect(await state(other)).toEqual([[1, 2, 2, 'later'], [2, 0, 2, 'later']]);
  });

  it('is nothing where nobody says anything', async () => {
    const bomId = await twoRuns();
    const [{ answer }] = await database.query('select public.bomstream_published(null) as answer');
    expect(answer).toBeNull();
    expect(await state(bomId)).toEqual([[1, 2, 2, 'later'], [2, 0, 2, 'later']]);
  });

  it('passes over a run that is being committed to, which hands its events out once more', async () => {
    const bomId = await twoRuns();
    const busy = await database.session();
    await busy.query('begin');
    await busy.query(
      'select from bomstream.enrichment_runs where bom_id = $1 and run = 2 for no key update',
      [
        bomId,
      ],
    );
    try {
      await note(bomId, '2-8');
    } finally {
      await busy.query('rollback');
    }
    expect(await state(bomId)).toEqual([[1, 5, 0, 'done'], [2, 0, 2, 'later']]);
    await note(bomId, '2-8');
    expect(await state(bomId)).toEqual([[1, 5, 0, 'done'], [2, 8, 0, 'done']]);
  });

  it('does not make a claim wait for a run that is being committed to, and is noted by the next', async () => {
    const runs = await newRuns(database, parts(50));
    await runs.start();
    await runs.claim(worker);
    const published = { bom_id: runs.bomId, event_id: '1-1' };
    const [busy, claiming] = [await database.session(), await database.session()];
    await claiming.query(`set lock_timeout = '10s'`);
    const claim = () =>
      database.call('bomstream_claim', { p_worker_id: randomUUID(), p_published: published }, claiming);
    await busy.query('begin');
    await busy.query('select from bomstream.enrichment_runs where bom_id = $1 for no key update', [
      runs.bomId,
    ]);
    try {
      await claim();
      expect((await state(runs.bomId))[0]!.slice(0, 2)).toEqual([1, 0]);
    } finally {
      await busy.query('rollback');
    }
    await claim();
    expect((await state(runs.bomId))[0]!.slice(0, 2)).toEqual([1, 1]);
  });
});

describe('what is handed out to be published', () => {
  beforeEach(() => database.query('delete from bomstream.boms'));

  const handOut = async (): Promise<Json[]> => await database.call('bomstream_unpublished', {});
  async function unpublished(
    { due = '-1 second', lastSeq = 2, publishedSeq = 0, status = 'paused' }: RunSketch = {},
  ) {
    const tenant = await database.tenant();
    const bomId = await newBom(tenant);
    await writeEvents(bomId, 1, lastSeq);
    await writeRun(bomId, { lastSeq, publishedSeq, due, status });
    return bomId;
  }
  /** Seconds until a BOM is due again. */
  const wait = async (bomId: string): Promise<number> =>
    (await database.query(
      'select extract(epoch from publish_due_at - clock_timestamp())::float as wait from bomstream.enrichment_runs where bom_id = $1',
      [bomId],
    ))[0].wait;

  it('is what is due, and has not been given to Redis', async () => {
    const due = await unpublished({ lastSeq: 5, publishedSeq: 3 });
    await unpublished({ due: '5 seconds' });
    await unpublished({ lastSeq: 2, publishedSeq: 2 });
    const handed = await handOut();
    expect(handed).toHaveLength(1);
    expect(handed[0]).toMatchObject({ bom_id: due, expire_seconds: 24 * 3600 });
    expect(eventIds(handed[0].events)).toEqual(['1-4', '1-5']);
    expect(await handOut()).toEqual([]);
  });

  it.each(['completed', 'failed', 'cancelled'])(
    'is kept an hour once the run has ended: %s',
    async (status) => {
      await unpublished({ status });
      expect(await handOut()).toMatchObject([{ expire_seconds: 3600 }]);
    },
  );

  it.each(['queued', 'enriching', 'paused'])(
    'is kept a day while any run of the BOM is at work, whichever it is of: %s',
    async (status) => {
      const bomId = await unpublished({ status: 'completed' });
      await writeRun(bomId, { run: 2, status });
      expect(await handOut()).toMatchObject([{ bom_id: bomId, expire_seconds: 24 * 3600 }]);
    },
  );

  it('may be a single event, and is nothing where its events are gone', async () => {
    const bomId = await unpublished({ lastSeq: 4, publishedSeq: 3 });
    const without = await newBom(await database.tenant());
    await writeRun(without, { lastSeq: 2, due: '-1 second' });
    const handed = await handOut();
    expect(handed.map(({ bom_id, events }) => [bom_id, eventIds(events)])).toEqual([[bomId, ['1-4']]]);
  });

  it('is never what Redis has already, which is not even touched', async () => {
    const bomId = await unpublished({ lastSeq: 2, publishedSeq: 2 });
    expect(await handOut()).toEqual([]);
    const [{ publish_failures }] = await database.query(
      'select publish_failures from bomstream.enrichment_runs where bom_id = $1',
      [bomId],
    );
    expect([publish_failures, await wait(bomId) < 0]).toEqual([0, true]);
  });

  it('is fifty events of a BOM at most, oldest first and over its runs, and no other BOM’s', async () => {
    const bomId = await newBom(await database.tenant());
    // The later run stands before the earlier one in the table: order is not what the table happens to have.
    await writeEvents(bomId, 1, TO_PUBLISH - 2);
    await writeEvents(bomId, 2, 12);
    await writeRun(bomId, { run: 2, lastSeq: 12, due: '-1 second' });
    await writeRun(bomId, { run: 1, status: 'completed', lastSeq: TO_PUBLISH - 2, due: '-1 second' });
    await unpublished({ due: '1 hour' });
    const [{ events }] = await handOut();
    expect(eventIds(events)).toEqual([...seqs(1, TO_PUBLISH - 2), ...seqs(1, 2, 2)]);
  });

  it('is of a BOM once, though several of its runs are due', async () => {
    const bomId = await unpublished({ status: 'completed' });
    await writeEvents(bomId, 2, 1);
    await writeRun(bomId, { run: 2, lastSeq: 1, due: '-1 second' });
    expect((await handOut()).map(({ bom_id }) => bom_id)).toEqual([bomId]);
  });

  it('is of twenty BOMs at most, those first that have waited longest', async () => {
    const boms: string[] = [];
    for (let i = 0; i < HANDED_OUT + 3; i++) {
      boms.push(await unpublished({ due: `-${((i * 7) % (HANDED_OUT + 3)) + 1} minutes` }));
    }
    const longest = (i: number) => ((i * 7) % (HANDED_OUT + 3)) + 1;
    const first = boms.filter((_, i) => longest(i) > 3);
    const handed = (await handOut()).map(({ bom_id }) => bom_id);
    expect(handed.sort()).toEqual(first.sort());
    const rest = (await handOut()).map(({ bom_id }) => bom_id);
    expect(rest.sort()).toEqual(boms.filter((_, i) => longest(i) <= 3).sort());
  });

  it('is put off for ten seconds, then twice as long each time, up to about ten minutes, never all equally', async () => {
    const bomId = await unpublished();
    const waits: number[] = [];
    for (let i = 0; i < 9; i++) {
      expect(await handOut()).toHaveLength(1);
      waits.push(await wait(bomId));
      await database.query('update bomstream.enrichment_runs set publish_due_at = clock_timestamp()');
    }
    for (const [i, seconds] of waits.entries()) {
      const expected = 10 * 2 ** Math.min(i, 6);
      expect(seconds).toBeGreaterThan(expected * 0.75 - 2);
      expect(seconds).toBeLessThanOrEqual(expected * 1.25);
    }
  });

  it('is spread, so that what failed together is not due together', async () => {
    const boms: string[] = [];
    for (let i = 0; i < HANDED_OUT; i++) boms.push(await unpublished());
    await handOut();
    const waits = await Promise.all(boms.map(wait));
    expect(Math.max(...waits) - Math.min(...waits)).toBeGreaterThan(0.5);
  });

  it('goes to one of two that ask at a time, and neither waits for the other', async () => {
    const bomId = await unpublished();
    const session = await database.session();
    const waiting = await database.session();
    await waiting.query(`set lock_timeout = '10s'`);
    await session.query('begin');
    try {
      expect(await database.call('bomstream_unpublished', {}, session)).toMatchObject([{ bom_id: bomId }]);
      const other = await unpublished();
      expect(await database.call('bomstream_unpublished', {}, waiting)).toMatchObject([{ bom_id: other }]);
    } finally {
      await session.query('commit');
    }
  });

  it('leaves nothing behind once it was noted', async () => {
    const runs = await newRuns(database, parts(2));
    await runs.start();
    const { lines } = await runs.claim(worker);
    await runs.commit(worker, results(lines));
    await database.query('update bomstream.enrichment_runs set publish_due_at = clock_timestamp()');
    const [{ bom_id, events }] = await handOut();
    const event_id = events.at(-1).event_id;
    await database.call('bomstream_published', { p_published: { bom_id, event_id } });
    await database.query(
      `update bomstream.enrichment_runs set publish_due_at = clock_timestamp() where publish_due_at < 'infinity'`,
    );
    expect(await handOut()).toEqual([]);
  });
});
