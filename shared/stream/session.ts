/** One client: its connection, and a feed for each BOM that it follows. */
import type { BomChanged, BomDeleted, RoleChanged } from '../api/stream.ts';
import { type EventId, formatEventId } from '../domain/event-id.ts';
import type { StoredEvent } from '../progress/port.ts';
import {
  type CloseReason,
  Connection,
  type ConnectionOptions,
  type EndReason,
  type Writer,
} from './connection.ts';
import { type Delivery, toOrganizationDelivery } from './delivery.ts';
import { Feed, type ReadOn, type Sink } from './feed.ts';
import type { Hub } from './hub.ts';
import type { Role } from './rights.ts';
import type { Scope } from './scope.ts';
import type { Lane, Store } from './topic.ts';

export interface SessionOptions {
  /**
   * A stream over one BOM ends with the BOM's latest run. One over an organization never ends by itself, and its ids say
   * of which BOM an event is.
   */
  readonly kind: Scope['kind'];
  readonly connection: ConnectionOptions;
  readonly hub: Pick<Hub, 'store' | 'arrived' | 'attach' | 'detach' | 'startFrom' | 'encode'>;
  /** How to read what follows an event of a BOM. */
  readonly readOnFrom: (bomId: string) => ReadOn;
  /** Called once, when the first frame is about to be sent. */
  onOpen(opened: Pick<Opening, 'reset' | 'role'>): void;
  /** Called once, whichever way the stream ends. */
  onClose(reason: CloseReason, error?: unknown): void;
}

/** What a stream begins with. */
export interface Opening {
  readonly connected: Readonly<Record<string, unknown>>;
  /** What the viewer may do there; null, or none, where it is no member's right. */
  readonly role?: Role;
  /** The client's cursor leads nowhere. */
  readonly reset: boolean;
  /** Of a client that comes back with its cursor the newest event of that BOM; null for one that is new. */
  readonly lastNews: StoredEvent | null;
}

/** What a BOM begins with. */
export interface BomStart {
  /** The newest event as it was read; null for a BOM that never ran. */
  readonly newest: StoredEvent | null;
  /** What is sent first. */
  readonly events: readonly StoredEvent[];
  /** `events` is not all the client missed: the rest is read once they were written. */
  readonly hasMore: boolean;
  /** The client's cursor was given up; the events are then the newest state. */
  readonly reset?: boolean;
  /** The newest of what people changed of its lines as it was read, 0 for none; what follows is told. */
  readonly change?: number;
}

/** What its feeds and its connection call is itself: a closure for each would be kept for every open stream. */
export class Session implements Sink, Writer {
  readonly #options: SessionOptions;
  readonly #isOfMany: boolean;
  readonly #connection: Connection;
  readonly #feeds = new Map<string, Feed>();
  /** Where the client was told that events come from; null before it was. */
  #toldStore: Store | null = null;
  #atEnd: (() => void) | null = null;
  /** Followed BOMs of whose deletion the client was told, until the organization's look tells of it, too. */
  readonly #gone = new Set<string>();

  constructor(options: SessionOptions) {
    this.#options = options;
    this.#isOfMany = options.kind === 'organization';
    this.#connection = new Connection(options.connection, this);
  }

  get body(): ReadableStream<Uint8Array> {
    return this.#connection.body;
  }

  get counts(): Connection['counts'] {
    return this.#connection.counts;
  }

  /** Neither over nor about to be. */
  get isOpen(): boolean {
    return this.#connection.isOpen;
  }

  get feeds(): ReadonlyMap<string, Feed> {
    return this.#feeds;
  }

  /**
   * Takes a BOM in, before its state is read: what is committed from here on reaches either the read or the feed. A
   * stream that is over takes in nothing.
   * @param cursor newest event the client already has; null for none
   */
  attach(bomId: string, cursor: EventId | null): Feed {
    const feed = new Feed(bomId, cursor, this);
    if (this.isOpen) {
      this.#feeds.set(bomId, feed);
      this.#options.hub.attach(bomId, feed);
    }
    return feed;
  }

