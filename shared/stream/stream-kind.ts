/** What the kinds of streams have in common: who was let in, and everything an isolate keeps about an open stream. */
import type { Log } from '../http/log.ts';
import type { RouteRequest } from '../http/router.ts';
import type { ConnectionOptions } from './connection.ts';
import type { StreamCounts } from './counts.ts';
import type { Slot } from './limits.ts';
import { rotationTime } from './rotation.ts';
import type { Clocked, SessionRegistry } from './session-registry.ts';
import type { Scope, Viewer } from './viewer.ts';

/** What a client is let in for. */
export interface Admitted {
  readonly viewer: Viewer;
  readonly scope: Scope;
  readonly slot: Slot;
  /** The newest event the client has, as it says; null for none. */
  readonly cursorText: string | null;
}

/** One kind of stream: what a request asks for, and how that is opened once the client may have it. */
export interface StreamKind {
  readonly scope: (asked: RouteRequest) => Scope;
  /** Answers without a body when there is nothing to stream. */
  readonly open: (admitted: Admitted) => Promise<Response>;
}

/** A stream, as far as its isolate looks after it. */
export interface OpenStream extends Clocked {
  readonly counts: { readonly delivered: number; readonly conflated: number };
  /** Ends it in favour of a newer stream of the same client. */
  replace(): void;
}

export interface Lifetime {
  /** What the stream's connection is made with. */
  readonly connection: ConnectionOptions;
  /** The client left, or came back with another stream, while this one was still being opened. */
  readonly isOver: boolean;
  /** Says which stream it is about; at once, since its client may replace it before it is open. */
  of(stream: OpenStream): void;
  /** From now on the clock wakes the stream, and it counts. */
  opened(): void;
  /** It could not be opened, or there was nothing to stream. */
  givenUp(): void;
}

export interface LifetimeOptions {
  readonly sessions: SessionRegistry;
  readonly counts: StreamCounts;
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
  const { sessions, counts, log, bootedAt, wallClockMs, now, random } = options;
  return ({ viewer, scope, slot }, leave) => {
    let stream: OpenStream | undefined;
    let isOver = false;
    return {
      connection: {
        rotateAt: rotationTime({ bootedAt, wallClockMs, now: now(), random: random() }),
        expiresAt: viewer.expiresAt,
        now,
        random,
        onClose(reason) {
          isOver = true;
          leave();
          slot.release();
          if (!stream) return;
          sessions.remove(stream);
          counts.closed(stream, reason);
          log('stream_closed', {
            [`${scope.kind}_id`]: scope.id,
            reason,
            ...stream.counts,
            sessions: sessions.size,
            ...counts.totals(),
          });
        },
      },
      get isOver() {
        return isOver;
      },
      of(given) {
        stream = given;
        slot.whenReplaced(() => given.replace());
      },
      opened() {
        if (!stream || isOver) return;
        sessions.add(stream);
        counts.opened(stream);
      },
      givenUp() {
        leave();
        if (stream) sessions.remove(stream);
      },
    };
  };
}
