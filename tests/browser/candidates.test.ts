/** What the page shows of lines that may mean several parts, or that contradict their part, and what a person decides. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { launchChromium, signIn } from '../support/browser.ts';
import { startTestStack, type TestStack } from '../support/stack.ts';
import { newTenant, type Tenant } from '../support/tenant.ts';

const WAIT = { timeout: 60_000 };
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
  await page.getByText('Up to date').waitFor(WAIT);
}

const row = (line: number) => page.locator(`tr[data-line="${line}"]`);
const nameOf = ({ mpn = '', designators = mpn }: { mpn?: string; designators?: string }) => designators;
const panel = (line: number) =>
  page.getByRole('complementary', { name: nameOf(LINES[line - 1]!), exact: true });
const word = (line: number) => row(line).getAttribute('data-word');
const decided = async (line: number) => (await panel(line).getByRole('status').allInnerTexts()).join();
const button = (line: number, name: string) => panel(line).getByRole('button', { name });
async function open(line: number): Promise<void> {
  await row(line).click();
  await panel(line).locator('.choice').waitFor(WAIT);
}
const textsOf = async (line: number) =>
  (await panel(line).locator('.choice li').allInnerTexts()).map((text) => text.replace(/\s+/g, ' '));

describe('what else a line may mean', () => {
  it('is listed with number, manufacturer, how the words lead to it, how surely, who knows it, and why', async () => {
    await open(1);
    expect((await textsOf(1))[0]).toMatch(
      /^BAV99 onsemi · the same number \(confidence 5 %\) · by its number alone .*SOT-23 onsemi uses this number, too\./,
    );
    const said = await panel(1).locator('.body > .why').allInnerTexts();
    expect(said.length).toBeGreaterThan(0);
    expect(new Set(said).size, 'each sentence once').toBe(said.length);
    await open(2);
    expect((await textsOf(2))[0]).toMatch(
      /^2N7002 .*a similar number \(confidence 40 %\).* One character differs\./,
    );
    await open(3);
    expect((await textsOf(3))[0]).toMatch(
      /a part of this value and size \(confidence 60 %\).*100 nF.*The BOM does not say tolerance, dielectric/,
    );
    await row(5).click();
    await panel(5).getByText('Where from').waitFor(WAIT);
    expect(await panel(5).locator('.choice').count()).toBe(0);
    const fields = await panel(5).locator('table.fields tbody tr').evaluateAll((rows) =>
      rows.map((row) =>
        [...(row as HTMLTableRowElement).cells].slice(0, 4).map(({ textContent }) => textContent!.trim())
      )
    );
    // what the BOM says stands beside it, with its place; what it says nothing of has a dash
    expect(fields).toContainEqual(['Resistance', '10 kΩ value', 'the same', '10 kΩ']);
    expect(fields).toContainEqual(['Tolerance', '–', '', '±1 %']);
  });

  it('is edited and noted by a key on the selected line, and ? shows what keys there are', async () => {
    // before it is judged, the lines stand as in the file
    await page.getByRole('link', { name: '1 wrong' }).waitFor(WAIT);
    await page.keyboard.press('j');
    await page.locator('tr[data-line="4"][aria-selected="true"]').waitFor(WAIT);
    await page.keyboard.press('e');
    await page.locator('dialog[open]').getByLabel('Quantity').waitFor(WAIT);
    await page.keyboard.press('Escape');
    await page.locator('dialog[open]').waitFor({ ...WAIT, state: 'detached' });
    await page.keyboard.press('Escape');
    await panel(4).waitFor({ ...WAIT, state: 'detached' });
    await page.keyboard.press('c');
    await panel(4).locator('textarea').waitFor(WAIT);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Keys' }).getByText('pause or resume the run').waitFor(WAIT);
  });

  it('is chosen with the keyboard alone, looked up by the next run, and undone', async () => {
    // worst first: line 4 is wrong, 2 and 3 ask, and 1 is a part that many manufacturers make
    await page.getByRole('link', { name: '1 wrong' }).waitFor(WAIT);
    for (const line of ['4', '2', '3', '1']) {
      await page.keyboard.press('j');
      await page.locator(`tr[data-line="${line}"][aria-selected="true"]`).waitFor(WAIT);
    }
    await page.keyboard.press('Enter');
    await button(1, 'This one: BAV99 of onsemi').focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => decided(1), WAIT).toBe(
      'Your organization decided that this means BAV99 of onsemi. The next run looks it up.',
    );
    const status = async () => (await tenant.call('GET', `boms/${bomId}/lines`)).body.lines[0].status;
    await expect.poll(status, WAIT).toBe('pending');
    expect(await button(1, 'This one: BAV99 of onsemi').getAttribute('aria-pressed')).toBe('true');
    // the focus stays where it was
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('This one');

    // the panel lies over the page where there is little room
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Look up 1 pending line' }).click();
    await page.getByText('Run 2 completed').waitFor(WAIT);
    await row(1).click();
    await panel(1).getByText('onsemi · ').waitFor(WAIT);
    await panel(1).getByText('What was decided').waitFor(WAIT);
    expect(await word(2)).toBe('ask');

    await button(1, 'Part chosen. Undo').click();
    await expect.poll(status, WAIT).toBe('pending');
    await page.getByRole('button', { name: 'Look up 1 pending line' }).waitFor(WAIT);
    const { body } = await tenant.call('GET', `boms/${bomId}/lines`);
    expect(body.lines[0]).toMatchObject({ review: 'none' });
  });

  it('leaves the line as it was where it is taken back before the next run', async () => {
    await open(2);
    const before = (await tenant.call('GET', `boms/${bomId}/lines`)).body.lines[1];
    await panel(2).getByRole('button', { name: /^This one/ }).first().click();
    await page.locator('.toast').getByRole('button', { name: 'Undo' }).click();
    await expect.poll(async () => (await tenant.call('GET', `boms/${bomId}/lines`)).body.lines[1], WAIT)
      .toEqual(
        before,
      );
    await expect.poll(() => word(2), WAIT).toBe('ask');
    await expect.poll(() => page.getByRole('button', { name: /pending line/ }).count(), WAIT).toBe(0);
  });

  it('can be nothing of it: the line is meant as written, until that is undone', async () => {
    await open(2);
    await button(2, 'Keep as written').click();
    await expect.poll(() => decided(2), WAIT).toBe(
      'Your organization decided that this is meant as written.',
    );
    await button(2, 'Undo').click();
    await button(2, 'Keep as written').waitFor(WAIT);
    await expect.poll(() => decided(2), WAIT).toBe('');
  });

  it('says why something could not be decided, and nothing is shown as decided', async () => {
    await open(1);
    await page.route('**/review', (route) => route.fulfill({ status: 503, json: { detail: 'Not now.' } }));
    await button(1, 'Any of them will do').click();
    await expect.poll(() => page.getByRole('alert').innerText(), WAIT).toBe('Not now.');
    expect(await decided(1)).toBe('');
  });

  it('is seen by somebody who only looks, without a button', async () => {
    await page.context().close();
    await show(await newTenant(stack, { role: 'viewer', organizationId: tenant.organizationId }));
    await open(1);
    expect(await textsOf(1)).toHaveLength(5);
    expect(await panel(1).locator('.choice').getByRole('button').count()).toBe(0);
    expect(await panel(1).locator('.decisions').count()).toBe(0);
  });
});

