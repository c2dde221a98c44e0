/** Runs that a schedule starts: when they are due, what they take, and that nobody waits for them. */
import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { type Json, type Tenant, useDatabase } from '../support/database.ts';
import { newRuns, parts, results, type Runs } from '../support/runs.ts';

const database = useDatabase();
const worker = randomUUID();
/** Started by one tick, see start_due_runs. */
const STARTED_AT_ONCE = 20;

// Other tests' runs must not be in the way.
beforeEach(() => database.query('delete from bomstream.boms'));

const tick = () => database.call('bomstream_tick', {});
const setOrganization = ({ userId, organizationId }: Tenant, settings: Json) =>
  database.call('bomstream_organization_update', {
    p_user_id: userId,
    p_organization_id: organizationId,
    p_settings: settings,
  });
const setBom = ({ userId }: Tenant, { bomId }: Runs, changes: Json) =>
  database.call('bomstream_bom_change', { p_user_id: userId, p_bom_id: bomId, p_changes: changes });
const bom = async ({ bomId }: Runs) =>
  (await database.query('select * from bomstream.boms where id = $1', [bomId]))[0];
/** As if the time of the next run had come. */
const comeDue = (...many: readonly Runs[]) =>
  database.query(
    `update bomstream.boms set schedule_due_at = now() - interval '1 minute' where id = any ($1)`,
    [many.map(({ bomId }) => bomId)],
  );
/** As if all that is known of the BOM's lines were so old. */
const age = ({ bomId }: Runs, how: string) =>
  database.query('update bomstream.bom_lines set settled_at = now() - $2::interval where bom_id = $1', [
    bomId,
    how,
  ]);

/** A BOM whose first run has ended, with a nightly schedule. */
async function watched(tenant: Tenant, partNumbers: readonly (string | null)[] = ['P1']): Promise<Runs> {
  const runs = await newRuns(database, partNumbers, tenant);
  await runs.start();
  const { lines } = await runs.claim(worker);
  await runs.commit(worker, results(lines, 'enriched'));
  await setBom(tenant, runs, { schedule: 'nightly' });
  return runs;
}

async function watchedAndDue(tenant: Tenant, partNumbers?: readonly (string | null)[]): Promise<Runs> {
  const runs = await watched(tenant, partNumbers);
  await age(runs, '13 hours');
  await comeDue(runs);
  return runs;
}

describe('a schedule', () => {
  it("is the organization's for each of its BOMs, unless a BOM has one of its own", async () => {
    const admin = await database.tenant('admin');
    const before = await newRuns(database, ['P1'], admin);
    const own = await newRuns(database, ['P1'], admin);
    const other = await newRuns(database, ['P1']);
    await setBom(admin, own, { schedule: 'none' });
    const { settings } = await setOrganization(admin, { schedule: 'nightly', schedule_hour: 5 });
    expect(settings).toMatchObject({ schedule: 'nightly', schedule_hour: 5 });
    const after = await newRuns(database, ['P1'], admin);
    const due = async (runs: Runs) => (await bom(runs)).schedule_due_at;
    for (const runs of [before, after]) expect(await due(runs)).toBeInstanceOf(Date);
    for (const runs of [own, other]) expect(await due(runs)).toBeNull();

    expect(await setBom(admin, own, { schedule: null })).toMatchObject({
      schedule: null,
      schedule_due_at: expect.stringMatching(/Z$/),
    });
    // A name says nothing of it.
    const planned = await due(own);
    await setBom(admin, own, { name: 'Renamed' });
    expect(await due(own)).toEqual(planned);
    await setOrganization(admin, { schedule: 'none' });
    for (const runs of [before, after, own]) expect(await due(runs)).toBeNull();
  });

  it('is due within four hours of its hour of the next night, or of the next Monday, for each BOM at its own time', async () => {
    const rows = await database.query(
      `select s.schedule, h.hour, bomstream.next_due(b.id, s.schedule, h.hour) as due, now() as now
       from (select gen_random_uuid() as id from generate_series(1, 20)) b,
            unnest(array['nightly', 'weekly']) s(schedule), unnest(array[0, 13, 23]) h(hour)`,
    );
    const places = new Set<number>();
    for (const { schedule, hour, due, now } of rows) {
      const ahead = due.getTime() - now.getTime();
      expect(ahead).toBeGreaterThan(0);
      expect(ahead).toBeLessThanOrEqual((schedule === 'nightly' ? 1 : 7) * 24 * 3_600_000 + 60_000);
      const begin = new Date(due.getTime() - hour * 3_600_000);
      const seconds = (begin.getTime() % (24 * 3_600_000)) / 1000;
      expect(seconds).toBeLessThan(4 * 3600);
      if (schedule === 'weekly') expect(begin.getUTCDay()).toBe(1);
      places.add(seconds);
    }
    expect(places.size).toBeGreaterThan(10);
    expect(await database.query(`select bomstream.next_due(gen_random_uuid(), 'none', 2) as due`)).toEqual([
      { due: null },
    ]);
  });
});

