/** Calls that give a BOM out, with all that is known of it. */
import { z } from 'zod';
import { Alternate } from '../domain/bom.ts';
import { MAX_BOARDS, MAX_LINES } from '../domain/limits.ts';
import { COLUMN_ROLES, ColumnUse, Mapping } from '../domain/mapping.ts';
import { LINE_ANSWER, LineAnswer, MAX_LINES_OF_A_PAGE, StoredLineAnswer } from './boms.ts';
import { IDS } from './examples.ts';
import { ImportIssue } from './intake.ts';
import { defineRoute, READERS } from './route.ts';
import { id, Timestamp, wholeNumber } from './values.ts';

export const EXPORT_FORMATS = ['csv', 'xlsx', 'json', 'kicad_fields', 'altium_fields'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

export const MEDIA_TYPES: Readonly<Record<ExportFormat, string>> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  json: 'application/json',
  kicad_fields: 'text/csv; charset=utf-8',
  altium_fields: 'text/csv; charset=utf-8',
};

const bom = { bom_id: id('bom_id') };

/** The file that a BOM came from. */
export const ExportedFile = z.object({
  name: z.string(),
  /** How its columns stood and were read. */
  mapping: Mapping.extend({
    columns: z.array(
      ColumnUse.pick({ index: true, role: true, group: true, supplier: true }).extend({
        // Not kept of BOMs that were imported before 0.3.0.
        name: z.string().default(''),
      }),
    ),
  }),
  issues: z.array(ImportIssue),
});
export type ExportedFile = z.infer<typeof ExportedFile>;

/** What any line of a BOM says: a file begins with its columns, before all lines are known. */
export const SaidInBom = z.object({
  fields: z.array(z.enum(COLUMN_ROLES)),
  /** Names of what is kept of other columns, as lines have them; no more than a file of two such BOMs has room for. */
  extra: z.array(z.string()),
  /** Whose numbers lines have beside each other, null where a number names nobody; each combination once, of more than 1000 the first 1001. */
  numbers: z.array(z.object({ has_mpn: z.boolean(), suppliers: z.array(z.string().nullable()) })),
  /** Of alternates whose manufacturer is stated, the last one's place among its line's, from 1; 0 where there are none. */
  manufacturers: z.int().optional(),
});
export type SaidInBom = z.infer<typeof SaidInBom>;

const NOT_OF_EACH = {
  bom_id: true,
  event_id: true,
  settled_at: true,
  review_change_id: true,
  last_change: true,
} as const;
/** As the BOM has them; one line alone says what is known of them. */
const alternates = z.array(Alternate);
/** Pieces of its part that the organization has on hand; null where it says nothing of them. */
const own_stock = z.int().nullish();
/**
 * Over all lines with the same part, which are ordered together: the first of them, how many there are, pieces on one board.
 * `shape` only where some lines have the organization's own description of the part and others not: what it says decides spares.
 */
const pooled = z.object({
  line_number: z.int(),
  lines: z.int(),
  quantity: z.number(),
  shape: z.object({
    category: z.string().nullable(),
    package: z.string().nullable(),
    pins: z.number().nullable(),
  }).optional(),
}).nullish();
export const ExportedLine = LineAnswer.omit({ ...NOT_OF_EACH, stated: true }).extend({
  alternates,
  own_stock,
  pooled,
});
export type ExportedLine = z.infer<typeof ExportedLine>;

export const ExportPage = z.object({
  bom_id: z.guid(),
  event_id: z.string().nullable(),
  name: z.string(),
  exported_at: Timestamp,
  /** That the BOM is meant for; null where nobody said. */
  boards: z.int().nullish(),
  /** As the organization's setting has them: no line is priced with their offers. */
  blocked_suppliers: z.array(z.string()).nullish(),
  /** Likewise: they come first as long as they have enough. */
  preferred_suppliers: z.array(z.string()).nullish(),
  /** ISO 4217: in which most of it is bought, and whatever else can be; null where nothing has a price. */
  currency: z.string().nullish(),
  /** With the first page alone; null where the lines came without a file. */
  file: ExportedFile.nullable(),
  /** Likewise. */
  said: SaidInBom.nullish(),
  lines: z.array(ExportedLine),
  /** `after` of the next page; null: this is the last one. */
  next: z.int().nullable(),
});
export type ExportPage = z.infer<typeof ExportPage>;

/** As the database has it: who knows a part is not said of it. Files that do not show that are written of it as it is. */
export const StoredExportedLine = StoredLineAnswer.omit(NOT_OF_EACH).extend({
  alternates,
  own_stock,
  pooled,
});
export type StoredExportedLine = z.infer<typeof StoredExportedLine>;
export const StoredExportPage = ExportPage.extend({ lines: z.array(StoredExportedLine) });
export type StoredExportPage = z.infer<typeof StoredExportPage>;

export const readExport = defineRoute({
  method: 'GET',
  path: '/boms/:bom_id/export/pages',
  summary:
    'Reads a page of lines with all that is known of each, for programs that write files of their own.',
  role: 'viewer',
  callers: READERS,
  params: bom,
  query: {
    after: wholeNumber(0, MAX_LINES).optional(),
    limit: wholeNumber(1, MAX_LINES_OF_A_PAGE).optional(),
  },
  status: 200,
  answer: ExportPage,
  errors: ['bom_not_found'],
  example: {
    params: { bom_id: IDS.bom },
    query: { after: '0', limit: '500' },
    answer: {
      bom_id: IDS.bom,
      event_id: '1-4',
      name: 'Sensor rev C',
      exported_at: '2026-01-01T12:05:00.000Z',
      boards: 25,
      file: null,
      lines: [
        ((
          {
            bom_id: _,
            event_id: __,
            settled_at: ___,
            review_change_id: ____,
            last_change: _____,
            stated: ______,
            ...line
          },
        ) => ({ ...line, alternates: line.alternates.map(({ known: _, ...alternate }) => alternate) }))(
          LINE_ANSWER,
        ),
      ],
      next: null,
    },
  },
});

export const exportBom = defineRoute({
  method: 'GET',
  path: '/boms/:bom_id/export',
  summary:
    'Streams the BOM as a file: `csv` has its lines, `xlsx` also a summary, offers, sources and issues, `json` everything; `kicad_fields` and `altium_fields` have a row for each designator, to be written back. Prices are those for `boards`, or else for as many as the BOM is meant for.',
  role: 'viewer',
  callers: READERS,
  params: bom,
  query: {
    format: z.enum(EXPORT_FORMATS),
    boards: wholeNumber(1, MAX_BOARDS).optional(),
  },
  status: 200,
  mediaTypes: [...new Set(Object.values(MEDIA_TYPES))],
  answer: z.string(),
  errors: ['bom_not_found', 'too_many_exports'],
  example: {
    params: { bom_id: IDS.bom },
    query: { format: 'csv', boards: '25' },
    answer: 'Designators,Quantity,Part Number,…\r\nR1 R2,2,RC0603FR-0710KL,…\r\n',
  },
});
