/** The secrets of one local install: made at the first start, then kept, so that sessions and data stay usable. */
import { exportJWK, generateKeyPair, type JWK } from 'jose';
import { writeSecret } from './secret-file.ts';

export interface LocalKeys {
  /** Of the demo user. The page's configuration gives it away, so it opens nothing else. */
  readonly demoPassword: string;
  /** Of `supabase_admin`, the database's superuser. The other roles have none, and so cannot log in. */
  readonly databasePassword: string;
  /** Of `authenticator`, as whom the data API logs in. */
  readonly apiPassword: string;
  readonly publishableKey: string;
  /** Secret keys by name, as a hosted project has them. */
  readonly secretKeys: { readonly default: string };
  /** Opens the runner function and nothing else. */
  readonly runnerKey: string;
  readonly redisToken: string;
  /** Signs tickets. */
  readonly ticketKey: string;
  /** Begins every Redis key, so that a reset install never meets keys of its earlier life in a real Redis. */
  readonly redisPrefix: string;
  /** ES256 private key that signs user tokens; its public half is the JWKS. */
  readonly signingKey: JWK;
}

/**
 * Reads the keys of an install, or makes them. Readable by the owner alone.
 * @throws Error with one sentence when an earlier version made them, whose database they would not open
 */
export async function loadKeys(directory: string): Promise<LocalKeys> {
  const file = `${directory}/keys.json`;
  const made = await makeKeys();
  const known = await readKnown(file);
  if (known) {
    if (Object.keys(made).every((name) => name in known)) return known;
    throw new Error(
      `${file} was made by an earlier version of bomstream. Start once with --reset: npm start -- --reset`,
    );
  }
  await Deno.mkdir(directory, { recursive: true });
  // Written aside and renamed: a start killed in between must not leave half a file behind.
  await writeSecret(`${file}.new`, JSON.stringify(made, null, 2));
  await Deno.rename(`${file}.new`, file);
  return made;
}

async function readKnown(file: string): Promise<LocalKeys | null> {
  try {
    return JSON.parse(await Deno.readTextFile(file));
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return null;
    throw error;
  }
}

async function makeKeys(): Promise<LocalKeys> {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true });
  return {
    demoPassword: random(18),
    databasePassword: random(24),
    apiPassword: random(24),
    publishableKey: `sb_publishable_${random(18)}`,
    secretKeys: { default: `sb_secret_${random(24)}` },
    runnerKey: random(32),
    redisToken: random(24),
    ticketKey: random(32),
    redisPrefix: `${random(6)}:`,
    signingKey: { ...await exportJWK(privateKey), kid: crypto.randomUUID(), alg: 'ES256', use: 'sig' },
  };
}

function random(bytes: number): string {
  return crypto.getRandomValues(new Uint8Array(bytes)).toBase64({ alphabet: 'base64url', omitPadding: true });
}
