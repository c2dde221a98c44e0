/** What Redis, the clients and the logs say, held against what Postgres says: invariants 3, 5, 6 and 8 of the design. */
import { readFile } from 'node:fs/promises';
import type { Json } from '../support/tenant.ts';
import type { Havoc } from './faults.ts';
import type { Follower } from './follower.ts';
import {
  checkHistory,
  checkSources,
  groupBy,
  type History,
  readHistory,
  type Report,
  type Violation,
} from './history.ts';
import { checkSuppliers } from './supplier.ts';
import { redisKey, type World } from './world.ts';

/** Redis keeps 256 entries or more; what is younger than this many must be there. */
const SURELY_KEPT = 200;
/**
 * More than 64 KiB that wait for a client are conflated. Bytes of envelopes, without what the connection holds by
 * itself and without ends of runs, which stay.
 */
const CONFLATED_BYTES = 48_000;
/** The fastest that a hub polls, with its jitter. */
const SHORTEST_POLL_MS = 90;

/** Everything that must hold once all faults are over and all runs have ended or are paused. */
export async function checkAll(havoc: Havoc, elapsedMs: number, isolates: number): Promise<Violation[]> {
  const { world, followers } = havoc;
  const violations: Violation[] = [];
  const report: Report = (kind, what) => violations.push({ kind, what });
  const history = await readHistory(world);
  checkHistory(history, world.calls, report);
  await checkSources(world, report);
  await checkSuppliers(world, report);
  await checkRedis(havoc, history, report);
  for (const follower of followers) checkFollower(follower, history, report);
  await checkPolls(world, elapsedMs, isolates, report);
  await checkLogs(world, report);
  return violations;
}

/** What is in Redis is what Postgres has committed, whole from its first entry to the newest event. */
export async function checkRedis(
  { world, lastFlush }: Pick<Havoc, 'world' | 'lastFlush'>,
  { events }: Pick<History, 'events'>,
  report: Report,
): Promise<void> {
  for (const [bomId, committed] of groupBy(events, ({ bom_id }) => bom_id)) {
    const entries = await entriesOf(world, bomId);
    const known = new Map(committed.map(({ event }) => [event.event_id, JSON.stringify(event)]));
    for (const [id, text] of entries) {
      if (known.get(id) !== text) report('redis invented', `${id} of ${bomId} is not what Postgres has`);
    }
    const ids = [...known.keys()];
    const kept = entries.map(([id]) => id);
    const expected = kept.length > 0 ? ids.slice(ids.indexOf(kept[0]!)) : [];
    if (kept.join() !== expected.join()) {
      report(
        'redis incomplete',
        `${bomId} has ${kept.join(' ')} of ${ids.length} events up to ${ids.at(-1)}`,
      );
    }
    const missing = committed.slice(-SURELY_KEPT)
      .filter(({ event, created_at }) => created_at.getTime() > lastFlush && !kept.includes(event.event_id));
    if (missing.length > 0) {
      report('redis incomplete', `${bomId} lacks ${missing.map(({ event }) => event.event_id).join(' ')}`);
    }
  }
}

/** Ids and envelopes in Redis, oldest first. */
export async function entriesOf(world: World, bomId: string): Promise<[id: string, text: string][]> {
  const entries: Json[] = await world.redis('XRANGE', redisKey(world, bomId), '-', '+');
  return entries.map(([id, [, text]]) => [id, JSON.stringify(JSON.parse(text))]);
}

function checkFollower(follower: Follower, { events }: History, report: Report): void {
  for (const complaint of follower.complaints) {
    report(complaint.includes("another tenant's") ? 'tenant' : 'client', complaint);
  }
  const { bom, name, viewer } = follower.options;
  if (!bom || bom.deleted || typeof viewer?.revokedAt === 'number') return;
  const say = (what: string) => report('client', `${name} of ${bom.id} ${what}`);
  const committed = events.filter(({ bom_id }) => bom_id === bom.id);
  const position = new Map(committed.map(({ event }, i) => [event.event_id, i]));
  const received = follower.received.get(bom.id) ?? [];
  let missedHere = { connection: 0, bytes: 0, ids: [] as string[] };
  const judge = () => {
    if (missedHere.ids.length > 0 && missedHere.bytes < CONFLATED_BYTES) {
      say(`missed ${missedHere.ids.join(' ')}`);
    }
  };
  for (const [i, { id, connection }] of received.entries()) {
    const at = position.get(id);
    if (at === undefined) {
      say(`got ${id}, which was never committed`);
      continue;
    }
    if (follower.world.textOf(bom.id, id, '') !== JSON.stringify(committed[at].event)) {
      say(`got ${id} otherwise`);
    }
    const before = received[i - 1];
    if (!before) continue;
    if (connection !== missedHere.connection) {
      judge();
      missedHere = { connection, bytes: 0, ids: [] };
    }
    for (const missed of committed.slice((position.get(before.id) ?? at - 1) + 1, at)) {
      missedHere.bytes += JSON.stringify(missed.event).length;
      missedHere.ids.push(missed.event.event_id);
      if (/completed|failed|cancelled/.test(missed.event_type)) {
        say(`missed the end ${missed.event.event_id}`);
      }
    }
  }
  judge();
  const newest = committed.at(-1)?.event.event_id ?? null;
  if (follower.newest(bom.id) !== newest) {
    say(`stopped at ${follower.newest(bom.id)}, and ${newest} is newest`);
  }
}

/** One poll an isolate, not one a client: retired isolates still poll beside those that follow them. */
async function checkPolls(
  { stack }: World,
  elapsedMs: number,
  isolates: number,
  report: Report,
): Promise<void> {
  const { XREAD = 0 } = await stack.redisCommands();
  const most = 2 * isolates * elapsedMs / SHORTEST_POLL_MS;
  if (XREAD > most) {
    report('polls', `${XREAD} XREADs where ${isolates} isolates need ${Math.round(most)} at most`);
  }
}

export async function checkLogs({ stack, log }: World, report: Report): Promise<void> {
  const server = stack.databaseLog ? await readFile(stack.databaseLog, 'utf8') : '';
  for (const line of server.split('\n')) {
    if (line.includes('deadlock detected')) report('deadlock', line);
  }
  for (const line of log) {
    if (/40P01|deadlock/.test(line)) report('deadlock', line);
    else if (/background work failed|Uncaught|PANIC/.test(line)) report('crashed', line);
  }
}
