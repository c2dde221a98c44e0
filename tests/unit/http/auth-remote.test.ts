/** Keys that are fetched from the issuer. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createAuthenticate } from '../../../shared/http/auth.ts';
import { T0 } from '../support/clock.ts';
import { USER } from '../support/events.ts';
import { noSecrets } from '../support/http.ts';
import { at, ISSUER, type SigningKey, signingKey, signToken } from '../support/tokens.ts';

let key: SigningKey;
let answer: () => Promise<Response>;
let asked: string[];

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: T0 });
  key = await signingKey('ES256', 'ec');
  asked = [];
  answer = () => Promise.resolve(Response.json({ keys: [key.jwk] }));
  vi.stubGlobal('fetch', (url: string | URL) => {
    asked.push(String(url));
    return answer();
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const remote = () => createAuthenticate({ issuer: ISSUER, jwks: null }, noSecrets);

describe('keys from the issuer', () => {
  it('are fetched once and kept', async () => {
    const authenticate = remote();
    expect(await authenticate(await signToken(key))).toEqual({
      kind: 'person',
      id: USER,
      expiresAt: at(3600 + 60) * 1000,
    });
    await authenticate(await signToken(key));
    expect(asked).toEqual([`${ISSUER}/.well-known/jwks.json`]);
  });

  it('are not asked for by a token that is no token', async () => {
    await expect(remote()('garbage')).rejects.toMatchObject({ status: 401 });
    expect(asked).toEqual([]);
  });

  it('are fetched again for a name that is new, though not for every such token', async () => {
    const authenticate = remote();
    await authenticate(await signToken(key));
    const next = await signingKey('ES256', 'ec-2');
    answer = () => Promise.resolve(Response.json({ keys: [key.jwk, next.jwk] }));
    await expect(authenticate(await signToken(next))).rejects.toMatchObject({ status: 401 });
    vi.setSystemTime(T0 + 31_000);
    expect(await authenticate(await signToken(next))).toMatchObject({ id: USER });
    expect(asked).toHaveLength(2);
  });

  it('never make a shared secret of what is public', async () => {
    const secret = await signingKey('HS256', 'secret');
    answer = () => Promise.resolve(Response.json({ keys: [secret.jwk] }));
    await expect(remote()(await signToken(secret))).rejects.toMatchObject({
      status: 401,
      code: 'invalid_token',
    });
  });
});

// A 401 tells a browser to sign in again and ends its stream for good, though nothing is wrong with its token.
describe('when the issuer does not hand out its keys, nobody is told that their token is wrong', () => {
  it.each<[string, () => Promise<Response>]>([
    ['it is down', () => Promise.resolve(new Response('Bad gateway', { status: 502 }))],
    ['it answers with a page', () => Promise.resolve(new Response('<html>', { status: 200 }))],
    ['it answers with something else', () => Promise.resolve(Response.json({ message: 'hello' }))],
    ['it cannot be reached', () => Promise.reject(new TypeError('fetch failed'))],
    ['it does not answer in time', () => Promise.reject(new DOMException('too slow', 'TimeoutError'))],
  ])('%s', async (_name, failure) => {
    answer = failure;
    const authenticate = remote();
    const token = await signToken(key);
    await expect(authenticate(token)).rejects.toMatchObject({
      status: 503,
      code: 'keys_unavailable',
      extra: { headers: { 'retry-after': expect.any(String) } },
    });
    answer = () => Promise.resolve(Response.json({ keys: [key.jwk] }));
    vi.setSystemTime(T0 + 10_000);
    expect(await authenticate(token)).toMatchObject({ id: USER });
  });

  it('it is not asked again for ten seconds, however many tokens arrive', async () => {
    answer = () => Promise.resolve(new Response('no', { status: 500 }));
    const authenticate = remote();
    const token = await signToken(key);
    const refusals = await Promise.all(Array.from({ length: 20 }, () => authenticate(token).catch((e) => e)));
    expect(new Set(refusals.map(({ code }) => code))).toEqual(new Set(['keys_unavailable']));
    expect(asked).toHaveLength(1);

    vi.setSystemTime(T0 + 7_000);
    await expect(authenticate(token)).rejects.toMatchObject({ extra: { headers: { 'retry-after': '3' } } });
    vi.setSystemTime(T0 + 9_999);
    await expect(authenticate(token)).rejects.toMatchObject({ status: 503 });
    expect(asked).toHaveLength(1);

    // A try in the pause does not make it longer.
    vi.setSystemTime(T0 + 10_000);
    await expect(authenticate(token)).rejects.toMatchObject({ status: 503 });
    expect(asked).toHaveLength(2);
  });

  it('keys that are known already go on working', async () => {
    const authenticate = remote();
    await authenticate(await signToken(key));
    answer = () => Promise.resolve(new Response('no', { status: 500 }));
    vi.setSystemTime(T0 + 31_000);
    const unknown = await signingKey('ES256', 'ec-2');
    for (let i = 0; i < 3; i++) {
      await expect(authenticate(await signToken(unknown))).rejects.toMatchObject({ status: 503 });
      expect(await authenticate(await signToken(key))).toMatchObject({ id: USER });
    }
    expect(asked).toHaveLength(2);
  });

  it('an answer is read no further than to 64 KiB', async () => {
    let sent = 0;
    answer = () =>
      Promise.resolve(
        new Response(
          new ReadableStream({
            pull(controller) {
              sent += 1024;
              controller.enqueue(new Uint8Array(1024).fill(0x20));
            },
          }),
        ),
      );
    await expect(remote()(await signToken(key))).rejects.toMatchObject({ code: 'keys_unavailable' });
    expect(sent).toBeLessThan(80 * 1024);
  });

  it('an answer of many keys is read whole', async () => {
    const others = Array.from({ length: 200 }, (_, i) => ({ ...key.jwk, kid: `other-${i}` }));
    answer = () => Promise.resolve(Response.json({ keys: [...others, key.jwk] }));
    expect(await remote()(await signToken(key))).toMatchObject({ id: USER });
  });
});
