/** From tables of cells to the BOM's table and what its columns hold, with how sure that is and what else it could be. */
import type { ColumnRole, ColumnUse, Mapping, MappingTemplate } from '../../domain/mapping.ts';
import type { Row, Table } from '../table.ts';
import { assignColumns } from './columns.ts';
import type { Evidence } from './column.ts';
import {
  findHeader,
  type Header,
  headerKnownBefore,
  headerOfOneName,
  headerWithoutMeaning,
  headOneList,
  type NamedHeaders,
  NO_HEADER,
} from './header.ts';
import { sampleOf } from './profile.ts';
import { behindPlaces, isCart } from './carts.ts';
import { type Readable, rivalsOf, wholeOf } from './rivals.ts';
import { sectionsOf } from './sections.ts';
import { headerOfSide, rowsOfSide, type Side, sidesOf } from './sides.ts';
import { NAMED_OTHERWISE, scoreOf } from './table-score.ts';
import { readsOf, templated, templateFor } from './templates.ts';

/** A table that may be the BOM. */
export interface OfferedTable {
  readonly table: number;
  /** Which of the tables that stand below and beside one another in that one, from 0, in the file's order. */
  readonly part: number;
  readonly name: string | null;
  readonly header_rows: readonly number[];
  readonly first_row: number;
  readonly last_row: number;
  /** Its columns, as a row's cells are counted. */
  readonly side: Side;
  /** How much of a BOM it has. Only the order counts. */
  readonly score: number;
}

export interface Guess {
  readonly mapping: Mapping;
  /** The tables, the chosen one first. */
  readonly tables: readonly OfferedTable[];
  /** How tables would be read that may be meant as well; none where the caller names columns. */
  readonly rivals: readonly Mapping[];
}

export interface GuessOptions {
  readonly templates?: readonly MappingTemplate[];
  /** Headers that the caller says the role of. */
  readonly named?: Readonly<Partial<Record<ColumnRole, string>>>;
  readonly evidence?: Evidence;
  /** Which of the tables in the only one that is looked at (`OfferedTable.part`); none: the best. */
  readonly part?: number | undefined;
}

const BOTH: Evidence = { names: true, values: true };

interface Candidate extends Readable {
  readonly offered: OfferedTable;
  readonly block: number | null;
  /** What somebody put into a shop's cart. */
  readonly isCart: boolean;
  /** The best of the tables that stand side by side below one row of names. */
  readonly isBestSide: boolean;
}

/** Of two sheets that are as good, the first. */
const COST_OF_LATER_TABLE = 0.03;
const COST_OF_LATER_SECTION = 0.2;
/** More than any table is worth: somebody said that another one beside it is the BOM. */
const COST_OF_SET_ASIDE = 10;

/** @returns null where no table has a row */
export function guessMapping(tables: readonly Table[], options: GuessOptions = {}): Guess | null {
  const named: NamedHeaders = new Set(Object.values(options.named ?? {}));
  const all = tables.flatMap((table, index) => candidatesOf(table, index, named, options));
  const candidates = all.filter((one) => !all.some((other) => isPartOf(one, other) || isOffered(one, other)));
  const sorted = behindPlaces(candidates.toSorted((a, b) => b.offered.score - a.offered.score));
  const [best, ...others] = sorted;
  if (!best) return null;
  const meant = all.find(({ offered }) => offered.part === options.part);
  const chosen = meant ?? wholeOf(best, others) ?? best;
  return {
    mapping: mappingOf(chosen),
    tables: [chosen, ...sorted.filter((candidate) => candidate !== chosen)].map(({ offered }) => offered),
    // What was confirmed of another file says what columns hold, and not which of this file's sheets is meant.
    rivals: named.size > 0 || meant
      ? []
      : rivalsOf(chosen, sorted.filter((candidate) => candidate !== chosen)).map(mappingOf),
  };
}

