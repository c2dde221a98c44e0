/** From a table and its mapping to lines, and what is to be said about them. */
import type { ColumnRole, ColumnUse, Mapping } from '../domain/mapping.ts';
import { MAX_LINES, MAX_PIECES } from '../domain/limits.ts';
import type { BomLine, DroppedRow, LinePart } from './line.ts';
import type { Issue } from './issues.ts';
import { readHeader } from './mapping/header-words.ts';
import { looksOf } from './mapping/recognisers.ts';
import { tooManyLines } from './refusal.ts';
import { designatorsShare, isSurelyList, readDesignators } from './rows/designators.ts';
import { groupSingles } from './rows/group.ts';
import { isAbbreviation, isAlternateWord, isColour, isCost, isLegend, kindOf } from './rows/kinds.ts';
import { conditionIn, isOptionalTitle } from './rows/conditions.ts';
import { oddLines } from './rows/odd-lines.ts';
import { repeatedInCells, repeatedInLines, timesIn, timesOfEach } from './rows/panel.ts';
import { isNothing } from './rows/part-cell.ts';
import { isNotPlacedWord, readPlacing, saysNotPlaced } from './rows/placing.ts';
import { bothReadings, type QuantityCell, readQuantities, type ReadQuantity } from './rows/quantities.ts';
import { isWord, type Layout, layoutOf, type Problem, readCells, type Said } from './rows/read-row.ts';
import { spreadMerged } from './rows/merged.ts';
import { type Marked, type MarkedRows, readMarks } from './rows/marks.ts';
import { isReadAsQuantity, isSameQuantity, isSameText, MAX_QUANTITY_CHARS } from './rows/same.ts';
import { mendShift } from './rows/shift.ts';
import { mendSwapped } from './rows/swapped.ts';
import type { Merge, Row, Table } from './table.ts';
import { cut } from './quoting.ts';

export interface LinesRead {
  readonly lines: readonly BomLine[];
  readonly issues: readonly Issue[];
  readonly dropped: readonly DroppedRow[];
  /** Quantities that can be read in two ways, with nothing in the file that says which. */
  readonly ambiguous: readonly string[];
}

/** A line that is still being put together. */
interface Draft {
  readonly said: Said;
  readonly rows: number[];
  designators: string;
  readonly alternates: LinePart[];
  readonly supplierNumbers: BomLine['supplier_numbers'][number][];
  /** The title above it, where that says that the parts below are not placed. */
  readonly emptySection: EmptySection | null;
  /** A sign that it carries, and what a legend says of that. */
  readonly mark: Marked | null;
}

/** A title that says of the parts below it that they are not placed, or need not be. */
interface EmptySection {
  readonly title: string;
  /** It says no more than that they need not be: then a blank row behind them ends it. */
  readonly isOptional: boolean;
}

/** Rows below the header that may be no lines: sums, titles, notes. */
const MAX_DROPPED = 2_000;

/**
 * Reads the rows of the mapping. Nothing is left out without a word: what is no line is in `dropped`, what could not be read
 * is an issue of its row, and a cell that no field takes is in the line's `extra`.
 * @param separator of the file, to mend rows in which a cell was not put into quotation marks
 * @throws BomRefusal `too_many_lines`
 */
export function toLines(table: Table, mapping: Mapping, separator: string | null = null): LinesRead {
  const issues: Issue[] = [];
  const dropped: DroppedRow[] = [];
  const header = new Set(mapping.header_rows);
  const range = table.rows.filter(({ number }) =>
    number >= mapping.first_row && number <= mapping.last_row && !header.has(number)
  );
  const layout = layoutOf(mapping, range);
  const shifted = mendShift(range, mapping.columns, separator, issues);
  const marked = readMarks(table.rows, shifted, mapping.columns);
  const rows = spreadMerged(
    mendSwapped(marked.rows, mapping.columns, issues),
    table.merges,
    mapping.columns,
  );
  const drafts = draftsOf(rows, layout, mapping, marked, dropped, issues, table.roles !== undefined);
  if (drafts.length > MAX_LINES) throw tooManyLines();
  const { quantities, ambiguous } = quantitiesOf(drafts, layout, mapping);
  const shared = sharedQuantities(drafts, layout, table.merges);
  const panel = timesOfEach(drafts.map(({ designators }) => designators));
  if (panel !== null) {
    const column = layout.of('designators')[0]?.name ?? null;
    issues.push(repeatedInCells(panel, column, layout.has('quantity')));
  }
  const inFront = countsInFront(drafts, layout);
  const lines = drafts.map((draft, i) => {
    const line = lineOf(draft, quantities[i]!, shared.get(draft), panel, layout, issues);
    return inFront ? { ...line, quantity: inFront[i]! } : line;
  });
  const grouped = groupSingles(
    lines,
    layout.has('designators'),
    layout.has('quantity'),
    layout.of('mpn').map(({ name, index }) => name === '' ? `column ${index + 1}` : name),
    dropped.filter(({ code }) => code === 'section_title' || code === 'repeated_header').map(({ row }) =>
      row
    ),
  );
  issues.push(
    ...designatorsOfTwo(lines, grouped, layout),
    ...oddLines(grouped, rows, layout.of('designators')[0]?.name ?? null),
  );
  for (const { row, code, text } of dropped) {
    if (code !== 'repeated_header') issues.push(leftOut(row, text));
  }
  return {
    lines: grouped,
    issues,
    dropped,
    ambiguous,
  };
}

function leftOut(row: number, text: string): Issue {
  return {
    severity: 'warning',
    row,
    column: null,
    code: 'row_is_no_line',
    detail: `Row ${row} was not taken for a line and left out: ${text}.`,
  };
}

