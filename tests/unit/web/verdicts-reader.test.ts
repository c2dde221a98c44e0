/** The words of all lines, however they are numbered, and without a page that waits for another in vain. */
import { expect, it } from 'vitest';
import { readVerdicts } from '../../../web/src/bom/verdicts-reader.ts';
import type { ServedVerdict } from '../../../web/src/lines/judged.ts';
import { deferred, settled } from '../support/clock.ts';

const LIMIT = 3;

/** A server of lines with these numbers. */
function serving(numbers: readonly number[]) {
  const asked: number[] = [];
  return {
    asked,
    read: (after: number) => {
      asked.push(after);
      const rest = numbers.filter((n) => n > after);
      const verdicts = rest.slice(0, LIMIT).map((n) =>
        ({ line_id: `line ${n}`, line_number: n }) as ServedVerdict
      );
      return Promise.resolve({ verdicts, next: rest.length > LIMIT ? verdicts.at(-1)!.line_number : null });
    },
  };
}

it.each<[string, number[], number, number[]]>([
  ['one page', [1, 2], 2, [0]],
  ['full pages', [1, 2, 3, 4, 5, 6, 7, 8, 9], 9, [0, 3, 6]],
  ['holes', [1, 5, 6, 7, 20, 21, 22, 23], 8, [0, 3, 6, 21]],
  ['more lines than were known', [1, 2, 3, 4, 5, 6, 7], 4, [0, 3, 6]],
  ['fewer lines than were known', [1, 2, 3, 4], 8, [0, 3, 6]],
  ['nobody who knows how many', [1, 2, 3, 4, 5, 6, 7], 0, [0, 3, 6]],
  ['no lines', [], 0, [0]],
])('come of %s', async (_of, numbers, known, pages) => {
  const { read, asked } = serving(numbers);
  const all = await readVerdicts(read, known);
  expect([...all.values()].map(({ line_number }) => line_number).sort((a, b) => a - b)).toEqual(numbers);
  expect(asked).toEqual(pages);
});

it('are asked for at once behind the first page, which says how long a page is', async () => {
  const { read, asked } = serving([1, 2, 3, 4, 5, 6, 7, 8, 9]);
  const answer = deferred<void>();
  const done = readVerdicts(async (after) => {
    const page = read(after);
    if (after > 0) await answer.promise;
    return await page;
  }, 9);
  await settled();
  expect(asked).toEqual([0, 3, 6]);
  answer.resolve();
  expect((await done).size).toBe(9);
});
