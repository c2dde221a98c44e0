/**
 * An event ready to be sent: encoded once, the same bytes for every client, and not before the first of them is written
 * to. What nobody reads in time is never encoded.
 */
import { type EventId, formatEventId } from '../domain/event-id.ts';
import { isTerminal } from '../domain/status.ts';
import type { StoredEvent } from '../progress/port.ts';
import { encodeFrame } from './encode.ts';
import { formatOrganizationCursor } from './organization-cursor.ts';

/** References a BOM's cache has before it looks for those that lead nowhere: as many events as a client may be behind. */
const MAX_FRAMES = 1_000;

/** What the names of its fields and its id take of a frame, about. */
const FRAME_OVERHEAD = 100;

export interface Delivery {
  readonly event: StoredEvent;
  readonly id: EventId;
  readonly body: Body;
  /** The bytes of its body. */
  readonly frame: Uint8Array;
  readonly terminal: boolean;
  /** Status of the run after it. */
  readonly status: string;
}

/** The part of a delivery that waits for a client: its bytes, or how to make them. */
export class Body {
  /** About the bytes of its frame, without making it. */
  readonly weight: number;
  #frame: Uint8Array | null = null;
  /** Forgotten with the event's text once there are bytes: many clients share those, and each may have read its own text. */
  #encode: (() => Uint8Array) | null;

  constructor(weight: number, encode: () => Uint8Array) {
    this.weight = weight;
    this.#encode = encode;
  }

  get frame(): Uint8Array {
    if (this.#encode) {
      this.#frame = this.#encode();
      this.#encode = null;
    }
    return this.#frame!;
  }
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
    return deliveryOf(event, () => this.#frameOf(event, id));
  }

  #frameOf(event: StoredEvent, id: string): Uint8Array {
    const held = this.#held.get(id)?.deref();
    if (held) return held;
    if (this.#held.size >= MAX_FRAMES) this.#forgetFreed();
    const frame = encodeEvent(event, id);
    this.#held.set(id, new WeakRef(frame));
    return frame;
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
  return deliveryOf(event, () => encodeEvent(event, id));
}

function encodeEvent({ type, json }: StoredEvent, id: string): Uint8Array {
  return encodeFrame({ event: type, id, data: json });
}

function deliveryOf(event: StoredEvent, encode: () => Uint8Array): Delivery {
  const body = new Body(event.json.length + FRAME_OVERHEAD, encode);
  return {
    event,
    id: event.id,
    body,
    get frame() {
      return body.frame;
    },
    terminal: isTerminal(event.type),
    status: event.status,
  };
}
