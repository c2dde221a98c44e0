/**
 * From a file's bytes to lines, without anything being stored. A preview guesses the mapping; reading takes one that was
 * confirmed. Both are pure: the same bytes, templates and mapping give the same answer.
 */
import type { ColumnRole, Mapping, MappingTemplate } from '../domain/mapping.ts';
import { type BomLine, type DroppedRow, isLookedUp } from './line.ts';
import type { Issue } from './issues.ts';
import { guessMapping, type GuessOptions, type OfferedTable } from './mapping/guess.ts';
import { profileOf, sampleOf } from './mapping/profile.ts';
import { askTable, MAY_BE_NUMBERS, type Question, questionsOf } from './mapping/questions.ts';
import { findHeader, headerOfNames } from './mapping/header.ts';
import { readHeader } from './mapping/header-words.ts';
import type { Meaning } from './mapping/lexicon.ts';
import { type Side, sidesOf } from './mapping/sides.ts';
import { BomRefusal } from './refusal.ts';
import { columnLetters, type OpenedFile, type Row, type Table } from './table.ts';
import { type LinesRead, toLines } from './to-lines.ts';
import { cut, list } from './quoting.ts';

export interface FileLines {
  readonly lines: readonly BomLine[];
  readonly issues: readonly Issue[];
  readonly dropped: readonly DroppedRow[];
}

export interface Preview extends FileLines {
  readonly container: OpenedFile['container'];
  readonly encoding: string | null;
  readonly separator: string | null;
  /** Tables that could be the BOM, the one that was taken first. */
  readonly tables: readonly OfferedTable[];
  readonly mapping: Mapping;
  /** At most two; none where the file says everything. */
  readonly questions: readonly Question[];
}

/**
 * The lines of a file by a mapping that was confirmed.
 * @throws BomRefusal where the file has no such table
 */
export function readOpened(opened: OpenedFile, mapping: Mapping): FileLines {
  const table = opened.tables[mapping.table];
  if (!table) {
    throw new BomRefusal(
      'unknown_column',
      `The mapping names table ${mapping.table + 1}, which the file does not have. Preview it again.`,
    );
  }
  const read = toLines(table, mapping, opened.separator);
  return withPlaces(opened, table, rowsOf(table, mapping), mapping, read);
}

/** What is to be asked of a file that is read by the mapping: nothing where it tells of no parts. */
export function askedOf({ tables, separator }: OpenedFile, mapping: Mapping): Question[] {
  const table = tables[mapping.table];
  return table && tellsOfParts(mapping)
    ? questionsOf(mapping, rowsOf(table, mapping), toLines(table, mapping, separator))
    : [];
}

/** Whether the file has several tables any of which may be the BOM. */
export function asksWhichTable({ tables }: OpenedFile, templates: readonly MappingTemplate[]): boolean {
  return (guessMapping(tables, { templates })?.rivals.length ?? 0) > 0;
}

/**
 * What a file holds, as far as it can be told without asking.
 * @param unknown where no column tells of parts: refuse the file, or show it to somebody who can say what its columns are
 * @throws BomRefusal where it holds no BOM
 */
