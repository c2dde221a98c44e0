/** What the file does not say and only its owner knows: at most two questions, and none where it is clear. */
import type { ColumnRole, ColumnUse, Mapping } from '../../domain/mapping.ts';
import { type BomLine, isLookedUp } from '../line.ts';
import { columnLetters, type Row, type Table } from '../table.ts';
import { readPlacing } from '../rows/placing.ts';
import { cut, list } from '../quoting.ts';
import { isSecondOfValues } from './second-values.ts';
import { areNumbersForNames } from './role-corrections.ts';
import { leavesOwnerOpen } from './scores.ts';
import { readHeader } from './header-words.ts';
import { profileOf, sampleOf } from './profile.ts';
import { askQuantity } from './question-of-quantity.ts';
import { askUnnamed } from './question-of-unnamed.ts';

export interface Question {
  readonly code: 'which_table' | 'which_part_number' | 'which_quantity' | 'decimal_mark' | 'blank_place';
  /** A sentence that asks. */
  readonly detail: string;
  /** Answers, the one that was taken first; each with the mapping that it makes. */
  readonly options: readonly { readonly label: string; readonly mapping: Mapping }[];
}

export const MAX_QUESTIONS = 2;

/** How near a second column of part numbers may come without being asked about. */
const CLEAR_DISTANCE = 0.06;
/** A name and values that agree leave no doubt. */
const CLEAR_CONFIDENCE = 0.75;

/** What was read by the mapping, as far as questions are about it. */
interface Read {
  readonly lines: readonly BomLine[];
  /** Quantities that can be read in two ways. */
  readonly ambiguous: readonly string[];
}

export function questionsOf(
  mapping: Mapping,
  rows: readonly Row[],
  { lines, ambiguous }: Read,
): Question[] {
  return [
    ...askDecimalMark(mapping, ambiguous),
    ...askPartNumber(mapping, rows, lines),
    ...askQuantity(mapping, rows),
    ...askBlankPlace(mapping, rows, lines),
  ].slice(0, MAX_QUESTIONS);
}

/** More tables than these are no choice for anybody. */
const MAX_TABLES = 6;
/** Names that tell a table from another. */
const SHOWN_NAMES = 5;

/** Asks which of several tables is the BOM, and nothing else: what is unsure of its columns is asked once it is known. */
export function askTable(
  mapping: Mapping,
  rivals: readonly Mapping[],
  tables: readonly Table[],
): Question[] {
  if (rivals.length === 0) return [];
  const offered = [mapping, ...rivals].slice(0, MAX_TABLES);
  const sheetOf = ({ table }: Mapping) => tables[table]?.name ?? null;
  const areSheets = new Set(offered.map(sheetOf)).size > 1;
  const labelOf = (one: Mapping) => {
    const sheet = areSheets ? `Sheet "${cut(sheetOf(one) ?? '')}", rows` : 'Rows';
    const isBeside = offered.some((other) =>
      other !== one && sheetOf(other) === sheetOf(one) && other.first_row <= one.last_row &&
      one.first_row <= other.last_row
    );
    const fields = one.columns.filter(({ role }) => role !== 'extra').map(({ index }) => index);
    const [left, right] = [Math.min(...fields), Math.max(...fields)].map((index) =>
      columnLetters(tables[one.table]!, index)
    );
    return `${sheet} ${one.first_row} to ${one.last_row}${isBeside ? `, columns ${left} to ${right}` : ''}: ${
      list(namesOf(one).slice(0, SHOWN_NAMES))
    }`;
  };
  return [{
    code: 'which_table',
    detail:
      `The file has ${offered.length} lists of parts, and one becomes this BOM. Which? For another one, import the file again.`,
    options: offered.map((one) => ({ label: labelOf(one), mapping: one })),
  }];
}

/** The names of its fields, of which each is written once. */
function namesOf({ columns }: Mapping): string[] {
  const names = columns.filter(({ role, name }) => role !== 'extra' && role !== 'item' && name !== '');
  return [...new Set(names.map(({ name }) => name))];
}

function askDecimalMark(mapping: Mapping, [first]: readonly string[]): Question[] {
  if (first === undefined || mapping.decimal_mark !== null) return [];
  const text = cut(first);
  const mark = first.includes(',') ? ',' : '.';
  const digits = first.replace(/[^\d.,]/g, '');
  return [{
    code: 'decimal_mark',
    detail: `Is "${text}" ${Number(digits.replace(',', '.'))} or ${digits.replace(/[.,]/g, '')} pieces?`,
    options: [
      { label: digits.replace(/[.,]/g, ''), mapping: { ...mapping, decimal_mark: mark === ',' ? '.' : ',' } },
      { label: String(Number(digits.replace(',', '.'))), mapping: { ...mapping, decimal_mark: mark } },
    ],
  }];
}

