/** Tables that stand in one sheet, below or beside each other. Which of them is a BOM is not known here. */
import type { Row, Table } from './table.ts';

/** Further blocks of a sheet are not tables of their own: a sheet with a blank row behind each line has as many. */
const MAX_BLOCKS = 12;
/** A header and a line. */
const MIN_ROWS = 2;
const MIN_COLUMNS = 2;

/** A table, and behind it its blocks where blank rows or columns part it into several that could be tables. */
export function withBlocks(table: Table): readonly Table[] {
  // A list without columns is one list, blank rows or not.
  if (table.roles) return [table];
  const parts = beside(table).flatMap(below);
  if (parts.length < 2) return [table];
  const blocks = parts.filter(isTable);
  if (blocks.length < 2 || blocks.length > MAX_BLOCKS) return [table];
  return [table, ...blocks.map((block, i) => ({ ...block, block: i + 1 }))];
}

function isTable({ rows }: Table): boolean {
  return rows.length >= MIN_ROWS &&
    rows.filter(({ cells }) => filledIn(cells) >= MIN_COLUMNS).length >= MIN_ROWS;
}

function filledIn(cells: readonly string[]): number {
  return cells.reduce((count, cell) => count + (cell === '' ? 0 : 1), 0);
}

/** Parts a table at columns that are blank in all of its rows. */
function beside(table: Table): Table[] {
  const width = table.rows.reduce((width, { cells }) => Math.max(width, cells.length), 0);
  const filled = new Array<boolean>(width).fill(false);
  let blank = width;
  for (const { cells } of table.rows) {
    // Of most tables the first rows show that no column is blank.
    if (blank === 0) return [table];
    for (let at = 0; at < cells.length; at += 1) {
      if (cells[at] === '' || filled[at]) continue;
      filled[at] = true;
      blank -= 1;
    }
  }
  const spans: [from: number, to: number][] = [];
  for (let at = 0; at < width; at += 1) {
    if (!filled[at]) continue;
    const span = spans.at(-1);
    if (span?.[1] === at) span[1] = at + 1;
    else spans.push([at, at + 1]);
  }
  if (spans.length < 2 || spans.length > MAX_BLOCKS) return [table];
  return spans.map(([from, to]) => cut(table, table.rows, from, to));
}

/** Parts a table at blank rows. */
function below(table: Table): Table[] {
  if (!table.rows.some(({ isAfterBlank }, i) => isAfterBlank && i > 0)) return [table];
  const parts: Row[][] = [];
  for (const row of table.rows) {
    if (parts.length === 0 || row.isAfterBlank) parts.push([]);
    parts.at(-1)!.push(row);
  }
  return parts.map((rows) => ({ ...table, rows }));
}

function cut(table: Table, rows: readonly Row[], from: number, to: number): Table {
  let above = -1;
  const kept = rows.flatMap((row): Row[] => {
    const cells = row.cells.slice(from, to);
    while (cells.at(-1) === '') cells.pop();
    if (cells.length === 0) return [];
    const isAfterBlank = above === -1 ? row.isAfterBlank : row.number > above + 1;
    above = row.number;
    const typed = row.typed && shift(row.typed, from, to);
    return [{ ...row, cells, typed, isAfterBlank }];
  });
  return {
    ...table,
    firstColumn: table.firstColumn + from,
    rows: kept,
    hiddenColumns: new Set(
      [...table.hiddenColumns].filter((at) => at >= from && at < to).map((at) => at - from),
    ),
    merges: table.merges.filter(({ index }) => index >= from && index < to)
      .map((merge) => ({ ...merge, index: merge.index - from })),
  };
}

function shift<Value>(
  values: ReadonlyMap<number, Value>,
  from: number,
  to: number,
): ReadonlyMap<number, Value> {
  return new Map(
    [...values].filter(([at]) => at >= from && at < to).map(([at, value]) => [at - from, value]),
  );
}
