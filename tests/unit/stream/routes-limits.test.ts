/** How many streams there may be, and that each gives its place back however it ends. */
import { describe, expect, it } from 'vitest';
import { DatabaseUnavailable } from '../../../shared/database/port.ts';
import { Refusal } from '../../../shared/domain/refusal.ts';
import {
  MAX_CONNECTS_PER_MINUTE,
  MAX_STREAMS,
  MAX_STREAMS_PER_VIEWER,
} from '../../../shared/stream/limits.ts';
import { deferred, settled, T0 } from '../support/clock.ts';
import { BOM, ORGANIZATION, runOf, USER } from '../support/events.ts';
import { refusal } from '../support/http.ts';
import { type SseClient, sseClient } from '../support/sse.ts';
import { connectAnswer, NOTHING_LEFT, startStreamEndpoint } from '../support/stream-endpoint.ts';

const running = runOf({ length: 3 });
const ended = runOf({ length: 3, end: 'completed' });

type Endpoint = ReturnType<typeof startStreamEndpoint>;

async function fill({ follow }: Endpoint, streams = MAX_STREAMS_PER_VIEWER) {
  return await Promise.all(Array.from({ length: streams }, () => follow()));
}

const thirteenth = ({ ask }: Endpoint) => ask('?client=thirteenth');

describe('the thirteenth stream of a user', () => {
  it('is refused before the database is asked', async () => {
    const endpoint = startStreamEndpoint({ history: running });
    await fill(endpoint);
    const calls = endpoint.database.calls.length;
    const response = await thirteenth(endpoint);
    expect(Number(response.headers.get('retry-after'))).toBeGreaterThanOrEqual(10);
    expect(await refusal(response)).toEqual({ status: 429, code: 'too_many_streams' });
    expect(endpoint.database.calls).toHaveLength(calls);
    expect(endpoint.sessions.size).toBe(MAX_STREAMS_PER_VIEWER);
  });

  it('is refused whether tickets or access tokens opened the others', async () => {
    const endpoint = startStreamEndpoint({ history: running });
    const { ticket } = await endpoint.tickets.issue({
      userId: USER,
      scope: { kind: 'bom', id: BOM },
      seconds: 900,
    });
    await fill(endpoint, 6);
    for (let i = 0; i < 6; i++) await endpoint.follow(`?token=${ticket}`, { token: null });
    expect((await thirteenth(endpoint)).status).toBe(429);
  });

  it.each<[string, (endpoint: Endpoint) => Promise<unknown>]>([
    ['another was left', async (endpoint) => {
      const [first] = await fill(endpoint);
      await first!.leave();
    }],
    ['another broke', async (endpoint) => {
      endpoint.publish(...runOf({ length: 300 }).slice(3));
      endpoint.table.fail(new DatabaseUnavailable());
      await endpoint.follow('?last_event_id=1-1');
      await settled();
      expect(endpoint.log.entries).toEqual([
        expect.objectContaining({
          reason: 'store_failed',
          error: 'DatabaseUnavailable database_unavailable',
        }),
      ]);
      await fill(endpoint, MAX_STREAMS_PER_VIEWER - 1);
    }],
    ['all were rotated', async (endpoint) => {
      await fill(endpoint);
      endpoint.sessions.rotateAll();
      await settled();
    }],
  ])('has room when %s', async (_name, make) => {
    const endpoint = startStreamEndpoint({ history: running });
    await make(endpoint);
    expect((await thirteenth(endpoint)).status).toBe(200);
  });
});

describe('whoever is refused for want of a place', () => {
  /** How often each was asked. */
  const asked = (...clients: readonly SseClient[]) =>
    clients.map((client) => client.events().filter((event) => event === 'keepalive').length);

  it('has the open streams asked whether anybody is there, at most once a second', async () => {
    const endpoint = startStreamEndpoint({ history: running });
    const clients = await fill(endpoint);
    await endpoint.clock.advance(2_000);
    for (let i = 0; i < 3; i++) expect((await thirteenth(endpoint)).status).toBe(429);
    await settled();
    expect(asked(...clients)).toEqual(clients.map(() => 1));
    await endpoint.clock.advance(1_000);
    await thirteenth(endpoint);
    await settled();
    expect(asked(...clients)).toEqual(clients.map(() => 2));
  });

  it('by a full isolate has all of them asked', async () => {
    let user = 0;
    const endpoint = startStreamEndpoint({
      history: running,
      authenticate: () =>
        Promise.resolve({ kind: 'person', id: `user-${user++}`, expiresAt: T0 + 3_600_000 }),
    });
    const clients = await fill(endpoint, MAX_STREAMS);
    await endpoint.clock.advance(2_000);
    expect(await refusal(await endpoint.ask('?client=one-too-many'))).toEqual({
      status: 503,
      code: 'isolate_full',
    });
    await settled();
    expect(new Set(asked(...clients))).toEqual(new Set([1]));
  });

  it('has streams of an organization asked, too', async () => {
    const endpoint = startStreamEndpoint({ history: running });
    const response = await endpoint.askAt(`/enrichment-stream?organization_id=${ORGANIZATION}`);
    const client = sseClient(response.body!).start();
    await fill(endpoint, MAX_STREAMS_PER_VIEWER - 1);
    await endpoint.clock.advance(2_000);
    await thirteenth(endpoint);
    await settled();
    expect(asked(client)).toEqual([1]);
  });
});

