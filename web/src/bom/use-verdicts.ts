/** What the server says of the lines of a BOM, and of the parts that they take. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { VERDICTS } from '../../../shared/domain/judging.ts';
import type { Api } from '../lib/api.ts';
import { useApi } from '../lib/session.ts';
import { summaryOf, untilFetched } from './queries.ts';
import type { BomView, Summary } from './use-bom.ts';
import { readVerdicts } from './verdicts-reader.ts';

/** Of more lines nobody reads each price as it comes, and each reading takes the server's time from the run. */
const MOST_LINES_PRICED_IN_RUN = 500;
/** Prices follow the lines that were looked up this much later at most. */
const PRICES_EVERY_MS = 2_000;

/** Each line's word, and what so many boards take of its part. */
export function useVerdicts(bomId: string, boards: number, isAsked: boolean) {
  const api = useApi();
  const queries = useQueryClient();
  return useQuery({
    queryKey: ['judged', bomId, 'verdicts', boards],
    queryFn: async () => {
      const asked = summaryOf(api, bomId, boards);
      // Both are judged from one reading of all lines. The sentence goes first, and another isolate need not read them as well.
      await untilFetched(queries, asked);
      const counts = queries.getQueryData<Summary>(asked.queryKey)?.verdicts;
      return await readVerdicts(
        pagesOf(api, bomId, boards),
        VERDICTS.reduce((lines, verdict) => lines + (counts?.[verdict] ?? 0), 0),
      );
    },
    enabled: isAsked,
    placeholderData: (before) => before,
  });
}

/** What so many boards take of the parts that the run at work has looked up, as far as it has come; null where it is not read. */
export function useVerdictsSoFar(bomId: string, boards: number, { view, isRunning }: {
  readonly view: BomView | null;
  readonly isRunning: boolean;
}) {
  const api = useApi();
  const { enriched_items = 0, not_found_items = 0, failed_items = 0 } = view?.state ?? {};
  const settled = useAtMostEvery(PRICES_EVERY_MS, enriched_items + not_found_items + failed_items);
  const run = view?.run;
  const lines = view?.lines.length ?? 0;
  const isAsked = isRunning && settled > 0 && lines <= MOST_LINES_PRICED_IN_RUN;
  /** Up to which lines it was asked last. */
  const asked = useRef(0);
  const { data = null, isFetching, refetch } = useQuery({
    // nothing of another run
    queryKey: ['so far', bomId, run, boards],
    queryFn: () => {
      asked.current = settled;
      return readVerdicts(pagesOf(api, bomId, boards), lines);
    },
    enabled: isAsked,
    // the next lines ask again
    retry: false,
    staleTime: Infinity,
    gcTime: 0,
  });
  // Asked again once the last answer has come: a slow server would have them pile up.
  useEffect(() => {
    if (isAsked && !isFetching && asked.current !== settled) void refetch();
  }, [isAsked, isFetching, settled, refetch]);
  return isRunning ? data : null;
}

/** A value that changes often, as it was within the last so many ms. */
function useAtMostEvery<T>(ms: number, value: T): T {
  const [given, setGiven] = useState(value);
  const givenAt = useRef(0);
  useEffect(() => {
    const timer = setTimeout(() => {
      givenAt.current = Date.now();
      setGiven(value);
    }, Math.max(0, givenAt.current + ms - Date.now()));
    return () => clearTimeout(timer);
  }, [ms, value]);
  return given;
}

const pagesOf = (api: Api, bomId: string, boards: number) => (after: number) =>
  api.call('GET /boms/:bom_id/verdicts', {
    params: { bom_id: bomId },
    query: { boards: `${boards}`, after: `${after}` },
  });
