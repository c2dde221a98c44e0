/** Asks whether a column without a name holds part numbers. */
import type { ColumnRole, ColumnUse, Mapping } from '../../domain/mapping.ts';
import type { Row } from '../table.ts';
import { profileOf, sampleOf } from './profile.ts';
import type { Question } from './questions.ts';
import { SURELY_PROVEN } from './weights.ts';

/** Where nothing is named and few of the numbers beside places are known, whether they are numbers: a library's names look like some. */
export function askUnnamed(mapping: Mapping, chosen: ColumnUse, rows: readonly Row[]): Question | null {
  const isDecided = chosen.confidence === 1 && chosen.runner_up === null;
  if (isDecided || mapping.header_rows.length > 0 || chosen.name !== '') return null;
  const has = (role: ColumnRole) => mapping.columns.some((use) => use.role === role);
  if (has('manufacturer') || !has('designators')) return null;
  if (profileOf(sampleOf(rows), chosen.index).decoded() >= SURELY_PROVEN) return null;
  const role = has('value') ? 'extra' as const : 'value' as const;
  const columns = mapping.columns.map((use) =>
    use === chosen ? { ...use, role, confidence: 1, runner_up: null } : use
  );
  return {
    code: 'which_part_number',
    detail: `The columns have no names. Are there part numbers in column ${chosen.index + 1}?`,
    options: [{ label: 'Yes', mapping }, { label: 'No', mapping: { ...mapping, columns } }],
  };
}
