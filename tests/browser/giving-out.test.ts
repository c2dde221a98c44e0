/** What leaves the page: order lists, exports, releases and read-only links. */
import { readFile } from 'node:fs/promises';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { sql } from '../support/admin.ts';
import { expectOpenToAll as expectNoBarriers } from '../support/barriers.ts';
import { launchChromium, signIn } from '../support/browser.ts';
import { startTestStack, type TestStack } from '../support/stack.ts';
import { newTenant, type Tenant } from '../support/tenant.ts';

const WAIT = { timeout: 60_000 };
/** The second is wrong: its value is not that of the part. Nobody knows the third. */
const LINES = [
  { mpn: 'RC0603FR-0710KL', value: '10k', designators: 'R1 R2 R3', quantity: 3 },
  { mpn: 'RC0603FR-0747KL', value: '4k7', designators: 'R4', quantity: 1 },
  { mpn: 'NOBODY-1', designators: 'U1', quantity: 1 },
];

let stack: TestStack;
let browser: Browser;
let tenant: Tenant;
let viewer: Tenant;
let bomId: string;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  stack = await startTestStack({ page: true });
  browser = await launchChromium();
  tenant = await newTenant(stack, { role: 'admin' });
  viewer = await newTenant(stack, { role: 'viewer', organizationId: tenant.organizationId });
  bomId = await judgedBom('Sensor rev C.csv');
  // 100 pieces cost less than the 85 that 25 boards take
  await sql(
    stack,
    `insert into bomstream.supplier_offers
       (component_id, organization_id, supplier, supplier_part_number, stock, min_quantity, multiple, price_breaks, fetched_at)
     select id, $1, 'mouser', '603-' || mpn, 5000, 1, 1,
       '[{"quantity": 1, "price": 0.1, "currency": "USD"}, {"quantity": 100, "price": 0.02, "currency": "USD"}]', now()
     from bomstream.components where mpn like 'RC0603FR-07%KL' and organization_id is null`,
    [tenant.organizationId],
  );
});
afterAll(async () => {
  await browser?.close();
  await stack?.stop();
});
afterEach(() => context.close());

async function judgedBom(name: string): Promise<string> {
  const { body } = await tenant.call('POST', 'boms', {
    organization_id: tenant.organizationId,
    name,
    lines: LINES,
  });
  await tenant.start(body.bom_id);
  await tenant.untilEnded(body.bom_id);
  return body.bom_id;
}

async function open(who: Tenant, place: string): Promise<void> {
  context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  page = await context.newPage();
  await page.goto(stack.pageUrl);
  await signIn(page, who);
  await page.goto(`${stack.pageUrl}/#/${place}`);
}
const button = (name: string) => page.getByRole('button', { name, exact: true });
const clipboard = () => page.evaluate(() => navigator.clipboard.readText());
const plain = (text: string) => text.replace(/\s+/g, ' ').trim();

const expectOpenToAll = () => expectNoBarriers(page);
async function expectToFitPhones(): Promise<void> {
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
}

/** What a click saves: its name and its text. */
async function saved(click: () => Promise<void>): Promise<[name: string, text: string]> {
  const [download] = await Promise.all([page.waitForEvent('download', WAIT), click()]);
  return [download.suggestedFilename(), await readFile(await download.path(), 'utf8')];
}

