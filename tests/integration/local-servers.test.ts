/** The servers of the local stack, reached as somebody would who should not reach them. */
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestStack, type TestStack } from '../support/stack.ts';

let stack: TestStack;
beforeAll(async () => void (stack = await startTestStack({ page: true })));
afterAll(() => stack.stop());

const SERVERS = ['gateway', 'page', 'Redis'] as const;
const portOf = (server: (typeof SERVERS)[number]) =>
  Number(new URL({ gateway: stack.apiUrl, page: stack.pageUrl, Redis: stack.redis.url }[server]).port);

/** Status and body, for a request whose every byte before the headers is the test's. */
async function ask(port: number, target: string, host: string, headers: object = {}) {
  const lines = Object.entries({ host, connection: 'close', ...headers }).map(([name, value]) =>
    `${name}: ${value}`
  );
  const socket = connect(port, '127.0.0.1');
  socket.write([`GET ${target} HTTP/1.1`, ...lines, '', ''].join('\r\n'));
  let text = '';
  for await (const chunk of socket.setEncoding('utf8')) text += chunk;
  const body = text.indexOf('\r\n\r\n');
  return { status: Number(text.split(' ')[1]), head: text.slice(0, body), body: text.slice(body + 4) };
}

describe.each(SERVERS)('the %s', (server) => {
  const token = () => server === 'Redis' ? { authorization: `Bearer ${stack.redis.token}` } : {};

  it.each(['evil.example', 'evil.example:PORT', 'localhost.evil.example:PORT', 'localhost', ']['])(
    'refuses a request for %s, which another page could have sent',
    async (host) => {
      const port = portOf(server);
      const { status, body } = await ask(port, '/config.json', host.replace('PORT', String(port)), token());
      expect(status).toBe(421);
      expect(body).toMatch(/^This server answers to \S+ and \S+ only\.\n$/);
    },
  );

  it.each(['127.0.0.1', 'localhost', '[::1]'])('answers to %s', async (name) => {
    const port = portOf(server);
    const { status } = await ask(port, '/', `${name}:${port}`, token());
    expect(status).toBe({ gateway: 501, page: 200, Redis: 405 }[server]);
  });
});

describe('the page', () => {
  it.each([
    '/..%2f..%2f.local/keys.json',
    '/..%2f..%2fpackage.json',
    '/..%5c..%5cpackage.json',
    '/..%252f..%252fpackage.json',
    '/%2e%2e/%2e%2e/package.json',
    '/../../package.json',
    '/%2fetc%2fpasswd',
    '/.built-from',
    '/%',
    '/%00',
  ])('hands out nothing that was not built: %s', async (target) => {
    const port = portOf('page');
    const { status, body } = await ask(port, target, `localhost:${port}`);
    expect([status, body]).toEqual([404, 'There is no such page.']);
  });

  it('may be framed by nobody, and loads nothing from elsewhere', async () => {
    const port = portOf('page');
    const { head } = await ask(port, '/', `localhost:${port}`);
    expect(head).toMatch(/^content-security-policy: default-src 'none'; .*frame-ancestors 'none'/m);
  });
});

describe('the sign-in', () => {
  const signIn = (body: string, grant = 'password') =>
    fetch(`${stack.apiUrl}/auth/v1/token?grant_type=${grant}`, {
      method: 'POST',
      headers: { apikey: stack.keys.publishableKey },
      body,
    });

  it.each<[string, string]>([
    ['null', 'null'],
    ['a text', '"x"'],
    ['a list', '[1]'],
    ['nothing', ''],
    ['no JSON', '{"email"'],
    ['NUL in the address', '{"email":"a\\u0000@b.c","password":"p"}'],
    ['NUL in the password', '{"email":"a@b.c","password":"\\u0000"}'],
    ['an address that is no text', '{"email":{"a":1},"password":["p"]}'],
  ])('refuses %s as it refuses a wrong password', async (_what, body) => {
    const answer = await signIn(body);
    expect([answer.status, (await answer.json()).error_code]).toEqual([400, 'invalid_credentials']);
  });

  it.each(['null', '{"refresh_token":"\\u0000"}', '{"refresh_token":{}}'])(
    'and a refresh with %s as one with an old token',
    async (body) => {
      const answer = await signIn(body, 'refresh_token');
      expect([answer.status, (await answer.json()).error_code]).toEqual([400, 'refresh_token_not_found']);
    },
  );
});
