/**
 * Event ids: `<run>-<seq>`, for example `3-17`. One string serves as SSE `id:`, as the Redis stream entry id
 * and as the key in `enrichment_events`. Both parts only grow, so ids of one BOM are totally ordered and an
 * old writer can never overwrite a newer state.
 */

/** A validated event id. */
export interface EventId {
  readonly run: number;
  readonly seq: number;
}

/**
 * Two decimal integers without leading zeros, each at most 9 digits: what the database's integers hold. A longer
 * one from a client's header would fail there with an error instead of being no id of ours.
 */
const EVENT_ID = /^([1-9]\d{0,8})-([1-9]\d{0,8})$/;

/** The id in `text`, or null when it is not one of ours. */
export function parseEventId(text: string): EventId | null {
  const match = EVENT_ID.exec(text);
  return match ? { run: Number(match[1]), seq: Number(match[2]) } : null;
}

export function formatEventId(id: EventId): string {
  return `${id.run}-${id.seq}`;
}

/** Negative when `a` is older than `b`, zero when equal. A null cursor (nothing seen yet) is older than all. */
export function compareEventIds(a: EventId | null, b: EventId | null): number {
  if (a === null || b === null) return (a === null ? 0 : 1) - (b === null ? 0 : 1);
  return a.run - b.run || a.seq - b.seq;
}

/**
 * Whether `next` may be delivered right after `cursor` without anything missing in between: the next number of
 * the same run, or the first of the next run once `cursor` was its run's terminal event.
 */
export function isDirectSuccessor(cursor: EventId | null, cursorIsTerminal: boolean, next: EventId): boolean {
  if (cursor === null) return next.run === 1 && next.seq === 1;
  if (cursorIsTerminal) return next.run === cursor.run + 1 && next.seq === 1;
  return next.run === cursor.run && next.seq === cursor.seq + 1;
}
