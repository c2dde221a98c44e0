/** What a commit writes, and what a late or lost worker may still touch: nothing. */
import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { type Json, useDatabase } from '../support/database.ts';
import { newRuns, parts, results, type Runs } from '../support/runs.ts';

const database = useDatabase();
const [a, b] = [randomUUID(), randomUUID()];
beforeEach(async () => void await database.query('delete from bomstream.boms'));

const MAX_ATTEMPTS = 5;
const retry = ({ line_id, fence }: Json, more: Json = {}): Json => ({
  line_id,
  fence,
  status: 'retry',
  ...more,
});
/** Leases run out, and what waits is due. */
const makeDue = () =>
  database.query(
    `update bomstream.bom_lines set visible_at = clock_timestamp() - interval '1 second' where status = 'pending'`,
  );
const claimOne = async (runs: Runs, worker = a): Promise<Json> => (await runs.claim(worker)).lines[0];

describe('a line at its last attempt', () => {
  const usedUp = async (): Promise<Runs> => {
    const runs = await newRuns(database, ['P1']);
    await runs.start();
    for (let attempt = 1; attempt < MAX_ATTEMPTS; attempt++) {
      await runs.commit(a, [retry(await claimOne(runs))]);
      await makeDue();
    }
    return runs;
  };

  it.each(['quota', 'a breaker'])('waits for %s as long as it takes', async () => {
    const runs = await usedUp();
    for (let wait = 0; wait < 3; wait++) {
      const line = await claimOne(runs);
      expect(line).toMatchObject({ attempts: MAX_ATTEMPTS });
      const waits = retry(line, { retry_after_ms: 60_000, uses_attempt: false });
      expect(await runs.commit(a, [waits])).toMatchObject({ accepted: 1, run_status: 'enriching' });
      expect(await runs.lines()).toMatchObject([{ status: 'pending', attempts: MAX_ATTEMPTS - 1 }]);
      await makeDue();
    }
    const line = await claimOne(runs);
    expect(await runs.commit(a, [retry(line)])).toMatchObject({ accepted: 1, run_status: 'failed' });
    expect(await runs.lines()).toMatchObject([{
      status: 'failed',
      remarks: [{ code: 'gave_up', detail: 'Given up after 5 attempts.' }],
    }]);
  });

  it('is not failed while a worker is at it', async () => {
    const runs = await usedUp();
    const line = await claimOne(runs);
    expect(await runs.claim(b)).toMatchObject({ run: null, lines: [] });
    expect(await runs.commit(a, results([line], 'enriched'))).toMatchObject({
      accepted: 1,
      run_status: 'completed',
    });
  });

  it('answers for itself: it is failed with the lines beside it left alone', async () => {
    const runs = await newRuns(database, parts(3));
    await runs.start();
    const { lines } = await runs.claim(a);
    await database.query('update bomstream.bom_lines set attempts = 5 where line_number = 2');
    await runs.commit(a, lines.map((line: Json) => retry(line, { retry_after_ms: 60_000 })));
    expect((await runs.lines()).map(({ status, attempts }) => [status, attempts])).toEqual([
      ['pending', 1],
      ['failed', 5],
      ['pending', 1],
    ]);
  });
});