function draftsOf(
  rows: readonly Row[],
  layout: Layout,
  mapping: Mapping,
  marked: MarkedRows,
  dropped: DroppedRow[],
  issues: Issue[],
  isList: boolean,
): Draft[] {
  const drafts: Draft[] = [];
  const legends: DroppedRow[] = [];
  const legendRows = new Set<number>();
  let emptySection: EmptySection | null = null;
  const drop = (row: Row, code: DroppedRow['code']) => {
    if (dropped.length >= MAX_DROPPED) throw tooManyLines();
    dropped.push({ row: row.number, code, text: listed(row.cells) });
  };
  const lastCounted = lastRowWith('quantity', rows, layout);
  for (const row of rows) {
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
      continue;
    }
    const said = readCells(row, layout);
    if ((kind === 'total' || kind === 'footer') && !hasPartNumber(said)) {
      if (kind === 'footer') emptySection = titleOfEmpty([row.cells[0] ?? '']);
      drop(row, kind);
      continue;
    }
    const last = drafts.at(-1);
    const isBehindTable = row.isAfterBlank || dropped.at(-1)?.row === row.number - 1;
    if (isBehindTable && isAbbreviation(row.cells) && !hasPartNumber(said)) {
      drop(row, 'footer');
      continue;
    }
    const what = roleOfRow(said, kind === 'label', last, layout, {
      isAmongCounted: row.number < lastCounted,
      isBelowTitle: dropped.at(-1)?.code === 'section_title' &&
        dropped.at(-1)!.row > (last?.rows.at(-1) ?? 0),
      hasHeader: mapping.header_rows.length > 0,
      isList,
    });
    if (isCostRow(said)) {
      drop(row, 'cost');
      continue;
    }
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

/** Whether a row has a cost where the others have places: nothing in it says which part is meant. `PCB` with a text of its own may be one. */
function isCostRow(said: Said): boolean {
  const designators = said.text('designators');
  return isCost(designators) && !said.parts.some(({ mpn }) => mpn !== null) &&
    said.supplierNumbers.length === 0 &&
    (!/^pcbs?$/i.test(designators) || DESCRIBING.every((role) => said.text(role) === ''));
}

/** Whether a row says where parts go or how many: a lamp's colour beside that explains no other row. */
function isOfParts(said: Said): boolean {
  const designators = said.text('designators');
  const isName = designators !== '' && !/\s/.test(designators) && !isColour(designators) &&
    readPlacing(designators) === null && !isNotPlacedWord(designators);
  return isPlace(designators) || isName || /\d/.test(said.text('quantity'));
}

/** The section that a title begins, where its parts are not placed or need not be; null of any other title. */
function titleOfEmpty(cells: readonly string[]): EmptySection | null {
  const title = cells.filter((cell) => cell !== '').join(' ');
  if (cells.some(isOptionalTitle)) return { title, isOptional: !saysNotPlaced(title) };
  const isEmpty = saysNotPlaced(title) || cells.some((cell) => readPlacing(cell) === 'not');
  return isEmpty ? { title, isOptional: false } : null;
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

function lastRowWith(role: ColumnRole, rows: readonly Row[], layout: Layout): number {
  const indices = layout.of(role).map(({ index }) => index);
  return rows.findLast(({ cells }) => indices.some((index) => (cells[index] ?? '') !== ''))?.number ?? 0;
}

/** Fields any of which says what is asked for. */
const DESCRIBING = ['value', 'description', 'footprint', 'internal_number', 'note'] as const;

/** Fields of which a table that is no list of words has more than one. */
const FIELDS = [
  'designators',
  'quantity',
  'mpn',
  'value',
  'supplier_number',
  'description',
  'footprint',
] as const;

/** Whether a row stands directly below the last one that was taken. */
function isBelow({ row }: Said, last: Draft | undefined): boolean {
  return last !== undefined && row.number === last.rows.at(-1)! + 1;
}

/** Of what stands below a table, one cell says something; of a thing to buy that nobody counted, several do. */
function isDescribedTwice(said: Said): boolean {
  return (['value', 'description', 'footprint'] as const).filter((role) => said.text(role) !== '').length > 1;
}

/** Whether a column of no field says what a row is about. What a thing costs, and that it is a cost, says nothing of it. */
function isNamedElsewhere({ row }: Said, layout: Layout): boolean {
  return layout.of('extra').some(({ index, name }) => {
    const cell = row.cells[index] ?? '';
    return /\p{L}{2}/u.test(cell) && !isCost(cell) && !readHeader(name).meanings.has('money');
  });
}

/** Of what nobody counted: a thing, and a shop's number of it. */
function isSold(said: Said): boolean {
  return said.supplierNumbers.length > 0 &&
    (['value', 'description', 'footprint'] as const).some((role) => said.text(role) !== '');
}

/** Of what nobody counted: a thing, and who makes or sells it. */
function isToBeBought(said: Said): boolean {
  return (['value', 'description'] as const).some((role) => said.text(role) !== '') &&
    (said.text('supplier') !== '' || said.parts.some(({ manufacturer }) => manufacturer !== null));
}

/** Sums that a table works out for each of its rows, where nobody counted. */
const ZERO = /^[^\p{L}\d]{0,2}0+(?:[.,]0+)?\s?[^\d.,]{0,3}$/u;

const NUMBERED_TITLE = /^(?:\d{1,2}(?:\.\d{1,2})*[.)]?|[A-Z][.)])\s\p{L}/u;

/** Whether a row has a thing, and nothing besides but what comes to nothing without a count. Above counted rows a word may be their title. */
function isCountedAsNothing(said: Said, isAmongCounted: boolean): boolean {
  const names = (['description', 'value'] as const).map(said.text).filter((text) => text !== '');
  const others = said.row.cells.filter((cell) => cell !== '' && !names.includes(cell));
  return names.length > 0 && others.length > 0 && others.every((cell) => ZERO.test(cell)) &&
    !names.some((name) => isCost(name) || NUMBERED_TITLE.test(name)) &&
    (!isAmongCounted || names.some((name) => /\d/.test(name)));
}

/** Where to buy it says nothing of what it is. */
const LINK = /^https?:\/\/\S+$/i;

type WhatRow = 'line' | 'title' | 'nothing' | 'alternate' | 'more_designators';

