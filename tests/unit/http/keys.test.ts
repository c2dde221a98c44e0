/** Keys and read-only links, as the functions make and open them. */
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Database } from '../../../shared/database/port.ts';
import { Refusal } from '../../../shared/domain/refusal.ts';
import { createAuthenticate } from '../../../shared/http/auth.ts';
import { createOpenSecret, newSecret } from '../../../shared/http/secrets.ts';
import { ISSUER } from '../support/tokens.ts';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/** What is known of what was sent, and a database that answers so. */
function startWith(answer: () => Promise<unknown> = () => Promise.resolve(true)) {
  const calls: unknown[] = [];
  const database: Database = {
    async call(name, args, schema) {
      calls.push([name, args]);
      return schema.parse(await answer());
    },
  };
  const authenticate = createAuthenticate({ issuer: ISSUER, jwks: [] }, createOpenSecret(database));
  return { authenticate, calls };
}

describe.each(
  [
    ['key', 'bsk', 'bomstream_key_use', 'p_key_id'],
    ['link', 'bsl', 'bomstream_link_use', 'p_link_id'],
  ] as const,
)('a %s', (kind, prefix, opens, argument) => {
  it('says what it is and which, has 256 random bits, and is known by its SHA-256 alone', async () => {
    const { id, token, hash } = await newSecret(kind);
    expect(token).toMatch(new RegExp(`^${prefix}_${id.replaceAll('-', '')}_[\\w-]{43}$`));
    expect(hash).toBe(sha256(token));
    const others = await Promise.all(Array.from({ length: 20 }, () => newSecret(kind)));
    expect(new Set([token, ...others.map((other) => other.token)].map((each) => each.slice(37))).size).toBe(
      21,
    );
  });

  it('is asked about each time it is sent, and is no person', async () => {
    const { authenticate, calls } = startWith();
    const { id, token, hash } = await newSecret(kind);
    for (let i = 0; i < 2; i++) {
      expect(await authenticate(token)).toEqual({ kind, id, expiresAt: Infinity });
    }
    expect(calls).toEqual(Array(2).fill([opens, { [argument]: id, p_token_hash: hash }]));
  });

  it('that was revoked is refused as the database says', async () => {
    const { authenticate } = startWith(() =>
      Promise.reject(new Refusal('signed_out', 'invalid_token', 'This opens nothing.'))
    );
    await expect(authenticate((await newSecret(kind)).token)).rejects.toMatchObject({
      code: 'invalid_token',
    });
  });

  it('that is not whole is refused, the database is not asked, and nothing of it is said', async () => {
    const { authenticate, calls } = startWith();
    const { token } = await newSecret(kind);
    const cases = [
      token.slice(0, -1),
      `${token}A`,
      `${prefix}_`,
      token.replace('_', '-'),
      token.toUpperCase(),
    ];
    for (const sent of [...cases, ` ${token}`]) {
      const refusal = await authenticate(sent).catch((error) => error);
      expect(refusal).toMatchObject({ status: 401, code: 'invalid_token' });
      expect(JSON.stringify([refusal, refusal.message, refusal.detail])).not.toContain(token.slice(5, 30));
    }
    expect(calls).toEqual([]);
  });
});
