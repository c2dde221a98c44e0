/** Two people at work on one BOM: what the other one does is seen before it is overruled, and nothing that was typed is lost. */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { launchChromium, signIn } from '../support/browser.ts';
import { sql } from '../support/admin.ts';
import { startTestStack, type TestStack } from '../support/stack.ts';
import { startUnending } from '../support/held-runs.ts';
import { type Json, newTenant, type Tenant } from '../support/tenant.ts';

const WAIT = { timeout: 60_000 };

let stack: TestStack;
let browser: Browser;
let tenant: Tenant;
let maria: Tenant;
let context: BrowserContext;
let page: Page;
let bomId: string;
/** What the page threw, and nobody took. */
let thrown: string[];

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
  maria = await newTenant(stack, { organizationId: tenant.organizationId, role: 'admin' });
  bomId = await imported('Ours');
  await tenant.start(bomId);
  await tenant.untilEnded(bomId, 'completed');
  context = await browser.newContext();
  page = await context.newPage();
  thrown = [];
  page.on('pageerror', (error) => void thrown.push(error.message));
  await page.goto(stack.pageUrl);
  await signIn(page, tenant);
});
afterEach(() => context.close());

async function imported(name: string): Promise<string> {
  const { body } = await tenant.call('POST', 'boms', {
    organization_id: tenant.organizationId,
    name,
    lines: ['RC0603FR-0710KL', 'NOBODY-1', 'NOBODY-2'].map((mpn, i) => ({
      mpn,
      designators: `R${i + 1}`,
      quantity: 1,
      value: '4k7',
    })),
  });
  return body.bom_id;
}
const show = (place: string) => page.goto(`${stack.pageUrl}/#/boms/${bomId}${place}`);
const lines = async (): Promise<Json[]> => (await tenant.call('GET', `boms/${bomId}/lines`)).body.lines;
const decide = async (who: Tenant, line: Json, how: object) =>
  expect((await who.call('POST', `boms/${bomId}/review`, { line_ids: [line.line_id], ...how })).status).toBe(
    200,
  );
/** Until the end of this, the page does not learn what others do. */
async function unheard(work: () => Promise<void>): Promise<void> {
  const isRead = (url: URL) => url.pathname.endsWith('/changes');
  await page.route(isRead, (route) => route.abort());
  await work();
  await page.unroute(isRead);
}

describe('a decision on a line', () => {
  it('that somebody else has decided meanwhile is not made before that was seen', async () => {
    const [line] = await lines();
    await show('?line=1');
    const panel = page.locator('.panel');
    await panel.getByRole('button', { name: /Nothing to buy/ }).waitFor(WAIT);
    await page.getByText('Up to date').waitFor(WAIT);
    await unheard(async () => {
      await decide(maria, line, { action: 'reject' });
      await page.keyboard.press('n');
      await expect.poll(() => panel.getByRole('alert').allInnerTexts(), WAIT).toEqual([
        `Since you looked, ${maria.email} has rejected what was found for R1. Look again, and decide then.`,
      ]);
      expect((await lines())[0].review).toBe('rejected');
    });
    await page.getByText(`R1 was rejected, by ${maria.email}.`).first().waitFor(WAIT);
    await panel.getByRole('button', { name: 'Rejected. Undo' }).waitFor(WAIT);
    await page.keyboard.press('n');
    await expect.poll(async () => (await lines())[0].status, WAIT).toBe('skipped');
    await expect.poll(() => panel.getByRole('alert').count(), WAIT).toBe(0);
    expect(thrown).toEqual([]);
  });

  it('says without a network that there is none, and nothing else', async () => {
    await show('?line=1');
    await page.locator('.panel').getByRole('button', { name: /approve/ }).waitFor(WAIT);
    await page.getByText('Up to date').waitFor(WAIT);
    await context.setOffline(true);
    await page.keyboard.press('a');
    await page.getByRole('alert').filter({ hasText: 'The server cannot be reached' }).first().waitFor(WAIT);
    await page.keyboard.press('u');
    await page.locator('.toast, [role=alert]').filter({ hasText: 'cannot be reached' }).first().waitFor(WAIT);
    await context.setOffline(false);
    await page.getByText('Up to date').waitFor(WAIT);
    expect(thrown).toEqual([]);
  });

  it('that nobody knows is kept as written in its panel, as on its card', async () => {
    await show('?line=2');
    await page.locator('.decisions').getByRole('button', { name: 'Keep as written' }).click(WAIT);
    await expect.poll(async () => (await lines())[1].review, WAIT).toBe('approved');
    await page.locator('.decisions').getByRole('button', { name: 'Kept as written. Undo' }).waitFor(WAIT);
    // It goes with the verdict, which is read after the line.
    await page.getByRole('button', { name: 'Keep as written', exact: true }).waitFor({
      state: 'detached',
      ...WAIT,
    });
  });

  it('is told on the pages of its BOM alone', async () => {
    const other = await imported('Theirs');
    await show('?line=1');
    await page.locator('.panel').getByRole('button', { name: /Nothing to buy/ }).waitFor(WAIT);
    await page.keyboard.press('n');
    const told = page.locator('.toast', { hasText: 'R1: nothing to buy.' });
    await told.waitFor(WAIT);
    await page.goto(`${stack.pageUrl}/#/boms/${bomId}/history`);
    await page.getByRole('heading', { name: 'Decided and edited' }).waitFor(WAIT);
    expect(await told.count()).toBe(1);
    await page.goto(`${stack.pageUrl}/#/boms/${other}`);
    expect(await told.count()).toBe(0);
  });
});

