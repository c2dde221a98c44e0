/** Plays a schedule, ends every fault, and says which promise was broken. */
import type { Product } from './product.ts';
import type { Bom } from './postgres.ts';
import type { Schedule } from './steps.ts';
import { CALM_WITHIN_MS, createWorld, type World } from './world.ts';

/** Entries that the product keeps in Redis, per BOM. */
const KEPT_ENTRIES = 256;
/** A publisher's breaker rests for at most a minute between two tries. */
const PUBLISHED_WITHIN_MS = 180_000;
const BETWEEN_TRIES_MS = 5_000;
/** Without faults, a publication is noted in the database by then. */
const NOTED_WITHIN_MS = 10;
/** Of a right that was lost until its stream is closed, and of coming back, which may be put off. */
const REFUSED_WITHIN_MS = 35_000 + 30_000;

/** Who sits where when a schedule begins with a crowd: members of both organizations in front of their own BOMs. */
const SEATS = [
  { user: 0, bom: 0, isolate: 0 },
  { user: 1, bom: 0, isolate: 1 },
  { user: 2, bom: 2, isolate: 0 },
  { user: 0, bom: 1, isolate: 0 },
  { user: 0, bom: 0, isolate: 1 },
] as const;

const EVENTS_BEFORE_END = 2;
/** Far beyond what a topic or a page's connection may outlast its last client. */
const LINGER_MS = 60_000;

/** What the schedules did, to see that they do what they are for. */
export interface Reached {
  [what: string]: number;
}

export interface Outcome {
  /** Broken promises, in words; empty when all were kept. */
  readonly complaints: readonly string[];
  readonly reached: Reached;
}

export async function play(product: Product, schedule: Schedule): Promise<Outcome> {
  const world = createWorld(product, schedule);
  try {
    for (let client = 0; client < schedule.crowd; client++) {
      await world.act({ do: 'open', client, ...SEATS[client % SEATS.length]! });
    }
    for (const step of schedule.steps) {
      await world.act(step);
      if (world.complaints.length > 0) return { complaints: world.complaints, reached: {} };
    }
    await finish(world, schedule.lastBlow);
    return { complaints: world.complaints, reached: reachedBy(world) };
  } finally {
    world.redis.release();
  }
}

async function finish(world: World, lastBlow: Schedule['lastBlow']): Promise<void> {
  const { redis, clock, complain } = world;
  world.heal();
  await publishEverything(world);
  reopen(world);
  await world.calm();

  if (lastBlow === 'redis stays away') redis.fault = 'refused';
  for (const bom of world.boms) endLatestRun(world, bom);
  if (lastBlow !== 'never published') world.boms.forEach((bom) => world.publish(bom, 0));
  await clock.advance(0);
  if (lastBlow === 'everything' || lastBlow === 'all but one entry' || lastBlow === 'one entry') {
    for (const bom of world.boms.keys()) await world.act({ do: 'redisLoses', bom, what: lastBlow });
  }
  const unfinished = () =>
    world.everybody().filter((each) => each.mayRead && !(each.state === 'ended' && each.caughtUp));
  await world.within(CALM_WITHIN_MS, () => {
    // Again and again: a page that asked before the run began may be told only later that nothing more comes.
    reopen(world);
    return unfinished().length === 0;
  });
  for (const client of unfinished()) {
    complain(`${client.name} was never done: ${client.state} at ${client.bom.events[client.position]?.text}`);
  }
  const strangers = () => world.everybody().filter((each) => !each.mayRead && each.state !== 'refused');
  // Whoever heard the end has left; who comes again is refused like the others.
  for (const client of strangers()) if (client.state === 'ended') client.open();
  await world.within(REFUSED_WITHIN_MS, () => strangers().length === 0);
  for (const client of strangers()) complain(`${client.name} was never refused`);

  redis.fault = null;
  await publishEverything(world);
  for (const bom of world.boms) checkRedis(world, bom);
  await checkNothingIsLeft(world);
}

