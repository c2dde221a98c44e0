/** The command menu: everything by its name, from the keyboard. */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { launchChromium, signIn } from '../support/browser.ts';
import { startTestStack, type TestStack } from '../support/stack.ts';
import { newTenant, type Tenant } from '../support/tenant.ts';

const WAIT = { timeout: 60_000 };

let stack: TestStack;
let browser: Browser;
let tenant: Tenant;
let context: BrowserContext;
let page: Page;
let bomId: string;

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
  const { body } = await tenant.call('POST', 'boms', {
    organization_id: tenant.organizationId,
    name: 'Motor driver.csv',
    lines: [
      { mpn: 'RC0603FR-0710KL', designators: 'R1 R2', quantity: 2 },
      { mpn: 'BAV99', designators: 'D7', quantity: 1 },
    ],
  });
  bomId = body.bom_id;
  await tenant.start(bomId);
  await tenant.untilEnded(bomId);
});
afterEach(() => context.close());

async function open(who: Tenant): Promise<void> {
  context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  page = await context.newPage();
  await page.goto(stack.pageUrl);
  await signIn(page, who);
  await page.goto(`${stack.pageUrl}/#/boms/${bomId}`);
  await page.getByText('to order for').waitFor(WAIT);
}

const menu = () => page.getByRole('dialog', { name: 'Commands' });
const item = (name: string | RegExp) => menu().getByRole('menuitem', { name });

/** Types this and takes what is first, as somebody does who knows what is meant. */
async function command(text: string, first: string | RegExp): Promise<void> {
  await page.keyboard.press('Control+k');
  await menu().waitFor(WAIT);
  await page.keyboard.type(text);
  await item(first).waitFor(WAIT);
  await expect.poll(() => menu().getByRole('menuitem').first().innerText(), WAIT).toMatch(first);
  await page.keyboard.press('Enter');
  await menu().waitFor({ ...WAIT, state: 'hidden' });
}

it('leads to a line by its designator or part number, to a page and to a BOM', async () => {
  await open(tenant);
  await command('d7', /^D7 · BAV99/);
  await page.getByRole('complementary', { name: 'D7' }).waitFor(WAIT);
  await command('0710kl', /^R1, R2 · RC0603FR-0710KL/);
  await page.getByRole('complementary', { name: 'R1, R2' }).waitFor(WAIT);
  await command('hist', /^History/);
  await page.getByText('Run 1, the pending lines').waitFor(WAIT);
  // by what stands there, whoever does not know where
  await command('order', /^Cost/);
  await page.getByRole('region', { name: 'Parts' }).waitFor(WAIT);
  for (const place of ['history', 'cost', 'compare', 'questions']) {
    await page.goto(`${stack.pageUrl}/#/boms/${bomId}/${place}`);
    await page.getByRole('navigation', { name: 'Where you are' }).getByText('Motor driver').waitFor(WAIT);
    await page.getByRole('button', { name: 'Commands' }).waitFor(WAIT);
    await command('d7', /^D7 · BAV99/);
    await page.getByRole('complementary', { name: 'D7' }).waitFor(WAIT);
  }
  for (const place of ['history', 'cost', 'compare']) {
    await page.goto(`${stack.pageUrl}/#/boms/${bomId}`);
    await page.getByRole('navigation', { name: 'Where you are' }).getByText('Motor driver').waitFor(WAIT);
    await page.goto(`${stack.pageUrl}/#/boms/${crypto.randomUUID()}/${place}`);
    await page.getByRole('heading', { name: 'Not found' }).waitFor(WAIT);
  }
  await page.goto(`${stack.pageUrl}/#/nowhere`);
  await page.getByRole('heading', { name: 'Not found' }).waitFor(WAIT);
  await command('motor', /^Motor driver/);
  await page.getByText('to order for').waitFor(WAIT);
});

it('takes nothing that is typed before it is there for keys of the page', async () => {
  await open(tenant);
  let answer = () => {};
  const held = new Promise<void>((resolve) => answer = resolve);
  await page.route('**/assets/commands-*.js', async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(`${stack.pageUrl}/#/boms/${bomId}?line=1`);
  await page.getByRole('complementary', { name: 'R1, R2' }).getByText('Where from').waitFor(WAIT);
  const reviews: string[] = [];
  page.on('request', (request) => request.url().endsWith('/review') && reviews.push(request.method()));
  await page.keyboard.press('Control+k');
  await page.getByText('Loading …').waitFor(WAIT);
  await page.keyboard.type('an');
  answer();
  await item('Cost').waitFor(WAIT);
  await page.keyboard.type('bav99');
  await item(/^D7 · BAV99/).waitFor(WAIT);
  await page.keyboard.press('Enter');
  await page.getByRole('complementary', { name: 'D7' }).waitFor(WAIT);
  expect(reviews).toEqual([]);
});

it('does what the person may do, and gives the focus back to whoever changed their mind', async () => {
  await open(tenant);
  const field = page.getByRole('searchbox', { name: /^Find in/ });
  await field.focus();
  await page.keyboard.press('Control+k');
  await item('Look up again').waitFor(WAIT);
  await page.keyboard.press('Escape');
  await menu().waitFor({ ...WAIT, state: 'hidden' });
  await expect.poll(() => field.evaluate((element) => element === document.activeElement), WAIT).toBe(true);
  await page.getByRole('button', { name: 'Commands' }).click();
  await page.keyboard.type('nothing of this name');
  await menu().getByText('Nothing here is called').waitFor(WAIT);
  await page.keyboard.press('Escape');
  await menu().waitFor({ ...WAIT, state: 'hidden' });
  await command('look up', /^Look up again/);
  await page.getByText('Run 2 completed').waitFor(WAIT);
});

it('offers nothing that a viewer may not do', async () => {
  await open(await newTenant(stack, { role: 'viewer', organizationId: tenant.organizationId }));
  await page.keyboard.press('Control+k');
  await item('Cost').waitFor(WAIT);
  expect(await item('Look up again').count()).toBe(0);
  expect(await item(/^Answer/).count()).toBe(0);
});
