/** When the hub asks, and whom it tells. */
import { describe, expect, it } from 'vitest';
import { settled } from '../support/clock.ts';
import { BOM, OTHER_BOM, stored } from '../support/events.ts';
import { startHub, TABLE_DOWN, watcher } from '../support/hub.ts';

const queued = stored('1-1');
const paused = stored('1-2', { type: 'enrichment.paused' });

describe('the hub asks nobody', () => {
  it('while nobody watches', async () => {
    const { hub, clock, redis, table } = startHub();
    await clock.advance(60_000);
    expect(clock.pending()).toEqual([]);
    expect([redis.reads, table.reads, hub.counts.topics]).toEqual([[], [], 0]);
  });

  it('while its clients are still being let in', async () => {
    const { hub, clock, redis } = startHub();
    const client = watcher();
    hub.attach(BOM, client);
    await clock.advance(9_000);
    expect(redis.reads).toEqual([]);
    hub.arrived(clock.now());
    hub.startFrom(BOM, client, null);
    expect(clock.pending()).toEqual([5_000]);
  });

  it('once the last client has left', async () => {
    const { hub, clock, redis, watch } = startHub();
    const [one, other] = [watch(BOM, queued), watch(OTHER_BOM, queued)];
    one.leave();
    expect(clock.pending()).toEqual([100, 5_000]);
    other.leave();
    other.leave();
    await clock.advance(60_000);
    expect(clock.pending()).toEqual([]);
    expect(redis.reads).toEqual([]);
    expect(hub.counts.topics).toBe(0);
  });

  it('again when the last client left while it was asking', async () => {
    const { clock, redis, watch } = startHub();
    const client = watch(BOM, queued);
    const release = redis.hold();
    await clock.advance(100);
    client.leave();
    release();
    await settled();
    await clock.advance(60_000);
    expect(redis.reads).toHaveLength(1);
    expect(clock.pending()).toEqual([]);
  });
});

describe('one read', () => {
  it('covers all topics, each from its own cursor', async () => {
    const { clock, redis, watch } = startHub();
    watch(BOM, stored('3-17'));
    watch(OTHER_BOM, null);
    await clock.advance(100);
    expect(redis.reads).toEqual([[`${BOM}@3-17`, `${OTHER_BOM}@-`]]);
  });

  it('serves all clients of a topic, with the same bytes', async () => {
    const { hub, clock, redis, publish, watch } = startHub();
    const [one, other] = [watch(BOM, queued), watch(BOM, queued)];
    publish(stored('1-2'));
    await clock.advance(100);
    expect(redis.reads).toHaveLength(1);
    expect(hub.counts.topics).toBe(1);
    expect([one.ids(), other.ids()]).toEqual([['1-2'], ['1-2']]);
    expect(one.received[0]?.frame).toBe(other.received[0]?.frame);
  });

  it('tells nobody about somebody else’s BOM', async () => {
    const { clock, publish, watch } = startHub();
    const [one, other] = [watch(BOM, queued), watch(OTHER_BOM, queued)];
    publish(stored('1-2'), stored('1-2', { bomId: OTHER_BOM }), stored('1-3', { bomId: OTHER_BOM }));
    await clock.advance(100);
    expect([one.ids(), other.ids()]).toEqual([['1-2'], ['1-2', '1-3']]);
  });
});