interface Around {
  /** A row below has a quantity. */
  readonly isAmongCounted: boolean;
  /** A title parts it from the line before. */
  readonly isBelowTitle: boolean;
  /** The columns have names. */
  readonly hasHeader: boolean;
  /** It is of a list without columns: rows of another shape are lines like the others. */
  readonly isList: boolean;
}

function roleOfRow(
  said: Said,
  isLabel: boolean,
  last: Draft | undefined,
  layout: Layout,
  { isAmongCounted, isBelowTitle, hasHeader, isList }: Around,
): WhatRow {
  const designators = said.text('designators');
  const quantity = said.text('quantity');
  const hasNumber = said.parts.some(({ mpn }) => mpn !== null);
  const isDescribed = hasNumber || said.problems.some(({ code }) => code === 'no_number_in_word') ||
    said.supplierNumbers.length > 0 ||
    DESCRIBING.some((role) => said.text(role) !== '' && !LINK.test(said.text(role))) ||
    (quantity !== '' && isNamedElsewhere(said, layout));
  const item = said.text('item');
  const isNumbered = item !== '' && item !== last?.said.text('item');
  const follows = last !== undefined && !said.row.isAfterBlank && !isBelowTitle;

  // `o` is a word for it, and a mark in a column of marks: with a place and a quantity of its own a row is a line.
  const isOwn = quantity !== '' && isPlace(designators) && designators !== last?.designators;
  if (
    follows && hasNumber && !isOwn &&
    said.row.cells.some((cell) => cell.length < 30 && isAlternateWord(cell))
  ) {
    return 'alternate';
  }
  // Lists of approved parts name the designators again beside each.
  if (
    follows && designators === last.designators && hasShapeOfNumber(said) && isPlace(designators) &&
    quantity === last.said.text('quantity') && !isNumbered && !isAnotherThing(said, last.said)
  ) {
    return 'alternate';
  }
  if (isList) {
    return hasNumber || [designators, quantity, said.text('value')].some((text) => text !== '')
      ? 'line'
      : 'title';
  }
  if (isLabel && FIELDS.filter((role) => layout.has(role)).length > 1) {
    if (designators !== '' && designatorsShare(designators) >= 0.6) {
      return isCutShort(last) ? 'more_designators' : 'line';
    }
    if (designators !== '' && follows && isCompletedBy(designators, last)) return 'more_designators';
    // Without a header a number alone in front may be a line that somebody wrote in another way.
    const isAligned = hasHeader || said.row.cells[0] === '';
    if (hasPartNumber(said)) return follows && isAligned ? 'alternate' : 'line';
    return 'title';
  }
  if (designators !== '') {
    // A wrapped list goes on below, with nothing beside it but what was wrapped, too.
    if (
      quantity === '' && layout.has('quantity') && !hasNumber && follows && !isNumbered && isCutShort(last)
    ) return 'more_designators';
    // Of what is used by weight or as needed the quantity is a word: `A/R`.
    return isDescribed || quantity !== '' || designatorsShare(designators) >= 0.5 ? 'line' : 'title';
  }
  if (layout.has('designators')) {
    if (quantity === '') {
      // Below a row that is a line by its place or count; in a list that has neither, each row is a line.
      const hasMain = follows && (last.designators !== '' || last.said.text('quantity') !== '');
      if (hasNumber && hasMain && !isNumbered && !hasOwnValue(said, last.said)) return 'alternate';
      return hasNumber || (isNumbered && isDescribed) ||
          (isBelow(said, last) && (isDescribedTwice(said) || isSold(said)))
        ? 'line'
        : 'nothing';
    }
    if (!isDescribed) return 'nothing';
    return follows && !isNumbered && (hasNumber ? repeats(said, last) : isOtherOffer(said, last))
      ? 'alternate'
      : 'line';
  }
  if (layout.has('quantity') && quantity === '') {
    if (hasNumber && follows && layout.has('item') && !isNumbered) return 'alternate';
    return hasNumber || (isBelow(said, last) && isCountedAsNothing(said, isAmongCounted)) ||
        said.supplierNumbers.length > 0 || (isNumbered && isDescribed) ||
        (isAmongCounted && isToBeBought(said))
      ? 'line'
      : 'nothing';
  }
  return isDescribed ? 'line' : 'nothing';
}

/** Whether two rows describe different things, as a switch and its cap: nothing that both say is the same. */
function isAnotherThing(one: Said, other: Said): boolean {
  const both = TELLING.filter((role) => one.text(role) !== '' && other.text(role) !== '');
  // Of another colour or value it is no alternate, whatever else is the same.
  const [value, asked] = [one.text('value'), other.text('value')];
  const areRead = [value, asked].every(isReadAsQuantity);
  if (areRead && !isSameQuantity(value, asked)) return true;
  const [colour, others] = [one, other].map((said) => coloursIn(said.text('description')));
  if (colour!.size > 0 && others!.size > 0 && ![...colour!].some((name) => others!.has(name))) return true;
  return both.length > 0 && !both.some((role) => SAYS_THE_SAME[role](one.text(role), other.text(role)));
}

const COLOUR =
  /\b(?:red|green|blue|yellow|orange|amber|white|pink|violet|rot|grün|blau|gelb|weiß|weiss)\b/giu;

const coloursIn = (text: string) =>
  new Set(text.slice(0, MAX_COMPARED_CHARS).toLowerCase().match(COLOUR) ?? []);

/** An alternate repeats the value and the footprint of the line above, or leaves them out. */
function hasOwnValue(said: Said, last: Said): boolean {
  return (['value', 'footprint'] as const).some((role) =>
    said.text(role) !== '' && !SAYS_THE_SAME[role](said.text(role), last.text(role))
  );
}

const TELLING = ['description', 'value', 'footprint'] as const;

