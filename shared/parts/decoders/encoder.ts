/** Writes part numbers with series tables: the other way round of `engine.ts`, which checks each number that is written. */
import type { FieldName, QuantityName } from '../../domain/fields.ts';
import { isWithin } from '../../domain/categories.ts';
import type { Finding, Statements } from '../finding.ts';
import type { Decoder } from './engine.ts';
import { formsOf } from './forms.ts';
import type { CodeSegment, PlainSegment, Segment, SeriesTable } from './table.ts';

/** What a number has to say. */
export interface Wanted {
  /** The table's category lies within it. */
  readonly category: string;
  /** The value of the field that the number spells out. */
  readonly value: { readonly field: QuantityName; readonly value: number };
  /** How well a code's statement suits: the smaller the better, null for not at all. */
  suits(field: FieldName, said: Statements[FieldName]): number | null;
}

/** Ways to choose codes that are tried for one form: the best first, and a few more where the scheme excludes that. */
const TRIES = 24;

/**
 * Numbers that `tables` have for what is `wanted`, at most one a table, each read again by `decode`. Places for codes that
 * the manufacturer alone knows leave a table without a number.
 */
export function encode(
  tables: readonly SeriesTable[],
  { decode }: Pick<Decoder, 'decode'>,
  wanted: Wanted,
): Finding[] {
  return tables.filter((table) => isWithin(table.category, wanted.category) && isWhole(table)).flatMap(
    (table) => {
      for (const form of formsOf(table)) {
        for (const mpn of numbersOf(withOptional(form), wanted)) {
          const read = decode(mpn).find(({ source }) => source === `decoder:${table.id}`);
          if (read?.fields[wanted.value.field]?.value === wanted.value.value) return [read];
        }
      }
      return [];
    },
  );
}

function isWhole(table: SeriesTable): boolean {
  return formsOf(table).every((form) => withOptional(form).every((segment) => !('free' in segment)));
}

/** With all that may be left out: an orderable number says its packing. */
function withOptional(form: readonly Segment[]): PlainSegment[] {
  return form.flatMap((segment) => 'optional' in segment ? segment.optional : [segment]);
}

function numbersOf(segments: readonly PlainSegment[], wanted: Wanted): string[] {
  let written: readonly { readonly text: string; readonly cost: number }[] = [{ text: '', cost: 0 }];
  let isValued = false;
  for (const segment of segments) {
    const codes = codesFor(segment, wanted);
    isValued ||= 'codec' in segment && segment.field === wanted.value.field;
    written = written.flatMap(({ text, cost }) =>
      codes.map((code) => ({
        text: text + code.text,
        cost: cost + (isUsualBehind(segment, text, code.text) ? -LATER_IN_THE_LIST : code.cost),
      }))
    ).toSorted((a, b) => a.cost - b.cost).slice(0, TRIES);
  }
  return isValued ? written.map(({ text }) => text) : [];
}

function codesFor(
  segment: PlainSegment,
  wanted: Wanted,
): readonly { readonly text: string; readonly cost: number }[] {
  if ('separator' in segment) return [{ text: segment.separator, cost: 0 }];
  if ('literal' in segment) return [{ text: segment.literal, cost: 0 }];
  // what no document says cannot be written
  if ('free' in segment) return [];
  if ('codec' in segment) {
    const code = segment.field === wanted.value.field ? segment.codec.encode(wanted.value.value) : null;
    return code === null ? [] : [{ text: code, cost: 0 }];
  }
  return suitable(segment, wanted);
}

const isUsualBehind = (segment: PlainSegment, before: string, code: string): boolean =>
  'codes' in segment &&
  Object.entries(segment.usualBehind ?? {}).some(([said, usual]) =>
    usual === code && (before.startsWith(said) || before.endsWith(said))
  );

/** Where nothing else decides, the usual code is written, or else the first of the list. */
const LATER_IN_THE_LIST = 1e-6;

function suitable({ codes, spelt, usual }: CodeSegment, { suits }: Wanted) {
  return Object.entries(codes).flatMap(([code, said], i) => {
    const costs = Object.entries(said).map(([field, value]) => suits(field as FieldName, value));
    if (costs.includes(null)) return [];
    const cost = costs.reduce<number>((sum, one) => sum + (one ?? 0), 0) +
      (code === usual ? 0 : (i + 1) * LATER_IN_THE_LIST);
    return [{ text: spelt?.[code] ?? code, cost }];
  }).toSorted((a, b) => a.cost - b.cost).slice(0, TRIES);
}
