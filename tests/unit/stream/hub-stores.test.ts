/** Where events come from when Redis is late, wrong or away. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatEventId } from '../../../shared/domain/event-id.ts';
import type { StoredEvent } from '../../../shared/progress/port.ts';
import { BOM, idsOf, OTHER_BOM, runOf, stored } from '../support/events.ts';
import { REDIS_DOWN, startHub, TABLE_DOWN } from '../support/hub.ts';

const queued = stored('1-1');
const ofOther = (id: string) => stored(id, { bomId: OTHER_BOM });

/** A hub whose first poll is behind it. */
async function settledHub(newest: StoredEvent = queued) {
  const started = startHub();
  const client = started.watch(BOM, newest);
  await started.clock.advance(100);
  started.redis.reads.length = 0;
  started.table.reads.length = 0;
  return { ...started, client };
}

describe('a hole in Redis', () => {
  it('is filled from the table in the same poll, and nothing overtakes', async () => {
    const { hub, clock, redis, table, client } = await settledHub();
    table.put(stored('1-2'), stored('1-3'), stored('1-4'), stored('1-5'));
    redis.put(stored('1-2'), stored('1-4'), stored('1-5'));
    await clock.advance(100);
    expect(client.ids()).toEqual(['1-2', '1-3', '1-4', '1-5']);
    expect(table.reads).toEqual([[`${BOM}@1-2`]]);
    expect(hub.counts.gaps).toBe(1);
  });

  it('concerns its own topic only', async () => {
    const { clock, redis, table, watch } = await settledHub();
    const other = watch(OTHER_BOM, ofOther('1-1'));
    await clock.advance(100);
    table.put(stored('1-2'), stored('1-3'), ofOther('1-2'));
    redis.put(stored('1-3'), ofOther('1-2'));
    await clock.advance(100);
    expect(table.reads).toEqual([[`${BOM}@1-1`]]);
    expect(other.ids()).toEqual(['1-2']);
  });

  it('behind the end of a run is filled before the end is handed out, so that no stream ends too early', async () => {
    const { hub, clock, redis, table } = await settledHub();
    const batches: string[][] = [];
    hub.attach(BOM, {
      deliver(events) {
        batches.push(events.map(({ id }) => formatEventId(id)));
        return null;
      },
      changed() {},
      storeChanged: () => {},
      rewound: () => {},
      gone: () => {},
    });
    const end = stored('1-2', { type: 'enrichment.completed', state: { status: 'completed' } });
    table.put(end, stored('2-1'), stored('2-2'));
    redis.put(end, stored('2-2'));
    await clock.advance(100);
    expect(batches).toEqual([['1-2', '2-1', '2-2']]);
  });

  it('that the table cannot fill now does not hold back what came before it', async () => {
    const { clock, redis, table, client } = await settledHub();
    redis.put(stored('1-2'), stored('1-4'));
    table.fail(TABLE_DOWN);
    await clock.advance(100);
    expect(client.ids()).toEqual(['1-2']);
  });

  it('leaves Redis trusted once it is filled', async () => {
    const { clock, redis, table, publish, client } = await settledHub();
    table.put(stored('1-2'), stored('1-3'));
    redis.put(stored('1-3'));
    await clock.advance(100);
    publish(stored('1-4'));
    await clock.advance(100);
    expect(client.ids()).toEqual(['1-2', '1-3', '1-4']);
    expect(table.reads).toHaveLength(1);
  });
});

describe('a Redis that holds what Postgres never gave out', () => {
  it('is not believed about that BOM, and still about others', async () => {
    const { clock, redis, table, publish, watch, client } = await settledHub();
    const other = watch(OTHER_BOM, ofOther('1-1'));
    await clock.advance(100);
    redis.put(stored('7-3'));
    await clock.advance(100);
    redis.reads.length = 0;
    table.put(stored('1-2'));
    publish(ofOther('1-2'));
    await clock.advance(100);
    expect(redis.reads).toEqual([[`${OTHER_BOM}@1-1`]]);
    expect(table.reads.at(-1)).toEqual([`${BOM}@1-1`]);
    expect(client.ids()).toEqual(['1-2']);
    expect(other.ids()).toEqual(['1-2']);
  });

  it('is tried again after the BOM’s next event, with which the publisher puts it right', async () => {
    const { clock, redis, table, publish, client } = await settledHub();
    redis.put(stored('7-3'));
    await clock.advance(100);
    redis.reads.length = 0;
    await clock.advance(60_000);
    expect(redis.reads).toEqual([]);
    redis.drop(BOM);
    publish(stored('1-2'));
    await clock.advance(1_000);
    expect(redis.reads).toEqual([]);
    expect(client.ids()).toEqual(['1-2']);
    await clock.advance(16_000);
    expect(redis.reads.length).toBeGreaterThan(0);
    table.reads.length = 0;
    publish(stored('1-3'));
    await clock.advance(400);
    expect(client.ids()).toEqual(['1-2', '1-3']);
    expect(table.reads).toEqual([]);
  });
});

