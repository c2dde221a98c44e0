/** Clocks. What is measured, bounded or waited for goes by one that nobody sets. */

/**
 * The time of day as the isolate found it at its start, counted on steadily from there. Where moments of other clocks and
 * spans of time are held against one clock, as at an open stream, a clock that is set would make spans of hours or of none.
 */
export function createSteadyClock(): () => number {
  const begin = Date.now() - performance.now();
  return () => begin + performance.now();
}
