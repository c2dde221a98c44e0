/** What the database does for runners and their users beyond claim and commit. */
import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Json, useDatabase } from '../support/database.ts';
import { newRuns, parts, results } from '../support/runs.ts';

const database = useDatabase();
const [a, b] = [randomUUID(), randomUUID()];

beforeEach(async () => {
  await database.query('delete from bomstream.boms');
  await database.query('delete from bomstream.invocations');
  await database.query('delete from bomstream.workers');
});

const advance = (worker: string, runId: string, done: readonly Json[], client?: pg.Client) =>
  database.call('bomstream_advance', { p_worker_id: worker, p_run_id: runId, p_results: done }, client);

describe('an advance', () => {
  it('commits a batch and leases the next one, up to the end of the run', async () => {
    const runs = await newRuns(database, parts(25));
    await runs.start();
    let { run, lines } = await runs.claim(a);
    const seen: number[] = [];
    let status = 'enriching';
    while (lines.length > 0) {
      seen.push(...lines.map(({ line_number }: Json) => line_number));
      ({ lines, run_status: status } = await advance(a, run.run_id, results(lines)));
    }
    expect(seen).toEqual(parts(25).map((_, i) => i + 1));
    expect(status).toBe('completed');
    expect((await runs.events()).at(-1)).toMatchObject({ event_type: 'enrichment.completed' });
  });

  it('sent twice leases again, and commits nothing again', async () => {
    const runs = await newRuns(database, parts(25));
    await runs.start();
    const { run, lines } = await runs.claim(a);
    expect(await advance(a, run.run_id, results(lines))).toMatchObject({ accepted: 10, refused: 0 });
    expect(await advance(a, run.run_id, results(lines))).toMatchObject({ accepted: 0, refused: 10 });
    expect(await runs.run()).toMatchObject({ not_found_items: 10, current_batch: 1 });
    // what the lost answer had leased goes back with the worker
    expect(await runs.release(a)).toEqual({ released: 15 });
  });

  it('gives nothing of a run that was paused meanwhile', async () => {
    const runs = await newRuns(database, parts(25));
    await runs.start();
    const { run, lines } = await runs.claim(a);
    await runs.control('pause');
    expect(await advance(a, run.run_id, results(lines))).toMatchObject({
      accepted: 10,
      run_status: 'paused',
      lines: [],
    });
  });
});

