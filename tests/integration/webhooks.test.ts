/** What webhooks are told, when it is sent, and who may see it: in the database, before anything is sent. */
import { beforeEach, describe, expect, it } from 'vitest';
import { type Json, type Tenant, useDatabase } from '../support/database.ts';
import { createDeliveryQueue } from '../../shared/webhooks/queue.ts';
import { deliveryQueueContract } from '../unit/webhooks/queue-contract.ts';
import { newRuns, parts, results, type Runs } from '../support/runs.ts';

const database = useDatabase();
const worker = '00000000-0000-4000-8000-000000000001';
const SECRET = 'whsec_of_a_test';
const ALL = ['run.ended', 'changes.found', 'review.needed'];

beforeEach(async () => {
  await database.query('delete from bomstream.boms');
  await database.query('delete from bomstream.webhooks');
});

const of = ({ userId, organizationId }: Tenant) => ({ p_user_id: userId, p_organization_id: organizationId });
const create = async (tenant: Tenant, events = ALL, url = 'https://hooks.example.com/'): Promise<string> =>
  (await database.call('bomstream_webhook_create', {
    ...of(tenant),
    p_url: url,
    p_events: events,
    p_secret: SECRET,
  })).webhook_id;
const claim = (limit = 100): Promise<Json[]> => database.call('bomstream_webhook_claim', { p_limit: limit });
const report = (results: readonly Json[]) =>
  database.call('bomstream_webhook_report', { p_results: results });
const log = (tenant: Tenant, webhookId: string, more: Json = {}) =>
  database.call('bomstream_webhook_deliveries', { ...of(tenant), p_webhook_id: webhookId, ...more });
const test = (tenant: Tenant, webhookId: string) =>
  database.call('bomstream_webhook_test', { ...of(tenant), p_webhook_id: webhookId });
/** As if the time of the next attempt had come. */
const comeDue = () =>
  database.query(
    `update bomstream.webhook_deliveries set due_at = now() - interval '1 second' where due_at is not null`,
  );

async function settle(runs: Runs, more: Json = {}, mode = 'all'): Promise<void> {
  await runs.start({ mode });
  const { lines } = await runs.claim(worker);
  await runs.commit(worker, results(lines, 'enriched').map((result) => ({ ...result, ...more })));
}
const bodies = async () => (await claim()).map(({ body }) => JSON.parse(body));

describe('a webhook', () => {
  it('is told of a run that ended, and of changes and decisions where there are some', async () => {
    const tenant = await database.tenant('admin');
    await create(tenant);
    const runs = await newRuns(database, ['P1'], tenant);
    await settle(runs, { stock: 5 });
    const [first, ...none] = await bodies();
    expect(none).toEqual([]);
    expect(first).toMatchObject({
      event: 'run.ended',
      organization_id: tenant.organizationId,
      created_at: expect.stringMatching(/Z$/),
      data: {
        bom_id: runs.bomId,
        bom_name: 'Test',
        run: 1,
        source: 'user',
        status: 'completed',
        changes: 0,
        state: { status: 'completed', enriched_items: 1 },
      },
    });
    await settle(runs, { stock: 0 });
    expect((await bodies()).find(({ event }) => event === 'changes.found')).toMatchObject({
      data: { run: 2, changes: 1, kinds: { stock_gone: 1 } },
    });
    await database.query('delete from bomstream.webhook_deliveries');
    const contradictions = [{ code: 'value', severity: 'error', detail: 'No.' }];
    await settle(runs, { stock: 0, contradictions });
    expect((await bodies()).find(({ event }) => event === 'review.needed')).toMatchObject({
      data: { run: 3, lines: 1 },
    });
    await database.query('delete from bomstream.webhook_deliveries');
    await runs.start({ mode: 'all' });
    await runs.control('cancel');
    expect(await bodies()).toMatchObject([{ event: 'run.ended', data: { status: 'cancelled' } }]);
  });

  it('is told once, in the transaction of what it tells, and only of what it asked for', async () => {
    const tenant = await database.tenant('admin');
    const stranger = await database.tenant('admin');
    await create(tenant, ['changes.found']);
    await create(stranger);
    const runs = await newRuns(database, ['P1'], tenant);
    await settle(runs);
    expect(await bodies()).toEqual([]);
    const told = await create(tenant, ['run.ended']);
    const session = await database.session();
    await session.query('begin');
    await runs.start({ mode: 'all' }, session);
    await runs.control('cancel', session);
    await session.query('rollback');
    expect(await bodies()).toEqual([]);
    await settle(runs);
    const [run] = await database.query('select * from bomstream.enrichment_runs where bom_id = $1', [
      runs.bomId,
    ]);
    await database.call('bomstream_commit', { p_worker_id: worker, p_run_id: run.id, p_results: [] });
    expect((await log(tenant, told)).deliveries).toHaveLength(1);
    expect(await database.query('select from bomstream.webhook_deliveries')).toHaveLength(1);
  });

  it('is told nothing any more when it is turned off, nor of what waited', async () => {
    const tenant = await database.tenant('admin');
    const webhookId = await create(tenant);
    const runs = await newRuns(database, ['P1'], tenant);
    await settle(runs);
    const change = (changes: Json) =>
      database.call('bomstream_webhook_change', {
        ...of(tenant),
        p_webhook_id: webhookId,
        p_changes: changes,
      });
    expect(await change({ active: false })).toMatchObject({ active: false, events: ALL });
    await settle(runs);
    expect(await claim()).toEqual([]);
    expect((await log(tenant, webhookId)).deliveries).toMatchObject([{
      status: 'failed',
      error: 'turned_off',
    }]);
    expect(await change({ active: true, events: ['review.needed'], url: 'https://b.example.com/' }))
      .toMatchObject({
        url: 'https://b.example.com/',
        events: ['review.needed'],
      });
  });

  it("is one of ten, an admin's, and another organization's is not there", async () => {
    const tenant = await database.tenant('admin');
    const webhookId = await create(tenant);
    for (let i = 1; i < 10; i++) await create(tenant);
    await expect(create(tenant)).rejects.toThrow('too_many_webhooks');
    const editor = await database.member(tenant.organizationId, 'editor');
    await expect(create(editor)).rejects.toThrow('role_required');
    await expect(log(editor, webhookId)).rejects.toThrow('role_required');
    const stranger = await database.tenant('admin');
    for (const call of [log, test]) {
      await expect(call(stranger, webhookId)).rejects.toThrow('webhook_not_found');
    }
    const { webhooks } = await database.call('bomstream_webhook_list', of(tenant));
    expect(webhooks).toHaveLength(10);
    expect(JSON.stringify(webhooks)).not.toContain(SECRET);
    await database.call('bomstream_webhook_delete', { ...of(tenant), p_webhook_id: webhookId });
    await expect(log(tenant, webhookId)).rejects.toThrow('webhook_not_found');
  });
});

