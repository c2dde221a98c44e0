/** The bench takes a part of the product's SQL away, which has to be there: otherwise nothing is measured at all. */
import { expect, it } from 'vitest';
import { commitWithoutHistory } from '../../bench/runner/no-history.ts';
import { functionSource } from '../../support/schema-files.ts';

it('is measured without what it keeps of each run, and otherwise as it is', () => {
  const [whole, less] = [functionSource('commit_results'), commitWithoutHistory()];
  expect(whole).toContain('run_line_results');
  expect(less).not.toContain('run_line_results');
  expect(whole.length - less.length).toBeLessThan(400);
});
