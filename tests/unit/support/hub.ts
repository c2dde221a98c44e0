/** A hub over two stores that a test fills, breaks and watches. */
import { createMemoryProgress } from '../../../shared/progress/memory.ts';
import {
  type News,
  type ProgressReader,
  ProgressUnavailable,
  type StoredEvent,
  type WriteProbe,
} from '../../../shared/progress/port.ts';
import { formatEventId } from '../../../shared/domain/event-id.ts';
import type { Delivery } from '../../../shared/stream/delivery.ts';
import { Hub } from '../../../shared/stream/hub.ts';
import type { Store, Subscriber } from '../../../shared/stream/topic.ts';
import { createManualClock, deferred } from './clock.ts';
import { recordLog } from './log.ts';

export interface ObservedStore {
  readonly reader: ProgressReader & WriteProbe;
  /** What was asked, one entry a read: for each BOM its id and cursor, as `bom@3-17`. */
  readonly reads: string[][];
  put(...events: readonly StoredEvent[]): void;
  drop(bomId: string): void;
  /** Every read fails from now on; null: works again. */
  fail(error: Error | null): void;
  /** Writes are refused from now on, and reads go on; null: no longer. */
  failWrites(error: Error | null): void;
  /** Says this about a BOM instead of what it has; null: no longer. */
  say(bomId: string, news: News | null): void;
  /** How often it was tried to write. */
  writeProbes(): number;
  /** Reads wait from now on; returns how to let them go on. */
  hold(): () => void;
}

export function observedStore(): ObservedStore {
  const memory = createMemoryProgress();
  const reads: string[][] = [];
  let failure: Error | null = null;
  let writeFailure: Error | null = null;
  let gate: Promise<void> = Promise.resolve();
  let probes = 0;
  const said = new Map<string, News>();
  return {
    reads,
    reader: {
      async read(cursors) {
        reads.push(cursors.map(({ bomId, after }) => `${bomId}@${after ? formatEventId(after) : '-'}`));
        await gate;
        if (failure) throw failure;
        const news = new Map(await memory.read(cursors));
        for (const { bomId } of cursors) if (said.has(bomId)) news.set(bomId, said.get(bomId)!);
        return news;
      },
      probeWrite() {
        probes += 1;
        const refused = failure ?? writeFailure;
        return refused ? Promise.reject(refused) : Promise.resolve();
      },
    },
    put(...events) {
      for (const event of events) void memory.append(JSON.parse(event.json).bom_id, [event], 3600);
    },
    drop: (bomId) => void memory.drop(bomId),
    fail: (error) => failure = error,
    failWrites: (error) => writeFailure = error,
    say: (bomId, news) => void (news === null ? said.delete(bomId) : said.set(bomId, news)),
    writeProbes: () => probes,
    hold() {
      const { promise, resolve } = deferred<void>();
      gate = promise;
      return resolve;
    },
  };
}

export const REDIS_DOWN = new ProgressUnavailable('redis', 'timeout');
export const TABLE_DOWN = new ProgressUnavailable('table', 'unreachable');

export interface Watcher extends Subscriber {
  readonly received: Delivery[];
  readonly stores: Store[];
  /** What it was told that people changed. */
  readonly changes: number[];
  /** What it was told about the whole BOM. */
  readonly endings: string[];
  ids(): string[];
}

export function watcher(onDeliver: () => void = () => {}): Watcher {
  const received: Delivery[] = [];
  const stores: Store[] = [];
  const changes: number[] = [];
  const endings: string[] = [];
  return {
    received,
    stores,
    changes,
    endings,
    ids: () => received.map(({ id }) => formatEventId(id)),
    deliver(events) {
      received.push(...events);
      onDeliver();
      return null;
    },
    storeChanged: (store) => void stores.push(store),
    changed: (change) => void changes.push(change),
    rewound: () => void endings.push('rewound'),
    gone: () => void endings.push('gone'),
  };
}

/** With the default chance, intervals are exactly what they are on average. */
export function startHub(
  { random = () => 0.5, pollMs = 400 }: { random?: () => number; pollMs?: number } = {},
) {
  const clock = createManualClock();
  const redis = observedStore();
  const table = observedStore();
  const log = recordLog();
  const hub = new Hub({
    redis: redis.reader,
    table: table.reader,
    log: log.log,
    pollMs,
    now: clock.now,
    random,
    after: clock.after,
  });
  return {
    hub,
    clock,
    redis,
    table,
    log,
    /** In Postgres, and in Redis right after. */
    publish(...events: readonly StoredEvent[]) {
      table.put(...events);
      redis.put(...events);
    },
    /** A client that was told that `newest` is newest. */
    watch(bomId: string, newest: StoredEvent | null, change?: number) {
      const client = watcher();
      hub.arrived(clock.now());
      hub.attach(bomId, client);
      hub.startFrom(bomId, client, newest, change);
      return { ...client, leave: () => hub.detach(bomId, client) };
    },
  };
}