describe('an answer to a question', () => {
  it('that somebody else has given meanwhile is not given before theirs was seen', async () => {
    const [, line] = await lines();
    await show('/questions');
    const keep = page.getByRole('group', { name: 'Answers' }).getByRole('button', {
      name: 'keep as written',
    });
    await keep.waitFor(WAIT);
    await page.getByText('Up to date').waitFor(WAIT);
    await unheard(async () => {
      await decide(maria, line, { action: 'nothing_to_buy' });
      await page.keyboard.press('k');
      await page.getByRole('alert').filter({
        hasText:
          `Since you looked, ${maria.email} has set R2 to nothing to buy. Look again, and decide then. ` +
          '“as written” was not saved.',
      }).waitFor(WAIT);
      expect((await lines())[1].status).toBe('skipped');
    });
    await page.getByText(`R2 was set to nothing to buy, by ${maria.email}.`).first().waitFor(WAIT);
    await page.getByRole('button', { name: 'Back to R2' }).click();
    await page.getByText(`Meanwhile it was set to nothing to buy, by ${maria.email}.`).waitFor(WAIT);
    await keep.click();
    await expect.poll(async () => (await tenant.call('GET', `boms/${bomId}/changes`)).body.changes[0], WAIT)
      .toMatchObject({ action: 'keep_as_written', user_id: tenant.userId });
    expect(await page.getByRole('alert').count()).toBe(0);
    expect(thrown).toEqual([]);
  });
});

