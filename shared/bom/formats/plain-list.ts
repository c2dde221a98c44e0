/** Lists that somebody typed, mailed or noted down: a part in each row, without a header and without columns. */
import type { ColumnRole } from '../../domain/mapping.ts';
import { findHeader, headerOfOneName } from '../mapping/header.ts';
import { Issues } from '../issues.ts';
import { MAX_COLUMNS } from '../limits.ts';
import { tooManyLines } from '../refusal.ts';
import type { Row } from '../table.ts';
import { findSeparator } from './csv.ts';
import { type Entry, type Habits, readEntry, withoutMark } from './list-words.ts';
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
    const areNumbers =
      entries.filter(({ number }) => number !== '').length >= entries.length * MOSTLY_NUMBERS;
    const leading = leadingOf(entries);
    if (leading.isUnsure) {
      const { number } = rows.find(({ entry }) => (entry?.leading ?? '') !== '')!;
      issues.add(unsureCount(number, leading.role));
    }
    const cells = rows.map(({ entry, line }) => {
      const said: Cells = entry ? cellsOf(entry, areNumbers, leading.role) : { description: line.trim() };
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
function cellsOf(entry: Entry, areNumbers: boolean, leading: 'item' | 'quantity'): Cells {
  const { designators, quantity, number, value, words } = entry;
  const isNumber = number !== '' &&
    (areNumbers || value !== '' || designators === '' || SURE_NUMBER.test(number));
  const isAlone = number === '' && value === '' && DIGITS.test(words);
  const isDigits = isAlone && areNumbers && words.length > 3 && !PASSIVE.test(designators);
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
  // Quotation marks are of cells, and tabs lead to the next.
  if (/\t|(?:^|[,;\r\n])\s*"/.test(sample)) return null;
  const lines = Array.from(linesOf(sample), ({ line }) => line).slice(0, SAMPLE_ROWS)
    .filter((line) => !isTitle(line));
  const unmarked = lines.map(withoutMark);
  const open: Habits = { arePlacesLast: null };
  const entries = unmarked.map((line) => readEntry(line, open));
  const read = entries.filter((entry) => entry !== null);
  if (read.length === 0 || read.length < lines.length * MOSTLY_READ) return null;
  const isParted = ({ designators, quantity, leading, number, supplierNumber, value }: Entry) =>
    designators !== '' || quantity !== '' || (leading !== '' && number + supplierNumber + value !== '');
  if (read.filter(isParted).length < read.length * MOSTLY_PARTED) return null;
  const { separator, regularity } = findSeparator(unmarked.join('\n'));
  if (separator !== ',' && regularity >= MOSTLY_PARTED) return null;
  if (regularity >= REGULAR && !areMixed(unmarked)) return null;
  if (hasHeader(unmarked)) return null;
  let order = 0;
  for (const [i, entry] of entries.entries()) {
    if (!entry || entry.designators === '' || entry.number + entry.value === '') continue;
    const places = unmarked[i]!.indexOf(entry.designators.split(/[,\s]/)[0]!);
    const name = unmarked[i]!.indexOf((entry.number || entry.value).split(' ')[0]!);
    order += Math.sign(places - name);
  }
  return { arePlacesLast: order === 0 ? null : order > 0 };
}

/** Whether cells of separated text hold places and a part each: `C1,C2 100n` is no row of two cells. */
function areMixed(lines: readonly string[]): boolean {
  const open: Habits = { arePlacesLast: null };
  const mixed = lines.filter((line) =>
    line.split(',').some((cell) => {
      const entry = readEntry(cell, open);
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
): { readonly role: 'item' | 'quantity'; readonly isUnsure: boolean } {
  const numbers = entries.filter(({ leading }) => leading !== '').map(({ leading }) => Number(leading));
  const counts = numbers.every((number, i) => number === i + 1) && numbers.length === entries.length;
  if (!counts || numbers.length < 2) return { role: 'quantity', isUnsure: false };
  // Beside counts of their own, or as many places, it is told.
  if (entries.every(({ quantity }) => quantity !== '')) return { role: 'item', isUnsure: false };
  return numbers.length < LEAST_COUNTING
    ? { role: 'quantity', isUnsure: true }
    : { role: 'item', isUnsure: true };
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
