/** Reading envelopes that come back from a store. */
import { parseEventId } from '../domain/event-id.ts';
import { EVENT_TYPES, RUN_STATUSES } from '../domain/status.ts';
import type { StoredEvent } from './port.ts';

const TYPES: ReadonlySet<unknown> = new Set(EVENT_TYPES);
const STATUSES: ReadonlySet<unknown> = new Set(RUN_STATUSES);

/** A run that says that it has no more seconds to go than these is near its end. */
const NEAR_END_S = 2;

/**
 * Looks at what the stream relies on, and by hand, as with a schema that would cost as much as some deliveries of the
 * event. The rest of the envelope was checked where it was written.
 * @param envelope the parsed envelope
 * @param json its text, where the store keeps text; built from the envelope otherwise
 * @returns null when it is not an envelope of this BOM
 */
export function toStoredEvent(bomId: string, envelope: unknown, json?: string): StoredEvent | null {
  const { event_id, event_type, bom_id, created_at, state } = fieldsOf(envelope);
  const { status, eta_seconds } = fieldsOf(state);
  if (bom_id !== bomId || !TYPES.has(event_type) || !STATUSES.has(status)) return null;
  if (typeof event_id !== 'string' || typeof created_at !== 'string') return null;
  const id = parseEventId(event_id);
  const at = Date.parse(created_at);
  if (!id || Number.isNaN(at)) return null;
  return {
    id,
    type: String(event_type),
    status: String(status),
    at,
    ...(typeof eta_seconds === 'number' && eta_seconds <= NEAR_END_S ? { isNearEnd: true } : {}),
    json: json ?? JSON.stringify(envelope),
  };
}

/** None of what is no object. */
function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
