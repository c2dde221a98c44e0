/** The sheets of a workbook, one by one: one that cannot be a BOM does not keep another from being read. */
import { cut } from '../quoting.ts';
import type { Issues } from '../issues.ts';
import { BomRefusal } from '../refusal.ts';
import type { Table } from '../table.ts';
import type { SheetBuilder } from './sheet.ts';

/** What is about the size of one sheet. */
const OF_A_SHEET = new Set(['too_many_cells', 'too_many_columns', 'too_many_lines']);

/** The sheets that have text. One that is too large is left out and said, unless there is no other. */
export class Sheets {
  readonly #tables: Table[] = [];
  readonly #issues: Issues;
  #refusal: BomRefusal | null = null;

  constructor(issues: Issues) {
    this.#issues = issues;
  }

  /** @param table null for a sheet without text */
  add(table: Table | null): void {
    if (table) this.#tables.push(table);
  }

  /** @throws what is not about the size of the sheet */
  leaveOut(name: string, sheet: SheetBuilder, error: unknown): void {
    if (!(error instanceof BomRefusal) || !OF_A_SHEET.has(error.code)) throw error;
    sheet.discard();
    this.#refusal ??= error;
    this.#issues.add({
      severity: 'warning',
      row: null,
      column: null,
      code: 'sheet_left_out',
      detail: `The sheet "${cut(name)}" was left out. ${error.detail}`,
    });
  }

  /** @throws BomRefusal when there is none */
  tables(): readonly Table[] {
    if (this.#tables.length > 0) return this.#tables;
    throw this.#refusal ?? new BomRefusal('empty_bom', 'No sheet of the workbook has text in it.');
  }
}
