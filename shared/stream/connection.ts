/** One open response: writes as fast as the client reads, says that both ends are there, and ends in time. */
import type { Keepalive, StreamEnd } from '../api/stream.ts';
import { KEEPALIVE_MS } from '../domain/limits.ts';
import { encodeFrame } from './encode.ts';
import { Outbox } from './outbox.ts';
import { retryDelay } from './refusal.ts';
import type { Delivery } from './delivery.ts';
import type { Pace, Paced } from './pace.ts';
import type { Lane } from './topic.ts';

/** No client is asked more often whether it is still there, however many wait for its place. */
const PROBE_MS = 1_000;
/** A client that has not read for this long is gone, whatever its connection says. */
const STALL_MS = 30_000;
/** A client that reads takes what waits for it within a round trip; one that does not for this long is slow. */
const SLOW_MS = 1_000;
/** How long before the end of its right to stream a client is told to renew it. */
const REAUTH_NOTICE_MS = 30_000;
/**
 * Frames handed to the connection ahead of the network, which keep it busy while the client is read from again. Counted
 * and not weighed, since weighing is a call more for every delivery; how much they may weigh is what a turn allows.
 */
const WRITE_AHEAD_FRAMES = 4;
/**
 * What is written at most in one turn, or one frame, however large. The runtime copies what it cannot send at once into a buffer
 * of this client that grows with it and never shrinks: four events of 20 KB at once cost 80 KB until the stream ends.
 */
const TURN_BYTES = 16 * 1024;
/** What a client waits before it reconnects; spread, so that many clients do not come back at one moment. */
const RETRY_MS = 2_000;
const ROTATE_RETRY_MS = 1_000;

export type EndReason = StreamEnd['reason'];
export type CloseReason =
  | EndReason
  | 'rotated'
  | 'replaced'
  | 'expired'
  | 'unconfirmed'
  | 'stalled'
  | 'client_left'
  | 'store_failed'
  | 'restored';

export interface ConnectionOptions {
  /** When the isolate wants to be rid of the stream, and when the client's right to it ends; ms since 1970. */
  readonly rotateAt: number;
  readonly expiresAt: number;
  readonly now: () => number;
  /** Shared by all streams of the isolate. */
  readonly pace: Pace;
  /** 0 up to 1, for jitter. */
  readonly random: () => number;
}

/** The writer of a connection. */
export interface Writer {
  /** Everything so far was written: the moment to fetch more of what the client missed. */
  drained(): void;
  /**
   * Called once, whichever way the stream ends.
   * @param error what failed, where that is the reason
   */
  closed(reason: CloseReason, error?: unknown): void;
}

/** The source of its own stream: with methods all connections share, where each would keep closures of its own. */
export class Connection implements UnderlyingDefaultSource<Uint8Array>, Paced, Lane {
  // First what every delivery reads or writes: a thousand streams are more than the processor has at hand, and these lie
  // side by side there.
  /** What waits for the client to read; null while nothing does, as for most clients at most times. */
  #outbox: Outbox | null = null;
  #closing: CloseReason | null = null;
  #closed = false;
  #delivered = 0;
  #controller!: ReadableStreamDefaultController<Uint8Array>;
  /** Written in its turn, and what it may write in one. */
  #turnBytes = 0;
  readonly #turnLimit: number;
  /**
   * As many milliseconds after the isolate's streams began: the engine keeps a number so small in its place, and a date in
   * an object of its own.
   */
  #lastWriteAt: number;
  readonly #pace: Pace;

  readonly body: ReadableStream<Uint8Array>;
  readonly #options: ConnectionOptions;
  readonly #writer: Writer;
  #conflated = 0;
  /** The turn it is in. */
  #turn = 0;
  /** Lets the stream pull again; null while it may. */
  #listen: (() => void) | null = null;
  #opened = false;
  #reauthSent = false;
  /** Its client may not have what it is sent: only a last word is left, and little time to take it. */
  #isForbidden = false;

  constructor(options: ConnectionOptions, writer: Writer) {
    this.#options = options;
    this.#pace = options.pace;
    this.#writer = writer;
    this.#lastWriteAt = options.now() - options.pace.beganAt;
    // Each a limit of its own: streams that are sent the same would otherwise pay for it all at one event, and half of a
    // thousand wait up to a second for that.
    this.#turnLimit = Math.ceil(TURN_BYTES * (1 + options.random()) / 2);
    this.body = new ReadableStream(this, { highWaterMark: WRITE_AHEAD_FRAMES });
  }

