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
  if (secondOf(columns) !== use) return false;
  const both = besides(firstOf(columns)!, use, rows);
  return both.length >= LEAST_COMPARED &&
    both.filter(({ one, other }) => mayBeSame(one, other)).length >= both.length * MOSTLY_SAME;
}

/** More rows than these are told of by their number. */
const MAX_TOLD = 20;

/** Says of the rows in which the second column of values has another one that the first was taken. */
export function valuesThatDiffer(columns: readonly ColumnUse[], rows: readonly Row[]): Issue[] {
  const use = secondOf(columns);
  if (!use || !isSecondOfValues(use, columns, rows)) return [];
  const first = firstOf(columns)!;
  const different = besides(first, use, rows).filter(({ one, other }) => !mayBeSame(one, other));
  const more = different.length - MAX_TOLD;
  return different.slice(0, MAX_TOLD).map(({ row, one, other }, i): Issue => ({
    severity: 'warning',
    row,
    column: use.name,
    code: 'value_differs',
    detail: `Row ${row}, column "${cut(use.name)}": "${cut(other)}" differs from "${cut(one)}" in "${
      cut(first.name)
    }", which was taken.${more > 0 && i === MAX_TOLD - 1 ? ` The same goes for ${more} more.` : ''}`,
  }));
}

const firstOf = (columns: readonly ColumnUse[]) =>
  columns.find(({ role, group }) => role === 'value' && group === 0);

/** The first other column that is called as the one of values: further ones are compared with nothing. */
function secondOf(columns: readonly ColumnUse[]): ColumnUse | undefined {
  const first = firstOf(columns);
  if (!first) return undefined;
  const { plain } = readHeader(first.name);
  return columns.find(({ role, name }) =>
    role === 'extra' && name !== '' && readHeader(name).plain === plain
  );
}

/** What two columns say in the rows in which both say something. */
const besides = (first: ColumnUse, second: ColumnUse, rows: readonly Row[]) =>
  rows.flatMap(({ number: row, cells }) => {
    const [one, other] = [first, second].map(({ index }) => cells[index] ?? '') as [string, string];
    return one === '' || other === '' ? [] : [{ row, one, other }];
  });
