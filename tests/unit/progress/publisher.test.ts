import { describe, expect, it } from 'vitest';
import { DatabaseUnavailable } from '../../../shared/database/port.ts';
import { createMemoryProgress } from '../../../shared/progress/memory.ts';
import { eventsIn, ProgressUnavailable, type ProgressWriter } from '../../../shared/progress/port.ts';
import { createPublisher, type Publication } from '../../../shared/progress/publisher.ts';
import { fakeDatabase } from '../support/database.ts';
import { BOM, envelope, idsOf, OTHER_BOM, stored } from '../support/events.ts';
import { recordLog } from '../support/log.ts';

const HOUR = 3600;

const publication = (...ids: string[]): Publication => ({
  bom_id: BOM,
  expire_seconds: HOUR,
  events: ids.map((id) => envelope(id)),
});

/** @param head what Postgres says is newest; an error where it does not answer */
function publisher(
  { head = null, writer, now = () => 0 }: {
    head?: string | null | Error;
    writer?: ProgressWriter;
    now?: () => number;
  } = {},
) {
  const store = createMemoryProgress();
  const log = recordLog();
  const database = fakeDatabase({
    bomstream_head: () => {
      if (head instanceof Error) throw head;
      return head;
    },
  });
  return {
    publish: createPublisher({ writer: writer ?? store, database, log: log.log, now }),
    database,
    log,
    store,
    held: async () => idsOf(eventsIn((await store.read([{ bomId: BOM, after: null }])).get(BOM))),
  };
}

describe('publishing', () => {
  it('copies events to the store and says up to which', async () => {
    const { publish, held, database } = publisher();
    expect(await publish(publication('1-1', '1-2'))).toEqual({ bom_id: BOM, event_id: '1-2' });
    expect(await held()).toEqual(['1-1', '1-2']);
    expect(database.calls).toEqual([]);
  });

  it('does nothing when there is nothing', async () => {
    expect(await publisher().publish(null)).toBeNull();
  });

  it('hands on how long the key is to live', async () => {
    const lives: number[] = [];
    const store = createMemoryProgress();
    const writer: ProgressWriter = {
      ...store,
      append: (bomId, events, seconds) => {
        lives.push(seconds);
        return store.append(bomId, events, seconds);
      },
    };
    await publisher({ writer }).publish({ ...publication('1-1'), expire_seconds: 86_400 });
    expect(lives).toEqual([86_400]);
  });

  it('again says the same and changes nothing', async () => {
    const { publish, held } = publisher();
    await publish(publication('1-1', '1-2'));
    expect(await publish(publication('1-1', '1-2'))).toEqual({ bom_id: BOM, event_id: '1-2' });
    expect(await held()).toEqual(['1-1', '1-2']);
  });
});

describe('a publish that fails', () => {
  const failures: [string, Error, string][] = [
    ['Redis is away', new ProgressUnavailable('redis', 'timeout'), 'ProgressUnavailable timeout'],
    [
      'Redis can only be read',
      new ProgressUnavailable('redis', 'not_permitted'),
      'ProgressUnavailable not_permitted',
    ],
    ['the adapter has a bug', new TypeError('x is undefined'), 'TypeError'],
  ];

  it.each(failures)('says so and why, without throwing: %s', async (_name, error, said) => {
    const writer = { append: () => Promise.reject(error), drop: () => Promise.reject(error) };
    const { publish, log } = publisher({ writer });
    expect(await publish(publication('1-1', '1-2'))).toBeNull();
    expect(log.entries).toEqual([{ event: 'publish_failed', bom_id: BOM, events: 2, error: said }]);
  });

  it.each<[string, unknown]>([
    ['of another BOM', envelope('1-2', { bomId: OTHER_BOM })],
    ['that is none', { hello: 'world' }],
  ])('adds nothing of a batch with an event %s', async (_name, event) => {
    const { publish, held, log } = publisher();
    expect(await publish({ ...publication('1-1'), events: [envelope('1-1'), event] })).toBeNull();
    expect(await held()).toEqual([]);
    expect(log.events()).toEqual(['publish_failed']);
  });

  it('claims nothing when a key of another type cannot be repaired', async () => {
    const writer: ProgressWriter = {
      append: () => Promise.reject(new ProgressUnavailable('redis', 'wrong_type')),
      drop: () => Promise.resolve(),
    };
    const { publish, log } = publisher({ writer });
    expect(await publish(publication('1-1'))).toBeNull();
    expect(log.events()).toEqual(['redis_key_of_wrong_type', 'publish_failed']);
  });

  it('claims nothing when it cannot be told whose the newer events are', async () => {
    const { publish, held, log } = publisher({ head: new DatabaseUnavailable() });
    await publish(publication('1-5'));
    expect(await publish(publication('1-1'))).toBeNull();
    expect(log.events()).toEqual(['publish_failed']);
    expect(await held()).toEqual(['1-5']);
  });
});

