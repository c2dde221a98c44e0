/** What is deleted when: of everything that grows, and of nothing that is still wanted. */
import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { useDatabase } from '../support/database.ts';
import { newRuns, results, type Runs } from '../support/runs.ts';

const database = useDatabase();
const sweep = () => database.call('bomstream_sweep', {});
/** Of a run: how many events it has, more than one sweep takes among them. */
const MANY_EVENTS = 2_500;

beforeEach(() => database.query('delete from bomstream.boms'));

const endedAgo = (runs: Runs, age: string) =>
  database.query(
    `update bomstream.enrichment_runs set completed_at = now() - $2::interval where bom_id = $1 and completed_at is not null`,
    [runs.bomId, age],
  );
const addEvents = (runs: Runs) =>
  database.query(
    `insert into bomstream.enrichment_events (bom_id, run, seq, organization_id, event_type, event, created_at)
     select e.bom_id, e.run, e.seq + n, e.organization_id, e.event_type, e.event, now() - interval '1 year'
     from bomstream.enrichment_events e, generate_series(10, $2) n where e.bom_id = $1 and e.seq = 1`,
    [runs.bomId, MANY_EVENTS],
  );
/** Rows of the table that the sweep reads by whatever way, in a session of its own. */
async function readBySweep(tables: readonly string[]): Promise<number> {
  const session = await database.session();
  await session.query('begin');
  try {
    await database.call('bomstream_sweep', {}, session);
    const { rows: [{ read }] } = await session.query(
      `select sum(pg_stat_get_xact_tuples_returned(c) + coalesce((
         select sum(pg_stat_get_xact_tuples_returned(i.indexrelid)) from pg_index i where i.indrelid = c), 0))::int as read
       from unnest($1::regclass[]) c`,
      [tables],
    );
    return read;
  } finally {
    await session.query('rollback');
  }
}

it('forgets after an hour that a BOM was deleted, which streams have told by then', async () => {
  const runs = await newRuns(database, ['P1']);
  const [{ organization_id }] = await database.query(
    'select organization_id from bomstream.boms where id = $1',
    [runs.bomId],
  );
  const [old, young] = [randomUUID(), randomUUID()];
  await database.query(
    `insert into bomstream.deleted_boms (bom_id, organization_id, deleted_at)
     values ($1, $3, now() - interval '61 minutes'), ($2, $3, now() - interval '59 minutes')`,
    [old, young, organization_id],
  );
  await sweep();
  const rows = await database.query(
    'select bom_id from bomstream.deleted_boms where organization_id = $1',
    [organization_id],
  );
  expect(rows).toEqual([{ bom_id: young }]);
});