/** Roles beside which a column may hold the part numbers as well. */
export const MAY_BE_NUMBERS: ReadonlySet<ColumnRole> = new Set([
  'value',
  'description',
  'internal_number',
  'supplier_number',
  'extra',
  'note',
]);

function askPartNumber(mapping: Mapping, rows: readonly Row[], lines: readonly BomLine[]): Question[] {
  const elsewhere = askOfManufacturers(mapping, rows) ?? askElsewhere(mapping, rows, lines);
  if (elsewhere.length > 0) return elsewhere;
  const chosen = mapping.columns.find(({ role, group }) => role === 'mpn' && group === 0);
  if (!chosen) return askOwn(mapping, rows);
  const unnamed = askUnnamed(mapping, chosen, rows);
  if (unnamed) return [unnamed];
  if (chosen.confidence >= CLEAR_CONFIDENCE) return [];
  const other = mapping.columns.find(({ index, role, runner_up }) =>
    index !== chosen.index && MAY_BE_NUMBERS.has(role) && runner_up?.role === 'mpn' &&
    runner_up.confidence >= chosen.confidence - CLEAR_DISTANCE &&
    // Where hardly a cell looks like a number there is nothing to ask.
    profileOf(sampleOf(rows), index).share('part_number') > HARDLY_ANY
  );
  if (!other && isOfOnePattern(chosen, rows)) return [askWhose(mapping, chosen)];
  if (!other || !rows.some(({ cells }) => differ(cells[chosen.index], cells[other.index]))) return [];
  return [{
    code: 'which_part_number',
    detail: `Which column has the manufacturers' part numbers, "${cut(chosen.name)}" or "${
      cut(other.name)
    }"?`,
    options: [
      { label: chosen.name, mapping },
      { label: other.name, mapping: withNumbersIn(mapping, chosen, other) },
    ],
  }];
}

/** Whether numbers under a name that leaves it open are written alike, as a house writes its own. */
function isOfOnePattern({ index, name }: ColumnUse, rows: readonly Row[]): boolean {
  const { meanings } = readHeader(name);
  if (!meanings.has('part') || meanings.has('manufacturer') || meanings.has('mpn')) return false;
  const { isOfOnePattern, decoded } = profileOf(sampleOf(rows), index);
  // What a manufacturer's scheme reads is that manufacturer's.
  return isOfOnePattern && decoded() === 0;
}

/** Numbers that were taken for a house's by their pattern alone: nothing says that they are no manufacturers'. */
function askOwn(mapping: Mapping, rows: readonly Row[]): Question[] {
  const own = mapping.columns.find((use) =>
    // Of what somebody decided there is nothing else that it could be.
    use.role === 'internal_number' && use.runner_up !== null && leavesOwnerOpen(readHeader(use.name)) &&
    isOfOnePattern(use, rows)
  );
  return own ? [askWhose(mapping, own)] : [];
}

/** Of the lines, those with something to look up: fewer are as good as none. */
const HARDLY_ANY = 0.1;
/** Of a column that may hold the part numbers, this many cells look like some, and schemes read so many of them. */
const LIKE_NUMBERS = 0.5;
const LEAST_READ = 0.25;
/** Programs write what a part is called where it has no value: only a list of little else is one of part numbers. */
const LIKE_NUMBERS_OF_VALUES = 0.75;

/** Where next to nothing can be looked up and a column of another field looks like one of part numbers, whether it is. */
function askElsewhere(mapping: Mapping, rows: readonly Row[], lines: readonly BomLine[]): Question[] {
  const found = lines.filter(isLookedUp).length;
  if (lines.length === 0 || found > lines.length * HARDLY_ANY) return [];
  const sample = sampleOf(rows);
  let best: { readonly use: ColumnUse; readonly read: number } | null = null;
  for (const use of mapping.columns) {
    // Of what somebody decided there is nothing else that it could be.
    const isDecided = use.confidence === 1 && use.runner_up === null;
    const { meanings } = readHeader(use.name);
    // A library calls its symbols so, and some of them after parts.
    const isOfLibrary = meanings.has('device') || meanings.has('library');
    if (isDecided || isOfLibrary || !MAY_BE_NUMBERS.has(use.role)) continue;
    if (isSecondOfValues(use, mapping.columns, rows)) continue;
    const { share, decoded, filled } = profileOf(sample, use.index);
    // As few would leave as many lines without one.
    if (filled <= sample.length * HARDLY_ANY) continue;
    const least = use.role === 'value' || use.role === 'description' ? LIKE_NUMBERS_OF_VALUES : LIKE_NUMBERS;
    if (share('part_number') < least || decoded() <= Math.max(LEAST_READ, best?.read ?? 0)) continue;
    best = { use, read: decoded() };
  }
  if (!best) return [];
  return askWhetherNumbers(mapping, best.use, found === 0 ? 'No line' : 'Hardly a line');
}

