/** One table while it is read: cells come in any order, and no more of them are kept than a BOM can have. */
import { withoutHidden } from '../../domain/hidden.ts';
import { MAX_ROW_NUMBER } from '../../domain/limits.ts';
import { type FileLimits, MAX_COLUMNS } from '../limits.ts';
import { damaged, tooManyColumns, tooManyLines, unpacksTooLarge } from '../refusal.ts';
import type { Merge, Row, Table, TypedValue } from '../table.ts';
import { unguard } from './guards.ts';

/** More than a spreadsheet lets a cell have, and than the longest text of a line, its designators. */
const MAX_CELL_CHARS = 200_000;
/** One text can stand in each cell of a sheet, packed once: what all cells show together is bounded as what is unpacked. */
const CHARS_OF_BYTES = 1 / 4;

/** What all tables of a file may have together. */
export class CellBudget {
  readonly limits: FileLimits;
  #left: number;
  #chars: number;

  constructor(limits: FileLimits) {
    this.limits = limits;
    this.#left = limits.cells;
    this.#chars = limits.unpackedBytes * CHARS_OF_BYTES;
  }

  /**
   * Before the text is looked at, which costs time for each of its characters.
   * @throws BomRefusal `too_many_lines`, `unpacks_too_large`, `damaged_file`
   */
  take(text: string): void {
    if (text.length > MAX_CELL_CHARS) throw damaged('a cell of it has more text than any spreadsheet allows');
    this.#left -= 1;
    if (this.#left < 0) throw tooManyLines(this.limits);
    this.#chars -= text.length;
    if (this.#chars < 0) throw unpacksTooLarge(this.limits);
  }
}

interface OpenRow {
  readonly cells: string[];
  typed: Map<number, TypedValue> | null;
}

/** The most merged cells that are remembered. Beyond that, somebody merges for looks, or for harm. */
const MAX_MERGES = 20_000;

export class SheetBuilder {
  readonly #rows = new Map<number, OpenRow>();
  /** The row that was set last: cells mostly come row by row. */
  #lastRow = 0;
  #last: OpenRow | undefined;
  readonly #hiddenRows = new Set<number>();
  readonly #hiddenColumns = new Set<number>();
  readonly #merges: Merge[] = [];
  readonly #name: string | null;
  readonly #isHidden: boolean;
  readonly #budget: CellBudget;

  constructor(name: string | null, isHidden: boolean, budget: CellBudget) {
    this.#name = name === null ? null : withoutHidden(storable(name)).text;
    this.#isHidden = isHidden;
    this.#budget = budget;
  }

  /**
   * @param row counted from 1
   * @param index of the column, counted from 0
   * @throws BomRefusal `too_many_lines`, `too_many_columns`, `damaged_file`
   */
  set(row: number, index: number, text: string, typed: TypedValue | null = null): void {
    if (text === '') return;
    this.#budget.take(text);
    const shown = unguard(storable(text).trim());
    if (shown === '') return;
    if (!Number.isInteger(row) || row < 1 || row > MAX_ROW_NUMBER) {
      throw damaged(`a row of it is numbered ${row}, and no spreadsheet has that`);
    }
    if (index >= MAX_COLUMNS) throw tooManyColumns(row);
    let open = row === this.#lastRow ? this.#last : this.#rows.get(row);
    if (!open) {
      if (this.#rows.size === this.#budget.limits.rows) throw tooManyLines(this.#budget.limits);
      open = { cells: [], typed: null };
      this.#rows.set(row, open);
    }
    this.#lastRow = row;
    this.#last = open;
    while (open.cells.length < index) open.cells.push('');
    open.cells[index] = shown;
    if (typed) (open.typed ??= new Map()).set(index, typed);
  }

  /** Only rows with text are asked for; a sheet can hide a million others. */
  hideRows(first: number, last: number): void {
    const most = 2 * this.#budget.limits.rows;
    for (let row = first; row <= last && this.#hiddenRows.size < most; row += 1) this.#hiddenRows.add(row);
  }

  /** @param last may lie far behind the last column that is read */
  hideColumns(first: number, last: number): void {
    for (let index = Math.max(0, first); index <= Math.min(last, MAX_COLUMNS - 1); index += 1) {
      this.#hiddenColumns.add(index);
    }
  }

  merge(merge: Merge): void {
    if (this.#merges.length < MAX_MERGES && merge.rows * merge.columns > 1) this.#merges.push(merge);
  }

  /** Null for a sheet without text. */
  table(): Table | null {
    if (this.#rows.size === 0) return null;
    const numbers = [...this.#rows.keys()].sort((a, b) => a - b);
    let above = 0;
    const rows = numbers.map((number): Row => {
      const { cells, typed } = this.#rows.get(number)!;
      const row = {
        number,
        cells,
        typed,
        isAfterBlank: number > above + 1,
        isHidden: this.#hiddenRows.has(number),
      };
      above = number;
      return row;
    });
    return {
      name: this.#name,
      isHidden: this.#isHidden,
      block: null,
      firstColumn: 1,
      rows,
      hiddenColumns: this.#hiddenColumns,
      merges: this.#merges,
    };
  }
}

/**
 * Records, escapes and JSON can hold what no text has and no database stores: NUL goes, and half a surrogate pair
 * becomes what stands for a lost character, which is said of its cell.
 */
function storable(text: string): string {
  if (text.isWellFormed() && !text.includes('\0')) return text;
  return text.replaceAll('\0', '').toWellFormed();
}
