/** Where a table's header is, and what is said of the columns below it. */
import { unwrap } from './cells.ts';
import {
  type Columns,
  cut,
  findColumns,
  isComplete,
  list,
  type NamedColumns,
  refuseColumns,
} from './columns.ts';
import type { Row } from './lines.ts';
import type { Issues } from './issues.ts';
import { BomRefusal } from './refusal.ts';

export function headersOf({ cells }: Row): string[] {
  return cells.map((cell) => unwrap(cell, false));
}

/** The row that names the most fields; the first of several, because a second table may follow below. */
export function findHeader(
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

export function refuseAll(rows: readonly Row[], named: NamedColumns): never {
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
export function describeColumns(headers: readonly string[], columns: Columns, issues: Issues): void {
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
