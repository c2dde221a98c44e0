import { describe, expect, it } from 'vitest';
import { settled, T0 } from '../support/clock.ts';
import { deliveries, delivery } from '../support/deliveries.ts';
import { opening, type SessionSketch, startSession } from '../support/session.ts';

async function open(sketch: SessionSketch = {}) {
  const started = startSession(sketch);
  started.client.start();
  started.session.open(opening());
  await settled();
  return started;
}

describe('the end of a run', () => {
  it.each(['completed', 'failed', 'cancelled'] as const)('ends the stream: %s', async (status) => {
    const { session, client, closed } = await open();
    session.deliver([delivery('1-8'), delivery('1-9', { type: `enrichment.${status}` })]);
    await settled();
    expect(client.events().slice(1)).toEqual(['enrichment.progress', `enrichment.${status}`, 'stream_end']);
    expect(client.data('stream_end')).toEqual({ reason: status, event_id: '1-9' });
    expect(client.end).toBe('closed');
    expect(closed).toEqual([status]);
  });

  it('ends the stream in the opening already', async () => {
    const { session, client, closed } = startSession();
    client.start();
    session.open(opening({ events: [delivery('1-9', { type: 'enrichment.completed' })] }));
    await settled();
    expect(client.events()).toEqual(['connected', 'enrichment.completed', 'stream_end']);
    expect(closed).toEqual(['completed']);
  });

  it('does not end the stream when a later run has begun', async () => {
    const { session, client, closed } = startSession({ cursor: '1-8' });
    client.start();
    const missed = [delivery('1-9', { type: 'enrichment.failed' }), ...deliveries(2, 0, 2)];
    session.open(opening({ events: missed }));
    await settled();
    expect(client.ids()).toEqual(['1-9', '2-1', '2-2']);
    expect(closed).toEqual([]);
    session.deliver([delivery('2-3', { type: 'enrichment.completed' })]);
    await settled();
    expect(client.data('stream_end')).toMatchObject({ event_id: '2-3' });
    expect(closed).toEqual(['completed']);
  });

  it('does not end the stream when the client has seen it before', async () => {
    const { session, client, closed } = await open({ cursor: '1-9' });
    session.deliver([delivery('1-9', { type: 'enrichment.completed' })]);
    await settled();
    expect(client.events()).toEqual(['connected']);
    expect(closed).toEqual([]);
  });

  it('is the last thing: nothing is sent behind it', async () => {
    const { session, client, clock } = await open();
    session.deliver([delivery('1-9', { type: 'enrichment.completed' })]);
    session.deliver([delivery('2-1')]);
    session.storeChanged('table');
    session.rotate();
    await clock.advance(60_000);
    expect(client.events().at(-1)).toBe('stream_end');
  });
});

describe('rotation', () => {
  it('asks the client to come back, waits at least a second, and closes', async () => {
    const { client, clock, closed } = await open({ rotateInMs: 60_000 });
    await clock.advance(59_000);
    expect(closed).toEqual([]);
    await clock.advance(1_000);
    const last = client.frames.at(-1);
    expect(last?.event).toBe('reconnect');
    expect(last?.retry).toBe(1_500);
    expect(JSON.parse(last?.data ?? '')).toEqual({ reason: 'rotation', retry_ms: 1_500 });
    expect(client.end).toBe('closed');
    expect(closed).toEqual(['rotated']);
  });

  it.each([0, 0.999])('never makes a client reconnect at once, whatever chance says: %d', async (random) => {
    const { session, client } = await open({ random: () => random });
    session.rotate();
    await settled();
    expect(client.frames.at(-1)?.retry).toBeGreaterThanOrEqual(1_000);
    expect(client.frames.at(-1)?.retry).toBeLessThan(2_000);
  });

  it('happens once', async () => {
    const { session, client, clock, closed } = await open({ rotateInMs: 10_000 });
    session.rotate();
    session.rotate();
    await clock.advance(20_000);
    expect(client.events().filter((event) => event === 'reconnect')).toHaveLength(1);
    expect(closed).toEqual(['rotated']);
  });

  it('comes behind what still waits for a client', async () => {
    const { session, client, closed } = startSession();
    session.open(opening());
    session.deliver(deliveries(1, 0, 3, 20_000));
    session.rotate();
    expect(closed).toEqual([]);
    client.start();
    await settled();
    expect(client.ids()).toEqual(['1-1', '1-2', '1-3']);
    expect(client.events().at(-1)).toBe('reconnect');
    expect(closed).toEqual(['rotated']);
  });
});

