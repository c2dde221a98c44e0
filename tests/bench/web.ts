/** What the page takes from its reader: time until the answer, smoothness while a run is at work, and what it costs while nobody touches it. */
/// <reference lib="dom" />
import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as rest } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import type { Browser, BrowserContext, Page, Request } from 'playwright-core';
import { launchChromium, signIn } from '../support/browser.ts';
import { startPaused } from '../support/held-runs.ts';
import { resistor } from '../support/resistors.ts';
import { answerAll, LINES as QUESTIONS } from '../support/scripted-review.ts';
import { sql } from '../support/admin.ts';
import { bundle } from '../support/sdk/bundle.ts';
import { ROOT, startTestStack, type TestStack } from '../support/stack.ts';
import { type Json, newTenant, type Tenant } from '../support/tenant.ts';
import { cpuMs } from './cpu.ts';
import type { BenchOptions, BenchResult, Figure } from './figure.ts';
import { count, median, percentile, spread } from './numbers.ts';
import { chosenPieces, inTurn, type Pieces, together } from './pieces.ts';
import { plainPage, servePlain } from './web/plain.ts';
import { forgetTasks, probePage, readProbe } from './web/probe.ts';
import { watchTasks } from './web/tasks.ts';

const SMALL = 77;
const LARGE = 10_000;
/** The wall clock of hosted functions, in seconds, and the middle of the share of it after which streams move; see rotation.ts. */
const HOSTED_WALL_CLOCK = 400;
const ROTATED_AFTER = (0.75 + 0.88) / 2;
/** So short that streams move several times while the bench looks. */
const WALL_CLOCK = 30;
const IDLE_MS = 60_000;
/** What follows an opening, and until the page takes nobody for somebody who reads; see browser.ts. */
const REST_MS = 25_000;
const TABS = 10;
/** Far more than a tab takes that gets its stream. */
const TAB_MS = 10_000;
const DECISION_S = 4;
const REVIEW_S = 300;
/** The browser reports tasks above this only. */
const LONG_TASK_MS = 50;

interface Opened {
  readonly stack: TestStack;
  readonly tenant: Tenant;
  readonly browser: Browser;
  readonly context: BrowserContext;
}

const PIECES: Pieces = {
  sizes: async () => ({ figures: await sizes() }),
  small: ({ quick }) => opened({}, (at) => measureSmall(at, quick)),
  large: ({ quick }) => opened({}, (at) => measureLarge(at, quick)),
  idle: () => opened({ wallClockSeconds: HOSTED_WALL_CLOCK }, measureIdle),
  requests: () => opened({ wallClockSeconds: WALL_CLOCK, isolatesPerFunction: 2 }, measureRequests),
  tabs: () => opened({}, measureTabs),
  review: () => opened({}, measureReview),
};

/** `folder` names one piece of it. */
export async function benchWeb(options: BenchOptions): Promise<BenchResult> {
  return together(await inTurn(chosenPieces('web', PIECES, options.folder), options));
}

async function opened(
  options: Parameters<typeof startTestStack>[0],
  work: (at: Opened) => Promise<Figure[]>,
): Promise<BenchResult> {
  const stack = await startTestStack({ page: true, ...options });
  const browser = await launchChromium();
  try {
    const tenant = await newTenant(stack);
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    const page = await context.newPage();
    await page.goto(stack.pageUrl);
    await signIn(page, tenant);
    await page.close();
    return { figures: await work({ stack, tenant, browser, context }) };
  } finally {
    await browser.close();
    await stack.stop();
  }
}

const figure = (name: string, value: number, limit: number, unit: string, peers?: string): Figure => ({
  figure: name,
  value: `${count(value)} ${unit}`,
  ...(peers === undefined ? {} : { peers }),
  target: `≤ ${count(limit)} ${unit}`,
  met: value <= limit,
});

