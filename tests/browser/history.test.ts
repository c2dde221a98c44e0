/** What was before: of a line in its panel, of the whole BOM on its page, and of one run against another. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchChromium, signIn } from '../support/browser.ts';
import { startTestStack, type TestStack } from '../support/stack.ts';
import { newTenant, type Tenant } from '../support/tenant.ts';

const WAIT = { timeout: 60_000 };

let stack: TestStack;
let browser: Browser;
let tenant: Tenant;
let page: Page;
let bomId: string;

beforeAll(async () => {
  stack = await startTestStack({ page: true });
  browser = await launchChromium();
  tenant = await newTenant(stack);
  bomId = await tenant.importBom(['GRM155R71C104KA88D', 'CL05B104KO5NNNC']);
  await tenant.start(bomId);
  await tenant.untilEnded(bomId);
  await tenant.start(bomId, 'all');
  await tenant.untilEnded(bomId);
  page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(stack.pageUrl);
  await signIn(page, tenant);
});
afterAll(async () => {
  await browser?.close();
  await stack?.stop();
});

const show = (place: string) => page.goto(`${stack.pageUrl}/#/boms/${bomId}${place}`);

it('says what somebody did to a line, on the line and in the history, and when it was looked up', async () => {
  await show('?line=2');
  const panel = page.getByRole('complementary', { name: 'CL05B104KO5NNNC' });
  await panel.getByText(/^Run 2 looked it up, today/).waitFor(WAIT);
  await page.keyboard.press('e');
  await page.getByLabel('Quantity').fill('7');
  await page.getByRole('button', { name: 'Save' }).click();
  await panel.getByText(/^It was edited: quantity .* → 7, by .*, today/).waitFor(WAIT);
  await panel.getByRole('link', { name: 'Of the whole BOM' }).click();
  await page.getByRole('heading', { name: /2 runs, 2 lines\.$/ }).waitFor(WAIT);
  await page.getByText(new RegExp(`^CL05B104KO5NNNC was edited: quantity .* → 7, by ${tenant.email}\\.$`))
    .waitFor(
      WAIT,
    );
  await page.getByRole('link', { name: 'CL05B104KO5NNNC' }).click();
  await panel.waitFor(WAIT);
});

it('compares a run with the one before', async () => {
  await show('/history');
  await page.getByRole('link', { name: 'Compare with run 1' }).click();
  await page.getByText('All lines are the same.').waitFor(WAIT);
  await page.getByRole('heading', { name: /run 1 and run 2/ }).waitFor(WAIT);
});

it('leads from each figure of a run to its lines, or to what the next run found otherwise', async () => {
  await show('/history');
  const found = page.getByRole('link', { name: /^\d+ found$/ });
  await found.last().click();
  await page.getByRole('heading', { name: /run 1 and run 2/ }).waitFor(WAIT);
  await page.goBack();
  await found.first().click();
  await page.locator('[data-line="1"]').waitFor(WAIT);
});

it('counts the questions on each page of the BOM as its lines do', async () => {
  const { lines } = (await tenant.call('GET', `boms/${bomId}/lines`)).body;
  await tenant.call('PATCH', `boms/${bomId}/lines/${lines[0].line_id}`, { quantity: 3 });
  await tenant.call('PATCH', `boms/${bomId}/lines/${lines[1].line_id}`, { quantity: null });
  for (const place of ['', '/questions', '/cost', '/compare', '/history']) {
    await show(place);
    await page.reload();
    await page.getByRole('link', { name: /^Questions\s*1$/ }).waitFor(WAIT);
  }
  await tenant.call('PATCH', `boms/${bomId}/lines/${lines[1].line_id}`, { quantity: 7 });
});

it('says of a BOM of which no line can be looked up that it is so, and offers no run that is refused', async () => {
  const { body } = await tenant.call('POST', 'boms', {
    organization_id: tenant.organizationId,
    name: 'Without numbers',
    lines: [{ mpn: 'GRM155R71C104KA88D', designators: 'C1', quantity: 1, do_not_place: true }],
  });
  await page.goto(`${stack.pageUrl}/#/boms/${body.bom_id}`);
  await page.getByRole('heading', { name: 'Without numbers. No line can be looked up.' }).waitFor(WAIT);
  await page.getByText('Each is marked do-not-place or has no part number.').waitFor(WAIT);
  await page.getByText('No line has a part to buy.').waitFor(WAIT);
  expect(await page.getByRole('button', { name: 'Look up' }).count()).toBe(0);
  await page.getByRole('link', { name: 'Questions' }).click();
  await page.getByRole('heading', { name: 'No line can be looked up.' }).waitFor(WAIT);
  expect(await page.getByRole('button', { name: 'Look up' }).count()).toBe(0);
  await page.goto(`${stack.pageUrl}/#/organizations/${tenant.organizationId}`);
  await page.getByRole('row', { name: /Without numbers/ }).getByText('No line can be looked up').waitFor(
    WAIT,
  );
});

it('marks a line that has alternates, and says of each what is known of it', async () => {
  const { body } = await tenant.call('POST', 'boms', {
    organization_id: tenant.organizationId,
    name: 'Alternates',
    lines: [
      {
        mpn: 'RC0603FR-0710KL',
        designators: 'R1, R2, R3, R4',
        quantity: 4,
        alternates: [{ mpn: 'ERJ-3EKF1002V', manufacturer: 'Panasonic' }, {
          mpn: 'NEVER-ASKED-1',
          manufacturer: null,
        }],
      },
      { mpn: 'ERJ-3EKF1002V', manufacturer: 'Panasonic', designators: 'R5', quantity: 1 },
    ],
  });
  await tenant.start(body.bom_id);
  await tenant.untilEnded(body.bom_id);
  await page.goto(`${stack.pageUrl}/#/boms/${body.bom_id}`);
  await page.locator('[data-line="1"]').getByTitle('The BOM allows 2 alternates').waitFor(WAIT);
  expect(await page.locator('[data-line="2"] .alternates').count()).toBe(0);
  await page.locator('[data-line="1"]').click();
  const panel = page.getByRole('complementary', { name: 'R1, R2 and 2 more' });
  await panel.getByText('ERJ-3EKF1002V Panasonic · by its number alone, nobody is known to sell it').waitFor(
    WAIT,
  );
  await panel.getByText('NEVER-ASKED-1 · nothing is known of it here').waitFor(WAIT);
});

it('names parts that could be one, beside what they cost', async () => {
  await show('/cost');
  await page.getByRole('heading', { name: 'Several parts that could be one' }).waitFor(WAIT);
  await page.getByText(/^2 lines, 2 different parts: /).waitFor(WAIT);
  expect(await page.title()).toMatch(/^Cost · /);
});

it('draws of a long comparison what is in sight, and all of it to whoever scrolls', async () => {
  const long = await tenant.importBom(Array.from({ length: 200 }, (_, i) => `LONG-${i}`));
  await page.goto(`${stack.pageUrl}/#/boms/${long}/compare?with=${bomId}`);
  await page.locator('.differences tbody tr').first().waitFor(WAIT);
  const drawn = () => page.locator('.differences tbody tr:not(.spacer)').count();
  const seen = new Set<string>();
  await expect.poll(async () => {
    for (
      const title of await page.locator('.differences [title^=LONG-]').evaluateAll((all) =>
        all.map((each) => each.getAttribute('title')!)
      )
    ) seen.add(title);
    expect(await drawn()).toBeLessThan(120);
    // from the top again, where a slow browser has drawn nothing on the way
    await page.evaluate(() => {
      const isAtEnd = scrollY + innerHeight >= document.documentElement.scrollHeight - 1;
      scrollTo(0, isAtEnd ? 0 : scrollY + 300);
    });
    return seen.size;
  }, WAIT).toBe(200);
  await page.getByTitle('LONG-199', { exact: true }).waitFor(WAIT);
});
