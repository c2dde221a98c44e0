/** A network that stops forwarding, as the page's feed and the terminal's follower notice it over real connections. */
import { EventSource } from 'eventsource';
import { createServer, type Server, type ServerResponse } from 'node:http';
import {
  type AddressInfo,
  connect,
  createServer as createProxy,
  type Server as Proxy,
  type Socket,
} from 'node:net';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createApi } from '../../../cli/api-client.ts';
import { follow } from '../../../cli/follow.ts';
import { BomFeed, type BomView } from '../../../client/bom-feed.ts';
import { BOM, envelope } from '../support/events.ts';
import { line } from '../support/feed.ts';

const KEEPALIVE_MS = 20;
/** Far more than a busy machine needs for one of them. */
const SILENT_MS = 1_500;

let server: Server;
let proxy: Proxy;
/** Where each stream began. */
let cursors: (string | null)[];
/** What passes the proxy; what it has let in before it stopped gets nothing for good. */
let forwards: boolean;
const sockets = new Set<Socket>();
const streams = new Set<ServerResponse>();

beforeEach(async () => {
  cursors = [];
  forwards = true;
  server = createServer(({ url = '' }, response) => {
    const cursor = new URL(url, 'http://server').searchParams.get('last_event_id');
    cursors.push(cursor);
    streams.add(response.writeHead(200, { 'content-type': 'text/event-stream' }));
    say(response, 'connected', { store: 'redis' });
    const type = cursor === null ? 'enrichment.started' : 'enrichment.completed';
    const event = envelope(cursor === null ? '1-1' : '1-2', { type });
    say(response, type, event, event.event_id);
    const alive = setInterval(() => say(response, 'keepalive', {}), KEEPALIVE_MS);
    response.on('close', () => clearInterval(alive));
  });
  const upstream = await listen(server);
  proxy = createProxy((socket) => {
    const onward = connect(upstream, '127.0.0.1');
    for (const each of [socket, onward]) sockets.add(each.on('error', () => {}));
    const isStuck = () => stuck.has(socket);
    onward.on('data', (bytes) => void (isStuck() || socket.write(bytes)));
    socket.on('data', (bytes) => void (isStuck() || onward.write(bytes)));
    if (!forwards) stuck.add(socket);
  });
  await listen(proxy);
});
const stuck = new Set<Socket>();
afterEach(() => {
  sockets.forEach((socket) => socket.destroy());
  for (const all of [sockets, streams, stuck]) all.clear();
  server.close();
  proxy.close();
});

async function listen(what: Server | Proxy): Promise<number> {
  await new Promise<void>((resolve) => what.listen(0, '127.0.0.1', resolve));
  return (what.address() as AddressInfo).port;
}

function say(response: ServerResponse, event: string, data: object, id?: string): void {
  response.write(`${id ? `id: ${id}\n` : ''}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
}

/** Nothing passes any more, and every connection stays open. */
function freeze(): void {
  sockets.forEach((socket) => stuck.add(socket));
}
const address = () => `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;

it('the page does not say "live" any more, and goes on from its cursor over a new connection', async () => {
  const views: BomView[] = [];
  const feed = new BomFeed({
    bomId: BOM,
    streamUrl: (bomId) => `${address()}/functions/v1/enrichment-stream/${bomId}`,
    ticket: () => Promise.resolve('ticket'),
    readLines: () => Promise.resolve({ event_id: null, lines: [line(1)], next: null }),
    readStatus: () => Promise.resolve(null),
    onChange: (view) => views.push(view),
    onError: (error) => expect.fail(String(error)),
    EventSource: EventSource as unknown as typeof globalThis.EventSource,
    silentMs: SILENT_MS,
  });
  try {
    await feed.open();
    await vi.waitUntil(() => views.at(-1)?.run === 1, { timeout: 20_000 });
    freeze();
    forwards = false;
    const [told, opened] = [views.length, cursors.length];
    await vi.waitUntil(() => views.slice(told).some(({ connection }) => connection === 'silent'), {
      timeout: 20_000,
    });
    expect(views.slice(told).map(({ connection }) => connection)).not.toContain('live');
    forwards = true;
    await vi.waitUntil(() => views.at(-1)?.state?.status === 'completed', { timeout: 20_000 });
    expect(views.at(-1)?.connection).toBe('live');
    expect(cursors.slice(opened)).toEqual(['1-1']);
  } finally {
    feed.close();
  }
});

it('the follower says so, and goes on from its cursor over a new connection', async () => {
  const api = createApi(address(), () => Promise.resolve('token'));
  const seen: string[] = [];
  let silences = 0;
  const following = follow(api, BOM, ({ event_id }) => seen.push(event_id), {
    silentMs: SILENT_MS,
    onSilent() {
      silences += 1;
      if (silences === 2) forwards = true;
    },
  });
  await vi.waitUntil(() => seen.length === 1, { timeout: 20_000 });
  freeze();
  forwards = false;
  await vi.waitUntil(() => seen.length === 2, { timeout: 20_000 });
  expect([seen, cursors.at(-1)]).toEqual([['1-1', '1-2'], '1-1']);
  expect(silences).toBeGreaterThan(1);
  for (const stream of streams) say(stream, 'stream_end', { reason: 'completed', event_id: '1-2' });
  expect((await following).event_id).toBe('1-2');
});
