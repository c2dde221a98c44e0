/** How many exports an isolate writes at once: each holds a page and, of a workbook, its packed sheets. */
import { Refusal } from '../../domain/refusal.ts';
import type { After } from './respond.ts';

/** Two of ten thousand lines stay below half of the memory that a function has. */
const MAX_EXPORTS = 2;
/** An ordinary export is written by then. */
const WAIT_MS = 5_000;
/** What who is refused is told to wait; a large export takes some seconds. */
const RETRY_AFTER_SECONDS = 5;

export interface Slots {
  /**
   * A place, once there is one; call what it resolves with to give it back. Calling that again changes nothing.
   * @throws Refusal `too_many_exports` when there is none for a while
   */
  take(): Promise<() => void>;
}

export function createSlots(after: After): Slots {
  let free = MAX_EXPORTS;
  const waiting: (() => void)[] = [];

  const place = () => {
    let isHeld = true;
    return () => {
      if (!isHeld) return;
      isHeld = false;
      const next = waiting.shift();
      if (next) next();
      else free += 1;
    };
  };

  return {
    take() {
      if (free > 0) {
        free -= 1;
        return Promise.resolve(place());
      }
      return new Promise((resolve, reject) => {
        const enter = () => {
          stop();
          resolve(place());
        };
        const stop = after(WAIT_MS, () => {
          waiting.splice(waiting.indexOf(enter), 1);
          reject(
            new Refusal(
              'too_many',
              'too_many_exports',
              `There are ${MAX_EXPORTS} exports at work here already. Try again in a few seconds.`,
              { retryAfterSeconds: RETRY_AFTER_SECONDS },
            ),
          );
        });
        waiting.push(enter);
      });
    },
  };
}