/** Whether two cells of a column mean the same, in other words or another notation. */
const SAYS_THE_SAME: Readonly<Record<typeof TELLING[number], (one: string, other: string) => boolean>> = {
  // Each manufacturer has a description of its own for what can stand in for another's.
  description: (one, other) => shareOfWords(one, other) >= 0.5 || isSameQuantity(one, other),
  value: (one, other) => isSameText(one, other) || isSameQuantity(one, other),
  footprint: isSameText,
};

/** The beginning of a description tells what it describes. */
const MAX_COMPARED_CHARS = 120;

/** Of the words of the shorter text, how many the other has, too; 0-1. */
function shareOfWords(one: string, other: string): number {
  const [fewer, more] = [wordsIn(one), wordsIn(other)].sort((a, b) => a.size - b.size);
  return fewer!.size === 0 ? 0 : [...fewer!].filter((word) => more!.has(word)).length / fewer!.size;
}

const wordsIn = (text: string) =>
  new Set(text.slice(0, MAX_COMPARED_CHARS).toLowerCase().match(/[\p{L}\p{N}%/.]+/gu) ?? []);

/** Whether a text names places on a board. Words for kinds of parts, as some write in their stead, stand in many rows. */
function isPlace(designators: string): boolean {
  return /\d/.test(designators) && designatorsShare(designators) >= 0.4;
}

/** Whether a row without designators says the same of another part: then it is an alternate of the one above. */
function repeats(said: Said, last: Draft): boolean {
  if (last.designators === '') return false;
  const same = (role: 'description' | 'value' | 'quantity') => said.text(role) === last.said.text(role);
  if (!same('quantity')) return false;
  const told = said.text('description') !== '' ? 'description' : said.text('value') !== '' ? 'value' : null;
  return told !== null && same(told);
}

/** Whether a row has nothing but another number of a shop, for as many pieces: the part is the line's above. */
function isOtherOffer(said: Said, last: Draft): boolean {
  return last.designators !== '' && said.supplierNumbers.length > 0 && last.supplierNumbers.length > 0 &&
    said.text('quantity') === last.said.text('quantity') && said.parts.length === 0 &&
    DESCRIBING.every((role) => role === 'note' || said.text(role) === '');
}

/** Fewer designators than pieces: the list goes on in the next row. */
function isCutShort(last: Draft | undefined): boolean {
  if (!last || last.designators === '') return false;
  if (/[,;-]\s*$/.test(last.designators)) return true;
  const quantity = Number(last.said.text('quantity'));
  return quantity > 0 && readDesignators(last.designators, quantity).designators.length < quantity;
}

/** Whether words below a list, of whatever letters, are the designators that it lacks. */
function isCompletedBy(designators: string, last: Draft): boolean {
  const quantity = Number(last.said.text('quantity'));
  return isCutShort(last) &&
    readDesignators(`${last.designators}, ${designators}`, quantity).designators.length === quantity;
}

/** Whether a number could be one by its look: a shop's sentence is no alternate of the line above. */
function hasShapeOfNumber(said: Said): boolean {
  return said.parts.some(({ mpn }) => mpn !== null && looksOf(mpn).has('part_number'));
}

function hasPartNumber(said: Said): boolean {
  return said.parts.some(({ mpn }) => mpn !== null && (looksOf(mpn).get('part_number') ?? 0) > 0.5);
}

/** What Excel calls the columns of a table that nobody named, below names of more than one row. */
const UNNAMED = /^(?:Column|Spalte|Colonne|Columna|Colonna|Столбец|列)\s?\d+$/u;

/** The header over again, or that of more rows of the list, which calls some columns otherwise; null for another row. */
function headerAgain({ cells }: Row, { columns }: Mapping): DroppedRow['code'] | null {
  const isUnnamed = cells.every((cell) => cell === '' || UNNAMED.test(cell));
  if (isUnnamed && cells.filter((cell) => cell !== '').length > 1) return 'repeated_header';
  let named = 0;
  let again = 0;
  let isCounted = false;
  for (const { index, name, role } of columns) {
    if (name === '') continue;
    named += 1;
    const cell = cells[index] ?? '';
    if (cell === name || (cell.includes('\n') && cell.replace(/\s+/gu, ' ') === name)) {
      again += 1;
      if (role === 'quantity' || role === 'designators') isCounted = true;
    }
  }
  if (again < 2) return null;
  if (again / named >= 0.7) return 'repeated_header';
  // No quantity is called `Qty`, and no place `Reference`.
  const filled = cells.filter((cell) => cell !== '').length;
  return isCounted && again / filled >= 0.5 ? 'section_title' : null;
}

/** How many of it, in front of what it is: `3x NPN transistor`. */
const COUNT_IN_FRONT = /^(\d{1,4})\s?[x×]\s+\S/iu;
/** One that begins so may be called so: `2x5 header`. */
const LEAST_COUNTED = 0.6;

/** Counts that stand in front of descriptions, where a list has no column of them and most lines are written so. */
function countsInFront(drafts: readonly Draft[], layout: Layout): readonly (number | null)[] | null {
  if (layout.has('quantity') || layout.has('designators')) return null;
  const counts = drafts.map(({ said }) => {
    const count = COUNT_IN_FRONT.exec(said.text('description') || said.text('value'))?.[1];
    return count === undefined ? null : Number(count);
  });
  return counts.filter((count) => count !== null).length >= Math.max(2, drafts.length * LEAST_COUNTED)
    ? counts
    : null;
}

function quantitiesOf(drafts: readonly Draft[], layout: Layout, { decimal_mark }: Mapping) {
  const [use] = layout.of('quantity');
  const cells = drafts.map(({ said }) => {
    const typed = use && said.row.typed?.get(use.index);
    return { text: said.text('quantity'), raw: typed?.kind === 'number' ? typed.raw : null };
  });
  const ambiguous: string[] = [];
  const quantities = readQuantities(cells, decimal_mark).map((read, i): ReadQuantity => {
    if (typeof read.quantity === 'number') return agreeing(read, cells[i]!, drafts[i]!.designators);
    if (read.quantity !== 'ambiguous') return read;
    const readings = bothReadings(cells[i]!.text);
    const counted = readings.find((one) =>
      readDesignators(drafts[i]!.designators, one).designators.length === one
    );
    if (counted !== undefined) return { ...read, quantity: counted };
    ambiguous.push(cells[i]!.text);
    return read;
  });
  return { quantities, ambiguous };
}

