/** Builds the page where its sources changed and serves it, with the address and the key that it needs. */
import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import type { PageConfig } from '../web/src/lib/config.ts';
import { createPageHandler } from './page-handler.ts';
import { type LocalServer, serveLocally } from './serve.ts';

const ROOT = new URL('../', import.meta.url);
const DIST = new URL('web/dist/', ROOT);
/** What the built page depends on. */
const SOURCES = ['web', 'client', 'shared', 'package-lock.json'];
/** Held by the process that builds: stacks that start side by side would empty the folder that another one serves. */
const LOCK = new URL('node_modules/.page-build', ROOT);

/** @throws Error with Vite's last words when the page cannot be built */
export async function buildPage(): Promise<void> {
  using lock = await Deno.open(LOCK, { write: true, create: true });
  await lock.lock(true);
  const stamp = await fingerprint();
  const stampFile = new URL('.built-from', DIST);
  if (await Deno.readTextFile(stampFile).catch(() => '') === stamp) return; // missing means not built yet
  const { success, stderr } = await new Deno.Command('node', {
    args: [`${import.meta.dirname}/../node_modules/vite/bin/vite.js`, 'build', '--logLevel', 'warn'],
    cwd: new URL('web/', ROOT),
    // or Vite takes the environment of a test for its own, and React's tools for developers with it
    env: { NODE_ENV: 'production' },
    stdout: 'null',
  }).output();
  if (!success) throw new Error(`The page could not be built: ${new TextDecoder().decode(stderr).trim()}`);
  await Deno.writeTextFile(stampFile, stamp);
}

export function servePage(port: number, config: PageConfig): LocalServer {
  return serveLocally(port, createPageHandler(fileURLToPath(DIST), config));
}

/** Names, sizes and times of all sources: cheap to take, and different after any edit. */
async function fingerprint(): Promise<string> {
  const hash = createHash('sha256');
  async function add(path: string): Promise<void> {
    const url = new URL(path, ROOT);
    const info = await Deno.stat(url);
    if (!info.isDirectory) {
      hash.update(`${path} ${info.size} ${info.mtime?.getTime()}\n`);
      return;
    }
    const names = [...Deno.readDirSync(url)].map(({ name }) => name).filter((name) => name !== 'dist');
    for (const name of names.sort()) await add(`${path}/${name}`);
  }
  for (const source of SOURCES) await add(source);
  return hash.digest('hex');
}
