/** Who knows of a part that it exists: what a manufacturer's numbering allows, somebody need not make. */
import { z } from 'zod';
import { ComponentField, type ComponentFields, SourcedValue } from './component.ts';
import { FIELD_NAMES } from './fields.ts';

/** The surest first. */
export const KNOWN_BY = ['supplier', 'catalogue', 'own', 'scheme'] as const;
export type KnownBy = (typeof KNOWN_BY)[number];

/** By the source of a statement, such as `decoder:yageo-rc` or `supplier:mouser`. */
export function knownBy(source: string): KnownBy {
  const [kind] = source.split(':');
  return KNOWN_BY.find((word) => word === kind) ?? 'scheme';
}

/** Of several sources that know one part, the one by which it is known the most surely. */
export function surestOf(sources: readonly [string, ...string[]]): string {
  const rank = (source: string) => KNOWN_BY.indexOf(knownBy(source));
  return sources.reduce((surest, source) => rank(source) < rank(surest) ? source : surest);
}

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