describe('order lists', () => {
  const list = () => page.getByRole('region', { name: 'Order list' });
  const says = async () => (await list().locator('.says li').allInnerTexts()).map(plain);

  it('name what is wrong and left out, are copied and downloaded, and leave out wrong lines on demand', async () => {
    await open(tenant, `boms/${bomId}/cost?boards=25`);
    await list().getByText('3 rows').waitFor(WAIT);
    await page.setViewportSize({ width: 390, height: 844 });
    const rightOf = (of: string) =>
      page.locator(of).last().evaluate((element) => {
        const range = document.createRange();
        range.selectNodeContents(element);
        return Math.round(range.getBoundingClientRect().right);
      });
    await expect.poll(async () => await rightOf('.axis button') <= await rightOf('.curve'), WAIT).toBe(true);
    await page.setViewportSize({ width: 1280, height: 900 });
    await list().getByText('3 rows').waitFor(WAIT);
    expect(await list().getByLabel('For', { exact: true }).inputValue()).toBe('mouser_paste');
    expect(await list().innerText()).toMatch(/Prices of today/);
    // a sum never stands without what it leaves out
    expect(await page.title()).toMatch(/^25 boards: \d+\.\d\d USD, 2 of 3 lines priced · Sensor rev C$/);
    expect(await says()).toEqual(expect.arrayContaining([
      '1 wrong line is on it as written: R4 RC0603FR-0747KL',
      '1 line is on it as written, though nobody found the part: U1 NOBODY-1',
      expect.stringMatching(/^100 instead of \d+ of 603-RC0603FR-0710KL: \d\.\d\d USD less$/),
    ]));
    await button('Copy the list').click();
    await list().getByText('Copied.').waitFor(WAIT);
    expect(await clipboard()).toMatch(/^603-RC0603FR-0710KL\|100\|R1,R2,R3\r?\n603-RC0603FR-0747KL\|/);
    await expectOpenToAll();

    await list().getByLabel('Leave out wrong lines').check();
    await list().getByText('2 rows').waitFor(WAIT);
    expect(await says()).toContain('Left out, wrong, as you chose: R4 RC0603FR-0747KL');
    await list().getByLabel('Leave out lines whose part nobody found').check();
    await list().getByText('1 row', { exact: true }).waitFor(WAIT);
    expect(await says()).toContain('Left out, no part was found: U1 NOBODY-1');
    const [name, text] = await saved(() => button('Download the list').click());
    expect(name).toBe('Sensor rev C, Mouser, 25 boards.txt');
    expect(text).toMatch(/^603-RC0603FR-0710KL\|100\|R1,R2,R3\r\n\r\n/);
    expect(text).toContain('Left out');
    await expectToFitPhones();
    await list().getByText('1 row', { exact: true }).waitFor(WAIT);
  });

  it('are for whoever is chosen, and say where the rest is and why there is nothing', async () => {
    await open(viewer, `boms/${bomId}/cost?boards=25`);
    await list().getByLabel('For', { exact: true }).selectOption('DigiKey, to upload');
    await list().getByText('The list is empty.').waitFor(WAIT);
    expect(await button('Copy the list').isDisabled()).toBe(true);
    // What nobody found is ordered once, where the rest is bought.
    expect(await says()).toContain(
      'Nobody is known to sell these. They are on the list for Mouser: U1 NOBODY-1',
    );
    await list().getByRole('button', { name: 'Mouser, to upload' }).click();
    await list().getByText('3 rows').waitFor(WAIT);
    expect(await says()).toContain(
      'Nobody is known to sell these, and no other distributor’s list has them: U1 NOBODY-1',
    );
    await page.route(
      '**/order-lists?*',
      (route) => route.fulfill({ status: 503, json: { detail: 'Not now.' } }),
    );
    await list().getByLabel('For', { exact: true }).selectOption('TME');
    await expect.poll(() => page.getByRole('alert').allInnerTexts(), WAIT).toEqual(['Not now.']);
  });
});

describe('exports', () => {
  const choose = async (format: string) => {
    await button('More').click();
    await page.getByRole('menuitem', { name: format, exact: true }).click();
  };

  it('are files of the whole BOM, for whoever may read it', async () => {
    await open(viewer, `boms/${bomId}?boards=25`);
    await button('More').waitFor(WAIT);
    const [name, csv] = await saved(() => choose('CSV'));
    expect(name).toBe('Sensor rev C.csv');
    expect(csv).toContain('NOBODY-1');
    const [workbook, bytes] = await saved(() => choose('Excel workbook'));
    expect(workbook).toBe('Sensor rev C.xlsx');
    expect(bytes.slice(0, 2)).toBe('PK');
    expect(JSON.parse((await saved(() => choose('JSON, all that is known')))[1]).lines).toHaveLength(3);
    expect((await saved(() => choose('Fields for KiCad')))[1]).toMatch(/^Reference,/);
    expect((await saved(() => choose('Fields for Altium')))[1]).toMatch(/^Designator,/);
    await button('More').click();
    await page.getByRole('menuitem', { name: 'CSV', exact: true }).waitFor(WAIT);
    await expectOpenToAll();
    await page.keyboard.press('Escape');
    await expectToFitPhones();
  });

  it('that break off are said, and save nothing', async () => {
    await open(tenant, `boms/${bomId}`);
    await button('More').waitFor(WAIT);
    await page.route(
      '**/export/pages?*',
      (route) => route.fulfill({ status: 429, json: { detail: 'Later.' } }),
    );
    let downloads = 0;
    page.on('download', () => downloads++);
    await choose('CSV');
    await page.getByRole('alert').getByText('Nothing was exported: Later.').waitFor(WAIT);
    expect(downloads).toBe(0);
    await button('More').waitFor(WAIT);
  });
});

/** What changes a BOM. */
const ACTS = /look up|approve|wrong part|nothing to buy|edit|keep|this one|note|release|later|undo/i;