describe('the end of the right to stream', () => {
  it('is announced half a minute before, once', async () => {
    const { client, clock } = await open({ expiresInMs: 100_000 });
    await clock.advance(69_000);
    expect(client.events()).not.toContain('reauth');
    await clock.advance(1_000);
    expect(client.data('reauth')).toEqual({ expires_at: new Date(T0 + 100_000).toISOString() });
    await clock.advance(29_000);
    expect(client.events().filter((event) => event === 'reauth')).toHaveLength(1);
  });

  it('closes the stream', async () => {
    const { client, clock, closed } = await open({ expiresInMs: 100_000 });
    await clock.advance(99_000);
    expect(client.end).toBe('open');
    await clock.advance(1_000);
    expect(client.end).toBe('closed');
    expect(closed).toEqual(['expired']);
  });

  it('is not put off by a client that reads slowly', async () => {
    const { session, client, clock, closed } = startSession({ expiresInMs: 20_000 });
    session.open(opening());
    session.deliver(deliveries(1, 0, 3, 20_000));
    await clock.advance(20_000);
    session.deliver([delivery('1-4')]);
    client.start();
    await settled();
    expect(client.ids()).toEqual(['1-1', '1-2', '1-3']);
    expect(closed).toEqual(['expired']);
  });

  it('goes before rotation: the client has to come back with a new token', async () => {
    const { client, clock, closed } = await open({ expiresInMs: 10_000, rotateInMs: 10_000 });
    await clock.advance(10_000);
    expect(client.events()).not.toContain('reconnect');
    expect(closed).toEqual(['expired']);
  });
});

describe('a client that leaves', () => {
  it('is noticed, once', async () => {
    const { session, client, clock, closed } = await open({ rotateInMs: 10_000, expiresInMs: 20_000 });
    await client.leave();
    expect(closed).toEqual(['client_left']);
    session.deliver([delivery('1-1'), delivery('1-2', { type: 'enrichment.completed' })]);
    session.storeChanged('table');
    session.rotate();
    await clock.advance(60_000);
    expect(closed).toEqual(['client_left']);
  });

  it('may leave before it was let in', async () => {
    const { session, client, closed } = startSession();
    await client.leave();
    session.open(opening({ events: [delivery('1-1')] }));
    await settled();
    expect(closed).toEqual(['client_left']);
  });

  it('may leave with something before it', async () => {
    const { session, client, closed } = startSession();
    session.open(opening());
    session.deliver(deliveries(1, 0, 3, 20_000));
    await client.leave();
    expect(closed).toEqual(['client_left']);
  });
});

describe('what the hub says about the whole BOM', () => {
  it('a deleted BOM ends the stream, last word included', async () => {
    const { session, client, closed } = await open();
    session.gone();
    await settled();
    expect(client.data('stream_end')).toEqual({ reason: 'deleted', event_id: null });
    expect([client.end, closed]).toEqual(['closed', ['deleted']]);
  });

  it('a restored database makes the client come back for what there is now', async () => {
    const { session, client, closed } = await open();
    session.rewound();
    await settled();
    expect(client.data('reconnect')).toEqual({ reason: 'restored', retry_ms: 1_500 });
    expect([client.end, closed]).toEqual(['closed', ['restored']]);
  });

  it('comes to nothing behind the end of the run', async () => {
    const { session, client, closed } = await open();
    session.deliver([delivery('1-1'), delivery('1-2', { type: 'enrichment.completed' })]);
    session.gone();
    session.rewound();
    await settled();
    expect(client.events().at(-1)).toBe('stream_end');
    expect(client.data('stream_end')).toMatchObject({ reason: 'completed' });
    expect(closed).toEqual(['completed']);
  });
});

describe('a stream that its client has replaced', () => {
  it('says so and when to come back, lest two tabs of one name replace each other for ever', async () => {
    const { session, client, closed } = await open();
    session.replace();
    session.deliver([delivery('1-1')]);
    await settled();
    expect(client.data('stream_error')).toMatchObject({ code: 'replaced', retry_after_seconds: 20 });
    expect(client.frames.at(-1)?.retry).toBe(20_000);
    expect(client.ids()).toEqual([]);
    expect([client.end, closed]).toEqual(['closed', ['replaced']]);
  });

  it('ends at once even when its client does not read', () => {
    const { session, closed } = startSession();
    session.open(opening());
    session.deliver(deliveries(1, 0, 3, 20_000));
    session.replace();
    expect(closed).toEqual(['replaced']);
  });
});
