/** The local Redis on a loopback port of its own, its clock standing still, and ways to talk to it. */

import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { Redis, type RedisConfigNodejs } from '@upstash/redis';
import {
  type CommandMeter,
  createRedisHandler,
  type RedisHandlerOptions,
} from '../../../local/redis/server.ts';
import { createRedisStore } from '../../../local/redis/store.ts';

export const TOKEN = 'a-token-for-tests';

/** The SDK as the product sets it up. */
export const PRODUCT_SETTINGS = {
  enableAutoPipelining: false,
  automaticDeserialization: false,
  enableTelemetry: false,
  retry: { retries: 1, backoff: () => 10 },
} satisfies Partial<RedisConfigNodejs>;

export type LocalRedis = Awaited<ReturnType<typeof startLocalRedis>>;

export async function startLocalRedis(options: Pick<RedisHandlerOptions, 'fault'> = {}) {
  const clock = { now: 1_800_000_000_000 };
  const store = createRedisStore({ now: () => clock.now });
  const meter: CommandMeter = new Map();
  const handler = createRedisHandler({ store, token: TOKEN, meter, ...options });
  const { url, close } = await serveHandler(handler);
  return {
    clock,
    meter,
    handler,
    close,
    client: (settings: Partial<RedisConfigNodejs> = PRODUCT_SETTINGS) =>
      new Redis({ url, token: TOKEN, ...settings }),
    /** A request as the SDK would send it, for what the SDK itself hides or never does. */
    request: (
      path: string,
      init: { method?: string; body?: unknown; headers?: Record<string, string> } = {},
    ) => {
      const { method = 'POST', body, headers } = init;
      const text = typeof body === 'string' ? body : JSON.stringify(body);
      const isBodyless = method === 'GET' || method === 'HEAD';
      return new Request(`${url}${path}`, {
        method,
        headers: { authorization: `Bearer ${TOKEN}`, ...headers },
        ...(isBodyless ? {} : { body: text }),
      });
    },
  };
}

/** Serves a Web handler on a free loopback port; a handler that rejects has its connection cut. */
async function serveHandler(handler: (request: Request) => Promise<Response>) {
  const server = createServer(async (incoming, outgoing) => {
    try {
      const response = await handler(await toRequest(incoming));
      outgoing.writeHead(response.status, Object.fromEntries(response.headers));
      outgoing.end(new Uint8Array(await response.arrayBuffer()));
    } catch {
      incoming.socket.destroy();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        // A hung request or a kept-alive socket would hold the server open for ever.
        server.closeAllConnections();
      }),
  };
}

async function toRequest(incoming: IncomingMessage): Promise<Request> {
  const headers = new Headers();
  for (const [name, values = []] of Object.entries(incoming.headersDistinct)) {
    for (const value of values) headers.append(name, value);
  }
  const { method = 'GET', url = '/' } = incoming;
  const body = method === 'GET' || method === 'HEAD' ? null : new Uint8Array(await buffer(incoming));
  return new Request(`http://${headers.get('host')}${url}`, { method, headers, body });
}
