/** One isolate of the stream function, wired as functions/enrichment-stream wires it, on the schedule's clock. */
import type { Log } from '../../shared/log.ts';
import type { ProgressReader } from '../../shared/progress/port.ts';
import type { Hub } from '../../shared/stream/hub.ts';
import type { SessionRegistry } from '../../shared/stream/session-registry.ts';
import type { ManualClock } from '../unit/support/clock.ts';
import type { Postgres } from './postgres.ts';
import type { Product } from './product.ts';
import { REDIS_HOST, REDIS_TOKEN } from './redis.ts';
import { readToken } from './users.ts';

/** As configured where nobody says otherwise. */
const POLL_MS = 400;
/** The hub's shortest interval less its jitter: polls may not come closer together. */
const SHORTEST_POLL_INTERVAL_MS = 90;
export interface Isolate {
  handle(request: Request): Promise<Response>;
  readonly hub: Hub;
  readonly sessions: SessionRegistry;
  readonly retired: boolean;
  readonly dead: boolean;
  /** How often Redis was read. */
  readonly reads: number;
  /** Timers it has set. */
  readonly timers: number;
  /** The platform ends it at once: nothing in it ever runs again. */
  kill(): void;
}

export function startIsolate(
  { product, wallClockMs, clock, postgres, random, log, complain, onDeath }: {
    product: Product;
    wallClockMs: number;
    clock: ManualClock;
    postgres: Postgres;
    random: () => number;
    log: Log;
    complain: (what: string) => void;
    /** Its clients' connections break now. */
    onDeath: () => void;
  },
): Isolate {
  const bootedAt = clock.now();
  /** The platform sends new requests elsewhere from half of the limit on, and ends an isolate at the whole. */
  const retiredAtMs = wallClockMs / 2;
  let dead = false;
  const timers = new Set<() => void>();
  const held = (cancel: () => void) => {
    timers.add(cancel);
    return () => {
      timers.delete(cancel);
      cancel();
    };
  };
  const after = (ms: number, work: () => void) => {
    if (dead) return () => undefined;
    const cancel = held(clock.after(ms, () => {
      cancel();
      work();
    }));
    return cancel;
  };
  const every = (ms: number, work: () => void) => dead ? () => undefined : held(clock.every(ms, work));
  const table = product.createTableProgress(postgres.database);
  const redis = product.createRedisProgress({
    url: `https://${REDIS_HOST}`,
    token: REDIS_TOKEN,
    prefix: '',
  });
  let lastReadAt = -Infinity;
  let reads = 0;
  let reading = false;
  let requests = 0;
  const bounded: ProgressReader = {
    async read(cursors) {
      if (reading) complain('two XREADs of one isolate are under way at once');
      if (clock.now() - lastReadAt < SHORTEST_POLL_INTERVAL_MS) {
        complain(`XREADs came ${clock.now() - lastReadAt} ms apart`);
      }
      if (sessions.size === 0 && requests === 0) complain('Redis was read for nobody');
      reading = true;
      reads += 1;
      lastReadAt = clock.now();
      try {
        return await redis.read(cursors);
      } finally {
        reading = false;
      }
    },
  };
  const hub = new product.Hub({ redis: bounded, table, log, pollMs: POLL_MS, now: clock.now, random, after });
  const sessions = product.createSessionRegistry(every);
  const routes = product.createStreamRoutes({
    database: postgres.database,
    table,
    hub,
    sessions,
    authenticate: readToken,
    tickets: null,
    adminToken: null,
    metrics: product.createMetrics({
      of: 'streams',
      figures: product.STREAM_FIGURES,
      log,
      now: clock.now,
      every,
    }),
    log,
    bootedAt,
    wallClockMs,
    now: clock.now,
    random,
    every,
  });
  const endpoint = product.createRouter({ cors: product.createCors([]), log, routes });
  const isolate: Isolate = {
    async handle(request) {
      requests += 1;
      try {
        return await endpoint(request);
      } finally {
        requests -= 1;
      }
    },
    hub,
    sessions,
    get retired() {
      return dead || clock.now() - bootedAt >= retiredAtMs;
    },
    get dead() {
      return dead;
    },
    get reads() {
      return reads;
    },
    get timers() {
      return timers.size;
    },
    kill() {
      if (dead) return;
      dead = true;
      timers.forEach((cancel) => cancel());
      onDeath();
    },
  };
  clock.after(wallClockMs, isolate.kill);
  return isolate;
}
