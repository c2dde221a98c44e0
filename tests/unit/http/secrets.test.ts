import { describe, expect, it } from 'vitest';
import { bearerToken, sameSecret } from '../../../shared/http/auth.ts';

describe('two secrets', () => {
  it.each([
    ['sb_secret_1', 'sb_secret_1', true],
    ['sb_secret_1', 'sb_secret_2', false],
    ['sb_secret_1', 'sb_secret_1 ', false],
    ['sb_secret_1', 'sb_secret_', false],
    ['sb_secret_1', 'SB_SECRET_1', false],
    ['sb_secret_1', '', false],
    ['é', 'e\u0301', false],
  ])('%j and %j', async (a, b, same) => {
    expect(await sameSecret(a, b)).toBe(same);
    expect(await sameSecret(b, a)).toBe(same);
  });
});

describe('the token of an Authorization header', () => {
  const tokenOf = (authorization: string | null) =>
    bearerToken(
      new Request('https://x.example', { headers: authorization === null ? {} : { authorization } }),
    );

  it.each([
    ['Bearer abc.def.ghi', 'abc.def.ghi'],
    ['bearer abc', 'abc'],
    ['Bearer   abc', 'abc'],
  ])('%j', (header, token) => {
    expect(tokenOf(header)).toBe(token);
  });

  it.each([
    null,
    '',
    'Bearer',
    'Bearer ',
    'Basic abc',
    'abc',
    'Bearerabc',
    'Bearer a b',
    'Bearer a, Bearer b',
  ])(
    'is none: %j',
    (header) => {
      expect(tokenOf(header)).toBeNull();
    },
  );
});
