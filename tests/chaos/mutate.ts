/** Takes guards away: in a running database, or in a copy of the functions. */
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { functionSource, withoutGuard } from '../support/schema-files.ts';
import type { World } from './world.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
/** Of files that are nobody's, and in no commit. */
const LOCAL = join(ROOT, '.local');

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
    const original = functionSource(mutation.where);
    originals.push(original);
    await sql(withoutGuard(original, mutation.guard, mutation.replacement));
  }
  return async () => {
    for (const original of originals) await sql(original);
  };
}

/** Copies the functions with one change and returns the folder, and how to delete it. */
export async function mutateFunctions(
  mutation: Mutation,
): Promise<{ readonly functions: string; readonly remove: () => Promise<void> }> {
  // Below the project's package.json, where Deno finds what the functions import.
  await mkdir(LOCAL, { recursive: true });
  const copy = await mkdtemp(join(LOCAL, 'changed-'));
  for (const folder of ['functions', 'shared']) {
    await cp(join(ROOT, folder), join(copy, folder), { recursive: true });
  }
  const file = join(copy, mutation.where);
  const source = await readFile(file, 'utf8');
  await writeFile(file, withoutGuard(source, mutation.guard, mutation.replacement));
  return { functions: join(copy, 'functions'), remove: () => rm(copy, { recursive: true }) };
}
