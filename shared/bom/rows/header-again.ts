/** Headers over again within a list, and what they change for the rows below. */
import type { Mapping } from '../../domain/mapping.ts';
import type { DroppedRow } from '../line.ts';
import { readHeader } from '../mapping/header-words.ts';
import type { Row } from '../table.ts';
import { type Layout, layoutOf } from './layout.ts';

/** What Excel calls the columns of a table that nobody named, below names of more than one row. */
const UNNAMED = /^(?:Column|Spalte|Colonne|Columna|Colonna|Столбец|列)\s?\d+$/u;

/** The header over again, or that of more rows of the list, which calls some columns otherwise; null for another row. */
export function headerAgain({ cells }: Row, { columns }: Mapping): DroppedRow['code'] | null {
  const isUnnamed = cells.every((cell) => cell === '' || UNNAMED.test(cell));
  if (isUnnamed && cells.filter((cell) => cell !== '').length > 1) return 'repeated_header';
  let named = 0;
  let again = 0;
  let isCounted = false;
  for (const { index, name, role } of columns) {
    if (name === '') continue;
    named += 1;
    const cell = cells[index] ?? '';
    if (cell === name || isNameInLines(cell, name)) {
      again += 1;
      if (role === 'quantity' || role === 'designators') isCounted = true;
    }
  }
  if (again < 2) return null;
  if (again / named >= 0.7) return 'repeated_header';
  // No quantity is called `Qty`, and no place `Reference`.
  const filled = cells.filter((cell) => cell !== '').length;
  return isCounted && again / filled >= 0.5 ? 'section_title' : null;
}

/** Whether a cell is a name that takes several lines in it. Cells have no blanks in front: most are told by their first letter. */
const isNameInLines = (cell: string, name: string) =>
  cell.charCodeAt(0) === name.charCodeAt(0) && cell.includes('\n') && cell.replace(/\s+/gu, ' ') === name;

/** The columns as they are below a header that names other shops' numbers than the first: `Farnell P/N` for `Mouser P/N`. Null where it names none. */
export function shopsBelow({ cells }: Row, mapping: Mapping, rows: readonly Row[]): Layout | null {
  let isOther = false;
  const columns = mapping.columns.map((use) => {
    if (use.role !== 'supplier_number') return use;
    const supplier = readHeader(cells[use.index] ?? '').distributor;
    if (supplier === null) return use;
    isOther ||= cells[use.index] !== use.name;
    return { ...use, supplier };
  });
  return isOther || mapping.columns.some(({ role }) => role === 'supplier_number')
    ? layoutOf({ ...mapping, columns }, rows)
    : null;
}
