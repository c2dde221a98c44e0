/** Who may follow what, how many streams at once, and what is said and logged about it. */
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTickets } from '../../shared/stream/tickets.ts';
import type { Scope } from '../../shared/stream/scope.ts';
import { startTestStack, type TestStack } from '../support/stack.ts';
import { openStream, type StreamReader } from '../support/stream.ts';
import { type Answer, call, newTenant, type Tenant } from '../support/tenant.ts';

const ADMIN_TOKEN = 'admin-token-for-tests-with-more-than-32-bytes';
const KEY = 'ticket-key-for-tests-with-more-than-32-bytes-new';
const OLD_KEY = 'ticket-key-for-tests-with-more-than-32-bytes-old';
const RETIRED_KEY = 'ticket-key-for-tests-with-more-than-32-bytes-gone';
const NOT_THERE = '5d1d9c66-3f0e-4d0f-8a51-0f6f6a1c2e77';

const log: string[] = [];
let wake = () => {};
/** Everything that would let somebody in. */
const secrets = new Set([ADMIN_TOKEN, KEY, OLD_KEY]);

let stack: TestStack;
let admin: pg.Client;
let tenant: Tenant;
let bomId: string;
beforeAll(async () => {
  stack = await startTestStack({
    settings: { BOMSTREAM_TICKET_KEYS: `${KEY},${OLD_KEY}`, BOMSTREAM_ADMIN_TOKEN: ADMIN_TOKEN },
    onLog: (line) => {
      log.push(line);
      wake();
    },
  });
  for (const secret of [stack.redis.token, stack.keys.runnerKey, ...Object.values(stack.keys.secretKeys)]) {
    secrets.add(secret);
  }
  admin = new pg.Client({ connectionString: stack.adminUrl });
  await admin.connect();
  tenant = await tenantOf();
  bomId = await tenant.importBom(['RC0603FR-0710KL']);
});
afterAll(async () => {
  await admin.end();
  await stack.stop();
});

async function tenantOf(options: Parameters<typeof newTenant>[1] = {}): Promise<Tenant> {
  const made = await newTenant(stack, options);
  secrets.add(made.token);
  return made;
}

async function ticketFor(who: Tenant, body: object): Promise<string> {
  const answer = await who.call('POST', 'enrichment/tickets', body);
  expect(answer.status).toBe(201);
  secrets.add(answer.body.ticket);
  return answer.body.ticket;
}

/** Signed as if by the product, at another time or with another key. */
async function madeUp(
  { key = KEY, secondsAgo = 0, seconds = 900, scope = { kind: 'bom', id: bomId } as Scope } = {},
): Promise<string> {
  const tickets = createTickets({ keys: [key], now: () => Date.now() - secondsAgo * 1000 });
  const { ticket } = await tickets.issue({ userId: tenant.userId, scope, seconds });
  secrets.add(ticket);
  return ticket;
}

const streamUrl = (query: string, bom = bomId) =>
  `${stack.apiUrl}/functions/v1/enrichment-stream/${bom}${query}`;
const open = (token: string, bom = bomId, query = '') =>
  openStream(streamUrl(`?token=${token}${query}`, bom));

async function refused(token: string, bom = bomId): Promise<Pick<Answer, 'status'> & { code: string }> {
  const response = await fetch(streamUrl(`?token=${token}`, bom));
  expect(response.headers.get('content-type')).toBe('application/problem+json');
  const { code } = await response.json() as { code: string };
  return { status: response.status, code };
}

/** Opens a stream and sees it begin. */
async function expectOpen(token: string, bom = bomId, query = ''): Promise<StreamReader> {
  const stream = await open(token, bom, query);
  expect(stream.status).toBe(200);
  await stream.until(({ event }) => event === 'connected');
  return stream;
}

/** Waits until a line of the stack's log fits. */
async function logged(...parts: string[]): Promise<string> {
  for (;;) {
    const found = log.find((line) => parts.every((part) => line.includes(part)));
    if (found) return found;
    await new Promise<void>((resolve) => wake = resolve);
  }
}

