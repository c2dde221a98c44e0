import { describe, expect, it } from 'vitest';
import { readConfig } from '../../../shared/config.ts';

const SECRET = 'sb_secret_default_key';
/** What an elliptic key looks like; whether the point is on the curve is no matter of the environment. */
const EC_KEY = { kty: 'EC', crv: 'P-256', kid: 'k', x: 'A'.repeat(43), y: 'A'.repeat(43) };
const RSA_KEY = { kty: 'RSA', n: 'A'.repeat(342), e: 'AQAB' };
const SHARED_KEY = { kty: 'oct', k: 'A'.repeat(43) };
const keySet = (...keys: object[]) => JSON.stringify({ keys });

const complete = {
  SUPABASE_URL: 'https://project.supabase.co',
  SUPABASE_SECRET_KEYS: JSON.stringify({ default: SECRET }),
  SUPABASE_JWKS: JSON.stringify({ keys: [EC_KEY] }),
  UPSTASH_REDIS_REST_URL: 'https://redis.upstash.io',
  UPSTASH_REDIS_REST_TOKEN: 'redis-token-value',
  BOMSTREAM_ALLOWED_ORIGINS: 'https://app.example.com, http://localhost:5173',
  BOMSTREAM_JWT_ISSUER: 'https://auth.example.com',
  BOMSTREAM_RUNNER_KEY: 'runner-key-of-thirty-two-bytes-new, runner-key-of-thirty-two-bytes-old',
  BOMSTREAM_TICKET_KEYS: 'ticket-key-of-thirty-two-bytes-1, ticket-key-of-thirty-two-bytes-2',
  BOMSTREAM_ADMIN_TOKEN: 'admin-token-of-thirty-two-bytes!',
  BOMSTREAM_REDIS_PREFIX: 'staging:',
  BOMSTREAM_WALL_CLOCK_SECONDS: '400',
  BOMSTREAM_BATCH_PAUSE_MS: '200',
  BOMSTREAM_POLL_MS: '1000',
  BOMSTREAM_WEBHOOK_LOOPBACK: 'true',
};

/** The complete environment but for what `change` says; undefined removes a variable. */
function environment(change: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries({ ...complete, ...change }).filter((entry): entry is [string, string] =>
      entry[1] !== undefined
    ),
  );
}

function messageFor(change: Readonly<Record<string, string | undefined>>): string {
  try {
    readConfig(environment(change));
  } catch (error) {
    return String(error);
  }
  throw new Error('the environment was accepted');
}

