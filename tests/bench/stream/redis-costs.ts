/** What following costs in Redis commands: the real hub under a virtual clock, so the same counts in every run. */
import type { Figure } from '../figure.ts';
import { count } from '../numbers.ts';
import { POLL_MS, RARE_POLL_MS } from './poll-times.ts';
import { seededRandom } from './random.ts';
import { type IsolateCost, simulateIsolate } from './simulation.ts';
import { upstashCommandsPerHour } from './upstash-realtime.ts';

const SEED = 20_260_105;
const HOUR_SECONDS = 3_600;
const MONTH_SECONDS = 30 * 24 * HOUR_SECONDS;
/** Upstash, pay as you go. */
const DOLLARS_PER_COMMAND = 0.2 / 100_000;
/** Upstash's limit for one database. */
const MAX_COMMANDS_PER_SECOND = 10_000;
/** `XADD`, `XREVRANGE` and `EXPIRE`: what publishing one event is. */
const COMMANDS_PER_WRITE = 3;

/** Past the faster polls of a run's first seconds; what is counted then is short enough to wait for. */
const LARGE_SETTLE_SECONDS = 10;
const LARGE_SECONDS = 20;
/** An hour is counted with its first moments. */
const SMALL_SETTLE_SECONDS = 0;

const SMALL = { clients: 100, boms: 10, isolates: 4, settleSeconds: SMALL_SETTLE_SECONDS };
const LARGE = { clients: 100_000, boms: 5_000, isolates: 500, settleSeconds: LARGE_SETTLE_SECONDS };

export async function readsPerHour(): Promise<Figure[]> {
  const fast = await serve({ ...SMALL, active: true, pollMs: POLL_MS, seconds: HOUR_SECONDS });
  const slow = await serve({ ...SMALL, active: true, pollMs: RARE_POLL_MS, seconds: HOUR_SECONDS });
  const idle = await serve({ ...SMALL, active: false, pollMs: POLL_MS, seconds: HOUR_SECONDS });
  const peers = [
    `naive ${count(SMALL.clients * HOUR_SECONDS)}`,
    `MGET ${count(SMALL.isolates * HOUR_SECONDS)}`,
    `upstash/realtime ${count(await upstashCommandsPerHour(SMALL))}`,
  ].join(', ');
  return [
    { name: 'polls of 0.4 s', reads: fast.redisReads, limit: 36_000 },
    { name: 'polls of 1 s', reads: slow.redisReads, limit: 14_400 },
    { name: 'no run at work', reads: idle.redisReads, limit: 40 },
  ].map(({ name, reads, limit }) => ({
    figure: `Redis reads an hour, 100 clients, 10 BOMs, 4 isolates, ${name}`,
    value: count(reads),
    peers,
    target: `≤ ${count(limit)}`,
    met: reads <= limit,
  }));
}

/** What 100,000 clients would cost, were every run at work all month. Reported, held against nothing. */
export async function costAtScale(
  microsPerDelivery: number,
): Promise<{ figures: Figure[]; notes: string[] }> {
  const busy = await serve({ ...LARGE, active: true, pollMs: POLL_MS, seconds: LARGE_SECONDS });
  const idle = await serve({ ...LARGE, active: false, pollMs: POLL_MS, seconds: LARGE_SECONDS });
  const perSecond = (total: number) => total / LARGE_SECONDS;
  const reads = perSecond(busy.redisReads);
  const writes = LARGE.boms * COMMANDS_PER_WRITE;
  const dollars = (commands: number) => `$${count(commands * MONTH_SECONDS * DOLLARS_PER_COMMAND)}`;
  const row = (what: string, commands: number): Figure => ({
    figure: `100,000 clients, 5,000 BOMs, 500 isolates: ${what}`,
    value: `${count(commands)}/s, ${dollars(commands)} a month`,
    peers: `naive ${count(LARGE.clients)}/s, ${dollars(LARGE.clients)}`,
    target: 'reported',
    met: null,
  });
  const cpuShare = perSecond(busy.deliveries) / LARGE.isolates * microsPerDelivery / 1e6;
  return {
    figures: [
      row('Redis reads, all runs at work', reads),
      row('Redis reads, no run at work', perSecond(idle.redisReads)),
    ],
    notes: [
      'Redis reads a second = isolates / (poll interval + round trip): neither clients nor BOMs are in it.',
      `Every run writing once a second is ${
        count(writes)
      } more commands a second (${COMMANDS_PER_WRITE} a write), ` +
      `${dollars(writes)} a month; one Upstash database takes ${count(MAX_COMMANDS_PER_SECOND)} a second. ` +
      `So writing saturates first, from ${
        count((MAX_COMMANDS_PER_SECOND - reads) / COMMANDS_PER_WRITE)
      } writes a second on; reads alone would at ${
        count(LARGE.isolates * MAX_COMMANDS_PER_SECOND / reads)
      } isolates.`,
      `Next: the network, ${
        count(perSecond(busy.eventsRead))
      } events a second out of Redis (each event goes to ` +
      `every isolate that watches its BOM), and the table, ${
        perSecond(busy.tableReads).toFixed(0)
      } reconciling ` +
      `looks a second, ${perSecond(idle.tableReads).toFixed(0)} while nothing runs. An isolate uses ${
        (cpuShare * 100).toFixed(2)
      } % of a core for its ` +
      `${count(LARGE.clients / LARGE.isolates)} clients' deliveries.`,
    ],
  };
}

interface Fleet {
  readonly clients: number;
  readonly boms: number;
  readonly isolates: number;
  readonly active: boolean;
  readonly pollMs: number;
  readonly settleSeconds: number;
  readonly seconds: number;
}

/** Isolates share nothing, so they can be lived through one after the other. */
async function serve({ clients, boms, isolates, ...isolate }: Fleet): Promise<IsolateCost> {
  const random = seededRandom(SEED);
  const total = { redisReads: 0, tableReads: 0, eventsRead: 0, deliveries: 0 };
  const watchedBy = Array.from({ length: isolates }, (): string[] => []);
  // as many clients a BOM, each let in by whichever isolate the platform picks
  for (let i = 0; i < clients; i++) watchedBy[Math.floor(random() * isolates)]!.push(`bom-${i % boms}`);
  for (const watched of watchedBy) {
    const cost = await simulateIsolate({ clients: watched, ...isolate, random });
    total.redisReads += cost.redisReads;
    total.tableReads += cost.tableReads;
    total.eventsRead += cost.eventsRead;
    total.deliveries += cost.deliveries;
  }
  return total;
}
