/** Requests and their answers, for handlers that are called without a server. */
import type { User } from '../../../shared/http/auth.ts';
import { type Cors, createCors } from '../../../shared/http/cors.ts';
import { Problem } from '../../../shared/http/problem.ts';
import { T0 } from './clock.ts';
import { OTHER_USER, USER } from './events.ts';

export const PAGE = 'https://app.example.com';
export const cors: Cors = createCors([PAGE]);

/** The tokens that `authenticate` accepts. */
export const TOKEN = 'token-of-the-user';
export const OTHER_TOKEN = 'token-of-the-other-user';

const USERS: Readonly<Record<string, string>> = { [TOKEN]: USER, [OTHER_TOKEN]: OTHER_USER };
/** An hour is longer than any test lets pass. */
const SIGNED_IN = { expiresAt: T0 + 3_600_000 };

/** Stands in for the real one, which has tests of its own. */
export function authenticate(token: string | null): Promise<User> {
  const id = token === null ? undefined : USERS[token];
  return id === undefined
    ? Promise.reject(new Problem(401, 'invalid_token', 'No.'))
    : Promise.resolve({ kind: 'person', id, ...SIGNED_IN });
}

/** Where no token claims to be a key or a link. */
export const noSecrets = () => Promise.reject(new Error('no token of this test is a key'));

export interface RequestSketch {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** Null sends none. */
  readonly token?: string | null;
}

export function request(
  path: string,
  { method = 'GET', headers = {}, body, token = TOKEN }: RequestSketch = {},
): Request {
  return new Request(`https://project.example.com${path}`, {
    method,
    headers: { ...(token === null ? {} : { authorization: `Bearer ${token}` }), ...headers },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
}

/** Status and code of a refusal, which is what programs go by. */
export async function refusal(response: Response): Promise<{ status: number; code: string }> {
  const { code } = await response.json();
  return { status: response.status, code };
}
