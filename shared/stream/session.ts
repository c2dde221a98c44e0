/** One client that follows one BOM, up to the end of its latest run. */
import { type EventId, formatEventId } from '../domain/event-id.ts';
import { Connection, type ConnectionOptions, type EndReason, type Writer } from './connection.ts';
import type { Delivery } from './delivery.ts';
import { Feed, type FeedStart, type Sink } from './feed.ts';
import type { Store, Subscriber } from './hub.ts';

export interface SessionOptions {
  readonly connection: ConnectionOptions;
  readonly bomId: string;
  /** Newest event the client already has; null for none. */
  readonly cursor: EventId | null;
}

/** What is sent before live events. */
export interface Opening extends FeedStart {
  readonly connected: Readonly<Record<string, unknown>>;
}

/** What its feed and its connection call is itself: a closure for each would be kept for every open stream. */
export class Session implements Subscriber, Sink, Writer {
  readonly #bomId: string;
  readonly #connection: Connection;
  readonly #feed: Feed;

  constructor({ connection, bomId, cursor }: SessionOptions) {
    this.#bomId = bomId;
    this.#connection = new Connection(connection, this);
    this.#feed = new Feed(cursor, this);
  }

  get body(): ReadableStream<Uint8Array> {
    return this.#connection.body;
  }

  get counts(): Connection['counts'] {
    return this.#connection.counts;
  }

  open({ connected, ...start }: Opening): void {
    this.#connection.open(connected);
    if (start.reset) this.#connection.control('reset', { reason: 'cursor_lost' });
    this.#feed.start(start);
    this.#endIfRunEnded();
    this.#connection.flush();
  }

  deliver(events: readonly Delivery[]): void {
    if (!this.#connection.isOpen) return;
    this.#feed.deliver(events);
    this.#endIfRunEnded();
    this.#connection.flush();
  }

  /** Called by the feed. */
  send(fresh: readonly Delivery[]): void {
    this.#connection.send(this.#bomId, fresh);
  }

  /** Called by the connection. */
  drained(): void {
    if (this.#feed.isBehind) void this.#catchUp();
  }

  storeChanged(store: Store): void {
    // Before the opening, `connected` still has to say it.
    if (!this.#feed.isStarted || !this.#connection.isOpen) return;
    this.#connection.control('store', { store });
    this.#connection.flush();
  }

  /** What the client has seen was never committed, as far as the database knows: it has to begin anew. */
  rewound(): void {
    this.#connection.reconnect('restored');
  }

  gone(): void {
    if (this.#connection.isOpen) this.#connection.endStream('deleted', null);
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

  /** A run's end ends the stream when nothing follows it: behind an older run's end comes the next run. */
  #endIfRunEnded(): void {
    const { newest } = this.#feed;
    if (!newest?.terminal || !this.#feed.isStarted || !this.#connection.isOpen) return;
    this.#connection.endStream(newest.status as EndReason, formatEventId(newest.id));
  }

  async #catchUp(): Promise<void> {
    try {
      await this.#feed.readNext();
    } catch (error) {
      // The client comes back with its cursor; what failed is logged with the close.
      return this.#connection.abort('store_failed', error);
    }
    this.#endIfRunEnded();
    this.#connection.flush();
  }
}
