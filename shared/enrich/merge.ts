/** Several sources' findings about one part, made into one set of fields without losing a contradiction. */
import type { ComponentField, ComponentFields, FieldName, SourcedValue } from '../domain/component.ts';
import type { Finding } from '../parts/finding.ts';
import { agreesWith } from '../parts/manufacturers.ts';
import { searchKey } from '../parts/part-number.ts';

/** Relative difference that is nothing but floating point: 4.99 kohm and 5 kohm are two values. */
const SAME_NUMBER = 1e-6;

/** Power ratings are rounded when they are written: 1/16 W is 0.0625 W in one list and 0.063 W in another. */
const SAME_POWER = 0.01;

/**
 * One set of fields from `findings` about one part, the most trusted first. The first statement about a field is
 * accepted; equal statements of later sources add nothing, different ones are kept in its `conflicts`.
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
  return [own, ...others]
    .filter((statement) => !isSame(name, accepted, statement))
    .reduce(withConflict, accepted);
}

function withConflict(field: ComponentField, statement: SourcedValue): ComponentField {
  return { ...field, conflicts: [...(field.conflicts ?? []), statement] };
}

/** Whether two statements about a field say the same thing in different words. */
function isSame(name: FieldName, a: SourcedValue, b: SourcedValue): boolean {
  // Descriptions are prose: no two sources word them alike, and that contradicts nothing.
  if (name === 'description') return true;
  if (typeof a.value === 'number' && typeof b.value === 'number') {
    const scale = Math.max(Math.abs(a.value), Math.abs(b.value));
    const allowed = name === 'power_rating' ? SAME_POWER : SAME_NUMBER;
    return a.unit === b.unit && Math.abs(a.value - b.value) <= allowed * scale;
  }
  const [x, y] = [String(a.value), String(b.value)];
  if (name === 'manufacturer') return agreesWith(y, x) !== null;
  // Values, not part numbers: `SOT-23` and `SOT23` say the same.
  return searchKey(x) === searchKey(y) || (name === 'package' && isSamePackage(x, y));
}

/** A package with a remark in brackets, such as `0603 (1608 metric)`, is the one that another source names bare. */
function isSamePackage(a: string, b: string): boolean {
  const bare = (text: string) => searchKey(text.replace(/\s*\(.*$/, ''));
  return a.includes('(') !== b.includes('(') && bare(a) === bare(b);
}
