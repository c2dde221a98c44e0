/**
 * What the commands ask of Supabase Auth: three requests. Loading its library would take as long as all the rest of a
 * short command.
 */

/** What a user signs in at. */
export interface AuthServer {
  readonly apiUrl: string;
  readonly publishableKey: string;
}

export interface Session {
  readonly accessToken: string;
  readonly refreshToken: string;
  /** In milliseconds since 1970. */
  readonly expiresAt: number;
}

/** A session that ends within this time is renewed first: a request takes some of it. */
const RENEW_MS = 60_000;

export const isOver = ({ expiresAt }: Session): boolean => expiresAt - RENEW_MS < Date.now();

/**
 * Access tokens that hold now. Calls that are made together renew the session once.
 * @param renewed what comes after a session that is over
 */
export function tokensOf<Kind extends Session>(
  first: Kind,
  renewed: (session: Kind) => Promise<Kind>,
): () => Promise<string> {
  let current = first;
  let renewing: Promise<Kind> | undefined;
  return async () => {
    if (isOver(current)) {
      renewing ??= renewed(current).finally(() => renewing = undefined);
      current = await renewing;
    }
    return current.accessToken;
  };
}

/** @throws Error with Supabase Auth's own words */
export const signInWithPassword = (server: AuthServer, email: string, password: string): Promise<Session> =>
  requestSession(server, 'password', { email, password });

/** What Supabase Auth says no to. Whatever else fails may work the next time. */
export class AuthRefusal extends Error {}

/** @throws AuthRefusal when it has ended or was renewed already, Error when Supabase Auth cannot say */
export const renew = (server: AuthServer, refreshToken: string): Promise<Session> =>
  requestSession(server, 'refresh_token', { refresh_token: refreshToken });

/** Ends it for whoever has its tokens. */
export async function signOut(server: AuthServer, { accessToken }: Session): Promise<void> {
  const response = await ask(server, 'logout?scope=local', {}, accessToken);
  if (!response.ok) throw new Error(wordsOf(response.status, await response.json().catch(() => null)));
}

async function requestSession(server: AuthServer, grant: string, body: unknown): Promise<Session> {
  const response = await ask(server, `token?grant_type=${grant}`, body);
  const answer = await response.json().catch(() => null);
  if (!response.ok || typeof answer?.access_token !== 'string') {
    const { status } = response;
    throw new (status >= 400 && status < 500 && status !== 429 ? AuthRefusal : Error)(
      wordsOf(status, answer),
    );
  }
  return {
    accessToken: answer.access_token,
    refreshToken: answer.refresh_token,
    expiresAt: Date.now() + answer.expires_in * 1000,
  };
}

async function ask(
  { apiUrl, publishableKey }: AuthServer,
  path: string,
  body: unknown,
  token?: string,
): Promise<Response> {
  try {
    return await fetch(`${apiUrl}/auth/v1/${path}`, {
      method: 'POST',
      headers: {
        apikey: publishableKey,
        'content-type': 'application/json',
        ...(token ? { authorization: `Bearer ${token}` } : {}),
      },
      body: JSON.stringify(body),
    });
  } catch (cause) {
    throw new Error(`${apiUrl} cannot be reached`, { cause });
  }
}

function wordsOf(status: number, answer: unknown): string {
  const { msg, error_description, message } = Object(answer);
  const words = [msg, error_description, message].find((each) => typeof each === 'string');
  return words ?? `Supabase Auth answered ${status}`;
}