/** One mark with three digits behind it: `1.000`. */
const MARKED_ONCE = /^[1-9]\d{0,2}[.,]\d{3}$/;

/** Where the file's other numbers make a thousand of `1.000` and the designators make one of it, the designators know better. */
function agreeing(read: ReadQuantity, { text, raw }: QuantityCell, designators: string): ReadQuantity {
  if (raw !== null || designators === '' || !MARKED_ONCE.test(text)) return read;
  const isCounted = (count: number) => readDesignators(designators, count).designators.length === count;
  const other = bothReadings(text).find((reading) => reading !== read.quantity);
  return other === undefined || isCounted(read.quantity as number) || !isCounted(other)
    ? read
    : { ...read, quantity: other, isByPlaces: true };
}

/** A quantity that stands in one cell beside several lines. */
interface SharedQuantity {
  readonly text: string;
  readonly first: number;
  readonly last: number;
}

/** The lines beside a merged cell of quantities: it may be of each of them or of all together, and nothing says which. */
function sharedQuantities(
  drafts: readonly Draft[],
  layout: Layout,
  merges: readonly Merge[],
): ReadonlyMap<Draft, SharedQuantity> {
  const [use] = layout.of('quantity');
  const shared = new Map<Draft, SharedQuantity>();
  const downwards = use ? merges.filter(({ index, rows }) => index === use.index && rows > 1) : [];
  if (downwards.length === 0) return shared;
  const byRow = new Map(drafts.map((draft) => [draft.rows[0]!, draft]));
  const lastRow = Math.max(...byRow.keys());
  for (const { row, rows } of downwards) {
    const last = Math.min(row + rows - 1, lastRow);
    const beside: Draft[] = [];
    for (let number = row; number <= last; number += 1) {
      const draft = byRow.get(number);
      if (draft && !shared.has(draft)) beside.push(draft);
    }
    const text = byRow.get(row)?.said.text('quantity') ?? '';
    if (beside.length < 2 || text === '') continue;
    for (const draft of beside) shared.set(draft, { text, first: row, last });
  }
  return shared;
}

/** Lines of which it is told: where each does it, two boards stand in one list. */
const MAX_TWICE = 50;

/**
 * One place on a board takes one part: who names it in two lines that are placed buys a part too many. Rows of the same part
 * became one line, `grouped`, in which the place counts once.
 */
function designatorsOfTwo(lines: readonly BomLine[], grouped: readonly BomLine[], layout: Layout): Issue[] {
  const column = layout.of('designators')[0]?.name ?? null;
  // Where no rows became one line, each has its own.
  const lineOfRow = grouped === lines
    ? null
    : new Map(grouped.flatMap((line) => line.rows.map((row) => [row, line])));
  const areOneLine = (row: number, other: number) =>
    lineOfRow !== null && lineOfRow.get(row) === lineOfRow.get(other);
  const issues: Issue[] = [];
  let untold = 0;
  const firsts = new Map<string, BomLine>();
  const kinds = new Set<'one line' | 'one part' | 'other parts'>();
  for (const line of lines) {
    const { designators, rows, do_not_place } = line;
    if (do_not_place) continue;
    let first: { readonly name: string; readonly row: number } | null = null;
    let others = 0;
    for (const name of designators) {
      const earlier = firsts.get(name);
      if (earlier === undefined) firsts.set(name, line);
      else if (/\d/.test(name)) {
        const [row] = earlier.rows as [number];
        if (first === null) first = { name, row };
        else others += 1;
        kinds.add(
          areOneLine(rows[0]!, row)
            ? 'one line'
            : earlier.mpn === line.mpn && earlier.value === line.value
            ? 'one part'
            : 'other parts',
        );
      }
    }
    if (!first) continue;
    if (issues.length === MAX_TWICE) {
      untold += 1;
      continue;
    }
    issues.push({
      severity: 'warning',
      row: rows[0]!,
      column,
      code: 'designator_twice',
      detail: `Row ${rows[0]!}${column ? `, column "${cut(column)}"` : ''}: ${first.name}${
        others > 0 ? ` and ${others} more` : ''
      } also stand${others > 0 ? '' : 's'} in row ${first.row}. ${
        areOneLine(rows[0]!, first.row)
          ? 'It is the same part, and was counted once.'
          : 'Both lines were kept: mark the one that is not placed, or put alternates into one line.'
      }`,
    });
  }
  const [kind, ...otherKinds] = kinds;
  const panel = kind === undefined || kind === 'other parts' || otherKinds.length > 0
    ? null
    : repeatedInLines(lines, kind === 'one line', column);
  if (panel) return [panel];
  const last = issues.at(-1);
  if (last && untold > 0) {
    issues[issues.length - 1] = { ...last, detail: `${last.detail} The same goes for ${untold} more lines.` };
  }
  return issues;
}

