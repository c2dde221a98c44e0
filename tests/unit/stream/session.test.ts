import { describe, expect, it } from 'vitest';
import { keepalive } from '../../../shared/api/stream.ts';
import { settled } from '../support/clock.ts';
import { deliveries, delivery, largeDelivery } from '../support/deliveries.ts';
import { opening, type SessionSketch, startSession } from '../support/session.ts';

const KIB = 1024;

/** A session whose client reads all there is, already open. */
async function open(sketch: SessionSketch = {}) {
  const started = startSession(sketch);
  started.client.start();
  started.session.open(opening());
  await settled();
  return started;
}

describe('the opening', () => {
  it('is connected, then what the client missed, in order', async () => {
    const { session, client } = startSession({ cursor: '1-1' });
    client.start();
    session.open(opening({ connected: { store: 'table', status: null }, events: deliveries(1, 1, 2) }));
    await settled();
    expect(client.events()).toEqual(['connected', 'enrichment.progress', 'enrichment.progress']);
    expect(client.data('connected')).toEqual({ store: 'table', status: null });
    expect(client.ids()).toEqual(['1-2', '1-3']);
  });

  it('has nothing before it', async () => {
    const { session, client, clock } = startSession();
    client.start();
    session.deliver([delivery('1-1')]);
    session.storeChanged('table');
    await clock.advance(60_000);
    expect(client.frames).toEqual([]);
    session.open(opening());
    await settled();
    expect(client.events()).toEqual(['connected', 'enrichment.started']);
  });

  it('spreads out when clients come back', async () => {
    const retries = await Promise.all([0, 0.5, 0.999].map(async (random) => {
      const { client } = await open({ random: () => random });
      return client.frames[0]?.retry;
    }));
    expect(retries).toEqual([2_000, 3_000, 3_998]);
  });

  it('says so when the cursor could not be honoured, before the state that replaces it', async () => {
    const { session, client } = startSession({ cursor: '9-9' });
    client.start();
    session.open(opening({ reset: true, events: [delivery('1-4')] }));
    await settled();
    expect(client.events()).toEqual(['connected', 'reset', 'enrichment.progress']);
    expect(client.ids()).toEqual(['1-4']);
  });

  it('goes before events that came in meanwhile, none of which is lost or sent twice', async () => {
    const { session, client } = startSession({ cursor: '1-1' });
    client.start();
    session.deliver(deliveries(1, 1, 2));
    session.deliver(deliveries(1, 3, 2));
    session.open(opening({ events: deliveries(1, 1, 3) }));
    await settled();
    expect(client.ids()).toEqual(['1-2', '1-3', '1-4', '1-5']);
  });
});

describe('events', () => {
  it('at or below what the client has are left out', async () => {
    const { session, client } = startSession({ cursor: '1-3' });
    client.start();
    session.open(opening({ events: deliveries(1, 1, 4) }));
    session.deliver(deliveries(1, 2, 2));
    session.deliver(deliveries(1, 2, 5));
    await settled();
    expect(client.ids()).toEqual(['1-4', '1-5', '1-6', '1-7']);
    expect(session.counts).toEqual({ delivered: 4, conflated: 0 });
  });

  it('of the next run follow those of the last', async () => {
    const { session, client } = startSession({ cursor: '1-8' });
    client.start();
    const end = delivery('1-9', { type: 'enrichment.completed' });
    session.open(opening({ events: [end, delivery('2-1')] }));
    await settled();
    expect(client.ids()).toEqual(['1-9', '2-1']);
  });
});

describe('a change of store', () => {
  it('is told', async () => {
    const { session, client } = await open();
    session.storeChanged('table');
    await settled();
    expect(client.data('store')).toEqual({ store: 'table' });
  });

  it('has no id, so that no cursor moves', async () => {
    const { session, client } = await open();
    session.storeChanged('table');
    await settled();
    expect(client.ids()).toEqual([]);
  });
});

