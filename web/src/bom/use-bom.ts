/** One BOM, kept up to date: its lines and run by the stream, the answer by asking again when a run or somebody changes it. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Answer } from '../../../client/client.ts';
import { BomFeed, type BomView, type Line } from '../../../client/bom-feed.ts';
import { RefusedCall } from '../../../client/client.ts';
import { isEnded } from '../../../shared/domain/status.ts';
import type { Api, BomSummary } from '../lib/api.ts';
import { useIsOnline } from '../lib/browser.ts';
import { hearing } from '../lib/hearing.ts';
import { useApi } from '../lib/session.ts';
import { useOrganizationNews } from '../lib/use-organization-news.ts';
import { messageOf } from '../lib/words.ts';
import type { ServedVerdict } from '../lines/judged.ts';

export function useBom(bomId: string) {
  const api = useApi();
  const queries = useQueryClient();
  const [bom, setBom] = useState<BomSummary | null>(null);
  const [view, setView] = useState<BomView | null>(null);
  const [isGone, setGone] = useState(false);
  const [feedError, setFeedError] = useState<string | null>(null);
  const [actionError, setActionError] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  /** When something was last heard; not of interest by itself, so nothing is drawn anew for it. */
  const heardAt = useRef(Date.now());
  const isOnline = useIsOnline();
  const feed = useRef<BomFeed | null>(null);

  useEffect(() => {
    const opened = new BomFeed({
      bomId,
      streamUrl: api.streamUrl,
      ticket: () => api.ticket({ bom_id: bomId }),
      readLines: (since, after) => api.readLines(bomId, since, after),
      readStatus: async () => {
        // Read with each opening, so that the feed's next attempt makes up for this one as well.
        setBom(await api.readBom(bomId));
        return await api.readStatus(bomId);
      },
      onChange: (changed) => {
        setView(changed);
        if (changed.connection === 'live' || changed.connection === 'ended') setFeedError(null);
      },
      onError: report,
      EventSource: hearing(() => void (heardAt.current = Date.now())),
    });
    feed.current = opened;
    void opened.open();
    return () => opened.close();
  }, [bomId, api]);

  function report(e: unknown) {
    if (e instanceof RefusedCall && e.status === 404) {
      feed.current?.close();
      setGone(true);
    } else setFeedError(messageOf(e));
  }

  // A run that has ended has no stream of its own: the next one is heard of through the organization.
  const waiting = view?.connection === 'ended' && bom ? view : null;
  const lookAt = (run: number) => {
    if (waiting && run > (waiting.run ?? 0)) void feed.current?.follow();
  };
  useOrganizationNews(api, waiting && bom && bom.organization_id, {
    onEvent: (event) => {
      if (event.bom_id === bomId) lookAt(event.run);
    },
    onGap: async () => {
      try {
        const newest = await api.readStatus(bomId);
        setFeedError(null);
        if (newest) lookAt(newest.run);
      } catch (e) {
        report(e);
      }
    },
  });

  // What was said of an earlier state or network says nothing of this one.
  useEffect(() => setActionError(null), [isOnline, view?.connection, view?.run, view?.state?.status]);

  const status = view?.state?.status ?? null;
  // The answer is another one once a run has ended, and for everything that is settled while it pauses. What was asked when
  // the BOM was opened is as new as the state it was opened in.
  const stage = status === null
    ? bom && bom.status === null ? 'new' : null
    : isEnded(status) || status === 'paused'
    ? `${view!.run} ${status}`
    : 'running';
  const judgedAt = useRef<string | null>(null);
  useEffect(() => {
    if (stage === null) return;
    if (judgedAt.current !== null && stage !== 'running') {
      void queries.invalidateQueries({ queryKey: ['judged', bomId] });
    }
    judgedAt.current = stage;
  }, [stage, bomId, queries]);

  const act = useCallback(async (action: () => Promise<unknown>) => {
    setActionError(null);
    setBusy(true);
    try {
      await action();
      return true;
    } catch (e) {
      setActionError(messageOf(e));
      return false;
    } finally {
      setBusy(false);
    }
  }, []);
  const changed = useCallback(async (line: Pick<Line, 'line_number'>) => {
    await feed.current?.readAgain(line);
    await queries.invalidateQueries({ queryKey: ['judged', bomId] });
  }, [bomId, queries]);
  const follow = useCallback(async () => await feed.current?.follow(), []);

  return {
    bom,
    view,
    isGone,
    isOnline,
    isBusy,
    errors: useMemo(() => [actionError, feedError], [actionError, feedError]),
    heardAt,
    act,
    follow,
    /** Somebody decided something of a line, which is no event. */
    changed,
    isRunning: status !== null && !isEnded(status),
  };
}
export type OpenBom = ReturnType<typeof useBom>;

/** The answer for so many boards, kept until something changes it. */
export const summaryOf = (api: Api, bomId: string, boards: number) => ({
  queryKey: ['judged', bomId, 'summary', boards],
  queryFn: () =>
    api.call('GET /boms/:bom_id/summary', { params: { bom_id: bomId }, query: { boards: `${boards}` } }),
});

export function useSummary(bomId: string, boards: number) {
  const api = useApi();
  return useQuery({
    ...summaryOf(api, bomId, boards),
    // while another number of boards is asked about, what was known stands, in grey
    placeholderData: (before: Summary | undefined) => before,
  });
}
export type Summary = Answer<'GET /boms/:bom_id/summary'>;

/** Each line's word, and what so many boards take of its part. */
export function useVerdicts(bomId: string, boards: number, isAsked: boolean) {
  const api = useApi();
  return useQuery({
    queryKey: ['judged', bomId, 'verdicts', boards],
    queryFn: () => readVerdicts(api, bomId, boards),
    enabled: isAsked,
    placeholderData: (before) => before,
  });
}

async function readVerdicts(api: Api, bomId: string, boards: number) {
  const all = new Map<string, ServedVerdict>();
  for (let after: number | null = 0; after !== null;) {
    const page: Awaited<ReturnType<typeof ask>> = await ask(after);
    for (const verdict of page.verdicts) all.set(verdict.line_id, verdict);
    after = page.next;
  }
  return all;

  function ask(from: number) {
    return api.call('GET /boms/:bom_id/verdicts', {
      params: { bom_id: bomId },
      query: { boards: `${boards}`, after: `${from}` },
    });
  }
}
