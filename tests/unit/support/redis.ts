/** The product's Redis adapter against the local Redis, over HTTP. */
import { createRedisProgress, type RedisOptions } from '../../../shared/progress/redis.ts';
import type { RedisHandlerOptions } from '../../../local/redis/server.ts';
import { startLocalRedis, TOKEN } from '../local-redis/harness.ts';

/** Long enough for any machine: only a request that nobody answers runs into it. */
const PATIENT_MS = 20_000;

export async function startRedis(options: Pick<RedisHandlerOptions, 'fault'> = {}) {
  const local = await startLocalRedis(options);
  const { origin: url } = new URL(local.request('/', { method: 'GET' }).url);
  return {
    ...local,
    url,
    progress: (more: Partial<RedisOptions> = {}) =>
      createRedisProgress({ url, token: TOKEN, prefix: '', timeoutMs: PATIENT_MS, ...more }),
  };
}
