/** What a batch costs a page of ten thousand lines: what its own lines do. */
import { expect, it } from 'vitest';
import { Journal, placesChanged } from '../../../web/src/lines/journal.ts';
import {
  createJudge,
  createTally,
  type JudgedLine,
  type ServedVerdict,
} from '../../../web/src/lines/judged.ts';
import type { Line } from '../../../web/src/lines/line.ts';
import { OrderedLines } from '../../../web/src/lines/ordered-lines.ts';
import { line } from '../support/lines.ts';

const LINES = 10_000;

function ordered(lines = LINES): OrderedLines {
  const all = new OrderedLines();
  for (let n = 1; n <= lines; n++) all.put(line(n));
  return all;
}

it('says in which places a list differs from an earlier one, over as many steps as lie between', () => {
  const lines = ordered(10);
  const first = lines.list();
  expect(placesChanged(first, first)).toEqual([]);
  lines.put(line(3, 'enriched'));
  const second = lines.list();
  lines.put(line(3, 'failed'));
  lines.put(line(7, 'enriched'));
  const third = lines.list();
  expect(placesChanged(second, first)).toEqual([2]);
  expect(placesChanged(third, second)).toEqual([2, 6]);
  expect(placesChanged(third, first)).toEqual([2, 6]);
});

it('says nothing where lines came or moved, of another list, the other way round, and of what is long ago', () => {
  const lines = ordered(10);
  const first = lines.list();
  lines.put(line(3, 'enriched'));
  const second = lines.list();
  expect(placesChanged(first, second)).toBeNull();
  expect(placesChanged(ordered(10).list(), first)).toBeNull();
  expect(placesChanged([...second], first)).toBeNull();
  lines.put(line(11));
  const longer = lines.list();
  expect(placesChanged(longer, second)).toBeNull();
  lines.put({ ...line(4), line_number: 77 });
  expect(placesChanged(lines.list(), longer)).toBeNull();

  const journal = new Journal();
  const old = journal.note([0], null);
  const lists = Array.from({ length: 100 }, (_, i) => journal.note([i], [0]));
  expect(placesChanged(lists.at(-1)!, old)).toBeNull();
  expect(placesChanged(lists.at(-1)!, lists.at(-2)!)).toEqual([0]);
});

it('judging looks at the lines of a batch, and at no others', () => {
  let looked = 0;
  const verdicts = new class extends Map<string, ServedVerdict> {
    override get(id: string) {
      looked += 1;
      return super.get(id);
    }
  }();
  const lines = ordered();
  const judge = createJudge();
  const before = judge(lines.list(), verdicts, 1, true);
  looked = 0;
  for (const n of [5, 50, 5_000]) lines.put(line(n, 'failed'));
  const after = judge(lines.list(), verdicts, 1, true);
  // for each of them what is served now, and what was before
  expect(looked).toBeLessThanOrEqual(6);
  expect(after.flatMap((judged, i) => judged === before[i] ? [] : i + 1)).toEqual([5, 50, 5_000]);
});

it('counting looks at the lines of a batch, and at no others', () => {
  let looked = 0;
  const judged = (word: JudgedLine['word']) =>
    ({
      line: line(1),
      get word() {
        looked += 1;
        return word;
      },
    }) as JudgedLine;
  const journal = new Journal();
  const tally = createTally();
  const before = Array.from({ length: LINES }, () => judged('pending'));
  expect(tally(journal.note(before, null)).words.pending).toBe(LINES);
  looked = 0;
  const { words } = tally(journal.note(before.with(7, judged('fine')), [7]));
  expect([words.pending, words.fine, looked]).toEqual([LINES - 1, 1, 2]);
});

it('what is judged and counted batch by batch is what all lines together say', () => {
  const statuses: readonly Line['status'][] = ['pending', 'enriching', 'enriched', 'not_found', 'failed'];
  const found: NonNullable<Line['result']> = { run: 1, status: 'enriched', remarks: [] };
  const lines = ordered(40);
  const [judge, tally] = [createJudge(), createTally()];
  let random = 7;
  const next = (below: number) => (random = (random * 48_271) % 2_147_483_647) % below;
  for (let step = 0; step < 300; step++) {
    for (let i = next(4); i >= 0; i--) {
      const made = next(3) > 0 ? {} : {
        result: {
          ...found,
          component: {
            mpn: 'A',
            manufacturer: 'B',
            facts: {},
            ...(next(2) ? { sandbox: true as const } : {}),
          },
        },
      };
      lines.put({ ...line(1 + next(step > 200 ? 45 : 40), statuses[next(5)]!), ...made });
    }
    // a page is rendered less often than events come
    if (next(3) === 0) lines.list();
    if (next(3) === 0) continue;
    const all = judge(lines.list(), null, 1, next(10) > 0);
    expect(all.map(({ line }) => line)).toEqual(lines.list());
    expect(tally(all)).toEqual(createTally()(all.slice()));
  }
});
