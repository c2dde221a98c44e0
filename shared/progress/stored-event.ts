/** Reading envelopes that come back from a store. */
import { z } from 'zod';
import { parseEventId } from '../domain/event-id.ts';
import { EventTypeSchema, RunStatusSchema } from '../domain/event.ts';
import type { StoredEvent } from './port.ts';

/**
 * What the stream relies on. The rest of the envelope was checked where it was written, and checking all of it
 * again for every event would cost more than delivering it.
 */
const Essentials = z.looseObject({
  event_id: z.string(),
  event_type: EventTypeSchema,
  bom_id: z.string(),
  created_at: z.string(),
  state: z.looseObject({ status: RunStatusSchema }),
});

/**
 * @param envelope the parsed envelope
 * @param json its text, where the store keeps text; built from the envelope otherwise
 * @returns null when it is not an envelope of this BOM
 */
export function toStoredEvent(bomId: string, envelope: unknown, json?: string): StoredEvent | null {
  const parsed = Essentials.safeParse(envelope);
  if (!parsed.success || parsed.data.bom_id !== bomId) return null;
  const id = parseEventId(parsed.data.event_id);
  const at = Date.parse(parsed.data.created_at);
  if (!id || Number.isNaN(at)) return null;
  return {
    id,
    type: parsed.data.event_type,
    status: parsed.data.state.status,
    at,
    json: json ?? JSON.stringify(envelope),
  };
}
