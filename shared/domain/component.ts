/** What we know of a part: fields, each with where it came from. No field exists without a source. */
import { z } from 'zod';
import { FIELD_NAMES } from './fields.ts';

/**
 * One statement about a field.
 * `source` names who said it: `decoder:<series>`, `catalogue`, `supplier:<name>`, `own` for what an organization says
 * in a component of its own, or `bom` for the user's own words, which only ever stand beside a line and never in a
 * stored component.
 * `confidence` is 0-1: 1 means the source states it outright, lower means it was inferred.
 */
export const SourcedValue = z.object({
  value: z.union([z.string(), z.number()]),
  /** Unit of a number, see units.ts. Left out for text. */
  unit: z.string().optional(),
  source: z.string().min(1),
  confidence: z.number().min(0).max(1),
  /** The document the source relies on. */
  reference: z.string().optional(),
  /** The source's own words, where the value is ours for them. */
  raw: z.string().optional(),
  /** When the source said so, for what is true for a while only. */
  observed_at: z.string().optional(),
});
export type SourcedValue = z.infer<typeof SourcedValue>;

/** A field's accepted statement, and those of other sources that contradict it. */
export const ComponentField = SourcedValue.extend({ conflicts: z.array(SourcedValue).optional() });
export type ComponentField = z.infer<typeof ComponentField>;

export const ComponentFields = z.partialRecord(z.enum(FIELD_NAMES), ComponentField);
export type ComponentFields = z.infer<typeof ComponentFields>;

/** A component as the runner commits it. `orderable_key` is its number's, see shared/parts/part-number.ts. */
export const Component = z.object({
  orderable_key: z.string().min(1),
  mpn: z.string().min(1),
  manufacturer: z.string().min(1),
  fields: ComponentFields,
  quality_score: z.int().min(0).max(100),
});
export type Component = z.infer<typeof Component>;

/** ISO 4217. */
const Currency = z.string().regex(/^[A-Z]{3}$/);

/** How the pieces come. `custom_reel`: reeled to order from the stock of the cut tape, mostly for a fee. */
export const OFFER_PACKAGINGS = ['reel', 'cut_tape', 'custom_reel', 'tube', 'tray', 'box', 'bulk'] as const;
export type OfferPackaging = (typeof OFFER_PACKAGINGS)[number];

/** What one piece costs from so many on. */
export const PriceBreak = z.object({
  quantity: z.int().positive(),
  price: z.number().positive(),
  currency: Currency,
});
export type PriceBreak = z.infer<typeof PriceBreak>;

/**
 * What one supplier sells a component as. Null, and what is left out, is what the supplier did not say, or not in a way
 * that is certain. Offers of one supplier and seller may be packings of the same pieces: their stocks are not added up.
 */
export const SupplierOffer = z.object({
  supplier_part_number: z.string().min(1),
  /** What the supplier calls the manufacturer, where that is another name than the component's. */
  manufacturer_as_given: z.string().min(1).nullish(),
  stock: z.int().nonnegative().nullable(),
  /** The fewest one can buy, and what the quantity must be a multiple of. */
  min_quantity: z.int().positive().nullable(),
  multiple: z.int().positive().nullable(),
  lead_time_days: z.int().nonnegative().nullable(),
  /** By rising quantity. A price that could be read in two ways is left out. */
  price_breaks: z.array(PriceBreak),
  url: z.url().nullable(),
  /** Who sells it where that is not the supplier itself, as the supplier names it. */
  seller: z.string().min(1).nullish(),
  /** Sold and sent by the seller, apart from the supplier's own goods. */
  marketplace: z.boolean().nullish(),
  packaging: z.enum(OFFER_PACKAGINGS).nullish(),
  /** The most that is sold at once. */
  max_quantity: z.int().positive().nullish(),
  /** What a reel made to order costs in addition to its pieces. */
  reeling_fee: z.object({ price: z.number().nonnegative(), currency: Currency }).nullish(),
  /** ISO 3166, two letters. */
  country_of_origin: z.string().regex(/^[A-Z]{2}$/).nullish(),
  /** As the supplier's customs declares it: digits, without points. */
  tariff_code: z.string().regex(/^\d{4,12}$/).nullish(),
  /** Level of J-STD-020, such as `1` or `2a`. */
  moisture_sensitivity: z.string().regex(/^(1|2a?|3|4|5a?|6)$/).nullish(),
  /** The supplier's own word for what becomes of the part, whether or not it is one of our lifecycles. */
  status: z.string().min(1).nullish(),
});
export type SupplierOffer = z.infer<typeof SupplierOffer>;

/** All that one supplier offers of a component. An empty list: it sells none. */
export const SupplierOffers = z.object({
  supplier: z.string().min(1),
  fetched_at: z.string(),
  offers: z.array(SupplierOffer),
});
export type SupplierOffers = z.infer<typeof SupplierOffers>;

/** Something a user should know about a line, for example that the written manufacturer contradicts the found one. */
export const Remark = z.object({
  code: z.string(),
  detail: z.string(),
  /** Of one that could not be asked. */
  supplier: z.string().exactOptional(),
});
export type Remark = z.infer<typeof Remark>;

/** Suppliers that could not be asked about lines as those were looked up last: what they sell of them is not known. */
export const SuppliersNotAsked = z.array(z.object({ supplier: z.string(), lines: z.int() })).readonly();