describe('the sweep of events', () => {
  it('takes those of runs that ended thirty days ago, and of no other', async () => {
    const [old, young, paused] = [
      await newRuns(database, ['P1']),
      await newRuns(database, ['P1']),
      await newRuns(database, ['P1']),
    ];
    for (const runs of [old, young, paused]) await runs.start();
    for (const runs of [old, young]) await runs.control('cancel');
    await paused.control('pause');
    await database.query(`update bomstream.enrichment_events set created_at = now() - interval '1 year'`);
    await endedAgo(old, '31 days');
    await endedAgo(young, '29 days');
    expect(await sweep()).toMatchObject({ events: 2 });
    expect((await old.events()).length).toBe(0);
    expect([(await young.events()).length, (await paused.events()).length]).toEqual([2, 2]);
    // The newest event of each BOM is kept in any case.
    expect(await database.query('select from bomstream.enrichment_progress where bom_id = $1', [old.bomId]))
      .toHaveLength(1);
  });

  it('takes a bite each time until all are gone, the oldest first', async () => {
    const [old, older] = [await newRuns(database, ['P1']), await newRuns(database, ['P1'])];
    for (const runs of [old, older]) {
      await runs.start();
      await runs.control('cancel');
      await addEvents(runs);
    }
    await endedAgo(old, '31 days');
    await endedAgo(older, '32 days');
    const before = [await old.events(), await older.events()].map(({ length }) => length);
    const bites: number[] = [];
    for (let bite = NaN; bite !== 0;) bites.push(bite = (await sweep()).events);
    expect(Math.max(...bites)).toBe(2_000);
    expect(bites.reduce((sum, bite) => sum + bite)).toBe(before[0]! + before[1]!);
    expect(await database.query('select from bomstream.enrichment_events')).toEqual([]);
  });

  it('is called by cron for several bites at once, ten times what runners can make meanwhile', async () => {
    const runs = [await newRuns(database, ['P1']), await newRuns(database, ['P1'])];
    for (const each of runs) {
      await each.start();
      await each.control('cancel');
      await addEvents(each);
      await endedAgo(each, '31 days');
    }
    const [{ command }] = await database.query(
      `select command from cron.job where jobname = 'bomstream-sweep'`,
    );
    await database.query(command);
    expect(await database.query('select from bomstream.enrichment_events')).toEqual([]);
  });

  it('reads nothing when nothing is due, whatever paused and swept runs there are', async () => {
    const [paused, swept, ended] = [
      await newRuns(database, ['P1']),
      await newRuns(database, ['P1']),
      await newRuns(database, ['P1']),
    ];
    for (const runs of [paused, swept, ended]) await runs.start();
    await paused.control('pause');
    await addEvents(paused);
    for (const runs of [swept, ended]) await runs.control('cancel');
    await endedAgo(swept, '40 days');
    await sweep();
    // what the sweep has left in the index is passed until it is cleaned
    await database.query('vacuum bomstream.enrichment_runs');
    expect(
      await readBySweep([
        'bomstream.enrichment_runs',
        'bomstream.enrichment_events',
        'bomstream.run_line_results',
        'bomstream.workers',
        'bomstream.invocations',
        'bomstream.supplier_answers',
        'bomstream.organizations',
      ]),
    ).toBe(0);
  });

  it('counts what is gone as published: nobody is called for it any more', async () => {
    const runs = await newRuns(database, ['P1']);
    await runs.start();
    await runs.control('cancel');
    await endedAgo(runs, '31 days');
    await database.query(`update bomstream.enrichment_runs set publish_due_at = now() - interval '1 day'`);
    expect(await runs.run()).toMatchObject({ published_seq: 0, last_seq: 2 });
    await sweep();
    expect(await runs.run()).toMatchObject({ published_seq: 2, last_seq: 2, publish_due_at: Infinity });
    await database.query('delete from bomstream.invocations');
    await database.call('bomstream_tick', {});
    expect(await database.query('select from bomstream.invocations')).toEqual([]);
  });

  it('leaves a run alone that somebody has locked, and takes the others', async () => {
    const [locked, other] = [await newRuns(database, ['P1']), await newRuns(database, ['P1'])];
    for (const runs of [locked, other]) {
      await runs.start();
      await runs.control('cancel');
      await endedAgo(runs, '31 days');
    }
    const session = await database.session();
    await session.query('begin');
    await session.query('select from bomstream.enrichment_runs where bom_id = $1 for update', [locked.bomId]);
    expect(await sweep()).toMatchObject({ events: 2 });
    await session.query('commit');
    expect(await sweep()).toMatchObject({ events: 2 });
  });

  it('is done by one at a time', async () => {
    const session = await database.session();
    await session.query('begin');
    await database.call('bomstream_sweep', {}, session);
    expect(await sweep()).toEqual({ busy: true });
    await session.query('commit');
  });
});

