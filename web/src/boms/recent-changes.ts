import { useQuery } from '@tanstack/react-query';
import { useApi } from '../lib/session.ts';

/** Since a morning's last look. */
const DAY_MS = 24 * 60 * 60 * 1_000;
/** Of a night in which a whole stock vanished, these are enough to look at. */
const MAX_PAGES = 5;

/** How many things runs of the last day found worse than the runs before, by BOM. */
export function useRecentChanges(organization_id: string): ReadonlyMap<string, number> {
  const api = useApi();
  const { data } = useQuery({
    queryKey: ['run-changes', organization_id, 'recent'],
    queryFn: async () => {
      const since = new Date(Date.now() - DAY_MS).toISOString();
      const counts = new Map<string, number>();
      let after: string | null = null;
      for (let page = 0; page < MAX_PAGES; page++) {
        const answer: Awaited<ReturnType<typeof ask>> = await ask(since, after);
        for (const { bom_id } of answer.changes) counts.set(bom_id, (counts.get(bom_id) ?? 0) + 1);
        after = answer.next;
        if (after === null) break;
      }
      return counts;
    },
  });
  return data ?? NONE;

  function ask(since: string, after: string | null) {
    return api.call('GET /organizations/:organization_id/changes', {
      params: { organization_id },
      query: { since, ...(after === null ? {} : { after }) },
    });
  }
}

const NONE: ReadonlyMap<string, number> = new Map();
