/** What the page's server answers. */
import { readdir, readFile } from 'node:fs/promises';
import type { PageConfig } from '../web/src/lib/config.ts';

const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json',
  svg: 'image/svg+xml',
  csv: 'text/csv; charset=utf-8',
};

/** Serves the files of a folder, and the configuration. What a request names is looked up among them, never opened. */
export function createPageHandler(dist: string, config: PageConfig): (request: Request) => Promise<Response> {
  const headers = securityHeaders(config);
  const sayPlainly = (status: number, words: string, more: Readonly<Record<string, string>> = {}) =>
    new Response(words, {
      status,
      headers: { ...headers, ...more, 'content-type': 'text/plain; charset=utf-8' },
    });
  return async (request) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      return sayPlainly(405, 'This page can only be read.', { allow: 'GET, HEAD' });
    }
    const path = decodePath(new URL(request.url).pathname);
    if (path === '/config.json') {
      return Response.json(config, { headers: { ...headers, 'cache-control': 'no-store' } });
    }
    // Listed anew each time: the page may be built while it is being served.
    const file = (await listFiles(dist)).get(path === '/' ? '/index.html' : path ?? '');
    if (!file) return sayPlainly(404, 'There is no such page.');
    const type = TYPES[file.split('.').at(-1)!] ?? 'application/octet-stream';
    // The name of a built part tells its content: a browser that has it keeps it, compiled.
    const cache = path!.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache';
    return new Response(await readFile(file), {
      headers: { ...headers, 'content-type': type, 'cache-control': cache },
    });
  };
}

/** Also in docs/guide/hosted.md, for other servers: nothing but the page's own files and its project, and in no frame. */
function securityHeaders({ supabaseUrl }: PageConfig): Readonly<Record<string, string>> {
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    // the icon in index.html
    'img-src data:',
    `connect-src 'self' ${new URL(supabaseUrl).origin}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ];
  return {
    'content-security-policy': policy.join('; '),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
  };
}

/** Null for an address that is not well encoded. Decoded once: what is encoded twice names nothing here. */
function decodePath(pathname: string): string | null {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return null;
  }
}

/** The plain files below a folder by their address. Links and hidden files are none: neither was built. */
async function listFiles(folder: string): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  async function add(path: string): Promise<void> {
    for (const entry of await readdir(`${folder}${path}`, { withFileTypes: true })) {
      if (entry.name.startsWith('.')) continue;
      if (entry.isDirectory()) await add(`${path}/${entry.name}`);
      else if (entry.isFile()) files.set(`${path}/${entry.name}`, `${folder}${path}/${entry.name}`);
    }
  }
  await add('').catch((error) => {
    if (error.code !== 'ENOENT') throw error; // not built yet, or being built at this moment
  });
  return files;
}