describe('a line that contradicts its part', () => {
  it('comes first, both words are marked, and the panel shows both readings and where they stand', async () => {
    await page.getByRole('link', { name: '1 wrong' }).waitFor(WAIT);
    const first = page.locator('tr[data-line]').first();
    expect(await first.getAttribute('data-line')).toBe('4');
    expect(await first.locator('mark').allInnerTexts()).toEqual(expect.arrayContaining(['1k', '10 kΩ']));
    await first.locator('.seam').getByLabel('The BOM and the part disagree').waitFor();
    await row(5).locator('.seam').getByLabel('The BOM and the part agree').waitFor();
    await first.click();
    const readings = panel(4).locator('.readings').first();
    await expect.poll(async () => (await readings.innerText()).replace(/\s+/g, ' '), WAIT).toMatch(
      /^Your BOM says 1 kΩ column value The part is 10 kΩ by .*numbering$/,
    );
    await panel(4).getByText('The BOM says 1 kΩ (value), the part is 10 kΩ: 10 times more.').waitFor();
    await row(5).click();
    await panel(5).getByText('Where from').waitFor(WAIT);
    expect(await panel(5).locator('.readings').count()).toBe(0);
  });

  it('is approved with a key, which can be undone with another', async () => {
    await row(4).click();
    // twice: the line says the same again, and is another change away from what it was
    for (let time = 0; time < 2; time++) {
      await page.keyboard.press('a');
      await expect.poll(() => word(4), WAIT).not.toBe('wrong');
      await row(4).getByLabel('The BOM and the part disagree, and somebody approved that').waitFor(WAIT);
      await page.keyboard.press('u');
      await expect.poll(() => word(4), WAIT).toBe('wrong');
    }
  });

  it('shows what somebody else has decided of it meanwhile, once it is opened', async () => {
    // before the stream has told of it
    await page.route('**/changes', (route) => route.abort());
    const { body } = await tenant.call('GET', `boms/${bomId}/lines`);
    const { line_id } = body.lines[3];
    await tenant.call('POST', `boms/${bomId}/review`, { line_ids: [line_id], action: 'nothing_to_buy' });
    expect(await word(4)).toBe('wrong');
    await row(4).click();
    await expect.poll(() => word(4), WAIT).not.toBe('wrong');
    await button(4, 'Nothing to buy. Undo').click();
    await expect.poll(() => word(4), WAIT).toBe('wrong');
  });

  it('has what was found back where an edit of its number is taken back', async () => {
    await row(4).click();
    await page.keyboard.press('e');
    await page.getByRole('dialog').getByLabel('Part number').fill('RC0603FR-0747KL');
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    await expect.poll(() => word(4), WAIT).toBe('pending');
    await page.locator('.toast', { hasText: 'is changed.' }).getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => word(4), WAIT).toBe('wrong');
    expect(await row(4).innerText()).toContain('RC0603FR-0710KL');
  });

  it('has what was found back where its number is typed back', async () => {
    await row(4).click();
    for (const [number, state] of [['RC0603FR-0747KL', 'pending'], ['RC0603FR-0710KL', 'wrong']] as const) {
      await page.keyboard.press('e');
      await page.getByRole('dialog').getByLabel('Part number').fill(number);
      await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
      await expect.poll(() => word(4), WAIT).toBe(state);
      await page.getByRole('dialog').waitFor({ state: 'hidden' });
    }
    await expect.poll(() => page.getByRole('button', { name: /pending line/ }).count(), WAIT).toBe(0);
  });

  it('has its edits undone by a key as its decisions are, long after, and each step is named', async () => {
    await row(4).click();
    await page.keyboard.press('n');
    await button(4, 'Nothing to buy. Undo').waitFor(WAIT);
    await panel(4).getByText('None of it is bought.').waitFor(WAIT);
    await page.keyboard.press('e');
    await page.getByRole('dialog').getByLabel('Quantity').fill('7');
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    await button(4, 'Edited. Undo').waitFor(WAIT);
    // no toast is left of it
    await page.reload();
    await button(4, 'Edited. Undo').waitFor(WAIT);
    await page.keyboard.press('u');
    await button(4, 'Nothing to buy. Undo').waitFor(WAIT);
    await panel(4).getByText('1 a board').waitFor(WAIT);
    await page.keyboard.press('u');
    await expect.poll(() => word(4), WAIT).toBe('wrong');
    expect(await button(4, 'Undo').count()).toBe(0);
    await page.keyboard.press('u');
    await page.getByText('Nothing was done here that could be taken back.').waitFor(WAIT);
  });

  it('is told where an undo is refused while a run is at work, whichever line is open', async () => {
    await row(5).click();
    await page.keyboard.press('a');
    const toast = page.locator('.toast', { hasText: 'R2: approved.' });
    await toast.waitFor(WAIT);
    await row(4).click();
    await page.route(
      '**/review',
      (route) => route.fulfill({ status: 409, json: { code: 'run_active', detail: 'A run is at work.' } }),
    );
    await toast.getByRole('button', { name: 'Undo' }).click();
    await page.locator('.toast', { hasText: 'R2 stays as it is: A run is at work.' }).waitFor(WAIT);
    // what was done last is still that, once the run has ended
    await page.unroute('**/review');
    await page.keyboard.press('Escape');
    await page.keyboard.press('u');
    await page.locator('.toast', { hasText: 'R2: as it was before.' }).waitFor(WAIT);
  });

  it('gets the number that its value means, and after a refusal of the part is told what to do', async () => {
    const stored = async () => (await tenant.call('GET', `boms/${bomId}/lines`)).body.lines[3];
    await row(4).click();
    await button(4, 'The value is right: RC0603FR-071KL').waitFor(WAIT);
    const choices = await panel(4).locator('.decisions button').allInnerTexts();
    expect(choices.slice(0, 2).map((text) => text.replace(/\s+/g, ' ').trim())).toEqual([
      'The value is right: RC0603FR-071KL',
      'The part is right: value becomes 10 kΩ',
    ]);
    await button(4, 'It is the wrong part').click();
    await panel(4).getByText('Edit the line and write the number of the right one').waitFor(WAIT);
    await page.keyboard.press('u');
    await button(4, 'It is the wrong part').waitFor(WAIT);
    await button(4, 'The value is right').click();
    await expect.poll(stored, WAIT).toMatchObject({
      mpn: 'RC0603FR-071KL',
      value: '1k',
      status: 'pending',
    });
    await page.locator('.toast', { hasText: 'is changed.' }).getByRole('button', { name: 'Undo' }).click();
    await expect.poll(stored, WAIT).toMatchObject({ mpn: 'RC0603FR-0710KL', status: 'enriched' });
  });

  it('is put right in its own words, or by what the part is', async () => {
    await row(4).click();
    await button(4, 'value becomes').click();
    await expect.poll(() => row(4).innerText(), WAIT).toContain('10 kΩ');
    // of the footprint the drawing has to be changed
    await button(4, 'value becomes').waitFor({ state: 'hidden' });
    expect(await button(4, 'becomes').count()).toBe(0);
    await page.keyboard.press('e');
    await page.getByRole('dialog').getByLabel('Footprint').fill('R_0603_1608Metric');
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    await expect.poll(() => row(4).innerText(), WAIT).toContain('R_0603');
    const stored = async () => (await tenant.call('GET', `boms/${bomId}/lines`)).body.lines[3];
    await expect.poll(stored, WAIT).toMatchObject({ value: '10 kΩ', footprint: 'R_0603_1608Metric' });
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    // which is taken back for a while, and not what was done to the line before
    const toast = page.locator('.toast', { hasText: 'is changed.' });
    expect(await toast.count()).toBe(1);
    await toast.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(stored, WAIT).toMatchObject({ value: '10 kΩ', footprint: 'R_0402_1005Metric' });
  });
});

