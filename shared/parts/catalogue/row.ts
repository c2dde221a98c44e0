/** Well-known parts, written down by hand from their manufacturers' documents: a row a part in parts.json. */
import { z } from 'zod';
import { CATEGORIES, type Category } from '../../domain/categories.ts';

export const CatalogueRow = z.strictObject({
  /** The manufacturer's spelling of the orderable number. */
  mpn: z.string(),
  /** Other numbers of the very same part: other packaging (reel, tape, tube), or the number without packing code. */
  variants: z.array(z.string()).min(1).exactOptional(),
  /** Canonical name of the manufacturer. */
  manufacturer: z.string(),
  category: z.enum(Object.keys(CATEGORIES) as Category[]),
  package: z.string().min(1),
  description: z.string().regex(/^\S.{3,78}[^.\s]$/),
  /** The manufacturer's data sheet or product page. */
  document: z.strictObject({ title: z.string().min(1), url: z.url({ protocol: /^https$/ }) }),
});
export type CatalogueRow = z.infer<typeof CatalogueRow>;
