/** What the endpoint of a BOM's stream, its log and its counts do at their edges. */
import { describe, expect, it } from 'vitest';
import type { Refusal } from '../../../shared/domain/refusal.ts';
import { createLimits } from '../../../shared/stream/limits.ts';
import { createTickets } from '../../../shared/stream/tickets.ts';
import { createManualClock, deferred, settled, T0 } from '../support/clock.ts';
import { BOM, runOf, stored, USER } from '../support/events.ts';
import { sseClient } from '../support/sse.ts';
import { connectAnswer, NOTHING_LEFT, startStreamEndpoint } from '../support/stream-endpoint.ts';

const running = runOf({ length: 5 });

describe('a client that is let in', () => {
  it('gets what large events left no room for in the first answer', async () => {
    const { follow } = startStreamEndpoint({
      history: running,
      connect: (args) => {
        const answer = connectAnswer(running, args);
        return { ...answer, following: answer.following.slice(0, 2) };
      },
    });
    const client = await follow('?last_event_id=1-1');
    await settled();
    expect(client.ids()).toEqual(['1-2', '1-3', '1-4', '1-5']);
  });

  it.each([
    ['?last_event_id=1-2', 14_000],
    ['?last_event_id=1-1', 14_000],
    ['', 5_000],
    ['?last_event_id=7-7', 5_000],
  ])('to an old BOM is waited for only when it is new: "%s"', async (query, expected) => {
    const { follow, clock, hub } = startStreamEndpoint({
      history: [stored('1-1'), stored('1-2', { type: 'enrichment.paused' })],
    });
    await clock.advance(3_600_000);
    await follow(query);
    expect(hub.lookMs).toBe(expected);
  });

  it.each(['', '?last_event_id=1-5', '?last_event_id=1-2', '?last_event_id=1-9'])(
    'costs no more than the one call that lets it in: "%s"',
    async (query) => {
      const { follow, table, database } = startStreamEndpoint({ history: running });
      await follow(query);
      await settled();
      expect(database.calls).toHaveLength(1);
      expect(table.reads).toEqual([]);
    },
  );

  it('and missed exactly one page is asked for the rest all the same', async () => {
    const { follow, table } = startStreamEndpoint({ history: runOf({ length: 11 }) });
    const client = await follow('?last_event_id=1-1');
    await settled();
    expect(client.ids()).toHaveLength(10);
    expect(table.reads).toEqual([[`${BOM}@1-11`]]);
  });

  it.each([['goes on', running], ['has ended', runOf({ length: 5, end: 'completed' })]] as const)(
    'and was replaced meanwhile is told so, and nothing else: the run %s',
    async (_name, history) => {
      const answer = deferred<unknown>();
      let connects = 0;
      const { ask, clock, sessions, leftBehind, log } = startStreamEndpoint({
        history,
        connect: (args) => connects++ === 0 ? answer.promise : connectAnswer(running, args),
      });
      const older = ask('?client=page&last_event_id=1-5');
      await settled();
      const newer = sseClient((await ask('?client=page')).body!).start();
      answer.resolve(connectAnswer(history, { p_cursor_run: 1, p_cursor_seq: 5 }));
      const response = await older;
      expect(response.status).toBe(200);
      expect(response.headers.get('content-type')).toBe('text/event-stream');
      const client = sseClient(response.body!).start();
      await settled();
      expect(client.events().at(-1)).toBe('stream_error');
      expect(client.ids()).toEqual([]);
      expect([sessions.size, newer.end]).toEqual([1, 'open']);
      await newer.leave();
      await clock.advance(1_000);
      expect(await leftBehind()).toEqual(NOTHING_LEFT);
      expect(log.events()).toEqual(['stream_closed', 'stream_closed']);
    },
  );

  it('by nobody is logged by the name of what went wrong', async () => {
    const { ask, log } = startStreamEndpoint({
      connect: () => {
        throw new RangeError('https://secret');
      },
    });
    await ask();
    expect(log.entries).toEqual([
      { event: 'request_failed', method: 'GET', error: 'RangeError' },
      { event: 'stream_refused', code: 'internal_error' },
    ]);
  });
});

describe('tickets', () => {
  it('are issued at any fraction of a second, and are good for whole ones', async () => {
    const clock = createManualClock();
    await clock.advance(123.75);
    const tickets = createTickets({ keys: ['a key that signs tickets in this test'], now: clock.now });
    const scope = { kind: 'bom', id: BOM } as const;
    const { ticket, expiresAt } = await tickets.issue({ userId: USER, scope, seconds: 60 });
    expect(expiresAt).toBe(T0 + 60_000);
    expect(await tickets.verify(ticket)).toEqual({ userId: USER, scope, expiresAt });
  });

  it('cannot be issued without a key', async () => {
    const tickets = createTickets({ keys: [], now: () => T0 });
    const scope = { kind: 'bom', id: BOM } as const;
    await expect(tickets.issue({ userId: USER, scope, seconds: 60 })).rejects.toThrow(RangeError);
  });
});

describe('an isolate has room', () => {
  const code = (run: () => unknown) => {
    try {
      run();
    } catch (error) {
      return (error as Refusal).code;
    }
    return null;
  };

  it('for twelve streams of one viewer, and a thousand of all', () => {
    const limits = createLimits(() => T0);
    for (let i = 0; i < 12; i++) expect(code(() => limits.admit('busy', null))).toBeNull();
    expect(code(() => limits.admit('busy', null))).toBe('too_many_streams');
    for (let i = 12; i < 1_000; i++) expect(code(() => limits.admit(`viewer-${i}`, null))).toBeNull();
    expect(code(() => limits.admit('one more', null))).toBe('isolate_full');
  });

  it('for a hundred and twenty connects of a viewer a minute, and again in the next', () => {
    let now = T0;
    const limits = createLimits(() => now);
    const connect = () => code(() => limits.release(limits.admit('page', null)));
    for (let i = 0; i < 120; i++) expect(connect()).toBeNull();
    expect(connect()).toBe('too_many_connects');
    now += 59_999;
    expect(connect()).toBe('too_many_connects');
    now += 1;
    expect(connect()).toBeNull();
  });
});
