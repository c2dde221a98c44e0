// hono's streamSSE, fanned out as an application has to: to each stream in turn, since waiting for one holds up all.
import { Hono } from 'npm:hono@4.13.19';
import { type SSEStreamingApi, streamSSE } from 'npm:hono@4.13.19/streaming';
import { createControl } from './control.mjs';

const streams = new Set<SSEStreamingApi>();
const control = createControl((seq, value) => {
  const data = JSON.stringify(value);
  for (const stream of streams) void stream.writeSSE({ event: 'enrichment.progress', id: `1-${seq}`, data });
});

const app = new Hono();
app.post('*', async (context) => {
  const answer = control('POST', new URL(context.req.url), () => context.req.text());
  return answer ? context.text(await answer) : context.notFound();
});
app.get('*', (context) =>
  streamSSE(context, async (stream) => {
    streams.add(stream);
    await stream.write(':\n\n');
    await new Promise<void>((resolve) => stream.onAbort(resolve));
    streams.delete(stream);
  }));

Deno.serve({ port: 0, hostname: '127.0.0.1', onListen: ({ port }) => console.log(port) }, app.fetch);
