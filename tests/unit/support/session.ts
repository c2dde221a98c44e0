/** A session with a client at its other end, and time under control. */
import { parseEventId } from '../../../shared/domain/event-id.ts';
import type { CloseReason } from '../../../shared/stream/connection.ts';
import { type Opening, Session } from '../../../shared/stream/session.ts';
import { createManualClock } from './clock.ts';
import { BOM } from './events.ts';
import { unhurried } from './pace.ts';
import { sseClient } from './sse.ts';

/** Longer than any test lets pass. */
const FAR_AWAY_MS = 24 * 3_600_000;

export interface SessionSketch {
  readonly cursor?: string;
  readonly rotateInMs?: number;
  readonly expiresInMs?: number;
  readonly random?: () => number;
}

export function startSession(
  { cursor, rotateInMs = FAR_AWAY_MS, expiresInMs = FAR_AWAY_MS, random = () => 0.5 }: SessionSketch = {},
) {
  const clock = createManualClock();
  const closed: CloseReason[] = [];
  const session = new Session({
    bomId: BOM,
    cursor: cursor === undefined ? null : parseEventId(cursor),
    connection: {
      rotateAt: clock.now() + rotateInMs,
      expiresAt: clock.now() + expiresInMs,
      now: clock.now,
      pace: unhurried(),
      random,
      onClose: (reason) => void closed.push(reason),
    },
  });
  clock.every(1_000, () => session.tick());
  return { clock, session, client: sseClient(session.body), closed };
}

export const opening = (more: Partial<Opening> = {}): Opening => ({
  connected: { store: 'redis' },
  reset: false,
  events: [],
  readOn: null,
  ...more,
});