describe('an advance that changes over', () => {
  const changeOver = (worker: string, { run, lines }: Json, client?: pg.Client) =>
    database.call('bomstream_advance', {
      p_worker_id: worker,
      p_run_id: run.run_id,
      p_results: results(lines),
      p_changes_over: true,
    }, client);
  /** Two runs of organizations of their own; the worker holds all lines of the first. */
  async function two(partsOfFirst = ['P1', 'P2']) {
    const [first, second] = [await newRuns(database, partsOfFirst), await newRuns(database, parts(25))];
    await first.start();
    const claim = await first.claim(a);
    await second.start();
    return { first, second, claim };
  }
  const lockRun = 'select from bomstream.enrichment_runs where bom_id = $1 for no key update';
  const lineNumbers = ({ lines }: Json) => lines.map(({ line_number }: Json) => line_number);

  it('claims the next run with the commit that ended its own, and tells what is to be published of both', async () => {
    const { first, second, claim } = await two();
    const reply = await changeOver(a, claim);
    expect(reply).toMatchObject({ accepted: 2, run_status: 'completed', lines: [] });
    expect(reply.publish.bom_id).toBe(first.bomId);
    expect(reply.publish.events.at(-1)).toMatchObject({ event_type: 'enrichment.completed' });
    expect(reply.next.run).toMatchObject({ bom_id: second.bomId, run_id: (await second.run()).id });
    expect(lineNumbers(reply.next)).toEqual(parts(10).map((_, i) => i + 1));
    expect(reply.next.publish.events.map(({ event_id }: Json) => event_id)).toEqual(['1-1', '1-2']);
    expect(await second.commit(a, results(reply.next.lines))).toMatchObject({ accepted: 10, refused: 0 });
  });

  it('claims the run that is to be served before its own goes on', async () => {
    const { first, second, claim } = await two(parts(25));
    const reply = await changeOver(a, claim);
    expect(reply).toMatchObject({ run_status: 'enriching', lines: [] });
    expect(reply.next.run.bom_id).toBe(second.bomId);
    expect((await first.claim(b)).lines).toHaveLength(10);
  });

  it('holds nothing of another run for a caller that does not read it', async () => {
    const { second, claim } = await two();
    expect(await advance(a, claim.run.run_id, results(claim.lines))).toMatchObject({ lines: [], next: null });
    expect(lineNumbers(await second.claim(b))[0]).toBe(1);
  });

  it('has no next where nothing is left, nor where more runners are at work than may be', async () => {
    const { first, second, claim } = await two();
    await second.control('cancel');
    expect(await changeOver(a, claim)).toMatchObject({ run_status: 'completed', next: null });
    await first.start({ mode: 'all' });
    const again = await first.claim(a);
    await second.start({ mode: 'all' });
    const claimed = await second.claim(b);
    await database.query('update bomstream.settings set max_runners = 1');
    try {
      await database.call('bomstream_extend', {
        p_worker_id: b,
        p_run_id: claimed.run.run_id,
        p_line_ids: [claimed.lines[0].line_id],
      });
      expect(await changeOver(a, again)).toMatchObject({ accepted: 2, run_status: 'completed', next: null });
    } finally {
      await database.query('update bomstream.settings set max_runners = default');
    }
  });

  it('waits for no other run: it passes by one that somebody else is about to write to', async () => {
    const { second, claim } = await two();
    const third = await newRuns(database, ['P1']);
    await third.start();
    const session = await database.session();
    await session.query('begin');
    await session.query(lockRun, [second.bomId]);
    expect((await changeOver(a, claim)).next.run.bom_id).toBe(third.bomId);
    await session.query('commit');
  });

  it('goes past no run with lines that have used up their attempts: to fail them is for a claim', async () => {
    const { second, claim } = await two();
    const { lines } = await second.claim(b);
    await database.query(
      `update bomstream.bom_lines set attempts = 5, visible_at = now() - interval '1 second' where id = $1`,
      [lines[0].line_id],
    );
    const third = await newRuns(database, parts(25));
    await third.start();
    expect((await third.claim(randomUUID())).run.bom_id).toBe(third.bomId);
    expect((await changeOver(a, claim)).next).toBeNull();
    expect((await second.claim(a)).run.bom_id).toBe(second.bomId);
    expect((await second.lines())[0]).toMatchObject({ status: 'failed' });
  });

  it('is told at once what Redis holds of several BOMs', async () => {
    const { first, second, claim } = await two();
    const { next } = await changeOver(a, claim);
    await database.call('bomstream_claim', {
      p_worker_id: b,
      p_published: [
        { bom_id: first.bomId, event_id: '1-4' },
        { bom_id: second.bomId, event_id: next.publish.events.at(-1).event_id },
      ],
    });
    expect([await first.run(), await second.run()]).toMatchObject([
      { published_seq: 4, last_seq: 4 },
      { published_seq: 2, last_seq: 2 },
    ]);
  });
});