/** The latest run ends; where it has, another one begins and ends. More than its end happens, so that there is something to lose. */
function endLatestRun({ postgres }: World, bom: Bom): void {
  if (bom.deletedAt !== null) return;
  if (!postgres.active(bom)) postgres.commit(bom, 'enrichment.started');
  for (let i = 0; i < EVENTS_BEFORE_END; i++) postgres.commit(bom, 'enrichment.progress');
  postgres.commit(bom, 'enrichment.completed');
}

/** Pages that were told to stop are opened again, with what they have, where there is more. */
function reopen(world: World): void {
  for (const client of world.everybody()) {
    if (!client.caughtUp || client.state === 'refused') client.open();
  }
}

async function publishEverything({ boms, postgres, clock, publish, complain }: World): Promise<void> {
  const unpublished = () => boms.filter((bom) => postgres.unpublished(bom));
  const published = () => boms.reduce((sum, bom) => sum + bom.published, 0);
  const until = clock.now() + PUBLISHED_WITHIN_MS;
  await clock.advance(0);
  while (unpublished().length > 0 && clock.now() < until) {
    const before = published();
    for (const bom of unpublished()) publish(bom, 0);
    await clock.advance(NOTED_WITHIN_MS);
    if (published() === before) await clock.advance(BETWEEN_TRIES_MS);
  }
  if (unpublished().length > 0) complain('the publisher never caught up');
}

/** Redis holds nothing that was not committed, and everything that was published since it last lost something. */
function checkRedis({ redis, lostUpTo, complain }: World, bom: Bom): void {
  // What was under way when it was deleted expires by itself.
  if (bom.deletedAt !== null) return;
  const there = new Set(redis.ids(bom.id));
  const committed = new Set(bom.events.map(({ text }) => text));
  const foreign = [...there].filter((id) => !committed.has(id));
  if (foreign.length > 0) complain(`Redis shows ${foreign.join(' ')}, which was never committed`);
  const missing = bom.events.slice(lostUpTo.get(bom)).slice(-KEPT_ENTRIES).filter(({ text }) =>
    !there.has(text)
  );
  if (missing.length > 0) complain(`Redis lacks ${missing.map(({ text }) => text).join(' ')}`);
}

async function checkNothingIsLeft({ isolates, clock, complain }: World): Promise<void> {
  await clock.advance(LINGER_MS);
  const readsBefore = isolates.map(({ reads }) => reads);
  await clock.advance(LINGER_MS);
  isolates.forEach(({ reads, timers, hub, sessions, dead }, i) => {
    if (dead) return;
    if (reads > readsBefore[i]!) complain('Redis was read without clients');
    const left = { timers, topics: hub.counts.topics, sessions: sessions.size };
    if (Object.values(left).some((count) => count > 0)) complain(`was left: ${JSON.stringify(left)}`);
  });
}

function reachedBy(world: World): Reached {
  const clients = world.everybody();
  const sum = (counts: number[]) => counts.reduce((total, count) => total + count, 0);
  const conflated = sum(world.log.map((entry) => Number(entry.conflated ?? 0)));
  const skipped = sum(clients.map((client) => client.skipped));
  if (skipped > conflated) world.complain(`${skipped} events were skipped, ${conflated} conflated`);
  const reached: Reached = {
    events: sum(clients.map(({ received }) => received.length)),
    connections: sum(clients.map(({ connections }) => connections)),
    skipped,
    polls: sum(world.isolates.map(({ reads }) => reads)),
    gaps: sum(world.isolates.map(({ hub }) => hub.counts.gaps)),
    fallbacks: sum(world.isolates.map(({ hub }) => hub.counts.fallbacks)),
    resets: sum(clients.map(({ resets }) => resets)),
  };
  for (const { event, reason } of world.log) {
    const what = event === 'stream_closed' ? `closed: ${reason}` : event;
    reached[what] = (reached[what] ?? 0) + 1;
  }
  return reached;
}
