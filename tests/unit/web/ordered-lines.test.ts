/** Lines in the order of the file, whatever the order in which they come. */
import { expect, it } from 'vitest';
import { OrderedLines } from '../../../web/src/lines/ordered-lines.ts';
import { line } from '../support/lines.ts';

const numbers = (lines: OrderedLines) => lines.list().map(({ line_number }) => line_number);
const of = (...given: number[]) => {
  const lines = new OrderedLines();
  for (const n of given) lines.put(line(n));
  return lines;
};

it('a line is found by its id after others came before it', () => {
  const lines = of(5, 9);
  lines.put(line(2));
  expect(numbers(lines)).toEqual([2, 5, 9]);
  lines.put(line(9, 'enriched'));
  expect(lines.get(line(9).line_id)?.status).toBe('enriched');
  expect(lines.list().map(({ status }) => status)).toEqual(['pending', 'pending', 'enriched']);
});

it('a line whose number is another one moves', () => {
  const lines = of(1, 2, 3);
  lines.put({ ...line(1), line_number: 7 });
  expect(numbers(lines)).toEqual([2, 3, 7]);
});

it('what was given out does not change, and is given out again as long as nothing does', () => {
  const lines = of(1);
  const before = lines.list();
  expect(lines.list()).toBe(before);
  lines.put(line(2));
  expect(before).toHaveLength(1);
  expect(lines.list()).toHaveLength(2);
});
