/** A thousand clients come and go in every way there is; what the isolate keeps of them must be nothing. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterEach, expect, it, vi } from 'vitest';
import { formatEventId } from '../../../shared/domain/event-id.ts';
import { Refusal } from '../../../shared/domain/refusal.ts';
import type { StoredEvent } from '../../../shared/progress/port.ts';
import { settled } from '../support/clock.ts';
import { BOM, ORGANIZATION, OTHER_BOM, stored } from '../support/events.ts';
import { sseClient } from '../support/sse.ts';
import {
  connectAnswer,
  type ConnectArgs,
  NOTHING_LEFT,
  startStreamEndpoint,
} from '../support/stream-endpoint.ts';

const ROUNDS = 50;
/** Of each kind in a round; eight kinds. */
const LEAVING_EARLY = 4;
const LEAVING_IN_THE_MIDDLE = 4;
const ROTATED = 4;
const STAYING_TO_THE_END = 4;
const ORGANIZATION_LEAVING = 2;
const ORGANIZATION_ROTATED = 2;
const WITHOUT_TOKEN = 2;
const STRANGERS = 2;
const LEAVING = LEAVING_EARLY + LEAVING_IN_THE_MIDDLE + ORGANIZATION_LEAVING;
const ROTATING = ROTATED + ORGANIZATION_ROTATED;
const STREAMS = ROUNDS * (LEAVING + ROTATING + STAYING_TO_THE_END);
const CONNECTS = STREAMS + ROUNDS * (WITHOUT_TOKEN + STRANGERS);

const MINUTE_MS = 60_000;
/** Longer than anything is kept for a client who might come back. */
const LONG_AFTER_MS = 10 * MINUTE_MS;

/** The endpoint over one BOM that has a run a round, and over another that is not the user's. */
function startRounds() {
  const history: StoredEvent[] = [];
  const endpoint = startStreamEndpoint({
    connect: (args) => {
      if ((args as ConnectArgs & { p_bom_id: string }).p_bom_id !== BOM) {
        throw new Refusal('missing', 'bom_not_found', 'No.');
      }
      return connectAnswer(history, args);
    },
  });
  const emit = (...events: readonly StoredEvent[]) => {
    history.push(...events);
    endpoint.publish(...events);
  };
  /** Bodies of all streams so far, as far as anything still holds them. */
  const bodies: WeakRef<ReadableStream>[] = [];
  const connect = async (asked = endpoint.ask()) => {
    const { body } = await asked;
    bodies.push(new WeakRef(body!));
    return sseClient(body!);
  };
  const connectToOrganization = () =>
    connect(endpoint.askAt(`/enrichment-stream?organization_id=${ORGANIZATION}`));
  const several = <T>(length: number, make: () => Promise<T>) => Promise.all(Array.from({ length }, make));

  async function round(run: number): Promise<void> {
    emit(stored(`${run}-1`));
    for (let i = 0; i < LEAVING_EARLY; i++) await (await connect()).leave();
    for (let i = 0; i < WITHOUT_TOKEN; i++) {
      expect((await endpoint.ask('', { token: null })).status).toBe(401);
    }
    for (let i = 0; i < STRANGERS; i++) {
      expect((await endpoint.askAt(`/enrichment-stream/${OTHER_BOM}`)).status).toBe(404);
    }

    for (let i = 0; i < ROTATED; i++) (await connect(endpoint.ask(`?last_event_id=${run}-1`))).start();
    for (const client of await several(ORGANIZATION_ROTATED, connectToOrganization)) client.start();
    endpoint.sessions.rotateAll();
    await settled();

    const leaving = await several(LEAVING_IN_THE_MIDDLE, () => connect());
    const leavingOrganization = await several(ORGANIZATION_LEAVING, connectToOrganization);
    const staying = await several(STAYING_TO_THE_END, () => connect());
    [...leaving, ...leavingOrganization, ...staying].forEach((client) => client.start());
    emit(stored(`${run}-2`), stored(`${run}-3`));
    await endpoint.clock.advance(1_000);
    for (const client of leaving) {
      expect(client.ids().at(-1)).toBe(`${run}-3`);
      await client.leave();
    }
    for (const client of leavingOrganization) {
      expect(client.ids().at(-1)).toBe(`${run}-3.${BOM}`);
      await client.leave();
    }
    emit(stored(`${run}-4`, { type: 'enrichment.completed' }));
    await endpoint.clock.advance(MINUTE_MS);
    for (const client of staying) expect(client.end).toBe('closed');
  }
  return { ...endpoint, bodies, history, round };
}

afterEach(() => void vi.restoreAllMocks());

function collectGarbage(): void {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc')();
}

it(`after ${CONNECTS} connects no session, topic, timer, poll or stream is left`, async () => {
  const realTimers = [vi.spyOn(globalThis, 'setTimeout'), vi.spyOn(globalThis, 'setInterval')];
  const { round, clock, redis, table, hub, log, leftBehind, bodies, history } = startRounds();
  for (let run = 1; run <= ROUNDS; run++) await round(run);
  expect(formatEventId(history.at(-1)!.id)).toBe(`${ROUNDS}-4`);

  await clock.advance(LONG_AFTER_MS);
  expect(await leftBehind()).toEqual(NOTHING_LEFT);
  // Past the ports nothing is counted, so nothing may go past them.
  for (const timer of realTimers) expect(timer).not.toHaveBeenCalled();

  const closed = log.entries.filter(({ event }) => event === 'stream_closed');
  const ended = (why: string) => closed.filter(({ reason }) => reason === why).length;
  expect(ended('client_left')).toBe(ROUNDS * LEAVING);
  expect(ended('rotated')).toBe(ROUNDS * ROTATING);
  expect(ended('completed')).toBe(ROUNDS * STAYING_TO_THE_END);
  expect(closed).toHaveLength(STREAMS);

  const reads = [redis.reads.length, table.reads.length, hub.counts.polls];
  expect(reads[0]).toBeGreaterThan(ROUNDS);
  await clock.advance(LONG_AFTER_MS);
  expect([redis.reads.length, table.reads.length, hub.counts.polls]).toEqual(reads);

  // Whatever else still listened to a stream, or remembered it, would keep its body alive.
  await settled();
  collectGarbage();
  expect(bodies).toHaveLength(STREAMS);
  // A leak keeps all of a kind, fifty at least. Optimised code goes on holding a few of the objects that it was compiled
  // for, until some later collection.
  expect(bodies.filter((body) => body.deref() !== undefined).length).toBeLessThan(5);
});
