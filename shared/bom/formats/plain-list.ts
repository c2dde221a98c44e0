/** Lists that somebody typed, mailed or noted down: a part in each row, without a header and without columns. */
import type { ColumnRole } from '../../domain/mapping.ts';
import { findHeader, headerOfOneName } from '../mapping/header.ts';
import { Issues } from '../issues.ts';
import { MAX_COLUMNS } from '../limits.ts';
import { tooManyLines } from '../refusal.ts';
import type { Row } from '../table.ts';
import { findSeparator } from './csv.ts';
import {
  type Entry,
  type Habits,
  isNumbered,
  LIKE_PLACE,
  NO_HABITS,
  readEntry,
  withoutCommasInNumbers,
  withoutMark,
} from './list-words.ts';
import { type TextFormat, WHOLE } from './format.ts';
import { TextRows } from './text-rows.ts';

export const plainList: TextFormat = {
  container: 'list',
  // Columns that are drawn with blanks say more than the words in them.
  detects: (text) => habitsOf(text) === null ? 0 : 0.3,
  read(text, limits) {
    const habits = habitsOf(text)!;
    const issues = new Issues();
    const rows: { readonly number: number; readonly line: string; readonly entry: Entry | null }[] = [];
    for (const { number, line } of linesOf(text)) {
      if (rows.length === limits.rows) throw tooManyLines(limits);
      rows.push({ number, line, entry: readEntry(line, habits) });
    }
    const entries = rows.flatMap(({ entry }) => entry ?? []);
    const isNumber = numbersAmong(entries);
    const areNumbers = entries.filter(isNumber).length >= entries.length * MOSTLY_NUMBERS;
    const leading = leadingOf(entries, habits);
    if (leading.isUnsure) {
      const { number } = rows.find(({ entry }) => (entry?.leading ?? '') !== '')!;
      issues.add(unsureCount(number, leading.role));
    }
    for (const { number, entry } of rows) {
      if (entry && entry.unsureCount !== '') issues.add(unsureNumber(number, entry.unsureCount));
      else if (entry && habits.countAt === null && areBothCounts(entry)) {
        issues.add(unsureNumber(number, entry.quantity || entry.leading));
      }
    }
    const cells = rows.map(({ entry, line }) => {
      const said: Cells = entry
        ? cellsOf(entry, areNumbers, isNumber(entry), leading.role)
        : { description: line.trim() };
      return COLUMNS.map((role) => said[role] ?? '');
    });
    const used = COLUMNS.map((_, i) => i).filter((i) => cells.some((row) => row[i] !== ''));
    const kept = new TextRows(limits);
    for (const [i, { number }] of rows.entries()) kept.add(number, used.map((at) => cells[i]![at]!));
    return {
      container: 'list',
      encoding: null,
      separator: null,
      tables: [{ ...WHOLE, rows: kept.rows, roles: used.map((at) => COLUMNS[at]!) }],
      issues: issues.list(),
    };
  },
};

const COLUMNS = [
  'item',
  'designators',
  'quantity',
  'mpn',
  'manufacturer',
  'supplier_number',
  'value',
  'footprint',
  'description',
  'extra',
] as const satisfies readonly ColumnRole[];

type Cells = Readonly<Partial<Record<typeof COLUMNS[number], string>>>;

