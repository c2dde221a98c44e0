/** Shops' numbers under the names of other fields. */
import type { ColumnRole } from '../../domain/mapping.ts';
import { type Column, wordsOf } from './column.ts';
import { LEAST_FOR_NAMES, NEARLY_EACH } from './role-corrections.ts';

/** Some keep a shop's numbers under `Datasheet` or `Link`, where a program has no field for them. Nothing else has their shape. */
export function shopsNumbersForLinks(columns: readonly Column[], roles: Map<number, ColumnRole>): void {
  const isOf = ({ index, profile }: Column) => profile.filled > 0 && roles.get(index) === 'supplier_number';
  if (columns.some(isOf)) return;
  const column = columns.find((each) =>
    (roles.get(each.index) ?? 'extra') === 'extra' &&
    (wordsOf(each).meanings.has('link') || wordsOf(each).meanings.has('other')) &&
    each.profile.filled >= LEAST_FOR_NAMES && each.profile.share('supplier_number') >= NEARLY_EACH
  );
  if (column) roles.set(column.index, 'supplier_number');
}
