/** What the browser and the server tell the page. */
import { useEffect, useEffectEvent, useSyncExternalStore } from 'react';
import { OrganizationFeed } from '../../client/organization-feed.ts';
import type { EventEnvelope } from '../../shared/domain/event.ts';
import type { Api } from './api.ts';

function subscriber(target: EventTarget, ...names: string[]) {
  return (onChange: () => void) => {
    for (const name of names) target.addEventListener(name, onChange);
    return () => names.forEach((name) => target.removeEventListener(name, onChange));
  };
}

const onVisibility = subscriber(document, 'visibilitychange');
const onNetwork = subscriber(globalThis, 'online', 'offline');
const onHash = subscriber(globalThis, 'hashchange');

/** Whether somebody can see the page: a tab behind others is hidden. */
export const useIsShown = (): boolean =>
  useSyncExternalStore(onVisibility, () => document.visibilityState === 'visible');

/** False when the browser knows that it has no network; true says little. */
export const useIsOnline = (): boolean => useSyncExternalStore(onNetwork, () => navigator.onLine);

export const useHash = (): string => useSyncExternalStore(onHash, () => location.hash);

interface OrganizationNews {
  readonly onEvent: (event: EventEnvelope) => void;
  /** See OrganizationFeed. Also called when the page is shown again. */
  readonly onGap: () => void;
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
  useEffect(() => {
    if (organizationId === null || !isShown) return;
    const feed = new OrganizationFeed({
      organizationId,
      streamUrl: api.organizationStreamUrl,
      ticket: () => api.ticket({ organization_id: organizationId }),
      onEvent: (event) => onEvent(event),
      onGap: () => onGap(),
      EventSource,
    });
    void feed.open();
    return () => feed.close();
  }, [api, organizationId, isShown]);
}
