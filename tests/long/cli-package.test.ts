/** The command as others get it: packed, and run with npx where nothing else of this project is. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { afterAll, expect, it } from 'vitest';
import { ROOT } from '../support/stack.ts';

const folder = mkdtempSync(join(tmpdir(), 'bomstream-package-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const npm = (cwd: string, command: string, ...args: string[]) =>
  execFileSync(command, args, {
    cwd,
    env: {
      PATH: process.env.PATH,
      HOME: folder,
      npm_config_cache: join(folder, 'cache'),
      npm_config_offline: 'true',
    },
    encoding: 'utf8',
  });

it('is a package of its own files alone, which runs offline in an empty folder', () => {
  const dist = join(folder, 'dist');
  npm(ROOT, join(ROOT, 'node_modules/.bin/vite'), 'build', 'cli', '--logLevel', 'warn', '--outDir', dist);
  const [packed] = JSON.parse(npm(folder, 'npm', 'pack', dist, '--json'));
  const files = packed.files.map(({ path }: { path: string }) => path);
  expect(files).toEqual(expect.arrayContaining(['LICENSE', 'bomstream.mjs', 'package.json']));
  expect(files.filter((path: string) => !/^[\w-]+\.mjs$/.test(path)).toSorted()).toEqual([
    'LICENSE',
    'package.json',
  ]);

  const empty = join(folder, 'empty');
  mkdirSync(empty);
  const npx = (...args: string[]) =>
    npm(empty, 'npx', '--yes', '--package', join(folder, packed.filename), 'bomstream', ...args);
  expect(npx('--version')).toBe(`${packed.version}\n`);
  expect(npx('help', 'lines')).toMatch(/^Examples:/);
  expect(readdirSync(empty)).toEqual([]);
});

it('runs with npx in a clone', () => {
  expect(npm(join(ROOT, 'docs'), 'npx', 'bomstream', 'help', 'list')).toMatch(/^Examples:/);
});
