/**
 * The product's stream under plain `Deno.serve`, in a process of its own. Everything between a store and the socket
 * is real; Postgres is a ledger in memory, here or in another process, and who asks is let in.
 */
import { createCors } from '../../../shared/http/cors.ts';
import type { Log } from '../../../shared/log.ts';
import { createMetrics, STREAM_FIGURES } from '../../../shared/metrics.ts';
import { createRedisProgress, type RedisOptions } from '../../../shared/progress/redis.ts';
import { toStoredEvent } from '../../../shared/progress/stored-event.ts';
import { createRouter } from '../../../shared/http/router.ts';
import { createStreamRoutes } from '../../../shared/stream/routes.ts';
import { Hub, type HubOptions } from '../../../shared/stream/hub.ts';
import { createSessionRegistry } from '../../../shared/stream/session-registry.ts';
import { BOM_ID, createControl } from '../peers/control.mjs';
import { createLedger } from './ledger.ts';
import { POLL_MS } from './poll-times.ts';
import { createRemoteReader } from './remote-ledger.ts';

export interface OursOptions {
  /** Newest events held a BOM. */
  readonly kept: number;
  /** What to poll and each how many milliseconds; null: the ledger, whenever there is news. */
  readonly polls:
    | { readonly redis: RedisOptions; readonly ledgerUrl: string; readonly pollMs: number }
    | null;
}

/** No stream ends by itself while it is measured. */
const FOREVER_MS = 24 * 3_600_000;

/** Every stream says these; anything else it says means that what is measured is not what should be. */
const ORDINARY: ReadonlySet<string> = new Set(['stream_opened', 'stream_closed', 'metrics']);

const log: Log = (name, fields) => {
  if (!ORDINARY.has(name)) console.error(name, fields);
};
const { kept, polls }: OursOptions = JSON.parse(Deno.args[0]!);
const ledger = createLedger(kept);
const redis = polls ? createRedisProgress(polls.redis) : ledger.reader;
const table = polls ? createRemoteReader(polls.ledgerUrl) : ledger.reader;
const whenever = pollOnNews();
const hub = new Hub({
  redis,
  table,
  log,
  pollMs: polls?.pollMs ?? POLL_MS,
  now: Date.now,
  random: Math.random,
  after: polls ? afterDelay : whenever.after,
});
const every = (ms: number, work: () => void) => {
  const timer = setInterval(work, ms);
  return () => clearInterval(timer);
};
const sessions = createSessionRegistry(every);
const routes = createStreamRoutes({
  database: ledger.database,
  table,
  hub,
  sessions,
  // each client is somebody else: how many streams one user may have is not what is measured
  authenticate: () =>
    Promise.resolve({ kind: 'person', id: crypto.randomUUID(), expiresAt: Date.now() + FOREVER_MS }),
  tickets: null,
  adminToken: null,
  metrics: createMetrics({ of: 'streams', figures: STREAM_FIGURES, log, now: Date.now, every }),
  log,
  bootedAt: Date.now(),
  wallClockMs: FOREVER_MS,
  now: Date.now,
  random: Math.random,
  every,
});
const stream = createRouter({ cors: createCors([]), log, routes });
const control = createControl((_seq, value) => {
  ledger.append(BOM_ID, toStoredEvent(BOM_ID, value)!);
  whenever.news();
});

Deno.serve({ port: 0, hostname: '127.0.0.1', onListen: ({ port }) => console.log(port) }, async (request) => {
  const url = new URL(request.url);
  if (url.pathname === '/rotate') {
    sessions.rotateAll();
    return new Response();
  }
  const answer = control(request.method, url, () => request.text());
  return answer ? new Response(await answer) : await stream(request);
});

function afterDelay(ms: number, work: () => void): () => void {
  const timer = setTimeout(work, ms);
  return () => clearTimeout(timer);
}

/** Does whatever the hub planned as soon as there is news, so that each event is delivered alone, as by the peers. */
function pollOnNews(): { after: HubOptions['after']; news: () => void } {
  const planned = new Set<() => void>();
  let unread = false;
  const go = () => {
    if (!unread || planned.size === 0) return;
    unread = false;
    const due = [...planned];
    planned.clear();
    due.forEach((work) => work());
  };
  return {
    after(_ms, work) {
      planned.add(work);
      // published while the hub was still at its last poll
      queueMicrotask(go);
      return () => void planned.delete(work);
    },
    news() {
      unread = true;
      // not at once: what is published together is found together
      queueMicrotask(go);
    },
  };
}
