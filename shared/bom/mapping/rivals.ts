/** Tables that look like a BOM as much as the one that was taken: which of them is meant only the owner knows. */
import type { ColumnRole, ColumnUse } from '../../domain/mapping.ts';
import { readDesignators } from '../rows/designators.ts';
import { isNothing } from '../rows/part-cell.ts';
import { isSameQuantity, isSameText } from '../rows/same.ts';
import type { Row } from '../table.ts';
import { areAlike, type Header } from './header.ts';
import { shareOfSameLines } from './sections.ts';

/** A table as it would be read. */
export interface Readable {
  readonly offered: {
    readonly table: number;
    readonly name: string | null;
    readonly first_row: number;
    readonly last_row: number;
    readonly score: number;
  };
  readonly header: Header;
  readonly rows: readonly Row[];
  readonly columns: readonly ColumnUse[];
  readonly place: { readonly from: number; readonly to: number };
  /** By its sheet's name, or because that is hidden, it is none that anybody would build. */
  readonly isAside: boolean;
}

/** What a line is ordered or placed by. */
const ORDERED_BY = ['mpn', 'supplier_number', 'designators'] as const;
const DESCRIBED_BY = ['value', 'description', 'footprint'] as const;

/** A header and a line are a remark. */
const LEAST_LINES = 2;
/** A table that has less of a BOM than this share of what the best has is a legend or a list of prices. */
const LEAST_SHARE = 0.4;
/** Tables of which this share of the parts is the same are views of one BOM. */
const MOSTLY_SAME = 0.5;

/** Two states of a list have about as many rows. */
const ABOUT_AS_LONG = 0.8;

/** Those of the others that might be meant as well as the chosen one. */
export function rivalsOf<Table extends Readable>(chosen: Table, others: readonly Table[]): Table[] {
  return others.filter((other) =>
    !other.isAside && isBomLike(other) && !overlap(chosen, other) &&
    other.offered.score >= chosen.offered.score * LEAST_SHARE &&
    (isOrdered(other) || !isOrdered(chosen)) && !isViewOf(other, chosen)
  );
}

/** An order has fewer rows than the list that it is made from. */
const LEAST_TIMES = 2;

/** The list above the chosen table that this repeats a part of, as what is still to be ordered; null where it is none. */
export function wholeOf<Table extends Readable>(chosen: Table, others: readonly Table[]): Table | null {
  // Places that are listed twice are one list in two forms.
  if (chosen.columns.some(({ role }) => role === 'designators')) return null;
  return others.find((other) =>
    other.offered.name === chosen.offered.name && other.offered.last_row < chosen.offered.first_row &&
    !other.isAside && isBomLike(other) && isOrdered(other) &&
    other.rows.length >= chosen.rows.length * LEAST_TIMES && isViewOf(chosen, other)
  ) ?? null;
}

function isBomLike({ header, rows, columns }: Readable): boolean {
  const has = (role: ColumnRole) => columns.some((use) => use.role === role);
  const isCounted = has('quantity') || has('designators');
  const lines = rows.filter(isLine);
  return header.rows.length > 0 && lines.length >= LEAST_LINES && isCounted &&
    [...ORDERED_BY, ...DESCRIBED_BY].some((role) => role !== 'designators' && has(role));
}

const isOrdered = ({ columns }: Readable) =>
  columns.some(({ role }) => ORDERED_BY.some((each) => each === role));

/** Whether one has rows and columns of the other: then it is a part of it. */
function overlap(one: Readable, other: Readable): boolean {
  return one.offered.name === other.offered.name &&
    one.offered.first_row <= other.offered.last_row && other.offered.first_row <= one.offered.last_row &&
    one.place.from < other.place.to && other.place.from < one.place.to;
}

/**
 * Whether two tables tell of the same parts: an order beside the BOM, places beside parts. Two with the same columns are such
 * only where all of it is the same: else they are two states of a BOM, or two boards.
 */
function isViewOf(one: Readable, other: Readable): boolean {
  if (areAlike(one.header, other.header)) {
    if (isBelowTitle(one, other) || isBelowTitle(other, one)) return false;
    const same = shareOfSameLines(one, other);
    const [fewer, more] = [one, other].map(({ rows }) => rows.filter(isLine).length).toSorted((a, b) =>
      a - b
    );
    const known = partsOf(other, 'designators');
    // Place by place, and again each part with its places, as programs write them: then neither has a place of its own.
    const isLost = [...partsOf(one, 'designators')].some((name) => !known.has(name));
    if (!isLost && (same === 1 || (same >= MOSTLY_SAME && fewer! < more! * ABOUT_AS_LONG))) return true;
    const [a, b] = [textsOf(one), textsOf(other)];
    return [...a].every((text) => b.has(text)) || [...b].every((text) => a.has(text));
  }
  if (areTwoBoards(one, other)) return false;
  return (['designators', 'mpn', 'supplier_number', 'value'] as const).some((role) => {
    const [a, b] = [partsOf(one, role), partsOf(other, role)];
    const both = [...a].filter((part) => b.has(part)).length;
    return both > 0 && both >= Math.min(a.size, b.size) * MOSTLY_SAME;
  });
}

