/** Reads part numbers with series tables. A number that does not fit a table exactly is not read at all. */
import type { ComponentFields } from '../../domain/component.ts';
import { type Finding, type Sourced, sourced, type Statements, statementsOf } from '../finding.ts';
import { orderableKey, searchKey } from '../part-number.ts';
import { formsOf, START } from './forms.ts';
import { onFirstUse } from './once.ts';
import type { CodeChoice, CodeSegment, Forms, PlainSegment, Rating, Segment, SeriesTable } from './table.ts';

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

/** One form of one series, ready to be matched. */
interface Form {
  readonly table: SeriesTable;
  /** Where it stands among all forms: findings come in the order of the tables, whatever was read before. */
  readonly rank: number;
  readonly shapes: readonly Shape[];
  readonly constraints: readonly { readonly when: Condition; readonly then: Condition }[];
  readonly ratings: readonly {
    readonly rating: Rating;
    readonly when: Condition;
    readonly states: Sourced;
  }[];
  /** What is said of all its numbers. */
  readonly common: Sourced;
  /** What a code says, put together once for all numbers that have it. */
  readonly statedBy: (said: Statements) => Sourced;
}

/** A form with or without each of its optional groups. */
interface Shape {
  readonly segments: readonly PlainSegment[];
  readonly matchers: readonly Matcher[];
  /** The shortest and the longest search key that can be of this shape. */
  readonly least: number;
  readonly most: number;
  /** Its packing code is left open. */
  readonly isOpen: boolean;
}

/** A number, split into codes of the segments of one shape. */
interface Reading {
  readonly form: Form;
  readonly segments: readonly PlainSegment[];
  readonly codes: readonly string[];
  readonly byName: ReadonlyMap<string, string>;
}

/** Whether a number has codes that were chosen. */
type Condition = (codes: ReadonlyMap<string, string>) => boolean;

/** The codes of one segment that stand in the search key `key` at `at`. */
type Matcher = (key: string, at: number) => readonly string[];

/**
 * Stands at the end of a number where its packing code is left open, in the lists of some manufacturers; to others it is
 * part of the number, and then its table has it as a separator.
 */
const HASH = '#';
type Mark = 'none' | 'at_end' | 'within';

/** Reads part numbers, whatever separators they are written with: a scheme says where its codes end without them. */
export interface Decoder {
  /** One finding, in the manufacturer's own spelling, for each series that fits. */
  decode(mpn: string): readonly Finding[];
  /** Numbers of the same parts in other packings, as far as the schemes have codes for them. */
  otherPackings(mpn: string): readonly PackedNumber[];
}

/** A number in the manufacturer's own spelling, and whose it is (canonical name). */
export interface PackedNumber {
  readonly mpn: string;
  readonly manufacturer: string;
}

const NO_LENGTHS: ReadonlySet<number> = new Set();
const NO_FORMS: readonly (() => Form)[] = [];

/**
 * A decoder for `tables`. Forms are indexed by how they begin, so that a number is tried against the few
 * series it can belong to and the cost does not grow with the number of tables. `begins` has the starts of each table's
 * numbers by its id, separated by spaces (`startsOf`): such a table is indexed when a number begins so, any other one at
 * once. Throws TypeError when a form does not begin with a literal or a code segment, because it could not be indexed.
 */
