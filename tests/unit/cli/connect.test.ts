/** Who a command says it acts for, by the token alone. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it, vi } from 'vitest';
import { connect, whoHas } from '../../../cli/connect.ts';

const jwt = (claims: object) =>
  ['{}', JSON.stringify(claims), 'signature'].map((part) => Buffer.from(part).toString('base64url')).join(
    '.',
  );

it.each([
  ['a key', `bsk_${'0'.repeat(32)}_${'a'.repeat(43)}`, 'a key for programs'],
  ['a link', `bsl_${'0'.repeat(32)}_${'a'.repeat(43)}`, 'a read-only link'],
  ['an access token', jwt({ sub: '1', email: 'ada@example.com' }), 'ada@example.com'],
  [
    'an access token that hides a line break',
    jwt({ email: 'ada@example.com\nadmin' }),
    'ada@example.com admin',
  ],
  ['a token without an address', jwt({ sub: '1' }), 'the owner of the token'],
  ['what is no token', 'nonsense', 'the owner of the token'],
  ['no JSON', 'a.b.c', 'the owner of the token'],
])('says of %s whose it is', (_what, token, who) => {
  expect(whoHas(token)).toBe(who);
});

const folder = mkdtempSync(join(tmpdir(), 'bomstream-nobody-'));
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

it('says what people, programs and those without a project do where nobody is signed in', async () => {
  for (const name of ['BOMSTREAM_TOKEN', 'BOMSTREAM_TOKEN_FILE', 'BOMSTREAM_KEY', 'SUPABASE_URL']) {
    vi.stubEnv(name, '');
  }
  for (const name of ['XDG_CONFIG_HOME', 'APPDATA', 'BOMSTREAM_LOCAL']) vi.stubEnv(name, folder);
  const said = await connect({}).then(() => '', (error: Error) => error.message);
  expect(said).toMatch(/^Nobody is signed in\. .*bomstream login;.*BOMSTREAM_KEY\..*repository.*npm start/);
});
