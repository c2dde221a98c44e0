import { QueryClient } from '@tanstack/react-query';
import { RefusedCall } from '../../../client/client.ts';
import { jittered } from '../../../client/time.ts';

/** Long enough for a server that is being restarted, short enough for somebody who waits. */
export const RETRY_MS = 5_000;

/** Before the first retry; before the next twice as long. */
const FIRST_RETRY_MS = 1_000;

/** Retries of an answer that may come yet; a refusal stays one. */
const RETRIES = 2;

/** Lost networks and servers that start again are made up for; what was answered is kept and shown meanwhile. */
export function createQueryClient(): QueryClient {
  // One for all of its queries and renders: a query begins its wait anew with each render that gives it another.
  const again = jittered(RETRY_MS);
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        retry: (failures, error) => !isFinal(error) && failures < RETRIES,
        retryDelay: (failures, error) => Math.max(FIRST_RETRY_MS * 2 ** failures, askedFor(error)),
        // A server that is away for longer tells nobody that it is back.
        refetchInterval: ({ state }) =>
          state.error && !isFinal(state.error) ? Math.max(again, askedFor(state.error)) : false,
      },
    },
  });
}

/** The server has understood and will say the same again. */
export const isFinal = (error: unknown): boolean =>
  error instanceof RefusedCall && error.status >= 400 && error.status < 500 && error.status !== 429;

/** How long the server has asked to wait, as one that is busy does. */
const askedFor = (error: unknown): number => error instanceof RefusedCall ? error.retryAfterMs ?? 0 : 0;
