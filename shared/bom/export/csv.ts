/** CSV that no spreadsheet runs and that the import reads as it was. */
import type { Cell } from './workbook.ts';

/** What begins a formula, the full-width forms that spreadsheets of East Asia take for the same included. */
const SIGNS = '=+@\\-\\uff1d\\uff0b\\uff20\\uff0d';
/** What a spreadsheet takes for a formula, at the beginning of a cell; a plain negative number is none. */
const FORMULA = new RegExp(`^(?!-\\d+(?:\\.\\d+)?$)\\s*[${SIGNS}]|^[\\t\\r\\n]`);
/**
 * Where a cell begins for a spreadsheet that separates by another sign than ours, as those of half of Europe do: it looks for
 * no quotation mark within what it takes for one cell, so that a line end within one begins a row.
 */
const INNER_FORMULA = new RegExp(`([;|\\t\\r\\n]["\\s]*)(?=[${SIGNS}])`, 'g');
/** As `csvCell` leaves it. */
const GUARDED_WITHIN = new RegExp(`([;|\\t\\r\\n]["\\s]*)'(?=[${SIGNS}])`, 'g');
/** What has to stand in quotation marks. */
const QUOTED = /[",;\t\r\n]|^\s|\s$/;

/** Spreadsheets take text without it for the local encoding. */
export const BYTE_ORDER_MARK = '\ufeff';

export const csvRow = (cells: readonly Cell[]): string => `${cells.map(csvCell).join(',')}\r\n`;

function csvCell(cell: Cell): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'number') return `${cell}`;
  if (typeof cell === 'object' && 'amount' in cell) return `${cell.amount}`;
  const text = typeof cell === 'object' ? cell.text : cell;
  // The import takes the apostrophes off again.
  const guarded = (FORMULA.test(text) ? `'${text}` : text).replaceAll(INNER_FORMULA, "$1'");
  return QUOTED.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}

/** A cell of a file that we wrote, as it was. */
export const withoutGuardsWithin = (text: string): string => text.replaceAll(GUARDED_WITHIN, '$1');
