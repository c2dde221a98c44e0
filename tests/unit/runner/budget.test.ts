import { afterEach, describe, expect, it, vi } from 'vitest';
import { createBudget } from '../../../shared/runner/budget.ts';

afterEach(() => void vi.restoreAllMocks());

function budget({ bootedAt = 1_000, wallClockMs = 100_000 } = {}) {
  const clock = { now: bootedAt };
  return { clock, ...createBudget({ wallClockMs, now: () => clock.now }) };
}

describe('the time of an isolate', () => {
  it('is there for claiming until 60 per cent of it are gone, counted from its beginning', () => {
    const { clock, timeLeftMs } = budget();
    expect(timeLeftMs()).toBe(60_000);
    clock.now = 60_999;
    expect(timeLeftMs()).toBe(1);
    clock.now = 61_000;
    expect(timeLeftMs()).toBe(0);
    clock.now = 70_000;
    expect(timeLeftMs()).toBe(0);
  });

  it('leaves room to commit and publish before the platform warns at 90 per cent', () => {
    const { clock, timeLeftMs } = budget({ bootedAt: 0, wallClockMs: 150_000 });
    clock.now = 150_000 * 0.9 - 30_000;
    expect(timeLeftMs()).toBe(0);
  });

  it('is over when the platform says so', () => {
    const { timeLeftMs, signal, end } = budget();
    expect(signal.aborted).toBe(false);
    end();
    expect(timeLeftMs()).toBe(0);
    expect(signal.aborted).toBe(true);
  });

  it.each([24 * 3600_000, -24 * 3600_000])('does not change when the clock is put by %d ms', (ms) => {
    const passed = vi.spyOn(performance, 'now').mockReturnValue(5_000);
    const { timeLeftMs } = createBudget({ wallClockMs: 100_000 });
    const before = Date.now();
    vi.spyOn(Date, 'now').mockImplementation(() => before + ms);
    expect(timeLeftMs()).toBe(60_000);
    passed.mockReturnValue(35_000);
    expect(timeLeftMs()).toBe(30_000);
  });
});
