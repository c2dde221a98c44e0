/** How much is known of a part and how sure it is, as one number. */
import { fieldsFor, isWithin } from '../domain/categories.ts';
import type { ComponentFields } from '../domain/component.ts';
import type { FieldName } from '../domain/fields.ts';

/**
 * Points taken off for each field that sources disagree on: one is worth a look, several make the part
 * doubtful.
 */
const POINTS_PER_CONTRADICTION = 10;

/** The fields a buyer needs to tell one part of the category from another. */
export function requiredFields({ category, resistance }: ComponentFields): readonly FieldName[] {
  const name = category && String(category.value);
  const isJumper = name !== undefined && isWithin(name, 'resistor') && resistance?.value === 0;
  return fieldsFor('required', isJumper ? 'jumper' : name);
}

/**
 * Quality of what is known, 0-100 and whole:
 *
 *     100 × (sum of the confidence of each required field that is stated) / (number of required fields)
 *       − 10 × (number of fields on which sources disagree)
 *
 * which is completeness times average confidence, minus contradictions. A field nobody states adds nothing
 * and takes nothing away beyond being missing; fields that are not required count only when they contradict.
 */
export function qualityScore(fields: ComponentFields): number {
  const required = requiredFields(fields);
  const known = required.reduce((sum, name) => sum + (fields[name]?.confidence ?? 0), 0);
  const contradicted = Object.values(fields).filter((field) => (field?.conflicts?.length ?? 0) > 0).length;
  const score = (100 * known) / required.length - POINTS_PER_CONTRADICTION * contradicted;
  return Math.round(Math.min(100, Math.max(0, score)));
}
