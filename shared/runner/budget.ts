/** How long an isolate may go on claiming work. */

/**
 * Share of the wall-clock limit after which nothing new is claimed. The platform warns at 90 %; a batch that was
 * begun before needs the rest to be committed and published.
 */
const CLAIM_UNTIL = 0.6;

export interface Budget {
  /** Milliseconds for which work may still be claimed; none once the isolate is about to end. */
  readonly timeLeftMs: () => number;
  /** Aborted when the isolate is about to end: whatever is under way is to stop and hand in what it has. */
  readonly signal: AbortSignal;
  /** Ends it early. */
  readonly end: () => void;
}

/**
 * To be made when the isolate begins: the platform counts from there, not from a request.
 * @param now a clock that nobody sets. With the time of day, an isolate whose clock is put forward would answer every
 *   invocation and work on none.
 */
export function createBudget(
  { wallClockMs, now = () => performance.now() }: { wallClockMs: number; now?: () => number },
): Budget {
  const ending = new AbortController();
  const claimUntil = now() + wallClockMs * CLAIM_UNTIL;
  return {
    signal: ending.signal,
    timeLeftMs: () => ending.signal.aborted ? 0 : Math.max(0, claimUntil - now()),
    end: () => ending.abort(),
  };
}
