import { expect, it } from 'vitest';
import { nextBatchSize } from '../../../shared/runner/batch-size.ts';

it.each([
  ['lines that cost nothing', 10, 0, 100],
  ['lines that are as quick as a decoder', 100, 30, 100],
  ['a supplier that answers ten parts in 0.2 s', 10, 200, 100],
  ['a supplier that answers ten parts in a second', 10, 1_000, 20],
  ['a supplier that answers ten parts in three seconds', 10, 3_000, 10],
  ['a supplier that hangs', 10, 60_000, 10],
  ['the last few lines of a run', 3, 100, 60],
])('fits what came before: after %s', (_what, lines, elapsedMs, size) => {
  expect(nextBatchSize(lines, elapsedMs)).toBe(size);
});