describe('a commit', () => {
  it('writes the whole of a result, and leaves nothing of the lease', async () => {
    const runs = await newRuns(database, parts(3));
    await runs.start();
    const { lines } = await runs.claim(a);
    const remarks = [{ code: 'test', detail: 'Something.' }];
    const [enriched] = results(lines.slice(0, 1), 'enriched');
    await runs.commit(a, [{ ...enriched, remarks }, ...results(lines.slice(1, 2))]);
    const [{ last_seq }] = [await runs.run()];
    const common = {
      result_run: 1,
      worker_id: null,
      changed_run: 1,
      changed_seq: last_seq,
      fence: lines[0].fence,
    };
    const written = await runs.lines();
    expect(written).toMatchObject([
      {
        ...common,
        status: 'enriched',
        result_status: 'enriched',
        quality_score: 90,
        source: 'test',
        remarks,
      },
      {
        ...common,
        status: 'not_found',
        result_status: 'not_found',
        quality_score: null,
        source: null,
        remarks: [],
      },
      { status: 'pending', result_run: null, worker_id: a, changed_seq: 1, settled_at: null },
    ]);
    expect(written.slice(0, 2).map(({ settled_at }) => settled_at instanceof Date)).toEqual([true, true]);
    const { event } = (await runs.events()).at(-1);
    expect(event.event_id).toBe(`1-${last_seq}`);
    expect(event.payload.batch).toMatchObject({ batch_number: 1, batch_size: 2, completed: 2 });
    expect(event.payload.batch.items).toEqual([
      {
        line_id: lines[0].line_id,
        line_number: 1,
        mpn: 'P00001',
        status: 'enriched',
        quality_score: 90,
        source: 'test',
      },
      {
        line_id: lines[1].line_id,
        line_number: 2,
        mpn: 'P00002',
        status: 'not_found',
        quality_score: null,
        source: null,
      },
    ]);
  });

  describe('of a part that is known already', () => {
    const known = {
      orderable_key: 'P00001',
      manufacturer: 'Manufacturer',
      mpn: 'P00001',
      fields: { resistance: { value: 10, unit: 'ohm', source: 'test', confidence: 1 } },
      quality_score: 95,
    };
    const commitPart = async (component: object) => {
      const runs = await newRuns(database, parts(1));
      await runs.start();
      const [enriched] = results((await runs.claim(a)).lines, 'enriched');
      expect(await runs.commit(a, [{ ...enriched, component }])).toMatchObject({ accepted: 1 });
    };
    const stored = async () =>
      (await database.query(`select xmin, * from bomstream.components where orderable_key = 'P00001'`))[0];
    beforeEach(async () => {
      await database.query('delete from bomstream.components');
      await commitPart(known);
      await database.query(`update bomstream.components set updated_at = now() - interval '1 day'`);
    });

    it('leaves the component alone where it says nothing new', async () => {
      const before = await stored();
      await commitPart(known);
      expect(await stored()).toEqual(before);
    });

    it.each([
      { mpn: 'P-00001' },
      { fields: { resistance: { value: 11, unit: 'ohm', source: 'test', confidence: 1 } } },
      { quality_score: 60 },
    ])('writes what is new, and when: %j', async (change) => {
      const { updated_at: before, id } = await stored();
      await commitPart({ ...known, ...change });
      const { updated_at: after, ...component } = await stored();
      expect(component).toMatchObject({ ...known, ...change, id });
      expect(after.getTime() - before.getTime()).toBeGreaterThan(0);
    });
  });

  it('of many results says how many lines it settled, and numbers its batch', async () => {
    const runs = await newRuns(database, parts(20));
    await runs.start();
    for (const number of [1, 2]) {
      const { lines } = await runs.claim(a);
      const leases = (await runs.lines()).map(({ visible_at }) => visible_at);
      await runs.commit(a, [...results(lines.slice(0, 9)), retry(lines[9], { retry_after_ms: 60_000 })]);
      // only what waits is put off
      const putOff = (await runs.lines()).filter(({ visible_at }, i) =>
        Number(visible_at) !== Number(leases[i])
      );
      expect(putOff.map(({ id }) => id)).toEqual([lines[9].line_id]);
      expect((await runs.events()).at(-1).event.payload.batch).toMatchObject({
        batch_number: number,
        batch_size: 10,
        completed: 9,
      });
    }
  });

  it('marks its lines with its own event, whoever commits to the run at the same moment', async () => {
    const runs = await newRuns(database, parts(20));
    await runs.start();
    const [first, second] = [await runs.claim(a), await runs.claim(b)];
    const [one, two] = [await database.session(), await database.session()];
    await one.query('begin');
    await runs.commit(a, results(first.lines), one);
    const later = runs.commit(b, results(second.lines), two);
    try {
      await database.untilWaiting();
    } finally {
      await one.query('commit');
    }
    await later;
    const batches = (await runs.events()).filter(({ event }) => event.payload.batch);
    for (const { seq, event } of batches) {
      const itsLines = event.payload.batch.items.map(({ line_number }: Json) => line_number);
      const marked = (await runs.lines()).filter(({ changed_seq }) => changed_seq === seq);
      expect(marked.map(({ line_number }) => line_number)).toEqual(itsLines);
    }
    expect(batches).toHaveLength(2);
  });

  it('of retries alone writes no event, and puts them off as long as each asks', async () => {
    const runs = await newRuns(database, parts(2));
    await runs.start();
    const { lines } = await runs.claim(a);
    const events = await runs.events();
    await runs.commit(a, [
      retry(lines[0], { retry_after_ms: 100_000 }),
      retry(lines[1], { retry_after_ms: 900_000 }),
    ]);
    const waits = await database.query(
      `select extract(epoch from visible_at - clock_timestamp())::float as wait, worker_id, attempts
       from bomstream.bom_lines order by line_number`,
    );
    expect(waits.map(({ wait }) => Math.ceil(wait / 100))).toEqual([1, 9]);
    expect(waits).toMatchObject([{ worker_id: null, attempts: 1 }, { worker_id: null, attempts: 1 }]);
    expect(await runs.events()).toEqual(events);
  });

  it('keeps its lines from others from the moment it has accepted them', async () => {
    const runs = await newRuns(database, ['P1']);
    await runs.start();
    const { lines } = await runs.claim(a);
    await makeDue();
    const [sent] = results(lines, 'enriched');
    // somebody else writes the same component: the commit waits, with its lines accepted and not yet written
    await database.query(
      `insert into bomstream.components (orderable_key, manufacturer, mpn, fields, quality_score)
       values ('P1', 'Manufacturer', 'P1', '{}', 1) on conflict do nothing`,
    );
    const [writing, committing] = [await database.session(), await database.session()];
    await writing.query('begin');
    await writing.query(`update bomstream.components set quality_score = 2 where orderable_key = 'P1'`);
    const commit = runs.commit(a, [sent], committing);
    try {
      await database.untilWaiting();
      expect(await runs.claim(b)).toMatchObject({ run: null, lines: [] });
    } finally {
      await writing.query('commit');
    }
    expect(await commit).toMatchObject({ accepted: 1, refused: 0, run_status: 'completed' });
    expect(await runs.lines()).toMatchObject([{ status: 'enriched', fence: lines[0].fence }]);
  });
});

