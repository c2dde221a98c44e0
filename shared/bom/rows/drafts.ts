/** From rows to lines in the making, and the rows that are no lines. */
import { MAX_LINES } from '../../domain/limits.ts';
import type { ColumnRole, Mapping } from '../../domain/mapping.ts';
import type { Issue } from '../issues.ts';
import type { DroppedRow } from '../line.ts';
import { cut } from '../quoting.ts';
import { tooManyLines } from '../refusal.ts';
import type { Row } from '../table.ts';
import { type Draft, type EmptySection, titleOfEmpty } from './draft.ts';
import { readDesignators } from './designators.ts';
import { placesLeftEmpty } from './notes-of-places.ts';
import { isAbbreviation, isLegend, isTitleOfLegend, kindOf } from './kinds.ts';
import type { MarkedRows } from './marks.ts';
import { headerAgain, shopsBelow } from './header-again.ts';
import type { Layout } from './layout.ts';
import { rowsOfOneThing } from './quantity-of-line.ts';
import { readCells } from './read-row.ts';
import {
  hasPartNumber,
  isAmountRow,
  isCostRow,
  isKeyed,
  isOfParts,
  isQuotationBelow,
  isSubtotal,
  isSumRow,
  namesPart,
  roleOfRow,
} from './row-role.ts';

/** Rows below the header that may be no lines: sums, titles, notes. */
const MAX_DROPPED = 2_000;

/**
 * Joins rows that are one line; rows that are none go to `dropped`.
 * @throws BomRefusal `too_many_lines`
 */
export function draftsOf(
  rows: readonly Row[],
  layoutOfFirst: Layout,
  mapping: Mapping,
  marked: MarkedRows,
  dropped: DroppedRow[],
  issues: Issue[],
  isList: boolean,
): Draft[] {
  const drafts: Draft[] = [];
  let layout = layoutOfFirst;
  const isPlace = placesOf(drafts);
  const legends: DroppedRow[] = [];
  const legendRows = new Set<number>();
  let emptySection: EmptySection | null = null;
  const drop = (row: Row, code: DroppedRow['code']) => {
    if (dropped.length >= MAX_DROPPED) throw tooManyLines();
    dropped.push({ row: row.number, code, text: listed(row.cells) });
  };
  const lastCounted = lastRowWith('quantity', rows, layout);
  const repeated = repeatedTitles(rows, layout);
  const ofOneThing = rowsOfOneThing(rows, layout);
  let areKeyed = true;
  let isBelowSum = false;
  let isQuoted = false;
  let isOfLegend = false;
  for (const [at, row] of rows.entries()) {
    const kind = kindOf(row.cells, row.isAfterBlank);
    if (kind === 'rule') {
      drop(row, 'rule');
      continue;
    }
    if (marked.legends.has(row.number)) {
      drop(row, 'footer');
      continue;
    }
    const again = headerAgain(row, mapping);
    if (again !== null) {
      drop(row, again);
      layout = shopsBelow(row, mapping, rows) ?? layout;
      isBelowSum = false;
      continue;
    }
    if (repeated.has(row.number)) {
      drop(row, 'section_title');
      continue;
    }
    if (drafts.length > 0 && isNoteBelow(row, isPlace)) {
      drop(row, 'footer');
      continue;
    }
    const said = readCells(row, layout);
    isOfLegend = isOfLegend && !row.isAfterBlank && !namesPart(said) &&
      row.cells.filter((cell) => cell !== '').length <= 2;
    if (isOfLegend) {
      drop(row, 'footer');
      continue;
    }
    if ((kind === 'total' || kind === 'footer') && !hasPartNumber(said)) {
      if (kind === 'footer') emptySection = titleOfEmpty([row.cells[0] ?? '']);
      else {
        isBelowSum = drafts.length > 0 && areKeyed && !isSubtotal(row);
        isQuoted = isBelowSum && isQuotationBelow(rows, at);
      }
      isOfLegend = kind === 'footer' && row.isAfterBlank && isTitleOfLegend(row.cells);
      drop(row, kind);
      continue;
    }
    const last = drafts.at(-1);
    const isBehindTable = row.isAfterBlank || dropped.at(-1)?.row === row.number - 1;
    if (isBehindTable && isAbbreviation(row.cells) && !hasPartNumber(said)) {
      drop(row, 'footer');
      continue;
    }
    const what = roleOfRow(said, kind === 'label' && !ofOneThing.has(row.number), last, layout, {
      isAmongCounted: row.number < lastCounted,
      isBelowTitle: isBelowTitle(dropped, last),
      hasHeader: mapping.header_rows.length > 0,
      isList,
    });
    if (
      isCostRow(said, [rows[at - 1], rows[at + 1]]) || (drafts.length > 0 && isSumRow(said)) ||
      (isBelowSum && isAmountRow(said, isQuoted) && kind !== 'label')
    ) {
      drop(row, 'cost');
      continue;
    }
    if (isKeyed(said)) isBelowSum = false;
    if (row.isHidden) issues.push(hidden(row));
    if (isLegend(row.cells) && !hasPartNumber(said) && !isOfParts(said)) {
      drop(row, 'section_title');
      legendRows.add(row.number);
      if (titleOfEmpty(row.cells) !== null) legends.push(dropped.at(-1)!);
    } else if (what === 'title') {
      emptySection = titleOfEmpty(row.cells);
      drop(row, 'section_title');
    } else if (what === 'nothing') drop(row, 'nothing_asked');
    else if (what === 'alternate' && last) {
      last.rows.push(row.number);
      last.alternates.push(...said.parts.filter(({ mpn }) => mpn !== null));
      last.supplierNumbers.push(...said.supplierNumbers);
    } else if (what === 'more_designators' && last) {
      last.rows.push(row.number);
      last.designators = `${last.designators}, ${said.text('designators')}`;
    } else {
      if (emptySection?.isOptional && row.isAfterBlank && last?.emptySection === emptySection) {
        emptySection = null;
      }
      areKeyed &&= isKeyed(said);
      drafts.push({
        said,
        rows: [row.number],
        designators: said.text('designators'),
        alternates: [],
        supplierNumbers: [...said.supplierNumbers],
        emptySection,
        mark: marked.byRow.get(row.number) ?? null,
      });
      if (drafts.length > MAX_LINES) throw tooManyLines();
    }
  }
  issues.push(...legends.flatMap((legend) => meantBy(legend, drafts, dropped, legendRows)));
  return drafts;
}

