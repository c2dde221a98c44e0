import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { createApi } from '../../../cli/api-client.ts';
import { follow, type FollowOptions } from '../../../cli/follow.ts';
import { BOM, envelope } from '../support/events.ts';

let server: Server;
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

type Frame = readonly [event: string, data: object];
type Answer = (response: ServerResponse) => void;

const write = (response: ServerResponse, frames: readonly Frame[]) => {
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  for (const [event, data] of frames) response.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
};
/** A stream that the server ends. */
const closed = (...frames: Frame[]): Answer => (response) => {
  write(response, frames);
  response.end();
};
/** One on which nothing more comes. */
const silent = (...frames: Frame[]): Answer => (response) => write(response, frames);
const refused = (status: number, code: string): Answer => (response) =>
  void response.writeHead(status, { 'content-type': 'application/problem+json' })
    .end(JSON.stringify({ status, code, detail: `Sentence of ${code}.` }));

const STARTED: Frame = ['enrichment.started', envelope('1-1')];
const DONE: Frame = ['enrichment.completed', envelope('1-2', { type: 'enrichment.completed' })];
const end = (reason: string): Frame => ['stream_end', { reason }];

/** Follows a BOM of a server that answers one connect after the other like this. */
async function following(answers: readonly Answer[], options: FollowOptions = {}) {
  const left = [...answers];
  const connects: { path: string; cursor: string | null; authorization: string | undefined }[] = [];
  const addresses: string[] = [];
  server = createServer(({ url = '', headers: { authorization } }, response) => {
    addresses.push(url);
    const { pathname, searchParams } = new URL(url, 'http://server');
    connects.push({ path: pathname, cursor: searchParams.get('last_event_id'), authorization });
    left.shift()!(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const api = createApi(`http://127.0.0.1:${port}`, () => Promise.resolve('secret'));
  const seen: string[] = [];
  const said: string[] = [];
  const outcome = await follow(api, BOM, ({ event_id }) => seen.push(event_id), {
    onTrouble: (sentence) => said.push(sentence),
    ...options,
  }).then(({ event_id }) => event_id, (error: Error) => error.message);
  return { outcome, seen, said, connects, addresses };
}

describe('following a run', () => {
  it('ends with its last event, with the token in no address', async () => {
    const { outcome, seen, said, connects, addresses } = await following([
      closed(['connected', { store: 'redis' }], STARTED, DONE, end('completed')),
    ]);
    expect([outcome, seen, said]).toEqual(['1-2', ['1-1', '1-2'], []]);
    expect(connects).toEqual([
      { path: `/functions/v1/enrichment-stream/${BOM}`, cursor: null, authorization: 'Bearer secret' },
    ]);
    expect(addresses.join()).not.toContain('secret');
  });

  it.each<[string, Frame[]]>([['before its first event', []], ['in its middle', [STARTED]]])(
    'says why its stream ends %s, instead of waiting for ever',
    async (_when, events) => {
      for (
        const [reason, words] of [['deleted', /BOM was deleted/], [
          'access_revoked',
          /no longer a member/,
        ]] as const
      ) {
        const { outcome, connects } = await following([closed(...events, end(reason))]);
        expect(outcome).toMatch(words);
        expect(connects).toHaveLength(1);
        server.close();
      }
    },
  );

  it('that came to its end ends well where the stream says no more', async () => {
    const { outcome, connects } = await following([
      closed(DONE),
      (response) => void response.writeHead(204).end(),
    ]);
    expect([outcome, connects.map(({ cursor }) => cursor)]).toEqual(['1-2', [null, '1-2']]);
  });

  it('says in the words of the server why it is refused', async () => {
    expect((await following([refused(404, 'bom_not_found')])).outcome).toBe('Sentence of bom_not_found.');
  });

  it('says when it has to wait, and when nothing comes any more, and goes on from its cursor', async () => {
    const { outcome, seen, said, connects } = await following([
      refused(503, 'busy'),
      silent(['connected', {}], STARTED),
      closed(['connected', {}], DONE, end('completed')),
    ], { silence: { first: 60_000, after: 1_000 } });
    expect([outcome, seen]).toEqual(['1-2', ['1-1', '1-2']]);
    expect(said).toEqual(['Sentence of busy. Trying again …', 'The server has gone silent. Reconnecting …']);
    expect(connects.map(({ cursor }) => cursor)).toEqual([null, null, '1-1']);
  });
});