describe('a place is given back', () => {
  it.each<[string, Parameters<typeof startStreamEndpoint>[0], string]>([
    ['by whoever is refused', {
      connect: () => {
        throw new Refusal('missing', 'bom_not_found', 'No.');
      },
    }, ''],
    ['when the database is away', {
      connect: () => {
        throw new DatabaseUnavailable();
      },
    }, ''],
    ['when something breaks', { connect: () => ({ newest: null }) }, ''],
    ['by whoever is sent home with 204', { history: ended }, '?last_event_id=1-3'],
    ['by a stream that ends at once', { history: ended }, ''],
  ])('%s', async (_name, sketch, query) => {
    const endpoint = startStreamEndpoint(sketch);
    const codes = [];
    for (let i = 0; i < MAX_STREAMS_PER_VIEWER + 1; i++) {
      const response = await endpoint.ask(query);
      if (response.body) sseClient(response.body).start();
      codes.push(response.status);
      await settled();
    }
    expect(new Set(codes).size).toBe(1);
    expect(codes[0]).not.toBe(429);
    // All of these asked the database, so none of them was a stream that only says why it is refused.
    expect(endpoint.database.calls).toHaveLength(MAX_STREAMS_PER_VIEWER + 1);
    expect(await endpoint.leftBehind()).toEqual(NOTHING_LEFT);
  });
});

describe('a client that names itself', () => {
  it('replaces its older stream, which is closed at once', async () => {
    const { follow, log, sessions } = startStreamEndpoint({ history: running });
    const older = await follow('?client=tab-1');
    const newer = await follow('?client=tab-1');
    const other = await follow('?client=tab-2');
    await settled();
    expect([older.end, newer.end, other.end]).toEqual(['closed', 'open', 'open']);
    expect(sessions.size).toBe(2);
    expect(log.entries).toEqual([expect.objectContaining({ event: 'stream_closed', reason: 'replaced' })]);
  });

  it('takes one place, however often it comes back', async () => {
    const endpoint = startStreamEndpoint({ history: running });
    await fill(endpoint, MAX_STREAMS_PER_VIEWER - 1);
    for (let i = 0; i < 5; i++) await endpoint.follow('?client=tab');
    expect((await thirteenth(endpoint)).status).toBe(429);
  });

  it('that is faster than the database leaves nothing of its first attempt', async () => {
    const first = deferred<unknown>();
    let asked = 0;
    const { ask, follow, leftBehind, sessions } = startStreamEndpoint({
      connect: (args) => asked++ === 0 ? first.promise : connectAnswer(running, args),
    });
    const slow = ask('?client=tab');
    await settled();
    const newer = await follow('?client=tab');
    first.resolve(connectAnswer(running, { p_cursor_run: null, p_cursor_seq: null }));
    const older = sseClient((await slow).body!).start();
    await settled();
    expect([older.end, newer.end]).toEqual(['closed', 'open']);
    expect(older.ids()).toEqual([]);
    expect(sessions.size).toBe(1);
    await newer.leave();
    expect(await leftBehind()).toEqual(NOTHING_LEFT);
  });

  it.each(['', ' ', 'a b', 'x'.repeat(65), 'tab/1', 'täb', 'a%0Ab', '{}'])(
    'does so with safe characters only: %j',
    async (client) => {
      const { ask, database } = startStreamEndpoint();
      const response = await ask(`?client=${client}`);
      expect(await refusal(response)).toEqual({ status: 400, code: 'invalid_client' });
      expect(database.calls).toEqual([]);
    },
  );

  it.each(['x', 'x'.repeat(64), 'Tab_1.2~3-4', BOM])('may be called %s', async (client) => {
    expect((await startStreamEndpoint().ask(`?client=${client}`)).status).toBe(200);
  });
});

it('a page that reconnects in a loop is stopped before it eats the isolate', async () => {
  const endpoint = startStreamEndpoint({ history: ended });
  const { ask, clock, database } = endpoint;
  for (let i = 0; i < MAX_CONNECTS_PER_MINUTE; i++) await ask('?last_event_id=1-3');
  const response = await ask('?client=loop');
  expect(response.headers.get('retry-after')).toBe('60');
  expect(await refusal(response)).toEqual({ status: 429, code: 'too_many_connects' });
  expect(database.calls).toHaveLength(MAX_CONNECTS_PER_MINUTE);
  await clock.advance(60_000);
  expect((await ask('?client=loop')).status).toBe(200);
});
