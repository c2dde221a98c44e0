// @upstash/realtime as its documentation has it: `handle` answers its client, `emit` publishes, history is kept.
import { Redis } from 'npm:@upstash/redis@1.39.0';
import { handle, type InferRealtimeEvents, Realtime } from 'npm:@upstash/realtime@1.1.0';
import z from 'npm:zod@4.6.7/v4';
import { createManualClock } from '../../unit/support/clock.ts';
import { abortableFetch } from './fetch.ts';
import type { ServerOptions } from './upstash-realtime-options.ts';

const { redis, maxDurationSecs }: ServerOptions = JSON.parse(Deno.args[0]!);

// Its timers, which end streams and send pings, run when they are told to: nobody waits for minutes to pass.
const clock = createManualClock();
const pings: Promise<void>[] = [];
Object.assign(globalThis, {
  fetch: abortableFetch,
  setTimeout: (work: () => void, ms: number) => clock.after(ms, work),
  setInterval: (ping: () => Promise<void>, ms: number) => clock.every(ms, () => void pings.push(ping())),
  clearTimeout: (stop?: () => void) => stop?.(),
  clearInterval: (stop?: () => void) => stop?.(),
});

const realtime = new Realtime({
  schema: { enrichment: { progress: z.looseObject({ event_id: z.string() }) } },
  redis: new Redis(redis),
  // no `maxLength`: nothing is lost because it was trimmed
  history: { expireAfterSecs: 86_400 },
  maxDurationSecs,
});
export type RealtimeEvents = InferRealtimeEvents<typeof realtime>;
const stream = handle({ realtime });

Deno.serve({ port: 0, hostname: '127.0.0.1', onListen: ({ port }) => console.log(port) }, async (request) => {
  if (request.method === 'GET') return await stream(request) as Response;
  const { pathname, searchParams } = new URL(request.url);
  if (pathname === '/advance') {
    await clock.advance(Number(searchParams.get('seconds')) * 1_000);
    await Promise.all(pings.splice(0));
  } else {
    await realtime.channel(searchParams.get('channel')!).emit('enrichment.progress', await request.json());
  }
  return new Response();
});
