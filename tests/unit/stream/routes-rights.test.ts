/** With what a stream may be asked for, and how far each of it reaches. */
import { describe, expect, it } from 'vitest';
import { NEEDED_VERSION } from '../../../shared/database/version.ts';
import { Refusal } from '../../../shared/domain/refusal.ts';
import type { Scope } from '../../../shared/stream/scope.ts';
import { settled } from '../support/clock.ts';
import { BOM, ORGANIZATION, OTHER_BOM, runOf, USER } from '../support/events.ts';
import { refusal } from '../support/http.ts';
import {
  ADMIN_TOKEN,
  NOTHING_LEFT,
  SECRET_KEY,
  SETTINGS,
  startStreamEndpoint,
} from '../support/stream-endpoint.ts';

const running = runOf({ length: 3 });

async function startWithTicket(scope: Scope = { kind: 'bom', id: BOM }, seconds = 900) {
  const started = startStreamEndpoint({ history: running });
  const { ticket, expiresAt } = await started.tickets.issue({ userId: USER, scope, seconds });
  return { ...started, ticket, expiresAt };
}

describe.each(['key', 'link'] as const)('a %s', (kind) => {
  const token = { key: 'bsk_', link: 'bsl_' }[kind] + '0'.repeat(32);
  const authenticate = () => Promise.resolve({ kind, id: USER, expiresAt: Infinity });

  it('opens the stream of a BOM by header, never by address, where the database is not even asked', async () => {
    const { ask, database } = startStreamEndpoint({ history: running, authenticate });
    expect((await ask('', { token })).status).toBe(200);
    const before = database.calls.length;
    expect(await refusal(await ask(`?token=${token}`, { token: null }))).toEqual({
      status: 401,
      code: 'key_in_address',
    });
    expect(database.calls).toHaveLength(before);
  });

  it('ends its stream once the right is lost', async () => {
    let lost: readonly unknown[] = [];
    const { follow, clock, leftBehind } = startStreamEndpoint({
      history: running,
      authenticate,
      functions: { bomstream_lost_rights: () => lost },
    });
    const client = await follow('', { token });
    lost = [{ user_id: USER, kind: 'bom', id: BOM, reason: 'access_revoked' }];
    await clock.advance(35_000);
    expect(client.frames.at(-1)).toMatchObject({ event: 'stream_end' });
    expect(client.frames.at(-1)!.data).toContain('access_revoked');
    expect(await leftBehind()).toEqual(NOTHING_LEFT);
  });

  it(`${kind === 'key' ? 'follows' : 'does not follow'} the organization`, async () => {
    const { askAt } = startStreamEndpoint({ history: running, authenticate });
    const response = await askAt(`/enrichment-stream?organization_id=${ORGANIZATION}`, { token });
    expect(response.status).toBe(kind === 'key' ? 200 : 403);
    if (kind === 'link') expect((await refusal(response)).code).toBe('not_by_link');
  });
});

describe('a ticket', () => {
  it('opens the stream it was issued for, by address or by header, and may come again', async () => {
    const { ask, ticket, database } = await startWithTicket();
    expect((await ask(`?token=${ticket}`, { token: null })).status).toBe(200);
    expect((await ask('', { token: ticket })).status).toBe(200);
    for (const { args } of database.calls) {
      expect(args).toMatchObject({ p_user_id: USER, p_bom_id: BOM, p_with_admin_token: false });
    }
    expect(database.calls).toHaveLength(2);
  });

  it('does not open another, and the database is not even asked', async () => {
    for (const scope of [{ kind: 'bom', id: OTHER_BOM }, { kind: 'organization', id: BOM }] as const) {
      const { ask, ticket, database, leftBehind } = await startWithTicket(scope);
      const response = await ask(`?token=${ticket}`, { token: null });
      expect(await refusal(response)).toEqual({ status: 403, code: 'ticket_for_another' });
      expect(database.calls).toEqual([]);
      expect(await leftBehind()).toEqual(NOTHING_LEFT);
    }
  });

  it('opens nothing when its user has lost the right in the meantime', async () => {
    const started = startStreamEndpoint({
      connect: () => {
        throw new Refusal('missing', 'bom_not_found', 'No.');
      },
    });
    const { ticket } = await started.tickets.issue({
      userId: USER,
      scope: { kind: 'bom', id: BOM },
      seconds: 900,
    });
    expect((await started.ask(`?token=${ticket}`, { token: null })).status).toBe(404);
  });

  it('that has expired or is no ticket of ours is refused', async () => {
    const { ask, ticket, clock, database } = await startWithTicket();
    const forged = ticket.replace(BOM, OTHER_BOM);
    expect(await refusal(await ask(`?token=${forged}`, { token: null }))).toEqual({
      status: 401,
      code: 'invalid_ticket',
    });
    await clock.advance(900_000);
    expect((await ask(`?token=${ticket}`, { token: null })).status).toBe(401);
    expect(database.calls).toEqual([]);
  });

  it('is refused where no keys are configured', async () => {
    const { ticket } = await startWithTicket();
    const { ask } = startStreamEndpoint({ withTickets: false });
    expect((await ask(`?token=${ticket}`, { token: null })).status).toBe(401);
  });

  it('ends its stream with itself, and says so half a minute before', async () => {
    const { follow, ticket, expiresAt, clock, leftBehind } = await startWithTicket(undefined, 60);
    const client = await follow(`?token=${ticket}`, { token: null });
    await clock.advance(29_000);
    expect(client.events()).not.toContain('reauth');
    await clock.advance(2_000);
    expect(client.data('reauth')).toEqual({ expires_at: new Date(expiresAt).toISOString() });
    await clock.advance(28_000);
    expect(client.end).toBe('open');
    await clock.advance(1_000);
    expect(client.end).toBe('closed');
    expect(await leftBehind()).toEqual(NOTHING_LEFT);
  });
});

