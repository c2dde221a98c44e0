/** One BOM in the hub: its place in the event order, and the rule about what may be delivered next. */
import { compareEventIds, type EventId, isDirectSuccessor } from '../domain/event-id.ts';
import { isTerminal } from '../domain/status.ts';
import type { Cursor, StoredEvent } from '../progress/port.ts';

export class Topic {
  readonly bomId: string;
  #cursor: EventId | null;
  #cursorIsTerminal: boolean;
  #status: string | null;

  /** @param newest the newest event its first client was told about; null for a BOM that never ran */
  constructor(bomId: string, newest: StoredEvent | null) {
    this.bomId = bomId;
    this.#cursor = newest?.id ?? null;
    this.#cursorIsTerminal = newest !== null && isTerminal(newest.type);
    this.#status = newest?.status ?? null;
  }

  get cursor(): Cursor {
    return { bomId: this.bomId, after: this.#cursor };
  }

  /** A run is at work, so news may come at any moment. */
  get active(): boolean {
    return this.#status === 'queued' || this.#status === 'enriching';
  }

  /**
   * Takes what Redis returned. Only the direct successor of the cursor may pass: behind anything else there is a
   * hole (trimmed, expired, emptied, never published) that the table has to fill first.
   */
  acceptHot(
    events: readonly StoredEvent[],
  ): { readonly deliver: readonly StoredEvent[]; readonly gap: boolean } {
    const deliver: StoredEvent[] = [];
    for (const event of events) {
      if (compareEventIds(event.id, this.#cursor) <= 0) continue;
      if (!isDirectSuccessor(this.#cursor, this.#cursorIsTerminal, event.id)) return { deliver, gap: true };
      this.#advance(event);
      deliver.push(event);
    }
    return { deliver, gap: false };
  }

  /** Takes what the table returned. It has no holes, so everything newer than the cursor passes. */
  acceptDurable(events: readonly StoredEvent[]): readonly StoredEvent[] {
    const deliver = events.filter((event) => compareEventIds(event.id, this.#cursor) > 0);
    deliver.forEach((event) => this.#advance(event));
    return deliver;
  }

  #advance(event: StoredEvent): void {
    this.#cursor = event.id;
    this.#cursorIsTerminal = isTerminal(event.type);
    this.#status = event.status;
  }
}
