/** What one row says, field by field. */
import type { SupplierNumber } from '../../domain/bom.ts';
import type { ColumnRole, ColumnUse } from '../../domain/mapping.ts';
import type { LinePart } from '../line.ts';
import type { Row } from '../table.ts';

export interface Said {
  readonly row: Row;
  readonly text: (role: ColumnRole) => string;
  /** The part's own first; those that name neither number nor manufacturer left out. */
  readonly parts: readonly LinePart[];
  readonly supplierNumbers: readonly SupplierNumber[];
  /** Words behind a number or a manufacturer that allow others. */
  readonly policy: string | null;
  /** How many of the part, where its number's cell says so. */
  readonly count: number | null;
  /** Words beside a number that are of no field. */
  readonly remarks: readonly string[];
  /** What stands in the number's cell and has no cell of its own. */
  readonly beside: Beside;
  readonly placing: Placing;
  /** Columns whose cell could not be read as what the column holds. */
  readonly problems: readonly Problem[];
}

export interface Problem {
  readonly code:
    | 'do_not_place_unread'
    | 'number_of_a_distributor'
    | 'number_lost'
    | 'number_is_date'
    | 'formula_error'
    | 'no_number_in_word'
    | 'number_with_words'
    | 'several_parts_in_cell'
    | 'words_beside_number'
    | 'alternate_in_note'
    | 'number_and_manufacturer_swapped'
    | 'conditional_not_placed'
    | 'conditional_placed'
    | 'read_as_not_placed'
    | 'not_placed_or_non_polar'
    | 'plugged_in'
    | 'some_not_placed';
  readonly column: string;
  readonly text: string;
}

/** Fields that a number's cell may fill where their own say nothing. */
export type Beside = Readonly<Partial<Record<'value' | 'footprint' | 'description', string>>>;

export interface Placing {
  readonly isNotPlaced: boolean;
  /** Said with a word that only says that, somewhere else than in a column for it. */
  readonly where: string | null;
}

export type CellOf = (use: ColumnUse) => string;
