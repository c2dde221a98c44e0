/** Clients that are cut off again and again while events go on, and what they missed or got twice in the end. */
import { event } from '../peers/control.mjs';
import { openClient } from './client.ts';
import { createCondition } from './conditions.ts';
import { STREAM_PATH } from './fan-out.ts';
import { type ServerProcess, withServer } from './server-process.ts';
import { ours } from './servers.ts';
import { seededRandom } from './simulation.ts';

const CLIENTS = 50;
/** A client cuts its own connection after at most so many events; half of the time after none. */
const MOST_EVENTS_A_CONNECTION = 4;
/** Now and then the server ends all streams, as an isolate does whose time is up. */
const ROTATE_AFTER_EVENTS = 25;
/** More than are ever published here, so that every cursor can be honoured. */
const KEPT = 100_000;
const EVENT_BYTES = 1_000;
const SEED = 20_260_105;

export interface ReconnectResult {
  readonly reconnects: number;
  readonly events: number;
  readonly lost: number;
  readonly repeated: number;
}

export function countLostAndRepeated(reconnectsAtLeast: number): Promise<ReconnectResult> {
  return withServer(ours({ kept: KEPT, polls: null }), async (server) => {
    const url = `${server.url}${STREAM_PATH}`;
    const random = seededRandom(SEED);
    const progress = createCondition();
    const received: string[][] = Array.from({ length: CLIENTS }, () => []);
    let reconnects = 0;
    let isOver = false;

    /** Follows one client through all its connections, to the end of the run. */
    async function follow(ids: string[]): Promise<void> {
      for (;;) {
        const stayFor = Math.floor(random() * MOST_EVENTS_A_CONNECTION);
        let arrived = 0;
        let hasEnded = false;
        const stream = await openClient(url, ids.at(-1) ?? null, ({ id, type }, cut) => {
          if (type === 'stream_end') hasEnded = true;
          if (!id) return;
          ids.push(id);
          arrived += 1;
          progress.changed();
          if (!isOver && arrived > stayFor) cut();
        });
        if (stream.status !== 200) throw new Error(`a reconnect was answered with ${stream.status}`);
        if (stayFor === 0 && !isOver) stream.cut();
        await stream.ended;
        if (hasEnded) return;
        reconnects += 1;
        progress.changed();
      }
    }
    const following = Promise.all(received.map(follow));
    following.catch(() => {}); // reported below, where it is awaited

    let seq = 0;
    while (reconnects < reconnectsAtLeast) {
      await publish(server, ++seq, false);
      if (seq % ROTATE_AFTER_EVENTS === 0) await fetch(`${server.url}/rotate`, { method: 'POST' });
      const mark = reconnects;
      await Promise.race([progress.until(() => reconnects > mark, () => 'a reconnect'), following]);
    }
    isOver = true;
    await publish(server, ++seq, true);
    await following;
    await expectNoContent(url, `1-${seq}`);

    const expected = (ids: readonly string[]) => seq + 1 - Number(ids[0]?.slice(2));
    const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);
    return {
      reconnects,
      events: sum(received.map(expected)),
      lost: sum(received.map((ids) => expected(ids) - new Set(ids).size)),
      repeated: sum(received.map((ids) => ids.length - new Set(ids).size)),
    };
  });
}

async function publish(server: ServerProcess, seq: number, isEnd: boolean): Promise<void> {
  const end = { event_type: 'enrichment.completed', state: { status: 'completed' } };
  const value = { ...event(seq, 'x'.repeat(EVENT_BYTES)), ...(isEnd ? end : {}) };
  await fetch(`${server.url}/publish?seq=${seq}`, { method: 'POST', body: JSON.stringify(value) });
}

async function expectNoContent(url: string, lastEventId: string): Promise<void> {
  const { status } = await openClient(url, lastEventId, () => {});
  if (status !== 204) throw new Error(`a reconnect behind the end was answered with ${status}`);
}
