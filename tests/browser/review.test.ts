/** The questions of a BOM, answered by somebody who has a keyboard and no time. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { launchChromium, signIn } from '../support/browser.ts';
import { answerAll, answered, LINES } from '../support/scripted-review.ts';
import { startTestStack, type TestStack } from '../support/stack.ts';
import { newTenant, type Tenant } from '../support/tenant.ts';

const WAIT = { timeout: 60_000 };
/** A person takes four seconds for each decision, and has five minutes. */
const MAX_DECISIONS = 75;

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
beforeEach(async () => {
  tenant = await newTenant(stack);
  const { body } = await tenant.call('POST', 'boms', {
    organization_id: tenant.organizationId,
    name: 'Motor driver rev B',
    lines: LINES,
  });
  bomId = body.bom_id;
  await tenant.start(bomId);
  await tenant.untilEnded(bomId, 'completed');
  await show(tenant);
});
afterEach(() => page.context().close());

async function show(who: Tenant): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  page = await context.newPage();
  await page.goto(stack.pageUrl);
  await signIn(page, who);
  await page.goto(`${stack.pageUrl}/#/boms/${bomId}/questions`);
  await page.getByRole('heading', { level: 1 }).waitFor(WAIT);
  await page.getByText('0 of 52 answered').first().waitFor(WAIT);
}

const heading = () => page.getByRole('heading', { level: 1 }).innerText();
const card = () => page.locator('.card');
const progress = () => answered(page);
/** Looked at by people, where somebody asks for it. */
const picture = async (name: string) => {
  const { PICTURES } = process.env;
  if (PICTURES) await page.screenshot({ path: `${PICTURES}/${name}.png` });
};

/** The lines that some decision stands for. */
const reviewed = async () => {
  const { body } = await tenant.call('GET', `boms/${bomId}/lines`);
  return (body.lines as { review: string; status: string }[]).filter(({ review, status }) =>
    review !== 'none' || status !== 'not_found'
  );
};

