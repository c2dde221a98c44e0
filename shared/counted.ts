/** The ports as they are, and what goes through them counted: put around them where a function is wired. */
import type { Database } from './database/port.ts';
import { Refusal } from './domain/refusal.ts';
import type { Count } from './metrics.ts';
import type { ProgressReader, ProgressWriter, WriteProbe } from './progress/port.ts';
import type { Publish } from './progress/publisher.ts';
import type { RunQueue } from './runner/queue.ts';
import { isFailure, type Supplier } from './suppliers/port.ts';
import type { SupplierStore } from './suppliers/store.ts';

export function countedDatabase(database: Database, count: Count): Database {
  return {
    async call(name, args, schema) {
      count('database_calls');
      try {
        return await database.call(name, args, schema);
      } catch (error) {
        // What it refuses is somebody's who asked; that it is away or outdated is not.
        if (!(error instanceof Refusal) || error.kind === 'unavailable') count('database_failures');
        throw error;
      }
    },
  };
}

type RedisProgress = ProgressReader & ProgressWriter & WriteProbe;

export function countedRedis(redis: RedisProgress, count: Count): RedisProgress {
  const counted = async <T>(answer: Promise<T>): Promise<T> => {
    try {
      return await answer;
    } catch (error) {
      count('redis_failures');
      throw error;
    }
  };
  return {
    read: (cursors) => counted(redis.read(cursors)),
    append: (bomId, events, expireSeconds) => counted(redis.append(bomId, events, expireSeconds)),
    drop: (bomId) => counted(redis.drop(bomId)),
    probeWrite: () => counted(redis.probeWrite()),
  };
}

export function countedQueue(queue: RunQueue, count: Count): RunQueue {
  const counted = <Reply extends { readonly accepted: number; readonly refused: number }>(reply: Reply) => {
    count('batches');
    count('lines', reply.accepted);
    count('lines_refused', reply.refused);
    return reply;
  };
  return {
    ...queue,
    commit: async (...batch) => counted(await queue.commit(...batch)),
    advance: async (...batch) => counted(await queue.advance(...batch)),
  };
}

export function countedPublish(publish: Publish, count: Count): Publish {
  return async (publication) => {
    const published = await publish(publication);
    if (published) count('events_published', publication?.events.length);
    else if (publication) count('publishes_failed');
    return published;
  };
}

export function countedSupplier(supplier: Supplier, count: Count): Supplier {
  return {
    ...supplier,
    async lookup(questions, signal) {
      count('supplier_calls');
      const answers = await supplier.lookup(questions, signal);
      if ([...answers.values()].some(isFailure)) count('supplier_failures');
      return answers;
    },
  };
}

/** Counts how often a supplier was to be asked and was not: its minute, its day, or a pause after failures. */
export function countedStore(store: SupplierStore, count: Count): SupplierStore {
  return {
    ...store,
    async grant(...asked) {
      const grant = await store.grant(...asked);
      if (grant.granted === 0) count('supplier_waits');
      return grant;
    },
  };
}