export function createDecoder(
  tables: readonly SeriesTable[],
  begins: Readonly<Record<string, string>> = {},
): Decoder {
  const byPrefix = new Map<string, (() => Form)[]>();
  const lengthsByStart = new Map<string, Set<number>>();
  const index = (table: SeriesTable, rank: number, forms: Forms): void => {
    for (const [i, segments] of forms.entries()) {
      const form = onFirstUse(() => compile(table, segments, rank + i / forms.length));
      for (const prefix of new Set(prefixesOf(table, segments))) {
        const others = byPrefix.get(prefix);
        if (others) others.push(form);
        else byPrefix.set(prefix, [form]);
        const start = prefix.slice(0, START);
        lengthsByStart.set(start, (lengthsByStart.get(start) ?? new Set()).add(prefix.length));
      }
    }
  };
  const waiting = new Map<string, (() => void)[]>();
  for (const [rank, table] of tables.entries()) {
    const { formsFor } = table;
    const starts = begins[table.id];
    if (starts === undefined) index(table, rank, formsOf(table));
    const makeAll = onFirstUse(() => (index(table, rank, formsOf(table)), true));
    for (const start of starts?.split(' ') ?? []) {
      const make = formsFor ? () => index(table, rank, formsFor(start)) : makeAll;
      const others = waiting.get(start);
      if (others) others.push(make);
      else waiting.set(start, [make]);
    }
  }
  const indexThoseOf = (key: string): void => {
    for (let length = 1; length <= START; length += 1) {
      const start = key.slice(0, length);
      waiting.get(start)?.forEach((make) => make());
      waiting.delete(start);
    }
  };
  const formsBeginning = (key: string): Iterable<() => Form> => {
    // a form that begins with an empty code can be any number's
    const found = new Set(byPrefix.get(''));
    for (let end = 1; end <= START; end += 1) {
      for (const length of lengthsByStart.get(key.slice(0, end)) ?? NO_LENGTHS) {
        for (const form of byPrefix.get(key.slice(0, length)) ?? NO_FORMS) found.add(form);
      }
    }
    return found;
  };
  const read = (mpn: string): Reading[] => {
    const key = searchKey(mpn);
    const written = orderableKey(mpn);
    indexThoseOf(key);
    const readings: Reading[] = [];
    for (const form of formsBeginning(key)) {
      const reading = readForm(form(), key, written);
      if (reading) readings.push(reading);
    }
    return readings.sort((a, b) => a.form.rank - b.form.rank);
  };
  return {
    decode: (mpn) => read(mpn).map(findingOf),
    otherPackings: (mpn) => read(mpn).flatMap(packingsOf),
  };
}

/** The same codes with each other one that says nothing but a packing. */
function packingsOf({ form: { table }, segments, codes }: Reading): PackedNumber[] {
  return segments.flatMap((segment, i) => {
    if (!('codes' in segment) || !saysPackingAlone(segment)) return [];
    return Object.keys(segment.codes).filter((code) => code !== codes[i]).map((code) => ({
      mpn: spelled(segments, codes.with(i, code)),
      manufacturer: table.manufacturer,
    }));
  });
}

function saysPackingAlone({ codes }: CodeSegment): boolean {
  const said = Object.values(codes).flatMap((statements) => Object.keys(statements));
  return said.length > 0 && said.every((name) => name === 'packaging');
}

function spelled(segments: readonly PlainSegment[], codes: readonly string[]): string {
  return segments.map((segment, i) => spelledCode(segment, codes[i] ?? '')).join('');
}

/** A code as the manufacturer writes it in its numbers. */
function spelledCode(segment: PlainSegment, code: string): string {
  if ('separator' in segment) return segment.separator;
  return 'codes' in segment ? segment.spelt?.[code] ?? code : code;
}

/** The search key has no `#`, but it makes another part to some: `DS3231SN` is leaded, `DS3231SN#` is not. */
function markIn(written: string): Mark {
  const at = written.indexOf(HASH);
  if (at === -1) return 'none';
  return at === written.length - 1 ? 'at_end' : 'within';
}

/** Whether a number of this shape may be written with that mark. */
function allows({ isOpen, segments }: Shape, mark: Mark): boolean {
  if (mark === 'none' || (mark === 'at_end' && isOpen)) return true;
  return segments.some((segment) => 'separator' in segment && segment.separator.includes(HASH));
}

