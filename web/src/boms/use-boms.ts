import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { RefusedCall } from '../../../client/client.ts';
import type { Phase } from '../../../client/connection.ts';
import { useOrganization } from '../../../client/react.ts';
import type { Api, BomFilter } from '../lib/api.ts';
import { useIsShown } from '../lib/browser.ts';
import { isFinal, RETRY_MS } from '../lib/query.ts';
import { messageOf } from '../lib/words.ts';
import { takeRole } from '../organizations/role-news.ts';
import { useRunNews } from '../run/use-run-news.ts';
import { type ListedBom, withEvent } from './listed-bom.ts';

/** Not this user's any more. */
const IS_LOST: ReadonlySet<Phase> = new Set(['deleted', 'access_revoked']);
/** No stream will say any more. */
const IS_OVER: ReadonlySet<Phase> = new Set(['refused', ...IS_LOST]);

/** The BOMs of an organization that the filter lets through, the newest first, kept up to date. */
export function useBoms(
  api: Api,
  organizationId: string,
  { project, search, asked }: Omit<BomFilter, 'after'>,
) {
  const [boms, setBoms] = useState<readonly ListedBom[] | null>(null);
  const [hasMore, setHasMore] = useState(false);
  const [error, setError] = useState<Error | null>(null);
  /** Pages that are shown. */
  const pages = useRef(1);
  const readings = useRef(0);

  const reload = useCallback(async () => {
    const reading = ++readings.current;
    try {
      const read: ListedBom[] = [];
      let next: string | null = null;
      for (let page = 0; page < pages.current && (page === 0 || next !== null); page++) {
        const answer: Awaited<ReturnType<Api['listBoms']>> = await api.listBoms(organizationId, {
          project,
          search,
          asked,
          after: next,
        });
        read.push(...answer.boms);
        next = answer.next;
      }
      if (reading !== readings.current) return; // a later one knows more
      setBoms(read);
      setHasMore(next !== null);
      setError(null);
    } catch (e) {
      if (reading === readings.current) setError(e instanceof Error ? e : new Error(messageOf(e)));
    }
  }, [api, organizationId, project, search, asked]);
  const tell = useRunNews(api);
  const heard = useRef<number | null>(null);
  const queries = useQueryClient();
  const { state: news, connection } = useOrganization(organizationId, {
    ...api.watching,
    signsOfLife: false,
    onUpdate: ({ event, gap, deleted, role, connection: { lastHeardAt } }) => {
      heard.current = lastHeardAt;
      // What a BOM's page shows next is not what was judged before this.
      if (event) {
        void queries.invalidateQueries({ queryKey: ['judged', event.bom_id], refetchType: 'none' });
        // in the night, in front of nobody
        if (event.event_type === 'enrichment.completed') {
          void queries.invalidateQueries({ queryKey: ['run-changes', organizationId] });
        }
      }
      if (role) void takeRole(queries, organizationId, role);
      if (event) tell(event);
      // Imported since the list was read.
      const isNew = event?.event_type === 'enrichment.started' &&
        !boms?.some(({ bom_id }) => bom_id === event.bom_id);
      if (gap || deleted !== undefined || isNew) void reload();
    },
  });
  // An import is no event: who looks at the page again sees it all the same, and who may no longer is told.
  const isShown = useIsShown();
  const isOver = IS_OVER.has(connection.phase);
  useEffect(() => {
    if (isShown || boms === null) void reload();
  }, [reload, isShown, isOver]);
  // A server that was away is asked again, until it answers or refuses for good.
  useEffect(() => {
    if (error === null || isFinal(error) || !isShown) return;
    const timer = setTimeout(() => void reload(), RETRY_MS);
    return () => clearTimeout(timer);
  }, [error, isShown, reload]);

  /** Whoever asks later, as a deletion that could be undone does, asks with the filter of then. */
  const newest = useRef(reload);
  useEffect(() => void (newest.current = reload), [reload]);
  const reloadNow = useCallback(() => newest.current(), []);

  const showMore = () => {
    pages.current++;
    void reload();
  };
  return {
    boms: boms && boms.map((bom) => withEvent(bom, news.get(bom.bom_id))),
    hasMore,
    error: error && messageOf(error),
    /** There is no such organization for this user: it was deleted, or they are a member no more. */
    isLost: IS_LOST.has(connection.phase) || error instanceof RefusedCall && error.status === 404,
    reload: reloadNow,
    showMore,
    connection,
    /** When anything came last. */
    heard,
  };
}
