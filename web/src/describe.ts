/** A component's fields as one line of text, values in the units people use. */
import { fieldsFor } from '../../shared/domain/categories.ts';
import type { ComponentField, ComponentFields } from '../../shared/domain/component.ts';
import { FIELD_NAMES, fieldOf } from '../../shared/domain/fields.ts';
import { writeQuantity } from '../../shared/domain/units.ts';

/** The values that tell the part from its neighbours, or else what it is; then its package. */
export function describeFields(fields: ComponentFields): string {
  const shown = fieldsFor('shown', fields.category && String(fields.category.value));
  const values = shown.flatMap((name) => fields[name] ?? []);
  const what = values.length > 0 ? values : [fields.description ?? []].flat();
  return [...what, ...[fields.package ?? []].flat()].map(describe).join(' · ');
}

/**
 * Whether the part is still made, and what is in it: one text for each that is known. Where sources disagree, it holds
 * what each of them says, because the accepted statement alone could reassure wrongly.
 */
export function describeStanding(fields: ComponentFields): { text: string; isGood: boolean }[] {
  return FIELD_NAMES.flatMap((name) => {
    const { [name]: field } = fields;
    const row = fieldOf(name);
    if (!field || row.kind !== 'enum' || !row.values) return [];
    const { label, values } = row;
    // Words that are not ours are repeated, and vouched for by nobody.
    const said = [field, ...field.conflicts ?? []].map(({ value }) =>
      Object.entries(values).find(([word]) => word === value)?.[1] ??
        { label: `${label}: ${value}`, isGood: false }
    );
    const texts = said.map(({ label }) => label);
    return {
      text: texts.length > 1 ? `sources disagree: ${texts.join(' / ')}` : texts.join(),
      isGood: said.every(({ isGood }) => isGood),
    };
  });
}

/** Whether a source or supplier is a sandbox, which makes up all it says. */
export function isSandbox(source: string): boolean {
  return source.endsWith('-sandbox');
}

/** Whether any of it was made up by a supplier's sandbox, however real the rest is. */
export function isFromSandbox(fields: ComponentFields): boolean {
  return Object.values(fields).some((field) =>
    [field, ...field?.conflicts ?? []].some((statement) => statement && isSandbox(statement.source))
  );
}

function describe({ value, unit }: ComponentField): string {
  return typeof value === 'number' ? writeQuantity(value, unit) : value;
}