describe('a key that holds something else than events', () => {
  it('sends its own BOM to the table, and no other', async () => {
    const { hub, clock, redis, table, publish, watch, client, log } = await settledHub();
    const other = watch(OTHER_BOM, ofOther('1-1'));
    redis.say(BOM, 'unreadable');
    publish(stored('1-2'), ofOther('1-2'));
    await clock.advance(100);
    expect([client.ids(), other.ids()]).toEqual([['1-2'], ['1-2']]);
    expect(table.reads).toEqual([[`${BOM}@1-1`]]);
    expect([hub.store, client.stores]).toEqual(['redis', []]);
    expect(log.entries).toContainEqual({ event: 'redis_key_distrusted', bom_id: BOM, reason: 'unreadable' });
  });
});

describe('a database', () => {
  it('that was restored to an earlier state makes clients come back for what there is', async () => {
    const { clock, redis, table, publish, watch, client } = await settledHub();
    publish(stored('1-2'));
    await clock.advance(100);
    table.say(BOM, 'ahead');
    await clock.advance(16_000);
    expect(client.endings).toEqual(['rewound']);
    client.leave();

    table.say(BOM, null);
    table.drop(BOM);
    table.put(queued);
    const back = watch(BOM, queued);
    await clock.advance(16_000);
    expect(back.ids()).toEqual([]); // Redis still has 1-2, which is no longer true
    expect(back.endings).toEqual([]);
    table.put(stored('1-2', { payload: { of: 'the restored database' } }));
    redis.drop(BOM);
    await clock.advance(1_000);
    expect(back.ids()).toEqual(['1-2']);
  });

  it('without the BOM tells its clients so, and only them', async () => {
    const { hub, clock, table, watch, client } = await settledHub();
    const other = watch(OTHER_BOM, ofOther('1-1'));
    table.say(BOM, 'gone');
    await clock.advance(16_000);
    expect([client.endings, other.endings]).toEqual([['gone'], []]);
    expect(hub.counts.topics).toBe(1);
  });
});

describe('a Redis that fails', () => {
  it('once is asked again, and nobody hears of it', async () => {
    const { hub, clock, redis, table, publish, client } = await settledHub();
    redis.fail(REDIS_DOWN);
    await clock.advance(100);
    redis.fail(null);
    publish(stored('1-2'));
    await clock.advance(100);
    expect(client.ids()).toEqual(['1-2']);
    expect([hub.store, client.stores, table.reads]).toEqual(['redis', [], []]);
  });

  it('twice is left alone: the table serves in the same poll, and everybody is told once', async () => {
    const { hub, clock, redis, table, watch, client } = await settledHub();
    const second = watch(BOM, queued);
    redis.fail(REDIS_DOWN);
    table.put(stored('1-2'));
    await clock.advance(200);
    expect(client.ids()).toEqual(['1-2']);
    expect(second.ids()).toEqual(['1-2']);
    expect(hub.store).toBe('table');
    await clock.advance(1_500);
    expect([client.stores, second.stores]).toEqual([['table'], ['table']]);
    expect(redis.reads).toHaveLength(2);
    expect(hub.counts.fallbacks).toBe(1);
  });

  it('makes polls rarer, because each costs a transaction', async () => {
    const { clock, redis } = await settledHub();
    redis.fail(REDIS_DOWN);
    await clock.advance(200);
    expect(clock.pending()).toEqual([250]);
    await clock.advance(10_000);
    expect(clock.pending()[0]).toBeGreaterThan(400);
  });

  it('is probed after a pause that grows, and used again as soon as it answers', async () => {
    const { hub, clock, redis, publish, client } = await settledHub();
    redis.fail(REDIS_DOWN);
    await clock.advance(200);
    await clock.advance(2_500);
    expect(redis.reads).toHaveLength(3);
    await clock.advance(3_500);
    expect(redis.reads).toHaveLength(3);
    redis.fail(null);
    publish(stored('1-2'));
    await clock.advance(2_000);
    expect(hub.store).toBe('redis');
    expect(client.stores).toEqual(['table', 'redis']);
    expect(client.ids()).toEqual(['1-2']);
  });

  it('loses and repeats nothing on the way there and back', async () => {
    const { clock, redis, table, client } = await settledHub();
    const history = runOf({ length: 60 });
    for (const [i, event] of history.slice(1).entries()) {
      table.put(event);
      if (i < 20 || i >= 40) redis.put(event);
      redis.fail(i >= 20 && i < 40 ? REDIS_DOWN : null);
      await clock.advance(400);
    }
    await clock.advance(20_000);
    expect(client.ids()).toEqual(idsOf(history.slice(1)));
  });

  it('is not taken for well because there is nothing to ask it about', async () => {
    const { hub, clock, redis, watch, client } = await settledHub();
    const other = watch(OTHER_BOM, ofOther('1-1'));
    redis.put(stored('7-3'));
    await clock.advance(100);
    redis.fail(REDIS_DOWN);
    await clock.advance(200);
    other.leave();
    await clock.advance(10_000);
    expect(hub.store).toBe('table');
    expect(client.stores).toEqual(['table']);
  });
});