describe('a ticket', () => {
  it('opens the stream of its BOM at the address that comes with it', async () => {
    const { status, body } = await tenant.call('POST', 'enrichment/tickets', { bom_id: bomId });
    expect(status).toBe(201);
    secrets.add(body.ticket);
    expect(Date.parse(body.expires_at) - Date.now()).toBeGreaterThan(800_000);
    const stream = await openStream(`${body.stream_url}?token=${body.ticket}`);
    await stream.until(({ event }) => event === 'connected');
    stream.close();
  });

  it('is issued to a viewer, who may follow and change nothing', async () => {
    const viewer = await tenantOf({ role: 'viewer', organizationId: tenant.organizationId });
    (await expectOpen(await ticketFor(viewer, { bom_id: bomId }))).close();
    await ticketFor(viewer, { organization_id: tenant.organizationId });
    expect((await viewer.start(bomId)).status).toBe(403);
  });

  it('is not issued for what is not there or belongs to others, and the two look alike', async () => {
    const stranger = await tenantOf();
    const ask = async (body: object) => {
      const { status, body: { code, detail } } = await stranger.call('POST', 'enrichment/tickets', body);
      return { status, code, detail };
    };
    const theirs = await ask({ bom_id: bomId });
    expect(theirs).toMatchObject({ status: 404, code: 'bom_not_found' });
    expect(theirs).toEqual(await ask({ bom_id: NOT_THERE }));
    const organization = await ask({ organization_id: tenant.organizationId });
    expect(organization).toMatchObject({ status: 404, code: 'organization_not_found' });
    expect(organization).toEqual(await ask({ organization_id: NOT_THERE }));
  });

  it('of one BOM opens no other, of the same organization or another', async () => {
    const stranger = await tenantOf();
    const ticket = await ticketFor(tenant, { bom_id: bomId });
    for (const other of [await tenant.importBom(['A']), await stranger.importBom(['A']), NOT_THERE]) {
      expect(await refused(ticket, other)).toEqual({ status: 403, code: 'ticket_for_another' });
    }
  });

  it('opens nothing once its user has left the organization', async () => {
    const leaver = await tenantOf({ organizationId: tenant.organizationId });
    const ticket = await ticketFor(leaver, { bom_id: bomId });
    (await expectOpen(ticket)).close();
    await admin.query('delete from bomstream.organization_members where user_id = $1', [leaver.userId]);
    expect(await refused(ticket)).toEqual({ status: 404, code: 'bom_not_found' });
    expect(await refused(leaver.token)).toEqual({ status: 404, code: 'bom_not_found' });
  });

  it('works with the older key while that is listed', async () => {
    (await expectOpen(await madeUp({ key: OLD_KEY }))).close();
  });

  it.each<[string, () => Promise<string>]>([
    ['expired', () => madeUp({ secondsAgo: 900 })],
    ['signed with a retired key', () => madeUp({ key: RETIRED_KEY })],
    ['changed to live longer', async () => (await madeUp()).replace(/\d{10}/, (s) => String(Number(s) + 60))],
    ['changed to be another user’s', async () => (await madeUp()).replace(tenant.userId, NOT_THERE)],
  ])('is refused when it is %s', async (_name, make) => {
    expect(await refused(await make())).toEqual({ status: 401, code: 'invalid_ticket' });
  });

  it('for an organization opens no BOM', async () => {
    const ticket = await ticketFor(tenant, { organization_id: tenant.organizationId });
    expect(await refused(ticket)).toEqual({ status: 403, code: 'ticket_for_another' });
  });

  it('ends its stream with itself, announced, and cannot come back', async () => {
    const ticket = await madeUp({ seconds: 3 });
    const frames = await (await open(ticket)).end();
    expect(frames.map(({ event }) => event)).toEqual(['connected', 'reauth']);
    expect(await refused(ticket)).toEqual({ status: 401, code: 'invalid_ticket' });
  });

  it.each([
    ['GET', 'boms'],
    ['POST', 'boms'],
    ['GET', 'boms/:bom'],
    ['GET', 'boms/:bom/lines'],
    ['POST', 'enrichment/:bom/start'],
    ['POST', 'enrichment/:bom/pause'],
    ['POST', 'enrichment/:bom/resume'],
    ['POST', 'enrichment/:bom/cancel'],
    ['GET', 'enrichment/:bom/status'],
    ['POST', 'enrichment/tickets'],
    ['POST', 'enrichment-runner'],
  ])('and the admin token open nothing but streams: %s %s', async (method, path) => {
    for (const token of [await ticketFor(tenant, { bom_id: bomId }), ADMIN_TOKEN]) {
      const body = method === 'POST' ? { bom_id: bomId, organization_id: tenant.organizationId } : undefined;
      const answer = await call(stack, token, method, path.replace(':bom', bomId), body);
      expect(answer.status).toBe(401);
    }
  });
});

