/** The stream beside the least that Deno and Node can do, two libraries, and @upstash/realtime, all in one run. */
import { type BenchOptions, type BenchResult, type Figure, roundsOf } from './figure.ts';
import { type FanOutCost, measureFanOut } from './stream/fan-out.ts';
import { count, median, spread } from './numbers.ts';
import { chosenPieces, inTurn, type Pieces, together } from './pieces.ts';
import type { Percentiles } from './stream/commits.ts';
import type { ReconnectResult } from './stream/forced-reconnects.ts';
import { measureLatency } from './stream/latency.ts';
import { POLL_MS, RARE_POLL_MS } from './stream/poll-times.ts';
import { countLostAndRepeated } from './stream/reconnects.ts';
import { measureRedisCommands } from './stream/redis-commands.ts';
import { costAtScale, readsPerHour } from './stream/redis-costs.ts';
import { pinLoad } from './stream/server-process.ts';
import { ours, oursWithSmallHeap, PEER_SERVERS, type PeerName } from './stream/servers.ts';
import { type ManyStalled, measureManyStalled, measureStalled } from './stream/stalled.ts';
import { measureTableLoad } from './stream/table-load.ts';
import { countUpstashLostAndRepeated, measureUpstashLatency } from './stream/upstash-realtime.ts';

const ROUNDS = 5;
/** What may be lost to routing, rights, cursors and conflation. */
const MAX_RATIO = 1.15;
const MAX_STALLED_MB = 10;
/** An isolate has 256; the rest is for those that read. */
const MAX_MANY_STALLED_MB = 200;
/** As many as a client may be behind, and some. */
const KEPT_FOR_STALLED = 256;
const RECONNECTS = 10_000;
const QUICK_RECONNECTS = 1_000;
/** Events the measured server keeps: as many as come in between two polls, and some. */
const KEPT = 16;

const COMMAND_NOTES = [
  'upstash/realtime is measured at 1.1.0, the newest that the registry has (`npm view @upstash/realtime version`); ' +
  '1.2.0, which shares subscriptions, is not there yet and should need fewer commands.',
  'Its commands are those of pages that stay, whether or not a run is at work: each 298 s SUBSCRIBE, XRANGE, ' +
  '4 pings and UNSUBSCRIBE, which its price list counts. An event is 3 more, as with ours.',
];

const SERVERS = { ours: ours({ kept: KEPT, polls: null }), ...PEER_SERVERS };
type ServerName = keyof typeof SERVERS;

const PIECES: Pieces = {
  reconnects: compareReconnects,
  'fan-out': compareFanOut,
  stalled: measureStalledClients,
  latency: compareLatency,
  reads: async () => ({ figures: await readsPerHour() }),
  commands: async () => ({ figures: [await measureRedisCommands()], notes: COMMAND_NOTES }),
  table: async (options) => ({ figures: await measureTableLoad(roundsOf(options, ROUNDS)) }),
};

/** `folder` names one piece of it. */
export async function benchStream(options: BenchOptions): Promise<BenchResult> {
  await pinLoad();
  return together(await inTurn(chosenPieces('stream', PIECES, options.folder), options));
}

async function compareReconnects({ quick }: BenchOptions): Promise<BenchResult> {
  const atLeast = quick ? QUICK_RECONNECTS : RECONNECTS;
  const ours = await countLostAndRepeated(atLeast);
  const upstash = await countUpstashLostAndRepeated(atLeast);
  return {
    figures: [{
      figure: `events lost / repeated over ${count(atLeast)} forced reconnects`,
      value: lostAndRepeated(ours),
      peers: `upstash/realtime ${lostAndRepeated(upstash)}`,
      target: '0 / 0',
      met: ours.lost === 0 && ours.repeated === 0,
    }],
    notes: [
      'upstash/realtime repeats for two reasons. EventSource comes back after a cut with the address it began with, ' +
      'and with it the cursor from when its client last opened it: all since then comes again. And an event that is ' +
      'in its stream but not yet published while a page subscribes comes from both.',
    ],
    measurements: { reconnects: { ours, upstash } },
  };
}

/** With what serving many takes at that cost. */
async function compareFanOut(options: BenchOptions): Promise<BenchResult> {
  const fanOut = await fanOutInRounds(roundsOf(options, ROUNDS));
  const micros = valuesOf(fanOut, ({ microsPerDelivery }) => microsPerDelivery);
  const kilobytes = valuesOf(fanOut, ({ kbPerConnection }) => kbPerConnection);
  const scale = await costAtScale(median(micros.ours));
  return {
    figures: [cpuFigure(micros), memoryFigure(kilobytes), ...scale.figures],
    notes: scale.notes,
    measurements: { fanOut },
  };
}

async function measureStalledClients(options: BenchOptions): Promise<BenchResult> {
  const rounds = roundsOf(options, ROUNDS);
  const stalled = await stalledInRounds(rounds);
  const manyStalled = await manyStalledInRounds(rounds);
  return {
    figures: [
      stalledFigure(stalled),
      manyStalledFigure('100 events behind', manyStalled.behind),
      manyStalledFigure('caught up, then 2 s of 20 MB/s', manyStalled.caughtUp),
    ],
    measurements: { stalled, manyStalled },
  };
}

async function compareLatency(options: BenchOptions): Promise<BenchResult> {
  const windows = roundsOf(options, ROUNDS);
  const fast = await measureLatency({ pollMs: POLL_MS, windows });
  const slow = await measureLatency({ pollMs: RARE_POLL_MS, windows });
  const upstash = await measureUpstashLatency(windows);
  return {
    figures: [
      latencyFigure('polls of 0.4 s', fast, upstash, { p50: 220, p95: 450 }),
      latencyFigure('polls of 1 s', slow, upstash, { p50: 500, p95: 1_000 }),
    ],
    notes: [
      'Latency: the real hub and HTTP over the local Redis look-alike, with a ledger in memory for Postgres.',
    ],
    measurements: { latency: { fast, slow, upstash } },
  };
}

