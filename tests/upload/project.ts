/** What there is to deploy, as the checkout says it: found without the Supabase CLI, which is what is on trial. */

import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { run } from './process.ts';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** The binary itself: stopping a wrapper around it would leave it running. */
export const DENO = join(ROOT, 'node_modules/deno', process.platform === 'win32' ? 'deno.exe' : 'deno');

export function readProjectFile(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8');
}

/** The functions that supabase/config.toml declares. */
export function configuredFunctions(): string[] {
  const tables = readProjectFile('supabase/config.toml').matchAll(/^\[functions\.([\w-]+)\]/gm);
  return Array.from(tables, ([, name]) => name!).sort();
}

/** The functions that there is code for. */
export function functionFolders(): string[] {
  const entries = readdirSync(join(ROOT, 'functions'), { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name).sort();
}

const ModuleGraph = z.object({
  modules: z.array(z.object({
    specifier: z.string(),
    /** `external` is what a package in node_modules provides. */
    kind: z.string().optional(),
    local: z.string().optional(),
    error: z.string().optional(),
  })),
});

/**
 * The files of the project that an entrypoint imports, itself included, however indirectly. Deno's own parser
 * finds them: the CLI uses a regular expression, which can miss an import or see one in a comment.
 */
export async function importClosure(entrypoint: string, denoCache: string): Promise<string[]> {
  const { exitCode, output } = await run({
    program: DENO,
    args: ['info', '--json', '--quiet', '--no-lock', entrypoint],
    directory: ROOT,
    environment: { DENO_DIR: denoCache, DENO_NO_UPDATE_CHECK: '1', NO_COLOR: '1' },
  });
  if (exitCode !== 0) throw new Error(`deno info ${entrypoint} failed:\n${output}`);
  return ModuleGraph.parse(JSON.parse(output)).modules.flatMap(({ specifier, kind, local, error }) => {
    if (error) throw new Error(`${entrypoint} imports ${specifier}: ${error}`);
    return local && kind !== 'external' ? [relative(ROOT, local).replaceAll(sep, '/')] : [];
  }).sort();
}

const Packages = z.object({ dependencies: z.record(z.string(), z.string()) });
const ImportMap = z.object({ imports: z.record(z.string(), z.string()) });

/** What npm installs for the product, written as Deno names packages. */
export function installedPackages(): Record<string, string> {
  const { dependencies } = Packages.parse(JSON.parse(readProjectFile('package.json')));
  return Object.fromEntries(
    Object.entries(dependencies).map(([name, version]) => [name, `npm:${name}@${version}`]),
  );
}

/** What the platform installs. */
export function deployedPackages(): Record<string, string> {
  return ImportMap.parse(JSON.parse(readProjectFile('supabase/deno.json'))).imports;
}
