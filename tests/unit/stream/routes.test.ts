import { describe, expect, it } from 'vitest';
import { DatabaseUnavailable } from '../../../shared/database/port.ts';
import { Refusal } from '../../../shared/domain/refusal.ts';
import { deferred, settled } from '../support/clock.ts';
import { BOM, ORGANIZATION, runOf, stored, USER } from '../support/events.ts';
import { PAGE, TOKEN } from '../support/http.ts';
import { sseClient } from '../support/sse.ts';
import { connectAnswer, NOTHING_LEFT, startStreamEndpoint } from '../support/stream-endpoint.ts';

const running = runOf({ length: 5 });
const ended = runOf({ length: 5, end: 'completed' });

describe('a connection', () => {
  it('is a stream that no proxy may hold back', async () => {
    const { ask } = startStreamEndpoint();
    const response = await ask('', { headers: { origin: PAGE } });
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/event-stream');
    expect(response.headers.get('cache-control')).toBe('no-cache, no-transform');
    expect(response.headers.get('x-accel-buffering')).toBe('no');
    expect(response.headers.get('access-control-allow-origin')).toBe(PAGE);
  });

  it('begins with where the BOM stands', async () => {
    const { follow } = startStreamEndpoint({ history: running });
    const client = await follow();
    await settled();
    expect(client.data('connected')).toEqual({
      schema_version: 1,
      bom_id: BOM,
      store: 'redis',
      status: 'enriching',
      newest_event_id: '1-5',
      change_id: null,
    });
    expect(client.ids()).toEqual(['1-5']);
    expect(client.frames[1]?.data).toBe(running[4]?.json);
  });

  it('asks the database once, for the user and the cursor', async () => {
    const { follow, database } = startStreamEndpoint({ history: running });
    await follow('', { headers: { 'last-event-id': '1-3' } });
    expect(database.calls).toEqual([{
      name: 'bomstream_connect',
      args: { p_user_id: USER, p_bom_id: BOM, p_cursor_run: 1, p_cursor_seq: 3, p_with_admin_token: false },
    }]);
  });

  it('to a BOM that never ran says so, stays open, and shows its first run', async () => {
    const { follow, clock, publish } = startStreamEndpoint();
    const client = await follow();
    await settled();
    expect(client.data('connected')).toMatchObject({ status: null, newest_event_id: null });
    publish(stored('1-1'), stored('1-2'));
    await clock.advance(5_000);
    expect(client.ids()).toEqual(['1-1', '1-2']);
    expect(client.end).toBe('open');
  });

  it('goes on with what happens', async () => {
    const { follow, clock, publish } = startStreamEndpoint({ history: running });
    const client = await follow();
    publish(stored('1-6'), stored('1-7', { type: 'enrichment.completed' }));
    await clock.advance(100);
    expect(client.ids()).toEqual(['1-5', '1-6', '1-7']);
    expect(client.events().at(-1)).toBe('stream_end');
    expect(client.end).toBe('closed');
  });

  it('may carry its token in the address, since EventSource can send no header', async () => {
    const { ask } = startStreamEndpoint();
    expect((await ask(`?token=${TOKEN}`, { token: null })).status).toBe(200);
  });
});

