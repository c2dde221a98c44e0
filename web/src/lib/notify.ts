/**
 * Tells by the browser's own notifications what became of runs, to whom looks at something else. Only where somebody has
 * switched that on in this browser, and once, however many tabs hear of it.
 */
import { goTo } from './address.ts';

const KEY = 'bomstream.notify';
/** What was told last, newest last, shared by all tabs. */
const TOLD = 'bomstream.told';
/** Tabs hear of the same thing within moments of each other. */
const KEPT = 20;
/** What one tab has stored, another may read only moments later: for so long a lock says it, too. */
const SEEN_MS = 10_000;

export const isNotifying = (): boolean =>
  localStorage.getItem(KEY) === 'on' && Notification.permission === 'granted';

/**
 * Switches it on or off, and shows that it works.
 * @returns why it stays off; null where it is as was wanted
 */
export async function switchNotifying(): Promise<string | null> {
  if (isNotifying()) {
    localStorage.removeItem(KEY);
    return null;
  }
  if (!('Notification' in globalThis)) return 'This browser shows no notifications.';
  if (await Notification.requestPermission() !== 'granted') {
    return 'This browser does not let bomstream show notifications. Its settings for this site can.';
  }
  try {
    new Notification('bomstream tells you here when a run ends, or needs somebody.', { tag: KEY });
  } catch {
    // as browsers of phones do
    return 'This browser shows notifications of installed pages only.';
  }
  localStorage.setItem(KEY, 'on');
  return null;
}

export interface Told {
  /** The same in each tab that hears of it. */
  readonly key: string;
  readonly bomId: string;
  /** Asked for by the tab that tells. */
  readonly words: () => Promise<{ readonly title: string; readonly body: string }>;
}

/** Tells it, unless somebody sees it on a page, or another tab has told. */
export async function notify({ key, bomId, words }: Told): Promise<void> {
  if (!isNotifying() || !await isFirst(key) || document.visibilityState === 'visible') return;
  const { title, body } = await words().catch(() => ({
    title: 'A run has ended or waits',
    body: 'Open it for more.',
  }));
  const shown = new Notification(title, { body, tag: key });
  shown.onclick = () => {
    focus();
    goTo(`/boms/${bomId}`);
    shown.close();
  };
}

/** A tab that is looked at counts, too: what it shows needs no telling. */
function isFirst(key: string): Promise<boolean> {
  return navigator.locks.request(KEY, () =>
    new Promise<boolean>((resolve) => {
      void navigator.locks.request(`${KEY} ${key}`, { ifAvailable: true }, async (lock) => {
        const told = JSON.parse(localStorage.getItem(TOLD) ?? '[]') as readonly string[];
        if (lock === null || told.includes(key)) return resolve(false);
        localStorage.setItem(TOLD, JSON.stringify([...told, key].slice(-KEPT)));
        resolve(true);
        await new Promise((seen) => setTimeout(seen, SEEN_MS));
      });
    }));
}
