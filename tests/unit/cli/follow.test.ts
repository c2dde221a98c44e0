import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { type Api, createApi } from '../../../cli/api-client.ts';
import { follow } from '../../../cli/follow.ts';
import { deferred } from '../support/clock.ts';
import { BOM, envelope } from '../support/events.ts';

let server: Server;
afterEach(() => void server.close());

async function listening(): Promise<Api> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return createApi(`http://127.0.0.1:${port}`, () => Promise.resolve('token'));
}

/** Follows a BOM of a server that answers every connection like this. */
async function following(status: number, frames: readonly [event: string, data: object][]) {
  const connections: { url: string; authorization: string | undefined }[] = [];
  server = createServer(({ url = '', headers: { authorization } }, response) => {
    connections.push({ url, authorization });
    response.writeHead(status, { 'content-type': 'text/event-stream' });
    for (const [event, data] of frames) response.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
    response.end();
  });
  const api = await listening();
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
    for (
      const [reason, words] of [['deleted', /BOM was deleted/], ['access_revoked', /no longer a member/]]
    ) {
      const { outcome, connections } = await following(200, [...events, ['stream_end', { reason }]]);
      expect(outcome).toMatch(words!);
      expect(connections).toHaveLength(1);
    }
  });

  it('that came to its end ends well where the stream says no more', async () => {
    const { promise: asked, resolve } = deferred<string>();
    server = createServer(({ headers }, response) => {
      const cursor = headers['last-event-id'];
      if (cursor) {
        resolve(String(cursor));
        return void response.writeHead(204).end();
      }
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      const done = envelope('1-2', { type: 'enrichment.completed' });
      response.end(`retry: 1\nid: 1-2\nevent: enrichment.completed\ndata: ${JSON.stringify(done)}\n\n`);
    });
    expect((await follow(await listening(), BOM, () => {})).event_id).toBe('1-2');
    expect(await asked).toBe('1-2');
  });

  it('says that it is refused', async () => {
    expect((await following(404, [])).outcome).toMatch(/^The stream was refused: .*404/);
  });
});
