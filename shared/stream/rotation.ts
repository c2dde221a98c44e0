/** When a stream should move to a younger isolate. */

/**
 * The platform retires an isolate at half its wall-clock limit, warns at 90 % and kills it at the limit, counted
 * from its boot, not from the request. Streams leave between 75 % and 88 %: late enough to be rare, early enough
 * to end in order, spread so that clients do not all reconnect in the same second.
 */
const EARLIEST = 0.75;
const LATEST = 0.88;
/** Where the configured limit is below the real one, old isolates still take clients; each must be worth its connect. */
const SHORTEST_STREAM_MS = 15_000;

/**
 * @param random 0 up to 1
 * @returns milliseconds since 1970
 */
export function rotationTime(
  { bootedAt, wallClockMs, now, random }: {
    bootedAt: number;
    wallClockMs: number;
    now: number;
    random: number;
  },
): number {
  const planned = bootedAt + wallClockMs * (EARLIEST + random * (LATEST - EARLIEST));
  return Math.max(planned, now + SHORTEST_STREAM_MS);
}
