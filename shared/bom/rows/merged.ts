/** Cells that are merged downwards: what stands in the first is said of each row. */
import type { ColumnRole, ColumnUse } from '../../domain/mapping.ts';
import type { Merge, Row } from '../table.ts';

/** What equal parts share. Rows that share designators or a quantity are one part and its alternates. */
const SHARED: ReadonlySet<ColumnRole> = new Set([
  'mpn',
  'manufacturer',
  'value',
  'footprint',
  'description',
  'supplier',
  'supplier_number',
]);

/** Fills cells of rows that name designators of their own from the merged cell above. */
export function spreadMerged(
  rows: readonly Row[],
  merges: readonly Merge[],
  columns: readonly ColumnUse[],
): readonly Row[] {
  const roles = new Map(columns.map(({ index, role }) => [index, role]));
  const designators = columns.find(({ role }) => role === 'designators');
  const downwards = apart(
    merges.filter((merge) => merge.rows > 1 && SHARED.has(roles.get(merge.index) ?? 'extra')),
  );
  if (!designators || downwards.length === 0) return rows;
  const spread = new Map(rows.map((row) => [row.number, row]));
  for (const { row: first, index, rows: count } of downwards) {
    const text = spread.get(first)?.cells[index] ?? '';
    if (text === '') continue;
    for (let number = first + 1; number < first + Math.min(count, rows.length); number += 1) {
      const row = spread.get(number);
      if (!row || (row.cells[index] ?? '') !== '' || (row.cells[designators.index] ?? '') === '') continue;
      const cells = Array.from(
        { length: Math.max(row.cells.length, index + 1) },
        (_, i) => row.cells[i] ?? '',
      );
      cells[index] = text;
      spread.set(number, { ...row, cells });
    }
  }
  return [...spread.values()];
}

/** Without those that overlap another one, which no spreadsheet makes: each cell is filled once. */
function apart(merges: readonly Merge[]): readonly Merge[] {
  let [index, end] = [-1, 0];
  return merges.toSorted((a, b) => a.index - b.index || a.row - b.row || b.rows - a.rows).filter((merge) => {
    if (merge.index === index && merge.row < end) return false;
    [index, end] = [merge.index, merge.row + merge.rows];
    return true;
  });
}