describe('a Redis that answers and is behind', () => {
  it('is no matter while nothing is at work: the table is asked', async () => {
    const paused = stored('1-2', { type: 'enrichment.paused' });
    const { hub, clock, table, client } = await settledHub(paused);
    table.put(paused, stored('1-3', { type: 'enrichment.resumed' }), stored('1-4'));
    await clock.advance(6_000);
    expect(client.ids()).toEqual(['1-3', '1-4']);
    expect(hub.store).toBe('redis');
  });

  it('is found out within moments while runs are at work: nothing new of any of them is suspect', async () => {
    const { hub, clock, redis, table, publish, client } = await settledHub();
    publish(stored('1-2'));
    await clock.advance(400);
    // From here on Redis can be read and not written.
    const late: number[] = [];
    for (let seq = 3; seq < 10; seq++) {
      const since = clock.now();
      table.put(stored(`1-${seq}`));
      while (!client.ids().includes(`1-${seq}`)) await clock.advance(50);
      late.push(clock.now() - since);
      await clock.advance(700);
    }
    expect(Math.max(...late)).toBeLessThanOrEqual(2_400);
    expect([hub.store, redis.reads.length > 0]).toEqual(['redis', true]);
  });

  it('is found out for every one of its runs, and as soon when one of them is silent for long', async () => {
    const { clock, table, watch, client } = await settledHub();
    const other = watch(OTHER_BOM, ofOther('1-1'));
    await clock.advance(60_000);
    table.put(stored('1-2'), ofOther('1-2'));
    while (client.ids().length === 0) await clock.advance(50);
    expect([client.ids(), other.ids()]).toEqual([['1-2'], ['1-2']]);
    table.put(stored('1-3'), ofOther('1-3'));
    await clock.advance(2_400);
    expect([client.ids(), other.ids()]).toEqual([['1-2', '1-3'], ['1-2', '1-3']]);
  });

  it('costs ever fewer reads of the table while nothing is found, and twelve a minute in the end', async () => {
    const { clock, table } = await settledHub();
    const readAt: number[] = [];
    for (let tenth = 1; tenth <= 310; tenth++) {
      await clock.advance(100);
      if (table.reads.length > readAt.length) readAt.push(tenth / 10);
    }
    expect(readAt.map((at, i) => Math.round(at - (readAt[i - 1] ?? 0)))).toEqual([2, 4, 5, 5, 5, 5, 5]);
  });

  it('is not looked for sooner while Redis has news', async () => {
    const { clock, table, publish } = await settledHub();
    for (let seq = 2; seq <= 60; seq++) {
      publish(stored(`1-${seq}`));
      await clock.advance(1_000);
    }
    expect(table.reads.length).toBeLessThanOrEqual(12);
  });

  it('is not looked for at once by the first client after a while without any', async () => {
    const { clock, table, redis, watch, client } = await settledHub();
    await clock.advance(3_000);
    client.leave();
    await clock.advance(60_000);
    table.reads.length = 0;
    redis.reads.length = 0;
    watch(BOM, queued);
    await clock.advance(1_500);
    expect(redis.reads.length).toBeGreaterThan(5);
    expect(table.reads).toEqual([]);
  });

  it('is looked for halfway between two polls, where the table shows what came since, too', async () => {
    const { clock, redis, table, publish, client } = await settledHub();
    // To the last poll before two seconds are over.
    await clock.advance(1_800);
    expect([clock.pending(), table.reads]).toEqual([[50], []]);
    redis.reads.length = 0;
    publish(stored('1-2'));
    await clock.advance(50);
    expect([client.ids(), redis.reads, table.reads]).toEqual([['1-2'], [], [[`${BOM}@1-1`]]]);
    // Redis is asked when it would have been.
    expect(clock.pending()).toEqual([50]);
    await clock.advance(50);
    expect([client.ids(), redis.reads]).toEqual([['1-2'], [[`${BOM}@1-2`]]]);
  });

  it('is no matter while the table is polled anyway', async () => {
    const { clock, redis, table } = await settledHub();
    redis.fail(REDIS_DOWN);
    await clock.advance(14_000);
    table.reads.length = 0;
    await clock.advance(10_000);
    expect(table.reads).toHaveLength(10);
  });
});

