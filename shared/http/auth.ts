/** Who is asking: verifies access tokens of Supabase Auth, and has keys and links asked about. */
import {
  createRemoteJWKSet,
  customFetch,
  decodeProtectedHeader,
  errors,
  importJWK,
  type JWK,
  type JWTPayload,
  jwtVerify,
  type JWTVerifyGetKey,
} from 'jose';
import { z } from 'zod';
import type { CallerKind } from '../api/route.ts';
import { RUNNER_KEY_HEADER } from '../api/runner.ts';
import { Problem } from './problem.ts';
import { isSecret, type OpenSecret } from './secrets.ts';

/** Clocks of two machines may differ this much. */
const CLOCK_LEEWAY_SECONDS = 60;

/** A key is some 200 bytes, and an issuer has few; whatever is larger is no list of keys. */
const MAX_KEYS_BYTES = 64 * 1024;
/** An issuer that is away is asked no more often than this, however many tokens arrive meanwhile. */
const KEYS_PAUSE_SECONDS = 10;

/** A person, or what somebody made to act without one. The database takes the ids of all of them alike. */
export interface User {
  readonly kind: CallerKind;
  readonly id: string;
  /** When the token ends, in milliseconds since 1970. Of a key and a link the database alone knows, and is asked again. */
  readonly expiresAt: number;
}

/** @throws Problem 401 `missing_token` or `invalid_token`, 503 `keys_unavailable` */
export type Authenticate = (token: string | null) => Promise<User>;

const Claims = z.object({
  sub: z.guid(),
  role: z.literal('authenticated'),
  exp: z.number(),
  // An anonymous sign-in has the role of a signed-in user, too.
  is_anonymous: z.literal(false).optional(),
});

export interface TokenRules {
  /** `https://<project>/auth/v1` */
  readonly issuer: string;
  /** Public keys, inline. Null: fetched from the issuer and cached. */
  readonly jwks: readonly JWK[] | null;
}

/**
 * Accepts tokens of signed-in users, keys and links only. The algorithm is the configured key's, never the token's own
 * claim; issuer, audience, role and expiry are checked; anonymous and service tokens are refused.
 */
export function createAuthenticate({ issuer, jwks }: TokenRules, openSecret: OpenSecret): Authenticate {
  const verify = jwks ? verifyInline(jwks, issuer) : verifyRemote(issuer);
  return async (token) => {
    if (!token) {
      throw new Problem(
        401,
        'missing_token',
        'Sign in and send the access token as "Authorization: Bearer <token>".',
      );
    }
    if (isSecret(token)) return { ...await openSecret(token), expiresAt: Infinity };
    try {
      const { sub, exp } = Claims.parse(await verify(token));
      return { kind: 'person', id: sub, expiresAt: (exp + CLOCK_LEEWAY_SECONDS) * 1000 };
    } catch (error) {
      if (!(error instanceof errors.JOSEError || error instanceof z.ZodError || error instanceof TypeError)) {
        throw error;
      }
      const why = error instanceof errors.JWTExpired
        ? 'has expired'
        : 'is not a valid access token of a signed-in user';
      throw new Problem(401, 'invalid_token', `The token ${why}. Sign in again.`);
    }
  };
}

function verifyInline(keys: readonly JWK[], issuer: string): (token: string) => Promise<JWTPayload> {
  const imported = Promise.all(keys.map(async (jwk) => {
    const algorithm = algorithmOf(jwk);
    return algorithm ? [{ kid: jwk.kid, algorithm, key: await importJWK(jwk, algorithm) }] : [];
  }));
  imported.catch(() => {}); // told to everybody who brings a token
  return async (token) => {
    const { kid } = decodeProtectedHeader(token);
    const known = await imported.catch(() => {
      throw keysUnavailable(KEYS_PAUSE_SECONDS);
    });
    // A token that names no key may be any key's; each key is still tried with its own algorithm only.
    for (const { algorithm, key } of known.flat().filter((each) => kid === undefined || each.kid === kid)) {
      try {
        return (await jwtVerify(token, key, rules(issuer, [algorithm]))).payload;
      } catch (error) {
        if (
          error instanceof errors.JWSSignatureVerificationFailed || error instanceof errors.JOSEAlgNotAllowed
        ) continue;
        throw error;
      }
    }
    throw new errors.JWKSNoMatchingKey();
  };
}

