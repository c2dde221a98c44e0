/** Takes guards away: in a running database, or in a copy of the functions. */
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { World } from './world.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const MIGRATIONS = join(ROOT, 'supabase/migrations');

/** One guard and what stands in its place. `where`: name of a database function, or a file in shared/. */
export interface Mutation {
  readonly where: string;
  readonly guard: string;
  readonly replacement: string;
}

/** Replaces functions of a running database and returns how to restore them. */
export async function mutateDatabase(
  { sql }: World,
  mutations: readonly Mutation[],
): Promise<() => Promise<void>> {
  const originals: string[] = [];
  for (const mutation of mutations) {
    const original = await readDefinition(mutation.where);
    originals.push(original);
    await sql(replaced(original, mutation));
  }
  return async () => {
    for (const original of originals) await sql(original);
  };
}

async function readDefinition(name: string): Promise<string> {
  const file = (await readdir(MIGRATIONS)).find((each) => each.endsWith(`_function_${name}.sql`));
  if (!file) throw new Error(`There is no migration of the function ${name}.`);
  const source = await readFile(join(MIGRATIONS, file), 'utf8');
  return source.slice(0, source.indexOf('comment on function'))
    .replace('create function', 'create or replace function');
}

/** Copies the functions with one change and returns the folder, and how to delete it. */
export async function mutateFunctions(
  mutation: Mutation,
): Promise<{ readonly functions: string; readonly remove: () => Promise<void> }> {
  const copy = await mkdtemp(join(tmpdir(), 'bomstream-changed-'));
  for (const folder of ['functions', 'shared']) {
    await cp(join(ROOT, folder), join(copy, folder), { recursive: true });
  }
  const file = join(copy, mutation.where);
  await writeFile(file, replaced(await readFile(file, 'utf8'), mutation));
  return { functions: join(copy, 'functions'), remove: () => rm(copy, { recursive: true }) };
}

/** @throws Error when the product no longer has the guard, in which case the control has to follow it */
function replaced(source: string, { where, guard, replacement }: Mutation): string {
  if (source.split(guard).length !== 2) throw new Error(`${where} does not contain this once: ${guard}`);
  return source.replace(guard, () => replacement);
}
