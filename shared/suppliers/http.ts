/** Calls over HTTP as every supplier's adapter makes them: bounded in time and size, and never an exception of their own. */
import { errorName, type Log } from '../log.ts';
import type { SupplierFailure } from './port.ts';

/** Above this a supplier's Retry-After is not believed: no quota lasts longer than its day. */
const MAX_RETRY_AFTER_MS = 24 * 60 * 60 * 1000;

/** The largest answers seen are of a few hundred kilobytes; an isolate has 256 megabytes for all that it does. */
const MAX_ANSWER_BYTES = 8 * 1024 * 1024;

/** An answer, whatever its status. */
export interface HttpAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: string;
}

export type Call = (
  address: string,
  init: RequestInit,
  signal: AbortSignal,
) => Promise<HttpAnswer | SupplierFailure>;

/** @param timeoutMs of one call, its body included */
export function createCall(
  { supplier, timeoutMs, log }: { readonly supplier: string; readonly timeoutMs: number; readonly log: Log },
): Call {
  return async (address, init, signal) => {
    try {
      const response = await fetch(address, {
        ...init,
        // Keys are in addresses and headers: they must not follow anybody to another one.
        redirect: 'manual',
        signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]),
      });
      const body = await bodyOf(response);
      if (body === null) return { kind: 'transient', reason: 'too_large' };
      return { status: response.status, headers: response.headers, body };
    } catch (error) {
      signal.throwIfAborted();
      // Names only: the messages of a failed fetch quote the address, and with it the key.
      const isTimeout = error instanceof Error && error.name === 'TimeoutError';
      if (!isTimeout) log('supplier_unreachable', { supplier, error: errorName(error) });
      return { kind: 'transient', reason: isTimeout ? 'timeout' : 'unreachable' };
    }
  };
}

/** Null: it is larger than any answer. */
async function bodyOf({ body }: Response): Promise<string | null> {
  if (!body) return '';
  const decoder = new TextDecoder();
  let [text, bytes] = ['', 0];
  for (const reader = body.getReader();;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    bytes += value.byteLength;
    if (bytes > MAX_ANSWER_BYTES) {
      await reader.cancel();
      return null;
    }
    text += decoder.decode(value, { stream: true });
  }
}

/** The failure with the time that the answer asks for. */
export function because(
  { headers }: HttpAnswer,
  kind: SupplierFailure['kind'],
  reason: string,
): SupplierFailure {
  const wait = retryAfterMs(headers.get('retry-after'));
  return { kind, reason, ...(wait === null ? {} : { retryAfterMs: wait }) };
}

/** What the status says went wrong; null for 200. */
export function failureOf(answer: HttpAnswer): SupplierFailure | null {
  const { status } = answer;
  if (status === 200) return null;
  if (status === 429) return because(answer, 'over_quota', 'too_many_requests');
  if (status === 401 || status === 403) return because(answer, 'misconfigured', 'key_refused');
  if (status === 404 || status === 0 || (status >= 300 && status < 400)) {
    return because(answer, 'misconfigured', 'wrong_address');
  }
  return because(answer, 'transient', `status_${status}`);
}

/** Undefined: is no JSON. */
export function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** Seconds or a date, as HTTP has it; null for anything else. */
function retryAfterMs(header: string | null): number | null {
  if (header === null) return null;
  const ms = /^\d+$/.test(header) ? Number(header) * 1000 : Date.parse(header) - Date.now();
  return Number.isFinite(ms) ? Math.min(Math.max(0, Math.round(ms)), MAX_RETRY_AFTER_MS) : null;
}
