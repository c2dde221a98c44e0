import { afterEach, describe, expect, it, vi } from 'vitest';
import { createSteadyClock } from '../../shared/clock.ts';

afterEach(() => void vi.restoreAllMocks());

describe('a steady clock', () => {
  it('begins with the time of day and goes on as time passes, whatever the clock is set to', () => {
    const day = vi.spyOn(Date, 'now').mockReturnValue(1_800_000_000_000);
    const passed = vi.spyOn(performance, 'now').mockReturnValue(700);
    const now = createSteadyClock();
    expect(now()).toBe(1_800_000_000_000);
    day.mockReturnValue(0);
    passed.mockReturnValue(1_700);
    expect(now()).toBe(1_800_000_001_000);
  });
});
