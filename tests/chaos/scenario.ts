/** One run of chaos from an empty stack to a verdict. */
import { setTimeout as rest } from 'node:timers/promises';
import { checkAll, entriesOf } from './checks.ts';
import { type Havoc, play } from './faults.ts';
import { Follower, orderOf } from './follower.ts';
import type { Violation } from './history.ts';
import { mutateDatabase, type Mutation } from './mutate.ts';
import { seeded } from './random.ts';
import { type Counts, planFaults } from './schedule.ts';
import { startStrays } from './stray.ts';
import { endWaits, forgetAnswers } from './supplier.ts';
import { createWorld, eventually, startRun, type World, type WorldOptions } from './world.ts';

export interface ScenarioOptions extends WorldOptions {
  readonly seed: number;
  readonly faults: Counts;
  readonly faultsMs: number;
  /** Workers that keep to nothing but the protocol, and how many lanes each of them has under its id. */
  readonly strays: { readonly workers: number; readonly lanes: number };
  /** Guards of the database that are taken away beforehand. */
  readonly mutations?: readonly Mutation[];
}

export interface Outcome {
  readonly violations: readonly Violation[];
  /** What was done, by name, and what came of it. */
  readonly tally: ReadonlyMap<string, number>;
}

/** What it takes to end everything on a busy machine. Only a hang reaches it. */
const HEAL_MS = 240_000;
/** How often a user looks whether a run has ended that could be started again. */
const USER_MS = 400;
const SAMPLE_MS = 150;
/** Every few kills an invocation fails and every few faults a supplier is closed: without this nobody would be left to be killed. */
const PASS_MS = 3_000;
/** How often suppliers are asked about everything again. */
const FORGET_MS = 8_000;
/** Some runs wait behind others, some go before. */
const PRIORITIES = [5, 5, 9, 1];

export async function runScenario(options: ScenarioOptions): Promise<Outcome> {
  const random = seeded(options.seed);
  const steps = planFaults(random, options.faults, options.faultsMs);
  const world = await createWorld(options);
  await mutateDatabase(world, options.mutations ?? []);
  const begun = Date.now();
  const invented: Violation[] = [];
  let isOver = false;
  const untilOver = async (everyMs: number, work: () => Promise<void>) => {
    for (; !isOver; await rest(everyMs)) await work();
  };
  const followers = await openFollowers(world);
  const havoc: Havoc = { world, followers, tally: new Map(), lastFlush: 0 };
  const following = Promise.all(followers.map((follower) => follower.follow()));
  following.catch(() => {}); // awaited at the end; a harness that fails first must not leave it unheard
  try {
    await Promise.all(world.boms.map((bom, i) => startRun(bom, PRIORITIES[i % PRIORITIES.length]!)));
    const strays = startStrays(world, random, options.strays);
    const background = Promise.all([
      untilOver(USER_MS, () => restartEnded(world)),
      untilOver(SAMPLE_MS, () => sampleRedis(world, invented)),
      untilOver(PASS_MS, () => letTimePass(world)),
      untilOver(FORGET_MS, () => forgetAnswers(world)),
    ]);
    background.catch(() => {}); // as above
    await play(havoc, steps);
    isOver = true;
    await background;
    await strays.stop();
    await reviveByCron(havoc);
    await settle(havoc);
    const violations = [...invented, ...await checkAll(havoc, Date.now() - begun, options.isolates)];
    await tallyUp(havoc);
    return { violations, tally: havoc.tally };
  } finally {
    isOver = true;
    followers.forEach((follower) => follower.stop());
    await following.finally(() => world.stop());
  }
}

/**
 * Two pages on each BOM, one with a token and one with a ticket, and one on each organization; and of each viewer a page on a
 * BOM and one on the organization.
 */
async function openFollowers(world: World): Promise<Follower[]> {
  const followers: Follower[] = [];
  for (const [i, bom] of world.boms.entries()) {
    const { organizationId, token } = bom.tenant;
    const { body } = await bom.tenant.call('POST', 'enrichment/tickets', { bom_id: bom.id });
    followers.push(
      new Follower({ name: `token-${i}`, organizationId, token, bom, viewer: null }, world),
      new Follower({ name: `ticket-${i}`, organizationId, token: body.ticket, bom, viewer: null }, world),
    );
  }
  for (const { organizationId, token } of world.tenants) {
    followers.push(
      new Follower({ name: 'organization', organizationId, token, bom: null, viewer: null }, world),
    );
  }
  for (const viewer of world.viewers) {
    const { organizationId, token } = viewer.tenant;
    const bom = world.boms.find(({ tenant }) => tenant.organizationId === organizationId)!;
    for (const followed of [bom, null]) {
      const name = followed ? 'viewer' : 'viewer-of-all';
      followers.push(new Follower({ name, organizationId, token, bom: followed, viewer }, world));
    }
  }
  return followers;
}

/** A user who wants everything anew as soon as it is done keeps the runners busy to the end. */
async function restartEnded({ sql, boms }: World): Promise<void> {
  const active = await sql(
    `select bom_id from bomstream.enrichment_runs where status in ('queued', 'enriching', 'paused')`,
  );
  const busy = new Set(active.map(({ bom_id }) => bom_id));
  await Promise.all(
    boms.filter(({ id, deleted }) => !busy.has(id) && !deleted).map((bom) => startRun(bom, 5)),
  );
}

