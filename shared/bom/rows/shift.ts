/** Rows in which a cell holds a separator without quotation marks, so that the cells behind it stand one column too far right. */
import type { ColumnUse } from '../../domain/mapping.ts';
import type { Issue } from '../issues.ts';
import { fitOf } from '../mapping/fits.ts';
import { profileOf } from '../mapping/profile.ts';
import type { Row } from '../table.ts';

/** More separators in one cell are not tried: the row is said to be odd, and read as it stands. */
const MAX_SURPLUS = 3;
/** Files in which that many rows are longer than the header have columns without a name, not shifted rows. */
const MAX_SHARE = 0.25;

const KEY_ROLES: ReadonlySet<string> = new Set([
  'mpn',
  'manufacturer',
  'quantity',
  'designators',
  'footprint',
  'supplier_number',
  'value',
]);

export function mendShift(
  rows: readonly Row[],
  columns: readonly ColumnUse[],
  separator: string | null,
  issues: Issue[],
): readonly Row[] {
  const named = columns.filter(({ name }) => name !== '');
  if (named.length < 2) return rows;
  const width = Math.max(...named.map(({ index }) => index)) + 1;
  const isLong = ({ cells }: Row) => cells.length > width;
  const long = rows.filter(isLong).length;
  if (long === 0 || long > Math.max(1, rows.length * MAX_SHARE)) return rows;
  return rows.map((row) => {
    if (!isLong(row)) return row;
    // Without separators, cells stand where they are meant.
    const mended = separator === null ? null : mend(row, width, columns, separator);
    issues.push({
      severity: 'warning',
      row: row.number,
      column: null,
      code: mended ? 'row_mended' : 'row_too_long',
      detail: mended
        ? `Row ${row.number} has more cells than the header has names. "${mended.joined}" was read as one cell. Put it into quotation marks.`
        : `Row ${row.number} has more cells than the header has names. ${
          separator === null ? 'Name' : 'Put a cell that contains the separator into quotation marks, or name'
        } the last columns.`,
    });
    return mended?.row ?? row;
  });
}

function mend(row: Row, width: number, columns: readonly ColumnUse[], separator: string) {
  const surplus = row.cells.length - width;
  if (surplus > MAX_SURPLUS) return null;
  let best = { score: scoreOf(row, columns), row: null as Row | null, joined: '' };
  for (let at = 0; at < width; at += 1) {
    const joined = row.cells.slice(at, at + surplus + 1).filter((cell) => cell !== '').join(
      separator === ',' || separator === ';' ? `${separator} ` : separator,
    );
    const cells = [...row.cells.slice(0, at), joined, ...row.cells.slice(at + surplus + 1)];
    const tried = { ...row, cells };
    const score = scoreOf(tried, columns);
    if (score > best.score + 0.05) best = { score, row: tried, joined };
  }
  return best.row ? { row: best.row, joined: best.joined } : null;
}

function scoreOf(row: Row, columns: readonly ColumnUse[]): number {
  let score = 0;
  for (const { index, role } of columns) {
    if (KEY_ROLES.has(role)) score += fitOf(role, profileOf([row], index));
  }
  return score;
}
