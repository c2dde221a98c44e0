import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeFrame } from '../../../shared/stream/encode.ts';
import { Outbox } from '../../../shared/stream/outbox.ts';
import { deliveries, delivery, largeDelivery } from '../support/deliveries.ts';
import { BOM } from '../support/events.ts';
import { parseFrames } from '../support/sse.ts';

const KIB = 1024;
/** What may wait before newer events replace older ones. */
const LIMIT = 64 * KIB;

const SLOW = { isSlow: true };

const control = (event: string) => encodeFrame({ event, data: '{}' });

/** Takes everything out; ids of events, names of the rest. */
function drain(outbox: Outbox): string[] {
  const taken: string[] = [];
  for (let frame = outbox.take(); frame; frame = outbox.take()) {
    const [parsed] = parseFrames(frame);
    taken.push(parsed?.id ?? parsed?.event ?? '');
  }
  return taken;
}

describe('an outbox', () => {
  it('gives back what was put in, in order', () => {
    const outbox = new Outbox();
    expect(outbox.isEmpty).toBe(true);
    outbox.addControl(control('connected'));
    outbox.addEvents(BOM, [delivery('1-1'), delivery('1-2')], SLOW);
    outbox.addControl(control('store'));
    expect(outbox.isEmpty).toBe(false);
    expect(drain(outbox)).toEqual(['connected', '1-1', '1-2', 'store']);
    expect(outbox.isEmpty).toBe(true);
    expect(outbox.take()).toBeUndefined();
    expect(outbox.conflated).toBe(0);
  });

  it('keeps a burst whole, however large: it is no sign of a slow client', () => {
    const outbox = new Outbox();
    outbox.addEvents(BOM, deliveries(1, 0, 100, 8 * KIB), SLOW);
    expect(drain(outbox)).toHaveLength(100);
    expect(outbox.conflated).toBe(0);
  });

  it('keeps the newest only for a client that has not read much of the earlier ones', () => {
    const outbox = new Outbox();
    outbox.addEvents(BOM, deliveries(1, 0, 3, 30 * KIB), SLOW);
    outbox.addEvents(BOM, deliveries(1, 3, 2), SLOW);
    expect(drain(outbox)).toEqual(['1-4', '1-5']);
    expect(outbox.conflated).toBe(3);
  });

  it('allows more for a moment: what was missed and what is new may come at once', () => {
    const outbox = new Outbox();
    outbox.addEvents(BOM, deliveries(1, 0, 30, 30 * KIB), { isSlow: false });
    outbox.addEvents(BOM, deliveries(1, 30, 5, 30 * KIB), { isSlow: false });
    expect(outbox.conflated).toBe(0);
    outbox.addEvents(BOM, deliveries(1, 35, 1), { isSlow: false });
    expect(outbox.conflated).toBe(35);
    expect(drain(outbox)).toEqual(['1-36']);
  });

  it('replaces nothing for a client that reads', () => {
    const outbox = new Outbox();
    for (let seq = 1; seq <= 100; seq++) {
      outbox.addEvents(BOM, [largeDelivery(`1-${seq}`, 30 * KIB)], SLOW);
      expect(drain(outbox)).toEqual([`1-${seq}`]);
    }
    expect(outbox.conflated).toBe(0);
  });

  it('never drops the end of a run, nor what is no event', () => {
    const outbox = new Outbox();
    outbox.addControl(control('connected'));
    outbox.addEvents(BOM, [
      largeDelivery('1-1', 40 * KIB),
      delivery('1-2', { type: 'enrichment.cancelled' }),
      largeDelivery('2-1', 40 * KIB),
    ], SLOW);
    outbox.addControl(control('store'));
    outbox.addEvents(BOM, [delivery('2-2')], SLOW);
    expect(drain(outbox)).toEqual(['connected', '1-2', 'store', '2-2']);
  });

  it('drops nothing when nothing newer comes', () => {
    const outbox = new Outbox();
    outbox.addEvents(BOM, deliveries(1, 0, 3, 30 * KIB), SLOW);
    outbox.addEvents(BOM, [], SLOW);
    expect(drain(outbox)).toEqual(['1-1', '1-2', '1-3']);
  });

  it('makes room again when it is read', () => {
    const outbox = new Outbox();
    outbox.addEvents(BOM, deliveries(1, 0, 3, 30 * KIB), SLOW);
    outbox.take();
    outbox.addEvents(BOM, [delivery('1-4')], SLOW);
    expect(drain(outbox)).toEqual(['1-2', '1-3', '1-4']);
  });
});

describe('whatever happens to an outbox', () => {
  const kinds = [
    'enrichment.progress',
    'enrichment.progress',
    'enrichment.paused',
    'enrichment.completed',
  ] as const;
  const step = fc.oneof(
    fc.record({ kind: fc.constant('take' as const), frames: fc.nat(6) }),
    fc.record({ kind: fc.constant('control' as const) }),
    fc.record({
      kind: fc.constant('events' as const),
      events: fc.array(
        fc.record({ type: fc.constantFrom(...kinds), bytes: fc.constantFrom(0, 10 * KIB, 30 * KIB) }),
        {
          maxLength: 5,
        },
      ),
    }),
  );

  it('order holds, ends and the newest survive, and memory is bounded by one burst', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const outbox = new Outbox();
        const sizes = new Map<string, number>();
        const added: string[] = [];
        const precious: string[] = [];
        const taken: string[] = [];
        let burstBytes = 0;
        let seq = 0;
        for (const each of steps) {
          if (each.kind === 'take') {
            for (let i = 0; i < each.frames; i++) taken.push(...drainOne(outbox));
          } else if (each.kind === 'control') {
            const name = `control-${seq += 1}`;
            added.push(name);
            precious.push(name);
            outbox.addControl(control(name));
          } else {
            const burst = each.events.map(({ type, bytes }) =>
              largeDelivery(`1-${seq += 1}`, bytes, { type })
            );
            outbox.addEvents(BOM, burst, SLOW);
            burstBytes = burst.length === 0
              ? burstBytes
              : burst.reduce((sum, { frame }) => sum + frame.byteLength, 0);
            for (const { id, frame, terminal } of burst) {
              added.push(`1-${id.seq}`);
              if (terminal) precious.push(`1-${id.seq}`);
              else sizes.set(`1-${id.seq}`, frame.byteLength);
            }
          }
        }
        const waiting = drain(outbox);
        const replaceable = waiting.reduce((sum, name) => sum + (sizes.get(name) ?? 0), 0);
        expect(replaceable).toBeLessThanOrEqual(LIMIT + burstBytes);

        const all = [...taken, ...waiting];
        const seen = new Set(all);
        expect(all).toEqual(added.filter((name) => seen.has(name)));
        expect(precious.filter((name) => !seen.has(name))).toEqual([]);
        const newest = added.findLast((name) => name.startsWith('1-'));
        expect(newest === undefined || seen.has(newest)).toBe(true);
        expect(outbox.conflated).toBe(added.length - all.length);
      }),
      { numRuns: 150 },
    );
  });

  function drainOne(outbox: Outbox): string[] {
    const frame = outbox.take();
    const [parsed] = frame ? parseFrames(frame) : [];
    return parsed ? [parsed.id ?? parsed.event] : [];
  }
});
