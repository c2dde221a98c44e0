/**
 * What the address shows. It stands behind `#`, so that the page works in any folder of any server: `#/boms/<id>?show=wrong`.
 */
import { useSyncExternalStore } from 'react';

function subscribe(onChange: () => void): () => void {
  addEventListener('hashchange', onChange);
  addEventListener('popstate', onChange);
  return () => {
    removeEventListener('hashchange', onChange);
    removeEventListener('popstate', onChange);
  };
}

const whole = () => location.hash.replace(/^#?\/?/, '/');
const path = () => whole().split('?', 1)[0]!;
const search = () => whole().slice(path().length + 1);

/** The whole of it, with its filters; `/` is the beginning. */
export const placeNow = (): string => whole();

export function goTo(to: string, { replace = false }: { readonly replace?: boolean } = {}): void {
  if (whole() === to) return;
  history[replace ? 'replaceState' : 'pushState'](null, '', `#${to}`);
  dispatchEvent(new HashChangeEvent('hashchange'));
}

/** For wouter: the place, without its filters. */
export function usePath(): [string, typeof goTo] {
  return [useSyncExternalStore(subscribe, path), goTo];
}
usePath.hrefs = (to: string) => `#${to}`;

/** For wouter. */
export const useSearch = (): string => useSyncExternalStore(subscribe, search);

/** The filters of the address, and a way to change some of them; null takes one away. */
export function useFilters(): [URLSearchParams, (changes: Readonly<Record<string, string | null>>) => void] {
  return [new URLSearchParams(useSearch()), changeFilters];
}

/** A filter is no step back: what was typed letter by letter would be as many. */
function changeFilters(changes: Readonly<Record<string, string | null>>): void {
  goTo(withFilters(changes), { replace: true });
}

/** The address of this page with other filters. */
export function withFilters(changes: Readonly<Record<string, string | null>>): string {
  const filters = new URLSearchParams(search());
  for (const [name, value] of Object.entries(changes)) {
    if (value === null || value === '') filters.delete(name);
    else filters.set(name, value);
  }
  const text = filters.toString();
  return text === '' ? path() : `${path()}?${text}`;
}

/** Another page of the same BOM, for as many boards as the address is about. */
export function withBoards(to: string): string {
  const boards = new URLSearchParams(search()).get('boards');
  return boards === null ? to : `${to}?boards=${boards}`;
}