describe('the questions of a BOM', () => {
  it('are 52, and answered in so few decisions that there is time for each', async () => {
    await picture('review');
    const { decisions, keys } = await answerAll(page);
    expect(decisions).toBeLessThanOrEqual(MAX_DECISIONS);
    expect(keys, 'a key for each').toBe(decisions);
    expect(await heading()).toBe('All answered.');
    await picture('review-done');
    await expect.poll(async () => (await reviewed()).length, WAIT).toBe(LINES.length);
  });

  it('stand one by one with the row of the BOM, and with what differs', async () => {
    expect(await heading()).toBe('C1 has no part number. Which 100nF/16V is it?');
    expect(await page.locator('.queue h2').allInnerTexts()).toEqual([
      expect.stringMatching(/^No number, value known\s+6$/),
      expect.stringMatching(/^Two parts in one cell\s+4$/),
      expect.stringMatching(/^Close to a known number\s+1$/),
      expect.stringMatching(/^KEMET numbers that nobody knows\s+11$/),
      expect.stringMatching(/^Numbers that nobody knows\s+15$/),
      expect.stringMatching(/^Workshop numbers that nobody knows\s+15$/),
    ]);
    await page.getByRole('button', { name: /Q9/ }).click();
    await card().getByText('2N7002').first().waitFor(WAIT);
    expect(await heading()).toBe('Nobody knows 2N70O2. Which part is Q9?');
    expect(await card().locator('.yours mark').first().innerText()).toBe('O');
    expect(await card().locator('tr.is-first mark').first().innerText()).toBe('0');
    await picture('review-close');
    await page.setViewportSize({ width: 390, height: 844 });
    await expect.poll(() => card().evaluate((of) => of.scrollWidth - of.clientWidth), WAIT).toBe(0);
    await picture('review-close-phone');
  });

  it('are answered, put off and taken back by keys, and saved each time', async () => {
    await page.getByRole('button', { name: /Q9/ }).click();
    await card().getByText('2N7002').first().waitFor(WAIT);
    await page.keyboard.press('1');
    await page.getByText('Q9: 2N7002').waitFor(WAIT);
    await expect.poll(async () => (await reviewed()).length, WAIT).toBe(1);
    await page.keyboard.press('u');
    await expect.poll(progress, WAIT).toBe(0);
    await expect.poll(heading, WAIT).toContain('Which part is Q9?');
    await card().waitFor(WAIT);
    await page.keyboard.press('s');
    await expect.poll(heading, WAIT).toContain('C1 has no part number');
    await card().waitFor(WAIT);
    await page.keyboard.press('n');
    await expect.poll(heading, WAIT).toContain('C2 has no part number');
    expect(await progress()).toBe(1);
    await card().waitFor(WAIT);
    await page.keyboard.press('e');
    await page.getByRole('dialog').getByLabel('Part number').fill('RC0603FR-0710KL');
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    await page.getByText('C2: edited').waitFor(WAIT);
    await expect.poll(heading, WAIT).toContain('C3 has no part number');
    // the page goes on while it saves
    await expect.poll(async () => {
      const { body } = await tenant.call('GET', `boms/${bomId}/lines`);
      return [body.lines[0].status, body.lines[1].mpn];
    }, WAIT).toEqual(['skipped', 'RC0603FR-0710KL']);
  });

  it('that are answered all at once can be taken back while they are being saved', async () => {
    await card().locator('tr.is-first').waitFor(WAIT);
    const sent: string[] = [];
    let arrive = () => {};
    const arrived = new Promise<void>((resolve) => void (arrive = resolve));
    await page.route('**/review', async (route) => {
      sent.push(route.request().postDataJSON().action);
      if (sent.length === 2) await arrived;
      await route.fallback();
    });
    await page.keyboard.press('a');
    await expect.poll(() => sent.length, WAIT).toBe(2);
    expect(await progress()).toBe(6);
    await page.keyboard.press('u');
    arrive();
    await expect.poll(progress, WAIT).toBe(0);
    // two of the six were on their way, and are undone once they are there
    expect(sent).toEqual(['choose', 'choose', 'undo']);
    expect(await reviewed()).toEqual([]);
  });

  it('give back what was rejected before where an answer is undone', async () => {
    const { body } = await tenant.call('GET', `boms/${bomId}/lines`);
    const first = body.lines[0];
    await tenant.call('POST', `boms/${bomId}/review`, { line_ids: [first.line_id], action: 'reject' });
    await page.reload();
    const of = page.getByRole('button', { name: /C1\b/ });
    await of.click();
    await card().waitFor(WAIT);
    await page.keyboard.press('k');
    const review = async () => (await tenant.call('GET', `boms/${bomId}/lines`)).body.lines[0].review;
    await expect.poll(review, WAIT).toBe('approved');
    await page.keyboard.press('u');
    await expect.poll(review, WAIT).toBe('rejected');
    await expect.poll(progress, WAIT).toBe(0);
  });

  it('are not taken from a colleague by an undo of what was answered before, who is named', async () => {
    await page.getByRole('button', { name: /C1\b/ }).click();
    await card().waitFor(WAIT);
    await page.keyboard.press('k');
    const stored = async () => (await tenant.call('GET', `boms/${bomId}/lines`)).body.lines[0];
    await expect.poll(async () => (await stored()).review, WAIT).toBe('approved');

    const maria = await newTenant(stack, { organizationId: tenant.organizationId });
    const context = await browser.newContext();
    try {
      const hers = await context.newPage();
      await hers.goto(stack.pageUrl);
      await signIn(hers, maria);
      await hers.goto(`${stack.pageUrl}/#/boms/${bomId}?line=1`);
      const undo = hers.getByRole('button', { name: 'Kept as written. Undo' });
      await undo.waitFor(WAIT);
      await hers.keyboard.press('n');
      await expect.poll(async () => (await stored()).status, WAIT).toBe('skipped');
      await page.keyboard.press('u');
      await page.getByText(`${maria.email} has decided C1 since.`).waitFor(WAIT);
      expect((await stored()).status).toBe('skipped');

      // so is who takes back what somebody else has taken back, and what stands then is shown
      await hers.route('**/changes', (route) => route.abort());
      const isSkipped = hers.locator('.panel .state.is-not_fitted');
      await isSkipped.waitFor(WAIT);
      await tenant.call('POST', `boms/${bomId}/review`, {
        line_ids: [(await stored()).line_id],
        action: 'undo',
      });
      await hers.getByRole('button', { name: 'Nothing to buy. Undo' }).click();
      await hers.getByText(`${tenant.email} has taken that back of C1 already.`).waitFor(WAIT);
      await isSkipped.waitFor({ state: 'hidden', ...WAIT });
      expect(await stored()).toMatchObject({ review: 'approved', status: 'not_found' });
    } finally {
      await context.close();
    }
  });

  it('that a colleague answers meanwhile are asked no more, until that is taken back', async () => {
    await card().waitFor(WAIT);
    const before = await progress();
    const maria = await newTenant(stack, { organizationId: tenant.organizationId });
    const { line_id } = (await tenant.call('GET', `boms/${bomId}/lines`)).body.lines[0];
    for (const [action, answered] of [['nothing_to_buy', before + 1], ['undo', before]] as const) {
      expect((await maria.call('POST', `boms/${bomId}/review`, { line_ids: [line_id], action })).status).toBe(
        200,
      );
      await expect.poll(progress, WAIT).toBe(answered);
    }
    const said = `was set back to what it was before, by ${maria.email}.`;
    // though she has joined since the page was opened; where the question stands, and not beside that as well
    await card().getByText(`Meanwhile it ${said}`).waitFor(WAIT);
    expect(await page.locator('.toast', { hasText: said }).count()).toBe(0);
  });

  it('of which none chose a part leave nothing to look up', async () => {
    await card().waitFor(WAIT);
    const { lines } = (await tenant.call('GET', `boms/${bomId}/lines`)).body;
    const line_ids = lines.map(({ line_id }: { line_id: string }) => line_id);
    const answer = { line_ids, action: 'nothing_to_buy' };
    expect((await tenant.call('POST', `boms/${bomId}/review`, answer)).status).toBe(200);
    await expect.poll(heading, WAIT).toBe('All answered.');
    expect(await page.getByRole('link', { name: 'To the lines' }).count()).toBe(1);
    expect(await page.getByRole('button', { name: /Look up/ }).count()).toBe(0);
  });

  it('are not undone by a key that was meant for an edit after them', async () => {
    await card().waitFor(WAIT);
    await page.keyboard.press('n');
    await expect.poll(progress, WAIT).toBe(1);
    await card().waitFor(WAIT);
    await page.keyboard.press('e');
    const form = page.getByRole('dialog');
    await page.route(
      '**/lines/*',
      (route) =>
        route.request().method() === 'PATCH'
          ? route.fulfill({ status: 503, json: { detail: 'Not now.' } })
          : route.fallback(),
    );
    await form.getByLabel('Part number').fill('RC0603FR-0710KL');
    await form.getByRole('button', { name: 'Save' }).click();
    await expect.poll(() => form.getByRole('alert').innerText(), WAIT).toBe('Not now.');
    expect(await form.getByLabel('Part number').inputValue()).toBe('RC0603FR-0710KL');
    expect(await progress()).toBe(1);
    await page.unroute('**/lines/*');
    await form.getByRole('button', { name: 'Save' }).click();
    await page.getByText('C2: edited').waitFor(WAIT);
    await page.keyboard.press('u');
    await expect.poll(progress, WAIT).toBe(1);
    expect((await reviewed())[0]).toMatchObject({ status: 'skipped' });
  });

  it('are only looked at by somebody who may not decide', async () => {
    await page.context().close();
    await show(await newTenant(stack, { role: 'viewer', organizationId: tenant.organizationId }));
    await card().waitFor(WAIT);
    expect(await page.getByRole('group', { name: 'Answers' }).count()).toBe(0);
    await card().getByText('You are viewer here: whoever is editor or admin answers.').waitFor(WAIT);
    expect(await card().getByText('Your answer is remembered').count()).toBe(0);
    await page.keyboard.press('k');
    expect(await progress()).toBe(0);
  });
});

