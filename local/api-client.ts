/** The functions as programs call them: HTTP with a user's token. */

export interface Api {
  get(path: string): Promise<Json>;
  post(path: string, body?: unknown): Promise<Json>;
  readonly token: string;
  readonly baseUrl: string;
}

// deno-lint-ignore no-explicit-any
export type Json = any;

/** @throws Error with the answer's own sentence when a call is refused */
export function createApi(apiUrl: string, token: string): Api {
  const baseUrl = `${apiUrl}/functions/v1`;
  async function call(method: string, path: string, body?: unknown): Promise<Json> {
    const response = await fetch(`${baseUrl}/${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const answer = await response.json();
    if (!response.ok) {
      throw new Error(`${answer.detail ?? answer.message} (${response.status} ${answer.code})`);
    }
    return answer;
  }
  return {
    get: (path) => call('GET', path),
    post: (path, body) => call('POST', path, body),
    token,
    baseUrl,
  };
}
