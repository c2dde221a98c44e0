/** Calls that have to be some time apart. */

/** @returns what waits for its turn; an aborted signal ends the wait at once */
export function createPace(pauseMs: number): (signal: AbortSignal) => Promise<void> {
  let next = 0;
  return (signal) => {
    signal.throwIfAborted();
    const now = Date.now();
    const turn = Math.max(now, next);
    next = turn + pauseMs;
    if (turn === now) return Promise.resolve();
    return new Promise((resolve, reject) => {
      const stop = () => {
        clearTimeout(timer);
        reject(signal.reason);
      };
      const timer = setTimeout(() => {
        signal.removeEventListener('abort', stop);
        resolve();
      }, turn - now);
      signal.addEventListener('abort', stop, { once: true });
    });
  };
}
