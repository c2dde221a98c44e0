/** Several sources' findings about one part, made into one set of fields without losing a contradiction. */
import { isWithin } from '../domain/categories.ts';
import type { ComponentField, ComponentFields, SourcedValue } from '../domain/component.ts';
import { type FieldName, fieldOf } from '../domain/fields.ts';
import type { Finding } from '../parts/finding.ts';
import { agreesWith } from '../parts/manufacturers.ts';
import { searchKey } from '../parts/part-number.ts';

/** Relative difference that is nothing but floating point: 4.99 kohm and 5 kohm are two values. */
const FLOATING_POINT = 1e-6;

/**
 * One set of fields from `findings` about one part, the most trusted first. The first statement about a field is
 * accepted; equal statements of later sources add nothing, different ones are kept in its `conflicts`. Only a category
 * within the accepted one says more of the same.
 */
export function mergeFindings(findings: readonly Finding[]): ComponentFields {
  const merged: ComponentFields = {};
  for (const { fields } of findings) {
    for (const [name, said] of Object.entries(fields) as [FieldName, ComponentField][]) {
      const accepted = merged[name];
      merged[name] = accepted ? withStatement(name, accepted, said) : said;
    }
  }
  return merged;
}

function withStatement(name: FieldName, accepted: ComponentField, said: ComponentField): ComponentField {
  const { conflicts: others = [], ...own } = said;
  const saysMore = name === 'category' && own.value !== accepted.value &&
    isWithin(String(own.value), String(accepted.value));
  const { conflicts = [] } = accepted;
  const best = !saysMore ? accepted : conflicts.length > 0 ? { ...own, conflicts } : own;
  return [own, ...others]
    .filter((statement) => !isSame(name, best, statement))
    .reduce(withConflict, best);
}

function withConflict(field: ComponentField, statement: SourcedValue): ComponentField {
  return { ...field, conflicts: [...(field.conflicts ?? []), statement] };
}

/** Whether two statements about a field say the same thing in different words. */
function isSame(name: FieldName, a: SourcedValue, b: SourcedValue): boolean {
  const field = fieldOf(name);
  if (field.kind === 'quantity' && typeof a.value === 'number' && typeof b.value === 'number') {
    const scale = Math.max(Math.abs(a.value), Math.abs(b.value));
    return a.unit === b.unit && Math.abs(a.value - b.value) <= (field.within ?? FLOATING_POINT) * scale;
  }
  const [x, y] = [String(a.value), String(b.value)];
  if (field.same === 'prose') return true;
  if (field.same === 'name') return agreesWith(y, x) !== null;
  // Values, not part numbers: `SOT-23` and `SOT23` say the same.
  if (searchKey(x) === searchKey(y)) return true;
  if (field.same === 'category') return isWithin(x, y) || isWithin(y, x);
  return field.same === 'package' && isSamePackage(x, y);
}

/** A package with a remark in brackets, such as `0603 (1608 metric)`, is the one that another source names bare. */
function isSamePackage(a: string, b: string): boolean {
  const bare = (text: string) => searchKey(text.replace(/\s*\(.*$/, ''));
  return a.includes('(') !== b.includes('(') && bare(a) === bare(b);
}
