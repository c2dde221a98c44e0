/** A line of a BOM as a file has it. */
import type { SupplierNumber } from '../domain/bom.ts';

export interface LinePart {
  readonly mpn: string | null;
  readonly manufacturer: string | null;
}

export interface BomLine extends LinePart {
  /** The rows it was read from, as a spreadsheet numbers them; the first is where it stands. */
  readonly rows: readonly number[];
  readonly designators: readonly string[];
  readonly quantity: number | null;
  readonly value: string | null;
  readonly footprint: string | null;
  readonly description: string | null;
  readonly do_not_place: boolean;
  /** Other parts that may stand for this one, the file's first choice first. */
  readonly alternates: readonly LinePart[];
  readonly supplier_numbers: readonly SupplierNumber[];
  readonly internal_number: string | null;
  readonly substitution: string | null;
  readonly note: string | null;
  /** Every other column that has something here, by its header. */
  readonly extra: Readonly<Record<string, string>>;
}

/** Whether a line names anything that can be looked up. */
export function isLookedUp({ mpn, supplier_numbers, alternates }: BomLine): boolean {
  return mpn !== null || supplier_numbers.length > 0 || alternates.length > 0;
}

/** A row below the header that was taken for no line, and why. */
export interface DroppedRow {
  readonly row: number;
  readonly code: 'rule' | 'repeated_header' | 'total' | 'section_title' | 'footer' | 'cost' | 'nothing_asked';
  readonly text: string;
}
