/** One table while it is read: cells come in any order, and no more of them are kept than a BOM can have. */
import { withoutHidden } from '../../domain/hidden.ts';
import { MAX_ROW_NUMBER } from '../../domain/limits.ts';
import { type FileLimits, MAX_COLUMNS } from '../limits.ts';
import { damaged, tooManyCells, tooManyColumns, tooManyLines, unpacksTooLarge } from '../refusal.ts';
import type { Merge, Row, Table, TypedValue } from '../table.ts';
import { unguard } from './guards.ts';

/** More than a spreadsheet lets a cell have, and than the longest text of a line, its designators. */
const MAX_CELL_CHARS = 200_000;
/** One text can stand in each cell of a sheet, packed once: what all cells show together is bounded as what is unpacked. */
const CHARS_OF_BYTES = 1 / 4;
/** Cells that are looked at for each that can be kept: those of a sheet that is left out cost time, and no memory. */
const LOOKED_AT = 4;

/** What all texts together may have, those that cells share as well as those that they show. */
export class CharBudget {
  readonly #limits: FileLimits;
  #left: number;

  constructor(limits: FileLimits) {
    this.#limits = limits;
    this.#left = limits.unpackedBytes * CHARS_OF_BYTES;
  }

  /** @throws BomRefusal `unpacks_too_large` */
  take(text: string): void {
    this.#left -= text.length;
    if (this.#left < 0) throw unpacksTooLarge(this.#limits);
  }
}

/** What all tables of a file may have together. */
export class CellBudget {
  readonly limits: FileLimits;
  #left: number;
  #looks: number;
  readonly #chars: CharBudget;

  constructor(limits: FileLimits) {
    this.limits = limits;
    this.#left = limits.cells;
    this.#looks = LOOKED_AT * limits.cells;
    this.#chars = new CharBudget(limits);
  }

  /**
   * Before the text is looked at, which costs time for each of its characters.
   * @returns whether there was room for one more cell
   * @throws BomRefusal `unpacks_too_large`, `damaged_file`
   */
  take(text: string): boolean {
    if (text.length > MAX_CELL_CHARS) throw damaged('a cell of it has more text than any spreadsheet allows');
    if (this.#left === 0 || this.#looks === 0) return false;
    this.#left -= 1;
    this.#looks -= 1;
    this.#chars.take(text);
    return true;
  }

  /** What a sheet took of which nothing is kept. */
  giveBack(cells: number): void {
    this.#left += cells;
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
  #merged = 0;
  /** Taken from the budget. */
  #taken = 0;
  #columns = 0;
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
   * @throws BomRefusal `too_many_lines`, `too_many_columns`, `too_many_cells`, `damaged_file`
   */
  set(row: number, index: number, text: string, typed: TypedValue | null = null): void {
    if (text === '') return;
    if (!this.#budget.take(text)) {
      throw tooManyCells(this.#budget.limits, { rows: this.#rows.size, columns: this.#columns });
    }
    this.#taken += 1;
    const shown = unguard(storable(text).trim());
    if (shown === '') return;
    if (!Number.isInteger(row) || row < 1 || row > MAX_ROW_NUMBER) {
      throw damaged(`a row of it is numbered ${row}, and no spreadsheet has that`);
    }
    if (index >= MAX_COLUMNS) throw tooManyColumns(row);
    if (index >= this.#columns) this.#columns = index + 1;
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
    if (this.hasAllMerges) return;
    this.#merged += 1;
    if (merge.rows * merge.columns > 1) this.#merges.push(merge);
  }

  /** No further one is remembered. */
  get hasAllMerges(): boolean {
    return this.#merged === MAX_MERGES;
  }

  /** Nothing of it is kept, and others have its room. */
  discard(): void {
    this.#rows.clear();
    this.#last = undefined;
    this.#lastRow = 0;
    this.#budget.giveBack(this.#taken);
    this.#taken = 0;
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
