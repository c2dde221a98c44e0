/** Time that passes only when a test says so. */

/** Where tests begin to count; any moment would do. */
export const T0 = Date.UTC(2026, 0, 5, 12);

interface Timer {
  dueAt: number;
  readonly repeatMs: number | null;
  readonly work: () => void;
}

export interface ManualClock {
  readonly now: () => number;
  /** Runs `work` once after a delay; returns how to call it off. */
  readonly after: (ms: number, work: () => void) => () => void;
  /** Runs `work` again and again; returns how to stop it. */
  readonly every: (ms: number, work: () => void) => () => void;
  /** Lets time pass. Timers on the way run when they are due, and what they set off is finished before the next. */
  advance(ms: number): Promise<void>;
  /** How long the timers that are set still have to wait, soonest first. */
  pending(): readonly number[];
}

export function createManualClock(): ManualClock {
  let now = T0;
  const timers = new Set<Timer>();
  const set = (ms: number, repeatMs: number | null, work: () => void) => {
    const timer: Timer = { dueAt: now + ms, repeatMs, work };
    timers.add(timer);
    return () => void timers.delete(timer);
  };
  const inOrder = () => [...timers].sort((a, b) => a.dueAt - b.dueAt);
  return {
    now: () => now,
    after: (ms, work) => set(ms, null, work),
    every: (ms, work) => set(ms, ms, work),
    async advance(ms) {
      const end = now + ms;
      await settled();
      for (let next = inOrder()[0]; next && next.dueAt <= end; next = inOrder()[0]) {
        now = next.dueAt;
        if (next.repeatMs === null) timers.delete(next);
        else next.dueAt += next.repeatMs;
        next.work();
        await settled();
      }
      now = end;
    },
    pending: () => inOrder().map(({ dueAt }) => dueAt - now),
  };
}

/** Everything that only waits for other promises has happened. */
export function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** A promise to be settled by hand. */
export function deferred<T>() {
  let resolve!: (value: T) => void;
  let reject!: (reason: unknown) => void;
  const promise = new Promise<T>((yes, no) => [resolve, reject] = [yes, no]);
  return { promise, resolve, reject };
}
