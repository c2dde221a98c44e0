/** The part of the same series with another value: what a number would be whose value alone is wrong. */
import type { ComponentFields } from '../domain/component.ts';
import type { FieldName, QuantityName } from '../domain/fields.ts';
import { formsOf } from './decoders/forms.ts';
import { decoder, loadedTables } from './decoders/source.ts';
import type { Segment, ValueSegment } from './decoders/table.ts';
import { notKnownToExist } from './existence.ts';
import type { Finding } from './finding.ts';

/** What a value that is written otherwise must not change; some ratings, such as the temperature coefficient, depend on it. */
const KEPT: readonly FieldName[] = [
  'category',
  'package',
  'technology',
  'tolerance',
  'dielectric',
  'voltage_rating',
  'feature',
  'qualification',
  'packaging',
];

/**
 * The number with its value written as `value`, and everything else as it was; null where the scheme has none, or the part is known
 * not to exist.
 */
export function withValue(mpn: string, field: QuantityName, value: number): Finding | null {
  const [read] = decoder.decode(mpn);
  const before = read?.fields[field]?.value;
  const table = loadedTables().find(({ id }) => `decoder:${id}` === read?.source);
  if (!read || !table || typeof before !== 'number') return null;
  for (const { codec } of formsOf(table).flatMap((form) => valuesOf(form, field))) {
    const [code, meant] = [codec.encode(before), codec.encode(value)];
    if (!code || !meant) continue;
    for (let at = read.mpn.indexOf(code); at >= 0; at = read.mpn.indexOf(code, at + 1)) {
      const written = read.mpn.slice(0, at) + meant + read.mpn.slice(at + code.length);
      const found = decoder.decode(written).find(({ source }) => source === read.source);
      if (found?.fields[field]?.value === value && isSame(read.fields, found.fields)) {
        return notKnownToExist(found.fields) === null ? found : null;
      }
    }
  }
  return null;
}

const valuesOf = (form: readonly Segment[], field: QuantityName): readonly ValueSegment[] =>
  form.flatMap((segment) => 'optional' in segment ? segment.optional : [segment])
    .flatMap((segment) => 'codec' in segment && segment.field === field ? [segment] : []);

const isSame = (one: ComponentFields, other: ComponentFields): boolean =>
  KEPT.every((name) => one[name]?.value === other[name]?.value);
