/** What holds a run up, and that a run says so: to whoever watches, in events that come when it changes. */
import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { EventEnvelope } from '../../shared/domain/event.ts';
import { type Json, useDatabase } from '../support/database.ts';
import { newRuns, parts, results, type Runs } from '../support/runs.ts';

const database = useDatabase();
const [a, b] = [randomUUID(), randomUUID()];
const DAY_MS = 24 * 60 * 60 * 1000;
beforeEach(async () => {
  await database.query('delete from bomstream.boms');
  await database.query('delete from bomstream.workers');
});

const putOff = (lines: readonly Json[], waitsFor: string | undefined, ms = DAY_MS): Json[] =>
  lines.map(({ line_id, fence }) => (
    { line_id, fence, status: 'retry', uses_attempt: false, retry_after_ms: ms, waits_for: waitsFor }
  ));
/** Time goes by for the lines that wait, for whoever works and for what was told of. */
const pass = (ms: number) =>
  database.query(
    `with l as (update bomstream.bom_lines set visible_at = visible_at - $1::interval where status = 'pending'),
       w as (update bomstream.workers set live_until = live_until - $1::interval)
     update bomstream.enrichment_runs set wait_told_at = wait_told_at - $1::interval, last_update = last_update - $1::interval,
       served_at = served_at - $1::interval, enriching_since = enriching_since - $1::interval`,
    [`${ms} milliseconds`],
  );
/** What waits is due now. */
const makeDue = () => database.query('update bomstream.bom_lines set visible_at = clock_timestamp()');
const tick = () => database.call('bomstream_tick', {});
const state = async (runs: Runs): Promise<Json> => (await runs.events()).at(-1).event.state;
const reason = async (runs: Runs): Promise<string | null> => (await state(runs)).waiting_for?.reason ?? null;
const types = async (runs: Runs): Promise<string[]> =>
  (await runs.events()).map(({ event_type }) => event_type);

/** A run of which everything was put off by worker a, which has gone. */
async function waiting(waitsFor: string, { ms = DAY_MS, lines = 2 } = {}): Promise<Runs> {
  const runs = await newRuns(database, parts(lines));
  await runs.start();
  await runs.commit(a, putOff((await runs.claim(a)).lines, waitsFor, ms));
  await runs.release(a);
  return runs;
}

describe('a run whose lines all wait', () => {
  it.each(['supplier_minute', 'supplier_day', 'supplier_away'])(
    'says for what and until when: %s',
    async (waitsFor) => {
      const runs = await waiting(waitsFor);
      const [{ visible_at: due }] = await runs.lines();
      const { event } = (await runs.events()).at(-1);
      expect(EventEnvelope.parse(event)).toEqual(event);
      expect(event).toMatchObject({ event_type: 'enrichment.progress', payload: {} });
      expect(event.state).toMatchObject({
        status: 'enriching',
        waiting_for: { reason: waitsFor, until: due.toISOString() },
        items_per_second: null,
        eta_seconds: null,
      });
    },
  );

  it('says it with the batch, where some of it was settled', async () => {
    const runs = await newRuns(database, parts(4));
    await runs.start();
    const { lines } = await runs.claim(a);
    await runs.commit(a, [...results(lines.slice(0, 3)), ...putOff(lines.slice(3), 'supplier_day')]);
    expect((await types(runs)).slice(2)).toEqual(['enrichment.progress']);
    expect((await runs.events()).at(-1).event).toMatchObject({
      payload: { batch: { completed: 3 } },
      state: { waiting_for: { reason: 'supplier_day' }, items_per_second: null, eta_seconds: null },
    });
    // and its end at once: nothing was said for the sake of the wait alone
    await makeDue();
    await runs.claim(b);
    expect(await reason(runs)).toBeNull();
  });

  it('names what it waits for first', async () => {
    const runs = await newRuns(database, parts(2));
    await runs.start();
    const { lines: [one, two] } = await runs.claim(a);
    await runs.commit(a, [...putOff([one], 'supplier_day'), ...putOff([two], 'supplier_minute', 60_000)]);
    expect(await reason(runs)).toBe('supplier_minute');
  });

  it('is told of by the worker that finds nothing more to do, also where its last batch was settled', async () => {
    const runs = await newRuns(database, parts(20));
    await runs.start();
    const first = await runs.claim(a);
    await runs.commit(a, putOff(first.lines, 'supplier_day'));
    const { lines } = await runs.claim(a);
    expect(await reason(runs)).toBeNull();
    const reply = await database.call('bomstream_advance', {
      p_worker_id: a,
      p_run_id: first.run.run_id,
      p_results: results(lines),
    });
    expect(reply.lines).toEqual([]);
    expect(reply.publish.events.at(-1)).toMatchObject({ state: { waiting_for: { reason: 'supplier_day' } } });
  });

  it('says nothing of a wait that no release before this one named', async () => {
    const runs = await newRuns(database, parts(1));
    await runs.start();
    await runs.commit(a, putOff((await runs.claim(a)).lines, undefined));
    await tick();
    expect(await types(runs)).toEqual(['enrichment.started', 'enrichment.progress']);
  });
});

