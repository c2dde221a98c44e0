/** Reads part numbers with series tables. A number that does not fit a table exactly is not read at all. */
import type { ComponentFields, SourcedValue } from '../../domain/component.ts';
import { type FieldName, FIELDS } from '../../domain/fields.ts';
import type { Finding } from '../finding.ts';
import { orderableKey, searchKey } from '../part-number.ts';
import type { CodeChoice, Rating, Segment, SeriesTable, Statements } from './table.ts';

/** Confidence of what is written in the number itself. */
const WRITTEN = 1;

/**
 * Confidence of manufacturer, category and series: concluded from the number having the series' shape, which another
 * manufacturer's number could have by accident.
 */
const CONCLUDED = 0.95;

/**
 * Confidence of a rating that the document gives for such numbers: a later issue may rate the same part anew.
 */
const RATED = 0.9;

/** One shape of one series, ready to be matched. */
interface Form {
  readonly table: SeriesTable;
  readonly segments: readonly Segment[];
  readonly matchers: readonly Matcher[];
  readonly constraints: readonly { readonly when: Condition; readonly then: Condition }[];
  readonly ratings: readonly { readonly rating: Rating; readonly when: Condition }[];
}

/** Whether a number has codes that were chosen. */
type Condition = (codes: ReadonlyMap<string, string>) => boolean;

/** The codes of one segment that stand in the search key `key` at `at`. */
type Matcher = (key: string, at: number) => readonly string[];

/** Stands at the end of a number where its packing code is left open, in the lists of some manufacturers. */
const OPEN_PACKING = '#';
type Mark = 'none' | 'open_packing' | 'other';

/**
 * Reads part numbers, whatever separators they are written with: a scheme says where its codes end without them.
 * `decode` answers one finding, in the manufacturer's own spelling, for each series that fits.
 */
export interface Decoder {
  decode(mpn: string): readonly Finding[];
}

/**
 * A decoder for `tables`. Forms are indexed by how they begin, so that a number is tried against the few
 * series it can belong to and the cost does not grow with the number of tables. Throws TypeError when a form
 * does not begin with a literal or a code segment, because it could not be indexed.
 */
export function createDecoder(tables: readonly SeriesTable[]): Decoder {
  const byPrefix = new Map<string, Form[]>();
  for (const table of tables) {
    for (const segments of table.forms) {
      const form = compile(table, segments);
      for (const prefix of prefixesOf(table, segments)) {
        byPrefix.set(prefix, [...(byPrefix.get(prefix) ?? []), form]);
      }
    }
  }
  const lengths = [...new Set([...byPrefix.keys()].map((prefix) => prefix.length))].sort((a, b) => b - a);
  return {
    decode: (mpn) => {
      const key = searchKey(mpn);
      const mark = markIn(mpn);
      return lengths
        .flatMap((length) => byPrefix.get(key.slice(0, length)) ?? [])
        .flatMap((form) => readForm(form, key, mark) ?? []);
    },
  };
}

/** The search key has no `#`, but to some manufacturers it makes another part: `DS3231SN` is leaded, `DS3231SN#` not. */
function markIn(mpn: string): Mark {
  const written = orderableKey(mpn);
  const at = written.indexOf(OPEN_PACKING);
  if (at === -1) return 'none';
  return at === written.length - 1 ? 'open_packing' : 'other';
}

function compile(table: SeriesTable, segments: readonly Segment[]): Form {
  return {
    table,
    segments,
    matchers: segments.map(matcherOf),
    constraints: (table.constraints ?? []).map(({ when, then }) => (
      { when: conditionOf(when), then: conditionOf(then) }
    )),
    ratings: (table.ratings ?? []).map((rating) => ({ rating, when: conditionOf(rating.when ?? {}) })),
  };
}

function conditionOf(choice: CodeChoice): Condition {
  const required = Object.entries(choice);
  return (codes) => required.every(([name, allowed]) => allowed.includes(codes.get(name) ?? ''));
}

function prefixesOf(table: SeriesTable, segments: readonly Segment[]): string[] {
  const first = segments[0];
  if (first && 'literal' in first) return [first.literal];
  if (first && 'codes' in first) return Object.keys(first.codes);
  throw new TypeError(`series ${table.id}: a form must begin with a literal or with codes`);
}

