/** What keeps somebody out of a page: axe-core, in either theme, on a desk and on a phone. */
import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

const PHONE = { width: 390, height: 844 };
const THEMES = ['light', 'dark'] as const;

/** Each with its places; as the page stands. */
export async function barriers(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() =>
    (globalThis as unknown as {
      axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    })
      .axe.run()
  );
  return violations.map(({ id, nodes }) =>
    `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(' | ')}`
  );
}

/** Nothing keeps anybody out, in both themes, at the page's size and on a phone, where nothing is wider than the screen. */
export async function expectOpenToAll(page: Page): Promise<void> {
  const before = page.viewportSize()!;
  const found: string[] = [];
  for (const size of [before, PHONE]) {
    await page.setViewportSize(size);
    for (const colorScheme of THEMES) {
      await page.emulateMedia({ colorScheme });
      found.push(...(await barriers(page)).map((each) => `${colorScheme}, ${size.width} px: ${each}`));
    }
  }
  const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  await page.emulateMedia({ colorScheme: null });
  await page.setViewportSize(before);
  expect(found).toEqual([]);
  expect(tooWide, 'pixels beyond the screen of a phone').toBeLessThanOrEqual(0);
}
