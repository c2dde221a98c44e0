/** One BOM in the hub: its clients, its place in the event order, and the rule about what may be delivered next. */
import { compareEventIds, type EventId, isDirectSuccessor } from '../domain/event-id.ts';
import { isTerminal } from '../domain/status.ts';
import { type Cursor, MAX_EVENTS_PER_READ, type StoredEvent } from '../progress/port.ts';
import { type Delivery, Frames } from './delivery.ts';

/** How long somebody who has just started a run waits for its first signs. */
const FRESH_FOR_MS = 5_000;
/** The same of somebody who is about to get the answer. Each event of a run that goes on says anew whether it is near its end. */
const NEAR_END_FOR_MS = 2_000;
/** What a publisher takes to put a stale key right, which it does with the BOM's next event. */
const REPAIR_MS = 2_000;

export type Store = 'redis' | 'table';

/** Where the events of a BOM go that nobody has to look at: what they are sent to lacks none of those before them. */
export interface Lane {
  /** @param now when they are sent; ms since 1970 */
  pass(bomId: string, events: readonly Delivery[], now: number): void;
}

export interface Subscriber {
  /** @returns where what follows may go straight, up to the end of a run; null while it has to look at that itself */
  deliver(events: readonly Delivery[]): Lane | null;
  storeChanged(store: Store): void;
  /** People have changed lines of the BOM. */
  changed(change: number): void;
  /** What it was given is more than Postgres ever committed, as after a database was restored. */
  rewound(): void;
  /** The BOM was deleted. */
  gone(): void;
}

/** Where a topic stands in the events of its BOM, and what is encoded of them. */
class Place {
  /** Its first client has said where to start; nothing is polled before. */
  isStarted = false;
  cursor: EventId | null = null;
  cursorIsTerminal = false;
  status: string | null = null;
  /** The newest known of what people changed of its lines, 0 for none; null while nobody here wants to know. */
  change: number | null = null;
  /** The newest event a client knows of. Committed, so a topic that is not there yet has something to fetch. */
  newestKnown: EventId | null = null;
  /** The table had more than one answer holds. */
  hasMore = false;
  /** What Redis had in front of a gap, kept until that is filled: a run's end alone would end the streams before the next run. */
  beforeGap: readonly StoredEvent[] | null = null;
  readonly frames = new Frames();
}

/**
 * It begins at no place, is given one by its first client, and follows the events from there. Redis is believed about
 * it, unless it held what Postgres never gave out: then only the table is, until some time after the BOM's next event.
 */
export class Topic {
  readonly bomId: string;
  /** Those that look at each delivery themselves, and the lanes of the others. */
  readonly #apart = new Set<Subscriber>();
  readonly #lanes = new Map<Subscriber, Lane>();
  #place = new Place();
  #freshUntil = 0;
  /** Infinity: until the BOM's next event. */
  #distrustedUntil = 0;
  #stopLingering: () => void = () => {};

  constructor(bomId: string) {
    this.bomId = bomId;
  }

  attach(subscriber: Subscriber): void {
    this.#stopLingering();
    this.#apart.add(subscriber);
  }

  /** @returns whether that was its last client */
  detach(subscriber: Subscriber): boolean {
    const hadIt = this.#apart.delete(subscriber) || this.#lanes.delete(subscriber);
    return hadIt && !this.hasSubscribers;
  }

