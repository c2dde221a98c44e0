/** Lines of a BOM from CSV text: where its header is, what its columns hold, which rows are lines. */
import type { LineField, LineInput } from '../domain/bom.ts';
import { MAX_LINES } from '../domain/limits.ts';
import { type Cell, isNoLine, readFlag, readQuantities, unwrap } from './cells.ts';
import {
  type Columns,
  cut,
  findColumns,
  isComplete,
  list,
  type NamedColumns,
  refuseColumns,
} from './columns.ts';
import { type Issue, Issues } from './issues.ts';
import { BomRefusal } from './refusal.ts';
import { readRows, type Row } from './rows.ts';

export interface Table {
  readonly lines: readonly LineInput[];
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
 * Reads CSV text. The separator is the one that a first line `sep=;` names, or else is found by looking.
 * @throws BomRefusal naming row and column of the first value that cannot be read; `too_many_lines` without reading
 *   on, `too_many_columns`, `no_part_number_column`, `unknown_column`, `empty_bom`, `invalid_csv`
 */
export function readCsv(csv: string, named: NamedColumns): Table {
  const text = csv.replace(/^\uFEFF/, '');
  const declared = /^sep=([^"\r\n])(?=[\r\n]|$)/i.exec(text)?.[1];
  const rows = readRows(text, declared ?? findSeparator(text, named));
  if (declared !== undefined) rows.next();
  return readTable(rows, named);
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

/** The BOM has more lines than are possible; how many more nobody has counted. */
export function tooManyLines(): BomRefusal {
  return new BomRefusal(
    'too_many_lines',
    `The BOM has more than ${MAX_LINES} lines. Split it into several BOMs.`,
  );
}

function headersOf({ cells }: Row): string[] {
  return cells.map((cell) => unwrap(cell, false));
}

/** The row that names the most fields; the first of several, because a second table may follow below. */
function findHeader(
  rows: readonly Row[],
  named: NamedColumns,
): { readonly row: Row; readonly columns: Columns } | null {
  let best: { readonly row: Row; readonly columns: Columns } | null = null;
  for (const row of rows) {
    const columns = findColumns(headersOf(row), named);
    if (isComplete(columns, named) && columns.size > (best?.columns.size ?? 0)) best = { row, columns };
  }
  return best;
}

function refuseAll(rows: readonly Row[], named: NamedColumns): never {
  const [first, ...others] = rows;
  if (!first) {
    throw new BomRefusal('empty_bom', 'The CSV has no lines. Send a header and at least one line.');
  }
  // Titles have few cells, the header at least as many as the rows below it.
  const widest = others.reduce((wide, row) => filled(row) > filled(wide) ? row : wide, first);
  throw refuseColumns(headersOf(widest), named, widest.number);
}

function filled({ cells }: Row): number {
  return cells.filter((cell) => cell !== '').length;
}

/** Says which columns are not read, all of which would otherwise be missing without a word. */
function describeColumns(headers: readonly string[], columns: Columns, issues: Issues): void {
  const read = new Set([...columns.values()].map(({ index }) => index));
  const names = new Set([...columns.values()].map(({ name }) => name));
  for (const name of names) {
    if (headers.indexOf(name) === headers.lastIndexOf(name)) continue;
    issues.add({
      severity: 'warning',
      row: null,
      column: name,
      code: 'duplicate_column',
      detail: `Several columns are called "${cut(name)}". Only column ${
        headers.indexOf(name) + 1
      } was read. Rename the one that is meant, or put one part into each row.`,
    });
  }
  const others = headers.filter((name, index) => name !== '' && !read.has(index) && !names.has(name));
  if (others.length === 0) return;
  issues.add({
    severity: 'info',
    row: null,
    column: null,
    code: 'columns_not_read',
    detail: `Not read: ${
      list(others)
    }. Rename the header of a column that holds something that is missing, or name it in "columns" through the API.`,
  });
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

const SEPARATORS = [',', ';', '\t', '|'];

/** Of the text, in which separators are tried: each of them costs one reading. Thirty rows are rarely a tenth of it. */
const SAMPLE_CHARS = 128 * 1024;

/** The separator that makes a header of the first rows, the one of the most fields; without a header, of the most cells. */
function findSeparator(text: string, named: NamedColumns): string {
  const sample = text.slice(0, SAMPLE_CHARS);
  const tried = SEPARATORS.map((separator) => ({ separator, ...trySeparator(sample, separator, named) }));
  return tried.reduce((best, next) =>
    next.fields > best.fields || (next.fields === best.fields && next.cells > best.cells) ? next : best
  ).separator;
}

function trySeparator(text: string, separator: string, named: NamedColumns) {
  const rows: Row[] = [];
  let cells = 0;
  try {
    for (const row of readRows(text, separator)) {
      rows.push(row);
      cells = Math.max(cells, row.cells.length);
      if (rows.length === HEADER_ROWS) break;
    }
  } catch (error) {
    // Refused again, and then for good, by whoever reads with this separator. Nothing but it makes so many columns.
    if (!(error instanceof BomRefusal)) throw error;
    if (error.code === 'too_many_columns') cells = Infinity;
  }
  return { fields: findHeader(rows, named)?.columns.size ?? 0, cells };
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
