import { createServer, request as send, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, BrowserContext, Page, Request } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { answerOf, HIGH, launchChromium, signIn, signOut, wordsOf } from '../support/browser.ts';
import { SILENT_MS } from '../../shared/domain/limits.ts';
import { letGo, startPaused, startUnending } from '../support/held-runs.ts';
import { startTestStack, type TestStack } from '../support/stack.ts';
import { newTenant, type Tenant } from '../support/tenant.ts';
import { resistor } from '../support/resistors.ts';

let stack: TestStack;
let browser: Browser;
let tenant: Tenant;
let context: BrowserContext;
let page: Page;
/** What the browser complained about; nothing, unless a test says so. */
let complaints: string[];

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
  context = await browser.newContext({ viewport: HIGH });
  page = await openPage();
  await signIn(page, tenant);
  await page.getByRole('heading', { name: 'Bills of materials', level: 1 }).waitFor();
});
afterEach(async () => {
  await context.close();
  expect(complaints).toEqual([]);
});

async function openPage(): Promise<Page> {
  const opened = await context.newPage();
  complaints = [];
  opened.on('pageerror', (error) => complaints.push(error.message));
  opened.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  await opened.goto(stack.pageUrl);
  return opened;
}

const PARTS = Array.from({ length: 80 }, (_, i) => i % 8 === 7 ? `NOBODY-${i}` : resistor(i));
/** One of each: a line that does not say how many is a question. */
async function importParts(who: Tenant): Promise<string> {
  const { body } = await who.call('POST', 'boms', {
    organization_id: who.organizationId,
    name: 'Test',
    lines: PARTS.map((mpn) => ({ mpn, quantity: 1 })),
  });
  return body.bom_id;
}
const show = (on: Page, bomId: string) => on.goto(`${stack.pageUrl}/#/boms/${bomId}`);
/** How the last run ended; null while one is at work, and before the first. */
const lastRun = async (on: Page) => (await on.locator('.last-run').allInnerTexts())[0] ?? null;
/** How many of the lines a run has looked up, as the page says. */
const lookedUp = async (on: Page) => Number(/(\d+) of \d+ lines/.exec(await answerOf(on))?.[1] ?? 0);
const WAIT = { timeout: 60_000, interval: 250 };
const ENDED = PARTS.map((mpn) => mpn.startsWith('NOBODY') ? 'ask' : 'fine');

async function expectFinished(on: Page): Promise<void> {
  await expect.poll(() => lastRun(on), WAIT).toBe('Run 1 completed');
  await expect.poll(() => wordsOf(on), WAIT).toEqual(ENDED);
  await expect.poll(() => on.locator('tr[data-line="1"]').textContent(), WAIT).toContain('1 Ω · ±1 %');
  await expect.poll(() => answerOf(on), WAIT).toMatch(/ Not ready to order for 25 boards\.$/);
  await on.getByText('10 need an answer').waitFor();
}

interface SilenceableProxy {
  readonly address: string;
  /** Nothing of any stream passes from now on, while all connections stay open and everything else goes on. */
  fallSilent(): void;
  /** Streams that are opened from now on pass again; those before them never do. */
  recover(): void;
  close(): void;
}