function compile(table: SeriesTable, segments: readonly Segment[], rank: number): Form {
  const { manufacturer, category, series, description } = table;
  const group = segments.at(-1);
  const packing = table.hasOpenPacking && group && 'optional' in group ? group.optional.at(-1) : undefined;
  return {
    table,
    rank,
    shapes: shapesOf(segments).map((shape) => ({
      segments: shape,
      matchers: shape.map(matcherOf),
      least: sumOf(shape.map((segment) => Math.min(...lengthsOf(segment)))),
      most: sumOf(shape.map((segment) => Math.max(...lengthsOf(segment)))),
      isOpen: packing !== undefined && shape.at(-1) !== packing,
    })),
    constraints: (table.constraints ?? []).map(({ when, then }) => (
      { when: conditionOf(when), then: conditionOf(then) }
    )),
    ratings: (table.ratings ?? []).map((rating) => ({
      rating,
      when: conditionOf(rating.when ?? {}),
      states: statementsOf(rating.states ?? {}, originOf(table, RATED)),
    })),
    common: statementsOf({ manufacturer, category, series, description }, originOf(table, CONCLUDED)),
    statedBy: remembered((said) => statementsOf(said, originOf(table, WRITTEN))),
  };
}

const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0);

/** The lengths of what can stand in a search key for a segment. */
function lengthsOf(segment: PlainSegment): readonly number[] {
  if ('separator' in segment) return [0];
  if ('literal' in segment) return [segment.literal.length];
  if ('codes' in segment) return [...new Set(Object.keys(segment.codes).map((code) => code.length))];
  return 'free' in segment ? [segment.free] : segment.codec.lengths;
}

/** The segments with and without each optional group. */
function shapesOf(segments: readonly Segment[]): readonly (readonly PlainSegment[])[] {
  return segments.reduce<readonly (readonly PlainSegment[])[]>(
    (shapes, segment) =>
      shapes.flatMap((shape) =>
        'optional' in segment ? [shape, [...shape, ...segment.optional]] : [[...shape, segment]]
      ),
    [[]],
  );
}

function conditionOf(choice: CodeChoice): Condition {
  const required = Object.entries(choice);
  return (codes) => required.every(([name, allowed]) => allowed.includes(codes.get(name) ?? ''));
}

function prefixesOf(table: SeriesTable, [first, ...others]: readonly Segment[]): readonly string[] {
  if (first && 'literal' in first) return [first.literal];
  if (first && 'codes' in first) return Object.keys(first.codes);
  if (first && 'optional' in first) {
    return [...prefixesOf(table, first.optional), ...prefixesOf(table, others)];
  }
  throw new TypeError(`series ${table.id}: a form must begin with a literal or with codes`);
}

/** Where in the search key of a number its dashes would stand. */
function dashesIn(written: string): readonly number[] {
  return [...written].flatMap((sign, i) => sign === '-' ? [searchKey(written.slice(0, i)).length] : []);
}

function readForm(form: Form, key: string, written: string): Reading | null {
  const { table, shapes, constraints } = form;
  let shape: Shape | undefined;
  let codes: readonly string[] = NONE;
  for (const one of shapes) {
    if (key.length < one.least || key.length > one.most) continue;
    const [reading, another] = readingsOf(one.matchers, key);
    if (reading === undefined) continue;
    // Two ways to read one number would make its fields a guess.
    if (shape !== undefined || another !== undefined) return null;
    shape = one;
    codes = reading;
  }
  if (shape === undefined || !allows(shape, markIn(written))) return null;
  const { segments } = shape;
  const byName = namedCodes(segments, codes);
  if (constraints.some(({ when, then }) => when(byName) && !then(byName))) return null;
  const mpn = spelled(segments, codes);
  if (table.isSpeltOneWay && orderableKey(mpn) !== written) return null;
  if (table.hasOwnDashes) {
    const own = dashesIn(orderableKey(mpn));
    if (!dashesIn(written).every((place) => own.includes(place))) return null;
  }
  return { form, segments, codes, byName };
}

function findingOf({ form, segments, codes, byName }: Reading): Finding {
  return {
    source: sourceOf(form.table),
    mpn: spelled(segments, codes),
    manufacturer: form.table.manufacturer,
    fields: fieldsOf(form, segments, codes, byName),
  };
}

