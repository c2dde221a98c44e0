/** A file with a list of components, read into what `POST organizations/{id}/components` takes. */
import type { z } from 'zod';
import type { FileLimits } from '../../bom/limits.ts';
import { HEADER_ROWS } from '../../bom/mapping/header.ts';
import { BomRefusal } from '../../bom/refusal.ts';
import type { OpenedFile, Row, Table } from '../../bom/table.ts';
import type { FieldName } from '../../domain/fields.ts';
import { withoutHidden } from '../../domain/hidden.ts';
import type { OwnComponent, OwnStatement } from '../../domain/organization.ts';
import { resolveManufacturer } from '../../parts/manufacturers.ts';
import { orderableKey } from '../../parts/part-number.ts';
import { readCell, readValueCell } from './cells.ts';
import { type ListedColumn, readColumns } from './columns.ts';

/** As many as an organization can keep, with a header and titles above it. */
const MAX_LISTED = 200_000;

/** Read on the user's own machine, which has more room than an isolate. */
export const LIST_FILE: FileLimits = {
  bytes: 256 * 1024 * 1024,
  unpackedBytes: 1024 * 1024 * 1024,
  rows: MAX_LISTED + HEADER_ROWS,
  // Forty columns of each.
  cells: 40 * MAX_LISTED,
  things: 20 * MAX_LISTED,
  values: 80 * MAX_LISTED,
  tooLong:
    `The list has more than ${MAX_LISTED} rows, which is more than an organization can keep. Leave out the parts that you do not use.`,
};

export interface ListedRow {
  /** As a spreadsheet numbers it; of JSON lines the line. */
  readonly row: number;
  readonly component: z.input<typeof OwnComponent>;
}

export interface ComponentList {
  /** The sheet that was read, where a file has names for them. */
  readonly sheet: string | null;
  /** All that have a name, with what was taken from each. */
  readonly columns: readonly ListedColumn[];
  readonly rows: readonly ListedRow[];
  /** Rows that are no component, and why. */
  readonly refused: readonly { readonly row: number; readonly reason: string }[];
  /** What else of the file was not read. */
  readonly remarks: readonly string[];
}

interface Found {
  readonly table: Table;
  readonly header: Row;
  readonly columns: readonly ListedColumn[];
}

/**
 * @param opened by LIST_FILE
 * @throws BomRefusal `no_part_number_column` where no table names a column of part numbers and one of manufacturers
 */
export function readComponentList({ container, tables, issues }: OpenedFile): ComponentList {
  const whole = tables.filter(({ block }) => block === null);
  const found = whole.flatMap((table) => findHeader(table) ?? [])
    .toSorted((a, b) => b.table.rows.length - a.table.rows.length);
  const [chosen] = found;
  if (chosen === undefined) throw noColumns(whole);
  const remarks = [
    ...issues.map(({ detail }) => detail),
    ...whole.filter((table) => table !== chosen.table).map(({ name, rows }) =>
      `The sheet "${name}" (${rows.length} rows) was not read.`
    ),
  ];
  // Of JSON lines row 1 is no line: it has the names.
  const read = readRows(chosen, container === 'json_lines' ? 1 : 0);
  return {
    sheet: chosen.table.name,
    columns: chosen.columns.filter(({ name }) => name !== ''),
    ...read,
    remarks: [...remarks, ...read.remarks],
  };
}

function noColumns(tables: readonly Table[]): BomRefusal {
  const names = tables[0]?.rows[0]?.cells.filter((cell) => cell !== '').slice(0, 12).join(', ');
  return new BomRefusal(
    'no_part_number_column',
    `The list needs a row of names with a column of part numbers (such as "MPN") and one of manufacturers.${
      names ? ` Its first row has: ${names}.` : ''
    }`,
  );
}

function findHeader(table: Table): Found | null {
  for (const header of table.rows.slice(0, HEADER_ROWS)) {
    const columns = readColumns(header.cells);
    const has = (field: string) => columns.some((column) => column.field === field);
    if (has('mpn') && has('manufacturer')) return { table, header, columns };
  }
  return null;
}