/** Where no column has part numbers and that of the manufacturers has no name but what could be numbers, whether they are; else null. */
function askOfManufacturers(mapping: Mapping, rows: readonly Row[]): Question[] | null {
  const sample = sampleOf(rows);
  const isOf = (role: ColumnRole) => (use: ColumnUse) =>
    use.role === role && profileOf(sample, use.index).filled > 0;
  const use = mapping.columns.find(isOf('manufacturer'));
  // Of what somebody decided there is nothing else that it could be.
  const isDecided = use === undefined || (use.confidence === 1 && use.runner_up === null);
  if (isDecided || mapping.columns.some(isOf('mpn'))) return null;
  return areNumbersForNames(profileOf(sample, use.index)) ? askWhetherNumbers(mapping, use, 'No line') : null;
}

function askWhetherNumbers(mapping: Mapping, use: ColumnUse, lines: string): Question[] {
  const asNumbers: ColumnUse = {
    ...use,
    role: 'mpn',
    group: 0,
    supplier: null,
    confidence: 1,
    runner_up: null,
  };
  // What else it says stays said: numbers among values are the values of their parts.
  const columns = use.role === 'value' || use.role === 'description'
    ? [...mapping.columns, asNumbers]
    : mapping.columns.map((each) => each === use ? asNumbers : each);
  const isOfNames = use.role === 'manufacturer';
  return [{
    code: 'which_part_number',
    detail: `${lines} has a part number${isOfNames ? '' : ' to look up'}. Are there part numbers in ${
      use.name === '' ? `column ${use.index + 1}` : `"${cut(use.name)}"`
    }?`,
    options: [
      { label: isOfNames ? 'No, they are names' : 'No, nothing is to be looked up', mapping },
      { label: 'Yes', mapping: { ...mapping, columns } },
    ],
  }];
}

/** Asks whose the numbers of a column are, with the answer first that was taken. */
function askWhose(mapping: Mapping, { index, name, role: taken }: ColumnUse): Question {
  const optionOf = (label: string, role: ColumnRole) => ({
    label,
    mapping: role === taken ? mapping : {
      ...mapping,
      columns: mapping.columns.map((use) =>
        use.index === index ? { ...use, role, group: 0, confidence: 1, runner_up: null } : use
      ),
    },
  });
  const options = [optionOf("The manufacturers'", 'mpn'), optionOf('Our own', 'internal_number')];
  return {
    code: 'which_part_number',
    detail: `Are the numbers in "${cut(name)}" the manufacturers', or your own?`,
    options: taken === 'mpn' ? options : options.toReversed(),
  };
}

const differ = (one = '', other = '') => one !== '' && other !== '' && one !== other;

function withNumbersIn(mapping: Mapping, chosen: ColumnUse, other: ColumnUse): Mapping {
  return {
    ...mapping,
    columns: mapping.columns.map((use) => {
      if (use.index === other.index) {
        return { ...use, role: 'mpn' as const, group: 0, supplier: null, confidence: 1, runner_up: null };
      }
      return use.index === chosen.index ? { ...use, role: 'extra' as const, group: 0 } : use;
    }),
  };
}

function askBlankPlace(mapping: Mapping, rows: readonly Row[], lines: readonly BomLine[]): Question[] {
  const use = mapping.columns.find(({ role }) => role === 'place');
  if (!use || mapping.blank_place !== null) return [];
  const said = new Map(rows.map(({ number, cells }) => [number, cells[use.index] ?? '']));
  // A row of a sum or of an alternate says nothing of it, and what is not placed for another reason need not be asked of.
  const cells = lines.filter(({ do_not_place }) => !do_not_place).flatMap((line) =>
    rowsOf(line).map((row) => said.get(row) ?? '')
  );
  const blank = cells.filter((cell) => cell === '').length;
  const saysNo = [...said.values()].some((cell) => ['no', 'not'].includes(readPlacing(cell) ?? ''));
  if (blank === 0 || blank === cells.length || saysNo) return [];
  return [{
    code: 'blank_place',
    detail: `Are parts with nothing in the column "${cut(use.name)}" placed?`,
    options: [
      { label: 'Placed', mapping: { ...mapping, blank_place: 'placed' } },
      { label: 'Not placed', mapping: { ...mapping, blank_place: 'not_placed' } },
    ],
  }];
}

/** Rows of which each names a part of the line: its first, or all where equal rows were made into one line. */
function rowsOf({ rows, designators }: BomLine): readonly number[] {
  return rows.length === designators.length ? rows : rows.slice(0, 1);
}
