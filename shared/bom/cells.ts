/** What a single cell says. */
import { readDecimals } from '../domain/decimal.ts';
import { cut } from './columns.ts';
import { BomRefusal } from './refusal.ts';

/** A cell with its place, for whoever has to mend it. */
export interface Cell {
  readonly text: string;
  readonly row: number;
  /** As the header calls it. */
  readonly column: string;
}

const where = ({ row, column }: Cell) => `Row ${row}, column "${cut(column)}": `;

/** Formulas and what looks like one, which exporters guard so that a spreadsheet does not run it. */
const LOOKS_LIKE_FORMULA = /^[=+\-@]/;

/**
 * The value inside a spreadsheet's wrapping: `="0603"`, which keeps leading zeros, and an apostrophe before text. In
 * free text an apostrophe may be meant (`'90s`), so it goes only where it guards what looks like a formula.
 */
export function unwrap(text: string, isFreeText: boolean): string {
  if (text.length > 2 && text.startsWith('="') && text.endsWith('"')) {
    return text.slice(2, -1).replaceAll('""', '"').trim();
  }
  if (!text.startsWith("'") || (isFreeText && !LOOKS_LIKE_FORMULA.test(text.slice(1)))) return text;
  return text.slice(1).trim();
}

/** Words for one piece, behind a quantity. */
const PIECES = /\s*(?:pcs?|pieces?|pce|ea|each|stk|stück|st|x)\.?$/iu;

/** No quantity is longer, and matching must not take long on what is none. */
const MAX_QUANTITY_CHARS = 40;

/**
 * The quantities of a column, null where a cell is empty.
 * @throws BomRefusal `invalid_quantity` for what is no number, or could be two
 */
export function readQuantities(cells: readonly Cell[]): (number | null)[] {
  const texts = cells.map(({ text }) => text.length > MAX_QUANTITY_CHARS ? text : text.replace(PIECES, ''));
  return readDecimals(texts).map((quantity, i) => {
    const cell = cells[i]!;
    if (cell.text === '') return null;
    if (quantity === 'ambiguous') {
      const digits = texts[i]!;
      const [less, more] = [Number(digits.replace(',', '.')), digits.replace(/[.,]/, '')];
      throw new BomRefusal(
        'invalid_quantity',
        `${where(cell)}"${cut(cell.text)}" can be read as ${less} or as ${more}. Write ${less} or ${more}.`,
      );
    }
    if (quantity === null) {
      throw new BomRefusal(
        'invalid_quantity',
        `${where(cell)}"${cut(cell.text)}" is not a quantity. Write a number, such as 4.`,
      );
    }
    return quantity;
  });
}

const YES = new Set(['x', 'y', 'yes', 'true', '1', 'dnp', 'dnf', 'dni', 'dns']);
const NO = new Set(['', 'n', 'no', 'false', '0']);

/** @throws BomRefusal `invalid_do_not_place` */
export function readFlag(cell: Cell): boolean {
  const word = cell.text.toLowerCase();
  if (YES.has(word)) return true;
  if (NO.has(word)) return false;
  throw new BomRefusal(
    'invalid_do_not_place',
    `${where(cell)}"${
      cut(cell.text)
    }" says neither yes nor no. Write x or DNP for parts not to place, nothing for the others.`,
  );
}

/** No label is longer. */
const MAX_LABEL_CHARS = 80;
/** `Component Count:`, `BoM Date:`. */
const LABEL = /^\p{L}[\p{L}\s()/#.&_-]*:$/u;
/** Sums, which come without a colon, too. */
const TOTAL = /^(?:grand\s+|sub-?\s?)?total\b[\p{L}\s()/#.&_-]*:?$/iu;
/** Something that can be ordered: a digit, and no blanks. Bare counts are shorter, and a date is none. */
const LIKE_PART_NUMBER = /^(?=.*\d)(?!\d{1,4}[-./]\d{1,2}[-./]\d{1,4}$)\S{4,}$/u;
/** A rule drawn below the header or above a sum. */
const RULE = /^[-_=*]{3,}$/;

/**
 * Whether a row certainly is no line: a rule, or, behind a blank row, a label and at most its value, as exporters
 * write counts and dates below the table. What is not certain is a line.
 */
export function isNoLine(cells: readonly string[], mpn: string, isBehindBlank: boolean): boolean {
  const filled = cells.filter((cell) => cell !== '');
  if (filled.every((cell) => RULE.test(cell))) return true;
  const [label = ''] = filled;
  if (!isBehindBlank || filled.length > 2 || label.length > MAX_LABEL_CHARS) return false;
  return (LABEL.test(label) || TOTAL.test(label)) && !LIKE_PART_NUMBER.test(mpn);
}
