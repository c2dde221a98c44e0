import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rotationTime } from '../../../shared/stream/rotation.ts';

const WALL_CLOCK_MS = 400_000;
const at = (now: number, random = 0.5) =>
  rotationTime({ bootedAt: 0, wallClockMs: WALL_CLOCK_MS, now, random });

describe('a stream leaves its isolate', () => {
  it('between 75 and 88 per cent of the isolate’s life, counted from its beginning', () => {
    expect(at(1_000, 0)).toBe(300_000);
    expect(at(1_000, 0.9999)).toBeLessThanOrEqual(352_000);
    expect(at(190_000, 0)).toBe(300_000);
  });

  it('at another moment than its neighbours', () => {
    expect(new Set([0, 0.25, 0.5, 0.75].map((random) => at(0, random))).size).toBe(4);
  });

  it('after fifteen seconds at the earliest, or connecting would be all a client does', () => {
    expect(at(299_000, 0)).toBe(314_000);
    expect(at(395_000, 0.5)).toBe(410_000);
  });

  it('before the platform warns at 90 per cent, wherever there is time for it', () => {
    const moment = fc.integer({ min: 0, max: WALL_CLOCK_MS * 0.85 });
    const chance = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
    fc.assert(fc.property(moment, chance, (now, random) => {
      const leaves = at(now, random);
      expect(leaves).toBeGreaterThan(now);
      if (now < WALL_CLOCK_MS * 0.85) expect(leaves).toBeLessThan(WALL_CLOCK_MS * 0.9);
    }));
  });
});
