/** What each run found of each line: written by the commit that settles it, by nobody else, and kept for ten runs. */
import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { type Json, useDatabase } from '../support/database.ts';
import { newRuns, parts, results, type Runs } from '../support/runs.ts';

const database = useDatabase();
const a = randomUUID();
const sweep = () => database.call('bomstream_sweep', {});

// Claims serve whichever run waits longest; other tests' runs must not be in the way.
beforeEach(() => database.query('delete from bomstream.boms'));

/** By run and line. */
const found = (runs: Runs): Promise<Json[]> =>
  database.query(
    `select r.run, l.line_number, f.status, f.unit_price::float as unit_price, f.currency, f.stock, f.lifecycle,
            f.component_id = l.component_id as of_component
     from bomstream.run_line_results f join bomstream.enrichment_runs r on r.id = f.run_id
     join bomstream.bom_lines l on l.id = f.line_id where r.bom_id = $1 order by 1, 2`,
    [runs.bomId],
  );
const shortly = async (runs: Runs) =>
  (await found(runs)).map(({ run, line_number, status }) => `${run} ${line_number} ${status}`);
const stored = async (): Promise<number> =>
  (await database.query('select count(*)::int as n from bomstream.run_line_results'))[0].n;

/** Takes the run to its end. */
async function finish(runs: Runs, status: 'not_found' | 'enriched' = 'not_found'): Promise<void> {
  for (;;) {
    const { run, lines } = await runs.claim(a);
    if (!run) return;
    await runs.commit(a, results(lines, status));
  }
}

describe('what a run found', () => {
  it('is kept as the commit says it, nothing where it says nothing', async () => {
    const runs = await newRuns(database, parts(3));
    await runs.start();
    const { lines } = await runs.claim(a);
    const [first, second, third] = results(lines, 'enriched');
    await runs.commit(a, [
      { ...first, unit_price: 0.0125, currency: 'USD', stock: 1200, lifecycle: 'active' },
      second,
      { ...third, status: 'not_found', component: undefined },
    ]);
    const nothing = { unit_price: null, currency: null, stock: null, lifecycle: null };
    expect(await found(runs)).toEqual([
      {
        run: 1,
        line_number: 1,
        status: 'enriched',
        unit_price: 0.0125,
        currency: 'USD',
        stock: 1200,
        lifecycle: 'active',
        of_component: true,
      },
      { run: 1, line_number: 2, status: 'enriched', ...nothing, of_component: true },
      { run: 1, line_number: 3, status: 'not_found', ...nothing, of_component: null },
    ]);
  });

  it('is no word of a late worker, of a commit that is repeated, or of one that is to be tried again', async () => {
    const runs = await newRuns(database, parts(3));
    await runs.start();
    const [first, again, late] = results((await runs.claim(a)).lines);
    await database.query('update bomstream.bom_lines set fence = fence + 1 where id = $1', [late.line_id]);
    const sent = [first, { ...again, status: 'retry' }, late];
    for (const accepted of [2, 0]) expect(await runs.commit(a, sent)).toMatchObject({ accepted });
    expect(await shortly(runs)).toEqual(['1 1 not_found']);
  });

  it('is there of every line of a run that has ended, also of those that nobody looked up', async () => {
    const runs = await newRuns(database, ['P1', null, 'P3']);
    await runs.start({ mode: 'all' });
    await database.query(
      `update bomstream.bom_lines set attempts = 5, visible_at = now() where bom_id = $1 and line_number = 3`,
      [
        runs.bomId,
      ],
    );
    await finish(runs, 'enriched');
    expect(await shortly(runs)).toEqual(['1 1 enriched', '1 2 skipped', '1 3 failed']);
    const { total_items, status } = await runs.run();
    expect([total_items, status]).toEqual([3, 'completed']);
  });

  it('is kept for ten runs, and of older ones until the sweep comes', async () => {
    const runs = await newRuns(database, parts(2));
    for (let run = 1; run <= 12; run++) {
      await runs.start({ mode: 'all' });
      await finish(runs);
    }
    expect(await stored()).toBe(24);
    expect(await sweep()).toMatchObject({ results: 4 });
    expect(await sweep()).toMatchObject({ results: 0 });
    expect((await found(runs)).map(({ run }) => run)).toEqual(
      Array.from({ length: 20 }, (_, i) => 3 + Math.floor(i / 2)),
    );
  });

  it('is swept in bites, of runs that nobody has locked', async () => {
    const [large, locked] = [await newRuns(database, ['P1']), await newRuns(database, ['P1'])];
    for (const runs of [large, locked]) {
      await runs.start();
      await runs.control('cancel');
      await database.query(
        `with r as (update bomstream.enrichment_runs set results_expired = true where bom_id = $1 returning id)
         insert into bomstream.run_line_results (run_id, line_id, status)
         select r.id, gen_random_uuid(), 'not_found' from r, generate_series(1, 5001)`,
        [runs.bomId],
      );
    }
    const session = await database.session();
    await session.query('begin');
    await session.query('select from bomstream.enrichment_runs where bom_id = $1 for update', [locked.bomId]);
    expect([await sweep(), await sweep(), await sweep()].map(({ results }) => results)).toEqual([
      5_000,
      1,
      0,
    ]);
    await session.query('commit');
    expect(await stored()).toBe(5_001);
  });

  it('goes with its BOM, and no other', async () => {
    const [gone, kept] = [await newRuns(database, parts(2)), await newRuns(database, parts(2))];
    for (const runs of [gone, kept]) {
      await runs.start();
      await finish(runs);
    }
    await database.query('delete from bomstream.boms where id = $1', [gone.bomId]);
    expect(await stored()).toBe(2);
    expect(await shortly(kept)).toHaveLength(2);
  });
});
