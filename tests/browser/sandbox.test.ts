/** What `npm start -- --sandbox` shows a person who has never seen it. The pictures of README and the guide are taken here. */
import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { answerOf, launchChromium } from '../support/browser.ts';
import { DENO, findFreePorts, ROOT } from '../support/stack.ts';

const WAIT = { timeout: 60_000 };

/** Looked at by people, where somebody asks for it. */
const picture = async (page: Page, name: string) => {
  const { PICTURES } = process.env;
  if (PICTURES) await page.screenshot({ path: `${PICTURES}/${name}.png` });
};

let folder: string;
let child: ChildProcess;
let ended: Promise<unknown>;
let pageUrl: string;
let browser: Browser;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'bomstream-sandbox-'));
  chmodSync(folder, 0o755); // root's database runs as another account, which has to get in here
  const board = join(folder, 'Sensor node.csv');
  copyFileSync(join(ROOT, 'local/sandbox-bom.csv'), board);
  const port = await findFreePorts();
  child = spawn(
    DENO,
    [
      'run',
      '-A',
      'local/start.ts',
      '--sandbox',
      '--serve',
      '--pace',
      '0',
      '--port',
      `${port}`,
      '--bom',
      board,
    ],
    {
      cwd: ROOT,
      env: { ...process.env, BOMSTREAM_LOCAL: join(folder, 'local'), NO_COLOR: '1' },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  ended = new Promise((resolve) => child.once('exit', resolve));
  for await (const line of createInterface({ input: child.stdout! })) {
    const [, url] = /^\s+page\s+(\S+)/.exec(line) ?? [];
    if (url === undefined) continue;
    pageUrl = url;
    break;
  }
  child.stdout!.resume();
  expect(pageUrl, 'it said where its page is').toBeDefined();
  browser = await launchChromium();
}, 180_000);
afterAll(async () => {
  await browser?.close();
  child?.kill('SIGINT');
  await ended;
  rmSync(folder, { recursive: true, force: true });
});

it('shows what is wrong, unknown, short and at risk on a board, and what it costs', async () => {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(pageUrl);
  await page.getByRole('button', { name: 'Sign in' }).click();
  // what is made up is said of the list as well, and nothing of its rows is cut off
  await page.getByText('Prices and stock are made up').waitFor(WAIT);
  for (const width of [1440, 768, 390]) {
    await page.setViewportSize({ width, height: 900 });
    const cell = (await page.locator('.of-answer .said').boundingBox())!;
    for (const part of await page.locator('.of-answer .said > *').all()) {
      const { x, width: wide } = (await part.boundingBox())!;
      expect(x + wide, `${await part.innerText()} at ${width}`).toBeLessThanOrEqual(cell.x + cell.width + 1);
    }
  }
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.getByRole('link', { name: 'Sensor node' }).click();
  await page.getByText('49 fine').waitFor(WAIT);
  expect(await answerOf(page)).toBe('Sensor node. Not ready to order for 25 boards.');
  for (const said of ['3 wrong', '1 needs an answer', '3 short', '1 at risk']) {
    expect(await page.getByRole('link', { name: said }).count(), said).toBe(1);
  }
  await page.getByText('Prices and stock are made up').waitFor(WAIT);
  const row = page.locator('[data-line="2"]');
  await row.getByText('47 kΩ').waitFor(WAIT);
  await row.click();
  await page.getByRole('complementary', { name: 'R1', exact: true }).getByText('Mouser sandbox').first()
    .waitFor(WAIT);
  await page.mouse.move(0, 0);
  await picture(page, 'page');
  await page.getByRole('link', { name: 'Cost', exact: true }).click();
  const list = page.getByRole('region', { name: 'Order list' });
  await list.getByRole('button', { name: 'Copy the list' }).waitFor(WAIT);
  await picture(page, 'cost');
});
