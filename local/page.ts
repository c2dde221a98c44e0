/** Builds the page where its sources changed and serves it, with the addresses and keys it needs. */
import { createHash } from 'node:crypto';
import type { PageConfig } from '../web/src/config.ts';

const ROOT = new URL('../', import.meta.url);
const DIST = new URL('web/dist/', ROOT);
/** What the built page depends on. */
const SOURCES = ['web', 'shared', 'package-lock.json'];

const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json',
  svg: 'image/svg+xml',
  csv: 'text/csv; charset=utf-8',
};

/** @throws Error with Vite's last words when the page cannot be built */
export async function buildPage(): Promise<void> {
  const stamp = await fingerprint();
  const stampFile = new URL('.built-from', DIST);
  if (await Deno.readTextFile(stampFile).catch(() => '') === stamp) return; // missing means not built yet
  const { success, stderr } = await new Deno.Command('node', {
    args: [`${import.meta.dirname}/../node_modules/vite/bin/vite.js`, 'build', '--logLevel', 'warn'],
    cwd: new URL('web/', ROOT),
    stdout: 'null',
  }).output();
  if (!success) throw new Error(`The page could not be built: ${new TextDecoder().decode(stderr).trim()}`);
  await Deno.writeTextFile(stampFile, stamp);
}

export function servePage(port: number, config: PageConfig): { stop(): Promise<void> } {
  const server = Deno.serve({ hostname: '127.0.0.1', port, onListen: () => {} }, async (request) => {
    const { pathname } = new URL(request.url);
    if (pathname === '/config.json') {
      return Response.json(config, { headers: { 'cache-control': 'no-store' } });
    }
    // URL resolves "..", so a path can only name something below the folder.
    const file = new URL(`.${pathname === '/' ? '/index.html' : pathname}`, DIST);
    try {
      const type = TYPES[file.pathname.split('.').at(-1) ?? ''] ?? 'application/octet-stream';
      return new Response(await Deno.readFile(file), {
        headers: { 'content-type': type, 'cache-control': 'no-cache' },
      });
    } catch {
      return new Response('There is no such page.', { status: 404 });
    }
  });
  return { stop: () => server.shutdown() };
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
