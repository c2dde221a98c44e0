import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createPace } from '../../../shared/suppliers/pace.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('keeps calls apart, in their order, and lets go of one that is stopped', async () => {
  const turn = createPace(500);
  const [went, never, ending] = [[] as string[], new AbortController().signal, new AbortController()];
  void turn(never).then(() => went.push('first'));
  const stopped = turn(ending.signal).catch((error: Error) => went.push(error.message));
  void turn(never).then(() => went.push('third'));
  await vi.advanceTimersByTimeAsync(0);
  expect(went).toEqual(['first']);
  ending.abort(new Error('stopped'));
  await stopped;
  await vi.advanceTimersByTimeAsync(999);
  expect(went).toEqual(['first', 'stopped']);
  await vi.advanceTimersByTimeAsync(1);
  expect(went).toEqual(['first', 'stopped', 'third']);
  await vi.advanceTimersByTimeAsync(500);
  await turn(never);
});