describe('a late worker', () => {
  /** Lines that a held until its leases ran out, and that b holds now. */
  const takeover = async (): Promise<{ runs: Runs; late: Json[]; current: Json[] }> => {
    const runs = await newRuns(database, parts(2));
    await runs.start();
    const late = (await runs.claim(a)).lines;
    await makeDue();
    return { runs, late, current: (await runs.claim(b)).lines };
  };

  it.each<[string, (line: Json) => Json]>([
    ['puts nothing off', (line) => retry(line, { retry_after_ms: 900_000 })],
    ['settles nothing', (line) => results([line], 'enriched')[0]],
    ['fails nothing', (line) => results([line], 'failed')[0]],
  ])('%s', async (_what, result) => {
    const { runs, late, current } = await takeover();
    const before = [await runs.lines(), await runs.run(), await runs.events()];
    expect(await runs.commit(a, late.map(result))).toMatchObject({ accepted: 0, refused: 2 });
    expect([await runs.lines(), await runs.run(), await runs.events()]).toEqual(before);
    expect(await runs.commit(b, results(current))).toMatchObject({ accepted: 2, run_status: 'completed' });
  });

  it('among others’ accepted lines is refused for its own, and only for those', async () => {
    const runs = await newRuns(database, parts(4));
    await runs.start();
    const late = (await runs.claim(a)).lines;
    await database.query(
      `update bomstream.bom_lines set visible_at = clock_timestamp() - interval '1 second' where line_number <= 2`,
    );
    const current = (await runs.claim(b)).lines;
    expect(current).toHaveLength(2);
    const sent = [retry(late[0], { retry_after_ms: 900_000 }), ...results(late.slice(1), 'enriched')];
    expect(await runs.commit(a, sent)).toMatchObject({ accepted: 2, refused: 2, run_status: 'enriching' });
    expect(await runs.run()).toMatchObject({ enriched_items: 2, pending_items: 2 });
    expect(await runs.commit(b, results(current))).toMatchObject({ accepted: 2, run_status: 'completed' });
    expect(await runs.run()).toMatchObject({ enriched_items: 2, not_found_items: 2 });
  });

  it('prolongs and releases nothing', async () => {
    const { runs, late } = await takeover();
    const before = await runs.lines();
    const beat = {
      p_worker_id: a,
      p_run_id: (await runs.run()).id,
      p_line_ids: late.map(({ line_id }) => line_id),
    };
    expect(await database.call('bomstream_extend', beat)).toMatchObject({ held: 0 });
    expect(await database.call('bomstream_release', { p_worker_id: a, p_reason: 'idle' })).toEqual({
      released: 0,
    });
    expect(await runs.lines()).toEqual(before);
  });

  it('leaves no offers, for nobody has looked whether they are still its to give', async () => {
    const { runs, late, current } = await takeover();
    // the component is there, and linked to both lines
    const withOffers = (lines: Json[], status: 'enriched' | 'retry', number: string) =>
      results(lines, 'enriched').map((result) => ({
        ...result,
        status,
        component: { ...result.component, orderable_key: 'SHARED', mpn: 'SHARED' },
        offers: [{
          supplier: 'memory',
          fetched_at: new Date().toISOString(),
          offers: [{ supplier_part_number: number, price_breaks: [] }],
        }],
      }));
    const offers = async () =>
      (await database.query('select supplier_part_number from bomstream.supplier_offers order by 1'))
        .map(({ supplier_part_number }) => supplier_part_number);
    await runs.commit(b, withOffers(current, 'enriched', 'settled'));
    expect(await offers()).toEqual(['settled']);
    await runs.commit(a, withOffers(late, 'enriched', 'late'));
    expect(await offers()).toEqual(['settled']);
    await runs.start({ mode: 'all' });
    await runs.commit(a, withOffers((await runs.claim(a)).lines, 'retry', 'not settled'));
    expect(await offers()).toEqual(['settled']);
    // nor where another line of the batch is settled
    await makeDue();
    const [first, second] = (await runs.claim(a)).lines;
    await runs.commit(a, [...results([first]), ...withOffers([second], 'retry', 'not settled')]);
    expect(await runs.run()).toMatchObject({ not_found_items: 1, pending_items: 1 });
    expect(await offers()).toEqual(['settled']);
  });
});

