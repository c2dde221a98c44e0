/** What isolates really send to Redis: processes of their own before the local look-alike, which counts commands. */
import { type CommandMeter, createRedisHandler } from '../../../local/redis/server.ts';
import { createRedisStore } from '../../../local/redis/store.ts';
import { delay } from '../../../local/process.ts';
import { createRedisProgress } from '../../../shared/progress/redis.ts';
import { toStoredEvent } from '../../../shared/progress/stored-event.ts';
import type { Figure } from '../figure.ts';
import { count } from '../numbers.ts';
import { event } from '../peers/control.mjs';
import { openClient, whileOpen } from './client.ts';
import { createLedger } from './ledger.ts';
import { POLL_MS } from './poll-times.ts';
import { serveLedger } from './remote-ledger.ts';
import { type ServerProcess, startServer } from './server-process.ts';
import { ours } from './servers.ts';

const ISOLATES = 4;
const CLIENTS = 100;
const BOMS = 10;
const MAX_IDLE_AN_HOUR = 40;
/** As `readsPerHour` computes it, where a call takes longer than to the next process. */
const MAX_AT_WORK_AN_HOUR = 36_000;
/** Several looks at the table. */
const IDLE_SECONDS = 20;
/** Past the faster polls of a run's first seconds. */
const SETTLE_SECONDS = 6;
const WORK_SECONDS = 20;
const HOUR_SECONDS = 3_600;
const WRITE_EVERY_MS = 1_000;
const KEPT = 16;

export async function measureRedisCommands(): Promise<Figure> {
  const token = crypto.randomUUID();
  const meter: CommandMeter = new Map();
  const handler = createRedisHandler({ store: createRedisStore({ now: Date.now }), token, meter });
  const server = Deno.serve({ hostname: '127.0.0.1', port: 0, onListen: () => {} }, handler);
  const redis = { url: `http://127.0.0.1:${server.addr.port}`, token, prefix: '' };
  const ledger = createLedger(KEPT);
  const { url: ledgerUrl, stop: stopLedger } = serveLedger(ledger.reader);
  const writer = createRedisProgress(redis);
  const boms = Array.from({ length: BOMS }, () => crypto.randomUUID());
  const isolates: ServerProcess[] = [];
  let seq = 0;
  const allOf = () => [...meter.values()].reduce((sum, each) => sum + each, 0);
  try {
    for (let i = 0; i < ISOLATES; i++) {
      const command = ours({ kept: 1, polls: { redis, ledgerUrl, pollMs: POLL_MS } });
      isolates.push(await startServer(command, { pinned: false }));
    }
    const streams = await Promise.all(Array.from({ length: CLIENTS }, (_, i) => {
      const { url } = isolates[i % ISOLATES]!;
      return openClient(`${url}/enrichment-stream/${boms[i % BOMS]}?token=any`, null, () => {});
    }));
    return await whileOpen(streams, async () => {
      await delay(IDLE_SECONDS * 1_000);
      const idle = allOf() * HOUR_SECONDS / IDLE_SECONDS;

      const workUntil = async (moment: number) => {
        for (; performance.now() < moment; await delay(WRITE_EVERY_MS)) {
          seq += 1;
          for (const bomId of boms) {
            const stored = toStoredEvent(bomId, { ...event(seq, ''), bom_id: bomId })!;
            ledger.append(bomId, stored);
            await writer.append(bomId, [stored], HOUR_SECONDS);
          }
        }
      };
      const reads = () => meter.get('XREAD') ?? 0;
      await workUntil(performance.now() + SETTLE_SECONDS * 1_000);
      const [readsBefore, began] = [reads(), performance.now()];
      await workUntil(began + WORK_SECONDS * 1_000);
      const atWork = (reads() - readsBefore) * HOUR_SECONDS * 1_000 / (performance.now() - began);
      return {
        figure:
          `Redis commands an hour, ${CLIENTS} clients, ${BOMS} BOMs, ${ISOLATES} isolates, idle / at work, as counted`,
        value: `${count(idle)} / ${count(atWork)}`,
        target: `≤ ${MAX_IDLE_AN_HOUR} / ≤ ${count(MAX_AT_WORK_AN_HOUR)}`,
        met: idle <= MAX_IDLE_AN_HOUR && atWork <= MAX_AT_WORK_AN_HOUR,
      };
    });
  } finally {
    await Promise.all(isolates.map((isolate) => isolate.stop()));
    await Promise.all([server.shutdown(), stopLedger()]);
  }
}
