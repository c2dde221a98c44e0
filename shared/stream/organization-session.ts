/** One client that follows all BOMs of an organization that have a run at work. It never ends by itself. */
import type { EventId } from '../domain/event-id.ts';
import type { StoredEvent } from '../progress/port.ts';
import { Connection, type ConnectionOptions } from './connection.ts';
import { toOrganizationDelivery } from './delivery.ts';
import { Feed, type ReadOn } from './feed.ts';
import type { Hub, Store, Subscriber } from './hub.ts';

export interface OrganizationSessionOptions {
  readonly connection: ConnectionOptions;
  readonly hub: Hub;
  /** The newest event of each BOM; those that never ran are left out. */
  readonly readNewest: (bomIds: readonly string[]) => Promise<ReadonlyMap<string, StoredEvent>>;
  /** How to read what follows an event of a BOM. */
  readonly readOnFrom: (bomId: string) => ReadOn;
}

/** The BOM whose event a client received last: it goes on from there, the others begin with their newest state. */
export interface ResumedBom {
  readonly bomId: string;
  readonly cursor: EventId;
  readonly newest: StoredEvent;
}

export interface OrganizationOpening {
  readonly connected: Readonly<Record<string, unknown>>;
  /** The client's cursor leads nowhere; every BOM begins with its newest state. */
  readonly reset: boolean;
  readonly resumed: ResumedBom | null;
  readonly bomIds: readonly string[];
  /** There are more BOMs with a run at work than are followed. */
  readonly more?: boolean;
}

/** One BOM in the stream. */
interface Part {
  readonly feed: Feed;
  readonly subscriber: Subscriber;
}

export class OrganizationSession {
  readonly #options: OrganizationSessionOptions;
  readonly #connection: Connection;
  readonly #parts = new Map<string, Part>();
  /** The last event sent of BOMs that left, so that one that comes back does not repeat itself. */
  readonly #lastOfLeft = new Map<string, EventId>();
  #toldStore: Store;
  #toldMore = false;

  constructor(options: OrganizationSessionOptions) {
    this.#options = options;
    this.#toldStore = options.hub.store;
    this.#connection = new Connection(options.connection, { drained: () => this.#catchUp() });
  }

  get body(): ReadableStream<Uint8Array> {
    return this.#connection.body;
  }

  get counts(): Connection['counts'] {
    return this.#connection.counts;
  }

  /** @throws what reading throws; the session has to be detached then */
  async open({ connected, reset, resumed, bomIds, more = false }: OrganizationOpening): Promise<void> {
    this.#toldMore = more;
    this.#connection.open({ ...connected, more, store: this.#toldStore });
    if (reset) this.#connection.control('reset', { reason: 'cursor_lost' });
    if (resumed) {
      const { feed, subscriber } = this.#attach(resumed.bomId, resumed.cursor);
      feed.start({ reset: false, events: [], readOn: this.#options.readOnFrom(resumed.bomId) });
      this.#options.hub.prime(resumed.bomId, subscriber, resumed.newest);
    }
    await this.#join(bomIds);
  }

  /**
   * Takes in BOMs that have become active, and lets go of those that no longer are.
   * @param more there are more with a run at work than are named; the client is told when that changes
   * @throws what reading throws; those that could not join try again with the next call
   */
  async follow(bomIds: readonly string[], more = false): Promise<void> {
    this.#tellMore(more);
    const active = new Set(bomIds);
    for (const [bomId, { feed, subscriber }] of this.#parts) {
      // Not before the client has been told how its run ended.
      if (active.has(bomId) || !feed.newest?.terminal) continue;
      this.#options.hub.detach(bomId, subscriber);
      this.#parts.delete(bomId);
      this.#lastOfLeft.set(bomId, feed.newest.id);
    }
    await this.#join(bomIds);
  }

  /** Leaves all BOMs; for the end of the stream. */
  detach(): void {
    for (const [bomId, { subscriber }] of this.#parts) this.#options.hub.detach(bomId, subscriber);
    this.#parts.clear();
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

  async #join(bomIds: readonly string[]): Promise<void> {
    const joining = bomIds.filter((bomId) => !this.#parts.has(bomId));
    if (joining.length === 0 || !this.#connection.isOpen) return this.#connection.flush();
    // Attached before their state is read: what happens from here on reaches either the read or the feeds.
    const parts = joining.map((bomId) =>
      [bomId, this.#attach(bomId, this.#lastOfLeft.get(bomId) ?? null)] as const
    );
    try {
      const newest = await this.#options.readNewest(joining);
      for (const [bomId, { feed, subscriber }] of parts) {
        const event = newest.get(bomId) ?? null;
        const isBehind = this.#options.hub.prime(bomId, subscriber, event);
        const readOn = isBehind ? this.#options.readOnFrom(bomId) : null;
        feed.start({ reset: false, events: event ? this.#options.hub.encode(bomId, [event]) : [], readOn });
      }
    } catch (error) {
      for (const [bomId, { subscriber }] of parts) {
        this.#options.hub.detach(bomId, subscriber);
        this.#parts.delete(bomId);
      }
      throw error;
    }
    this.#connection.flush();
  }

  #attach(bomId: string, cursor: EventId | null): Part {
    const feed = new Feed(cursor, {
      send: (fresh) => {
        this.#connection.send(bomId, fresh.map((delivery) => toOrganizationDelivery(bomId, delivery)));
      },
    });
    const subscriber: Subscriber = {
      deliver: (events) => {
        if (!this.#connection.isOpen) return;
        feed.deliver(events);
        this.#connection.flush();
      },
      storeChanged: (store) => this.#tellStore(store),
      // Its clients come back for what there is now.
      rewound: () => this.#connection.reconnect('restored'),
      gone: () => {
        this.#options.hub.detach(bomId, subscriber);
        this.#parts.delete(bomId);
      },
    };
    this.#options.hub.attach(bomId, subscriber);
    const part = { feed, subscriber };
    this.#parts.set(bomId, part);
    return part;
  }

  #tellMore(more: boolean): void {
    if (more === this.#toldMore || !this.#connection.isOpen) return;
    this.#toldMore = more;
    this.#connection.control('more', { more });
  }

  /** Once, however many of the BOMs say so. */
  #tellStore(store: Store): void {
    if (store === this.#toldStore || !this.#connection.isOpen) return;
    this.#toldStore = store;
    this.#connection.control('store', { store });
    this.#connection.flush();
  }

  #catchUp(): void {
    for (const { feed } of this.#parts.values()) {
      if (!feed.isBehind) continue;
      feed.readNext().then(
        () => this.#connection.flush(),
        // The client comes back with its cursor; what failed is logged with the close.
        (error: unknown) => this.#connection.abort('store_failed', error),
      );
    }
  }
}
