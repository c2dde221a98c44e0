import { createSteadyClock } from '../../shared/clock.ts';
import { readConfig } from '../../shared/config.ts';
import { countedDatabase, countedRedis } from '../../shared/counted.ts';
import { createSupabaseDatabase } from '../../shared/database/supabase.ts';
import { createAuthenticate } from '../../shared/http/auth.ts';
import { createOpenSecret } from '../../shared/http/secrets.ts';
import { createCors } from '../../shared/http/cors.ts';
import { createRouter } from '../../shared/http/router.ts';
import { createLog } from '../../shared/log.ts';
import { createMetrics, STREAM_FIGURES } from '../../shared/metrics.ts';
import { createRedisProgress } from '../../shared/progress/redis.ts';
import { createTableProgress } from '../../shared/progress/table.ts';
import { createHealthRoute } from '../../shared/stream/health-routes.ts';
import { createStreamRoutes } from '../../shared/stream/routes.ts';
import { Hub } from '../../shared/stream/hub.ts';
import { createSessionRegistry } from '../../shared/stream/session-registry.ts';
import { createTickets } from '../../shared/stream/tickets.ts';

const now = createSteadyClock();
const bootedAt = now();
const config = readConfig(Deno.env.toObject());
const log = createLog('enrichment-stream', console.log);
const every = (ms: number, work: () => void) => {
  const timer = setInterval(work, ms);
  return () => clearInterval(timer);
};
const metrics = createMetrics({ of: 'streams', figures: STREAM_FIGURES, log, now, every });
const { count } = metrics;
const database = countedDatabase(
  createSupabaseDatabase({ url: config.supabaseUrl, secretKey: config.secretKey, log }),
  count,
);
const table = createTableProgress(database);
const redis = countedRedis(createRedisProgress({ ...config.redis, count }), count);
const hub = new Hub({
  redis,
  table,
  log,
  pollMs: config.pollMs,
  now,
  random: Math.random,
  after: (ms, work) => {
    const timer = setTimeout(work, ms);
    return () => clearTimeout(timer);
  },
});
const sessions = createSessionRegistry(every);

// The isolate is about to end: clients reconnect with their cursors instead of being cut off.
addEventListener('beforeunload', () => sessions.rotateAll());

Deno.serve(createRouter({
  cors: createCors(config.allowedOrigins),
  log,
  routes: [
    createHealthRoute({
      redis,
      table,
      database,
      now,
      secretKey: config.secretKey,
      settings: {
        allowed_origins: [...config.allowedOrigins],
        ticket_keys: config.ticketKeys?.length ?? 0,
        redis_prefix: config.redis.prefix,
        wall_clock_seconds: config.hasWallClock ? config.wallClockMs / 1000 : null,
      },
    }),
    ...createStreamRoutes({
      database,
      table,
      hub,
      sessions,
      authenticate: createAuthenticate(config.tokens, createOpenSecret(database)),
      tickets: config.ticketKeys && createTickets({ keys: config.ticketKeys, now: Date.now }),
      adminToken: config.adminToken,
      metrics,
      log,
      bootedAt,
      wallClockMs: config.wallClockMs,
      now,
      random: Math.random,
      every,
    }),
  ],
}));
