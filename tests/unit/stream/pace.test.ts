/** Streams that write much take turns, and what a client that does not read holds of an isolate is little. */
import { describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { Connection } from '../../../shared/stream/connection.ts';
import { Body } from '../../../shared/stream/delivery.ts';
import { Gate, throughGate } from '../../../shared/stream/gate.ts';
import { Pace } from '../../../shared/stream/pace.ts';
import { createManualClock, deferred, settled } from '../support/clock.ts';
import { deliveries } from '../support/deliveries.ts';
import { BOM, ORGANIZATION, stored } from '../support/events.ts';
import { startHub } from '../support/hub.ts';
import { startStreamEndpoint } from '../support/stream-endpoint.ts';

const KIB = 1024;
const MIB = 1024 * KIB;

/** A runtime that takes all it is given, as Deno's does for a client that does not read, and says how much that was. */
function greedy(body: ReadableStream<Uint8Array>) {
  const taken = { bytes: 0, chunks: 0, error: undefined as unknown };
  void (async () => {
    for await (const chunk of body) {
      taken.bytes += chunk.byteLength;
      taken.chunks += 1;
    }
  })().catch((error: unknown) => taken.error = error);
  return taken;
}

function startConnections(n: number, random: (i: number) => number = () => 0.5) {
  const clock = createManualClock();
  const pace = new Pace(clock);
  const connections = Array.from({ length: n }, (_, i) =>
    new Connection({
      rotateAt: Infinity,
      expiresAt: Infinity,
      now: clock.now,
      pace,
      random: () => random(i),
    }, { drained: () => {}, closed: () => {} }));
  return { clock, pace, connections };
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);

describe('what is written to one client', () => {
  it('is one large event a turn, whatever waits for it', async () => {
    const { clock, connections: [connection] } = startConnections(1);
    const taken = greedy(connection!.body);
    await settled();
    connection!.send(BOM, deliveries(1, 0, 4, 20 * KIB));
    connection!.flush();
    const seen: number[] = [];
    for (let i = 0; i < 5; i++) {
      await settled();
      seen.push(taken.chunks);
      await clock.advance(20);
    }
    expect(seen).toEqual([1, 2, 3, 4, 4]);
    expect(clock.pending()).toEqual([]);
  });

  it('is all of it at once where it is small', async () => {
    const { connections: [connection] } = startConnections(1);
    const taken = greedy(connection!.body);
    await settled();
    connection!.send(BOM, deliveries(1, 0, 20));
    connection!.flush();
    await settled();
    expect(taken.chunks).toBe(20);
  });
});

it('a thousand clients that read are each sent every small event at once', async () => {
  const { clock, connections } = startConnections(1_000, (i) => i / 1_000);
  const taken = connections.map(({ body }) => greedy(body));
  await settled();
  for (let seq = 1; seq <= 150; seq++) {
    const events = deliveries(1, seq, 1);
    connections.forEach((connection) => connection.pass(BOM, events, clock.now()));
    await settled();
    expect(sum(taken.map(({ chunks }) => chunks))).toBe(seq * 1_000);
    await clock.advance(100);
  }
}, 30_000);

describe('a thousand clients that do not read', () => {
  it('are given no more than a burst and 8 MB a second together, each as much as the others', async () => {
    const { clock, connections } = startConnections(1_000);
    const taken = connections.map(({ body }) => greedy(body));
    await settled();
    // Ten seconds of far more than that.
    for (let i = 0; i < 100; i++) {
      const events = deliveries(1, i * 5, 5, 20 * KIB);
      for (const connection of connections) {
        connection.send(BOM, events);
        connection.flush();
      }
      await clock.advance(100);
    }
    const bytes = taken.map((each) => each.bytes);
    // What each was given last is paid for with its next turn.
    expect(sum(bytes)).toBeLessThan(8 * MIB + 10 * 8 * MIB + 1_000 * 21 * KIB);
    expect(sum(bytes)).toBeGreaterThan(10 * 8 * MIB);
    expect(Math.max(...bytes) - Math.min(...bytes)).toBeLessThan(2 * 21 * KIB);
  }, 30_000);

  it('leave nothing behind once they are gone', async () => {
    const { clock, connections } = startConnections(10);
    connections.forEach(({ body }) => greedy(body));
    await settled();
    for (const connection of connections) {
      connection.send(BOM, deliveries(1, 0, 9, 20 * KIB));
      connection.flush();
    }
    expect(clock.pending()).toHaveLength(1);
    connections.forEach((connection) => connection.abort('stalled'));
    expect(clock.pending()).toEqual([]);
  });
});

it('an event is encoded when it is first written, and never where newer ones take its place before', async () => {
  const { clock, connections: [connection] } = startConnections(1);
  const encoded: number[] = [];
  const events = deliveries(1, 0, 20, 20 * KIB).map((delivery, i) => ({
    ...delivery,
    body: new Body(20 * KIB, () => {
      encoded.push(i);
      return delivery.body.frame;
    }),
  }));
  for (const event of events) {
    connection!.send(BOM, [event]);
    connection!.flush();
    await clock.advance(1_100);
  }
  expect(connection!.counts.conflated).toBeGreaterThan(0);
  expect(encoded).toEqual([0]);
});

it('what a client read for itself becomes bytes at once, that its text need not wait for it', () => {
  const { hub, watch } = startHub();
  watch(BOM, stored('1-1'));
  const encode = vi.spyOn(TextEncoder.prototype, 'encode');
  const [read] = hub.encode(BOM, [stored('1-2')]);
  expect(encode).toHaveBeenCalledTimes(1);
  expect(read!.frame).toBe(read!.body.frame);
  expect(encode).toHaveBeenCalledTimes(1);
  encode.mockRestore();
});

describe('what clients missed', () => {
  it('is read for a few of them at once, in order, and each in the end', async () => {
    const gate = new Gate(() => 0);
    const answers = Array.from({ length: 80 }, () => deferred<number>());
    const begun: number[] = [];
    const all = answers.map(({ promise }, i) =>
      gate.pass(() => {
        begun.push(i);
        return promise;
      })
    );
    await settled();
    expect(begun).toEqual(Array.from({ length: 64 }, (_, i) => i));
    answers[3]!.reject(new Error('lost'));
    await expect(all[3]).rejects.toThrow('lost');
    await settled();
    expect(begun).toHaveLength(65);
    answers.forEach(({ resolve }, i) => resolve(i));
    await Promise.allSettled(all);
    expect(begun).toEqual(answers.map((_, i) => i));
  });

  it('is refused to those who have waited for others too long', async () => {
    let now = 0;
    const gate = new Gate(() => now);
    const stuck = deferred<void>();
    const inside = Array.from({ length: 64 }, () => gate.pass(() => stuck.promise));
    const early = gate.pass(() => Promise.resolve('early'));
    now = 30_001;
    const late = gate.pass(() => Promise.resolve('late'));
    stuck.resolve();
    await expect(early).rejects.toMatchObject({ code: 'database_unavailable' });
    await expect(late).resolves.toBe('late');
    await Promise.all(inside);
  });

  it('is asked for through the gate, of both stores', async () => {
    const gate = new Gate(() => 0);
    const stuck = deferred<never>();
    for (let i = 0; i < 64; i++) void gate.pass(() => stuck.promise);
    let asked = 0;
    const stores = throughGate(gate, {
      database: { call: () => Promise.reject(new Error(`asked ${asked += 1}`)) },
      table: { read: () => Promise.reject(new Error(`asked ${asked += 1}`)) },
    });
    void stores.database.call('bomstream_health', {}, z.unknown());
    void stores.table.read([]);
    await settled();
    expect(asked).toBe(0);
  });

  it.each([`/${BOM}`, `?organization_id=${ORGANIZATION}`])(
    'is asked for by every kind of stream so: %s',
    async (path) => {
      let asked = 0;
      const stuck = () => {
        asked += 1;
        return new Promise(() => {});
      };
      let viewers = 0;
      const { askAt } = startStreamEndpoint({
        connect: stuck,
        functions: { bomstream_organization_connect: stuck },
        authenticate: () =>
          Promise.resolve({ kind: 'person', id: `user-${viewers += 1}`, expiresAt: Infinity }),
      });
      for (let i = 0; i < 70; i++) void askAt(`/enrichment-stream${path}`);
      await settled();
      expect([viewers, asked]).toEqual([70, 64]);
    },
  );
});
