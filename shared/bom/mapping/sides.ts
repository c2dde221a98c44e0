/** Tables that stand side by side under one row of names: the columns of one say nothing of the other's lines. */
import type { ColumnRole } from '../../domain/mapping.ts';
import type { Row, Table } from '../table.ts';
import { EMPTY_CELL, type Header, type HeaderCell, isOfHistory, topRole } from './header.ts';

/** Columns of a table, from the first up to the one before `to`. */
export interface Side {
  readonly from: number;
  readonly to: number;
}

/** Wider tables are of a program, which writes one beside another nowhere. */
const MAX_SPANS = 12;
/** A name that says what its column holds. */
const LIKELY_NAME = 0.6;
const CLEAR_NAME = 0.9;

/** Names that a table has once: where one comes again behind an empty column, another table begins. */
const ONCE: ReadonlySet<ColumnRole> = new Set(['quantity', 'designators', 'item']);
/** Names of what a line is about, of which each table has its own. */
const NAMING: ReadonlySet<ColumnRole> = new Set(['designators', 'item', 'value', 'description']);
/** Fields that a table has beside its places, not only a second list of places. */
const BESIDE_PLACES: ReadonlySet<ColumnRole> = new Set([
  'quantity',
  'mpn',
  'value',
  'description',
  'footprint',
]);

/** Fields any of which says, beside a quantity, what is to be bought. */
const ASKED_FOR: ReadonlySet<ColumnRole> = new Set(['mpn', 'value', 'description', 'supplier_number']);

/** The tables that stand side by side below a header, from the left; one for nearly all headers. */
export function sidesOf(table: Table, header: Header, rows: readonly Row[]): readonly Side[] {
  const spans = spansOf(header, rows);
  const whole = { from: 0, to: Infinity };
  if (spans.length < 2 || spans.length > MAX_SPANS) return [whole];
  const titles = titlesAbove(table, header);
  const sides = spans.slice(0, 1);
  for (const span of spans.slice(1)) {
    const before = sides.at(-1)!;
    if (standsAlone(namesIn(header, before), namesIn(header, span), titles, before, span)) sides.push(span);
    else sides[sides.length - 1] = { from: before.from, to: span.to };
  }
  return sides.length < 2 ? [whole] : sides;
}

/** Runs of columns, parted by such as have neither a name nor a cell. */
function spansOf({ cells }: Header, rows: readonly Row[]): Side[] {
  const filled = cells.map(({ name }) => name !== '');
  // Few headers have a gap at all, and of those that have none no row need be looked at.
  if (!filled.includes(false)) return [];
  for (const row of rows) {
    for (let at = 0; at < row.cells.length; at += 1) if (row.cells[at] !== '') filled[at] = true;
  }
  const spans: Side[] = [];
  for (let at = 0; at < filled.length; at += 1) {
    if (!filled[at]) continue;
    const last = spans.at(-1);
    if (last?.to === at) spans[spans.length - 1] = { from: last.from, to: at + 1 };
    else spans.push({ from: at, to: at + 1 });
  }
  return spans;
}

const namesIn = ({ cells }: Header, { from, to }: Side) =>
  cells.slice(from, to).filter(({ name }) => name !== '');

function roleOf({ scores }: HeaderCell): ColumnRole | null {
  const role = topRole(scores) as ColumnRole | null;
  return role !== null && scores.get(role)! >= LIKELY_NAME ? role : null;
}

function standsAlone(
  before: readonly HeaderCell[],
  names: readonly HeaderCell[],
  titles: ReadonlySet<number>,
  { from: first }: Side,
  { from }: Side,
): boolean {
  if (isOfHistory(names) || repeatsNames(before, names)) return true;
  const roles = new Set(names.map(roleOf).filter((role) => role !== null));
  if (roles.size < 2) return false;
  const hasPlaces = (cells: readonly HeaderCell[]) =>
    cells.some(({ scores }) => (scores.get('designators') ?? 0) > CLEAR_NAME);
  if (hasPlaces(before) && hasPlaces(names) && [...roles].some((role) => BESIDE_PLACES.has(role))) {
    return true;
  }
  const named = [...roles].filter((role) => NAMING.has(role));
  if (named.length === 0) return false;
  // Prices, shops and alternates behind a gap are of the same lines, unless these are counted or placed anew.
  const isOfSameLines = !named.includes('item') && !named.includes('designators') &&
    names.some(({ words }) =>
      words.distributor !== null || words.meanings.has('supplier') || words.meanings.has('alternate')
    );
  if (isOfSameLines) return false;
  const earlier = new Set(before.map(({ words }) => words.plain));
  const comesAgain = names.some((cell) => {
    const role = roleOf(cell);
    return role !== null && ONCE.has(role) && earlier.has(cell.words.plain);
  });
  return comesAgain ||
    (titles.has(first) && titles.has(from) && areTwoLists(new Set(before.map(roleOf)), roles));
}

/** Whether names all stand in the table before, too, in its order: that of what a line is about in front, and then its count. */
function repeatsNames(before: readonly HeaderCell[], names: readonly HeaderCell[]): boolean {
  const plain = (cells: readonly HeaderCell[]) => cells.map(({ words }) => words.plain);
  const [earlier, again] = [plain(before), plain(names)];
  return before.length > 0 && names.length >= 2 && before[0]!.words.meanings.size > 0 &&
    again[0] === earlier[0] &&
    again.every((name) => earlier.includes(name)) &&
    names.slice(1).some((cell) => ['quantity', 'designators'].includes(roleOf(cell) ?? ''));
}

/** Whether what stands below two titles are two lists, and not the halves of one: each counts or names its own lines. */
function areTwoLists(
  before: ReadonlySet<ColumnRole | null>,
  roles: ReadonlySet<ColumnRole>,
): boolean {
  const own = [...roles].filter((role) => ONCE.has(role));
  if (own.some((role) => before.has(role))) return true;
  // A quantity that only the second half has counts the lines of the first.
  const isList = before.has('quantity') && [...ASKED_FOR].some((role) => before.has(role));
  return isList && own.some((role) => role !== 'quantity');
}

/** Where titles begin in the row above the header, if there is nothing else in it. */
function titlesAbove({ rows }: Table, header: Header): ReadonlySet<number> {
  const [first] = header.rows;
  const at = first ? rows.indexOf(first) : -1;
  const above = at > 0 && !first!.isAfterBlank ? rows[at - 1]! : undefined;
  return new Set(above?.cells.flatMap((cell, i) => cell === '' ? [] : i));
}

/** A header as if the other tables beside this one were not there. */
export function headerOfSide(header: Header, { from, to }: Side): Header {
  return { ...header, cells: header.cells.map((cell, i) => i >= from && i < to ? cell : EMPTY_CELL) };
}

/** Rows as if the other tables beside this one were not there. */
export function rowsOfSide(rows: readonly Row[], { from, to }: Side): readonly Row[] {
  return rows.map((row) => ({ ...row, cells: row.cells.map((cell, i) => i >= from && i < to ? cell : '') }));
}
