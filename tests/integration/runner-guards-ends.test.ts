/** What the end of a run, of a line and of a worker leave behind, and the time that counts. */
import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { type Json, useDatabase } from '../support/database.ts';
import { newRuns, parts, results, type Runs } from '../support/runs.ts';

const database = useDatabase();
const [a, b] = [randomUUID(), randomUUID()];
beforeEach(async () => {
  await database.query('delete from bomstream.boms');
  await database.query('delete from bomstream.workers');
});

/** The current stretch of enriching began so long ago. */
const enrichingFor = (seconds: number) =>
  database.query(
    `update bomstream.enrichment_runs set enriching_since = clock_timestamp() - $1 * interval '1 second'
     where enriching_since is not null`,
    [seconds],
  );

describe('the end of a run', () => {
  it('ends the leases of what is pending, and leaves what is settled as it was', async () => {
    const runs = await newRuns(database, parts(3));
    await runs.start();
    const { lines } = await runs.claim(a);
    await runs.commit(a, results(lines.slice(0, 1), 'enriched'));
    const [settled, held] = await runs.lines();
    await runs.control('cancel');
    const after = await runs.lines();
    expect(after[0]).toEqual(settled);
    for (const line of after.slice(1)) {
      expect(line).toMatchObject({
        status: 'pending',
        worker_id: null,
        fence: held.fence + 1,
        visible_at: -Infinity,
      });
    }
  });

  it.each<[string, (runs: Runs) => Promise<unknown>]>([
    ['cancelled', (runs) => runs.control('cancel')],
    ['completed', async (runs) => runs.commit(a, results((await runs.lines()).map(asClaimed)))],
    ['failed', async (runs) => runs.commit(a, results((await runs.lines()).map(asClaimed), 'failed'))],
  ])('counts its time up to then, without pauses: %s', async (status, end) => {
    const runs = await newRuns(database, parts(2));
    await runs.start();
    await runs.claim(a);
    await enrichingFor(100);
    await runs.control('pause');
    expect(await runs.run()).toMatchObject({ enriching_since: null });
    // asked twice, it is counted once
    await runs.control('pause');
    expect((await runs.run()).enriching_seconds).toBeCloseTo(100, -1);
    await runs.control('resume');
    expect((await runs.run()).enriching_since).not.toBeNull();
    await runs.control('resume');
    await enrichingFor(60);
    await end(runs);
    const run = await runs.run();
    expect(run).toMatchObject({ status, enriching_since: null, completed_at: expect.any(Date) });
    expect(run.enriching_seconds).toBeGreaterThanOrEqual(160);
    expect(run.enriching_seconds).toBeLessThan(190);
  });

  it('says how fast it was by the time that counts', async () => {
    const runs = await newRuns(database, parts(4));
    await runs.start();
    const { lines } = await runs.claim(a);
    await runs.control('pause');
    await database.query('update bomstream.enrichment_runs set enriching_seconds = 100');
    await runs.control('resume');
    await runs.commit(a, results(lines.slice(0, 2)));
    const { state } = (await runs.events()).at(-1).event;
    expect(state.items_per_second).toBe(0.02);
    expect(state.eta_seconds).toBeGreaterThanOrEqual(100);
    expect(state.eta_seconds).toBeLessThan(130);
    await runs.commit(a, results(lines.slice(2)));
    expect((await runs.events()).at(-1).event.state).toMatchObject({
      eta_seconds: null,
      percent_complete: 100,
    });
  });

  it('of a run that was never claimed took no time', async () => {
    const runs = await newRuns(database, parts(1));
    await runs.start();
    await runs.control('cancel');
    expect(await runs.run()).toMatchObject({ status: 'cancelled', enriching_seconds: 0, started_at: null });
  });
});

