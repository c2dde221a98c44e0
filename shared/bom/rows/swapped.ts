/** Rows in which two cells stand each where the other should: the place and the value, the part's number and a shop's. */
import type { ColumnUse } from '../../domain/mapping.ts';
import type { Issue } from '../issues.ts';
import { looksOf, supplierOfNumber } from '../mapping/recognisers.ts';
import { cut } from '../quoting.ts';
import type { Row } from '../table.ts';
import { designatorsShare } from './designators.ts';

/** `R1`, `C1, C2`, `R1-R4`: as programs write places, and nobody a value. */
const PLACES = /^[A-Z]{1,3}\d{1,4}(?:\s?[-,;\s]\s?[A-Z]{0,3}\d{1,4})*$/;
/** No value is longer. */
const MAX_CHARS = 60;

/** The rows as they were meant: a cell of places that has a value and names no place, beside a value that is one. */
export function mendSwapped(
  rows: readonly Row[],
  columns: readonly ColumnUse[],
  issues: Issue[],
): readonly Row[] {
  const places = columns.filter(({ role }) => role === 'designators');
  const [value] = columns.filter(({ role, group }) => role === 'value' && group === 0);
  const [place] = places;
  if (!place || !value || places.length > 1) return rows;
  return rows.map((row) => {
    const written = row.cells[place.index] ?? '';
    const beside = row.cells[value.index] ?? '';
    if (!areSwapped(written, beside)) return row;
    issues.push({
      severity: 'warning',
      row: row.number,
      column: place.name,
      code: 'place_and_value_swapped',
      detail: `Row ${row.number}, column "${cut(place.name)}": "${cut(written)}" is a value, and "${
        cut(beside)
      }" stands where the value should. Both were read as swapped.`,
    });
    const cells = [...row.cells];
    cells[place.index] = beside;
    cells[value.index] = written;
    return { ...row, cells };
  });
}

const MAX_NUMBER_CHARS = 40;

/** The rows as they were meant: Digi-Key's number in the column of part numbers, and a part number in the column of Digi-Key's. */
export function mendSwappedNumbers(
  rows: readonly Row[],
  columns: readonly ColumnUse[],
  issues: Issue[],
): readonly Row[] {
  const numbers = columns.filter(({ role }) => role === 'mpn');
  const shops = columns.filter(({ role, supplier }) => role === 'supplier_number' && supplier === 'DigiKey');
  const [[number], [shop]] = [numbers, shops];
  if (!number || !shop || numbers.length > 1 || shops.length > 1) return rows;
  const isDigiKeys = (text: string) =>
    text.length <= MAX_NUMBER_CHARS && /-ND$/i.test(text) && supplierOfNumber(text) === 'DigiKey';
  return rows.map((row) => {
    const [written = '', beside = ''] = [row.cells[number.index], row.cells[shop.index]];
    if (!isDigiKeys(written) || isDigiKeys(beside) || looksOf(beside).get('part_number') !== 1) return row;
    issues.push({
      severity: 'warning',
      row: row.number,
      column: number.name,
      code: 'number_of_a_distributor',
      detail: `Row ${row.number}, column "${cut(number.name)}": "${
        cut(written)
      }" is Digi-Key's number, and "${cut(beside)}" stands where that should. Both were read as swapped.`,
    });
    const cells = [...row.cells];
    cells[number.index] = beside;
    cells[shop.index] = written;
    return { ...row, cells };
  });
}

function areSwapped(place: string, value: string): boolean {
  return value.length <= MAX_CHARS && place !== '' && PLACES.test(value) && designatorsShare(place) === 0 &&
    designatorsShare(value) === 1 && looksOf(place).has('value');
}