describe('the admin token', () => {
  const bearer = { authorization: `Bearer ${ADMIN_TOKEN}` };

  it('in the header opens any BOM, with all that happened', async () => {
    const other = await tenantOf();
    const theirs = await other.importBom(['RC0603FR-0710KL']);
    await other.start(theirs);
    const frames = await (await openStream(streamUrl('', theirs), bearer)).end();
    expect(frames.at(-1)).toMatchObject({ event: 'stream_end', data: { reason: 'completed' } });
  });

  it('opens none that is not there', async () => {
    const response = await fetch(streamUrl('', NOT_THERE), { headers: bearer });
    expect([response.status, (await response.json() as { code: string }).code]).toEqual([
      404,
      'bom_not_found',
    ]);
  });

  it('in the address opens nothing', async () => {
    expect(await refused(ADMIN_TOKEN)).toEqual({ status: 401, code: 'invalid_token' });
  });

  it('is a word of its own to the database: a user id that got lost opens nothing', async () => {
    const connect = (...args: unknown[]) =>
      admin.query('select public.bomstream_connect($1, $2, null, null, $3) as answer', args);
    await expect(connect(null, bomId, false)).rejects.toMatchObject({ code: 'PT404' });
    await expect(connect(null, bomId, null)).rejects.toMatchObject({ code: 'PT404' });
    await expect(admin.query('select public.bomstream_connect(null, $1)', [bomId])).rejects.toMatchObject({
      code: 'PT404',
    });
    expect((await connect(null, bomId, true)).rows[0].answer).toMatchObject({ cursor: 'none' });
  });
});

it("another organization's BOM looks like one that is not there", async () => {
  const stranger = await tenantOf();
  expect(await refused(stranger.token)).toEqual({ status: 404, code: 'bom_not_found' });
  expect(await refused(stranger.token)).toEqual(await refused(stranger.token, NOT_THERE));
});