describe('with more runners at work than max_runners', () => {
  beforeEach(() => database.query('update bomstream.settings set max_runners = 2'));
  afterEach(() => database.query('update bomstream.settings set max_runners = default'));

  const newWorkers = () => Array.from({ length: 3 }, () => randomUUID()) as [string, string, string];
  const beat = (worker: string) =>
    database.call('bomstream_extend', {
      p_worker_id: worker,
      p_run_id: randomUUID(),
      p_line_ids: [randomUUID()],
    });
  /** Hands a batch in and says how many lines come back. */
  const goOn = async (worker: string, { run, lines }: Json, client?: pg.Client) =>
    (await advance(worker, run.run_id, results(lines), client)).lines.length;

  it('the next that asks gets nothing more, and the others go on', async () => {
    const runs = await newRuns(database, parts(100));
    await runs.start();
    const workers = newWorkers();
    const claims: Json[] = [];
    for (const worker of workers) claims.push(await runs.claim(worker));
    const went = [];
    for (const [i, worker] of workers.entries()) went.push(await goOn(worker, claims[i]));
    expect(went).toEqual([0, 10, 10]);
    expect(await runs.claim(workers[0])).toMatchObject({ run: null, lines: [] });
  });

  it('one that comes for its first batch gets it', async () => {
    const runs = await newRuns(database, parts(100));
    await runs.start();
    for (const worker of newWorkers()) expect((await runs.claim(worker)).lines.length).toBe(10);
  });

  it('none goes for the sake of those who have not been heard of since', async () => {
    const runs = await newRuns(database, parts(100));
    await runs.start();
    const [dead, alsoDead, alive] = newWorkers();
    await runs.claim(dead);
    await runs.claim(alsoDead);
    expect(await goOn(alive, await runs.claim(alive))).toBe(10);
  });

  it('one of an organization that has most of them goes, and not the only one of another', async () => {
    const [large, small] = [await newRuns(database, parts(100)), await newRuns(database, parts(25))];
    const [first, second, only] = newWorkers();
    await large.start();
    const claim = await large.claim(first);
    await large.claim(second);
    await small.start();
    const itsClaim = await small.claim(only);
    await beat(first);
    await beat(second);
    expect(await goOn(only, itsClaim)).toBe(10);
    expect(await goOn(first, claim)).toBe(0);
  });

  it('two that ask at the same moment do not both go', async () => {
    const tenant = await database.tenant('editor');
    const [one, other] = [
      await newRuns(database, parts(100), tenant),
      await newRuns(database, parts(100), tenant),
    ];
    const [first, second, third] = newWorkers();
    await one.start();
    const claim = await one.claim(first);
    await other.start();
    const otherClaim = await one.claim(second);
    expect(otherClaim.run.bom_id).toBe(other.bomId);
    await one.claim(third);
    for (const worker of [first, second, third]) await beat(worker);
    const session = await database.session();
    await session.query('begin');
    try {
      expect(await goOn(first, claim, session)).toBe(0);
      expect(await goOn(second, otherClaim)).toBe(10);
    } finally {
      await session.query('commit');
    }
  });
});

describe('a call with more than the product ever sends', () => {
  const many = (what: unknown) => Array.from({ length: 101 }, () => what);
  it.each<[string, Json]>([
    ['bomstream_commit', { p_worker_id: a, p_run_id: b, p_results: many({}) }],
    ['bomstream_advance', { p_worker_id: a, p_run_id: b, p_results: many({}) }],
    ['bomstream_extend', { p_worker_id: a, p_run_id: b, p_line_ids: many(a) }],
    ['bomstream_newest', { p_bom_ids: many(a) }],
    ['bomstream_supplier_lookup', { p_suppliers: ['mouser'], p_lines: many({}), p_fresh_seconds: 1 }],
    ['bomstream_supplier_report', { p_supplier: 'mouser', p_report: { answers: many({}) } }],
  ])('is refused by %s', async (name, args) => {
    await expect(database.call(name, args)).rejects.toMatchObject({
      code: '22023',
      message: expect.stringContaining('101 '),
    });
  });
});

describe('a line that fails for the moment', () => {
  const attempt = async (runs: Awaited<ReturnType<typeof newRuns>>, more: Json = {}) => {
    await database.query(`update bomstream.bom_lines set visible_at = '-infinity' where status = 'pending'`);
    const [{ line_id, fence }] = (await runs.claim(a)).lines;
    return await runs.commit(a, [{ line_id, fence, status: 'retry', ...more }]);
  };

  it('waits longer after each attempt, never all lines equally long', async () => {
    const runs = await newRuns(database, ['P1']);
    await runs.start();
    for (const seconds of [1, 2, 4, 8]) {
      await attempt(runs);
      const [{ wait }] = await database.query(
        `select extract(epoch from visible_at - clock_timestamp())::float as wait from bomstream.bom_lines`,
      );
      expect(wait).toBeGreaterThan(seconds * 0.4);
      expect(wait).toBeLessThan(seconds * 1.5);
    }
  });

  it('fails with its last attempt, and says why; the run ends', async () => {
    const runs = await newRuns(database, ['P1']);
    await runs.start();
    const remarks = [{ code: 'supplier_unavailable', detail: 'Mouser did not answer.' }];
    for (let n = 1; n < 5; n++) {
      expect(await attempt(runs, { remarks })).toMatchObject({ run_status: 'enriching' });
    }
    expect(await attempt(runs, { remarks })).toMatchObject({ accepted: 1, run_status: 'failed' });
    expect(await runs.lines()).toMatchObject([{ status: 'failed', remarks }]);
  });

  it('fails no sooner for having waited for quota', async () => {
    const runs = await newRuns(database, ['P1']);
    await runs.start();
    for (let n = 1; n <= 8; n++) {
      await attempt(runs, { retry_after_ms: 60_000, uses_attempt: false });
      expect(await runs.lines()).toMatchObject([{ status: 'pending', attempts: 0 }]);
    }
  });
});

