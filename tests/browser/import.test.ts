/** A file on its way to become a BOM: seen as it was read, put right above its rows, and stored only then. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { launchChromium, signIn } from '../support/browser.ts';
import { startTestStack, type TestStack } from '../support/stack.ts';
import { newTenant, type Tenant } from '../support/tenant.ts';

const WAIT = { timeout: 60_000 };
const HEADER = 'Designator;Menge;Wert;Footprint;MPN;Hersteller;Lager';
const BOARD = [
  'Motor driver',
  HEADER,
  'C1,C2;2;100n 16V;0402;GRM155R71C104KA88D;Murata;A-1',
  'R1;4 pcs;10k;0603;RC0603FR-0710KL;Yageo;A-2',
  'C1;1;2,2µ;0603;CL10A225KO8NNNC;Samsung;Würth?',
  'Y1;1;8MHz;5032;;;',
  '',
].join('\n');

let stack: TestStack;
let browser: Browser;
let tenant: Tenant;
let page: Page;

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
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  page = await context.newPage();
  await page.goto(stack.pageUrl);
  await signIn(page, tenant);
});
afterEach(() => page.context().close());

const bytesOf = (text: string) => Buffer.from(text.replaceAll('\n', '\r\n'), 'latin1');
const choose = (name: string, text: string) =>
  page.locator('input[type=file]').setInputFiles({
    name,
    mimeType: 'application/octet-stream',
    buffer: bytesOf(text),
  });
/** As a person drops it, somewhere in the page. */
async function drop(name: string, text: string): Promise<void> {
  const data = await page.evaluateHandle(([name, bytes]) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([Uint8Array.from(bytes)], name));
    return transfer;
  }, [name, [...bytesOf(text)]] as const);
  await page.locator('main section').first().dispatchEvent('drop', { dataTransfer: data });
}
const panel = () => page.getByRole('region', { name: 'Import' });
const heading = () => panel().getByRole('heading', { level: 1 }).innerText();
const boms = async () =>
  (await tenant.call('GET', `boms?organization_id=${tenant.organizationId}`)).body.boms as {
    bom_id: string;
    name: string;
  }[];
const picture = async (name: string) => {
  const { PICTURES } = process.env;
  if (PICTURES) await page.screenshot({ path: `${PICTURES}/${name}.png` });
};

