/**
 * The order of locks, which is organization, bom, worker, run, line, component, turn: two sessions meet at the moments at which another
 * order would make each wait for the other. PostgreSQL ends one of them then, and a user's deletion or a batch is lost.
 */
import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { type Json, useDatabase } from '../support/database.ts';
import { newRuns, parts, results, type Runs } from '../support/runs.ts';

const database = useDatabase();
beforeEach(async () => {
  await database.query('delete from bomstream.organizations');
  await database.query('delete from bomstream.workers');
});

interface Scene {
  readonly tenant: { userId: string; organizationId: string };
  readonly runs: Runs;
  readonly runId: string;
  readonly worker: string;
  readonly lines: readonly Json[];
  /** What a worker says it has published: of this run, which has not been noted yet. */
  readonly published: Json;
}

/** A run in the middle, whose worker has published what there is and holds a batch. */
async function scene(): Promise<Scene> {
  const tenant = await database.tenant('admin');
  const runs = await newRuns(database, parts(30), tenant);
  await runs.start();
  const worker = randomUUID();
  const { run, lines } = await runs.claim(worker);
  const published = { bom_id: runs.bomId, event_id: '1-2' };
  return { tenant, runs, runId: run.run_id, worker, lines, published };
}

/** Everything that takes locks, as it is called in the middle of a run. */
const CALLS: Readonly<Record<string, (scene: Scene) => readonly [name: string, args: Json]>> = {
  commit: ({ worker, runId, lines, published }) => ['bomstream_commit', {
    p_worker_id: worker,
    p_run_id: runId,
    p_results: results(lines),
    p_published: published,
  }],
  advance: ({ worker, runId, lines, published }) => ['bomstream_advance', {
    p_worker_id: worker,
    p_run_id: runId,
    p_results: results(lines),
    p_published: published,
  }],
  'advance that changes over': ({ worker, runId, lines, published }) => ['bomstream_advance', {
    p_worker_id: worker,
    p_run_id: runId,
    p_results: results(lines),
    p_published: [published],
    p_changes_over: true,
  }],
  claim: ({ worker, published }) => ['bomstream_claim', { p_worker_id: worker, p_published: published }],
  extend: ({ worker, runId, lines }) => ['bomstream_extend', {
    p_worker_id: worker,
    p_run_id: runId,
    p_line_ids: lines.map(({ line_id }) => line_id),
  }],
  release: ({ worker, published }) => ['bomstream_release', {
    p_worker_id: worker,
    p_reason: 'test',
    p_published: published,
  }],
  published: ({ published }) => ['bomstream_published', { p_published: published }],
  unpublished: () => ['bomstream_unpublished', {}],
  pause: ({ tenant, runs }) => ['bomstream_control', {
    p_user_id: tenant.userId,
    p_bom_id: runs.bomId,
    p_action: 'pause',
  }],
  cancel: ({ tenant, runs }) => ['bomstream_control', {
    p_user_id: tenant.userId,
    p_bom_id: runs.bomId,
    p_action: 'cancel',
  }],
  'delete the organization': ({ tenant }) => ['bomstream_organization_delete', {
    p_user_id: tenant.userId,
    p_organization_id: tenant.organizationId,
    p_name: 'Test',
  }],
  tick: () => ['bomstream_tick', {}],
  sweep: () => ['bomstream_sweep', {}],
};

/** Calls it, and resolves with its outcome to come as soon as it is through or waits for a lock. */
async function begin(call: readonly [string, Json]): Promise<{ outcome: Promise<Json> }> {
  const session = await database.session();
  const { rows: [{ pid }] } = await session.query('select pg_backend_pid() as pid');
  let isThrough = false;
  const outcome = database.call(call[0], call[1], session).catch((error) => error).finally(() =>
    isThrough = true
  );
  await vi.waitUntil(async () =>
    isThrough ||
    (await database.query(
        `select from pg_stat_activity where pid = $1 and wait_event_type = 'Lock'`,
        [pid],
      )).length > 0, { timeout: 60_000, interval: 5 });
  return { outcome };
}

const LOCKS: Readonly<Record<string, (scene: Scene) => readonly [first: string, second: string]>> = {
  'the deletion of the BOM': ({ runs }) => [
    `select from bomstream.boms where id = '${runs.bomId}' for update`,
    `delete from bomstream.boms where id = '${runs.bomId}'`,
  ],
  'the deletion of the organization': ({ tenant }) => [
    `select from bomstream.organizations where id = '${tenant.organizationId}' for update`,
    `delete from bomstream.organizations where id = '${tenant.organizationId}'`,
  ],
  'another call for the same worker, as a claim makes it that is sent again': ({ worker, runId }) => [
    `update bomstream.workers set heartbeat_at = now() where id = '${worker}'`,
    `select from bomstream.enrichment_runs where id = '${runId}' for no key update`,
  ],
};

