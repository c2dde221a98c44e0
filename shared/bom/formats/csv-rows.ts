/** Rows of separated text, read one at a time: whoever takes them decides how far reading goes. */
import { MAX_COLUMNS } from '../limits.ts';
import { tooManyColumns } from '../refusal.ts';
import { type RowPlace, skipBlankRows } from './blank-rows.ts';
import { unguard } from './guards.ts';

export interface TextRow {
  /** The first row is 1, blank ones count. */
  readonly number: number;
  /** Without the blanks and guards around each, up to the last that is not empty. */
  readonly cells: readonly string[];
  /** How many cells the row has with the empty ones at its end. */
  readonly width: number;
  /** A quotation mark opens a cell and does not close it; the cell was read as it stands. */
  readonly isQuoteBroken: boolean;
}

/**
 * The rows that have any text. A row ends in LF, CR or CRLF, and a file may have all three: files are concatenated,
 * and edited on another system. A cell in quotation marks holds separators and line ends; two marks stand for one.
 * @param escapes whether a backslash before a separator takes its meaning
 * @throws BomRefusal `too_many_columns`
 */
export function* readRows(text: string, separator: string, escapes = false): Generator<TextRow> {
  const scanner = new Scanner(text, separator, escapes);
  for (
    let place = scanner.skipBlankRows(1);
    place.at < text.length;
    place = scanner.skipBlankRows(place.number + 1)
  ) {
    const row = scanner.row(place.number);
    if (row) yield row;
  }
}

const [QUOTE, SPACE, LF, CR, BACKSLASH, APOSTROPHE, EQUALS, DELETE] = [
  '"',
  ' ',
  '\n',
  '\r',
  '\\',
  "'",
  '=',
  '\x7f',
]
  .map((sign) => sign.charCodeAt(0)) as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ];

/** Between two marks. The longest text of a line, its designators, has half as many; beyond that, a mark is missing. */
const MAX_QUOTED_CHARS = 200_000;

/** A row that is split at once. Of a longer one the cells must not be made before it is known that text is in them. */
const MAX_SPLIT_CHARS = 8_192;

class Scanner {
  readonly #text: string;
  readonly #mark: string;
  readonly #separator: number;
  readonly #escapes: boolean;
  #at = 0;
  /** Where the next of each stands at or behind the place that is read; the end of the text where there is none. */
  #above: readonly string[] = [];
  readonly #next = { quote: -1, backslash: -1, lf: -1, cr: -1 };
  #isQuoteBroken = false;

  constructor(text: string, separator: string, escapes: boolean) {
    this.#text = text;
    this.#mark = separator.charAt(0);
    this.#separator = separator.charCodeAt(0);
    this.#escapes = escapes;
  }