describe('a tick', () => {
  it('starts a run of what has grown old, and gives the BOM its next time', async () => {
    const tenant = await database.tenant();
    const runs = await watched(tenant, ['P1', 'P2', null]);
    await age(runs, '13 hours');
    await database.query(
      `update bomstream.bom_lines set settled_at = now() - interval '11 hours' where bom_id = $1 and line_number = 2`,
      [runs.bomId],
    );
    expect(await tick()).toMatchObject({ started: 0 });
    await comeDue(runs);
    expect(await tick()).toMatchObject({ started: 1 });
    expect(await runs.run()).toMatchObject({
      run: 2,
      source: 'schedule',
      mode: 'refresh',
      priority: 1,
      user_id: null,
      total_items: 1,
    });
    expect((await runs.lines()).map(({ status }) => status)).toEqual(['pending', 'enriched', 'skipped']);
    expect((await runs.events()).at(-1)).toMatchObject({ event: { source: 'schedule', user_id: null } });
    expect((await bom(runs)).schedule_due_at.getTime()).toBeGreaterThan(Date.now());
    expect(await tick()).toMatchObject({ started: 0 });
  });

  it('passes over a BOM with an active run, and one of which nothing has grown old, until their next time', async () => {
    const tenant = await database.tenant();
    const [active, young] = [await watched(tenant), await watched(tenant)];
    await active.start({ mode: 'all' });
    await age(active, '13 hours');
    await comeDue(active, young);
    expect(await tick()).toMatchObject({ started: 0 });
    expect(await active.run()).toMatchObject({ run: 2, source: 'user', status: 'queued' });
    expect(await young.run()).toMatchObject({ run: 1 });
    for (const runs of [active, young]) {
      expect((await bom(runs)).schedule_due_at.getTime()).toBeGreaterThan(Date.now());
    }
  });

  it('starts nothing of an organization that is deleted', async () => {
    const tenant = await database.tenant();
    const runs = await watchedAndDue(tenant);
    await database.query('update bomstream.organizations set deleted_at = now() where id = $1', [
      tenant.organizationId,
    ]);
    expect(await tick()).toMatchObject({ started: 0 });
    expect((await bom(runs)).schedule_due_at).toBeNull();
    await database.query('update bomstream.organizations set deleted_at = null where id = $1', [
      tenant.organizationId,
    ]);
  });

  it('starts no more than it can without keeping others waiting, the longest due first', async () => {
    const tenant = await database.tenant();
    const many: Runs[] = [];
    for (let i = 0; i <= STARTED_AT_ONCE; i++) {
      const runs = await newRuns(database, ['P1'], tenant);
      await setBom(tenant, runs, { schedule: 'weekly' });
      many.push(runs);
    }
    await comeDue(...many);
    const last = many[7]!;
    await database.query(
      `update bomstream.boms set schedule_due_at = now() - interval '1 second' where id = $1`,
      [last.bomId],
    );
    expect(await tick()).toMatchObject({ started: STARTED_AT_ONCE });
    expect(await last.run()).toBeUndefined();
    expect(await tick()).toMatchObject({ started: 1 });
    expect(await last.run()).toMatchObject({ source: 'schedule' });
  });

  it('starts the others where one BOM cannot be started, notes why, and tries that one again with its next time', async () => {
    const tenant = await database.tenant();
    const [faulty, sound] = [await watchedAndDue(tenant), await watchedAndDue(tenant)];
    await database.query(
      'update bomstream.boms set schedule_due_at = schedule_due_at - $2::interval where id = $1',
      [
        faulty.bomId,
        '1 hour',
      ],
    );
    await database.query(
      `alter table bomstream.enrichment_runs add constraint test_fault check (bom_id <> '${faulty.bomId}') not valid`,
    );
    try {
      expect(await tick()).toMatchObject({ started: 1, invoked: expect.any(Number) });
    } finally {
      await database.query('alter table bomstream.enrichment_runs drop constraint test_fault');
    }
    expect(await sound.run()).toMatchObject({ run: 2, source: 'schedule' });
    expect(await faulty.run()).toMatchObject({ run: 1 });
    const { schedule_due_at, schedule_error } = await bom(faulty);
    expect(schedule_due_at.getTime()).toBeGreaterThan(Date.now());
    expect(schedule_error).toMatch(/^23514: .*test_fault/);
    const noted = async () => (await database.call('bomstream_health', {})).failed_schedules;
    expect(await noted()).toEqual([{ bom_id: faulty.bomId, error: schedule_error }]);
    await setBom(tenant, faulty, { schedule: 'none' });
    expect(await noted()).toEqual([]);
    await setBom(tenant, faulty, { schedule: 'nightly' });
    await comeDue(faulty);
    expect(await tick()).toMatchObject({ started: 1 });
    expect(await noted()).toEqual([]);
  });

  it('does not wait for a BOM that somebody holds', async () => {
    const tenant = await database.tenant();
    const [held, free] = [await watchedAndDue(tenant), await watchedAndDue(tenant)];
    const session = await database.session();
    await session.query('begin');
    await session.query('select from bomstream.boms where id = $1 for no key update', [held.bomId]);
    expect(await tick()).toMatchObject({ started: 1 });
    expect(await free.run()).toMatchObject({ source: 'schedule' });
    await session.query('commit');
    expect(await tick()).toMatchObject({ started: 1 });
  });

  it('does not wait for a run that a worker ends, for that may wait for the turn which the tick holds', async () => {
    const tenant = await database.tenant();
    const [busy, free] = [await watchedAndDue(tenant), await watchedAndDue(tenant)];
    await busy.start({ mode: 'all' });
    const session = await database.session();
    await session.query('begin');
    await session.query('select from bomstream.enrichment_runs where bom_id = $1 for update', [busy.bomId]);
    const ticking = await database.session();
    // Only a tick that waits meets this.
    await ticking.query("set lock_timeout = '5s'");
    await ticking.query('select public.bomstream_tick()');
    await session.query('commit');
    expect(await free.run()).toMatchObject({ run: 2, source: 'schedule' });
    expect(await bom(busy)).toMatchObject({ schedule_error: null });
  });
});

