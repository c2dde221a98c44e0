/** Who a command says it acts for, by the token alone. */
import { expect, it } from 'vitest';
import { whoHas } from '../../../cli/connect.ts';

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
