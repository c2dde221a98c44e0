/** From tables of cells to the BOM's table and what its columns hold, with how sure that is and what else it could be. */
import type { ColumnRole, ColumnUse, Mapping, MappingTemplate } from '../../domain/mapping.ts';
import { designatorsShare, readDesignators } from '../rows/designators.ts';
import type { Row, Table } from '../table.ts';
import { assignColumns } from './columns.ts';
import type { Evidence } from './column.ts';
import {
  areAlike,
  findHeader,
  type Header,
  headerKnownBefore,
  headerOfOneName,
  headerWithoutMeaning,
  type NamedHeaders,
  NO_HEADER,
} from './header.ts';
import { readHeader } from './header-words.ts';
import { sampleOf } from './profile.ts';
import { type Readable, rivalsOf, wholeOf } from './rivals.ts';
import { sectionsOf } from './sections.ts';
import { headerOfSide, rowsOfSide, type Side, sidesOf } from './sides.ts';

/** A table that may be the BOM. */
export interface OfferedTable {
  readonly table: number;
  readonly name: string | null;
  readonly header_rows: readonly number[];
  readonly first_row: number;
  readonly last_row: number;
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
}

const BOTH: Evidence = { names: true, values: true };

interface Candidate extends Readable {
  readonly offered: OfferedTable;
  readonly block: number | null;
  /** The best of the tables that stand side by side below one row of names. */
  readonly isBestSide: boolean;
}

/** What makes a table a BOM, by what its columns hold. */
const WORTH: Readonly<Partial<Record<ColumnRole, number>>> = {
  designators: 1.2,
  mpn: 1,
  quantity: 0.8,
  value: 0.6,
  supplier_number: 0.5,
  manufacturer: 0.5,
  footprint: 0.4,
  description: 0.3,
};

/** Names of sheets. */
const NAMED_BOM =
  /\bbom\b|bill of material|parts? ?list|stückliste|stueckliste|nomenclature|物料|元件清单|部品表|спецификация/iu;
const NAMED_OTHERWISE =
  /\b(?:old|archive|obsolete|pricing|template|legend|changes|history|revisions?|pick ?(?:and|&|n)? ?place|cpl|centroid)\b/iu;
/** Of two sheets that are as good, the first. */
const COST_OF_LATER_TABLE = 0.03;
const COST_OF_LATER_SECTION = 0.2;