function mappingOf({ offered, rows, columns }: Candidate): Mapping {
  return {
    table: offered.table,
    header_rows: offered.header_rows,
    first_row: offered.first_row,
    last_row: offered.last_row,
    columns,
    decimal_mark: decimalMark(rows, columns),
    blank_place: null,
  };
}

/**
 * A block below the header of the whole sheet is the sheet without its last rows, and one below the same header written
 * again is a section of it: nothing may be lost by that.
 */
function isPartOf({ offered, header, block, place }: Candidate, whole: Candidate): boolean {
  if (block === null || whole.block !== null || whole.offered.name !== offered.name) return false;
  if (whole.offered.header_rows.length === 0 || !whole.isBestSide || !overlap(place, whole.place)) {
    return false;
  }
  const isSection = offered.first_row >= whole.offered.first_row &&
    offered.last_row <= whole.offered.last_row && headOneList(header, whole.header);
  return isSection || whole.offered.header_rows.join() === offered.header_rows.join();
}

/** Whether a table that stands beside the best one of a sheet is a block of its own, too: that can be chosen. */
function isOffered({ offered, block, place, isBestSide }: Candidate, other: Candidate): boolean {
  return block === null && !isBestSide && other.block !== null && other.offered.name === offered.name &&
    overlap(place, other.place) && other.offered.header_rows.join() === offered.header_rows.join();
}

const overlap = (one: Side, other: Side) => one.from < other.to && other.from < one.to;

function candidatesOf(table: Table, index: number, named: NamedHeaders, options: GuessOptions): Candidate[] {
  if (table.rows.length === 0) return [];
  const evidence = options.evidence ?? BOTH;
  if (table.roles) return [listOf(table, index, table.roles)];
  const known = options.templates?.map(({ headers }) => headers) ?? [];
  const header = headerKnownBefore(table, known) ??
    (evidence.names ? findHeader(table, named) ?? headerOfOneName(table) : null) ??
    headerWithoutMeaning(table);
  let part = 0;
  return sectionsOf(table, header).flatMap(({ header, rows, isRepeated }, section) => {
    const sample = sampleOf(rows);
    const width = widthOf(table);
    const found = sidesOf(table, header, rows);
    const sides = found.map(({ from, to }) => {
      const side = { from, to: Math.min(to, width) };
      const own = headerOfSide(header, side);
      const columns = columnsOfSide(header, side, assignColumns(own, rowsOfSide(sample, side), evidence));
      const template = templateFor(columns, header, options.templates ?? []);
      // Of tables side by side, somebody confirmed which one is read.
      const isSetAside = found.length > 1 && template !== undefined && !readsOf(template, side);
      const named = nameColumns(
        template && !isSetAside ? templated(columns, template) : columns,
        options.named ?? {},
      );
      return {
        side,
        isSetAside,
        columns: named,
        part: part++,
        score: scoreOf(named, rows, table, own, isRepeated) - (isSetAside ? COST_OF_SET_ASIDE : 0),
      };
    }).toSorted((a, b) => b.score - a.score);
    const names = header.rows.map(({ number }) => number);
    const below = (header.rows.at(-1)?.number ?? 0) + 1;
    // A block is chosen as it is, and read by its best side.
    return sides.slice(0, table.block === null ? undefined : 1).map((
      { side, columns, score, part, isSetAside },
      rank,
    ): Candidate => ({
      header,
      rows,
      columns,
      block: table.block,
      isAside: isSetAside || table.isHidden || NAMED_OTHERWISE.test(table.name ?? ''),
      place: { from: table.firstColumn + side.from, to: table.firstColumn + side.to },
      isCart: isCart(table, header, columns, rows),
      isBestSide: rank === 0,
      offered: {
        table: index,
        part,
        side,
        name: table.name,
        header_rows: names,
        first_row: rows[0]?.number ?? below,
        last_row: rows.at(-1)?.number ?? below,
        score: Math.round(
          (score - COST_OF_LATER_TABLE * Math.min(index, 10) - (section > 0 ? COST_OF_LATER_SECTION : 0)) *
            100,
        ) / 100,
      },
    }));
  });
}

