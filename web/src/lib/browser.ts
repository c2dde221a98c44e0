/** What the browser tells the page. */
import { type RefCallback, useCallback, useState, useSyncExternalStore } from 'react';

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
  const { list, onChange } = mediaOf(query);
  return useSyncExternalStore(onChange, () => list.matches);
}

/** Made once for each query: whoever is rendered with each event would listen anew each time. */
const medias = new Map<string, { list: MediaQueryList; onChange: ReturnType<typeof subscriber> }>();

function mediaOf(query: string) {
  const known = medias.get(query);
  if (known) return known;
  const list = matchMedia(query);
  const made = { list, onChange: subscriber(list, 'change') };
  medias.set(query, made);
  return made;
}

/** How wide an element is, in pixels: what is drawn to scale would shrink its letters with it. */
export function useWidth(usual: number): [width: number, of: RefCallback<Element>] {
  const [width, setWidth] = useState(usual);
  const of = useCallback((element: Element | null) => {
    if (!element) return;
    const observer = new ResizeObserver(([entry]) => setWidth(Math.round(entry!.contentRect.width)));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [width, of];
}

/** Where lists become cards and the panel a page. */
export const PHONE = '(max-width: 760px)';

/**
 * A text about the time that has passed, said anew every second while the page is shown. Where nobody has touched the page for a
 * while and nothing has happened on it, it is calm: every ten seconds, and without seconds. Each change has the page drawn,
 * which is what it costs at rest, so whoever shows a text is rendered again only where the words are others.
 * @param say from now, in ms since 1970
 */
export const useSaid = (say: (now: number, isCalm: boolean) => string): string =>
  useSyncExternalStore(eachSecond, () => say(now, isCalm));

const TICK_MS = 1_000;
const CALM_TICK_MS = 10_000;
/** Somebody who reads may well touch nothing for so long. */
const CALM_AFTER_MS = 20_000;

let now = Date.now();
let stirredAt = now;
let isCalm = false;
const tickers = new Set<() => void>();
let timer: ReturnType<typeof setTimeout> | undefined;

/** One timer for whatever shows an age. */
function eachSecond(onChange: () => void): () => void {
  if (tickers.size === 0) timer = setTimeout(tick, TICK_MS);
  tickers.add(onChange);
  return () => {
    tickers.delete(onChange);
    if (tickers.size > 0) return;
    clearTimeout(timer);
    isCalm = false;
  };
}

function tick(): void {
  isCalm = Date.now() - stirredAt > CALM_AFTER_MS;
  if (!document.hidden) {
    now = Date.now();
    for (const tell of tickers) tell();
  }
  timer = setTimeout(tick, isCalm ? CALM_TICK_MS : TICK_MS);
}

/** Somebody touched the page, or something happened on it: the seconds are shown again. */
export function stir(): void {
  stirredAt = Date.now();
  if (!isCalm) return;
  clearTimeout(timer);
  tick();
}
// No moves of a pointer: a browser tells of one whenever something is drawn below it.
for (const sign of ['pointerdown', 'wheel', 'keydown', 'focus']) {
  addEventListener(sign, stir, { passive: true });
}
