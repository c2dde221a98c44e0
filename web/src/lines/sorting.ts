/** By which column lines are sorted, and how the address says so. */
import { COLUMNS } from './columns.tsx';
import { type JudgedLine, loudness } from './judged.ts';

export interface Sorting {
  readonly column: string;
  readonly isDescending: boolean;
}

/** `total`, or `-total` for the largest first. */
export function readSorting(text: string | null): Sorting | null {
  const column = text?.replace(/^-/, '');
  return COLUMNS.some(({ id, sortedBy }) => id === column && sortedBy)
    ? { column: column!, isDescending: text!.startsWith('-') }
    : null;
}

/** Up, down, and back to the worst first. */
export function nextSorting(sorting: Sorting | null, column: string): string | null {
  if (sorting?.column !== column) return column;
  return sorting.isDescending ? null : `-${column}`;
}

interface Sortable {
  readonly judged: JudgedLine;
  readonly value: string | number | null;
  /** What it is compared within, as amounts are within a currency. */
  readonly within: string;
}

/**
 * Sorts lines by a column, amounts one currency after the other; what is not known comes last, whichever way, and of equal ones
 * the worst first. Comparing texts takes
 * a microsecond, and all of ten thousand a fifth of a second: where a few have changed since, only those are put in their places.
 */
export function createSorter() {
  let last: { readonly by: string; readonly sorted: readonly Sortable[] } = { by: '', sorted: [] };
  return (lines: readonly JudgedLine[], sorting: Sorting | null): readonly JudgedLine[] => {
    const { sortedBy, isMoney } = COLUMNS.find(({ id }) => id === sorting?.column) ?? {};
    if (!sorting || !sortedBy) return lines;
    const by = `${sorting.column} ${sorting.isDescending}`;
    const before = last.by === by ? last.sorted : [];
    const known = new Set(before.map(({ judged }) => judged));
    const now = new Set(lines);
    const order = orderOf(sorting.isDescending);
    const fresh = lines.filter((judged) => !known.has(judged)).map((judged) => ({
      judged,
      value: sortedBy(judged),
      within: isMoney ? judged.part?.currency ?? '' : '',
    }));
    const sorted = merge(before.filter(({ judged }) => now.has(judged)), fresh.sort(order), order);
    last = { by, sorted };
    return sorted.map(({ judged }) => judged);
  };
}

/** Puts a few into the midst of many. */
function merge<T>(many: readonly T[], few: readonly T[], order: (a: T, b: T) => number): T[] {
  const merged: T[] = [];
  let taken = 0;
  for (const one of few) {
    let [low, high] = [taken, many.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (order(many[middle]!, one) <= 0) low = middle + 1;
      else high = middle;
    }
    for (; taken < low; taken++) merged.push(many[taken]!);
    merged.push(one);
  }
  for (; taken < many.length; taken++) merged.push(many[taken]!);
  return merged;
}

/** C2 before C10. */
const COLLATOR = new Intl.Collator('en', { numeric: true });

function orderOf(isDescending: boolean) {
  const sign = isDescending ? -1 : 1;
  return (
    { value: a, within: of, judged: one }: Sortable,
    { value: b, within: by, judged: other }: Sortable,
  ): number => {
    if (a === null || b === null) return Number(a === null) - Number(b === null) || byHarm(one, other);
    if (of !== by) return of < by ? -1 : 1;
    const order = typeof a === 'number' && typeof b === 'number'
      ? a - b
      : COLLATOR.compare(String(a), String(b));
    return sign * order || byHarm(one, other);
  };
}

const byHarm = (a: JudgedLine, b: JudgedLine) =>
  loudness(a) - loudness(b) || a.line.line_number - b.line.line_number;
