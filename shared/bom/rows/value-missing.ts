/** `NA` for the value of a part that is nothing without one. */
import type { ColumnRole, ColumnUse } from '../../domain/mapping.ts';
import type { Row } from '../table.ts';
import { isNothing } from './part-cell.ts';
import type { CellOf } from './said.ts';

const NOT_ASSEMBLED = /^n[./]?a\.?$/i;

/** A resistor, a capacitor or an inductor: of other parts the name is enough, or the number. */
const IS_OF_VALUE = /^(?:R|C|L|FB)\d/i;

/** What else may say which part it is. */
const NAMING = ['mpn', 'manufacturer', 'supplier_number', 'description', 'internal_number'] as const;

/** Of such parts few are left out: where many have no value, nobody wrote any. */
const FEW = 0.3;

type ColumnsOf = (role: ColumnRole) => readonly ColumnUse[];

/** Whether the table's resistors and capacitors have values, and some `NA` instead. */
export function leavesValuesOut(rows: readonly Row[], of: ColumnsOf): boolean {
  const [places, value] = [of('designators')[0], of('value')[0]];
  if (!places || !value) return false;
  let [compared, missing] = [0, 0];
  for (const { cells } of rows) {
    const text = cells[value.index] ?? '';
    if (text === '' || !IS_OF_VALUE.test(cells[places.index] ?? '')) continue;
    compared += 1;
    if (NOT_ASSEMBLED.test(text)) missing += 1;
  }
  return missing > 0 && missing <= compared * FEW;
}

/** Whether a row of such a table has no value for its resistor, and nothing else that says which part it is. */
export function isLeftOut(
  value: string,
  of: ColumnsOf,
  cell: CellOf,
  designatorsOf: () => ReadonlySet<string>,
): boolean {
  if (!NOT_ASSEMBLED.test(value)) return false;
  const names = [...designatorsOf()];
  return names.length > 0 && names.every((name) => IS_OF_VALUE.test(name)) &&
    NAMING.every((role) => of(role).every((use) => isNothing(cell(use))));
}
