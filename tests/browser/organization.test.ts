/** The pages of an organization: how it works, keys for programs, webhooks, own lists, and what got worse overnight. */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sql } from '../support/admin.ts';
import { expectOpenToAll as expectNoBarriers } from '../support/barriers.ts';
import { launchChromium, signIn } from '../support/browser.ts';
import { startTestStack, type TestStack } from '../support/stack.ts';
import { call, newTenant, type Tenant } from '../support/tenant.ts';

const WAIT = { timeout: 60_000 };
/** Of this machine, which a local stack lets through; nobody listens there. */
const RECEIVER = 'https://127.0.0.1:9/bomstream';

let stack: TestStack;
let browser: Browser;
let tenant: Tenant;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  stack = await startTestStack({
    page: true,
    settings: { BOMSTREAM_WEBHOOK_LOOPBACK: 'true' },
  });
  browser = await launchChromium();
});
afterAll(async () => {
  await browser?.close();
  await stack?.stop();
});
beforeEach(async () => {
  tenant = await newTenant(stack, { role: 'admin' });
});
afterEach(() => context.close());

async function open(who: Tenant): Promise<void> {
  context = await browser.newContext({ viewport: { width: 1280, height: 1_400 } });
  page = await context.newPage();
  await page.goto(stack.pageUrl);
  await signIn(page, who);
  await page.goto(`${stack.pageUrl}/#/organizations/${who.organizationId}/settings`);
  await page.getByRole('heading', { name: 'Settings' }).waitFor(WAIT);
}
const section = (name: string) => page.getByRole('region', { name });
const plain = (text: string) => text.replace(/\s+/g, ' ').trim();

const expectOpenToAll = () => expectNoBarriers(page);
async function expectToFitPhones(): Promise<void> {
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
}

