/** The forms of tables, each made once, and how the numbers of a table begin. */
import type { Forms, Segment, SeriesTable } from './table.ts';

const made = new WeakMap<SeriesTable, Forms>();

export function formsOf(table: SeriesTable): Forms {
  const known = made.get(table) ?? table.forms();
  made.set(table, known);
  return known;
}

/** So many characters of a number are enough to tell most tables apart. */
export const START = 3;

/**
 * The first three characters of the search keys of all numbers of a table, in order; fewer where a value or a free place
 * follows.
 */
export function startsOf(table: SeriesTable): readonly string[] {
  return [...new Set(formsOf(table).flatMap((form) => startsOfForm(form, '')))].sort();
}

function startsOfForm([segment, ...others]: readonly Segment[], start: string): readonly string[] {
  if (start.length >= START || segment === undefined) return [start.slice(0, START)];
  if ('separator' in segment) return startsOfForm(others, start);
  if ('literal' in segment) return startsOfForm(others, start + segment.literal);
  if ('optional' in segment) {
    return [...startsOfForm([...segment.optional, ...others], start), ...startsOfForm(others, start)];
  }
  if (!('codes' in segment)) return [start];
  const codes = new Set(Object.keys(segment.codes).map((code) => code.slice(0, START - start.length)));
  return [...codes].flatMap((code) => startsOfForm(others, start + code));
}
