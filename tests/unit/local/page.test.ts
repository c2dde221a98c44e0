/** What the page's server hands out, and what not. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPageHandler } from '../../../local/page-handler.ts';

const CONFIG = { supabaseUrl: 'http://127.0.0.1:54321', publishableKey: 'sb_publishable_x' };
const SECRET = 'sb_secret_nobody_may_see';

let root: string;
let get: (path: string) => Promise<Response>;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'bomstream-page-'));
  const dist = join(root, 'web/dist');
  mkdirSync(join(dist, 'assets'), { recursive: true });
  mkdirSync(join(root, '.local'));
  writeFileSync(join(root, '.local/keys.json'), SECRET);
  writeFileSync(join(root, 'web/beside.html'), SECRET);
  writeFileSync(join(dist, 'index.html'), '<p>page</p>');
  writeFileSync(join(dist, 'assets/app-1.js'), 'app()');
  writeFileSync(join(dist, 'assets/50% off.svg'), '<svg/>');
  writeFileSync(join(dist, '.built-from'), SECRET);
  symlinkSync(join(root, '.local/keys.json'), join(dist, 'keys.json'));
  symlinkSync(join(root, '.local'), join(dist, 'local'));
  const handle = createPageHandler(dist, CONFIG);
  // As a server makes it: what the client wrote after the host, with nothing resolved.
  get = (path) => handle({ url: `http://127.0.0.1:54323${path}`, method: 'GET' } as Request);
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe('the files that were built', () => {
  it.each([
    ['/', '<p>page</p>', 'text/html; charset=utf-8'],
    ['/index.html', '<p>page</p>', 'text/html; charset=utf-8'],
    ['/?a=b', '<p>page</p>', 'text/html; charset=utf-8'],
    ['/assets/app-1.js', 'app()', 'text/javascript; charset=utf-8'],
    ['/assets/%61pp-1.js', 'app()', 'text/javascript; charset=utf-8'],
    ['/assets/50%25%20off.svg', '<svg/>', 'image/svg+xml'],
  ])('are served: %s', async (path, text, type) => {
    const response = await get(path);
    expect([response.status, response.headers.get('content-type')]).toEqual([200, type]);
    expect(await response.text()).toBe(text);
  });

  it.each([
    ['/', 'no-cache'],
    ['/assets/app-1.js', 'public, max-age=31536000, immutable'],
    ['/assets/missing.js', null],
  ])('may be kept where their names tell what is in them: %s', async (path, cache) => {
    expect((await get(path)).headers.get('cache-control')).toBe(cache);
  });

  it('and the configuration, which nobody may keep', async () => {
    const response = await get('/config.json');
    expect(await response.json()).toEqual(CONFIG);
    expect(response.headers.get('cache-control')).toBe('no-store');
  });

  it('are found as soon as they are there', async () => {
    const dist = join(root, 'later');
    const handle = createPageHandler(dist, CONFIG);
    const ask = async () => (await handle(new Request('http://127.0.0.1:54323/'))).status;
    expect(await ask()).toBe(404);
    mkdirSync(dist);
    writeFileSync(join(dist, 'index.html'), 'built');
    expect(await ask()).toBe(200);
  });
});

describe('what is not read is refused', () => {
  it.each(['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'])('%s', async (method) => {
    const handle = createPageHandler(join(root, 'web/dist'), CONFIG);
    for (const path of ['/', '/config.json', '/missing']) {
      const response = await handle(new Request(`http://127.0.0.1:54323${path}`, { method }));
      expect([path, response.status, response.headers.get('allow')]).toEqual([path, 405, 'GET, HEAD']);
    }
  });

  it('and HEAD is none of that', async () => {
    const handle = createPageHandler(join(root, 'web/dist'), CONFIG);
    const response = await handle(new Request('http://127.0.0.1:54323/', { method: 'HEAD' }));
    expect([response.status, response.headers.get('content-type')]).toEqual([
      200,
      'text/html; charset=utf-8',
    ]);
  });
});

describe('nothing else is served', () => {
  it.each([
    '/..%2f..%2f.local/keys.json',
    '/..%2F..%2F.local%2Fkeys.json',
    '/%2e%2e/%2e%2e/.local/keys.json',
    '/%2e%2e%2f%2e%2e%2f.local%2fkeys.json',
    '/assets/..%2f..%2f..%2f.local/keys.json',
    '/..%5c..%5c.local%5ckeys.json',
    '/..%252f..%252f.local/keys.json',
    '/%252e%252e/%252e%252e/.local/keys.json',
    '/%25252e%25252e%25252f.local/keys.json',
    '/../../.local/keys.json',
    '//../../.local/keys.json',
    '/..%2fbeside.html',
    '/%2fetc%2fpasswd',
    '//etc/passwd',
    '/file:%2f%2f%2fetc%2fpasswd',
    '/index.html%00',
    '/%00',
    '/index.html%00.js',
    '/.built-from',
    '/%2ebuilt-from',
    '/keys.json',
    '/local/keys.json',
    '/assets',
    '/assets/',
    '/assets/./app-1.js%2f',
    '/assets/%2561pp-1.js',
    '/missing.js',
    '/config.json%2f',
    '/constructor',
    '/__proto__',
    '/%',
    '/%zz',
    '/%c3%28',
    '/%f0%9f',
  ])('%s', async (path) => {
    const response = await get(path);
    expect(response.status).toBe(404);
    expect(await response.text()).toBe('There is no such page.');
  });
});

it.each(['/', '/assets/app-1.js', '/config.json', '/missing'])(
  'every answer says what the page may do: %s',
  async (path) => {
    const { headers } = await get(path);
    const policy = Object.fromEntries(
      headers.get('content-security-policy')!.split('; ').map((rule) => {
        const [name, ...sources] = rule.split(' ');
        return [name, sources.join(' ')];
      }),
    );
    expect(policy).toEqual({
      'default-src': "'none'",
      'script-src': "'self'",
      'style-src': "'self'",
      'img-src': 'data:',
      'connect-src': "'self' http://127.0.0.1:54321",
      'base-uri': "'none'",
      'form-action': "'none'",
      'frame-ancestors': "'none'",
    });
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
  },
);
