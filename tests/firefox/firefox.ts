/** A real Firefox for tests of the page, driven over WebDriver BiDi. */
import { createRequire } from 'node:module';
import { findFirefox } from '../support/browsers.mjs';

/** What is used of puppeteer-core, which is not there where only its types would be looked at: see package.json beside this. */
export interface Browser {
  newPage(): Promise<Page>;
  version(): Promise<string>;
  close(): Promise<void>;
}
export interface Page {
  goto(url: string): Promise<unknown>;
  reload(): Promise<unknown>;
  setViewport(
    size: { readonly width: number; readonly height: number },
  ): Promise<void>;
  waitForSelector(
    selector: string,
    options?: { readonly timeout?: number },
  ): Promise<Element | null>;
  waitForFunction(
    isSo: string,
    options?: { readonly timeout?: number },
  ): Promise<unknown>;
  evaluate<T>(code: string): Promise<T>;
  screenshot(options: { readonly path: string }): Promise<unknown>;
  on(
    event: 'console',
    tell: (message: { type(): string; text(): string }) => void,
  ): void;
  on(event: 'pageerror', tell: (error: Error) => void): void;
  close(): Promise<void>;
}
export interface Element {
  click(): Promise<void>;
  type(text: string): Promise<void>;
  uploadFile(...paths: string[]): Promise<void>;
}

/** What a whole stack takes for an answer on a busy machine, several times over. */
export const WAIT = { timeout: 60_000 };

export async function launchFirefox(): Promise<Browser> {
  const executablePath = findFirefox();
  if (!executablePath) {
    throw new Error(
      'There is no Firefox here. Install one, or name it: FIREFOX=/path/to/firefox',
    );
  }
  const { launch } = createRequire(import.meta.url)('puppeteer-core') as {
    launch(options: object): Promise<Browser>;
  };
  return await launch({
    browser: 'firefox',
    executablePath,
    headless: true,
    // nothing is fetched but what a test opens
    extraPrefsFirefox: {
      'app.update.auto': false,
      'network.captive-portal-service.enabled': false,
      'services.settings.server': 'data:,',
    },
  });
}

/** @param selector of puppeteer, which also knows `::-p-text(…)` and `::-p-aria(…)` */
export async function click(page: Page, selector: string): Promise<void> {
  await (await page.waitForSelector(selector, WAIT))!.click();
}

export const textOf = (page: Page, selector: string): Promise<string> =>
  page.evaluate(
    `document.querySelector(${JSON.stringify(selector)})?.textContent ?? ''`,
  );