describe('a run that is judged', () => {
  const runThrough = async (numbers: (string | null)[], statuses: ('failed' | 'not_found')[]) => {
    const runs = await newRuns(database, numbers);
    await runs.start({ mode: 'all' });
    const { lines } = await runs.claim(a);
    await runs.commit(a, lines.flatMap((line: Json, i: number) => results([line], statuses[i]!)));
    return runs;
  };

  it('has failed when each line that was tried failed, whatever was left out', async () => {
    const runs = await runThrough(['P1', null, 'P2'], ['failed', 'failed']);
    expect(await runs.run()).toMatchObject({
      status: 'failed',
      failed_items: 2,
      skipped_items: 1,
      total_items: 3,
    });
    const { event } = (await runs.events()).at(-1);
    expect(event.payload.reason).toMatch(/every line/);
    expect(event.state).toMatchObject({ percent_complete: 100, pending_items: 0 });
  });

  it('has completed when as many failed as were left out, and another did not', async () => {
    const runs = await runThrough(['P1', null, 'P2'], ['failed', 'not_found']);
    expect(await runs.run()).toMatchObject({ status: 'completed', failed_items: 1, not_found_items: 1 });
  });

  it('says how far it is by the lines that are tried', async () => {
    const runs = await newRuns(database, ['P1', null, 'P2', 'P3']);
    await runs.start({ mode: 'all' });
    const { lines } = await runs.claim(a);
    await runs.commit(a, results(lines.slice(0, 1)));
    expect((await runs.events()).at(-1).event.state).toMatchObject({
      percent_complete: 33.3,
      skipped_items: 1,
      pending_items: 2,
      current_batch: 1,
      total_batches: 2,
    });
  });

  it('keeps what was settled, however long ago: no claim takes it again', async () => {
    const runs = await newRuns(database, parts(3));
    await runs.start();
    const { lines } = await runs.claim(a);
    await runs.commit(a, results(lines.slice(0, 1), 'enriched'));
    // the settled one longest ago, and it has never lost a worker, as the others have
    await database.query(
      `update bomstream.bom_lines set visible_at = now() - interval '1 hour' / line_number`,
    );
    const taken: number[] = [];
    for (let claim = await runs.claim(b); claim.run; claim = await runs.claim(b)) {
      taken.push(...claim.lines.map(({ line_number }: Json) => line_number));
    }
    expect(taken.sort()).toEqual([2, 3]);
    expect(await runs.run()).toMatchObject({ enriched_items: 1, pending_items: 2 });
  });
});