  /** Called by the stream, as are `pull` and `cancel`. */
  start(controller: ReadableStreamDefaultController<Uint8Array>): void {
    this.#controller = controller;
  }

  get counts(): { readonly delivered: number; readonly conflated: number } {
    return { delivered: this.#delivered, conflated: this.#conflated + (this.#outbox?.conflated ?? 0) };
  }

  /** Something is still to be written, once the client has read. */
  get hasWaiting(): boolean {
    return this.#outbox !== null;
  }

  /** Neither closed nor about to be. */
  get isOpen(): boolean {
    return !this.#closing && !this.#closed;
  }

  /** The first frame, which also says how long to wait before a reconnect. */
  open(connected: Readonly<Record<string, unknown>>): void {
    this.#opened = true;
    const retry = RETRY_MS + Math.floor(this.#options.random() * RETRY_MS);
    this.control('connected', connected, { retry });
  }

  /** Queues an event of the connection itself. */
  control(event: string, data: Readonly<Record<string, unknown>>, { retry }: { retry?: number } = {}): void {
    this.#waiting().addControl(
      encodeFrame({ event, data: JSON.stringify(data), ...(retry ? { retry } : {}) }),
    );
  }

  /** Sends events of one BOM, or queues them behind what still waits. A page that was being read may come behind the last word. */
  send(bomId: string, events: readonly Delivery[], now = this.#options.now()): void {
    if (!this.isOpen) return;
    this.#delivered += events.length;
    let written = 0;
    // Past the outbox where nothing waits: most events of most clients never have to.
    if (!this.#outbox) {
      while (written < events.length && this.#mayWrite(events[written]!.body.weight)) {
        this.#write(events[written++]!.body.frame, now);
      }
    }
    if (written === events.length) return;
    const isSlow = this.#silentFor(now) > SLOW_MS;
    this.#waiting().addEvents(bomId, written === 0 ? events : events.slice(written), { isSlow });
  }

  /** Called by a topic with what the client has everything before. */
  pass(bomId: string, events: readonly Delivery[], now: number): void {
    this.send(bomId, events, now);
    if (this.#outbox && this.isOpen) this.flush();
  }

  #mayWrite(bytes: number): boolean {
    const room = this.#controller.desiredSize ?? 0;
    if (this.#turnBytes + bytes <= this.#turnLimit) return room > 0;
    // Not before all of the last turn is on its way: a client that does not read has no more ahead of it than that.
    if (room < WRITE_AHEAD_FRAMES) return false;
    const pace = this.#pace;
    const { turn } = pace;
    // It pays for what it had, so that most deliveries need not ask for anything.
    if (turn === this.#turn || !pace.spend(this.#turnBytes)) {
      pace.wait(this);
      return false;
    }
    this.#turn = turn;
    this.#turnBytes = 0;
    return true;
  }

  #waiting(): Outbox {
    return this.#outbox ??= new Outbox();
  }

  #writeNext(outbox: Outbox): void {
    const frame = outbox.take()!;
    // Before it is written, which may make the client's reader come back for more.
    if (outbox.isEmpty) {
      this.#conflated += outbox.conflated;
      this.#outbox = null;
    }
    this.#write(frame, this.#options.now());
  }