async function imported({ tenant }: Opened, lines: readonly object[]): Promise<string> {
  const { status, body } = await tenant.call('POST', 'boms', {
    organization_id: tenant.organizationId,
    name: 'Motor driver rev B',
    lines,
  });
  if (status !== 201) throw new Error(`the import was refused: ${JSON.stringify(body)}`);
  return body.bom_id;
}

const resistors = (n: number) =>
  Array.from({ length: n }, (_, i) => ({ mpn: resistor(i), quantity: 1, designators: `R${i + 1}` }));

async function untilEnded({ stack }: Opened, bomId: string): Promise<void> {
  for (;;) {
    const [run] = await sql(
      stack,
      'select status from bomstream.enrichment_runs where bom_id = $1 order by run desc limit 1',
      [bomId],
    );
    if (['completed', 'failed', 'cancelled'].includes(run?.status)) return;
    await rest(250);
  }
}

const addressOf = ({ stack }: Opened, bomId: string) => `${stack.pageUrl}/#/boms/${bomId}`;

/** ms from navigation until the answer and its first lines are drawn, in a browser that was here before; the same of a plain page. */
async function openings(page: Page, url: string, times: number): Promise<number[]> {
  const taken: number[] = [];
  // the first one fills caches, ours as well as the server's
  for (let i = 0; i <= times; i++) {
    await page.goto('about:blank');
    await page.goto(url);
    let shown: number | null = null;
    while (!(shown = (await readProbe(page)).shownMs)) await rest(25);
    if (i > 0) taken.push(shown);
  }
  return taken;
}

async function readLines({ tenant }: Opened, bomId: string): Promise<Json[]> {
  const lines: Json[] = [];
  for (let after: number | null = 0; after !== null;) {
    const { body }: { body: Json } = await tenant.call('GET', `boms/${bomId}/lines?limit=500&after=${after}`);
    lines.push(...body.lines);
    after = body.next;
  }
  return lines;
}

const elements = (page: Page) => page.evaluate(() => document.querySelectorAll('*').length);

interface Longest {
  /** What it took of a core. */
  readonly cpuMs: number;
  /** What it took by the clock, with the time in which others had the core; 0 if no task took longer than `LONG_TASK_MS`. */
  readonly wallMs: number;
}

/** The longest task while somebody turns the wheel, from the first line to the last. */
async function scrolled(browser: Browser, page: Page): Promise<Longest> {
  await forgetTasks(page);
  const longest = await watchTasks(browser, page);
  await page.mouse.move(400, 600);
  for (let i = 0; i < 60; i++) {
    await page.mouse.wheel(0, i % 10 === 9 ? 40_000 : 900);
    await rest(30);
  }
  await rest(300);
  return { wallMs: await longestByTheClock(page), cpuMs: await longest() };
}

const longestByTheClock = async (page: Page) => Math.max(0, ...(await readProbe(page)).longTasks);

const task = ({ cpuMs, wallMs }: Longest) =>
  `${Math.round(cpuMs)} ms (by the clock ${
    wallMs === 0 ? `none above ${LONG_TASK_MS}` : `${Math.round(wallMs)}`
  } ms)`;

async function measureSmall(at: Opened, quick: boolean): Promise<Figure[]> {
  const bomId = await imported(at, resistors(SMALL));
  await at.tenant.start(bomId);
  await untilEnded(at, bomId);
  return await measureOpening(at, bomId, SMALL, 800, quick);
}