describe('the time between two reads', () => {
  it('is short right after a run was started or somebody came to see one', async () => {
    const { clock, redis, watch } = startHub();
    watch(BOM, queued);
    expect(clock.pending()).toEqual([100]);
    await clock.advance(5_000);
    expect(redis.reads).toHaveLength(50);
  });

  it.each([[1_000, 250], [200, 100]])(
    'is short by the same share where it is set to %d ms, and never shorter than 100 ms',
    (pollMs, expected) => {
      const { clock, watch } = startHub({ pollMs });
      watch(BOM, queued);
      expect(clock.pending()).toEqual([expected]);
    },
  );

  it('is longer while a run goes on', async () => {
    const { clock, watch } = startHub();
    watch(BOM, queued);
    await clock.advance(5_000);
    expect(clock.pending()).toEqual([400]);
  });

  it('is short again for a moment where an event says that the run is about to end', async () => {
    const { clock, redis, watch } = startHub();
    watch(BOM, queued);
    await clock.advance(5_000);
    redis.put({ ...stored('1-2'), isNearEnd: true });
    await clock.advance(400);
    expect(clock.pending()).toEqual([100]);
    // it has not ended, and nothing says that it soon will
    await clock.advance(2_000);
    expect(clock.pending()).toEqual([400]);
  });

  it.each([null, paused, stored('1-9', { type: 'enrichment.completed' })])(
    'is long while nothing runs: %#',
    (newest) => {
      const { clock, watch } = startHub();
      watch(BOM, newest);
      expect(clock.pending()).toEqual([5_000]);
    },
  );

  it('is never longer while a run goes on than while none does', () => {
    const { clock, watch } = startHub({ pollMs: 10_000 });
    watch(BOM, paused);
    expect(clock.pending()).toEqual([10_000]);
  });

  it('becomes short when a run of an idle BOM begins', async () => {
    const { clock, publish, watch } = startHub();
    const client = watch(BOM, null);
    publish(queued);
    await clock.advance(5_000);
    expect(client.ids()).toEqual(['1-1']);
    expect(clock.pending()).toEqual([100]);
  });

  it('becomes long when the run is paused', async () => {
    const { clock, publish, watch } = startHub();
    watch(BOM, queued);
    publish(paused);
    await clock.advance(100);
    expect(clock.pending()).toEqual([5_000]);
  });

  it('is that of the busiest topic', async () => {
    const { clock, watch } = startHub();
    watch(BOM, null);
    await clock.advance(1_000);
    expect(clock.pending()).toEqual([4_000]);
    const busy = watch(OTHER_BOM, queued);
    expect(clock.pending()).toEqual([100]);
    await clock.advance(100);
    busy.leave();
    await clock.advance(100);
    expect(clock.pending()).toContain(5_000);
    expect(clock.pending()).not.toContain(100);
  });

  it('is never begun anew by clients that keep arriving', async () => {
    const { clock, redis, watch } = startHub();
    watch(BOM, queued);
    for (let i = 0; i < 10; i++) {
      await clock.advance(30);
      watch(i % 2 ? BOM : OTHER_BOM, queued);
    }
    expect(redis.reads).toHaveLength(3);
  });

  it.each([[0, 90], [0.999999, 110]])(
    'is spread, so that isolates do not all ask at once: %d',
    (random, expected) => {
      const { clock, watch } = startHub({ random: () => random });
      watch(BOM, queued);
      expect(clock.pending()[0]).toBeCloseTo(expected, 2);
    },
  );
});

