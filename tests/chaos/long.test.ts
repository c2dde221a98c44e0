/** `npm run chaos -- --long`: more of everything than any day brings. */
import { expect, it } from 'vitest';
import { chooseSeed } from './random.ts';
import { runScenario } from './scenario.ts';

const seed = chooseSeed();
/** What this suite promises to have gone through. */
const REQUIRED = { 'lines settled': 20_000, crash_database: 3, kills: 100 };

it(`survives much chaos, SEED=${seed}`, { timeout: 900_000 }, async () => {
  console.log(`SEED=${seed}`);
  const { violations, tally } = await runScenario({
    seed,
    tenants: 10,
    bomsPerTenant: 2,
    linesPerBom: 1_600,
    isolates: 3,
    wallClockSeconds: 30,
    batchPauseMs: 0,
    strays: { workers: 2, lanes: 3 },
    faultsMs: 140_000,
    faults: {
      kill_runner: 100,
      kill_stream: 35,
      freeze_runner: 15,
      crash_database: 3,
      fail_redis: 12,
      flush_redis: 6,
      lose_calls: 12,
      fail_supplier: 20,
      use_up_quota: 16,
      cut_clients: 20,
      pause: 15,
      cancel: 6,
      start_twice: 6,
      delete_bom: 2,
      revoke_viewer: 5,
    },
  });
  console.log(Object.fromEntries(tally));
  expect(violations, `SEED=${seed}`).toEqual([]);
  const of = (name: string) => tally.get(name) ?? 0;
  const kills = of('SIGKILL enrichment-runner') + of('SIGKILL enrichment-stream');
  const done = { 'lines settled': of('lines settled'), crash_database: of('crash_database'), kills };
  for (const [name, least] of Object.entries(REQUIRED)) {
    expect(done[name as keyof typeof REQUIRED], `SEED=${seed} ${name}`).toBeGreaterThanOrEqual(least);
  }
});
