/** Where progress is read and written, whichever store it is. */
import type { EventId } from '../domain/event-id.ts';

/** One event as a store holds it. */
export interface StoredEvent {
  readonly id: EventId;
  readonly type: string;
  /** `state.status` of the run after this event. */
  readonly status: string;
  /** When it was committed, in milliseconds since 1970. */
  readonly at: number;
  /** The run is to end within moments, as it says. */
  readonly isNearEnd?: true;
  /** The envelope as JSON text, without line breaks. */
  readonly json: string;
}

/** A reader's place in one BOM's events; null: before the first. */
export interface Cursor {
  readonly bomId: string;
  readonly after: EventId | null;
  /** The newest known of what people changed of the BOM's lines, 0 for none: newer ones are asked for as well. The table has them. */
  readonly change?: number;
  /** Wants no more events than this. A reader may answer more all the same; the table does not. */
  readonly most?: number;
}

/**
 * What a store answers about one BOM: the events that follow the cursor, or why there can be none.
 * `unreadable`: Redis holds something that is no event of this BOM. `ahead`: the cursor is above everything that
 * was ever committed, as after a database was restored. `gone`: there is no such BOM. The last two are the table's.
 */
export type News = readonly StoredEvent[] | Changed | 'unreadable' | 'ahead' | 'gone';

/** People have changed lines since the change that the cursor names; with the events that follow it, if any. */
export interface Changed {
  readonly events: readonly StoredEvent[];
  readonly change: number;
}

const isChanged = (news: News | undefined): news is Changed => typeof news === 'object' && 'change' in news;

/** The newest of what people changed, where the answer tells of one. */
export const changeIn = (news: News | undefined): number | null => isChanged(news) ? news.change : null;

export interface ProgressReader {
  /**
   * What follows each cursor, oldest first, at most 100 events a BOM; BOMs without news are left out.
   * What Redis returns may have holes (trimmed, expired, emptied); what the table returns never has.
   * @throws ProgressUnavailable when the store cannot be read
   */
  read(cursors: readonly Cursor[]): Promise<ReadonlyMap<string, News>>;
}

/** The events in an answer; none when there is something else in it, or nothing. */
export function eventsIn(news: News | undefined): readonly StoredEvent[] {
  return typeof news !== 'object' ? [] : isChanged(news) ? news.events : news;
}

export interface ProgressWriter {
  /**
   * Adds events, oldest first, and renews the key's expiry, all or nothing. Ids that are at or below the newest
   * one there are taken as already added.
   * @returns the newest id the store holds afterwards
   * @throws ProgressUnavailable when that is not certain; `wrong_type` when the BOM's key holds something else
   */
  append(bomId: string, events: readonly StoredEvent[], expireSeconds: number): Promise<EventId>;
  /** Forgets everything about a BOM. */
  drop(bomId: string): Promise<void>;
}

/** Events a read returns for one BOM at most; a reader that is further behind reads again. */
export const MAX_EVENTS_PER_READ = 100;

/** Says whether a store can be written now, and leaves nothing behind. */
export interface WriteProbe {
  /** @throws ProgressUnavailable when it cannot be written */
  probeWrite(): Promise<void>;
}

/**
 * `not_permitted`, `read_only`, `out_of_memory` and `misconfigured`: reads may still work. `wrong_type`: the BOM's key
 * is no stream; this concerns one BOM, and not the store.
 */
export type UnavailableReason =
  | 'timeout'
  | 'unreachable'
  | 'unauthorized'
  | 'not_permitted'
  | 'read_only'
  | 'out_of_memory'
  | 'misconfigured'
  | 'over_quota'
  | 'server_error'
  | 'wrong_type'
  | 'corrupt';

/** Why a store cannot be used now. `reason` is one short word for logs and metrics. */
export class ProgressUnavailable extends Error {
  override readonly name = 'ProgressUnavailable';
  /** The reason once more, where logs look for it (`errorName`). */
  readonly code: UnavailableReason;
  constructor(readonly store: 'redis' | 'table', readonly reason: UnavailableReason) {
    super(`${store}: ${reason}`);
    this.code = reason;
  }
}