export function previewOpened(
  opened: OpenedFile,
  options: GuessOptions,
  unknown: 'refuse' | 'show' = 'refuse',
): Preview {
  const guess = guessMapping(opened.tables, options);
  const table = guess && opened.tables[guess.mapping.table];
  if (!guess || !table) {
    throw new BomRefusal('empty_bom', 'The file has no lines. Send a header and at least one line.');
  }
  const { mapping, tables, rivals } = guess;
  refuseMissing(mapping, table, options.named ?? {});
  const isKnown = isBom(mapping);
  if (!isKnown && unknown === 'refuse') {
    throw new BomRefusal(
      'no_part_number_column',
      `${NOTHING_RECOGNISED} Rename its header, to MPN for example, or say which column it is. ${
        headerInWords(mapping, table)
      }`,
    );
  }
  const rows = rowsOf(table, mapping);
  if (rows.length === 0) {
    throw new BomRefusal(
      'empty_bom',
      `Below the header in row ${mapping.header_rows.at(-1)} there is no line. Send at least one.`,
    );
  }
  const kind = { container: opened.container, encoding: opened.encoding, separator: opened.separator };
  if (!isKnown) return { ...kind, tables, mapping, questions: [], ...NO_PARTS };
  const read = toLines(table, mapping, opened.separator);
  const which = askTable(mapping, rivals, opened.tables);
  return {
    ...kind,
    tables,
    mapping,
    questions: which.length > 0 ? which : questionsOf(mapping, rows, read),
    ...withPlaces(opened, table, rows, mapping, read),
  };
}

const NOTHING_RECOGNISED =
  'No column was recognised as one of part numbers, designators, values or descriptions.';

/** What is read of a table of which nobody has said where its parts stand. */
export const NO_PARTS: FileLines = {
  lines: [],
  issues: [{
    severity: 'warning',
    row: null,
    column: null,
    code: 'no_part_number_column',
    detail: `${NOTHING_RECOGNISED} Say which column holds them.`,
  }],
  dropped: [],
};

/** Whether some column says what a line asks for. */
export const tellsOfParts = ({ columns }: Mapping): boolean =>
  columns.some(({ role }) => [...ASKING, ...DESCRIBING].some((each) => each === role));

const rowsOf = ({ rows }: Table, { first_row, last_row }: Mapping): readonly Row[] =>
  rows.filter(({ number }) => number >= first_row && number <= last_row);

/**
 * Roles any of which makes a table a BOM, and those that do so beside a quantity. What a part is and who sells it do together, or a
 * page and a price of it: a list to buy from.
 */
const ASKING = ['mpn', 'supplier_number', 'designators', 'internal_number'] as const;
const DESCRIBING = ['value', 'description', 'footprint'] as const;

/** Whether enough of the columns is known for the table to be read. */
export function isBom({ columns }: Mapping): boolean {
  const has = (role: ColumnRole) => columns.some((use) => use.role === role);
  const names = (meaning: Meaning) => columns.some(({ name }) => readHeader(name).meanings.has(meaning));
  return ASKING.some(has) || (has('quantity') && DESCRIBING.some(has)) ||
    ((has('description') || has('value')) && (has('supplier') || (names('link') && names('money'))));
}

const namesOf = ({ columns }: Mapping) => columns.map(({ name }) => name).filter((name) => name !== '');

function headerInWords(mapping: Mapping, { rows }: Table): string {
  const names = namesOf(mapping);
  const row = mapping.header_rows[0] ?? rows[0]?.number ?? 1;
  return `Row ${row}, taken for the header row, has: ${
    list(names.length > 0 ? names : (rows[0]?.cells ?? []))
  }.`;
}

function refuseMissing(mapping: Mapping, table: Table, named: NonNullable<GuessOptions['named']>): void {
  const names = namesOf(mapping);
  const missing = Object.entries(named).find(([, name]) => name === '' || !names.includes(name));
  if (!missing) return;
  throw new BomRefusal(
    'unknown_column',
    `There is no column "${cut(missing[1])}" for ${missing[0]}. ${headerInWords(mapping, table)}`,
  );
}

