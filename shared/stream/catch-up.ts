/** The pages in which one client gets what it missed: small, since one that does not read holds a whole page. */
import type { EventId } from '../domain/event-id.ts';
import { eventsIn, type ProgressReader, type StoredEvent } from '../progress/port.ts';
import type { ReadOn } from './feed.ts';
import type { Hub } from './hub.ts';

/** Events of a page at most, as `bomstream_connect` bounds the first one. */
export const PAGE_EVENTS = 10;
/** And characters; the largest event is a page of its own. A client that reads gets its next page at once. */
const PAGE_CHARS = 32 * 1024;

/** What of these events one page holds. */
export function pageOf(events: readonly StoredEvent[]): readonly StoredEvent[] {
  let taken = 0;
  let chars = 0;
  for (const { json } of events.slice(0, PAGE_EVENTS)) {
    chars += json.length;
    if (taken > 0 && chars > PAGE_CHARS) break;
    taken += 1;
  }
  return events.slice(0, taken);
}

/** Reads what follows an event of a BOM, a page at a time. */
export function readOnFrom(table: ProgressReader, hub: Pick<Hub, 'encode'>, bomId: string): ReadOn {
  return async (after: EventId | null) => {
    const news = await table.read([{ bomId, after, most: PAGE_EVENTS }]);
    return hub.encode(bomId, pageOf(eventsIn(news.get(bomId))));
  };
}
