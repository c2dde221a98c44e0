/** What the hub does behind a failure, a restore or a rush, and that it asks no more than it has to. */
import { describe, expect, it } from 'vitest';
import type { StoredEvent } from '../../../shared/progress/port.ts';
import { settled } from '../support/clock.ts';
import { BOM, idsOf, OTHER_BOM, runOf, stored } from '../support/events.ts';
import { REDIS_DOWN, startHub, TABLE_DOWN, watcher } from '../support/hub.ts';

const queued = stored('1-1');
const ofOther = (id: string, sketch = {}) => stored(id, { ...sketch, bomId: OTHER_BOM });
const paused = { type: 'enrichment.paused' } as const;

/** A hub with one client whose run is no longer fresh, right behind a poll. */
async function steadyHub(newest: StoredEvent = queued) {
  const started = startHub();
  const client = started.watch(BOM, newest);
  await started.clock.advance(6_200);
  started.redis.reads.length = 0;
  started.table.reads.length = 0;
  return { ...started, client };
}

describe('behind a failure of Redis', () => {
  it('what failed before an answer no longer counts: single failures never make it fall back', async () => {
    const { hub, clock, redis, client } = await steadyHub();
    for (let i = 0; i < 5; i++) {
      redis.fail(REDIS_DOWN);
      await clock.advance(400);
      redis.fail(null);
      await clock.advance(400);
    }
    expect([hub.store, client.stores, hub.counts.fallbacks]).toEqual(['redis', [], 0]);
  });

  it('that it recovered from, the next single failure is one, and the next outage is probed as soon as the first', async () => {
    const { hub, clock, redis, client } = await steadyHub();
    redis.fail(REDIS_DOWN);
    await clock.advance(30_000);
    redis.fail(null);
    await clock.advance(60_000);
    expect([hub.store, client.stores]).toEqual(['redis', ['table', 'redis']]);
    redis.fail(REDIS_DOWN);
    await clock.advance(400);
    redis.fail(null);
    await clock.advance(400);
    expect([hub.store, client.stores]).toEqual(['redis', ['table', 'redis']]);
    redis.fail(REDIS_DOWN);
    await clock.advance(1_000);
    expect(hub.store).toBe('table');
    redis.reads.length = 0;
    await clock.advance(3_000);
    expect(redis.reads).toHaveLength(1);
    expect(hub.counts.fallbacks).toBe(2);
  });

  it('the log says why, whether the breaker is open, and each change of store', async () => {
    const { clock, redis, log } = await steadyHub();
    redis.fail(REDIS_DOWN);
    await clock.advance(1_000);
    redis.fail(null);
    await clock.advance(10_000);
    expect(log.entries).toEqual([
      { event: 'redis_unavailable', reason: 'timeout', breaker_open: false },
      { event: 'redis_unavailable', reason: 'timeout', breaker_open: true },
      { event: 'store_changed', store: 'table' },
      { event: 'store_changed', store: 'redis' },
    ]);
  });

  it('and of the table, what the log names is that failure and no other', async () => {
    const { clock, redis, table, log } = await steadyHub();
    redis.put(stored('1-2'), stored('1-4'));
    table.fail(TABLE_DOWN);
    await clock.advance(1_000);
    redis.fail(REDIS_DOWN);
    await clock.advance(5_000);
    const errors = log.entries.flatMap(({ error }) => error === undefined ? [] : [String(error)]);
    expect(errors).not.toEqual([]);
    expect(errors.filter((error) => !error.startsWith('ProgressUnavailable'))).toEqual([]);
  });

  it('of the table alone, when Redis is only checked against it, everything goes on', async () => {
    const { clock, table, client, publish, log } = await steadyHub();
    table.fail(TABLE_DOWN);
    await clock.advance(16_000);
    expect(log.events()).toContain('poll_failed');
    publish(stored('1-2'));
    await clock.advance(1_000);
    expect(client.ids()).toEqual(['1-2']);
  });
});

