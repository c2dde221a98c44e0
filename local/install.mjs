// Runs first in every npm script, on Node built-ins alone: installs the locked dependencies when what is in
// node_modules is not what package-lock.json says (fresh clone, changed lock, interrupted install).
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { basename } from 'node:path';

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19) || major === 21 || (major === 22 && minor < 12)) {
  fail(`Node ${process.versions.node} is too old: bomstream needs Node 20.19, 22.12 or newer.`);
}
if (!isInstalled()) {
  console.log('Installing dependencies (npm ci) …');
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], {
    stdio: 'inherit',
    // npm.cmd needs a shell on Windows
    shell: process.platform === 'win32',
  });
  if (status !== 0) {
    fail('npm ci failed. Check the network and the messages above, then run the command again.');
  }
}

// .npmrc lets no package run code while it is installed. Deno's own script, which puts its program where npm scripts and
// tests look for it, is the one that is needed; without it a wrapper stands there, which hands no signals on.
if (!isDenoInPlace()) {
  const { status } = spawnSync(process.execPath, ['node_modules/deno/install.cjs'], { stdio: 'inherit' });
  if (status !== 0) fail('Deno could not be put in place. Delete node_modules, then run the command again.');
}

/** The wrapper puts the program beside itself when it is first used, and stays. */
function isDenoInPlace() {
  const modules = new URL('../node_modules/', import.meta.url);
  if (process.platform === 'win32') return existsSync(new URL('deno/deno.exe', modules));
  const command = new URL('.bin/deno', modules);
  return existsSync(command) && basename(realpathSync(command)) === 'deno';
}

/** npm writes node_modules/.package-lock.json last, so it is missing after an interrupted install. */
function isInstalled() {
  const wanted = packagesIn('package-lock.json');
  const found = packagesIn('node_modules/.package-lock.json');
  if (!wanted || !found) return false;
  // Packages for other platforms are optional and stay away.
  return Object.entries(wanted).every(([path, { version, optional, peer }]) =>
    path === '' || (found[path] ? found[path].version === version : Boolean(optional || peer))
  );
}

function packagesIn(file) {
  try {
    return JSON.parse(readFileSync(new URL(`../${file}`, import.meta.url), 'utf8')).packages;
  } catch (error) {
    if (error.code === 'ENOENT' || error instanceof SyntaxError) return null;
    throw error;
  }
}

function fail(sentence) {
  console.error(sentence);
  process.exit(1);
}
