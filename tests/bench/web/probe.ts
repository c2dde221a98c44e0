/** What is put into a page before anything of it runs: it notes when something can be seen, and what kept the page busy. */
import type { Page } from 'playwright-core';

export interface Probed {
  /** ms from the start of the navigation until the answer could be seen; null before. */
  readonly shownMs: number | null;
  /** ms of each task that kept the page from drawing; the browser reports those above 50 ms only. */
  readonly longTasks: readonly number[];
  /** How many lines the page said were looked up, and since when, in ms since 1970. */
  readonly said: readonly { readonly at: number; readonly done: number }[];
  /** The answer for good, after a run, in ms since 1970. */
  readonly endedAt: number | null;
}

/** Runs in the page. Two frames after a change it has been drawn. */
function install(): void {
  const probe = { shownMs: null, longTasks: [], said: [], endedAt: null } as {
    -readonly [K in keyof Probed]: Probed[K] extends readonly (infer T)[] ? T[] : Probed[K];
  };
  Object.assign(globalThis, { probe });
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) probe.longTasks.push(duration);
  }).observe({ type: 'longtask', buffered: true });
  const drawn = (tell: () => void) => requestAnimationFrame(() => setTimeout(tell));
  let last = -1;
  let wasRunning = false;
  const look = () => {
    const { document } = globalThis as unknown as {
      document: { querySelector(of: string): { textContent: string } | null };
    };
    const sentence = document.querySelector('h1')?.textContent ?? '';
    const isAnswered = sentence.includes('to order for') &&
      document.querySelector('tbody [data-line]') !== null;
    if (isAnswered && probe.shownMs === null) {
      probe.shownMs = 0;
      drawn(() => probe.shownMs = performance.now());
    }
    const [, text] = /([\d,]+) of [\d,]+ lines? looked up/.exec(sentence) ?? [];
    const done = text === undefined ? -1 : Number(text.replaceAll(',', ''));
    if (done >= 0 && done !== last) {
      wasRunning = true;
      last = done;
      drawn(() => probe.said.push({ at: performance.timeOrigin + performance.now(), done }));
    }
    if (wasRunning && isAnswered && probe.endedAt === null) {
      probe.endedAt = 0;
      drawn(() => probe.endedAt = performance.timeOrigin + performance.now());
    }
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

export const probePage = (page: Page): Promise<void> => page.addInitScript(install).then(() => {});

/** What was noted so far. */
export const readProbe = (page: Page): Promise<Probed> =>
  page.evaluate(() => (globalThis as unknown as { probe: Probed }).probe);

/** Forgets what kept the page busy so far. */
export const forgetTasks = (page: Page): Promise<void> =>
  page.evaluate(() => {
    (globalThis as unknown as { probe: { longTasks: number[] } }).probe.longTasks.length = 0;
  });