it('the first choice for all leaves those open that have none', async () => {
  const { body } = await tenant.call('POST', 'boms', {
    organization_id: tenant.organizationId,
    name: 'Supply',
    lines: [
      { value: '100nF/16V', footprint: 'C_0402_1005Metric', designators: 'C1', quantity: 1 },
      { value: '3.3V', designators: 'IC2', quantity: 1 },
      { value: '1uF/16V', footprint: 'C_0402_1005Metric', designators: 'C2', quantity: 1 },
    ],
  });
  bomId = body.bom_id;
  await tenant.start(bomId);
  await tenant.untilEnded(bomId, 'completed');
  await page.goto(`${stack.pageUrl}/#/boms/${bomId}/questions`);
  await page.getByText('0 of 3 answered').first().waitFor(WAIT);
  await card().waitFor(WAIT);
  await page.getByRole('button', { name: /first choice for all 3/ }).waitFor(WAIT);
  await page.keyboard.press('a');
  await expect.poll(heading, WAIT).toContain('IC2');
  await expect.poll(progress, WAIT).toBe(2);
  const decisions = async () =>
    ((await tenant.call('GET', `boms/${bomId}/lines`)).body.lines as { review: string }[])
      .map(({ review }) => review);
  await expect.poll(decisions, WAIT).toEqual(['approved', 'none', 'approved']);
  // the list says what was taken: of numbers and of words, which are not set like numbers
  const { body: { lines } } = await tenant.call('GET', `boms/${bomId}/lines`);
  const decided = await Promise.all(
    [0, 2].map(async (i) =>
      (await tenant.call('GET', `boms/${bomId}/lines/${lines[i].line_id}`)).body.decided.mpn as string
    ),
  );
  const answers = page.locator('.queue li span:last-child');
  const taken = () =>
    answers.evaluateAll((all) => all.map((each): [string, string] => [each.className, each.textContent!]));
  await expect.poll(
    async () => (await taken()).filter(([look]) => look === 'mono').map(([, text]) => text).toSorted(),
    WAIT,
  ).toEqual(
    decided.toSorted(),
  );
  expect((await taken()).filter(([look]) => look === '')).toEqual([['', '3.3V']]);
});

