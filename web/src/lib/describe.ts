/** What a list knows of a component as one line of text, values in the units people use. */
import type { Fact, ListedComponent } from '../lines/line.ts';
import type { ComponentFields, SourcedValue } from '../../../shared/domain/component.ts';
import type { KnownBy } from '../../../shared/domain/source.ts';
import { fieldsFor } from '../../../shared/domain/categories.ts';
import { writeQuantity } from '../../../shared/domain/units.ts';

/** The values that tell the part from its neighbours, or else what it is; then its package. */
export function describeFacts(
  { facts, description }: Pick<ListedComponent, 'facts' | 'description'>,
): string {
  const shown = fieldsFor('shown', facts.category === undefined ? undefined : String(facts.category));
  const values = shown.flatMap((name) => facts[name] ?? []);
  const what = values.length > 0 ? shown.map((name) => facts[name]) : [description];
  return [...what, facts.package].flatMap((fact) => fact === undefined ? [] : describeFact(fact)).join(' · ');
}

/** A statement with its source, in short as a list has it. */
export function inShort({ value, unit }: SourcedValue): Fact {
  return unit !== undefined && typeof value === 'number' ? [value, unit] : value;
}

/** The same of all fields. */
export function factsOf(fields: ComponentFields): Pick<ListedComponent, 'facts' | 'description'> {
  return {
    facts: Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, inShort(field)])),
    ...(fields.description ? { description: String(fields.description.value) } : {}),
  };
}

/** How the page says who knows of a part, or of something about it. */
export const KNOWN_BY_WORDS: Readonly<Record<KnownBy, string>> = {
  supplier: 'listed by a supplier',
  catalogue: 'in the catalogue',
  own: 'your own component',
  scheme: 'by its number alone',
};

export function describeFact(fact: Fact): string {
  return typeof fact === 'object' ? writeQuantity(...fact) : `${fact}`;
}
