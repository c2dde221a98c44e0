/** What the kinds of streams have in common: who was let in, and everything an isolate keeps about an open stream. */
import { errorName, type Log } from '../log.ts';
import type { CloseReason, ConnectionOptions } from './connection.ts';
import type { StreamCounts } from './counts.ts';
import type { Limits, Slot } from './limits.ts';
import type { Pace } from './pace.ts';
import { rotationTime } from './rotation.ts';
import type { Clocked, SessionRegistry } from './session-registry.ts';
import type { Scope } from './scope.ts';
import type { Viewer } from './viewer.ts';

/** What a client is let in for. */
export interface Admitted {
  readonly viewer: Viewer;
  readonly scope: Scope;
  readonly slot: Slot;
  /** The newest event the client has, as it says; null for none. */
  readonly cursorText: string | null;
}

/** One kind of stream: how it is opened for a client that may have it. */
export interface StreamKind {
  /** Answers without a body when there is nothing to stream. */
  readonly open: (admitted: Admitted) => Promise<Response>;
}

/** A stream, as far as its isolate looks after it. */
export interface OpenStream extends Clocked {
  readonly counts: { readonly delivered: number; readonly conflated: number };
  /** Ends it in favour of a newer stream of the same client. */
  replace(): void;
  /** Finds out whether its client is still there. */
  probe(): void;
}

export interface LifetimeOptions {
  readonly limits: Limits;
  readonly sessions: SessionRegistry;
  readonly counts: StreamCounts;
  readonly pace: Pace;
  readonly log: Log;
  /** When this isolate began and how long the platform lets it live. */
  readonly bootedAt: number;
  readonly wallClockMs: number;
  readonly now: () => number;
  readonly random: () => number;
}

/** @param leave gives up whatever the stream is attached to */
export type BeginLifetime = (admitted: Admitted, leave: () => void) => Lifetime;

export function createLifetimes(options: LifetimeOptions): BeginLifetime {
  return (admitted, leave) => new Lifetime(options, admitted, leave);
}

/** One stream from its admission to its end. Its connection is made with it. */
export class Lifetime implements ConnectionOptions {
  readonly rotateAt: number;
  readonly expiresAt: number;
  readonly now: () => number;
  readonly pace: Pace;
  readonly random: () => number;
  readonly #options: LifetimeOptions;
  readonly #scope: Scope;
  readonly #slot: Slot;
  readonly #leave: () => void;
  #stream: OpenStream | null = null;
  #isOver = false;

  constructor(options: LifetimeOptions, { viewer, scope, slot }: Admitted, leave: () => void) {
    const { bootedAt, wallClockMs, now, pace, random } = options;
    this.rotateAt = rotationTime({ bootedAt, wallClockMs, now: now(), random: random() });
    this.expiresAt = viewer.expiresAt;
    this.now = now;
    this.pace = pace;
    this.random = random;
    this.#options = options;
    this.#scope = scope;
    this.#slot = slot;
    this.#leave = leave;
  }

  /** The client left, or came back with another stream, while this one was still being opened. */
  get isOver(): boolean {
    return this.#isOver;
  }

  /** Says which stream it is about; at once, since its client may replace it before it is open. */
  of(stream: OpenStream): void {
    this.#stream = stream;
    this.#slot.stream = stream;
  }

  /** From now on the clock wakes the stream, and it counts. */
  opened(): void {
    if (!this.#stream || this.#isOver) return;
    this.#options.sessions.add(this.#stream);
    this.#options.counts.opened(this.#stream);
  }

  /** It could not be opened, or there was nothing to stream. */
  givenUp(): void {
    this.#leave();
    if (this.#stream) this.#options.sessions.remove(this.#stream);
  }

  onClose(reason: CloseReason, error?: unknown): void {
    const { limits, sessions, counts, log } = this.#options;
    this.#isOver = true;
    this.#leave();
    limits.release(this.#slot);
    if (!this.#stream) return;
    sessions.remove(this.#stream);
    counts.closed(this.#stream, reason);
    log('stream_closed', {
      [`${this.#scope.kind}_id`]: this.#scope.id,
      reason,
      ...(error === undefined ? {} : { error: errorName(error) }),
      ...this.#stream.counts,
      sessions: sessions.size,
      ...counts.totals(),
    });
  }
}
