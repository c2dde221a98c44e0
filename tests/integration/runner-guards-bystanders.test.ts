/**
 * Whose row it is. Whatever is done for one run, nothing of any other changes: not its lines and leases, not its run and
 * events, not its worker and not the turns of its organization.
 */
import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { type Json, useDatabase } from '../support/database.ts';
import { newRuns, parts, results, type Runs } from '../support/runs.ts';

const database = useDatabase();
beforeEach(async () => {
  await database.query('delete from bomstream.boms');
  await database.query('delete from bomstream.workers');
  await database.query('delete from bomstream.turns');
});

/** Runs of others in every state that a statement without its condition could change. */
async function bystanders(): Promise<{ workerId: string; snapshot: () => Promise<Json> }> {
  const tenant = await database.tenant();
  const make = async (lines: number) => {
    const runs = await newRuns(database, parts(lines, 'OTHER'), tenant);
    await runs.start();
    return runs;
  };
  const workerId = randomUUID();
  // One run at work: lines that are settled, held, lost, used up and waiting, and one with results of an earlier run.
  const atWork = await make(40);
  const settled = await atWork.claim(workerId);
  await atWork.commit(workerId, [
    ...results(settled.lines.slice(0, 3), 'enriched'),
    ...results(settled.lines.slice(3, 5), 'failed'),
    ...settled.lines.slice(5, 7).map(({ line_id, fence }: Json) => ({ line_id, fence, status: 'retry' })),
  ]);
  await atWork.claim(workerId);
  await database.query(
    `update bomstream.bom_lines set visible_at = now() - interval '1 minute', attempts = 5, losses = 2, worker_id = $2
     where bom_id = $1 and line_number between 30 and 33`,
    [atWork.bomId, randomUUID()],
  );
  const paused = await make(5);
  await paused.control('pause');
  const done = await make(1);
  await done.commit(workerId, results((await done.claim(workerId)).lines));
  await make(5);
  // as long ago as nothing here is, and of a worker that has been silent ever since
  await database.query(`update bomstream.workers set heartbeat_at = now() - interval '9 seconds'`);
  // Everybody else is served before the bystanders, whose lines are claimable all the same.
  await database.query(`update bomstream.turns set served_at = 'infinity'`);

  const workers = (await database.query('select id from bomstream.workers')).map(({ id }) => id);
  const boms = (await database.query('select id from bomstream.boms')).map(({ id }) => id);
  const rows = (table: string, key: string, order: string, ids: readonly string[]) =>
    database.query(`select * from ${table} where ${key} = any ($1) order by ${order}`, [ids]);
  return {
    workerId,
    snapshot: async () => ({
      lines: await rows('bomstream.bom_lines', 'bom_id', 'id', boms),
      runs: await rows('bomstream.enrichment_runs', 'bom_id', 'id', boms),
      events: await rows('bomstream.enrichment_events', 'bom_id', 'bom_id, run, seq', boms),
      progress: await rows('bomstream.enrichment_progress', 'bom_id', 'bom_id', boms),
      turns: await rows('bomstream.turns', 'organization_id', 'organization_id', [tenant.organizationId]),
      workers: await rows('bomstream.workers', 'id', 'id', workers),
    }),
  };
}

