/** How many runners are asked for, and what a tick does to runs that move while it looks at them. */
import { randomUUID } from 'node:crypto';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Json, useDatabase } from '../support/database.ts';
import { newRuns, parts, results } from '../support/runs.ts';

const database = useDatabase();
const a = randomUUID();

beforeAll(() =>
  database.query(
    `select vault.create_secret('http://127.0.0.1:9', 'project_url'), vault.create_secret('not-a-key', 'runner_key')`,
  )
);
beforeEach(async () => {
  await database.query('delete from bomstream.boms');
  await database.query('delete from bomstream.invocations');
  await database.query('delete from bomstream.workers');
});
afterEach(() => database.query('update bomstream.settings set max_runners = default'));

const tick = async () => (await database.call('bomstream_tick', {})).invoked;
const asked = async () => (await database.query('select from bomstream.invocations')).length;
/** Those that were called have had the time to come, and none did. */
const forgetCalls = () => database.query('delete from bomstream.invocations');
const workAt = (count: number) =>
  database.query(
    `insert into bomstream.workers (id, live_until)
     select gen_random_uuid(), clock_timestamp() + interval '1 minute' from generate_series(1, $1)`,
    [count],
  );
const started = async (lines: number) => {
  const runs = await newRuns(database, parts(lines));
  await runs.start();
  return runs;
};

describe('runners are asked for', () => {
  it.each([[1, 1], [100, 1], [101, 2], [400, 4], [401, 4], [1_000, 4]])(
    'by the lines that could be claimed, %d: %d',
    async (lines, runners) => {
      await started(lines);
      expect(await tick()).toBe(runners);
    },
  );

  it('not for the lines of an organization that is being deleted, which nobody takes any more', async () => {
    const owner = await database.tenant('admin');
    const runs = await newRuns(database, parts(101), owner);
    await runs.start();
    await database.call('bomstream_organization_delete', {
      p_user_id: owner.userId,
      p_organization_id: owner.organizationId,
      p_name: 'Test',
    });
    expect(await tick()).toBe(0);
    await started(1);
    expect(await tick()).toBe(1);
  });

  it('by the lines of all runs together', async () => {
    for (let run = 0; run < 3; run++) await started(60);
    expect(await tick()).toBe(2);
  });

  it('less those that are at work, and those that were just called', async () => {
    await started(400);
    await workAt(1);
    expect(await tick()).toBe(3);
    expect(await tick()).toBe(0);
    await database.query(`update bomstream.invocations set invoked_at = invoked_at - interval '2 seconds'`);
    expect(await tick()).toBe(0);
    await database.query(`update bomstream.invocations set invoked_at = invoked_at - interval '2 seconds'`);
    expect(await tick()).toBe(3);
  });

  it('not where as many are at work as may be, or as the lines need', async () => {
    await started(150);
    await workAt(2);
    expect(await tick()).toBe(0);
    await database.query('update bomstream.settings set max_runners = 2');
    await started(1_000);
    expect(await tick()).toBe(0);
  });

  it('in the place of those that have stopped, or have not been heard of', async () => {
    await started(300);
    await workAt(2);
    await database.query(
      `update bomstream.workers set stopped_at = now() where id = (select id from bomstream.workers limit 1)`,
    );
    await database.query(
      `update bomstream.workers set live_until = now() - interval '1 second' where stopped_at is null`,
    );
    expect(await tick()).toBe(3);
  });

  it.each<[string, string]>([
    ['is paused', `update bomstream.enrichment_runs set status = 'paused'`],
    ['waits', `update bomstream.bom_lines set visible_at = clock_timestamp() + interval '1 hour'`],
    ['is settled', `update bomstream.bom_lines set status = 'failed'`],
  ])('not for what %s', async (_what, change) => {
    await started(10);
    await database.query(change);
    expect(await tick()).toBe(0);
    expect(await asked()).toBe(0);
  });

  it('one, for events that nobody has published and that are due', async () => {
    const runs = await started(10);
    await runs.control('pause');
    expect(await tick()).toBe(0);
    await database.query(`update bomstream.enrichment_runs set publish_due_at = clock_timestamp()`);
    expect(await tick()).toBe(1);
    await forgetCalls();
    await database.query('update bomstream.enrichment_runs set published_seq = last_seq');
    expect(await tick()).toBe(0);
  });

  it('by one of two that see them missing at the same moment', async () => {
    await started(10);
    const [one, two] = [await database.session(), await database.session()];
    const request = async (session: typeof one) =>
      (await session.query(`select bomstream.request_runners('test') as asked`)).rows[0].asked;
    await one.query('begin');
    try {
      expect(await request(one)).toBe(1);
      expect(await request(two)).toBe(0);
    } finally {
      await one.query('rollback');
    }
    expect(await request(two)).toBe(1);
  });

  it.each(['bomstream_commit', 'bomstream_advance'])(
    'with %s, where more is left than the workers that are there can do',
    async (call) => {
      const runs = await started(500);
      const { run, lines } = await runs.claim(a);
      const handIn = (done: Json[]) =>
        database.call(call, { p_worker_id: a, p_run_id: run.run_id, p_results: done });
      await handIn(results(lines.slice(0, 5)));
      expect(await asked()).toBe(3);
      await forgetCalls();
      await runs.control('pause');
      await handIn(results(lines.slice(5)));
      expect(await asked()).toBe(0);
    },
  );

  it('and are missed by name where the database does not know whom to call', async () => {
    const session = await database.session();
    await started(10);
    await session.query('begin');
    try {
      await session.query(`delete from vault.secrets where name = 'runner_key'`);
      expect(await database.call('bomstream_tick', {}, session)).toMatchObject({ invoked: 0 });
      const { rows } = await session.query(
        'select error, answered_at is not null as answered from bomstream.invocations',
      );
      expect(rows).toEqual([{ error: expect.stringMatching(/runner_key/), answered: true }]);
    } finally {
      await session.query('rollback');
    }
  });
});

