/** What the endpoint of a BOM's stream, its log, its counts and the watch over organizations do at their edges. */
import { describe, expect, it } from 'vitest';
import type { Refusal } from '../../../shared/domain/refusal.ts';
import { createStreamCounts } from '../../../shared/stream/counts.ts';
import { createLimits } from '../../../shared/stream/limits.ts';
import { createOrganizationWatch } from '../../../shared/stream/organization-watch.ts';
import { createTickets } from '../../../shared/stream/tickets.ts';
import { createManualClock, deferred, settled, T0 } from '../support/clock.ts';
import { fakeDatabase } from '../support/database.ts';
import { BOM, OTHER_BOM, runOf, USER } from '../support/events.ts';
import { recordLog } from '../support/log.ts';
import { sseClient } from '../support/sse.ts';
import { connectAnswer, NOTHING_LEFT, startStreamEndpoint } from '../support/stream-endpoint.ts';

const running = runOf({ length: 5 });
const ONE = '11111111-1111-4111-8111-111111111111';
const OTHER = '22222222-2222-4222-8222-222222222222';

describe('a client that is let in', () => {
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

describe('the counts of streams', () => {
  const hub = { counts: { polls: 0 } };
  const stream = { counts: { delivered: 1, conflated: 0 } };

  it('know a rotation from any other end', () => {
    const clock = createManualClock();
    const counts = createStreamCounts({ hub, log: recordLog().log, every: clock.every });
    for (const reason of ['client_left', 'rotated', 'completed', 'restored', 'stalled'] as const) {
      const one = { ...stream };
      counts.opened(one);
      counts.closed(one, reason);
    }
    expect(counts.totals()).toMatchObject({ rotations: 1, deliveries: 5 });
  });

  it('are logged again for streams that come after a time without', async () => {
    const clock = createManualClock();
    const log = recordLog();
    const counts = createStreamCounts({ hub, log: log.log, every: clock.every });
    counts.opened(stream);
    counts.closed(stream, 'client_left');
    await clock.advance(120_000);
    expect(log.entries).toEqual([]);
    counts.opened(stream);
    await clock.advance(60_000);
    expect(log.events()).toEqual(['stream_counts']);
  });
});

describe('the watch over organizations', () => {
  function startWatch(answer: () => unknown = () => [
    { organization_id: ONE, bom_ids: [BOM], more: false },
    { organization_id: OTHER, bom_ids: [OTHER_BOM], more: false },
  ]) {
    const clock = createManualClock();
    const log = recordLog();
    const database = fakeDatabase({ bomstream_active: answer });
    return {
      clock,
      log,
      database,
      watch: createOrganizationWatch({ database, log: log.log, every: clock.every }),
    };
  }

  it('begins again for who comes after all have left', async () => {
    const { watch, clock } = startWatch();
    watch.follow(ONE, () => {})();
    const heard: unknown[] = [];
    watch.follow(ONE, (bomIds) => heard.push(bomIds));
    await clock.advance(5_000);
    expect(heard).toEqual([[BOM]]);
  });

  it('is not left twice by one: another who came meanwhile stays', async () => {
    const { watch, clock } = startWatch();
    const leave = watch.follow(ONE, () => {});
    watch.follow(OTHER, () => {});
    leave();
    const heard: unknown[] = [];
    watch.follow(ONE, (bomIds) => heard.push(bomIds));
    leave();
    await clock.advance(5_000);
    expect(heard).toEqual([[BOM]]);
  });

  it('tells the others when one leaves while it asks', async () => {
    const answer = deferred<unknown>();
    const { watch, clock, log } = startWatch(() => answer.promise);
    const heard: unknown[] = [];
    const leave = watch.follow(ONE, () => heard.push('gone'));
    watch.follow(OTHER, (bomIds) => heard.push(bomIds));
    await clock.advance(5_000);
    leave();
    answer.resolve([
      { organization_id: ONE, bom_ids: [BOM], more: false },
      { organization_id: OTHER, bom_ids: [OTHER_BOM], more: false },
    ]);
    await settled();
    expect([heard, log.entries]).toEqual([[[OTHER_BOM]], []]);
  });

  it('tells everybody once, also who leaves and comes back while it is told', async () => {
    const { watch, clock } = startWatch();
    let heard = 0;
    const follower = () => {
      heard += 1;
      leave();
      if (heard === 1) leave = watch.follow(ONE, follower);
    };
    const keeps = watch.follow(ONE, () => {});
    let leave = watch.follow(ONE, follower);
    await clock.advance(5_000);
    expect(heard).toBe(1);
    keeps();
  });

  it('asks one question at a time and the next when that is answered', async () => {
    const answer = deferred<unknown>();
    const { watch, clock, database } = startWatch(() => answer.promise);
    watch.follow(ONE, () => {});
    await clock.advance(60_000);
    expect(database.calls).toHaveLength(1);
    answer.resolve([]);
    await clock.advance(5_000);
    expect(database.calls).toHaveLength(2);
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
