/** @upstash/realtime, measured as our stream is: what its pages lose or get twice, how soon they see, what it costs. */
import { parseEventId } from '../../../shared/domain/event-id.ts';
import { event } from '../peers/control.mjs';
import { openClient, type OpenStream, whileOpen } from './client.ts';
import { CLIENTS, createCommits, type Percentiles } from './commits.ts';
import { createCondition } from '../conditions.ts';
import type { ReconnectResult } from './forced-reconnects.ts';
import { type RedisWithPubSub, serveRedisWithPubSub } from './redis-pubsub.ts';
import { type ServerProcess, startServer } from './server-process.ts';
import { upstashRealtime, upstashRealtimePages } from './servers.ts';

/** What it takes where nothing else is said. */
const DEFAULT_STREAM_SECONDS = 300;
/** Less than a minute: then all pages would ping all pages, which is no part of what is counted there. */
const SHORT_STREAM_SECONDS = 59;
/** So long before its time is up, a stream ends. */
const ENDS_BEFORE_SECONDS = 2;
const HOUR_SECONDS = 3_600;

export function countUpstashLostAndRepeated(reconnectsAtLeast: number): Promise<ReconnectResult> {
  const maxDurationSecs = SHORT_STREAM_SECONDS;
  return withUpstash({ servers: 1, maxDurationSecs }, async (_redis, [server]) => {
    const pages = upstashRealtimePages({ url: server!.url, maxDurationSecs, reconnectsAtLeast });
    const [program = '', ...args] = pages;
    const { success, stdout } = await new Deno.Command(program, {
      args,
      // React as on a page that is in use
      env: { NODE_ENV: 'production' },
      stderr: 'inherit',
    }).output();
    if (!success) throw new Error('the pages did not get to the end');
    return JSON.parse(new TextDecoder().decode(stdout));
  });
}

/** From `emit` to as many clients as watch our stream, on as many servers. */
export function measureUpstashLatency(windows: number): Promise<Percentiles> {
  return withUpstash({ servers: 4, maxDurationSecs: DEFAULT_STREAM_SECONDS }, async (_redis, servers) => {
    const commits = createCommits(windows, async (bomId, seq) => {
      const { url } = servers[seq % servers.length]!;
      const body = JSON.stringify({ ...event(seq, ''), bom_id: bomId });
      await fetch(`${url}/emit?channel=${bomId}`, { method: 'POST', body });
    });
    const arrivals = commits.observe();
    const streams = await openPages(commits.watched, servers, (bomId, id) => {
      arrivals.seen(bomId, parseEventId(id)!.seq);
    });
    await whileOpen(streams, async () => {
      await commits.first();
      await arrivals.until(CLIENTS);
      await commits.steadily();
      await arrivals.until(CLIENTS * (1 + commits.writes));
    });
    return arrivals.percentiles();
  });
}

/** Commands an hour for pages that stay, whether or not anything is published: one life of their streams, in full. */
export function upstashCommandsPerHour(
  { clients, boms }: { clients: number; boms: number },
): Promise<number> {
  const maxDurationSecs = DEFAULT_STREAM_SECONDS;
  const lifeSeconds = maxDurationSecs - ENDS_BEFORE_SECONDS;
  return withUpstash({ servers: 1, maxDurationSecs }, async (redis, servers) => {
    const watched = Array.from({ length: clients }, (_, i) => `bom-${i % boms}`);
    const streams = await openPages(watched, servers, () => {});
    await fetch(`${servers[0]!.url}/advance?seconds=${lifeSeconds}`, { method: 'POST' });
    await Promise.all(streams.map(({ ended }) => ended));
    await redis.unsubscribed();
    const commands = [...redis.meter.values()].reduce((total, each) => total + each, 0);
    return commands * HOUR_SECONDS / lifeSeconds;
  });
}

/** Opens a page's stream for each, as its client does, and returns once all are subscribed. */
async function openPages(
  watched: readonly string[],
  servers: readonly ServerProcess[],
  seen: (bomId: string, eventId: string) => void,
): Promise<OpenStream[]> {
  const condition = createCondition();
  let connected = 0;
  const streams = await Promise.all(watched.map((bomId, i) => {
    const { url } = servers[i % servers.length]!;
    const address = `${url}/?channel=${bomId}&last_ack_${bomId}=${Date.now()}`;
    return openClient(address, null, ({ data: message }) => {
      const { type, data } = JSON.parse(message);
      if (type === 'connected') connected += 1;
      if (data) seen(bomId, data.event_id);
      condition.changed();
    });
  }));
  await condition.until(() => connected === watched.length, () => `all pages, only ${connected} subscribed`);
  return streams;
}

async function withUpstash<T>(
  { servers: count, maxDurationSecs }: { servers: number; maxDurationSecs: number },
  work: (redis: RedisWithPubSub, servers: readonly ServerProcess[]) => Promise<T>,
): Promise<T> {
  const redis = serveRedisWithPubSub();
  const servers: ServerProcess[] = [];
  try {
    for (let i = 0; i < count; i++) {
      const command = upstashRealtime({ redis: { url: redis.url, token: redis.token }, maxDurationSecs });
      servers.push(await startServer(command, { pinned: count === 1 }));
    }
    return await work(redis, servers);
  } finally {
    await Promise.all(servers.map((server) => server.stop()));
    await redis.stop();
  }
}