describe('control', () => {
  it('knows no other word, and changes nothing then', async () => {
    const runs = await newRuns(database, parts(1));
    await runs.start();
    const before = await runs.run();
    await expect(runs.control('explode' as 'pause')).rejects.toMatchObject({
      code: 'PT400',
      message: 'unknown_action',
    });
    expect(await runs.run()).toEqual(before);
  });

  it('that comes with the last commit finds the run ended, not to be paused', async () => {
    const runs = await newRuns(database, parts(1));
    await runs.start();
    const { lines } = await runs.claim(a);
    const committing = await database.session();
    await committing.query('begin');
    await runs.commit(a, results(lines), committing);
    const pausing = runs.control('pause').catch((error: unknown) => error);
    try {
      await database.untilWaiting();
    } finally {
      await committing.query('commit');
    }
    expect(await pausing).toMatchObject({ code: 'PT409', message: 'no_active_run' });
    expect(await runs.run()).toMatchObject({ status: 'completed' });
  });

  it('writes no event to resume what is not paused, and its time goes on', async () => {
    const runs = await newRuns(database, parts(1));
    await runs.start();
    await runs.claim(a);
    await enrichingFor(100);
    const before = [await runs.run(), await runs.events()];
    await runs.control('resume');
    expect([await runs.run(), await runs.events()]).toEqual(before);
  });

  it('keeps when a run began over a pause', async () => {
    const runs = await newRuns(database, parts(2));
    await runs.start();
    await runs.claim(a);
    const { started_at } = await runs.run();
    await runs.control('pause');
    await runs.control('resume');
    expect(await runs.run()).toMatchObject({ status: 'enriching', started_at });
  });

  it('gives nothing of a paused run to a worker that had chosen it already', async () => {
    const runs = await newRuns(database, parts(2));
    await runs.start();
    await runs.claim(a);
    await runs.control('pause');
    await database.query(`update bomstream.bom_lines set visible_at = '-infinity', worker_id = null`);
    const [{ lines }] = await database.query('select bomstream.claim_lines($1, $2, 10, true) as lines', [
      b,
      (await runs.run()).id,
    ]);
    expect(lines).toBeNull();
    expect((await runs.lines()).map(({ worker_id }) => worker_id)).toEqual([null, null]);
  });
});

