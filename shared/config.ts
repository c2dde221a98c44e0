/**
 * What a function takes from its environment, checked once at boot so that a wrong deployment says so at once. The
 * variables of suppliers stand in their folders.
 */
import { z } from 'zod';
import { base64url, type JWK } from 'jose';
import { type Environment, httpUrl, readEnvironment } from './environment.ts';
import { algorithmOf } from './http/auth.ts';

const json = <T>(schema: z.ZodType<T>) =>
  z.string().transform((text, context) => {
    try {
      return JSON.parse(text);
    } catch {
      context.addIssue({ code: 'custom', message: 'is not JSON' });
      return z.NEVER;
    }
  }).pipe(schema);

/** What a key must have at least, so that it cannot be found by trying: the size of what HMAC-SHA-256 signs with. */
const MIN_SECRET_BYTES = 32;
/** What RS256 asks for; a shorter one would fail with each token. */
const MIN_RSA_BYTES = 256;
const TOO_SHORT = `must have at least ${MIN_SECRET_BYTES} bytes`;

/** The free plan's: an isolate that takes its time for shorter than it is loses nothing. */
const DEFAULT_WALL_CLOCK_SECONDS = 150;

/** A runner lives for minutes and is taken for dead half a minute after its last word. */
const MAX_BATCH_PAUSE_MS = 10_000;

/** A secret that comes in a header, where a space or a letter of another alphabet would never arrive as it is here. */
const headerSecret = z.string().regex(/^[\x21-\x7e]*$/, 'must be plain letters, digits and signs, no spaces')
  .refine(isLong, TOO_SHORT);

/** The bytes of a part of a key, null where it is missing or no base64url. */
function bytesOf(part: unknown): number | null {
  try {
    return base64url.decode(z.string().parse(part)).length;
  } catch {
    return null;
  }
}

/**
 * A key that tokens are verified with. A wrong one is refused here, where its operator sees it: later, it would only
 * make every token look wrong. A kind that is not known here is kept and never used.
 */
const verificationKey = z.looseObject({
  kty: z.string(),
  crv: z.string().optional(),
  use: z.string().optional(),
})
  .refine(({ use }) => (use ?? 'sig') === 'sig', 'is no key for signatures: its "use" must be "sig"')
  .refine(
    ({ kty, crv, x, y }) => kty !== 'EC' || crv !== 'P-256' || (bytesOf(x) === 32 && bytesOf(y) === 32),
    'must have "x" and "y" of 32 bytes each, in base64url',
  )
  .refine(
    ({ kty, n, e }) => kty !== 'RSA' || ((bytesOf(n) ?? 0) >= MIN_RSA_BYTES && bytesOf(e)),
    `must have "n" of at least ${MIN_RSA_BYTES * 8} bits and "e", in base64url`,
  )
  .refine(({ kty, k }) => kty !== 'oct' || (bytesOf(k) ?? 0) >= MIN_SECRET_BYTES, TOO_SHORT);

/** Values separated by commas; none when the variable is not set. */
const list = <T>(value: z.ZodType<T, string>) =>
  z.string().default('').transform((text) => text.split(',').map((part) => part.trim()).filter(Boolean))
    .pipe(z.array(value));

