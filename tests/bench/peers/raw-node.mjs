// The least a stream can cost on Node: every client is handed the same bytes, and nothing else is done.
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { createControl } from './control.mjs';

const clients = new Set();
const control = createControl((seq, value) => {
  const frame = Buffer.from(`event: enrichment.progress\nid: 1-${seq}\ndata: ${JSON.stringify(value)}\n\n`);
  for (const client of clients) client.write(frame);
});

const server = createServer(async (request, response) => {
  const answer = control(
    request.method ?? '',
    new URL(request.url ?? '/', 'http://localhost'),
    () => text(request),
  );
  if (answer) return response.end(await answer);
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-cache' });
  response.write('retry: 2000\n\n');
  clients.add(response);
  response.on('close', () => clients.delete(response));
});
server.listen(0, '127.0.0.1', () => console.log(server.address().port));
