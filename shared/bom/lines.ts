/** Lines of a BOM from the rows of a table: which rows are lines, and what their cells say. */
import type { LineField, LineInput } from '../domain/bom.ts';
import { MAX_LINES } from '../domain/limits.ts';
import { type Cell, isNoLine, readFlag, readQuantities, unwrap } from './cells.ts';
import { type Columns, list, type NamedColumns } from './columns.ts';
import { describeColumns, findHeader, headersOf, refuseAll } from './header.ts';
import { type Issue, Issues } from './issues.ts';
import { openText } from './open.ts';
import { BomRefusal, tooManyLines } from './refusal.ts';
import type { Row as TableRow } from './table.ts';

/** What of a row decides whether it is a line. */
export type Row = Pick<TableRow, 'number' | 'cells' | 'isAfterBlank'>;

export interface Table {
  readonly lines: readonly Pick<LineInput, LineField>[];
  /** The row of each line, as a spreadsheet numbers it. */
  readonly rows: readonly number[];
  readonly columns: Columns;
  readonly issues: readonly Issue[];
}

/** Rows in which the header is looked for. Titles, dates and addresses above it take up to a dozen in real BOMs. */
const HEADER_ROWS = 30;

/** Rows below the header that may be no lines: rules, sums, counts. */
const MAX_OTHER_ROWS = 100;

/**
 * Reads a file's text in whichever format it is.
 * @throws BomRefusal naming row and column of the first value that cannot be read; `too_many_lines` without reading
 *   on, `too_many_columns`, `no_part_number_column`, `unknown_column`, `empty_bom`, `invalid_csv`
 */
export function readFile(text: string, named: NamedColumns): Table {
  const opened = openText(text);
  const table = readTable(opened.tables[0]!.rows, named);
  return { ...table, issues: [...opened.issues, ...table.issues] };
}

/** Reads rows, from the first on and no further than it must. */
export function readTable(rows: Iterable<Row>, named: NamedColumns): Table {
  const source = rows[Symbol.iterator]();
  const first = take(source, HEADER_ROWS);
  const { row: header, columns } = findHeader(first, named) ?? refuseAll(first, named);
  const headers = headersOf(header);
  const issues = new Issues();
  const place = first.indexOf(header);
  for (const { number, cells } of first.slice(0, place)) {
    issues.add(leftOut('row_above_header', number, cells));
  }
  describeColumns(headers, columns, issues);

  const cell = ({ number, cells }: Row, field: LineField): Cell => {
    const column = columns.get(field);
    const text = column === undefined ? '' : cells[column.index] ?? '';
    return {
      text: unwrap(text, field === 'description'),
      row: number,
      column: column?.name ?? field,
    };
  };
  const taken: Row[] = [];
  let others = 0;
  let isBehindBlank = false;
  for (const row of chain(first.slice(place + 1), source)) {
    isBehindBlank ||= row.isAfterBlank;
    if (isNoLine(row.cells, cell(row, 'mpn').text, isBehindBlank)) {
      if (++others > MAX_OTHER_ROWS) throw tooManyLines();
      issues.add(leftOut('row_is_no_line', row.number, row.cells));
      continue;
    }
    // An unquoted "R1,R2" would shift every cell behind it into another column.
    if (row.cells.length > headers.length) {
      throw new BomRefusal(
        'invalid_csv',
        `Row ${row.number} has more cells than the header has names. Put a cell that contains the separator into quotation marks, or name the last columns.`,
      );
    }
    if (taken.length === MAX_LINES) throw tooManyLines();
    taken.push(row);
  }

  const quantities = readQuantities(taken.map((row) => cell(row, 'quantity')));
  const text = (row: Row, field: LineField) => cell(row, field).text || null;
  return {
    lines: taken.map((row, i) => ({
      mpn: text(row, 'mpn'),
      manufacturer: text(row, 'manufacturer'),
      quantity: quantities[i]!,
      designators: text(row, 'designators'),
      description: text(row, 'description'),
      do_not_place: readFlag(cell(row, 'do_not_place')),
    })),
    rows: taken.map(({ number }) => number),
    columns,
    issues: issues.list(),
  };
}

function leftOut(code: string, row: number, cells: readonly string[]): Issue {
  return {
    severity: 'warning',
    row,
    column: null,
    code,
    detail: `Row ${row} was not taken for a line and left out: ${list(cells.filter((cell) => cell !== ''))}.`,
  };
}

function take<T>(source: Iterator<T>, count: number): T[] {
  const taken: T[] = [];
  while (taken.length < count) {
    const { value, done } = source.next();
    if (done) break;
    taken.push(value);
  }
  return taken;
}

function* chain<T>(first: readonly T[], source: Iterator<T>): Generator<T> {
  yield* first;
  for (let next = source.next(); !next.done; next = source.next()) yield next.value;
}
