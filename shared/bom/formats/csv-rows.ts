/** Rows of separated text, read one at a time: whoever takes them decides how far reading goes. */
import { BomRefusal } from '../refusal.ts';
import { MAX_COLUMNS, type Row } from './format.ts';

/**
 * The rows that have any text. A row ends in LF, CR or CRLF, and a file may have all three: files are concatenated,
 * and edited on another system. A cell in quotation marks holds separators and line ends; two marks stand for one.
 * @throws BomRefusal `too_many_columns`, `invalid_csv` naming the row
 */
export function* readRows(text: string, separator: string): Generator<Row> {
  const scanner = new Scanner(text, separator);
  let isAfterBlank = false;
  for (let number = 1; !scanner.isAtEnd; number += 1) {
    const cells = scanner.row(number);
    if (cells.length > 0) yield { number, cells, isAfterBlank };
    isAfterBlank = cells.length === 0;
  }
}

const QUOTE = '"'.charCodeAt(0);
const SPACE = ' '.charCodeAt(0);
const LF = '\n'.charCodeAt(0);
const CR = '\r'.charCodeAt(0);

/** What rows without text share: a spreadsheet may end in a million of them. */
const NO_CELLS: readonly string[] = [];

class Scanner {
  readonly #text: string;
  readonly #separator: number;
  #at = 0;

  constructor(text: string, separator: string) {
    this.#text = text;
    this.#separator = separator.charCodeAt(0);
  }

  get isAtEnd(): boolean {
    return this.#at >= this.#text.length;
  }

  row(number: number): readonly string[] {
    let cells: string[] | null = null;
    for (let index = 0;; index += 1) {
      const cell = this.#cell(number);
      // Kept only now that something stands behind them: a megabyte of separators makes no cells.
      if (cell !== '') {
        if (index >= MAX_COLUMNS) throw tooManyColumns(number);
        cells ??= [];
        while (cells.length < index) cells.push('');
        cells.push(cell);
      }
      if (!this.#isAt(this.#separator)) break;
      this.#at += 1;
    }
    const isCrLf = this.#isAt(CR) && this.#text.charCodeAt(this.#at + 1) === LF;
    this.#at += isCrLf ? 2 : 1;
    return cells ?? NO_CELLS;
  }

  #isAt(code: number): boolean {
    return this.#text.charCodeAt(this.#at) === code;
  }

  #isAtCellEnd(): boolean {
    return this.isAtEnd || this.#isAt(this.#separator) || this.#isAt(LF) || this.#isAt(CR);
  }

  #cell(row: number): string {
    if (this.#isAt(QUOTE)) return this.#quotedCell(row);
    const start = this.#at;
    while (!this.#isAtCellEnd()) this.#at += 1;
    return start === this.#at ? '' : this.#text.slice(start, this.#at).trim();
  }

  #quotedCell(row: number): string {
    const start = this.#at + 1;
    let end = this.#text.indexOf('"', start);
    while (end !== -1 && this.#text.charCodeAt(end + 1) === QUOTE) end = this.#text.indexOf('"', end + 2);
    if (end === -1) throw brokenQuote(row);
    this.#at = end + 1;
    while (this.#isAt(SPACE)) this.#at += 1;
    if (!this.#isAtCellEnd()) throw brokenQuote(row);
    return this.#text.slice(start, end).replaceAll('""', '"').trim();
  }
}

function tooManyColumns(row: number): BomRefusal {
  return new BomRefusal(
    'too_many_columns',
    `Row ${row} has more than ${MAX_COLUMNS} columns. Remove those that are not about parts, and check the separator.`,
  );
}

function brokenQuote(row: number): BomRefusal {
  return new BomRefusal(
    'invalid_csv',
    `Row ${row}: a quotation mark is opened and not closed at the end of its cell.`,
  );
}
