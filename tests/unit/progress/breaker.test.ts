import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Breaker, createBreaker } from '../../../shared/progress/breaker.ts';

/** A breaker that has just opened, at time 0. */
function opened(): Breaker {
  const breaker = createBreaker();
  breaker.failed(0);
  breaker.failed(0);
  return breaker;
}

/** How long after a failure at `now` the next attempt is allowed. */
function pauseAfter(breaker: Breaker, now: number): number {
  let ms = 0;
  while (!breaker.allows(now + ms)) ms += 500;
  return ms;
}

describe('a breaker', () => {
  it('lets everything through while nothing fails', () => {
    const breaker = createBreaker();
    expect(breaker.open).toBe(false);
    expect(breaker.allows(0)).toBe(true);
  });

  it('bears one failure, which may be a closed connection', () => {
    const breaker = createBreaker();
    breaker.failed(0);
    expect(breaker.open).toBe(false);
    expect(breaker.allows(0)).toBe(true);
  });

  it('opens at the second in a row', () => {
    const breaker = opened();
    expect(breaker.open).toBe(true);
    expect(breaker.allows(0)).toBe(false);
  });

  it('does not open at two failures with a success between them', () => {
    const breaker = createBreaker();
    breaker.failed(0);
    breaker.succeeded();
    breaker.failed(1);
    expect(breaker.open).toBe(false);
  });

  it('lets a probe through after a pause, and stays open until one succeeds', () => {
    const breaker = opened();
    expect(breaker.allows(1_999)).toBe(false);
    expect(breaker.allows(2_000)).toBe(true);
    expect(breaker.open).toBe(true);
    breaker.succeeded();
    expect(breaker.open).toBe(false);
    expect(breaker.allows(2_000)).toBe(true);
  });

  it('doubles its pause with each failed probe, up to a minute', () => {
    const breaker = opened();
    let now = 0;
    const pauses = Array.from({ length: 8 }, () => {
      const pause = pauseAfter(breaker, now);
      now += pause;
      breaker.failed(now);
      return pause;
    });
    expect(pauses).toEqual([2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000, 60_000]);
  });

  it('lets one of several callers probe, and another after the next pause when nothing came of it', () => {
    const breaker = opened();
    expect([breaker.allows(2_000), breaker.allows(2_000), breaker.allows(3_999)]).toEqual([
      true,
      false,
      false,
    ]);
    expect([breaker.allows(4_000), breaker.allows(4_000)]).toEqual([true, false]);
  });

  it('counts calls that were under way when it opened as one outage', () => {
    const breaker = opened();
    for (let i = 0; i < 4; i++) breaker.failed(100);
    expect(breaker.allows(2_000)).toBe(true);
    breaker.failed(2_000);
    expect(pauseAfter(breaker, 2_000)).toBe(4_000);
  });

  it('begins with the shortest pause again after a success', () => {
    const breaker = opened();
    for (let i = 0; i < 5; i++) breaker.failed(0);
    breaker.succeeded();
    breaker.failed(0);
    breaker.failed(0);
    expect(pauseAfter(breaker, 0)).toBe(2_000);
  });

  it('never locks a store out: whatever happened, it is asked again within a minute', () => {
    const outcome = fc.record({ ok: fc.boolean(), after: fc.nat(100_000) });
    fc.assert(fc.property(fc.array(outcome), (outcomes) => {
      const breaker = createBreaker();
      let now = 0;
      for (const { ok, after } of outcomes) {
        now += after;
        if (breaker.allows(now)) ok ? breaker.succeeded() : breaker.failed(now);
      }
      expect(breaker.allows(now + 60_000)).toBe(true);
    }));
  });
});