describe('the sweep of logs and answers', () => {
  beforeAll(() =>
    database.query(
      `insert into bomstream.supplier_limits (supplier, calls_per_minute, calls_per_day, time_zone) values ('mouser', 1, 1, 'UTC')`,
    )
  );

  it('forgets invocations after a day, workers after a week and supplier answers after ninety days', async () => {
    await database.query(`insert into bomstream.invocations (invoked_at, reason)
      values (now() - interval '25 hours', 'old'), (now() - interval '23 hours', 'new')`);
    await database.query(
      `insert into bomstream.workers (id, live_until)
       values ($1, now() - interval '8 days'), ($2, now() - interval '6 days')`,
      [randomUUID(), randomUUID()],
    );
    await database.query(`insert into bomstream.supplier_answers (supplier, orderable_key, answered_at)
      values ('mouser', 'OLD', now() - interval '91 days'), ('mouser', 'NEW', now() - interval '89 days')`);
    expect(await sweep()).toMatchObject({ invocations: 1, workers: 1, supplier_answers: 1 });
    expect(await sweep()).toMatchObject({ invocations: 0, workers: 0, supplier_answers: 0 });
    expect(await database.query('select orderable_key from bomstream.supplier_answers'))
      .toEqual([{ orderable_key: 'NEW' }]);
  });

  it('takes a bite of those, too', async () => {
    await database.query(`insert into bomstream.supplier_answers (supplier, orderable_key, answered_at)
      select 'mouser', 'N' || n, now() - interval '91 days' from generate_series(1, 501) n`);
    expect([await sweep(), await sweep()].map(({ supplier_answers }) => supplier_answers)).toEqual([500, 1]);
  });

  const job = async (name: string) =>
    (await database.query(`select jobid from cron.job where jobname = $1`, [name]))[0]?.jobid ??
      (await database.query(`select cron.schedule($1, '* * * * *', 'select 1') as jobid`, [name]))[0].jobid;
  const logged = async (jobid: string, began: string | null, ended: string | null) =>
    (await database.query(
      `insert into cron.job_run_details (jobid, status, start_time, end_time)
       values ($1, 'x', now() - $2::interval, now() - $3::interval) returning runid`,
      [jobid, began, ended],
    ))[0].runid;
  const log = async () =>
    (await database.query('select runid from cron.job_run_details order by runid')).map((row) => row.runid);

  it('forgets what cron logged of our jobs a day ago, what a crash cut short included, and of no other job', async () => {
    await database.query(`delete from cron.job_run_details;
      alter table cron.job_run_details alter end_time drop not null, alter start_time drop not null`);
    const [ours, others] = [await job('bomstream-tick'), await job('somebody-elses')];
    await logged(ours, '26 hours', '26 hours');
    await logged(ours, null, null); // never began
    const foreign = await logged(others, '25 hours', '25 hours');
    await logged(ours, '25 hours', null); // never ended
    const young = await logged(ours, '23 hours', '23 hours');
    expect(await sweep()).toMatchObject({ ticks: 3 });
    expect(await log()).toEqual([foreign, young]);
  });

  it('goes through that log once: what it has passed is not read again', async () => {
    const others = await job('somebody-elses');
    await database.query('delete from cron.job_run_details');
    await database.query(
      `insert into cron.job_run_details (jobid, status, start_time, end_time)
       select $1, 'x', now() - interval '2 days', now() - interval '2 days' from generate_series(1, 600)`,
      [others],
    );
    const read = () => readBySweep(['cron.job_run_details']);
    expect(await read()).toBeGreaterThanOrEqual(500);
    await sweep();
    await sweep();
    expect(await read()).toBe(0);
    expect(await log()).toHaveLength(600);
  });
});

it('leaves a BOM that was swept as it was for who looks at it', async () => {
  const tenant = await database.tenant();
  const runs = await newRuns(database, ['P1'], tenant);
  await runs.start();
  const worker = randomUUID();
  await runs.commit(worker, results((await runs.claim(worker)).lines));
  await endedAgo(runs, '31 days');
  const who = { p_user_id: tenant.userId, p_bom_id: runs.bomId };
  const look = async () => [
    await database.call('bomstream_bom_read', who),
    await database.call('bomstream_status', who),
    await database.call('bomstream_connect', who),
  ];
  const before = await look();
  expect(await sweep()).toMatchObject({ events: 4 });
  expect(await look()).toEqual(before);
});
