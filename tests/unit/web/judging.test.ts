/** What others do has a BOM judged anew now and then, where somebody sees it; what this person does, at once. */
import { QueryObserver } from '@tanstack/react-query';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Judging, OTHERS_PAUSE_MS } from '../../../web/src/bom/judging.ts';
import { createQueryClient } from '../../../web/src/lib/query.ts';
import { deferred } from '../support/clock.ts';
import { BOM } from '../support/events.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

/** A page that shows the answer of a BOM. */
async function opened() {
  const queries = createQueryClient();
  let asked = 0;
  const query = { queryKey: ['judged', BOM, 'summary', 1], queryFn: () => Promise.resolve(asked += 1) };
  const leave = new QueryObserver(queries, query).subscribe(() => {});
  const page = { shown: Promise.resolve() };
  const judging = new Judging({
    queries,
    bomId: BOM,
    pause: async (ms) => {
      await new Promise((resolve) => setTimeout(resolve, ms));
      await page.shown;
    },
  });
  await pass(0);
  asked = 0;
  return { judging, page, queries, query, leave, asked: () => asked };
}

it('what a colleague does one after the other is judged at once, and then as one', async () => {
  const { judging, asked } = await opened();
  judging.soon();
  await pass(0);
  expect(asked()).toBe(1);
  for (let edits = 0; edits < 8; edits += 1) {
    await pass(OTHERS_PAUSE_MS / 10);
    judging.soon();
  }
  expect(asked()).toBe(1);
  await pass(OTHERS_PAUSE_MS);
  expect(asked()).toBe(2);
  // nothing more has happened
  await pass(10 * OTHERS_PAUSE_MS);
  expect(asked()).toBe(2);
  judging.soon();
  await pass(0);
  expect(asked()).toBe(3);
});

it('on a page that is hidden nothing is judged until somebody sees it', async () => {
  const { judging, page, asked } = await opened();
  const shown = deferred<void>();
  page.shown = shown.promise;
  for (let edits = 0; edits < 8; edits += 1) {
    judging.soon();
    await pass(OTHERS_PAUSE_MS);
  }
  expect(asked()).toBe(0);
  shown.resolve();
  await pass(0);
  expect(asked()).toBe(1);
});

it('what this person does is judged at once, and what others did before with it', async () => {
  const { judging, asked } = await opened();
  judging.soon();
  await pass(0);
  judging.soon();
  await judging.now();
  expect(asked()).toBe(2);
  await pass(10 * OTHERS_PAUSE_MS);
  expect(asked()).toBe(2);
});

it('what is not shown now is read anew where it is opened', async () => {
  const { judging, page, queries, query, leave, asked } = await opened();
  leave();
  page.shown = deferred<void>().promise;
  judging.soon();
  await queries.fetchQuery(query);
  expect(asked()).toBe(1);
});

it('nothing is judged for a page that was left', async () => {
  const { judging, asked } = await opened();
  judging.soon();
  judging.close();
  await pass(OTHERS_PAUSE_MS);
  expect(asked()).toBe(0);
});
