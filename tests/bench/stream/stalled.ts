/** What a client that never reads costs in memory while it is offered far more than any run says. */
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

async function offer(server: ServerProcess, seconds: number): Promise<void> {
  const response = await fetch(`${server.url}/offer?seconds=${seconds}`, { method: 'POST' });
  const offered = Number(await response.text());
  if (!(offered > 0)) throw new Error('nothing was offered');
}
