/** The page for several people: what others do shows, and what somebody may not do is not offered. */
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { launchChromium, signIn } from '../support/browser.ts';
import { ROOT, startTestStack, type TestStack } from '../support/stack.ts';
import { newTenant, type Tenant } from '../support/tenant.ts';

const WAIT = { timeout: 60_000 };
const PARTS = ['RC0603FR-0710KL', 'NOBODY-1'];

let stack: TestStack;
let browser: Browser;
let admin: pg.Client;
let tenant: Tenant;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  stack = await startTestStack({ page: true });
  browser = await launchChromium();
  admin = new pg.Client({ connectionString: stack.adminUrl });
  await admin.connect();
});
afterAll(async () => {
  await admin?.end();
  await browser?.close();
  await stack?.stop();
});
beforeEach(async () => {
  tenant = await newTenant(stack);
  context = await browser.newContext();
});
afterEach(() => context.close());

async function open(who: Tenant = tenant): Promise<Page> {
  page = await context.newPage();
  await page.goto(stack.pageUrl);
  await signIn(page, who);
  return page;
}
const show = (bomId: string) => page.goto(`${stack.pageUrl}/#/boms/${bomId}`);
const lastRun = async (on: Page = page) => (await on.locator('.last-run').allInnerTexts())[0] ?? null;
const setVisibility = (on: Page, state: DocumentVisibilityState) =>
  on.evaluate((value) => {
    Object.defineProperty(document, 'visibilityState', { value, configurable: true });
    document.dispatchEvent(new Event('visibilitychange'));
  }, state);
const alerts = () => page.getByRole('alert').count();
const rows = (on: Page = page) => on.locator('tbody tr').allInnerTexts();

async function finishedBom(): Promise<string> {
  const bomId = await tenant.importBom(PARTS);
  await tenant.start(bomId);
  await expect.poll(async () => (await tenant.call('GET', `boms/${bomId}`)).body.status, WAIT).toBe(
    'completed',
  );
  return bomId;
}

/** Where the link of a mail leads, as Supabase Auth redirects it. */
async function fromMail(
  who: Pick<Tenant, 'email' | 'password'>,
  type: 'signup' | 'recovery',
): Promise<string> {
  const response = await fetch(`${stack.apiUrl}/auth/v1/token?grant_type=password`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', apikey: stack.keys.publishableKey },
    body: JSON.stringify({ email: who.email, password: who.password }),
  });
  const session = await response.json();
  const said = new URLSearchParams({
    access_token: session.access_token,
    refresh_token: session.refresh_token,
    expires_in: `${session.expires_in}`,
    expires_at: `${session.expires_at}`,
    token_type: 'bearer',
    type,
  });
  return `${stack.pageUrl}/#${said}`;
}

/** A link for a viewer, into an organization of its own. */
async function invitation() {
  const boss = await newTenant(stack, { role: 'admin' });
  const { body } = await boss.call('POST', `organizations/${boss.organizationId}/invitations`, {
    role: 'viewer',
  });
  return { boss, ...body as { readonly token: string; readonly invitation_id: string } };
}

/** What changes something. */
const ACTS =
  /look up|pause|cancel|answer|approve|wrong part|nothing to buy|edit|keep|this one|add one|delete|import/i;

