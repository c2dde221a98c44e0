/**
 * A schedule, from its due time to a webhook: the tick of the local cron starts the run, suppliers say otherwise than the
 * last time, and a receiver is told.
 */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, it } from 'vitest';
// @ts-expect-error: an example for people who write JavaScript
import { isOurs } from '../../docs/examples/verify-webhook.mjs';
import { sql } from '../support/admin.ts';
import { startTestStack, type TestStack } from '../support/stack.ts';
import { type Json, newTenant, type Tenant } from '../support/tenant.ts';
import { API_KEY, type StandIn, startStandIn } from '../unit/suppliers/stand-in.ts';

/** Two ticks and what a busy machine takes for the rest. */
const WAIT = { timeout: 90_000, interval: 200 };
const [RESISTOR, OTHER] = ['SBX-RES-10K', 'SBX-00001'];

interface Received {
  readonly path: string;
  readonly body: string;
  readonly signature: string;
}

let stack: TestStack;
let standIn: StandIn;
let receiver: Server;
let tenant: Tenant;
let at: string;
const logged: string[] = [];
const received: Received[] = [];

beforeAll(async () => {
  standIn = await startStandIn('digikey');
  receiver = createServer(async (request, response) => {
    const { url: path = '', headers } = request;
    received.push({ path, body: await text(request), signature: String(headers['bomstream-signature']) });
    if (path === '/moved') response.writeHead(302, { location: '/secret' }).end();
    // `/hangs` is never answered
    else if (path !== '/hangs') response.writeHead(204).end();
  });
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  at = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}`;
  stack = await startTestStack({
    settings: { ...standIn.settings, BOMSTREAM_WEBHOOK_LOOPBACK: 'true' },
    onLog: (line) => logged.push(line),
  });
  tenant = await newTenant(stack, { role: 'admin' });
});
afterAll(async () => {
  await stack.stop();
  await standIn.change({ [RESISTOR]: {}, [OTHER]: {} });
  await standIn.close();
  receiver.closeAllConnections();
  await new Promise((resolve) => receiver.close(resolve));
});

const path = (rest: string) => `organizations/${tenant.organizationId}/${rest}`;
const EVENTS = ['run.ended', 'changes.found', 'review.needed'];
const told = (at: string, event: string): Received[] =>
  received.filter(({ path, body }) => path === at && JSON.parse(body).event === event);

it('finds what changed, keeps it, and tells who wants to know', async () => {
  const hook = async (url: string): Promise<Json> =>
    (await tenant.call('POST', path('webhooks'), { url, events: EVENTS })).body;
  const { secret, webhook_id } = await hook(`${at}/told`);
  const hanging = await hook(`${at}/hangs`);
  const moved = await hook(`${at}/moved`);
  const bomId = await tenant.importBom([RESISTOR, OTHER]);
  await tenant.start(bomId);
  await tenant.untilEnded(bomId);
  await expect.poll(() => told('/told', 'run.ended').length, WAIT).toBe(1);

  // A day later: prices have doubled, and the resistors are sold out.
  await standIn.change({
    [RESISTOR]: { stock: 0 },
    [OTHER]: { prices: [[1, 0.28], [10, 0.2], [1000, 0.042]] },
  });
  await sql(stack, `update bomstream.supplier_answers set answered_at = answered_at - interval '1 day'`);
  await sql(stack, `update bomstream.supplier_offers set fetched_at = fetched_at - interval '1 day'`);
  await sql(
    stack,
    `update bomstream.bom_lines set settled_at = settled_at - interval '1 day' where bom_id = $1`,
    [
      bomId,
    ],
  );
  const planned = (await tenant.call('PATCH', `boms/${bomId}`, { schedule: 'nightly' })).body;
  expect(planned.schedule_due_at).toEqual(expect.any(String));
  await sql(stack, `update bomstream.boms set schedule_due_at = now() where id = $1`, [bomId]);

  await expect.poll(() => told('/told', 'changes.found').length, WAIT).toBe(1);
  const { changes } = (await tenant.call('GET', path(`changes?bom_id=${bomId}`))).body;
  expect(new Map(changes.map(({ kind, mpn }: Json) => [kind, mpn]))).toEqual(
    new Map([['stock_gone', RESISTOR], ['price_up', OTHER]]),
  );
  const { body: bom } = await tenant.call('GET', `boms/${bomId}`);
  expect(bom).toMatchObject({
    status: 'completed',
    latest_run: { run: 2, source: 'schedule', mode: 'refresh' },
  });
  expect(Date.parse(bom.schedule_due_at)).toBeGreaterThan(Date.now());
  const { body: newest } = await tenant.call('GET', `enrichment/${bomId}/status`);
  expect(newest).toMatchObject({ event_type: 'enrichment.completed', payload: { changes: 2 } });

  const [delivery] = told('/told', 'changes.found');
  expect(JSON.parse(delivery!.body)).toMatchObject({
    organization_id: tenant.organizationId,
    data: { bom_id: bomId, run: 2, source: 'schedule', changes: 2, kinds: { stock_gone: 1, price_up: 1 } },
  });
  expect(isOurs(delivery!.body, delivery!.signature, secret)).toBe(true);
  expect(isOurs(`${delivery!.body} `, delivery!.signature, secret)).toBe(false);
  expect(isOurs(delivery!.body, delivery!.signature, hanging.secret)).toBe(false);
  expect(isOurs(delivery!.body, delivery!.signature.replace(/\d+/, '1700000000'), secret)).toBe(false);

  // What hangs or leads elsewhere has kept nobody waiting, and is tried again later.
  const log = async (id: string): Promise<Json[]> =>
    (await tenant.call('GET', path(`webhooks/${id}/deliveries`))).body.deliveries;
  await expect.poll(async () => (await log(webhook_id)).map(({ status }) => status), WAIT).toEqual(
    Array(3).fill('delivered'),
  );
  await expect.poll(async () => (await log(hanging.webhook_id)).at(-1), WAIT).toMatchObject({
    status: 'waiting',
    error: 'timeout',
  });
  expect((await log(moved.webhook_id)).at(-1)).toMatchObject({ status: 'waiting', response_status: 302 });
  expect(received.map(({ path }) => path)).not.toContain('/secret');
  const sent = await tenant.call('POST', path(`webhooks/${webhook_id}/test`));
  expect(sent.status).toBe(202);
  await expect.poll(() => told('/told', 'webhook.test').length, WAIT).toBe(1);

  // Keys and secrets are in no log and no list.
  const { body: listed } = await tenant.call('GET', path('webhooks'));
  for (const hidden of [secret, hanging.secret, API_KEY, 'v1=']) {
    expect(logged.join('\n')).not.toContain(hidden);
    expect(JSON.stringify(listed)).not.toContain(hidden);
  }
});

it('lets no webhook lead to the machine itself unless that is set, not even one that there is', async () => {
  const url = `${at}/inside`;
  const { body: { webhook_id } } = await tenant.call('POST', path('webhooks'), { url, events: EVENTS });
  await stack.set('BOMSTREAM_WEBHOOK_LOOPBACK', null);
  for (const name of ['organizations', 'enrichment-runner']) await stack.kill(name);
  for (
    const inside of [
      url,
      'https://127.0.0.1/',
      'https://[::1]/',
      'https://169.254.169.254/',
      'https://10.0.0.1/',
    ]
  ) {
    const refused = { status: 422, body: { code: 'address_refused' } };
    const call = (method: string, to: string, more: Json) =>
      tenant.call(method, path(to), { url: inside, ...more });
    await expect.poll(() => call('POST', 'webhooks', { events: EVENTS }), WAIT).toMatchObject(refused);
    expect(await call('PATCH', `webhooks/${webhook_id}`, {})).toMatchObject(refused);
  }
  await tenant.call('POST', path(`webhooks/${webhook_id}/test`));
  const log = async () =>
    (await tenant.call('GET', path(`webhooks/${webhook_id}/deliveries`))).body.deliveries;
  await expect.poll(log, WAIT).toMatchObject([{ status: 'waiting', error: 'address_refused' }]);
  expect(received.map(({ path }) => path)).not.toContain('/inside');
});