describe('what others do with the BOM itself', () => {
  const pages = ['', '/questions', '/cost', '/compare', '/history'];

  it('is told on each of its pages: that it was released, after which nothing changes it', async () => {
    const tabs: Page[] = [];
    for (const place of pages) {
      const tab = place === '' ? page : await context.newPage();
      await tab.goto(`${stack.pageUrl}/#/boms/${bomId}${place}`);
      await tab.locator('.connection').getByText('Up to date').waitFor(WAIT);
      if (place !== '/questions') expect(await tab.locator('.tabs small').innerText()).toBe('2');
      tabs.push(tab);
    }
    await page.getByRole('button', { name: 'Look up again' }).waitFor(WAIT);
    const released = await maria.call('POST', `boms/${bomId}/release`, { name: 'Rev C' });
    expect(released.status).toBe(200);
    for (const tab of tabs) {
      await tab.getByRole('complementary', { name: 'Released' }).waitFor(WAIT);
      await tab.getByText(`Ours was released, by ${maria.email}. It does not change any more.`).waitFor(WAIT);
    }
    expect(await page.getByRole('button', { name: 'Look up again' }).count()).toBe(0);
    await tabs[1]!.getByText('This revision is released').waitFor(WAIT);
  });

  it('is told on each of its pages: that it was deleted', async () => {
    const tabs: Page[] = [];
    for (const place of pages) {
      const tab = place === '' ? page : await context.newPage();
      await tab.goto(`${stack.pageUrl}/#/boms/${bomId}${place}`);
      await tab.locator('.connection').getByText('Up to date').waitFor(WAIT);
      tabs.push(tab);
    }
    // past the minute in which the stream follows what has ended
    await sql(
      stack,
      `update bomstream.enrichment_runs set created_at = created_at - interval '2 minutes' where bom_id = $1`,
      [bomId],
    );
    await page.waitForTimeout(8_000);
    expect((await maria.call('DELETE', `boms/${bomId}`)).status).toBe(204);
    for (const tab of tabs) await tab.getByRole('heading', { name: 'Ours was deleted.' }).waitFor(WAIT);
  });

  it('shows on each of its pages: that it is called otherwise, or meant for more boards', async () => {
    const tabs: Page[] = [];
    for (const place of ['', '/questions', '/cost']) {
      const tab = place === '' ? page : await context.newPage();
      await tab.goto(`${stack.pageUrl}/#/boms/${bomId}${place}`);
      await tab.locator('.connection').getByText('Up to date').waitFor(WAIT);
      tabs.push(tab);
    }
    await page.getByLabel('Boards', { exact: true }).waitFor(WAIT);
    expect(await page.getByLabel('Boards', { exact: true }).inputValue()).toBe('25');
    expect((await maria.call('PATCH', `boms/${bomId}`, { name: 'Hers', boards: 100 })).status).toBe(200);
    for (const tab of tabs) await tab.locator('.trail').getByText('Hers').waitFor(WAIT);
    await expect.poll(() => page.getByLabel('Boards', { exact: true }).inputValue(), WAIT).toBe('100');
    await tabs[2]!.getByText('100 boards').first().waitFor(WAIT);
  });

  it('shows on the cost, and in the history', async () => {
    const [line] = await lines();
    const history = await context.newPage();
    await history.goto(`${stack.pageUrl}/#/boms/${bomId}/history`);
    await history.locator('.connection').getByText('Up to date').waitFor(WAIT);
    await show('/cost');
    await page.locator('.connection').getByText('Up to date').waitFor(WAIT);
    await page.getByRole('region', { name: 'Parts' }).getByText('RC0603FR-0710KL').waitFor(WAIT);
    await decide(maria, line, { action: 'nothing_to_buy' });
    await page.getByRole('region', { name: 'Parts' }).getByText('RC0603FR-0710KL').waitFor({
      state: 'hidden',
      ...WAIT,
    });
    await history.getByText(`was set to nothing to buy, by ${maria.email}.`).waitFor(WAIT);
  });
});

describe('a role', () => {
  it('that an admin takes or gives shows on each page that is open, which then offers nothing that would be refused', async () => {
    const eva = await newTenant(stack, { organizationId: tenant.organizationId, role: 'editor' });
    const give = (role: string) =>
      maria.call('PATCH', `organizations/${tenant.organizationId}/members/${eva.userId}`, { role });
    const hers = await browser.newContext();
    const her = await hers.newPage();
    await her.goto(stack.pageUrl);
    await signIn(her, eva);
    const again = her.getByRole('button', { name: 'Look up again' });
    for (
      const [place, offer] of [
        ['', again],
        ['?line=1', her.getByRole('button', { name: /Nothing to buy/ })],
        ['/questions', her.getByRole('group', { name: 'Answers' })],
      ] as const
    ) {
      await her.goto(`${stack.pageUrl}/#/boms/${bomId}${place}`);
      await offer.first().waitFor(WAIT);
      await her.getByText('Up to date').waitFor(WAIT);
      expect((await give('viewer')).status).toBe(200);
      await her.getByText('Your role in Test is viewer now: you can read here, and change nothing.').waitFor(
        WAIT,
      );
      expect(await offer.count()).toBe(0);
      expect((await give('editor')).status).toBe(200);
      await offer.first().waitFor(WAIT);
    }
    for (
      const [place, offer] of [
        ['team', her.getByRole('button', { name: 'Make a link' })],
        ['settings', her.getByRole('button', { name: 'Make a key' })],
      ] as const
    ) {
      expect((await give('admin')).status).toBe(200);
      await her.goto(`${stack.pageUrl}/#/organizations/${tenant.organizationId}/${place}`);
      await offer.waitFor(WAIT);
      expect((await give('editor')).status).toBe(200);
      await offer.waitFor({ ...WAIT, state: 'detached' });
    }
    await her.goto(`${stack.pageUrl}/#/organizations/${tenant.organizationId}`);
    await her.getByText('Import').first().waitFor(WAIT);
    await give('viewer');
    await expect.poll(() => her.getByText('Import').count(), WAIT).toBe(0);
    await her.goto(`${stack.pageUrl}/#/boms/${bomId}`);
    await her.getByText('Up to date').waitFor(WAIT);
    await maria.call('DELETE', `organizations/${tenant.organizationId}/members/${eva.userId}`);
    await her.getByText(/no longer a member|Not found/).first().waitFor(WAIT);
    await hers.close();
  });
});

