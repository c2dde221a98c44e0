/** What arrives: everything, once, in order, unchanged, whatever the network does. */
import { expect } from 'vitest';
import {
  describe,
  hasId,
  isEvent,
  type Message,
  messages,
  receivedIds,
  runEvents,
} from '../clients/client.ts';
import { EMOJI, KEPT_PART_NUMBERS, PART_NUMBERS, SPLIT_PREFIX } from '../part-numbers.ts';
import {
  afterBytes,
  afterFrame,
  type Break,
  type FindOffset,
  insideFrame,
  type SeenRequest,
} from '../proxy.ts';
import { eventIds } from '../protocol.ts';
import type { StreamCase } from './context.ts';

const BREAKS: readonly Break[] = ['end', 'fin', 'reset'];
const PLACES: Readonly<Record<string, (last: string, next: string) => FindOffset>> = {
  'between two frames': (last) => afterFrame(last),
  'inside a frame': (_last, next) => insideFrame(next),
};

/** Part numbers that a stream's events reported, in the order of their lines. */
function reportedPartNumbers(events: readonly Message[]): string[] {
  type Item = { line_number: number; mpn: string };
  return events
    .flatMap(({ data }) => (JSON.parse(data).payload.batch?.items ?? []) as Item[])
    .toSorted((a, b) => a.line_number - b.line_number)
    .map(({ mpn }) => mpn);
}

/** It came back where it had been; on a slow machine once more by now, to be told that there is nothing more. */
function expectReturn(requests: readonly SeenRequest[], lastEventId: string): void {
  expect(requests.slice(0, 2).map((request) => request.lastEventId)).toEqual([null, lastEventId]);
  for (const { status } of requests.slice(2)) expect(status).toBe(204);
}

const whole: StreamCase = {
  name: 'opened before the start, shows the run from its first event to its end',
  alsoInWorkers: true,
  async run({ target, open }) {
    const bomId = await target.createBom(PART_NUMBERS);
    const { connection } = await open(target.streamPath(bomId));
    // A server that gathers output before it sends any would leave us waiting here.
    await connection.until(isEvent('connected'));
    await target.start(bomId);
    await connection.until(isEvent('stream_end'));
    const last = await target.newestEventId(bomId);
    expect(receivedIds(connection)).toEqual(eventIds(1, Number(last.split('-')[1])));
    for (const { event, data, lastEventId } of runEvents(connection)) {
      expect(JSON.parse(data)).toMatchObject({ event_type: event, event_id: lastEventId, bom_id: bomId });
    }
    expect(reportedPartNumbers(runEvents(connection))).toEqual(KEPT_PART_NUMBERS);
    const names = messages(connection).map(({ event }) => event);
    expect(names[0]).toBe('connected');
    expect(names.slice(-2)).toEqual(['enrichment.completed', 'stream_end']);
    expect(names).not.toContain('message');
    expect(names).not.toContain('error');
  },
};

const unchanged: StreamCase = {
  name: 'gets every character of every part number that an import keeps',
  async run({ target, finished, open }) {
    const { connection } = await open(target.streamPath(finished.bomId, '&last_event_id=1-1'));
    await connection.until(isEvent('stream_end'));
    expect(reportedPartNumbers(runEvents(connection))).toEqual(finished.partNumbers);
  },
};

const splitCharacter: StreamCase = {
  name: 'puts a character together again that the network split',
  async run({ target, finished, open }) {
    const begin = new TextEncoder().encode(`${SPLIT_PREFIX}${EMOJI}`);
    const { connection, proxy } = await open(target.streamPath(finished.bomId, '&last_event_id=1-1'), {
      holdAt: afterBytes(begin.subarray(0, -2)),
    });
    await connection.until(hasId('1-2'));
    // What came before the split was read, so the two halves of the character cannot come as one piece.
    await proxy.held;
    proxy.release();
    await connection.until(isEvent('stream_end'));
    expect(reportedPartNumbers(runEvents(connection))).toEqual(finished.partNumbers);
  },
};

const afterCut = BREAKS.flatMap((how) =>
  Object.entries(PLACES).map(([place, holdAt]): StreamCase => ({
    name: `cut off ${place} (${how}), comes back by itself and neither misses nor repeats anything`,
    ...(how === 'reset' && place === 'inside a frame' ? { alsoInWorkers: true } : {}),
    async run({ target, finished, open }) {
      const { connection, proxy } = await open(target.streamPath(finished.bomId, '&last_event_id=1-1'), {
        holdAt: holdAt('1-3', '1-4'),
      });
      await connection.until(hasId('1-3'));
      await proxy.held;
      proxy.cut(how);
      await connection.until(isEvent('stream_end'));
      expect(receivedIds(connection)).toEqual(eventIds(2, finished.count));
      // The address still says 1-1: the header, which is newer, has to win.
      expectReturn(proxy.requests, '1-3');
      const marks = connection.records.map(describe);
      const lost = marks.indexOf('error 0');
      expect(marks[0]).toBe('open 1');
      expect(marks.slice(lost, lost + 3)).toEqual(['error 0', 'open 1', 'connected']);
      expect(marks).not.toContain('reset');
    },
  }))
);

const liveCut: StreamCase = {
  name: 'cut off while the run goes on, gets the rest of it',
  async run({ target, open }) {
    const bomId = await target.createBom(PART_NUMBERS);
    await target.start(bomId);
    const { connection, proxy } = await open(target.streamPath(bomId, '&last_event_id=1-1'), {
      holdAt: insideFrame('1-3'),
    });
    await connection.until(hasId('1-2'));
    await proxy.held;
    proxy.cut('reset');
    await connection.until(isEvent('stream_end'));
    const last = await target.newestEventId(bomId);
    expect(receivedIds(connection)).toEqual(eventIds(2, Number(last.split('-')[1])));
    expectReturn(proxy.requests, '1-2');
  },
};

export const DELIVERY_CASES: readonly StreamCase[] = [whole, unchanged, splitCharacter, ...afterCut, liveCut];
