/**
 * The local Redis look-alike, and what `@upstash/realtime` asks of Upstash beyond it: `PUBLISH`, and
 * `POST /subscribe/<channel>`, answered with an event stream. The look-alike has neither because bomstream has no use
 * for them.
 */
import { type CommandMeter, createRedisHandler } from '../../../local/redis/server.ts';
import { createRedisStore, type RedisStore } from '../../../local/redis/store.ts';
import { createCondition } from '../conditions.ts';

export interface RedisWithPubSub {
  readonly url: string;
  readonly token: string;
  /** What Upstash says it bills: commands, and the begin and the end of a subscription. No message delivered. */
  readonly meter: CommandMeter;
  /** Waits until nobody is subscribed any more. */
  unsubscribed(): Promise<void>;
  stop(): Promise<void>;
}

interface Subscriber {
  readonly channel: string;
  send(line: string): void;
}

export function serveRedisWithPubSub(): RedisWithPubSub {
  const token = crypto.randomUUID();
  const meter: CommandMeter = new Map();
  const subscribers = new Set<Subscriber>();
  const changes = createCondition();
  const store = withPublish(createRedisStore({ now: Date.now }), subscribers);
  const runCommands = createRedisHandler({ store, token, meter });
  const server = Deno.serve({ hostname: '127.0.0.1', port: 0, onListen: () => {} }, (request) => {
    const channel = /^\/subscribe\/([^/]+)$/.exec(new URL(request.url).pathname)?.[1];
    return channel === undefined ? runCommands(request) : subscribe(channel);
  });
  return {
    url: `http://127.0.0.1:${server.addr.port}`,
    token,
    meter,
    unsubscribed: () => changes.until(() => subscribers.size === 0, () => `${subscribers.size} unsubscribe`),
    stop: () => server.shutdown(),
  };

  /** Messages go out as they are: Upstash has base64 for replies to commands alone. */
  function subscribe(channel: string): Response {
    const encoder = new TextEncoder();
    const count = (name: string) => meter.set(name, (meter.get(name) ?? 0) + 1);
    let subscriber: Subscriber;
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        const send = (line: string) => controller.enqueue(encoder.encode(`data: ${line}\n\n`));
        subscriber = { channel, send };
        subscribers.add(subscriber);
        count('SUBSCRIBE');
        send(`subscribe,${channel},1`);
      },
      cancel() {
        subscribers.delete(subscriber);
        count('UNSUBSCRIBE');
        changes.changed();
      },
    });
    return new Response(body, { headers: { 'content-type': 'text/event-stream' } });
  }
}

function withPublish(store: RedisStore, subscribers: ReadonlySet<Subscriber>): RedisStore {
  return {
    ...store,
    execute(command) {
      const [name = '', channel = '', message = ''] = command;
      if (name.toUpperCase() !== 'PUBLISH') return store.execute(command);
      const receivers = [...subscribers].filter((subscriber) => subscriber.channel === channel);
      receivers.forEach(({ send }) => send(`message,${channel},${message}`));
      return receivers.length;
    },
  };
}
