/** A session with a client at its other end, and time under control. */
import { parseEventId } from '../../../shared/domain/event-id.ts';
import type { CloseReason } from '../../../shared/stream/connection.ts';
import type { Delivery } from '../../../shared/stream/delivery.ts';
import type { ReadOn } from '../../../shared/stream/feed.ts';
import type { Lane, Store } from '../../../shared/stream/topic.ts';
import { Session, type SessionOptions } from '../../../shared/stream/session.ts';
import { createManualClock, type ManualClock } from './clock.ts';
import { BOM } from './events.ts';
import { unhurried } from './pace.ts';
import { sseClient } from './sse.ts';

/** Longer than any test lets pass. */
const FAR_AWAY_MS = 24 * 3_600_000;

export interface ConnectionSketch {
  readonly rotateInMs?: number;
  readonly expiresInMs?: number;
  readonly random?: () => number;
}

/** A session of any kind over a hub, how it closed, and the client, which does not read yet. */
export function sessionOver(
  clock: ManualClock,
  options: Pick<SessionOptions, 'kind' | 'hub' | 'readOnFrom'>,
  { rotateInMs = FAR_AWAY_MS, expiresInMs = FAR_AWAY_MS, random = () => 0.5 }: ConnectionSketch = {},
) {
  const closed: CloseReason[] = [];
  const errors: unknown[] = [];
  const session = new Session({
    ...options,
    connection: {
      rotateAt: clock.now() + rotateInMs,
      expiresAt: clock.now() + expiresInMs,
      now: clock.now,
      pace: unhurried(),
      random,
    },
    onOpen: () => {},
    onClose(reason, error) {
      closed.push(reason);
      errors.push(error);
    },
  });
  return { session, client: sseClient(session.body), closed, errors };
}

export interface SessionSketch extends ConnectionSketch {
  readonly cursor?: string;
}

/** What a stream over one BOM begins with. */
export interface Opening {
  readonly connected: Readonly<Record<string, unknown>> & { readonly store: Store };
  readonly reset: boolean;
  readonly events: readonly Delivery[];
  readonly readOn: ReadOn | null;
}

/** One that follows one BOM, whose hub is the test: it says what is delivered and when. */
export function startSession({ cursor, ...sketch }: SessionSketch = {}) {
  const clock = createManualClock();
  let begun = opening();
  const { session, client, closed } = sessionOver(clock, {
    kind: 'bom',
    hub: {
      get store() {
        return begun.connected.store;
      },
      arrived: () => {},
      attach: () => {},
      detach: () => {},
      startFrom: () => false,
      encode: () => [...begun.events],
    },
    readOnFrom: () => begun.readOn!,
  }, sketch);
  const feed = session.attach(BOM, cursor === undefined ? null : parseEventId(cursor));
  clock.every(1_000, () => session.tick());
  let lane: Lane | null = null;
  return {
    clock,
    client,
    closed,
    session: {
      get counts() {
        return session.counts;
      },
      body: session.body,
      open(asked: Opening) {
        begun = asked;
        session.open({ ...asked, lastNews: null });
        session.start(feed, { newest: null, events: [], hasMore: asked.readOn !== null, reset: asked.reset });
      },
      /** As a topic does. */
      deliver(events: readonly Delivery[]) {
        if (lane && !events.at(-1)?.terminal) lane.pass(BOM, events, clock.now());
        else lane = feed.deliver(events);
      },
      gone: () => session.gone(feed),
      storeChanged: (store: Store) => session.storeChanged(store),
      rewound: () => session.rewound(),
      tick: () => session.tick(),
      rotate: () => session.rotate(),
      replace: () => session.replace(),
      probe: () => session.probe(),
    },
  };
}

export const opening = (more: Partial<Opening> = {}): Opening => ({
  connected: { store: 'redis' },
  reset: false,
  events: [],
  readOn: null,
  ...more,
});