const Variables = z.object({
  /** Provided by Supabase. */
  SUPABASE_URL: httpUrl,
  SUPABASE_SECRET_KEYS: json(z.looseObject({ default: z.string().min(1) })),
  SUPABASE_JWKS: json(z.object({
    keys: z.array(verificationKey).refine(
      (keys) => keys.length === 0 || keys.some((key) => algorithmOf(key as JWK) !== null),
      'has no key that tokens can be verified with: ES256, RS256 or HS256',
    ),
  })).optional(),
  /** Set by the operator; docs/operations.md lists them. */
  UPSTASH_REDIS_REST_URL: httpUrl,
  UPSTASH_REDIS_REST_TOKEN: z.string().min(1),
  BOMSTREAM_ALLOWED_ORIGINS: list(z.union([
    // A page under development takes any free port. On another host that would let strangers in.
    z.string().regex(/^https?:\/\/(localhost|127\.0\.0\.1):\*$/),
    httpUrl.transform((origin) => new URL(origin).origin),
  ])),
  BOMSTREAM_JWT_ISSUER: httpUrl.optional(),
  BOMSTREAM_RUNNER_KEY: list(headerSecret).refine(
    (keys) => keys.length > 0,
    'is not set. Make one with openssl rand -base64 32, and put the same into Vault as runner_key',
  ),
  BOMSTREAM_TICKET_KEYS: list(z.string().refine(isLong, TOO_SHORT)),
  BOMSTREAM_ADMIN_TOKEN: headerSecret.optional(),
  BOMSTREAM_REDIS_PREFIX: z.string().default(''),
  /** Seconds after which the platform ends an isolate: 150 on the free plan, 400 on paid ones. */
  BOMSTREAM_WALL_CLOCK_SECONDS: z.coerce.number().positive().optional(),
  /**
   * Milliseconds between two reads of progress while a run is at work. Each is a billed Redis command of every
   * isolate that has streams; a person hardly notices less than the default.
   */
  BOMSTREAM_POLL_MS: z.coerce.number().int().min(100).max(10_000).default(400),
  /** Milliseconds a runner rests between two batches, to spare a supplier or to let people watch. */
  BOMSTREAM_BATCH_PAUSE_MS: z.coerce.number().int().min(0).max(MAX_BATCH_PAUSE_MS).default(0),
  /** `true`: webhooks may lead to the machine itself, and by http. For tests of a local stack. */
  BOMSTREAM_WEBHOOK_LOOPBACK: z.enum(['true', 'false']).default('false'),
});

export interface Config {
  readonly supabaseUrl: string;
  readonly secretKey: string;
  /** Each opens the runner function, so that a new one can be put in front of the old; the first is sent. */
  readonly runnerKeys: readonly [string, ...string[]];
  readonly tokens: { readonly issuer: string; readonly jwks: readonly JWK[] | null };
  /** Sign and verify tickets, the first one first. Null where none is configured: there are no tickets then. */
  readonly ticketKeys: readonly string[] | null;
  /** Lets its holder stream any BOM. Null, the default: there is no such token. */
  readonly adminToken: string | null;
  readonly redis: { readonly url: string; readonly token: string; readonly prefix: string };
  readonly allowedOrigins: readonly string[];
  readonly wallClockMs: number;
  /** Whether that was set, and not taken for lack of anything better. */
  readonly hasWallClock: boolean;
  readonly batchPauseMs: number;
  readonly pollMs: number;
  readonly webhookLoopback: boolean;
}

/** @throws Error that names every variable that is missing or wrong */
export function readConfig(environment: Environment): Config {
  const env = readEnvironment(Variables, environment);
  return {
    supabaseUrl: env.SUPABASE_URL,
    secretKey: env.SUPABASE_SECRET_KEYS.default,
    runnerKeys: env.BOMSTREAM_RUNNER_KEY as [string, ...string[]],
    tokens: {
      issuer: env.BOMSTREAM_JWT_ISSUER ?? `${env.SUPABASE_URL}/auth/v1`,
      // an empty set would refuse everybody; the issuer's own address may know better
      jwks: env.SUPABASE_JWKS?.keys.length ? env.SUPABASE_JWKS.keys as JWK[] : null,
    },
    ticketKeys: env.BOMSTREAM_TICKET_KEYS.length > 0 ? env.BOMSTREAM_TICKET_KEYS : null,
    adminToken: env.BOMSTREAM_ADMIN_TOKEN ?? null,
    redis: {
      url: env.UPSTASH_REDIS_REST_URL,
      token: env.UPSTASH_REDIS_REST_TOKEN,
      prefix: env.BOMSTREAM_REDIS_PREFIX,
    },
    allowedOrigins: env.BOMSTREAM_ALLOWED_ORIGINS,
    wallClockMs: (env.BOMSTREAM_WALL_CLOCK_SECONDS ?? DEFAULT_WALL_CLOCK_SECONDS) * 1000,
    hasWallClock: env.BOMSTREAM_WALL_CLOCK_SECONDS !== undefined,
    batchPauseMs: env.BOMSTREAM_BATCH_PAUSE_MS,
    pollMs: env.BOMSTREAM_POLL_MS,
    webhookLoopback: env.BOMSTREAM_WEBHOOK_LOOPBACK === 'true',
  };
}

function isLong(secret: string): boolean {
  return new TextEncoder().encode(secret).byteLength >= MIN_SECRET_BYTES;
}
