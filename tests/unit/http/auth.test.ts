import { type CryptoKey, exportJWK, exportSPKI, importJWK } from 'jose';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createAuthenticate } from '../../../shared/http/auth.ts';
import { createTickets } from '../../../shared/stream/tickets.ts';
import { T0 } from '../support/clock.ts';
import { BOM, USER } from '../support/events.ts';
import { noSecrets } from '../support/http.ts';
import { at, ISSUER, type SigningKey, signingKey, signToken, unsignedToken } from '../support/tokens.ts';

let ec: SigningKey;
let rsa: SigningKey;
let secret: SigningKey;
let stranger: SigningKey;

beforeAll(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: T0 });
  [ec, rsa, secret, stranger] = await Promise.all([
    signingKey('ES256', 'ec'),
    signingKey('RS256', 'rsa'),
    signingKey('HS256', 'secret'),
    signingKey('ES256', 'stranger'),
  ]);
});
afterAll(() => void vi.useRealTimers());

const authenticateWith = (...keys: SigningKey[]) =>
  createAuthenticate({ issuer: ISSUER, jwks: keys.map(({ jwk }) => jwk) }, noSecrets);

const INVALID = { status: 401, code: 'invalid_token' };

describe('a token of a signed-in user', () => {
  it('is accepted with every kind of key', async () => {
    const authenticate = authenticateWith(ec, rsa, secret);
    for (const key of [ec, rsa, secret]) {
      expect(await authenticate(await signToken(key))).toEqual({
        kind: 'person',
        id: USER,
        expiresAt: at(3600 + 60) * 1000,
      });
    }
  });

  it('is accepted without a key name, whichever of the keys signed it', async () => {
    const authenticate = authenticateWith(rsa, secret, ec);
    for (const key of [ec, rsa, secret]) {
      const token = await signToken({ ...key, kid: undefined });
      expect(await authenticate(token)).toMatchObject({ id: USER });
    }
    expect(await authenticateWith(ec)(await signToken({ ...ec, kid: undefined }))).toMatchObject({
      id: USER,
    });
  });

  it('is accepted when it says that it is no anonymous one', async () => {
    const token = await signToken(ec, { is_anonymous: false });
    expect(await authenticateWith(ec)(token)).toMatchObject({ id: USER });
  });

  it('is accepted a minute after its end, for clocks that differ', async () => {
    const authenticate = authenticateWith(ec);
    expect(await authenticate(await signToken(ec, { exp: at(-59) }))).toMatchObject({ id: USER });
    await expect(authenticate(await signToken(ec, { exp: at(-61) }))).rejects.toMatchObject(INVALID);
  });

  it('says that it has expired, and nothing else does', async () => {
    const authenticate = authenticateWith(ec);
    const expired = authenticate(await signToken(ec, { exp: at(-3600) }));
    await expect(expired).rejects.toMatchObject({ detail: expect.stringContaining('expired') });
    const foreign = authenticate(await signToken(stranger));
    await expect(foreign).rejects.toMatchObject({ detail: expect.not.stringContaining('expired') });
  });
});

describe('a request without a token', () => {
  it.each([null, ''])('is told to send one: %j', async (token) => {
    const refused = authenticateWith(ec)(token);
    await expect(refused).rejects.toMatchObject({ status: 401, code: 'missing_token' });
  });
});

describe('a well-signed token is refused', () => {
  it.each<[string, Record<string, unknown>]>([
    ['of another issuer', { iss: 'https://other.example.com/auth/v1' }],
    ['without an issuer', { iss: undefined }],
    ['for another audience', { aud: 'anon' }],
    ['without an audience', { aud: undefined }],
    ['of the role anon', { role: 'anon' }],
    ['of the role service_role', { role: 'service_role' }],
    ['without a role', { role: undefined }],
    ['of an anonymous sign-in', { is_anonymous: true }],
    ['that does not say clearly that it is of none', { is_anonymous: 'no' }],
    ['of no user', { sub: undefined }],
    ['of a user who is not named by a UUID', { sub: 'admin' }],
    ['without an end', { exp: undefined }],
    ['whose end is no time', { exp: 'tomorrow' }],
    ['before its beginning', { nbf: at(3600) }],
  ])('%s', async (_name, claims) => {
    await expect(authenticateWith(ec)(await signToken(ec, claims))).rejects.toMatchObject(INVALID);
  });
});

