/** Rows of separated text, read one at a time: whoever takes them decides how far reading goes. */
import { MAX_COLUMNS } from '../limits.ts';
import { tooManyColumns } from '../refusal.ts';
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
  for (let number = 1; !scanner.isAtEnd; number += 1) {
    const row = scanner.row(number);
    if (row) yield row;
  }
}

const [QUOTE, SPACE, LF, CR, BACKSLASH] = ['"', ' ', '\n', '\r', '\\'].map((sign) => sign.charCodeAt(0)) as [
  number,
  number,
  number,
  number,
  number,
];

/** Between two marks. The longest text of a line, its designators, has half as many; beyond that, a mark is missing. */
const MAX_QUOTED_CHARS = 200_000;

class Scanner {
  readonly #text: string;
  readonly #separator: number;
  readonly #escapes: boolean;
  #at = 0;
  #isQuoteBroken = false;

  constructor(text: string, separator: string, escapes: boolean) {
    this.#text = text;
    this.#separator = separator.charCodeAt(0);
    this.#escapes = escapes;
  }

  get isAtEnd(): boolean {
    return this.#at >= this.#text.length;
  }

  /** Null for a row without text: a spreadsheet may end in a million of them. */
  row(number: number): TextRow | null {
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
    const mark = String.fromCharCode(this.#separator);
    return unguard(hasEscapes ? cell.replaceAll(`\\${mark}`, mark) : cell);
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
