/** What one source says about one part, and the port through which sources are asked. */
import type { ComponentFields, SourcedValue } from '../domain/component.ts';
import { type FieldName, fieldOf } from '../domain/fields.ts';
import type { Said } from '../domain/said.ts';

/**
 * One part that a number can be. `mpn` is the spelling the source uses, `manufacturer` a canonical name;
 * `fields` repeats the manufacturer with its confidence.
 */
export interface Finding {
  readonly source: string;
  readonly mpn: string;
  readonly manufacturer: string;
  readonly fields: ComponentFields;
}

/** Something that knows parts. */
export interface PartSource {
  readonly name: string;
  /**
   * Every part the number can be, the likeliest first: several manufacturers may use one number. Never a guess: a
   * number with another orderable key is another part.
   */
  find(mpn: string): readonly Finding[];
}

/** The page of a manufacturer that a statement relies on. */
export interface DocumentLink {
  readonly title: string;
  readonly url: string;
}

/** What is said of fields, a value each; undefined where nothing is. */
export type Statements = { readonly [Name in FieldName]?: Said<Name> | undefined };

/** Who says it, how sure it is, and on which page. */
export type Origin = Pick<SourcedValue, 'source' | 'confidence' | 'reference' | 'raw'>;

/** Adds `said` to `fields`, numbers in the unit of their field. What was said of a field before gives way. */
export function state(fields: ComponentFields, said: Statements, origin: Origin): void {
  for (const [name, statement] of statementsOf(said, origin)) fields[name] = statement;
}

/** What is said of fields, each with where it comes from. */
export type Sourced = readonly (readonly [name: FieldName, statement: SourcedValue])[];

export function statementsOf(said: Statements, origin: Origin): Sourced {
  return (Object.entries(said) as [FieldName, Said<FieldName> | undefined][]).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, sourced(name, value, origin)]]
  );
}

/** A statement about a field, a number in the unit of its field. */
export function sourced(name: FieldName, value: Said<FieldName>, origin: Origin): SourcedValue {
  if (typeof value === 'object') return { ...value, ...origin };
  const field = fieldOf(name);
  return typeof value === 'number' && field.kind === 'quantity'
    ? { value, unit: field.unit, ...origin }
    : { value, ...origin };
}
