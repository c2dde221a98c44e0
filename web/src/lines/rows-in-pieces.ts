/**
 * Which rows of a table are drawn, a few in each frame: a wheel may turn a screen of them into sight at once, and a batch may
 * settle all of those. Made in one piece they would hold up whatever else the page has to show.
 */
import { useEffect, useLayoutEffect, useReducer, useRef } from 'react';
import type { JudgedLine } from './judged.ts';

/** Few enough to be made, laid out and painted between two frames. */
const PIECE = 10;
/** A high window has more of them, and does not wait for longer. */
const FRAMES = 4;
/** A window behind another has few frames, or none. */
const FRAME_MS = 100;

/** Lines as they are drawn, at places that follow each other. */
export interface DrawnRows {
  readonly first: number;
  readonly rows: readonly JudgedLine[];
}

export interface WantedRows {
  /** All of them, in the order in which they are shown. */
  readonly lines: readonly JudgedLine[];
  /** The first and the last place that is to be drawn; the last lies before the first where there is none. */
  readonly first: number;
  readonly last: number;
  /** Those of them that are in sight. */
  readonly seen: readonly [first: number, last: number];
}

export const NOTHING_DRAWN: DrawnRows = { first: 0, rows: [] };

/**
 * What is drawn next: what was, as far as it is still wanted, with at most so many rows made or made anew, those in sight
 * first. All of them come at once where nothing is drawn yet, which somebody waits for, and where another line has come to a
 * place: for a moment, one might stand there twice.
 * @returns that, and how many of its rows are others than before
 */
export function drawnNext(
  before: DrawnRows,
  { lines, first, last, seen }: WantedRows,
  most: number,
): { readonly drawn: DrawnRows; readonly made: number } {
  const wanted = lines.slice(first, last + 1);
  const at = (place: number) => before.rows[place - before.first];
  const isMoved = wanted.some((judged, i) => {
    const was = at(first + i);
    return was !== undefined && was.line.line_id !== judged.line.line_id;
  });
  if (isMoved || before.rows.length === 0) {
    const made = wanted.filter((judged, i) => at(first + i) !== judged).length;
    return { drawn: { first, rows: wanted }, made };
  }
  let [from, to] = [Math.max(first, before.first), Math.min(last, before.first + before.rows.length - 1)];
  // Of what was drawn, nothing is left: what is in sight begins anew.
  if (from > to) [from, to] = [Math.max(first, seen[0]), Math.max(first, seen[0]) - 1];
  let made = 0;
  const rows: JudgedLine[] = [];
  for (let place = from; place <= to; place++) {
    const [was, is] = [at(place)!, lines[place]!];
    const isNews = was !== is && made < most;
    if (isNews) made += 1;
    rows.push(isNews ? is : was);
  }
  const add = (until: number, by: 1 | -1) => {
    while (made < most && (by > 0 ? to < until : from > until)) {
      made += 1;
      if (by > 0) rows.push(lines[++to]!);
      else rows.unshift(lines[--from]!);
    }
  };
  add(Math.min(seen[1], last), 1);
  add(Math.max(seen[0], first), -1);
  add(last, 1);
  add(first, -1);
  return { drawn: { first: from, rows }, made };
}

const isWhole = ({ first, rows }: DrawnRows, wanted: WantedRows): boolean =>
  rows.length === Math.max(0, wanted.last - wanted.first + 1) &&
  rows.every((judged, i) => judged === wanted.lines[first + i]);

/** The rows to draw now; the component is rendered again until they are all that is wanted. */
export function useRowsInPieces(wanted: WantedRows): DrawnRows {
  const most = Math.max(PIECE, Math.ceil((wanted.last - wanted.first + 1) / FRAMES));
  const before = useRef(NOTHING_DRAWN);
  /** How many may be made until the next frame. */
  const left = useRef(most);
  const [, drawMore] = useReducer((n: number) => n + 1, 0);
  const { drawn, made } = drawnNext(before.current, wanted, left.current);
  useLayoutEffect(() => {
    before.current = drawn;
    left.current = Math.max(0, left.current - made);
  });
  const isDone = isWhole(drawn, wanted);
  const isRested = isDone && left.current - made >= most;
  useEffect(() => {
    if (isRested) return;
    return withNextFrame(() => {
      left.current = most;
      if (!isDone) drawMore();
    });
  });
  return drawn;
}

/** @returns what calls it off */
function withNextFrame(work: () => void): () => void {
  const stop = () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
  const go = () => {
    stop();
    work();
  };
  const frame = requestAnimationFrame(go);
  const timer = setTimeout(go, FRAME_MS);
  return stop;
}
