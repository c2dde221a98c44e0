/** One stream from its admission to its end: everything an isolate keeps about it is given up here. */
import { errorName, type Log } from '../log.ts';
import type { Metrics } from '../metrics.ts';
import type { ProgressReader } from '../progress/port.ts';
import { readOnFrom } from './catch-up.ts';
import { createStreamCounts } from './counts.ts';
import { STREAM_HEADERS } from './headers.ts';
import type { Hub } from './hub.ts';
import { createLimits } from './limits.ts';
import { Pace } from './pace.ts';
import { rotationTime } from './rotation.ts';
import type { Rights } from './rights.ts';
import type { Scope } from './scope.ts';
import { Session } from './session.ts';
import type { SessionRegistry } from './session-registry.ts';
import type { Viewer } from './viewer.ts';

/** What a client was let in for. */
export interface Admitted {
  readonly viewer: Viewer;
  readonly scope: Scope;
  /** The newest event the client has, as it says; null for none. */
  readonly cursorText: string | null;
}

/** What one kind of stream is made of. */
export interface Supply {
  /**
   * Looks who asks for what, as `open` does, and opens nothing.
   * @returns false when there is nothing to stream, now or later
   */
  look(admitted: Admitted): Promise<boolean>;
  /**
   * Reads what a client has to have first, opens its session with it, and keeps it supplied.
   * @returns false when there is nothing to stream, now or later
   */
  open(session: Session, admitted: Admitted): Promise<boolean>;
}

export interface StreamsOptions {
  readonly table: ProgressReader;
  readonly hub: Hub;
  readonly sessions: SessionRegistry;
  readonly rights: Rights;
  readonly metrics: Metrics;
  readonly log: Log;
  /** When this isolate began and how long the platform lets it live. */
  readonly bootedAt: number;
  readonly wallClockMs: number;
  readonly now: () => number;
  readonly random: () => number;
  /** Starts a repeating timer and returns how to stop it. */
  readonly every: (ms: number, work: () => void) => () => void;
}

/** @param client the name the client gave itself; null for none */
export type OpenStream = (supply: Supply, admitted: Admitted, client: string | null) => Promise<Response>;

/** Nothing more will come. 204 is what makes EventSource stop reconnecting. */
export const endOfStream = () => new Response(null, { status: 204 });

export function createStreams(options: StreamsOptions): OpenStream {
  const { table, hub, sessions, rights, metrics, log, bootedAt, wallClockMs, now, random, every } = options;
  const limits = createLimits(now);
  const counts = createStreamCounts({ hub, metrics });
  const pace = new Pace({ now, every });
  const readOn = (bomId: string) => readOnFrom(table, hub, bomId);

  return async (supply, admitted, client) => {
    const { viewer, scope } = admitted;
    const askedAt = now();
    const slot = limits.admit(viewer.id, client);
    const session = new Session({
      kind: scope.kind,
      hub,
      readOnFrom: readOn,
      connection: {
        rotateAt: rotationTime({ bootedAt, wallClockMs, now: now(), random: random() }),
        expiresAt: viewer.expiresAt,
        now,
        pace,
        random,
      },
      onOpen({ reset, role }) {
        sessions.add(session);
        rights.add(session, viewer, scope, role, askedAt);
        counts.opened(session, reset);
      },
      onClose(reason, error) {
        limits.release(slot);
        sessions.remove(session);
        rights.remove(session);
        counts.closed(session, reason);
        log('stream_closed', {
          [`${scope.kind}_id`]: scope.id,
          reason,
          ...(error === undefined ? {} : { error: errorName(error) }),
          ...session.counts,
          sessions: sessions.size,
        });
      },
    });
    // At once, since the same client may replace it before it is open.
    slot.stream = session;
    try {
      // The same client may have been faster with its next stream: then this one has said so, and is over.
      if (await supply.open(session, admitted) || !session.isOpen) {
        return new Response(session.body, { headers: STREAM_HEADERS });
      }
    } catch (error) {
      giveUp();
      throw error;
    }
    giveUp();
    return endOfStream();

    function giveUp(): void {
      session.detachAll();
      limits.release(slot);
    }
  };
}
