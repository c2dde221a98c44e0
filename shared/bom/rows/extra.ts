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
  const { row, problems } = said;
  // Of most lists each cell is some field's, but for words that stand where a number should.
  if (!layout.keepsMore && problems.length === 0) return {};
  let extra: Map<string, string> | null = null;
  for (const role of layout.among(KEPT)) {
    for (const use of layout.of(role)) {
      const cell = row.cells[use.index] ?? '';
      if (
        cell === '' || (isNothing(cell) && role === 'supplier_number') || !isUnread(use, role, said, layout)
      ) continue;
      const key = use.name === '' ? `column ${use.index + 1}` : use.name;
      extra ??= new Map();
      extra.set(extra.has(key) ? `${key} (${use.index + 1})` : key, cell);
    }
  }
  return extra === null ? {} : Object.fromEntries(extra);
}

/** Whether no field takes a cell of a role. */
function isUnread(use: ColumnUse, role: ColumnRole, said: Said, layout: Layout): boolean {
  const { row, problems, supplierNumbers } = said;
  switch (role) {
    case 'mpn':
      return problems.some(({ code, column }) => code === 'no_number_in_word' && column === use.name) &&
        !isToldElsewhere(use, said, layout);
    case 'quantity':
      return use !== layout.of('quantity').find(({ index }) => !isNothing(row.cells[index] ?? ''));
    case 'description':
      return saysMore(use, said, layout);
    case 'supplier':
      return supplierNumbers.length === 0;
    case 'supplier_number':
      return isWord(row.cells[use.index] ?? '');
    default:
      return true;
  }
}

/** Fields that a cell without a number may be read as, too, by its column's name. */
const TELLING = ['value', 'description', 'footprint'] as const;

/** Whether fields say all of a cell that has no number: it was taken apart, or its column is of one of them, too. */
function isToldElsewhere({ index }: ColumnUse, { row, beside }: Said, layout: Layout): boolean {
  const isBoth = layout.among(TELLING).some((role) =>
    layout.of(role).some((other) => other.index === index && other.group === 0)
  );
  const told = Object.values(beside);
  const rest = told.reduce((text, field) => text.replace(field, ' '), row.cells[index] ?? '');
  return isBoth || (told.length > 0 && !/[\p{L}\d]/u.test(rest));
}