describe('a complete environment', () => {
  it('is read whole', () => {
    expect(readConfig(complete)).toEqual({
      supabaseUrl: 'https://project.supabase.co',
      secretKey: SECRET,
      runnerKeys: ['runner-key-of-thirty-two-bytes-new', 'runner-key-of-thirty-two-bytes-old'],
      tokens: { issuer: 'https://auth.example.com', jwks: [EC_KEY] },
      ticketKeys: ['ticket-key-of-thirty-two-bytes-1', 'ticket-key-of-thirty-two-bytes-2'],
      adminToken: 'admin-token-of-thirty-two-bytes!',
      redis: { url: 'https://redis.upstash.io', token: 'redis-token-value', prefix: 'staging:' },
      allowedOrigins: ['https://app.example.com', 'http://localhost:5173'],
      wallClockMs: 400_000,
      hasWallClock: true,
      batchPauseMs: 200,
      pollMs: 1_000,
      webhookLoopback: true,
    });
  });

  it('may leave out what has a default', () => {
    const { SUPABASE_URL, SUPABASE_SECRET_KEYS, UPSTASH_REDIS_REST_URL, UPSTASH_REDIS_REST_TOKEN } = complete;
    const least = { SUPABASE_URL, SUPABASE_SECRET_KEYS, UPSTASH_REDIS_REST_URL, UPSTASH_REDIS_REST_TOKEN };
    const { BOMSTREAM_RUNNER_KEY } = complete;
    expect(readConfig({ ...least, BOMSTREAM_RUNNER_KEY })).toMatchObject({
      tokens: { issuer: 'https://project.supabase.co/auth/v1', jwks: null },
      ticketKeys: null,
      adminToken: null,
      redis: { prefix: '' },
      allowedOrigins: [],
      wallClockMs: 150_000,
      hasWallClock: false,
      batchPauseMs: 0,
      pollMs: 400,
      webhookLoopback: false,
    });
  });

  it('may let a runner rest between batches for as long as ten seconds', () => {
    expect(readConfig(environment({ BOMSTREAM_BATCH_PAUSE_MS: '10000' })).batchPauseMs).toBe(10_000);
  });

  it('has origins as browsers send them, however they were written', () => {
    const change = { BOMSTREAM_ALLOWED_ORIGINS: 'https://app.example.com/ ,HTTPS://B.example:443,' };
    expect(readConfig(environment(change)).allowedOrigins).toEqual([
      'https://app.example.com',
      'https://b.example',
    ]);
  });

  it('may leave the port open for pages of this machine', () => {
    const change = { BOMSTREAM_ALLOWED_ORIGINS: 'http://localhost:*,http://127.0.0.1:*' };
    expect(readConfig(environment(change)).allowedOrigins).toEqual([
      'http://localhost:*',
      'http://127.0.0.1:*',
    ]);
    for (
      const BOMSTREAM_ALLOWED_ORIGINS of ['https://app.example.com:*', 'http://localhost.evil.com:*', '*']
    ) {
      expect(() => readConfig(environment({ BOMSTREAM_ALLOWED_ORIGINS }))).toThrow(
        'BOMSTREAM_ALLOWED_ORIGINS',
      );
    }
  });

  it('with an empty set of keys asks the issuer for them', () => {
    expect(readConfig(environment({ SUPABASE_JWKS: '{"keys":[]}' })).tokens.jwks).toBeNull();
  });

  it.each(['', ' ', ','])('may name no key for tickets: %j', (keys) => {
    expect(readConfig(environment({ BOMSTREAM_TICKET_KEYS: keys })).ticketKeys).toBeNull();
  });

  it('counts the bytes of a key, not its letters', () => {
    const keys = 'ü'.repeat(16);
    expect(readConfig(environment({ BOMSTREAM_TICKET_KEYS: keys })).ticketKeys).toEqual([keys]);
  });

  it.each<[string, string]>([
    ['of every kind that tokens are signed with', keySet(EC_KEY, RSA_KEY, SHARED_KEY)],
    ['that says what it is for', keySet({ ...EC_KEY, use: 'sig' })],
    ['beside one of a kind that is not known', keySet({ kty: 'OKP', crv: 'Ed25519', x: 'AA' }, EC_KEY)],
  ])('may have a key %s', (_what, keys) => {
    const { tokens } = readConfig(environment({ SUPABASE_JWKS: keys }));
    expect(tokens.jwks).toEqual(JSON.parse(keys).keys);
  });
});

