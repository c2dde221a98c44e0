/** Tables typed by hand, in which several tabs lead to where the next column begins. */
import { fitOf } from '../mapping/fits.ts';
import { findHeader, type Header, headerOfOneName, topRole } from '../mapping/header.ts';
import { profileOf } from '../mapping/profile.ts';
import type { ColumnRole } from '../../domain/mapping.ts';
import { Issues } from '../issues.ts';
import type { Issue } from '../issues.ts';
import { readPlacing } from '../rows/placing.ts';
import type { Row } from '../table.ts';
import { WHOLE } from './format.ts';

export interface Aligned {
  readonly rows: readonly Row[];
  readonly issues: readonly Issue[];
}

const NO_NAMES: ReadonlySet<string> = new Set();
/** Fewer rows are no habit. */
const LEAST_GAPPED = 4;

/** Rows of separated text as they were meant, where somebody put several tabs between two cells. */
export function withoutGaps(rows: readonly Row[]): Aligned {
  // Most tables have a cell for each tab, and need no header found.
  if (!rows.some(({ cells }) => cells.includes(''))) return { rows, issues: [] };
  const table = { ...WHOLE, rows };
  const header = findHeader(table, NO_NAMES) ?? headerOfOneName(table);
  return header ? belowNames(rows, header) : { rows: withoutHeader(rows), issues: [] };
}

/** Of a list without names each row has as many texts as the others: an empty cell would leave some with fewer. */
function withoutHeader(rows: readonly Row[]): readonly Row[] {
  const texts = rows.map(textsOf);
  const several = texts.filter((cells) => cells.length > 1);
  const width = several[0]?.length ?? 0;
  const gapped = rows.filter(({ cells }, i) => texts[i]!.length > 1 && cells.length > width).length;
  if (several.length < LEAST_GAPPED || gapped === 0 || gapped === several.length) return rows;
  if (several.some((cells) => cells.length !== width)) return rows;
  return rows.map((row, i) => ({ ...row, cells: texts[i]! }));
}

const textsOf = ({ cells }: Row): string[] => cells.filter((cell) => cell !== '');

/** More names are of a program, which writes a tab for each cell. */
const MAX_NAMES = 24;
/** Of the rows in which a text stands below no name, this many have a text for each name. */
const MOSTLY_FULL = 0.6;
/** `x`, `DNP`. */
const MARK = /^[\p{L}✓✔✗✘●]{1,4}$/u;
/** By how much cells have to fit their columns better once the tabs between them are one. */
const BETTER = 0.1;

/**
 * Rows below a header with gaps, or with gaps of their own. Where texts stand below no name, and a row has as many as there are
 * names, the first belongs to the first name, and so on; of a row with fewer, each goes where it fits.
 */
function belowNames(rows: readonly Row[], header: Header): Aligned {
  const asWritten = { rows, issues: [] };
  const [first, ...others] = header.rows;
  const named = header.cells.flatMap(({ name }, index) => name === '' ? [] : index);
  if (!first || others.length > 0 || named.length < 2 || named.length > MAX_NAMES) return asWritten;
  const isNamed = new Set(named);
  const strays = ({ cells }: Row) => cells.some((cell, index) => cell !== '' && !isNamed.has(index));
  const below = rows.slice(rows.indexOf(first) + 1);
  const astray = below.filter((row) => textsOf(row).length > 1 && strays(row));
  // Marks in one column without a name stand where they were meant: moved, they would push others out of their columns.
  const strayTexts = astray.flatMap(({ cells }) =>
    cells.flatMap((cell, index) => cell === '' || isNamed.has(index) ? [] : { cell, index })
  );
  const isOfMarks = strayTexts.every(({ cell, index }) =>
    index === strayTexts[0]!.index && MARK.test(cell) && readPlacing(cell) !== null
  );
  if (isOfMarks) return asWritten;
  const full = astray.filter((row) => textsOf(row).length === named.length);
  // Below names without gaps, a single row may have an empty cell and a remark.
  const isHabit = named.at(-1) !== named.length - 1 || astray.length >= Math.max(2, below.length / 2);
  if (!isHabit || full.length === 0 || full.length < astray.length * MOSTLY_FULL) return asWritten;
  const roles = named.map((index) => topRole(header.cells[index]!.scores) as ColumnRole | null);
  const written = sum(full, ({ cells }) => fitOfCells(named.map((index) => cells[index] ?? ''), roles));
  const collapsed = sum(full, (row) => fitOfCells(textsOf(row), roles));
  if (collapsed < written + BETTER * full.length) return asWritten;
  const issues = new Issues();
  const aligned = below.map((row): Row => {
    const texts = textsOf(row);
    if (texts.length >= named.length) return { ...row, cells: texts };
    // A title stands in front, whatever stands below.
    if (texts.length === 1 && row.cells[0] !== '') return row;
    const places = strays(row) ? placesOf(texts, roles) : placesWritten(row, named);
    if (texts.length > 1) issues.add(unsure(row.number));
    return { ...row, cells: named.map((_, i) => texts[places.indexOf(i)] ?? '') };
  });
  const names = { ...first, cells: textsOf(first) };
  return { rows: [...rows.slice(0, rows.indexOf(first)), names, ...aligned], issues: issues.list() };
}

const sum = <T>(items: readonly T[], of: (item: T) => number) =>
  items.reduce((all, item) => all + of(item), 0);

/** Where the texts of a row stand among the names, by the tabs before them. */
function placesWritten({ cells }: Row, named: readonly number[]): number[] {
  return named.flatMap((index, i) => (cells[index] ?? '') === '' ? [] : i);
}

function fitOfCell(text: string, role: ColumnRole | null): number {
  if (role === null || text === '') return 0;
  return fitOf(
    role,
    profileOf([{ number: 1, cells: [text], typed: null, isAfterBlank: false, isHidden: false }], 0),
  );
}

const fitOfCells = (cells: readonly string[], roles: readonly (ColumnRole | null)[]) =>
  sum(cells.map((cell, i) => fitOfCell(cell, roles[i] ?? null)), (fit) => fit);

/** The columns in which texts fit best, in their order: fewer texts than columns leave some of these empty. */
function placesOf(texts: readonly string[], roles: readonly (ColumnRole | null)[]): number[] {
  // The best that the texts up to each can reach, if it stands in each column.
  const best: { readonly fit: number; readonly from: number }[][] = [];
  texts.forEach((text, i) => {
    best.push(roles.map((role, at) => {
      const before = i === 0
        ? [{ fit: 0, from: -1, at: -1 }]
        : best[i - 1]!.slice(0, at).map((one, at) => ({ ...one, at }));
      const chosen = before.reduce<{ fit: number; at: number } | null>(
        (best, one) => best === null || one.fit > best.fit ? one : best,
        null,
      );
      return chosen === null
        ? { fit: -Infinity, from: -1 }
        : { fit: chosen.fit + fitOfCell(text, role), from: chosen.at };
    }));
  });
  const last = best.at(-1)!;
  let at = last.reduce((found, { fit }, i) => fit > last[found]!.fit ? i : found, 0);
  const places: number[] = [];
  for (let i = texts.length - 1; i >= 0; i -= 1) {
    places.unshift(at);
    at = best[i]![at]!.from;
  }
  return places;
}

function unsure(row: number): Issue {
  return {
    severity: 'warning',
    row,
    column: null,
    code: 'cells_shifted',
    detail:
      `Row ${row} has fewer cells than the header has names, and its tabs do not say which are empty. Check in which columns its cells were read.`,
  };
}
