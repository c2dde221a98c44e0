/** Decides when a failing store is left alone and when it is tried again. Pure: time comes in, decisions come out. */

/** Failures in a row that open the breaker. One alone may be a closed connection; two are an outage. */
const TRIP_AFTER = 2;
/** The first pause before a probe, doubled after each failed one. A quota error lasts; asking often helps nobody. */
const FIRST_PAUSE_MS = 2_000;
const LONGEST_PAUSE_MS = 60_000;

export interface BreakerOptions {
  /** Shorter for a store that has no other behind it. */
  readonly longestPauseMs?: number;
}

export interface Breaker {
  /** Whether the store may be asked now; who is told so asks it. While open, one probe is let through after each pause. */
  allows(nowMs: number): boolean;
  succeeded(): void;
  failed(nowMs: number): void;
  readonly open: boolean;
}

export function createBreaker({ longestPauseMs = LONGEST_PAUSE_MS }: BreakerOptions = {}): Breaker {
  let failures = 0;
  let pauseMs = FIRST_PAUSE_MS;
  let probeAt = 0;
  let isProbing = false;
  return {
    get open() {
      return failures >= TRIP_AFTER;
    },
    allows(nowMs) {
      if (failures < TRIP_AFTER) return true;
      if (nowMs < probeAt) return false;
      isProbing = true;
      // Callers meanwhile wait for its outcome, or for the next pause if it has none.
      probeAt = nowMs + pauseMs;
      return true;
    },
    succeeded() {
      failures = 0;
      pauseMs = FIRST_PAUSE_MS;
      isProbing = false;
    },
    failed(nowMs) {
      failures += 1;
      if (failures < TRIP_AFTER) return;
      // Calls that were under way when it opened fail one after the other: one outage, and no probe.
      if (failures > TRIP_AFTER && !isProbing) return;
      if (isProbing) pauseMs = Math.min(pauseMs * 2, longestPauseMs);
      isProbing = false;
      probeAt = nowMs + pauseMs;
    },
  };
}
