/** Which rows of the lines table are drawn, a few in each frame. */
import { expect, it } from 'vitest';
import type { JudgedLine } from '../../../web/src/lines/judged.ts';
import { judged } from '../../../web/src/lines/judged.ts';
import {
  drawnNext,
  type DrawnRows,
  NOTHING_DRAWN,
  type WantedRows,
} from '../../../web/src/lines/rows-in-pieces.ts';
import { line } from '../support/lines.ts';

const MOST = 4;
const rowOf = (number: number): JudgedLine =>
  judged(line(number), { served: undefined, boards: 1, isRunning: true });
const ALL = Array.from({ length: 1_000 }, (_, i) => rowOf(i + 1));

/** So many in sight from a place on, and two more beyond both edges. */
const screen = (seen: number, lines: readonly JudgedLine[] = ALL, rows = 10): WantedRows => ({
  lines,
  first: Math.max(0, seen - 2),
  last: Math.min(lines.length - 1, seen + rows + 1),
  seen: [seen, seen + rows - 1],
});

/** `3-6` of each step until all are drawn. */
function steps(before: DrawnRows, wanted: WantedRows): string[] {
  const seen: string[] = [];
  for (let drawn = before;;) {
    const next = drawnNext(drawn, wanted, MOST);
    if (next.made === 0) return seen;
    drawn = next.drawn;
    seen.push(`${drawn.first}-${drawn.first + drawn.rows.length - 1}`);
  }
}

/** All that is wanted, drawn. */
const whole = (wanted: WantedRows): DrawnRows => drawnNext(NOTHING_DRAWN, wanted, MOST).drawn;

it('where nothing is drawn yet, all of it comes at once', () => {
  expect(whole(screen(100))).toEqual({ first: 98, rows: ALL.slice(98, 112) });
});

it('what comes into sight is drawn a few rows at a time, those in sight before those beyond the edges', () => {
  expect(steps(whole(screen(500)), screen(0))).toEqual(['0-3', '0-7', '0-11']);
  expect(steps(whole(screen(500)), screen(100))).toEqual(['100-103', '100-107', '100-111', '98-111']);
});

it('where somebody scrolls, what stays in sight stays drawn and the rest is drawn beside it', () => {
  expect(steps(whole(screen(100)), screen(105))).toEqual(['103-115', '103-116']);
  expect(steps(whole(screen(100)), screen(95))).toEqual(['94-106', '93-106']);
  expect(steps(whole(screen(100)), screen(500))).toEqual(['500-503', '500-507', '500-511', '498-511']);
});

it('never makes more rows than it may, and nothing is left undone at the end', () => {
  for (const [from, to] of [[0, 3], [50, 57], [57, 50], [0, 990], [990, 0]] as const) {
    let drawn = whole(screen(from));
    const wanted = screen(to);
    for (let made = -1; made !== 0;) {
      const next = drawnNext(drawn, wanted, MOST);
      expect(next.made).toBeLessThanOrEqual(MOST);
      const known = new Set(drawn.rows);
      expect(next.drawn.rows.filter((row) => !known.has(row))).toHaveLength(next.made);
      ({ made, drawn } = next);
    }
    expect(drawn).toEqual({ first: wanted.first, rows: ALL.slice(wanted.first, wanted.last + 1) });
  }
});

it('a batch that settles all rows in sight does so a few at a time, and leaves all others as they are', () => {
  const settled = ALL.map(({ line: { line_number } }) => rowOf(line_number));
  const before = whole(screen(0));
  const { drawn, made } = drawnNext(before, screen(0, settled), MOST);
  expect(made).toBe(MOST);
  expect(drawn.rows.slice(0, MOST)).toEqual(settled.slice(0, MOST));
  expect(drawn.rows.slice(MOST).every((row, i) => row === before.rows[i + MOST])).toBe(true);
  expect(steps(before, screen(0, settled))).toHaveLength(3);
});

it('another order is drawn at once: no line stands in two places', () => {
  const other = ALL.toReversed();
  const { drawn, made } = drawnNext(whole(screen(0)), screen(0, other), MOST);
  expect(drawn.rows).toEqual(other.slice(0, 12));
  expect(made).toBe(12);
});

it('fewer lines than were drawn are drawn, and none where there are none', () => {
  const before = whole(screen(0));
  expect(drawnNext(before, screen(0, ALL.slice(0, 3)), MOST).drawn.rows).toHaveLength(3);
  expect(drawnNext(before, { lines: [], first: 0, last: -1, seen: [0, -1] }, MOST))
    .toEqual({ drawn: { first: 0, rows: [] }, made: 0 });
});

it('what it looks at are the rows in sight, however many lines there are', () => {
  const looked: string[] = [];
  const watched = new Proxy(ALL, {
    get: (lines, name) => {
      if (typeof name === 'string' && /^\d+$/.test(name)) looked.push(name);
      return Reflect.get(lines, name);
    },
  });
  drawnNext(whole(screen(100)), screen(105, watched), MOST);
  expect(looked.length).toBeLessThan(50);
});
