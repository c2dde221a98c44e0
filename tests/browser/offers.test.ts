/** What the page shows of suppliers: a run that asks the stand-in, and what a member sees of it. */
import pg from 'pg';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium, signIn } from '../support/browser.ts';
import { startTestStack, type TestStack } from '../support/stack.ts';
import { letGo, startUnending } from '../support/held-runs.ts';
import { newTenant, type Tenant } from '../support/tenant.ts';
import { type StandIn, startStandIn } from '../unit/suppliers/stand-in.ts';

const WAIT = { timeout: 60_000 };

/** A line each, and what is to be seen of it. */
const LINES = [
  { mpn: 'SBX-RES-10K', quantity: 12 },
  { mpn: 'SBX-LEADED', quantity: null },
  { mpn: 'SBX-EXEMPT', quantity: 1 },
  { mpn: 'SBX-OLD', quantity: 1 },
  { mpn: 'SBX-EURO', quantity: 100 },
  { mpn: 'SBX-DEAR', quantity: 1 },
  { mpn: 'SBX-00001', quantity: 2_000 },
  { mpn: 'RC0603FR-0712KL', quantity: 1 },
] as const;
type Mpn = typeof LINES[number]['mpn'];

let standIn: StandIn;
let stack: TestStack;
let browser: Browser;
let tenant: Tenant;
let context: BrowserContext;
let page: Page;
let bomId: string;

beforeAll(async () => {
  standIn = await startStandIn();
  stack = await startTestStack({
    page: true,
    settings: standIn.settings,
  });
  browser = await launchChromium();
  tenant = await newTenant(stack);
  const { body } = await tenant.call('POST', 'boms', {
    organization_id: tenant.organizationId,
    name: 'Offers',
    lines: LINES,
  });
  bomId = body.bom_id;
  context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  page = await context.newPage();
  await page.goto(stack.pageUrl);
  await signIn(page, tenant);
  await page.goto(`${stack.pageUrl}/#/boms/${bomId}?boards=1`);
  await page.getByRole('button', { name: 'Look up' }).click();
  await page.getByText('Run 1 completed').waitFor(WAIT);
  await page.getByText('Up to date').waitFor(WAIT);
});
afterAll(async () => {
  await browser?.close();
  await stack?.stop();
  await standIn?.close();
});

const lineOf = (mpn: Mpn) => LINES.findIndex((line) => line.mpn === mpn) + 1;
/** Offers are read when somebody opens the line. */
async function open(mpn: Mpn) {
  await page.locator(`tr[data-line="${lineOf(mpn)}"]`).click();
  const panel = page.getByRole('complementary', { name: mpn, exact: true });
  await panel.getByText(/^Offers for|^No supplier is known/).waitFor(WAIT);
  return panel;
}
const plain = (text: string) => text.replace(/\s+/g, ' ').trim();
/** Each offer as a row and its terms, the best first. */
async function offersOf(mpn: Mpn): Promise<string[]> {
  const rows = await (await open(mpn)).locator('.offers tbody tr').allInnerTexts();
  return rows.flatMap((row, i) => i % 2 === 0 ? plain(`${row} ${rows[i + 1]}`) : []);
}

