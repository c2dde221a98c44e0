/** The stream's endpoint over a BOM whose events a test writes. Nothing but the database and the stores is fake. */
import { compareEventIds } from '../../../shared/domain/event-id.ts';
import type { StoredEvent } from '../../../shared/progress/port.ts';
import { createStreamEndpoint } from '../../../shared/stream/endpoint.ts';
import { createSessionRegistry } from '../../../shared/stream/session-registry.ts';
import { fakeDatabase } from './database.ts';
import { BOM } from './events.ts';
import { authenticate, cors, request, type RequestSketch } from './http.ts';
import { startHub } from './hub.ts';
import { type SseClient, sseClient } from './sse.ts';

const PAGE = 100;
const MAX_BEHIND = 1_000;

export interface ConnectArgs {
  readonly p_cursor_run: number | null;
  readonly p_cursor_seq: number | null;
}

/** What `enrichment_connect` says about a BOM with these events. */
export function connectAnswer(history: readonly StoredEvent[], args: ConnectArgs) {
  const cursor = args.p_cursor_run === null ? null : { run: args.p_cursor_run, seq: args.p_cursor_seq ?? 0 };
  const behind = history.filter(({ id }) => compareEventIds(id, cursor) > 0);
  const known = cursor !== null && history.some(({ id }) => compareEventIds(id, cursor) === 0);
  const honoured = known && behind.length <= MAX_BEHIND;
  const parsed = (events: readonly StoredEvent[]) => events.map(({ json }): unknown => JSON.parse(json));
  return {
    newest: parsed(history.slice(-1))[0] ?? null,
    cursor: cursor === null ? 'none' : honoured ? 'honoured' : 'lost',
    following: honoured ? parsed(behind.slice(0, PAGE)) : [],
  };
}

/** @param connect in place of what the database would answer; may throw */
export function startStreamEndpoint(
  { history = [], connect }: {
    history?: readonly StoredEvent[];
    connect?: (args: ConnectArgs) => unknown;
  } = {},
) {
  const started = startHub();
  const committed = [...history];
  started.table.put(...history);
  const sessions = createSessionRegistry(started.clock.every);
  const database = fakeDatabase({
    enrichment_connect: (args) =>
      connect
        ? connect(args as unknown as ConnectArgs)
        : connectAnswer(committed, args as unknown as ConnectArgs),
  });
  const { hub, table, clock, log } = started;
  const handle = createStreamEndpoint({
    database,
    table: table.reader,
    hub,
    sessions,
    authenticate,
    cors,
    log: log.log,
    bootedAt: clock.now(),
    wallClockMs: 400_000,
    now: clock.now,
    random: () => 0.5,
  });
  const ask = (query = '', sketch?: RequestSketch) =>
    handle(request(`/enrichment-stream/${BOM}${query}`, sketch));
  return {
    ...started,
    sessions,
    database,
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
    /** What would keep an isolate busy for a client that is not there. */
    leftBehind: () => ({
      topics: hub.counts.topics,
      sessions: sessions.size,
      timers: clock.pending().length,
    }),
  };
}

export const NOTHING_LEFT = { topics: 0, sessions: 0, timers: 0 };
