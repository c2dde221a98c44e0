/** JSON in which some list holds things with named fields, or rows of cells; JSON lines with a thing each. */
import type { FileLimits } from '../limits.ts';
import { BomRefusal, tooManyLines, tooManyValues } from '../refusal.ts';
import type { OpenedFile, Table } from '../table.ts';
import { skipBlankRows } from './blank-rows.ts';
import type { TextFormat } from './format.ts';
import { type Fields, Records } from './records.ts';
import { CellBudget, SheetBuilder } from './sheet.ts';

export const json: TextFormat = {
  container: 'json',
  detects: (text) => /^\s*(?:\[\s*[[{\]]|\{\s*["}])/.test(text) ? 0.9 : 0,
  read(text, limits): OpenedFile {
    requireFew(text, limits);
    const areLines = isLines(text);
    const value = areLines ? parseLines(text) : parse(text, 'The file looks like JSON but is not valid.');
    const tables: Table[] = [];
    collect(value, null, 0, new CellBudget(limits), tables);
    if (tables.length === 0) {
      throw new BomRefusal(
        'empty_bom',
        'The JSON has no list of parts: nothing in it is a list of things with fields.',
      );
    }
    const container = areLines ? 'json_lines' : 'json';
    return { container, encoding: null, separator: null, tables, issues: [] };
  },
};

function parse(text: string, sentence: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new BomRefusal('damaged_file', `${sentence} Export it again, or save it as CSV or XLSX.`);
  }
}

/** Whether its first line is a whole thing, and something follows. */
function isLines(text: string): boolean {
  const lines = linesOf(text);
  const first = lines.next().value?.line.trim();
  if (!first?.startsWith('{') || !first.endsWith('}') || lines.next().done) return false;
  try {
    return isThing(JSON.parse(first));
  } catch {
    return false;
  }
}

function parseLines(text: string): unknown[] {
  return Array.from(
    linesOf(text),
    ({ number, line }) => parse(line, `Line ${number} of the JSON lines is not valid JSON.`),
  );
}

/** Lines that are not blank. */
function* linesOf(text: string): Generator<{ readonly number: number; readonly line: string }> {
  for (let place = skipBlankRows(text, { at: 0, number: 1 }); place.at < text.length;) {
    const end = text.indexOf('\n', place.at);
    yield { number: place.number, line: text.slice(place.at, end === -1 ? undefined : end) };
    if (end === -1) return;
    place = skipBlankRows(text, { at: end + 1, number: place.number + 1 });
  }
}

/** Lists that stand deeper are somebody's data, not a BOM. */
const MAX_DEPTH = 8;

const [QUOTE, BACKSLASH, COMMA, LIST, OBJECT] = [0x22, 0x5c, 0x2c, 0x5b, 0x7b];

/**
 * Before anything is made of it: a megabyte of `{}` becomes fifty of objects. What stands in strings counts for nothing.
 * @throws BomRefusal `too_many_lines`, `too_many_cells`
 */
function requireFew(text: string, limits: FileLimits): void {
  let [things, values] = [0, 0];
  let isInString = false;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (isInString) {
      if (code === BACKSLASH) at += 1;
      else if (code === QUOTE) isInString = false;
    } else if (code === QUOTE) isInString = true;
    else if (code === LIST || code === OBJECT) {
      if (++things > limits.things) throw tooManyLines(limits);
    } else if (code === COMMA && ++values > limits.values) throw tooManyValues(limits.values, 'values');
  }
}

type Json = Readonly<Record<string, unknown>>;

const isThing = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function collect(
  value: unknown,
  name: string | null,
  depth: number,
  budget: CellBudget,
  tables: Table[],
): void {
  if (depth > MAX_DEPTH) return;
  if (Array.isArray(value)) {
    const table = value.every(isThing)
      ? ofThings(value, name, budget)
      : value.every(Array.isArray)
      ? ofRows(value, name, budget)
      : null;
    if (table) tables.push(table);
    return;
  }
  if (!isThing(value)) return;
  // Things by their names: `{"R1": {…}, "R2": {…}}`.
  const entries = Object.entries(value);
  if (
    entries.length > 1 && entries.every(([, inner]) => isThing(inner) && Object.values(inner).some(isScalar))
  ) {
    const things = entries.map(([key, inner]) => ({ key, ...(inner as Json) }));
    const table = ofThings(things, name, budget);
    if (table) tables.push(table);
    return;
  }
  for (const [key, inner] of entries) collect(inner, key, depth + 1, budget, tables);
}

function ofThings(things: readonly Json[], name: string | null, budget: CellBudget): Table | null {
  const records = new Records(name, budget);
  for (const thing of things) {
    const fields = new Map<string, string>();
    flatten(thing, '', 0, fields);
    records.add(fields);
  }
  return records.table();
}

function ofRows(
  rows: readonly (readonly unknown[])[],
  name: string | null,
  budget: CellBudget,
): Table | null {
  const sheet = new SheetBuilder(name, false, budget);
  rows.forEach((row, at) => row.forEach((cell, index) => sheet.set(at + 1, index, textOf(cell))));
  return sheet.table();
}

const isScalar = (value: unknown) => value === null || typeof value !== 'object';

function textOf(value: unknown): string {
  return value === null || value === undefined || typeof value === 'object' ? '' : String(value);
}

/** Fields of fields stand beside the others, under their own name where it is free. */
function flatten(thing: Json, path: string, depth: number, fields: Map<string, string>): void {
  for (const [key, value] of Object.entries(thing)) {
    if (isScalar(value)) set(fields, path, key, textOf(value));
    else if (Array.isArray(value)) {
      if (value.every(isScalar)) {
        set(
          fields,
          path,
          key,
          value.map(textOf).filter((text) => text !== '').join(', '),
        );
      } else for (const [inner, text] of namedValues(value)) set(fields, path, inner, text);
    } else if (depth < MAX_DEPTH) flatten(value as Json, `${path}${key}.`, depth + 1, fields);
  }
}

/** Names that say what a field is only with that of the thing around it: `{"manufacturer": {"name": "Yageo"}}`. */
const BARE = /^(?:name|number|no|pn|part_?number)$/i;

function set(fields: Map<string, string>, path: string, key: string, text: string): void {
  const around = BARE.test(key) ? path.split('.').at(-2) : undefined;
  const name = around === undefined ? key : `${around} ${key}`;
  fields.set(fields.has(name) ? `${path}${key}` : name, text);
}

/** `[{"name": "MPN", "value": "LM358DR"}, …]` */
function namedValues(list: readonly unknown[]): Fields {
  return new Map(list.flatMap((entry): [string, string][] => {
    if (!isThing(entry)) return [];
    const name = entry.name ?? entry.key;
    return typeof name === 'string' && isScalar(entry.value) ? [[name, textOf(entry.value)]] : [];
  }));
}
