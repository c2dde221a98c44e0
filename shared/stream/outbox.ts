/** What is still to be written to one client. Pure: the connection takes from it when it can write. */
import type { Body, Delivery } from './delivery.ts';

/**
 * Bytes that may still wait for a slow client when more events come in. Two of the largest events: enough for a
 * hiccup, little enough that a thousand stalled tabs fit into an isolate's memory.
 */
const MAX_WAITING_BYTES_SLOW = 64 * 1024;
/** The same for one that has not had the time to read yet: what it missed and what is new may come in one moment. */
const MAX_WAITING_BYTES = 1024 * 1024;

interface Waiting {
  readonly body: Pick<Body, 'frame' | 'weight'>;
  /**
   * The BOM whose newer events make this one superfluous, as counters are cumulative; null for what is never
   * dropped: a run's end, and events of the connection.
   */
  readonly replaceableFor: string | null;
}

export class Outbox {
  #waiting: Waiting[] = [];
  #bytes = 0;
  #conflated = 0;

  get isEmpty(): boolean {
    return this.#waiting.length === 0;
  }

  /** Events left out because the client did not read in time. */
  get conflated(): number {
    return this.#conflated;
  }

  addControl(frame: Uint8Array): void {
    this.#add({ body: { frame, weight: frame.byteLength }, replaceableFor: null });
  }

  /**
   * Events that came in together stay together: a burst is no sign of a slow client. One that still has much of
   * the earlier ones before it is slow, and gets the newest instead.
   */
  addEvents(bomId: string, events: readonly Delivery[], { isSlow }: { readonly isSlow: boolean }): void {
    const limit = isSlow ? MAX_WAITING_BYTES_SLOW : MAX_WAITING_BYTES;
    // Without anything newer, dropping what waits would leave the client behind for good.
    if (events.length > 0 && this.#bytes > limit) this.#conflate(bomId);
    for (const { body, terminal } of events) this.#add({ body, replaceableFor: terminal ? null : bomId });
  }

  /** About the bytes that `take` would give; 0 for none. */
  get nextWeight(): number {
    return this.#waiting[0]?.body.weight ?? 0;
  }

  take(): Uint8Array | undefined {
    const next = this.#waiting.shift();
    if (next) this.#bytes -= next.body.weight;
    return next?.body.frame;
  }

  #add(waiting: Waiting): void {
    this.#waiting.push(waiting);
    this.#bytes += waiting.body.weight;
  }

  #conflate(bomId: string): void {
    const kept = this.#waiting.filter(({ replaceableFor }) => replaceableFor !== bomId);
    this.#conflated += this.#waiting.length - kept.length;
    this.#waiting = kept;
    this.#bytes = kept.reduce((sum, { body }) => sum + body.weight, 0);
  }
}
