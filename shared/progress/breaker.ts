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
  /** Whether the store may be asked now. While open, one probe at a time is let through after each pause. */
  allows(nowMs: number): boolean;
  succeeded(): void;
  failed(nowMs: number): void;
  readonly open: boolean;
}

export function createBreaker({ longestPauseMs = LONGEST_PAUSE_MS }: BreakerOptions = {}): Breaker {
  let failures = 0;
  let pauseMs = FIRST_PAUSE_MS;
  let probeAt = 0;
  return {
    get open() {
      return failures >= TRIP_AFTER;
    },
    allows(nowMs) {
      return failures < TRIP_AFTER || nowMs >= probeAt;
    },
    succeeded() {
      failures = 0;
      pauseMs = FIRST_PAUSE_MS;
    },
    failed(nowMs) {
      failures += 1;
      if (failures < TRIP_AFTER) return;
      if (failures > TRIP_AFTER) pauseMs = Math.min(pauseMs * 2, longestPauseMs);
      probeAt = nowMs + pauseMs;
    },
  };
}
