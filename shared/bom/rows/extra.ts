/** What a line keeps of cells that no field takes. */
import type { ColumnRole, ColumnUse } from '../../domain/mapping.ts';
import { isNothing } from './part-cell.ts';
import { isWord } from './words.ts';
import type { Layout } from './layout.ts';
import type { Said } from './said.ts';

/** Whether a column that stands in for another has a text of its own beside the other's. */
export function saysMore({ role, group, index }: ColumnUse, { row }: Said, layout: Layout): boolean {
  const text = row.cells[index] ?? '';
  return group > 0 && !isNothing(text) && layout.of(role).some((other) => {
    const cell = row.cells[other.index] ?? '';
    return other.group < group && !isNothing(cell) && cell !== text;
  });
}

const KEPT = [
  'extra',
  'item',
  'mpn',
  'quantity',
  'description',
  'supplier',
  'supplier_number',
] as const;

/** Cells that no field takes, words that stand where a number should, a second quantity, and a supplier without a number. */
export function extraOf(said: Said, layout: Layout): Record<string, string> {
  const { row, problems, supplierNumbers } = said;
  const isNoNumber = (use: ColumnUse) =>
    problems.some(({ code, column }) => code === 'no_number_in_word' && column === use.name);
  const extra = new Map<string, string>();
  const quantity = layout.of('quantity').find(({ index }) => !isNothing(row.cells[index] ?? ''));
  const isUnread = (use: ColumnUse, role: ColumnRole) => {
    switch (role) {
      case 'mpn':
        return isNoNumber(use);
      case 'quantity':
        return use !== quantity;
      case 'description':
        return saysMore(use, said, layout);
      case 'supplier':
        return supplierNumbers.length === 0;
      case 'supplier_number':
        return isWord(row.cells[use.index] ?? '');
      default:
        return true;
    }
  };
  for (const role of KEPT) {
    for (const use of layout.of(role)) {
      const cell = row.cells[use.index] ?? '';
      if (cell === '' || (isNothing(cell) && role === 'supplier_number') || !isUnread(use, role)) continue;
      const key = use.name === '' ? `column ${use.index + 1}` : use.name;
      extra.set(extra.has(key) ? `${key} (${use.index + 1})` : key, cell);
    }
  }
  return Object.fromEntries(extra);
}
