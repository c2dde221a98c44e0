/** What the checks look at: one line of a BOM, read, beside what is known of its part. */
import type { ComponentField, ComponentFields, SourcedValue } from '../../domain/component.ts';
import type { FieldName } from '../../domain/fields.ts';
import type { LineFields, LineTexts, Stated } from '../../parts/text/line.ts';
import type { Saying } from '../../domain/contradiction.ts';
import type { Contradiction } from './finding.ts';
import { compareNames } from './part-names.ts';

export interface CheckedLine extends LineTexts {
  readonly mpn?: string | null;
  readonly manufacturer?: string | null;
  readonly alternates?: readonly { readonly mpn: string; readonly manufacturer?: string | null }[];
  readonly supplier_numbers?: readonly { readonly supplier: string | null; readonly number: string }[];
  /** What the BOM's own column says; null where it has none. */
  readonly do_not_place?: boolean | null;
}

/** A part that is known, by its number. */
export interface KnownPart {
  readonly mpn: string;
  readonly fields: ComponentFields;
}

export interface Subject {
  readonly line: CheckedLine;
  /** Null where nobody knows the part: then the BOM can only contradict itself. */
  readonly part: KnownPart | null;
  /** What is known of the line's alternates, in their order. */
  readonly alternates: readonly (KnownPart | null)[];
  /** What is known of any other number, as of one that stands within a distributor's number. */
  readonly know: (mpn: string) => KnownPart | null;
  readonly said: LineFields;
  /** Is told what the line says of a field of its part, in each place, as it is compared. */
  readonly hear?: (field: FieldName, saying: Saying) => void;
}

export type Check = (subject: Subject) => readonly Contradiction[];

/** Everything that sources say of a field of the part: what contradicts none of them contradicts nothing. */
export function sayingsOf(part: KnownPart | null, field: FieldName): readonly SourcedValue[] {
  const stated: ComponentField | undefined = part?.fields[field];
  return stated === undefined ? [] : [stated, ...stated.conflicts ?? []];
}

/** Statements that have a reading of the field, by where they stand. */
export function statedBy(said: LineFields, field: string): ReadonlyMap<string, readonly Stated[]> {
  const places = new Map<string, Stated[]>();
  for (const statement of said.statements) {
    const readings = statement.readings.filter((reading) => reading.field === field);
    if (readings.length === 0) continue;
    places.set(statement.where, [...places.get(statement.where) ?? [], { ...statement, readings }]);
  }
  return places;
}

/** Where a text stands, in words: `value`, `description`, `column "Tolerance"`. */
export function placeInWords(where: string): string {
  return /^(?:value|footprint|description|manufacturer|part number|supplier number|alternate)$/.test(where)
    ? where
    : `column "${where}"`;
}

/** Whether the words of a BOM, in `where`, are a rule for the part: prose is copied from a distributor. */
export const isRule = (where: string) => where !== 'description';

/**
 * Whether `where` is prose beside a value that names the part: then the words may have come with a symbol of a library, and the
 * part is the one that is meant.
 */
export function isBesideItsName({ line: { value, mpn }, part }: Subject, where: string): boolean {
  const name = part?.mpn ?? mpn;
  return !isRule(where) && !!value && !!name && compareNames(value, name) === 'same';
}
