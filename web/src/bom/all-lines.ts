import type { Api } from '../lib/api.ts';
import type { Line } from '../lines/line.ts';

/** All lines of a BOM, page by page, for what is shown of them without following a run. */
export const allLinesOf = (api: Api, bomId: string) => ({
  queryKey: ['lines', bomId],
  queryFn: async () => {
    const all: Line[] = [];
    for (let after: number | null = 0; after !== null;) {
      const page: Awaited<ReturnType<Api['readLines']>> = await api.readLines(bomId, null, after);
      all.push(...page.lines);
      after = page.next;
    }
    return all;
  },
});
