/** In which order lines stand by a column, and that putting a few changed ones in comes to the same as sorting all anew. */
import { expect, it } from 'vitest';
import { judged, type JudgedLine } from '../../../web/src/lines/judged.ts';
import { createSorter } from '../../../web/src/lines/sorting.ts';
import { line } from '../support/lines.ts';

const of = (n: number, mpn: string | undefined, status: 'not_found' | 'failed' = 'not_found') => {
  const { mpn: _mpn, ...rest } = line(n, status);
  const result = { run: 1, status, remarks: [] };
  return judged({ ...rest, result, ...(mpn === undefined ? {} : { mpn }) }, {
    served: undefined,
    boards: 1,
    isRunning: true,
  });
};
const numbers = (lines: readonly JudgedLine[]) => lines.map(({ line }) => line.line_number);
const up = { column: 'mpn', isDescending: false };
const down = { column: 'mpn', isDescending: true };

it('numbers in texts are numbers, what is not known comes last either way, and of equal ones the worst first', () => {
  const lines = [of(1, 'C10'), of(2, undefined), of(3, 'C2'), of(4, 'C10', 'failed'), of(5, 'C1')];
  expect(numbers(createSorter()(lines, up)).slice(-1)).toEqual([2]);
  expect(numbers(createSorter()(lines, up))).toEqual([5, 3, 4, 1, 2]);
  expect(numbers(createSorter()(lines, down))).toEqual([4, 1, 3, 5, 2]);
});

it('without a column they stay as they are', () => {
  const lines = [of(2, 'B'), of(1, 'A')];
  expect(createSorter()(lines, null)).toBe(lines);
});

it('what has changed, come or gone since is in its place, be the column another one or the same', () => {
  const sort = createSorter();
  let lines = Array.from({ length: 40 }, (_, i) => of(i + 1, `P${(i * 17) % 23}`));
  for (let round = 0; round < 20; round++) {
    const sorting = round % 5 === 4 ? down : up;
    expect(numbers(sort(lines, sorting))).toEqual(numbers(createSorter()(lines, sorting)));
    lines = lines.filter((_, i) => (i + round) % 13 !== 0)
      .map((each, i) => i % 7 === round % 7 ? of(each.line.line_number, `P${(i * round) % 29}`) : each)
      .concat(of(100 + round, round % 2 ? undefined : 'P3'));
  }
});