describe('a start', () => {
  const start = (runs: Json, tenant: Json, key: string | null) =>
    database.call('bomstream_start', {
      p_user_id: tenant.userId,
      p_bom_id: runs,
      p_organization_id: tenant.organizationId,
      p_project_id: null,
      p_priority: 5,
      p_mode: 'pending',
      p_idempotency_key: key,
    });

  it('takes each line of its mode as if it had never been tried, and no other', async () => {
    const runs = await newRuns(database, [...parts(4), null]);
    await database.query(
      `update bomstream.bom_lines set status = s.status, attempts = 4, losses = 3, worker_id = $2,
         visible_at = now() + interval '1 hour'
       from (values (1, 'enriched'), (2, 'not_found'), (3, 'failed')) s(line_number, status)
       where bom_id = $1 and bom_lines.line_number = s.line_number`,
      [runs.bomId, b],
    );
    const before = await runs.lines();
    await runs.start({ mode: 'failed' });
    const afresh = { status: 'pending', attempts: 0, losses: 0, worker_id: null, visible_at: -Infinity };
    const failed = { ...afresh, fence: before[2].fence + 1, changed_run: 1, changed_seq: 1 };
    expect(await runs.run()).toMatchObject({ total_items: 1, skipped_items: 0 });
    expect(await runs.lines()).toEqual(
      before.map((line, i) => i === 2 ? { ...line, ...failed, run_id: expect.any(String) } : line),
    );

    await runs.control('cancel');
    await database.query(
      `update bomstream.bom_lines set status = 'failed', losses = 3 where bom_id = $1 and line_number = 4`,
      [runs.bomId],
    );
    const again = await runs.lines();
    expect(again.map(({ status }) => status)).toEqual([
      'enriched',
      'not_found',
      'pending',
      'failed',
      'skipped',
    ]);
    await runs.start({ mode: 'all' });
    const { id: run_id, ...run } = await runs.run();
    expect(run).toMatchObject({ run: 2, total_items: 5, skipped_items: 1 });
    expect(await runs.lines()).toEqual(
      again.map((line, i) =>
        i < 4 ? { ...line, ...afresh, run_id, fence: line.fence + 1, changed_run: 2, changed_seq: 1 } : line
      ),
    );
  });

  it('sent again with its key is the same run, and another key is another start', async () => {
    const tenant = await database.tenant();
    const bomId = await database.bom(tenant, ['P1']);
    const first = await start(bomId, tenant, 'once');
    const again = await start(bomId, tenant, 'once');
    expect(again.run).toEqual(first.run);
    expect([first.repeated, again.repeated]).toEqual([false, true]);
    await expect(start(bomId, tenant, 'twice')).rejects.toMatchObject({ message: 'run_active' });
    expect(await database.query('select * from bomstream.enrichment_runs')).toHaveLength(1);
  });

  it('with the key of a start of another BOM is a start of its own', async () => {
    const [tenant, other] = [await database.tenant(), await database.tenant()];
    const bomIds = [
      await database.bom(tenant, ['P1']),
      await database.bom(tenant, ['P2']),
      await database.bom(other, ['P3']),
    ] as [string, string, string];
    const starts = [
      await start(bomIds[0], tenant, 'once'),
      await start(bomIds[1], tenant, 'once'),
      await start(bomIds[2], other, 'once'),
    ];
    expect(starts.map(({ repeated }) => repeated)).toEqual([false, false, false]);
    expect(new Set(starts.map(({ run }) => run.run_id)).size).toBe(3);
    expect(starts.map(({ run }) => run.run)).toEqual([1, 1, 1]);
  });

  it('sent twice at one moment with one key is one run', async () => {
    const tenant = await database.tenant();
    const bomId = await database.bom(tenant, ['P1']);
    const both = await Promise.all([start(bomId, tenant, 'k'), start(bomId, tenant, 'k')]);
    expect(both[0].run).toEqual(both[1].run);
    expect(both.map(({ repeated }) => repeated).sort()).toEqual([false, true]);
  });

  it('comes by itself with an import where the organization wants it, for BOMs with something to do', async () => {
    const tenant = await database.tenant();
    await database.query('update bomstream.organizations set auto_start = true where id = $1', [
      tenant.organizationId,
    ]);
    await database.bom(tenant, ['P1']);
    expect(await database.query('select status, source from bomstream.enrichment_runs')).toEqual([
      { status: 'queued', source: 'auto' },
    ]);
  });
});