/** The places of a list as far as it is read, each row looked at once. */
function placesOf(drafts: readonly Draft[]): (name: string) => boolean {
  const places = new Set<string>();
  let looked = 0;
  return (name) => {
    for (; looked < drafts.length; looked += 1) {
      for (const place of readDesignators(drafts[looked]!.designators, null).designators) places.add(place);
    }
    return places.has(name);
  };
}

/** Whether a row below lines says of places that they are left empty: of some in the list, or behind a blank row, where no line goes on. */
function isNoteBelow(row: Row, isPlace: (name: string) => boolean): boolean {
  const places = placesLeftEmpty(row);
  return places.length > 0 && (row.isAfterBlank || places.some(isPlace));
}

/** Whether a title parts a row from the line before, with the header over again below it or without. */
function isBelowTitle(dropped: readonly DroppedRow[], last: Draft | undefined): boolean {
  const above = dropped.findLast(({ code }) => code !== 'repeated_header');
  return above?.code === 'section_title' && above.row > (last?.rows.at(-1) ?? 0);
}

/**
 * A legend's colour is not seen here: each of the lines on both sides of it may be meant, up to the next title. Where a title
 * or another legend leaves none, as below a table, it is all of them.
 */
function meantBy(
  { row, text }: DroppedRow,
  drafts: readonly Draft[],
  dropped: readonly DroppedRow[],
  legendRows: ReadonlySet<number>,
): Issue[] {
  const between = (others: readonly number[]) => {
    const from = Math.max(0, ...others.filter((other) => other < row));
    const to = Math.min(Infinity, ...others.filter((other) => other > row));
    return drafts.filter(({ rows: [line] }) => line! > from && line! < to);
  };
  const others = dropped.map((other) => other.row).filter((other) => other !== row);
  const near = between(others);
  const titles = dropped.filter(({ row, code }) => code === 'section_title' && !legendRows.has(row));
  const meant = near.length > 0 ? near : between(titles.map(({ row }) => row));
  return meant.slice(0, MAX_MEANT).map(({ rows: [line] }): Issue => ({
    severity: 'warning',
    row: line!,
    column: null,
    code: 'legend_not_placed',
    detail:
      `Row ${line} may be one that row ${row} means by its colour, which is not read: ${text}. It was taken as placed: mark it, if it is not.`,
  }));
}

/** Lines of which it is told. */
const MAX_MEANT = 200;

/** Two rows may be alike; three with the same words and no digit are what heads each part of a list. */
const LEAST_REPEATED = 3;
const LEAST_CELLS_OF_TITLE = 3;

/**
 * Rows of words alone that stand in the list again and again, each below a title or a blank row, with a word where others are
 * counted: names of columns that nobody knows. `Glue`, `as needed` among other lines is none.
 */
function repeatedTitles(rows: readonly Row[], layout: Layout): ReadonlySet<number> {
  const quantities = layout.of('quantity');
  const numbers = new Map<string, number[]>();
  for (const [at, { cells, number, isAfterBlank }] of rows.entries()) {
    const above = rows[at - 1]?.cells.filter((cell) => cell !== '') ?? [];
    if (above.length > 1 && !isAfterBlank) continue;
    if (!quantities.some(({ index }) => /^\p{L}{2}/u.test(cells[index] ?? ''))) continue;
    const filled = cells.filter((cell) => cell !== '');
    if (filled.length < LEAST_CELLS_OF_TITLE || filled.some((cell) => /\d/.test(cell))) continue;
    const text = filled.join('\n');
    numbers.set(text, [...numbers.get(text) ?? [], number]);
  }
  return new Set([...numbers.values()].filter((alike) => alike.length >= LEAST_REPEATED).flat());
}

function lastRowWith(role: ColumnRole, rows: readonly Row[], layout: Layout): number {
  const indices = layout.of(role).map(({ index }) => index);
  return rows.findLast(({ cells }) => indices.some((index) => (cells[index] ?? '') !== ''))?.number ?? 0;
}

function hidden({ number }: Row): Issue {
  return {
    severity: 'warning',
    row: number,
    column: null,
    code: 'row_hidden',
    detail: `Row ${number} is hidden in the workbook. It was read like the others.`,
  };
}

function listed(cells: readonly string[]): string {
  const filled = cells.filter((cell) => cell !== '');
  return filled.slice(0, 8).map((cell) => `"${cut(cell)}"`).join(', ') + (filled.length > 8 ? ', …' : '');
}
