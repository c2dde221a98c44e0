/** The short form: a handful of each fault on a few hundred lines. */
import type { ScenarioOptions } from './scenario.ts';

export const SHORT: Omit<ScenarioOptions, 'seed'> = {
  tenants: 3,
  bomsPerTenant: 2,
  linesPerBom: 70,
  isolates: 2,
  wallClockSeconds: 12,
  batchPauseMs: 100,
  strays: { workers: 2, lanes: 2 },
  faultsMs: 18_000,
  faults: {
    kill_runner: 6,
    kill_stream: 3,
    freeze_runner: 2,
    crash_database: 1,
    fail_redis: 4,
    flush_redis: 2,
    lose_calls: 4,
    fail_supplier: 5,
    use_up_quota: 4,
    cut_clients: 4,
    pause: 3,
    cancel: 2,
    start_twice: 2,
    delete_bom: 1,
    revoke_viewer: 2,
  },
};