describe('the status of a queued run', () => {
  it('says its place: first by priority, then by who waits longest', async () => {
    const tenant = await database.tenant();
    const waiting = async (priority: number) => {
      const bomId = await database.bom(tenant, ['P1']);
      await database.call('bomstream_start', {
        p_user_id: tenant.userId,
        p_bom_id: bomId,
        p_organization_id: tenant.organizationId,
        p_project_id: null,
        p_priority: priority,
        p_mode: 'pending',
      });
      return bomId;
    };
    const [first, second, urgent] = [await waiting(5), await waiting(5), await waiting(9)];
    const place = async (bomId: string) =>
      (await database.call('bomstream_status', { p_user_id: tenant.userId, p_bom_id: bomId }))
        .queue_position;
    expect([await place(urgent), await place(first), await place(second)]).toEqual([1, 2, 3]);
    await database.call('bomstream_claim', { p_worker_id: a });
    expect([await place(urgent), await place(first)]).toEqual([null, 1]);
  });

  it('counts no run of another organization, nor more than a hundred of its own', async () => {
    const other = await newRuns(database, ['P1']);
    await other.start({ priority: 9 });
    const tenant = await database.tenant();
    const last = await newRuns(database, ['P1'], tenant);
    await last.start({ priority: 1 });
    const place = async () =>
      (await database.call('bomstream_status', { p_user_id: tenant.userId, p_bom_id: last.bomId }))
        .queue_position;
    expect(await place()).toBe(1);
    for (let i = 0; i < 102; i++) {
      await (await newRuns(database, ['P1'], tenant)).start();
      // or the limit on imports would end this
      await database.query(`update bomstream.boms set created_at = created_at - interval '1 hour'`);
    }
    expect(await place()).toBe(101);
  });
});

describe('invocations that fail', () => {
  beforeAll(() =>
    database.query(`select vault.create_secret('http://127.0.0.1:9', 'project_url'),
      vault.create_secret('not-a-key', 'runner_key')`)
  );

  const tick = async () => (await database.call('bomstream_tick', {})).invoked;
  const answered = (status: number | null, error: string | null, secondsAgo: number) =>
    database.query(
      `insert into bomstream.invocations (invoked_at, reason, status_code, error, answered_at)
       values (clock_timestamp() - $1 * interval '1 second', 'test', $2, $3, clock_timestamp())`,
      [secondsAgo, status, error],
    );

  it('are repeated ever more rarely', async () => {
    const runs = await newRuns(database, ['P1']);
    await runs.start();
    for (const age of [300, 200, 100]) await answered(401, null, age);
    await answered(401, null, 20);
    expect(await tick()).toBe(0);
    await database.query(`update bomstream.invocations set invoked_at = invoked_at - interval '40 seconds'`);
    expect(await tick()).toBe(1);
  });

  it('are no failures where a runner came all the same', async () => {
    const runs = await newRuns(database, ['P1']);
    await runs.start();
    for (const age of [300, 200, 100, 50, 5]) await answered(503, null, age);
    await database.query(
      `insert into bomstream.workers (id, started_at, live_until, stopped_at)
      values ($1, clock_timestamp() - interval '4 seconds', clock_timestamp(), clock_timestamp())`,
      [b],
    );
    expect(await tick()).toBe(1);
  });

  it('are forgotten after one that worked in between', async () => {
    const runs = await newRuns(database, ['P1']);
    await runs.start();
    for (const age of [300, 200, 100, 50]) await answered(401, null, age);
    await answered(202, null, 5);
    expect(await tick()).toBe(1);
  });

  it('are those that time out, too, unless a runner came', async () => {
    const runs = await newRuns(database, ['P1']);
    await runs.start();
    for (const age of [300, 200, 100, 50, 5]) await answered(null, 'Timeout of 2000 ms reached', age);
    expect(await tick()).toBe(0);
    await database.query(
      `insert into bomstream.workers (id, started_at, live_until, stopped_at)
       values ($1, clock_timestamp() - interval '4 seconds', clock_timestamp(), clock_timestamp())`,
      [b],
    );
    expect(await tick()).toBe(1);
  });
});

