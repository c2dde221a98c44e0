/**
 * Pages that follow @upstash/realtime by its own, unchanged client: its provider and its hook, in React without a
 * browser. Their EventSource is that of the package `eventsource`, and what a network does to connections is done in
 * its fetch. Prints what the pages missed or got twice.
 */
import { createRealtime, RealtimeProvider } from 'npm:@upstash/realtime@1.1.0/client';
import { EventSource, type EventSourceFetchInit } from 'npm:eventsource@4.1.1';
import { createElement } from 'npm:react@19.3.1';
import { create } from 'npm:react-test-renderer@19.3.1';
import { type Connection, createForcedReconnects, FILLER } from '../stream/forced-reconnects.ts';
import { BOM_ID, event } from './control.mjs';
import { abortableFetch } from './fetch.ts';
import type { PagesOptions } from './upstash-realtime-options.ts';
import type { RealtimeEvents } from './upstash-realtime.ts';

const { url, maxDurationSecs, reconnectsAtLeast }: PagesOptions = JSON.parse(Deno.args[0]!);
const { useRealtime } = createRealtime<RealtimeEvents>();
const { clients, run } = createForcedReconnects();

interface Open {
  readonly connection: Connection;
  cut(): void;
}

/** The newest connection of each page, by the path of its address. */
const open = new Map<string, Open>();

Object.assign(globalThis, {
  EventSource: class extends EventSource {
    constructor(address: string, init: EventSourceInit) {
      super(address, { ...init, fetch: connect });
    }
  },
});

async function connect(address: string | URL, init: EventSourceFetchInit): Promise<Response> {
  const path = new URL(address).pathname;
  const connection = clients[Number(path.slice(1))]!.connect();
  const network = new AbortController();
  init.signal.addEventListener('abort', () => network.abort());
  const cut = () => network.abort(new TypeError('the network is gone'));
  open.set(path, { connection, cut });
  const response = await abortableFetch(address, { ...init, signal: network.signal });
  if (connection.isBrief) cut();
  return new Response(ReadableStream.from(withoutWaiting(response.body!)), response);
}

/** The library does not say how soon to come back, and EventSource would wait three seconds before each reconnect. */
async function* withoutWaiting(body: ReadableStream<Uint8Array>) {
  yield new TextEncoder().encode('retry: 1\n\n');
  yield* body;
}

function Page({ path }: { path: string }) {
  useRealtime({
    channels: [BOM_ID],
    events: ['enrichment.progress'],
    onData({ data }) {
      const { connection, cut } = open.get(path)!;
      if (connection.received(data.event_id)) cut();
    },
  });
  return null;
}

const post = (path: string, value?: unknown) =>
  fetch(`${url}${path}`, { method: 'POST', body: JSON.stringify(value) });

for (const path of clients.map((_, i) => `/${i}`)) {
  create(createElement(RealtimeProvider, { api: { url: `${url}${path}` } }, createElement(Page, { path })));
}
const result = await run(reconnectsAtLeast, {
  publish: (seq) => post(`/emit?channel=${BOM_ID}`, event(seq, FILLER)),
  endStreams: () => post(`/advance?seconds=${maxDurationSecs}`),
});
console.log(JSON.stringify(result));
Deno.exit();
