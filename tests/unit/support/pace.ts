/** A pace that holds nobody up: for tests of what is written, and not when. */
import { Pace } from '../../../shared/stream/pace.ts';

export function unhurried(): Pace {
  let now = 0;
  return new Pace({
    // Whoever looks finds that a second has passed.
    now: () => now += 1_000,
    every: () => {
      throw new Error('nobody waits for a turn that has come');
    },
  });
}