/** Whatever Redis shows at any moment, Postgres has committed before. */
async function sampleRedis(world: World, invented: Violation[]): Promise<void> {
  for (const { id: bomId } of world.boms) {
    const newest = await newestInRedis(world, bomId);
    if (!newest) continue;
    const [run, seq] = newest.id.split('-').map(Number);
    const [row] = await world.sql(
      'select event from bomstream.enrichment_events where bom_id = $1 and run = $2 and seq = $3',
      [bomId, run, seq],
    );
    const isGone = world.boms.some(({ id, deleted }) => id === bomId && deleted);
    if (!isGone && JSON.stringify(row?.event) !== newest.text) {
      invented.push({ kind: 'redis invented', what: `${newest.id} of ${bomId} was not committed` });
    }
  }
}

async function newestInRedis(world: World, bomId: string): Promise<{ id: string; text: string } | null> {
  try {
    const [id, text] = (await entriesOf(world, bomId)).at(-1) ?? [];
    return id !== undefined && text !== undefined ? { id, text } : null;
  } catch {
    return null; // it is failing on purpose at this moment
  }
}

/** Every runner dies, nobody is called for a while, and cron alone has to find out. */
async function reviveByCron(havoc: Havoc): Promise<void> {
  const { world: { sql, stack }, world, tally } = havoc;
  await restartEnded(world);
  await sql(`update cron.job set active = false where jobname = 'bomstream-tick'`);
  const isDead = await eventually(async () => {
    await stack.kill('enrichment-runner');
    const [{ alive }] = await sql(
      `select (select count(*) from bomstream.workers where stopped_at is null and live_until > clock_timestamp())
            + (select count(*) from net.http_request_queue) as alive`,
    );
    return Number(alive) === 0;
  }, HEAL_MS);
  const [{ waiting }] = await sql(
    `select count(*) as waiting from bomstream.enrichment_runs where status in ('queued', 'enriching')`,
  );
  if (!isDead || Number(waiting) === 0) throw new Error('there was nothing to revive');
  tally.set('runs revived by cron', Number(waiting));
  for (
    const { answer, invocations } of await sql(
      `select coalesce(status_code::text, error, 'none yet') as answer, count(*) as invocations from bomstream.invocations group by 1`,
    )
  ) tally.set(`invocations answered ${answer}`, Number(invocations));
  await letTimePass(world);
  await sql('update bomstream.enrichment_runs set publish_due_at = now() where published_seq < last_seq');
  await sql(`update cron.job set active = true where jobname = 'bomstream-tick'`);
}

/** Failures put the next try off by up to ten minutes: here those minutes pass at once. */
async function letTimePass(world: World): Promise<void> {
  await world.sql(
    `update bomstream.invocations set invoked_at = invoked_at - interval '1 hour' where answered_at is not null`,
  );
  await endWaits(world);
}

/** Waits until runs have ended, Redis has everything, and clients have seen it; what does not come is found by the checks. */
async function settle({ world, followers, tally }: Havoc): Promise<void> {
  const { sql, boms } = world;
  const begun = Date.now();
  await eventually(async () => {
    await letTimePass(world);
    const [{ open }] = await sql(
      `select count(*) as open from bomstream.enrichment_runs where status in ('queued', 'enriching') or published_seq < last_seq`,
    );
    return Number(open) === 0;
  }, HEAL_MS);
  const rows = await sql(`select bom_id, run || '-' || seq as newest from bomstream.enrichment_progress`);
  const newest = new Map(rows.map((row) => [row.bom_id, row.newest]));
  await eventually(() =>
    Promise.resolve(followers.every(({ options: { bom, viewer } }, i) => {
      if (!bom || bom.deleted || typeof viewer?.revokedAt === 'number' || !boms.includes(bom)) return true;
      const seen = followers[i]!.newest(bom.id);
      return seen !== null && orderOf(seen) >= orderOf(newest.get(bom.id));
    })), HEAL_MS);
  tally.set('seconds to settle', Math.round((Date.now() - begun) / 1000));
}

async function tallyUp({ world: { sql, calls, log }, followers, tally }: Havoc): Promise<void> {
  const [counts] = await sql(
    `select (select count(*) from bomstream.enrichment_runs) as runs, (select count(*) from bomstream.enrichment_events) as events,
            (select count(*) from bomstream.bom_lines) as lines,
            (select sum(enriched_items + not_found_items + failed_items) from bomstream.enrichment_runs) as "lines settled",
            (select count(*) from bomstream.workers) as workers, (select sum(used_today) from bomstream.supplier_limits)
              as "supplier calls granted"`,
  );
  for (const [name, value] of Object.entries(counts)) tally.set(name, Number(value));
  const commits = calls.filter(({ results }) => results.length > 0);
  tally.set('commits', commits.length);
  tally.set(
    'commits that accepted less than all',
    commits.filter(({ accepted, results }) => accepted !== null && accepted < results.length).length,
  );
  tally.set('connections of clients', followers.reduce((sum, { connections }) => sum + connections, 0));
  tally.set('events received', followers.flatMap(({ received }) => [...received.values()]).flat().length);
  tally.set('commits sent again', log.filter((line) => line.includes('"commit_repeated"')).length);
}