  #write(frame: Uint8Array, now: number): void {
    this.#lastWriteAt = now - this.#pace.beganAt;
    this.#turnBytes += frame.byteLength;
    this.#controller.enqueue(frame);
  }

  #silentFor(now: number): number {
    return now - this.#pace.beganAt - this.#lastWriteAt;
  }

  /** Writes as much as the client takes now and its turn allows. Past that the outbox conflates instead of growing. */
  flush(): void {
    if (this.#closed) return;
    while (this.#outbox && this.#mayWrite(this.#outbox.nextWeight)) this.#writeNext(this.#outbox);
    // A waiting reader makes enqueue() pull, which flushes, so the stream may have been closed in the loop above.
    if (this.#closed) return;
    if (this.#outbox) return this.#awaitReader();
    if (this.#closing) {
      this.#controller.close();
      this.#finish(this.#closing);
    } else if (this.#opened) {
      this.#writer.drained();
    }
  }

  /**
   * The client has read. While nothing waits for it there is nothing to hear of: the promise keeps the stream from
   * pulling after every single write, which every delivery would pay for.
   */
  pull(): Promise<void> | undefined {
    this.flush();
    if (this.#closed || this.#outbox) return undefined;
    return new Promise((resolve) => this.#listen = resolve);
  }

  cancel(): void {
    this.#finish('client_left');
  }

  #awaitReader(): void {
    this.#listen?.();
    this.#listen = null;
  }

  /** Closes once everything queued was written. */
  end(reason: CloseReason): void {
    if (!this.isOpen) return;
    this.#closing = reason;
    this.flush();
  }

  /** Tells the client that nothing more will come, then closes. */
  endStream(reason: EndReason, eventId: string | null): void {
    this.control('stream_end', { reason, event_id: eventId } satisfies StreamEnd);
    this.end(reason);
  }

  /** The same without what still waits for the client, which it may not have any more. */
  endStreamAtOnce(reason: EndReason): void {
    this.#forbid();
    this.endStream(reason, null);
  }

  /** Nobody can say whether the client still has its right: it is asked to come back with one, and gets nothing more. */
  endUnconfirmed(): void {
    this.#forbid();
    this.#askForReauth(this.#options.now());
    this.end('unconfirmed');
  }

  /** Nothing of what waits is sent, not even to one that reads on after its end. */
  #forbid(): void {
    this.#conflated = this.counts.conflated;
    this.#outbox = null;
    this.#closing = null;
    this.#isForbidden = true;
  }

  /**
   * Closes at once; a browser reconnects with its cursor.
   * @param error what failed, for the log of the close
   */
  abort(reason: CloseReason, error?: unknown): void {
    if (this.#closed) return;
    this.#controller.error(new Error(reason));
    this.#finish(reason, error);
  }

  /** Does what time asks for; called about once a second, outside the write path. */
  tick(): void {
    if (this.#closed) return;
    const now = this.#options.now();
    if (this.#outbox && this.#isForbidden) return this.abort(this.#closing!);
    if (this.#outbox && this.#silentFor(now) > STALL_MS) return this.abort('stalled');
    if (!this.#opened || this.#closing) return;
    if (now >= this.#options.expiresAt) return this.end('expired');
    if (now >= this.#options.rotateAt) return this.reconnect('rotation');
    // A client with unread data needs no sign of life.
    if (this.#outbox) return;
    if (!this.#reauthSent && now >= this.#options.expiresAt - REAUTH_NOTICE_MS) {
      this.#reauthSent = true;
      this.#askForReauth(this.#options.expiresAt);
    } else if (this.#silentFor(now) >= KEEPALIVE_MS * (0.9 + this.#options.random() * 0.1)) {
      this.#keepAlive(now);
    }
    if (this.#outbox) this.flush();
  }

  /**
   * Somebody else needs the place: writes a sign of life now. A client that has gone is noticed by a failed write and by
   * nothing before it, which would otherwise take until the next `keepalive`.
   */
  probe(): void {
    if (!this.#opened || !this.isOpen || this.#outbox) return;
    const now = this.#options.now();
    if (this.#silentFor(now) < PROBE_MS) return;
    this.#keepAlive(now);
    this.flush();
  }

  #askForReauth(expiresAt: number): void {
    this.control('reauth', { expires_at: new Date(expiresAt).toISOString() });
  }

  #keepAlive(now: number): void {
    this.control('keepalive', { server_time: new Date(now).toISOString() } satisfies Keepalive);
  }

  /** Asks the client to come back with its cursor, then closes. */
  reconnect(reason: 'rotation' | 'restored'): void {
    if (!this.isOpen) return;
    const retry = ROTATE_RETRY_MS + Math.floor(this.#options.random() * ROTATE_RETRY_MS);
    this.control('reconnect', { reason, retry_ms: retry }, { retry });
    this.end(reason === 'rotation' ? 'rotated' : 'restored');
  }

  /**
   * The same client has a newer stream. Closes at once, even when the client does not read, since its place is
   * given to the other; and tells it to wait, lest two tabs of one name replace each other for ever.
   */
  replace(): void {
    if (!this.isOpen) return;
    const retry = retryDelay(this.#options.random);
    const detail = 'A newer stream with the same client name has replaced this one.';
    const retry_after_seconds = Math.ceil(retry / 1000);
    this.control('stream_error', { code: 'replaced', detail, retry_after_seconds }, { retry });
    this.end('replaced');
    this.abort('replaced');
  }

  #finish(reason: CloseReason, error?: unknown): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#pace.leave(this);
    this.#writer.closed(reason, error);
  }
}