function readForm(form: Form, key: string, mark: Mark): Finding | null {
  const { table, segments } = form;
  const readings = readingsOf(form.matchers, 0, key, 0);
  const codes = readings[0];
  // Two ways to read one number would make its fields a guess.
  if (codes === undefined || readings.length > 1) return null;
  const isOpen = table.hasOpenPacking === true && codes.at(-1) === '';
  if (mark === 'other' || (mark === 'open_packing' && !isOpen)) return null;
  const byName = namedCodes(segments, codes);
  if (form.constraints.some(({ when, then }) => when(byName) && !then(byName))) return null;
  return {
    source: `decoder:${table.id}`,
    mpn: segments.map((segment, i) => 'separator' in segment ? segment.separator : codes[i]).join(''),
    manufacturer: table.manufacturer,
    fields: fieldsOf(form, codes, byName),
  };
}

/** Every way to split `key` from `at` on into codes of the matchers from `index` on. */
function readingsOf(matchers: readonly Matcher[], index: number, key: string, at: number): string[][] {
  const codesAt = matchers[index];
  if (codesAt === undefined) return at === key.length ? [[]] : [];
  return codesAt(key, at).flatMap((code) =>
    readingsOf(matchers, index + 1, key, at + code.length).map((rest) => [code, ...rest])
  );
}

function matcherOf(segment: Segment): Matcher {
  if ('separator' in segment) return () => [''];
  if ('literal' in segment) {
    const { literal } = segment;
    return (key, at) => key.startsWith(literal, at) ? [literal] : [];
  }
  if ('codes' in segment) {
    const codes = Object.keys(segment.codes);
    return (key, at) => codes.filter((code) => key.startsWith(code, at));
  }
  const lengths = 'free' in segment ? [segment.free] : segment.codec.lengths;
  const isCode = 'free' in segment
    ? (code: string) => /^[A-Z0-9]+$/.test(code)
    : (code: string) => segment.codec.decode(code) !== null;
  return (key, at) =>
    lengths
      .filter((length) => at + length <= key.length)
      .map((length) => key.slice(at, at + length))
      .filter(isCode);
}

function namedCodes(segments: readonly Segment[], codes: readonly string[]): ReadonlyMap<string, string> {
  return new Map(segments.flatMap((segment, i) => 'name' in segment ? [[segment.name, codes[i] ?? '']] : []));
}

function fieldsOf(
  { table, segments, ratings }: Form,
  codes: readonly string[],
  byName: ReadonlyMap<string, string>,
): ComponentFields {
  const fields: ComponentFields = {};
  const state = (statements: Statements, confidence: number) => {
    for (const [field, said] of Object.entries(statements) as [FieldName, Statements[FieldName]][]) {
      if (said !== undefined) fields[field] = sourced(table, said, confidence);
    }
  };
  const { manufacturer, category, series, description } = table;
  state({ manufacturer, category, series, description }, CONCLUDED);
  segments.forEach((segment, i) => {
    const code = codes[i] ?? '';
    if ('codes' in segment) state(segment.codes[code] ?? {}, WRITTEN);
    if ('codec' in segment) {
      const value = segment.codec.decode(code) ?? NaN;
      state({ [segment.field]: { value, unit: FIELDS[segment.field].unit } }, WRITTEN);
    }
  });
  const resistance = numberOf(fields.resistance);
  for (const { rating: { over = -Infinity, upTo = Infinity, states }, when } of ratings) {
    const inRange = resistance === null || (resistance > over && resistance <= upTo);
    if (inRange && when(byName)) state(states, RATED);
  }
  if (resistance === 0) {
    // A jumper is rated by its current: the code of its tolerance and the power of its size say nothing about
    // it.
    delete fields.tolerance;
    delete fields.temperature_coefficient;
    delete fields.power_rating;
  }
  return fields;
}

function sourced(
  table: SeriesTable,
  said: NonNullable<Statements[FieldName]>,
  confidence: number,
): SourcedValue {
  const origin = { source: `decoder:${table.id}`, confidence, reference: table.reference.url };
  return typeof said === 'string' ? { value: said, ...origin } : { ...said, ...origin };
}

function numberOf(field: SourcedValue | undefined): number | null {
  return typeof field?.value === 'number' ? field.value : null;
}
