/** Stands for the part of a supplier's folder that docs/extending.md does not show. */
import type { PartAnswer, PartQuestion } from '../../../shared/suppliers/port.ts';

export function ask(
  key: string,
  questions: readonly PartQuestion[],
  signal: AbortSignal,
): Promise<ReadonlyMap<string, PartAnswer>> {
  signal.throwIfAborted();
  const answer: PartAnswer = key === 'right'
    ? { kind: 'not_found' }
    : { kind: 'misconfigured', reason: 'key_refused' };
  return Promise.resolve(new Map(questions.map(({ key: asked }) => [asked, answer])));
}