/** Nobody named the columns, and each was made of what its words are. */
const SURE_OF_WORDS = 0.8;

/** A list whose columns are known already. */
function listOf(table: Table, index: number, roles: readonly ColumnRole[]): Candidate {
  const columns = roles.map((role, at): ColumnUse => ({
    index: at,
    name: '',
    role,
    group: 0,
    supplier: null,
    confidence: SURE_OF_WORDS,
    runner_up: null,
  }));
  return {
    header: NO_HEADER,
    rows: table.rows,
    columns,
    block: null,
    isAside: false,
    isCart: false,
    place: { from: table.firstColumn, to: table.firstColumn + roles.length },
    isBestSide: true,
    offered: {
      table: index,
      part: 0,
      side: { from: 0, to: roles.length },
      name: table.name,
      header_rows: [],
      first_row: table.rows[0]!.number,
      last_row: table.rows.at(-1)!.number,
      score: scoreOf(columns, table.rows, table, NO_HEADER, false),
    },
  };
}

const widthOf = ({ rows }: Table) => rows.reduce((width, { cells }) => Math.max(width, cells.length), 0);

/** All columns of a header, of which those beside the side are kept as they came. */
function columnsOfSide({ cells }: Header, { from, to }: Side, columns: readonly ColumnUse[]): ColumnUse[] {
  const besides = cells.flatMap(({ name }, index): ColumnUse[] =>
    index >= from && index < to
      ? []
      : [{ index, name, role: 'extra', group: 0, supplier: null, confidence: 0, runner_up: null }]
  );
  return [...columns.filter(({ index }) => index >= from && index < to), ...besides]
    .toSorted((a, b) => a.index - b.index);
}

/** The caller's word goes before any guess: a column that is named has that role, and no other column has it. */
function nameColumns(columns: readonly ColumnUse[], named: NonNullable<GuessOptions['named']>): ColumnUse[] {
  let all = [...columns];
  for (const [role, name] of Object.entries(named) as [ColumnRole, string][]) {
    const column = columns.find((one) => one.name === name && name !== '');
    if (!column) continue;
    const isNamedBefore = all.some((one) =>
      one.index === column.index && one.confidence === 1 && one.runner_up === null
    );
    const use: ColumnUse = { ...column, role, group: 0, supplier: null, confidence: 1, runner_up: null };
    all = all.map((one) =>
      one.role === role ? { ...one, role: 'extra' as const, group: 0, supplier: null } : one
    );
    all = isNamedBefore ? [...all, use] : all.map((one) => one.index === column.index ? use : one);
  }
  return all;
}

/** Numbers with a mark, and a currency perhaps: `0,12 €`. */
const MARKED = /^[^\d\w]{0,3}\d+([.,])\d+\s*\D{0,4}$/;

/** What the numbers of the table say the mark of decimals is: prices say it where quantities leave it open. */
function decimalMark(rows: readonly Row[], columns: readonly ColumnUse[]): '.' | ',' | null {
  const found = { '.': 0, ',': 0 };
  const counted = columns.filter(({ role }) => role === 'quantity' || role === 'extra').map(({ index }) =>
    index
  );
  for (const { cells } of rows.slice(0, 400)) {
    for (const index of counted) {
      const cell = cells[index] ?? '';
      if (cell.length > 20) continue;
      const mark = MARKED.exec(cell)?.[1] as '.' | ',' | undefined;
      // Three digits behind it may be thousands, and a leading zero never is.
      if (mark && (!/[.,]\d{3}(?!\d)/.test(cell) || /^\D*0[.,]/.test(cell))) found[mark] += 1;
    }
  }
  if (found['.'] === 0 && found[','] > 0) return ',';
  if (found[','] === 0 && found['.'] > 0) return '.';
  return null;
}
