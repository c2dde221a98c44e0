/** How a stream is refused temporarily, so that the client reconnects, but not at once. */
import { encodeFrame } from './encode.ts';
import { STREAM_HEADERS } from './headers.ts';

/** Soon enough for a person who waits; spread, so that those who were refused together do not come back together. */
const RETRY_MIN_MS = 10_000;
const RETRY_MAX_MS = 30_000;

/** Milliseconds before somebody who was turned away comes back. */
export function retryDelay(random: () => number): number {
  return Math.floor(RETRY_MIN_MS + random() * (RETRY_MAX_MS - RETRY_MIN_MS));
}

/**
 * A program that reads statuses gets one, with Retry-After. Any status but 200 ends a plain EventSource for good, so
 * it gets a stream that says what is wrong and when to come back, and ends.
 */
export function refuseForNow(
  response: Response,
  { code, detail }: { readonly code: string; readonly detail: string },
  { readsStatuses, random }: { readonly readsStatuses: boolean; readonly random: () => number },
): Response {
  const retry = retryDelay(random);
  const seconds = Math.ceil(retry / 1000);
  if (readsStatuses) {
    if (!response.headers.has('retry-after')) response.headers.set('retry-after', String(seconds));
    return response;
  }
  const data = JSON.stringify({ code, detail, retry_after_seconds: seconds });
  // A copy, because bytes that might be shared with another thread are no body for a response.
  return new Response(encodeFrame({ event: 'stream_error', retry, data }).slice(), {
    headers: STREAM_HEADERS,
  });
}
