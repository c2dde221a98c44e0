/** An event ready to be sent: encoded once, the same bytes for every client. */
import { type EventId, formatEventId } from '../domain/event-id.ts';
import { isTerminal } from '../domain/event.ts';
import type { StoredEvent } from '../progress/port.ts';
import { encodeFrame } from './encode.ts';
import { formatOrganizationCursor } from './organization-cursor.ts';

export interface Delivery {
  readonly event: StoredEvent;
  readonly id: EventId;
  readonly frame: Uint8Array;
  readonly terminal: boolean;
  /** Status of the run after it. */
  readonly status: string;
}

export function toDelivery(event: StoredEvent): Delivery {
  return deliveryWithId(event, formatEventId(event.id));
}

const forOrganizations = new WeakMap<Delivery, Delivery>();

/** The same event for a stream over many BOMs, where the id has to say of which BOM it is: `<run>-<seq>.<bom_id>`. */
export function toOrganizationDelivery(bomId: string, delivery: Delivery): Delivery {
  const known = forOrganizations.get(delivery);
  if (known) return known;
  const encoded = deliveryWithId(delivery.event, formatOrganizationCursor({ bomId, id: delivery.id }));
  forOrganizations.set(delivery, encoded);
  return encoded;
}

function deliveryWithId(event: StoredEvent, id: string): Delivery {
  return {
    event,
    id: event.id,
    frame: encodeFrame({ event: event.type, id, data: event.json }),
    terminal: isTerminal(event.type),
    status: event.status,
  };
}
