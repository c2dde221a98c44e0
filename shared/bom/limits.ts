/** How large a file may be, and what it may become. */
import { MAX_LINES } from '../domain/limits.ts';

/** Of a file. The largest real BOM seen has 0.3 MB; pictures in a workbook make some MB. */
export const MAX_FILE_BYTES = 10 * 1024 * 1024;

/**
 * What all parts of a packed file may unpack to together, by what it says of itself. Fifty times the largest BOM seen. It
 * is read piece by piece and never stands in memory as a whole: what is kept of it is bounded by its own numbers below.
 */
export const MAX_UNPACKED_BYTES = 64 * 1024 * 1024;

/** Rows with text in one table: titles, section titles and sums stand beside the lines. */
export const MAX_ROWS = MAX_LINES + 2_000;

/**
 * Cells in a row, empty ones at its end not counted. Real BOMs have up to 60; without a bound, one row could make
 * as many cells as a body has bytes.
 */
export const MAX_COLUMNS = 200;

/**
 * Cells with text in all tables of a file that are kept: of 10,000 lines, fifty columns each, which is more than any real BOM
 * has. Reading costs up to 300 bytes for each, and an isolate has 256 MB for everything.
 */
export const MAX_CELLS = 50 * MAX_LINES;

/** What a file may have that is opened. Beyond it, it is refused. */
export interface FileLimits {
  readonly bytes: number;
  readonly unpackedBytes: number;
  readonly rows: number;
  /** With text, in all tables together. */
  readonly cells: number;
  /** Lists and objects of JSON, before anything is made of them. */
  readonly things: number;
  /** Values of JSON, empty ones among them: each costs the parser as much as one that becomes a cell. */
  readonly values: number;
  /** What is said of one that has too many rows. */
  readonly tooLong: string;
}

export const BOM_FILE: FileLimits = {
  bytes: MAX_FILE_BYTES,
  unpackedBytes: MAX_UNPACKED_BYTES,
  rows: MAX_ROWS,
  cells: MAX_CELLS,
  // Twenty for each line that a BOM may have.
  things: 20 * MAX_LINES,
  values: 2 * MAX_CELLS,
  tooLong: `The BOM has more than ${MAX_LINES} lines. Split it into several BOMs.`,
};

/** Sheets that are read. A workbook of a hundred boards has one each. */
export const MAX_TABLES = 200;