describe('while no run is at work', () => {
  const MINUTE = 60_000;
  /** The times between reads of the table from now on, to the second. */
  async function looksDuring(
    { clock, table }: ReturnType<typeof startHub>,
    ms: number,
  ): Promise<Set<number>> {
    const readAt: number[] = [];
    const [begunAt, before] = [clock.now(), table.reads.length];
    while (clock.now() - begunAt < ms) {
      await clock.advance(500);
      while (before + readAt.length < table.reads.length) readAt.push(clock.now());
    }
    return new Set(readAt.slice(1).map((at, i) => Math.round((at - readAt[i]!) / 1_000)));
  }

  it('an isolate asks the table alone, for all topics at once: every 5 s, and after ten minutes every 14', async () => {
    const started = startHub();
    started.watch(BOM, null);
    started.watch(OTHER_BOM, stored('1-2', { bomId: OTHER_BOM, type: 'enrichment.paused' }));
    expect(await looksDuring(started, 10 * MINUTE)).toEqual(new Set([5]));
    expect(await looksDuring(started, 50 * MINUTE)).toEqual(new Set([14]));
    expect(started.table.reads.every((read) => read.length === 2)).toBe(true);
    expect(started.redis.reads).toEqual([]);
  });

  it.each([[1, 6_000], [11, 16_000]])(
    'for %d minutes a run that is started shows within %d ms, and Redis is polled from then on to its end',
    async (minutes, withinMs) => {
      const { clock, redis, table, publish, watch } = startHub({ random: () => 0.999999 });
      const client = watch(BOM, null);
      await clock.advance(minutes * MINUTE);
      const reads = table.reads.length;
      while (table.reads.length === reads) await clock.advance(10);
      // Right behind a look, so that it has to wait for the next one.
      const startedAt = clock.now();
      publish(queued);
      while (client.ids().length === 0) await clock.advance(10);
      expect(clock.now() - startedAt).toBeLessThan(withinMs);
      expect(redis.reads).toEqual([]);
      publish(stored('1-2'));
      await clock.advance(150);
      expect([client.ids(), redis.reads.length]).toEqual([['1-1', '1-2'], 1]);
      await clock.advance(2_000);
      publish(stored('1-3', { type: 'enrichment.completed' }));
      await clock.advance(150);
      expect(client.ids().at(-1)).toBe('1-3');
      redis.reads.length = 0;
      await clock.advance(60 * MINUTE);
      expect(redis.reads).toEqual([]);
    },
  );

  it('what people change shows as soon as a run would, to those who want to know, and Redis is not asked for it', async () => {
    const { clock, redis, table, watch } = startHub({ random: () => 0.999999 });
    const [client, other, ofOrganization] = [watch(BOM, null, 0), watch(BOM, null, 4), watch(BOM, null)];
    table.say(BOM, { events: [], change: 5 });
    await clock.advance(6_000);
    expect([client, other, ofOrganization].map(({ changes }) => changes)).toEqual([[5], [5], [5]]);
    table.say(BOM, null);
    // whoever comes and has read less than the others were told of
    expect([watch(BOM, null, 4).changes, watch(BOM, null, 5).changes]).toEqual([[5], []]);
    await clock.advance(11 * MINUTE);
    table.say(BOM, { events: [stored('1-1', { type: 'enrichment.paused' })], change: 6 });
    await clock.advance(16_000);
    expect([client.ids(), client.changes.slice(0, 2)]).toEqual([['1-1'], [5, 6]]);
    expect(redis.reads).toEqual([]);
  });

  it('news, and whoever comes, make looks frequent again; who comes back to old news does not', async () => {
    const started = startHub();
    const { hub, clock, publish, watch } = started;
    watch(BOM, stored('1-2', { type: 'enrichment.paused' }));
    await clock.advance(20 * MINUTE);
    hub.arrived(clock.now() - 11 * MINUTE);
    expect([hub.lookMs, await looksDuring(started, 5 * MINUTE)]).toEqual([14_000, new Set([14])]);
    hub.arrived(clock.now() - 5 * MINUTE);
    hub.arrived(clock.now() - 12 * MINUTE);
    await clock.advance(15_000);
    expect([hub.lookMs, await looksDuring(started, 4 * MINUTE)]).toEqual([5_000, new Set([5])]);
    await clock.advance(20 * MINUTE);
    publish(stored('1-3', { type: 'enrichment.cancelled' }));
    await clock.advance(15_000);
    expect([hub.lookMs, await looksDuring(started, 9 * MINUTE)]).toEqual([5_000, new Set([5])]);
  });

  it('and the table is away, Redis is asked whether one has begun', async () => {
    const { clock, redis, table, watch } = startHub();
    const client = watch(BOM, null);
    table.fail(TABLE_DOWN);
    await clock.advance(15_000);
    redis.put(queued);
    await clock.advance(6_000);
    expect(client.ids()).toEqual(['1-1']);
  });

  it('a run of one BOM makes looks frequent wherever news may come from', async () => {
    const { hub, clock, watch } = startHub();
    watch(BOM, queued);
    await clock.advance(20 * MINUTE);
    expect(hub.lookMs).toBe(5_000);
  });
});

it.each([['is at work', queued], ['is not', paused]])(
  'a BOM that is deleted is gone for its clients within six seconds while a run %s',
  async (_what, newest) => {
    const { clock, table, watch } = startHub({ random: () => 0.999999 });
    const client = watch(BOM, newest);
    await clock.advance(60_000);
    const reads = table.reads.length;
    while (table.reads.length === reads) await clock.advance(10);
    table.say(BOM, 'gone');
    await clock.advance(6_000);
    expect(client.endings).toEqual(['gone']);
  },
);