describe('a run that waits', () => {
  it('does so whatever else workers hold', async () => {
    const [runs, other] = [await newRuns(database, parts(2)), await newRuns(database, parts(2))];
    await runs.start();
    const { lines } = await runs.claim(a);
    await other.start();
    await other.claim(b);
    await runs.commit(a, putOff(lines, 'supplier_day'));
    expect(await reason(runs)).toBe('supplier_day');
  });

  it('is paused and nothing else when a batch comes in after the pause', async () => {
    const runs = await newRuns(database, parts(2));
    await runs.start();
    const { lines } = await runs.claim(a);
    await runs.control('pause');
    await runs.commit(a, [...results(lines.slice(0, 1)), ...putOff(lines.slice(1), 'supplier_day')]);
    expect(await state(runs)).toMatchObject({ status: 'paused', waiting_for: null, not_found_items: 1 });
  });
});

describe('a run is not held up', () => {
  it('while a worker holds any of its lines, and says so by the tick when that is over', async () => {
    const runs = await newRuns(database, parts(20));
    await runs.start();
    const [first, second] = [await runs.claim(a), await runs.claim(b)];
    // due before the lease of the others is over
    await runs.commit(a, putOff(first.lines, 'supplier_minute', 20_000));
    await tick();
    expect(await reason(runs)).toBeNull();
    await runs.commit(b, results(second.lines));
    expect(await reason(runs)).toBeNull();
    await tick();
    expect(await reason(runs)).toBe('supplier_minute');
  });

  it('while another of its lines can be taken', async () => {
    const runs = await newRuns(database, parts(20));
    await runs.start();
    await runs.commit(a, putOff((await runs.claim(a)).lines, 'supplier_day'));
    await tick();
    expect(await reason(runs)).toBeNull();
  });
});

describe('the end of a wait', () => {
  it('is told of with the claim that goes on', async () => {
    const runs = await waiting('supplier_minute', { ms: 60_000 });
    await pass(61_000);
    const before = (await runs.events()).length;
    const claim = await runs.claim(b);
    expect(claim.lines).toHaveLength(2);
    expect(claim.publish.events.at(-1)).toMatchObject({
      event_type: 'enrichment.progress',
      state: { waiting_for: null },
    });
    expect(await runs.events()).toHaveLength(before + 1);
    expect((await runs.lines()).map(({ waits_for }) => waits_for)).toEqual([null, null]);
    await runs.commit(b, results(claim.lines));
    expect(await runs.run()).toMatchObject({ status: 'completed', waiting_for: null, waiting_until: null });
  });

  it('that came too soon after its beginning is told of with the next batch', async () => {
    const runs = await waiting('supplier_minute');
    await makeDue();
    const { lines } = await runs.claim(b);
    expect(await reason(runs)).toBe('supplier_minute');
    await runs.commit(b, results(lines.slice(0, 1)));
    expect(await reason(runs)).toBeNull();
  });

  it('is told of by the tick where nobody has come yet', async () => {
    const runs = await waiting('supplier_minute', { ms: 60_000 });
    await pass(61_000);
    await tick();
    expect(await reason(runs)).toBeNull();
  });

  it.each(['supplier_day', 'supplier_minute'])(
    'and the next wait are told of at most once in five seconds, and what was left out by a later tick: %s',
    async (last) => {
      const runs = await waiting('supplier_minute');
      const before = (await runs.events()).length;
      for (const waitsFor of ['supplier_away', 'supplier_minute', last]) {
        await makeDue();
        await runs.commit(b, putOff((await runs.claim(b)).lines, waitsFor, 2 * DAY_MS));
      }
      await tick();
      expect(await runs.events()).toHaveLength(before);
      await database.query(
        `update bomstream.enrichment_runs set wait_told_at = wait_told_at - interval '5 seconds'`,
      );
      await tick();
      await tick();
      expect(await runs.events()).toHaveLength(before + 1);
      const [{ visible_at: due }] = await runs.lines();
      expect((await state(runs)).waiting_for).toEqual({ reason: last, until: due.toISOString() });
    },
  );

  it.each<[string, (runs: Runs) => Promise<unknown>]>([
    ['a pause', (runs) => runs.control('pause')],
    ['a cancel', (runs) => runs.control('cancel')],
  ])('is %s, which takes its place', async (_what, end) => {
    const runs = await waiting('supplier_day');
    await end(runs);
    expect(await state(runs)).toMatchObject({ waiting_for: null, eta_seconds: null });
    expect(await runs.run()).toMatchObject({ waiting_for: null, waiting_until: null });
  });

  it('is none of a pause that is over', async () => {
    const runs = await waiting('supplier_day');
    const before = await state(runs);
    await runs.control('pause');
    await runs.control('resume');
    expect((await runs.events()).at(-1)).toMatchObject({
      event_type: 'enrichment.resumed',
      event: { state: { waiting_for: before.waiting_for } },
    });
    expect(await runs.run()).toMatchObject({ enriching_since: null });
  });
});

