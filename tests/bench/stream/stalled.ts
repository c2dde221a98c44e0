/** What a client that never reads costs in memory while it is offered far more than any run says. */
import { delay } from '../../../local/process.ts';
import { connectStream, openLoad } from './load.ts';
import { STREAM_PATH } from './fan-out.ts';
import { type ServerProcess, withServer } from './server-process.ts';

const OFFERED_SECONDS = 10;
/**
 * The engine lets its heap grow for some twenty seconds of this before it has found its size, and gives nothing back:
 * 30 MB that making, encoding and sending so much takes whether or not anybody reads.
 */
const WARM_UP_SECONDS = 30;

/**
 * Growth of resident memory, in MB, over ten seconds of 20 MB/s for a client that asks and then reads nothing, on a
 * server that has just sent as much to one that reads.
 */
export function measureStalled(command: readonly string[]): Promise<number> {
  return withServer(command, async (server) => {
    const reader = await openLoad(server.port, STREAM_PATH, 1);
    await offer(server, WARM_UP_SECONDS);
    reader.close();
    const before = server.residentKb();
    const stalled = await connectStream(server.port, STREAM_PATH);
    await offer(server, OFFERED_SECONDS);
    const grown = (server.residentKb() - before) / 1024;
    stalled.close();
    return grown;
  });
}

/** As many streams as an isolate takes. */
const STREAMS = 1_000;
const BEHIND = 100;
/** Events that are there before the first client, and those that come while nobody reads. */
const EARLIER_SECONDS = 0.2;
const LATER_SECONDS = 2;
const EVENTS_A_SECOND = 1_000;
const LOOK_EVERY_MS = 100;
/** Shorter than what closes a stalled client. */
const SETTLE_MS = 3_000;

export interface ManyStalled {
  /** Of the whole process before the first client, and at most while a thousand are open. */
  readonly emptyMb: number;
  readonly mostMb: number;
}

/**
 * A thousand streams that never read, of events of 20 kB.
 * @param isBehind each comes back a hundred events behind; otherwise they are caught up, and events come after
 */
export function measureManyStalled(command: readonly string[], isBehind: boolean): Promise<ManyStalled> {
  return withServer(command, async (server) => {
    await offer(server, EARLIER_SECONDS);
    const emptyMb = server.residentKb() / 1024;
    let mostMb = 0;
    const looking = setInterval(() => mostMb = Math.max(mostMb, server.residentKb() / 1024), LOOK_EVERY_MS);
    const cursor = `&last_event_id=1-${EARLIER_SECONDS * EVENTS_A_SECOND - BEHIND}`;
    const clients: Deno.TcpConn[] = [];
    try {
      for (let i = 0; i < STREAMS; i++) {
        clients.push(await connectStream(server.port, `${STREAM_PATH}${isBehind ? cursor : ''}`));
      }
      await delay(SETTLE_MS);
      if (!isBehind) await offer(server, LATER_SECONDS);
      await delay(SETTLE_MS);
      clearInterval(looking);
      for (const client of clients) await requireStream(client);
    } finally {
      clearInterval(looking);
      clients.forEach((client) => client.close());
    }
    return { emptyMb, mostMb };
  });
}

/** A stream that was refused takes no memory and measures nothing; @throws Error when this is one */
async function requireStream(client: Deno.TcpConn): Promise<void> {
  const buffer = new Uint8Array(1_024);
  const read = await client.read(buffer);
  if (!new TextDecoder().decode(buffer.subarray(0, read ?? 0)).includes('event: connected')) {
    throw new Error('a stream was refused, so that the measured memory is not that of a thousand');
  }
}

async function offer(server: ServerProcess, seconds: number): Promise<void> {
  const response = await fetch(`${server.url}/offer?seconds=${seconds}`, { method: 'POST' });
  const offered = Number(await response.text());
  if (!(offered > 0)) throw new Error('nothing was offered');
}
