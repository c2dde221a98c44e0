import { readConfig } from '../../shared/config.ts';
import { createSupabaseDatabase } from '../../shared/database/supabase.ts';
import { createAuthenticate } from '../../shared/http/auth.ts';
import { createCors } from '../../shared/http/cors.ts';
import { createLog } from '../../shared/http/log.ts';
import { createPublisher } from '../../shared/progress/publisher.ts';
import { createRedisProgress } from '../../shared/progress/redis.ts';
import { createControlEndpoint } from '../../shared/runner/control-endpoint.ts';
import { createKick } from '../../shared/runner/kick.ts';

declare const EdgeRuntime: { waitUntil(work: Promise<unknown>): void };

const config = readConfig(Deno.env.toObject());
const log = createLog('enrichment', console.log);
const database = createSupabaseDatabase({ url: config.supabaseUrl, secretKey: config.secretKey });

Deno.serve(createControlEndpoint({
  database,
  authenticate: createAuthenticate(config.tokens),
  publish: createPublisher({ writer: createRedisProgress(config.redis), database, log, now: Date.now }),
  kick: createKick({ supabaseUrl: config.supabaseUrl, runnerKey: config.runnerKey, log }),
  inBackground: (work) => EdgeRuntime.waitUntil(work),
  supabaseUrl: config.supabaseUrl,
  cors: createCors(config.allowedOrigins),
  log,
}));