describe('a run that is paused', () => {
  it('has no rate and no end in sight', async () => {
    const runs = await newRuns(database, parts(20));
    await runs.start();
    await runs.commit(a, results((await runs.claim(a)).lines));
    expect(await state(runs)).toMatchObject({
      items_per_second: expect.any(Number),
      eta_seconds: expect.any(Number),
    });
    await runs.control('pause');
    expect(await state(runs)).toMatchObject({ items_per_second: null, eta_seconds: null });
  });
});

describe('nobody to work', () => {
  it('is told of a minute after lines could have been taken, once, and until somebody comes', async () => {
    const runs = await newRuns(database, parts(2));
    await runs.start();
    await pass(59_000);
    await tick();
    expect(await types(runs)).toEqual(['enrichment.started']);
    await pass(2_000);
    await tick();
    for (const ms of [10_000, 60_000]) {
      await pass(ms);
      await tick();
    }
    expect(await types(runs)).toEqual(['enrichment.started', 'enrichment.progress']);
    expect(await runs.run()).toMatchObject({ enriching_since: null });
    expect(await state(runs)).toMatchObject({
      status: 'queued',
      waiting_for: { reason: 'nobody_to_work', until: null },
    });
    await runs.claim(a);
    expect((await runs.events()).slice(2)).toMatchObject([{
      event: { state: { status: 'enriching', waiting_for: null } },
    }]);
  });

  it('is told of a run whose only worker was lost', async () => {
    const runs = await newRuns(database, parts(2));
    await runs.start();
    await runs.claim(a);
    await pass(31_000);
    await tick();
    expect(await reason(runs)).toBeNull();
    await pass(60_000);
    await tick();
    expect(await reason(runs)).toBe('nobody_to_work');
    await pass(5_000);
    await runs.claim(b);
    expect(await reason(runs)).toBeNull();
  });

  it('is told of a minute after the last one came, and not in the event of whoever comes late', async () => {
    const runs = await newRuns(database, parts(2));
    await runs.start();
    for (let i = 0; i < 2; i++) {
      await pass(61_000);
      await runs.claim(a);
      await runs.release(a);
    }
    await tick();
    expect(await reason(runs)).toBeNull();
    await pass(61_000);
    await tick();
    expect(await reason(runs)).toBe('nobody_to_work');
    const { lines } = await runs.claim(b);
    await database.query(`update bomstream.workers set live_until = now() - interval '1 second'`);
    await runs.commit(b, results(lines));
    expect((await runs.events()).slice(-2)).toMatchObject([
      { event: { payload: { batch: { completed: 2 } }, state: { waiting_for: null } } },
      { event_type: 'enrichment.completed' },
    ]);
  });

  it('is not what a run waits for that a worker of somebody else may come to', async () => {
    const [runs, other] = [await newRuns(database, parts(2)), await newRuns(database, parts(2))];
    await runs.start();
    await other.start();
    await pass(61_000);
    expect((await runs.claim(a)).run.bom_id).toBe(runs.bomId);
    await tick();
    expect(await reason(other)).toBeNull();
    await runs.release(a);
    await tick();
    expect(await reason(other)).toBe('nobody_to_work');
  });
});

describe('the time of a run', () => {
  const enrichingFor = (hours: number) =>
    database.query(
      `update bomstream.enrichment_runs set enriching_since = clock_timestamp() - $1 * interval '1 hour' where enriching_since is not null`,
      [hours],
    );

  it.each([['supplier_day', 'enriching'], ['supplier_minute', 'failed']])(
    'counts for its deadline while it waits for %s: then it is %s',
    async (waitsFor, status) => {
      const runs = await newRuns(database, parts(1));
      await runs.start();
      const { lines } = await runs.claim(a);
      await enrichingFor(23);
      await runs.commit(a, putOff(lines, waitsFor));
      await database.query(
        `update bomstream.enrichment_runs set enriching_since = enriching_since - interval '2 hours'`,
      );
      await tick();
      expect((await runs.run()).status).toBe(status);
    },
  );

  it('goes on with the claim after the wait, from where it stood', async () => {
    const runs = await newRuns(database, parts(2));
    await runs.start();
    const { lines } = await runs.claim(a);
    await enrichingFor(23);
    await runs.commit(a, putOff(lines, 'supplier_day', 60_000));
    expect((await runs.run()).enriching_seconds).toBeCloseTo(23 * 3600, -2);
    await pass(61_000);
    const claim = await runs.claim(b);
    await enrichingFor(0.5);
    await tick();
    expect((await runs.run()).status).toBe('enriching');
    await runs.commit(b, results(claim.lines.slice(0, 1)));
    expect((await state(runs)).eta_seconds).toBeGreaterThanOrEqual(23.5 * 3600);
    await enrichingFor(2);
    await tick();
    expect((await runs.run()).status).toBe('failed');
  });
});