it('fits on a small screen, with a line open', async () => {
  await open(3);
  await page.setViewportSize({ width: 400, height: 900 });
  await panel(3).locator('.choice').waitFor(WAIT);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
});

it('leads to the first wrong line where nothing else is to be answered', async () => {
  const { body } = await tenant.call('POST', 'boms', {
    organization_id: tenant.organizationId,
    name: 'Wrong',
    lines: [{ ...LINES[4], designators: 'R1' }, { ...LINES[3], designators: 'R2' }],
  });
  await tenant.start(body.bom_id);
  await tenant.untilEnded(body.bom_id);
  await page.goto(`${stack.pageUrl}/#/boms/${body.bom_id}`);
  await page.getByRole('link', { name: 'See the wrong line' }).click();
  await page.getByRole('complementary', { name: 'R2', exact: true }).waitFor(WAIT);
  expect(page.url()).toContain('show=wrong');
});

it('leads to looking up what was edited before it speaks of prices', async () => {
  const { body } = await tenant.call('POST', 'boms', {
    organization_id: tenant.organizationId,
    name: 'Edited',
    lines: [{ ...LINES[4], designators: 'R1' }, { ...LINES[4], designators: 'R2' }],
  });
  await tenant.start(body.bom_id);
  await tenant.untilEnded(body.bom_id);
  await page.goto(`${stack.pageUrl}/#/boms/${body.bom_id}`);
  const prices = page.getByRole('link', { name: /without a price/ });
  await prices.waitFor(WAIT);
  const { lines } = (await tenant.call('GET', `boms/${body.bom_id}/lines`)).body;
  await tenant.call('PATCH', `boms/${body.bom_id}/lines/${lines[0].line_id}`, {
    mpn: 'RC0603FR-0747KL',
    value: null,
  });
  await page.locator('.button.go', { hasText: 'Look up 1 pending line' }).waitFor(WAIT);
  expect(await prices.count()).toBe(0);
  expect(await page.locator('.answer .button.go').count()).toBe(1);
});