describe('a sheet that stands open', () => {
  const sheets = [
    ['Name, project, schedule', 'Name', 'Save'],
    ['Release this revision', 'Name of the release', 'Release'],
    ['Share by a link', 'Whom it is for', 'Make a link'],
  ] as const;

  it('saves nothing while the role is taken away, says so, keeps what was typed, and saves again after', async () => {
    const eva = await newTenant(stack, { organizationId: tenant.organizationId, role: 'editor' });
    const give = (role: string) =>
      maria.call('PATCH', `organizations/${tenant.organizationId}/members/${eva.userId}`, { role });
    const hers = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] });
    const tabs: Page[] = [];
    for (const [sheet, field] of sheets) {
      const tab = await hers.newPage();
      if (tabs.length === 0) {
        await tab.goto(stack.pageUrl);
        await signIn(tab, eva);
      }
      await tab.goto(`${stack.pageUrl}/#/boms/${bomId}`);
      await tab.getByText('Up to date').waitFor(WAIT);
      await tab.getByRole('button', { name: 'More' }).click(WAIT);
      await tab.getByRole('menuitem', { name: sheet }).click();
      await tab.getByRole('dialog').getByLabel(field, { exact: true }).fill('Ours, too');
      tabs.push(tab);
    }
    const said = 'You can only read here now. What you typed here cannot be saved.';
    expect((await give('viewer')).status).toBe(200);
    for (const [i, [, field, save]] of sheets.entries()) {
      const form = tabs[i]!.getByRole('dialog');
      await expect.poll(() => form.getByRole('alert').allInnerTexts(), WAIT).toEqual([said]);
      expect(await form.getByRole('button', { name: save }).count()).toBe(0);
      await form.getByLabel(field, { exact: true }).press('Enter');
      expect(await form.getByLabel(field, { exact: true }).inputValue()).toBe('Ours, too');
      if (save === 'Make a link') continue;
      await tabs[i]!.bringToFront();
      await form.getByRole('button', { name: 'Copy what you typed' }).click();
      await form.getByText('Copied.').waitFor(WAIT);
      expect(await tabs[i]!.evaluate(() => navigator.clipboard.readText())).toContain(
        `${field}: Ours, too\n`,
      );
    }
    expect((await give('editor')).status).toBe(200);
    for (const [i, [, field, save]] of sheets.entries()) {
      const form = tabs[i]!.getByRole('dialog');
      await form.getByRole('button', { name: save }).waitFor(WAIT);
      expect(await form.getByRole('alert').count()).toBe(0);
      expect(await form.getByLabel(field, { exact: true }).inputValue()).toBe('Ours, too');
    }
    await maria.call('DELETE', `organizations/${tenant.organizationId}/members/${eva.userId}`);
    for (const tab of tabs) {
      await tab.getByRole('dialog').getByText('You are no longer a member of Test').waitFor(WAIT);
    }
    await hers.close();
  });
});