describe.each(Object.keys(LOCKS))('beside %s', (meeting) => {
  it.each(Object.keys(CALLS))('%s ends without a deadlock', async (name) => {
    const now = await scene();
    const [first, second] = LOCKS[meeting]!(now);
    const session = await database.session();
    await session.query('begin');
    await session.query(first);
    const { outcome } = await begin(CALLS[name]!(now));
    await expect(session.query(second)).resolves.toBeDefined();
    await session.query('commit');
    // Of a BOM that is gone a refusal is an answer; to be picked as the victim of a deadlock is none.
    expect((await outcome as pg.DatabaseError)?.code ?? 'done').not.toBe('40P01');
  });
});

describe('beside the deletion of an organization with several BOMs', () => {
  /** Two open runs of one organization, the first to be looked at first. */
  async function two(): Promise<{ organizationId: string; first: Runs; second: Runs }> {
    const tenant = await database.tenant();
    const [first, second] = [
      await newRuns(database, parts(5), tenant),
      await newRuns(database, parts(5), tenant),
    ];
    await first.start();
    await second.start();
    return { organizationId: tenant.organizationId, first, second };
  }
  const deletion = 'delete from bomstream.boms where organization_id = $1';

  it('a claim that finds nothing in the first passes the second by', async () => {
    const { organizationId, first, second } = await two();
    const [held, deleting] = [await database.session(), await database.session()];
    await held.query('begin');
    await held.query('select from bomstream.bom_lines where bom_id = $1 for update', [first.bomId]);
    await deleting.query('begin');
    await deleting.query('select from bomstream.boms where id = $1 for update', [second.bomId]);
    const { outcome } = await begin(['bomstream_claim', { p_worker_id: randomUUID() }]);
    const deleted = deleting.query(deletion, [organizationId]);
    expect(await outcome).toMatchObject({ run: null, lines: [] });
    await held.query('commit');
    await deleted;
    await deleting.query('commit');
  });

  it('a tick that ends the first for its deadline leaves the second to the next', async () => {
    const { organizationId, first, second } = await two();
    await database.query(
      'update bomstream.enrichment_runs set enriching_seconds = 100000, enriching_since = now()',
    );
    const [last] = await database.query(
      'select bom_id from bomstream.enrichment_runs order by id desc limit 1',
    );
    const deleting = await database.session();
    await deleting.query('begin');
    await deleting.query('select from bomstream.boms where id = $1 for update', [last.bom_id]);
    const { outcome } = await begin(['bomstream_tick', {}]);
    const deleted = deleting.query(deletion, [organizationId]);
    expect(await outcome).toMatchObject({ invoked: 0 });
    await deleted;
    await deleting.query('commit');
    expect([await first.run(), await second.run()]).toEqual([undefined, undefined]);
  });
});

it('a claim waits for the lock of the run that it looks at first, and of no other after it', async () => {
  const tenant = await database.tenant();
  const [first, second] = [await newRuns(database, ['P1'], tenant), await newRuns(database, ['P1'], tenant)];
  await first.start();
  await second.start();
  const [lines, run] = [await database.session(), await database.session()];
  await lines.query('begin');
  await lines.query('select from bomstream.bom_lines where bom_id = $1 for update', [first.bomId]);
  await run.query('begin');
  await run.query('select from bomstream.enrichment_runs where bom_id = $1 for no key update', [
    second.bomId,
  ]);
  // It is through while both are held.
  expect(await second.claim(randomUUID())).toMatchObject({ run: null });
  await run.query('commit');
  await lines.query('commit');
});

it('a start beside the deletion of its organization ends without a deadlock', async () => {
  const tenant = await database.tenant();
  const runs = await newRuns(database, ['P1'], tenant);
  const deleting = await database.session();
  await deleting.query('begin');
  await deleting.query('select from bomstream.organizations where id = $1 for update', [
    tenant.organizationId,
  ]);
  const starting = await database.session();
  await starting.query('begin');
  // It asks for nothing that the deletion holds, and the deletion then waits for it.
  await runs.start({}, starting);
  const deleted = deleting.query('delete from bomstream.organizations where id = $1', [
    tenant.organizationId,
  ]);
  await database.untilWaiting();
  await starting.query('commit');
  await deleted;
  await deleting.query('commit');
  expect(await runs.run()).toBeUndefined();
});

it('what is noted as published waits for no earlier run, which may be waiting for this one', async () => {
  const runs = await newRuns(database, ['P1']);
  await runs.start();
  await runs.control('cancel');
  await runs.start({ mode: 'all' });
  const worker = randomUUID();
  const { run, lines } = await runs.claim(worker);
  const session = await database.session();
  await session.query('begin');
  await session.query(
    'select from bomstream.enrichment_runs where bom_id = $1 and run = 1 for no key update',
    [
      runs.bomId,
    ],
  );
  const reply = await database.call('bomstream_commit', {
    p_worker_id: worker,
    p_run_id: run.run_id,
    p_results: results(lines),
    p_published: { bom_id: runs.bomId, event_id: '2-2' },
  });
  expect(reply).toMatchObject({ accepted: 1, run_status: 'completed' });
  // What could not be noted is handed out once more.
  expect(reply.publish.events.map(({ event_id }: Json) => event_id)).toEqual(['1-1', '1-2', '2-3', '2-4']);
  await session.query('commit');
});
