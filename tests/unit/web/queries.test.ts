/** What is asked for ahead is asked for once, and old lines are not taken for new ones. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { askAhead, summaryOf, takeFirstLines, untilFetched } from '../../../web/src/bom/queries.ts';
import type { Api } from '../../../web/src/lib/api.ts';
import { createQueryClient } from '../../../web/src/lib/query.ts';
import { deferred } from '../support/clock.ts';
import { BOM } from '../support/events.ts';
import { line } from '../support/lines.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function opened() {
  const asked: string[] = [];
  const page = { event_id: null, lines: [line(1)], next: null };
  const server = { lines: () => Promise.resolve(page) };
  const api = {
    call: (name: string) => Promise.resolve({ n: asked.push(name) }),
    readBom: () => Promise.resolve({ n: asked.push('bom') }),
    readLines: () => {
      asked.push('lines');
      return server.lines();
    },
  } as unknown as Api;
  return { asked, page, server, api, queries: createQueryClient() };
}

it('the first lines that were asked for ahead are taken once', async () => {
  const { asked, page, api, queries } = opened();
  askAhead(queries, api, BOM, 25);
  expect(await takeFirstLines(queries, api, BOM)).toEqual(page);
  expect(asked.toSorted()).toEqual(['GET /boms/:bom_id/summary', 'bom', 'lines']);
  await takeFirstLines(queries, api, BOM);
  expect(asked.filter((each) => each === 'lines')).toHaveLength(2);
});

it('lines that were asked for long ago are asked for again', async () => {
  const { asked, api, queries } = opened();
  askAhead(queries, api, BOM, 25);
  await vi.advanceTimersByTimeAsync(10_000);
  await takeFirstLines(queries, api, BOM);
  expect(asked.filter((each) => each === 'lines')).toHaveLength(2);
});

it('what failed is told to whoever takes it, and asked for again by the next', async () => {
  const { asked, server, page, api, queries } = opened();
  const works = server.lines;
  server.lines = () => Promise.reject(new Error('away'));
  askAhead(queries, api, BOM, 25);
  await expect(takeFirstLines(queries, api, BOM)).rejects.toThrow('away');
  server.lines = works;
  expect(await takeFirstLines(queries, api, BOM)).toEqual(page);
  expect(asked.filter((each) => each === 'lines')).toHaveLength(2);
});

it('who lets the answer go first waits for it, be it refused, and for nothing that is not being asked', async () => {
  const { api, queries } = opened();
  const summary = summaryOf(api, BOM, 25);
  await untilFetched(queries, summary);
  for (const isRefused of [false, true]) {
    const answer = deferred<{ n: number }>();
    const asked = queries.fetchQuery({
      ...summary,
      queryFn: () => answer.promise,
      retry: false,
    }).catch(() => {});
    let isOver = false;
    const waiting = untilFetched(queries, summary).then(() => isOver = true);
    await vi.advanceTimersByTimeAsync(0);
    expect(isOver).toBe(false);
    if (isRefused) answer.reject(new Error('away'));
    else answer.resolve({ n: 1 });
    await Promise.all([asked, waiting]);
    queries.clear();
  }
});