/** What a browser may have between itself and everything else. */
async function startProxy(): Promise<SilenceableProxy> {
  const streams = new Set<ServerResponse>();
  const silent = new Set<ServerResponse>();
  let isSilent = false;
  const proxy = createServer((request, response) => {
    const url = new URL(request.url!);
    if (url.pathname.includes('/enrichment-stream/')) {
      streams.add(response);
      if (isSilent) silent.add(response);
    }
    const onward = send(url, { method: request.method, headers: request.headers }, (answer) => {
      if (silent.has(response)) return;
      response.writeHead(answer.statusCode!, answer.headers);
      answer.on('data', (bytes) => silent.has(response) || response.write(bytes));
      answer.on('end', () => silent.has(response) || response.end());
    });
    onward.on('error', () => silent.has(response) || response.destroy());
    response.on('close', () => onward.destroy());
    request.pipe(onward);
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  return {
    address: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`,
    fallSilent() {
      isSilent = true;
      streams.forEach((stream) => silent.add(stream));
    },
    recover: () => void (isSilent = false),
    close() {
      proxy.closeAllConnections();
      proxy.close();
    },
  };
}

/** Some batches: what a run has looked up before it is let go on. */
const HALF = PARTS.length / 2;

/** A run seen from before its start until half of its lines are looked up, where it stays until somebody lets it go. */
async function midRun(): Promise<string> {
  const bomId = await importParts(tenant);
  await show(page, bomId);
  await page.getByText('Live', { exact: true }).waitFor();
  await startUnending(stack, tenant, bomId, HALF);
  await expect.poll(() => lookedUp(page), WAIT).toBe(HALF);
  return bomId;
}

describe('the page', () => {
  it('shows a run live: the bar moves, lines change batch by batch, and it ends', async () => {
    const bomId = await midRun();
    const more = () => page.getByRole('button', { name: 'More', exact: true }).boundingBox();
    const before = (await more())!.y;
    await expect.poll(() => wordsOf(page), WAIT).toEqual(ENDED.map((word, i) => i < HALF ? word : 'pending'));
    // as they stand in the file: nothing moves while it is read
    const order = await page.locator('[data-line]').evaluateAll((rows) =>
      rows.map((row) => row.getAttribute('data-line'))
    );
    expect(order).toEqual(PARTS.map((_, i) => `${i + 1}`));
    await letGo(stack, bomId);
    await expectFinished(page);
    await page.getByText('Up to date').waitFor();
    // what somebody aims at stays where it is
    expect((await more())!.y).toBe(before);
    expect(await page.locator('[data-line]').first().getAttribute('data-word')).toBe('ask');
    expect(await page.title()).toMatch(/^Not ready to order for 25 boards: /);
  });

  it('pauses between batches, and resumes', async () => {
    const bomId = await midRun();
    await page.getByRole('button', { name: 'Pause' }).click();
    await page.getByText(`Paused. ${PARTS.length - HALF} lines wait.`).waitFor();
    await letGo(stack, bomId);
    await page.getByRole('button', { name: 'Resume' }).click();
    await expectFinished(page);
  });

  it('cancels, and enriches again', async () => {
    await midRun();
    await page.getByRole('button', { name: 'Cancel' }).click();
    await expect.poll(() => lastRun(page), WAIT).toBe('Run 1 cancelled');
    await expect.poll(() => answerOf(page), WAIT).toMatch(
      new RegExp(` Not ready to order for 25 boards, ${PARTS.length - HALF} lines not looked up yet\\.$`),
    );
    // all that can be done has room, and so has the sentence
    for (const width of [390, 768]) {
      await page.setViewportSize({ width, height: 900 });
      for (const name of ['pending lines', 'Look up again', 'Answer']) {
        const { x, width: wide } = (await page.locator('.actions > *', { hasText: name }).boundingBox())!;
        expect(x + wide, `${name} at ${width}`).toBeLessThanOrEqual(width);
      }
      expect((await page.getByRole('heading', { level: 1 }).boundingBox())!.width).toBeGreaterThan(300);
    }
    await page.getByRole('button', { name: 'Look up again' }).click();
    await expect.poll(() => lastRun(page), WAIT).toBe('Run 2 completed');
  });

  it('is right when it is opened in the middle of a run, in a second tab', async () => {
    const bomId = await midRun();
    const second = await openPage();
    await show(second, bomId);
    await expect.poll(() => lookedUp(second), WAIT).toBe(HALF);
    await letGo(stack, bomId);
    await expectFinished(second);
    await expectFinished(page);
  });

  it('is right when it is reloaded in the middle of a run, and after its end', async () => {
    const bomId = await midRun();
    await page.reload();
    await expect.poll(() => lookedUp(page), WAIT).toBe(HALF);
    await letGo(stack, bomId);
    await expectFinished(page);
    await page.reload();
    await expectFinished(page);
  });

  it('opened on a finished BOM holds no stream of it', async () => {
    const bomId = await importParts(tenant);
    await tenant.start(bomId);
    await expect.poll(async () => (await tenant.call('GET', `boms/${bomId}`)).body.status, WAIT).toBe(
      'completed',
    );
    let [opened, held] = [0, 0];
    const isStream = (request: Request) => request.url().includes('/enrichment-stream/');
    page.on('request', (request) => isStream(request) && (opened++, held++));
    page.on('requestfinished', (request) => isStream(request) && held--);
    page.on('requestfailed', (request) => isStream(request) && held--);
    await show(page, bomId);
    await expectFinished(page);
    await page.getByText('Up to date').waitFor();
    await expect.poll(() => [opened, held], WAIT).toEqual([1, 0]);
  });

  it('behind a proxy that falls silent does not say "live" for long, and misses nothing', async () => {
    const proxy = await startProxy();
    try {
      await context.close();
      context = await browser.newContext({ proxy: { server: proxy.address }, viewport: HIGH });
      await context.clock.install();
      page = await openPage();
      await signIn(page, tenant);
      const bomId = await importParts(tenant);
      await startPaused(stack, tenant, bomId);
      await show(page, bomId);
      await page.getByText('Live', { exact: true }).waitFor();
      proxy.fallSilent();
      await tenant.call('POST', `enrichment/${bomId}/resume`);
      const runStatus = async () => (await tenant.call('GET', `boms/${bomId}`)).body.status;
      await expect.poll(runStatus, WAIT).toBe('completed');
      await page.clock.fastForward(SILENT_MS);
      await page.getByText('Connection lost, reconnecting …').waitFor();
      await page.getByText(/^Paused\./).waitFor();
      proxy.recover();
      // what was opened while nothing passed is as silent
      await page.clock.fastForward(SILENT_MS);
      await expectFinished(page);
    } finally {
      await context.close(); // or it would complain about connections that end now
      proxy.close();
    }
  });

  it('shows a run all the same where no stream gets through', async () => {
    await page.route(/\/enrichment-stream/, (route) =>
      route.fulfill({
        contentType: 'text/html',
        body: '<html>Sign in to this network</html>',
        headers: { 'access-control-allow-origin': '*' },
      }));
    const bomId = await importParts(tenant);
    await startUnending(stack, tenant, bomId, HALF);
    await show(page, bomId);
    await page.getByText('No live updates, asking every 4 s').waitFor();
    await expect.poll(() => lookedUp(page), WAIT).toBe(HALF);
    await letGo(stack, bomId);
    await expectFinished(page);
    expect(await page.getByRole('alert').count()).toBe(0);
  });

  it('survives a lost network: it comes back by itself and misses nothing', async () => {
    const bomId = await midRun();
    // Offline alone leaves open connections be; the dying isolate cuts the stream as a lost network would.
    await context.setOffline(true);
    await stack.kill('enrichment-stream');
    await page.getByText('Offline').waitFor();
    await page.getByRole('button', { name: 'Pause' }).click();
    await page.getByRole('alert').getByText('The server cannot be reached').waitFor();
    await letGo(stack, bomId);
    await context.setOffline(false);
    await expectFinished(page);
    expect(await page.getByRole('alert').count()).toBe(0);
    expect(
      complaints.splice(0).every((text) => /ERR_INTERNET_DISCONNECTED|ERR_INCOMPLETE_CHUNKED/.test(text)),
    ).toBe(true);
  });

  it('imports a file: shows how it is read, lets columns be corrected, and asks what is unsure', async () => {
    const choose = (name: string, content: string | Uint8Array, encoding: BufferEncoding = 'utf8') =>
      page.locator('input[type=file]').setInputFiles({
        name,
        mimeType: 'application/octet-stream',
        buffer: typeof content === 'string' ? Buffer.from(content, encoding) : Buffer.from(content),
      });
    const panel = page.getByRole('region', { name: 'Import' });
    const button = (name: string) => panel.getByRole('button', { name });

    await choose('picture.csv', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a));
    await page.getByRole('alert').getByText('picture').waitFor();
    expect(await button('Import').isDisabled()).toBe(true);

    // another file in its place, in an encoding of old
    await choose('board.xls', 'My board\nMPN;Manufacturer;Lager\n885012206095;Würth;A-7\n', 'latin1');
    await panel.getByRole('heading', { name: 'board.xls. 1 line read, nothing to ask before importing.' })
      .waitFor();
    await panel.getByText('windows-1252', { exact: true }).waitFor();
    await panel.getByText('"My board"').waitFor();
    await panel.getByLabel('Column Lager is').selectOption('Own number');
    await expect.poll(() => panel.getByLabel('Column Lager is').isEnabled()).toBe(true);
    await button('Import 1 line').click();
    await page.getByRole('heading', { name: 'board. Not looked up yet.', level: 1 }).waitFor();
    await page.locator('tr[data-line]').click();
    await page.getByRole('complementary', { name: '885012206095' }).getByText('Würth').waitFor();
    await expect.poll(() => wordsOf(page), WAIT).toEqual(['pending']);

    await page.goBack();
    await page.getByRole('heading', { name: '1 BOM. 1 waits to be looked up.', level: 1 }).waitFor();
    await choose('again.csv', 'My board\nMPN;Manufacturer;Lager\n885012206095;Würth;A-7\n', 'latin1');
    await panel.getByText('as somebody here confirmed them').waitFor();
    await button('Import 1 line').click();
    await page.getByRole('status').getByText('was imported from this file before: 1 line.').waitFor();

    await choose('asks.csv', 'Part,Quantity\nRC0603FR-0710KL,"1,000"\nGRM188R71C104KA01D,"2,000"\n');
    await panel.getByRole('group').first().waitFor();
    expect(await button('Import 2 lines').isDisabled()).toBe(true);
    await panel.getByRole('radio').first().check();
    await button('Import 2 lines').click();
    await page.getByRole('heading', { name: 'asks. Not looked up yet.', level: 1 }).waitFor();
    await page.locator('tbody').getByText('1,000').waitFor();
    // of the picture
    expect(complaints.splice(0).filter((text) => !text.includes('422'))).toEqual([]);
  });

  it('puts no token into an address, and needs no ticket', async () => {
    const requested: string[] = [];
    page.on('request', (request) => requested.push(request.url()));
    await letGo(stack, await midRun());
    await expectFinished(page);
    expect(requested.some((url) => url.includes('/enrichment-stream'))).toBe(true);
    expect(requested.filter((url) => /token=|\/tickets/.test(url) && !url.includes('/auth/'))).toEqual([]);
    const timed = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
    for (const url of [...requested, ...timed]) expect(url).not.toMatch(/eyJ/);
  });

  it('makes up for a first read that failed', async () => {
    const bomId = await importParts(tenant);
    let refusals = 2;
    await page.route(
      '**/functions/v1/boms/*/lines*',
      (route) =>
        refusals-- > 0
          ? route.fulfill({
            status: 503,
            body: '<html>Bad gateway</html>',
            headers: { 'access-control-allow-origin': '*' },
          })
          : route.continue(),
    );
    await show(page, bomId);
    await page.getByRole('alert').getByText('The server answered 503. Try again in a moment.').waitFor();
    await page.getByText('Live', { exact: true }).waitFor();
    await expect.poll(() => page.getByRole('alert').count(), WAIT).toBe(0);
    expect(await wordsOf(page)).toEqual(PARTS.map(() => 'pending'));
    expect(complaints.splice(0).every((text) => text.includes('503'))).toBe(true);
  });

  it('has the answer once a server that was away for longer than a few tries is back', async () => {
    const bomId = await importParts(tenant);
    await tenant.start(bomId);
    await tenant.untilEnded(bomId);
    await show(page, bomId);
    await expectFinished(page);
    let asked = 0;
    const away = /\/functions\/v1\/(boms\/[^/]+\/summary|enrichment-stream)/;
    await page.route(away, (route) => {
      if (route.request().url().includes('/summary')) asked += 1;
      return route.fulfill({
        status: 503,
        json: { code: 'database_unavailable', detail: 'The database is away. Try again.' },
        headers: { 'access-control-allow-origin': '*' },
      });
    });
    await page.reload();
    // more than a reload asks for by itself
    await expect.poll(() => asked, WAIT).toBeGreaterThanOrEqual(8);
    await page.unroute(away);
    await expectFinished(page);
    await page.getByText('Up to date', { exact: true }).waitFor();
    expect(complaints.splice(0).every((text) => text.includes('503'))).toBe(true);
  });

  it('says that a wrong password is wrong, that a server is away, and signs out', async () => {
    await signOut(page);
    await page.getByLabel('Email').fill(tenant.email);
    await page.getByLabel('Password').fill('wrong');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('alert').getByText('Invalid login credentials').waitFor();
    await page.route(
      '**/auth/v1/token*',
      (route) => route.fulfill({ status: 503, body: '<html>Bad gateway</html>' }),
    );
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('alert').getByText('Sign-in is not available right now. Try again in a moment.')
      .waitFor();
    expect(complaints.splice(0)).toHaveLength(2);
  });

  it('shows nothing of a BOM of others', async () => {
    const stranger = await newTenant(stack);
    const bomId = await stranger.importBom(['SECRET-1']);
    await show(page, bomId);
    await page.getByRole('heading', { name: 'Not found' }).waitFor();
    expect(await page.content()).not.toContain('SECRET-1');
    await context.close(); // each thing that was asked for is a refusal, and the last may come late
    expect(complaints.splice(0).every((text) => text.includes('404'))).toBe(true);
  });
});

describe('the policy of the page', () => {
  it('keeps from running what is written into it, and its data from going elsewhere', async () => {
    const ran = await page.evaluate(async () => {
      for (
        const [name, value] of [
          ['textContent', 'globalThis.ran = true'],
          ['src', 'data:text/javascript,globalThis.ran=true'],
        ] as const
      ) {
        document.body.append(Object.assign(document.createElement('script'), { [name]: value }));
      }
      return [await fetch('http://127.0.0.1:1/').then(() => 'sent', () => 'refused'), 'ran' in globalThis];
    });
    expect(ran).toEqual(['refused', false]);
    const refusals = complaints.splice(0).join('\n');
    for (
      const what of [
        'inline script violates',
        "Loading the script 'data:",
        "Connecting to 'http://127.0.0.1:1/'",
      ]
    ) {
      expect(refusals).toContain(what);
    }
  });

  it('lets no other page frame it', async () => {
    // A real server of this machine: what a route answers counts as from elsewhere, and may not reach loopback at all.
    const server = createServer((_request, response) => {
      response.setHeader('content-type', 'text/html').end(`<iframe src='${stack.pageUrl}'></iframe>`);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    try {
      const other = await context.newPage();
      await other.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
      const framed = () => other.frames()[1]?.url();
      await expect.poll(framed, WAIT).toMatch(/^chrome-error:|^http/);
      expect(framed()).toMatch(/^chrome-error:/);
    } finally {
      server.close();
    }
  });
});

describe('EventSource in Chromium', () => {
  it('sees each event once, in order, and stops for good at the end', async () => {
    const bomId = await importParts(tenant);
    await tenant.start(bomId);
    const url = `${stack.apiUrl}/functions/v1/enrichment-stream/${bomId}?token=${tenant.token}`;
    const { ids, readyState } = await page.evaluate(
      (address) =>
        new Promise<{ ids: string[]; readyState: number }>((resolve) => {
          const source = new EventSource(address);
          const ids: string[] = [];
          for (const name of ['started', 'progress', 'completed']) {
            source.addEventListener(`enrichment.${name}`, ({ lastEventId }) => ids.push(lastEventId));
          }
          // Left alone, it reconnects after the end; the 204 it then gets is what stops it.
          source.onerror = () => {
            if (source.readyState === source.CLOSED) resolve({ ids, readyState: source.readyState });
          };
        }),
      url,
    );
    expect(readyState).toBe(2);
    const first = Number(ids[0]!.split('-')[1]);
    expect(ids).toEqual(ids.map((_, i) => `1-${first + i}`));
    expect(ids.at(-1)).toBe('1-11');
    complaints.splice(0);
  });
});
