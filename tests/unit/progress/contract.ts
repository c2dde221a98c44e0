/**
 * What every store of progress promises, whichever it is: the memory fake, Redis, the table. Ids are compared, not
 * texts, because a store may write an envelope's JSON in its own way.
 */
import { beforeEach, describe, expect, it } from 'vitest';
import { type EventId, formatEventId, parseEventId } from '../../../shared/domain/event-id.ts';
import {
  eventsIn,
  MAX_EVENTS_PER_READ,
  type ProgressReader,
  type ProgressWriter,
  type StoredEvent,
} from '../../../shared/progress/port.ts';
import { envelope, idsOf, runOf, stored } from '../support/events.ts';

export interface ReadableStore {
  readonly reader: ProgressReader;
  /** Puts events there, oldest first, by whichever way this store gets them. */
  readonly append: (bomId: string, events: readonly StoredEvent[]) => Promise<unknown>;
  /** BOMs that the store may hold events of and holds none of yet. */
  readonly bomIds: readonly [string, string, string];
}

export interface WritableStore extends ReadableStore {
  readonly writer: ProgressWriter;
}

const HOUR = 3600;

/** Ids of everything that follows `after`, as one read tells it. */
async function following(reader: ProgressReader, bomId: string, after: string | null): Promise<string[]> {
  const news = await reader.read([{ bomId, after: after === null ? null : parseEventId(after) }]);
  return idsOf(eventsIn(news.get(bomId)));
}

/** Reading alone. For a store that is written elsewhere; the others take `progressContract`. */
export function progressReaderContract(name: string, make: () => Promise<ReadableStore>): void {
  describe(`${name}, read`, () => {
    let store: ReadableStore;
    let bomId: string;
    const read = (after: string | null) => following(store.reader, bomId, after);

    beforeEach(async () => {
      store = await make();
      [bomId] = store.bomIds;
    });

    it('returns an event as it was put there', async () => {
      const sketch = { bomId, payload: { note: 'line 1\nline 2 "é🔌"' } };
      await store.append(bomId, [stored('1-1', { bomId }), stored('1-2', sketch)]);
      const [first, second] = eventsIn((await store.reader.read([{ bomId, after: null }])).get(bomId));
      expect(first).toMatchObject({ id: { run: 1, seq: 1 }, type: 'enrichment.started', status: 'queued' });
      expect(second).toMatchObject({
        id: { run: 1, seq: 2 },
        type: 'enrichment.progress',
        status: 'enriching',
      });
      expect(JSON.parse(second?.json ?? '')).toEqual(envelope('1-2', sketch));
      expect(second?.json).not.toMatch(/[\r\n]/);
    });

    it('returns everything, oldest first, to a reader that saw nothing', async () => {
      await store.append(bomId, runOf({ bomId, length: 4 }));
      expect(await read(null)).toEqual(['1-1', '1-2', '1-3', '1-4']);
    });

    it('returns what follows a cursor and not the event at it', async () => {
      await store.append(bomId, runOf({ bomId, length: 4 }));
      expect(await read('1-2')).toEqual(['1-3', '1-4']);
    });

    it('has no news for a cursor at the newest event, and no events for one beyond it', async () => {
      await store.append(bomId, runOf({ bomId, length: 4 }));
      const newsAfter = async (after: string) =>
        (await store.reader.read([{ bomId, after: parseEventId(after) }])).get(bomId);
      expect(await newsAfter('1-4')).toBeUndefined();
      for (const after of ['1-5', '2-1', '7-300']) expect(eventsIn(await newsAfter(after))).toEqual([]);
    });

    it('goes on with the next run', async () => {
      await store.append(bomId, [
        ...runOf({ bomId, length: 3, end: 'completed' }),
        ...runOf({ bomId, run: 2, length: 2 }),
      ]);
      expect(await read('1-2')).toEqual(['1-3', '2-1', '2-2']);
      expect(await read('1-3')).toEqual(['2-1', '2-2']);
    });

    it('orders by number, not by text', async () => {
      await store.append(bomId, runOf({ bomId, length: 12 }));
      await store.append(bomId, runOf({ bomId, run: 2, length: 1 }));
      await store.append(bomId, runOf({ bomId, run: 10, length: 1 }));
      expect(await read('1-8')).toEqual(['1-9', '1-10', '1-11', '1-12', '2-1', '10-1']);
      expect(await read('1-999')).toEqual(['2-1', '10-1']);
      expect(await read('2-1')).toEqual(['10-1']);
    });

    it('serves several BOMs at once, each from its own cursor, and leaves out those without news', async () => {
      const [, second, third] = store.bomIds;
      await store.append(bomId, runOf({ bomId, length: 3 }));
      await store.append(second, runOf({ bomId: second, length: 2 }));
      const news = await store.reader.read([
        { bomId, after: parseEventId('1-2') },
        { bomId: second, after: parseEventId('1-2') },
        { bomId: third, after: null },
      ]);
      expect([...news.keys()]).toEqual([bomId]);
      expect(idsOf(eventsIn(news.get(bomId)))).toEqual(['1-3']);
    });

    it('has nothing when nobody asks for anything, or nothing is there', async () => {
      expect(await store.reader.read([])).toEqual(new Map());
      expect(await store.reader.read([{ bomId, after: null }])).toEqual(new Map());
    });

    it('returns at most a hundred events a BOM, and the rest when read on', async () => {
      const [, second] = store.bomIds;
      const history = runOf({ bomId, length: 130 });
      await store.append(bomId, history);
      await store.append(second, runOf({ bomId: second, length: 110 }));
      const news = await store.reader.read([{ bomId, after: null }, { bomId: second, after: null }]);
      expect(news.get(bomId)).toHaveLength(MAX_EVENTS_PER_READ);
      expect(news.get(second)).toHaveLength(MAX_EVENTS_PER_READ);
      expect([...idsOf(eventsIn(news.get(bomId))), ...await read('1-100')]).toEqual(idsOf(history));
    });
  });
}