describe('a user', () => {
  it('has twelve streams; the thirteenth is refused in a way that its reader understands', async () => {
    const busy = await tenantOf();
    const bom = await busy.importBom(['A']);
    const streams = await Promise.all(Array.from({ length: 12 }, () => expectOpen(busy.token, bom)));

    const program = await fetch(streamUrl(`?token=${busy.token}&client=program`, bom));
    expect(program.status).toBe(429);
    expect(Number(program.headers.get('retry-after'))).toBeGreaterThanOrEqual(10);
    expect(await program.json()).toMatchObject({ code: 'too_many_streams' });

    const page = await open(busy.token, bom);
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/event-stream']);
    const frames = await page.end();
    expect(frames).toEqual([{
      event: 'stream_error',
      id: undefined,
      data: { code: 'too_many_streams', detail: expect.any(String), retry_after_seconds: expect.any(Number) },
    }]);
    expect(page.retries).toHaveLength(1);
    expect(page.retries[0]).toBeGreaterThanOrEqual(10_000);
    expect(page.retries[0]).toBeLessThan(30_000);

    (await expectOpen(tenant.token)).close(); // others are not touched
    streams.forEach((stream) => stream.close());
  });

  it('replaces the stream of a client by its next one, which does not count beside it', async () => {
    const busy = await tenantOf();
    const bom = await busy.importBom(['A']);
    const older = await expectOpen(busy.token, bom, '&client=tab');
    const others = await Promise.all(Array.from({ length: 11 }, () => expectOpen(busy.token, bom)));
    const newer = await expectOpen(busy.token, bom, '&client=tab');
    await older.end();
    await logged('stream_closed', '"reason":"replaced"', bom);

    await busy.start(bom);
    expect((await newer.end()).at(-1)).toMatchObject({ event: 'stream_end' });
    for (const other of others) await other.end();
  });
});

describe('the health of the stores', () => {
  /** Asks a young isolate, which remembers no answer, until it says so. */
  async function health(status: string): Promise<Answer> {
    await stack.kill('enrichment-stream');
    for (;;) {
      const answer = await call(stack, null, 'GET', 'enrichment-stream/health');
      if (answer.body.status === status) return answer;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
  const works = { ok: true, latency_ms: expect.any(Number) };
  const rename = (from: string, to: string) =>
    admin.query(`alter function public.${from}(jsonb) rename to ${to}`);

  it('is told to everybody, down to both being away', async () => {
    const { status, body, headers } = await health('ok');
    expect(status).toBe(200);
    const well = { ok: true };
    expect(body).toEqual({
      status: 'ok',
      ...{ redis: works, redis_writes: works, table: works },
      ...{ publishing: well, cron: well, invocations: well, suppliers: well },
    });
    expect(headers.get('vary')).toContain('origin');
    await stack.failRedis('read_only');
    try {
      expect(await health('degraded')).toMatchObject({
        status: 200,
        body: { redis: works, redis_writes: { ok: false, reason: 'not_permitted' }, table: works },
      });
    } finally {
      await stack.failRedis('none');
    }
    await stack.failRedis('refuse');
    try {
      expect(await health('degraded')).toMatchObject({
        status: 200,
        body: { redis: { ok: false, reason: 'over_quota' }, table: works },
      });
      await rename('bomstream_replay', 'bomstream_replay_away');
      try {
        expect(await health('down')).toMatchObject({ status: 503, body: { table: { ok: false } } });
      } finally {
        await rename('bomstream_replay_away', 'bomstream_replay');
      }
    } finally {
      await stack.failRedis('none');
    }
    // answers of the time before are kept for up to ten seconds each
  }, 90_000);
});

it('HEAD is answered as GET is, through all that stands before the function', async () => {
  const head = async (url: string) => {
    const response = await fetch(url, { method: 'HEAD' });
    return [response.status, await response.text()];
  };
  // an answer of the time when the stores were away is kept for a while
  await expect.poll(() => head(`${stack.apiUrl}/functions/v1/enrichment-stream/health`), { timeout: 60_000 })
    .toEqual([200, '']);
  expect(await head(streamUrl(`?token=${tenant.token}`))).toEqual([200, '']);
  expect(await head(streamUrl(`?token=${tenant.token}`, NOT_THERE))).toEqual([404, '']);
  expect(await head(streamUrl('?token=forged'))).toEqual([401, '']);
});

it('what the functions log would let nobody in', async () => {
  const last = await tenantOf();
  const bom = await last.importBom(['RC0603FR-0710KL']);
  await last.start(bom);
  await (await open(await ticketFor(last, { bom_id: bom }), bom)).end();
  await logged('stream_closed', bom);
  const text = log.join('\n');
  for (const secret of secrets) {
    expect(text.includes(secret), `the log has ${secret.slice(0, 8)}…`).toBe(false);
  }
});
