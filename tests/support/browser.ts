/** A real Chromium for tests of the page. */
import { type Browser, chromium } from 'playwright-core';
// the test runner, plain Node, needs it too
import { findChromium } from './chromium.mjs';

export async function launchChromium(): Promise<Browser> {
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
    ],
  });
}