describe('a key of Redis that was wrong about a BOM', () => {
  it('is believed again two seconds behind the BOM’s next event, by when it was put right', async () => {
    const { clock, redis, table, publish, client } = await steadyHub();
    redis.put(stored('7-3'));
    await clock.advance(400);
    redis.drop(BOM);
    publish(stored('1-2'));
    await clock.advance(400);
    expect(client.ids()).toEqual(['1-2']);
    redis.reads.length = 0;
    await clock.advance(1_500);
    expect(redis.reads).toEqual([]);
    await clock.advance(1_000);
    expect(redis.reads.length).toBeGreaterThan(0);
    table.reads.length = 0;
    await clock.advance(2_000);
    expect(table.reads).toEqual([]);
  });

  it('is believed again although the BOM’s events never pause', async () => {
    const { clock, redis, table, publish, client } = await steadyHub();
    redis.put(stored('7-3'));
    await clock.advance(400);
    redis.drop(BOM);
    redis.reads.length = 0;
    const history = runOf({ length: 30 }).slice(1);
    for (const [i, event] of history.entries()) {
      if (i === 15) table.reads.length = 0;
      publish(event);
      await clock.advance(400);
    }
    expect(redis.reads.length).toBeGreaterThan(15);
    // Redis is checked against it every five seconds.
    expect(table.reads.length).toBeLessThanOrEqual(2);
    await clock.advance(400);
    expect(client.ids()).toEqual(idsOf(history));
  });
});

describe('behind a restore of the database', () => {
  it('nothing that was promised before is waited for: an idle BOM is asked about as rarely as any', async () => {
    const { clock, redis, table, watch } = startHub();
    const client = watch(BOM, stored('1-5', paused));
    await clock.advance(1_000);
    table.say(BOM, 'ahead');
    await clock.advance(16_000);
    expect(client.endings).toEqual(['rewound']);
    client.leave();
    table.say(BOM, null);
    table.put(stored('1-2', paused));
    const back = watch(BOM, stored('1-2', paused));
    redis.reads.length = 0;
    table.reads.length = 0;
    await clock.advance(60_000);
    expect(redis.reads.length + table.reads.length).toBeLessThanOrEqual(20);
    expect([back.ids(), back.endings]).toEqual([[], []]);
  });

  it('that a hole in Redis led to is told once, to the clients and to the log', async () => {
    const { clock, redis, table, log, client } = await steadyHub(stored('1-5'));
    redis.put(stored('1-7'));
    table.say(BOM, 'ahead');
    await clock.advance(400);
    expect(client.endings).toEqual(['rewound']);
    expect(log.entries).toEqual([{ event: 'redis_key_distrusted', bom_id: BOM, reason: 'ahead' }]);
  });

  it('clients that come back at once are told once, and a BOM that is gone keeps none of them', async () => {
    const { hub, clock, table } = startHub();
    for (const news of ['ahead', 'gone'] as const) {
      const told: string[] = [];
      const comesBack = {
        ...watcher(),
        rewound: () => again('rewound'),
        gone: () => again('gone'),
      };
      const again = (what: string) => {
        told.push(what);
        if (told.length > 1) return;
        hub.detach(BOM, comesBack);
        hub.attach(BOM, comesBack);
      };
      hub.attach(BOM, comesBack);
      hub.startFrom(BOM, comesBack, queued);
      table.say(BOM, news);
      await clock.advance(16_000);
      expect(told).toEqual([news === 'gone' ? 'gone' : 'rewound']);
      table.say(BOM, null);
      hub.detach(BOM, comesBack);
      await clock.advance(6_000);
      expect([hub.counts.topics, clock.pending()]).toEqual([0, []]);
    }
  });
});

