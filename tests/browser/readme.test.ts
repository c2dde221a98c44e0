/** What README's quick start and the examples do in a browser, run as it stands there. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from '../support/browser.ts';
import { readDocument, snippets } from '../support/readme.ts';
import { bundle } from '../support/sdk/bundle.ts';
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
    await expect.poll(() => said, { timeout: 60_000 }).toContain('Enrichment completed');
    expect(said.some((line) => /^Progress: \d+(\.\d)? %$/.test(line))).toBe(true);
  });
});

describe('the example for React', () => {
  it('follows a run to its end', async () => {
    const tenant = await newTenant(stack);
    const bomId = await tenant.importBom(['RC0603FR-0710KL', 'NOBODY-KNOWS-1']);
    const program = await buildExample('watch-react.tsx');
    const server = createServer(({ url }, response) => {
      const isProgram = url === '/watch.js';
      response.setHeader('content-type', isProgram ? 'text/javascript' : 'text/html; charset=utf-8');
      response.end(
        isProgram ? program : '<div id="root"></div><script type="module" src="/watch.js"></script>',
      );
    });
    await new Promise<void>((resolve) => server.listen(0, resolve));
    try {
      const page = await browser.newPage();
      const given = new URLSearchParams({ url: stack.apiUrl, bomId, token: tenant.token });
      await page.goto(`http://localhost:${(server.address() as AddressInfo).port}/#${given}`);
      await page.getByText('live, last heard').waitFor();
      expect(await page.locator('output').textContent()).toBe('no run yet');
      await tenant.start(bomId);
      await page.locator('output').getByText('completed: 2 of 2 lines').waitFor();
      await page.getByText('ended, last heard').waitFor();
      expect(await page.getByRole('listitem').last().textContent()).toBe('enrichment.completed');
      // the next run, which somebody else starts
      await tenant.start(bomId, 'all');
      await page.getByRole('listitem').filter({ hasText: 'enrichment.completed' }).nth(1).waitFor();
      await page.close();
    } finally {
      server.close();
    }
  });
});

/** An example as it stands there, with the SDK in the place of the package that it names. */
const buildExample = (name: string) =>
  bundle(fileURLToPath(new URL(`../../docs/examples/${name}`, import.meta.url)), {
    resolve: {
      alias: {
        'bomstream-client/react': fileURLToPath(new URL('../../client/react.ts', import.meta.url)),
      },
    },
    oxc: { jsx: { runtime: 'automatic', development: false } },
    define: { 'process.env.NODE_ENV': '"production"' },
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
      await page.locator('output').getByText('completed: 2 of 2 lines').waitFor();
    } finally {
      server.close();
    }
  });
});
