/** What goes through the ports is counted, and comes out as it went in. */
import { questionAbout } from './suppliers/look-up.ts';
import { expect, it } from 'vitest';
import { z } from 'zod';
import {
  countedDatabase,
  countedPublish,
  countedQueue,
  countedRedis,
  countedStore,
  countedSupplier,
} from '../../shared/counted.ts';
import { DatabaseError, DatabaseUnavailable } from '../../shared/database/port.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import { createMemoryProgress } from '../../shared/progress/memory.ts';
import { ProgressUnavailable } from '../../shared/progress/port.ts';
import { createMemorySupplier } from '../../shared/suppliers/memory.ts';
import { fakeDatabase } from './support/database.ts';
import { BOM, envelope, ORGANIZATION } from './support/events.ts';
import { memoryRun } from './support/runs.ts';

function counter() {
  const counts: Record<string, number> = {};
  return { counts, count: (figure: string, by = 1) => void (counts[figure] = (counts[figure] ?? 0) + by) };
}

it('calls of the database, and those that failed for no fault of who asked', async () => {
  const { counts, count } = counter();
  let error: Error | null = null;
  const database = countedDatabase(
    fakeDatabase({
      bomstream_head: () => {
        if (error) throw error;
        return '1-1';
      },
    }),
    count,
  );
  const call = () => database.call('bomstream_head', { p_bom_id: BOM }, z.string());
  expect(await call()).toBe('1-1');
  for (
    error of [
      new Refusal('missing', 'bom_not_found', ''),
      new DatabaseUnavailable(),
      new DatabaseError('XX000', ''),
    ]
  ) {
    await expect(call()).rejects.toBe(error);
  }
  expect(counts).toEqual({ database_calls: 4, database_failures: 2 });
});

it('failures of Redis, whatever it was asked', async () => {
  const { counts, count } = counter();
  const down = new ProgressUnavailable('redis', 'timeout');
  const fail = () => Promise.reject(down);
  const redis = countedRedis({ read: fail, append: fail, drop: fail, probeWrite: fail }, count);
  const calls = [redis.read([]), redis.append(BOM, [], 1), redis.drop(BOM), redis.probeWrite()];
  for (const call of calls) await expect(call).rejects.toBe(down);
  await countedRedis(createMemoryProgress(), count).read([]);
  expect(counts).toEqual({ redis_failures: 4 });
});

it('batches and their lines, in whichever way they are handed in', async () => {
  const { counts, count } = counter();
  const reply = {
    accepted: 3,
    refused: 1,
    run_status: 'enriching' as const,
    publish: null,
    lines: [],
    next: null,
  };
  const { queue } = memoryRun({ lines: 1, batchSize: 1 });
  const counted = countedQueue({
    ...queue,
    commit: () => Promise.resolve(reply),
    advance: () => Promise.resolve(reply),
  }, count);
  expect(await counted.commit('w', 'r', [], [])).toBe(reply);
  expect(await counted.advance('w', 'r', [], 1, [])).toBe(reply);
  expect(counts).toEqual({ batches: 2, lines: 6, lines_refused: 2 });
});

it('events that were published, and publications that were not', async () => {
  const { counts, count } = counter();
  const publication = { bom_id: BOM, expire_seconds: 60, events: [envelope('1-1'), envelope('1-2')] };
  const published = { bom_id: BOM, event_id: '1-2' };
  expect(await countedPublish(() => Promise.resolve(published), count)(publication)).toBe(published);
  const refused = countedPublish(() => Promise.resolve(null), count);
  expect([await refused(publication), await refused(null)]).toEqual([null, null]);
  expect(counts).toEqual({ events_published: 2, publishes_failed: 1 });
});

it('calls of suppliers, those that failed, and those that were not granted', async () => {
  const { counts, count } = counter();
  const memory = createMemorySupplier({ name: 'mouser', batchSize: 2, parts: [] });
  const supplier = countedSupplier(memory, count);
  const ask = () => supplier.lookup([questionAbout('A'), questionAbout('B')], new AbortController().signal);
  expect([...(await ask()).values()]).toEqual([{ kind: 'not_found' }, { kind: 'not_found' }]);
  memory.fail({ kind: 'transient', reason: 'timeout' });
  await ask();
  const grants = [
    { granted: 2, wait_ms: null, reason: null },
    { granted: 0, wait_ms: 1_000, reason: 'minute' },
  ];
  const refuse = () => Promise.reject(new Error('not asked'));
  const grant = () => Promise.resolve(grants.shift()!);
  const store = countedStore({ read: refuse, report: refuse, grant }, count);
  const limits = { ...supplier.limits, worstParts: 0 };
  expect((await store.grant('mouser', 2, limits, ORGANIZATION)).granted).toBe(2);
  expect((await store.grant('mouser', 2, limits, ORGANIZATION)).granted).toBe(0);
  expect(counts).toEqual({ supplier_calls: 2, supplier_failures: 1, supplier_waits: 1 });
});
