/** Which project a command talks to, and a user of it: the stack of this folder, or one that the environment names. */
import process from 'node:process';
import { createClient } from '@supabase/supabase-js';
import { NO_REALTIME } from '../shared/database/supabase.ts';
import { type Api, createApi } from './api-client.ts';

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

/**
 * The project in the environment, null when there is none.
 * @throws Error naming the variables that are missing beside SUPABASE_URL
 */
export function projectInEnvironment(): Project | null {
  if (!process.env.SUPABASE_URL) return null;
  const missing = VARIABLES.filter((name) => !process.env[name]);
  if (missing.length > 0) {
    throw new Error(
      `SUPABASE_URL is set, but not ${
        missing.join(', ')
      }. Set them too, or none of them for the local stack.`,
    );
  }
  const [apiUrl, publishableKey, email, password] = VARIABLES.map((name) => process.env[name]!);
  return { apiUrl: apiUrl!, publishableKey: publishableKey!, email: email!, password: password! };
}

/** @throws Error with Supabase Auth's own words when the user cannot sign in */
export async function signIn({ apiUrl, publishableKey, email, password }: Project): Promise<Api> {
  const client = createClient(apiUrl, publishableKey, {
    auth: { persistSession: false, autoRefreshToken: false },
    realtime: NO_REALTIME,
  });
  const { error } = await client.auth.signInWithPassword({ email, password });
  if (error) throw new Error(`${email} cannot sign in: ${error.message}`);
  return createApi(apiUrl, async () => {
    // renews it where it is about to end
    const { data: { session }, error } = await client.auth.getSession();
    if (!session) throw new Error(`${email} is signed out: ${error?.message ?? 'the session has ended'}`);
    return session.access_token;
  });
}

/** An organization the user may edit in; null when there is none. */
export async function findOrganization(api: Api): Promise<string | null> {
  const { organizations } = await api.call('GET /boms');
  return organizations.find(({ role }) => role !== 'viewer')?.organization_id ?? null;
}
