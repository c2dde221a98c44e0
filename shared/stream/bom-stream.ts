/** A stream over one BOM: from where the client stands up to the end of the latest run. */
import type { Database } from '../database/port.ts';
import { compareEventIds, type EventId, formatEventId, parseEventId } from '../domain/event-id.ts';
import { isTerminal } from '../domain/status.ts';
import { type BomConnect, connectToBom } from './bom-connect.ts';
import { PAGE_EVENTS, pageOf } from './catch-up.ts';
import type { BomStart, Session } from './session.ts';
import type { Admitted, Supply } from './streams.ts';

export function createBomStream(database: Database): Supply {
  return { look, open };

  async function look({ viewer, scope, cursorText }: Admitted): Promise<boolean> {
    const cursor = cursorOf(cursorText);
    return !hasSeenTheEnd(await connectToBom(database, viewer, scope.id, cursor), cursor);
  }

  async function open(
    session: Session,
    { viewer, scope: { id: bomId }, cursorText }: Admitted,
  ): Promise<boolean> {
    const cursor = cursorOf(cursorText);
    const feed = session.attach(bomId, cursor);
    const start = await connectToBom(database, viewer, bomId, cursor);
    if (hasSeenTheEnd(start, cursor)) return false;
    const reset = start.cursor === 'lost' || (cursorText !== null && cursor === null);
    const { newest, changeId, role } = start;
    const connected = {
      schema_version: 1,
      bom_id: bomId,
      status: newest?.status ?? null,
      newest_event_id: newest ? formatEventId(newest.id) : null,
      change_id: changeId,
    };
    session.open({ connected, role, reset, lastNews: start.cursor === 'honoured' ? newest : null });
    session.start(feed, { ...firstPage(start), reset, change: changeId ?? 0 });
    return true;
  }
}

const cursorOf = (text: string | null) => text ? parseEventId(text) : null;

function firstPage({ cursor, newest, following }: BomConnect): BomStart {
  if (cursor !== 'honoured') return { newest, events: newest ? [newest] : [], hasMore: false };
  const events = pageOf(following);
  const last = events.at(-1);
  // The database answers a page, or less of it where the events are large.
  const hasMore = newest !== null && last !== undefined &&
    (events.length === PAGE_EVENTS || compareEventIds(newest.id, last.id) > 0);
  return { newest, events, hasMore };
}

function hasSeenTheEnd({ newest, cursor: known }: BomConnect, cursor: EventId | null): boolean {
  return newest !== null && cursor !== null && known !== 'lost' &&
    compareEventIds(newest.id, cursor) === 0 && isTerminal(newest.type);
}