describe('what others do', () => {
  it('shows on a page whose run has ended, and in the list', async () => {
    const bomId = await finishedBom();
    const list = await open();
    await expect.poll(() => rows(list), WAIT).toEqual([expect.stringMatching(/2\s+to answer/)]);
    page = await context.newPage();
    await show(bomId);
    await page.getByText('Up to date').waitFor();
    const colleague = await newTenant(stack, { organizationId: tenant.organizationId });
    await colleague.start(bomId, 'all');
    await expect.poll(() => lastRun(), WAIT).toBe('Run 2 completed');
    // An import is no event: a tab behind others asks as soon as it is looked at.
    await setVisibility(list, 'hidden');
    const newer = await colleague.importBom(PARTS);
    await setVisibility(list, 'visible');
    await expect.poll(() => rows(list), WAIT).toEqual([
      expect.stringContaining('Not looked up yet'),
      expect.stringContaining('to answer'),
    ]);
    await colleague.start(newer);
    await expect.poll(() => rows(list), WAIT).toEqual([
      expect.stringContaining('to answer'),
      expect.stringContaining('to answer'),
    ]);
  });

  it('to lines shows on a page at rest, with who did it, and what this person did in another tab without', async () => {
    const imported = await tenant.call('POST', 'boms', {
      organization_id: tenant.organizationId,
      name: 'Ours',
      lines: PARTS.map((mpn, i) => ({ mpn, designators: `R${i + 1}`, quantity: 1 })),
    });
    const bomId = imported.body.bom_id;
    await tenant.start(bomId);
    await tenant.untilEnded(bomId);
    const colleague = await newTenant(stack, { organizationId: tenant.organizationId });
    const first = await open();
    await show(bomId);
    const other = await context.newPage();
    await other.goto(`${stack.pageUrl}/#/boms/${bomId}?line=1`);
    for (const tab of [first, other]) await tab.getByText('Up to date').waitFor();
    const lineId = (await tenant.call('GET', `boms/${bomId}/lines`)).body.lines[0].line_id;
    const word = (tab: Page) => tab.locator('tr[data-line="1"]').getAttribute('data-word');
    const decision = (tab: Page) => tab.locator('.decisions').getByRole('button', { name: /Undo/ });

    const decided = await colleague.call('POST', `boms/${bomId}/review`, {
      line_ids: [lineId],
      action: 'nothing_to_buy',
    });
    expect(decided.status).toBe(200);
    for (const tab of [first, other]) {
      await tab.getByText(`R1 was set to nothing to buy, by ${colleague.email}.`).first().waitFor();
      await expect.poll(() => word(tab), WAIT).toBe('not_fitted');
      await tab.getByRole('link', { name: '1 nothing to buy' }).waitFor();
    }
    await decision(other).getByText('Nothing to buy').waitFor();

    // one's own, in another tab: shown, and not told
    await other.keyboard.press('u');
    await expect.poll(() => word(other), WAIT).not.toBe('not_fitted');
    await expect.poll(() => word(first), WAIT).not.toBe('not_fitted');
    expect(await first.getByText(`by ${tenant.email}`).count()).toBe(0);

    const edited = await colleague.call('PATCH', `boms/${bomId}/lines/${lineId}`, { quantity: 3 });
    expect(edited.status).toBe(200);
    for (const tab of [first, other]) {
      await tab.getByText(`R1 was edited: quantity 1 → 3, by ${colleague.email}.`).first().waitFor();
      await expect.poll(() => tab.locator('tr[data-line="1"] .of-quantity').innerText(), WAIT).toBe('3');
    }
    await other.locator('.panel .where').getByText('3 a board').waitFor();

    // what this tab does itself is not read as another's, once it knows what it has done: the stream may say so before the answer
    const asked: string[] = [];
    other.on('request', (request) => void asked.push(new URL(request.url()).pathname));
    const answered = other.waitForResponse((response) => response.url().endsWith('/review'));
    await other.route(/\/changes(\?|$)/, async (route) => {
      await (await answered).finished();
      await route.continue();
    });
    await other.keyboard.press('n');
    await expect.poll(() => word(first), WAIT).toBe('not_fitted');
    expect(asked.filter((path) => path.endsWith('/lines'))).toHaveLength(1);
  });

  it('to a line is taken back under their name, and what this person did without', async () => {
    const bomId = await finishedBom();
    const maria = await newTenant(stack, { organizationId: tenant.organizationId });
    const [line] = (await tenant.call('GET', `boms/${bomId}/lines`)).body.lines;
    await maria.call('POST', `boms/${bomId}/review`, { line_ids: [line.line_id], action: 'nothing_to_buy' });
    await open();
    await page.goto(`${stack.pageUrl}/#/boms/${bomId}?line=1`);
    await page.getByRole('button', { name: 'Nothing to buy. Undo' }).waitFor(WAIT);
    await page.keyboard.press('u');
    await page.locator('.toast', { hasText: `“nothing to buy”, by ${maria.email}, is taken back.` }).waitFor(
      WAIT,
    );
    const decided = page.getByRole('button', { name: 'Nothing to buy. Undo' });
    await decided.waitFor({ ...WAIT, state: 'hidden' });
    await page.keyboard.press('n');
    await decided.waitFor(WAIT);
    await page.keyboard.press('u');
    await page.locator('.toast', { hasText: ': as it was before.' }).waitFor(WAIT);
  });

  it('wins over a start that comes second, which follows the run that won', async () => {
    const bomId = await finishedBom();
    await open();
    await show(bomId);
    // What the server answers while the other's run is at work, however soon that ends.
    await page.route('**/start', async (route) => {
      await tenant.start(bomId, 'all');
      await route.fulfill({
        status: 409,
        headers: { 'access-control-allow-origin': '*' },
        json: { status: 409, code: 'run_active', detail: 'This BOM has a run that has not ended.' },
      });
    });
    await page.getByRole('button', { name: 'Look up again' }).click();
    await expect.poll(() => lastRun(), WAIT).toBe('Run 2 completed');
    expect(await alerts()).toBe(0);
  });

  it('is said when it deletes the BOM that is shown, and nothing more is offered', async () => {
    const bomId = await tenant.importBom(PARTS);
    await open();
    await show(bomId);
    await page.getByText('Live', { exact: true }).waitFor();
    await admin.query('delete from bomstream.boms where id = $1', [bomId]);
    await page.getByRole('heading', { name: 'was deleted.' }).waitFor();
    expect(await page.getByRole('button', { name: ACTS }).count()).toBe(0);
  });

  it('a double click starts one run', async () => {
    const bomId = await tenant.importBom(PARTS);
    await open();
    await show(bomId);
    const starts: string[] = [];
    page.on('request', (request) => request.url().endsWith('/start') && starts.push(request.method()));
    await page.getByRole('button', { name: 'Look up' }).dblclick();
    await expect.poll(() => lastRun(), WAIT).toBe('Run 1 completed');
    expect(starts.filter((method) => method === 'POST')).toHaveLength(1);
    expect(await alerts()).toBe(0);
  });
});

