/** Who is not let in, what he is told, and that nothing of him remains. */
import { describe, expect, it } from 'vitest';
import { DatabaseError, DatabaseUnavailable } from '../../../shared/database/port.ts';
import { Refusal } from '../../../shared/domain/refusal.ts';
import { Problem } from '../../../shared/http/problem.ts';
import { retryDelay } from '../../../shared/stream/refusal.ts';
import { settled } from '../support/clock.ts';
import { BOM, envelope, OTHER_BOM, runOf } from '../support/events.ts';
import { PAGE, refusal } from '../support/http.ts';
import { sseClient } from '../support/sse.ts';
import { connectAnswer, NOTHING_LEFT, startStreamEndpoint } from '../support/stream-endpoint.ts';

const failing = (error: unknown) =>
  startStreamEndpoint({
    connect: () => {
      throw error;
    },
  });

describe('a connection is refused', () => {
  it.each<[string, string, string | null]>([
    ['without a token', '', null],
    ['with an empty token', '?token=', null],
    ['with a token that is not accepted', '?token=of-somebody', null],
    ['with such a token in the header, whatever the address says', '?token=token-of-the-user', 'of-somebody'],
  ])('%s, before the database is asked', async (_name, query, token) => {
    const { ask, database, leftBehind } = startStreamEndpoint();
    expect((await ask(query, { token })).status).toBe(401);
    expect(database.calls).toEqual([]);
    expect(await leftBehind()).toEqual(NOTHING_LEFT);
  });

  it('for an id that is none', async () => {
    const { askAt, database, leftBehind } = startStreamEndpoint();
    expect(await refusal(await askAt('/enrichment-stream/1'))).toEqual({ status: 400, code: 'invalid_id' });
    expect(database.calls).toEqual([]);
    expect(await leftBehind()).toEqual(NOTHING_LEFT);
  });

  it.each(
    [
      [403, 'forbidden', 'viewer_required'],
      [404, 'missing', 'bom_not_found'],
    ] as const,
  )('as the database says, and nothing is left behind: %d', async (status, kind, code) => {
    const { ask, leftBehind } = failing(new Refusal(kind, code, 'No.'));
    const response = await ask('', { headers: { origin: PAGE } });
    expect(response.headers.get('access-control-allow-origin')).toBe(PAGE);
    expect(await refusal(response)).toEqual({ status, code });
    expect(await leftBehind()).toEqual(NOTHING_LEFT);
  });

  it.each<[string, () => unknown]>([
    ['the database fails', () => {
      throw new DatabaseError('42883', 'bomstream_connect');
    }],
    ['its answer has another shape', () => ({ newest: null })],
    ['its newest event is none', () => ({ newest: { hello: 1 }, cursor: 'none', following: [] })],
    ['its newest event is of another BOM', () => ({
      newest: envelope('1-1', { bomId: OTHER_BOM }),
      cursor: 'none',
      following: [],
    })],
    ['what follows is of another BOM', () => ({
      newest: envelope('1-2'),
      cursor: 'honoured',
      following: [envelope('1-2', { bomId: OTHER_BOM })],
    })],
  ])('with a bare 500, which EventSource gets as a pause, when %s', async (_name, connect) => {
    const { ask, leftBehind, log } = startStreamEndpoint({ connect });
    const response = await ask('?last_event_id=1-1&client=a');
    expect(await refusal(response)).toEqual({ status: 500, code: 'internal_error' });
    const plain = await ask('?last_event_id=1-1');
    expect(plain.status).toBe(200);
    expect(await plain.text()).toMatch(/event: stream_error\nretry: \d{5}\ndata: \{"code":"internal_error"/);
    expect(log.events()).toContain('request_failed');
    expect(await leftBehind()).toEqual(NOTHING_LEFT);
  });

  it('for any method but GET and HEAD', async () => {
    const { ask } = startStreamEndpoint();
    for (const method of ['POST', 'DELETE']) expect((await ask('', { method })).status).toBe(405);
  });
});

describe('a connection is refused for a while', () => {
  const KEYS_AWAY = new Problem(503, 'keys_unavailable', 'Try again.', { headers: { 'retry-after': '5' } });
  const causes: [string, number, () => ReturnType<typeof startStreamEndpoint>][] = [
    ['database_unavailable', 503, () => failing(new DatabaseUnavailable())],
    ['keys_unavailable', 503, () => startStreamEndpoint({ authenticate: () => Promise.reject(KEYS_AWAY) })],
    ['busy', 429, () => failing(new Refusal('too_many', 'busy', 'Later.'))],
  ];

  it.each(causes)('with a status, for a program that reads it: %s', async (code, status, start) => {
    const { ask, leftBehind, log } = start();
    const response = await ask('?client=tab', { headers: { origin: PAGE } });
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(response.headers.get('access-control-allow-origin')).toBe(PAGE);
    expect(response.headers.get('access-control-expose-headers')).toContain('retry-after');
    expect(await refusal(response)).toEqual({ status, code });
    expect(await leftBehind()).toEqual(NOTHING_LEFT);
    expect(log.entries).toEqual([{ event: 'stream_refused', code }]);
  });

  it.each(causes)(
    'with a stream that says when to come back, for EventSource, which any status would end: %s',
    async (code, _status, start) => {
      const { ask, leftBehind, log } = start();
      const response = await ask('', { headers: { origin: PAGE } });
      expect(response.status).toBe(200);
      expect(response.headers.get('content-type')).toBe('text/event-stream');
      expect(response.headers.get('access-control-allow-origin')).toBe(PAGE);
      const client = sseClient(response.body!).start();
      await settled();
      expect(client.end).toBe('closed');
      expect(client.events()).toEqual(['stream_error']);
      expect(client.frames[0]?.retry).toBe(20_000);
      expect(client.ids()).toEqual([]);
      expect(client.data('stream_error')).toEqual({
        code,
        detail: expect.any(String),
        retry_after_seconds: 20,
      });
      expect(await leftBehind()).toEqual(NOTHING_LEFT);
      expect(log.entries).toEqual([{ event: 'stream_refused', code }]);
    },
  );

  it.each([[0, 10_000], [0.5, 20_000], [0.999999, 29_999]])(
    'and is asked to come back after 10 to 30 s, not all at once: %d',
    (chance, delay) => {
      expect(retryDelay(() => chance)).toBe(delay);
    },
  );

  it.each([
    ['400', 400, () => failing(new Refusal('malformed', 'x', 'No.'))],
    ['403', 403, () => failing(new Refusal('forbidden', 'x', 'No.'))],
    ['404', 404, () => failing(new Refusal('missing', 'x', 'No.'))],
    [
      '401',
      401,
      () => startStreamEndpoint({ authenticate: () => Promise.reject(new Problem(401, 'x', 'No.')) }),
    ],
  ])('never for what time does not mend: %s', async (_name, status, start) => {
    for (const query of ['', '?client=tab']) expect((await start().ask(query)).status).toBe(status);
  });
});

it('a refusal never disturbs those who were let in', async () => {
  let refused = false;
  const [newest] = runOf({ length: 1 });
  const { ask, follow, clock, publish } = startStreamEndpoint({
    connect: () => {
      if (refused) throw new Refusal('missing', 'bom_not_found', 'No.');
      return connectAnswer([newest!], { p_cursor_run: null, p_cursor_seq: null });
    },
  });
  const client = await follow();
  refused = true;
  expect((await ask()).status).toBe(404);
  publish(...runOf({ length: 3 }).slice(1));
  await clock.advance(100);
  await settled();
  expect(client.ids()).toEqual(['1-1', '1-2', '1-3']);
});

it('a failure while a client catches up ends its stream and leaves nothing behind', async () => {
  const { follow, table, leftBehind } = startStreamEndpoint({ history: runOf({ length: 300 }) });
  table.fail(new DatabaseUnavailable());
  const client = await follow('?last_event_id=1-1');
  await settled();
  expect(client.end).toBe('broken');
  expect(await leftBehind()).toEqual(NOTHING_LEFT);
});

it('nothing about a connection is logged that would let others use it', async () => {
  const { follow, ask, log, figures, clock } = startStreamEndpoint({ history: runOf({ length: 2 }) });
  const client = await follow('?token=token-of-the-user', { token: null });
  await clock.advance(60_000);
  await client.leave();
  for (let i = 0; i < 13; i++) await ask('?token=token-of-the-user', { token: null });
  expect(JSON.stringify([log.entries, figures.entries])).not.toContain('token');
  expect(log.events()).toEqual(['stream_closed', 'stream_refused']);
  expect(figures.entries).toMatchObject([{ streams: 1 }, { streams: 0, refusals: 0 }]);
  expect(log.entries[0]).toMatchObject({ bom_id: BOM });
});
