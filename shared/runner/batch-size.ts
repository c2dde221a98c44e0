/** How many lines a worker takes at once: as many as it answers for in a moment, going by its last batch. */

/**
 * What people who watch wait for the next sign of life, and what is lost with a worker that dies. Suppliers that are
 * quick, or not asked at all, are done with the largest batch long before; a slow one is with a call or two.
 */
const TARGET_MS = 2_000;
/** Also the first batch: nothing is known yet. Suppliers take ten part numbers a call, so less saves no time. */
export const SMALLEST_BATCH = 10;
/** A commit is one transaction and one request. Past this a line costs no less CPU time, and others wait longer. */
const LARGEST_BATCH = 100;
/** In whole calls of suppliers. */
const STEP = SMALLEST_BATCH;

/**
 * @param lines in the last batch, at least one
 * @param elapsedMs what it took to look them up
 */
export function nextBatchSize(lines: number, elapsedMs: number): number {
  const within = lines * TARGET_MS / Math.max(elapsedMs, 1);
  return Math.min(LARGEST_BATCH, Math.max(SMALLEST_BATCH, Math.floor(within / STEP) * STEP));
}
