/** What the page shows of suppliers: a run that asks the stand-in, and what a member sees of it. */
import pg from 'pg';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium, signIn } from '../support/browser.ts';
import { startTestStack, type TestStack } from '../support/stack.ts';
import { newTenant, type Tenant } from '../support/tenant.ts';
import { type StandIn, startStandIn } from '../unit/suppliers/stand-in.ts';

const WAIT = { timeout: 20_000 };

/** A line each, and what is to be seen of it. */
const LINES = [
  { mpn: 'SBX-RES-10K', quantity: 12 },
  { mpn: 'SBX-LEADED', quantity: null },
  { mpn: 'SBX-EXEMPT', quantity: 1 },
  { mpn: 'SBX-OLD', quantity: 1 },
  { mpn: 'SBX-EURO', quantity: 100 },
  { mpn: 'SBX-DEAR', quantity: 1 },
  { mpn: 'SBX-00001', quantity: 2_000 },
  { mpn: 'RC0603FR-0710KL', quantity: 1 },
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
  await page.goto(`${stack.pageUrl}/#/boms/${bomId}`);
  await page.getByRole('button', { name: 'Enrich' }).click();
  await page.getByText('Run 1: completed').waitFor(WAIT);
  await page.getByText('run ended').waitFor(WAIT);
  for (const { mpn } of LINES) await openOffers(mpn);
});
afterAll(async () => {
  await browser?.close();
  await stack?.stop();
  await standIn?.close();
});

const known = (mpn: Mpn) =>
  page.locator(`tr[data-line="${LINES.findIndex((line) => line.mpn === mpn) + 1}"] .known`);
/** Offers are read when somebody opens them. */
async function openOffers(mpn: Mpn): Promise<void> {
  await known(mpn).getByText('Offers', { exact: true }).click();
  await known(mpn).locator('.offers p').first().waitFor(WAIT);
}
const textOf = async (mpn: Mpn) => (await known(mpn).innerText()).replace(/\s+/g, ' ');

describe('the page of a run that asked a supplier', () => {
  it("shows the best price for the line's quantity with stock, lead time, where it is sold and since when", async () => {
    const offer = known('SBX-RES-10K').locator('p.offer').first();
    await expect.poll(() => offer.innerText(), WAIT).toMatch(
      /^12 × 0\.106 = 1\.272 USD · 1,200 in stock · 63 days lead time · 000-SBX-RES-10K at mouser-sandbox sandbox data as of \d+ \w+ \d{4}, \d\d:\d\d$/,
    );
    expect(await offer.getByRole('link').getAttribute('href')).toBe('https://sandbox.invalid/SBX-RES-10K');
  });

  it('keeps the others behind a click, with what their minimum order costs', async () => {
    const line = known('SBX-RES-10K');
    const reel = line.getByText('001-SBX-RES-10K');
    expect(await reel.isVisible()).toBe(false);
    await line.getByText('1 more offer').click();
    await reel.waitFor();
    expect(await line.locator('details.offer').innerText()).toContain(
      '5,000 × 0.009 = 45.00 USD · minimum order 5,000 · only 1,200 in stock',
    );
  });

  it('labels whatever a sandbox said, each offer by itself', async () => {
    await known('SBX-RES-10K').locator('p.offer').nth(1).waitFor();
    const offers = await page.locator('p.offer').allInnerTexts();
    expect(offers.length).toBeGreaterThanOrEqual(7);
    expect(offers.filter((text) => !text.includes('sandbox data'))).toEqual([]);
    // one of the fields' own beside that of the offer
    await expect(known('SBX-LEADED').getByText('sandbox data').count()).resolves.toBe(2);
  });

  it('never calls a part compliant that is not, and says what it is', async () => {
    const leaded = await textOf('SBX-LEADED');
    expect(leaded).toContain('not for new designs · not RoHS compliant');
    expect(leaded.replaceAll('not RoHS compliant', '')).not.toMatch(/compliant/i);
    expect(await textOf('SBX-EXEMPT')).toContain('in production · RoHS compliant by exemption');
    expect(await textOf('SBX-RES-10K')).toContain('in production · RoHS compliant');
    expect(await textOf('SBX-OLD')).toContain('obsolete');
    expect(await textOf('SBX-OLD')).not.toMatch(/RoHS/);
  });

  it('leaves out what nobody said: no price is no zero', async () => {
    const dear = await textOf('SBX-DEAR');
    expect(dear).toContain('price unknown · 1,200 in stock');
    expect(dear).not.toMatch(/\b0(\.0+)?\b|USD/);
    // in German, which the stock is not read from
    expect(await textOf('SBX-EURO')).toMatch(/100 × 1,456\.34 = 145,634\.00 EUR · 000-SBX-EURO/);
    for (const mpn of ['SBX-OLD', 'RC0603FR-0710KL'] as const) {
      expect(await known(mpn).locator('.offers p').allInnerTexts()).toEqual([
        'No supplier is known to sell it.',
      ]);
    }
  });

  it('shows the price of one piece where the line says no quantity, and says when stock does not do', async () => {
    expect(await textOf('SBX-LEADED')).toContain('1 × 0.15 USD');
    expect(await textOf('SBX-00001')).toContain('2,000 × 0.02 = 40.00 USD · only 1,200 in stock');
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
    await openOffers('SBX-00001');
    await expect.poll(() => known('SBX-00001').locator('p.offer').allInnerTexts(), WAIT).toEqual([
      expect.stringMatching(
        /^2,000 × 0\.03 = 60\.00 EUR · 5,000 in stock · Q-7 at our broker \(your own offer\)/,
      ),
      expect.stringContaining('2,000 × 0.02 = 40.00 USD'),
    ]);
    expect(await known('SBX-00001').getByRole('link').allInnerTexts()).toEqual([
      '000-SBX-00001 at mouser-sandbox',
    ]);
    expect(await textOf('SBX-00001')).not.toMatch(/Q-7[^·]*sandbox data/);
  });
});
