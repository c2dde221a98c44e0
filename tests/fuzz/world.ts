/** Everything a schedule acts on: the product's parts, the stores behind them, and the clients in front. */
import { z } from 'zod';
import type { Log } from '../../shared/log.ts';
import type { Publication, Publish } from '../../shared/progress/publisher.ts';
import { createManualClock } from '../unit/support/clock.ts';
import { envelope } from '../unit/support/events.ts';
import { recordLog } from '../unit/support/log.ts';
import { Client, TOKEN_LIFE_MS } from './client.ts';
import { type Isolate, startIsolate } from './isolate.ts';
import { type Bom, createPostgres } from './postgres.ts';
import type { Product } from './product.ts';
import { installRedis, keyOf, REDIS_HOST, REDIS_TOKEN } from './redis.ts';
import { ISOLATES, LIVES, type Schedule, type Step, WRITERS } from './steps.ts';
import { BOMS, membership, ORGANIZATIONS, REVOCABLE, USERS } from './users.ts';

/** How long after the last fault everybody must have everything: reconcile, reconnect and idle poll, one after another. */
export const CALM_WITHIN_MS = 60_000;
const CALM_STEP_MS = 5_000;
/** Several of these are more than may wait for a client. */
const LARGE_BYTES = 28_000;
const EVENTS_TO_LAG = 4;
/** Longer than the hub's longest interval while a run is at work. */
const LAG_MS = 1_200;
/** Long enough for a browser to come back and to catch up. */
const ABSENCE_MS = 6_000;
const BETWEEN_COMMITS_MS = 200;
/** Longer than a stream goes on whose right nobody confirms. */
const OUTAGE_MS = 330_000;
const BETWEEN_OUTAGE_NEWS_MS = 15_000;
/** Runs far above any that a schedule reaches. */
const STALE_RUN = 900;

export type World = ReturnType<typeof createWorld>;