describe('a file', () => {
  it('is dropped, shown as it was read with what is remarked where it stands, and imported by Enter', async () => {
    await page.getByText('Drop the file here').waitFor(WAIT);
    await drop('motor-driver-b.csv', BOARD);
    await expect.poll(heading, WAIT).toBe(
      'motor-driver-b.csv. 4 lines read, nothing to ask before importing.',
    );
    await picture('import');
    expect(await panel().locator('.how-read').innerText()).toMatch(
      /windows-1252[\s\S]*Names in row 2, lines in rows 3/,
    );
    expect(await panel().getByLabel('Column Menge is').inputValue()).toBe('quantity');
    const row = (n: number) =>
      panel().locator('tbody tr').filter({ has: page.locator(`td.number:text-is("${n}")`) });
    expect(await row(4).locator('.remarks').innerText()).toMatch(
      /The quantity is 4, and the number of designators is 1/,
    );
    expect(await row(4).locator('td.is-warning, td.is-info').innerText()).toBe('4 pcs');
    expect(await boms()).toEqual([]);
    await panel().getByRole('heading', { level: 1 }).focus();
    await page.keyboard.press('Enter');
    await page.locator('[data-line="1"]').waitFor(WAIT);
    expect(await boms()).toMatchObject([{ name: 'motor-driver-b' }]);
  });

  it('is read anew where somebody says what a column is, and becomes a revision of another', async () => {
    await choose('motor-driver-a.csv', BOARD);
    await panel().getByRole('button', { name: 'Import 4 lines' }).click();
    await page.locator('[data-line="1"]').waitFor(WAIT);
    await page.goto(`${stack.pageUrl}/#/organizations/${tenant.organizationId}`);
    await page.getByRole('link', { name: /motor-driver-a/ }).first().waitFor(WAIT);

    await choose('motor-driver-b.csv', `${BOARD}U1;1;;SOT-23;MCP1700T-3302E/TT;Microchip;B-1\n`);
    await panel().getByLabel('Column Lager is').selectOption('internal_number');
    await expect.poll(() => panel().getByLabel('Column Lager is').isEnabled(), WAIT).toBe(true);
    await panel().getByLabel('As').selectOption({ label: 'a new revision of motor-driver-a' }).catch(() =>
      panel().getByLabel('As').selectOption({ label: 'a new revision of motor-driver-a.csv' })
    );
    await panel().getByLabel('Name').fill('Motor driver rev B');
    await picture('import-revision');
    await panel().getByRole('button', { name: 'Import 5 lines' }).click();
    // it opens as any other does, and says what went over
    await page.locator('.toast', { hasText: /^4 lines as before, 0 changed, 1 added/ }).waitFor(WAIT);
    await page.getByRole('heading', { name: /^Motor driver rev B/ }).waitFor(WAIT);
    const [revision] = (await boms()).filter(({ name }) => name === 'Motor driver rev B');
    const { body } = await tenant.call('GET', `boms/${revision!.bom_id}/lines`);
    const { body: line } = await tenant.call(
      'GET',
      `boms/${revision!.bom_id}/lines/${body.lines[4].line_id}`,
    );
    expect(line.internal_number).toBe('B-1');

    // its head names what it revises, and the comparison opens with that
    await page.getByText(/^Revision of motor-driver-a/).waitFor(WAIT);
    await page.getByRole('link', { name: 'What changed' }).click();
    await page.getByRole('heading', { name: /^Motor driver rev B\. 1 line differs, 4 are the same\.$/ })
      .waitFor(WAIT);
    expect(await page.getByLabel('With').locator('option:checked').innerText()).toMatch(
      /^motor-driver-a.*, which this one revises$/,
    );
  });

  it('that is here already is said before it is imported, and imported once more on demand', async () => {
    await choose('motor-driver.csv', BOARD);
    await panel().getByRole('button', { name: 'Import 4 lines' }).click();
    await page.locator('[data-line="1"]').waitFor(WAIT);
    await page.goto(`${stack.pageUrl}/#/organizations/${tenant.organizationId}`);
    await page.getByRole('link', { name: 'motor-driver' }).waitFor(WAIT);
    await choose('another-name.csv', BOARD);
    const again = panel().getByLabel('Import it once more, as another BOM');
    await panel().getByText(/^This file is here already, as motor-driver, read in the same way\./).waitFor(
      WAIT,
    );
    // with another column it is another BOM
    await panel().getByLabel('Column Lager is').selectOption('internal_number');
    await panel().getByText(/, read in another way\. Importing it makes a new BOM\./).waitFor(WAIT);
    expect(await again.count()).toBe(0);
    await panel().getByLabel('Column Lager is').selectOption('extra');
    await again.check();
    await panel().getByRole('button', { name: 'Import 4 lines' }).click();
    await page.locator('[data-line="1"]').waitFor(WAIT);
    expect((await boms()).map(({ name }) => name).sort()).toEqual(['another-name', 'motor-driver']);
  });

  it('of which no column is recognised is read once somebody says what its columns are', async () => {
    await choose('odd.csv', 'Pos;Teil;Was\n1;Widerstand klein;rot\n2;Kondensator;blau\n');
    await expect.poll(heading, WAIT).toBe('odd.csv. No line is read yet: say above a column what it holds.');
    expect(await panel().getByRole('button', { name: /^Import/ }).isDisabled()).toBe(true);
    await panel().getByLabel('Column Teil is').selectOption('mpn');
    await panel().getByRole('button', { name: 'Import 2 lines' }).click();
    await page.locator('[data-line="2"]').waitFor(WAIT);
  });

  it('of which no column is recognised asks about its quantities once somebody says where they stand', async () => {
    await choose('odd.csv', 'Pos;Teil;Was;Soll\n1;Widerstand klein;rot;1.000\n2;Kondensator;blau;20\n');
    await panel().getByLabel('Column Teil is').selectOption('mpn');
    // Words are no part numbers: whoever imports this has to know that nothing comes of it.
    await expect.poll(heading, WAIT).toContain('2 lines read, none with a part number');
    await panel().getByLabel('Column Soll is').selectOption('quantity');
    await expect.poll(heading, WAIT).toContain('1 question before importing');
    expect(await panel().getByRole('button', { name: /^Import/ }).isDisabled()).toBe(true);
    await panel().getByRole('radio', { name: '1000', exact: true }).check();
    await expect.poll(heading, WAIT).toContain('none with a part number');
    expect(await panel().getByRole('radio', { name: '1000', exact: true }).isChecked()).toBe(true);
    await panel().getByRole('button', { name: 'Import 2 lines' }).click();
    await page.locator('[data-line="1"]').getByText('1000').or(
      page.locator('[data-line="1"]').getByText('1,000'),
    )
      .first().waitFor(WAIT);
  });

  it('is imported by Enter in the field of its name', async () => {
    await choose('motor-driver.csv', BOARD);
    await panel().getByLabel('Name').fill('Motor driver');
    await page.keyboard.press('Enter');
    await page.locator('[data-line="1"]').waitFor(WAIT);
    expect(await boms()).toMatchObject([{ name: 'Motor driver' }]);
  });

  it('is not imported by Enter where that presses another button', async () => {
    await choose('motor-driver.csv', BOARD);
    await expect.poll(heading, WAIT).toContain('4 lines read');
    await panel().getByRole('button', { name: 'Cancel' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('Drop the file here').waitFor(WAIT);
    expect(await boms()).toEqual([]);
  });

  it('keeps its name while somebody types it, though they press Escape', async () => {
    await choose('motor-driver.csv', BOARD);
    await panel().getByLabel('Name').fill('Motor driver');
    await page.keyboard.press('Escape');
    expect(await panel().getByLabel('Name').inputValue()).toBe('Motor driver');
    await page.keyboard.press('Escape');
    await page.getByText('Drop the file here').waitFor(WAIT);
    // whoever changed their mind goes on where they began
    expect(await page.locator('input[type=file]').evaluate((each) => each === document.activeElement))
      .toBe(true);
  });

  it('asks on where an answer could not be read with', async () => {
    await choose('asks.csv', 'Part,Quantity\nRC0603FR-0710KL,"1,000"\nGRM188R71C104KA01D,"2,000"\n');
    await expect.poll(heading, WAIT).toContain('1 question before importing');
    await page.route(
      '**/boms/preview*',
      (route) => route.fulfill({ status: 503, json: { detail: 'Not now.' } }),
    );
    await panel().getByRole('radio').first().click();
    await expect.poll(() => panel().getByRole('alert').innerText(), WAIT).toBe('Not now.');
    expect(await heading()).toContain('1 question before importing');
    expect(await panel().getByRole('radio').first().isChecked()).toBe(false);
    expect(await panel().getByRole('button', { name: 'Import 2 lines' }).isDisabled()).toBe(true);
    await page.unroute('**/boms/preview*');
    await panel().getByRole('radio').first().click();
    await expect.poll(heading, WAIT).toContain('nothing to ask');
  });

  it('that cannot be read says why, and another one takes its place', async () => {
    await choose('picture.csv', '\x89PNG\r\n\x1a\n');
    await panel().getByRole('alert').waitFor(WAIT);
    expect(await heading()).toBe('picture.csv cannot be read');
    expect(await panel().getByRole('button', { name: 'Import' }).isDisabled()).toBe(true);
    await choose('asks.csv', 'Part,Quantity\nRC0603FR-0710KL,"1,000"\nGRM188R71C104KA01D,"2,000"\n');
    await expect.poll(heading, WAIT).toBe('asks.csv. 2 lines read, 1 question before importing.');
    await picture('import-question');
    expect(await panel().getByRole('button', { name: 'Import 2 lines' }).isDisabled()).toBe(true);
    await panel().getByRole('radio').first().check();
    await expect.poll(heading, WAIT).toContain('nothing to ask');
    await page.keyboard.press('Escape');
    await page.getByText('Drop the file here').waitFor(WAIT);
    expect(await boms()).toEqual([]);
  });

  it('of which no column is known is shown, and read once somebody says what they are', async () => {
    await choose('colours.csv', 'Farbe,Preis\nab12-9,1\nkx-7,2\n');
    await panel().getByText('No column was recognised').waitFor(WAIT);
    expect(await panel().getByRole('button', { name: 'Import 0 lines' }).isDisabled()).toBe(true);
    await panel().getByLabel('Column Farbe is').selectOption('mpn');
    await panel().getByRole('button', { name: 'Import 2 lines' }).click();
    await page.locator('[data-line="2"]').waitFor(WAIT);
  });

  it('has an address: the way back leads to the list, and a reload says what to choose again', async () => {
    await choose('motor-driver.csv', BOARD);
    await expect.poll(heading, WAIT).toContain('4 lines read');
    await page.goBack();
    await page.getByText('Drop the file here').waitFor(WAIT);
    await page.goForward();
    await expect.poll(heading, WAIT).toContain('4 lines read');
    await page.reload();
    await page.getByText('Choose motor-driver.csv again, or drop it here: nothing of it was stored.')
      .waitFor(WAIT);
    await choose('motor-driver.csv', BOARD);
    await panel().getByRole('button', { name: 'Import 4 lines' }).click();
    await page.locator('[data-line="1"]').waitFor(WAIT);
    await page.goBack();
    await page.getByRole('link', { name: 'motor-driver' }).waitFor(WAIT);
    expect(await page.getByText('nothing of it was stored').count()).toBe(0);
  });

  it('says beside a row that it is not placed, whichever column says so', async () => {
    await choose(
      'fitted.csv',
      'Referenz;MPN;Menge;Bestücken\nR1;RC0603FR-0710KL;1;ja\nR2;RC0603FR-0747KL;1;nein\n',
    );
    const remarks = panel().locator('tbody .remarks');
    await expect.poll(() => remarks.allInnerTexts(), WAIT).toEqual(['', 'Not placed']);
    expect(await panel().getByText('save the file as UTF-8').count()).toBe(0);
  });

  it('has its remarks in sight however many columns it has, and none covers a column', async () => {
    const columns = Array.from({ length: 14 }, (_, i) => `Column ${i}`);
    await choose(
      'wide.csv',
      `Designator;MPN;Quantity;${columns.join(';')}\nR1;RC0603FR-0710KL;3;${
        columns.map((_, i) => `kept ${i}`).join(';')
      }\n`,
    );
    const remark = panel().getByText('The quantity is 3, and the number of designators is 1').first();
    await remark.waitFor(WAIT);
    const rows = await panel().locator('.sheet-rows').boundingBox();
    const box = await remark.boundingBox();
    expect(box!.x).toBeGreaterThan(rows!.x);
    expect(box!.x + box!.width).toBeLessThanOrEqual(rows!.x + rows!.width);
    expect(
      await panel().locator('.preview .remarks').evaluateAll((all) =>
        all.map((one) => getComputedStyle(one).position)
      ),
    )
      .toEqual(['static']);
    await page.setViewportSize({ width: 2600, height: 900 });
    await expect.poll(() => panel().locator('.preview th.remarks').count(), WAIT).toBe(1);
  });

  it('with a table beside another gives each its own choice, and imports the one that is chosen', async () => {
    await choose(
      'two.csv',
      'Parts;;;of the board\nElectronic;;;;Mechanical;;\nRef;Qty;MPN;;Item;Qty;Description\nR1;1;RC0603FR-0710KL;;1;4;Screw M3\nC1;1;GRM188R71C104KA01D;;2;8;Nut M3\n',
    );
    const table = panel().getByLabel('Table', { exact: true });
    const chosen = () => table.locator('option:checked').innerText();
    await expect.poll(() => table.locator('option').allInnerTexts(), WAIT).toEqual([
      'this file, rows 4 to 5, columns A to C',
      'this file, rows 4 to 5, columns E to G',
    ]);
    expect(await chosen()).toMatch(/A to C$/);
    expect(await panel().getByLabel('Column MPN is').inputValue()).toBe('mpn');
    await table.selectOption({ label: 'this file, rows 4 to 5, columns E to G' });
    await expect.poll(() => panel().getByLabel('Column Description is').inputValue(), WAIT).toBe(
      'description',
    );
    expect(await panel().getByLabel('Column MPN is').inputValue()).toBe('extra');
    expect(await chosen()).toMatch(/E to G$/);
    // What is decided of its columns leaves it the one that is read.
    await panel().getByLabel('Column Item is').selectOption('internal_number');
    await expect.poll(() => panel().getByLabel('Column Item is').isEnabled(), WAIT).toBe(true);
    expect(await chosen()).toMatch(/E to G$/);
    for (const question of await panel().locator('fieldset.asks').all()) {
      await question.getByRole('radio').first().check();
    }
    await panel().getByRole('button', { name: 'Import 2 lines' }).click();
    await page.locator('[data-line="2"]').waitFor(WAIT);
    const [bom] = await boms();
    const { body } = await tenant.call('GET', `boms/${bom!.bom_id}/lines`);
    expect(body.lines).toMatchObject([{ quantity: 4, description: 'Screw M3' }, { quantity: 8 }]);
  });

  it('leaves the screen of a phone to its rows, with the button in sight', async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    await choose('motor-driver.csv', BOARD);
    const button = panel().getByRole('button', { name: 'Import 4 lines' });
    await button.waitFor(WAIT);
    expect((await button.boundingBox())!.y).toBeGreaterThan(780);
    // nothing else lies over the rows
    expect(await panel().locator('form').evaluate((form) => getComputedStyle(form).position)).toBe('static');
  });

  it('has its remarks under their rows on a phone', async () => {
    await page.setViewportSize({ width: 390, height: 800 });
    await choose('motor-driver.csv', BOARD);
    const remark = panel().locator('.remark', { hasText: 'The quantity is 4' });
    await remark.waitFor(WAIT);
    const [box, sheet] = [await remark.boundingBox(), await panel().locator('.sheet-rows').boundingBox()];
    expect(box!.x).toBeGreaterThanOrEqual(0);
    expect(box!.x + box!.width).toBeLessThanOrEqual(sheet!.x + sheet!.width + 1);
  });
});
