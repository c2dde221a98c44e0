/**
 * Random schedules over the hub, its sessions and both stores. What fails is cut down to the few steps that matter,
 * and printed with the seed that brings it back.
 *
 * Every day the same few, so that no change fails by chance; `FUZZ_RUNS=2000` plays that many new ones, and with
 * `SEED=…` the same ones again.
 */
import fc from 'fast-check';
import { fileURLToPath } from 'node:url';
import { it } from 'vitest';
import { play } from './play.ts';
import { loadProduct } from './product.ts';
import { schedules } from './steps.ts';

const { FUZZ_RUNS, SEED } = process.env;
const EVERYDAY_RUNS = 40;
const EVERYDAY_SEED = 20_260_105;
const runs = Number(FUZZ_RUNS ?? EVERYDAY_RUNS);
const seed = Number(SEED ?? (FUZZ_RUNS ? Date.now() % 2 ** 31 : EVERYDAY_SEED));
/** Only a schedule that hangs takes as long as this; cutting one down plays it some hundred times. */
const TIMEOUT_MS = 300_000 + runs * 5_000;

it('keeps every promise, whatever happens in whatever order', async () => {
  const product = await loadProduct(fileURLToPath(new URL('../../shared', import.meta.url)));
  const result = await fc.check(
    fc.asyncProperty(schedules, async (schedule) => {
      const { complaints } = await play(product, schedule);
      if (complaints.length > 0) throw new Error(complaints.join('\n'));
    }),
    { numRuns: runs, seed, includeErrorInReport: true },
  );
  if (result.failed) {
    throw new Error(
      `SEED=${seed} FUZZ_RUNS=${runs} plays this again.\n${await fc.asyncDefaultReportMessage(result)}`,
    );
  }
}, TIMEOUT_MS);
