/** How large a file may be, and what it may become. */
import { MAX_LINES } from '../domain/limits.ts';

/** Of a file. The largest real BOM seen has 0.3 MB; pictures in a workbook make some MB. */
export const MAX_FILE_BYTES = 10 * 1024 * 1024;

/**
 * What all parts of a packed file may unpack to together, by what it says of itself. Fifty times the largest BOM seen,
 * and a quarter of an isolate's memory.
 */
export const MAX_UNPACKED_BYTES = 64 * 1024 * 1024;

/** Rows with text in one table: titles, section titles and sums stand beside the lines. */
export const MAX_ROWS = MAX_LINES + 2_000;

/**
 * Cells in a row, empty ones at its end not counted. Real BOMs have up to 60; without a bound, one row could make
 * as many cells as a body has bytes.
 */
export const MAX_COLUMNS = 200;

/** Cells with text in all tables of a file: one full table. */
export const MAX_CELLS = MAX_ROWS * MAX_COLUMNS;

/** What a file may have that is opened. Beyond it, it is refused. */
export interface FileLimits {
  readonly bytes: number;
  readonly unpackedBytes: number;
  readonly rows: number;
  readonly cells: number;
  /** Lists and objects of JSON, before anything is made of them. */
  readonly things: number;
  /** What is said of one that has too many of these. */
  readonly tooLong: string;
}

export const BOM_FILE: FileLimits = {
  bytes: MAX_FILE_BYTES,
  unpackedBytes: MAX_UNPACKED_BYTES,
  rows: MAX_ROWS,
  cells: MAX_CELLS,
  // Twenty for each line that a BOM may have.
  things: 20 * MAX_LINES,
  tooLong: `The BOM has more than ${MAX_LINES} lines. Split it into several BOMs.`,
};

/** Sheets that are read. A workbook of a hundred boards has one each. */
export const MAX_TABLES = 200;