describe('a cursor', () => {
  it.each(['last_event_id', 'lastEventId'])(
    'gets exactly what follows it, in the address as %s',
    async (name) => {
      const { follow } = startStreamEndpoint({ history: running });
      const client = await follow(`?${name}=1-3`);
      await settled();
      expect(client.ids()).toEqual(['1-4', '1-5']);
      expect(client.events()).not.toContain('reset');
    },
  );

  it('gets nothing when nothing follows it', async () => {
    const { follow } = startStreamEndpoint({ history: running });
    const client = await follow('?last_event_id=1-5');
    await settled();
    expect(client.events()).toEqual(['connected']);
  });

  it.each(['last_event_id', 'lastEventId'])(
    'in the header beats the one in the address, which EventSource keeps for ever: %s',
    async (name) => {
      const { follow } = startStreamEndpoint({ history: running });
      const client = await follow(`?${name}=1-1`, { headers: { 'last-event-id': '1-4' } });
      await settled();
      expect(client.ids()).toEqual(['1-5']);
    },
  );

  it('that is empty is none', async () => {
    const { follow } = startStreamEndpoint({ history: running });
    const client = await follow('?last_event_id=&lastEventId=', { headers: { 'last-event-id': '' } });
    await settled();
    expect(client.events()).toEqual(['connected', 'enrichment.progress']);
  });

  it.each(['1-9', '7-1', 'garbage', '1-3.5', '0-0', '99999999999-1'])(
    'that cannot be honoured is reset to the newest state: %s',
    async (cursor) => {
      const { follow } = startStreamEndpoint({ history: running });
      for (
        const client of [
          await follow(`?last_event_id=${cursor}`),
          await follow('', { headers: { 'last-event-id': cursor } }),
        ]
      ) {
        await settled();
        expect(client.events()).toEqual(['connected', 'reset', 'enrichment.progress']);
        expect(client.ids()).toEqual(['1-5']);
      }
    },
  );

  it('that is far behind gets everything, page by page', async () => {
    const history = runOf({ length: 350 });
    const { follow, clock, publish } = startStreamEndpoint({ history });
    const client = await follow('?last_event_id=1-20');
    await settled();
    publish(stored('1-351'));
    await clock.advance(1_000);
    expect(client.ids()).toEqual(Array.from({ length: 331 }, (_, i) => `1-${21 + i}`));
  });

  it('at the end of an older run goes on with the next', async () => {
    const { follow } = startStreamEndpoint({ history: [...ended, ...runOf({ run: 2, length: 2 })] });
    const client = await follow('?last_event_id=1-5');
    await settled();
    expect(client.ids()).toEqual(['2-1', '2-2']);
    expect(client.end).toBe('open');
  });
});

describe('a run that has ended', () => {
  it('is told to a client that has not seen it, and the stream ends', async () => {
    const { follow, leftBehind } = startStreamEndpoint({ history: ended });
    for (const query of ['', '?last_event_id=1-3', '?last_event_id=garbage']) {
      const client = await follow(query);
      await settled();
      expect(client.events().slice(-2)).toEqual(['enrichment.completed', 'stream_end']);
      expect(client.end).toBe('closed');
    }
    expect(await leftBehind()).toEqual(NOTHING_LEFT);
  });

  it('is no reason to come back: 204 stops EventSource', async () => {
    const { ask, leftBehind } = startStreamEndpoint({ history: ended });
    const response = await ask('', { headers: { 'last-event-id': '1-5' } });
    expect(response.status).toBe(204);
    expect(response.body).toBeNull();
    expect(await leftBehind()).toEqual(NOTHING_LEFT);
  });

  it.each<[string, typeof ended, string]>([
    ['before its end', ended, '1-4'],
    ['beyond its end', ended, '1-6'],
    ['at the end of an older run', [...ended, ...runOf({ run: 2, length: 3, end: 'failed' })], '1-5'],
    ['at the newest event of a run that goes on', running, '1-5'],
    [
      'at the newest event of a paused run',
      [...running, stored('1-6', { type: 'enrichment.paused' })],
      '1-6',
    ],
  ])('stops nobody %s', async (_name, history, cursor) => {
    const { ask } = startStreamEndpoint({ history });
    expect((await ask(`?last_event_id=${cursor}`)).status).toBe(200);
  });
});

describe('what happens while a client is let in', () => {
  it('reaches it once, after what it missed', async () => {
    const history = [...running];
    const answer = deferred<unknown>();
    const { ask, follow, clock, publish } = startStreamEndpoint({
      history,
      connect: (args) => args.p_cursor_seq === 2 ? answer.promise : connectAnswer(history, args),
    });
    await follow();
    const connecting = ask('?last_event_id=1-2');
    await settled();
    const news = [stored('1-6'), stored('1-7')];
    publish(...news);
    await clock.advance(100);
    // Read before 1-7 was committed, after 1-6 was.
    answer.resolve(connectAnswer([...history, news[0]!], { p_cursor_run: 1, p_cursor_seq: 2 }));
    const client = sseClient((await connecting).body!).start();
    await settled();
    expect(client.ids()).toEqual(['1-3', '1-4', '1-5', '1-6', '1-7']);
  });
});

