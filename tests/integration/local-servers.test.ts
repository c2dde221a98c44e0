/** The servers of the local stack, reached as somebody would who should not reach them. */
import { statSync } from 'node:fs';
import { connect } from 'node:net';
import { dirname } from 'node:path';
import pg from 'pg';
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

describe('the keys of an install', () => {
  it('are all different', () => {
    const { demoPassword, databasePassword, apiPassword, publishableKey, secretKeys, runnerKey, ticketKey } =
      stack.keys;
    const keys = [
      demoPassword,
      databasePassword,
      apiPassword,
      publishableKey,
      secretKeys.default,
      runnerKey,
      ticketKey,
    ];
    expect(new Set([...keys, stack.redis.token]).size).toBe(8);
    for (const key of keys) expect(key.length).toBeGreaterThanOrEqual(24);
  });

  const logIn = async (user: string, password: string) => {
    const client = new pg.Client(Object.assign(new URL(stack.adminUrl), { username: user, password }).href);
    try {
      await client.connect();
      return (await client.query<{ name: string }>('select current_user as name')).rows[0]!.name;
    } catch (error) {
      return (error as pg.DatabaseError).code;
    } finally {
      await client.end();
    }
  };

  it('open one role of the database each, and the password on the page none', async () => {
    const { demoPassword, databasePassword, apiPassword, publishableKey } = stack.keys;
    const REFUSED = '28P01';
    for (const role of ['supabase_admin', 'authenticator', 'postgres', 'service_role']) {
      expect([role, await logIn(role, demoPassword)]).toEqual([role, REFUSED]);
      expect([role, await logIn(role, publishableKey)]).toEqual([role, REFUSED]);
    }
    expect(await logIn('supabase_admin', databasePassword)).toBe('supabase_admin');
    expect(await logIn('authenticator', apiPassword)).toBe('authenticator');
    expect(await logIn('supabase_admin', apiPassword)).toBe(REFUSED);
    expect(await logIn('authenticator', databasePassword)).toBe(REFUSED);
    expect(await logIn('postgres', databasePassword)).toBe(REFUSED);
  });

  it('and what the database writes are for its owner alone', () => {
    const mode = (path: string) => (statSync(path).mode & 0o777).toString(8);
    expect([mode(dirname(stack.databaseLog!)), mode(stack.databaseLog!)]).toEqual(['700', '600']);
  });
});