/** @returns null where no table has a row */
export function guessMapping(tables: readonly Table[], options: GuessOptions = {}): Guess | null {
  const named: NamedHeaders = new Set(Object.values(options.named ?? {}));
  const all = tables.flatMap((table, index) => candidatesOf(table, index, named, options));
  const candidates = all.filter((one) => !all.some((other) => isPartOf(one, other) || isOffered(one, other)));
  const sorted = candidates.toSorted((a, b) => b.offered.score - a.offered.score);
  const [best, ...others] = sorted;
  if (!best) return null;
  const chosen = wholeOf(best, others) ?? best;
  return {
    mapping: mappingOf(chosen),
    tables: [chosen, ...sorted.filter((candidate) => candidate !== chosen)].map(({ offered }) => offered),
    // What was confirmed of another file says what columns hold, and not which of this file's lists is meant.
    rivals: named.size > 0
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
    offered.last_row <= whole.offered.last_row && areAlike(header, whole.header);
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
  return sectionsOf(table, header).flatMap(({ header, rows, isRepeated }, section) => {
    const sample = sampleOf(rows);
    const sides = sidesOf(table, header, rows).map((side) => {
      const own = headerOfSide(header, side);
      const columns = columnsOfSide(header, side, assignColumns(own, rowsOfSide(sample, side), evidence));
      const named = nameColumns(
        applyTemplate(columns, header, options.templates ?? []),
        options.named ?? {},
      );
      return { side, columns: named, score: scoreOf(named, rows, table, own, isRepeated) };
    }).toSorted((a, b) => b.score - a.score);
    const names = header.rows.map(({ number }) => number);
    const below = (header.rows.at(-1)?.number ?? 0) + 1;
    // A block is chosen as it is, and read by its best side.
    return sides.slice(0, table.block === null ? undefined : 1).map((
      { side, columns, score },
      rank,
    ): Candidate => ({
      header,
      rows,
      columns,
      block: table.block,
      isAside: table.isHidden || NAMED_OTHERWISE.test(table.name ?? ''),
      place: {
        from: table.firstColumn + side.from,
        to: table.firstColumn + Math.min(side.to, widthOf(table)),
      },
      isBestSide: rank === 0,
      offered: {
        table: index,
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
    place: { from: table.firstColumn, to: table.firstColumn + roles.length },
    isBestSide: true,
    offered: {
      table: index,
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

/** Columns of designators beyond the first: no table has two, unless two tables stand side by side. */
function doublesOf({ cells }: Header): number {
  return Math.max(0, cells.filter(({ scores }) => (scores.get('designators') ?? 0) > 0.9).length - 1);
}

function scoreOf(
  columns: readonly ColumnUse[],
  rows: readonly Row[],
  table: Table,
  header: Header,
  isRepeated: boolean,
) {
  let score = 0;
  const telling = tellingRows(rows);
  const counted = new Set<ColumnRole>();
  for (const { role, group, confidence } of columns.toSorted((a, b) => b.confidence - a.confidence)) {
    if (group > 0 || counted.has(role)) continue;
    counted.add(role);
    if (role === 'quantity' && contradictsPlaces(columns, rows)) continue;
    score += (WORTH[role] ?? 0) * confidence *
      (1 - WORTH_OF_FULL + WORTH_OF_FULL * filledIn(columns, role, telling));
  }
  if (header.rows.length === 0) score *= 0.8;
  // Side by side, two tables give one sheet two columns of each kind.
  const doubles = doublesOf(header);
  if (table.block === null && doubles > 0) score -= 0.15 * doubles;
  if (table.isHidden) score -= 1;
  if (NAMED_BOM.test(table.name ?? '')) score += 0.15;
  if (NAMED_OTHERWISE.test(table.name ?? '')) score -= 0.2;
  if (table.block !== null) score -= table.block > 1 ? 0.15 : 0.05;
  if (isRepeated && !counted.has('quantity')) score -= 0.2;
  // A table of a few rows is a summary, or a legend.
  return score * Math.min(1, 0.55 + rows.length * 0.15) + Math.min(rows.length, 400) / 4_000;
}

/** A program's own list has fields for all that a BOM has, and in most rows nothing in them. */
const WORTH_OF_FULL = 0.5;
/** Rows that tell how full a table is. */
const COUNTED_ROWS = 400;

/** Slips are fewer, and so are quantities of several boards in one row. */
const MAY_AGREE = 0.3;
const LEAST_COUNTED = 5;
/** Longer lists would cost more to spell out than they tell. */
const MAX_COUNTED_CHARS = 1_000;

/** Whether the quantities are of an order, in packs perhaps: hardly one of them counts the places in its row. */
function contradictsPlaces(columns: readonly ColumnUse[], rows: readonly Row[]): boolean {
  const [places, counts] = (['designators', 'quantity'] as const).map((wanted) =>
    columns.find(({ role, group }) => role === wanted && group === 0)
  );
  if (!places || !counts) return false;
  let [compared, agree] = [0, 0];
  for (const { cells } of sampleOf(rows)) {
    const text = cells[places.index] ?? '';
    const count = Number(cells[counts.index] ?? '');
    if (text.length > MAX_COUNTED_CHARS || designatorsShare(text) < 1 || !(count > 0)) continue;
    compared += 1;
    if (readDesignators(text, count).designators.length === count) agree += 1;
  }
  return compared >= LEAST_COUNTED && agree < compared * MAY_AGREE;
}

/** Titles and sums have one cell or two, and say nothing of the table's fields. */
const tellingRows = (rows: readonly Row[]) =>
  rows.slice(0, COUNTED_ROWS).filter(({ cells }) => cells.filter((cell) => cell !== '').length > 2);

/** The share of such rows with something in any column of the role. */
function filledIn(columns: readonly ColumnUse[], wanted: ColumnRole, telling: readonly Row[]): number {
  const indices = columns.filter(({ role }) => role === wanted).map(({ index }) => index);
  const filled = telling.filter(({ cells }) => indices.some((index) => (cells[index] ?? '') !== ''));
  return telling.length === 0 ? 0 : filled.length / telling.length;
}

/** A confirmed mapping is used again for a file with the same headers. */
function applyTemplate(
  columns: readonly ColumnUse[],
  header: Header,
  templates: readonly MappingTemplate[],
): ColumnUse[] {
  const template = templateFor(columns, header, templates);
  if (!template) return [...columns];
  return template.columns.map(({ index, role, group, supplier }) => ({
    index,
    name: columns[index]?.name ?? '',
    role,
    group,
    supplier,
    confidence: 1,
    runner_up: null,
  }));
}

function templateFor(
  columns: readonly ColumnUse[],
  header: Header,
  templates: readonly MappingTemplate[],
): MappingTemplate | undefined {
  const headers = headersOf(columns);
  return header.rows.length === 0
    ? undefined
    : templates.find((one) =>
      one.headers.length === headers.length && one.headers.every((name, i) => name === headers[i])
    );
}

function headersOf(columns: readonly Pick<ColumnUse, 'name' | 'index'>[]): string[] {
  const headers: string[] = [];
  for (const { name, index } of columns) headers[index] = readHeader(name).plain;
  return Array.from(headers, (name) => name ?? '');
}

/** What is to be kept of a confirmed mapping. */
export function templateOf({ columns }: Mapping): MappingTemplate {
  return {
    headers: headersOf(columns),
    columns: columns.map(({ index, role, group, supplier }) => ({ index, role, group, supplier })),
  };
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
