import { Redis } from '@upstash/redis';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { eventIds, openStream, type StreamReader } from '../support/stream.ts';
import { limitRunners } from '../support/admin.ts';
import { startUnending } from '../support/held-runs.ts';
import { startTestStack, type TestStack } from '../support/stack.ts';
import { newTenant, type Tenant } from '../support/tenant.ts';
import { resistors } from '../support/resistors.ts';

/** Slow enough to break things in the middle of a run. */
const BATCH_PAUSE_MS = 150;
/** Twenty batches: three seconds for one runner. */
const LINES = 200;
/** Started, first claim, batches, completed. */
const EVENTS = 23;

let stack: TestStack;
let tenant: Tenant;
let redis: Redis;
beforeAll(async () => {
  stack = await startTestStack({ batchPauseMs: BATCH_PAUSE_MS });
  tenant = await newTenant(stack);
  redis = new Redis({ ...stack.redis, enableTelemetry: false, automaticDeserialization: false });
  await limitRunners(stack, 1);
});
beforeEach(async () => {
  // A young isolate, whose breaker remembers no outage of the test before.
  await stack.kill('enrichment-stream');
  // A runner that rests after its last batch would help with the next test's run, which is over too soon then.
  await stack.kill('enrichment-runner');
});
afterAll(() => stack.stop());

const parts = resistors;
const key = (bomId: string) => `${stack.keys.redisPrefix}enrichment:progress:${bomId}`;
const open = (bomId: string) =>
  openStream(`${stack.apiUrl}/functions/v1/enrichment-stream/${bomId}?token=${tenant.token}`);
const ids = (n: number) => Array.from({ length: n }, (_, i) => `1-${i + 1}`);

/** Starts a run of ten batches and hands over in the middle of it. */
async function midRun(): Promise<{ bomId: string; stream: StreamReader }> {
  const bomId = await tenant.importBom(parts(LINES));
  await tenant.start(bomId);
  const stream = await open(bomId);
  await stream.until(({ data }) => data.payload?.batch?.batch_number >= 2);
  return { bomId, stream };
}

/** Every event from the first one seen to the end, once and in order. */
async function expectWhole(stream: StreamReader): Promise<void> {
  const frames = await stream.end();
  const seen = eventIds(frames);
  expect(seen).toEqual(ids(EVENTS).slice(ids(EVENTS).indexOf(seen[0]!)));
  expect(frames.at(-1)).toMatchObject({ event: 'stream_end', data: { reason: 'completed' } });
}

