/** The tasks of a page's main thread, by the CPU time that each takes: server, database and browser share the cores of a bench. */
import type { Browser, Page } from 'playwright-core';

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** CPU time of the thread in microseconds; of complete events. */
  readonly tdur?: number;
}

/** What the browser calls one task of a thread, in one release or another. */
const TASKS: ReadonlySet<string> = new Set(['RunTask', 'ThreadControllerImpl::RunTask']);

/**
 * Traces the browser from now on.
 * @returns ends the trace and tells the CPU time of the longest task of the page since, in ms
 */
export async function watchTasks(browser: Browser, page: Page): Promise<() => Promise<number>> {
  await browser.startTracing(page, { categories: ['toplevel', 'blink.user_timing'], screenshots: false });
  const mark = `watched ${crypto.randomUUID()}`;
  await page.evaluate((name) => performance.mark(name), mark);
  return async () => {
    const trace = await browser.stopTracing();
    const events = JSON.parse(new TextDecoder().decode(trace)).traceEvents as TraceEvent[];
    const own = events.find(({ name }) => name === mark);
    if (!own) throw new Error('The trace does not say which thread is the page’s.');
    const tasks = events.filter(({ name, ph, pid, tid }) =>
      ph === 'X' && TASKS.has(name) && pid === own.pid && tid === own.tid
    );
    if (tasks.length === 0) throw new Error('The trace has no tasks.');
    return tasks.reduce((longest, { tdur = 0 }) => Math.max(longest, tdur / 1_000), 0);
  };
}
