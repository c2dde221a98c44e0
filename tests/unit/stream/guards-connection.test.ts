/** What one client is sent, and what is kept for it, at the edges: bursts, slow readers, last words. */
import { describe, expect, it } from 'vitest';
import { Outbox } from '../../../shared/stream/outbox.ts';
import { type Delivery, toOrganizationDelivery } from '../../../shared/stream/delivery.ts';
import { deferred, settled } from '../support/clock.ts';
import { deliveries, delivery, largeDelivery } from '../support/deliveries.ts';
import { BOM, OTHER_BOM, stored } from '../support/events.ts';
import { startOrganizationSession } from '../support/organization.ts';
import { opening, startSession } from '../support/session.ts';
import { startStreamEndpoint } from '../support/stream-endpoint.ts';

const KIB = 1024;
const completed = (id: string) => delivery(id, { type: 'enrichment.completed' });

/** Everything that comes out of a stream, as it was put in. */
function chunksOf(body: ReadableStream<Uint8Array>): Uint8Array[] {
  const chunks: Uint8Array[] = [];
  void (async () => {
    for await (const chunk of body) chunks.push(chunk);
  })();
  return chunks;
}

describe('a client that reads', () => {
  it('gets a burst of any length at once, without a tick', async () => {
    const { session, client } = startSession();
    client.start();
    session.open(opening());
    await settled();
    session.deliver(deliveries(1, 0, 50));
    await settled();
    expect(client.ids()).toHaveLength(50);
    session.deliver(deliveries(1, 50, 50));
    await settled();
    expect(client.ids()).toHaveLength(100);
  });

  it('gets bytes and nothing else', async () => {
    const { ask, publish, clock } = startStreamEndpoint({ history: [stored('1-1')] });
    const chunks = chunksOf((await ask()).body!);
    for (let seq = 2; seq < 20; seq += 2) {
      publish(stored(`1-${seq}`), stored(`1-${seq + 1}`));
      await clock.advance(100);
    }
    expect(chunks).toHaveLength(2 + 18);
    expect(chunks.filter((chunk) => !(chunk instanceof Uint8Array))).toEqual([]);
  });

  it('is told of a lost cursor in words that programs can go by', async () => {
    const { session, client } = startSession({ cursor: '9-9' });
    client.start();
    session.open(opening({ reset: true, events: [delivery('1-4')] }));
    await settled();
    expect(client.data('reset')).toEqual({ reason: 'cursor_lost' });
  });

  it('is not taken for slow because of one burst right behind a silence', async () => {
    const { session, client, clock } = startSession();
    session.open(opening());
    await clock.advance(900);
    session.deliver(deliveries(1, 0, 10, 20 * KIB));
    session.deliver(deliveries(1, 10, 10, 20 * KIB));
    session.deliver(deliveries(1, 20, 1));
    expect(session.counts.conflated).toBe(0);
    client.start();
    await settled();
    expect(client.ids()).toHaveLength(21);
  });
});

describe('times to come back', () => {
  it('are whole numbers, whatever chance says', async () => {
    const { session, client, clock } = startSession({ random: () => 0.333_333, rotateInMs: 5_000 });
    client.start();
    session.open(opening());
    await clock.advance(5_000);
    expect(client.data('reconnect')).toEqual({ reason: 'rotation', retry_ms: 1_333 });
    expect(client.frames.map(({ retry }) => retry)).toEqual([2_666, 1_333]);
    const replaced = startSession({ random: () => 0.333_333 });
    replaced.client.start();
    replaced.session.open(opening());
    replaced.session.replace();
    await settled();
    expect(replaced.client.data('stream_error')).toMatchObject({ retry_after_seconds: 17 });
  });
});

describe('a client that does not read', () => {
  it('is counted with what it will not get, while that waits and afterwards', async () => {
    const { session, client, clock } = startSession();
    session.open(opening());
    session.deliver(deliveries(1, 0, 8, 30 * KIB));
    await clock.advance(2_000);
    session.deliver(deliveries(1, 8, 1));
    const { conflated } = session.counts;
    expect(conflated).toBeGreaterThan(0);
    client.start();
    await settled();
    expect(session.counts.conflated).toBe(conflated);
    expect(client.ids()).toHaveLength(9 - conflated);
  });

  it('gets no keepalive from a probe, however often others want its place, until it has read', async () => {
    const { session, client, clock } = startSession();
    session.open(opening());
    session.deliver(deliveries(1, 0, 9));
    for (let second = 0; second < 20; second++) {
      await clock.advance(1_000);
      session.probe();
    }
    client.start();
    await settled();
    expect(client.ids()).toHaveLength(9);
    expect(client.events()).not.toContain('keepalive');
    await clock.advance(1_000);
    session.probe();
    await settled();
    expect(client.events().at(-1)).toBe('keepalive');
  });

  it('gets one last word, and nothing behind it, however much is said to it meanwhile', async () => {
    const { session, client, clock } = startSession({ expiresInMs: 20_000 });
    session.open(opening());
    session.deliver(deliveries(1, 0, 9));
    session.rotate();
    session.rotate();
    session.rewound();
    session.storeChanged('table');
    session.gone();
    session.replace();
    session.deliver([completed('1-10')]);
    await clock.advance(21_000);
    client.start();
    await settled();
    expect(client.events().filter((event) => !event.startsWith('enrichment.'))).toEqual([
      'connected',
      'reconnect',
    ]);
    expect([client.events().at(-1), client.end]).toEqual(['reconnect', 'closed']);
  });
});

