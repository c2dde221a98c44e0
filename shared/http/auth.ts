/** Who is asking: verifies access tokens of Supabase Auth. */
import {
  createRemoteJWKSet,
  decodeProtectedHeader,
  errors,
  importJWK,
  type JWK,
  type JWTPayload,
  jwtVerify,
  type JWTVerifyGetKey,
} from 'jose';
import { z } from 'zod';
import { Problem } from './problem.ts';

/** Clocks of two machines may differ this much. */
const CLOCK_LEEWAY_SECONDS = 60;

export interface User {
  readonly id: string;
  /** When the right to be here ends, in milliseconds since 1970. */
  readonly expiresAt: number;
}

/** @throws Problem 401 `missing_token` or `invalid_token`, 503 `keys_unavailable` */
export type Authenticate = (token: string | null) => Promise<User>;

const Claims = z.object({ sub: z.guid(), role: z.literal('authenticated'), exp: z.number() });

export interface TokenRules {
  /** `https://<project>/auth/v1` */
  readonly issuer: string;
  /** Public keys, inline. Null: fetched from the issuer and cached. */
  readonly jwks: readonly JWK[] | null;
}

/**
 * Accepts tokens of signed-in users only. The algorithm is the configured key's, never the token's own claim;
 * issuer, audience, role and expiry are checked; anonymous and service tokens are refused.
 */
export function createAuthenticate({ issuer, jwks }: TokenRules): Authenticate {
  const verify = jwks ? verifyInline(jwks, issuer) : verifyRemote(issuer);
  return async (token) => {
    if (!token) {
      throw new Problem(
        401,
        'missing_token',
        'Sign in and send the access token as "Authorization: Bearer <token>".',
      );
    }
    try {
      const { sub, exp } = Claims.parse(await verify(token));
      return { id: sub, expiresAt: (exp + CLOCK_LEEWAY_SECONDS) * 1000 };
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
  return async (token) => {
    const { kid } = decodeProtectedHeader(token);
    // A token that names no key may be any key's; each key is still tried with its own algorithm only.
    const candidates = keys.filter((key) => kid === undefined || key.kid === kid);
    for (const key of candidates) {
      const algorithm = algorithmOf(key);
      if (!algorithm) continue;
      try {
        return (await jwtVerify(token, await importJWK(key, algorithm), rules(issuer, [algorithm]))).payload;
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
  // A shared secret can never come from a public address, so only the asymmetric algorithms are allowed.
  const published = createRemoteJWKSet(new URL(`${issuer}/.well-known/jwks.json`));
  const keys: JWTVerifyGetKey = async (header, token) => {
    try {
      return await published(header, token);
    } catch (error) {
      if (
        error instanceof errors.JWKSNoMatchingKey || error instanceof errors.JWKSMultipleMatchingKeys
      ) throw error;
      // Answering 401 would send everybody to sign in again, and end their streams, because the issuer is away.
      throw new Problem(503, 'keys_unavailable', 'Tokens cannot be checked now. Try again in a moment.', {
        headers: { 'retry-after': '5' },
      });
    }
  };
  return async (token) => (await jwtVerify(token, keys, rules(issuer, ['ES256', 'RS256']))).payload;
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

function algorithmOf(key: JWK): string | null {
  if (key.kty === 'EC' && key.crv === 'P-256') return 'ES256';
  if (key.kty === 'RSA') return 'RS256';
  if (key.kty === 'oct') return 'HS256';
  return null;
}

/** The token of an Authorization header, or null. */
export function bearerToken(request: Request): string | null {
  return /^Bearer +(\S+)$/i.exec(request.headers.get('authorization') ?? '')?.[1] ?? null;
}

/** Compares secrets in a time that does not depend on where they differ. */
export async function sameSecret(a: string, b: string): Promise<boolean> {
  const digest = async (text: string) =>
    new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
  const [x, y] = [await digest(a), await digest(b)];
  return x.reduce((difference, byte, i) => difference | (byte ^ (y[i] ?? 0)), 0) === 0;
}