describe('an environment that is not complete', () => {
  it('is refused with the names of all that is missing', () => {
    const message = messageFor({ SUPABASE_URL: undefined, UPSTASH_REDIS_REST_TOKEN: undefined });
    expect(message).toContain('SUPABASE_URL');
    expect(message).toContain('UPSTASH_REDIS_REST_TOKEN');
    expect(message).not.toContain('UPSTASH_REDIS_REST_URL');
  });

  it.each([undefined, '', ' , '])('without a key for the runner says how to get one: %j', (keys) => {
    const message = messageFor({ BOMSTREAM_RUNNER_KEY: keys });
    expect(message).toMatch(/BOMSTREAM_RUNNER_KEY: is not set\. .*openssl rand.*Vault as runner_key/);
  });

  it.each<[string, string]>([
    ['SUPABASE_URL', 'project.supabase.co'],
    ['SUPABASE_URL', 'file:///project'],
    ['SUPABASE_SECRET_KEYS', 'not-json-at-all'],
    ['SUPABASE_SECRET_KEYS', '{"other":"sb_secret_other_key"}'],
    ['SUPABASE_SECRET_KEYS', '{"default":""}'],
    ['SUPABASE_SECRET_KEYS', '["sb_secret_default_key"]'],
    ['SUPABASE_JWKS', '{"keys":"sb_secret"}'],
    ['SUPABASE_JWKS', '[]'],
    ['SUPABASE_JWKS', keySet({ ...EC_KEY, use: 'enc' })],
    ['SUPABASE_JWKS', keySet(EC_KEY, { ...RSA_KEY, use: 'enc' })],
    ['SUPABASE_JWKS', keySet({ ...EC_KEY, x: undefined })],
    ['SUPABASE_JWKS', keySet({ ...EC_KEY, y: 'A'.repeat(42) })],
    ['SUPABASE_JWKS', keySet({ ...EC_KEY, x: '!'.repeat(43) })],
    ['SUPABASE_JWKS', keySet({ ...RSA_KEY, n: 'A'.repeat(341) })],
    ['SUPABASE_JWKS', keySet({ ...RSA_KEY, e: undefined })],
    ['SUPABASE_JWKS', keySet({ ...SHARED_KEY, k: 'A'.repeat(42) })],
    ['SUPABASE_JWKS', keySet({ ...SHARED_KEY, k: undefined })],
    ['SUPABASE_JWKS', keySet({ kty: 'OKP', crv: 'Ed25519', x: 'AA' }, { kty: 'EC', crv: 'P-384' })],
    ['BOMSTREAM_POLL_MS', '99'],
    ['BOMSTREAM_BATCH_PAUSE_MS', '10001'],
    ['BOMSTREAM_WEBHOOK_LOOPBACK', '1'],
    ['SUPABASE_JWKS', ''],
    ['UPSTASH_REDIS_REST_URL', 'redis-host-name'],
    ['UPSTASH_REDIS_REST_TOKEN', ''],
    ['UPSTASH_REDIS_REST_URL', 'file:///redis'],
    ['BOMSTREAM_JWT_ISSUER', 'our-issuer'],
    ['BOMSTREAM_JWT_ISSUER', 'file:///etc/passwd'],
    ['BOMSTREAM_JWT_ISSUER', 'data:application/json,{}'],
    ['BOMSTREAM_RUNNER_KEY', 'k'],
    ['BOMSTREAM_RUNNER_KEY', 'runner-key-of-only-31-bytes-...'],
    ['BOMSTREAM_RUNNER_KEY', 'runner-key-of-thirty-two-bytes-1,short-second-key'],
    ['BOMSTREAM_RUNNER_KEY', 'a runner key of words with spaces in it'],
    ['BOMSTREAM_TICKET_KEYS', 'ticket-key-of-only-31-bytes-...'],
    ['BOMSTREAM_TICKET_KEYS', 'ticket-key-of-thirty-two-bytes-1,short-second-key'],
    ['BOMSTREAM_ADMIN_TOKEN', 'admin-token-of-only-31-bytes...'],
    ['BOMSTREAM_ADMIN_TOKEN', 'an admin token of words with spaces in it'],
    ['BOMSTREAM_ADMIN_TOKEN', 'ein-admin-token-mit-ü-darin-ist-auch-keins'],
    ['BOMSTREAM_ADMIN_TOKEN', ''],
    ['BOMSTREAM_WALL_CLOCK_SECONDS', 'for-ever'],
    ['BOMSTREAM_WALL_CLOCK_SECONDS', '0'],
    ['BOMSTREAM_WALL_CLOCK_SECONDS', ''],
    ['BOMSTREAM_BATCH_PAUSE_MS', '-1'],
    ['BOMSTREAM_BATCH_PAUSE_MS', '1.5'],
  ])('is refused with the name of what is wrong, never with its value: %s=%s', (name, value) => {
    const message = messageFor({ [name]: value });
    expect(message).toContain(name);
    if (value.length > 3) expect(message).not.toContain(value);
    for (const secret of [SECRET, 'sb_secret', 'redis-token-value']) {
      expect(message).not.toContain(secret);
    }
  });
});
