import { readConfig } from '../../shared/config.ts';
import { createSupabaseDatabase } from '../../shared/database/supabase.ts';
import { createCors } from '../../shared/http/cors.ts';
import { createRouter } from '../../shared/http/router.ts';
import { createLog } from '../../shared/log.ts';
import { createPublisher } from '../../shared/progress/publisher.ts';
import { createRedisProgress } from '../../shared/progress/redis.ts';
import { createBudget } from '../../shared/runner/budget.ts';
import { createRunnerRoutes } from '../../shared/runner/routes.ts';
import { createEnrichLines } from '../../shared/enrich/lines.ts';
import { pause } from '../../shared/runner/pause.ts';
import { createRunQueue } from '../../shared/runner/queue.ts';
import { work } from '../../shared/runner/work.ts';
import { createSuppliers } from '../../shared/suppliers/registry.ts';
import { createSupplierStore } from '../../shared/suppliers/store.ts';

declare const EdgeRuntime: { waitUntil(work: Promise<unknown>): void };

const environment = Deno.env.toObject();
const config = readConfig(environment);
const budget = createBudget({ wallClockMs: config.wallClockMs });
const log = createLog('enrichment-runner', console.log);
const database = createSupabaseDatabase({ url: config.supabaseUrl, secretKey: config.secretKey });
const publish = createPublisher({
  writer: createRedisProgress(config.redis),
  database,
  log,
  now: () => performance.now(),
});
const queue = createRunQueue(database);

const suppliers = createSuppliers(environment, { log });
const enrich = createEnrichLines({ suppliers, store: createSupplierStore(database), log });

// The platform is about to end the isolate: hand in what is done, give the rest back, claim no more.
addEventListener('beforeunload', () => budget.end());

Deno.serve(createRouter({
  cors: createCors([]),
  log,
  routes: createRunnerRoutes({
    runnerKeys: config.runnerKeys,
    work: (workerId) =>
      work(workerId, {
        queue,
        publish,
        log,
        enrich,
        now: () => performance.now(),
        timeLeftMs: budget.timeLeftMs,
        signal: budget.signal,
        every: (ms, work) => {
          const timer = setInterval(work, ms);
          return () => clearInterval(timer);
        },
        batchPauseMs: config.batchPauseMs,
        pause,
      }),
    inBackground: (promise) => EdgeRuntime.waitUntil(promise),
    log,
  }),
}));