it('says when BOMs are looked up again, whom of, and from whom parts are bought', async () => {
  const viewer = await newTenant(stack, { role: 'viewer', organizationId: tenant.organizationId });
  await open(tenant);
  const stored = async () =>
    (await tenant.call('GET', `organizations/${tenant.organizationId}/settings`)).body;
  await page.getByLabel('BOMs are looked up again').selectOption('weekly, on Mondays');
  await page.getByLabel(/^from/).selectOption('05:00 UTC');
  await page.getByLabel('Every connected supplier is asked').uncheck();
  await page.getByRole('button', { name: 'Ask DigiKey earlier' }).click();
  await page.getByRole('list', { name: 'Asked, in this order' }).getByRole('checkbox', { name: 'Nexar' })
    .click();
  await page.getByRole('textbox', { name: 'Never bought from' }).fill('Example Brokers, Another');
  await page.getByRole('button', { name: 'Save: Never bought from' }).click();
  await expect.poll(stored, WAIT).toMatchObject({
    schedule: 'weekly',
    schedule_hour: 5,
    suppliers: ['digikey', 'mouser', 'element14'],
    blocked_suppliers: ['Example Brokers', 'Another'],
  });
  await expectOpenToAll();
  await expectToFitPhones();
  const [download] = await Promise.all([
    page.waitForEvent('download', WAIT),
    page.getByRole('button', { name: 'Export everything' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('Test.ndjson');
  await context.close();
  await open(viewer);
  await page.getByText('BOMs are looked up again weekly, on Mondays, from 05:00 UTC on.').waitFor(WAIT);
  await page.getByText('Never bought from: Example Brokers, Another.').waitFor(WAIT);
  expect(await page.getByRole('checkbox').count()).toBe(0);
});

it('shows what was chosen from the click on, and nothing else can be chosen until it is saved', async () => {
  const other = await newTenant(stack, { role: 'viewer', organizationId: tenant.organizationId });
  let answer!: () => void;
  const answered = new Promise<void>((resolve) => answer = resolve);
  await open(tenant);
  // an answer that comes at once would leave no time in which a box could be seen going back
  await page.route(/\/(settings|members\/.*)$/, async (route) => {
    if (route.request().method() === 'PATCH') await answered;
    await route.continue();
  });
  const every = page.getByLabel('Every connected supplier is asked');
  await every.waitFor(WAIT);
  expect(
    await every.evaluate((box: HTMLInputElement) => (box.click(), [box.checked, box.matches(':disabled')])),
  )
    .toEqual([false, true]);
  await page.goto(`${stack.pageUrl}/#/organizations/${tenant.organizationId}/team`);
  const role = page.getByLabel(`Role of ${other.email}`);
  await role.waitFor(WAIT);
  expect(
    await role.evaluate((select: HTMLSelectElement) => {
      select.value = 'editor';
      select.dispatchEvent(new Event('change', { bubbles: true }));
      return [select.value, select.disabled];
    }),
  ).toEqual(['editor', true]);
  answer();
  await expect.poll(() => role.isEnabled(), WAIT).toBe(true);
  expect(await role.inputValue()).toBe('editor');
});

it('makes a key that is shown once and lets a program in, says when it was used, and revokes it', async () => {
  await open(tenant);
  const keys = section('Keys for programs');
  await keys.getByText('There is no key.').waitFor(WAIT);
  await keys.getByLabel('What the key is for').fill('Nightly build');
  await keys.getByLabel('What it may do').selectOption('reads');
  await keys.getByLabel('How long').selectOption('30 days');
  await page.route(
    '**/keys',
    (route) =>
      route.request().method() === 'POST'
        ? route.fulfill({ status: 409, json: { detail: 'There are 50 keys.' } })
        : route.continue(),
  );
  await keys.getByRole('button', { name: 'Make a key' }).click();
  await keys.getByRole('alert').getByText('There are 50 keys.').waitFor(WAIT);
  await page.unroute('**/keys');
  await keys.getByRole('button', { name: 'Make a key' }).click();
  const list = keys.getByRole('list', { name: 'Keys' });
  await list.getByText('Nightly build').waitFor(WAIT);
  expect(plain(await list.innerText())).toMatch(
    new RegExp(`^Nightly build reads until .*, not used yet, made by ${tenant.email} Revoke$`),
  );
  const key = await keys.getByRole('textbox', { name: 'The key', exact: true }).inputValue();
  await expectOpenToAll();
  await expectToFitPhones();

  const used = () => call(stack, key, 'GET', `boms?organization_id=${tenant.organizationId}`);
  expect((await used()).status).toBe(200);
  await page.reload();
  await list.getByText(/last used today/).waitFor(WAIT);
  expect(await keys.getByRole('textbox', { name: 'The key', exact: true }).count()).toBe(0);
  const question = page.getByRole('dialog', { name: 'Revoke Nightly build?' });
  await keys.getByRole('button', { name: 'Revoke Nightly build' }).click();
  await question.getByText('cannot be brought back').waitFor(WAIT);
  await expectOpenToAll();
  await question.getByRole('button', { name: 'Keep' }).click();
  await question.waitFor({ ...WAIT, state: 'hidden' });
  expect((await used()).status).toBe(200);
  await keys.getByRole('button', { name: 'Revoke Nightly build' }).click();
  await question.getByRole('button', { name: 'Revoke' }).click();
  await keys.getByText('There is no key.').waitFor(WAIT);
  expect((await used()).status).toBe(401);
});

it('adds a webhook whose secret is shown once, tests it, says what became of deliveries, and deletes it', async () => {
  await open(tenant);
  const webhooks = section('Webhooks');
  await webhooks.getByText('There is no webhook.').waitFor(WAIT);
  const add = async (url: string) => {
    await webhooks.getByLabel('Address to be told').fill(url);
    await webhooks.getByRole('button', { name: 'Add' }).click();
  };
  await add('https://10.0.0.1/');
  await webhooks.getByRole('alert').getByText(/^The address /).waitFor(WAIT);
  await webhooks.getByLabel('Somebody has to answer').uncheck();
  await add(RECEIVER);
  const list = webhooks.getByRole('list', { name: 'Webhooks' });
  await list.getByText(RECEIVER).waitFor(WAIT);
  expect(plain(await list.innerText())).toContain(
    'A run ended · Something got worse since the last run Test',
  );
  expect(await webhooks.getByRole('textbox', { name: 'The secret' }).inputValue()).toMatch(/^whsec_/);
  await webhooks.getByRole('button', { name: `Deliveries to ${RECEIVER}` }).click();
  await webhooks.getByText('Nothing was sent in the last 30 days.').waitFor(WAIT);

  await webhooks.getByRole('button', { name: `Test ${RECEIVER}` }).click();
  const log = webhooks.getByRole('list', { name: 'Deliveries' });
  await log.getByText('Test', { exact: true }).waitFor(WAIT);
  // what became of it depends on who sends when: this is what the page says of each outcome
  await sql(
    stack,
    `insert into bomstream.webhook_deliveries (webhook_id, event, body, due_at, attempts, delivered_at, response_status, error)
     select id, 'run.ended', '{}', null::timestamptz, 1, now(), 204, null from bomstream.webhooks where organization_id = $1
     union all
     select id, 'changes.found', '{}', null, 6, null, null, 'unreachable' from bomstream.webhooks where organization_id = $1`,
    [tenant.organizationId],
  );
  await webhooks.getByRole('button', { name: `Deliveries to ${RECEIVER}` }).click();
  await webhooks.getByRole('button', { name: `Test ${RECEIVER}` }).click();
  await log.getByText('delivered: it answered 204').waitFor(WAIT);
  await log.getByText('given up: it cannot be reached, 6 attempts').waitFor(WAIT);
  await expectOpenToAll();
  await expectToFitPhones();

  await webhooks.getByRole('button', { name: `Turn off ${RECEIVER}` }).click();
  await list.getByText('turned off: nothing is sent').waitFor(WAIT);
  expect(await webhooks.getByRole('button', { name: `Test ${RECEIVER}` }).count()).toBe(0);
  await webhooks.getByRole('button', { name: `Delete ${RECEIVER}` }).click();
  await webhooks.getByText('There is no webhook.').waitFor(WAIT);
});

it('says of an open invitation whom it is for, as what, who invited and until when', async () => {
  await open(tenant);
  await page.goto(`${stack.pageUrl}/#/organizations/${tenant.organizationId}/team`);
  await page.getByLabel('Whom for').fill('ada@example.com');
  await page.getByLabel('Role', { exact: true }).selectOption('viewer');
  // one click after the other, as a mouse sends them: the first is answered before the second
  const make = page.getByRole('button', { name: 'Make a link' });
  const box = (await make.boundingBox())!;
  const at = [box.x + box.width / 2, box.y + box.height / 2] as const;
  await page.mouse.click(...at, { clickCount: 1 });
  await page.getByRole('row', { name: /^ada@example\.com viewer: reads you / }).waitFor(WAIT);
  await page.mouse.move(...at);
  await page.mouse.down({ clickCount: 2 });
  await page.mouse.up({ clickCount: 2 });
  await page.getByLabel('Whom for').fill('grace@example.com');
  await make.click();
  await page.getByRole('row', { name: /^grace@example\.com/ }).waitFor(WAIT);
  const { body } = await tenant.call('GET', `organizations/${tenant.organizationId}/invitations`);
  expect(body.invitations.map(({ label }: { label: string | null }) => label).toSorted()).toEqual([
    'ada@example.com',
    'grace@example.com',
  ]);
  await expectToFitPhones();
});

it('deletes a project when nobody can undo that any more', async () => {
  const { body } = await tenant.call('POST', `organizations/${tenant.organizationId}/projects`, {
    name: 'Rover',
  });
  const stored = async () =>
    (await tenant.call('GET', `organizations/${tenant.organizationId}/projects`)).body.projects.map((
      { project_id }: { project_id: string },
    ) => project_id);
  await open(tenant);
  const remove = page.getByRole('button', { name: 'Delete, but keep its BOMs: Rover' });
  await remove.click();
  await page.getByText('Rover is deleted.').waitFor(WAIT);
  expect(await remove.count()).toBe(0);
  await page.getByRole('button', { name: 'Undo' }).click();
  await remove.waitFor(WAIT);
  expect(await stored()).toEqual([body.project_id]);
  await remove.click();
  await expect.poll(stored, WAIT).toEqual([]);
});

it('renames a BOM, moves it to a project and sets its own schedule', async () => {
  const { body: { project_id } } = await tenant.call(
    'POST',
    `organizations/${tenant.organizationId}/projects`,
    { name: 'Rover' },
  );
  const bomId = await tenant.importBom(['RC0603FR-0710KL']);
  await open(tenant);
  await page.goto(`${stack.pageUrl}/#/boms/${bomId}`);
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Name, project, schedule' }).click();
  const sheet = page.getByRole('dialog');
  await sheet.getByRole('option', { name: 'Rover' }).waitFor({ ...WAIT, state: 'attached' });
  await sheet.getByLabel('Name').fill('Motor driver rev C');
  await sheet.getByLabel('Project').selectOption('Rover');
  await sheet.getByLabel('Looked up again').selectOption('each night');
  await sheet.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('heading', { name: /^Motor driver rev C\./ }).waitFor(WAIT);
  expect((await tenant.call('GET', `boms/${bomId}`)).body).toMatchObject({
    name: 'Motor driver rev C',
    project_id,
    schedule: 'nightly',
  });
});

it('leaves a BOM in its project where it is renamed before the projects are there', async () => {
  const { body: { project_id } } = await tenant.call(
    'POST',
    `organizations/${tenant.organizationId}/projects`,
    { name: 'Rover' },
  );
  const bomId = await tenant.importBom(['RC0603FR-0710KL']);
  await tenant.call('PATCH', `boms/${bomId}`, { project_id });
  await open(tenant);
  let arrive = () => {};
  const arrived = new Promise<void>((resolve) => void (arrive = resolve));
  await page.route('**/projects', async (route) => {
    await arrived;
    await route.fallback();
  });
  await page.goto(`${stack.pageUrl}/#/boms/${bomId}`);
  await page.reload();
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Name, project, schedule' }).click();
  const sheet = page.getByRole('dialog');
  await sheet.getByLabel('Name').fill('Motor driver rev C');
  arrive();
  await sheet.getByRole('option', { name: 'Rover' }).waitFor({ ...WAIT, state: 'attached' });
  expect(await sheet.getByLabel('Name').inputValue()).toBe('Motor driver rev C');
  expect(await sheet.getByLabel('Project').inputValue()).toBe(project_id);
  await sheet.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('heading', { name: /^Motor driver rev C\./ }).waitFor(WAIT);
  expect((await tenant.call('GET', `boms/${bomId}`)).body).toMatchObject({ project_id });
});

it('shows neither to somebody who is no admin', async () => {
  await open(await newTenant(stack, { role: 'editor', organizationId: tenant.organizationId }));
  await page.getByRole('heading', { name: 'Projects' }).waitFor(WAIT);
  expect(await page.getByRole('heading', { name: /Keys|Webhooks/ }).count()).toBe(0);
});

it('shows what got worse, of which BOM and when, and counts it on the list of BOMs', async () => {
  const bomId = await tenant.importBom(['RC0603FR-0710KL', 'RC0603FR-0747KL']);
  await tenant.start(bomId);
  await tenant.untilEnded(bomId);
  const other = await tenant.importBom(['RC0603FR-0712KL']);
  const changed = (
    bom: string,
    line: number,
    kind: string,
    before: unknown,
    after: unknown,
    currency?: string,
  ) =>
    sql(
      stack,
      `insert into bomstream.run_changes
         (organization_id, bom_id, run, line_id, component_id, kind, before, after, currency, created_at)
       select $1, $2, 2, l.id, coalesce(l.component_id, gen_random_uuid()), $4, $5, $6, $7, now() - interval '1 hour' * l.line_number
       from bomstream.bom_lines l where l.bom_id = $2 and l.line_number = $3`,
      [
        tenant.organizationId,
        bom,
        line,
        kind,
        JSON.stringify(before),
        JSON.stringify(after),
        currency ?? null,
      ],
    );
  await changed(bomId, 1, 'stock_gone', 1200, 0);
  await changed(bomId, 2, 'price_up', 0.1, 0.14, 'USD');
  await changed(other, 1, 'end_of_life', 'active', 'obsolete');

  await open(await newTenant(stack, { role: 'viewer', organizationId: tenant.organizationId }));
  await page.getByRole('link', { name: 'Changes' }).click();
  await page.getByRole('heading', { name: '3 things got worse.' }).waitFor(WAIT);
  const rows = async () => (await page.locator('tbody tr').allInnerTexts()).map(plain);
  expect(await rows()).toEqual(expect.arrayContaining([
    expect.stringMatching(/^Stock gone RC0603FR-0710KL Yageo 1,200 → 0 Test run 2 /),
    expect.stringMatching(/^Price up RC0603FR-0747KL Yageo 0\.1000 USD → 0\.1400 USD, 40 % more Test run 2 /),
    expect.stringMatching(/^End of life .* in production → obsolete Test run 2 /),
  ]));
  await expectOpenToAll();
  await expectToFitPhones();
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.getByRole('link', { name: 'Price up' }).click();
  await expect.poll(rows, WAIT).toHaveLength(1);
  await page.getByRole('link', { name: 'Compliance lost' }).click();
  await page.getByRole('heading', { name: 'No change is of this kind.' }).waitFor(WAIT);
  await page.getByRole('link', { name: 'Show all' }).click();
  await expect.poll(rows, WAIT).toHaveLength(3);

  await page.getByRole('link', { name: 'BOMs', exact: true }).click();
  await page.getByRole('link', { name: '2 got worse since yesterday' }).waitFor(WAIT);
  await expectOpenToAll();
  await expectToFitPhones();
  await page.getByRole('link', { name: '2 got worse since yesterday' }).click();
  await page.getByRole('link', { name: /Only Test/ }).waitFor(WAIT);
  await expect.poll(rows, WAIT).toHaveLength(2);
  await page.getByRole('link', { name: 'RC0603FR-0710KL' }).click();
  await page.getByRole('complementary', { name: 'RC0603FR-0710KL' }).waitFor(WAIT);
});

it('says that nothing got worse where no run found that', async () => {
  await open(tenant);
  await page.getByRole('link', { name: 'Changes' }).click();
  await page.getByRole('heading', { name: 'Nothing got worse.' }).waitFor(WAIT);
  await page.getByText('A BOM that is looked up again').waitFor(WAIT);
});

describe('own stock and agreed prices', () => {
  const upload = (name: string, text: string) =>
    section(name).locator('input[type=file]').setInputFiles({
      name: 'Store.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(text),
    });
  const listed = async (name: string) =>
    (await section(name).getByRole('list', { name }).getByRole('listitem').allInnerTexts()).map(plain);

  it('are read from a list; what is not kept is said, with its row; and all of it goes after a while', async () => {
    await open(await newTenant(stack, { role: 'editor', organizationId: tenant.organizationId }));
    const stock = section('Own stock');
    await stock.getByText('No stock of your own is known.').waitFor(WAIT);
    await upload('Own stock', 'Part,Pieces\nRC0603FR-0710KL,5\n');
    await stock.getByRole('alert').getByText('The list needs a row of names').waitFor(WAIT);
    await upload(
      'Own stock',
      'MPN,Manufacturer,Qty\nRC0603FR-0710KL,Yageo,500\nRC0603FR-0747KL,Yageo,many\n',
    );
    await stock.getByText('1 new, 0 changed, 0 as before, 1 not kept.').waitFor(WAIT);
    await stock.getByText('Row 3 quantity "many" is no whole number of pieces.').waitFor(WAIT);
    expect(await listed('Own stock')).toEqual([
      expect.stringMatching(/^RC0603FR-0710KL Yageo Store\.csv, today \d\d:\d\d 500 pieces$/),
    ]);

    const { body: bom } = await tenant.call('POST', 'boms', {
      organization_id: tenant.organizationId,
      name: 'In store.csv',
      lines: [{ mpn: 'RC0603FR-0710KL', manufacturer: 'Yageo', designators: 'R1', quantity: 1 }],
    });
    await tenant.start(bom.bom_id);
    await tenant.untilEnded(bom.bom_id);
    const settings = page.url();
    await page.goto(`${stack.pageUrl}/#/boms/${bom.bom_id}?line=1`);
    await page.getByRole('row', { name: /^Your own stock . 500 used first$/ }).waitFor(WAIT);
    await page.getByRole('heading', { name: /^Your own stock is enough/ }).waitFor(WAIT);
    // nothing is bought: what is there says so, and what is needed is needed all the same
    const row = page.locator('tr[data-line="1"]');
    expect(await row.locator(':is(.of-stock, .of-each)').allTextContents()).toEqual([
      expect.stringMatching(/ from your own stock *500$/),
      '',
    ]);
    expect(Number(await row.locator('.of-need').textContent())).toBeGreaterThan(0);
    await page.goto(settings);

    const prices = section('Agreed prices');
    const list =
      'MPN,Manufacturer,From,Price\nRC0603FR-0710KL,Yageo,1,0.01\nRC0603FR-0710KL,Yageo,100,0.005\n';
    await upload('Agreed prices', list);
    await prices.getByText('2 not kept').waitFor(WAIT);
    await prices.getByLabel('Currency of prices that state none').fill('eur');
    await upload('Agreed prices', list);
    await prices.getByText('1 new, 0 changed, 0 as before.').waitFor(WAIT);
    expect(await listed('Agreed prices')).toEqual([
      expect.stringMatching(/ 0\.0100 EUR from 1, 0\.0050 EUR from 100$/),
    ]);
    await expectOpenToAll();
    await expectToFitPhones();

    await page.getByRole('button', { name: 'Delete all: Own stock' }).click();
    await stock.getByText('No stock of your own is known.').waitFor(WAIT);
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => listed('Own stock'), WAIT).toHaveLength(1);
  });

  it('are seen by somebody who only reads, without a button', async () => {
    await tenant.call('POST', `organizations/${tenant.organizationId}/stock`, {
      stock: [{ mpn: 'RC0603FR-0710KL', manufacturer: 'Yageo', quantity: 7 }],
    });
    await open(await newTenant(stack, { role: 'viewer', organizationId: tenant.organizationId }));
    await expect.poll(() => listed('Own stock'), WAIT).toEqual([expect.stringMatching(/ 7 pieces$/)]);
    await section('Agreed prices').getByText('No price is agreed.').waitFor(WAIT);
    expect(await page.getByText(/Upload|Delete/).count()).toBe(0);
  });
});