describe('a forged token is refused', () => {
  it('signed by a key that is not configured', async () => {
    await expect(authenticateWith(ec)(await signToken(stranger))).rejects.toMatchObject(INVALID);
    const claimsToBeOurs = { ...stranger, kid: ec.kid };
    await expect(authenticateWith(ec)(await signToken(claimsToBeOurs))).rejects.toMatchObject(INVALID);
    const claimsNothing = { ...stranger, kid: undefined };
    await expect(authenticateWith(ec, rsa)(await signToken(claimsNothing))).rejects.toMatchObject(INVALID);
  });

  it('of an unknown key name', async () => {
    await expect(authenticateWith(ec, rsa)(await signToken({ ...ec, kid: 'ec-2' }))).rejects.toMatchObject(
      INVALID,
    );
  });

  // A public key is public: where the token's own word counts, anybody can sign with it as if it were a secret.
  it.each(['pem', 'json', 'modulus'])('with the public key as its secret (%s)', async (form) => {
    const publicKey = await importJWK(rsa.jwk, 'RS256', { extractable: true }) as CryptoKey;
    const text = form === 'pem'
      ? await exportSPKI(publicKey)
      : form === 'json'
      ? JSON.stringify(await exportJWK(publicKey))
      : rsa.jwk.n!;
    for (const kid of [rsa.kid, undefined]) {
      const forged = await signToken({ alg: 'HS256', kid, sign: new TextEncoder().encode(text) });
      await expect(authenticateWith(rsa)(forged)).rejects.toMatchObject(INVALID);
      await expect(authenticateWith(rsa, ec)(forged)).rejects.toMatchObject(INVALID);
    }
  });

  it('that names one key and is signed by another of ours', async () => {
    const forged = await signToken({ ...secret, kid: ec.kid });
    await expect(authenticateWith(ec, secret)(forged)).rejects.toMatchObject(INVALID);
  });

  it.each([{ alg: 'none' }, { alg: 'None', kid: 'ec' }, { alg: '' }, {}])(
    'without a signature: %j',
    async (header) => {
      await expect(authenticateWith(ec, secret)(unsignedToken(header))).rejects.toMatchObject(INVALID);
    },
  );

  it('whose claims were changed afterwards', async () => {
    const [header, , signature] = (await signToken(ec)).split('.');
    const [, claims] = (await signToken(stranger, { sub: '11111111-2222-4333-8444-555555555555' })).split(
      '.',
    );
    await expect(authenticateWith(ec)(`${header}.${claims}.${signature}`)).rejects.toMatchObject(INVALID);
  });

  it.each(['x', 'a.b.c', '..', 'e30.e30.e30', `${'A'.repeat(10_000)}.B.C`, '💥'])(
    'that is garbage: %.20s',
    async (token) => {
      await expect(authenticateWith(ec, rsa)(token)).rejects.toMatchObject(INVALID);
    },
  );

  it('that is a ticket, which opens streams and nothing else', async () => {
    const tickets = createTickets({ keys: ['a key of at least thirty-two bytes'], now: () => T0 });
    const scope = { kind: 'bom', id: BOM } as const;
    const { ticket } = await tickets.issue({ userId: USER, scope, seconds: 900 });
    await expect(authenticateWith(ec, rsa, secret)(ticket)).rejects.toMatchObject(INVALID);
  });

  it('when no key is configured at all', async () => {
    await expect(authenticateWith()(await signToken(ec))).rejects.toMatchObject(INVALID);
  });
});

it('a configured key that is none is no fault of a token', async () => {
  const noPoint = { ...ec.jwk, x: ec.jwk.y! };
  const authenticate = createAuthenticate({ issuer: ISSUER, jwks: [rsa.jwk, noPoint] }, noSecrets);
  for (const key of [ec, rsa]) {
    await expect(authenticate(await signToken(key))).rejects.toMatchObject({
      status: 503,
      code: 'keys_unavailable',
    });
  }
});

it('never says in a refusal what the token was', async () => {
  const token = await signToken(stranger);
  const refusal = await authenticateWith(ec)(token).catch((error) => error);
  expect(JSON.stringify([refusal, refusal.message, refusal.detail])).not.toContain(token.slice(0, 20));
});
