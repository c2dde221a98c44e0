import { readConfig } from '../../shared/config.ts';
import { createSupabaseDatabase } from '../../shared/database/supabase.ts';
import { createAuthenticate } from '../../shared/http/auth.ts';
import { createOpenSecret } from '../../shared/http/secrets.ts';
import { createCors } from '../../shared/http/cors.ts';
import { createLog } from '../../shared/log.ts';
import { createRouter } from '../../shared/http/router.ts';
import { createPublisher } from '../../shared/progress/publisher.ts';
import { createRedisProgress } from '../../shared/progress/redis.ts';
import { pause } from '../../shared/runner/pause.ts';
import { createAnnounce } from '../../shared/runs/announce.ts';
import { createControlRoutes } from '../../shared/runs/routes.ts';
import { createInvoke } from '../../shared/runs/invoke.ts';
import { createTicketRoute } from '../../shared/runs/ticket-routes.ts';
import { createTickets } from '../../shared/stream/tickets.ts';

declare const EdgeRuntime: { waitUntil(work: Promise<unknown>): void };

const config = readConfig(Deno.env.toObject());
const log = createLog('enrichment', console.log);
const { supabaseUrl } = config;
const database = createSupabaseDatabase({ url: supabaseUrl, secretKey: config.secretKey, log });
const authenticate = createAuthenticate(config.tokens, createOpenSecret(database));
const publish = createPublisher({
  writer: createRedisProgress(config.redis),
  database,
  log,
  now: () => performance.now(),
});

Deno.serve(createRouter({
  cors: createCors(config.allowedOrigins),
  log,
  routes: [
    createTicketRoute({
      database,
      authenticate,
      tickets: config.ticketKeys && createTickets({ keys: config.ticketKeys, now: Date.now }),
      supabaseUrl,
    }),
    ...createControlRoutes({
      database,
      authenticate,
      announce: createAnnounce({ database, publish, log }),
      invoke: createInvoke({ supabaseUrl, runnerKey: config.runnerKeys[0], pause, log }),
      inBackground: (work) => EdgeRuntime.waitUntil(work),
      supabaseUrl,
    }),
  ],
}));
