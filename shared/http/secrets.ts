/**
 * Secrets of the product's own, which open without an account: keys for programs, `bsk_<id>_<random>`, and read-only links,
 * `bsl_<id>_<random>`. The database stores the SHA-256 of the whole, which is enough for 256 random bits: there is nothing
 * to guess that a slow hash would make dearer.
 */
import { base64url } from 'jose';
import { z } from 'zod';
import type { Database } from '../database/port.ts';
import { Problem } from './problem.ts';

/** Twice what nobody can guess. */
const RANDOM_BYTES = 32;

const PREFIX = { key: 'bsk', link: 'bsl' } as const;
export type SecretKind = keyof typeof PREFIX;

const SECRET = /^(bsk|bsl)_([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})_[\w-]{43}$/;

/** Whether a token claims to be such a secret; access tokens and tickets begin otherwise. */
export function isSecret(token: string): boolean {
  return /^bs[kl]_/.test(token);
}

/** What is shown once, and what is stored of it. */
export interface NewSecret {
  readonly id: string;
  readonly token: string;
  readonly hash: string;
}

export async function newSecret(kind: SecretKind): Promise<NewSecret> {
  const id = crypto.randomUUID();
  const token = `${PREFIX[kind]}_${id.replaceAll('-', '')}_${newRandom()}`;
  return { id, token, hash: await hashOf(token) };
}

/** 256 random bits, as text for a link or a header. */
export function newRandom(): string {
  return base64url.encode(crypto.getRandomValues(new Uint8Array(RANDOM_BYTES)));
}

/** SHA-256 in hexadecimal digits, as the database stores it: reading it there does not let anybody in. */
export async function hashOf(token: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(token));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** @throws Problem 401 `invalid_token`, and what the database refuses with */
export type OpenSecret = (token: string) => Promise<{ readonly kind: SecretKind; readonly id: string }>;

/** Asks the database about each secret that is sent: one that was revoked opens nothing from the next call on. */
export function createOpenSecret(database: Database): OpenSecret {
  return async (token) => {
    const [, prefix, ...parts] = SECRET.exec(token) ?? [];
    if (prefix === undefined) {
      throw new Problem(401, 'invalid_token', 'This key or link was not copied whole. Copy it again.');
    }
    const id = parts.join('-');
    const p_token_hash = await hashOf(token);
    const Opened = z.literal(true);
    if (prefix === PREFIX.key) {
      await database.call('bomstream_key_use', { p_key_id: id, p_token_hash }, Opened);
      return { kind: 'key', id };
    }
    await database.call('bomstream_link_use', { p_link_id: id, p_token_hash }, Opened);
    return { kind: 'link', id };
  };
}