describe('a BOM that is gone when its last client has just left', () => {
  it('and comes back is followed for whoever watches it then, also once the first would have been forgotten', async () => {
    const { clock, table, watch, publish, client } = await steadyHub();
    const release = table.hold();
    await clock.advance(16_000);
    client.leave();
    table.say(BOM, 'gone');
    release();
    await settled();
    table.say(BOM, null);
    const back = watch(BOM, queued);
    await clock.advance(6_000);
    publish(stored('1-2'));
    await clock.advance(1_000);
    expect(back.ids()).toEqual(['1-2']);
  });
});

describe('a long way behind', () => {
  it('an idle topic catches up page after page, and does not wait for the next look', async () => {
    const { clock, table, watch } = startHub();
    const client = watch(BOM, stored('1-2', paused));
    const missed = runOf({ length: 352 }).slice(2);
    table.put(...missed);
    await clock.advance(15_000);
    await clock.advance(3_000);
    expect(client.ids()).toEqual(idsOf(missed));
    // Only looks as rare as ever follow.
    table.reads.length = 0;
    await clock.advance(3_000);
    expect(table.reads.length).toBeLessThan(3);
  });

  it('so does one whose neighbours are not behind', async () => {
    const { clock, table, watch } = startHub();
    watch(OTHER_BOM, ofOther('1-2', paused));
    const client = watch(BOM, stored('1-2', paused));
    await clock.advance(100);
    table.put(stored('1-3', paused));
    watch(BOM, stored('1-3', paused));
    expect(clock.pending()[0]).toBeLessThanOrEqual(100);
    await clock.advance(200);
    expect(client.ids()).toEqual(['1-3']);
  });

  it('a client that knows of more is not forgotten for one that knows of less', async () => {
    const { clock, redis, table, watch } = startHub();
    const client = watch(BOM, null);
    table.put(queued, stored('1-2'), stored('1-3'));
    redis.put(queued, stored('1-2'));
    watch(BOM, stored('1-3'));
    watch(BOM, stored('1-2'));
    await clock.advance(200);
    expect(client.ids()).toEqual(['1-1', '1-2', '1-3']);
  });
});

describe('a client that is let in', () => {
  it('is behind only where its topic is further', () => {
    const { hub } = startHub();
    const [first, second, third, gone] = [watcher(), watcher(), watcher(), watcher()];
    for (const client of [first, second, third]) hub.attach(BOM, client);
    expect(hub.startFrom(BOM, first, stored('1-5'))).toBe(false);
    expect(hub.startFrom(BOM, second, stored('1-4'))).toBe(true);
    expect(hub.startFrom(BOM, third, stored('1-5'))).toBe(false);
    expect(hub.startFrom(BOM, third, null)).toBe(true);
    expect(hub.startFrom(BOM, gone, stored('1-1'))).toBe(false);
    expect(hub.startFrom(OTHER_BOM, first, stored('1-1'))).toBe(false);
  });

  it('hears what happens while it is still asking what is newest, though all others have left', async () => {
    const { hub, clock, publish, watch } = startHub();
    watch(BOM, queued).leave();
    const client = watcher();
    hub.attach(BOM, client);
    publish(stored('1-2'));
    await clock.advance(500);
    expect(client.ids()).toEqual(['1-2']);
  });

  it('does not put off the check of Redis against the table', async () => {
    /** When the table is asked first, with clients that arrive at every step or without. */
    const firstCheck = async (arrive: boolean) => {
      const { clock, table, watch } = await steadyHub();
      const begunAt = clock.now();
      while (table.reads.length === 0 && clock.now() - begunAt < 40_000) {
        await clock.advance(50);
        if (arrive) watch(BOM, queued);
      }
      return clock.now() - begunAt;
    };
    const undisturbed = await firstCheck(false);
    expect(undisturbed).toBeLessThan(40_000);
    expect(await firstCheck(true)).toBeLessThanOrEqual(undisturbed);
  });
});

