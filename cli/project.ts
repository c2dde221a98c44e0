/** Which project a command talks to, and a user of it: the stack of this folder, or one that the environment names. */
import process from 'node:process';
import { type Api, createApi } from './api-client.ts';
import { renew, signInWithPassword, tokensOf } from './auth.ts';

export interface Project {
  readonly apiUrl: string;
  readonly publishableKey: string;
  readonly email: string;
  readonly password: string;
}

const VARIABLES = [
  'SUPABASE_URL',
  'SUPABASE_PUBLISHABLE_KEY',
  'BOMSTREAM_EMAIL',
  'BOMSTREAM_PASSWORD',
] as const;

/** What an address of a project looks like. */
export const SUCH_AS = 'https://<ref>.supabase.co';

/** As paths are added to it; null where it is no address. */
export function addressOf(text: string): string | null {
  const isAddress = URL.canParse(text) && /^https?:\/\//i.test(text);
  return isAddress ? text.replace(/\/+$/, '') : null;
}

/**
 * The project's address in the environment, null when there is none.
 * @throws Error naming the variable where it is no address
 */
export function urlInEnvironment(): string | null {
  const text = process.env.SUPABASE_URL;
  if (!text) return null;
  const address = addressOf(text);
  if (address === null) throw new Error(`SUPABASE_URL is "${text}", which is no address such as ${SUCH_AS}.`);
  return address;
}

/**
 * What goes into a header of each call.
 * @param name what it was taken from
 * @throws Error where it cannot
 */
export function forHeader(name: string, text: string): string {
  try {
    new Headers({ authorization: `Bearer ${text}` });
  } catch {
    throw new Error(`${name} has characters that no header takes, such as a line break in its middle.`);
  }
  return text;
}

/**
 * The project in the environment, null when there is none.
 * @throws Error naming the variables that are missing beside SUPABASE_URL, or that cannot be meant
 */
export function projectInEnvironment(): Project | null {
  const apiUrl = urlInEnvironment();
  if (apiUrl === null) return null;
  const missing = VARIABLES.filter((name) => !process.env[name]);
  if (missing.length > 0) {
    throw new Error(
      `SUPABASE_URL is set, but not ${
        missing.join(', ')
      }. Set them too, or none of them for the local stack.`,
    );
  }
  const [, key, email, password] = VARIABLES.map((name) => process.env[name]!);
  const publishableKey = forHeader('SUPABASE_PUBLISHABLE_KEY', key!);
  return { apiUrl, publishableKey, email: email!, password: password! };
}

/** @throws Error with Supabase Auth's own words when the user cannot sign in */
export async function signIn(project: Project): Promise<Api> {
  const { apiUrl, email, password } = project;
  const session = await signInWithPassword(project, email, password).catch((cause) => {
    throw new Error(`${email} cannot sign in: ${cause.message}`, { cause });
  });
  const tokens = tokensOf(session, ({ refreshToken }) =>
    renew(project, refreshToken).catch((cause) => {
      throw new Error(`${email} is signed out: ${cause.message}`, { cause });
    }));
  return createApi(apiUrl, tokens);
}

/** An organization the user may edit in; null when there is none. */
export async function findOrganization(api: Api): Promise<string | null> {
  const { organizations } = await api.call('GET /boms', { query: { limit: '1' } });
  return organizations.find(({ role }) => role !== 'viewer')?.organization_id ?? null;
}