/** What people write into a cell that has nothing to say. */
const NOTHING = /^(?:[-–—/?.]*|n\/?a|null|none|not applicable)$/i;

/** Cells of a column that say something that cannot be read. */
interface Unread {
  count: number;
  readonly row: number;
  readonly cell: string;
}

function readRows(
  { table, header, columns }: Found,
  above: number,
): Pick<ComponentList, 'rows' | 'refused' | 'remarks'> {
  const rows: ListedRow[] = [];
  const refused: { row: number; reason: string }[] = [];
  const firsts = new Map<string, number>();
  const unread = new Map<ListedColumn, Unread>();
  const taken = columns.filter(({ field }) => field !== null);
  for (const { number, cells: said } of table.rows) {
    if (number <= header.number) continue;
    const row = number - above;
    const cells = said.map((cell) => withoutHidden(cell).text.trim());
    const component = readRow(taken, cells, (column) => {
      const known = unread.get(column);
      if (known) known.count += 1;
      else unread.set(column, { count: 1, row, cell: cells[column.index]! });
    });
    const reason = whyNot(component, firsts);
    if (reason === null) {
      firsts.set(keyOf(component), row);
      rows.push({ row, component });
    } else refused.push({ row, reason });
  }
  const remarks = [...unread].map(([{ name }, { count, row, cell }]) =>
    `"${name}": ${count} ${count === 1 ? 'cell' : 'cells'} could not be read and ${
      count === 1 ? 'was' : 'were'
    } left out, the first in row ${row}: "${cell.slice(0, 60)}".`
  );
  return { rows, refused, remarks };
}

function whyNot(component: ListedRow['component'], firsts: ReadonlyMap<string, number>): string | null {
  if (component.mpn === '') return 'has no part number';
  if (component.manufacturer === '') return 'names no manufacturer';
  const first = firsts.get(keyOf(component));
  return first === undefined ? null : `is the same part as row ${first}`;
}

/** Lists name a part once for each place that sells it: the same rows of two calls would change each other for ever. */
function keyOf({ mpn, manufacturer }: ListedRow['component']): string {
  return `${orderableKey(mpn)}\n${resolveManufacturer(manufacturer)?.name ?? manufacturer}`;
}

function readRow(
  columns: readonly ListedColumn[],
  cells: readonly string[],
  isUnread: (column: ListedColumn) => void,
): ListedRow['component'] {
  const said = (field: ListedColumn['field']) => {
    const cell = cells[columns.find((column) => column.field === field)?.index ?? -1] ?? '';
    return NOTHING.test(cell) ? '' : cell;
  };
  const fields: Partial<Record<FieldName, OwnStatement>> = {};
  let value: ListedColumn | null = null;
  for (const column of columns) {
    const { field, index, unit } = column;
    const cell = cells[index] ?? '';
    if (field === null || field === 'mpn' || field === 'manufacturer' || NOTHING.test(cell)) continue;
    if (field === 'value') {
      value = column;
      continue;
    }
    const statement = readCell(field, cell, unit);
    // Levels of categories stand behind each other, the narrowest last.
    if (statement) fields[field] = statement;
    else if (field !== 'category') isUnread(column);
  }
  const categories = columns.filter(({ field }) => field === 'category');
  if (!fields.category && categories.some(({ index }) => !NOTHING.test(cells[index] ?? ''))) {
    isUnread(categories.findLast(({ index }) => !NOTHING.test(cells[index] ?? ''))!);
  }
  if (value) {
    const read = readValueCell(said('value'), {
      category: fields.category?.value as string | undefined,
      description: said('description'),
    });
    if (read === null) isUnread(value);
    else fields[read[0]] ??= read[1];
  }
  return { mpn: said('mpn'), manufacturer: said('manufacturer'), fields };
}
