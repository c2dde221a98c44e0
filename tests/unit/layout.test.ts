/** Imports point inwards, and HTTP is known at the edge alone. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** What the code of each folder may import besides its own. */
const FOLDERS: Readonly<Record<string, readonly string[]>> = {
  shared: [],
  functions: ['shared'],
  client: ['shared'],
  cli: ['shared', 'client'],
  web: ['shared', 'client'],
  local: ['shared', 'client', 'cli', 'web'],
};

/** The folders of shared/, each of which may import those above it. */
const LAYERS = [
  'domain',
  'api',
  'parts',
  'assess',
  'database',
  'webhooks',
  'suppliers',
  'bom',
  'enrich',
  'progress',
  'http',
  'stream',
  'runner',
  'runs',
  'organizations',
];

/** Modules at the edge: they read requests and make answers, and tie together what lies below them. */
const isEdge = (file: string) => /(^|[/-])routes\.ts$/.test(file) || file.startsWith('shared/http/');

function importsOf(file: string, source: string): string[] {
  return [...source.matchAll(/\b(?:from|import)\s*\(?\s*'(\.[^']+)'/g)]
    .map(([, path]) => join(dirname(file), path!));
}

/** What is wrong with one import; null for most. */
function fault(file: string, imported: string): string | null {
  const [folder, layer] = file.split('/') as [string, string];
  const [from, below] = imported.split('/') as [string, string];
  if (from !== folder) return FOLDERS[folder]!.includes(from) ? null : `${folder} may not import ${from}`;
  if (folder !== 'shared' || isEdge(file)) return null;
  if (imported === 'shared/http/problem.ts') return 'problems are made at the edge';
  // Modules of shared/ itself, such as the log, are everybody's.
  if (layer === below || below.endsWith('.ts') || layer.endsWith('.ts')) return null;
  if (!LAYERS.includes(layer)) return `${layer} has no place among the layers`;
  return LAYERS.indexOf(below) < LAYERS.indexOf(layer) ? null : `${layer} lies below ${below}`;
}

const files = Object.keys(FOLDERS).filter((folder) => existsSync(join(ROOT, folder))).flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !entry.parentPath.includes('/dist'))
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)))
);

it('every import points inwards', () => {
  const faults = files.flatMap((file) =>
    importsOf(file, readFileSync(join(ROOT, file), 'utf8'))
      .flatMap((imported) => fault(file, imported) ?? [])
      .map((words) => `${file}: ${words}`)
  );
  expect(faults).toEqual([]);
});

it.each<[string, string, string]>([
  ['shared/runner/work.ts', "import { Problem } from '../http/problem.ts';", 'problems are made at the edge'],
  [
    'shared/stream/limits.ts',
    "import type { Problem }\n  from '../http/problem.ts';",
    'problems are made at the edge',
  ],
  ['shared/parts/rows.ts', "export * from '../bom/rows.ts';", 'parts lies below bom'],
  ['shared/new/rows.ts', "import '../bom/rows.ts';", 'new has no place among the layers'],
  ['shared/runs/start.ts', "await import('../../local/start.ts');", 'shared may not import local'],
  ['client/feed.ts', "import { x } from '../cli/x.ts';", 'client may not import cli'],
])('%s may not import what lies further out', (file, source, words) => {
  expect(importsOf(file, source).map((imported) => fault(file, imported))).toEqual([words]);
});

it('what reads requests may', () => {
  for (const file of ['shared/runner/routes.ts', 'shared/runs/ticket-routes.ts', 'shared/http/router.ts']) {
    expect(fault(file, 'shared/http/problem.ts')).toBeNull();
  }
});
