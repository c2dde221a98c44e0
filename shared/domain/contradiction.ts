/** What a line of a BOM says against its part, or against itself. */
import { z } from 'zod';

/**
 * `error`: one of the two is wrong. `warning`: somebody should look. `upgrade`: the part is better than asked. What is fine is
 * not said at all.
 */
export const SEVERITIES = ['error', 'warning', 'upgrade'] as const;
export type Severity = (typeof SEVERITIES)[number];

export const CHECKS = [
  'value',
  'frequency',
  'tolerance',
  'voltage',
  'current',
  'polarity',
  'dielectric',
  'technology',
  'chip_size',
  'package',
  'connector',
  'footprint_name',
  'part_name',
  'manufacturer',
  'colour',
  'power',
  'temperature',
  'qualification',
  'supplier_number',
  'alternate',
  'do_not_place',
] as const;
export type CheckName = (typeof CHECKS)[number];

export const Contradiction = z.object({
  check: z.enum(CHECKS),
  severity: z.enum(SEVERITIES),
  /** A field of components, `mpn` or `do_not_place`. */
  field: z.string(),
  /**
   * What the BOM says, and where: `value`, `footprint`, `description`, or the header of a column. `read` are the words that
   * it was read from, where those are others: `4k7` of 4.7 kΩ.
   */
  asked: z.object({ text: z.string(), where: z.string(), read: z.string().optional() }),
  /** What the part is, by which source; `bom` where the BOM contradicts itself. */
  found: z.object({ text: z.string(), source: z.string() }),
  sentence: z.string(),
});
export type Contradiction = z.infer<typeof Contradiction>;

/** What a line says of a field of its part, and where; `verdict` is null where nobody can compare the two. */
export const Saying = z.object({
  text: z.string(),
  where: z.string(),
  verdict: z.enum([...SEVERITIES, 'fine']).nullable(),
});
export type Saying = z.infer<typeof Saying>;
