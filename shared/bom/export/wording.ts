/** What is known of a part, in the words of people. */
import type { ComponentField, SourcedValue } from '../../domain/component.ts';
import { type FieldName, fieldOf } from '../../domain/fields.ts';
import { writeQuantity } from '../../domain/units.ts';

/** All that is said of a field, by whoever says it. */
export function worded(name: FieldName, field: ComponentField): string {
  if (!field.conflicts?.length) return wordOf(name, field);
  const all = [field, ...field.conflicts].map((value) => wordOf(name, value));
  return `sources disagree: ${all.join(' / ')}`;
}

type Said = Pick<SourcedValue, 'value' | 'unit'> & { readonly word: string };

/** Of each field, the last: most parts of a BOM have much in common, and each says it in several places. */
const lastSaid = new Map<FieldName, Said>();

/** A value in the words of people. */
export function wordOf(name: FieldName, { value, unit }: SourcedValue): string {
  const last = lastSaid.get(name);
  if (last && last.value === value && last.unit === unit) return last.word;
  const word = makeWord(name, value, unit);
  lastSaid.set(name, { value, unit, word });
  return word;
}

function makeWord(name: FieldName, value: string | number, unit: string | undefined): string {
  if (name === 'category') return `${value}`.replaceAll('_', ' ');
  const row = fieldOf(name);
  const label = row.kind === 'enum' ? row.values?.[`${value}`]?.label : undefined;
  return label ?? (typeof value === 'number' ? writeQuantity(value, unit) : value);
}
