import { describe, expect, it } from 'vitest';
import { readConfig } from '../../../shared/config.ts';

const SECRET = 'sb_secret_default_key';
const complete = {
  SUPABASE_URL: 'https://project.supabase.co',
  SUPABASE_SECRET_KEYS: JSON.stringify({ default: SECRET, runner: 'sb_secret_runner_key' }),
  SUPABASE_JWKS: JSON.stringify({ keys: [{ kty: 'EC', crv: 'P-256', kid: 'k' }] }),
  UPSTASH_REDIS_REST_URL: 'https://redis.upstash.io',
  UPSTASH_REDIS_REST_TOKEN: 'redis-token-value',
  BOMSTREAM_ALLOWED_ORIGINS: 'https://app.example.com, http://localhost:5173',
  BOMSTREAM_JWT_ISSUER: 'https://auth.example.com',
  BOMSTREAM_TICKET_KEYS: 'ticket-key-of-thirty-two-bytes-1, ticket-key-of-thirty-two-bytes-2',
  BOMSTREAM_ADMIN_TOKEN: 'admin-token-of-thirty-two-bytes!',
  BOMSTREAM_REDIS_PREFIX: 'staging:',
  BOMSTREAM_WALL_CLOCK_SECONDS: '400',
  BOMSTREAM_BATCH_PAUSE_MS: '200',
  BOMSTREAM_POLL_MS: '1000',
  MOUSER_API_KEY: 'mouser-key-value',
  MOUSER_API_URL: 'https://mouser.example.com/api/v1',
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
      runnerKey: 'sb_secret_runner_key',
      tokens: { issuer: 'https://auth.example.com', jwks: [{ kty: 'EC', crv: 'P-256', kid: 'k' }] },
      ticketKeys: ['ticket-key-of-thirty-two-bytes-1', 'ticket-key-of-thirty-two-bytes-2'],
      adminToken: 'admin-token-of-thirty-two-bytes!',
      redis: { url: 'https://redis.upstash.io', token: 'redis-token-value', prefix: 'staging:' },
      allowedOrigins: ['https://app.example.com', 'http://localhost:5173'],
      wallClockMs: 400_000,
      batchPauseMs: 200,
      pollMs: 1_000,
      mouser: { apiKey: 'mouser-key-value', apiUrl: 'https://mouser.example.com/api/v1' },
    });
  });

  it('may leave out what has a default', () => {
    const { SUPABASE_URL, SUPABASE_SECRET_KEYS, UPSTASH_REDIS_REST_URL, UPSTASH_REDIS_REST_TOKEN } = complete;
    const least = { SUPABASE_URL, SUPABASE_SECRET_KEYS, UPSTASH_REDIS_REST_URL, UPSTASH_REDIS_REST_TOKEN };
    expect(readConfig(least)).toMatchObject({
      tokens: { issuer: 'https://project.supabase.co/auth/v1', jwks: null },
      ticketKeys: null,
      adminToken: null,
      redis: { prefix: '' },
      allowedOrigins: [],
      wallClockMs: 150_000,
      batchPauseMs: 0,
      pollMs: 400,
      mouser: null,
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

  it('may have no key for the runner, which then opens to nobody', () => {
    const config = readConfig(environment({ SUPABASE_SECRET_KEYS: JSON.stringify({ default: SECRET }) }));
    expect(config.runnerKey).toBeNull();
  });
});

describe('an environment that is not complete', () => {
  it('is refused with the names of all that is missing', () => {
    const message = messageFor({ SUPABASE_URL: undefined, UPSTASH_REDIS_REST_TOKEN: undefined });
    expect(message).toContain('SUPABASE_URL');
    expect(message).toContain('UPSTASH_REDIS_REST_TOKEN');
    expect(message).not.toContain('UPSTASH_REDIS_REST_URL');
  });

  it.each<[string, string]>([
    ['SUPABASE_URL', 'project.supabase.co'],
    ['SUPABASE_SECRET_KEYS', 'not-json-at-all'],
    ['SUPABASE_SECRET_KEYS', '{"runner":"sb_secret_runner_key"}'],
    ['SUPABASE_SECRET_KEYS', '{"default":""}'],
    ['SUPABASE_SECRET_KEYS', '["sb_secret_default_key"]'],
    ['SUPABASE_JWKS', '{"keys":"sb_secret"}'],
    ['SUPABASE_JWKS', '[]'],
    ['BOMSTREAM_POLL_MS', '99'],
    ['BOMSTREAM_BATCH_PAUSE_MS', '10001'],
    ['SUPABASE_JWKS', ''],
    ['UPSTASH_REDIS_REST_URL', 'redis-host-name'],
    ['UPSTASH_REDIS_REST_TOKEN', ''],
    ['BOMSTREAM_JWT_ISSUER', 'our-issuer'],
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
    ['MOUSER_API_KEY', '  '],
    ['MOUSER_API_URL', 'mouser-host-name'],
    ['BOMSTREAM_BATCH_PAUSE_MS', '1.5'],
  ])('is refused with the name of what is wrong, never with its value: %s=%s', (name, value) => {
    const message = messageFor({ [name]: value });
    expect(message).toContain(name);
    if (value.length > 3) expect(message).not.toContain(value);
    for (const secret of [SECRET, 'sb_secret', 'redis-token-value', 'mouser-key-value']) {
      expect(message).not.toContain(secret);
    }
  });
});