describe('a read that takes its time', () => {
  it('is the only one, whoever arrives meanwhile', async () => {
    const { clock, redis, watch } = startHub();
    watch(BOM, queued);
    const release = redis.hold();
    await clock.advance(100);
    watch(OTHER_BOM, ofOther('1-1'));
    watch(BOM, queued);
    await clock.advance(2_000);
    expect(redis.reads).toHaveLength(1);
    release();
    await settled();
    await clock.advance(100);
    expect(redis.reads).toHaveLength(2);
  });

  it('past the next poll’s time is followed by that poll at once, never by one in the past', async () => {
    const { clock, redis, table } = await steadyHub();
    const release = table.hold();
    await clock.advance(8_400 + 200 + 5_000);
    expect(table.reads).toHaveLength(1);
    redis.reads.length = 0;
    release();
    await settled();
    expect(clock.pending()).toEqual([0]);
    await clock.advance(0);
    expect(redis.reads).toHaveLength(1);
  });
});

describe('the time between two reads', () => {
  it('is that of a run that goes on, however many BOMs do nothing', async () => {
    const { clock, watch } = await steadyHub();
    watch(OTHER_BOM, ofOther('1-2', paused));
    await clock.advance(400);
    expect(clock.pending()).toEqual([400]);
  });

  it('is not shorter for a run that is resumed: nobody waits for its first sign', async () => {
    const { clock, publish, watch } = await steadyHub();
    const other = watch(OTHER_BOM, ofOther('1-2', paused));
    publish(ofOther('1-3', { type: 'enrichment.resumed' }));
    await clock.advance(400);
    expect(other.ids()).toEqual(['1-3']);
    expect(clock.pending()).toEqual([400]);
  });

  it('ends with the last client at once', async () => {
    const { clock, client } = await steadyHub();
    client.leave();
    // What is left is the topic's wait for somebody to come back.
    expect(clock.pending()).toEqual([5_000]);
  });
});

describe('what a client is told', () => {
  it('is never nothing', async () => {
    const { hub, clock, redis, table } = startHub();
    const deliveries: number[] = [];
    hub.attach(BOM, {
      ...watcher(),
      deliver(events) {
        deliveries.push(events.length);
        return null;
      },
    });
    const client = watcher();
    hub.attach(BOM, client);
    hub.startFrom(BOM, client, queued);
    redis.fail(REDIS_DOWN);
    await clock.advance(5_000);
    redis.fail(null);
    await clock.advance(20_000);
    table.put(stored('1-2'), stored('1-3'));
    redis.put(stored('1-3'));
    await clock.advance(400);
    expect(deliveries).toEqual([2]);
  });

  it('comes once, even to one that leaves and is back while it is told', async () => {
    const { hub, clock, redis, publish } = startHub();
    const told: string[] = [];
    const comesBack = {
      ...watcher(),
      deliver() {
        again('events');
        return null;
      },
      storeChanged: (store: string) => again(store),
    };
    const again = (what: string) => {
      told.push(what);
      if (told.filter((each) => each === what).length > 1) return;
      hub.detach(BOM, comesBack);
      hub.attach(BOM, comesBack);
    };
    hub.attach(BOM, comesBack);
    hub.startFrom(BOM, comesBack, queued);
    publish(stored('1-2'));
    await clock.advance(100);
    redis.fail(REDIS_DOWN);
    await clock.advance(1_000);
    expect(told).toEqual(['events', 'table']);
  });
});

it('every read is counted, by the store that was asked', async () => {
  const { hub, clock, redis, table, watch } = startHub();
  expect(hub.counts).toEqual({ polls: 0, tablePolls: 0, fallbacks: 0, gaps: 0, topics: 0 });
  watch(BOM, queued);
  await clock.advance(20_000);
  redis.fail(REDIS_DOWN);
  await clock.advance(5_000);
  redis.fail(null);
  await clock.advance(10_000);
  expect(hub.counts).toEqual({
    polls: redis.reads.length,
    tablePolls: table.reads.length,
    fallbacks: 1,
    gaps: 0,
    topics: 1,
  });
  expect(table.reads.length).toBeGreaterThan(1);
});