function lineOf(
  draft: Draft,
  read: ReadQuantity,
  shared: SharedQuantity | undefined,
  panel: number | null,
  layout: Layout,
  issues: Issue[],
): BomLine {
  const { said, rows } = draft;
  const row = rows[0]!;
  const say = (severity: Issue['severity'], code: Issue['code'], column: string | null, detail: string) =>
    issues.push({
      severity,
      row,
      column,
      code,
      detail: `Row ${row}${column ? `, column "${cut(column)}"` : ''}: ${detail}`,
    });
  for (const problem of said.problems) {
    const { severity, detail } = PROBLEMS[problem.code];
    say(severity, problem.code, problem.column, detail(cut(problem.text)));
  }
  const { designators, quantity } = countOf(draft, read, shared, panel, layout, say);
  const odd = oddCell(said, layout);
  if (odd) {
    say(
      'warning',
      'cells_shifted',
      odd.name === '' ? null : odd.name,
      `"${
        cut(said.row.cells[odd.index]!)
      }" should stand in another column: the cells of this row may be shifted.`,
    );
  }
  if (
    DESCRIBING.every((role) => said.text(role) === '') && designators.length + said.parts.length === 0 &&
    said.supplierNumbers.length === 0 && Object.keys(extraOf(said, layout)).length <= layout.of('item').length
  ) {
    say('warning', 'nothing_named', null, 'Nothing says which part this is.');
  }
  const { isNotPlaced, where } = notPlaced(draft, read);
  if (draft.mark !== null && !said.placing.isNotPlaced) sayMarked(draft.mark, say);
  if (isNotPlaced && where === 'section' && conditionIn(draft.emptySection?.title ?? '') !== null) {
    say(
      'warning',
      'conditional_not_placed',
      where,
      PROBLEMS.conditional_not_placed.detail(cut(draft.emptySection!.title)),
    );
  } else if (isNotPlaced && where !== null) {
    say('info', 'not_placed_by_word', where, 'The word here says that the part is not placed.');
  }

  const numbered = said.parts.filter(({ mpn }) => mpn !== null);
  const first = numbered[0];
  const manufacturer = first ? first.manufacturer : said.parts[0]?.manufacturer ?? null;
  const text = (
    role: 'value' | 'footprint' | 'description' | 'internal_number' | 'substitution' | 'note',
  ) => {
    let text: string | null = null;
    for (const { index, group } of layout.of(role)) {
      const cell = said.row.cells[index] ?? '';
      if (!isNothing(cell) && (group === 0 || text === null)) {
        text = text === null ? cell : `${text}\n${cell}`;
      }
    }
    return text;
  };
  return {
    rows,
    designators,
    quantity,
    mpn: first?.mpn ?? null,
    manufacturer,
    value: text('value'),
    footprint: text('footprint'),
    description: text('description'),
    do_not_place: isNotPlaced,
    alternates: numbered.length < 2 && draft.alternates.length === 0
      ? NONE
      : distinctParts([...numbered.slice(1), ...draft.alternates], first),
    supplier_numbers: distinct(draft.supplierNumbers, ({ supplier, number }) => `${supplier}\n${number}`),
    internal_number: text('internal_number'),
    substitution: inLines(text('substitution'), said.policy),
    // A comment is a note where it does not stand in for a value.
    note: inLines(
      layout.of('value').reduce(
        (note, use) => saysMore(use, said, layout) ? inLines(note, said.row.cells[use.index]!) : note,
        text('note'),
      ),
      said.remarks.length === 0 ? null : said.remarks.join('\n'),
    ),
    extra: extraOf(said, layout),
  };
}

/** Of what most lines have none of, one for all. */
const NONE: readonly never[] = [];

const inLines = (one: string | null, other: string | null) =>
  one === null ? other : other === null ? one : `${one}\n${other}`;

/** Columns in which a place on the board stands by mistake alone. */
const NO_PLACES = ['quantity', 'manufacturer', 'mpn', 'description'] as const;

/**
 * A value where footprints stand, a place on the board beside a cell of places that names none, or a part number below no name
 * where the row has none in the column for it.
 */
function oddCell(said: Said, layout: Layout): ColumnUse | undefined {
  const { row, text } = said;
  if (layout.has('mpn')) {
    const stray = layout.of('extra').find(({ name, index }) => {
      const cell = row.cells[index] ?? '';
      return name === '' && cell !== '' && looksOf(cell).get('part_number') === 1;
    });
    // asked last: most rows have no such cell, and what a number looks like is dear to tell
    if (stray && !hasShapeOfNumber(said)) return stray;
  }
  const hasNoPlace = (places: string) => /\s/.test(places) && designatorsShare(places) < 0.5;
  const places = text('designators');
  if (
    places !== '' && places.length <= MAX_QUANTITY_CHARS && !isSurelyList(places) &&
    designatorsShare(places) < 0.3
  ) {
    const moved = NO_PLACES.flatMap((role) => layout.of(role)).find(({ index }) => {
      const cell = row.cells[index] ?? '';
      return LISTED_PLACES.test(cell) && designatorsShare(cell) === 1;
    });
    if (moved) return moved;
  }
  return layout.of('footprint').find(({ index }) => {
    const cell = row.cells[index] ?? '';
    const looks = looksOf(cell);
    if (cell === '' || looks.has('footprint')) return false;
    // `0204/7` is a size without a letter, and no value.
    return (looks.has('value') && /\p{L}|[%°]/u.test(cell) && text('value') !== '' &&
      !looksOf(text('value')).has('value')) ||
      (looks.get('designators') === 1 && hasNoPlace(text('designators')));
  });
}

/** Several places, as no number is written. */
const LISTED_PLACES = /^\p{Lu}{1,3}\d{1,4}(?:\s?[,;]\s?|\s?-\s?|\s)\p{Lu}{1,3}\d{1,4}/u;

type Say = (severity: Issue['severity'], code: Issue['code'], column: string | null, detail: string) => void;