  /** Lets go of a BOM; of one that has left since, or came back with another feed, it does nothing. */
  detach(feed: Feed): void {
    if (this.#feeds.get(feed.bomId) !== feed) return;
    this.#feeds.delete(feed.bomId);
    this.#options.hub.detach(feed.bomId, feed);
  }

  /** Lets go of everything, for the end of the stream. Doing so again changes nothing. */
  detachAll(): void {
    for (const feed of this.#feeds.values()) this.detach(feed);
    this.#atEnd?.();
  }

  /** What else to give up when the stream ends; at once, where it is over. */
  atEnd(work: () => void): void {
    if (this.isOpen) this.#atEnd = work;
    else work();
  }

  open({ connected, role, reset, lastNews }: Opening): void {
    if (!this.isOpen) return;
    const { hub, connection, onOpen } = this.#options;
    onOpen({ reset, role });
    hub.arrived(lastNews?.at ?? connection.now());
    this.#toldStore = hub.store;
    this.#connection.open({ ...connected, ...(role ? { role } : {}), store: this.#toldStore });
    if (reset) this.#connection.control('reset', { reason: 'cursor_lost' });
    this.#connection.flush();
  }

  /** Sends what a BOM begins with, and from then on what happens to it. */
  start(feed: Feed, { newest, events, hasMore, reset = false, change }: BomStart): void {
    const { bomId } = feed;
    if (this.#feeds.get(bomId) !== feed) return;
    const { hub, readOnFrom } = this.#options;
    const isBehind = hub.startFrom(bomId, feed, newest, change);
    // Nothing was heard of the hub while no BOM was followed.
    this.storeChanged(hub.store);
    feed.start({
      reset,
      events: hub.encode(bomId, events),
      readOn: hasMore || isBehind ? readOnFrom(bomId) : null,
    });
  }

  /** Tells the client something that is no event of a BOM. */
  control(event: string, data: Readonly<Record<string, unknown>>): void {
    if (!this.isOpen) return;
    this.#connection.control(event, data);
    this.#connection.flush();
  }

  /** Called by a feed, as are the following. Told once, however many say so; before the opening, `connected` still has to. */
  storeChanged(store: Store): void {
    if (this.#toldStore === null || store === this.#toldStore) return;
    this.#toldStore = store;
    this.control('store', { store });
  }

  /** What the client has seen was never committed, as far as the database knows: it has to begin anew. */
  rewound(): void {
    this.#connection.reconnect('restored');
  }

  gone(feed: Feed): void {
    if (this.#isOfMany) {
      this.tellDeleted(feed.bomId);
      this.#gone.add(feed.bomId);
    } else if (this.isOpen) this.#connection.endStream('deleted', null);
  }

  /** A BOM of the organization was deleted, followed or not. What the client knows already is not told again. */
  tellDeleted(bom_id: string): void {
    if (this.#gone.delete(bom_id)) return;
    const feed = this.#feeds.get(bom_id);
    if (feed) this.detach(feed);
    this.control('bom_deleted', { bom_id } satisfies BomDeleted);
  }

  /** A stream over many BOMs hears it of all of its organization's, be they followed or not. */
  changed({ bomId }: Feed, change: number): void {
    if (!this.#isOfMany) this.tellChange(bomId, change);
  }

  /** People have changed lines of a BOM. Before the opening there is nothing to tell: the client has not read them yet. */
  tellChange(bom_id: string, change_id: number): void {
    if (this.#toldStore !== null) this.control('bom_changed', { bom_id, change_id } satisfies BomChanged);
  }

  /** The viewer may do another thing now. */
  roleChanged(role: RoleChanged['role']): void {
    this.control('role_changed', { role } satisfies RoleChanged);
  }

  /** What is followed is gone, or the client's right to it. Nothing that still waits for the client is sent any more. */
  endStream(reason: 'deleted' | 'access_revoked'): void {
    this.#connection.endStreamAtOnce(reason);
  }

  /** Nobody can say whether the client still has the right to the stream: it has to ask for it again. */
  endUnconfirmed(): void {
    this.#connection.endUnconfirmed();
  }

  /** Called by a feed. Events of one BOM among many need ids of their own. */
  get lane(): Lane | null {
    return this.#isOfMany ? null : this.#connection;
  }

  send(bomId: string, fresh: readonly Delivery[]): void {
    this.#connection.send(
      bomId,
      this.#isOfMany ? fresh.map((delivery) => toOrganizationDelivery(bomId, delivery)) : fresh,
    );
  }

  sent(feed: Feed): void {
    const { end } = feed;
    const goesOn = feed.isBehind || this.#connection.hasWaiting;
    // Most deliveries are written by now, and nothing follows from them.
    if ((!end && !goesOn) || !this.isOpen) return;
    // A run's end ends the stream when nothing follows it: behind an older run's end comes the next run.
    if (end && !this.#isOfMany) {
      this.#connection.endStream(end.status as EndReason, formatEventId(end.id));
    } else if (goesOn) this.#connection.flush();
  }

  /** Called by the connection. */
  drained(): void {
    for (const feed of this.#feeds.values()) if (feed.isBehind) void this.#catchUp(feed);
  }

  /** Called by the connection. */
  closed(reason: CloseReason, error?: unknown): void {
    this.detachAll();
    this.#options.onClose(reason, error);
  }

  tick(): void {
    this.#connection.tick();
  }

  /** Asks the client to reconnect and closes; it comes back to another isolate with its cursor. */
  rotate(): void {
    this.#connection.reconnect('rotation');
  }

  /** The same client has a newer stream. */
  replace(): void {
    this.#connection.replace();
  }

  /** Its place is needed, if its client has gone. */
  probe(): void {
    this.#connection.probe();
  }

  async #catchUp(feed: Feed): Promise<void> {
    try {
      await feed.readNext();
    } catch (error) {
      // The client comes back with its cursor; what failed is logged with the close.
      return this.#connection.abort('store_failed', error);
    }
  }
}
