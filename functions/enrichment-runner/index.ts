import { judgingQueue } from '../../shared/runner/judging-queue.ts';
import { readConfig } from '../../shared/config.ts';
import {
  countedDatabase,
  countedPublish,
  countedQueue,
  countedRedis,
  countedStore,
  countedSupplier,
} from '../../shared/counted.ts';
import { createSupabaseDatabase } from '../../shared/database/supabase.ts';
import { createCors } from '../../shared/http/cors.ts';
import { createRouter } from '../../shared/http/router.ts';
import { createLog } from '../../shared/log.ts';
import { createMetrics, RUNNER_FIGURES } from '../../shared/metrics.ts';
import { createPublisher } from '../../shared/progress/publisher.ts';
import { createRedisProgress } from '../../shared/progress/redis.ts';
import { createBudget } from '../../shared/runner/budget.ts';
import { createRunnerRoutes } from '../../shared/runner/routes.ts';
import { createEnrichLines } from '../../shared/enrich/lines.ts';
import { pause } from '../../shared/runner/pause.ts';
import { createRunQueue } from '../../shared/runner/queue.ts';
import { work } from '../../shared/runner/work.ts';
import { createResolveHost } from '../../shared/webhooks/address.ts';
import { createDeliver } from '../../shared/webhooks/deliver.ts';
import { createDeliveryQueue } from '../../shared/webhooks/queue.ts';
import { createSuppliers } from '../../shared/suppliers/registry.ts';
import { createSupplierStore } from '../../shared/suppliers/store.ts';

declare const EdgeRuntime: { waitUntil(work: Promise<unknown>): void };

const environment = Deno.env.toObject();
const config = readConfig(environment);
const budget = createBudget({ wallClockMs: config.wallClockMs });
const log = createLog('enrichment-runner', console.log);
const now = () => performance.now();
const every = (ms: number, work: () => void) => {
  const timer = setInterval(work, ms);
  return () => clearInterval(timer);
};
const metrics = createMetrics({ of: 'workers', figures: RUNNER_FIGURES, log, now, every });
const { count } = metrics;
const database = countedDatabase(
  createSupabaseDatabase({ url: config.supabaseUrl, secretKey: config.secretKey, log }),
  count,
);
const writer = countedRedis(createRedisProgress({ ...config.redis, count }), count);
const publish = countedPublish(createPublisher({ writer, database, log, now }), count);

const suppliers = createSuppliers(environment, { log }).map((supplier) => countedSupplier(supplier, count));
const names = suppliers.map(({ name }) => name);
const queue = judgingQueue(countedQueue(createRunQueue(database, names), count), {
  database,
  log,
  pause,
  signal: budget.signal,
  inBackground: (judging) => EdgeRuntime.waitUntil(judging),
});
const store = countedStore(createSupplierStore(database), count);
const enrich = createEnrichLines({ suppliers, store, log });

const deliver = createDeliver({
  queue: createDeliveryQueue(database),
  addresses: { resolve: createResolveHost(Deno.resolveDns), allowsLoopback: config.webhookLoopback },
  send: fetch,
  log,
  timeLeftMs: budget.timeLeftMs,
  now: Date.now,
});

// The platform is about to end the isolate: hand in what is done, give the rest back, claim no more.
addEventListener('beforeunload', () => budget.end());

Deno.serve(createRouter({
  cors: createCors([]),
  log,
  routes: createRunnerRoutes({
    runnerKeys: config.runnerKeys,
    work: (workerId) => {
      const worked = work(workerId, {
        queue,
        publish,
        log,
        enrich,
        now,
        timeLeftMs: budget.timeLeftMs,
        signal: budget.signal,
        every,
        batchPauseMs: config.batchPauseMs,
        pause,
      }).finally(metrics.begin());
      // What waits is sent meanwhile, and what comes of the work at once.
      EdgeRuntime.waitUntil(Promise.all([deliver(), worked.then(deliver)]));
      return worked;
    },
    inBackground: (promise) => EdgeRuntime.waitUntil(promise),
    log,
  }),
}));