describe('a release', () => {
  it('says what it freezes, and leaves nothing to change anywhere', async () => {
    const frozen = await judgedBom('Rev C.csv');
    await open(tenant, `boms/${frozen}`);
    await button('Look up again').waitFor(WAIT);
    await button('More').click();
    await page.getByRole('menuitem', { name: 'Release this revision' }).click();
    const sheet = page.getByRole('dialog', { name: 'Release Rev C' });
    await sheet.getByText('nobody can take that back').waitFor(WAIT);
    await sheet.getByText('Not ready to order for 25 boards.').waitFor(WAIT);
    await expectOpenToAll();
    await page.route('**/release', (route) => route.fulfill({ status: 503, json: { detail: 'Not now.' } }));
    await sheet.getByRole('button', { name: 'Release' }).click();
    await sheet.getByRole('alert').getByText('Not now.').waitFor(WAIT);
    await page.unroute('**/release');
    await sheet.getByLabel('Name of the release').fill('Rev C1');
    await sheet.getByLabel('Boards to be built').fill('40');
    await sheet.getByRole('button', { name: 'Release' }).click();

    const note = page.getByRole('complementary', { name: 'Released' });
    await note.waitFor(WAIT);
    expect(plain(await note.innerText())).toMatch(
      /^Released as Rev C1, today \d\d:\d\d, for 40 boards Compare Lines/,
    );
    expect(await page.getByRole('button', { name: ACTS }).count()).toBe(0);
    await page.locator('tr[data-line="2"]').click();
    await page.getByRole('complementary', { name: 'R4' }).getByText('Where from').waitFor(WAIT);
    expect(await page.getByRole('button', { name: ACTS }).count()).toBe(0);
    await page.keyboard.press('Escape');
    await button('More').click();
    await page.getByRole('menuitem', { name: 'CSV' }).waitFor(WAIT);
    expect(await page.getByRole('menuitem', { name: 'Release' }).count()).toBe(0);
    await page.keyboard.press('Escape');
    await expectToFitPhones();

    await page.setViewportSize({ width: 1280, height: 900 });
    await page.goto(`${stack.pageUrl}/#/boms/${frozen}/questions`);
    await page.getByRole('heading', { name: 'This revision is released' }).waitFor(WAIT);
    await note.waitFor(WAIT);
    expect(await page.getByRole('button', { name: ACTS }).count()).toBe(0);
    expect(await page.getByRole('link', { name: 'Questions' }).innerText()).toBe('Questions');
    await expectOpenToAll();
    await page.getByRole('link', { name: '1 open question' }).click();
    await page.getByText('1 of 3 lines').waitFor(WAIT);
    await page.goto(`${stack.pageUrl}/#/boms/${frozen}/history`);
    await page.getByText(`Released as Rev C1, for 40 boards, by ${tenant.email}.`).waitFor(WAIT);
    await page.goto(`${stack.pageUrl}/#/boms/${frozen}/questions`);
    await page.getByRole('link', { name: 'Import the next revision of Rev C' }).click();
    await page.getByText('Choose the file of the next revision of Rev C').waitFor(WAIT);
    // the list need not show it
    await page.getByLabel('Find a BOM').fill('nothing like it');
    await page.getByText('No BOM is like that.').first().waitFor(WAIT);
    await page.locator('input[type=file]').setInputFiles({
      name: 'Rev D.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from('MPN,Qty\nRC0603FR-0710KL,3\n'),
    });
    await expect.poll(() => page.getByLabel('As').inputValue(), WAIT).toBe(frozen);
    await page.keyboard.press('Escape');

    await page.goto(`${stack.pageUrl}/#/boms/${bomId}/compare`);
    await page.getByLabel('With').selectOption('Rev C, released as Rev C1');
    await page.getByText('All lines are the same.').waitFor(WAIT);
    // The chosen one is what was before: what it does not have was added since.
    const later = await tenant.importBom(['ONLY-IN-THE-LATER-ONE']);
    await page.goto(`${stack.pageUrl}/#/boms/${later}/compare`);
    await page.getByLabel('With').selectOption('Rev C, released as Rev C1');
    await page.getByRole('link', { name: '1 added' }).waitFor(WAIT);
    await page.getByRole('link', { name: '3 removed' }).waitFor(WAIT);
    await tenant.call('DELETE', `boms/${later}`);
    await page.goto(`${stack.pageUrl}/#/`);
    await page.getByRole('row', { name: /Rev C released/ }).waitFor(WAIT);
  });

  it('is offered to nobody who may not, nor during a run', async () => {
    await open(viewer, `boms/${bomId}`);
    await button('More').click();
    await page.getByRole('menuitem', { name: 'CSV' }).waitFor(WAIT);
    expect(await page.getByRole('menuitem', { name: 'Release' }).count()).toBe(0);
  });
});

