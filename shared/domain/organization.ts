/** What members of an organization send about it, before anything is stored. */
import { z } from 'zod';
import { CATEGORIES } from './categories.ts';
import { type Field, FIELD_NAMES, type FieldName, fieldOf } from './fields.ts';
import { MAX_NAME_CHARS, MAX_OWN_COMPONENTS, MAX_PART_NUMBER_CHARS, MAX_TEXT_CHARS } from './limits.ts';
import { ROLES, SCHEDULES } from './status.ts';
import { SUPPLIER_NAMES } from './supplier.ts';
import { Name, shownComparedText, shownText } from './text.ts';

export const Role = z.enum(ROLES);

/** Body of calls that name or rename something. */
export const Named = z.strictObject({ name: Name });

/** What an organization may have set otherwise. A new setting is a field here, optional, and a column of the table. */
export const Settings = z.strictObject({
  /** An imported BOM is enriched at once, without anybody asking. */
  auto_start: z.boolean(),
  /** The suppliers that are asked about its parts, in this order; null: all that there are keys for, in the product's. */
  suppliers: z.array(z.enum(SUPPLIER_NAMES)).max(SUPPLIER_NAMES.length)
    .refine((names) => new Set(names).size === names.length, 'names a supplier twice').nullable(),
  /** One supplier after the other, until all that is required of a part is known; otherwise all of them, side by side. */
  suppliers_until_filled: z.boolean(),
  /** How often its BOMs are enriched again, unless a BOM says otherwise. Weekly is on Mondays. */
  schedule: z.enum(SCHEDULES),
  /** From this hour (UTC) on, spread over four hours. */
  schedule_hour: z.int().min(0).max(23),
});
export type Settings = z.infer<typeof Settings>;

/** Characters of an address. */
const MAX_URL_CHARS = 2_000;

/** A page shows it as a link: nothing that runs may hide in one. */
const WebAddress = shownText(MAX_URL_CHARS).refine(
  (given) => URL.canParse(given) && /^https?:$/.test(new URL(given).protocol),
  'is not the address of a page, such as https://example.com/datasheet.pdf',
);

/** What an organization says of a field itself, without saying that it does. */
export interface OwnStatement {
  readonly value: string | number;
  readonly unit?: string | undefined;
  readonly reference?: string | undefined;
}

const reference = { reference: WebAddress.optional() };

function statementOf(name: FieldName): z.ZodType<OwnStatement> {
  const field = fieldOf(name);
  if (field.kind === 'quantity') return quantityOf(field);
  if (field.kind === 'enum') {
    const values = Object.keys(name === 'category' ? CATEGORIES : field.values ?? {});
    return z.strictObject({ value: z.enum(values), ...reference });
  }
  return z.strictObject({
    value: name === 'datasheet' ? WebAddress : shownText(MAX_TEXT_CHARS),
    ...reference,
  });
}

function quantityOf({ unit: usual, otherUnits = [] }: Extract<Field, { kind: 'quantity' }>) {
  return z.strictObject({
    /** A text is for what no single number says, such as `-20/+80 %`. */
    value: z.union([z.number(), shownText(MAX_TEXT_CHARS)]),
    unit: z.enum([usual, ...otherUnits]).optional(),
    ...reference,
  }).refine(
    ({ value, unit }) => typeof value === 'number' || unit === undefined,
    { path: ['unit'], error: 'belongs to a number; a text has its unit in it' },
  ).transform((said) => typeof said.value === 'number' ? { ...said, unit: said.unit ?? usual } : said);
}

/** The manufacturer stands beside the fields, because it tells which part they are about. */
const DESCRIBING = FIELD_NAMES.filter((name): name is Exclude<FieldName, 'manufacturer'> =>
  name !== 'manufacturer'
);

/** Body that describes a component of an organization's own, whole. */
export const OwnComponent = z.strictObject({
  mpn: shownComparedText(MAX_PART_NUMBER_CHARS),
  manufacturer: shownComparedText(MAX_PART_NUMBER_CHARS),
  fields: z.strictObject(
    Object.fromEntries(DESCRIBING.map((name) => [name, statementOf(name).optional()])) as Record<
      typeof DESCRIBING[number],
      z.ZodOptional<z.ZodType<OwnStatement>>
    >,
  ),
});
export type OwnComponent = z.infer<typeof OwnComponent>;

/** Body that describes components of an organization's own, as one list has them. */
export const OwnComponents = z.strictObject({
  /** What the list is called, such as its file; left out for what somebody describes. */
  source: shownText(MAX_NAME_CHARS).nullable().default(null),
  /** As of when it says so. */
  observed_at: z.iso.datetime().nullable().default(null),
  /** Each is read by itself: a wrong one is named in the answer, and does not refuse the others. */
  components: z.custom<readonly z.input<typeof OwnComponent>[]>(
    (given) => Array.isArray(given) && given.length > 0 && given.length <= MAX_OWN_COMPONENTS,
    `must be a list of 1 to ${MAX_OWN_COMPONENTS} components`,
  ),
});
