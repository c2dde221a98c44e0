/** Copies committed events to Redis. Postgres already has them, so failing here costs readers latency, never data. */
import { z } from 'zod';
import type { Database } from '../database/port.ts';
import { compareEventIds, type EventId, formatEventId, parseEventId } from '../domain/event-id.ts';
import { errorName, type Log } from '../log.ts';
import { createBreaker } from './breaker.ts';
import { ProgressUnavailable, type ProgressWriter, type StoredEvent } from './port.ts';
import { toStoredEvents } from './table.ts';

/** What a database function hands out to be published: a BOM's events that Redis has not been given, oldest first. */
export const Publication = z.object({
  bom_id: z.string(),
  expire_seconds: z.int().positive(),
  events: z.array(z.unknown()).min(1),
});
export type Publication = z.infer<typeof Publication>;

/** What Redis now holds everything up to; goes back to the database with the next call. */
export interface Published {
  readonly bom_id: string;
  readonly event_id: string;
}

/** Publishes and says what the database may note as published; null when nothing was, or it failed. Never throws. */
export type Publish = (publication: Publication | null) => Promise<Published | null>;

export function createPublisher(
  { writer, database, log, now }: { writer: ProgressWriter; database: Database; log: Log; now: () => number },
): Publish {
  const breaker = createBreaker();
  return async (publication) => {
    if (!publication) return null;
    const { bom_id: bomId, expire_seconds } = publication;
    // A Redis that hangs must not hold up every batch for the length of a timeout.
    if (!breaker.allows(now())) {
      log('publish_put_off', { bom_id: bomId, events: publication.events.length });
      return null;
    }
    try {
      const events = toStoredEvents(bomId, publication.events);
      const last = events.at(-1)!.id;
      const top = await append(bomId, events, expire_seconds);
      if (compareEventIds(top, last) > 0 && await isStale(bomId, formatEventId(top))) {
        // A key left over from a database that no longer exists would hide every event of this one.
        await writer.drop(bomId);
        await writer.append(bomId, events, expire_seconds);
        log('redis_key_stale', { bom_id: bomId, top: formatEventId(top) });
      }
      breaker.succeeded();
      return { bom_id: bomId, event_id: formatEventId(last) };
    } catch (error) {
      if (error instanceof ProgressUnavailable) breaker.failed(now());
      log('publish_failed', { bom_id: bomId, events: publication.events.length, error: errorName(error) });
      return null;
    }
  };

  async function append(
    bomId: string,
    events: readonly StoredEvent[],
    expireSeconds: number,
  ): Promise<EventId> {
    try {
      return await writer.append(bomId, events, expireSeconds);
    } catch (error) {
      if (!(error instanceof ProgressUnavailable) || error.reason !== 'wrong_type') throw error;
      // Whatever it holds, nobody but us may name a key like this, and no event could ever be added to it.
      await writer.drop(bomId);
      log('redis_key_of_wrong_type', { bom_id: bomId });
      return await writer.append(bomId, events, expireSeconds);
    }
  }

  /** A higher top is usually a concurrent publisher's newer event. Only an id Postgres never gave out is foreign. */
  async function isStale(bomId: string, top: string): Promise<boolean> {
    const head = await database.call('bomstream_head', { p_bom_id: bomId }, z.string().nullable());
    return compareEventIds(parseEventId(top), head ? parseEventId(head) : null) > 0;
  }
}
