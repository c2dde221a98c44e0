/** What only Redis does. What every store does is in contract.ts. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { eventsIn } from '../../../shared/progress/port.ts';
import { BOM, idsOf, OTHER_BOM, runOf, stored } from '../support/events.ts';
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
});
