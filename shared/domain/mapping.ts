/** How the columns of a file are read: what a preview proposes and a person confirms. */
import { z } from 'zod';
import { MAX_COLUMNS, MAX_NUMBER_CHARS, MAX_ROW_NUMBER, MAX_TEXT_CHARS } from './limits.ts';

/** What a column of a BOM can be: fields of a line, and what else a column is known to hold. */
export const COLUMN_ROLES = [
  'mpn',
  'manufacturer',
  'quantity',
  'designators',
  'description',
  'value',
  'footprint',
  'supplier',
  'supplier_number',
  'do_not_place',
  /** The contrary of `do_not_place`: a column that says what is placed. */
  'place',
  'internal_number',
  'substitution',
  'note',
  /** Counts the lines. */
  'item',
  /** Kept with the line as it came. */
  'extra',
] as const;
export type ColumnRole = typeof COLUMN_ROLES[number];

const Confidence = z.number().min(0).max(1);

/** One use of one column. */
export const ColumnUse = z.strictObject({
  /** From 0, as in a row's cells. */
  index: z.int().min(0).max(MAX_COLUMNS),
  /** As the header has it; empty where there is none. */
  name: z.string().max(MAX_TEXT_CHARS),
  role: z.enum(COLUMN_ROLES),
  /**
   * Of several columns with one role, which belong together: the part's own number and manufacturer are 0, those of
   * its alternates 1, 2, …; likewise a supplier and its numbers. A value or a description of group 1 stands in where that of
   * group 0 is empty.
   */
  group: z.int().min(0).max(MAX_COLUMNS),
  /** The distributor whose numbers the column holds, where its name says so. */
  supplier: z.string().max(MAX_NUMBER_CHARS).nullable(),
  confidence: Confidence,
  runner_up: z.strictObject({ role: z.enum(COLUMN_ROLES), confidence: Confidence }).nullable(),
});
export type ColumnUse = Readonly<z.infer<typeof ColumnUse>>;

const Row = z.int().min(1).max(MAX_ROW_NUMBER);

/** Where a file's lines stand, and what its columns hold. */
export const Mapping = z.strictObject({
  /** Which of the file's tables, from 0. */
  table: z.int().min(0).max(1_000),
  /** Numbers of the header's rows, as a spreadsheet has them; none where there is no header. */
  header_rows: z.array(Row).max(10).readonly(),
  /** The first and the last row that can be a line. */
  first_row: Row,
  last_row: Row,
  columns: z.array(ColumnUse.readonly()).max(2 * MAX_COLUMNS).readonly(),
  /** The mark of decimals in the file's numbers; null where they do not say, or need none. */
  decimal_mark: z.enum(['.', ',']).nullable(),
  /** What an empty cell says in a column of what is placed; null where nobody has said it, which is read as placed. */
  blank_place: z.enum(['placed', 'not_placed']).nullable(),
});
export type Mapping = z.infer<typeof Mapping>;

/** A mapping of one file, as a preview proposes it and a person confirms it. */
export const FileMapping = Mapping.extend({ file_sha256: z.string().regex(/^[0-9a-f]{64}$/) });
export type FileMapping = z.infer<typeof FileMapping>;

/** What somebody confirmed for a file with these headers, to be used again. */
export const MappingTemplate = z.object({
  /** The headers, in lower case and without punctuation. */
  headers: z.array(z.string()).readonly(),
  columns: z.array(ColumnUse.pick({ index: true, role: true, group: true, supplier: true }).readonly())
    .readonly(),
});
export type MappingTemplate = z.infer<typeof MappingTemplate>;
