/** Lines that are unlike the others of their list, each of which may be none: said once the list is known as a whole. */
import { hasDigit } from '../ascii.ts';
import type { Issue } from '../issues.ts';
import type { BomLine } from '../line.ts';
import { cut } from '../quoting.ts';
import type { Row } from '../table.ts';

/** Of a list that names places, or numbers, this many of its lines do. */
const MOSTLY = 0.7;
/** Fewer lines show no habit. */
const LEAST_LINES = 5;

/** A word as of a sentence, where others have a name with a number: `Optional`. */
const WORD = /^\p{L}\p{Ll}{3,}$/u;
/** Or words behind such a name: `RN4 alternate`. Both are looked for by themselves: a pattern of both would try each blank of a long cell. */
const isPhrase = (text: string) => /\s/.test(text) && /\p{Ll}{4}/u.test(text);

/** What is odd about single lines of a list. */
export function oddLines(lines: readonly BomLine[], rows: readonly Row[], column: string | null): Issue[] {
  if (lines.length < LEAST_LINES) return [];
  return [...wordsForPlaces(lines, column), ...belowAllParts(lines, rows)];
}

function wordsForPlaces(lines: readonly BomLine[], column: string | null): Issue[] {
  const placed = lines.filter(({ designators }) => designators.some(hasDigit));
  if (placed.length < lines.length * MOSTLY) return [];
  return lines.flatMap(({ designators, rows }): Issue[] => {
    if (designators.length !== 1) return [];
    const only = designators[0]!;
    return !WORD.test(only) && !isPhrase(only) ? [] : [{
      severity: 'info',
      row: rows[0]!,
      column,
      code: 'designators_unsure',
      detail: `Row ${rows[0]!}${column ? `, column "${cut(column)}"` : ''}: "${
        cut(only)
      }" was taken for a place on the board, and names none as the others do. Check whether the line is meant, and how often.`,
    }];
  });
}

const isNamed = ({ designators, mpn, supplier_numbers, footprint, value }: BomLine) =>
  designators.length + supplier_numbers.length > 0 || mpn !== null || footprint !== null ||
  /\d/.test(value ?? '');

/** Costs, postage and work stand behind a blank row or a sum below the parts, and look like parts that are only described. */
function belowAllParts(lines: readonly BomLine[], rows: readonly Row[]): Issue[] {
  const last = lines.findLastIndex(isNamed);
  const below = lines.slice(last + 1);
  if (below.length === 0 || lines.slice(0, last + 1).filter(isNamed).length < lines.length * MOSTLY) {
    return [];
  }
  const end = lines[last]!.rows.at(-1)!;
  const taken = new Set(below.flatMap((line) => line.rows));
  const parted = rows.find(({ number, isAfterBlank }) =>
    number > end && (isAfterBlank || !taken.has(number))
  );
  const border = parted?.number ?? Infinity;
  return below.flatMap(({ rows: [row] }): Issue[] =>
    row! < border ? [] : [{
      severity: 'warning',
      row: row!,
      column: null,
      code: 'nothing_named',
      detail:
        `Row ${row} stands below all rows that name a place, a number, a value or a footprint, and names none of these. It was kept as a line: mark it as nothing to buy, if it is a cost.`,
    }]
  );
}
