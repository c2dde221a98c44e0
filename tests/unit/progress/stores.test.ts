/** One contract, every store that needs no database. */
import { afterAll, beforeAll } from 'vitest';
import { createMemoryProgress } from '../../../shared/progress/memory.ts';
import type { ProgressReader, ProgressWriter } from '../../../shared/progress/port.ts';
import { startRedis } from '../support/redis.ts';
import { progressContract, type WritableStore } from './contract.ts';

const BOMS = ['bom-a', 'bom-b', 'bom-c'] as const;

const asStore = (store: ProgressReader & ProgressWriter): WritableStore => ({
  reader: store,
  writer: store,
  append: (bomId, events) => store.append(bomId, events, 3600),
  bomIds: BOMS,
});

let redis: Awaited<ReturnType<typeof startRedis>>;
let stores = 0;

beforeAll(async () => {
  redis = await startRedis();
});
afterAll(() => redis.close());

progressContract('progress in memory', () => Promise.resolve(asStore(createMemoryProgress())));
progressContract('progress in Redis', () => {
  stores += 1;
  return Promise.resolve(asStore(redis.progress({ prefix: `store-${stores}:` })));
});