describe('the admin token', () => {
  const start = () => startStreamEndpoint({ history: running, adminToken: ADMIN_TOKEN });

  it('opens any BOM, as nobody in particular', async () => {
    const { follow, database } = start();
    const client = await follow('', { token: ADMIN_TOKEN });
    await settled();
    expect(client.ids()).toEqual(['1-3']);
    expect(database.calls).toEqual([{
      name: 'bomstream_connect',
      args: {
        p_user_id: null,
        p_bom_id: BOM,
        p_cursor_run: null,
        p_cursor_seq: null,
        p_with_admin_token: true,
      },
    }]);
  });

  it('never runs out', async () => {
    const { follow, clock } = start();
    const client = await follow('', { token: ADMIN_TOKEN });
    await clock.advance(290_000);
    expect(client.events()).not.toContain('reauth');
    expect(client.end).toBe('open');
  });

  it('opens nothing by address, where histories and logs would keep it', async () => {
    const { ask, database } = start();
    expect((await ask(`?token=${ADMIN_TOKEN}`, { token: null })).status).toBe(401);
    expect((await ask(`?token=${ADMIN_TOKEN}`, { token: 'of-somebody' })).status).toBe(401);
    expect(database.calls).toEqual([]);
  });

  it.each([ADMIN_TOKEN.slice(1), `${ADMIN_TOKEN}x`, ADMIN_TOKEN.toUpperCase(), 'null', ''])(
    'is that and nothing like it: %s',
    async (token) => {
      const { ask, database } = start();
      expect((await ask('', { token })).status).toBe(401);
      expect(database.calls).toEqual([]);
    },
  );

  it('does not exist where none is set', async () => {
    const { ask, database } = startStreamEndpoint({ adminToken: null });
    for (const token of [ADMIN_TOKEN, 'null', '']) expect((await ask('', { token })).status).toBe(401);
    expect(database.calls).toEqual([]);
  });
});

it('a user is asked about as that user, never with the admin token', async () => {
  const { ask, database } = startStreamEndpoint({ adminToken: ADMIN_TOKEN });
  expect((await ask()).status).toBe(200);
  expect(database.calls[0]?.args).toMatchObject({ p_user_id: USER, p_with_admin_token: false });
});

describe('the health of the stores', () => {
  it('is told to anybody, and asks the database for no rights', async () => {
    const { askAt, database } = startStreamEndpoint();
    const response = await askAt('/enrichment-stream/health', { token: null });
    expect(response.status).toBe(200);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(await response.json()).toEqual({
      status: 'ok',
      redis: { ok: true, latency_ms: 0 },
      redis_writes: { ok: true, latency_ms: 0 },
      table: { ok: true, latency_ms: 0 },
      publishing: { ok: true },
      cron: { ok: true },
      invocations: { ok: true },
      suppliers: { ok: true },
    });
    expect(database.calls).toEqual([{ name: 'bomstream_health', args: {} }]);
  });

  it('tells who has the secret key how the functions are set, and nobody who has another', async () => {
    const { askAt } = startStreamEndpoint();
    const ask = async (apikey: string) =>
      (await askAt('/enrichment-stream/health', { token: null, headers: { apikey } })).json();
    const { operator, ...rest } = await ask(SECRET_KEY);
    expect(operator).toEqual({ needs_database: NEEDED_VERSION, settings: SETTINGS, stale_keys: [] });
    for (const other of [SECRET_KEY.slice(1), `${SECRET_KEY}x`, 'null', '']) {
      expect(await ask(other)).toEqual(rest);
    }
  });

  it('is 503 only when no stream could be served', async () => {
    const { askAt, redis, table, clock } = startStreamEndpoint();
    redis.fail(new Error('down'));
    const degraded = await askAt('/enrichment-stream/health');
    expect([degraded.status, (await degraded.json()).status]).toEqual([200, 'degraded']);
    table.fail(new Error('down'));
    await clock.advance(10_000);
    const down = await askAt('/enrichment-stream/health');
    expect([down.status, (await down.json()).status]).toEqual([503, 'down']);
  });
});

it('an organization is no BOM, though both have ids', async () => {
  const { ask, ticket } = await startWithTicket({ kind: 'organization', id: ORGANIZATION });
  expect((await ask(`?token=${ticket}`, { token: null })).status).toBe(403);
});
