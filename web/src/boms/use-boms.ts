import { useCallback, useEffect, useRef, useState } from 'react';
import type { EventEnvelope } from '../../../shared/domain/event.ts';
import { hearing } from '../lib/hearing.ts';
import type { Api, BomFilter } from '../lib/api.ts';
import { useOrganizationNews } from '../lib/use-organization-news.ts';
import { messageOf } from '../lib/words.ts';
import { type ListedBom, withEvent } from './listed-bom.ts';

/** The BOMs of an organization that the filter lets through, the newest first, kept up to date. */
export function useBoms(api: Api, organizationId: string, { project, search }: Omit<BomFilter, 'after'>) {
  const [boms, setBoms] = useState<readonly ListedBom[] | null>(null);
  const [hasMore, setHasMore] = useState(false);
  const [error, setError] = useState<string | null>(null);
  /** The newest event of each BOM that there was one of. */
  const [news, setNews] = useState<ReadonlyMap<string, EventEnvelope>>(new Map());
  const [isLive, setLive] = useState(false);
  const heardAt = useRef(Date.now());
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
      if (reading === readings.current) setError(messageOf(e));
    }
  }, [api, organizationId, project, search]);
  useEffect(() => void reload(), [reload]);

  useOrganizationNews(api, organizationId, {
    onEvent: (event) => {
      setNews((known) => new Map(known).set(event.bom_id, event));
      // Imported since the list was read.
      if (event.event_type === 'enrichment.started' && !boms?.some(({ bom_id }) => bom_id === event.bom_id)) {
        void reload();
      }
    },
    onGap: () => void reload(),
    EventSource: hearing(() => {
      heardAt.current = Date.now();
      setLive(true);
    }, () => setLive(false)),
  });

  const showMore = () => {
    pages.current++;
    void reload();
  };
  return {
    boms: boms && boms.map((bom) => withEvent(bom, news.get(bom.bom_id))),
    hasMore,
    error,
    reload,
    showMore,
    isLive,
    heardAt,
  };
}
