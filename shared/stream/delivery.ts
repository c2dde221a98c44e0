/** An event ready to be sent: encoded once, the same bytes for every client. */
import { type EventId, formatEventId } from '../domain/event-id.ts';
import { isTerminal } from '../domain/status.ts';
import type { StoredEvent } from '../progress/port.ts';
import { encodeFrame } from './encode.ts';
import { formatOrganizationCursor } from './organization-cursor.ts';

/** References a BOM's cache has before it looks for those that lead nowhere: as many events as a client may be behind. */
const MAX_FRAMES = 1_000;

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

/**
 * The frames of one BOM that somebody still holds: a client that catches up gets the same bytes as the others, and those
 * of a client that does not read cost nothing beside theirs. Nothing is kept for the cache's own sake.
 */
export class Frames {
  readonly #held = new Map<string, WeakRef<Uint8Array>>();

  toDelivery(event: StoredEvent): Delivery {
    const id = formatEventId(event.id);
    const held = this.#held.get(id)?.deref();
    if (held) return deliveryOf(event, held);
    if (this.#held.size >= MAX_FRAMES) this.#forgetFreed();
    const delivery = deliveryWithId(event, id);
    this.#held.set(id, new WeakRef(delivery.frame));
    return delivery;
  }

  #forgetFreed(): void {
    for (const [id, frame] of this.#held) if (!frame.deref()) this.#held.delete(id);
    // All of them are in use, which no number of clients that read brings about: rather encode twice than grow.
    if (this.#held.size >= MAX_FRAMES) this.#held.clear();
  }
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
  return deliveryOf(event, encodeFrame({ event: event.type, id, data: event.json }));
}

function deliveryOf(event: StoredEvent, frame: Uint8Array): Delivery {
  return {
    event,
    id: event.id,
    frame,
    terminal: isTerminal(event.type),
    status: event.status,
  };
}
