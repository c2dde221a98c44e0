// better-sse as its documentation has it: sessions in a channel, and a broadcast.
import { createChannel, createResponse } from 'npm:better-sse@0.16.1';
import { createControl } from './control.mjs';

// It closes a writer that a vanished client has broken already, and nobody awaits that: Deno would end the server.
addEventListener('unhandledrejection', (event) => event.preventDefault());

const channel = createChannel();
const control = createControl((seq, value) => {
  channel.broadcast(value, 'enrichment.progress', { eventId: `1-${seq}` });
});

Deno.serve({ port: 0, hostname: '127.0.0.1', onListen: ({ port }) => console.log(port) }, async (request) => {
  const answer = control(request.method, new URL(request.url), () => request.text());
  if (answer) return new Response(await answer);
  return createResponse(request, (session) => channel.register(session));
});
