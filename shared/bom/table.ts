/**
 * What a file holds once its container is open: tables of cells that know their place. Nothing here knows what a
 * column means, but of lists that have none until their words are told apart.
 */
import type { ColumnRole } from '../domain/mapping.ts';
import type { Issue } from './issues.ts';

/** A file, opened. */
export interface OpenedFile {
  /** The kind of file, as in `csv`, `fixed_width`, `xlsx`, `xls`, `ods`, `kicad_xml`, `json`, `json_lines`, `html`. */
  readonly container: string;
  /** As `TextDecoder` names it, for example `utf-8` or `gb18030`; null where the container fixes it. */
  readonly encoding: string | null;
  /** Of separated text: `,`, `;`, tab or `|`. Null elsewhere. */
  readonly separator: string | null;
  /**
   * In the file's order: each sheet, followed by its blocks where it has several (see `Table.block`). At least one,
   * and none without a row.
   */
  readonly tables: readonly Table[];
  /** What is to be said about how the file was opened: the encoding that was taken, sheets that were left out. */
  readonly issues: readonly Issue[];
}

export interface Table {
  /** The sheet's name; null where a file has only one table, which has none. */
  readonly name: string | null;
  /** The sheet is hidden in its workbook. */
  readonly isHidden: boolean;
  /**
   * Null for a whole sheet. A sheet in which blank rows or columns part several tables is given whole and, behind
   * that, block by block: which of these is the BOM is for the reader to say. Blocks of a sheet count from 1.
   */
  readonly block: number | null;
  /** Where the first cell of each row stands, counted from 1 as a spreadsheet's columns (1 is A). */
  readonly firstColumn: number;
  /** The rows that have any text, from the top. */
  readonly rows: readonly Row[];
  /** Columns that are hidden in the workbook, by their index in a row's `cells`. */
  readonly hiddenColumns: ReadonlySet<number>;
  /** Merged cells. The text stands in the first; the others are empty. */
  readonly merges: readonly Merge[];
  /** What each column holds, where it was made of the words of rows that have neither columns nor a header. */
  readonly roles?: readonly ColumnRole[];
}

/** A row with text in it. Most rows have nothing but text, and two million cells must not cost an object each. */
export interface Row {
  /** As a spreadsheet numbers it: the first is 1, blank ones count. */
  readonly number: number;
  /**
   * What one sees, without the blanks around it and without what guards it (`'0603`, `="0603"`), up to the last cell
   * that is not empty. Numbers of a workbook are written out in full (`885342207005`, never `8.85E+11`), with the
   * decimals and leading zeros of their format and without its groups.
   */
  readonly cells: readonly string[];
  /** Cells that a workbook holds as something else than text, by their index in `cells`; null where there are none. */
  readonly typed: ReadonlyMap<number, TypedValue> | null;
  /** The row before it, or several, had no text. */
  readonly isAfterBlank: boolean;
  /** Hidden in the workbook, by hand or by a filter. */
  readonly isHidden: boolean;
}

export interface TypedValue {
  readonly kind: 'number' | 'date' | 'boolean';
  /** As stored: `4`, `0.1`, `2026-11-26`, `true`. */
  readonly raw: string;
}

/** A rectangle of merged cells, of which the first is at `row` (as `Row.number`) and `index` (as in `cells`). */
export interface Merge {
  readonly row: number;
  readonly index: number;
  readonly rows: number;
  readonly columns: number;
}

/** A cell's column as a spreadsheet shows it: A, B, … Z, AA. */
export function columnLetters(table: Table, index: number): string {
  let letters = '';
  for (let rest = table.firstColumn + index; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + (rest - 1) % 26) + letters;
  }
  return letters;
}
