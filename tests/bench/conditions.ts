/** Waiting for something to become true, never for time to pass. */

/** Far above what anything here takes; whoever waits longer waits for what will not happen. */
const GIVE_UP_MS = 60_000;

export interface Condition {
  /** Something may have changed. */
  changed(): void;
  /** @throws Error saying what never happened */
  until(holds: () => boolean, what: () => string): Promise<void>;
}

export function createCondition(): Condition {
  const waiting = new Set<() => void>();
  return {
    changed: () => waiting.forEach((check) => check()),
    until(holds, what) {
      return new Promise((resolve, reject) => {
        const settle = (work: () => void) => {
          clearTimeout(timer);
          waiting.delete(check);
          work();
        };
        const check = () => holds() && settle(resolve);
        const timer = setTimeout(
          () => settle(() => reject(new Error(`never happened: ${what()}`))),
          GIVE_UP_MS,
        );
        waiting.add(check);
        check();
      });
    },
  };
}
