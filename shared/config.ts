/** What a function takes from its environment, checked once at boot so that a wrong deployment says so at once. */
import { z } from 'zod';
import type { JWK } from 'jose';

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
const TOO_SHORT = `must have at least ${MIN_SECRET_BYTES} bytes`;

/** A runner lives for minutes and is taken for dead half a minute after its last word. */
const MAX_BATCH_PAUSE_MS = 10_000;

const Environment = z.object({
  /** Provided by Supabase. */
  SUPABASE_URL: z.url(),
  SUPABASE_SECRET_KEYS: json(
    z.looseObject({ default: z.string().min(1), runner: z.string().min(1).optional() }),
  ),
  SUPABASE_JWKS: json(z.object({ keys: z.array(z.looseObject({ kty: z.string() })) })).optional(),
  /** Set by the operator; docs/operations.md lists them. */
  UPSTASH_REDIS_REST_URL: z.url(),
  UPSTASH_REDIS_REST_TOKEN: z.string().min(1),
  BOMSTREAM_ALLOWED_ORIGINS: z.string().default('').transform((text) =>
    text.split(',').map((origin) => origin.trim()).filter(Boolean)
  ).pipe(z.array(z.url({ protocol: /^https?$/ }).transform((origin) => new URL(origin).origin))),
  BOMSTREAM_JWT_ISSUER: z.url().optional(),
  BOMSTREAM_TICKET_KEYS: z.string().default('').transform((text) =>
    text.split(',').map((key) => key.trim()).filter(Boolean)
  ).pipe(z.array(z.string().refine(isLong, TOO_SHORT))),
  /** It comes in a header, where a space or a letter of another alphabet would never arrive as it is here. */
  BOMSTREAM_ADMIN_TOKEN: z.string().regex(
    /^[\x21-\x7e]*$/,
    'must be plain letters, digits and signs, no spaces',
  )
    .refine(isLong, TOO_SHORT).optional(),
  BOMSTREAM_REDIS_PREFIX: z.string().default(''),
  /** Seconds after which the platform ends an isolate: 150 on the free plan, 400 on paid ones. */
  BOMSTREAM_WALL_CLOCK_SECONDS: z.coerce.number().positive().default(150),
  /**
   * Milliseconds between two reads of progress while a run is at work. Each is a billed Redis command of every
   * isolate that has streams; a person hardly notices less than the default.
   */
  BOMSTREAM_POLL_MS: z.coerce.number().int().min(100).max(10_000).default(400),
  /** Milliseconds a runner rests between two batches, to spare a supplier or to let people watch. */
  BOMSTREAM_BATCH_PAUSE_MS: z.coerce.number().int().min(0).max(MAX_BATCH_PAUSE_MS).default(0),
  /** Suppliers are on with their keys, and off without. */
  MOUSER_API_KEY: z.string().trim().min(1).optional(),
  MOUSER_API_URL: z.url({ protocol: /^https?$/ }).optional(),
});

export interface Config {
  readonly supabaseUrl: string;
  readonly secretKey: string;
  /** Opens the runner function. Null where none is configured: that function then refuses everybody. */
  readonly runnerKey: string | null;
  readonly tokens: { readonly issuer: string; readonly jwks: readonly JWK[] | null };
  /** Sign and verify tickets, the first one first. Null where none is configured: there are no tickets then. */
  readonly ticketKeys: readonly string[] | null;
  /** Lets its holder stream any BOM. Null, the default: there is no such token. */
  readonly adminToken: string | null;
  readonly redis: { readonly url: string; readonly token: string; readonly prefix: string };
  readonly allowedOrigins: readonly string[];
  readonly wallClockMs: number;
  readonly batchPauseMs: number;
  readonly pollMs: number;
  /** Null where Mouser is off; its address is null for Mouser's own. */
  readonly mouser: { readonly apiKey: string; readonly apiUrl: string | null } | null;
}

/** @throws Error that names every variable that is missing or wrong */
export function readConfig(environment: Readonly<Record<string, string>>): Config {
  const result = Environment.safeParse(environment);
  if (!result.success) {
    const wrong = result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
    throw new Error(`The environment is not complete. ${wrong.join('; ')}`);
  }
  const env = result.data;
  return {
    supabaseUrl: env.SUPABASE_URL,
    secretKey: env.SUPABASE_SECRET_KEYS.default,
    runnerKey: env.SUPABASE_SECRET_KEYS.runner ?? null,
    tokens: {
      issuer: env.BOMSTREAM_JWT_ISSUER ?? `${env.SUPABASE_URL}/auth/v1`,
      // an empty set would refuse everybody; the issuer's own address may know better
      jwks: env.SUPABASE_JWKS?.keys.length ? env.SUPABASE_JWKS.keys : null,
    },
    ticketKeys: env.BOMSTREAM_TICKET_KEYS.length > 0 ? env.BOMSTREAM_TICKET_KEYS : null,
    adminToken: env.BOMSTREAM_ADMIN_TOKEN ?? null,
    redis: {
      url: env.UPSTASH_REDIS_REST_URL,
      token: env.UPSTASH_REDIS_REST_TOKEN,
      prefix: env.BOMSTREAM_REDIS_PREFIX,
    },
    allowedOrigins: env.BOMSTREAM_ALLOWED_ORIGINS,
    wallClockMs: env.BOMSTREAM_WALL_CLOCK_SECONDS * 1000,
    batchPauseMs: env.BOMSTREAM_BATCH_PAUSE_MS,
    pollMs: env.BOMSTREAM_POLL_MS,
    mouser: env.MOUSER_API_KEY === undefined
      ? null
      : { apiKey: env.MOUSER_API_KEY, apiUrl: env.MOUSER_API_URL ?? null },
  };
}

function isLong(secret: string): boolean {
  return new TextEncoder().encode(secret).byteLength >= MIN_SECRET_BYTES;
}
