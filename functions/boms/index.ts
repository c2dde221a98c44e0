import { createJudgingRoutes } from '../../shared/bom/judging-routes.ts';
import { createOrderRoutes } from '../../shared/bom/order-routes.ts';
import { createLinkRoutes } from '../../shared/bom/link-routes.ts';
import { createBomRoutes } from '../../shared/bom/routes.ts';
import { readConfig } from '../../shared/config.ts';
import { createSupabaseDatabase } from '../../shared/database/supabase.ts';
import { createAuthenticate } from '../../shared/http/auth.ts';
import { createOpenSecret } from '../../shared/http/secrets.ts';
import { createDescriptionRoute } from '../../shared/http/description.ts';
import { createCors } from '../../shared/http/cors.ts';
import { createRouter } from '../../shared/http/router.ts';
import { createLog } from '../../shared/log.ts';
import { createPublisher } from '../../shared/progress/publisher.ts';
import { createRedisProgress } from '../../shared/progress/redis.ts';
import { pause } from '../../shared/runner/pause.ts';
import { createAnnounce } from '../../shared/runs/announce.ts';
import { createInvoke } from '../../shared/runs/invoke.ts';
import { zlibPacking } from './packing.ts';

declare const EdgeRuntime: { waitUntil(work: Promise<unknown>): void };

const config = readConfig(Deno.env.toObject());
const { supabaseUrl } = config;
const log = createLog('boms', console.log);
const database = createSupabaseDatabase({ url: supabaseUrl, secretKey: config.secretKey, log });
const progress = createRedisProgress(config.redis);
const authenticate = createAuthenticate(config.tokens, createOpenSecret(database));
const publish = createPublisher({
  writer: progress,
  database,
  log,
  now: () => performance.now(),
});

Deno.serve(createRouter({
  cors: createCors(config.allowedOrigins),
  log,
  routes: [
    createDescriptionRoute(supabaseUrl),
    ...createBomRoutes({
      database,
      authenticate,
      progress,
      log,
      announce: createAnnounce({ database, publish, log }),
      invoke: createInvoke({ supabaseUrl, runnerKey: config.runnerKeys[0], pause, log }),
      inBackground: (work) => EdgeRuntime.waitUntil(work),
      after: (ms, work) => {
        const timer = setTimeout(work, ms);
        return () => clearTimeout(timer);
      },
      packing: zlibPacking,
    }),
    ...createJudgingRoutes({ database, authenticate }),
    ...createOrderRoutes({ database, authenticate }),
    ...createLinkRoutes({ database, authenticate }),
  ],
}));
