/** From a commit to the clients: real timers, real HTTP to the local Redis look-alike and to the clients. */
import { createRedisHandler } from '../../../local/redis/server.ts';
import { createRedisStore } from '../../../local/redis/store.ts';
import { delay } from '../../../local/process.ts';
import {
  type Cursor,
  eventsIn,
  type ProgressReader,
  type ProgressWriter,
} from '../../../shared/progress/port.ts';
import { createRedisProgress, type RedisOptions } from '../../../shared/progress/redis.ts';
import { parseEventId } from '../../../shared/domain/event-id.ts';
import { toStoredEvent } from '../../../shared/progress/stored-event.ts';
import { event } from '../peers/control.mjs';
import { openClient } from './client.ts';
import { median, percentile } from './numbers.ts';
import { createCondition } from './conditions.ts';
import { type ServerProcess, startServer } from './server-process.ts';
import { ours } from './servers.ts';
import { seededRandom } from './random.ts';

/** So many that no figure hangs on how a few commits happened to fall between two polls. */
const BOMS = 50;
const CLIENTS_PER_BOM = 2;
const CLIENTS = BOMS * CLIENTS_PER_BOM;
/** Each polls at moments of its own, so that the figure does not hang on those of one. */
const ISOLATES = 4;
const WRITE_EVERY_MS = 1_000;
/** A busy moment of the machine spoils one window, and the median leaves it out. */
const WINDOW_WRITES = 12;
/** Event 1 only tells the hubs that a run is at work. */
const FIRST_COUNTED_SEQ = 2;
const NAIVE_POLL_MS = 1_000;
const SEED = 20_260_105;

export interface Percentiles {
  readonly p50: number;
  readonly p95: number;
}

export interface LatencyResult {
  readonly ours: Percentiles;
  /** The same commits, seen by as many clients that each ask Redis once a second. */
  readonly naive: Percentiles;
}

/** Latency at polls that are `slower` times rarer than the product's: medians of the windows' percentiles. */
export async function measureLatency(
  { slower, windows }: { slower: number; windows: number },
): Promise<LatencyResult> {
  const token = crypto.randomUUID();
  const handler = createRedisHandler({ store: createRedisStore({ now: Date.now }), token });
  const redisServer = Deno.serve({ hostname: '127.0.0.1', port: 0, onListen: () => {} }, handler);
  const redis = { url: `http://127.0.0.1:${redisServer.addr.port}`, token, prefix: '' };
  const isolates: ServerProcess[] = [];
  try {
    for (let i = 0; i < ISOLATES; i++) {
      isolates.push(await startServer(ours({ kept: 1, polls: { redis, slower } }), { pinned: false }));
    }
    return await commitAndWatch(redis, isolates, windows);
  } finally {
    await Promise.all(isolates.map((isolate) => isolate.stop()));
    await redisServer.shutdown();
  }
}

async function commitAndWatch(
  redis: RedisOptions,
  isolates: readonly ServerProcess[],
  windows: number,
): Promise<LatencyResult> {
  const progress = createRedisProgress(redis);
  const committedAt = new Map<string, number>();
  const bomIds = Array.from({ length: BOMS }, () => crypto.randomUUID());
  const watched = Array.from({ length: CLIENTS }, (_, i) => bomIds[i % BOMS]!);
  const arrivals = createArrivals(committedAt);
  const naive = createArrivals(committedAt);
  const stopPolling = new AbortController();
  const commit = (bomId: string, seq: number) => {
    committedAt.set(keyOf(bomId, seq), performance.now());
    return append(progress, bomId, seq);
  };

  const streams = await Promise.all(watched.map((bomId, i) => {
    const { url } = isolates[i % ISOLATES]!;
    return openClient(`${url}/enrichment-stream/${bomId}?token=any`, null, ({ id }) => {
      const parsed = parseEventId(id);
      if (parsed) arrivals.seen(bomId, parsed.seq);
    });
  }));
  // a topic is polled slowly until a run is seen to be at work
  await Promise.all(bomIds.map((bomId) => commit(bomId, 1)));
  await arrivals.until(CLIENTS);
  const polling = watched.map((bomId) => pollNaively(progress, bomId, naive.seen, stopPolling.signal));

  const writes = windows * WINDOW_WRITES;
  const random = seededRandom(SEED);
  const began = performance.now();
  await Promise.all(bomIds.map(async (bomId) => {
    for (let write = 0; write < writes; write++) {
      const due = began + (write + random()) * WRITE_EVERY_MS;
      await delay(Math.max(0, due - performance.now()));
      await commit(bomId, FIRST_COUNTED_SEQ + write);
    }
  }));
  await Promise.all([arrivals.until(CLIENTS + CLIENTS * writes), naive.until(CLIENTS * writes)]);
  stopPolling.abort();
  await Promise.all(polling);
  streams.forEach(({ cut }) => cut());
  return { ours: arrivals.percentiles(windows), naive: naive.percentiles(windows) };
}

async function append(writer: ProgressWriter, bomId: string, seq: number): Promise<void> {
  const stored = toStoredEvent(bomId, { ...event(seq, ''), bom_id: bomId });
  if (!stored) throw new Error('the event is no envelope');
  await writer.append(bomId, [stored], 3_600);
}

/** One client without a hub: it asks for its BOM once a second, beginning at a moment of its own. */
async function pollNaively(
  reader: ProgressReader,
  bomId: string,
  seen: (bomId: string, seq: number) => void,
  stop: AbortSignal,
): Promise<void> {
  let cursor: Cursor = { bomId, after: { run: 1, seq: FIRST_COUNTED_SEQ - 1 } };
  await delay(Math.random() * NAIVE_POLL_MS);
  while (!stop.aborted) {
    const asked = performance.now();
    for (const { id } of eventsIn((await reader.read([cursor])).get(bomId))) {
      seen(bomId, id.seq);
      cursor = { bomId, after: id };
    }
    await delay(Math.max(0, asked + NAIVE_POLL_MS - performance.now()));
  }
}

const keyOf = (bomId: string, seq: number) => `${bomId} ${seq}`;

function createArrivals(committedAt: ReadonlyMap<string, number>) {
  const condition = createCondition();
  const arrivals: { readonly window: number; readonly latency: number }[] = [];
  return {
    seen(bomId: string, seq: number) {
      const latency = performance.now() - committedAt.get(keyOf(bomId, seq))!;
      arrivals.push({ window: Math.floor((seq - FIRST_COUNTED_SEQ) / WINDOW_WRITES), latency });
      condition.changed();
    },
    until: (count: number) =>
      condition.until(() => arrivals.length >= count, () => `${count} arrivals, only ${arrivals.length}`),
    percentiles(windows: number): Percentiles {
      const each = Array.from({ length: windows }, (_, i) => {
        const latencies = arrivals.filter(({ window }) => window === i).map(({ latency }) => latency);
        return { p50: percentile(latencies, 0.5), p95: percentile(latencies, 0.95) };
      });
      return {
        p50: Math.round(median(each.map(({ p50 }) => p50))),
        p95: Math.round(median(each.map(({ p95 }) => p95))),
      };
    },
  };
}
