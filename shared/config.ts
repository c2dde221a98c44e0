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
  BOMSTREAM_REDIS_PREFIX: z.string().default(''),
  /** Seconds after which the platform ends an isolate: 150 on the free plan, 400 on paid ones. */
  BOMSTREAM_WALL_CLOCK_SECONDS: z.coerce.number().positive().default(150),
  /** Milliseconds a runner rests between two batches, to spare a supplier or to let people watch. */
  BOMSTREAM_BATCH_PAUSE_MS: z.coerce.number().int().nonnegative().default(0),
});

export interface Config {
  readonly supabaseUrl: string;
  readonly secretKey: string;
  /** Opens the runner function. Null where none is configured: that function then refuses everybody. */
  readonly runnerKey: string | null;
  readonly tokens: { readonly issuer: string; readonly jwks: readonly JWK[] | null };
  readonly redis: { readonly url: string; readonly token: string; readonly prefix: string };
  readonly allowedOrigins: readonly string[];
  readonly wallClockMs: number;
  readonly batchPauseMs: number;
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
    redis: {
      url: env.UPSTASH_REDIS_REST_URL,
      token: env.UPSTASH_REDIS_REST_TOKEN,
      prefix: env.BOMSTREAM_REDIS_PREFIX,
    },
    allowedOrigins: env.BOMSTREAM_ALLOWED_ORIGINS,
    wallClockMs: env.BOMSTREAM_WALL_CLOCK_SECONDS * 1000,
    batchPauseMs: env.BOMSTREAM_BATCH_PAUSE_MS,
  };
}