describe("a schedule's run", () => {
  it("is worked on only when no user's run is due, of whichever organization", async () => {
    const scheduled = await watchedAndDue(await database.tenant(), parts(40));
    await tick();
    expect((await scheduled.claim(worker)).run.bom_id).toBe(scheduled.bomId);
    const [own, others] = [await newRuns(database, ['P1']), await newRuns(database, ['P1'])];
    await own.start({ priority: 1 });
    await others.start({ priority: 1 });
    const served = new Set<string>();
    for (let i = 0; i < 2; i++) served.add((await own.claim(worker)).run.bom_id);
    expect(served).toEqual(new Set([own.bomId, others.bomId]));
    expect((await own.claim(worker)).run.bom_id).toBe(scheduled.bomId);
  });

  it("is left by its worker after a batch when a user's run is due", async () => {
    const tenant = await database.tenant();
    const scheduled = await watchedAndDue(tenant, parts(40));
    await tick();
    const advance = async (claim: Json) =>
      (await database.call('bomstream_advance', {
        p_worker_id: worker,
        p_run_id: claim.run.run_id,
        p_results: results(claim.lines),
      })).lines.length;
    expect(await advance(await scheduled.claim(worker))).toBeGreaterThan(0);
    const [claim] = [await scheduled.claim(worker)];
    const other = await newRuns(database, ['P1']);
    await other.start({ priority: 1 });
    // More workers than the schedule has are at the other organization's: that would be enough among users.
    await other.claim(randomUUID());
    await database.query(
      `update bomstream.bom_lines set visible_at = '-infinity' where bom_id = $1`,
      [other.bomId],
    );
    expect(await advance(claim)).toBe(0);
  });

  it("ends for a user's start, with one terminal event, and the user's run takes what it left", async () => {
    const tenant = await database.tenant();
    const runs = await watchedAndDue(tenant, ['P1', 'P2']);
    await tick();
    const { run, lines } = await runs.claim(worker);
    const reply = await runs.start();
    expect(reply.run).toMatchObject({ run: 3, status: 'queued', total_items: 2 });
    expect(reply.publish.events.at(-2)).toMatchObject({
      event_type: 'enrichment.cancelled',
      run: 2,
      payload: { reason: expect.stringContaining('schedule') },
    });
    const ends = (await runs.events()).filter(({ event_type }) => event_type === 'enrichment.cancelled');
    expect(ends).toHaveLength(1);
    expect(
      await database.call('bomstream_commit', {
        p_worker_id: worker,
        p_run_id: run.run_id,
        p_results: results(lines, 'enriched'),
      }),
    ).toMatchObject({ accepted: 0, run_status: 'cancelled' });
    expect((await runs.lines()).map(({ status }) => status)).toEqual(['pending', 'pending']);
    await expect(runs.start({ mode: 'all' })).rejects.toThrow('run_active');
  });

  it('goes on where the start is refused, or is the answer to an earlier one', async () => {
    const tenant = await database.tenant();
    const runs = await watchedAndDue(tenant);
    await tick();
    await expect(runs.start({ mode: 'failed' })).rejects.toThrow('nothing_to_do');
    expect(await runs.run()).toMatchObject({ run: 2, status: 'queued' });
  });
});

it('a user may refresh a BOM as its schedule does', async () => {
  const tenant = await database.tenant();
  const runs = await watched(tenant);
  await expect(runs.start({ mode: 'refresh' })).rejects.toThrow('nothing_to_do');
  await age(runs, '13 hours');
  expect((await runs.start({ mode: 'refresh' })).run).toMatchObject({ run: 2, total_items: 1 });
});