describe('a line whose attempts are used up', () => {
  const useUp = () =>
    database.query(
      `update bomstream.bom_lines set attempts = 5, visible_at = clock_timestamp() - interval '1 second', worker_id = $1
       where status = 'pending'`,
      [a],
    );

  it('keeps nothing of an earlier run, says why, and is told of with the event that ends it', async () => {
    const runs = await newRuns(database, parts(2));
    await runs.start();
    await runs.commit(a, results((await runs.claim(a)).lines, 'enriched'));
    await runs.start({ mode: 'all' });
    await runs.claim(a);
    const [{ fence, settled_at: before }] = await runs.lines();
    await useUp();
    // no lines, and yet something to publish: there may be others to claim
    expect(await runs.claim(b)).toMatchObject({
      run: { bom_id: runs.bomId },
      lines: [],
      publish: expect.anything(),
    });
    const [first, second, last] = (await runs.events()).slice(-3);
    expect([second.event_type, last.event_type]).toEqual(['enrichment.progress', 'enrichment.failed']);
    expect(second.event.payload.batch).toMatchObject({ batch_number: 1, batch_size: 2, completed: 2 });
    for (const line of await runs.lines()) {
      expect(line).toMatchObject({
        status: 'failed',
        result_status: 'failed',
        result_run: 2,
        component_id: null,
        quality_score: null,
        source: null,
        worker_id: null,
        fence: fence + 1,
        changed_run: 2,
        changed_seq: first.seq + 1,
        remarks: [{ code: 'worker_lost', detail: expect.stringContaining('5 attempts') }],
      });
      expect(line.settled_at.getTime()).toBeGreaterThan(before.getTime());
    }
  });

  it('fails alone: neither what a worker is at for the last time nor what has attempts left goes with it', async () => {
    const runs = await newRuns(database, parts(3));
    await runs.start();
    const { lines } = await runs.claim(a);
    await database.query(
      `update bomstream.bom_lines set attempts = case line_number when 3 then 1 else 5 end, worker_id = case line_number when 1 then worker_id end,
         visible_at = clock_timestamp() + case line_number when 1 then 1 else -1 end * interval '10 seconds'`,
    );
    expect((await runs.claim(b)).lines).toMatchObject([{ line_number: 3, attempts: 2 }]);
    expect((await runs.lines()).map(({ status }) => status)).toEqual(['pending', 'failed', 'pending']);
    expect(await runs.commit(a, results(lines.slice(0, 1)))).toMatchObject({ accepted: 1 });
  });

  it.each([
    [
      'settled',
      `update bomstream.bom_lines set visible_at = now() - interval '1 second', attempts = 5 where status <> 'pending'`,
    ],
    ['at its last attempt', `update bomstream.bom_lines set attempts = 5 where worker_id is not null`],
  ])('keeps no claim waiting for a commit once it is %s', async (_what, change) => {
    const runs = await newRuns(database, parts(30));
    await runs.start();
    const { lines } = await runs.claim(a);
    await runs.commit(a, results(lines.slice(0, 1)));
    await database.query(change);
    const committing = await database.session();
    await committing.query('begin');
    try {
      await committing.query('select from bomstream.enrichment_runs for no key update');
      // It has come back at all: a claim that waits would wait for ever here.
      expect((await runs.claim(b)).lines).toHaveLength(10);
    } finally {
      await committing.query('commit');
    }
  });

  it('is failed with at most ninety-nine others at once, however many there are', async () => {
    const runs = await newRuns(database, parts(120));
    await runs.start();
    await runs.claim(a);
    await useUp();
    await runs.claim(b);
    expect(await runs.run()).toMatchObject({ status: 'enriching', failed_items: 100 });
    await useUp();
    await runs.claim(b);
    expect(await runs.run()).toMatchObject({ status: 'failed', failed_items: 120, current_batch: 2 });
  });

  it('and which is being committed to at this moment is left to that commit', async () => {
    const runs = await newRuns(database, parts(2));
    await runs.start();
    await runs.claim(a);
    await useUp();
    const committing = await database.session();
    await committing.query('begin');
    try {
      await committing.query('select from bomstream.bom_lines where line_number = 1 for no key update');
      await runs.claim(b);
      expect((await runs.lines()).map(({ status }) => status)).toEqual(['pending', 'failed']);
    } finally {
      await committing.query('commit');
    }
  });
});

describe('the first claim of a run', () => {
  it('is reported once, when two come for it at the same moment', async () => {
    const runs = await newRuns(database, parts(20));
    await runs.start();
    const [one, two] = [await database.session(), await database.session()];
    await one.query('begin');
    await runs.claim(a, one);
    const second = runs.claim(b, two);
    try {
      await database.untilWaiting();
    } finally {
      await one.query('commit');
    }
    expect((await second).lines).toHaveLength(10);
    expect((await runs.events()).map(({ event_type }) => event_type)).toEqual([
      'enrichment.started',
      'enrichment.progress',
    ]);
    expect((await runs.lines()).map(({ worker_id }) => worker_id)).toEqual([
      ...Array(10).fill(a),
      ...Array(10).fill(b),
    ]);
  });
});