describe('what is known of a part', () => {
  it('says who knows it, of the part and of each field', async () => {
    await row(5).getByLabel('Read from the manufacturer’s numbering').waitFor();
    await row(5).click();
    const resistance = panel(5).locator('.fields tr', { hasText: 'Resistance' });
    await expect.poll(() => resistance.innerText(), WAIT).toMatch(
      /^Resistance\s+10 kΩ value\s+10 kΩ\s+numbering$/,
    );
    // whose it is, and what, stands above
    const rows = panel(5).locator('.fields tbody tr');
    expect((await rows.allInnerTexts()).filter((text) => /^(Manufacturer|Category)/.test(text))).toEqual([]);
    const heights = await rows.evaluateAll((all) =>
      all.map((each) => {
        const words = document.createRange();
        words.selectNodeContents((each as HTMLTableRowElement).cells[4]!);
        return words.getBoundingClientRect().height;
      })
    );
    expect(heights.filter((height) => height > 20)).toEqual([]);
  });
});

describe('the lines', () => {
  it('are filtered, found and sorted by what the address says', async () => {
    const lines = () =>
      page.locator('tr[data-line]').evaluateAll((rows) => rows.map((each) => each.getAttribute('data-line')));
    await page.getByRole('link', { name: '1 wrong' }).click();
    await expect.poll(lines, WAIT).toEqual(['4']);
    expect(page.url()).toContain('show=wrong');
    await page.reload();
    await expect.poll(lines, WAIT).toEqual(['4']);
    await page.getByRole('link', { name: '1 wrong' }).click();
    await expect.poll(lines, WAIT).toHaveLength(LINES.length);
    await page.keyboard.press('/');
    await page.keyboard.type('bav');
    await expect.poll(lines, WAIT).toEqual(['1']);
    await page.goto(`${stack.pageUrl}/#/boms/${bomId}?sort=-mpn`);
    await expect.poll(async () => (await lines()).at(-1), WAIT).toBe('3');
    await page.getByRole('button', { name: 'Part number' }).click();
    await expect.poll(() => page.url()).not.toContain('sort');
  });
});

