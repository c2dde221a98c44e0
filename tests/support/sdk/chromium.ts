/** The SDK in pages of a Chromium: what is tested is the package as it is built. */
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { bundle } from './bundle.ts';
import type { Command, Order, Report } from './runner.ts';
import { Remote, type Runtime } from './runtimes.ts';
import type { FakeServer } from './server.ts';

/** Puts a page on the server, that runs what it is told. */
export async function serveRunner(server: FakeServer): Promise<void> {
  const program = await bundle(fileURLToPath(new URL('page.ts', import.meta.url)), { format: 'iife' });
  server.files.set('/', { type: 'text/html', body: '<!doctype html><script src="/runner.js"></script>' });
  server.files.set('/runner.js', { type: 'text/javascript', body: program });
}

/** A tab that runs what it is told. Tabs of one context share what tabs of a person share. */
export async function openTab(context: BrowserContext, server: FakeServer): Promise<Remote & { page: Page }> {
  const page = await context.newPage();
  const remote = new Remote((key: number, order: Order | Command) =>
    page.evaluate(([key, order]) => obey(key, order), [key, order] as const)
  );
  await page.exposeFunction('report', (key: number, report: Report) => remote.take(key, report));
  await page.goto(server.url);
  return Object.assign(remote, { page });
}

declare function obey(key: number, order: Order | Command): void;

export async function inChromium(browser: Browser, server: FakeServer): Promise<Runtime> {
  const context = await browser.newContext();
  const tab = await openTab(context, server);
  return { name: 'Chromium', watch: (order) => tab.watch(order), stop: () => context.close() };
}