describe('when both stores are away', () => {
  /** Both failed for more than a minute, with a topic that is known to be behind: its newest client knows more than it. */
  async function aMinuteAway() {
    const started = await settledHub();
    const { redis, table, clock, watch } = started;
    table.put(stored('1-2'), stored('1-3'));
    redis.fail(REDIS_DOWN);
    table.fail(TABLE_DOWN);
    watch(BOM, stored('1-3'));
    await clock.advance(65_000);
    return started;
  }

  it('the hub goes on asking, and clients get everything soon after the table is back', async () => {
    const { hub, clock, table, log, client } = await aMinuteAway();
    expect(client.ids()).toEqual([]);
    expect(log.events()).toContain('poll_failed');
    expect(clock.pending()).toHaveLength(1);
    table.fail(null);
    await clock.advance(16_000);
    expect(client.ids()).toEqual(['1-2', '1-3']);
    expect(hub.store).toBe('table');
    // Trusted as before: what is known to follow is read without a pause, and one failure is no outage.
    table.put(...runOf({ length: 453 }).slice(3));
    await clock.advance(1_500);
    expect(client.received).toHaveLength(452);
    table.fail(TABLE_DOWN);
    await clock.advance(1_000);
    table.fail(null);
    table.put(stored('1-454'));
    await clock.advance(1_100);
    expect(client.received).toHaveLength(453);
  });

  it('neither they nor the log are worn out: a failed table is left alone for ever longer', async () => {
    const { clock, redis, table, log } = await aMinuteAway();
    // Twice, then after 2, 4, 8, 15, 15 and 15 s; Redis after 2, 4, 8, 16 and 32 s.
    expect(table.reads.length).toBeLessThanOrEqual(8);
    expect(redis.reads.length).toBeLessThanOrEqual(7);
    expect(log.entries.length).toBeLessThanOrEqual(table.reads.length + redis.reads.length + 1);
    // Nor is the isolate: it wakes at the pace of a table that is polled, not ten times a second.
    const waits: number[] = [];
    for (let i = 0; i < 40; i++) {
      await clock.advance(50);
      waits.push(clock.pending()[0]!);
    }
    expect(Math.max(...waits)).toBeGreaterThan(500);
  });

  it('what Redis has before a hole is handed out, although nobody can be asked what is in it', async () => {
    const { clock, redis, client } = await aMinuteAway();
    redis.fail(null);
    redis.put(stored('1-2'), stored('1-4'));
    await clock.advance(61_000);
    expect(client.ids()).toEqual(['1-2']);
  });

  it('the log tells which error it was, and nothing of its message', async () => {
    const { clock, redis, log } = await settledHub();
    redis.fail(new TypeError('https://user:secret@host'));
    await clock.advance(100);
    expect(log.entries).toEqual([{ event: 'poll_failed', error: 'TypeError' }]);
    expect(clock.pending()).toHaveLength(1);
  });
});

describe('whatever happens to Redis', () => {
  const history = [
    ...runOf({ run: 1, length: 12, end: 'cancelled' }),
    ...runOf({ run: 2, length: 18, end: 'completed' }),
  ];
  const step = fc.oneof(
    fc.record({
      kind: fc.constant('commit' as const),
      reachRedis: fc.array(fc.boolean(), { minLength: 1, maxLength: 4 }),
    }),
    fc.record({ kind: fc.constant('wait' as const), ms: fc.constantFrom(50, 120, 450, 3_000, 16_000) }),
    fc.record({
      kind: fc.constantFrom('break' as const, 'repair' as const, 'empty' as const, 'foreign' as const),
    }),
  );

  it('every client gets each event once, in order', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
        const { clock, redis, table, watch } = startHub();
        table.put(history[0]!);
        const client = watch(BOM, history[0]!);
        let committed = 1;
        for (const each of steps) {
          if (each.kind === 'wait') await clock.advance(each.ms);
          if (each.kind === 'break') redis.fail(REDIS_DOWN);
          if (each.kind === 'repair') redis.fail(null);
          if (each.kind === 'empty') redis.drop(BOM);
          if (each.kind === 'foreign') redis.put(stored('900-1'));
          if (each.kind === 'commit') {
            const events = history.slice(committed, committed + each.reachRedis.length);
            committed += events.length;
            table.put(...events);
            redis.put(...events.filter((_, i) => each.reachRedis[i]));
          }
          expect(client.ids()).toEqual(idsOf(history.slice(1, 1 + client.received.length)));
        }
        await clock.advance(40_000);
        expect(client.ids()).toEqual(idsOf(history.slice(1, committed)));
      }),
      { numRuns: 60 },
    );
  });
});
