/** Parts that a line may have meant, of which a person chooses one. */
import { z } from 'zod';
import { ComponentFields } from './component.ts';

export const MATCH_STEPS = [
  'exact',
  'spelling',
  'supplier_sku',
  'packing',
  'finish',
  'series',
  'parametric',
  'similar',
] as const;
export type MatchStep = (typeof MATCH_STEPS)[number];

export const Candidate = z.object({
  /** How the line's words lead to it. */
  step: z.enum(MATCH_STEPS),
  confidence: z.number().min(0).max(1),
  mpn: z.string().min(1),
  manufacturer: z.string().min(1),
  orderable_key: z.string().min(1),
  fields: ComponentFields,
  /** In a sentence, what speaks for it and what was not compared. */
  reason: z.string().min(1),
});
export type Candidate = z.infer<typeof Candidate>;