describe('a keepalive', () => {
  it('comes when nothing else did for about fifteen seconds, and again', async () => {
    const { client, clock } = await open();
    await clock.advance(13_000);
    expect(client.events()).toEqual(['connected']);
    await clock.advance(2_000);
    expect(client.events()).toEqual(['connected', 'keepalive']);
    await clock.advance(45_000);
    expect(client.events()).toEqual(['connected', ...Array(4).fill('keepalive')]);
  });

  it('says what time the server has, and moves no cursor', async () => {
    const { client, clock } = await open();
    await clock.advance(15_000);
    expect(client.ids()).toEqual([]);
    const { server_time } = keepalive.parse(client.data('keepalive'));
    expect(clock.now() - Date.parse(server_time)).toBeLessThan(2_000);
    expect(clock.now() - Date.parse(server_time)).toBeGreaterThanOrEqual(0);
  });

  it('comes at the latest after fifteen seconds, whatever chance says', async () => {
    for (const random of [0, 0.999]) {
      const { client, clock } = await open({ random: () => random });
      await clock.advance(150_000);
      expect(client.frames.length).toBeGreaterThan(10);
    }
  });

  it('does not come while events do', async () => {
    const { session, client, clock } = await open();
    for (let seq = 1; seq <= 10; seq++) {
      session.deliver([delivery(`1-${seq}`)]);
      await clock.advance(10_000);
    }
    expect(client.events()).not.toContain('keepalive');
  });

  it('does not come to a client that has something before it', async () => {
    const { session, client, clock } = startSession();
    session.open(opening());
    session.deliver(deliveries(1, 0, 5, 20 * KIB));
    await clock.advance(25_000);
    client.start();
    await settled();
    expect(client.events()).not.toContain('keepalive');
  });
});

describe('a client that does not read', () => {
  it('finds the newest state when it does, behind what was already on its way', async () => {
    const { session, client } = startSession();
    session.open(opening());
    for (let seq = 1; seq <= 200; seq++) session.deliver([largeDelivery(`1-${seq}`, 10 * KIB)]);
    client.start();
    await settled();
    expect(client.events().slice(0, 2)).toEqual(['connected', 'enrichment.started']);
    expect(client.ids().at(-1)).toBe('1-200');
    expect(client.ids().length).toBeLessThan(20);
    expect(session.counts).toEqual({ delivered: 200, conflated: 200 - client.ids().length });
  });

  it('never misses the end of a run', async () => {
    const { session, client, closed } = startSession();
    session.open(opening());
    session.deliver([delivery('1-1', { type: 'enrichment.cancelled' }), delivery('2-1')]);
    for (let seq = 2; seq <= 200; seq++) session.deliver([largeDelivery(`2-${seq}`, 10 * KIB)]);
    session.deliver([delivery('2-201', { type: 'enrichment.completed' })]);
    expect(closed).toEqual([]);
    client.start();
    await settled();
    expect(client.events()).toContain('enrichment.cancelled');
    expect(client.events().slice(-2)).toEqual(['enrichment.completed', 'stream_end']);
    expect(client.end).toBe('closed');
    expect(closed).toEqual(['completed']);
  });

  it('takes up little memory, however much happens', async () => {
    const { session, client, clock } = startSession();
    session.open(opening());
    for (let seq = 1; seq <= 500; seq++) {
      await clock.advance(20);
      session.deliver([largeDelivery(`1-${seq}`, 10 * KIB)]);
    }
    client.start();
    await settled();
    const received = client.frames.reduce((sum, { data }) => sum + data.length, 0);
    expect(received).toBeLessThan(128 * KIB);
  });

  it('takes up little memory, however much happens in one moment', async () => {
    const { session, client } = startSession();
    session.open(opening());
    for (let seq = 1; seq <= 500; seq++) session.deliver([largeDelivery(`1-${seq}`, 10 * KIB)]);
    client.start();
    await settled();
    const received = client.frames.reduce((sum, { data }) => sum + data.length, 0);
    expect(received).toBeLessThan(1100 * KIB);
  });

  it('is cut off when it has not read for half a minute', async () => {
    const { session, client, clock, closed } = startSession();
    session.open(opening());
    session.deliver(deliveries(1, 0, 4, 20 * KIB));
    await clock.advance(30_000);
    expect(closed).toEqual([]);
    await clock.advance(1_000);
    expect(closed).toEqual(['stalled']);
    client.start();
    await settled();
    expect(client.end).toBe('broken');
  });

  it('is cut off by the clock only, never while something is delivered', async () => {
    const { session, clock, closed } = startSession();
    session.open(opening());
    session.deliver(deliveries(1, 0, 4, 20 * KIB));
    await clock.advance(30_000);
    session.deliver(deliveries(1, 4, 1, 20 * KIB));
    session.storeChanged('table');
    expect(closed).toEqual([]);
  });

  it('is left alone while it takes something now and then', async () => {
    const { session, client, clock, closed } = startSession();
    session.open(opening());
    session.deliver(deliveries(1, 0, 12, 20 * KIB));
    await client.readOne(); // `connected`, which is no larger than what is written ahead
    for (let i = 0; i < 8; i++) {
      await clock.advance(25_000);
      await client.readOne();
    }
    expect(closed).toEqual([]);
    await clock.advance(31_000);
    expect(closed).toEqual(['stalled']);
  });
});