describe('a message of what was done', () => {
  it('goes with whoever was signed in, in each tab', async () => {
    const tabs = [page, await context.newPage()];
    for (const [i, tab] of tabs.entries()) {
      await tab.goto(`${stack.pageUrl}/#/boms/${bomId}?line=${i + 1}`);
      await tab.locator('.panel').getByRole('button', { name: /Nothing to buy/ }).waitFor(WAIT);
    }
    // they would go by themselves after a while
    for (const tab of tabs) await tab.clock.pauseAt(Date.now() + 1_000);
    for (const tab of tabs) {
      await tab.locator('.panel').getByRole('button', { name: /Nothing to buy/ }).click();
    }
    for (const tab of tabs) await tab.locator('.toast', { hasText: 'nothing to buy' }).first().waitFor(WAIT);
    await page.getByRole('button', { name: /^Account/ }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    for (const tab of tabs) {
      await tab.getByLabel('Password').waitFor(WAIT);
      expect(await tab.locator('.toast').count()).toBe(0);
    }
  });
});

describe('a run', () => {
  it('of which nothing comes says that an invocation may be lost, and when it goes on', async () => {
    const other = await imported('Held');
    await startUnending(stack, tenant, other);
    await page.goto(`${stack.pageUrl}/#/boms/${other}`);
    await page.getByText('1 line to go.').waitFor(WAIT);
    await page.getByText('If the invocation that worked on it was lost').waitFor(WAIT);
  });
});

describe('an edit', () => {
  it('in whose form somebody types is told there of what others change, and overrules it at the second try', async () => {
    const [line] = await lines();
    await show('?line=1');
    await page.locator('.panel').getByRole('button', { name: /Edit the line/ }).click(WAIT);
    await page.getByText('Up to date').waitFor(WAIT);
    const form = page.getByRole('dialog');
    await form.getByLabel('Value').fill('1k');
    const edited = await maria.call('PATCH', `boms/${bomId}/lines/${line.line_id}`, { value: '47k' });
    expect(edited.status).toBe(200);
    await form.getByText(`Meanwhile it was edited: value 4k7 → 47k, by ${maria.email}.`).waitFor(WAIT);
    expect(await form.getByLabel('Value').inputValue()).toBe('1k');
    await form.getByLabel('Value').press('Enter');
    await expect.poll(() => form.getByRole('alert').allInnerTexts(), WAIT).toEqual([
      `Since you looked, ${maria.email} has edited R1: value 4k7 → 47k. Look again, and decide then.`,
    ]);
    expect((await lines())[0].value).toBe('47k');
    expect(await form.getByLabel('Value').inputValue()).toBe('1k');
    await form.getByRole('button', { name: 'Save all the same' }).click();
    await expect.poll(async () => (await lines())[0].value, WAIT).toBe('1k');
    expect(thrown).toEqual([]);
  });

  it('says in its form, and in the panel behind it, that a quantity is not the number of designators', async () => {
    await show('?line=1');
    const panel = page.locator('.panel');
    await panel.getByRole('button', { name: /Edit the line/ }).click(WAIT);
    const form = page.getByRole('dialog');
    const said = 'The quantity is 3, and the number of designators is 1.';
    await form.getByLabel('Quantity').fill('3');
    await form.getByText(said).waitFor(WAIT);
    await form.getByLabel('Designators').fill('R1-R3');
    await expect.poll(() => form.getByText(said).count(), WAIT).toBe(0);
    await form.getByLabel('Designators').fill('R1');
    await form.getByRole('button', { name: 'Save' }).click();
    // the form stands in the panel
    await expect.poll(() => form.count(), WAIT).toBe(0);
    expect((await lines())[0].quantity).toBe(3);
    await panel.getByText(said).waitFor(WAIT);
  });

  it('that somebody types stays when the BOM is released, says who did that, and can be copied', async () => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await show('?line=1');
    await page.locator('.panel').getByRole('button', { name: /Edit the line/ }).click(WAIT);
    const questions = await context.newPage();
    await questions.goto(`${stack.pageUrl}/#/boms/${bomId}/questions`);
    await questions.getByRole('group', { name: 'Answers' }).getByRole('button', { name: 'edit' }).click(WAIT);
    const tabs = [page, questions];
    for (const tab of tabs) {
      await tab.getByRole('dialog').getByLabel('Value').fill('1k');
      await tab.getByText('Up to date').waitFor(WAIT);
    }
    expect((await maria.call('POST', `boms/${bomId}/release`, {})).status).toBe(200);
    for (const tab of tabs) {
      const form = tab.getByRole('dialog');
      await expect.poll(() => form.getByRole('alert').allInnerTexts(), WAIT).toEqual([
        `${maria.email} has released the BOM: its lines do not change any more. What you typed here cannot be saved.`,
      ]);
      expect(await form.getByLabel('Value').inputValue()).toBe('1k');
      expect(await form.getByRole('button', { name: /Save/ }).count()).toBe(0);
      await tab.bringToFront();
      await form.getByRole('button', { name: 'Copy what you typed' }).click();
      await form.getByText('Copied.').waitFor(WAIT);
      expect(await tab.evaluate(() => navigator.clipboard.readText())).toMatch(/^R\d\nValue: 1k$/);
      await form.getByRole('button', { name: 'Cancel' }).click();
      expect(await form.count()).toBe(0);
    }
    await questions.getByText('This revision is released').waitFor(WAIT);
    expect(thrown).toEqual([]);
  });

  it.each([
    ['when the BOM is deleted', 'The BOM was deleted.', 'Ours was deleted.'],
    [
      'when one is removed from its organization',
      'You are no longer a member of Test, or it was deleted.',
      'Test is closed to you.',
    ],
  ])('that somebody types stays %s, says so, and can be copied', async (_how, why, heading) => {
    const eva = await newTenant(stack, { organizationId: tenant.organizationId, role: 'editor' });
    const hers = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] });
    const her = await hers.newPage();
    await her.goto(stack.pageUrl);
    await signIn(her, eva);
    await her.goto(`${stack.pageUrl}/#/boms/${bomId}?line=1`);
    await her.locator('.panel').getByRole('button', { name: /Edit the line/ }).click(WAIT);
    const questions = await hers.newPage();
    await questions.goto(`${stack.pageUrl}/#/boms/${bomId}/questions`);
    await questions.getByRole('group', { name: 'Answers' }).getByRole('button', { name: 'edit' }).click(WAIT);
    const note = await hers.newPage();
    await note.goto(`${stack.pageUrl}/#/boms/${bomId}?line=1`);
    await note.locator('.panel').getByRole('button', { name: /Add one/ }).click(WAIT);
    for (const tab of [her, questions]) await tab.getByRole('dialog').getByLabel('Value').fill('1k');
    await note.getByLabel('Note').fill('Ours.');
    for (const tab of [her, questions, note]) await tab.getByText('Up to date').waitFor(WAIT);
    const { status } = await maria.call(
      'DELETE',
      heading.startsWith('Ours')
        ? `boms/${bomId}`
        : `organizations/${tenant.organizationId}/members/${eva.userId}`,
    );
    expect(status).toBe(204);
    for (const tab of [her, questions, note]) {
      const form = tab === note ? note.locator('.panel form') : tab.getByRole('dialog');
      await form.getByText(`${why} What you typed here cannot be saved.`).waitFor(WAIT);
      expect(await form.getByRole('button', { name: /Save/ }).count()).toBe(0);
      await tab.bringToFront();
      await form.getByRole('button', { name: /^Copy/ }).click();
      await form.getByText('Copied.').waitFor(WAIT);
      expect(await tab.evaluate(() => navigator.clipboard.readText())).toMatch(
        tab === note ? /^Ours\.$/ : /^R\d\nValue: 1k$/,
      );
      await form.getByRole('button', { name: 'Cancel' }).click();
      await tab.getByRole('heading', { name: heading }).waitFor(WAIT);
      expect(await tab.getByRole('banner').getByText('Test').count()).toBe(
        heading.startsWith('Ours') ? 1 : 0,
      );
    }
    await hers.close();
  });

  it('is told of nothing that one does oneself in another tab', async () => {
    const [line] = await lines();
    await show('?line=1');
    await page.locator('.panel').getByRole('button', { name: /Edit the line/ }).click(WAIT);
    await page.getByText('Up to date').waitFor(WAIT);
    const form = page.getByRole('dialog');
    await form.getByLabel('Value').waitFor(WAIT);
    await decide(tenant, line, { action: 'nothing_to_buy' });
    await decide(tenant, line, { action: 'undo' });
    await decide(maria, line, { action: 'approve' });
    // hers is read with all that was done before it
    await form.getByText(`Meanwhile it was approved, by ${maria.email}.`).waitFor(WAIT);
    expect(await form.getByText('Meanwhile').allInnerTexts()).toEqual([
      `Meanwhile it was approved, by ${maria.email}.`,
    ]);
    expect(thrown).toEqual([]);
  });

  it('of a note keeps what was typed where somebody else has written another one', async () => {
    const [line] = await lines();
    await show('?line=1');
    await page.locator('.panel').getByRole('button', { name: /Add one/ }).click(WAIT);
    await page.getByText('Up to date').waitFor(WAIT);
    const note = page.getByLabel('Note');
    await note.fill('Ours.');
    await maria.call('PATCH', `boms/${bomId}/lines/${line.line_id}`, { note: 'Hers.' });
    await page.getByText(`Meanwhile it was edited: note nothing → Hers., by ${maria.email}.`).waitFor(WAIT);
    expect(await note.inputValue()).toBe('Ours.');
    await page.locator('.panel form').getByRole('button', { name: 'Save' }).click();
    await page.locator('.panel form').getByRole('button', { name: 'Save all the same' }).click(WAIT);
    await expect.poll(
      async () => (await tenant.call('GET', `boms/${bomId}/lines/${line.line_id}`)).body.note,
      WAIT,
    )
      .toBe('Ours.');
  });
});