describe('newer events that are there already', () => {
  it('are a concurrent publisher’s when Postgres knows them, and stay', async () => {
    const { publish, held, log } = publisher({ head: '1-3' });
    await publish(publication('1-1', '1-2', '1-3'));
    expect(await publish(publication('1-1', '1-2'))).toEqual({ bom_id: BOM, event_id: '1-2' });
    expect(await held()).toEqual(['1-1', '1-2', '1-3']);
    expect(log.entries).toEqual([]);
  });

  it('are stale when Postgres never gave them out: the key is dropped and written anew', async () => {
    const { publish, held, log, store } = publisher({ head: '1-2' });
    await store.append(BOM, [stored('4-1'), stored('4-2')], HOUR);
    expect(await publish(publication('1-1', '1-2'))).toEqual({ bom_id: BOM, event_id: '1-2' });
    expect(await held()).toEqual(['1-1', '1-2']);
    expect(log.entries).toEqual([{ event: 'redis_key_stale', bom_id: BOM, top: '4-2' }]);
  });

  it('are stale when Postgres knows no run of the BOM at all', async () => {
    const { publish, held, store } = publisher({ head: null });
    await store.append(BOM, [stored('4-1')], HOUR);
    await publish(publication('1-1'));
    expect(await held()).toEqual(['1-1']);
  });

  it('are compared by number', async () => {
    const { publish, held } = publisher({ head: '1-10' });
    await publish(publication('1-9', '1-10'));
    await publish(publication('1-9'));
    expect(await held()).toEqual(['1-9', '1-10']);
  });
});

describe('a Redis that does not work', () => {
  it('is left alone after two failures, so that batches do not wait for it, and tried again later', async () => {
    let now = 0;
    let tries = 0;
    let works = false;
    const store = createMemoryProgress();
    const writer: ProgressWriter = {
      ...store,
      append: (bomId, events, seconds) => {
        tries += 1;
        return works
          ? store.append(bomId, events, seconds)
          : Promise.reject(new ProgressUnavailable('redis', 'timeout'));
      },
    };
    const { publish, log } = publisher({ writer, now: () => now });
    for (let batch = 0; batch < 5; batch++) expect(await publish(publication('1-1'))).toBeNull();
    expect(tries).toBe(2);
    expect(log.entries.at(-1)).toEqual({ event: 'publish_put_off', bom_id: BOM, events: 1 });
    works = true;
    now += 60_000;
    expect(await publish(publication('1-1'))).toEqual({ bom_id: BOM, event_id: '1-1' });
  });

  it('is not blamed for a database that does not answer', async () => {
    const { publish, log } = publisher({ head: new DatabaseUnavailable() });
    await publish(publication('1-2'));
    for (let i = 0; i < 3; i++) await publish(publication('1-1'));
    expect(log.entries.map(({ event }) => event)).toEqual([
      'publish_failed',
      'publish_failed',
      'publish_failed',
    ]);
  });
});
