/** What members of an organization send about it, before anything is stored. */
import { z } from 'zod';
import { CATEGORIES } from './categories.ts';
import { type Field, FIELD_NAMES, type FieldName, fieldOf } from './fields.ts';
import {
  MAX_NAME_CHARS,
  MAX_NAMED_SUPPLIERS,
  MAX_OWN_COMPONENTS,
  MAX_PART_NUMBER_CHARS,
  MAX_PIECES,
  MAX_PRICE_BREAKS,
  MAX_TEXT_CHARS,
} from './limits.ts';
import { ROLES, SCHEDULES } from './status.ts';
import { SUPPLIER_NAMES } from './supplier.ts';
import { Name, shownComparedText, shownText } from './text.ts';
import { Day, PastMoment } from './time.ts';

export const Role = z.enum(ROLES);

/** Body of calls that name or rename something. */
export const Named = z.strictObject({ name: Name });

const supplierNames = z.array(shownText(MAX_NAME_CHARS)).max(MAX_NAMED_SUPPLIERS);

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
  /** Sellers, however spelled, whose offers count for neither price nor stock. */
  blocked_suppliers: supplierNames,
  /** Sellers, however spelled, that are bought from wherever they have enough, whatever others ask. */
  preferred_suppliers: supplierNames,
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

type QuantityField = Extract<Field, { kind: 'quantity' }>;

/** No part has more of anything, nor less: what lies beyond is a slip, and would spoil what is compared with it. */
const LEAST_MAGNITUDE = 1e-18;
const MOST_MAGNITUDE = 1e15;

function numberOf({ least }: QuantityField) {
  const isPossible = (value: number) =>
    value === 0 ? least !== undefined : value > 0 || least === 'below_zero';
  const isSane = (value: number) =>
    value === 0 || (Math.abs(value) >= LEAST_MAGNITUDE && Math.abs(value) <= MOST_MAGNITUDE);
  return z.number()
    .refine(isPossible, `must be ${least === 'zero' ? '0 or more' : 'more than 0'}`)
    .refine(isSane, `must be from ${LEAST_MAGNITUDE} to ${MOST_MAGNITUDE}`);
}

function quantityOf(field: QuantityField) {
  const { unit: usual, otherUnits = [] } = field;
  return z.strictObject({
    /** A text is for what no single number says, such as `-20/+80 %`. */
    value: z.union([numberOf(field), shownText(MAX_TEXT_CHARS)]),
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

/** Which part a row of an organization's own lists is about. */
const numbered = {
  mpn: shownComparedText(MAX_PART_NUMBER_CHARS),
  manufacturer: shownComparedText(MAX_PART_NUMBER_CHARS),
};

/** Pieces of a part on hand. */
export const OwnStock = z.strictObject({ ...numbered, quantity: z.int().min(0).max(MAX_PIECES) });
export type OwnStock = z.infer<typeof OwnStock>;

/** With whom a price is agreed whose list names nobody. */
export const OWN_SUPPLIER = 'own';

/** Of one piece: what is less adds up to nothing, however many are bought. */
const MIN_PRICE = 0.000001;
const MAX_PRICE = 1_000_000_000;

/** Prices of a part that are agreed with a supplier. */
export const OwnPrice = z.strictObject({
  ...numbered,
  supplier: shownText(MAX_NAME_CHARS).default(OWN_SUPPLIER),
  /** ISO 4217. */
  currency: z.string().regex(/^[A-Z]{3}$/, 'must be a currency such as EUR'),
  /** The first quantity is the least that is sold at these prices. */
  prices: z.array(z.strictObject({
    quantity: z.int().min(1).max(MAX_PIECES),
    price: z.number().min(MIN_PRICE, 'is below 0.000001, the least price that is kept').max(MAX_PRICE),
  })).min(1).max(MAX_PRICE_BREAKS).refine(
    (prices) => prices.every(({ quantity }, i) => i === 0 || quantity > prices[i - 1]!.quantity),
    'must be by rising quantity, each quantity once',
  ),
  /** The last day on which they hold; null: until others are agreed. */
  valid_until: Day.nullable().default(null),
});
export type OwnPrice = z.infer<typeof OwnPrice>;

/** What a list is called and as of when it says so, beside its rows. */
const listed = {
  /** Such as the list's file; left out for what somebody describes. */
  source: shownText(MAX_NAME_CHARS).nullable().default(null),
  observed_at: PastMoment.nullable().default(null),
};

/** Each row is read by itself: a wrong one is named in the answer, and does not refuse the others. */
const rowsOf = <Row>(what: string) =>
  z.custom<readonly Row[]>(
    (given) => Array.isArray(given) && given.length > 0 && given.length <= MAX_OWN_COMPONENTS,
    `must be a list of 1 to ${MAX_OWN_COMPONENTS} ${what}`,
  );

/** Bodies of an organization's own lists. */
export const OwnComponents = z.strictObject({
  ...listed,
  components: rowsOf<z.input<typeof OwnComponent>>('components'),
});
export const OwnStockList = z.strictObject({ ...listed, stock: rowsOf<z.input<typeof OwnStock>>('rows') });
export const OwnPriceList = z.strictObject({ ...listed, prices: rowsOf<z.input<typeof OwnPrice>>('rows') });
