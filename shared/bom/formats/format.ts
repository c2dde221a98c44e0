/** What every kind of file that a BOM comes in has in common. */

/**
 * Cells in a row, empty ones at its end not counted. Real BOMs have up to 60; without a bound, one row could make
 * as many cells as a body has bytes.
 */
export const MAX_COLUMNS = 200;

/** A row with text in it. */
export interface Row {
  /** As a spreadsheet numbers it: the first is 1, blank ones count. */
  readonly number: number;
  /** Without the blanks around each, up to the last that is not empty. */
  readonly cells: readonly string[];
  /** The row before it, or several, had no text. */
  readonly isAfterBlank: boolean;
}

/** Rows in which the header is looked for. Titles, dates and addresses above it take up to a dozen in real BOMs. */
export const HEADER_ROWS = 30;

/** One kind of file. Each is a module of this folder and a line in index.ts. */
export interface BomFormat {
  /** As people call it. */
  readonly name: string;
  /** How sure it is that the text is its own, by what stands in it: from 0, certainly not, to 1, certainly. */
  readonly detects: (text: string) => number;
  /**
   * The rows that have any text, one at a time: whoever takes them decides how far reading goes.
   * @param fieldsIn how many fields of a line the best header among these rows names, for a format that has to try
   * @throws BomRefusal naming the row
   */
  readonly read: (text: string, fieldsIn: (rows: readonly Row[]) => number) => Iterable<Row>;
}