describe('somebody', () => {
  it('who may only read is offered nothing else', async () => {
    const bomId = await finishedBom();
    const viewer = await newTenant(stack, { role: 'viewer', organizationId: tenant.organizationId });
    await open(viewer);
    await page.locator('.boms .name a').waitFor();
    expect(await page.getByRole('button', { name: ACTS }).count()).toBe(0);
    expect(await page.getByText('Import').count()).toBe(0);
    await page.locator('.boms .name a').click();
    await page.getByText('Run 1 completed').waitFor();
    await page.locator('[data-line="1"]').click();
    await page.getByRole('heading', { name: PARTS[0]! }).waitFor();
    await page.getByRole('complementary').getByText('numbering').first().waitFor();
    expect(await page.getByRole('button', { name: ACTS }).count()).toBe(0);
    await admin.query('delete from bomstream.boms where id = $1', [bomId]);
    await setVisibility(page, 'hidden');
    await setVisibility(page, 'visible');
    await page.getByRole('heading', { name: 'was deleted.' }).waitFor();
  });

  it('new signs up where the project lets them, and is told what is wrong in words', async () => {
    page = await context.newPage();
    await page.goto(stack.pageUrl);
    await page.getByRole('button', { name: 'Create an account' }).click();
    const join = async (email: string, password: string) => {
      await page.getByLabel('Email').fill(email);
      await page.getByLabel('Password').fill(password);
      await page.getByRole('button', { name: 'Create the account' }).click();
    };
    await page.getByText('At least 6 characters', { exact: true }).waitFor();
    await join('new@example.com', 'short');
    await page.getByRole('alert').getByText('at least 6 characters').waitFor();
    await join(tenant.email, 'long enough');
    await page.getByRole('alert').getByText('has an account already. Sign in instead').waitFor();
    await join('new@example.com', 'long enough');
    await page.getByRole('heading', { name: 'Create an organization' }).waitFor();
  });

  it('is offered no sign-up where the project lets no stranger in', async () => {
    page = await context.newPage();
    await page.route(
      '**/auth/v1/settings',
      (route) => route.fulfill({ json: { disable_signup: true, external: { email: true } } }),
    );
    const asked = page.waitForResponse('**/auth/v1/settings');
    await page.goto(stack.pageUrl);
    await asked;
    await page.getByRole('button', { name: 'Forgot your password?' }).waitFor();
    expect(await page.getByRole('button', { name: 'Create an account' }).count()).toBe(0);
  });

  it('invited without an account makes one, and accepts', async () => {
    const { boss, token } = await invitation();
    page = await context.newPage();
    await page.goto(`${stack.pageUrl}/#/invitations/${token}`);
    await page.getByRole('heading', { name: 'You are invited' }).waitFor();
    await page.getByRole('button', { name: 'I have an account' }).click();
    await page.getByText('Sign in first.').waitFor();
    await page.getByRole('button', { name: 'Create an account' }).click();
    await page.getByLabel('Email').fill(`${crypto.randomUUID()}@example.com`);
    await page.getByLabel('Password').fill('long enough');
    await page.getByRole('button', { name: 'Create the account' }).click();
    await page.getByRole('button', { name: 'Accept the invitation' }).click();
    await page.getByText('You can read here').waitFor();
    expect(page.url()).toContain(boss.organizationId);
  });

  it('with an invitation that is not open is told so before they make an account', async () => {
    const { token, invitation_id, boss } = await invitation();
    await boss.call('DELETE', `organizations/${boss.organizationId}/invitations/${invitation_id}`);
    page = await context.newPage();
    for (const each of [token, 'nonsense']) {
      await page.goto('about:blank');
      await page.goto(`${stack.pageUrl}/#/invitations/${each}`);
      await page.getByRole('heading', { name: 'This invitation is closed' }).waitFor();
      await page.getByText('it was used, revoked, has expired').waitFor();
      expect(await page.getByLabel('Password').count()).toBe(0);
    }
    await page.getByRole('button', { name: 'Sign in' }).click();
    await signIn(page, tenant);
    await page.goto(`${stack.pageUrl}/#/invitations/${token}`);
    await page.getByRole('heading', { name: 'This invitation is closed' }).waitFor();
    expect(await page.getByRole('button', { name: 'Accept the invitation' }).count()).toBe(0);
    await page.getByRole('link', { name: 'BOMs of Test' }).click();
    await page.getByRole('link', { name: 'Team' }).waitFor();
  });

  it('who is a member already is told so, and leaves the invitation to others', async () => {
    const { token, boss } = await invitation();
    await open(boss);
    await page.goto(`${stack.pageUrl}/#/invitations/${token}`);
    await page.getByText('You are admin in Test.').waitFor();
    expect(await page.getByRole('button', { name: 'Accept the invitation' }).count()).toBe(0);
    expect((await tenant.call('POST', 'organizations/invitations/accept', { token })).status).toBe(200);
  });

  it('who loses an organization while its list is shown reads nothing of it any more', async () => {
    const viewer = await newTenant(stack, { role: 'viewer', organizationId: tenant.organizationId });
    await finishedBom();
    await open(viewer);
    await page.locator('.boms .name a').waitFor();
    await admin.query('delete from bomstream.organization_members where user_id = $1', [viewer.userId]);
    await setVisibility(page, 'hidden');
    await setVisibility(page, 'visible');
    await page.getByRole('heading', { name: 'Test is closed to you.' }).waitFor(WAIT);
    expect(await page.locator('.boms').count()).toBe(0);
    await page.getByRole('button', { name: 'Go on without it' }).click();
    await page.getByRole('heading', { name: 'Create an organization' }).waitFor();
  });

  it.each(['cost', 'compare', 'history'])(
    'who comes to the %s of a BOM that was deleted meanwhile is told so',
    async (tab) => {
      const bomId = await finishedBom();
      await open();
      await show(bomId);
      await expect.poll(() => lastRun(), WAIT).toBe('Run 1 completed');
      await admin.query('delete from bomstream.boms where id = $1', [bomId]);
      // as somebody who has read on for a while
      await page.clock.install({ time: Date.now() + 10_000 });
      await page.evaluate((place) => void (location.hash = place), `#/boms/${bomId}/${tab}`);
      await page.getByRole('heading', { name: 'was deleted.' }).waitFor(WAIT);
    },
  );

  it('invited comes back to the invitation by the mail that confirms the address', async () => {
    const { token } = await invitation();
    page = await context.newPage();
    // as a project whose addresses are to be confirmed
    await page.route(
      '**/auth/v1/signup**',
      (route) => route.fulfill({ json: { id: tenant.userId, aud: 'authenticated', email: tenant.email } }),
    );
    await page.goto(`${stack.pageUrl}/#/invitations/${token}`);
    await page.getByLabel('Email').fill(tenant.email);
    await page.getByLabel('Password').fill(tenant.password);
    await page.getByRole('button', { name: 'Create the account' }).click();
    await page.getByText('A mail is on its way').waitFor();
    await page.goto('about:blank');
    await page.goto(await fromMail(tenant, 'signup'));
    await page.getByText(`Accept as ${tenant.email}`).waitFor();
    await page.getByRole('button', { name: 'Accept the invitation' }).click();
    await page.getByText('You can read here').waitFor();
  });

  it('invited is told whom to ask where the project lets no stranger in', async () => {
    page = await context.newPage();
    await page.route(
      '**/auth/v1/settings',
      (route) => route.fulfill({ json: { disable_signup: true, external: { email: true } } }),
    );
    const { token } = await invitation();
    await page.goto(`${stack.pageUrl}/#/invitations/${token}`);
    await page.getByText('ask whoever invited you for one').waitFor();
    expect(await page.getByRole('button', { name: 'Create an account' }).count()).toBe(0);
  });

  it('who has forgotten the password asks for a link, which lets them choose another', async () => {
    page = await context.newPage();
    await page.route('**/auth/v1/recover**', (route) => route.fulfill({ json: {} }));
    await page.goto(stack.pageUrl);
    await page.getByRole('button', { name: 'Forgot your password?' }).click();
    await page.getByLabel('Email').fill(tenant.email);
    await page.getByRole('button', { name: 'Send me a link' }).click();
    await page.getByText('a mail is on its way there').waitFor();

    await page.goto('about:blank');
    await page.goto(await fromMail(tenant, 'recovery'));
    await page.getByLabel('New password').fill('another one');
    await page.getByRole('button', { name: 'Save it and go on' }).click();
    await page.getByRole('button', { name: /^Account/ }).waitFor();
    expect(page.url()).not.toContain('access_token');
    const again = await browser.newContext();
    try {
      page = await again.newPage();
      await page.goto(stack.pageUrl);
      await signIn(page, { email: tenant.email, password: 'another one' });
    } finally {
      await again.close();
    }
  });

  it('whose link has expired is told so at the door', async () => {
    page = await context.newPage();
    await page.goto(
      `${stack.pageUrl}/#error=access_denied&error_code=otp_expired&error_description=Email+link+is+invalid+or+has+expired`,
    );
    await page.getByRole('alert').getByText('Email link is invalid or has expired.').waitFor();
  });

  it('without an organization makes one, where the operator lets them', async () => {
    await admin.query('delete from bomstream.organization_members where user_id = $1', [tenant.userId]);
    const create = async () => {
      await page.getByLabel('Name').fill('Acme Instruments');
      await page.getByRole('button', { name: 'Create' }).click();
    };
    await open();
    await admin.query('update bomstream.settings set users_may_create_organizations = false');
    await create();
    await page.getByRole('alert').getByText('operator').waitFor();
    await admin.query('update bomstream.settings set users_may_create_organizations = true');
    await create();
    await page.getByText('Acme Instruments has no BOMs yet.').waitFor();
    await page.getByText('Drop the file here').waitFor();
  });

  it('in two organizations sees which one is shown, and imports into that', async () => {
    const { body } = await tenant.call('POST', 'organizations', { name: 'Another' });
    await finishedBom();
    await open();
    await page.getByRole('button', { name: /^Account/ }).click();
    await page.getByRole('menuitem', { name: 'Another' }).click();
    await page.getByText('Another has no BOMs yet').waitFor();
    await page.reload();
    await page.getByText('Another has no BOMs yet').waitFor();
    const buffer = Buffer.from('MPN,Qty\nRC0603FR-0710KL,1\n');
    await page.locator('input[type=file]').setInputFiles({ name: 'one.csv', mimeType: 'text/csv', buffer });
    await page.getByRole('button', { name: 'Import 1 line', exact: true }).click();
    await page.getByRole('heading', { name: 'one. Not looked up yet.', level: 1 }).waitFor();
    const { rows: [bom] } = await admin.query(
      `select organization_id from bomstream.boms where name = 'one'`,
    );
    expect(bom.organization_id).toBe(body.organization_id);
  });

  it('with an address that leads nowhere is told so', async () => {
    await open();
    for (const place of ['boms/nope', 'nowhere', `organizations/${crypto.randomUUID()}`]) {
      await page.goto(`${stack.pageUrl}/#/${place}`);
      await page.getByRole('heading', { name: 'Not found' }).waitFor();
      await page.getByRole('link', { name: 'Your bills of materials' }).click();
      await page.getByRole('link', { name: 'Team' }).waitFor();
    }
  });

  it('narrows the list to a state, by an address, in the words of its rows', async () => {
    await finishedBom();
    const bom = await tenant.call('POST', 'boms', {
      organization_id: tenant.organizationId,
      name: 'Fresh',
      lines: [{ mpn: 'X1' }],
    });
    expect(bom.status).toBe(201);
    await open();
    const names = () => page.locator('.boms .name').allInnerTexts();
    await expect.poll(names, WAIT).toEqual(['Fresh', 'Test']);
    await expect.poll(() => rows(), WAIT).toEqual([
      expect.any(String),
      expect.stringMatching(/\d\s+to answer/),
    ]);
    await page.getByLabel('State').selectOption('to answer');
    await expect.poll(names, WAIT).toEqual(['Test']);
    expect(page.url()).toMatch(/\?show=ask$/);
    await page.reload();
    await expect.poll(names, WAIT).toEqual(['Test']);
    expect(await page.getByLabel('State').inputValue()).toBe('ask');
    await page.getByLabel('State').selectOption('never looked up');
    await expect.poll(names, WAIT).toEqual(['Fresh']);
    await page.getByLabel('State').selectOption('wrong');
    await page.getByRole('heading', { name: 'No BOM is like that.' }).waitFor(WAIT);
    await page.getByRole('link', { name: 'Show all' }).click();
    await expect.poll(names, WAIT).toEqual(['Fresh', 'Test']);
  });

  it('finds one thing to do in an empty list', async () => {
    await open();
    await page.getByRole('heading', { name: 'Test has no BOMs yet.' }).waitFor();
    expect(await page.locator('.button.go').count()).toBe(1);
    expect(await page.getByRole('searchbox').count()).toBe(0);
    // on a phone what came of something has its width
    await page.setViewportSize({ width: 390, height: 844 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
  });

  it('with more than a hundred BOMs sees the newest, and all of them on demand', async () => {
    await admin.query(
      `insert into bomstream.boms (organization_id, name, line_count)
       select $1, 'Board ' || n, 1 from generate_series(1, 101) n`,
      [tenant.organizationId],
    );
    await open();
    await expect.poll(() => rows().then((all) => all.length), WAIT).toBe(100);
    await page.getByRole('button', { name: 'Show more' }).click();
    await expect.poll(() => rows().then((all) => all.length), WAIT).toBe(101);
    expect(await page.getByRole('button', { name: 'Show more' }).count()).toBe(0);
  });
});

it('fits the screens of a phone and a tablet', async () => {
  const name = 'Environmental_sensor_revision_C_2026-11-26_final(3).csv';
  const { body: { bom_id } } = await tenant.call('POST', 'boms', {
    organization_id: tenant.organizationId,
    name,
    csv: await readFile(join(ROOT, 'local/sample-bom.csv'), 'utf8'),
  });
  await tenant.start(bom_id);
  await open();
  const tooWide = async () => {
    const found: number[] = [];
    for (const [width, height] of [[390, 844], [768, 1024]] as const) {
      await page.setViewportSize({ width, height });
      found.push(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth));
    }
    return found;
  };
  await page.getByRole('link', { name: name.replace('.csv', '') }).waitFor();
  expect(await tooWide()).toEqual([0, 0]);
  await show(bom_id);
  await expect.poll(() => lastRun(), WAIT).toBe('Run 1 completed');
  await page.locator('[data-word="ask"]').first().waitFor();
  expect(await tooWide()).toEqual([0, 0]);
  await page.locator('[data-line]').first().click();
  await page.getByText('Note').waitFor();
  expect(await tooWide()).toEqual([0, 0]);
});

describe('the built page, on another server', () => {
  let folder: string;
  let url: string;
  const server = createServer(async ({ url: path = '' }, response) => {
    const type = { js: 'text/javascript', css: 'text/css', html: 'text/html' }[path.split('.').at(-1)!];
    try {
      const body = await readFile(join(folder, path));
      response.setHeader('content-type', type ?? 'application/json').end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'bomstream-hosted-'));
    mkdirSync(join(folder, 'tools'));
    cpSync(join(ROOT, 'web/dist'), join(folder, 'tools/bom'), { recursive: true });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/tools/bom/index.html`;
  });
  afterAll(() => {
    server.close();
    rmSync(folder, { recursive: true });
  });

  it('says what to do without its configuration, and works in any folder, from any port of this machine', async () => {
    page = await context.newPage();
    await page.goto(url);
    await page.getByRole('alert').getByText('web/public/config.json').waitFor();
    writeFileSync(
      join(folder, 'tools/bom/config.json'),
      JSON.stringify({ supabaseUrl: stack.apiUrl, publishableKey: stack.keys.publishableKey }),
    );
    await page.reload();
    await signIn(page, tenant);
    await page.getByText('Test has no BOMs yet').waitFor();
  });
});
