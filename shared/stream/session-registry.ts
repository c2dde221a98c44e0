/** All streams of this isolate, and the one clock that wakes them. */

/** Signs of life, deadlines and stalls are all counted in seconds. */
const TICK_MS = 1_000;

/** What a stream has to let the clock do, whatever it streams. */
export interface Clocked {
  tick(): void;
  rotate(): void;
}

export interface SessionRegistry {
  readonly size: number;
  add(session: Clocked): void;
  remove(session: Clocked): void;
  /** Asks every client to reconnect elsewhere, because this isolate is about to end. */
  rotateAll(): void;
}

/** @param every starts a repeating timer and returns how to stop it; there is none while there are no streams */
export function createSessionRegistry(every: (ms: number, work: () => void) => () => void): SessionRegistry {
  const sessions = new Set<Clocked>();
  let stop: (() => void) | null = null;
  return {
    get size() {
      return sessions.size;
    },
    add(session) {
      sessions.add(session);
      stop ??= every(TICK_MS, () => sessions.forEach((each) => each.tick()));
    },
    remove(session) {
      sessions.delete(session);
      if (sessions.size > 0) return;
      stop?.();
      stop = null;
    },
    rotateAll() {
      [...sessions].forEach((session) => session.rotate());
    },
  };
}