describe('the answers to invocations', () => {
  const tick = async () => (await database.call('bomstream_tick', {})).invoked;
  const health = () => database.call('bomstream_health', {});
  const invoked = (requestId: number, secondsAgo: number) =>
    database.query(
      `insert into bomstream.invocations (invoked_at, reason, request_id)
       values (clock_timestamp() - $2 * interval '1 second', 'test', $1)`,
      [requestId, secondsAgo],
    );
  /** As pg_net notes it, whoever made the call. */
  const response = (id: number, status: number, secondsAgo: number) =>
    database.query(
      `insert into net._http_response (id, status_code, created)
       values ($1, $2, clock_timestamp() - $3 * interval '1 second')`,
      [id, status, secondsAgo],
    );
  const invocations = () =>
    database.query('select request_id::int, status_code, error from bomstream.invocations order by id');
  const responses = () => database.query('select id::int from net._http_response order by id');
  beforeEach(() => database.query('delete from net._http_response'));

  it('are noted when they come in time, be it by a tick that is late', async () => {
    await invoked(7, 300);
    await response(7, 202, 299);
    await tick();
    expect(await invocations()).toEqual([{ request_id: 7, status_code: 202, error: null }]);
  });

  it('are noted once: what is known of a call stays as it is', async () => {
    await invoked(7, 5);
    await response(7, 202, 4);
    await invoked(8, 100);
    const noted = () => database.query('select xmin, * from bomstream.invocations order by id');
    await tick();
    const before = await noted();
    expect(before.map(({ status_code, answered_at }) => [status_code, answered_at instanceof Date])).toEqual([
      [202, true],
      [null, true],
    ]);
    await tick();
    expect(await noted()).toEqual(before);
  });

  it("are not somebody else's of the same number, which pg_net gives out again after a crash", async () => {
    await invoked(7, 300);
    await response(7, 501, 100);
    await invoked(8, 300);
    await response(8, 501, 400);
    await tick();
    expect((await invocations()).map(({ status_code }) => status_code)).toEqual([null, null]);
  });

  it('are none of a call before the crash where a later call of ours has a number that is not above its own', async () => {
    await invoked(7, 6);
    await invoked(2, 4);
    await response(7, 501, 1);
    await response(2, 202, 1);
    await tick();
    expect(await invocations()).toEqual([
      { request_id: 7, status_code: null, error: null },
      { request_id: 2, status_code: 202, error: null },
    ]);
  });

  it('are those of the later of two calls that were given the same number', async () => {
    await invoked(7, 6);
    await invoked(7, 4);
    await response(7, 202, 3);
    await tick();
    expect((await invocations()).map(({ status_code }) => status_code)).toEqual([null, 202]);
  });

  it('stay where they are, as do those to others: pg_net has an expiry of its own', async () => {
    await invoked(7, 5);
    await response(7, 202, 4);
    await response(8, 200, 4);
    await tick();
    await database.call('bomstream_sweep', {});
    expect(await responses()).toEqual([{ id: 7 }, { id: 8 }]);
  });

  it('that never come are failures: they are counted, told of, and the next invocations are made ever more rarely', async () => {
    const runs = await newRuns(database, ['P1']);
    await runs.start();
    for (const [i, age] of [600, 500, 400, 300, 200, 100, 50, 25].entries()) await invoked(i + 1, age);
    expect(await tick()).toBe(0);
    const silence = { status_code: null, error: 'pg_net gave no answer within 20 seconds' };
    expect(await invocations()).toEqual(
      Array.from({ length: 8 }, (_, i) => ({ request_id: i + 1, ...silence })),
    );
    // One that was made a moment ago says nothing yet.
    await invoked(9, 1);
    expect(await health()).toMatchObject({ last_invocation: silence, unanswered_invocations: 8 });
    await database.query(`update bomstream.invocations set invoked_at = invoked_at - interval '11 minutes'`);
    expect(await tick()).toBe(1);
  });

  it('that may still come are waited for', async () => {
    await invoked(1, 15);
    await tick();
    expect(await invocations()).toEqual([{ request_id: 1, status_code: null, error: null }]);
    expect(await health()).toMatchObject({ unanswered_invocations: 0 });
  });
});
