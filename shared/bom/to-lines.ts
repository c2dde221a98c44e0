/** From a table and its mapping to lines, and what is to be said about them. */
import { withNotes } from './rows/notes-of-places.ts';
import { MAX_LINES } from '../domain/limits.ts';
import type { Mapping } from '../domain/mapping.ts';
import type { Issue } from './issues.ts';
import type { BomLine, DroppedRow } from './line.ts';
import { valuesThatDiffer } from './mapping/second-values.ts';
import { tooManyLines } from './refusal.ts';
import { draftsOf } from './rows/drafts.ts';
import { groupSingles } from './rows/group.ts';
import { lineOf } from './rows/line-of.ts';
import { readMarks } from './rows/marks.ts';
import { spreadMerged } from './rows/merged.ts';
import { oddLines } from './rows/odd-lines.ts';
import { repeatedInCells, timesOfEach } from './rows/panel.ts';
import { countsInFront, quantitiesOf, sharedQuantities } from './rows/quantity-of-line.ts';
import { layoutOf } from './rows/layout.ts';
import { mendShift } from './rows/shift.ts';
import { mendSwapped, mendSwappedNumbers } from './rows/swapped.ts';
import { designatorsOfTwo } from './rows/twice.ts';
import { placesInFront } from './rows/places-in-front.ts';
import { placesAlone, withValues } from './rows/value-behind-place.ts';
import type { Table } from './table.ts';

export interface LinesRead {
  readonly lines: readonly BomLine[];
  readonly issues: readonly Issue[];
  readonly dropped: readonly DroppedRow[];
  /** Quantities that can be read in two ways, with nothing in the file that says which. */
  readonly ambiguous: readonly string[];
}

/**
 * Reads the rows of the mapping. Nothing is left out without a word: what is no line is in `dropped`, what could not be read
 * is an issue of its row, and a cell that no field takes is in the line's `extra`.
 * @param separator of the file, to mend rows in which a cell was not put into quotation marks
 * @throws BomRefusal `too_many_lines`
 */
export function toLines(table: Table, mapping: Mapping, separator: string | null = null): LinesRead {
  const issues: Issue[] = [];
  const dropped: DroppedRow[] = [];
  const header = new Set(mapping.header_rows);
  const range = placesInFront(
    table.rows.filter(({ number }) =>
      number >= mapping.first_row && number <= mapping.last_row && !header.has(number)
    ),
    mapping.columns,
    issues,
  );
  const layout = layoutOf(mapping, range);
  const shifted = mendShift(range, mapping.columns, separator, issues);
  const marked = readMarks(table.rows, shifted, mapping.columns);
  const unswapped = mendSwappedNumbers(
    mendSwapped(marked.rows, mapping.columns, issues),
    mapping.columns,
    issues,
  );
  const places = placesAlone(unswapped, mapping.columns, issues);
  const rows = spreadMerged(places.rows, table.merges, mapping.columns);
  const drafts = draftsOf(rows, layout, mapping, marked, dropped, issues, table.roles !== undefined);
  if (drafts.length > MAX_LINES) throw tooManyLines();
  const { quantities, ambiguous } = quantitiesOf(drafts, layout, mapping);
  const shared = sharedQuantities(drafts, layout, table.merges);
  const panel = timesOfEach(drafts.map(({ designators }) => designators));
  if (panel !== null) {
    const column = layout.of('designators')[0]?.name ?? null;
    issues.push(repeatedInCells(panel, column, layout.has('quantity')));
  }
  const inFront = countsInFront(drafts, layout);
  const lines = drafts.map((draft, i) => {
    const read = lineOf(draft, quantities[i]!, shared.get(draft), panel, layout, issues);
    const line = withValues(read, places.values.get(draft.rows[0]!));
    return inFront ? { ...line, quantity: inFront[i]! } : line;
  });
  const left = new Set(dropped.filter(({ code }) => code === 'footer').map(({ row }) => row));
  const grouped = groupSingles(
    withNotes(lines, rows.filter(({ number }) => left.has(number)), issues),
    layout.has('designators'),
    layout.has('quantity'),
    layout.of('mpn').map(({ name, index }) => name === '' ? `column ${index + 1}` : name),
    dropped.filter(({ code }) => code === 'section_title' || code === 'repeated_header').map(({ row }) =>
      row
    ),
  );
  issues.push(
    ...valuesThatDiffer(mapping.columns, drafts.map(({ said }) => said.row)),
    ...designatorsOfTwo(lines, grouped, layout),
    ...oddLines(grouped, rows, layout.of('designators')[0]?.name ?? null),
  );
  for (const { row, code, text } of dropped) {
    if (code !== 'repeated_header') issues.push(leftOut(row, text));
  }
  return {
    lines: grouped,
    issues,
    dropped,
    ambiguous,
  };
}

function leftOut(row: number, text: string): Issue {
  return {
    severity: 'warning',
    row,
    column: null,
    code: 'row_is_no_line',
    detail: `Row ${row} was not taken for a line and left out: ${text}.`,
  };
}