  /** A copy: some leave at what they are told. */
  get subscribers(): readonly Subscriber[] {
    return [...this.#lanes.keys(), ...this.#apart];
  }

  get hasSubscribers(): boolean {
    return this.#apart.size + this.#lanes.size > 0;
  }

  isFollowedBy(subscriber: Subscriber): boolean {
    return this.#apart.has(subscriber) || this.#lanes.has(subscriber);
  }

  /** @param cancel keeps its end from coming, should a client come first */
  linger(cancel: () => void): void {
    this.#stopLingering = cancel;
  }

  /**
   * Takes what a client was told is newest; null for a BOM that never ran. The first one gives it its place.
   * @param change the newest that it knows of what people changed, where it wants to be told
   * @returns whether it is past that already
   */
  startFrom(newest: StoredEvent | null, now: number, change?: number): boolean {
    if (change !== undefined) this.#place.change ??= change;
    if (!this.#place.isStarted) {
      this.#place.isStarted = true;
      if (newest) this.#advance(newest, now);
      if (this.isActive) this.#freshUntil = now + FRESH_FOR_MS;
    }
    if (newest && compareEventIds(newest.id, this.#place.newestKnown) > 0) {
      this.#place.newestKnown = newest.id;
    }
    return compareEventIds(this.#place.cursor, newest?.id ?? null) > 0;
  }

  /** Gives its place up: the same ids may come to mean something else. */
  restart(): void {
    this.#place = new Place();
    this.#closeLanes();
  }

  get cursor(): Cursor {
    const { cursor, change } = this.#place;
    return { bomId: this.bomId, after: cursor, ...(change === null ? {} : { change }) };
  }

  /** The newest known of what people changed of its lines, 0 for none. */
  get change(): number {
    return this.#place.change ?? 0;
  }

  /** Tells all clients of the newest that people changed. */
  tellChange(change: number): void {
    this.#place.change = change;
    for (const subscriber of [...this.subscribers]) subscriber.changed(change);
  }

  /** It is to be asked about. A lingering one costs nothing: without clients nothing is polled. */
  get isPolled(): boolean {
    return this.#place.isStarted && this.hasSubscribers;
  }

  /** A run is at work, so news may come at any moment. */
  get isActive(): boolean {
    return this.#place.status === 'queued' || this.#place.status === 'enriching';
  }

  /** A run has just begun, or is about to end. */
  isFresh(now: number): boolean {
    return this.isActive && this.#freshUntil > now;
  }

  /** There is something to fetch, whatever Redis has. */
  get isKnownBehind(): boolean {
    return this.#place.hasMore || compareEventIds(this.#place.newestKnown, this.#place.cursor) > 0;
  }

  get hasGap(): boolean {
    return this.#place.beforeGap !== null;
  }

  believesRedis(now: number): boolean {
    return this.#distrustedUntil <= now;
  }

  /** From now until some time after the BOM's next event only the table is believed about it. */
  distrustRedis(): void {
    this.#distrustedUntil = Infinity;
  }

  /**
   * Takes what Redis returned. Only the direct successor of the cursor may pass: behind anything else there is a gap
   * (trimmed, expired, emptied, never published) that the table has to fill first.
   * @returns what may be delivered; nothing with a gap, which keeps it
   */
  acceptHot(events: readonly StoredEvent[], now: number): readonly StoredEvent[] {
    const passed: StoredEvent[] = [];
    for (const event of events) {
      if (compareEventIds(event.id, this.#place.cursor) <= 0) continue;
      if (!isDirectSuccessor(this.#place.cursor, this.#place.cursorIsTerminal, event.id)) {
        this.#place.beforeGap = passed;
        return [];
      }
      this.#advance(event, now);
      passed.push(event);
    }
    return passed;
  }

  /**
   * Takes what the table returned. It has no gaps, so everything newer than the cursor passes.
   * @returns that; what stands in front of it, if there was a gap, is for `takeBeforeGap` to give
   */
  acceptDurable(events: readonly StoredEvent[], now: number): readonly StoredEvent[] {
    const passed = events.filter((event) => compareEventIds(event.id, this.#place.cursor) > 0);
    passed.forEach((event) => this.#advance(event, now));
    this.#place.hasMore = passed.length === MAX_EVENTS_PER_READ;
    if (passed.length > 0 && this.#distrustedUntil === Infinity) this.#distrustedUntil = now + REPAIR_MS;
    return passed;
  }

  /** The gap was filled, or cannot be now: what was kept in front of it need not wait any longer. */
  takeBeforeGap(): readonly StoredEvent[] {
    const kept = this.#place.beforeGap ?? [];
    this.#place.beforeGap = null;
    return kept;
  }

  /** Events ready to be sent, in the bytes that other clients already hold where there are any. */
  encode(events: readonly StoredEvent[]): Delivery[] {
    return events.map((event) => this.#place.frames.toDelivery(event));
  }

  deliver(events: readonly StoredEvent[], now: number): void {
    if (events.length === 0) return;
    const deliveries = this.encode(events);
    if (deliveries.at(-1)!.terminal) this.#closeLanes();
    // Copies: some leave at what they are sent, as at a run's end, and may be back at once.
    for (const lane of [...this.#lanes.values()]) lane.pass(this.bomId, deliveries, now);
    for (const subscriber of [...this.#apart]) {
      const lane = subscriber.deliver(deliveries);
      if (lane && this.#apart.delete(subscriber)) this.#lanes.set(subscriber, lane);
    }
  }

  #closeLanes(): void {
    for (const subscriber of this.#lanes.keys()) this.#apart.add(subscriber);
    this.#lanes.clear();
  }

  #advance(event: StoredEvent, now: number): void {
    this.#place.cursor = event.id;
    this.#place.cursorIsTerminal = isTerminal(event.type);
    this.#place.status = event.status;
    if (event.type === 'enrichment.started') this.#freshUntil = now + FRESH_FOR_MS;
    else if (event.isNearEnd) this.#freshUntil = Math.max(this.#freshUntil, now + NEAR_END_FOR_MS);
  }
}
