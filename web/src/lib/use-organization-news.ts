/** What the server tells of all BOMs of an organization. */
import { useEffect, useEffectEvent, useRef } from 'react';
import { OrganizationFeed } from '../../../client/organization-feed.ts';
import type { EventEnvelope } from '../../../shared/domain/event.ts';
import type { Api } from './api.ts';
import { useIsShown } from './browser.ts';

interface OrganizationNews {
  readonly onEvent: (event: EventEnvelope) => void;
  /** See OrganizationFeed. Also called when the page is shown again. */
  readonly onGap: () => void;
  /** As in OrganizationFeed; the browser's own unless said. */
  readonly EventSource?: typeof EventSource;
}

/**
 * Tells what runs of an organization do, while the page is shown: browsers have few connections to a host, and nobody
 * looks at a hidden page.
 * @param organizationId null: of none
 */
export function useOrganizationNews(api: Api, organizationId: string | null, news: OrganizationNews): void {
  const isShown = useIsShown();
  const onEvent = useEffectEvent(news.onEvent);
  const onGap = useEffectEvent(news.onGap);
  const Source = useRef(news.EventSource ?? EventSource);
  useEffect(() => {
    if (organizationId === null || !isShown) return;
    const feed = new OrganizationFeed({
      organizationId,
      streamUrl: api.organizationStreamUrl,
      ticket: () => api.ticket({ organization_id: organizationId }),
      onEvent: (event) => onEvent(event),
      onGap: () => onGap(),
      EventSource: Source.current,
    });
    void feed.open();
    return () => feed.close();
  }, [api, organizationId, isShown]);
}
