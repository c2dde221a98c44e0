/** What the page of a BOM asks for as it opens, under the names by which it is kept. */
import type { QueryClient } from '@tanstack/react-query';
import type { Answer } from '../../../client/client.ts';
import type { Api } from '../lib/api.ts';

export const bomOf = (api: Api, bomId: string) => ({
  queryKey: ['bom', bomId],
  queryFn: () => api.readBom(bomId),
});

/** Longer than it takes to show a page that is being opened. What is older would only be read once more. */
export const AHEAD_MS = 5_000;

/** The answer for as many boards as the BOM is meant for, asked for before anybody knows how many those are. */
export const ownSummaryOf = (api: Api, bomId: string) => ({
  queryKey: ['own summary', bomId],
  queryFn: () => api.call('GET /boms/:bom_id/summary', { params: { bom_id: bomId } }),
  retry: false,
  staleTime: AHEAD_MS,
});

/** The answer for so many boards, kept until something changes it. */
export const summaryOf = (api: Api, bomId: string, boards: number) => ({
  queryKey: ['judged', bomId, 'summary', boards],
  queryFn: async ({ client }: { client: QueryClient }) => {
    const ahead = ownSummaryOf(api, bomId);
    if (client.getQueryState(ahead.queryKey)) {
      // what failed ahead is asked for again
      const own = await client.fetchQuery(ahead).catch(() => null);
      client.removeQueries(ahead);
      if (own?.boards === boards) return own;
    }
    return await api.call('GET /boms/:bom_id/summary', {
      params: { bom_id: bomId },
      query: { boards: `${boards}` },
    });
  },
});

const firstLinesOf = (api: Api, bomId: string) => ({
  queryKey: ['first lines', bomId],
  queryFn: () => api.readLines(bomId, null, null),
  // whoever reads lines tries again by themselves
  retry: false,
  staleTime: AHEAD_MS,
});

/** Asks for what the page of a BOM will ask for once it is there. What fails is asked for again. */
export function askAhead(queries: QueryClient, api: Api, bomId: string, boards: number | null): void {
  void queries.prefetchQuery(boards === null ? ownSummaryOf(api, bomId) : summaryOf(api, bomId, boards));
  void queries.prefetchQuery(bomOf(api, bomId));
  void queries.prefetchQuery(firstLinesOf(api, bomId));
}

/** Resolves once what is being asked now under this name was answered, or could not be. */
export async function untilFetched(
  queries: QueryClient,
  { queryKey }: { readonly queryKey: readonly unknown[] },
): Promise<void> {
  const query = queries.getQueryCache().find({ queryKey });
  if (query?.state.fetchStatus === 'fetching') {
    await query.promise?.catch(() => {});
  }
}

/** The first page of all lines: the one that was asked for ahead, once, and else another. */
export async function takeFirstLines(
  queries: QueryClient,
  api: Api,
  bomId: string,
): Promise<Answer<'GET /boms/:bom_id/lines'>> {
  const first = firstLinesOf(api, bomId);
  try {
    return await queries.fetchQuery(first);
  } finally {
    queries.removeQueries(first);
  }
}
