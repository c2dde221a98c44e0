/** A client that missed more than one answer of the database holds. */
import { describe, expect, it } from 'vitest';
import { compareEventIds, type EventId } from '../../../shared/domain/event-id.ts';
import type { Delivery } from '../../../shared/stream/delivery.ts';
import type { ReadOn } from '../../../shared/stream/feed.ts';
import { deferred, settled } from '../support/clock.ts';
import { deliveries, delivery } from '../support/deliveries.ts';
import { opening, startSession } from '../support/session.ts';

/** More than is written ahead of a client, together with the first frame. */
const PAGE = 4;

/** What is committed by now, read a page at a time. */
function tableOf(...history: Delivery[]) {
  const reads: (EventId | null)[] = [];
  const page = (after: EventId | null) =>
    history.filter(({ id }) => compareEventIds(id, after) > 0).slice(0, PAGE);
  const readOn: ReadOn = (after) => {
    reads.push(after);
    return Promise.resolve(page(after));
  };
  return { history, reads, readOn, firstPage: page(null) };
}

const completed = (id: string) => delivery(id, { type: 'enrichment.completed' });
const ids = (run: number, from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, i) => `${run}-${from + i}`);

describe('a long absence', () => {
  it('is made up for page by page, in order', async () => {
    const { session, client } = startSession();
    const table = tableOf(...deliveries(1, 0, 10));
    client.start();
    session.open(opening({ events: table.firstPage, readOn: table.readOn }));
    await settled();
    expect(client.ids()).toEqual(ids(1, 1, 10));
  });

  it('is made up for only as fast as the client reads', async () => {
    const { session, client, clock } = startSession();
    const table = tableOf(...deliveries(1, 0, 30));
    session.open(opening({ events: table.firstPage, readOn: table.readOn }));
    await clock.advance(20_000);
    expect(table.reads).toEqual([]);
    client.start();
    await settled();
    expect(client.ids()).toEqual(ids(1, 1, 30));
  });

  it('does not let live events overtake', async () => {
    const { session, client } = startSession();
    const table = tableOf(...deliveries(1, 0, 7));
    client.start();
    session.deliver(deliveries(1, 6, 1));
    session.open(opening({ events: table.firstPage, readOn: table.readOn }));
    table.history.push(...deliveries(1, 7, 2));
    session.deliver(deliveries(1, 7, 2));
    await settled();
    expect(client.ids()).toEqual(ids(1, 1, 9));
    session.deliver(deliveries(1, 9, 1));
    await settled();
    expect(client.ids()).toEqual(ids(1, 1, 10));
  });

  it('loses no event that comes in while the last page is read', async () => {
    const { session, client } = startSession();
    const table = tableOf(...deliveries(1, 0, 3));
    const answers = [deferred<readonly Delivery[]>(), deferred<readonly Delivery[]>()];
    let read = 0;
    const readOn: ReadOn = (after) => answers[read++]?.promise ?? table.readOn(after);
    client.start();
    session.open(opening({ events: table.firstPage, readOn }));
    await settled();
    // The read began before 1-4 was committed, so it does not hold it; the live event is all there is of it.
    answers[0]?.resolve([]);
    await settled();
    session.deliver(deliveries(1, 3, 1));
    await settled();
    expect(client.ids()).toEqual(ids(1, 1, 4));
  });

  it('ends with the end of the latest run and not with that of an older one', async () => {
    const { session, client, closed } = startSession();
    const table = tableOf(
      delivery('1-1'),
      delivery('1-2'),
      completed('1-3'),
      ...deliveries(2, 0, 2),
      completed('2-3'),
    );
    client.start();
    session.open(opening({ events: table.firstPage, readOn: table.readOn }));
    await settled();
    expect(client.ids()).toEqual([...ids(1, 1, 3), ...ids(2, 1, 3)]);
    expect(client.data('stream_end')).toEqual({ reason: 'completed', event_id: '2-3' });
    expect(closed).toEqual(['completed']);
  });

  it('ends with the last word: a page that comes behind it is not sent', async () => {
    const { session, client, closed } = startSession();
    const page = deferred<readonly Delivery[]>();
    client.start();
    session.open(opening({ events: deliveries(1, 0, 3), readOn: () => page.promise }));
    await settled();
    // More than is written ahead of the client, which thus still has to read the last word.
    for (let i = 0; i < PAGE; i++) {
      session.storeChanged('table');
      session.storeChanged('redis');
    }
    session.rotate();
    page.resolve([completed('1-4')]);
    await settled();
    expect(client.ids()).toEqual(ids(1, 1, 3));
    expect(client.events().at(-1)).toBe('reconnect');
    expect(closed).toEqual(['rotated']);
  });

  it('stops when the client leaves', async () => {
    const { session, client, closed } = startSession();
    const page = deferred<readonly Delivery[]>();
    let reads = 0;
    const readOn = () => {
      reads += 1;
      return page.promise;
    };
    client.start();
    session.open(opening({ events: deliveries(1, 0, 3), readOn }));
    await settled();
    await client.leave();
    page.resolve(deliveries(1, 3, 3));
    await settled();
    expect(closed).toEqual(['client_left']);
    expect(reads).toBe(1);
  });
});

describe('when what was missed cannot be read', () => {
  it('the stream breaks off, and the client comes back with its cursor', async () => {
    const { session, client, closed } = startSession();
    client.start();
    session.open(opening({ events: deliveries(1, 0, 3), readOn: () => Promise.reject(new Error('away')) }));
    await settled();
    expect(ids(1, 1, 3).slice(0, client.ids().length)).toEqual(client.ids());
    expect(client.end).toBe('broken');
    expect(closed).toEqual(['store_failed']);
  });

  it('because it was deleted, nobody goes on asking for it', async () => {
    const { session, client, closed } = startSession();
    const answer = deferred<readonly Delivery[]>();
    let reads = 0;
    const readOn: ReadOn = () => ++reads === 1 ? answer.promise : Promise.resolve([]);
    client.start();
    session.open(opening({ events: deliveries(1, 0, 3), readOn }));
    session.deliver(deliveries(1, 4, 1));
    answer.resolve([]);
    await settled();
    // The first read may have been older than the event; the second was not.
    expect(reads).toBe(2);
    expect(closed).toEqual(['store_failed']);
  });

  it('because it was committed while the answer was on its way, another read brings it', async () => {
    const { session, client, closed } = startSession();
    const answers = [
      deferred<readonly Delivery[]>(),
      deferred<readonly Delivery[]>(),
      deferred<readonly Delivery[]>(),
    ];
    let reads = 0;
    const readOn: ReadOn = () => answers[reads++]!.promise;
    client.start();
    session.open(opening({ events: deliveries(1, 0, 3), readOn }));
    session.deliver(deliveries(1, 4, 1));
    answers[0]!.resolve([]);
    await settled();
    answers[1]!.resolve(deliveries(1, 4, 1));
    await settled();
    answers[2]!.resolve([]);
    await settled();
    expect(reads).toBe(3);
    expect(closed).toEqual([]);
  });
});
