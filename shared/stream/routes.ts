/** HTTP surface of the stream: lets a client in, gives it what it missed, and keeps it supplied. */
import type { Database } from '../database/port.ts';
import { errorName, type Log } from '../log.ts';
import { INTERNAL_ERROR, Problem, toProblem } from '../http/problem.ts';
import type { Route, RouteRequest } from '../http/router.ts';
import type { ProgressReader, WriteProbe } from '../progress/port.ts';
import { createBomStream } from './bom-stream.ts';
import { createStreamCounts } from './counts.ts';
import { Gate, throughGate } from './gate.ts';
import { createHealth } from './health.ts';
import type { Hub } from './hub.ts';
import { createLimits } from './limits.ts';
import { createOrganizationStream } from './organization-stream.ts';
import { createOrganizationWatch } from './organization-watch.ts';
import { Pace } from './pace.ts';
import { refuseForNow } from './refusal.ts';
import type { SessionRegistry } from './session-registry.ts';
import { createLifetimes, type StreamKind } from './stream-kind.ts';
import { createIdentify, type IdentifyOptions, requireScope } from './viewer.ts';

/** A UUID fits, and so does a name; nothing in it needs escaping in an address or a log. */
const CLIENT = /^[\w.~-]{1,64}$/;

export interface StreamDependencies extends IdentifyOptions {
  readonly database: Database;
  /** Streams only read it; whoever asks for the health also learns whether it can be written. */
  readonly redis: ProgressReader & WriteProbe;
  readonly table: ProgressReader;
  readonly hub: Hub;
  readonly sessions: SessionRegistry;
  readonly log: Log;
  /** When this isolate began and how long the platform lets it live. */
  readonly bootedAt: number;
  readonly wallClockMs: number;
  readonly now: () => number;
  readonly random: () => number;
  /** Starts a repeating timer and returns how to stop it. */
  readonly every: (ms: number, work: () => void) => () => void;
}

export function createStreamRoutes(dependencies: StreamDependencies): Route[] {
  const { database, redis, table, hub, log, now, random, every } = dependencies;
  const identify = createIdentify(dependencies);
  const limits = createLimits(now);
  const health = createHealth({ redis, table, now });
  const counts = createStreamCounts({ hub, log, every });
  const begin = createLifetimes({ ...dependencies, limits, counts, pace: new Pace({ now, every }) });
  const stores = throughGate(new Gate(now), { database, table });
  const watch = createOrganizationWatch({ database, log, every });

  return [
    { method: 'GET', path: '/enrichment-stream/health', handle: answerHealth },
    {
      method: 'GET',
      path: '/enrichment-stream/:bom_id',
      handle: streamOf(createBomStream({ ...stores, hub, begin })),
    },
    {
      method: 'GET',
      path: '/enrichment-stream',
      handle: streamOf(createOrganizationStream({ ...stores, hub, watch, log, begin })),
    },
  ];

  async function answerHealth(): Promise<Response> {
    const answer = await health();
    return Response.json(answer, {
      status: answer.status === 'down' ? 503 : 200,
      headers: { 'cache-control': 'no-store' },
    });
  }

  /** What all kinds of streams have in common: who asks, for what, whether there is room, and how to say no. */
  function streamOf(kind: StreamKind): Route['handle'] {
    return async (asked) => {
      const client = clientOf(asked.url);
      try {
        const viewer = await identify(asked.request, asked.url);
        const scope = kind.scope(asked);
        requireScope(viewer, scope);
        const slot = limits.admit(viewer.id, client);
        try {
          const response = await kind.open({ viewer, scope, slot, cursorText: cursorOf(asked) });
          if (!response.body) limits.release(slot);
          return response;
        } catch (error) {
          limits.release(slot);
          throw error;
        }
      } catch (error) {
        const problem = toProblem(error);
        if (problem === INTERNAL_ERROR) log('request_failed', { method: 'GET', error: errorName(error) });
        if (!problem.isTemporary) throw problem;
        log('stream_refused', { code: problem.code });
        return refuseForNow(problem.toResponse(), problem, { readsStatuses: client !== null, random });
      }
    };
  }
}

/**
 * The header is the browser's own, newer memory: EventSource reconnects with the address it began with. A common
 * polyfill sends no header, and its cursor as `lastEventId`.
 */
function cursorOf({ request, url: { searchParams } }: RouteRequest): string | null {
  return request.headers.get('last-event-id') || searchParams.get('last_event_id') ||
    searchParams.get('lastEventId') || null;
}

/** @throws Problem 400 `invalid_client` */
function clientOf(url: URL): string | null {
  const client = url.searchParams.get('client');
  if (client === null || CLIENT.test(client)) return client;
  throw new Problem(
    400,
    'invalid_client',
    'The client must be 1 to 64 letters, digits or any of . _ ~ - that name this one stream among yours.',
  );
}