type Rounds<Name extends string, Value> = Record<Name, Value[]>;

async function fanOutInRounds(rounds: number): Promise<Rounds<ServerName, FanOutCost>> {
  const names = Object.keys(SERVERS) as ServerName[];
  const results = Object.fromEntries(names.map((name) => [name, []])) as unknown as Rounds<
    ServerName,
    FanOutCost
  >;
  for (let round = 0; round < rounds; round++) {
    console.error(`round ${round + 1} of ${rounds}: ${names.join(', ')}`);
    const costs = await measureFanOut(Object.values(SERVERS));
    names.forEach((name, i) => results[name].push(costs[i]!));
  }
  return results;
}

/** Memory does not depend on who else is at work, so these three are measured at the same time. */
async function stalledInRounds(rounds: number): Promise<Rounds<'ours' | 'better-sse' | 'hono', number>> {
  const results = { 'ours': [] as number[], 'better-sse': [] as number[], 'hono': [] as number[] };
  for (let round = 0; round < rounds; round++) {
    console.error(`round ${round + 1} of ${rounds}: a client that never reads`);
    await Promise.all(
      (Object.keys(results) as (keyof typeof results)[]).map(async (name) => {
        results[name].push(await measureStalled(SERVERS[name]));
      }),
    );
  }
  return results;
}

async function manyStalledInRounds(rounds: number): Promise<Rounds<'behind' | 'caughtUp', ManyStalled>> {
  const results = { behind: [] as ManyStalled[], caughtUp: [] as ManyStalled[] };
  const server = oursWithSmallHeap({ kept: KEPT_FOR_STALLED, polls: null });
  for (let round = 0; round < rounds; round++) {
    console.error(`round ${round + 1} of ${rounds}: a thousand clients that never read`);
    results.behind.push(await measureManyStalled(server, true));
    results.caughtUp.push(await measureManyStalled(server, false));
  }
  return results;
}

function valuesOf(costs: Rounds<ServerName, FanOutCost>, pick: (cost: FanOutCost) => number) {
  return Object.fromEntries(
    Object.entries(costs).map(([name, each]) => [name, each.map(pick)]),
  ) as Rounds<ServerName, number>;
}

/** What each round says about ours beside raw Deno. */
function ratiosToRaw(values: Rounds<ServerName, number>): number[] {
  return values.ours.map((value, round) => value / values['raw Deno'][round]!);
}

function cpuFigure(micros: Rounds<ServerName, number>): Figure {
  const ratios = ratiosToRaw(micros);
  const mine = median(micros.ours);
  return {
    figure: 'CPU µs a delivery, 1,000 connections, 240 B',
    value: `${spread(micros.ours, 1)}, ${spread(ratios, 3)} × raw Deno`,
    peers: listed(micros),
    target: `≤ ${MAX_RATIO} × raw Deno, < both libraries`,
    met: median(ratios) <= MAX_RATIO && mine < median(micros['better-sse']) && mine < median(micros.hono),
  };
}

function memoryFigure(kilobytes: Rounds<ServerName, number>): Figure {
  const ratios = ratiosToRaw(kilobytes);
  return {
    figure: 'KB an idle connection, 1,000 connections',
    value: `${spread(kilobytes.ours, 1)}, ${spread(ratios, 2)} × raw Deno`,
    peers: listed(kilobytes),
    target: `≤ ${MAX_RATIO} × raw Deno`,
    met: median(ratios) <= MAX_RATIO,
  };
}

function stalledFigure(megabytes: Rounds<'ours' | 'better-sse' | 'hono', number>): Figure {
  return {
    figure: 'MB grown by a client that never reads, 10 s of 20 MB/s',
    value: spread(megabytes.ours, 1),
    peers: listed(megabytes),
    target: `≤ ${MAX_STALLED_MB}`,
    met: median(megabytes.ours) <= MAX_STALLED_MB,
  };
}

function manyStalledFigure(how: string, measured: readonly ManyStalled[]): Figure {
  const most = measured.map(({ mostMb }) => mostMb);
  return {
    figure: `MB of the process with 1,000 streams that never read, ${how}`,
    value: `${spread(most, 0)}, ${median(measured.map(({ emptyMb }) => emptyMb)).toFixed(0)} empty`,
    target: `≤ ${MAX_MANY_STALLED_MB}`,
    met: median(most) <= MAX_MANY_STALLED_MB,
  };
}

function latencyFigure(
  name: string,
  { ours, naive }: { ours: Percentiles; naive: Percentiles },
  upstash: Percentiles,
  limit: Percentiles,
): Figure {
  return {
    figure: `commit → client, p50 / p95 ms, ${name}`,
    value: `${ours.p50} / ${ours.p95}`,
    peers: `naive, 1 s: ${naive.p50} / ${naive.p95}, upstash/realtime ${upstash.p50} / ${upstash.p95}`,
    target: `≤ ${limit.p50} / ${limit.p95}`,
    met: ours.p50 <= limit.p50 && ours.p95 <= limit.p95,
  };
}

function lostAndRepeated({ lost, repeated, events }: ReconnectResult): string {
  return `${count(lost)} / ${count(repeated)} of ${count(events)}`;
}

function listed(values: Partial<Rounds<PeerName | 'ours', number>>): string {
  return Object.entries(values)
    .filter(([name]) => name !== 'ours')
    .map(([name, each]) => `${name} ${spread(each, 1)}`)
    .join(', ');
}
