import { describe, expect, it } from 'vitest';
import { type ProgressReader, ProgressUnavailable } from '../../../shared/progress/port.ts';
import { createHealth } from '../../../shared/stream/health.ts';
import { createManualClock, settled } from '../support/clock.ts';
import { observedStore, REDIS_DOWN, TABLE_DOWN } from '../support/hub.ts';

function start() {
  const clock = createManualClock();
  const redis = observedStore();
  const table = observedStore();
  const health = createHealth({ redis: redis.reader, table: table.reader, now: clock.now });
  return { clock, redis, table, health };
}

describe('the stores', () => {
  it.each<[string, boolean, boolean]>([
    ['ok', true, true],
    ['degraded', false, true],
    ['degraded', true, false],
    ['down', false, false],
  ])('are together %s when Redis works: %s, and the table: %s', async (status, redisOk, tableOk) => {
    const { redis, table, health } = start();
    if (!redisOk) redis.fail(REDIS_DOWN);
    if (!tableOk) table.fail(TABLE_DOWN);
    expect(await health()).toEqual({
      status,
      redis: redisOk ? { ok: true, latency_ms: 0 } : { ok: false, latency_ms: 0, reason: 'timeout' },
      redis_writes: redisOk ? { ok: true, latency_ms: 0 } : { ok: false, latency_ms: 0, reason: 'timeout' },
      table: tableOk ? { ok: true, latency_ms: 0 } : { ok: false, latency_ms: 0, reason: 'unreachable' },
    });
  });

  it('are together degraded when Redis can be read and not written: what is new reaches streams late', async () => {
    const { redis, health } = start();
    redis.failWrites(new ProgressUnavailable('redis', 'read_only'));
    expect(await health()).toEqual({
      status: 'degraded',
      redis: { ok: true, latency_ms: 0 },
      redis_writes: { ok: false, latency_ms: 0, reason: 'read_only' },
      table: { ok: true, latency_ms: 0 },
    });
  });

  it('are asked about no BOM that there could be', async () => {
    const { redis, table, health } = start();
    await health();
    for (const { reads } of [redis, table]) {
      expect(reads).toEqual([['00000000-0000-0000-0000-000000000000@-']]);
    }
  });

  it('that fail in a way nobody foresaw say no more than that', async () => {
    const { table, health } = start();
    table.fail(new TypeError('password of the database'));
    expect(await health()).toMatchObject({ table: { ok: false, reason: 'error' } });
  });

  it('say how long they took', async () => {
    const clock = createManualClock();
    const slow: ProgressReader = { read: () => clock.advance(120).then(() => new Map()) };
    const fast = { read: () => Promise.resolve(new Map()), probeWrite: () => Promise.resolve() };
    const answer = await createHealth({ redis: fast, table: slow, now: clock.now })();
    expect(answer.table).toEqual({ ok: true, latency_ms: 120 });
  });
});

describe('many who ask', () => {
  it('are answered from one look, also while it takes', async () => {
    const { redis, table, health, clock } = start();
    const release = table.hold();
    const early = [health(), health()];
    await clock.advance(60_000);
    early.push(health());
    release();
    for (const answer of early) expect(await answer).toMatchObject({ status: 'ok' });
    await health();
    expect([redis.reads.length, table.reads.length]).toEqual([1, 1]);
  });

  it('are answered from one look, also when an earlier one is out of date', async () => {
    const { table, health, clock } = start();
    await health();
    await clock.advance(5_000);
    const release = table.hold();
    const asked = [health(), health(), health()];
    release();
    await Promise.all(asked);
    expect(table.reads).toHaveLength(2);
  });

  it('see a change within seconds', async () => {
    const { redis, health, clock } = start();
    expect(await health()).toMatchObject({ status: 'ok' });
    redis.fail(REDIS_DOWN);
    await settled();
    await clock.advance(4_999);
    expect(await health()).toMatchObject({ status: 'ok' });
    await clock.advance(1);
    expect(await health()).toMatchObject({ status: 'degraded' });
  });
});
