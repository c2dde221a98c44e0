/** Access tokens of services that give them for an id and a secret (OAuth 2.0, client credentials). */
import { z } from 'zod';
import { type Call, failureOf, parseJson } from './http.ts';
import type { SupplierFailure } from './port.ts';

/** A token that ends within this is not begun with: a call may take as long. */
const SPARE_MS = 60_000;

/** Lifetimes that are not said are taken for the shortest that is known. */
const SHORT_SECONDS = 600;

const Granted = z.object({
  access_token: z.string().min(1),
  expires_in: z.coerce.number().positive().catch(SHORT_SECONDS),
});

export interface TokenSource {
  /** The token, which all calls of this isolate share. */
  get(signal: AbortSignal): Promise<string | SupplierFailure>;
  /** Called for a token that was refused: the next call gets a new one. */
  drop(token: string): void;
}

/**
 * One token at a time and one request for it, however many calls wait: services count those, too. It is kept for the
 * isolate's life and shared with no other, because a secret has no business in Redis or in a table.
 */
export function createTokenSource({ call, address, form, now = Date.now }: {
  readonly call: Call;
  readonly address: string;
  readonly form: Readonly<Record<string, string>>;
  readonly now?: () => number;
}): TokenSource {
  let kept: { readonly token: string; readonly until: number } | null = null;
  let asking: Promise<string | SupplierFailure> | null = null;

  async function ask(): Promise<string | SupplierFailure> {
    // Several calls wait for it: none of them may take it away from the others.
    const answer = await call(address, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
      body: new URLSearchParams({ ...form, grant_type: 'client_credentials' }).toString(),
    }, new AbortController().signal);
    if ('kind' in answer) return answer;
    // 400 is how OAuth says `invalid_client`.
    if (answer.status === 400) return { kind: 'misconfigured', reason: 'key_refused' };
    const failure = failureOf(answer);
    if (failure) return failure;
    const granted = Granted.safeParse(parseJson(answer.body)).data;
    if (!granted) return { kind: 'transient', reason: 'malformed_token' };
    kept = { token: granted.access_token, until: now() + granted.expires_in * 1000 - SPARE_MS };
    return granted.access_token;
  }

  return {
    async get(signal) {
      signal.throwIfAborted();
      if (kept && now() < kept.until) return kept.token;
      asking ??= ask().finally(() => asking = null);
      return await unlessAborted(asking, signal);
    },
    drop(token) {
      if (kept?.token === token) kept = null;
    },
  };
}

function unlessAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason);
    signal.addEventListener('abort', abort, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}

/** A call with a token, and once more with a new one where the service refuses the old. */
export async function callWithToken(
  tokens: TokenSource,
  call: (token: string) => ReturnType<Call>,
  signal: AbortSignal,
): ReturnType<Call> {
  const first = await tokens.get(signal);
  if (typeof first !== 'string') return first;
  const answer = await call(first);
  if ('kind' in answer || answer.status !== 401) return answer;
  tokens.drop(first);
  const second = await tokens.get(signal);
  return typeof second === 'string' ? await call(second) : second;
}
