/** Waiting that can be cut short, for programs that must leave no timer behind. */

/** Resolves after `ms`, or as soon as the signal aborts or `wake` is called. Never rejects. */
export function pause(
  ms: number,
  signal: AbortSignal,
  onWake?: (wake: () => void) => void,
): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    if (signal.aborted) done();
    signal.addEventListener('abort', done);
    onWake?.(done);
  });
}

/** What `work` comes to, unless the signal aborts before: then it rejects. */
export function unlessAborted<T>(
  work: T | Promise<T>,
  signal: AbortSignal,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason);
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
    Promise.resolve(work).then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}

/**
 * A controller that another signal aborts, too. Aborted itself, as at the end of what it is for, it leaves nothing behind with the
 * other one; `AbortSignal.any` leaks where that lives long (Node).
 */
export function under(outer: AbortSignal): AbortController {
  const controller = new AbortController();
  const { signal } = controller;
  const abort = () => controller.abort(outer.reason);
  if (outer.aborted) abort();
  outer.addEventListener('abort', abort, { signal });
  return controller;
}

/** Somewhere between half of it and all: clients that were cut off together do not come back together. */
export const jittered = (ms: number): number => ms * (0.5 + Math.random() / 2);
