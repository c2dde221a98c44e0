/** A second column that is called as the one of values: what somebody added to the field that a program writes. */
import type { ColumnUse } from '../../domain/mapping.ts';
import type { Issue } from '../issues.ts';
import { cut } from '../quoting.ts';
import type { Row } from '../table.ts';
import { readHeader } from './header-words.ts';
import { mayBeSame } from './rivals.ts';

/** Of the rows in which both say something, so many have to say the same. */
const MOSTLY_SAME = 0.7;
const LEAST_COMPARED = 3;

/** Whether a column is called as the one of values and says the same, where both say anything: its cells are values, too. */
export function isSecondOfValues(
  use: ColumnUse,
  columns: readonly ColumnUse[],
  rows: readonly Row[],
): boolean {
  const first = firstOf(use, columns);
  if (!first) return false;
  const both = besides(first, use, rows);
  return both.length >= LEAST_COMPARED &&
    both.filter(({ one, other }) => mayBeSame(one, other)).length >= both.length * MOSTLY_SAME;
}

/** Says of each row in which a second column of values has another one that the first was taken. */
export function valuesThatDiffer(columns: readonly ColumnUse[], rows: readonly Row[]): Issue[] {
  return columns.filter((use) => isSecondOfValues(use, columns, rows)).flatMap((use) => {
    const first = firstOf(use, columns)!;
    return besides(first, use, rows).filter(({ one, other }) => !mayBeSame(one, other)).map((
      { row, one, other },
    ): Issue => ({
      severity: 'warning',
      row,
      column: use.name,
      code: 'value_differs',
      detail: `Row ${row}, column "${cut(use.name)}": "${cut(other)}" differs from "${cut(one)}" in "${
        cut(first.name)
      }", which was taken.`,
    }));
  });
}

/** The column of values, where another one is called as it is. */
function firstOf(use: ColumnUse, columns: readonly ColumnUse[]): ColumnUse | undefined {
  if (use.role !== 'extra' || use.name === '') return undefined;
  const first = columns.find(({ role, group }) => role === 'value' && group === 0);
  return first && readHeader(first.name).plain === readHeader(use.name).plain ? first : undefined;
}

/** What two columns say in the rows in which both say something. */
const besides = (first: ColumnUse, second: ColumnUse, rows: readonly Row[]) =>
  rows.flatMap(({ number: row, cells }) => {
    const [one, other] = [first, second].map(({ index }) => cells[index] ?? '') as [string, string];
    return one === '' || other === '' ? [] : [{ row, one, other }];
  });
