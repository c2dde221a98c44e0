/** Texts that may be rows of a table: whether the cells in them are what the rows around them have. */
import type { Row } from '../table.ts';
import { type Look, looksOf } from '../mapping/recognisers.ts';

/** What the cells of a column are if they are told apart by it. */
const TELLING: readonly Look[] = ['designators', 'whole', 'part_number', 'supplier_number'];
const SAMPLE_ROWS = 200;
/** So many cells of a column make it one of that kind. */
const NEARLY_EACH = 0.7;
/** By one cell alone a sentence might fit. */
const LEAST_FITTING = 2;

/** The rows of a table, as far as it says what a row has to look like. */
export interface Pattern {
  readonly width: number;
  /** By column. */
  readonly looks: readonly (readonly Look[])[];
}

/** What the rows of most cells have in their columns; null where there are none. */
export function patternOf(rows: readonly Row[]): Pattern | null {
  const counts = new Map<number, number>();
  for (const { cells } of rows) {
    if (cells.length > 1) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  }
  const [width] = [...counts].reduce((most, next) => next[1] > most[1] ? next : most, [0, 0]);
  if (width === 0) return null;
  // The first of them are names.
  const [, ...sample] = rows.filter(({ cells }) => cells.length === width).slice(0, SAMPLE_ROWS);
  const looks = Array.from({ length: width }, (_, index) => {
    const filled = sample.map(({ cells }) => cells[index]!).filter((cell) => cell !== '');
    return TELLING.filter((look) =>
      filled.length > 0 && filled.filter((cell) => isLike(cell, look)).length >= filled.length * NEARLY_EACH
    );
  });
  return { width, looks };
}

/** Whether a row has as many cells, each of which is like those of its column. */
export function fits(cells: readonly string[], { width, looks }: Pattern): boolean {
  if (cells.length !== width) return false;
  const told = cells.flatMap((cell, index) =>
    cell === '' || looks[index]!.length === 0 ? [] : [{ cell, index }]
  );
  return told.length >= LEAST_FITTING &&
    told.every(({ cell, index }) => looks[index]!.some((look) => isLike(cell, look)));
}

/** A count has no zero in front, nor is it a chip's size: `0603`, `1206`. */
const isLike = (cell: string, look: Look) =>
  (looksOf(cell).get(look) ?? 0) > 0.5 &&
  (look !== 'whole' || !(/^0\d/.test(cell) || looksOf(cell).has('footprint')));
