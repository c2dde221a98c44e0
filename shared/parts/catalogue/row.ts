/** Well-known parts, written down by hand from their manufacturers' documents: a row a part in parts.json. */
import { z } from 'zod';
import { CATEGORIES, type Category } from '../../domain/categories.ts';
import { FIELD_NAMES, type FieldName } from '../../domain/fields.ts';

const NAMED_APART: readonly FieldName[] = ['manufacturer', 'category', 'package', 'description'];
const FACTS = FIELD_NAMES.filter((name) => !NAMED_APART.includes(name));

export const CatalogueRow = z.strictObject({
  /** The manufacturer's spelling of the orderable number. */
  mpn: z.string(),
  /** Other numbers of the very same part: other packaging (reel, tape, tube), or the number without packing code. */
  variants: z.array(z.string()).min(1).exactOptional(),
  /** Canonical name of the manufacturer. */
  manufacturer: z.string(),
  category: z.enum(Object.keys(CATEGORIES) as Category[]),
  package: z.string().min(1),
  /** What else the document says, numbers in the unit of their field. */
  facts: z.partialRecord(z.enum(FACTS), z.union([z.string(), z.number()])).exactOptional(),
  description: z.string().regex(/^\S.{3,78}[^.\s]$/),
  /** The manufacturer's data sheet or product page. */
  document: z.strictObject({ title: z.string().min(1), url: z.url({ protocol: /^https$/ }) }),
});
export type CatalogueRow = z.infer<typeof CatalogueRow>;
