/** How long an isolate may go on claiming work. */

/**
 * Share of the wall-clock limit after which nothing new is claimed. The platform warns at 90 %; a batch that was
 * begun before needs the rest to be committed and published.
 */
const CLAIM_UNTIL = 0.6;

export interface Budget {
  readonly hasTime: () => boolean;
  /** Aborted when the isolate is about to end: whatever is under way is to stop and hand in what it has. */
  readonly signal: AbortSignal;
  /** Ends it early. */
  readonly end: () => void;
}

/** @param bootedAt when the isolate began: the platform counts from there, not from a request */
export function createBudget(
  { bootedAt, wallClockMs, now }: { bootedAt: number; wallClockMs: number; now: () => number },
): Budget {
  const ending = new AbortController();
  return {
    signal: ending.signal,
    hasTime: () => !ending.signal.aborted && now() < bootedAt + wallClockMs * CLAIM_UNTIL,
    end: () => ending.abort(),
  };
}
