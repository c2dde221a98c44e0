import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { pause } from '../../../shared/runner/pause.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Whether it is over, asked again after everything that waits for promises only. */
function watch(pausing: Promise<void>) {
  let over = false;
  void pausing.then(() => over = true);
  return async (ms: number) => {
    await vi.advanceTimersByTimeAsync(ms);
    return over;
  };
}

describe('a pause', () => {
  it('lasts as long as it was asked to', async () => {
    const isOver = watch(pause(1_000));
    expect(await isOver(999)).toBe(false);
    expect(await isOver(1)).toBe(true);
  });

  it('ends with the signal', async () => {
    const ending = new AbortController();
    const isOver = watch(pause(1_000, ending.signal));
    expect(await isOver(500)).toBe(false);
    ending.abort();
    expect(await isOver(0)).toBe(true);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('leaves nothing behind on a signal that outlives it', async () => {
    const { signal } = new AbortController();
    const listeners = new Set<unknown>();
    vi.spyOn(signal, 'addEventListener').mockImplementation((_type: string, it: unknown) =>
      void listeners.add(it)
    );
    vi.spyOn(signal, 'removeEventListener').mockImplementation((_type: string, it: unknown) =>
      void listeners.delete(it)
    );
    const isOver = watch(pause(1_000, signal));
    expect(listeners.size).toBe(1);
    expect(await isOver(1_000)).toBe(true);
    expect(listeners.size).toBe(0);
  });

  it('does not begin after the signal', async () => {
    expect(await watch(pause(1_000, AbortSignal.abort()))(0)).toBe(true);
    expect(vi.getTimerCount()).toBe(0);
  });
});
