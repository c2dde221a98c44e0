/**
 * Parts of the page that are loaded once they are needed. A page that stays open while a newer one is put in its place finds
 * them no more: it loads itself anew, which is the newer one, or says so where that would lose what somebody has typed.
 */
import { type ComponentType, lazy, type LazyExoticComponent, useSyncExternalStore } from 'react';

/** What was not to be had, and has made this tab load itself anew before: a second time would not help either. */
const KEY = 'bomstream.reloaded-for';

/** As `lazy`; what cannot be loaded leaves everything else as it is, see `watchParts`. */
export function lazyPart<Props>(
  load: () => Promise<{ default: ComponentType<Props> }>,
): LazyExoticComponent<ComponentType<Props>> {
  return lazy(() => load().catch(() => new Promise<never>(() => {})));
}

/** Begins to notice parts that cannot be loaded. */
export function watchParts(): void {
  addEventListener('input', ({ target }) => {
    if (isText(target)) typed.add(target);
  });
  addEventListener('vite:preloadError', ({ payload }) => void miss(payload.message));
}

/** What to tell of parts that are missing; null where none is. */
export const useMissingParts = (): string | null => useSyncExternalStore(subscribe, () => notice);

const UPDATED = 'bomstream was updated.';
const UNREACHABLE = 'A part of the page cannot be loaded. Check your connection.';

async function miss(what: string): Promise<void> {
  // Without a server, loading anew would leave nothing to look at.
  const isThere = await isServerThere();
  const before = JSON.parse(sessionStorage.getItem(KEY) ?? '[]') as readonly string[];
  if (isThere && (isLeaving || !before.includes(what) && !hasTyped())) {
    // A part may be missing with its styles, which is told apart.
    sessionStorage.setItem(KEY, JSON.stringify([...before, what]));
    isLeaving = true;
    location.reload();
    return;
  }
  notice = isThere ? UPDATED : UNREACHABLE;
  for (const tell of listeners) tell();
  if (!isThere) addEventListener('online', comeBack);
}

/** The network returned: the page is loaded with its parts, unless that would lose something. */
async function comeBack(): Promise<void> {
  if (isLeaving || hasTyped() || !await isServerThere()) return;
  isLeaving = true;
  location.reload();
}

const isServerThere = (): Promise<boolean> =>
  fetch(document.baseURI, { method: 'HEAD', cache: 'no-store' }).then(({ ok }) => ok, () => false);

let isLeaving = false;
let notice: string | null = null;
const listeners = new Set<() => void>();

function subscribe(onChange: () => void): () => void {
  listeners.add(onChange);
  return () => void listeners.delete(onChange);
}

/** Fields in which somebody has typed. */
const typed = new Set<HTMLInputElement | HTMLTextAreaElement>();

/** What is searched for stands in the address, and is there again. */
const isText = (target: EventTarget | null): target is HTMLInputElement | HTMLTextAreaElement =>
  target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement && target.type !== 'search';

/** Also of a secret that is shown once, and of columns that were chosen for a file. */
function hasTyped(): boolean {
  if (document.querySelector('.once, .import-head')) return true;
  for (const field of typed) if (!field.isConnected) typed.delete(field);
  return [...typed].some(({ value }) => value !== '');
}
