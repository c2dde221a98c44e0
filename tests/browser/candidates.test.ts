/** What the page shows of lines that may mean several parts, or that contradict their part, and what a person decides. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { launchChromium, signIn } from '../support/browser.ts';
import { startTestStack, type TestStack } from '../support/stack.ts';
import { newTenant, type Tenant } from '../support/tenant.ts';

const WAIT = { timeout: 20_000 };
const LINES = [
  // several manufacturers use the number
  { mpn: 'BAV99', quantity: 1 },
  // one character off
  { mpn: '2N70O2', quantity: 1 },
  { value: '100nF/16V', footprint: 'C_0402_1005Metric', designators: 'C1', quantity: 1 },
  { mpn: 'RC0603FR-0710KL', value: '1k', footprint: 'R_0402_1005Metric', designators: 'R1', quantity: 1 },
  { mpn: 'RC0603FR-0710KL', value: '10k', designators: 'R2', quantity: 1 },
];

let stack: TestStack;
let browser: Browser;
let tenant: Tenant;
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

afterEach(() => page.context().close());
beforeEach(async () => {
  tenant = await newTenant(stack);
  const { body } = await tenant.call('POST', 'boms', {
    organization_id: tenant.organizationId,
    name: 'Choices',
    lines: LINES,
  });
  bomId = body.bom_id;
  await tenant.start(bomId);
  await tenant.untilEnded(bomId);
  await show(tenant);
});

async function show(who: Tenant): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 1000 } });
  page = await context.newPage();
  await page.goto(stack.pageUrl);
  await signIn(page, who);
  await page.goto(`${stack.pageUrl}/#/boms/${bomId}`);
  await page.getByText('run ended').waitFor(WAIT);
}

const row = (line: number) => page.locator(`tr[data-line="${line}"]`);
const state = (line: number) => row(line).locator('.state').innerText();
const decided = (line: number) => row(line).getByRole('status').innerText();
const button = (line: number, name: string) => row(line).getByRole('button', { name });
async function open(line: number): Promise<void> {
  await row(line).locator('.candidates > summary').click();
  await row(line).locator('.choice').waitFor(WAIT);
}
const textsOf = async (line: number) =>
  (await row(line).locator('.choice li').allInnerTexts()).map((text) => text.replace(/\s+/g, ' '));

describe('what else a line may mean', () => {
  it('is listed with number, manufacturer, how the words lead to it, how surely, who knows it, and why', async () => {
    for (const line of [1, 2, 3]) await open(line);
    expect((await textsOf(1))[0]).toMatch(
      /^BAV99 onsemi ?the same number \(confidence 100 %\) · by its number alone .*SOT-23 onsemi uses this number, too\./,
    );
    expect((await textsOf(2))[0]).toMatch(
      /^2N7002 .*a similar number \(confidence 40 %\).* One character differs\./,
    );
    expect((await textsOf(3))[0]).toMatch(
      /a part of this value and size \(confidence 60 %\).*100 nF.*The BOM does not say tolerance, dielectric/,
    );
    expect(await row(5).locator('.candidates').count()).toBe(0);
  });

  it('is chosen with the keyboard alone, looked up by the next run, and undone', async () => {
    await row(1).locator('.candidates > summary').focus();
    await page.keyboard.press('Enter');
    await button(1, 'This one: BAV99 of onsemi').waitFor(WAIT);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect.poll(() => decided(1), WAIT).toBe(
      'Your organization decided that this means BAV99 of onsemi. The next run looks it up.',
    );
    expect(await state(1)).toBe('pending');
    expect(await button(1, 'This one: BAV99 of onsemi').getAttribute('aria-pressed')).toBe('true');
    // the focus stays where it was
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('This one');

    await page.getByRole('button', { name: 'Look up 1 pending line' }).click();
    await page.getByText('Run 2: completed').waitFor(WAIT);
    await expect.poll(() => row(1).locator('.manufacturer').innerText(), WAIT).toBe('onsemi');
    expect(await row(1).innerText()).toContain('What was decided');
    expect(await state(2)).toBe('not found');

    await button(1, 'Undo').click();
    await expect.poll(() => decided(1), WAIT).toMatch(/^Nothing is decided any more/);
    const { body } = await tenant.call('GET', `boms/${bomId}/lines`);
    expect(body.lines[0]).toMatchObject({ review: 'none' });
  });

  it('can be nothing of it: the line is meant as written, until that is undone', async () => {
    await open(2);
    await button(2, 'Keep as written').click();
    await expect.poll(() => decided(2), WAIT).toBe(
      'Your organization decided that this is meant as written.',
    );
    await button(2, 'Undo').click();
    await button(2, 'Keep as written').waitFor(WAIT);
    expect(await decided(2)).toBe('');
  });

  it('says why something could not be decided, and nothing is shown as decided', async () => {
    await open(1);
    await page.route('**/review', (route) => route.fulfill({ status: 503, json: { detail: 'Not now.' } }));
    await button(1, 'Keep as written').click();
    await expect.poll(() => row(1).getByRole('alert').innerText(), WAIT).toBe('Not now.');
    expect(await decided(1)).toBe('');
  });

  it('is seen by somebody who only looks, without a button', async () => {
    await page.context().close();
    await show(await newTenant(stack, { role: 'viewer', organizationId: tenant.organizationId }));
    await open(1);
    expect(await textsOf(1)).toHaveLength(5);
    expect(await row(1).getByRole('button').count()).toBe(0);
  });
});

describe('a line that contradicts its part', () => {
  it('is named above the list, says so before all else, and shows both readings and where they stand', async () => {
    const error = page.getByRole('navigation', { name: 'Error' });
    expect(await error.innerText()).toMatch(/^1 line contradicts the part or the BOM itself:\s+line 4$/);
    const known = (await row(4).locator('.known').innerText()).replace(/\s+/g, ' ');
    expect(known).toMatch(
      /^Error\. The BOM says 1 kΩ \(value\), the part is 10 kΩ: 10 times more\. BOM, value 1 kΩ Part, by its number alone 10 kΩ Error\./,
    );
    expect(await row(5).locator('.contradictions').count()).toBe(0);
    await error.getByRole('button', { name: 'line 4' }).click();
    expect(await page.evaluate(() => document.activeElement?.getAttribute('data-line'))).toBe('4');
  });
});

it('fits on a small screen, with everything open', async () => {
  for (const line of [1, 2, 3]) await open(line);
  await page.setViewportSize({ width: 400, height: 900 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
});

describe('what is known of a part', () => {
  it('says who knows it, of the part and of each field', async () => {
    expect(await row(5).locator('.source').innerText()).toBe('by its number alone');
    await row(5).getByText('All facts and who knows them').click();
    const resistance = row(5).locator('.facts dl > div', { hasText: 'Resistance' });
    await expect.poll(() => resistance.innerText(), WAIT).toMatch(/^Resistance\s+10 kΩ by its number alone$/);
  });
});
