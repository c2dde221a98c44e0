/** Our stream under forced reconnects: what clients that come back with their cursor missed or got twice. */
import { event } from '../peers/control.mjs';
import { openClient } from './client.ts';
import { STREAM_PATH } from './fan-out.ts';
import { type Client, createForcedReconnects, FILLER, type ReconnectResult } from './forced-reconnects.ts';
import { type ServerProcess, withServer } from './server-process.ts';
import { ours } from './servers.ts';

/** More than are ever published here, so that every cursor can be honoured. */
const KEPT = 100_000;

export function countLostAndRepeated(reconnectsAtLeast: number): Promise<ReconnectResult> {
  return withServer(ours({ kept: KEPT, polls: null }), async (server) => {
    const url = `${server.url}${STREAM_PATH}`;
    const { clients, run } = createForcedReconnects();
    const [result] = await Promise.all([
      run(reconnectsAtLeast, {
        publish: (seq, isLast) => publish(server, seq, isLast),
        endStreams: () => fetch(`${server.url}/rotate`, { method: 'POST' }),
      }),
      ...clients.map((client) => follow(url, client)),
    ]);
    await expectNoContent(url, clients[0]!.ids.at(-1)!);
    return result;
  });
}

/** Follows one client through all its connections, to the end of the run. */
async function follow(url: string, client: Client): Promise<void> {
  let hasEnded = false;
  while (!hasEnded) {
    const connection = client.connect();
    const stream = await openClient(url, client.ids.at(-1) ?? null, ({ id, type }, cut) => {
      if (type === 'stream_end') hasEnded = true;
      if (id && connection.received(id)) cut();
    });
    if (stream.status !== 200) throw new Error(`a reconnect was answered with ${stream.status}`);
    if (connection.isBrief) stream.cut();
    await stream.ended;
  }
}

async function publish(server: ServerProcess, seq: number, isEnd: boolean): Promise<void> {
  const end = { event_type: 'enrichment.completed', state: { status: 'completed' } };
  const value = { ...event(seq, FILLER), ...(isEnd ? end : {}) };
  await fetch(`${server.url}/publish?seq=${seq}`, { method: 'POST', body: JSON.stringify(value) });
}

async function expectNoContent(url: string, lastEventId: string): Promise<void> {
  const { status } = await openClient(url, lastEventId, () => {});
  if (status !== 204) throw new Error(`a reconnect behind the end was answered with ${status}`);
}
