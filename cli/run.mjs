#!/usr/bin/env node
// `npx bomstream` in a clone of the repository, on Node built-ins alone: builds the command where that was not done
// since its sources changed, and runs it.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const built = join(root, 'cli/dist/bomstream.mjs');

if (
  !existsSync(built) ||
  newest(['cli', 'client', 'shared'].map((folder) => join(root, folder))) > statSync(built).mtimeMs
) {
  // Whatever these say is not the command's answer.
  run('local/install.mjs');
  run('node_modules/vite/bin/vite.js', 'build', 'cli', '--logLevel', 'warn');
}
await import(new URL('dist/bomstream.mjs', import.meta.url).href);

/** When a source in these folders was last changed. */
function newest(folders) {
  const times = folders.flatMap((folder) =>
    readdirSync(folder, { withFileTypes: true }).map((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return entry.name === 'dist' ? 0 : newest([path]);
      return statSync(path).mtimeMs;
    })
  );
  return Math.max(...times);
}

function run(script, ...args) {
  const { status } = spawnSync(process.execPath, [join(root, script), ...args], {
    cwd: root,
    stdio: ['inherit', process.stderr, 'inherit'],
  });
  if (status !== 0) process.exit(1);
}
