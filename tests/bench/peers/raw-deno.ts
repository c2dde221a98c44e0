// The least a stream can cost on Deno: every client is handed the same bytes, and nothing else is done.
import { createControl } from './control.mjs';

const encoder = new TextEncoder();
const clients = new Set<ReadableStreamDefaultController<Uint8Array>>();

const control = createControl((seq, value) => {
  const frame = encoder.encode(
    `event: enrichment.progress\nid: 1-${seq}\ndata: ${JSON.stringify(value)}\n\n`,
  );
  for (const client of clients) client.enqueue(frame);
});

Deno.serve({ port: 0, hostname: '127.0.0.1', onListen: ({ port }) => console.log(port) }, async (request) => {
  const answer = control(request.method, new URL(request.url), () => request.text());
  if (answer) return new Response(await answer);
  let client: ReadableStreamDefaultController<Uint8Array>;
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      client = controller;
      clients.add(client);
      client.enqueue(encoder.encode('retry: 2000\n\n'));
    },
    cancel: () => void clients.delete(client),
  });
  return new Response(body, {
    headers: { 'content-type': 'text/event-stream', 'cache-control': 'no-cache' },
  });
});
