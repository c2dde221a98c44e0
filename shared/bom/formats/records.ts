/** A table of things that have named fields, as XML and JSON hold them. */
import { tooManyColumns } from '../refusal.ts';
import type { Table } from '../table.ts';
import { CellBudget, SheetBuilder } from './sheet.ts';
import { MAX_COLUMNS } from '../limits.ts';

/** Fields by name, in the order in which they came. */
export type Fields = ReadonlyMap<string, string>;

/** Collects things into one table: row 1 names the fields, and the first thing stands in row 2. */
export class Records {
  readonly #sheet: SheetBuilder;
  readonly #columns = new Map<string, number>();
  #count = 0;

  /** @param columns that come first, whichever thing has them */
  constructor(name: string | null, budget: CellBudget, columns: readonly string[] = []) {
    this.#sheet = new SheetBuilder(name, false, budget);
    for (const column of columns) this.#columns.set(column, this.#columns.size);
  }

  get count(): number {
    return this.#count;
  }

  add(fields: Fields): void {
    this.#count += 1;
    for (const [name, value] of fields) {
      if (value.trim() === '') continue;
      let index = this.#columns.get(name);
      if (index === undefined) {
        index = this.#columns.size;
        if (index >= MAX_COLUMNS) throw tooManyColumns(this.#count + 1);
        this.#columns.set(name, index);
      }
      this.#sheet.set(this.#count + 1, index, value);
    }
  }

  table(): Table | null {
    for (const [name, index] of this.#columns) this.#sheet.set(1, index, name);
    return this.#count === 0 ? null : this.#sheet.table();
  }
}
