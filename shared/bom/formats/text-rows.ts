/** The rows of a text that become its one table, no more of them than a BOM can have. */
import type { FileLimits } from '../limits.ts';
import { tooManyCells, tooManyLines } from '../refusal.ts';
import type { Row } from '../table.ts';

export class TextRows {
  readonly rows: Row[] = [];
  /** The number of the row that stands above the next one without a blank between. */
  above = 0;
  readonly #limits: FileLimits;
  #cells = 0;
  #columns = 0;

  constructor(limits: FileLimits) {
    this.#limits = limits;
  }

  /** @throws BomRefusal `too_many_lines`, `too_many_cells` */
  add(number: number, cells: readonly string[]): void {
    if (this.rows.length === this.#limits.rows) throw tooManyLines(this.#limits);
    for (const cell of cells) if (cell !== '') this.#cells += 1;
    this.#columns = Math.max(this.#columns, cells.length);
    if (this.#cells > this.#limits.cells) {
      throw tooManyCells(this.#limits, { rows: this.rows.length, columns: this.#columns });
    }
    this.rows.push({ number, cells, typed: null, isAfterBlank: number > this.above + 1, isHidden: false });
    this.above = number;
  }
}
