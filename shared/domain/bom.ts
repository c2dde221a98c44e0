/** A BOM as it comes in: what a user may send, before anything is stored. */
import { z } from 'zod';
import {
  MAX_ALTERNATES,
  MAX_BOARDS,
  MAX_COLUMNS,
  MAX_DESIGNATORS_CHARS,
  MAX_NAME_CHARS,
  MAX_NUMBER_CHARS,
  MAX_PART_NUMBER_CHARS,
  MAX_PIECES,
  MAX_SHORT_TEXT_CHARS,
  MAX_TEXT_CHARS,
} from './limits.ts';
import { RUN_MODES, SCHEDULES } from './status.ts';
import { comparedText, Name, shown, shownComparedText, shownText, text } from './text.ts';

const optional = (given: z.ZodType<string, string>) => given.nullish().transform((value) => value || null);
const optionalText = (max: number) => optional(text(max));

/** Of what somebody types: nothing invisible is meant. Null and an empty text both empty the field. */
const optionalShown = (given: z.ZodType<string, string>) =>
  shown(given).nullable().transform((value) => value || null);

const optionalComparedText = (max: number) => optional(comparedText(max));
const optionalId = z.guid().nullish().transform((id) => id ?? null);

/** A number with a comma in the wrong place, or one of another column, would make the whole BOM's cost one of it. */
const TOO_MANY_PIECES = `is more than the ${MAX_PIECES} pieces that are possible`;

/** Another part that a BOM allows in the place of a line's own. */
export const Alternate = z.strictObject({
  mpn: comparedText(MAX_PART_NUMBER_CHARS).min(1),
  manufacturer: optionalComparedText(MAX_PART_NUMBER_CHARS),
});
export type Alternate = z.infer<typeof Alternate>;

/** A distributor's number; `supplier` is null where the BOM does not say whose it is. */
export const SupplierNumber = z.strictObject({
  supplier: optionalText(MAX_NUMBER_CHARS),
  number: text(MAX_NUMBER_CHARS).min(1),
});
export type SupplierNumber = z.infer<typeof SupplierNumber>;

