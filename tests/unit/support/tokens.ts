/** Access tokens as Supabase Auth would sign them, and as somebody else might. */
import { exportJWK, generateKeyPair, generateSecret, type JWK, SignJWT } from 'jose';
import { T0 } from './clock.ts';
import { USER } from './events.ts';

export const ISSUER = 'https://project.example.com/auth/v1';

export interface SigningKey {
  readonly alg: string;
  readonly kid: string | undefined;
  /** What the verifier is configured with. */
  readonly jwk: JWK;
  readonly sign: CryptoKey | Uint8Array;
}

export async function signingKey(alg: 'ES256' | 'RS256' | 'HS256', kid?: string): Promise<SigningKey> {
  const named = kid === undefined ? {} : { kid };
  if (alg === 'HS256') {
    const secret = await generateSecret(alg, { extractable: true }) as CryptoKey;
    return { alg, kid, jwk: { ...await exportJWK(secret), ...named }, sign: secret };
  }
  const { publicKey, privateKey } = await generateKeyPair(alg);
  return { alg, kid, jwk: { ...await exportJWK(publicKey), ...named }, sign: privateKey };
}

/** Seconds since 1970, `seconds` after the moment at which tests begin. */
export const at = (seconds: number) => Math.floor(T0 / 1000) + seconds;

const CLAIMS = { iss: ISSUER, aud: 'authenticated', role: 'authenticated', sub: USER, exp: at(3600) };

/** A valid token but for what `claims` changes; undefined leaves a claim out. */
export function signToken(
  key: Pick<SigningKey, 'alg' | 'kid' | 'sign'>,
  claims: Readonly<Record<string, unknown>> = {},
): Promise<string> {
  const { alg, kid, sign } = key;
  return new SignJWT({ ...CLAIMS, ...claims })
    .setProtectedHeader({ alg, ...(kid === undefined ? {} : { kid }) })
    .sign(sign);
}

/** A token of any header, signed by nobody. */
export function unsignedToken(header: object): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part(header)}.${part(CLAIMS)}.`;
}