/** Reading and writing. */
export function progressContract(name: string, make: () => Promise<WritableStore>): void {
  progressReaderContract(name, make);

  describe(`${name}, written`, () => {
    let store: WritableStore;
    let bomId: string;
    const append = async (...ids: string[]) => {
      const top: EventId = await store.writer.append(bomId, ids.map((id) => stored(id, { bomId })), HOUR);
      return formatEventId(top);
    };
    const all = () => following(store.reader, bomId, null);

    beforeEach(async () => {
      store = await make();
      [bomId] = store.bomIds;
    });

    it('says what is newest now', async () => {
      expect(await append('1-1')).toBe('1-1');
      expect(await append('1-2', '1-3')).toBe('1-3');
    });

    it('adds nothing a second time', async () => {
      await append('1-1', '1-2');
      expect(await append('1-1', '1-2')).toBe('1-2');
      expect(await all()).toEqual(['1-1', '1-2']);
    });

    it('adds what is new of a batch that is partly there', async () => {
      await append('1-1', '1-2');
      expect(await append('1-1', '1-2', '1-3')).toBe('1-3');
      expect(await all()).toEqual(['1-1', '1-2', '1-3']);
    });

    it('takes older events as added and says what is newer', async () => {
      await append('1-1', '1-2', '1-3');
      expect(await append('1-2')).toBe('1-3');
      await append('2-1');
      expect(await append('1-3')).toBe('2-1');
      expect(await all()).toEqual(['1-1', '1-2', '1-3', '2-1']);
    });

    it('compares by number: 1-10 is newer than 1-9, and 2-1 newer than 1-999', async () => {
      expect(await append('1-9')).toBe('1-9');
      expect(await append('1-10')).toBe('1-10');
      expect(await append('1-999')).toBe('1-999');
      expect(await append('2-1')).toBe('2-1');
      expect(await append('1-1000')).toBe('2-1');
      expect(await all()).toEqual(['1-9', '1-10', '1-999', '2-1']);
    });

    it('never changes an event that is there', async () => {
      await append('1-1');
      const changed = stored('1-1', { bomId, payload: { note: 'changed' } });
      await store.writer.append(bomId, [changed], HOUR);
      const [event] = eventsIn((await store.reader.read([{ bomId, after: null }])).get(bomId));
      expect(JSON.parse(event?.json ?? '')).toEqual(envelope('1-1', { bomId }));
    });

    it('keeps BOMs apart', async () => {
      const [, second] = store.bomIds;
      await append('1-1', '1-2');
      await store.writer.append(second, [stored('1-1', { bomId: second })], HOUR);
      expect(await all()).toEqual(['1-1', '1-2']);
      await store.writer.drop(bomId);
      expect(await following(store.reader, second, null)).toEqual(['1-1']);
    });

    it('forgets everything about a BOM that is dropped, which may then begin again', async () => {
      await append('5-1', '5-2');
      await store.writer.drop(bomId);
      expect(await all()).toEqual([]);
      expect(await append('1-1')).toBe('1-1');
      expect(await all()).toEqual(['1-1']);
    });

    it('drops what is not there without complaint', async () => {
      await store.writer.drop(bomId);
      expect(await all()).toEqual([]);
    });
  });
}
