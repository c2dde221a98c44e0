import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { createApi } from '../../../cli/api-client.ts';
import { follow } from '../../../cli/follow.ts';
import { BOM, envelope } from '../support/events.ts';

let server: Server;
afterEach(() => void server.close());

/** Follows a BOM of a server that answers every connection like this. */
async function following(status: number, frames: readonly [event: string, data: object][]) {
  const connections: { url: string; authorization: string | undefined }[] = [];
  server = createServer(({ url = '', headers: { authorization } }, response) => {
    connections.push({ url, authorization });
    response.writeHead(status, { 'content-type': 'text/event-stream' });
    for (const [event, data] of frames) response.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const api = createApi(
    `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    () => Promise.resolve('token'),
  );
  const seen: string[] = [];
  const outcome = await follow(api, BOM, ({ event_id }) => seen.push(event_id)).then(
    ({ event_id }) => event_id,
    (error: Error) => error.message,
  );
  return { outcome, seen, connections };
}

describe('following a run', () => {
  it('ends with its last event, with the token in no address', async () => {
    const done = envelope('1-2', { type: 'enrichment.completed' });
    const { outcome, seen, connections } = await following(200, [
      ['connected', {}],
      ['enrichment.started', envelope('1-1', { type: 'enrichment.started' })],
      ['enrichment.completed', done],
      ['stream_end', { reason: 'completed' }],
    ]);
    expect([outcome, seen]).toEqual(['1-2', ['1-1', '1-2']]);
    expect(connections).toEqual([
      { url: `/functions/v1/enrichment-stream/${BOM}`, authorization: 'Bearer token' },
    ]);
  });

  it.each<[string, [string, object][]]>([
    ['before its first event', []],
    ['in its middle', [['enrichment.started', envelope('1-1', { type: 'enrichment.started' })]]],
  ])('says why its stream ends %s, instead of waiting for ever', async (_when, events) => {
    const { outcome } = await following(200, [...events, ['stream_end', { reason: 'deleted' }]]);
    expect(outcome).toBe('The stream ended before the run: deleted');
  });

  it('says that it is refused', async () => {
    expect((await following(404, [])).outcome).toMatch(/^The stream was refused: .*404/);
  });
});
