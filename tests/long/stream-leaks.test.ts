/** Clients that vanish are forgotten with the next write to them, and a stream function without clients asks nobody. */
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { eventIds, openStream } from '../support/stream.ts';
import { startTestStack, type TestStack } from '../support/stack.ts';
import { newTenant, type Tenant } from '../support/tenant.ts';
import { resistors } from '../support/resistors.ts';

/** Twenty batches, slow enough for clients to come and leave in the middle of the run. */
const BATCH_PAUSE_MS = 250;
const LINES = 200;
/** Users that watch, each with few enough streams that none is refused for their number. */
const VIEWERS = 6;
/** Of each viewer and kind. */
const EACH = 2;
const ALL = VIEWERS * EACH;
/** With the next event, or at the latest with the next keepalive. */
const NOTICED = { timeout: 20_000 };
/** Silence that a poll at the slowest pace, every 5 s, would have broken. */
const QUIET_MS = 7_000;
/** For everything that lingers, and then the silence. */
const QUIET_TIMEOUT_MS = 25_000;

interface StreamClosed {
  readonly event: string;
  readonly reason: string;
  readonly sessions: number;
}

const closed: StreamClosed[] = [];
let stack: TestStack;
let editor: Tenant;
let viewers: Tenant[];
beforeAll(async () => {
  stack = await startTestStack({
    batchPauseMs: BATCH_PAUSE_MS,
    onLog: (line) => {
      const json = /^enrichment-stream: (\{.*"stream_closed".*\})$/.exec(line)?.[1];
      if (json) closed.push(JSON.parse(json));
    },
  });
  editor = await newTenant(stack);
  const { organizationId } = editor;
  viewers = await Promise.all(
    Array.from({ length: VIEWERS }, () => newTenant(stack, { organizationId, role: 'viewer' })),
  );
});
afterAll(() => stack.stop());

const parts = resistors;
const url = (bomId: string, token: string) =>
  `${stack.apiUrl}/functions/v1/enrichment-stream/${bomId}?token=${token}`;
const xreads = async () => (await stack.redisCommands()).XREAD ?? 0;
/** What `open` makes, twice for every viewer. */
const forEachViewer = <T>(open: (viewer: Tenant) => Promise<T>): Promise<T[]> =>
  Promise.all(viewers.flatMap((viewer) => Array.from({ length: EACH }, () => open(viewer))));

/** Waits until Redis has not been read for a while. */
async function quiet(): Promise<void> {
  let [count, since] = [await xreads(), Date.now()];
  await vi.waitUntil(async () => {
    const now = await xreads();
    if (now !== count) [count, since] = [now, Date.now()];
    return Date.now() - since > QUIET_MS;
  }, { timeout: QUIET_TIMEOUT_MS, interval: 200 });
}

it(
  'after clients left in every way, no session is left and Redis is read no more',
  { timeout: 60_000 },
  async () => {
    const finished = await editor.importBom(parts(1));
    await editor.start(finished);
    const last = eventIds(await (await openStream(url(finished, editor.token))).end()).at(-1)!;
    const bomId = await editor.importBom(parts(LINES));
    await editor.start(bomId);

    await forEachViewer(async ({ token }) => {
      const client = new AbortController();
      const asked = fetch(url(bomId, token), { signal: client.signal });
      client.abort();
      await expect(asked).rejects.toThrow('aborted');
    });
    await forEachViewer(async ({ token }) => (await openStream(url(bomId, token))).close());
    await forEachViewer(async ({ token }) => {
      const stream = await openStream(url(bomId, token));
      await stream.until(({ event }) => event === 'enrichment.progress');
      stream.close();
    });
    const staying = await forEachViewer(({ token }) => openStream(url(bomId, token)));
    const late = await forEachViewer(async ({ token }) => (await openStream(url(finished, token))).end());
    for (const frames of late) expect(eventIds(frames)).toEqual([last]);
    for (const { token } of viewers) {
      expect((await openStream(url(finished, token), { 'last-event-id': last })).status).toBe(204);
      expect((await fetch(url(crypto.randomUUID(), token))).status).toBe(404);
      expect((await fetch(url(bomId, `${token}x`))).status).toBe(401);
    }
    for (const stream of staying) {
      expect((await stream.end()).at(-1)).toMatchObject({
        event: 'stream_end',
        data: { reason: 'completed' },
      });
    }

    // Those who left before they were answered may never have been heard of.
    const streams = 1 + 4 * ALL;
    await vi.waitUntil(() => closed.at(-1)?.sessions === 0 && closed.length >= streams, NOTICED);
    expect(closed.map(({ reason }) => reason)).toContain('client_left');

    expect(await xreads()).toBeGreaterThan(0);
    await quiet();
  },
);
