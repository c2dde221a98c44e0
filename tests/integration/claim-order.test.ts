/** Which lines a claim takes, and that it looks at no others. */
import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { CALLS_TO_KEEP_A_PLAN, useDatabase } from '../support/database.ts';
import { newRuns, parts } from '../support/runs.ts';

const database = useDatabase();
const a = randomUUID();

/** Enough to tell reading them all from reading those that are claimed. */
const WAITING = 2_000;
const BATCH = 100;

// Other tests' runs must not be in the way.
beforeEach(async () => void await database.query('delete from bomstream.boms'));

describe('who is served next', () => {
  it('is the organization that was served longest ago, and of its runs the higher priority', async () => {
    const tenant = await database.tenant();
    const big = await newRuns(database, parts(40), tenant);
    const small = await newRuns(database, parts(5));
    await big.start();
    expect((await big.claim(a)).run.bom_id).toBe(big.bomId);
    await small.start();
    const urgent = await newRuns(database, parts(5), tenant);
    await urgent.start({ priority: 9 });
    expect((await big.claim(a)).run.bom_id).toBe(small.bomId);
    expect((await big.claim(a)).run.bom_id).toBe(urgent.bomId);
    expect((await big.claim(a)).run.bom_id).toBe(big.bomId);
  });

  it('is the run that was started first, among those of one priority that were never served', async () => {
    const tenant = await database.tenant();
    const started: string[] = [];
    for (let minutes = 1; minutes <= 3; minutes++) {
      const runs = await newRuns(database, parts(1), tenant);
      await runs.start();
      await database.query(
        `update bomstream.enrichment_runs set created_at = now() - $2 * interval '1 minute' where bom_id = $1`,
        [runs.bomId, minutes],
      );
      started.unshift(runs.bomId);
    }
    // The index that they are found by has them in this order, whatever is asked for.
    const session = await database.session();
    await session.query('set enable_indexscan = off');
    const served: string[] = [];
    while (served.length < started.length) {
      const { run } = await database.call('bomstream_claim', { p_worker_id: a }, session);
      served.push(run.bom_id);
    }
    expect(served).toEqual(started);
  });
});

describe('a line that waits', () => {
  it('is looked at by no claim and no tick, however many there are', async () => {
    const session = await database.session();
    const look = async () => {
      const { lines } = await newest.claim(a, session);
      await database.call('bomstream_tick', {}, session);
      return lines.length;
    };
    const entriesRead = async () =>
      (await session.query(
        `select pg_stat_get_xact_tuples_returned('bomstream.bom_lines_claimable'::regclass)::integer as entries`,
      )).rows[0].entries;
    // The session's plans are made for one run of one line.
    let newest = await newRuns(database, parts(1));
    await newest.start();
    for (let i = 0; i < CALLS_TO_KEEP_A_PLAN; i++) {
      await look();
      await newest.release(a);
    }
    // One run with nothing else, and one with lines for two batches besides.
    const waiting = await newRuns(database, parts(WAITING));
    await waiting.start();
    newest = await newRuns(database, parts(WAITING + 2 * BATCH));
    await newest.start();
    await database.query(
      `update bomstream.bom_lines set visible_at = clock_timestamp() + interval '1 hour' where line_number <= $1`,
      [WAITING],
    );
    // what the update left in the index is passed until it is cleaned
    await database.query('vacuum bomstream.bom_lines');

    await session.query('begin');
    try {
      const before = await entriesRead();
      expect(await look()).toBe(BATCH);
      expect(await entriesRead() - before).toBeLessThan(WAITING);
    } finally {
      await session.query('commit');
    }
  });
});
