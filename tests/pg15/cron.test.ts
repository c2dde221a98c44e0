/** The real pg_cron in the stack's own database, where nobody but its jobs asks for a runner. */
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';

/** Debian's pg_cron starts jobs at full minutes; the rest is for the job, and for a runner to do a short run. */
const A_TICK_MS = 90_000;
/** How often the database is looked at meanwhile. */
const LOOK = { timeout: A_TICK_MS, interval: 250 };

const { adminUrl } = inject('stack');
const admin = new pg.Client({ connectionString: adminUrl });
/** The role that owns the product's functions and its jobs. */
const owner = new pg.Client({ connectionString: adminUrl });
const query = async (sql: string, values?: unknown[]) => (await admin.query(sql, values)).rows;

beforeAll(async () => {
  await Promise.all([admin.connect(), owner.connect()]);
  await owner.query('set role postgres');
});
afterAll(() => Promise.all([admin.end(), owner.end()]));

describe('the real pg_cron', () => {
  it('has the jobs, the tick each minute because it refuses seconds', async () => {
    expect(await query(`select extversion from pg_extension where extname = 'pg_cron'`)).toEqual([
      { extversion: '1.4-1' },
    ]);
    await expect(owner.query(`select cron.schedule('seconds', '10 seconds', 'select 1')`)).rejects.toThrow(
      'invalid schedule: 10 seconds',
    );
    expect(
      await query('select jobname, schedule, command, username, database, active from cron.job order by 1'),
    )
      .toEqual([
        job('bomstream-sweep', '* * * * *', 'select public.bomstream_sweep() from generate_series(1, 15)'),
        job('bomstream-tick', '* * * * *', 'select public.bomstream_tick()'),
      ]);
  });

  it('calls a runner for a run that nobody else called one for, and the run ends', async () => {
    const runId = await startRun();
    await expect.poll(
      () =>
        query(
          `select d.status from cron.job_run_details d join cron.job j using (jobid)
           join bomstream.enrichment_runs r on r.id = $1 and d.start_time >= r.created_at
           where j.jobname = 'bomstream-tick' order by d.runid limit 1`,
          [runId],
        ),
      LOOK,
    ).toEqual([{ status: 'succeeded' }]);
    await expect.poll(
      () =>
        query(
          `select r.status, (select array_agg(distinct k.reason) from bomstream.invocations k) as reasons
           from bomstream.enrichment_runs r where r.id = $1`,
          [runId],
        ),
      LOOK,
    ).toEqual([{ status: 'completed', reasons: ['tick'] }]);
    await expect.poll(
      async () => (await owner.query('select public.bomstream_health() as answer')).rows[0].answer,
      LOOK,
    ).toMatchObject({
      has_pg_cron: true,
      cron_jobs: [
        { name: 'bomstream-tick', schedule: '* * * * *', active: true, last: { status: 'succeeded' } },
        { name: 'bomstream-sweep', schedule: '* * * * *', active: true },
      ],
      last_invocation: { reason: 'tick' },
      missing_secrets: [],
    });
  }, 3 * A_TICK_MS);

  it('keeps the log of our jobs for a day: the sweep may delete from it', async () => {
    // Numbers of the log rise with time, so what has really run is made as old as what is older than the last entry.
    const ours = `(select jobid from cron.job where jobname like 'bomstream-%')`;
    const old = await query(
      `update cron.job_run_details set start_time = now() - interval '25 hours', end_time = now() - interval '25 hours'
       where jobid in ${ours} returning runid`,
    );
    const young = await query(
      `insert into cron.job_run_details (jobid, runid, database, username, command, status, start_time, end_time)
       select j.jobid, nextval('cron.runid_seq'), j.database, j.username, j.command, 'succeeded', age.at, age.at
       from cron.job j cross join (values (now() - interval '23 hours')) as age(at)
       where j.jobname = 'bomstream-tick' returning runid`,
    );
    expect(old).not.toEqual([]);
    await owner.query('select public.bomstream_sweep()');
    const left = await query('select runid from cron.job_run_details where runid = any ($1)', [
      [...old, ...young].map(({ runid }) => runid),
    ]);
    expect(left).toEqual(young);
  });
});

function job(jobname: string, schedule: string, command: string) {
  return { jobname, schedule, command, username: 'postgres', database: 'postgres', active: true };
}

/** Starts a run in the database alone, without the function that would call a runner at once. */
async function startRun(): Promise<string> {
  const [bom] = await query(
    `with organization as (insert into bomstream.organizations (name) values ('Cron') returning id),
     bom as (
       insert into bomstream.boms (organization_id, name, line_count) select id, 'Cron', 2 from organization
       returning id, organization_id),
     lines as (
       insert into bomstream.bom_lines (bom_id, organization_id, line_number, mpn, orderable_key, status)
       select bom.id, bom.organization_id, n, 'NOBODY-KNOWS-' || n, 'NOBODYKNOWS' || n, 'pending'
       from bom, generate_series(1, 2) as n)
     select id from bom`,
  );
  const [started] = await query(`select (bomstream.start_run($1, null, 5, 'pending', 'user', null)).id`, [
    bom.id,
  ]);
  return started.id;
}