function countOf(
  draft: Draft,
  { quantity, isByPlaces }: ReadQuantity,
  shared: SharedQuantity | undefined,
  panel: number | null,
  layout: Layout,
  say: Say,
) {
  const [use] = layout.of('quantity');
  const text = draft.said.text('quantity');
  const isTooLarge = typeof quantity === 'number' && quantity > MAX_PIECES;
  const number = typeof quantity === 'number' && !isTooLarge ? quantity : null;
  const { designators, isUnsure, isCut } = readDesignators(draft.designators, number);
  const column = layout.of('designators')[0]?.name ?? null;
  if (isUnsure) {
    say(
      'warning',
      'designators_unsure',
      column,
      `"${
        cut(draft.designators)
      }" was read as ${designators.length} parts. Write each of them, parted by commas, if that is not meant.`,
    );
  }
  if (isCut) {
    say(
      'warning',
      'designators_cut',
      column,
      'It names more parts than are possible. The rest was left out.',
    );
  }
  const counted = designators.length > 0 ? designators.length : null;
  const repeated = panel === null ? firstRepeated(draft.designators) : null;
  if (repeated !== null) {
    say(
      'warning',
      'designator_twice',
      column,
      `${repeated} stands more than once. It was taken for one place${
        use ? ', and the quantity as written' : ', and counted once'
      }: correct it, if another place is meant.`,
    );
  }
  const { count } = draft.said;
  if (count !== null) {
    const numbers = layout.of('mpn')[0]!.name;
    const isElsewhere = text !== '' && number !== count;
    say(
      isElsewhere ? 'warning' : 'info',
      'quantity_in_number',
      numbers,
      `${count} stands beside the part number, and was taken for ${
        isElsewhere ? 'no part of it. The quantity was read from its own column' : 'the quantity'
      }.`,
    );
    if (text === '') {
      if (counted !== null && counted !== count) {
        say('warning', 'quantity_differs', numbers, differs(count, counted));
      }
      return { designators, quantity: count };
    }
  }
  if (!use) return { designators, quantity: counted };
  if (shared) {
    say(
      'warning',
      'quantity_merged',
      use.name,
      `"${
        cut(shared.text)
      }" stands in one cell for rows ${shared.first} to ${shared.last}, for each of them or for all together. ${
        counted === null
          ? 'No quantity was taken: give each row its own.'
          : `${counted} was taken, the number of designators.`
      }`,
    );
    return { designators, quantity: counted };
  }
  if (text === '') {
    if (counted !== null) {
      say(
        'info',
        'quantity_counted',
        use.name,
        `Nothing stands here. ${counted} was taken, the number of designators.`,
      );
    } else {say(
        'warning',
        'quantity_missing',
        use.name,
        'Nothing stands here, and there are no designators to count.',
      );}
    return { designators, quantity: counted };
  }
  if (number === null) {
    const [less, more] = bothReadings(text);
    const isWord = isNotPlacedWord(text) || readPlacing(text) === 'not';
    if (!isWord) {
      say(
        'warning',
        quantity === 'ambiguous' ? 'quantity_ambiguous' : 'quantity_unread',
        use.name,
        quantity === 'ambiguous'
          ? `"${cut(text)}" can be read as ${less} or as ${more}.`
          : `"${cut(text)}" is ${
            isTooLarge ? `more than the ${MAX_PIECES} pieces that are possible` : 'not a quantity'
          }. ${
            counted === null
              ? 'Write a number, such as 4.'
              : `${counted} was taken, the number of designators.`
          }`,
      );
    }
    return { designators, quantity: quantity === 'ambiguous' ? null : counted };
  }
  if (!Number.isInteger(number)) {
    say(
      'warning',
      'quantity_not_whole',
      use.name,
      `${number} is no whole number of pieces. It was kept: correct it, if it is a price or a slip.`,
    );
  } else if (
    counted !== null && counted !== number && !isEachWritten(draft.designators, panel, counted, number)
  ) {
    say(
      'warning',
      'quantity_differs',
      use.name,
      differs(number, counted),
    );
  }
  if (isByPlaces) {
    const other = bothReadings(text).find((reading) => reading !== number);
    say(
      'warning',
      'quantity_ambiguous',
      use.name,
      `"${
        cut(text)
      }" would be ${other}, as the other quantities are written. ${number} was taken, the number of designators.`,
    );
  }
  return { designators, quantity: number };
}

const differs = (quantity: number, counted: number) =>
  `The quantity is ${quantity}, and the number of designators is ${counted}. ${quantity} was kept.`;

/** The first place that a cell names more than once; test points may share a word for a name. */
function firstRepeated(designators: string): string | null {
  for (const [name, times] of timesIn(designators)) if (times > 1 && /^\p{L}+\d+$/u.test(name)) return name;
  return null;
}

/**
 * How many places are written: five test points may all be called GND, and a panel of four boards names each place four
 * times. A single `R1` that stands twice is a slip.
 */
function placesWritten(designators: string, panel: number | null): number {
  const times = timesIn(designators);
  const [each, ...others] = new Set(times.values());
  const isAlike = others.length === 0 && (times.size > 1 || each === panel);
  return [...times].reduce((sum, [name, count]) => sum + (isAlike || !/\d/.test(name) ? count : 1), 0);
}

/** Whether a quantity counts places that are written more often than once. A range is written once and names several. */
function isEachWritten(
  designators: string,
  panel: number | null,
  counted: number,
  quantity: number,
): boolean {
  return quantity > counted && placesWritten(designators, panel) === quantity;
}

function notPlaced({ said, emptySection, mark }: Draft, { remark }: ReadQuantity) {
  if (said.placing.isNotPlaced) return said.placing;
  if (mark !== null && leavesAllEmpty(mark)) return { isNotPlaced: true, where: null };
  if (remark !== null && (isNotPlacedWord(remark) || saysNotPlaced(remark))) {
    return { isNotPlaced: true, where: null };
  }
  return { isNotPlaced: emptySection !== null, where: emptySection === null ? null : 'section' };
}

const leavesAllEmpty = ({ isOfSome, condition, isRemark }: Marked) =>
  !isRemark && !isOfSome && condition !== 'some';

/** What a sign says of a row is never taken without a word: it may mean something else there. */
function sayMarked(mark: Marked, say: Say): void {
  say(
    'warning',
    'marked_not_placed',
    null,
    `It carries "${mark.sign}", of which row ${mark.row} says: "${cut(mark.text)}". ${
      leavesAllEmpty(mark)
        ? mark.condition === null
          ? 'It was taken as not placed.'
          : 'It was taken as not placed: mark it as placed, if your board has it.'
        : mark.isRemark
        ? 'It was taken as placed, and the sign for no part of the name: mark it, if that is not meant.'
        : mark.isOfSome
        ? 'Only some of its places carry it. The line was taken as placed, with its quantity as written: make two lines of it.'
        : 'It was taken as placed: mark it as not placed, if yours does not have it.'
    }`,
  );
}

