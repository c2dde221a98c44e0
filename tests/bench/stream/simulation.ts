/** Isolates in virtual time: the real hub, stores that are formulas of the clock, and a count of what they are asked. */
import type { Cursor, ProgressReader, StoredEvent } from '../../../shared/progress/port.ts';
import { Hub } from '../../../shared/stream/hub.ts';
import type { Subscriber } from '../../../shared/stream/topic.ts';
import { createManualClock, type ManualClock, T0 } from '../../unit/support/clock.ts';

/** What a command takes to Redis and back in the same region. Longer would only mean fewer polls. */
const ROUND_TRIP_MS = 5;
const WRITE_EVERY_MS = 1_000;

export interface IsolateSketch {
  /** What each of its clients watches. */
  readonly clients: readonly string[];
  /** Whether a run of each BOM writes once a second, or none is at work. */
  readonly active: boolean;
  /** Milliseconds between two polls while a run is at work. */
  readonly pollMs: number;
  /** Time that passes before anything is counted. */
  readonly settleSeconds: number;
  readonly seconds: number;
  readonly random: () => number;
}

export interface IsolateCost {
  readonly redisReads: number;
  readonly tableReads: number;
  /** Events that came over the network, and those handed to clients. */
  readonly eventsRead: number;
  readonly deliveries: number;
}

/** Lets an isolate serve its clients for so many seconds. */
export async function simulateIsolate(
  { clients, active, pollMs, settleSeconds, seconds, random }: IsolateSketch,
): Promise<IsolateCost> {
  const clock = createManualClock();
  const began = clock.now();
  // Each BOM writes at its own moment of the second.
  const phases = new Map([...new Set(clients)].map((bomId) => [bomId, random() * WRITE_EVERY_MS]));
  const newestSeq = (bomId: string) =>
    active ? 1 + Math.floor((clock.now() - began + phases.get(bomId)!) / WRITE_EVERY_MS) : 1;
  const redis = countedStore(clock, newestSeq);
  const table = countedStore(clock, newestSeq);
  let deliveries = 0;
  const hub = new Hub({
    redis: redis.reader,
    table: table.reader,
    log: (event) => {
      throw new Error(`unexpected: ${event}`);
    },
    pollMs,
    now: clock.now,
    random,
    after: clock.after,
  });
  for (const bomId of clients) {
    const client: Subscriber = {
      deliver(events) {
        deliveries += events.length;
        return null;
      },
      changed() {},
      storeChanged() {},
      rewound() {},
      gone() {},
    };
    hub.arrived(clock.now());
    hub.attach(bomId, client);
    hub.startFrom(bomId, client, eventOf(1, active));
  }
  await clock.advance(settleSeconds * 1_000);
  for (const counts of [redis.counts, table.counts]) Object.assign(counts, { reads: 0, events: 0 });
  deliveries = 0;
  await clock.advance(seconds * 1_000);
  return {
    redisReads: redis.counts.reads,
    tableReads: table.counts.reads,
    eventsRead: redis.counts.events + table.counts.events,
    deliveries,
  };
}

function countedStore(clock: ManualClock, newestSeq: (bomId: string) => number) {
  const counts = { reads: 0, events: 0 };
  const following = ({ bomId, after }: Cursor): [string, readonly StoredEvent[]] => {
    const first = (after?.seq ?? 0) + 1;
    const events = Array.from({ length: newestSeq(bomId) + 1 - first }, (_, i) => eventOf(first + i, true));
    counts.events += events.length;
    return [bomId, events];
  };
  const travel = () => new Promise<void>((resolve) => clock.after(ROUND_TRIP_MS / 2, resolve));
  const reader: ProgressReader = {
    async read(cursors) {
      counts.reads += 1;
      await travel();
      const news = cursors.map(following).filter(([, events]) => events.length > 0);
      await travel();
      return new Map(news);
    },
  };
  return { reader, counts };
}

function eventOf(seq: number, active: boolean): StoredEvent {
  return {
    id: { run: 1, seq },
    type: active ? 'enrichment.progress' : 'enrichment.paused',
    status: active ? 'enriching' : 'paused',
    at: T0,
    json: '{}',
  };
}
