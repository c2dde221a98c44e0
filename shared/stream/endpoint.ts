/** HTTP surface of the stream: lets a client in, gives it what it missed, and keeps it supplied. */
import { z } from 'zod';
import type { Database } from '../database/port.ts';
import { compareEventIds, type EventId, formatEventId, parseEventId } from '../domain/event-id.ts';
import { isTerminal } from '../domain/event.ts';
import { type Authenticate, bearerToken, type User } from '../http/auth.ts';
import type { Cors } from '../http/cors.ts';
import { requireUuid } from '../http/input.ts';
import type { Log } from '../http/log.ts';
import { createRouter } from '../http/router.ts';
import { MAX_EVENTS_PER_READ, type ProgressReader } from '../progress/port.ts';
import { toStoredEvents } from '../progress/table.ts';
import { type Delivery, toDelivery } from './delivery.ts';
import type { Hub } from './hub.ts';
import { rotationTime } from './rotation.ts';
import { Session } from './session.ts';
import type { SessionRegistry } from './session-registry.ts';

const Connect = z.object({
  newest: z.unknown().nullable(),
  cursor: z.enum(['none', 'honoured', 'lost']),
  following: z.array(z.unknown()),
});

const STREAM_HEADERS = {
  'content-type': 'text/event-stream',
  // A proxy that compresses or stores would hold events back.
  'cache-control': 'no-cache, no-transform',
  'x-accel-buffering': 'no',
};

export interface StreamEndpointDependencies {
  readonly database: Database;
  readonly table: ProgressReader;
  readonly hub: Hub;
  readonly sessions: SessionRegistry;
  readonly authenticate: Authenticate;
  readonly cors: Cors;
  readonly log: Log;
  /** When this isolate began and how long the platform lets it live. */
  readonly bootedAt: number;
  readonly wallClockMs: number;
  readonly now: () => number;
  readonly random: () => number;
}

export function createStreamEndpoint(dependencies: StreamEndpointDependencies) {
  const { database, table, hub, sessions, authenticate, cors, log, bootedAt, wallClockMs, now, random } =
    dependencies;

  return createRouter({
    cors,
    log,
    routes: [{
      method: 'GET',
      path: '/enrichment-stream/:bom_id',
      handle: async ({ request, params, url }) => {
        // EventSource can send no header, so the token may come in the address.
        const user = await authenticate(bearerToken(request) ?? url.searchParams.get('token'));
        const bomId = requireUuid('bom_id', params.bom_id);
        // The header is the browser's own, newer memory: EventSource reconnects with the address it began with.
        return await stream(
          user,
          bomId,
          request.headers.get('last-event-id') || url.searchParams.get('last_event_id') || null,
        );
      },
    }],
  });

  async function stream(user: User, bomId: string, cursorText: string | null): Promise<Response> {
    const cursor = cursorText ? parseEventId(cursorText) : null;
    const session = new Session({
      cursor,
      rotateAt: rotationTime({ bootedAt, wallClockMs, now: now(), random: random() }),
      expiresAt: user.expiresAt,
      now,
      random,
      onClose: (reason) => {
        attachment.detach();
        sessions.remove(session);
        log('stream_closed', {
          bom_id: bomId,
          reason,
          ...session.counts,
          sessions: sessions.size,
          ...hub.counts,
        });
      },
    });
    // Attached before anything is read: what is committed from here on reaches either the read or the session.
    const attachment = hub.attach(bomId, session);
    try {
      const start = await connect(user, bomId, cursor);
      const lost = start.cursor === 'lost' || (cursorText !== null && cursor === null);
      const newest = start.newest ? toStoredEvents(bomId, [start.newest])[0]! : null;
      if (newest && cursor && !lost && compareEventIds(newest.id, cursor) === 0 && isTerminal(newest.type)) {
        attachment.detach();
        // Nothing more will come. 204 is what makes EventSource stop reconnecting.
        return new Response(null, { status: 204 });
      }
      const honoured = start.cursor === 'honoured';
      const events = honoured ? toStoredEvents(bomId, start.following) : newest ? [newest] : [];
      sessions.add(session);
      session.open({
        connected: {
          schema_version: 1,
          bom_id: bomId,
          store: hub.store,
          status: newest?.status ?? null,
          newest_event_id: newest ? formatEventId(newest.id) : null,
        },
        reset: lost,
        events: events.map(toDelivery),
        readOn: honoured && events.length === MAX_EVENTS_PER_READ ? (after) => readOn(bomId, after) : null,
      });
      attachment.prime(newest);
      return new Response(session.body, { headers: STREAM_HEADERS });
    } catch (error) {
      attachment.detach();
      sessions.remove(session);
      throw error;
    }
  }

  function connect(user: User, bomId: string, cursor: EventId | null) {
    return database.call('enrichment_connect', {
      p_user_id: user.id,
      p_bom_id: bomId,
      p_cursor_run: cursor?.run ?? null,
      p_cursor_seq: cursor?.seq ?? null,
    }, Connect);
  }

  /** What follows an event, where it is more than one answer holds. */
  async function readOn(bomId: string, after: EventId | null): Promise<Delivery[]> {
    return (await table.read([{ bomId, after }])).get(bomId)?.map(toDelivery) ?? [];
  }
}
