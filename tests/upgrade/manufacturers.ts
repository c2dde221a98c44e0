/**
 * The names of manufacturers that each release knows stand in its migration, which merges the components that an earlier
 * release kept under another name of the same manufacturer.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ManufacturerNames, manufacturerNames } from '../../shared/parts/manufacturer-names.ts';
import { nameKey, resolveManufacturer } from '../../shared/parts/manufacturers.ts';

const BEGIN = 'insert into names (name, keys) values\n';
/** Between `BEGIN` and this stand the rows, one a manufacturer. */
const END = ';\n';
const ROW = /^ {2}\('((?:[^']|'')+)', '\{([A-Z0-9&,]+)\}'\),?$/;

/** Canonical names by what is compared of each name, as the code has them. */
export function namesInCode(
  manufacturers: readonly ManufacturerNames[] = manufacturerNames,
): ReadonlyMap<string, string> {
  const texts = manufacturers.flatMap(({ name, aliases = [], legacy = [] }) => [name, ...aliases, ...legacy]);
  return new Map(texts.flatMap((text) => {
    const known = resolveManufacturer(text);
    return known ? [[nameKey(text), known.name]] : [];
  }));
}

function rowsIn(sql: string): string {
  const start = sql.indexOf(BEGIN) + BEGIN.length;
  return sql.includes(BEGIN) ? sql.slice(start, sql.indexOf(END, start)) : '';
}

/** The same as the migrations have them, what a later one says in the place of an earlier one's. */
export function namesInMigrations(folder: string): ReadonlyMap<string, string> {
  const files = readdirSync(folder).filter((file) => file.endsWith('.sql')).sort();
  return new Map(
    files.flatMap((file) => rowsIn(readFileSync(join(folder, file), 'utf8')).split('\n'))
      .flatMap((row) => {
        const [, name = '', keys = ''] = ROW.exec(row) ?? [];
        return keys.split(',').filter(Boolean).map((
          key,
        ): [string, string] => [key, name.replaceAll("''", "'")]);
      }),
  );
}

/** Names that mean another manufacturer than the migrations say, or none there. */
export function unmergedNames(
  inCode: ReadonlyMap<string, string>,
  inMigrations: ReadonlyMap<string, string>,
): string[] {
  return [...inCode].filter(([key, name]) => inMigrations.get(key) !== name)
    .map(([key, name]) => `${key} is ${name}, and ${inMigrations.get(key) ?? 'unknown'} in the migrations`);
}

/** Writes the names that the code has into a migration. @throws Error when it has no place for them */
export function writeNames(path: string): void {
  const sql = readFileSync(path, 'utf8');
  if (!sql.includes(BEGIN)) {
    throw new Error(
      `${path} merges no components: take that part over from the migration before, with the rows behind "${BEGIN.trim()}".`,
    );
  }
  const named = new Map<string, string[]>();
  for (const [key, name] of namesInCode()) named.set(name, [...named.get(name) ?? [], key]);
  const rows = [...named].map(([name, keys]) =>
    `  ('${name.replaceAll("'", "''")}', '{${keys.sort().join()}}')`
  );
  const start = sql.indexOf(BEGIN) + BEGIN.length;
  writeFileSync(path, sql.slice(0, start) + rows.join(',\n') + sql.slice(sql.indexOf(END, start)));
}
