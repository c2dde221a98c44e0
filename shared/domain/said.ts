/** What sources may say of parts. */
import type { Category } from './categories.ts';
import type { FieldName, FIELDS, QuantityName } from './fields.ts';
import type { Quantity } from './units.ts';

/**
 * What a source may say of a field. A number is in the field's own unit; a text in the place of a quantity is one that
 * no single number says, such as `-20/+80 %`.
 */
export type Said<Name extends FieldName> = Name extends QuantityName ? number | Quantity | string
  : Name extends 'category' ? Category
  : (typeof FIELDS)[Name] extends { values: infer Values } ? keyof Values
  : string;
