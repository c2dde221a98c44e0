/** What is said of a file before it becomes a BOM, and what a person answers. */
import { z } from 'zod';
import { MAX_NAME_CHARS } from '../domain/limits.ts';
import { FileMapping } from '../domain/mapping.ts';
import { text } from '../domain/text.ts';
import type { ErrorCode } from './errors.ts';
import { IDS } from './examples.ts';
import { defineRoute } from './route.ts';
import { id, jsonText, wholeNumber, yes } from './values.ts';

/** What is said of a file that cannot be read, and of a mapping that does not fit it. */
export const FILE_ERRORS = [
  'invalid_mapping',
  'file_changed',
  'unknown_column',
  'empty_bom',
  'too_many_lines',
  'too_many_columns',
  'too_many_cells',
  'no_part_number_column',
  'file_too_large',
  'unpacks_too_large',
  'unsupported_file',
  'password_protected',
  'damaged_file',
] as const satisfies readonly ErrorCode[];

/** What was noticed when a file was read. */
export const ImportIssue = z.object({
  severity: z.enum(['warning', 'info']),
  row: z.int().nullable(),
  column: z.string().nullable(),
  code: z.string(),
  detail: z.string(),
});

/** A table that the BOM may be in. */
export const OfferedTable = z.object({
  table: z.int(),
  /** Which of those that stand below and beside one another in it and share its number, from 0. */
  part: z.int(),
  /** The sheet's; null where there are no sheets. */
  name: z.string().nullable(),
  header_rows: z.array(z.int()),
  first_row: z.int(),
  last_row: z.int(),
  /** As a spreadsheet names them: A, B, … Z, AA. */
  first_column: z.string(),
  last_column: z.string(),
});

/** What is to be decided before the file can be read rightly. */
export const Question = z.object({
  code: z.string(),
  /** A sentence for the person who decides. */
  detail: z.string(),
  /** Each a mapping to send instead, and what it means. The first is what `mapping` has. */
  options: z.array(z.object({ label: z.string(), mapping: FileMapping })).min(2),
});
export type Question = z.infer<typeof Question>;

export const Preview = z.object({
  file: z.object({
    name: z.string(),
    sha256: z.string(),
    /** What kind of file it is by its content, for example `csv` or `xlsx`. */
    container: z.string(),
    /** Of text: as it was decoded. */
    encoding: z.string().nullable(),
  }),
  /** The tables in it that may be the BOM, the one that was taken first. */
  tables: z.array(OfferedTable),
  mapping: FileMapping,
  /** Whether people of the organization have confirmed it for a file with these headers. */
  remembered: z.boolean(),
  /** The first rows of that table, header included. */
  rows: z.array(z.object({ row: z.int(), cells: z.array(z.string()) })),
  /** Those of them whose line is not placed. */
  not_placed: z.array(z.int()),
  line_count: z.int(),
  issues: z.array(ImportIssue),
  /**
   * BOMs of the organization that came from the same file, the newest first. Importing it with this mapping answers with the one
   * of the same mapping, project and revised BOM, unless `again` is said; with another it makes a new BOM.
   */
  existing: z.array(z.object({
    bom_id: z.guid(),
    name: z.string(),
    project_id: z.guid().nullable(),
    revision_of: z.guid().nullable(),
    /** It was read by the mapping that this preview has. */
    same_mapping: z.boolean(),
  })),
  /** At most two. Without any, the mapping can be sent as it is. */
  questions: z.array(Question).max(2),
});
export type Preview = z.infer<typeof Preview>;

export const MAPPING: z.input<typeof FileMapping> = {
  file_sha256: '6c5ae1ce5d3ab6b5d7a58c7a0cf3b9ecb9c7d0d3c1a0e9b1b7be4c1c4f3d2a10',
  table: 0,
  header_rows: [1],
  first_row: 2,
  last_row: 2,
  columns: [
    { index: 0, name: 'MPN', role: 'mpn', group: 0, supplier: null, confidence: 1, runner_up: null },
    { index: 1, name: 'Qty', role: 'quantity', group: 0, supplier: null, confidence: 1, runner_up: null },
  ],
  decimal_mark: null,
  blank_place: null,
};

export const previewBom = defineRoute({
  method: 'POST',
  path: '/boms/preview',
  summary:
    'Says how a file would be read: its kind, table, columns and lines, and what it asks. Stores nothing.',
  role: 'editor',
  query: { organization_id: id('organization_id') },
  upload: {
    mapping: jsonText(FileMapping, 'invalid_mapping').optional(),
    /** Reads this table of the file, from 0, instead of the one that looks most like a BOM. */
    table: wholeNumber(0, 1_000).optional(),
    /** Of several in that table, this one (`part` in `tables`). */
    part: wholeNumber(0, 1_000).optional(),
  },
  status: 200,
  answer: Preview,
  errors: ['organization_not_found', ...FILE_ERRORS],
  example: {
    query: { organization_id: IDS.organization },
    upload: { file: 'MPN,Qty\nRC0603FR-0710KL,2\n' },
    answer: {
      file: { name: 'bom.csv', sha256: MAPPING.file_sha256, container: 'csv', encoding: 'utf-8' },
      tables: [{
        table: 0,
        part: 0,
        name: null,
        header_rows: [1],
        first_row: 2,
        last_row: 2,
        first_column: 'A',
        last_column: 'B',
      }],
      mapping: MAPPING,
      remembered: false,
      rows: [{ row: 1, cells: ['MPN', 'Qty'] }, { row: 2, cells: ['RC0603FR-0710KL', '2'] }],
      not_placed: [],
      line_count: 1,
      issues: [],
      existing: [],
      questions: [],
    },
  },
});

/** Fields of the form that imports a file. */
export const UploadFields = {
  mapping: jsonText(FileMapping, 'invalid_mapping').optional(),
  /** The file's without it. */
  name: text(MAX_NAME_CHARS).min(1).optional(),
  project_id: id('project_id').optional(),
  revision_of: id('revision_of').optional(),
  /** Imports the file once more, though there is a BOM of it. */
  again: yes.optional(),
};
