/** What README's quick start and the examples do in a browser, run as it stands there. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from '../support/browser.ts';
import { readDocument, snippets } from '../support/readme.ts';
import { startTestStack, type TestStack } from '../support/stack.ts';
import { newTenant } from '../support/tenant.ts';

let stack: TestStack;
let browser: Browser;
beforeAll(async () => {
  stack = await startTestStack({ page: true });
  browser = await launchChromium();
});
afterAll(async () => {
  await browser?.close();
  await stack?.stop();
});

describe('the quick start in README', () => {
  it('watches a run with EventSource', async () => {
    const tenant = await newTenant(stack);
    const bomId = await tenant.importBom(['RC0603FR-0710KL', 'GRM188R71H104KA93D', 'NOBODY-KNOWS-1']);
    const page = await browser.newPage();
    const said: string[] = [];
    page.on('console', (message) => said.push(message.text()));
    await page.goto(stack.pageUrl); // an origin that may call the functions

    const variables = { API: `${stack.apiUrl}/functions/v1`, bomId, token: tenant.token };
    const [code] = snippets('Quick start', 'js');
    await page.evaluate(`{ const { API, bomId, token } = ${JSON.stringify(variables)}; ${code} }`);
    await tenant.start(bomId);
    await expect.poll(() => said, { timeout: 15_000 }).toContain('Enrichment completed');
    expect(said.some((line) => /^Progress: \d+(\.\d)? %$/.test(line))).toBe(true);
  });
});

describe('the example page', () => {
  it('follows a run to its end', async () => {
    const tenant = await newTenant(stack);
    const bomId = await tenant.importBom(['RC0603FR-0710KL', 'NOBODY-KNOWS-1']);
    const server = createServer((_request, response) => {
      response.setHeader('content-type', 'text/html').end(readDocument('docs/examples/watch.html'));
    });
    await new Promise<void>((resolve) => server.listen(0, resolve));
    try {
      const page = await browser.newPage();
      await page.goto(`http://localhost:${(server.address() as AddressInfo).port}/`);
      await page.getByLabel('API').fill(`${stack.apiUrl}/functions/v1`);
      await page.getByLabel('BOM id').fill(bomId);
      await page.getByLabel('Access token').fill('expired');
      await page.getByRole('button').click();
      await page.locator('output').getByText('token').waitFor();
      await page.getByLabel('Access token').fill(tenant.token);
      await page.getByRole('button').click();
      await tenant.start(bomId);
      await page.locator('output').getByText('completed: 100 % of 2 lines').waitFor();
    } finally {
      server.close();
    }
  });
});