describe('a delivery', () => {
  it('is leased with what is needed to send it, to nobody else until the lease is over', async () => {
    const tenant = await database.tenant('admin');
    await test(tenant, await create(tenant));
    const [taken] = await claim();
    expect(taken).toMatchObject({ attempt: 1, url: 'https://hooks.example.com/', secret: SECRET });
    expect(JSON.parse(taken.body)).toMatchObject({ delivery_id: taken.delivery_id, event: 'webhook.test' });
    expect(await claim()).toEqual([]);
    await comeDue();
    expect(await claim()).toMatchObject([{ delivery_id: taken.delivery_id, attempt: 2, body: taken.body }]);
    // Who was too late says nothing any more.
    await report([{ ...taken, status: 200 }]);
    expect((await database.query('select delivered_at from bomstream.webhook_deliveries'))[0].delivered_at)
      .toBeNull();
  });

  it('has arrived with a 2xx, and is tried six times within a day otherwise', async () => {
    const tenant = await database.tenant('admin');
    const webhookId = await create(tenant);
    await test(tenant, webhookId);
    await report([{ ...(await claim())[0], status: 204 }]);
    expect((await log(tenant, webhookId)).deliveries).toMatchObject([
      { status: 'delivered', attempts: 1, response_status: 204, next_attempt_at: null },
    ]);

    await test(tenant, webhookId);
    const waits: number[] = [];
    for (let attempt = 1; attempt <= 6; attempt++) {
      const [taken] = await claim();
      expect(taken.attempt).toBe(attempt);
      await report([{ ...taken, ...(attempt % 2 ? { status: 500 } : { error: 'timeout' }) }]);
      const [{ wait }] = await database.query(
        `select round(extract(epoch from due_at - now()) / 60)::int as wait from bomstream.webhook_deliveries where delivered_at is null`,
      );
      waits.push(wait);
      await comeDue();
    }
    expect(waits).toEqual([1, 5, 30, 150, 1200, null]);
    expect(await claim()).toEqual([]);
    expect((await log(tenant, webhookId)).deliveries[0]).toMatchObject({
      status: 'failed',
      attempts: 6,
      response_status: null,
      error: 'timeout',
    });
  });

  it('that kills who sends it, each time before a report, is given up after as many attempts', async () => {
    const tenant = await database.tenant('admin');
    const webhookId = await create(tenant);
    await test(tenant, webhookId);
    for (let attempt = 1; attempt <= 6; attempt++) {
      expect(await claim()).toMatchObject([{ attempt }]);
      await comeDue();
    }
    expect(await claim()).toEqual([]);
    expect((await log(tenant, webhookId)).deliveries).toMatchObject([
      { status: 'failed', attempts: 6, error: expect.stringContaining('Given up'), next_attempt_at: null },
    ]);
  });

  it('waits for no other webhook that has many', async () => {
    const [many, few] = [await database.tenant('admin'), await database.tenant('admin')];
    const hanging = await create(many);
    await database.query(
      `insert into bomstream.webhook_deliveries (webhook_id, event, body, due_at)
       select $1, 'run.ended', '{}', now() - interval '1 hour' from generate_series(1, 50)`,
      [hanging],
    );
    await test(few, await create(few, ALL, 'https://few.example.com/'));
    const taken = await claim(10);
    expect(taken.map(({ url }) => url)).toEqual(
      expect.arrayContaining(['https://few.example.com/', 'https://hooks.example.com/']),
    );
    expect(taken).toHaveLength(3);
    expect(await claim(1)).toMatchObject([{ url: 'https://hooks.example.com/' }]);
  });

  it('that is due has the tick call a runner, also where all are at work', async () => {
    await database.query(
      `select vault.create_secret('http://127.0.0.1:9', 'project_url'), vault.create_secret('key', 'runner_key')
       where not exists (select from vault.decrypted_secrets where name = 'runner_key')`,
    );
    const tenant = await database.tenant('admin');
    const webhookId = await create(tenant);
    await database.query('delete from bomstream.invocations');
    expect(await database.call('bomstream_tick', {})).toMatchObject({ invoked: 0 });
    await database.query(
      `insert into bomstream.workers (id, organization_id, live_until)
       select gen_random_uuid(), $1, now() + interval '1 minute' from generate_series(1, 4)`,
      [tenant.organizationId],
    );
    await test(tenant, webhookId);
    expect(await database.query('select reason from bomstream.invocations')).toEqual([{ reason: 'webhook' }]);
    // who was just called may not have come to it yet
    expect(await database.call('bomstream_tick', {})).toMatchObject({ invoked: 0 });
    await database.query(
      `update bomstream.invocations set invoked_at = now() - interval '1 minute', status_code = 202, answered_at = now()`,
    );
    expect(await database.call('bomstream_tick', {})).toMatchObject({ invoked: 1 });
    await claim();
    await database.query(
      `update bomstream.invocations set invoked_at = now() - interval '1 minute', status_code = 202, answered_at = now()`,
    );
    expect(await database.call('bomstream_tick', {})).toMatchObject({ invoked: 0 });
    await database.query('delete from bomstream.workers');
  });

  it('of a test is one of ten a minute', async () => {
    const tenant = await database.tenant('admin');
    const webhookId = await create(tenant);
    for (let i = 0; i < 10; i++) await test(tenant, webhookId);
    await expect(test(tenant, webhookId)).rejects.toThrow('too_many_tests');
  });

  it('is listed page by page, and swept after thirty days', async () => {
    const tenant = await database.tenant('admin');
    const webhookId = await create(tenant);
    for (let i = 0; i < 5; i++) await test(tenant, webhookId);
    const first = await log(tenant, webhookId, { p_limit: 3 });
    const second = await log(tenant, webhookId, { p_limit: 3, p_after: first.next });
    const ids = [...first.deliveries, ...second.deliveries].map(({ delivery_id }: Json) => delivery_id);
    expect(new Set(ids).size).toBe(5);
    expect(second.next).toBeNull();
    await database.query(
      `update bomstream.webhook_deliveries set created_at = now() - interval '31 days' where id = $1`,
      [ids[0]],
    );
    expect(await database.call('bomstream_sweep', {})).toMatchObject({ deliveries: 1 });
  });

  it('goes with its organization', async () => {
    const tenant = await database.tenant('admin');
    await newRuns(database, parts(1), tenant);
    await test(tenant, await create(tenant));
    await database.call('bomstream_organization_delete', { ...of(tenant), p_name: 'Test' });
    for (let i = 0; i < 5; i++) await database.call('bomstream_sweep', {});
    expect(await database.query('select from bomstream.webhook_deliveries')).toEqual([]);
    expect(await database.query('select from bomstream.webhooks')).toEqual([]);
  });
});

describe('the queue of deliveries in the database', () => {
  deliveryQueueContract(() => {
    const queue = createDeliveryQueue({
      call: async (name, args, schema) => schema.parse(await database.call(name, args)),
    });
    return Promise.resolve({
      queue,
      async put(count) {
        const tenant = await database.tenant('admin');
        const webhookId = await create(tenant);
        for (let i = 0; i < count; i++) await test(tenant, webhookId);
      },
      comeDue: async () => void await comeDue(),
      async wait() {
        const [{ wait }] = await database.query(
          `select round(extract(epoch from due_at - now()) / 60)::int as wait from bomstream.webhook_deliveries`,
        );
        return wait;
      },
    });
  });
});
