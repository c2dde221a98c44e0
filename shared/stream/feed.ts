/** One BOM's events on their way to one client: nothing twice, nothing out of order, nothing left out. */
import { compareEventIds, type EventId } from '../domain/event-id.ts';
import type { Delivery } from './delivery.ts';
import type { Lane, Store, Subscriber } from './topic.ts';

/** Reads what follows an event, a page at a time. An empty page means caught up. */
export type ReadOn = (after: EventId | null) => Promise<readonly Delivery[]>;

/** What a feed begins with. */
export interface FeedStart {
  /** The client's cursor was given up; the events are then the newest state. */
  readonly reset: boolean;
  readonly events: readonly Delivery[];
  /**
   * Set when `events` is not all the client missed. Called only when everything before was written, so that a
   * long absence costs no memory.
   */
  readonly readOn: ReadOn | null;
}

/** Where a feed's events go, and whatever else it is told. */
export interface Sink {
  /** Where they may go past `send` and `sent`, up to the end of a run; null where they may not. */
  readonly lane: Lane | null;
  /** @param fresh what the client does not have yet, in order */
  send(bomId: string, fresh: readonly Delivery[]): void;
  /** All that came in together was sent. */
  sent(feed: Feed): void;
  storeChanged(store: Store): void;
  changed(feed: Feed, change: number): void;
  rewound(): void;
  gone(feed: Feed): void;
}

/** The end of a run, as it is remembered once it was sent: without its bytes, of which a client that reads holds none. */
export type SentEnd = Pick<Delivery, 'id' | 'status'>;

export class Feed implements Subscriber {
  readonly bomId: string;
  readonly #sink: Sink;
  /** Events that arrive before the start; null once it was. */
  #early: Delivery[] | null = [];
  #cursor: EventId | null;
  /** Null when the newest event sent is not the end of a run. */
  #end: SentEnd | null = null;
  /** While catching up: how to read on, and the newest live event that was left to be read. */
  #readOn: ReadOn | null = null;
  #newestLive: EventId | null = null;
  #reading = false;

  /** @param cursor newest event the client already has; null for none */
  constructor(bomId: string, cursor: EventId | null, sink: Sink) {
    this.bomId = bomId;
    this.#cursor = cursor;
    this.#sink = sink;
  }

  /** More of what the client missed is to be fetched now. */
  get isBehind(): boolean {
    return this.#readOn !== null && !this.#reading;
  }

  /** The end of a run, when that was sent last and nothing is known to follow it. */
  get end(): SentEnd | null {
    return this.#readOn ? null : this.#end;
  }

  /** Sends what was missed, then whatever came in meanwhile and is newer. */
  start({ reset, events, readOn }: FeedStart): void {
    if (reset) this.#cursor = null;
    const early = this.#early ?? [];
    this.#early = null;
    this.#readOn = readOn;
    this.#queue(events);
    // On its own, because what came in meanwhile may well be among what was read.
    this.deliver(early);
  }

  /**
   * Sends live events the client does not have yet. Called by the hub, as are the following. Once the client has all that
   * was live, and no more, what follows is new to it without a look at its cursor, which then stays where it is.
   */
  deliver(events: readonly Delivery[]): Lane | null {
    if (this.#early) {
      this.#early.push(...events);
      return null;
    }
    if (this.#readOn) this.#newestLive = events.at(-1)?.id ?? this.#newestLive;
    else this.#queue(events);
    this.#sink.sent(this);
    const isLevel = !this.#readOn && events.length > 0 &&
      compareEventIds(this.#cursor, events.at(-1)!.id) === 0;
    return isLevel ? this.#sink.lane : null;
  }

  storeChanged(store: Store): void {
    this.#sink.storeChanged(store);
  }

  changed(change: number): void {
    this.#sink.changed(this, change);
  }

  rewound(): void {
    this.#sink.rewound();
  }

  gone(): void {
    this.#sink.gone(this);
  }

  /**
   * Fetches the next page of what the client missed, until live events can take over without a hole.
   * @throws what reading throws, and when a committed event is no longer there
   */
  async readNext(): Promise<void> {
    if (!this.#readOn || this.#reading) return;
    this.#reading = true;
    const liveBefore = this.#newestLive;
    try {
      const events = await this.#readOn(this.#cursor);
      this.#queue(events);
      if (events.length === 0) {
        // What had come in live before the read is not there: the BOM is gone. Asking again would never end.
        if (compareEventIds(liveBefore, this.#cursor) > 0) throw new Error('a committed event is missing');
        // What came in during the read may be younger than the read's snapshot, and is fetched by another.
        if (compareEventIds(this.#newestLive, this.#cursor) <= 0) this.#readOn = null;
      }
    } finally {
      this.#reading = false;
    }
    this.#sink.sent(this);
  }

  #queue(events: readonly Delivery[]): void {
    // In order, so what the client has already stands in front.
    let known = 0;
    while (known < events.length && compareEventIds(events[known]!.id, this.#cursor) <= 0) known += 1;
    const newest = events.at(-1);
    if (!newest || known === events.length) return;
    this.#end = newest.terminal ? { id: newest.id, status: newest.status } : null;
    this.#cursor = newest.id;
    this.#sink.send(this.bomId, known === 0 ? events : events.slice(known));
  }
}
