/** What the browser tells the page. */
import { useSyncExternalStore } from 'react';

function subscriber(target: EventTarget, ...names: string[]) {
  return (onChange: () => void) => {
    for (const name of names) target.addEventListener(name, onChange);
    return () => names.forEach((name) => target.removeEventListener(name, onChange));
  };
}

const onVisibility = subscriber(document, 'visibilitychange');
const onNetwork = subscriber(globalThis, 'online', 'offline');

/** Whether somebody can see the page: a tab behind others is hidden. */
export const useIsShown = (): boolean =>
  useSyncExternalStore(onVisibility, () => document.visibilityState === 'visible');

/** Resolves once somebody can see the page. */
export const untilShown = (): Promise<void> =>
  new Promise((resolve) => {
    const unsubscribe = onVisibility(look);
    look();
    function look() {
      if (document.hidden) return;
      unsubscribe();
      resolve();
    }
  });

/** False when the browser knows that it has no network; true says little. */
export const useIsOnline = (): boolean => useSyncExternalStore(onNetwork, () => navigator.onLine);

/** @param query of CSS, as a constant */
export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (onChange) => {
      const list = matchMedia(query);
      list.addEventListener('change', onChange);
      return () => list.removeEventListener('change', onChange);
    },
    () => matchMedia(query).matches,
  );
}

/** Where lists become cards and the panel a page. */
export const PHONE = '(max-width: 760px)';

/** The seconds go by: now, in ms, anew every second while the page is shown. */
export const useNow = (): number => useSyncExternalStore(eachSecond, () => now);

let now = Date.now();
const tickers = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;

/** One timer for whatever shows an age. */
function eachSecond(onChange: () => void): () => void {
  tickers.add(onChange);
  timer ??= setInterval(() => {
    if (document.hidden) return;
    now = Date.now();
    for (const tick of tickers) tick();
  }, 1_000);
  return () => {
    tickers.delete(onChange);
    if (tickers.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}
