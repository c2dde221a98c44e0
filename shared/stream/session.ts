/** One client's stream: what it has seen, what waits for it, and when it has to end. */
import { compareEventIds, type EventId, formatEventId } from '../domain/event-id.ts';
import type { Delivery } from './delivery.ts';
import { encodeFrame, HEARTBEAT } from './encode.ts';
import { Outbox } from './outbox.ts';

/** Silence after which a comment is sent. The platform ends a silent stream after 150 s, some proxies after 30 s. */
const HEARTBEAT_MS = 15_000;
/** A client that has not read for this long is gone, whatever its connection says. */
const STALL_MS = 30_000;
/** How long before the end of its right to stream a client is told to renew it. */
const REAUTH_NOTICE_MS = 30_000;
/** Bytes handed to the connection ahead of the network: the platform's own pipe holds 16 KiB. */
const WRITE_AHEAD_BYTES = 16 * 1024;
/** What a client waits before it reconnects; spread, so that many clients do not come back at one moment. */
const RETRY_MS = 2_000;
const ROTATE_RETRY_MS = 1_000;

export type EndReason = 'completed' | 'failed' | 'cancelled';
export type CloseReason = EndReason | 'rotated' | 'expired' | 'stalled' | 'client_left' | 'store_failed';

export interface SessionOptions {
  /** Newest event the client already has; null for none. */
  readonly cursor: EventId | null;
  /** When the isolate wants to be rid of the stream, and when the client's right to it ends; ms since 1970. */
  readonly rotateAt: number;
  readonly expiresAt: number;
  readonly now: () => number;
  /** 0 up to 1, for jitter. */
  readonly random: () => number;
  /** Called once, whichever way the stream ends. */
  readonly onClose: (reason: CloseReason) => void;
}

/** What is sent before live events. */
export interface Opening {
  readonly connected: Readonly<Record<string, unknown>>;
  /** The cursor could not be honoured; the events are then the newest state. */
  readonly reset: boolean;
  readonly events: readonly Delivery[];
  /**
   * Reads what follows an event, a page at a time, when `events` is not all the client missed. Called only when
   * everything before was written, so a long absence costs no memory. An empty page means caught up.
   */
  readonly readOn: ReadOn | null;
}

export type ReadOn = (after: EventId | null) => Promise<readonly Delivery[]>;

export class Session {
  readonly body: ReadableStream<Uint8Array>;
  readonly #options: SessionOptions;
  readonly #outbox = new Outbox();
  /** Events that arrive before the opening was sent; null once it was. */
  #early: Delivery[] | null = [];
  #cursor: EventId | null;
  /** The newest event queued, for how the stream ends. */
  #last: Delivery | undefined;
  /** While catching up: how to read on, and the newest live event that was left to be read. */
  #readOn: ReadOn | null = null;
  #owed: EventId | null = null;
  #reading = false;
  #controller!: ReadableStreamDefaultController<Uint8Array>;
  #lastWriteAt: number;
  #closing: CloseReason | null = null;
  #closed = false;
  #reauthSent = false;
  #delivered = 0;

  constructor(options: SessionOptions) {
    this.#options = options;
    this.#cursor = options.cursor;
    this.#lastWriteAt = options.now();
    this.body = new ReadableStream<Uint8Array>({
      start: (controller) => {
        this.#controller = controller;
      },
      pull: () => this.#flush(),
      cancel: () => this.#finish('client_left'),
    }, new ByteLengthQueuingStrategy({ highWaterMark: WRITE_AHEAD_BYTES }));
  }

  get counts(): { readonly delivered: number; readonly conflated: number } {
    return { delivered: this.#delivered, conflated: this.#outbox.conflated };
  }

  /** Sends the opening, then whatever came in meanwhile and is newer. */
  open({ connected, reset, events, readOn }: Opening): void {
    this.#control('connected', connected, {
      retry: RETRY_MS + Math.floor(this.#options.random() * RETRY_MS),
    });
    if (reset) {
      this.#control('reset', { reason: 'cursor_lost' });
      this.#cursor = null;
    }
    const early = this.#early ?? [];
    this.#early = null;
    this.#readOn = readOn;
    this.#queue(events);
    // On its own, because what came in meanwhile may well be among what was read.
    this.deliver(early);
  }