function distinct<T>(items: readonly T[], keyOf: (item: T) => string): readonly T[] {
  if (items.length < 2) return items;
  const seen = new Set<string>();
  return items.filter((item) => !seen.has(keyOf(item)) && seen.add(keyOf(item)));
}

/** Alternates that are others than the part itself. */
function distinctParts(parts: readonly LinePart[], first: LinePart | undefined): readonly LinePart[] {
  return distinct(parts, ({ mpn, manufacturer }) => `${mpn}\n${manufacturer}`).filter((
    { mpn, manufacturer },
  ) => mpn !== first?.mpn || (manufacturer !== null && manufacturer !== first.manufacturer));
}

/** Whether a column that stands in for another has a text of its own beside the other's. */
function saysMore({ role, group, index }: ColumnUse, { row }: Said, layout: Layout): boolean {
  const text = row.cells[index] ?? '';
  return group > 0 && !isNothing(text) && layout.of(role).some((other) => {
    const cell = row.cells[other.index] ?? '';
    return other.group < group && !isNothing(cell) && cell !== text;
  });
}

const KEPT = [
  'extra',
  'item',
  'mpn',
  'quantity',
  'description',
  'supplier',
  'supplier_number',
] as const;

/** Cells that no field takes, words that stand where a number should, a second quantity, and a supplier without a number. */
function extraOf(said: Said, layout: Layout): Record<string, string> {
  const { row, problems, supplierNumbers } = said;
  const isNoNumber = (use: ColumnUse) =>
    problems.some(({ code, column }) => code === 'no_number_in_word' && column === use.name);
  const extra = new Map<string, string>();
  const quantity = layout.of('quantity').find(({ index }) => !isNothing(row.cells[index] ?? ''));
  const isUnread = (use: ColumnUse, role: ColumnRole) => {
    switch (role) {
      case 'mpn':
        return isNoNumber(use);
      case 'quantity':
        return use !== quantity;
      case 'description':
        return saysMore(use, said, layout);
      case 'supplier':
        return supplierNumbers.length === 0;
      case 'supplier_number':
        return isWord(row.cells[use.index] ?? '');
      default:
        return true;
    }
  };
  for (const role of KEPT) {
    for (const use of layout.of(role)) {
      const cell = row.cells[use.index] ?? '';
      if (cell === '' || (isNothing(cell) && role === 'supplier_number') || !isUnread(use, role)) continue;
      const key = use.name === '' ? `column ${use.index + 1}` : use.name;
      extra.set(extra.has(key) ? `${key} (${use.index + 1})` : key, cell);
    }
  }
  return Object.fromEntries(extra);
}

const PROBLEMS: Readonly<
  Record<Problem['code'], { severity: Issue['severity']; detail: (text: string) => string }>
> = {
  do_not_place_unread: {
    severity: 'warning',
    detail: (text) =>
      `"${text}" says neither yes nor no. The part is taken as placed. Write x or DNP for parts not to place, nothing for the others.`,
  },
  number_of_a_distributor: {
    severity: 'warning',
    detail: (text) =>
      `"${text}" is a distributor's number. It was kept as such, and is no part number and no manufacturer.`,
  },
  number_lost: {
    severity: 'warning',
    detail: (text) =>
      `"${text}" is what a spreadsheet makes of a long number. Digits are lost: format the column as text and write the number again.`,
  },
  number_is_date: {
    severity: 'warning',
    detail: (text) =>
      `"${text}" is a date, which a spreadsheet makes of some numbers. Format the column as text and write the number again.`,
  },
  formula_error: {
    severity: 'warning',
    detail: (text) =>
      `"${text}" is the error of a formula, and was read as an empty cell. Mend the formula and send the file again.`,
  },
  no_number_in_word: {
    severity: 'info',
    detail: (text) => `"${text}" was taken for a word, not for a part number.`,
  },
  number_with_words: {
    severity: 'info',
    detail: (text) => `"${text}" has words or a blank in it and was taken for a part number as written.`,
  },
  several_parts_in_cell: {
    severity: 'info',
    detail: (text) => `"${text}" was read as a part and its alternates.`,
  },
  words_beside_number: {
    severity: 'info',
    detail: (text) =>
      `"${text}" has words beside the part number. A known manufacturer in brackets was taken as such, other words for a note.`,
  },
  alternate_in_note: {
    severity: 'info',
    detail: (text) => `"${text}" was read as an alternate of the part.`,
  },
  number_and_manufacturer_swapped: {
    severity: 'warning',
    detail: (text) =>
      `"${text}" is a manufacturer, and a part number stands where the manufacturer should. Both were read as swapped.`,
  },
  some_not_placed: {
    severity: 'warning',
    detail: (text) =>
      `"${text}" says that some of the parts are not placed. The line was taken as placed, with its quantity as written: make two lines of it.`,
  },
  conditional_not_placed: {
    severity: 'warning',
    detail: (text) =>
      `"${text}" leaves it open whether the part is placed. It was taken as not placed: mark it as placed, if your board has it.`,
  },
  conditional_placed: {
    severity: 'warning',
    detail: (text) =>
      `"${text}" may mean some of the boards only. The part was taken as placed: mark it as not placed, if yours does not have it.`,
  },
  plugged_in: {
    severity: 'warning',
    detail: (text) =>
      `"${text}" says that the part is not soldered but plugged into something. It was taken as placed: mark it, if it is not.`,
  },
  not_placed_or_non_polar: {
    severity: 'warning',
    detail: (text) =>
      `NP in "${text}" may say that the part is not polar, or that it is not placed. It was taken as placed: mark it, if it is not.`,
  },
  read_as_not_placed: {
    severity: 'warning',
    detail: (text) =>
      `"${text}" was read as a part that is not placed. Mark it as placed, if that is not meant.`,
  },
};

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