describe('while Redis', { timeout: 120_000 }, () => {
  it('is emptied in the middle of a run, a client misses nothing', async () => {
    const { stream } = await midRun();
    await redis.flushdb();
    await expectWhole(stream);
  });

  it('is trimmed to one entry all the time, a client misses nothing', async () => {
    const { bomId, stream } = await midRun();
    const trimming = setInterval(
      () => void redis.xtrim(key(bomId), { strategy: 'MAXLEN', threshold: 1, exactness: '=' }),
      50,
    );
    await expectWhole(stream).finally(() => clearInterval(trimming));
  });

  it('holds a stale key, a client sees what Postgres committed and nothing else', async () => {
    const bomId = await tenant.importBom(parts(30));
    const alien = {
      event_id: '9-99',
      event_type: 'enrichment.completed',
      bom_id: bomId,
      state: { status: 'completed' },
    };
    await redis.xadd(key(bomId), '9-99', { event: JSON.stringify(alien) });
    const stream = await open(bomId);
    await stream.until(({ event }) => event === 'connected');
    await tenant.start(bomId);
    const frames = await stream.end();
    expect(eventIds(frames)).toEqual(ids(6));
    const kept = await redis.xrange(key(bomId), '-', '+') as unknown as [string][];
    expect(kept.map(([id]) => id)).not.toContain('9-99');
  });

  it('holds a key that is no stream, only its own BOM is served from the table until it is repaired', async () => {
    const bomId = await tenant.importBom(parts(30));
    await redis.set(key(bomId), 'x');
    const { stream: other } = await midRun();
    const stream = await open(bomId);
    await stream.until(({ event }) => event === 'connected');
    await tenant.start(bomId);
    const frames = await stream.end();
    expect(eventIds(frames)).toEqual(ids(6));
    await expectWhole(other);
    for (const { event } of [...frames, ...other.frames]) expect(event).not.toBe('store');
    const kept = await redis.xrange(key(bomId), '-', '+') as unknown as [string][];
    expect(kept.map(([id]) => id)).toEqual(ids(6));
    expect(await redis.ttl(key(bomId))).toBeGreaterThan(0);
  });

  it.each(['hang', 'refuse', 'html'] as const)(
    'does not work (%s), a client is served from the table, is told, and told again when it is back',
    async (fault) => {
      const { stream } = await midRun();
      await stack.failRedis(fault);
      try {
        const told = await stream.until(({ event }) => event === 'store');
        expect(told.data).toEqual({ store: 'table' });
        await stream.until(({ data }) => data.payload?.batch?.batch_number >= 6);
      } finally {
        await stack.failRedis('none');
      }
      await expectWhole(stream);
    },
  );

  it('is away from the start, a run completes and a late client sees all of it', async () => {
    await stack.failRedis('refuse');
    try {
      const bomId = await tenant.importBom(parts(20));
      await tenant.start(bomId);
      const frames = await (await open(bomId)).end();
      expect(frames.at(-2)).toMatchObject({ event: 'enrichment.completed' });
    } finally {
      await stack.failRedis('none');
    }
  });
});

describe('control', () => {
  it('reaches the stream: pause, resume and cancel, each as an event', async () => {
    const bomId = await tenant.importBom(parts(LINES));
    await startUnending(stack, tenant, bomId);
    const stream = await open(bomId);
    await stream.until(({ data }) => data.payload?.batch?.batch_number >= 2);
    for (const [action, status] of [['pause', 'paused'], ['resume', 'enriching'], ['cancel', 'cancelled']]) {
      const { body } = await tenant.call('POST', `enrichment/${bomId}/${action}`);
      expect(body).toMatchObject({ bom_id: bomId, status });
    }
    const frames = await stream.end();
    expect(frames.at(-1)).toMatchObject({ event: 'stream_end', data: { reason: 'cancelled' } });
    const names = frames.map(({ event }) => event);
    for (const name of ['enrichment.paused', 'enrichment.resumed', 'enrichment.cancelled']) {
      expect(names).toContain(name);
    }
    const [first, ...rest] = eventIds(frames).map((id) => Number(id.split('-')[1]));
    expect(rest).toEqual(rest.map((_, i) => first! + 1 + i));
  });
});

describe('an isolate of the stream', () => {
  /** As a browser does it: one that is refused for a while, since the isolate is hardly up again, comes once more. */
  async function comeBack(bomId: string, cursor: string) {
    const url = `${stack.apiUrl}/functions/v1/enrichment-stream/${bomId}?token=${tenant.token}`;
    for (;;) {
      const frames = await (await openStream(url, { 'last-event-id': cursor })).end();
      if (frames.at(-1)?.event !== 'stream_error') return frames;
    }
  }

  it('that dies cuts its clients off, who come back with their cursors and miss nothing', async () => {
    const { bomId, stream } = await midRun();
    await stack.kill('enrichment-stream');
    await expect(stream.end()).rejects.toThrow();
    const seen = eventIds(stream.frames);
    const rest = await comeBack(bomId, seen.at(-1)!);
    expect(rest.at(-1)).toMatchObject({ event: 'stream_end', data: { reason: 'completed' } });
    const whole = [...seen, ...eventIds(rest)];
    expect(whole).toEqual(ids(EVENTS).slice(ids(EVENTS).indexOf(whole[0]!)));
  });
});
