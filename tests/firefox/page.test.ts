/** What a person does first, in Firefox: import a file, have it looked up, and watch. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { letGo, startUnending, untilOnlyHeld } from '../support/held-runs.ts';
import { startTestStack, type TestStack } from '../support/stack.ts';
import { newTenant, type Tenant } from '../support/tenant.ts';
import { type Browser, click, launchFirefox, type Page, textOf, WAIT } from './firefox.ts';

/** The second of them nobody knows. */
const FILE = `Reference,MPN,Qty,Value
"R1,R2",RC0603FR-0710KL,2,10k
U1,NOBODY-KNOWS-1,1,
`;

let stack: TestStack;
let browser: Browser;
let tenant: Tenant;
let page: Page;
/** What the browser complained about. */
let complaints: string[];

beforeAll(async () => {
  stack = await startTestStack({ page: true });
  browser = await launchFirefox();
});
afterAll(async () => {
  await browser?.close();
  await stack?.stop();
});
beforeEach(async () => {
  tenant = await newTenant(stack);
  page = await browser.newPage();
  await page.setViewport({ width: 1280, height: 800 });
  complaints = [];
  page.on('pageerror', ({ message }) => complaints.push(message));
  page.on(
    'console',
    (message) => message.type() === 'error' && complaints.push(message.text()),
  );
  await page.goto(stack.pageUrl);
  await (await page.waitForSelector('input[type=email]', WAIT))!.type(
    tenant.email,
  );
  await (await page.waitForSelector('input[type=password]', WAIT))!.type(
    tenant.password,
  );
  await click(page, 'button[type=submit]');
  await page.waitForSelector('.me', WAIT);
});
afterEach(async () => {
  await page.evaluate('localStorage.clear()');
  await page.close();
  expect(complaints).toEqual([]);
});

const answer = () => textOf(page, 'h1');
const line = (n: number) => textOf(page, `[data-line="${n}"]`);
/** The end of a run is told before its last lines are read. */
const untilAsked = (n: number) => page.waitForSelector(`[data-line="${n}"][data-word="ask"]`, WAIT);

it('imports a file, looks it up and says what was found', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'bomstream-firefox-'));
  try {
    const path = join(folder, 'board.csv');
    await writeFile(path, FILE);
    await (await page.waitForSelector('input[type=file]', WAIT))!.uploadFile(
      path,
    );
    await click(page, '::-p-aria(Import 2 lines)');
    await page.waitForSelector('[data-line="2"]', WAIT);
    expect(await answer()).toBe('board. Not looked up yet.');
    await click(page, '::-p-aria(Look up)');
    await page.waitForSelector('::-p-text(Run 1 completed)', WAIT);
    await page.waitForSelector('::-p-text(to order for)', WAIT);
    expect(await line(1)).toContain('10 kΩ');
    await untilAsked(2);
    const { PICTURES } = process.env;
    if (PICTURES) await page.screenshot({ path: `${PICTURES}/firefox.png` });
  } finally {
    await rm(folder, { recursive: true });
  }
});

it('shows a run that somebody else started as it goes, over a reload, to its end', async () => {
  const bomId = await tenant.importBom([
    'RC0603FR-0710KL',
    'BAV99',
    'NOBODY-KNOWS-1',
  ]);
  await page.goto(`${stack.pageUrl}/#/boms/${bomId}`);
  await page.waitForSelector('::-p-text(Not looked up yet)', WAIT);
  await startUnending(stack, tenant, bomId);
  await page.waitForSelector('[data-connection="live"]', WAIT);
  await untilOnlyHeld(stack, bomId);
  await page.waitForFunction(
    `document.querySelector('h1').textContent.includes('2 of 3 lines')`,
    WAIT,
  );
  await page.reload();
  await page.waitForSelector('[data-connection="live"]', WAIT);
  await page.waitForFunction(
    `document.querySelector('h1').textContent.includes('2 of 3 lines')`,
    WAIT,
  );
  await letGo(stack, bomId);
  await page.waitForSelector('::-p-text(Run 1 completed)', WAIT);
  await untilAsked(3);
});