async function measureOpening(
  at: Opened,
  bomId: string,
  lines: number,
  limitMs: number,
  quick: boolean,
): Promise<Figure[]> {
  const times = quick ? 3 : 9;
  const address = addressOf(at, bomId);
  const ours = await showAlone(at, address, times, lines >= LARGE);
  const server = servePlain({ '/plain': plainPage(await readLines(at, bomId)) });
  let theirs: Shown;
  try {
    theirs = await showAlone(at, `${server.url}/plain`, times, lines >= LARGE);
  } finally {
    await server.stop();
  }
  const figures: Figure[] = [{
    figure: `${count(lines)} lines: answer shown after navigation`,
    value: `${spread(ours.times, 0)} ms`,
    peers: `plain table ${spread(theirs.times, 0)} ms`,
    target: `≤ ${limitMs} ms`,
    met: median(ours.times) <= limitMs,
  }];
  if (!ours.longest || !theirs.longest) return figures;
  return [
    ...figures,
    figure(
      `${count(lines)} lines: DOM elements`,
      ours.elements,
      3_000,
      '',
      `plain table ${count(theirs.elements)}`,
    ),
    {
      figure: `${count(lines)} lines: longest task while scrolling, CPU time`,
      value: task(ours.longest),
      peers: `plain table ${task(theirs.longest)}`,
      target: `≤ ${LONG_TASK_MS} ms`,
      met: ours.longest.cpuMs <= LONG_TASK_MS,
    },
  ];
}

interface Shown {
  readonly times: number[];
  readonly elements: number;
  readonly longest: Longest | null;
}

/** By itself in the browser: pages of one site share a process, and each waits there for the other's work. */
async function showAlone(at: Opened, address: string, times: number, isScrolled: boolean): Promise<Shown> {
  const page = await at.context.newPage();
  try {
    await probePage(page);
    const taken = await openings(page, address, times);
    await rest(2_000); // what is read after the answer
    return {
      times: taken,
      longest: isScrolled ? await scrolled(at.browser, page) : null,
      elements: await elements(page),
    };
  } finally {
    await page.close();
  }
}

