/** How a stream ends: for good, or not at all. */
import { expect } from 'vitest';
import { describe, isEvent, messages, receivedIds, type StreamRecord } from '../clients/client.ts';
import { afterBytes } from '../proxy.ts';
import { eventIds } from '../protocol.ts';
import { finishBom } from '../target.ts';
import type { CaseContext, StreamCase } from './context.ts';

const ended: StreamCase = {
  name: 'of a run that is over says so, closes, and lets nobody come back',
  alsoInWorkers: true,
  async run({ target, finished, open }) {
    const { connection, proxy } = await open(target.streamPath(finished.bomId));
    await connection.untilClosed();
    expect(connection.records.map(describe)).toEqual([
      'open 1',
      'connected',
      `enrichment.completed ${finished.last}`,
      'stream_end',
      // the server closed, the client came back and was told that there is nothing more
      'error 0',
      'error 2',
    ]);
    expect(proxy.requests).toEqual([
      { lastEventId: null, status: 200 },
      { lastEventId: finished.last, status: 204 },
    ]);
    const end = messages(connection).at(-1)!;
    expect(JSON.parse(end.data)).toMatchObject({ reason: 'completed', event_id: finished.last });
    expect(end.lastEventId).toBe(finished.last);
  },
};

const nextRun: StreamCase = {
  name: 'whose run is over comes back to the next run, which began meanwhile',
  async run({ target, open }) {
    const { bomId, last: first, count: firstCount } = await finishBom(target, ['A', 'B']);
    const { connection, proxy } = await open(target.streamPath(bomId, '&last_event_id=1-1'), {
      holdAt: afterBytes(new TextEncoder().encode('event: stream_end')),
    });
    await connection.until(isEvent('enrichment.completed'));
    await proxy.held;
    await target.start(bomId, 'all');
    // Only now does the client learn that the first run's stream is over.
    proxy.release();
    await connection.until(isEndOf(2));
    const second = await target.newestEventId(bomId);
    expect(receivedIds(connection)).toEqual([
      ...eventIds(2, firstCount),
      ...eventIds(1, Number(second.split('-')[1]), 2),
    ]);
    expect(proxy.requests.slice(0, 2)).toEqual([
      { lastEventId: null, status: 200 },
      { lastEventId: first, status: 200 },
    ]);
    // On a slow machine it has come back once more by now, and was told that there is nothing more.
    for (const request of proxy.requests.slice(2)) {
      expect(request).toEqual({ lastEventId: second, status: 204 });
    }
  },
};

function isEndOf(run: number): (record: StreamRecord) => boolean {
  return (record) =>
    isEvent('stream_end')(record) && record.type === 'message' && record.lastEventId.startsWith(`${run}-`);
}

const REFUSALS: readonly {
  readonly what: string;
  readonly status: number;
  readonly path: (context: CaseContext) => string;
}[] = [
  {
    what: 'without a token',
    status: 401,
    path: ({ finished }) => `/functions/v1/enrichment-stream/${finished.bomId}`,
  },
  {
    what: 'with a forged token',
    status: 401,
    path: ({ target, finished }) => `${target.streamPath(finished.bomId)}x`,
  },
  {
    what: 'of a BOM that is not there, or not theirs',
    status: 404,
    path: ({ target }) => target.streamPath(crypto.randomUUID()),
  },
  { what: 'of no BOM', status: 400, path: ({ target }) => target.streamPath('not-an-id') },
];

const refusals = REFUSALS.map(({ what, status, path }): StreamCase => ({
  name: `${what} is refused (${status}) once and for all`,
  async run(context) {
    const { connection, proxy } = await context.open(path(context));
    await connection.untilClosed();
    expect(connection.records.map(describe)).toEqual(['error 2']);
    expect(proxy.requests).toEqual([{ lastEventId: null, status }]);
  },
}));

export const ENDING_CASES: readonly StreamCase[] = [ended, nextRun, ...refusals];
