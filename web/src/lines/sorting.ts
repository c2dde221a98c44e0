/** How the address says by which column lines are sorted. */
import { COLUMNS } from './columns.tsx';
import type { Sorting } from './lines-table.tsx';

/** `total`, or `-total` for the largest first. */
export function readSorting(text: string | null): Sorting | null {
  const column = text?.replace(/^-/, '');
  return COLUMNS.some(({ id, sortedBy }) => id === column && sortedBy)
    ? { column: column!, isDescending: text!.startsWith('-') }
    : null;
}

/** Up, down, and back to the worst first. */
export function nextSorting(sorting: Sorting | null, column: string): string | null {
  if (sorting?.column !== column) return column;
  return sorting.isDescending ? null : `-${column}`;
}
