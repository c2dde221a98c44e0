import { describe, expect, it } from 'vitest';
import { createBudget } from '../../../shared/runner/budget.ts';

function budget({ bootedAt = 1_000, wallClockMs = 100_000 } = {}) {
  const clock = { now: bootedAt };
  return { clock, ...createBudget({ bootedAt, wallClockMs, now: () => clock.now }) };
}

describe('the time of an isolate', () => {
  it('is there for claiming until 60 per cent of it are gone, counted from its beginning', () => {
    const { clock, hasTime } = budget();
    expect(hasTime()).toBe(true);
    clock.now = 60_999;
    expect(hasTime()).toBe(true);
    clock.now = 61_000;
    expect(hasTime()).toBe(false);
  });

  it('leaves room to commit and publish before the platform warns at 90 per cent', () => {
    const { clock, hasTime } = budget({ bootedAt: 0, wallClockMs: 150_000 });
    clock.now = 150_000 * 0.9 - 30_000;
    expect(hasTime()).toBe(false);
  });

  it('is over when the platform says so', () => {
    const { hasTime, end } = budget();
    end();
    expect(hasTime()).toBe(false);
  });
});
