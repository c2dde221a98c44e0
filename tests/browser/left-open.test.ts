/** A page that somebody leaves open while they do something else: runs end, and newer pages are put in its place. */
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { launchChromium, signIn } from '../support/browser.ts';
import { letGo, startUnending } from '../support/held-runs.ts';
import { resistor } from '../support/resistors.ts';
import { ROOT, startTestStack, type TestStack } from '../support/stack.ts';
import { newTenant, type Tenant } from '../support/tenant.ts';

const WAIT = { timeout: 60_000 };

let stack: TestStack;
let browser: Browser;
let tenant: Tenant;
let context: BrowserContext;

beforeAll(async () => {
  stack = await startTestStack({ page: true });
  browser = await launchChromium();
});
afterAll(async () => {
  await browser?.close();
  await stack?.stop();
});
beforeEach(async () => {
  tenant = await newTenant(stack);
  context = await browser.newContext();
});
afterEach(() => context.close());

/** Whether the page lies in front, or behind another tab. */
const show = (page: Page, isShown: boolean) =>
  page.evaluate((value) => {
    Object.defineProperty(document, 'visibilityState', { value, configurable: true });
    document.dispatchEvent(new Event('visibilitychange'));
  }, isShown ? 'visible' : 'hidden');

describe('a run that ends behind other tabs', () => {
  it('is told once, where somebody has asked for that, and in the title', async () => {
    const shown: string[] = [];
    let asked = 0;
    await context.exposeFunction('tell', (title: string, body = '') => void shown.push(`${title}|${body}`));
    await context.exposeFunction('ask', () => void asked++);
    await context.addInitScript(() => {
      const { tell, ask } = globalThis as unknown as Record<'tell' | 'ask', (...said: unknown[]) => void>;
      globalThis.Notification = class extends Notification {
        constructor(title: string, options?: NotificationOptions) {
          super(title, options);
          tell(title, options?.body);
        }
        static override requestPermission() {
          ask();
          return super.requestPermission();
        }
      };
    });
    await context.grantPermissions(['notifications'], { origin: new URL(stack.pageUrl).origin });
    const page = await context.newPage();
    await page.goto(stack.pageUrl);
    await signIn(page, tenant);

    const finish = async (tabs: readonly Page[], { isBehind = true } = {}) => {
      const bomId = await tenant.importBom([resistor(1), resistor(2), 'NOBODY-1']);
      for (const tab of tabs) {
        await tab.goto(`${stack.pageUrl}/#/boms/${bomId}`);
        await tab.getByText('Live', { exact: true }).waitFor();
      }
      await startUnending(stack, tenant, bomId);
      for (const tab of tabs) {
        await expect.poll(() => tab.title(), WAIT).toMatch(/^66 % · /);
        await show(tab, !isBehind);
      }
      await letGo(stack, bomId);
      const title = isBehind ? /^Run 1 completed\. Not ready / : /^Not ready /;
      for (const tab of tabs) await expect.poll(() => tab.title(), WAIT).toMatch(title);
    };
    await finish([page]);
    expect([asked, shown]).toEqual([0, []]);
    await show(page, true);
    await expect.poll(() => page.title(), WAIT).toMatch(/^Not ready /);

    await page.getByRole('button', { name: /^Account/ }).click();
    await page.getByRole('menuitem', { name: 'Notify me when a run ends' }).click();
    await expect.poll(() => shown.length, WAIT).toBe(1);
    expect(asked).toBe(1);
    const tabs = [page, await context.newPage(), await context.newPage()];
    await finish(tabs);
    await expect.poll(() => shown.slice(1), WAIT).toEqual([
      expect.stringMatching(/: run 1 completed\|3 need an answer$/),
    ]);
    // what the others would tell, they have decided by now
    for (const tab of tabs) await tab.evaluate(() => navigator.locks.request('bomstream.notify', () => {}));
    expect(shown).toHaveLength(2);

    // in front, the page itself says it
    await finish([page], { isBehind: false });
    expect(shown).toHaveLength(2);
    await page.getByRole('button', { name: /^Account/ }).click();
    await page.getByRole('menuitem', { name: 'Notify me when a run ends' }).click();
    await finish([page]);
    expect([asked, shown.length]).toEqual([1, 2]);
  });
});

describe('a page that nobody touches, and on which nothing happens', () => {
  it('says no seconds, and so changes nothing, until somebody does', async () => {
    const bomId = await tenant.importBom([resistor(1), resistor(2)]);
    await startUnending(stack, tenant, bomId);
    const page = await context.newPage();
    await page.clock.install();
    await page.goto(stack.pageUrl);
    await signIn(page, tenant);
    await page.goto(`${stack.pageUrl}/#/boms/${bomId}`);
    await page.getByText('1 of 2 lines looked up').waitFor();
    // what its part costs is read a moment later
    await expect.poll(() => page.locator('tr[data-line="1"] .bar').count()).toBe(0);
    const age = page.locator('[data-connection="live"] .age');
    await age.getByText(/^, last heard \d+ s ago$/).waitFor();
    await page.getByText(/^Run 1 · 0:\d\d/).waitFor();

    await page.clock.runFor(22_000);
    await age.getByText(', last heard less than a minute ago').waitFor();
    await page.getByText(/^Run 1 · 0 min/).waitFor();
    const changes = await page.evaluateHandle(() => {
      const seen: string[] = [];
      const look = new MutationObserver((all) => seen.push(...all.map(({ target }) => target.textContent!)));
      look.observe(document, {
        subtree: true,
        childList: true,
        characterData: true,
        attributes: true,
      });
      return seen;
    });
    // short enough for a stream that is really heard from more rarely than this clock goes, and for a run that nothing comes of
    await page.clock.runFor(4_000);
    expect(await changes.jsonValue()).toEqual([]);

    await page.keyboard.press('Shift');
    await age.getByText(/^, last heard \d+ s ago$/).waitFor();
    await page.getByText(/^Run 1 · 0:\d\d/).waitFor();
  });
});