describe('calls that failed', () => {
  const failed = (minutesAgo: readonly number[]) =>
    database.query(
      `insert into bomstream.invocations (invoked_at, reason, status_code, answered_at)
       select clock_timestamp() - m * interval '1 minute', 'test', 401, clock_timestamp() from unnest($1::float[]) m`,
      [minutesAgo],
    );
  // after so many failures the next call is minutes away
  const OFTEN = [6, 5, 4, 3, 2, 1];

  it('are forgotten after an hour', async () => {
    await started(10);
    await failed([...OFTEN.map((minutes) => 60 + minutes), 0.2]);
    expect(await tick()).toBe(1);
  });

  it('are none that may still be answered', async () => {
    await started(10);
    await database.query(
      `insert into bomstream.invocations (invoked_at, reason, request_id)
       select clock_timestamp() - interval '5 seconds', 'test', -n from generate_series(1, $1) n`,
      [OFTEN.length],
    );
    expect(await tick()).toBe(1);
  });

  it('are not made good by a worker that came much later, called by somebody else', async () => {
    await started(10);
    await failed(OFTEN);
    expect(await tick()).toBe(0);
    await database.query(
      `insert into bomstream.workers (id, started_at, live_until, stopped_at)
       values (gen_random_uuid(), clock_timestamp() - interval '30 seconds', now(), now())`,
    );
    expect(await tick()).toBe(0);
  });
});

describe('a tick that finds runs past their deadline', () => {
  const overdue = async () => {
    const runs = await started(2);
    await database.query('update bomstream.enrichment_runs set enriching_seconds = 1e6 where bom_id = $1', [
      runs.bomId,
    ]);
    return { runs, id: (await runs.run()).id as string };
  };
  // enriching_since is null until the first claim, and a queued run has no deadline yet
  const claimed = async () => {
    const run = await overdue();
    await database.query(
      `update bomstream.enrichment_runs set status = 'enriching', enriching_since = clock_timestamp() where id = $1`,
      [run.id],
    );
    return run;
  };

  it('passes by one that is being worked on, and does not wait', async () => {
    const { runs, id } = await claimed();
    const working = await database.session();
    await working.query('begin');
    try {
      await working.query('select from bomstream.enrichment_runs where id = $1 for no key update', [id]);
      await tick();
      expect(await runs.run()).toMatchObject({ status: 'enriching' });
    } finally {
      await working.query('commit');
    }
    await tick();
    expect(await runs.run()).toMatchObject({ status: 'failed' });
  });

  it('ends none that has ended since it looked', async () => {
    const [first, second] = [await claimed(), await claimed()].sort((x, y) => x.id < y.id ? -1 : 1) as [
      Awaited<ReturnType<typeof claimed>>,
      Awaited<ReturnType<typeof claimed>>,
    ];
    const working = await database.session();
    await working.query('begin');
    await working.query('select from bomstream.bom_lines where bom_id = $1 for update', [first.runs.bomId]);
    const ticking = tick();
    try {
      await database.untilWaiting();
      await second.runs.control('cancel');
    } finally {
      await working.query('commit');
    }
    await ticking;
    expect(await first.runs.run()).toMatchObject({ status: 'failed' });
    expect(await second.runs.run()).toMatchObject({ status: 'cancelled' });
    expect((await second.runs.events()).map(({ event_type }) => event_type)).toEqual([
      'enrichment.started',
      'enrichment.cancelled',
    ]);
  });
});