  /** @param number of the row that is read next */
  skipBlankRows(number: number): RowPlace {
    const place = skipBlankRows(this.#text, { at: this.#at, number }, this.#separator);
    this.#at = place.at;
    return place;
  }

  /** Null for a row without text, such as one of empty quotation marks. */
  row(number: number): TextRow | null {
    const end = Math.min(this.#nextOf('lf', '\n'), this.#nextOf('cr', '\r'));
    const isPlain = end - this.#at <= MAX_SPLIT_CHARS && this.#nextOf('quote', '"') >= end &&
      (!this.#escapes || this.#nextOf('backslash', '\\') >= end);
    return isPlain ? this.#plainRow(number, end) : this.#anyRow(number);
  }

  #nextOf(kind: 'quote' | 'backslash' | 'lf' | 'cr', sign: string): number {
    if (this.#next[kind] < this.#at) {
      const found = this.#text.indexOf(sign, this.#at);
      this.#next[kind] = found === -1 ? this.#text.length : found;
    }
    return this.#next[kind];
  }

  /** A row up to `end` in which nothing but separators means anything, as most are. */
  #plainRow(number: number, end: number): TextRow | null {
    const start = this.#at;
    this.#at = end + (this.#text.charCodeAt(end) === CR && this.#text.charCodeAt(end + 1) === LF ? 2 : 1);
    if (start === end) return null;
    const cells = this.#text.slice(start, end).split(this.#mark);
    const width = cells.length;
    const above = this.#above;
    let filled = 0;
    for (let i = 0; i < width; i += 1) {
      const cell = cells[i]!;
      if (cell === '') continue;
      // What repeats itself from row to row is kept once.
      if (cell === above[i] && i < MAX_COLUMNS) {
        cells[i] = above[i]!;
        filled = i + 1;
        continue;
      }
      const shown = isBare(cell) ? cell : unguard(cell.trim());
      cells[i] = shown;
      if (shown === '') continue;
      if (i >= MAX_COLUMNS) throw tooManyColumns(number);
      filled = i + 1;
    }
    if (filled === 0) return null;
    cells.length = filled;
    this.#above = cells;
    return { number, cells, width, isQuoteBroken: false };
  }

  #anyRow(number: number): TextRow | null {
    let cells: string[] | null = null;
    this.#isQuoteBroken = false;
    let width = 0;
    for (;; width += 1) {
      const cell = this.#cell();
      // Kept only now that something stands behind them: a megabyte of separators makes no cells.
      if (cell !== '') {
        if (width >= MAX_COLUMNS) throw tooManyColumns(number);
        cells ??= [];
        while (cells.length < width) cells.push('');
        cells.push(cell);
      }
      if (!this.#isAt(this.#separator)) break;
      this.#at += 1;
    }
    const isCrLf = this.#isAt(CR) && this.#text.charCodeAt(this.#at + 1) === LF;
    this.#at += isCrLf ? 2 : 1;
    return cells && { number, cells, width: width + 1, isQuoteBroken: this.#isQuoteBroken };
  }

  #isAt(code: number): boolean {
    return this.#text.charCodeAt(this.#at) === code;
  }

  #isCellEnd(at: number): boolean {
    const code = this.#text.charCodeAt(at);
    return at >= this.#text.length || code === this.#separator || code === LF || code === CR;
  }

  #cell(): string {
    // Some exporters write a blank behind each separator.
    let start = this.#at;
    while (this.#text.charCodeAt(start) === SPACE) start += 1;
    if (this.#text.charCodeAt(start) === QUOTE) {
      const quoted = this.#quotedCell(start);
      if (quoted !== null) return unguard(quoted);
      this.#isQuoteBroken = true;
    }
    return this.#plainCell();
  }

  #plainCell(): string {
    const start = this.#at;
    let hasEscapes = false;
    for (; !this.#isCellEnd(this.#at); this.#at += 1) {
      if (!this.#escapes || !this.#isAt(BACKSLASH)) continue;
      if (this.#text.charCodeAt(this.#at + 1) === this.#separator) {
        hasEscapes = true;
        this.#at += 1;
      }
    }
    if (start === this.#at) return '';
    const cell = this.#text.slice(start, this.#at).trim();
    return unguard(hasEscapes ? cell.replaceAll(`\\${this.#mark}`, this.#mark) : cell);
  }

  /**
   * Null where the mark is not closed at the end of the cell. What was looked at in vain up to the next mark is not
   * looked at so again: a mark behind which it goes on would have ended the search.
   */
  #quotedCell(from: number): string | null {
    const start = from + 1;
    let end = this.#text.indexOf('"', start);
    while (end !== -1 && this.#text.charCodeAt(end + 1) === QUOTE) end = this.#text.indexOf('"', end + 2);
    let after = end + 1;
    while (end !== -1 && this.#text.charCodeAt(after) === SPACE) after += 1;
    if (end === -1 || end - start > MAX_QUOTED_CHARS || !this.#isCellEnd(after)) return null;
    this.#at = after;
    return this.#text.slice(start, end).replaceAll('""', '"').trim();
  }
}

/** Whether a cell has neither blanks around it nor what guards it: signs of ASCII from `(` on stand at both its ends. */
function isBare(cell: string): boolean {
  const [first, last] = [cell.charCodeAt(0), cell.charCodeAt(cell.length - 1)];
  return first > APOSTROPHE && first !== EQUALS && first < DELETE && last > SPACE && last < DELETE;
}