/** When a client of its own heard of each event of a run, in ms since 1970: nothing of the page is asked for it. */
async function heard(
  { stack, tenant }: Opened,
  bomId: string,
  until: AbortSignal,
): Promise<{ at: number; done: number; type: string }[]> {
  const events: { at: number; done: number; type: string }[] = [];
  const response = await fetch(`${stack.apiUrl}/functions/v1/enrichment-stream/${bomId}`, {
    headers: { authorization: `Bearer ${tenant.token}` },
    signal: until,
  });
  let rest = '';
  try {
    for await (const chunk of response.body!.pipeThrough(new TextDecoderStream())) {
      const at = Date.now();
      const frames = (rest + chunk).split('\n\n');
      rest = frames.pop()!;
      for (const frame of frames) {
        const data = /^data: (\{.*)$/m.exec(frame)?.[1];
        const event = data && JSON.parse(data);
        if (!event?.state) continue;
        const { enriched_items, not_found_items, failed_items } = event.state;
        events.push({ at, done: enriched_items + not_found_items + failed_items, type: event.event_type });
      }
    }
  } catch (e) {
    if (!until.aborted) throw e;
  }
  return events;
}

async function measureLarge(at: Opened, quick: boolean): Promise<Figure[]> {
  const { context } = at;
  const bomId = await imported(at, resistors(LARGE));
  const page = await context.newPage();
  await probePage(page);
  await page.goto(addressOf(at, bomId));
  await page.getByText('Not looked up yet').first().waitFor();
  await page.getByText(`${count(LARGE)} lines, worst first`).waitFor();
  await rest(1_000);
  await forgetTasks(page);
  const longestTask = await watchTasks(at.browser, page);
  const ended = new AbortController();
  const events = heard(at, bomId, ended.signal);
  await page.getByRole('button', { name: 'Look up' }).click();
  await untilEnded(at, bomId);
  await page.getByText('Run 1 completed').waitFor();
  let probed = await readProbe(page);
  while (!probed.endedAt) {
    await rest(50);
    probed = await readProbe(page);
  }
  await rest(500);
  ended.abort();
  const all = await events;
  const longest = { wallMs: await longestByTheClock(page), cpuMs: await longestTask() };
  const most = await elements(page);
  await page.close();
  // where events follow each other faster than frames, the page shows the newest of them
  const pixels = all.filter(({ type, done }) => type === 'enrichment.progress' && done > 0).flatMap(
    (event) => {
      const seen = probed.said.find(({ done }) => done >= event.done);
      return seen ? [seen.at - event.at] : [];
    },
  );
  const [{ ended_at }] = await sql(
    at.stack,
    `select extract(epoch from completed_at) * 1000 as ended_at from bomstream.enrichment_runs where bom_id = $1`,
    [bomId],
  );
  return [
    {
      figure: `${count(LARGE)} lines: longest task in a run of ${all.length} events, CPU time`,
      value: task(longest),
      target: `≤ ${LONG_TASK_MS} ms`,
      met: longest.cpuMs <= LONG_TASK_MS,
    },
    figure(
      `${count(LARGE)} lines: event to pixel, p95 of ${pixels.length} (median ${
        Math.round(median(pixels))
      } ms)`,
      percentile(pixels, 0.95),
      100,
      'ms',
    ),
    figure(
      `${count(LARGE)} lines: page done after server done`,
      probed.endedAt - Number(ended_at),
      1_000,
      'ms',
    ),
    figure(`${count(LARGE)} lines: DOM elements after the run`, most, 3_000, ''),
    ...await measureOpening(at, bomId, LARGE, 1_200, quick),
  ];
}

/** A page on a run that waits, which nobody has touched for so long that it takes nobody for somebody who reads. */
async function openIdle(at: Opened): Promise<Page> {
  const { stack, tenant, context } = at;
  const bomId = await imported(at, resistors(SMALL));
  await startPaused(stack, tenant, bomId);
  const page = await context.newPage();
  await page.goto(addressOf(at, bomId));
  await page.getByRole('button', { name: 'Resume' }).waitFor();
  await page.locator('[data-connection="live"]').waitFor();
  await rest(REST_MS);
  return page;
}

/**
 * Between two moves of a stream, which are minutes apart. The page's own process alone: Chromium has others that draw, for its
 * own windows.
 */
async function measureIdle(at: Opened): Promise<Figure[]> {
  const page = await openIdle(at);
  const pid = await rendererOf(page, at);
  await rest(REST_MS);
  const before = cpuMs(pid);
  const began = performance.now();
  await rest(IDLE_MS);
  const seconds = (performance.now() - began) / 1_000;
  const perSecond = (cpuMs(pid) - before) / seconds;
  return [{
    figure: `idle open page: CPU of its process, over ${Math.round(seconds)} s`,
    value: `${perSecond.toFixed(2)} ms/s`,
    target: '≤ 1 ms/s',
    met: perSecond <= 1,
  }];
}

/** The process that is busy when the page is. */
async function rendererOf(page: Page, { browser }: Opened): Promise<number> {
  const system = await browser.newBrowserCDPSession();
  const busy = async () => {
    const { processInfo } = await system.send('SystemInfo.getProcessInfo');
    return new Map(
      processInfo.filter(({ type }: { type: string }) => type === 'renderer')
        .map(({ id }: { id: number }) => [id, cpuMs(id)]),
    );
  };
  const before = await busy();
  await page.evaluate((ms) => {
    const end = performance.now() + ms;
    while (performance.now() < end);
  }, 500);
  const took = [...await busy()].map(([pid, ms]) => [pid, ms - (before.get(pid) ?? 0)] as const);
  return took.toSorted(([, a], [, b]) => b - a)[0]![0];
}

async function measureRequests(at: Opened): Promise<Figure[]> {
  const page = await openIdle(at);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(`${request.method()} ${new URL(request.url()).pathname}`));
  await rest(IDLE_MS);
  const rotations = asked.filter((each) => each.includes('/enrichment-stream')).length;
  const perRotation = asked.length / Math.max(1, rotations);
  const perMinute = perRotation * 60 / (HOSTED_WALL_CLOCK * ROTATED_AFTER);
  return [{
    figure:
      `idle open page: requests a minute at a wall clock of ${HOSTED_WALL_CLOCK} s, from ${asked.length} requests at ${rotations} rotations`,
    value: perMinute.toFixed(2),
    target: '≤ 0.40',
    met: rotations > 0 && perMinute <= 0.4,
  }];
}

