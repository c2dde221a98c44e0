/** A BOM as it comes in: what a user may send, before anything is stored. */
import { z } from 'zod';
import { MAX_DESIGNATORS_CHARS, MAX_NAME_CHARS, MAX_PART_NUMBER_CHARS, MAX_TEXT_CHARS } from './limits.ts';
import { RUN_MODES } from './status.ts';
import { comparedText, text } from './text.ts';

const optional = (given: z.ZodType<string, string>) => given.nullish().transform((value) => value || null);
const optionalText = (max: number) => optional(text(max));

const optionalComparedText = (max: number) => optional(comparedText(max));
const optionalId = z.guid().nullish().transform((id) => id ?? null);

/** One line as sent. A line with `do_not_place`, or without a part number, is kept and will be `skipped`. */
export const LineInput = z.strictObject({
  mpn: optionalComparedText(MAX_PART_NUMBER_CHARS),
  manufacturer: optionalComparedText(MAX_PART_NUMBER_CHARS),
  quantity: z.number().nonnegative().nullish().transform((quantity) => quantity ?? null),
  designators: optionalText(MAX_DESIGNATORS_CHARS),
  description: optionalText(MAX_TEXT_CHARS),
  do_not_place: z.boolean().default(false),
});
export type LineInput = z.infer<typeof LineInput>;

/** Fields of a line that a CSV column can hold. */
export const LineField = z.enum([
  'mpn',
  'manufacturer',
  'quantity',
  'designators',
  'description',
  'do_not_place',
]);
export type LineField = z.infer<typeof LineField>;

const header = {
  organization_id: z.guid(),
  project_id: optionalId,
  name: text(MAX_NAME_CHARS).min(1),
};

/** Body of `POST boms` with the lines as JSON. */
export const CreateBomFromLines = z.strictObject({
  ...header,
  // Not z.array: it walks over millions of elements before anybody can count them.
  lines: z.custom<readonly unknown[]>(Array.isArray, 'must be a list of lines'),
});

/** Body of `POST boms` with CSV text; `columns` names headers that are not among the known spellings. */
export const CreateBomFromCsv = z.strictObject({
  ...header,
  csv: z.string(),
  columns: z.partialRecord(LineField, z.string()).default({}),
});

/** Whoever sends `csv` means a CSV, and is told what is wrong with that one. */
export const CreateBom = z.union([CreateBomFromCsv, CreateBomFromLines]);
export type CreateBom = z.infer<typeof CreateBom>;

/** Body of `PATCH boms/{bom_id}`. */
export const ChangeBom = z.strictObject({
  name: text(MAX_NAME_CHARS).min(1).optional(),
  /** Null: of no project. */
  project_id: z.guid().nullable().optional(),
}).refine((changes) => Object.keys(changes).length > 0, 'names nothing that is to be changed');

/** Body of `POST enrichment/{bom_id}/start`. */
export const StartRun = z.strictObject({
  organization_id: z.guid(),
  project_id: optionalId,
  /** 9 is most urgent. */
  priority: z.int().min(1).max(9).default(5),
  mode: z.enum(RUN_MODES).default('pending'),
});
