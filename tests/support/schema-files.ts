/** The SQL that people edit, as supabase/config.toml orders it, and the guards in it. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const SUPABASE = new URL('../../supabase/', import.meta.url);
const PATHS = [
  ...readFileSync(new URL('config.toml', SUPABASE), 'utf8').matchAll(/"\.\/schemas\/(.+\.sql)"/g),
];

/** The folder of the SQL that people edit. */
export const SCHEMAS = fileURLToPath(new URL('schemas/', SUPABASE));

/** Files of that folder in the order in which they create an empty database. */
export const SCHEMA_PATHS: readonly string[] = PATHS.map(([, path]) => path!);

export const readSchemaFile = (path: string): string =>
  readFileSync(new URL(`schemas/${path}`, SUPABASE), 'utf8');

/** The statement that creates a function, or puts it in the place of another one. */
export function functionSource(name: string): string {
  const path = SCHEMA_PATHS.find((each) => each.endsWith(`/${name}.sql`));
  if (!path) throw new Error(`supabase/schemas has no file of the function ${name}.`);
  const source = readSchemaFile(path);
  return source.slice(0, source.indexOf('comment on function'));
}

/**
 * Puts something in the place of a guard, wherever the lines around it and in it break.
 * @throws Error when the guard is not there once, in which case the control has to follow the product
 */
export function withoutGuard(source: string, guard: string, replacement: string): string {
  const words = guard.split(/\s+/).map((word) => word.replace(/[$()*+.?[\\\]^{|}]/g, '\\$&'));
  const parts = source.split(new RegExp(words.join('\\s+')));
  if (parts.length !== 2) throw new Error(`This is not there once: ${guard}`);
  return parts.join(replacement);
}