const isLine = ({ cells }: Row) => cells.filter((cell) => cell !== '').length > 1;

/** Titles of views of one list, and what stands between its pages. */
const OF_VIEW =
  /component|individual|collated|grouped|sorted|summary|overview|by (?:value|part|reference)|list|bom|page|seite|top|bottom|smd|smt|tht?|cont|fortsetzung/iu;
/** No title is longer. */
const MAX_TITLE_CHARS = 60;

/**
 * Whether a table stands below the other and a title of its own, in the row above its names: `Daughter board`. Two boards may
 * have the same parts in the same places.
 */
function isBelowTitle(one: Readable, other: Readable): boolean {
  if (one.offered.name !== other.offered.name || one.offered.first_row < other.offered.last_row) return false;
  const names = one.header.rows[0]?.number ?? 0;
  const above = other.rows.find(({ number }) => number === names - 1);
  const filled = above?.cells.filter((cell) => cell !== '') ?? [];
  const [title = ''] = filled;
  return filled.length === 1 && title.length <= MAX_TITLE_CHARS && /\p{L}/u.test(title) &&
    !OF_VIEW.test(title);
}

/** What two views of one BOM say alike of a place. */
const TOLD_OF_PLACE = ['mpn', 'supplier_number', 'value'] as const;
/** Two places can differ by a slip. */
const LEAST_COMPARED = 2;

/** Whether two tables name the same places, and of most of them tell different parts: each board has an `R1` of its own. */
function areTwoBoards(one: Readable, other: Readable): boolean {
  const [a, b] = [toldOfPlaces(one), toldOfPlaces(other)];
  const both = [...b].filter(([name]) => a.has(name));
  if (both.length < Math.min(a.size, b.size) * MOSTLY_SAME) return false;
  let [compared, differ] = [0, 0];
  for (const [name, told] of both) {
    const asked = a.get(name)!;
    const roles = TOLD_OF_PLACE.filter((role) => told[role] !== undefined && asked[role] !== undefined);
    if (roles.length === 0) continue;
    compared += 1;
    if (!roles.some((role) => mayBeSame(told[role]!, asked[role]!))) differ += 1;
  }
  return compared >= LEAST_COMPARED && differ > compared * (1 - MOSTLY_SAME);
}

/** Shorter beginnings are of many parts. */
const LEAST_BEGINNING = 4;

/** Whether two texts can be of one part: views of a BOM write `10k` and `10kΩ 1%`, `LM358` and `LM358DR`. */
export function mayBeSame(one: string, other: string): boolean {
  const [a, b] = [one, other].map((text) => text.trim().split(/[\s,;/]/)[0]!.toLowerCase()) as [
    string,
    string,
  ];
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return isSameText(one, other) || isSameQuantity(a, b) || a === b ||
    (short.length >= LEAST_BEGINNING && long.startsWith(short));
}

type Told = Readonly<Partial<Record<typeof TOLD_OF_PLACE[number], string>>>;

/** What a table has beside each place that it names. */
function toldOfPlaces({ rows, columns }: Readable): ReadonlyMap<string, Told> {
  const places = columns.filter(({ role }) => role === 'designators').map(({ index }) => index);
  const uses = columns.filter(({ role, group }) =>
    group === 0 && TOLD_OF_PLACE.some((each) => each === role)
  );
  const told = new Map<string, Told>();
  for (const { cells } of rows) {
    const beside: Partial<Record<string, string>> = {};
    for (const { role, index } of uses) {
      const cell = cells[index] ?? '';
      if (!isNothing(cell)) beside[role] = cell;
    }
    for (const index of places) {
      for (const name of readDesignators(cells[index] ?? '', null).designators) told.set(name, beside);
    }
  }
  return told;
}

const textsOf = ({ rows }: Readable) => new Set(rows.map(({ cells }) => cells.join('\n').toLowerCase()));

function partsOf({ rows, columns }: Readable, role: ColumnRole): Set<string> {
  const indices = columns.filter((use) => use.role === role).map(({ index }) => index);
  const texts = rows.flatMap(({ cells }) => indices.map((index) => cells[index] ?? ''))
    .filter((text) => !isNothing(text));
  return new Set(
    role === 'designators'
      ? texts.flatMap((text) => readDesignators(text, null).designators)
      : texts.map((text) => text.toLowerCase()),
  );
}
