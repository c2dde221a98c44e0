import { describe, expect, it } from 'vitest';
import type { DatabaseHealth } from '../../../shared/database/health.ts';
import { type ProgressReader, ProgressUnavailable } from '../../../shared/progress/port.ts';
import { createHealth } from '../../../shared/stream/health.ts';
import { createManualClock, settled } from '../support/clock.ts';
import { fakeDatabase } from '../support/database.ts';
import { BOM, OTHER_BOM, stored } from '../support/events.ts';
import { observedStore, REDIS_DOWN, TABLE_DOWN } from '../support/hub.ts';
import { HEALTHY } from '../support/stream-endpoint.ts';

function start(said: Partial<DatabaseHealth> = {}) {
  const clock = createManualClock();
  const redis = observedStore();
  const table = observedStore();
  const database = fakeDatabase({ bomstream_health: () => ({ ...HEALTHY, ...said }) });
  const health = createHealth({ redis: redis.reader, table: table.reader, database, now: clock.now });
  return { clock, redis, table, database, ...health };
}

const WORKS = { ok: true, latency_ms: 0 };
const REST = {
  publishing: { ok: true },
  cron: { ok: true },
  invocations: { ok: true },
  suppliers: { ok: true },
};
const last = { status: 'succeeded', message: null, age_seconds: 9 };
const job = { name: 'bomstream-tick', schedule: '10 seconds', active: true, last };
const supplier = {
  supplier: 'mouser',
  last_failure: null,
  blocked_seconds: null,
  used_today: 3,
  calls_per_day: 1_000,
  parts_used: 0,
  parts_in_all: null,
};

describe('the stores', () => {
  it.each<[string, boolean, boolean]>([
    ['ok', true, true],
    ['degraded', false, true],
    ['degraded', true, false],
    ['down', false, false],
  ])('are together %s when Redis works: %s, and the table: %s', async (status, redisOk, tableOk) => {
    const { redis, table, tell } = start();
    if (!redisOk) redis.fail(REDIS_DOWN);
    if (!tableOk) table.fail(TABLE_DOWN);
    const away = { ok: false, latency_ms: 0, reason: 'timeout' };
    expect(await tell()).toEqual({
      status,
      redis: redisOk ? WORKS : away,
      redis_writes: redisOk ? WORKS : away,
      table: tableOk ? WORKS : { ...away, reason: 'unreachable' },
      ...REST,
    });
  });

  it('are together degraded when Redis can be read and not written: what is new reaches streams late', async () => {
    const { redis, tell } = start();
    redis.failWrites(new ProgressUnavailable('redis', 'read_only'));
    const redis_writes = { ok: false, latency_ms: 0, reason: 'read_only' };
    expect(await tell()).toEqual({ status: 'degraded', redis: WORKS, redis_writes, table: WORKS, ...REST });
  });

  it('are asked about no BOM that there could be', async () => {
    const { redis, table, tell } = start();
    await tell();
    for (const { reads } of [redis, table]) {
      expect(reads).toEqual([['00000000-0000-0000-0000-000000000000@-']]);
    }
  });

  it('that fail in a way nobody foresaw say no more than that', async () => {
    const { table, tell } = start();
    table.fail(new TypeError('password of the database'));
    expect(await tell()).toMatchObject({ table: { ok: false, reason: 'error' } });
  });

  it('say how long they took', async () => {
    const clock = createManualClock();
    const slow: ProgressReader = { read: () => clock.advance(120).then(() => new Map()) };
    const fast = { read: () => Promise.resolve(new Map()), probeWrite: () => Promise.resolve() };
    const database = fakeDatabase({ bomstream_health: () => HEALTHY });
    const answer = await createHealth({ redis: fast, table: slow, database, now: clock.now }).tell();
    expect(answer.table).toEqual({ ok: true, latency_ms: 120 });
  });
});