async function measureTabs(at: Opened): Promise<Figure[]> {
  const { stack, tenant, context } = at;
  const bomId = await imported(at, resistors(SMALL));
  await startPaused(stack, tenant, bomId);
  let streams = 0;
  const open = (by: number) => (request: Request) => {
    if (request.url().includes('/enrichment-stream')) streams += by;
  };
  context.on('request', open(1));
  context.on('requestfinished', open(-1));
  context.on('requestfailed', open(-1));
  for (let i = 0; i < TABS; i++) {
    const page = await context.newPage();
    await page.goto(addressOf(at, bomId));
    // over HTTP/1.1 a browser holds six connections: tabs that each had their own stream would wait here for ever
    await page.locator('[data-connection="live"]').waitFor({ timeout: TAB_MS }).catch(() => {});
  }
  await rest(3_000);
  return [figure(`${TABS} tabs on one BOM: streams at the server`, streams, 1, '')];
}

async function measureReview(at: Opened): Promise<Figure[]> {
  const bomId = await imported(at, QUESTIONS);
  await at.tenant.start(bomId);
  await untilEnded(at, bomId);
  const page = await at.context.newPage();
  await page.goto(`${addressOf(at, bomId)}/questions`);
  const { decisions, keys, waitedMs } = await answerAll(page);
  const seconds = decisions * DECISION_S + waitedMs / 1_000;
  return [
    figure(
      `review of ${QUESTIONS.length} prepared lines: ${decisions} decisions, ${
        (keys / decisions).toFixed(1)
      } keys each, ${DECISION_S} s a decision, ${(waitedMs / 1_000).toFixed(1)} s waited for the page`,
      seconds,
      REVIEW_S,
      's',
    ),
  ];
}

const bytes = (text: string | Uint8Array) => gzipSync(text, { level: 9 }).length;

async function sizes(): Promise<Figure[]> {
  const sdk = (entry: string) =>
    bundle(`${ROOT}client/${entry}`, {
      build: { rolldownOptions: { external: ['react'], output: { minify: true } } },
    });
  const { success } = await new Deno.Command('node_modules/.bin/vite', {
    args: ['build', 'web', '--logLevel', 'warn'],
    cwd: ROOT,
  }).output();
  if (!success) throw new Error('the page could not be built');
  const assets = `${ROOT}web/dist/assets/`;
  const text = (name: string) => readFileSync(assets + name, 'utf8');
  const scripts = (of: string) =>
    [...of.matchAll(/(?:from|import|src=|href=)\s*"\.\/(?:assets\/)?([\w.-]+\.js)"/g)].map(([, name]) =>
      name!
    );
  const initial = new Set<string>();
  const left = scripts(readFileSync(`${ROOT}web/dist/index.html`, 'utf8'));
  for (let name = left.pop(); name !== undefined; name = left.pop()) {
    if (initial.has(name)) continue;
    initial.add(name);
    left.push(...scripts(text(name)));
  }
  const styles = readdirSync(assets).filter((name) => name.endsWith('.css'));
  const sum = (names: Iterable<string>) => [...names].reduce((all, name) => all + bytes(text(name)), 0);
  return [
    figure('SDK, gzipped', bytes(await sdk('index.ts')), 6_000, 'B'),
    figure('SDK with the hook, gzipped', bytes(await sdk('react.ts')), 8_000, 'B'),
    figure('initial script of the page, gzipped', sum(initial), 200_000, 'B'),
    figure('styles of the page, gzipped', sum(styles), 15_000, 'B'),
  ];
}