describe('the page of a run that asked a supplier', () => {
  it('shows the best price for what is to be bought, with stock, lead time, where it is sold and since when', async () => {
    const [best, reel] = await offersOf('SBX-RES-10K');
    expect(best).toMatch(
      /^Mouser sandbox .* 1,200 \d+ 0\.\d{4} \d+\.\d\d USD 000-SBX-RES-10K · .*63 days lead time · made up · today \d\d:\d\d$/,
    );
    const panel = await open('SBX-RES-10K');
    expect(await panel.locator('.offers a').first().getAttribute('href')).toBe(
      'https://sandbox.invalid/SBX-RES-10K',
    );
    // another packing, with what its minimum order costs and that there are too few
    expect(reel).toMatch(/1,200 5,000 0\.0090 45\.00 USD 001-SBX-RES-10K · at least 5,000/);
    await panel.locator('[data-offer="001-SBX-RES-10K"] .is-short').waitFor();
  });

  it('says once that data are made up, and of each offer', async () => {
    await page.getByText('Prices and stock are made up').waitFor();
    for (const mpn of ['SBX-RES-10K', 'SBX-LEADED', 'SBX-EURO', 'SBX-00001'] as const) {
      for (const offer of await offersOf(mpn)) expect(offer).toContain('made up');
    }
  });

  it('never calls a part compliant that is not, and says what it is', async () => {
    const fields = async (mpn: Mpn) => plain(await (await open(mpn)).locator('.fields').innerText());
    const leaded = await fields('SBX-LEADED');
    expect(leaded).toContain('not for new designs');
    expect(leaded).toContain('not RoHS compliant');
    expect(leaded.replaceAll('not RoHS compliant', '')).not.toMatch(/compliant/i);
    expect(await fields('SBX-EXEMPT')).toContain('RoHS compliant by exemption');
    expect(await fields('SBX-RES-10K')).toContain('RoHS compliant');
    expect(await fields('SBX-OLD')).toContain('obsolete');
    expect(await fields('SBX-OLD')).not.toMatch(/RoHS/);
    expect(await page.locator(`tr[data-line="${lineOf('SBX-OLD')}"]`).innerText()).toContain('Obsolete');
  });

  it('leaves out what nobody said: no price is no zero', async () => {
    const [dear] = await offersOf('SBX-DEAR');
    expect(dear).toMatch(/1,200 – – – 000-SBX-DEAR/);
    expect(dear).not.toMatch(/USD/);
    const row = plain(await page.locator(`tr[data-line="${lineOf('SBX-DEAR')}"]`).innerText());
    expect(row).not.toMatch(/ 0(\.0+)?$/);
    // in German, which the stock is not read from
    expect((await offersOf('SBX-EURO'))[0]).toMatch(/– \d+ 1,456\.34.* EUR 000-SBX-EURO/);
    for (const mpn of ['SBX-OLD', 'RC0603FR-0712KL'] as const) {
      await (await open(mpn)).getByText('No supplier is known to sell it.').waitFor();
    }
  });

  it('shows the price of one piece where the line says no quantity, and says when stock does not do', async () => {
    expect((await offersOf('SBX-LEADED'))[0]).toMatch(/ 1 0\.1500 0\.15 USD/);
    expect((await offersOf('SBX-00001'))[0]).toMatch(/1,200 2,\d{3} 0\.0200/);
    await page.locator(`tr[data-line="${lineOf('SBX-00001')}"][data-word="short"]`).waitFor();
  });

  it('keeps currencies apart, and puts no link where an address is none', async () => {
    const admin = new pg.Client({ connectionString: stack.adminUrl });
    await admin.connect();
    await admin.query(
      `insert into bomstream.supplier_offers
         (organization_id, component_id, supplier, supplier_part_number, stock, price_breaks, url, fetched_at)
       select $1, component_id, 'our broker', 'Q-7', 5000, $2, 'javascript:alert(1)', now()
       from bomstream.bom_lines where bom_id = $3 and mpn = 'SBX-00001'`,
      [tenant.organizationId, JSON.stringify([{ quantity: 1, price: 0.03, currency: 'EUR' }]), bomId],
    );
    await admin.end();
    await page.reload();
    const [first, second] = await offersOf('SBX-00001');
    expect([first, second]).toEqual([
      expect.stringMatching(/^our broker .* EUR Q-7 · your own offer · today/),
      expect.stringMatching(/^Mouser sandbox .* USD 000-SBX-00001/),
    ]);
    const panel = await open('SBX-00001');
    expect(await panel.locator('.offers a').allInnerTexts()).toEqual(['Mouser sandbox']);
    expect(first).not.toContain('made up');
  });

  it('says what all of it costs in each currency, wherever it says so', async () => {
    const inBoth = /\d\.\d\d EUR and [\d,]+\.\d\d USD/;
    const total = (mpn: Mpn) => page.locator(`tr[data-line="${lineOf(mpn)}"] .of-total`).innerText();
    expect(await page.locator('th.of-total').innerText()).toBe('Total');
    expect(await total('SBX-EURO')).toMatch(/ EUR$/);
    expect(await total('SBX-RES-10K')).toMatch(/ USD$/);
    expect(await page.locator('.cost-line .at').innerText()).toMatch(inBoth);
    await page.goto(`${stack.pageUrl}/#/boms/${bomId}/cost?boards=1`);
    await page.getByText('Its parts are priced in EUR and USD').waitFor(WAIT);
    expect(await page.locator('.curve').count()).toBe(0);
    await page.getByText(', dearest in EUR, then in USD first').waitFor(WAIT);
    await page.goto(`${stack.pageUrl}/#/organizations/${tenant.organizationId}`);
    await expect.poll(() => page.locator('td.of-each').innerText(), WAIT).toMatch(inBoth);
  });

  it('shows what a part costs as soon as the run has looked it up, and bars where that is still to come', async () => {
    const { body: { bom_id } } = await tenant.call('POST', 'boms', {
      organization_id: tenant.organizationId,
      name: 'Priced as it comes',
      lines: [{ mpn: 'SBX-RES-10K', quantity: 12 }, { mpn: 'SBX-EXEMPT', quantity: 1 }],
    });
    await startUnending(stack, tenant, bom_id);
    await page.goto(`${stack.pageUrl}/#/boms/${bom_id}?boards=1`);
    const cells = (line: number) =>
      page.locator(`tr[data-line="${line}"] :is(.of-stock, .of-each, .of-total)`);
    await expect.poll(() => cells(1).allInnerTexts(), WAIT).toEqual([
      '1,200',
      expect.stringMatching(/^0\.\d{4}$/),
      expect.stringMatching(/^\d\.\d\d$/),
    ]);
    expect(await cells(2).locator('.bar').count()).toBe(3);
    await letGo(stack, bom_id);
    await page.getByText('Run 1 completed').waitFor(WAIT);
  });
});
