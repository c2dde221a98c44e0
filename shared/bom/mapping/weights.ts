/** What other columns change in how much speaks for a role. */
import { readDesignators } from '../rows/designators.ts';
import type { Row } from '../table.ts';
import { best, type Column, type Evidence, wordsOf } from './column.ts';
import { CLEAR_NAME } from './scores.ts';

/** Of several counts the one that agrees with the designators is what stands on a board. */
export function weighQuantities(
  columns: readonly Column[],
  sample: readonly Row[],
  evidence: Evidence,
): Column[] {
  const counts = columns.filter(({ scores }) => scores.has('quantity'));
  const designators = best(columns, 'designators');
  if (counts.length < 2 || !designators || !evidence.values) return [...columns];
  return columns.map((column) => {
    const score = column.scores.get('quantity');
    if (score === undefined) return column;
    let agree = 0;
    let compared = 0;
    for (const { cells } of sample) {
      const quantity = Number.parseFloat((cells[column.index] ?? '').replace(',', '.'));
      const text = cells[designators.index] ?? '';
      if (text === '' || Number.isNaN(quantity)) continue;
      compared += 1;
      if (readDesignators(text, quantity).designators.length === quantity) agree += 1;
    }
    if (compared === 0) return column;
    return {
      ...column,
      scores: new Map(column.scores).set('quantity', score * (0.6 + 0.4 * agree / compared)),
    };
  });
}

/** Numbers that schemes read, in so many cells of one column, are a manufacturer's. */
export const SURELY_PROVEN = 0.3;

const WEIGHT_OF_UNPROVEN = 0.6;

/** Of several columns of numbers with vague names, one whose numbers are known goes before one of which none is: that one's are of a house. */
export function weighNumbers(columns: readonly Column[], evidence: Evidence): readonly Column[] {
  const named = columns.filter((column) =>
    column.scores.has('mpn') && (column.cell?.scores.get('mpn') ?? 0) >= 0.4 &&
    !wordsOf(column).meanings.has('alternate')
  );
  // A clear name needs no proof, and to know numbers all series have to be loaded.
  const isClear = named.some(({ cell }) => cell!.scores.get('mpn')! >= CLEAR_NAME);
  if (named.length < 2 || isClear || !evidence.values || !evidence.names) return columns;
  if (!named.some(({ profile }) => profile.decoded() >= SURELY_PROVEN)) return columns;
  return columns.map((column) => {
    if (!named.includes(column) || column.profile.decoded() > 0) return column;
    return {
      ...column,
      scores: new Map(column.scores).set('mpn', column.scores.get('mpn')! * WEIGHT_OF_UNPROVEN),
    };
  });
}

/** Rows in which a library's name ends with the value that stands beside it. */
const LEAST_NAMED = 5;
const NEARLY_ALL_NAMED = 0.8;
/** Fewer of a column's cells say nothing of the others. */
const SOME_NAMED = 0.3;

/**
 * Programs that list their library's own names write the value behind them: `CAP_NP,0.1uF` beside `0.1uF`. What stands in front of the
 * comma is no part number then, and what has none is of the same library.
 */
export function weighLibraryNames(
  columns: readonly Column[],
  sample: readonly Row[],
  evidence: Evidence,
): readonly Column[] {
  if (!evidence.values) return columns;
  return columns.map((column) => {
    if (!column.scores.has('mpn') || (column.cell?.scores.get('mpn') ?? 0) >= CLEAR_NAME) return column;
    const behind = sample.map(({ cells }) => behindComma(cells[column.index] ?? ''));
    const filled = sample.filter(({ cells }) => (cells[column.index] ?? '') !== '').length;
    const isNamed = behind.some((text) => text !== '') &&
      columns.some((other) =>
        other !== column && areValues(behind, sample.map(({ cells }) => cells[other.index] ?? ''), filled)
      );
    if (!isNamed) return column;
    const scores = new Map(column.scores);
    scores.delete('mpn');
    return { ...column, scores };
  });
}

/** No library's name is longer. */
const MAX_NAME_CHARS = 120;

/** What stands behind the first comma of a name; nothing where it has none. */
function behindComma(text: string): string {
  const comma = text.length > MAX_NAME_CHARS ? -1 : text.indexOf(',');
  return comma < 1 ? '' : text.slice(comma + 1).trimStart();
}

/** Whether what stands behind the commas of a column is what the other column has. */
function areValues(behind: readonly string[], values: readonly string[], filled: number): boolean {
  let [compared, agree] = [0, 0];
  for (const [i, text] of behind.entries()) {
    const value = values[i]!;
    if (text === '' || value === '') continue;
    compared += 1;
    if (text === value || (text.startsWith(value) && text[value.length] === ',')) agree += 1;
  }
  return agree >= LEAST_NAMED && agree >= compared * NEARLY_ALL_NAMED && agree >= filled * SOME_NAMED;
}
