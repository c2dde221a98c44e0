/**
 * From a commit to the clients: real timers, real HTTP to the local Redis look-alike, to a ledger in Postgres' place
 * and to the clients.
 */
import { createRedisHandler } from '../../../local/redis/server.ts';
import { createRedisStore } from '../../../local/redis/store.ts';
import { delay } from '../../../local/process.ts';
import {
  type Cursor,
  eventsIn,
  type ProgressReader,
  ProgressUnavailable,
  type ProgressWriter,
} from '../../../shared/progress/port.ts';
import { createRedisProgress, type RedisOptions } from '../../../shared/progress/redis.ts';
import { parseEventId } from '../../../shared/domain/event-id.ts';
import { toStoredEvent } from '../../../shared/progress/stored-event.ts';
import { event } from '../peers/control.mjs';
import { openClient, whileOpen } from './client.ts';
import { CLIENTS, createCommits, FIRST_COUNTED_SEQ, type Percentiles } from './commits.ts';
import { createLedger, type Ledger } from './ledger.ts';
import { serveLedger } from './remote-ledger.ts';
import { type ServerProcess, startServer } from './server-process.ts';
import { ours } from './servers.ts';

/** Each polls at moments of its own, so that the figure does not hang on those of one. */
const ISOLATES = 4;
const NAIVE_POLL_MS = 1_000;
/** Events the ledger keeps of each BOM: more than come in between two polls. */
const KEPT = 16;

export interface LatencyResult {
  readonly ours: Percentiles;
  /** The same commits, seen by as many clients that each ask Redis once a second. */
  readonly naive: Percentiles;
}

/** Latency with a poll each so many milliseconds: medians of the windows' percentiles. */
export async function measureLatency(
  { pollMs, windows }: { pollMs: number; windows: number },
): Promise<LatencyResult> {
  const token = crypto.randomUUID();
  const handler = createRedisHandler({ store: createRedisStore({ now: Date.now }), token });
  const redisServer = Deno.serve({ hostname: '127.0.0.1', port: 0, onListen: () => {} }, handler);
  const redis = { url: `http://127.0.0.1:${redisServer.addr.port}`, token, prefix: '' };
  const ledger = createLedger(KEPT);
  const { url: ledgerUrl, stop: stopLedger } = serveLedger(ledger.reader);
  const isolates: ServerProcess[] = [];
  try {
    for (let i = 0; i < ISOLATES; i++) {
      isolates.push(
        await startServer(ours({ kept: 1, polls: { redis, ledgerUrl, pollMs } }), { pinned: false }),
      );
    }
    return await commitAndWatch({ redis, ledger, isolates, windows });
  } finally {
    await Promise.all(isolates.map((isolate) => isolate.stop()));
    await Promise.all([redisServer.shutdown(), stopLedger()]);
  }
}

async function commitAndWatch(
  { redis, ledger, isolates, windows }: {
    readonly redis: RedisOptions;
    readonly ledger: Ledger;
    readonly isolates: readonly ServerProcess[];
    readonly windows: number;
  },
): Promise<LatencyResult> {
  const progress = createRedisProgress(redis);
  const commits = createCommits(windows, (bomId, seq) => commit(ledger, progress, bomId, seq));
  const [arrivals, naive] = [commits.observe(), commits.observe()];
  const stopPolling = new AbortController();

  const streams = await Promise.all(commits.watched.map((bomId, i) => {
    const { url } = isolates[i % ISOLATES]!;
    return openClient(`${url}/enrichment-stream/${bomId}?token=any`, null, ({ id }) => {
      const parsed = parseEventId(id);
      if (parsed) arrivals.seen(bomId, parsed.seq);
    });
  }));
  return await whileOpen(streams, async () => {
    // a topic is polled slowly until a run is seen to be at work
    await commits.first();
    await arrivals.until(CLIENTS);
    const polling = commits.watched.map((bomId) =>
      pollNaively(progress, bomId, naive.seen, stopPolling.signal)
    );
    const counted = CLIENTS * commits.writes;
    const arriving = async () => {
      await commits.steadily();
      await Promise.all([arrivals.until(CLIENTS + counted), naive.until(counted)]);
      stopPolling.abort();
    };
    await Promise.all([arriving(), ...polling]);
    return { ours: arrivals.percentiles(), naive: naive.percentiles() };
  }).finally(() => stopPolling.abort());
}

/** First where it lasts, then to Redis, as runners do: again where Redis did not answer in time. */
async function commit(ledger: Ledger, writer: ProgressWriter, bomId: string, seq: number): Promise<void> {
  const stored = toStoredEvent(bomId, { ...event(seq, ''), bom_id: bomId });
  if (!stored) throw new Error('the event is no envelope');
  ledger.append(bomId, stored);
  while (!await answered(writer.append(bomId, [stored], 3_600))) {
    // A busy moment of the machine spoils one window, and not the measurement.
  }
}

/** What Redis answered, null where it did not in time. */
async function answered<T>(asked: Promise<T>): Promise<{ readonly answer: T } | null> {
  try {
    return { answer: await asked };
  } catch (error) {
    if (error instanceof ProgressUnavailable && error.reason === 'timeout') return null;
    throw error;
  }
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
    const news = await answered(reader.read([cursor]));
    for (const { id } of eventsIn(news?.answer.get(bomId))) {
      seen(bomId, id.seq);
      cursor = { bomId, after: id };
    }
    await delay(Math.max(0, asked + NAIVE_POLL_MS - performance.now()));
  }
}