describe('a read-only link', () => {
  const sheet = () => page.getByRole('dialog', { name: 'Links to Sensor rev C' });
  const links = () => sheet().getByRole('list', { name: 'Links' });
  const share = async () => {
    await open(tenant, `boms/${bomId}`);
    await button('More').click();
    await page.getByRole('menuitem', { name: 'Share by a link' }).click();
  };
  /** As somebody without an account. */
  const visit = async (address: string) => {
    context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    page = await context.newPage();
    await page.goto(address);
  };

  it('is made, shown once, opens answer, lines and cost to anybody, and is revoked', async () => {
    await share();
    await sheet().getByText('There is no link.').waitFor(WAIT);
    await sheet().getByLabel('Whom it is for').fill('For Ines');
    await sheet().getByLabel('How long').selectOption('7 days');
    await sheet().getByRole('button', { name: 'Make a link' }).click();
    await links().getByText('For Ines').waitFor(WAIT);
    expect(plain(await links().innerText())).toMatch(
      /^For Ines until \d+ \w+( \d+)?, not opened yet Revoke$/,
    );
    const address = await sheet().getByRole('textbox', { name: 'The link' }).inputValue();
    await sheet().getByRole('button', { name: 'Copy the link' }).click();
    await sheet().getByText('Copied.').waitFor(WAIT);
    expect(await clipboard()).toBe(address);
    await expectOpenToAll();
    const owner = { context, page };

    await visit(address);
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.headers()['authorization'] ?? ''));
    const refused: string[] = [];
    page.on('response', (response) => response.status() >= 400 && refused.push(response.url()));
    await page.getByText('Not ready to order for 25 boards.').waitFor(WAIT);
    await page.getByRole('link', { name: '1 wrong' }).click();
    await page.locator('tr[data-line]').click();
    const panel = page.getByRole('complementary', { name: 'R4' });
    await panel.getByText('The BOM says 4.7 kΩ (value)').waitFor(WAIT);
    await panel.getByText('Where from').waitFor(WAIT);
    expect(await page.getByRole('button', { name: ACTS }).count()).toBe(0);
    await page.keyboard.press('Escape');
    expect(
      (await saved(async () => {
        await button('More').click();
        await page.getByRole('menuitem', { name: 'CSV', exact: true }).click();
      }))[1],
    ).toContain('RC0603FR-0747KL');
    await page.getByRole('link', { name: 'Cost' }).click();
    await page.getByText('Worth knowing').waitFor(WAIT);
    expect(await page.getByRole('region', { name: 'Order list' }).count()).toBe(0);
    // by the link alone
    expect([...new Set(asked.filter((token) => token !== ''))]).toEqual([
      `Bearer ${address.split('/').at(-1)}`,
    ]);
    expect(refused).toEqual([]);

    await owner.page.getByRole('button', { name: 'Revoke For Ines' }).click();
    await owner.page.getByRole('dialog', { name: 'Revoke For Ines?' }).getByRole('button', { name: 'Revoke' })
      .click();
    await owner.page.getByText('There is no link.').waitFor(WAIT);
    await page.reload();
    await page.getByRole('heading', { name: 'No BOM is behind this link.' }).waitFor(WAIT);
    await owner.context.close();
  });

  it('keeps nobody out of what it opens, nor of what it says once it opens nothing', async () => {
    const { body } = await tenant.call('POST', `boms/${bomId}/links`, { name: 'Open', expires_in_days: 7 });
    const address = `${stack.pageUrl}/#/shared/${bomId}/${body.link}`;
    await visit(`${address}?line=2`);
    await page.getByRole('complementary', { name: 'R4' }).getByText('Where from').waitFor(WAIT);
    await expectOpenToAll();
    await page.goto(`${address}/cost`);
    await page.getByText('Worth knowing').waitFor(WAIT);
    await expectOpenToAll();
    await page.goto(`${address.slice(0, -4)}`);
    await page.getByRole('heading', { name: 'No BOM is behind this link.' }).waitFor(WAIT);
    await expectOpenToAll();
  });

  it('that has expired, or was not copied whole, says so', async () => {
    const { body } = await tenant.call('POST', `boms/${bomId}/links`, { name: 'Old', expires_in_days: 7 });
    await sql(stack, 'update bomstream.bom_links set expires_at = now() where id = $1', [body.link_id]);
    await visit(`${stack.pageUrl}/#/shared/${bomId}/${body.link}`);
    await page.getByText('Ask whoever sent it for another').waitFor(WAIT);
    await page.goto(`${stack.pageUrl}/#/shared/${bomId}/${body.link.slice(0, -4)}`);
    await page.getByText('not copied whole').waitFor(WAIT);
  });

  it('is no matter of somebody who only reads', async () => {
    await open(viewer, `boms/${bomId}`);
    await button('More').click();
    await page.getByRole('menuitem', { name: 'CSV' }).waitFor(WAIT);
    expect(await page.getByRole('menuitem', { name: 'link' }).count()).toBe(0);
  });
});