describe('a BOM without any price', () => {
  it('refuses a number of boards that is none, in words', async () => {
    const boards = page.getByLabel('Boards', { exact: true });
    for (const wrong of ['0', '-5', '2.5', 'abc']) {
      await boards.fill(wrong);
      await boards.press('Enter');
      await page.getByText('A whole number from 1 to 1,000,000').waitFor(WAIT);
      expect([await boards.inputValue(), await boards.getAttribute('aria-invalid')]).toEqual([wrong, 'true']);
    }
    await boards.fill('30');
    await boards.press('Enter');
    await page.waitForURL(/boards=30/);
    expect(await page.getByLabel('Boards', { exact: true }).getAttribute('aria-invalid')).toBeNull();
  });

  it('keeps the number that an editor says, for everybody; who only reads has another one for themselves', async () => {
    const kept = async () => (await tenant.call('GET', `boms/${bomId}`)).body.boards;
    const boards = () => page.getByLabel('Boards', { exact: true });
    const say = async (number: string) => {
      await boards().fill(number);
      await boards().press('Enter');
      await page.getByText(`for ${number} boards`).waitFor(WAIT);
    };
    await say('30');
    await expect.poll(kept, WAIT).toBe(30);
    // Who looks at the number and leaves it says nothing: the next write is the next number's.
    const writes: unknown[] = [];
    page.on('request', (request) => request.method() === 'PATCH' && writes.push(request.postDataJSON()));
    await boards().focus();
    await boards().blur();
    await say('31');
    await expect.poll(kept, WAIT).toBe(31);
    expect(writes).toEqual([{ boards: 31 }]);

    await page.context().close();
    await show(await newTenant(stack, { role: 'viewer', organizationId: tenant.organizationId }));
    await page.getByText('for 31 boards').waitFor(WAIT);
    await say('70');
    // it goes along to the other pages of the BOM
    await page.getByRole('link', { name: 'Cost', exact: true }).click();
    await expect.poll(() => boards().inputValue(), WAIT).toBe('70');
    expect(await kept()).toBe(31);
  });

  it('that cannot be read says so on its cost page, too', async () => {
    await page.route(({ pathname }) => pathname.endsWith(`/boms/${bomId}`), (route) => route.abort());
    await page.goto(`${stack.pageUrl}/#/boms/${bomId}/cost`);
    await page.reload();
    await page.locator('.cost').getByRole('alert').waitFor(WAIT);
    expect(await page.locator('.cost').getByText('Loading').count()).toBe(0);
  });

  it('has no order list of the parts that nobody found alone', async () => {
    await page.goto(`${stack.pageUrl}/#/boms/${bomId}/cost`);
    const list = page.getByRole('region', { name: 'Order list' });
    await list.getByText('Nobody states a price for these parts.').waitFor(WAIT);
    expect(await list.getByRole('button', { name: 'Copy the list' }).isDisabled()).toBe(true);
    expect(await page.locator('.foot').innerText()).not.toContain('dearest');
    await list.getByLabel('Also parts that nobody states a price for').check();
    await list.getByText(/^\d+ rows?$/).waitFor(WAIT);
    await expect.poll(() => list.getByRole('button', { name: 'Copy the list' }).isDisabled(), WAIT).toBe(
      false,
    );
  });
});
