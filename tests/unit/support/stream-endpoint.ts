/** The stream's endpoint over a BOM whose events a test writes. Nothing but the database and the stores is fake. */
import type { Authenticate } from '../../../shared/http/auth.ts';
import type { DatabaseHealth } from '../../../shared/database/health.ts';
import { compareEventIds } from '../../../shared/domain/event-id.ts';
import type { StoredEvent } from '../../../shared/progress/port.ts';
import { createMetrics, STREAM_FIGURES } from '../../../shared/metrics.ts';
import { createRouter } from '../../../shared/http/router.ts';
import { createHealthRoute } from '../../../shared/stream/health-routes.ts';
import { createStreamRoutes } from '../../../shared/stream/routes.ts';
import { createSessionRegistry } from '../../../shared/stream/session-registry.ts';
import { createTickets, type Tickets } from '../../../shared/stream/tickets.ts';
import { fakeDatabase, type Functions } from './database.ts';
import { BOM, ORGANIZATION } from './events.ts';
import { authenticate as acceptToken, cors, request, type RequestSketch } from './http.ts';
import { startHub } from './hub.ts';
import { recordLog } from './log.ts';
import { type SseClient, sseClient } from './sse.ts';

export const ADMIN_TOKEN = 'admin-token-of-at-least-32-characters';
export const TICKET_KEY = 'the key that signs tickets in these tests';

export const SECRET_KEY = 'sb_secret_of_these_tests';
export const SETTINGS = { allowed_origins: [], ticket_keys: 1, redis_prefix: '', wall_clock_seconds: null };
/** As it answers when nothing is wrong. */
export const HEALTHY: DatabaseHealth = {
  version: '0.7.0',
  functions: {},
  has_pg_cron: true,
  has_pg_net: true,
  cron_jobs: [],
  missing_secrets: [],
  project_url: 'https://project.example',
  net_open_to: [],
  call: null,
  last_invocation: null,
  invocations: 0,
  unanswered_invocations: 0,
  unpublished_seconds: null,
  failed_schedules: [],
  suppliers: [],
  heads: [],
};

/** How long a topic waits for a client to come back. */
const LINGER_MS = 5_000;
const PAGE = 100;
const MAX_BEHIND = 1_000;

export interface ConnectArgs {
  readonly p_cursor_run: number | null;
  readonly p_cursor_seq: number | null;
}

/** What `bomstream_connect` says about a BOM with these events. */
export function connectAnswer(history: readonly StoredEvent[], args: ConnectArgs) {
  const cursor = args.p_cursor_run === null ? null : { run: args.p_cursor_run, seq: args.p_cursor_seq ?? 0 };
  const behind = history.filter(({ id }) => compareEventIds(id, cursor) > 0);
  const known = cursor !== null && history.some(({ id }) => compareEventIds(id, cursor) === 0);
  const honoured = known && behind.length <= MAX_BEHIND;
  const parsed = (events: readonly StoredEvent[]) => events.map(({ json }): unknown => JSON.parse(json));
  return {
    organization_id: ORGANIZATION,
    newest: parsed(history.slice(-1))[0] ?? null,
    change_id: null,
    cursor: cursor === null ? 'none' : honoured ? 'honoured' : 'lost',
    following: honoured ? parsed(behind.slice(0, PAGE)) : [],
  };
}

/**
 * @param connect in place of what the database would answer; may throw
 * @param functions the same for any of its functions
 */
export function startStreamEndpoint(
  {
    history = [],
    connect,
    functions = {},
    authenticate = acceptToken,
    adminToken = null,
    withTickets = true,
  }: {
    history?: readonly StoredEvent[];
    connect?: (args: ConnectArgs) => unknown;
    functions?: Functions;
    authenticate?: Authenticate;
    adminToken?: string | null;
    withTickets?: boolean;
  } = {},
) {
  const started = startHub();
  const committed = [...history];
  started.table.put(...history);
  const sessions = createSessionRegistry(started.clock.every);
  const activeBoms = { bom_ids: [BOM], more: false, changed: [], deleted: [] };
  const database = fakeDatabase({
    bomstream_connect: (args) =>
      connect
        ? connect(args as unknown as ConnectArgs)
        : connectAnswer(committed, args as unknown as ConnectArgs),
    bomstream_lost_rights: () => [],
    bomstream_health: () => HEALTHY,
    bomstream_organization_connect: () => activeBoms,
    bomstream_active: () => [{ organization_id: ORGANIZATION, ...activeBoms }],
    bomstream_newest: () =>
      committed.slice(-1).map(({ json }) => ({ bom_id: BOM, event: JSON.parse(json) as unknown })),
    ...functions,
  });
  const { hub, redis, table, clock, log } = started;
  const tickets: Tickets = createTickets({ keys: [TICKET_KEY], now: clock.now });
  const figures = recordLog();
  const streams = createStreamRoutes({
    database,
    table: table.reader,
    hub,
    sessions,
    authenticate,
    tickets: withTickets ? tickets : null,
    adminToken,
    metrics: createMetrics({
      of: 'streams',
      figures: STREAM_FIGURES,
      log: figures.log,
      now: clock.now,
      every: clock.every,
    }),
    log: log.log,
    bootedAt: clock.now(),
    wallClockMs: 400_000,
    now: clock.now,
    random: () => 0.5,
    every: clock.every,
  });
  const health = createHealthRoute({
    redis: redis.reader,
    table: table.reader,
    database,
    now: clock.now,
    secretKey: SECRET_KEY,
    settings: SETTINGS,
  });
  const handle = createRouter({ cors, log: log.log, routes: [health, ...streams] });
  const ask = (query = '', sketch?: RequestSketch) =>
    handle(request(`/enrichment-stream/${BOM}${query}`, sketch));
  return {
    ...started,
    /** The lines of figures, which have a log of their own here. */
    figures,
    sessions,
    database,
    tickets,
    ask,
    askAt: (path: string, sketch?: RequestSketch) => handle(request(path, sketch)),
    /** Connects and reads. */
    async follow(query?: string, sketch?: RequestSketch): Promise<SseClient> {
      const response = await ask(query, sketch);
      if (response.status !== 200 || !response.body) throw new Error(`refused with ${response.status}`);
      return sseClient(response.body).start();
    },
    publish(...events: readonly StoredEvent[]) {
      committed.push(...events);
      started.publish(...events);
    },
    /** What would keep an isolate busy for a client that is not there, once its topic no longer waits for it. */
    async leftBehind() {
      await clock.advance(LINGER_MS);
      return { topics: hub.counts.topics, sessions: sessions.size, timers: clock.pending().length };
    },
  };
}

export const NOTHING_LEFT = { topics: 0, sessions: 0, timers: 0 };
