/** What an export adds to a BOM. The import knows it by its name and leaves it out: what comes back is the BOM. */
import { withoutGuardsWithin } from './export/csv.ts';
import type { OpenedFile, Row, Table } from './table.ts';

/** Before the name of each column that an export adds. A sheet that begins with one is an export's as a whole. */
export const OWN_COLUMN = 'bomstream: ';
const FIRST_LETTER = OWN_COLUMN.charCodeAt(0);

/**
 * What follows it, in every release: a column that somebody else called so is theirs. First those of lines, then those that
 * other sheets begin with.
 */
const ADDED: ReadonlySet<string> = new Set(
  ('status|problem|part number|manufacturer|known by|found by|category|values|package|lifecycle|rohs|data sheet|supplier|' +
    'supplier number|own stock|stock|to order|spares|ordered with|unit price|total|currency|price of|agreed price|quality|' +
    'review|line|summary')
    .split('|').map((name) => OWN_COLUMN + name),
);

/** Asked of each cell of a file: all but a few are told by their first letter. */
const isOwn = (header: string): boolean =>
  (header.charCodeAt(0) | 0x20) === FIRST_LETTER && ADDED.has(header.toLowerCase());

/** The file without what an export added, and with a word on that. */
export function withoutOwnColumns(opened: OpenedFile): OpenedFile {
  let columns = 0;
  const theirs = opened.tables.filter(({ rows }) => !isOwn(rows[0]?.cells[0] ?? ''));
  const tables = (theirs.length > 0 ? theirs : opened.tables).map((table) => {
    const header = table.rows.findIndex(({ cells }) => cells.some(isOwn));
    if (header === -1) return table;
    const own = new Set(table.rows[header]!.cells.flatMap((cell, index) => isOwn(cell) ? [index] : []));
    columns += own.size;
    return without(table, header, own);
  });
  if (columns === 0) return opened;
  return {
    ...opened,
    tables,
    issues: [...opened.issues, {
      severity: 'info',
      row: null,
      column: null,
      code: 'own_columns',
      detail: `${columns} columns that a bomstream export added were left out. The BOM is read as it was.`,
    }],
  };
}

/** @param header index of the row from which the columns are left out */
function without(table: Table, header: number, own: ReadonlySet<number>): Table {
  const rows = table.rows.map((row, i) => i < header ? row : cutRow(row, own));
  return { ...table, rows: rows.filter(({ cells }) => cells.length > 0) };
}

function cutRow(row: Row, own: ReadonlySet<number>): Row {
  const cells = row.cells.map((cell, index) =>
    own.has(index) ? '' : row.typed ? cell : withoutGuardsWithin(cell)
  );
  while (cells.at(-1) === '') cells.pop();
  const typed = row.typed && new Map([...row.typed].filter(([index]) => !own.has(index)));
  return { ...row, cells, typed };
}