describe('a client', () => {
  it('that arrives while the hub is asking is part of the next read', async () => {
    const { clock, redis, watch, publish } = startHub();
    watch(BOM, queued);
    const release = redis.hold();
    await clock.advance(100);
    const late = watch(OTHER_BOM, stored('4-1', { bomId: OTHER_BOM }));
    publish(stored('4-2', { bomId: OTHER_BOM }));
    release();
    await settled();
    expect(clock.pending()).toEqual([100]);
    await clock.advance(100);
    expect(redis.reads[1]).toEqual([`${BOM}@1-1`, `${OTHER_BOM}@4-1`]);
    expect(late.ids()).toEqual(['4-2']);
  });

  it('cannot move a topic that others follow', async () => {
    const { clock, redis, watch } = startHub();
    watch(BOM, stored('1-5'));
    watch(BOM, stored('1-9'));
    watch(BOM, null);
    await clock.advance(100);
    expect(redis.reads).toEqual([[`${BOM}@1-5`]]);
  });

  it('that knows of a run the idle topic has not seen makes the hub look at once', async () => {
    const { clock, redis, table, publish, watch } = startHub();
    const early = watch(BOM, null);
    await clock.advance(100);
    publish(queued, stored('1-2'));
    const late = watch(BOM, stored('1-2'));
    expect(clock.pending()[0]).toBeLessThanOrEqual(100);
    await clock.advance(100);
    expect([early.ids(), late.ids()]).toEqual([['1-1', '1-2'], ['1-1', '1-2']]);

    // nor does it wait for Redis where Redis was left behind
    table.put(stored('1-3'));
    redis.drop(BOM);
    watch(BOM, stored('1-3'));
    await clock.advance(200);
    expect(late.ids()).toEqual(['1-1', '1-2', '1-3']);
    expect(clock.pending()).toEqual([100]);
  });

  it('that has left cannot start a topic', async () => {
    const { hub, clock, redis } = startHub();
    const [gone, stays] = [watcher(), watcher()];
    hub.attach(BOM, gone);
    hub.attach(BOM, stays);
    hub.detach(BOM, gone);
    hub.startFrom(BOM, gone, stored('1-5'));
    expect(clock.pending()).toEqual([]);
    hub.startFrom(BOM, stays, stored('1-7'));
    await clock.advance(100);
    expect(redis.reads).toEqual([[`${BOM}@1-7`]]);
  });

  it('that comes back at once finds its topic as it was', async () => {
    const { clock, redis, watch, publish } = startHub();
    watch(BOM, stored('1-5')).leave();
    await clock.advance(4_900);
    expect(redis.reads).toEqual([]);
    publish(stored('1-6'), stored('1-7'));
    const back = watch(BOM, stored('1-6'));
    await clock.advance(400);
    expect(redis.reads[0]).toEqual([`${BOM}@1-5`]);
    expect(back.ids()).toEqual(['1-6', '1-7']);
    // the end of the old one is called off: it must not take the topic from the client that is there
    await clock.advance(10_000);
    publish(stored('1-8'));
    await clock.advance(500);
    expect(back.ids()).toEqual(['1-6', '1-7', '1-8']);
  });

  it('that comes back later starts anew', async () => {
    const { clock, redis, watch } = startHub();
    watch(BOM, stored('1-5')).leave();
    await clock.advance(5_000);
    watch(BOM, stored('1-8'));
    await clock.advance(100);
    expect(redis.reads).toEqual([[`${BOM}@1-8`]]);
  });

  it('may leave while it is told something, and the others are told too', async () => {
    const { hub, clock, publish } = startHub();
    const first = watcher(() => hub.detach(BOM, first));
    const second = watcher();
    for (const client of [first, second]) {
      hub.attach(BOM, client);
      hub.startFrom(BOM, client, queued);
    }
    publish(stored('1-2'));
    await clock.advance(100);
    publish(stored('1-3'));
    await clock.advance(100);
    expect(first.ids()).toEqual(['1-2']);
    expect(second.ids()).toEqual(['1-2', '1-3']);
  });

  it('that was attached before the read that let it in misses nothing of what happened meanwhile', async () => {
    const { hub, clock, publish, watch } = startHub();
    watch(BOM, queued);
    const client = watcher();
    hub.attach(BOM, client);
    publish(stored('1-2'));
    await clock.advance(100);
    hub.startFrom(BOM, client, queued);
    expect(client.ids()).toEqual(['1-2']);
  });
});
