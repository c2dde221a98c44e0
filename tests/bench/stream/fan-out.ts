/** What one delivery to one of many clients costs in CPU time, and what an idle connection costs in memory. */
import { delay } from '../../../local/process.ts';
import { BOM_ID, event } from '../peers/control.mjs';
import { type Load, openLoad } from './load.ts';
import { type ServerProcess, startServer } from './server-process.ts';

const CLIENTS = 1_000;
const EVENT_BYTES = 240;
const EVENT_EVERY_MS = 100;
/**
 * What the engine takes to compile a path is paid once in an isolate's life, on threads that count as the server's, and
 * more for a server with more code: 0.1 s of CPU time for ours, most of it within the first 100 events. None of that is
 * the cost of a delivery. Sockets grow their buffers meanwhile.
 */
const WARM_UP_EVENTS = 200;
/** As fast as the slowest of the servers delivers them. */
const WARM_UP_EVERY_MS = 30;
/** The servers take turns, and turns are short: a machine that is busy for a while is busy for all of them alike. */
const TURNS = 4;
/** 15,000 deliveries a turn, some 0.2 s of CPU time: the kernel counts in hundredths. */
const EVENTS_PER_TURN = 15;
/**
 * As many clients as are counted come and go first, one at a time. What the engine takes for good to load and compile
 * what a connect runs through, some 10 MB, is no cost of the connections that happen to be the first.
 */
const EARLIER_CLIENTS = CLIENTS;
/** What opening leaves behind is collected, or seen not to be. */
const SETTLE_MS = 1_500;

export interface FanOutCost {
  readonly microsPerDelivery: number;
  readonly kbPerConnection: number;
}

/** The address clients ask for; the peers answer any. */
export const STREAM_PATH = `/enrichment-stream/${BOM_ID}?token=any`;

interface Measured {
  readonly server: ServerProcess;
  readonly load: Load;
  readonly kbPerConnection: number;
  micros: number;
}

/** Measures servers side by side; @returns a cost for each, in the same order */
export async function measureFanOut(commands: readonly (readonly string[])[]): Promise<FanOutCost[]> {
  const servers: ServerProcess[] = [];
  const measured: Measured[] = [];
  try {
    for (const command of commands) {
      const server = await startServer(command, { pinned: true });
      servers.push(server);
      measured.push(await openIdle(server));
    }
    for (const each of measured) {
      await publish(each, { after: 0, events: WARM_UP_EVENTS, everyMs: WARM_UP_EVERY_MS });
    }
    for (let turn = 0; turn < TURNS; turn++) {
      const after = WARM_UP_EVENTS + turn * EVENTS_PER_TURN;
      for (const each of measured) {
        const before = each.server.cpuMicros();
        await publish(each, { after, events: EVENTS_PER_TURN, everyMs: EVENT_EVERY_MS });
        each.micros += each.server.cpuMicros() - before;
      }
    }
    const deliveries = TURNS * EVENTS_PER_TURN * CLIENTS;
    return measured.map(({ micros, kbPerConnection }) => ({
      microsPerDelivery: micros / deliveries,
      kbPerConnection,
    }));
  } finally {
    measured.forEach(({ load }) => load.close());
    await Promise.all(servers.map((server) => server.stop()));
  }
}

async function openIdle(server: ServerProcess): Promise<Measured> {
  for (let i = 0; i < EARLIER_CLIENTS; i++) (await openLoad(server.port, STREAM_PATH, 1)).close();
  await delay(SETTLE_MS);
  const emptyKb = server.residentKb();
  const load = await openLoad(server.port, STREAM_PATH, CLIENTS);
  await delay(SETTLE_MS);
  return { server, load, kbPerConnection: (server.residentKb() - emptyKb) / CLIENTS, micros: 0 };
}

interface Publishing {
  /** The last event's number so far. */
  readonly after: number;
  readonly events: number;
  readonly everyMs: number;
}

/** Returns when every client has every event. */
async function publish({ server, load }: Measured, { after, events, everyMs }: Publishing): Promise<void> {
  const began = performance.now();
  for (let i = 0; i < events; i++) {
    await delay(Math.max(0, began + i * everyMs - performance.now()));
    const seq = after + i + 1;
    const response = await fetch(`${server.url}/publish?seq=${seq}`, {
      method: 'POST',
      body: JSON.stringify(ofSize(seq)),
    });
    await response.body?.cancel();
  }
  await load.until((after + events) * CLIENTS);
}

/** An event whose frame has 240 bytes. */
function ofSize(seq: number) {
  const frame = (filler: string) =>
    `event: enrichment.progress\nid: 1-${seq}\ndata: ${JSON.stringify(event(seq, filler))}\n\n`;
  return event(seq, 'x'.repeat(EVENT_BYTES - frame('').length));
}