describe('a newer page in its place', () => {
  let folder: string;
  let url: string;
  /** Parts whose names begin so are not there any more, nor is anything where the server is away. */
  let missing: string | null;
  let isAway: boolean;
  /** Whether the newer page has them again, under whatever name. */
  let isRepaired: boolean;
  /** How often the page itself was loaded. */
  let loads: number;
  /** Parts that are there, but slow. */
  let slow: { readonly name: string; readonly until: Promise<void> } | null;

  const server = createServer(async ({ url: path = '', method }, response) => {
    const name = path.split('/').at(-1)!;
    const type = { js: 'text/javascript', css: 'text/css', html: 'text/html' }[path.split('.').at(-1)!];
    if (slow && name.startsWith(slow.name)) await slow.until;
    if (type === 'text/html' && method === 'GET') {
      loads++;
      if (loads > 1 && isRepaired) missing = null;
    }
    if (isAway) return void response.destroy();
    try {
      if (missing && name.startsWith(missing)) throw new Error('gone');
      response.setHeader('content-type', type ?? 'application/json').end(await readFile(join(folder, path)));
    } catch {
      response.writeHead(404).end();
    }
  });
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'bomstream-left-open-'));
    cpSync(join(ROOT, 'web/dist'), folder, { recursive: true });
    writeFileSync(
      join(folder, 'config.json'),
      JSON.stringify({ supabaseUrl: stack.apiUrl, publishableKey: stack.keys.publishableKey }),
    );
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/index.html`;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
    rmSync(folder, { recursive: true });
  });
  beforeEach(() => {
    [missing, slow, isAway, isRepaired, loads] = [null, null, false, false, 0];
  });

  async function openBom(): Promise<Page> {
    const bomId = await tenant.importBom([resistor(1)]);
    const page = await context.newPage();
    await page.goto(url);
    await signIn(page, tenant);
    await page.goto(`${url}#/boms/${bomId}`);
    await page.locator('[data-line]').waitFor();
    return page;
  }
  const updated = (page: Page) => page.getByRole('alert').getByText('bomstream was updated.');

  it('is loaded by itself where a part of the old one is missing', async () => {
    const page = await openBom();
    [missing, isRepaired] = ['cost-page', true];
    await page.getByRole('link', { name: 'Cost' }).click();
    await page.getByText('Spares as assemblers usually ask for').waitFor();
    expect(loads).toBe(2);
    expect(await updated(page).count()).toBe(0);
  });

  it('that lacks the part as well is loaded once, and then said', async () => {
    const page = await openBom();
    missing = 'cost-page';
    await page.getByRole('link', { name: 'Cost' }).click();
    await updated(page).waitFor();
    expect(loads).toBe(2);
    missing = null;
    await page.getByRole('button', { name: 'Reload' }).click();
    await page.getByText('Spares as assemblers usually ask for').waitFor();
  });

  it('is not loaded over what somebody has typed, but said', async () => {
    const page = await openBom();
    let answer = () => {};
    slow = { name: 'account-menu', until: new Promise((resolve) => answer = resolve) };
    await page.reload();
    await page.locator('[data-line]').click();
    await page.getByRole('button', { name: 'Add one' }).click();
    await page.getByLabel('Note').fill('Ask the supplier');
    missing = 'account-menu';
    answer();
    await updated(page).waitFor();
    expect(await page.getByLabel('Note').inputValue()).toBe('Ask the supplier');
    expect(loads).toBe(2);
  });

  it('is not what is missing where the server is away', async () => {
    const page = await openBom();
    isAway = true;
    await page.getByRole('link', { name: 'Cost' }).click();
    await page.getByRole('alert').getByText('cannot be loaded. Check your connection.').waitFor();
    expect(loads).toBe(1);
  });

  it('is opened by itself once the network is back, and meanwhile the others can be', async () => {
    const page = await openBom();
    await context.setOffline(true);
    await page.getByRole('link', { name: 'Cost' }).click();
    await page.getByRole('alert').getByText('cannot be loaded. Check your connection.').waitFor();
    const tabs = page.getByRole('navigation', { name: 'Pages' });
    const shown = () => tabs.locator('[aria-current]').innerText();
    expect(await shown()).toBe('Cost');
    await tabs.getByRole('link', { name: 'Lines' }).click();
    await page.getByLabel('Filter lines').waitFor();
    expect(await shown()).toBe('Lines');
    await tabs.getByRole('link', { name: 'Cost' }).click();
    await context.setOffline(false);
    await page.getByText('Spares as assemblers usually ask for').waitFor();
    expect(loads).toBe(2);
  });
});