  /** Sends events the client does not have yet. Ends the stream when the last of them ends its run. */
  deliver(events: readonly Delivery[]): void {
    if (this.#early) {
      this.#early.push(...events);
      return;
    }
    if (this.#closing) return;
    if (this.#readOn) {
      this.#owed = events.at(-1)?.id ?? this.#owed;
    } else {
      this.#queue(events);
      this.#endIfRunEnded();
    }
    this.#flush();
  }

  #queue(events: readonly Delivery[]): void {
    const fresh = events.filter(({ id }) => compareEventIds(id, this.#cursor) > 0);
    this.#outbox.addEvents(fresh);
    this.#delivered += fresh.length;
    this.#last = fresh.at(-1) ?? this.#last;
    this.#cursor = fresh.at(-1)?.id ?? this.#cursor;
  }

  /** A run's end ends the stream when nothing follows it: behind an older run's end comes the next run. */
  #endIfRunEnded(): void {
    if (!this.#last?.terminal) return;
    this.#control('stream_end', { reason: this.#last.status, event_id: formatEventId(this.#last.id) });
    this.#closing = this.#last.status as EndReason;
  }

  /** Fetches the next page of what the client missed, until live events can take over without a hole. */
  async #catchUp(readOn: ReadOn): Promise<void> {
    this.#reading = true;
    const owedBefore = this.#owed;
    try {
      const events = await readOn(this.#cursor);
      if (this.#closed || this.#closing) return;
      this.#queue(events);
      if (events.length === 0) {
        // What had come in live before the read is not there: the BOM is gone. Asking again would never end.
        if (compareEventIds(owedBefore, this.#cursor) > 0) throw new Error('a committed event is missing');
        // What came in during the read may be younger than the read's snapshot, and is fetched by another.
        if (compareEventIds(this.#owed, this.#cursor) <= 0) {
          this.#readOn = null;
          this.#endIfRunEnded();
        }
      }
    } catch {
      // The client comes back with its cursor; what failed is logged with the reason of the close.
      if (!this.#closed) this.#abort('store_failed');
    } finally {
      this.#reading = false;
    }
    this.#flush();
  }

  /** Says where events come from now. */
  storeChanged(store: 'redis' | 'table'): void {
    // Before the opening, `connected` still has to say it.
    if (!this.#early && !this.#closing) {
      this.#control('store', { store });
      this.#flush();
    }
  }

  /** Does what time asks for; called about once a second for every session, outside the write path. */
  tick(): void {
    if (this.#closed) return;
    const now = this.#options.now();
    if (!this.#outbox.isEmpty && now - this.#lastWriteAt > STALL_MS) return this.#abort('stalled');
    if (this.#early || this.#closing) return;
    if (now >= this.#options.expiresAt) return this.#end('expired');
    if (now >= this.#options.rotateAt) return this.rotate();
    // Whoever has something before him that he does not read needs no sign of life.
    if (!this.#outbox.isEmpty) return;
    if (!this.#reauthSent && now >= this.#options.expiresAt - REAUTH_NOTICE_MS) {
      this.#reauthSent = true;
      this.#control('reauth', { expires_at: new Date(this.#options.expiresAt).toISOString() });
    } else if (now - this.#lastWriteAt >= HEARTBEAT_MS * (0.9 + this.#options.random() * 0.1)) {
      this.#outbox.addControl(HEARTBEAT);
    }
    this.#flush();
  }

  /** Asks the client to reconnect and closes; it comes back to another isolate with its cursor. */
  rotate(): void {
    if (this.#closing || this.#closed) return;
    const retry = ROTATE_RETRY_MS + Math.floor(this.#options.random() * ROTATE_RETRY_MS);
    this.#control('reconnect', { reason: 'rotation', retry_ms: retry }, { retry });
    this.#end('rotated');
  }

  #control(event: string, data: Readonly<Record<string, unknown>>, { retry }: { retry?: number } = {}): void {
    this.#outbox.addControl(encodeFrame({ event, data: JSON.stringify(data), ...(retry ? { retry } : {}) }));
  }

  #end(reason: CloseReason): void {
    this.#closing = reason;
    this.#flush();
  }

  /** Writes as much as the connection takes now. Past that the outbox conflates instead of growing. */
  #flush(): void {
    if (this.#closed) return;
    while (!this.#outbox.isEmpty && (this.#controller.desiredSize ?? 0) > 0) {
      this.#lastWriteAt = this.#options.now();
      this.#controller.enqueue(this.#outbox.take()!);
    }
    // A waiting reader makes enqueue() pull, which flushes, so the stream may have been closed in the loop above.
    if (this.#closing && !this.#closed && this.#outbox.isEmpty) {
      this.#controller.close();
      this.#finish(this.#closing);
    }
    if (this.#readOn && this.#outbox.isEmpty && !this.#reading && !this.#closed) {
      void this.#catchUp(this.#readOn);
    }
  }

  #abort(reason: CloseReason): void {
    this.#controller.error(new Error(reason));
    this.#finish(reason);
  }

  #finish(reason: CloseReason): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#options.onClose(reason);
  }
}