/** Every way to split `key` into codes of the matchers, one after the other. This is what most of reading is. */
function readingsOf(matchers: readonly Matcher[], key: string): readonly (readonly string[])[] {
  const found: string[][] = [];
  const taken: string[] = [];
  const walk = (index: number, at: number): void => {
    const codesAt = matchers[index];
    if (codesAt === undefined) {
      if (at === key.length) found.push([...taken]);
      return;
    }
    for (const code of codesAt(key, at)) {
      taken.push(code);
      walk(index + 1, at + code.length);
      taken.pop();
    }
  };
  walk(0, 0);
  return found;
}

const NOTHING_WRITTEN: readonly string[] = [''];
const NONE: readonly string[] = [];

function matcherOf(segment: PlainSegment): Matcher {
  if ('separator' in segment) return () => NOTHING_WRITTEN;
  if ('literal' in segment) {
    const { literal } = segment;
    const found = [literal];
    return (key, at) => key.startsWith(literal, at) ? found : NONE;
  }
  if ('codes' in segment) {
    const codes = new Set(Object.keys(segment.codes));
    return taken(lengthsOf(segment), (code) => codes.has(code));
  }
  if ('free' in segment) return taken([segment.free], (code) => /^[A-Z0-9]+$/.test(code));
  const { lengths, decode } = segment.codec;
  return taken(lengths, (code) => decode(code) !== null);
}

/** The texts of these lengths that are codes. */
function taken(lengths: readonly number[], isCode: (text: string) => boolean): Matcher {
  return (key, at) => {
    const found: string[] = [];
    for (const length of lengths) {
      if (at + length > key.length) continue;
      const text = key.slice(at, at + length);
      if (isCode(text)) found.push(text);
    }
    return found;
  };
}

function namedCodes(
  segments: readonly PlainSegment[],
  codes: readonly string[],
): ReadonlyMap<string, string> {
  const named = new Map<string, string>();
  for (const [i, segment] of segments.entries()) {
    if ('name' in segment) named.set(segment.name, codes[i] ?? '');
  }
  return named;
}

function fieldsOf(
  { table, ratings, common, statedBy }: Form,
  segments: readonly PlainSegment[],
  codes: readonly string[],
  byName: ReadonlyMap<string, string>,
): ComponentFields {
  const fields: ComponentFields = {};
  const say = (statements: Sourced) => {
    for (const [name, statement] of statements) fields[name] = statement;
  };
  say(common);
  segments.forEach((segment, i) => {
    const code = codes[i] ?? '';
    if ('codes' in segment) say(statedBy(segment.codes[code] ?? NOTHING_SAID));
    if (!('codec' in segment)) return;
    const value = segment.codec.decode(code);
    if (value !== null) fields[segment.field] = sourced(segment.field, value, originOf(table, WRITTEN));
  });
  for (const { rating: { where, drops = [] }, when, states } of ratings) {
    if (!when(byName) || (where && !isInRange(where, fields[where.field]?.value))) continue;
    say(states);
    for (const name of drops) delete fields[name];
  }
  return fields;
}

const NOTHING_SAID: Statements = {};

const originOf = (table: SeriesTable, confidence: number) => (
  { source: sourceOf(table), confidence, reference: table.reference.url }
);

function remembered<Key extends object, Thing>(make: (key: Key) => Thing): (key: Key) => Thing {
  const made = new WeakMap<Key, Thing>();
  return (key) => {
    const known = made.get(key);
    if (known !== undefined) return known;
    const thing = make(key);
    made.set(key, thing);
    return thing;
  };
}

function isInRange(
  { over = -Infinity, upTo = Infinity }: NonNullable<Rating['where']>,
  value: string | number | undefined,
): boolean {
  return typeof value === 'number' && value > over && value <= upTo;
}

function sourceOf({ id }: SeriesTable): string {
  return `decoder:${id}`;
}
