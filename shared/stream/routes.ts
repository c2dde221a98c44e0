/** HTTP surface of the stream: lets a client in, gives it what it missed, and keeps it supplied. */
import type { Database } from '../database/port.ts';
import { errorName } from '../log.ts';
import { INTERNAL_ERROR, toProblem } from '../http/problem.ts';
import type { Route, RouteRequest } from '../http/router.ts';
import type { Contract } from '../api/route.ts';
import * as contract from '../api/stream.ts';
import { readValues, requireCaller } from '../http/handle.ts';
import { createBomStream } from './bom-stream.ts';
import { Gate, throughGate } from './gate.ts';
import { createOrganizationStream } from './organization-stream.ts';
import { createOrganizationWatch } from './organization-watch.ts';
import { refuseForNow } from './refusal.ts';
import { Rights } from './rights.ts';
import type { Scope } from './scope.ts';
import { STREAM_HEADERS } from './headers.ts';
import { createStreams, endOfStream, type StreamsOptions, type Supply } from './streams.ts';
import { createIdentify, type IdentifyOptions, requireScope } from './viewer.ts';

/** What both kinds of streams take; read before anything else, since who asks as `client` can read a status. */
const COMMON = { query: contract.streamQuery, headers: contract.streamHeaders };

export type StreamDependencies = IdentifyOptions & Omit<StreamsOptions, 'rights'> & {
  readonly database: Database;
};

export function createStreamRoutes(dependencies: StreamDependencies): Route[] {
  const { database, table, hub, metrics, log, now, random, every } = dependencies;
  const identify = createIdentify(dependencies);
  const stores = throughGate(new Gate(now), { database, table });
  const rights = new Rights({ database, log, now, every });
  const open = createStreams({ ...dependencies, table: stores.table, rights });
  const onMembers = () => rights.soon();
  const watch = createOrganizationWatch({ database, log, every, now, hub, onMembers });

  return [
    streamOf(
      contract.streamBom,
      (asked) => ({ kind: 'bom', id: readValues(contract.streamBom, asked).params.bom_id }),
      createBomStream(stores.database),
    ),
    streamOf(
      contract.streamOrganization,
      (asked) => ({
        kind: 'organization',
        id: readValues(contract.streamOrganization, asked).query.organization_id,
      }),
      createOrganizationStream({ database: stores.database, watch, log }),
    ),
  ];

  /** What all kinds of streams have in common: who asks, for what, whether there is room, and how to say no. */
  function streamOf(
    route: Pick<Contract, 'method' | 'path' | 'callers'>,
    scopeOf: (asked: RouteRequest) => Scope,
    supply: Supply,
  ): Route {
    const { method, path } = route;
    const answer = async (asked: RouteRequest) => {
      const isHead = asked.request.method === 'HEAD';
      const { query: { client = null, ...query }, headers } = readValues(COMMON, asked);
      // The header is the browser's own, newer memory: EventSource reconnects with the address it began with.
      const cursorText = headers['last-event-id'] || query.last_event_id || query.lastEventId || null;
      try {
        const viewer = await identify(asked.request, asked.url);
        if (viewer.kind !== 'ticket' && viewer.kind !== 'admin') requireCaller(route, viewer.kind);
        const scope = scopeOf(asked);
        requireScope(viewer, scope);
        const admitted = { viewer, scope, cursorText };
        if (!isHead) return await open(supply, admitted, client);
        return await supply.look(admitted) ? new Response(null, { headers: STREAM_HEADERS }) : endOfStream();
      } catch (error) {
        metrics.count('refusals');
        const problem = toProblem(error);
        if (problem === INTERNAL_ERROR) log('request_failed', { method: 'GET', error: errorName(error) });
        if (!problem.isTemporary) throw problem;
        log('stream_refused', { code: problem.code });
        return refuseForNow(problem.toResponse(), problem, {
          readsStatuses: client !== null || isHead,
          random,
        });
      }
    };
    return { method, path, handle: answer };
  }
}
