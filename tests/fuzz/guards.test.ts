/**
 * Takes one guard of the product away at a time, in a copy of its source, and lets the schedules find the harm. One
 * that finds none would not notice the loss of the guard either.
 */
import fc from 'fast-check';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { type Guard, GUARDS } from './guards.ts';
import { play, type Reached } from './play.ts';
import { loadProduct, type Product } from './product.ts';
import { schedules } from './steps.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
/** The same schedules each time: chance must not decide whether a guard is missed. */
const SEED = 20_260_105;
const RUNS = 100;
/** What it takes to notice a hang: most guards are missed within seconds. */
const TIMEOUT_MS = 600_000;

/** What the schedules must come to; anything they never reach, they would never find broken. */
const TO_REACH = [
  'events',
  'skipped',
  'gaps',
  'fallbacks',
  'resets',
  'poll_failed',
  'publish_failed',
  'publish_put_off',
  'redis_unavailable',
  'redis_key_distrusted',
  'redis_key_stale',
  'stream_refused',
  'store_changed',
  'closed: completed',
  'closed: failed',
  'closed: cancelled',
  'closed: rotated',
  'closed: expired',
  'closed: stalled',
  'closed: client_left',
  'closed: access_revoked',
  'closed: deleted',
  'closed: unconfirmed',
  'rights_unknown',
];

const fixed = fc.sample(schedules, { seed: SEED, numRuns: RUNS });

const folder = mkdtempSync(join(tmpdir(), 'bomstream-guards-'));
afterAll(() => rmSync(folder, { recursive: true }));
symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
// The one in shared builds upon it.
cpSync(join(ROOT, 'tsconfig.json'), join(folder, 'tsconfig.json'));

function productWithout({ file, text, by }: Guard, name: string): Promise<Product> {
  const copy = join(folder, name);
  cpSync(join(ROOT, 'shared'), copy, { recursive: true });
  const source = readFileSync(join(copy, file), 'utf8');
  expect(source.split(text), `${file} no longer contains the guard once`).toHaveLength(2);
  writeFileSync(join(copy, file), source.replace(text, () => by));
  return loadProduct(copy);
}

it('with all of them, the same schedules do no harm, and come to everything that can go wrong', async () => {
  const product = await loadProduct(join(ROOT, 'shared'));
  const sum: Reached = {};
  for (const schedule of fixed) {
    const { complaints, reached } = await play(product, schedule);
    expect(complaints).toEqual([]);
    for (const [what, times] of Object.entries(reached)) sum[what] = (sum[what] ?? 0) + times;
  }
  expect(TO_REACH.filter((what) => !sum[what])).toEqual([]);
}, TIMEOUT_MS);

describe('without', () => {
  it.each(GUARDS.map((guard, i) => [guard.without, guard, `shared-${i}`] as const))(
    '%s',
    async (_without, guard, name) => {
      const product = await productWithout(guard, name);
      for (const schedule of fixed) {
        const { complaints } = await play(product, schedule);
        if (complaints.some((complaint) => guard.harm.test(complaint))) return;
      }
      expect.fail('no schedule came to harm');
    },
    TIMEOUT_MS,
  );
});