/** One line as sent. A line with `do_not_place`, or with nothing to look up, is kept and will be `skipped`. */
export const LineInput = z.strictObject({
  mpn: optionalComparedText(MAX_PART_NUMBER_CHARS),
  manufacturer: optionalComparedText(MAX_PART_NUMBER_CHARS),
  quantity: z.number().nonnegative().max(MAX_PIECES, TOO_MANY_PIECES).nullish().transform((quantity) =>
    quantity ?? null
  ),
  designators: optionalText(MAX_DESIGNATORS_CHARS),
  description: optionalText(MAX_TEXT_CHARS),
  do_not_place: z.boolean().default(false),
  value: optionalText(MAX_SHORT_TEXT_CHARS),
  footprint: optionalText(MAX_SHORT_TEXT_CHARS),
  supplier_numbers: z.array(SupplierNumber).max(MAX_ALTERNATES).default([]),
  /** The organization's own number of the part. */
  internal_number: optionalText(MAX_NUMBER_CHARS),
  /** What is said of substitutes, as written. */
  substitution: optionalText(MAX_SHORT_TEXT_CHARS),
  note: optionalText(MAX_TEXT_CHARS),
  /** In the order in which they may be taken. */
  alternates: z.array(Alternate).max(MAX_ALTERNATES).default([]),
  /** Every other column, by its header. */
  extra: z.record(text(MAX_NAME_CHARS), text(MAX_TEXT_CHARS)).refine(
    (columns) => Object.keys(columns).length <= MAX_COLUMNS,
    `has more than ${MAX_COLUMNS} columns`,
  ).default({}),
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
  /** The BOM of which this is a later state: its notes and reviews are taken over. */
  revision_of: optionalId,
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

/** A body with `csv` is meant as CSV, and errors are those of the CSV. */
export const CreateBom = z.union([CreateBomFromCsv, CreateBomFromLines]);
export type CreateBom = z.infer<typeof CreateBom>;

/** As somebody types them, where an import has what a file's cells hold, cleaned as it is stored. */
const ShownAlternate = Alternate.extend({
  mpn: shownComparedText(MAX_PART_NUMBER_CHARS),
  manufacturer: optional(shown(comparedText(MAX_PART_NUMBER_CHARS))),
});
const ShownSupplierNumber = SupplierNumber.extend({
  supplier: optional(shown(text(MAX_NUMBER_CHARS))),
  number: shownText(MAX_NUMBER_CHARS),
});

/**
 * The newest change of the BOM that whoever decides or edits has seen, 0 for none. What anybody else has done to a line after it is
 * not overruled: that is refused, with who did what. Without it the last word counts.
 */
const as_of = z.int().nonnegative();

/** Body of `PATCH boms/{bom_id}/lines/{line_id}`: what is named is changed, null empties it. */
export const ChangeLine = z.strictObject({
  mpn: optionalShown(comparedText(MAX_PART_NUMBER_CHARS)),
  manufacturer: optionalShown(comparedText(MAX_PART_NUMBER_CHARS)),
  quantity: z.number().nonnegative().max(MAX_PIECES, TOO_MANY_PIECES).nullable(),
  designators: optionalShown(text(MAX_DESIGNATORS_CHARS)),
  description: optionalShown(text(MAX_TEXT_CHARS)),
  do_not_place: z.boolean(),
  value: optionalShown(text(MAX_SHORT_TEXT_CHARS)),
  footprint: optionalShown(text(MAX_SHORT_TEXT_CHARS)),
  supplier_numbers: z.array(ShownSupplierNumber).max(MAX_ALTERNATES),
  internal_number: optionalShown(text(MAX_NUMBER_CHARS)),
  substitution: optionalShown(text(MAX_SHORT_TEXT_CHARS)),
  note: optionalShown(text(MAX_TEXT_CHARS)),
  alternates: z.array(ShownAlternate).max(MAX_ALTERNATES),
  as_of,
}).partial().refine(
  ({ as_of: _, ...changes }) => Object.keys(changes).length > 0,
  'names nothing that is to be changed',
);

/** What people may decide of a line. */
export const REVIEW_ACTIONS = [
  'approve',
  'choose',
  'keep_as_written',
  'nothing_to_buy',
  'reject',
  'reset',
  'undo',
] as const;

/** Lines of one review: more are several groups. */
export const MAX_REVIEWED_LINES = 500;

/** Body of `POST boms/{bom_id}/review`. */
export const ReviewLines = z.strictObject({
  line_ids: z.array(z.guid()).min(1).max(MAX_REVIEWED_LINES),
  action: z.enum(REVIEW_ACTIONS),
  /** Of `choose`: the part that is meant. */
  choice: z.strictObject({
    mpn: shownComparedText(MAX_PART_NUMBER_CHARS),
    manufacturer: shownComparedText(MAX_PART_NUMBER_CHARS),
  }).optional(),
  /**
   * Of `undo`: what is to be taken back, one change a line, edits too. Refused where somebody has decided of a line since.
   * Without it the last review goes, whoever made it.
   */
  change_ids: z.array(z.int().positive()).min(1).max(MAX_REVIEWED_LINES).optional(),
  /** Of all but `undo`, which names what it takes back. Where a line was changed since, none is decided. */
  as_of: as_of.optional(),
}).refine(
  ({ action, choice }) => (action === 'choose') === (choice !== undefined),
  'needs a choice for the action choose, and for no other',
).refine(
  ({ action, change_ids }) => action === 'undo' || change_ids === undefined,
  'takes change_ids for the action undo alone',
).refine(
  ({ action, as_of }) => action !== 'undo' || as_of === undefined,
  'takes no as_of for the action undo',
);

/** Body of `PATCH boms/{bom_id}`. */
export const ChangeBom = z.strictObject({
  name: Name.optional(),
  /** Null: of no project. */
  project_id: z.guid().nullable().optional(),
  /** Null: as the organization has it. */
  schedule: z.enum(SCHEDULES).nullable().optional(),
  /** How many it is meant for; null: nobody says, and it is judged for DEFAULT_BOARDS. */
  boards: z.int().min(1).max(MAX_BOARDS).nullable().optional(),
}).refine((changes) => Object.keys(changes).length > 0, 'names nothing that is to be changed');

/** Body of `POST boms/{bom_id}/release`. */
export const ReleaseBom = z.strictObject({
  /** What this state of it is called, such as `Rev C`. */
  name: Name.optional(),
  /** How many of it are to be built. */
  boards: z.int().min(1).max(MAX_BOARDS).optional(),
});

/** Body of `POST enrichment/{bom_id}/start`. */
export const StartRun = z.strictObject({
  organization_id: z.guid(),
  project_id: optionalId,
  /** 9 is most urgent. */
  priority: z.int().min(1).max(9).default(5),
  mode: z.enum(RUN_MODES).default('pending'),
});