/** Adds what is to be said of the file's other rows, columns and tables: nothing is left out without a word. */
function withPlaces(
  opened: OpenedFile,
  table: Table,
  rows: readonly Row[],
  mapping: Mapping,
  read: LinesRead,
): FileLines {
  const header = new Set(mapping.header_rows);
  const issues: Issue[] = [...nothingToLookUp(rows, mapping, read), ...opened.issues];
  for (const { number, cells } of [...table.rows, ...rowsBeside(opened, table)]) {
    if ((number >= mapping.first_row && number <= mapping.last_row) || header.has(number)) continue;
    const isAbove = number < mapping.first_row;
    issues.push({
      severity: isAbove ? 'info' : 'warning',
      row: number,
      column: null,
      code: isAbove ? 'row_above_header' : 'row_is_no_line',
      detail: `Row ${number} ${
        isAbove ? 'stands above the table' : 'is not of the table that was read'
      } and was left out: ${list(cells.filter((cell) => cell !== ''))}.`,
    });
  }
  const beside = sidesNotRead(table, rows, mapping);
  issues.push(
    ...otherTables(opened, table),
    ...beside.map((side) => tableBeside(table, mapping, side)),
    ...otherColumns(mapping, beside),
    ...placingNotRead(rows, mapping),
    ...totalTaken(mapping),
  );
  return { lines: read.lines, issues: [...issues, ...read.issues], dropped: read.dropped };
}

/** Of a column, so many cells make it worth a look. */
const SOME_NUMBERS = 0.3;

/** Said before everything else: of such a BOM little is known later on, either. */
function nothingToLookUp(rows: readonly Row[], mapping: Mapping, { lines }: LinesRead): Issue[] {
  if (lines.length === 0 || lines.some(isLookedUp)) return [];
  const sample = sampleOf(rows);
  const like = mapping.columns.find(({ role, name, index }) => {
    if (name === '' || !MAY_BE_NUMBERS.has(role)) return false;
    const { share } = profileOf(sample, index);
    return share('part_number') >= SOME_NUMBERS && share('text') + share('footprint') < SOME_NUMBERS;
  });
  return [{
    severity: 'warning',
    row: null,
    column: null,
    code: 'nothing_to_look_up',
    detail:
      `No line has a part number or a supplier’s number, so parts can only be looked up by what their values or descriptions say. If a column has them, say which${
        like ? `: "${cut(like.name)}" looks as if it had some` : ''
      }.`,
  }];
}

/** Rows of a sheet that stand in none of its blocks, where a block is read. */
function rowsBeside({ tables }: OpenedFile, table: Table): readonly Row[] {
  if (table.block === null) return [];
  const ofSheet = tables.filter(({ name }) => name === table.name);
  const inBlocks = new Set(
    ofSheet.filter(({ block }) => block !== null).flatMap(({ rows }) => rows.map(({ number }) => number)),
  );
  const whole = ofSheet.find(({ block }) => block === null);
  return (whole?.rows ?? []).filter(({ number }) => !inBlocks.has(number));
}

function otherTables({ tables }: OpenedFile, table: Table): Issue[] {
  const others = table.block === null
    ? tables.filter((other) => other !== table && other.block === null)
    : tables.filter((other) => other !== table && (other.block !== null || other.name !== table.name));
  return others.map((other) => {
    const first = other.rows[0]?.number ?? null;
    const what = other.name === null ? 'Another table' : `Sheet "${cut(other.name)}"`;
    const where = other.block === null ? '' : ` from row ${first}`;
    return {
      // What has a header like a BOM's, or places without one, may be half of it.
      severity: (findHeader(other, new Set())?.score ?? 0) >= LIKE_BOM || namesPlaces(other)
        ? 'warning'
        : 'info',
      row: first,
      column: null,
      code: 'table_not_read',
      detail: `${what}${where} was not read: it has ${other.rows.length} rows.`,
    };
  });
}

/** Rows and columns in which places are looked for, and how many of a column's cells have to be some. */
const LOOKED_AT = { rows: 60, columns: 20 };
const LEAST_PLACES = 3;
const MOSTLY_PLACES = 0.8;

/** Whether a table has a column of places on a board. */
function namesPlaces({ rows }: Table): boolean {
  const some = rows.slice(0, LOOKED_AT.rows);
  return Array.from({ length: LOOKED_AT.columns }, (_, i) => i).some((index) => {
    const { filled, share } = profileOf(some, index);
    return filled >= LEAST_PLACES && share('designators') >= MOSTLY_PLACES;
  });
}