function verifyRemote(issuer: string): (token: string) => Promise<JWTPayload> {
  let pausedUntil = 0;
  // A shared secret can never come from a public address, so only the asymmetric algorithms are allowed.
  const published = createRemoteJWKSet(new URL(`${issuer}/.well-known/jwks.json`), {
    // Keys that are known already need no fetch, and so go on working through a pause.
    [customFetch]: async (address, options) => {
      if (Date.now() < pausedUntil) throw new Error('the keys could not be fetched a moment ago');
      return await limitBody(await fetch(address, options), MAX_KEYS_BYTES);
    },
  });
  const keys: JWTVerifyGetKey = async (header, token) => {
    try {
      return await published(header, token);
    } catch (error) {
      if (
        error instanceof errors.JWKSNoMatchingKey || error instanceof errors.JWKSMultipleMatchingKeys
      ) throw error;
      const now = Date.now();
      if (now >= pausedUntil) pausedUntil = now + KEYS_PAUSE_SECONDS * 1000;
      throw keysUnavailable(Math.ceil((pausedUntil - now) / 1000));
    }
  };
  return async (token) => (await jwtVerify(token, keys, rules(issuer, ['ES256', 'RS256']))).payload;
}

/** Answering 401 would send everybody to sign in again, and end their streams, because the issuer is away. */
function keysUnavailable(retryAfterSeconds: number): Problem {
  return new Problem(503, 'keys_unavailable', 'Tokens cannot be checked now. Try again in a moment.', {
    headers: { 'retry-after': String(retryAfterSeconds) },
  });
}

/** @throws RangeError when there is more of it */
async function limitBody(response: Response, maxBytes: number): Promise<Response> {
  const chunks: BlobPart[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength;
    if (size > maxBytes) throw new RangeError(`the keys are larger than ${maxBytes} bytes`);
    chunks.push(chunk);
  }
  return new Response(new Blob(chunks), { status: response.status });
}

function rules(issuer: string, algorithms: string[]) {
  return {
    issuer,
    algorithms,
    audience: 'authenticated',
    clockTolerance: CLOCK_LEEWAY_SECONDS,
    requiredClaims: ['sub', 'exp'],
  };
}

/** The one algorithm that a key is used with; null for a kind that is not known here. */
export function algorithmOf(key: JWK): string | null {
  if (key.kty === 'EC' && key.crv === 'P-256') return 'ES256';
  if (key.kty === 'RSA') return 'RS256';
  if (key.kty === 'oct') return 'HS256';
  return null;
}

/** The token of an Authorization header, or null. */
export function bearerToken(request: Request): string | null {
  return /^Bearer +(\S+)$/i.exec(request.headers.get('authorization') ?? '')?.[1] ?? null;
}

/**
 * @param keys any of them opens the runner
 * @throws Problem 401 `runner_key_required`
 */
export async function requireRunnerKey(request: Request, keys: readonly string[]): Promise<void> {
  const given = request.headers.get(RUNNER_KEY_HEADER) ?? '';
  // All are compared, so that the time does not tell which of them was nearly right.
  const opened = await Promise.all(keys.map((key) => sameSecret(given, key)));
  if (opened.includes(true)) return;
  throw new Problem(
    401,
    'runner_key_required',
    `Only the value of BOMSTREAM_RUNNER_KEY, in the header ${RUNNER_KEY_HEADER}, opens this function.`,
  );
}

/** Compares secrets in a time that does not depend on where they differ. */
export async function sameSecret(a: string, b: string): Promise<boolean> {
  const digest = async (text: string) =>
    new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
  const [x, y] = [await digest(a), await digest(b)];
  return x.reduce((difference, byte, i) => difference | (byte ^ (y[i] ?? 0)), 0) === 0;
}
