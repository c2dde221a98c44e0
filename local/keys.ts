/** The secrets of one local install: made at the first start, then kept, so that sessions and data stay usable. */
import { exportJWK, generateKeyPair, type JWK } from 'jose';

export interface LocalKeys {
  /** Password of every database login and of the demo user. */
  readonly password: string;
  readonly publishableKey: string;
  /** Secret keys by name, as a hosted project has them. `runner` opens the runner function and nothing else. */
  readonly secretKeys: { readonly default: string; readonly runner: string };
  readonly redisToken: string;
  /** Signs tickets. */
  readonly ticketKey: string;
  /** Begins every Redis key, so that a reset install never meets keys of its earlier life in a real Redis. */
  readonly redisPrefix: string;
  /** ES256 private key that signs user tokens; its public half is the JWKS. */
  readonly signingKey: JWK;
}

/** Reads the keys of an install, or makes them. Readable by the owner alone. */
export async function loadKeys(directory: string): Promise<LocalKeys> {
  const file = `${directory}/keys.json`;
  const known = await readKnown(file);
  // An install that was made before there were tickets keeps all it has.
  if (known?.ticketKey) return known;
  const keys = { ...await makeKeys(), ...known };
  await Deno.mkdir(directory, { recursive: true });
  // Written aside and renamed: a start killed in between must not leave half a file behind.
  await Deno.writeTextFile(`${file}.new`, JSON.stringify(keys, null, 2), { mode: 0o600 });
  await Deno.rename(`${file}.new`, file);
  return keys;
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
    password: random(18),
    publishableKey: `sb_publishable_${random(18)}`,
    secretKeys: { default: `sb_secret_${random(24)}`, runner: `sb_secret_${random(24)}` },
    redisToken: random(24),
    ticketKey: random(32),
    redisPrefix: `${random(6)}:`,
    signingKey: { ...await exportJWK(privateKey), kid: crypto.randomUUID(), alg: 'ES256', use: 'sig' },
  };
}

function random(bytes: number): string {
  return crypto.getRandomValues(new Uint8Array(bytes)).toBase64({ alphabet: 'base64url', omitPadding: true });
}