/** Of a header: designators, a quantity and a bit more. */
const LIKE_BOM = 2.2;

/** Tables beside the one that was read, of which no column is one of its fields. */
function sidesNotRead(table: Table, rows: readonly Row[], mapping: Mapping): Side[] {
  const names: string[] = [];
  for (const { index, name } of mapping.columns) names[index] = name;
  const header = headerOfNames(
    table.rows.filter(({ number }) => mapping.header_rows.includes(number)),
    Array.from(names, (name) => name ?? ''),
  );
  const isRead = ({ from, to }: Side) =>
    mapping.columns.some(({ index, role }) => index >= from && index < to && role !== 'extra');
  const sides = sidesOf(table, header, rows);
  return sides.length < 2 ? [] : sides.filter((side) => !isRead(side));
}

function tableBeside(table: Table, { columns, header_rows }: Mapping, { from, to }: Side): Issue {
  const names = columns.filter(({ index, name }) => index >= from && index < to && name !== '');
  return {
    severity: 'warning',
    row: header_rows[0] ?? null,
    column: null,
    code: 'table_not_read',
    detail: `Columns ${columnLetters(table, from)} to ${columnLetters(table, to - 1)} (${
      list(names.map(({ name }) => name))
    }) are another table, beside the one that was read. None of its rows became a line; its cells are kept as written. To import it, choose it as the table.`,
  };
}

/** Names that say of nothing else than whether a part is placed. */
const OF_PLACING =
  /^(?:to be )?(?:fit|fitted|fitting|place|placed|populate|populated|stuff|stuffed|install|installed|bestuckt|bestucken|bestueckt|bestuecken)$/;

/** A column that should say which parts are placed, in words of which none is known: its parts may be bought for nothing. */
function placingNotRead(rows: readonly Row[], mapping: Mapping): Issue[] {
  return mapping.columns.flatMap(({ index, name, role }) => {
    if (role !== 'extra' || !OF_PLACING.test(readHeader(name).plain)) return [];
    const { filled, share } = profileOf(sampleOf(rows), index);
    if (filled === 0 || share('mounting') > 0) return [];
    return [{
      severity: 'warning' as const,
      row: mapping.header_rows[0] ?? null,
      column: name,
      code: 'do_not_place_unread',
      detail: `Column "${
        cut(name)
      }" is called as if it said which parts are placed, and its words are not known. All parts were taken as placed: mark those that are not.`,
    }];
  });
}

/** Only the name of a total, and what it sums up, said that it counts: it may be one of stocks. */
function totalTaken({ columns, header_rows }: Mapping): Issue[] {
  const use = columns.find(({ role, group }) => role === 'quantity' && group === 0);
  const isDecided = use === undefined || (use.confidence === 1 && use.runner_up === null);
  if (isDecided) return [];
  const { meanings } = readHeader(use.name);
  if (!meanings.has('total') || meanings.has('quantity') || meanings.has('board')) return [];
  return [{
    severity: 'warning',
    row: header_rows[0] ?? null,
    column: use.name,
    code: 'quantity_ambiguous',
    detail: `No column is called a quantity, and "${
      cut(use.name)
    }" was taken for it. Say which one is, or that none is, if that is a sum of stocks or orders.`,
  }];
}

function otherColumns({ columns }: Mapping, beside: readonly Side[]): Issue[] {
  const others = columns.filter(({ role, name, index }) =>
    role === 'extra' && name !== '' && !beside.some(({ from, to }) => index >= from && index < to)
  ).map(({ name }) => name);
  if (others.length === 0) return [];
  return [{
    severity: 'info',
    row: null,
    column: null,
    code: 'columns_not_read',
    detail: `No field matches these columns; they are kept as written: ${
      list(others)
    }. To have one read, choose its field, or rename its header.`,
  }];
}
