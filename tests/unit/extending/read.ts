/** Stands for the part of a supplier's folder that docs/extending.md does not show. */
import type { PartAnswer } from '../../../shared/suppliers/port.ts';

export function ask(
  key: string,
  numbers: readonly string[],
  signal: AbortSignal,
): Promise<ReadonlyMap<string, PartAnswer>> {
  signal.throwIfAborted();
  const answer: PartAnswer = key === 'right'
    ? { kind: 'not_found' }
    : { kind: 'misconfigured', reason: 'key_refused' };
  return Promise.resolve(new Map(numbers.map((number) => [number, answer])));
}
