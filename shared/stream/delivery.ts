/** An event ready to be sent: encoded once, the same bytes for every client. */
import { type EventId, formatEventId } from '../domain/event-id.ts';
import { isTerminal } from '../domain/event.ts';
import type { StoredEvent } from '../progress/port.ts';
import { encodeFrame } from './encode.ts';

export interface Delivery {
  readonly id: EventId;
  readonly frame: Uint8Array;
  readonly terminal: boolean;
  /** Status of the run after it. */
  readonly status: string;
}

export function toDelivery(event: StoredEvent): Delivery {
  return {
    id: event.id,
    frame: encodeFrame({ event: event.type, id: formatEventId(event.id), data: event.json }),
    terminal: isTerminal(event.type),
    status: event.status,
  };
}