describe('the rest, as the database sees it', () => {
  it.each<[string, string, Partial<DatabaseHealth>]>([
    ['publishing', 'behind', { unpublished_seconds: 61 }],
    ['cron', 'no_pg_cron', { has_pg_cron: false }],
    ['cron', 'missing', { cron_jobs: [job, { ...job, schedule: null, active: null, last: null }] }],
    ['cron', 'off', { cron_jobs: [{ ...job, active: false }] }],
    ['cron', 'never', { cron_jobs: [{ ...job, last: null }] }],
    ['cron', 'failed', { cron_jobs: [{ ...job, last: { ...last, status: 'failed' } }] }],
    ['cron', 'late', { cron_jobs: [{ ...job, last: { ...last, age_seconds: 36 } }] }],
    ['cron', 'late', { cron_jobs: [{ ...job, schedule: '* * * * *', last: { ...last, age_seconds: 186 } }] }],
    ['invocations', 'no_pg_net', { has_pg_net: false }],
    ['invocations', 'no_secret', { missing_secrets: ['runner_key'] }],
    ['invocations', 'silent', {
      last_invocation: { status_code: null, error: 'pg_net gave no answer within' },
    }],
    ['invocations', 'timeout', {
      last_invocation: { status_code: null, error: 'Timeout of 2000 ms reached' },
    }],
    ['invocations', 'unreachable', {
      last_invocation: { status_code: null, error: 'Could not resolve host' },
    }],
    ['invocations', 'refused', { last_invocation: { status_code: 401, error: null } }],
    ['invocations', 'not_found', { last_invocation: { status_code: 404, error: null } }],
    ['invocations', 'limits', { last_invocation: { status_code: 546, error: null } }],
    ['invocations', 'failed', { last_invocation: { status_code: 200, error: null } }],
    ['invocations', 'failed', { last_invocation: { status_code: 503, error: null } }],
    ['suppliers', 'key_refused', { suppliers: [supplier, { ...supplier, last_failure: 'misconfigured' }] }],
    ['suppliers', 'away', { suppliers: [{ ...supplier, last_failure: 'transient', blocked_seconds: 5 }] }],
    ['suppliers', 'over_quota', {
      suppliers: [{ ...supplier, last_failure: 'over_quota', blocked_seconds: 5 }],
    }],
    ['suppliers', 'day_used_up', { suppliers: [{ ...supplier, used_today: 1_000 }] }],
    ['suppliers', 'parts_used_up', { suppliers: [{ ...supplier, parts_used: 99, parts_in_all: 100 }] }],
  ])('says of %s that it is not well: %s', async (part, reason, said) => {
    const { status, ...parts } = await start(said).tell();
    expect([status, parts]).toEqual(['degraded', {
      redis: WORKS,
      redis_writes: WORKS,
      table: WORKS,
      ...REST,
      [part]: { ok: false, reason },
    }]);
  });

  it('is well up to what is still no fault', async () => {
    const { tell } = start({
      unpublished_seconds: 60,
      cron_jobs: [
        { ...job, last: { ...last, age_seconds: 35 } },
        { ...job, schedule: '* * * * *', last: { ...last, age_seconds: 185 } },
      ],
      last_invocation: { status_code: 202, error: null },
      suppliers: [{ ...supplier, last_failure: 'transient', used_today: 999 }],
    });
    expect(await tell()).toMatchObject({ status: 'ok', ...REST });
  });

  it('is not known where the database does not say it', async () => {
    const clock = createManualClock();
    const [redis, table] = [observedStore().reader, observedStore().reader];
    const { tell } = createHealth({ redis, table, database: fakeDatabase(), now: clock.now });
    const unknown = { ok: false, reason: 'unknown' };
    const answer = { publishing: unknown, cron: unknown, invocations: unknown, suppliers: unknown };
    expect(await tell()).toMatchObject({ status: 'degraded', table: WORKS, ...answer });
  });
});

describe('many who ask', () => {
  it('are answered from one look, also while it takes', async () => {
    const { redis, table, tell, clock } = start();
    const release = table.hold();
    const early = [tell(), tell()];
    await clock.advance(600_000);
    early.push(tell());
    release();
    for (const answer of early) expect(await answer).toMatchObject({ status: 'ok' });
    await tell();
    expect(table.reads).toHaveLength(1);
    // Redis was not held up, and was asked anew ten minutes later.
    expect(redis.reads).toHaveLength(2);
  });

  it('are answered from one look, also when an earlier one is out of date', async () => {
    const { table, tell, clock } = start();
    await tell();
    await clock.advance(5_000);
    const release = table.hold();
    const asked = [tell(), tell(), tell()];
    release();
    await Promise.all(asked);
    expect(table.reads).toHaveLength(2);
  });

  it('each ten seconds for an hour cost few commands of Redis, and few looks at the database', async () => {
    const { redis, table, database, tell, clock } = start();
    for (let second = 0; second < 3_600; second += 10) {
      await tell();
      await clock.advance(10_000);
    }
    expect(redis.reads).toHaveLength(120);
    expect(redis.writeProbes()).toBe(12);
    expect(database.calls).toHaveLength(120);
    expect(table.reads).toHaveLength(360);
  });

  it('see a store fail within half a minute, and work again within ten seconds', async () => {
    const { redis, tell, clock } = start();
    expect(await tell()).toMatchObject({ status: 'ok' });
    redis.fail(REDIS_DOWN);
    await settled();
    await clock.advance(29_999);
    expect(await tell()).toMatchObject({ status: 'ok' });
    await clock.advance(1);
    expect(await tell()).toMatchObject({ status: 'degraded' });
    redis.fail(null);
    await clock.advance(9_999);
    expect(await tell()).toMatchObject({ status: 'degraded' });
    await clock.advance(1);
    expect(await tell()).toMatchObject({ status: 'ok' });
  });
});

describe('an operator', () => {
  it('has everything looked at anew', async () => {
    const { redis, tell, examine } = start();
    await tell();
    redis.fail(REDIS_DOWN);
    expect((await examine()).health).toMatchObject({
      redis: { ok: false },
      redis_writes: { ok: false },
    });
    // which is then what everybody is told
    expect(await tell()).toMatchObject({ redis: { ok: false } });
  });

  const heads = [{ bom_id: BOM, event_id: '1-2' }, { bom_id: OTHER_BOM, event_id: '1-2' }];

  it('is told of keys that hold what the database never had, with one command of Redis', async () => {
    const { redis, table, examine } = start({ heads });
    redis.put(stored('9-1'));
    table.say(BOM, 'ahead');
    expect((await examine()).staleKeys).toEqual([BOM]);
    expect(redis.reads).toHaveLength(2);
    redis.say(OTHER_BOM, 'unreadable');
    expect((await examine()).staleKeys).toEqual([OTHER_BOM, BOM]);
  });

  it('is told of none where the table has caught up with what Redis has, or Redis is away', async () => {
    const { redis, examine } = start({ heads });
    redis.put(stored('1-3'));
    expect((await examine()).staleKeys).toEqual([]);
    redis.fail(REDIS_DOWN);
    expect((await examine()).staleKeys).toEqual([]);
  });
});
