/** Fields as answers have them, with who knows each. */
import { z } from 'zod';
import { ComponentField, type ComponentFields, SourcedValue } from './component.ts';
import { FIELD_NAMES } from './fields.ts';
import { KNOWN_BY, knownBy } from './source.ts';

const known = { known_by: z.enum(KNOWN_BY) };

/** Fields as answers have them: who knows it, beside who said it. It follows from the source and is not stored. */
export const ShownFields = z.partialRecord(
  z.enum(FIELD_NAMES),
  ComponentField.extend({ ...known, conflicts: z.array(SourcedValue.extend(known)).optional() }),
);
export type ShownFields = z.infer<typeof ShownFields>;

export function shownFields(fields: ComponentFields): ShownFields {
  return Object.fromEntries(
    Object.entries(fields).map(([name, { conflicts, ...said }]) => [name, {
      ...withKnownBy(said),
      ...(conflicts ? { conflicts: conflicts.map(withKnownBy) } : {}),
    }]),
  );
}

const withKnownBy = (said: SourcedValue) => ({ ...said, known_by: knownBy(said.source) });