describe('a line without a quantity', () => {
  const questions = () => page.locator('.queue > p').innerText();
  const QUICK_START = [
    { mpn: 'RC0603FR-0710KL', manufacturer: 'Yageo' },
    { mpn: 'GRM188R71H104KA93D', manufacturer: 'Murata' },
    { mpn: 'NOBODY-KNOWS-1' },
  ];
  const quantities = async () =>
    ((await tenant.call('GET', `boms/${bomId}/lines`)).body.lines as { quantity?: number }[])
      .map(({ quantity }) => quantity ?? null);

  beforeEach(async () => {
    const { body } = await tenant.call('POST', 'boms', {
      organization_id: tenant.organizationId,
      name: 'Quick start',
      lines: QUICK_START,
    });
    bomId = body.bom_id;
    await tenant.start(bomId);
    await tenant.untilEnded(bomId, 'completed');
    await page.goto(`${stack.pageUrl}/#/boms/${bomId}/questions`);
    await page.getByText('0 of 3 answered').first().waitFor(WAIT);
    await card().waitFor(WAIT);
  });

  it('asks for a number, which is stored and can be taken back', async () => {
    expect(await heading()).toBe('How many RC0603FR-0710KL does a board take?');
    expect(await card().innerText()).not.toMatch(/as written|remembered/);
    await picture('review-how-many');
    // a key of other questions only
    await page.keyboard.press('k');
    await page.keyboard.press('4');
    await page.keyboard.press('Enter');
    await expect.poll(heading, WAIT).toBe('How many GRM188R71H104KA93D does a board take?');
    await expect.poll(quantities, WAIT).toEqual([4, null, null]);
    await page.reload();
    await page.getByText('0 of 2 answered').first().waitFor(WAIT);
    await card().waitFor(WAIT);
    await page.getByLabel('A board takes').fill('2');
    await page.getByRole('button', { name: 'Save' }).click();
    await expect.poll(quantities, WAIT).toEqual([4, 2, null]);
    await page.getByRole('button', { name: 'Undo', exact: true }).click();
    await expect.poll(quantities, WAIT).toEqual([4, null, null]);
    expect(await questions()).toBe('0 of 2 answered');
  });

  it('is answered with all others that lack one by one number', async () => {
    await page.getByLabel('A board takes').fill('1');
    await page.getByRole('button', { name: 'Save for all 2' }).click();
    await expect.poll(quantities, WAIT).toEqual([1, 1, null]);
    expect(await questions()).toBe('2 of 3 answered');
    await page.reload();
    await page.getByText('0 of 1 answered').first().waitFor(WAIT);
  });
});
