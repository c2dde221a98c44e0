/** A real Chromium for tests of the page. */
import { type Browser, chromium, type Page } from 'playwright-core';
// the test runner, plain Node, needs it too
import { findChromium } from './browsers.mjs';

/** @param further arguments of the command */
export async function launchChromium(...further: string[]): Promise<Browser> {
  const executablePath = findChromium();
  if (!executablePath) {
    throw new Error('There is no Chromium here. Install one, or name it: CHROMIUM=/path/to/chromium');
  }
  return await chromium.launch({
    executablePath,
    // A container's root has no sandbox to offer; the rest keeps Chromium from calling home.
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
      // no second process for the next page, which would start while this one is tested
      '--renderer-process-limit=1',
      ...further,
    ],
  });
}

export async function signIn(
  page: Page,
  { email, password }: { readonly email: string; readonly password: string },
): Promise<void> {
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('button', { name: /^Account/ }).waitFor();
}

export async function signOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Account/ }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
}

/** Where a test looks at all lines of a BOM: only those in sight are drawn, and so high a window has some hundred. */
export const HIGH = { width: 1280, height: 3_600 };

/** The word of each line that is drawn, in the order of the file. */
export async function wordsOf(page: Page): Promise<string[]> {
  return await page.locator('[data-line]').evaluateAll((rows) =>
    (rows as HTMLElement[])
      .sort((a, b) => Number(a.dataset.line) - Number(b.dataset.line))
      .map(({ dataset }) => dataset.word!)
  );
}

/** The one sentence on top of a BOM. */
export const answerOf = async (page: Page): Promise<string> =>
  (await page.getByRole('heading', { level: 1 }).innerText()).replace(/\s+/g, ' ');