/** Digits that are a number, where places say that it is none of ohms or farads: `U2 7805`. */
const DIGITS = /^\d{2,8}$/;
/** Long enough to be a number wherever it stands; libraries put a package behind a slash. */
const SURE_NUMBER = /^(?=(?:.*[A-Z]){2})(?=(?:.*\d){3})[A-Z\d][A-Z\d.+#-]{8,}$/;
const PASSIVE = /^[RCL]\d/i;

/**
 * The cells of a row. Beside places and in a list of values, what could be a number is what the part is called, as in the lists
 * of layout programs: `Q3 AP1117`.
 */
function cellsOf(
  entry: Entry,
  areNumbers: boolean,
  isOwnNumber: boolean,
  leading: 'item' | 'quantity',
): Cells {
  const { designators, quantity, number, value, words } = entry;
  const isNumber = number !== '' &&
    (areNumbers || value !== '' || designators === '' || SURE_NUMBER.test(number));
  const isAlone = number === '' && value === '' && DIGITS.test(words);
  const isDigits = isAlone && areNumbers && (words.length > 3 || isOwnNumber) && !PASSIVE.test(designators);
  const isCalled = !isNumber && value === '' && !isDigits && (isAlone || !areNumbers);
  return {
    item: leading === 'item' ? entry.leading : '',
    designators,
    quantity: quantity || (leading === 'quantity' ? entry.leading : ''),
    mpn: isNumber ? number : isDigits ? words : '',
    manufacturer: entry.manufacturer,
    supplier_number: entry.supplierNumber,
    value: isCalled ? number || words : value,
    footprint: entry.footprint,
    extra: entry.prices,
    description: isDigits || (isCalled && number === '') ? '' : words,
  };
}

/** Digits without places are parts' numbers where other rows name parts by numbers and none by a value: `7805`, `555`. */
const LIKE_NUMBER = /^\d{3,8}$/;

/** Which entries name their part by a number. */
function numbersAmong(entries: readonly Entry[]): (entry: Entry) => boolean {
  const areValues = entries.some(({ value }) => value !== '');
  const isOfDigits = ({ designators, number, words }: Entry) =>
    designators === '' && number === '' && LIKE_NUMBER.test(words);
  const areParts = entries.some((entry) =>
    entry.number !== '' || (isOfDigits(entry) && entry.words.length > 3)
  );
  return (entry) => entry.number !== '' || (!areValues && areParts && isOfDigits(entry));
}

/** Whether a row is two numbers, either of which could count. */
const areBothCounts = ({ bare }: Entry) => bare.front !== '' && bare.behind !== '' && !bare.isBesideName;

const SAMPLE_CHARS = 64 * 1024;
const SAMPLE_ROWS = 200;
/** Of the rows, so many are of a list; the others are titles and remarks. */
const MOSTLY_READ = 0.75;
/** And so many have places or a count beside the part. */
const MOSTLY_PARTED = 0.5;
const MOSTLY_NUMBERS = 0.5;
/** Rows with as many cells each are separated, unless cells hold places and a part together. */
const REGULAR = 0.8;

function* linesOf(text: string): Generator<{ readonly number: number; readonly line: string }> {
  let number = 0;
  for (const line of text.split(/\r\n|\n|\r/)) {
    number += 1;
    if (line.trim() !== '') yield { number, line };
  }
}

/** Greetings, titles and rules between the rows are none of them: `Resistors:`, `Thanks`. */
const isTitle = (line: string) =>
  !/\p{L}/u.test(line) || (!/\d/.test(line) && (/:\s*$/.test(line) || line.trim().split(/\s+/).length <= 4));

/** How the rows of a list are written; null where a text is no such list. */
function habitsOf(text: string): Habits | null {
  const sample = text.slice(0, SAMPLE_CHARS);
  // Quotation marks are of cells, and tabs lead to the next. What is skipped ends with the line, or blank ones would be read over and over.
  if (/\t|(?:^|[,;\r\n])[^\S\r\n]*"/.test(sample)) return null;
  const lines = Array.from(linesOf(sample), ({ line }) => line).slice(0, SAMPLE_ROWS)
    .filter((line) => !isTitle(line));
  const unmarked = lines.map(withoutMark);
  const first = unmarked.map((line) => readEntry(line, NO_HABITS));
  const counted = countHabitsOf(first.filter((entry) => entry !== null));
  const entries = unmarked.map((line) => readEntry(line, counted));
  const read = entries.filter((entry) => entry !== null);
  if (read.length === 0 || read.length < lines.length * MOSTLY_READ) return null;
  const isParted = ({ designators, quantity, leading, number, supplierNumber, value }: Entry) =>
    designators !== '' || quantity !== '' || (leading !== '' && number + supplierNumber + value !== '');
  const isPartedAt = (entry: Entry | null, i: number) =>
    entry !== null &&
    (isParted(entry) || (isNumbered(lines[i]!) && entry.number + entry.supplierNumber !== ''));
  if (entries.filter(isPartedAt).length < read.length * MOSTLY_PARTED) return null;
  const bare = unmarked.map(withoutCommasInNumbers);
  const { separator, regularity } = findSeparator(bare.join('\n'));
  if (separator !== ',' && regularity >= MOSTLY_PARTED) return null;
  if (regularity >= REGULAR && !areMixed(bare)) return null;
  if (hasHeader(bare)) return null;
  let order = 0;
  for (const [i, entry] of entries.entries()) {
    if (!entry || entry.designators === '' || entry.number + entry.value === '') continue;
    const places = unmarked[i]!.indexOf(entry.designators.split(/[,\s]/)[0]!);
    const name = unmarked[i]!.indexOf((entry.number || entry.value).split(' ')[0]!);
    order += Math.sign(places - name);
  }
  return { ...counted, arePlacesLast: order === 0 ? null : order > 0 };
}

/** Where numbers count parts or rows, and what is called by a shop's numbers. */
function countHabitsOf(entries: readonly Entry[]): Habits {
  const fronts = entries.map(({ bare, leading }) => bare.front || leading);
  const countsUp = fronts.length > 1 && fronts.every((front, i) => Number(front) === i + 1);
  const haveCounts = entries.every(({ bare, quantity, words }) =>
    (bare.behind !== '' && bare.isBesideName) || quantity !== '' || /^\d{1,5}(?:\s|$)/.test(words)
  );
  const areRowsNumbered = countsUp && (haveCounts || fronts.length >= LEAST_COUNTING);
  const sides = entries.map(({ bare }) => Number(bare.front !== '') - Number(bare.behind !== ''));
  const side = sides.reduce((sum, one) => sum + one, 0) || longerSide(entries);
  const shops = entries.filter(({ supplierNumber }) => LCSC.test(supplierNumber));
  const others = entries.filter(({ designators }) => LCSC.test(designators));
  return {
    arePlacesLast: null,
    areRowsNumbered,
    countAt: side === 0 ? null : side > 0 ? 'front' : 'behind',
    areShopNumbers: shops.length > 0 && shops.length + others.length >= entries.length * MOSTLY_PARTED &&
      entries.every(({ designators }) => designators === '' || LCSC.test(designators)),
    areNumbers: entries.some(({ number }) => number !== '') &&
      entries.every(({ designators, number }) =>
        designators === '' || (number === '' && LIKE_PLACE.test(designators))
      ),
  };
}

const LCSC = /^C\d{4,9}$/;

/** Of rows of two numbers, the longer ones are the parts': negative where those stand in front. */
function longerSide(entries: readonly Entry[]): number {
  const both = entries.filter(areBothCounts);
  return both.reduce((sum, { bare }) => sum + Math.sign(bare.behind.length - bare.front.length), 0);
}

/** Whether cells of separated text hold places and a part each: `C1,C2 100n` is no row of two cells. */
function areMixed(lines: readonly string[]): boolean {
  const mixed = lines.filter((line) =>
    line.split(',').some((cell) => {
      const entry = readEntry(cell, NO_HABITS);
      return entry !== null && entry.designators !== '' && entry.number + entry.value !== '';
    })
  );
  return mixed.length >= lines.length * MOSTLY_PARTED;
}

/** Whether names of columns stand above what would be a list: then its cells are parted by commas. */
function hasHeader(lines: readonly string[]): boolean {
  const rows = lines.map((line, i): Row => ({
    number: i + 1,
    cells: line.split(',', MAX_COLUMNS).map((cell) => cell.trim()),
    typed: null,
    isAfterBlank: false,
    isHidden: false,
  }));
  const table = { ...WHOLE, rows };
  return (findHeader(table, new Set()) ?? headerOfOneName(table)) !== null;
}

/** Rows that count up show it. */
const LEAST_COUNTING = 3;

/** What numbers in front of the rows are: of the rows, where they count up from one, else of the parts. */
function leadingOf(
  entries: readonly Entry[],
  { areRowsNumbered }: Habits,
): { readonly role: 'item' | 'quantity'; readonly isUnsure: boolean } {
  if (areRowsNumbered) {
    // Beside counts of their own, or as many places, it is told.
    return { role: 'item', isUnsure: !entries.every(({ quantity }) => quantity !== '') };
  }
  const numbers = entries.filter(({ leading }) => leading !== '').map(({ leading }) => Number(leading));
  const counts = numbers.every((number, i) => number === i + 1) && numbers.length === entries.length;
  if (!counts || numbers.length < 2) return { role: 'quantity', isUnsure: false };
  return { role: numbers.length < LEAST_COUNTING ? 'quantity' : 'item', isUnsure: true };
}

function unsureNumber(row: number, text: string) {
  return {
    severity: 'warning',
    row,
    column: null,
    code: 'leading_number_unsure',
    detail: `Row ${row}: "${text}" may count the parts, or may be of something else. Check the quantity.`,
  } as const;
}

function unsureCount(row: number, role: 'item' | 'quantity') {
  return {
    severity: 'warning',
    row,
    column: null,
    code: 'leading_number_unsure',
    detail: role === 'item'
      ? 'The numbers in front of the rows count up from 1 and were taken for those of the rows, not for quantities.'
      : 'The numbers in front of the rows were taken for quantities. They could be those of the rows.',
  } as const;
}
