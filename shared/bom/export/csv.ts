/** CSV that no spreadsheet runs and that the import reads as it was. */
import type { Cell } from './workbook.ts';

/** What a spreadsheet takes for a formula, at the beginning of a cell; a plain negative number is none. */
const FORMULA = /^(?:[=+@\t\r]|-(?!\d+(?:\.\d+)?$))/;
/** What has to stand in quotation marks. */
const QUOTED = /[",\r\n]|^\s|\s$/;

/** Spreadsheets take text without it for the local encoding. */
export const BYTE_ORDER_MARK = '\ufeff';

export const csvRow = (cells: readonly Cell[]): string => `${cells.map(csvCell).join(',')}\r\n`;

function csvCell(cell: Cell): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'number') return `${cell}`;
  const text = typeof cell === 'object' ? cell.text : cell;
  // The import takes the apostrophe off again.
  const guarded = FORMULA.test(text) ? `'${text}` : text;
  return QUOTED.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}