/** Everything that can happen to a run, with a worker at it that has lines of all kinds. */
const ACTIONS: Readonly<Record<string, (runs: Runs, worker: string, claim: Json) => Promise<unknown>>> = {
  'a claim': (runs) => runs.claim(randomUUID()),
  'a claim that fails lines whose attempts are used up': async (runs) => {
    await database.query(
      `update bomstream.bom_lines set attempts = 5, visible_at = now() - interval '1 second' where bom_id = $1 and line_number = 1`,
      [runs.bomId],
    );
    await runs.claim(randomUUID());
    expect(await runs.run()).toMatchObject({ failed_items: 1 });
  },
  'a claim that says what was published': async (runs) => {
    const published = { bom_id: runs.bomId, event_id: '1-2' };
    await database.call('bomstream_claim', { p_worker_id: randomUUID(), p_published: published });
    expect(await runs.run()).toMatchObject({ published_seq: 2 });
  },
  'a commit of every kind of result': async (runs, worker, { lines }) => {
    const retry = lines.slice(6).map(({ line_id, fence }: Json) => ({ line_id, fence, status: 'retry' }));
    const done = [
      ...results(lines.slice(0, 2), 'enriched'),
      ...results(lines.slice(2, 4)),
      ...results(lines.slice(4, 6), 'failed'),
      ...retry,
    ];
    expect(await runs.commit(worker, done)).toMatchObject({ accepted: lines.length });
  },
  'an advance': async (runs, worker, { run, lines }) => {
    const advance = { p_worker_id: worker, p_run_id: run.run_id, p_results: results(lines, 'enriched') };
    expect((await database.call('bomstream_advance', advance)).lines).toHaveLength(10);
    expect(await runs.run()).toMatchObject({ enriched_items: 10 });
  },
  'the commit of its last line': async (runs, worker, { lines }) => {
    for (let held = lines;; { lines: held } = await runs.claim(worker)) {
      const { run_status } = await runs.commit(worker, results(held, 'failed'));
      if (run_status !== 'enriching') return expect(run_status).toBe('failed');
    }
  },
  'a heartbeat': async (_runs, worker, { run, lines }) => {
    const ids = lines.map(({ line_id }: Json) => line_id);
    const beat = { p_worker_id: worker, p_run_id: run.run_id, p_line_ids: ids };
    expect(await database.call('bomstream_extend', beat)).toMatchObject({ held: ids.length });
  },
  'a release': async (_runs, worker) => {
    const release = { p_worker_id: worker, p_reason: 'out_of_time' };
    expect(await database.call('bomstream_release', release)).toEqual({ released: 10 });
  },
  'a release by a worker that failed': async (_runs, worker) => {
    const release = { p_worker_id: worker, p_reason: 'failed' };
    expect(await database.call('bomstream_release', release)).toEqual({ released: 10 });
  },
  'a note of what was published': async (runs) => {
    await database.call('bomstream_published', { p_published: { bom_id: runs.bomId, event_id: '1-1' } });
    expect(await runs.run()).toMatchObject({ published_seq: 1 });
  },
  'a pause and a resume': async (runs) => {
    await runs.control('pause');
    expect((await runs.control('resume')).run.status).toBe('enriching');
  },
  'a cancel, and another start': async (runs) => {
    await runs.control('cancel');
    expect((await runs.start()).run).toMatchObject({ run: 2, status: 'queued' });
  },
  'a tick that ends it for taking too long': async (runs) => {
    await database.query('update bomstream.enrichment_runs set enriching_seconds = 1e6 where bom_id = $1', [
      runs.bomId,
    ]);
    await database.call('bomstream_tick', {});
    expect(await runs.run()).toMatchObject({ status: 'failed' });
  },
  'the dismissal of its worker, one of too many': async (_runs, worker, { run, lines }) => {
    await database.query('update bomstream.settings set max_runners = 1');
    try {
      // they have been heard of since it claimed
      await database.query('update bomstream.workers set heartbeat_at = clock_timestamp() where id = $1', [
        worker,
      ]);
      await database.query(
        `insert into bomstream.workers (id, organization_id, live_until) values ($1, $2, now() + interval '1 hour')`,
        [randomUUID(), run.organization_id],
      );
      const advance = { p_worker_id: worker, p_run_id: run.run_id, p_results: results(lines) };
      expect((await database.call('bomstream_advance', advance)).lines).toEqual([]);
      const [{ stop_reason }] = await database.query(
        'select stop_reason from bomstream.workers where id = $1',
        [worker],
      );
      expect(stop_reason).toBe('surplus');
    } finally {
      await database.query('update bomstream.settings set max_runners = default');
    }
  },
};

describe('nothing of another run changes by', () => {
  it.each(Object.entries(ACTIONS))('%s', async (_name, act) => {
    const others = await bystanders();
    const runs = await newRuns(database, parts(30));
    await runs.start();
    const worker = randomUUID();
    const claim = await runs.claim(worker);
    expect(claim.run.bom_id).toBe(runs.bomId);
    const before = await others.snapshot();
    expect(before.workers.length).toBe(1);
    await act(runs, worker, claim);
    expect(await others.snapshot()).toEqual(before);
  });

  it('a worker that commits lines of one run as those of another: both stay as they are', async () => {
    const tenant = await database.tenant();
    const [one, two] = [await newRuns(database, parts(2), tenant), await newRuns(database, parts(2), tenant)];
    const worker = randomUUID();
    await one.start();
    const held = (await one.claim(worker)).lines;
    await two.start();
    await two.claim(worker);
    const before = [await one.lines(), await two.lines(), await one.run(), await two.run()];
    expect(await two.commit(worker, results(held, 'failed'))).toMatchObject({ accepted: 0, refused: 2 });
    expect([await one.lines(), await two.lines(), await one.run(), await two.run()]).toEqual(before);
  });

  it('a worker that beats, with or without lines of others in its words', async () => {
    const runs = await newRuns(database, parts(20));
    await runs.start();
    const [mine, other] = [randomUUID(), randomUUID()];
    const [own, theirs] = [await runs.claim(mine), await runs.claim(other)];
    await database.query(
      `update bomstream.bom_lines set visible_at = now() + interval '5 seconds' where worker_id is not null`,
    );
    const before = (await runs.lines()).filter(({ worker_id }) => worker_id === other);
    const ids = [...own.lines, ...theirs.lines].map(({ line_id }: Json) => line_id);
    const beat = { p_worker_id: mine, p_run_id: own.run.run_id, p_line_ids: ids };
    expect(await database.call('bomstream_extend', beat)).toMatchObject({ held: 10 });
    expect((await runs.lines()).filter(({ worker_id }) => worker_id === other)).toEqual(before);
  });

  it('the end of one run of an organization, which keeps its turn as long as another is active', async () => {
    const tenant = await database.tenant();
    const [one, two] = [await newRuns(database, parts(2), tenant), await newRuns(database, parts(2), tenant)];
    await one.start();
    await two.start();
    const turns = () => database.query('select * from bomstream.turns');
    const before = await turns();
    expect(before).toHaveLength(1);
    await one.control('cancel');
    expect(await turns()).toEqual(before);
    await two.control('cancel');
    expect(await turns()).toEqual([]);
  });
});