describe('a stream that is over', () => {
  it('takes nothing more, whichever way it ended', async () => {
    for (const end of ['left', 'stalled'] as const) {
      const { session, client, clock, closed } = startSession();
      session.open(opening());
      session.deliver(deliveries(1, 0, 9));
      if (end === 'left') await client.leave();
      else await clock.advance(40_000);
      expect(closed).toEqual([end === 'left' ? 'client_left' : 'stalled']);
      const before = session.counts;
      session.deliver(deliveries(1, 9, 3));
      session.gone();
      session.storeChanged('table');
      session.rotate();
      session.replace();
      await clock.advance(20_000);
      expect(session.counts).toEqual(before);
      expect(closed).toHaveLength(1);
    }
  });

  it('is closed once: what is found for it afterwards changes nothing', async () => {
    const { session, publish, open, closed, client } = startOrganizationSession();
    await open();
    session.rotate();
    await settled();
    publish(stored('1-1'));
    await session.follow([BOM]);
    expect([closed, client.end]).toEqual([['rotated'], 'closed']);
  });

  it('reads no page of what was missed any more, even one that was under way', async () => {
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
    session.rotate();
    await settled();
    page.resolve(deliveries(1, 3, 3));
    await settled();
    session.deliver(deliveries(1, 6, 3));
    await settled();
    expect(closed).toEqual(['rotated']);
    expect(client.ids()).toEqual(['1-1', '1-2', '1-3']);
    expect(reads).toBe(1);
  });
});

describe('a page of what was missed', () => {
  it('that ends with the end of an older run does not end the stream', async () => {
    const { session, client, closed } = startSession();
    const pages = [deliveries(2, 0, 2), []];
    client.start();
    session.open(opening({
      events: [delivery('1-1'), completed('1-2')],
      readOn: () => Promise.resolve(pages.shift() ?? []),
    }));
    await settled();
    session.deliver([delivery('2-3')]);
    await settled();
    expect(client.ids()).toEqual(['1-1', '1-2', '2-1', '2-2', '2-3']);
    expect(closed).toEqual([]);
  });

  it('behind which nothing follows ends the stream with the run', async () => {
    const { session, client, closed } = startSession();
    client.start();
    session.open(opening({ events: [completed('1-2')], readOn: () => Promise.resolve([]) }));
    await settled();
    expect(client.data('stream_end')).toEqual({ reason: 'completed', event_id: '1-2' });
    expect(closed).toEqual(['completed']);
  });
});

describe('an outbox that has dropped something', () => {
  const SLOW = { isSlow: true };
  const drained = (outbox: Outbox) => {
    let frames = 0;
    while (outbox.take()) frames += 1;
    return frames;
  };

  it('weighs what is left: small events stay together again', () => {
    const outbox = new Outbox();
    outbox.addEvents(BOM, deliveries(1, 0, 3, 30 * KIB), SLOW);
    outbox.addEvents(BOM, deliveries(1, 3, 1), SLOW);
    expect(outbox.conflated).toBe(3);
    outbox.addEvents(BOM, deliveries(1, 4, 1), SLOW);
    outbox.addEvents(BOM, deliveries(1, 5, 1), SLOW);
    expect(outbox.conflated).toBe(3);
    expect(drained(outbox)).toBe(3);
  });

  it('drops again when it is full again', () => {
    const outbox = new Outbox();
    for (let round = 0; round < 5; round++) {
      outbox.addEvents(BOM, deliveries(1, round * 3, 3, 30 * KIB), SLOW);
    }
    expect(outbox.conflated).toBe(12);
    expect(drained(outbox)).toBe(3);
  });

  it('weighs what it has to keep with the rest', () => {
    const outbox = new Outbox();
    outbox.addEvents(OTHER_BOM, [largeDelivery('1-1', 70 * KIB, { type: 'enrichment.completed' })], SLOW);
    outbox.addEvents(BOM, deliveries(1, 0, 1), SLOW);
    outbox.addEvents(BOM, deliveries(1, 1, 1), SLOW);
    outbox.addEvents(BOM, deliveries(1, 2, 1), SLOW);
    expect(outbox.conflated).toBe(2);
    expect(drained(outbox)).toBe(2);
  });

  it('never holds much more than a megabyte, even for a client that had no time to read yet', () => {
    const outbox = new Outbox();
    outbox.addEvents(BOM, deliveries(1, 0, 50, 30 * KIB), { isSlow: false });
    outbox.addEvents(BOM, deliveries(1, 50, 1), { isSlow: false });
    expect(outbox.conflated).toBeGreaterThan(0);
    expect(drained(outbox)).toBeLessThan(40);
  });

  it('drops what waits of the BOM that has news, and of no other', () => {
    const outbox = new Outbox();
    outbox.addEvents(OTHER_BOM, deliveries(1, 0, 2, 40 * KIB), SLOW);
    outbox.addEvents(BOM, deliveries(1, 0, 1), SLOW);
    outbox.addEvents(BOM, deliveries(1, 1, 1), SLOW);
    expect(outbox.conflated).toBe(1);
    expect(drained(outbox)).toBe(3);
  });
});

it('an event is encoded once for all streams over organizations', () => {
  const event = delivery('1-2');
  expect(toOrganizationDelivery(BOM, event)).toBe(toOrganizationDelivery(BOM, event));
  expect(toOrganizationDelivery(BOM, event)).not.toBe(toOrganizationDelivery(BOM, delivery('1-2')));
});