export function createWorld(product: Product, { chance, lives }: Pick<Schedule, 'chance' | 'lives'>) {
  const clock = createManualClock();
  const random = mulberry32(chance);
  const wait = async (ms: number) => {
    if (ms > 0) await new Promise<void>((resolve) => clock.after(ms, resolve));
  };
  const complaints: string[] = [];
  const complain = (what: string) => void complaints.push(`${what} (after ${clock.now() - startedAt} ms)`);
  const startedAt = clock.now();
  const record = recordLog();
  const log: Log = (event, fields) => {
    record.log(event, fields);
    // The publisher that drops such a key does not see whether another one has mended it in the meantime.
    if (event === 'redis_key_stale') damage(boms.find(({ id }) => id === fields?.bom_id)!);
  };
  const boms: Bom[] = BOMS.map((bom) => ({
    ...bom,
    events: [],
    positions: new Map<string, number>(),
    published: 0,
    deletedAt: null,
  }));
  /** How many events a BOM had when Redis last lost some of it: what came later must be there. */
  const lostUpTo = new Map(boms.map((bom) => [bom, 0]));
  const postgres = createPostgres({
    product,
    boms,
    members: membership(),
    now: clock.now,
    wait,
  });
  const redis = installRedis({ now: clock.now, after: clock.after, random });
  const isolates: Isolate[] = [];
  const slots = Array.from({ length: ISOLATES }, boot);
  const clients: (Client | undefined)[] = [];
  const writers = Array.from({ length: WRITERS }, (): Publish =>
    product.createPublisher({
      writer: product.createRedisProgress({
        url: `https://${REDIS_HOST}`,
        token: REDIS_TOKEN,
        prefix: '',
      }),
      database: postgres.database,
      log,
      now: clock.now,
    }));

  function boot(): Isolate {
    const isolate = startIsolate({
      product,
      wallClockMs: LIVES[lives],
      clock,
      postgres,
      random,
      log,
      complain,
      onDeath,
    });
    isolates.push(isolate);
    return isolate;
  }

  function onDeath(): void {
    everybody().forEach((client) => client.noticeDeath());
  }

  /** The isolate of a slot that takes requests; a retired one finishes what it has. */
  function route(slot: number): Isolate {
    if (slots[slot]!.retired) slots[slot] = boot();
    return slots[slot]!;
  }

  /** Publishes in the background, as a runner does while others go on. */
  function publish(bom: Bom, writer: number | null): void {
    if (writer !== null) void publishAndNote(writers[writer]!, postgres.unpublished(bom));
  }

  async function publishAndNote(writer: Publish, publication: Publication | null): Promise<void> {
    const published = await writer(publication);
    if (!published) return;
    try {
      await postgres.database.call('bomstream_published', { p_published: published }, z.unknown());
    } catch (error) {
      // Then the tick publishes once more.
      if (!(error instanceof product.Refusal || error instanceof product.DatabaseError)) throw error;
    }
  }

  function commit(bom: Bom, bytes: number): void {
    if (bom.deletedAt !== null) return;
    const newest = bom.events.at(-1);
    if (!newest || newest.terminal) return postgres.commit(bom, 'enrichment.started');
    postgres.commit(bom, 'enrichment.progress', bytes > 0 ? { reason: 'x'.repeat(bytes) } : {});
  }

  function damage(bom: Bom): void {
    lostUpTo.set(bom, bom.events.length);
  }

  const act: { [Kind in Step['do']]: (step: Extract<Step, { do: Kind }>) => void | Promise<void> } = {
    commit({ bom, times, bytes, by }) {
      for (let i = 0; i < times; i++) {
        commit(boms[bom]!, bytes);
        publish(boms[bom]!, by);
      }
    },
    control({ bom, by }) {
      if (!postgres.active(boms[bom]!)) return;
      const paused = boms[bom]!.events.at(-1)!.type === 'enrichment.paused';
      postgres.commit(boms[bom]!, paused ? 'enrichment.resumed' : 'enrichment.paused');
      publish(boms[bom]!, by);
    },
    end({ bom, how, by }) {
      if (!postgres.active(boms[bom]!)) return;
      postgres.commit(boms[bom]!, `enrichment.${how}`);
      publish(boms[bom]!, by);
    },
    flood({ bom, times, by }) {
      for (let i = 0; i < times; i++) commit(boms[bom]!, 0);
      publish(boms[bom]!, by);
    },
    async absence({ client, missed, tableMs, by }) {
      const bom = clients[client]?.bom;
      if (!bom) return;
      clients[client]!.cutAfter(0);
      for (let i = 0; i < missed; i++) commit(bom, 0);
      postgres.latencyMs = tableMs;
      for (let waited = 0; waited < ABSENCE_MS; waited += BETWEEN_COMMITS_MS) {
        commit(bom, 0);
        publish(bom, by);
        await clock.advance(BETWEEN_COMMITS_MS);
      }
    },
    tick: ({ writer }) => boms.forEach((bom) => publish(bom, writer)),
    redisFault({ fault, share }) {
      redis.fault = fault;
      redis.faultShare = share;
    },
    redisHeals: () => void (redis.fault = null),
    async redisLoses({ bom, what }) {
      // What was being published without any delay is there first, so that it is lost.
      await clock.advance(0);
      if (what === 'everything') {
        redis.execute('FLUSHDB');
        boms.forEach(damage);
      } else {
        if (what === 'the BOM') redis.execute('DEL', keyOf(boms[bom]!.id));
        else if (what === 'all but one entry') redis.execute('XTRIM', keyOf(boms[bom]!.id), 'MAXLEN', '1');
        else redis.loseOne(boms[bom]!.id);
        damage(boms[bom]!);
      }
    },
    async redisStale({ bom, entries }) {
      await clock.advance(0);
      redis.execute('DEL', keyOf(boms[bom]!.id));
      for (let seq = 1; seq <= entries; seq++) {
        const id = `${STALE_RUN}-${seq}`;
        const event = envelope(id, { bomId: boms[bom]!.id });
        redis.execute('XADD', keyOf(boms[bom]!.id), id, 'event', JSON.stringify(event));
      }
      damage(boms[bom]!);
    },
    tableFault: ({ fault }) => void (postgres.fault = fault),
    tableHeals: () => void (postgres.fault = null),
    latency({ redisMs, tableMs }) {
      redis.latencyMs = redisMs;
      postgres.latencyMs = tableMs;
    },
    open({ client, user, bom, isolate }) {
      clients[client] ??= new Client(`client ${client}`, USERS[user]!, boms[bom]!, {
        clock,
        postgres,
        tokenLifeMs: lives === 'short' ? TOKEN_LIFE_MS : LIVES.long,
        route: () => route(isolate),
        complain,
      });
      clients[client].open();
    },
    cut: ({ client, bytes }) => clients[client]?.cutAfter(bytes),
    slow: ({ client }) => clients[client]?.readOrNot(false),
    read: ({ client }) => clients[client]?.readOrNot(true),
    async lag({ client, batches, overAnEnd, by }) {
      const bom = clients[client]?.bom;
      if (!bom) return;
      clients[client]!.readOrNot(false);
      for (let i = 0; i < batches; i++) {
        // Both in one poll, or the stream would end in between.
        if (overAnEnd && postgres.active(bom)) postgres.commit(bom, 'enrichment.completed');
        for (let k = 0; k < EVENTS_TO_LAG; k++) commit(bom, LARGE_BYTES);
        publish(bom, by);
        await clock.advance(LAG_MS);
      }
      clients[client]!.readOrNot(true);
    },
    rotate({ isolate }) {
      slots[isolate]!.sessions.rotateAll();
      slots[isolate] = boot();
    },
    kill({ isolate }) {
      slots[isolate]!.kill();
      slots[isolate] = boot();
    },
    membership({ member }) {
      // Nobody joins an organization that is gone.
      if (postgres.members.get(ORGANIZATIONS[0])!.size === 0) return;
      if (member) postgres.regain(REVOCABLE, ORGANIZATIONS[0]);
      else postgres.lose(REVOCABLE, ORGANIZATIONS[0]);
    },
    deletion({ bom, what }) {
      const { organization } = boms[bom]!;
      if (what === 'organization') {
        for (const user of [...postgres.members.get(organization)!]) postgres.lose(user, organization);
      }
      for (
        const each of what === 'BOM' ? [boms[bom]!] : boms.filter((one) => one.organization === organization)
      ) {
        each.deletedAt ??= clock.now();
        redis.execute('DEL', keyOf(each.id));
      }
    },
    async outage({ bom, by }) {
      // Where isolates and tokens do not live as long, every stream has ended before.
      if (lives === 'short') return;
      postgres.fault = 'away';
      for (let waited = 0; waited < OUTAGE_MS; waited += BETWEEN_OUTAGE_NEWS_MS) {
        commit(boms[bom]!, 0);
        publish(boms[bom]!, by);
        await clock.advance(BETWEEN_OUTAGE_NEWS_MS);
      }
      postgres.fault = null;
    },
    pass: ({ ms }) => clock.advance(ms),
    calm: () => calm(),
  };

  function heal(): void {
    redis.fault = null;
    postgres.fault = null;
    redis.latencyMs = 0;
    postgres.latencyMs = 0;
    for (const client of everybody()) client.readOrNot(true);
  }

  function everybody(): Client[] {
    return clients.filter((client) => client !== undefined);
  }

  /** Ends every fault and waits until everybody who may has everything that was committed. */
  async function calm(): Promise<void> {
    heal();
    const behind = () =>
      everybody().filter((each) =>
        each.mayRead && ['connecting', 'open'].includes(each.state) && !each.caughtUp
      );
    await within(CALM_WITHIN_MS, () => behind().length === 0);
    for (const client of behind()) {
      complain(
        `${client.name} was still at ${client.bom.events[client.position]?.text} of ${
          client.bom.events.at(-1)?.text
        }`,
      );
    }
  }

  async function within(ms: number, isDone: () => boolean): Promise<boolean> {
    const until = clock.now() + ms;
    await clock.advance(0);
    while (!isDone() && clock.now() < until) await clock.advance(CALM_STEP_MS);
    return isDone();
  }

  return {
    clock,
    log: record.entries,
    postgres,
    redis,
    boms,
    isolates,
    complaints,
    complain,
    lostUpTo,
    everybody,
    heal,
    calm,
    within,
    publish,
    act: async (step: Step) => await (act[step.do] as (step: Step) => void | Promise<void>)(step),
  };
}

/** A small generator whose numbers follow from its seed alone. */
function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