describe('a worker', () => {
  const of = async (id: string): Promise<Json> =>
    (await database.query(
      `select *, live_until > clock_timestamp() as lives, clock_timestamp() - heartbeat_at < interval '5 seconds' as heard,
              clock_timestamp() - claimed_at < interval '5 seconds' as claimed from bomstream.workers where id = $1`,
      [id],
    ))[0];
  const forget = () =>
    database.query(
      `update bomstream.workers set heartbeat_at = now() - interval '1 hour', claimed_at = now() - interval '1 hour',
      live_until = now() - interval '1 hour'`,
    );

  it('is at work from its claim on, for whom it works, also after it had stopped', async () => {
    const [one, two] = [await newRuns(database, parts(1)), await newRuns(database, parts(1))];
    await one.start();
    await one.claim(a);
    expect(await of(a)).toMatchObject({
      organization_id: (await one.run()).organization_id,
      lives: true,
      stopped_at: null,
    });
    await one.release(a);
    expect(await of(a)).toMatchObject({ stop_reason: 'test', stopped_at: expect.any(Date) });
    await one.control('cancel');
    await forget();
    await two.start();
    await two.claim(a);
    expect(await of(a)).toMatchObject({
      organization_id: (await two.run()).organization_id,
      lives: true,
      heard: true,
      claimed: true,
      stopped_at: null,
      stop_reason: null,
    });
  });

  it('is heard of with each heartbeat and each commit, and lives on with the former', async () => {
    const runs = await newRuns(database, parts(2));
    await runs.start();
    const { run, lines } = await runs.claim(a);
    await forget();
    await runs.commit(a, results(lines.slice(0, 1)));
    expect(await of(a)).toMatchObject({ heard: true, lives: false, claimed: false });
    await forget();
    const beat = { p_worker_id: a, p_run_id: run.run_id, p_line_ids: [lines[1].line_id] };
    expect(await database.call('bomstream_extend', beat)).toEqual({ held: 1, run_status: 'enriching' });
    expect(await of(a)).toMatchObject({ heard: true, lives: true, claimed: false });
  });

  it('prolongs no lease that has run out, nor what is settled, and learns that a BOM is gone', async () => {
    const runs = await newRuns(database, parts(3));
    await runs.start();
    const { run, lines } = await runs.claim(a);
    await runs.commit(a, results(lines.slice(0, 1)));
    await database.query(
      `update bomstream.bom_lines set visible_at = now() - interval '1 second' where line_number = 2`,
    );
    const before = await runs.lines();
    const beat = {
      p_worker_id: a,
      p_run_id: run.run_id,
      p_line_ids: lines.map(({ line_id }: Json) => line_id),
    };
    expect(await database.call('bomstream_extend', beat)).toMatchObject({ held: 1 });
    expect((await runs.lines()).slice(0, 2)).toEqual(before.slice(0, 2));
    await database.query('delete from bomstream.boms');
    expect(await database.call('bomstream_extend', beat)).toEqual({ held: 0, run_status: 'deleted' });
  });

  it('that beats does not wait for a commit of its own lines', async () => {
    const runs = await newRuns(database, parts(2));
    await runs.start();
    const { run, lines } = await runs.claim(a);
    const committing = await database.session();
    await committing.query('begin');
    try {
      await committing.query('select from bomstream.bom_lines where line_number = 1 for no key update');
      const beat = {
        p_worker_id: a,
        p_run_id: run.run_id,
        p_line_ids: lines.map(({ line_id }: Json) => line_id),
      };
      expect(await database.call('bomstream_extend', beat)).toMatchObject({ held: 1 });
    } finally {
      await committing.query('commit');
    }
  });

  it.each(['failed', 'idle'])('that stops as %s gives each line back for the next claim', async (reason) => {
    const runs = await newRuns(database, parts(2));
    await runs.start();
    await runs.claim(a);
    const before = await runs.lines();
    await database.call('bomstream_release', { p_worker_id: a, p_reason: reason });
    for (const [i, line] of (await runs.lines()).entries()) {
      expect(line).toMatchObject({
        worker_id: null,
        fence: before[i].fence + 1,
        attempts: reason === 'failed' ? 1 : 0,
      });
      // what a worker failed with comes after what was never tried
      expect(line.visible_at === -Infinity).toBe(reason !== 'failed');
    }
    expect((await runs.claim(b)).run.bom_id).toBe(runs.bomId);
  });
});

function asClaimed({ id, fence }: Json): Json {
  return { line_id: id, fence };
}