describe('two clients that are let in at one time', () => {
  it('each miss nothing, though the one with the newer answer was faster', async () => {
    const history = [stored('1-1')];
    const slow = deferred<unknown>();
    let connects = 0;
    const endpoint = startStreamEndpoint({
      history,
      connect: (args) => connects++ === 0 ? slow.promise : connectAnswer(history, args),
    });
    const older = connectAnswer(history, { p_cursor_run: null, p_cursor_seq: null });
    const connecting = endpoint.ask();
    await settled();
    for (const seq of [2, 3, 4]) {
      history.push(stored(`1-${seq}`));
      endpoint.publish(stored(`1-${seq}`));
    }
    const fast = await endpoint.follow();
    slow.resolve(older);
    const client = sseClient((await connecting).body!).start();
    await settled();
    endpoint.publish(stored('1-5'));
    await endpoint.clock.advance(100);
    expect(fast.ids()).toEqual(['1-4', '1-5']);
    expect(client.ids()).toEqual(['1-1', '1-2', '1-3', '1-4', '1-5']);
  });
});

describe('HEAD', () => {
  const HEAD = { method: 'HEAD' };

  it('is answered as GET is, and opens nothing', async () => {
    const { ask, askAt, database, sessions, leftBehind } = startStreamEndpoint({ history: running });
    for (
      const answer of [
        await ask('', HEAD),
        await ask('?last_event_id=1-1', HEAD),
        await askAt(`/enrichment-stream?organization_id=${ORGANIZATION}`, HEAD),
      ]
    ) {
      expect([answer.status, answer.body]).toEqual([200, null]);
      expect(answer.headers.get('content-type')).toBe('text/event-stream');
    }
    expect(database.calls).toHaveLength(3);
    expect(sessions.size).toBe(0);
    expect(await leftBehind()).toEqual(NOTHING_LEFT);
  });

  it('replaces no stream of the client that it names', async () => {
    const { ask, follow } = startStreamEndpoint({ history: running });
    const client = await follow('?client=tab');
    await ask('?client=tab', HEAD);
    await settled();
    expect(client.end).toBe('open');
  });

  it('says that there is nothing more, or no right', async () => {
    const { ask } = startStreamEndpoint({ history: ended });
    expect((await ask('?last_event_id=1-5', HEAD)).status).toBe(204);
    expect((await ask('', { ...HEAD, token: null })).status).toBe(401);
    const none = startStreamEndpoint({
      connect() {
        throw new Refusal('missing', 'bom_not_found', 'No.');
      },
      functions: {
        bomstream_organization_connect() {
          throw new Refusal('missing', 'organization_not_found', 'No.');
        },
      },
    });
    expect((await none.ask('', HEAD)).status).toBe(404);
    expect((await none.askAt(`/enrichment-stream?organization_id=${ORGANIZATION}`, HEAD)).status).toBe(404);
  });

  it('reads statuses: what passes is none of a stream', async () => {
    const { ask } = startStreamEndpoint({
      connect() {
        throw new DatabaseUnavailable();
      },
    });
    const answer = await ask('', HEAD);
    expect(answer.status).toBe(503);
    expect(answer.headers.has('retry-after')).toBe(true);
  });
});

describe('a client that leaves', () => {
  it('leaves nothing behind, and a line in the log', async () => {
    const { follow, leftBehind, log } = startStreamEndpoint({ history: running });
    const client = await follow();
    await settled();
    expect(await leftBehind()).toEqual({ topics: 1, sessions: 1, timers: 4 });
    await client.leave();
    expect(await leftBehind()).toEqual(NOTHING_LEFT);
    expect(log.entries).toEqual([
      expect.objectContaining({ event: 'stream_closed', bom_id: BOM, reason: 'client_left', delivered: 1 }),
    ]);
  });

  it('does not disturb another of the same BOM', async () => {
    const { follow, clock, publish } = startStreamEndpoint({ history: running });
    const [gone, stays] = [await follow(), await follow()];
    await gone.leave();
    publish(stored('1-6'));
    await clock.advance(100);
    expect(stays.ids()).toEqual(['1-5', '1-6']);
  });
});

it('a stream is rotated before the isolate ends', async () => {
  const { follow, clock, leftBehind } = startStreamEndpoint({ history: running });
  const client = await follow();
  await clock.advance(299_000);
  expect(client.end).toBe('open');
  await clock.advance(53_000);
  expect(client.events().at(-1)).toBe('reconnect');
  expect(client.end).toBe('closed');
  expect(await leftBehind()).toEqual(NOTHING_LEFT);
});
