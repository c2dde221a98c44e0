/** What only Redis does. What every store does is in contract.ts. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { eventsIn } from '../../../shared/progress/port.ts';
import { createPublisher } from '../../../shared/progress/publisher.ts';
import { fakeDatabase } from '../support/database.ts';
import { BOM, envelope, idsOf, OTHER_BOM, runOf, stored } from '../support/events.ts';
import { recordLog } from '../support/log.ts';
import { startRedis } from '../support/redis.ts';

let redis: Awaited<ReturnType<typeof startRedis>>;

beforeEach(async () => {
  redis = await startRedis();
});
afterEach(() => redis.close());

const KEY = `enrichment:progress:${BOM}`;

describe('the key of a BOM', () => {
  it('is the same for every part of an install and differs between installs', async () => {
    await redis.progress().append(BOM, [stored('1-1')], 60);
    await redis.progress({ prefix: 'staging:' }).append(BOM, [stored('1-1'), stored('1-2')], 60);
    expect(await redis.client().xlen(KEY)).toBe(1);
    expect(await redis.client().xlen(`staging:${KEY}`)).toBe(2);
    const news = await redis.progress({ prefix: 'staging:' }).read([{ bomId: BOM, after: null }]);
    expect(idsOf(eventsIn(news.get(BOM)))).toEqual(['1-1', '1-2']);
  });

  it('holds entries whose ids are the event ids', async () => {
    await redis.progress().append(BOM, [stored('3-17')], 60);
    expect(await redis.client().xrange(KEY, '-', '+')).toEqual([['3-17', ['event', stored('3-17').json]]]);
  });

  it('expires, and lives longer with every event', async () => {
    const progress = redis.progress();
    await progress.append(BOM, [stored('1-1')], 60);
    redis.clock.now += 50_000;
    await progress.append(BOM, [stored('1-2')], 60);
    redis.clock.now += 50_000;
    expect((await progress.read([{ bomId: BOM, after: null }])).get(BOM)).toHaveLength(2);
    redis.clock.now += 10_001;
    expect(await progress.read([{ bomId: BOM, after: null }])).toEqual(new Map());
  });

  it('lives longer also when there is nothing new to add', async () => {
    const progress = redis.progress();
    await progress.append(BOM, [stored('1-1')], 60);
    redis.clock.now += 50_000;
    await progress.append(BOM, [stored('1-1')], 60);
    redis.clock.now += 50_000;
    expect((await progress.read([{ bomId: BOM, after: null }])).get(BOM)).toHaveLength(1);
  });

  it('does not grow without end, and keeps the newest', async () => {
    const progress = redis.progress();
    const history = runOf({ length: 1_000 });
    for (let i = 0; i < history.length; i += 50) await progress.append(BOM, history.slice(i, i + 50), 60);
    const kept = await redis.client().xlen(KEY);
    expect(kept).toBeGreaterThanOrEqual(256);
    expect(kept).toBeLessThan(512);
    expect(await redis.client().xrevrange(KEY, '+', '-', 1)).toEqual([['1-1000', expect.anything()]]);
  });
});

describe('a key that is no stream', () => {
  const THIRD_BOM = '3a1f9f0e-7c0b-4f5e-b8f4-0d8f5f1f7a3c';
  const all = [BOM, OTHER_BOM, THIRD_BOM].map((bomId) => ({ bomId, after: null }));
  const other = stored('1-1', { bomId: OTHER_BOM });

  it('makes its own BOM unreadable, and leaves the others as they are', async () => {
    const progress = redis.progress();
    await progress.append(OTHER_BOM, [other], 60);
    await redis.client().set(KEY, 'x');
    const news = await progress.read(all);
    expect(news).toEqual(new Map<string, unknown>([[BOM, 'unreadable'], [OTHER_BOM, [other]]]));
  });

  it('is looked for with a command a key, in one request, and only then', async () => {
    await redis.client().set(KEY, 'x');
    redis.meter.clear();
    await redis.progress().read(all);
    expect(Object.fromEntries(redis.meter)).toEqual({ XREAD: 1 + all.length });
  });

  it('refuses an append with the reason, which a publisher can do something about', async () => {
    await redis.client().set(KEY, 'x');
    await expect(redis.progress().append(BOM, [stored('1-1')], 60)).rejects.toMatchObject({
      reason: 'wrong_type',
    });
  });

  it('is written anew by a publisher, with the life that its events are to have', async () => {
    await redis.client().set(KEY, 'x');
    const log = recordLog();
    const publish = createPublisher({
      writer: redis.progress(),
      database: fakeDatabase(),
      log: log.log,
      now: () => 0,
    });
    const publication = { bom_id: BOM, expire_seconds: 3_600, events: [envelope('1-1'), envelope('1-2')] };
    expect(await publish(publication)).toEqual({ bom_id: BOM, event_id: '1-2' });
    const news = await redis.progress().read([{ bomId: BOM, after: null }]);
    expect(idsOf(eventsIn(news.get(BOM)))).toEqual(['1-1', '1-2']);
    expect(await redis.client().ttl(KEY)).toBe(3_600);
    expect(log.entries).toEqual([{ event: 'redis_key_of_wrong_type', bom_id: BOM }]);
  });
});

describe('a probe of writing', () => {
  it('passes where writing works, and leaves nothing behind', async () => {
    await redis.progress({ prefix: 'staging:' }).probeWrite();
    expect(await redis.client().dbsize()).toBe(0);
  });

  it('costs the commands of an append, and one to clean up', async () => {
    await redis.progress().probeWrite();
    expect(Object.fromEntries(redis.meter)).toEqual({ XADD: 1, XREVRANGE: 1, EXPIRE: 1, DEL: 1 });
  });
});

describe('a request costs', () => {
  it('one command for reading any number of BOMs', async () => {
    await redis.progress().read([{ bomId: BOM, after: null }, { bomId: OTHER_BOM, after: null }]);
    expect(Object.fromEntries(redis.meter)).toEqual({ XREAD: 1 });
  });

  it('nothing when nobody asks for anything', async () => {
    await redis.progress().read([]);
    expect(redis.meter.size).toBe(0);
  });

  it('one transaction for appending any number of events', async () => {
    await redis.progress().append(BOM, runOf({ length: 3 }), 60);
    expect(Object.fromEntries(redis.meter)).toEqual({ XADD: 3, XREVRANGE: 1, EXPIRE: 1 });
  });

  it('what is counted, whatever is asked', async () => {
    let counted = 0;
    const progress = redis.progress({ count: (_figure, by = 1) => void (counted += by) });
    const billed = () => [...redis.meter.values()].reduce((sum, times) => sum + times, 0);
    await progress.append(BOM, [stored('1-1'), stored('1-2')], 60);
    await progress.read([{ bomId: BOM, after: null }, { bomId: OTHER_BOM, after: null }]);
    await progress.probeWrite();
    await redis.client().set(KEY.replace(BOM, OTHER_BOM), 'no stream');
    const apart = billed() - counted;
    await progress.read([{ bomId: BOM, after: null }, { bomId: OTHER_BOM, after: null }]);
    await progress.drop(BOM);
    expect([apart, counted]).toEqual([1, billed() - 1]);
  });
});
