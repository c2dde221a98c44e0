/** Opens a stream over one BOM: from where the client stands up to the end of the latest run. */
import type { Database } from '../database/port.ts';
import { compareEventIds, type EventId, formatEventId, parseEventId } from '../domain/event-id.ts';
import { isTerminal } from '../domain/status.ts';
import type { ProgressReader } from '../progress/port.ts';
import { type BomStart, connectToBom } from './bom-connect.ts';
import { PAGE_EVENTS, pageOf, readOnFrom } from './catch-up.ts';
import { STREAM_HEADERS } from './headers.ts';
import type { Hub } from './hub.ts';
import { type Opening, Session } from './session.ts';
import type { Admitted, BeginLifetime, StreamKind } from './stream-kind.ts';

export interface BomStreamOptions {
  readonly database: Database;
  readonly table: ProgressReader;
  readonly hub: Hub;
  readonly begin: BeginLifetime;
}

export function createBomStream({ database, table, hub, begin }: BomStreamOptions): StreamKind {
  return {
    async open(admitted) {
      const { viewer, scope: { id: bomId }, cursorText } = admitted;
      const cursor = cursorText ? parseEventId(cursorText) : null;
      const { session, lifetime } = attach(admitted, cursor);
      try {
        const start = await connectToBom(database, viewer, bomId, cursor);
        // The same client was faster with its next stream: nothing may be added for one that is over.
        if (lifetime.isOver) return new Response(session.body, { headers: STREAM_HEADERS });
        if (hasSeenTheEnd(start, cursor)) {
          lifetime.givenUp();
          // Nothing more will come. 204 is what makes EventSource stop reconnecting.
          return new Response(null, { status: 204 });
        }
        lifetime.opened();
        const isBehind = hub.prime(bomId, session, start.newest);
        session.open(
          openingOf(bomId, start, { isNoCursor: cursorText !== null && cursor === null, isBehind }),
        );
        return new Response(session.body, { headers: STREAM_HEADERS });
      } catch (error) {
        lifetime.givenUp();
        throw error;
      }
    },
  };

  /** Before anything is read: what is committed from here on reaches either the read or the session. */
  function attach(admitted: Admitted, cursor: EventId | null) {
    const bomId = admitted.scope.id;
    const lifetime = begin(admitted, () => hub.detach(bomId, session));
    const session = new Session({ connection: lifetime, bomId, cursor });
    lifetime.of(session);
    hub.attach(bomId, session);
    return { session, lifetime };
  }

  function openingOf(
    bomId: string,
    start: BomStart,
    { isNoCursor, isBehind }: { isNoCursor: boolean; isBehind: boolean },
  ): Opening {
    const { newest, following } = start;
    const honoured = start.cursor === 'honoured';
    const events = honoured ? pageOf(following) : newest ? [newest] : [];
    const last = events.at(-1);
    // The database answers a page, or less of it where the events are large.
    const hasMore = honoured && newest !== null && last !== undefined &&
      (events.length === PAGE_EVENTS || compareEventIds(newest.id, last.id) > 0);
    return {
      connected: {
        schema_version: 1,
        bom_id: bomId,
        store: hub.store,
        status: newest?.status ?? null,
        newest_event_id: newest ? formatEventId(newest.id) : null,
      },
      reset: start.cursor === 'lost' || isNoCursor,
      events: hub.encode(bomId, events),
      readOn: hasMore || isBehind ? readOnFrom(table, hub, bomId) : null,
    };
  }
}

function hasSeenTheEnd({ newest, cursor: known }: BomStart, cursor: EventId | null): boolean {
  return newest !== null && cursor !== null && known !== 'lost' &&
    compareEventIds(newest.id, cursor) === 0 && isTerminal(newest.type);
}
