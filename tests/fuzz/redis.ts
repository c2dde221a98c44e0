/**
 * The local Redis, called by the product's own adapter and SDK without any socket: `fetch` leads straight into it.
 * On the way there and back everything may happen that happens to a service on the internet.
 */
import { createRedisHandler } from '../../local/redis/server.ts';
import { createRedisStore } from '../../local/redis/store.ts';

export const REDIS_FAULTS = [
  'hang',
  'refused',
  'unauthorized',
  'over quota',
  'server error',
  'html page',
  'html with 200',
  'truncated',
  'wrong shape',
  'lost reply',
] as const;
export type RedisFault = (typeof REDIS_FAULTS)[number];

export const REDIS_HOST = 'redis.example.com';
export const REDIS_TOKEN = 'a-token-for-tests';

const HTML = '<html><body>502 Bad Gateway</body></html>';

export interface LocalRedis {
  fault: RedisFault | null;
  /** Which part of the requests it meets, 0 to 1. */
  faultShare: number;
  latencyMs: number;
  /** Ids of a BOM's entries, oldest first. */
  ids(bomId: string): string[];
  execute(...command: string[]): void;
  /** The entry before the newest is missing, as if it had never been added. */
  loseOne(bomId: string): void;
  /** Gives the globals back. */
  release(): void;
}

export const keyOf = (bomId: string) => `enrichment:progress:${bomId}`;

export function installRedis(
  { now, after, random }: {
    now: () => number;
    after: (ms: number, work: () => void) => () => void;
    random: () => number;
  },
): LocalRedis {
  const store = createRedisStore({ now });
  const handle = createRedisHandler({ store, token: REDIS_TOKEN });
  const real = { fetch: globalThis.fetch, setTimeout: globalThis.setTimeout, timeout: AbortSignal.timeout };
  const limits = new WeakMap<AbortSignal, { readonly ms: number; readonly controller: AbortController }>();
  const wait = (ms: number) => new Promise<void>((resolve) => after(ms, resolve));

  globalThis.fetch = async (input, init) => {
    const request = new Request(input, { ...init, signal: null });
    if (new URL(request.url).hostname !== REDIS_HOST) throw new Error(`nobody may ask ${request.url}`);
    const limit = init?.signal ? limits.get(init.signal) : undefined;
    if (!limit) throw new Error('a request without a time limit can hang for ever');
    const fault = redis.fault !== null && random() < redis.faultShare ? redis.fault : null;
    if (fault === 'hang' || redis.latencyMs >= limit.ms) {
      await wait(limit.ms);
      limit.controller.abort(new DOMException('The operation was aborted due to timeout', 'TimeoutError'));
      throw init!.signal!.reason;
    }
    if (redis.latencyMs > 0) await wait(redis.latencyMs / 2);
    const response = await answer(request, fault);
    if (redis.latencyMs > 0) await wait(redis.latencyMs / 2);
    return response;
  };
  // The SDK rests between two tries. Everything else here counts time by the clock of the schedule already.
  globalThis.setTimeout = ((work: () => void, ms = 0) => after(ms, work)) as unknown as typeof setTimeout;
  // Only a request that hangs needs the timer.
  AbortSignal.timeout = (ms) => {
    const controller = new AbortController();
    limits.set(controller.signal, { ms, controller });
    return controller.signal;
  };

  async function answer(request: Request, fault: Exclude<RedisFault, 'hang'> | null): Promise<Response> {
    switch (fault) {
      case null:
        return handle(request);
      case 'refused':
        throw new TypeError('fetch failed');
      case 'unauthorized':
        return Response.json({ error: 'WRONGPASS invalid or missing auth token' }, { status: 401 });
      case 'over quota':
        return Response.json({ error: 'ERR max requests limit exceeded. Limit: 500000' }, { status: 429 });
      case 'server error':
        return Response.json({ error: 'ERR internal' }, { status: 500 });
      case 'html page':
        return new Response(HTML, { status: 502 });
      case 'html with 200':
        return new Response(HTML);
      case 'truncated': {
        const whole = await (await handle(request)).text();
        return new Response(whole.slice(0, Math.floor(random() * whole.length)));
      }
      case 'wrong shape':
        return Response.json(
          request.url.endsWith('/multi-exec') ? [{ result: 'OK' }] : { result: [['x', 1]] },
        );
      case 'lost reply':
        await handle(request);
        throw new TypeError('fetch failed');
    }
  }

  type Entry = readonly [id: string, fields: readonly string[]];
  const entriesOf = (bomId: string) =>
    store.execute(['XRANGE', keyOf(bomId), '-', '+']) as unknown as readonly Entry[];

  const redis: LocalRedis = {
    fault: null,
    faultShare: 1,
    latencyMs: 0,
    ids: (bomId) => entriesOf(bomId).map(([id]) => id),
    execute(...command) {
      const reply = store.execute(command);
      if (reply instanceof Error) throw reply;
    },
    loseOne(bomId) {
      const entries = entriesOf(bomId);
      redis.execute('DEL', keyOf(bomId));
      entries.forEach(([id, fields], i) => {
        if (i !== entries.length - 2) redis.execute('XADD', keyOf(bomId), id, ...fields);
      });
    },
    release() {
      globalThis.fetch = real.fetch;
      globalThis.setTimeout = real.setTimeout;
      AbortSignal.timeout = real.timeout;
    },
  };
  return redis;
}
