/** The browser's own EventSource: in a page, in a dedicated worker, in a shared worker. */
import type { Browser, Page } from 'playwright-core';
import { launchChromium } from '../../support/browser.ts';
import { CONNECTION_EVENTS, RUN_EVENTS } from '../protocol.ts';
import { type Client, Recording, type StreamRecord } from './client.ts';
import { observe } from './observe.ts';

export const SCOPES = ['page', 'worker', 'shared worker'] as const;
export type Scope = typeof SCOPES[number];

export function nameOf(scope: Scope): string {
  return `Chromium, ${scope}`;
}

const NAMES = ['message', ...RUN_EVENTS, ...CONNECTION_EVENTS];

/** A Chromium whose pages may reach this machine, where the proxies are, whatever origin they claim to have. */
export const launchOpenChromium = (): Promise<Browser> =>
  // A permission for it would not do: a connection that is cut would count as refused, and refused is for good.
  launchChromium('--disable-features=LocalNetworkAccessChecks');

/** A blank page of an origin that needs no server of its own. */
export async function openPageOf(browser: Browser, origin: string): Promise<Page> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.route(
    `${origin}/`,
    (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html>' }),
  );
  await page.goto(`${origin}/`);
  // While anything is routed, Playwright answers preflights itself instead of asking the server.
  await page.unrouteAll();
  return page;
}

/** @param origin of the page that opens the streams */
export async function createChromiumClient(browser: Browser, origin: string, scope: Scope): Promise<Client> {
  const page = await openPageOf(browser, origin);
  const recordings = new Map<number, Recording>();
  await page.exposeFunction(
    'report',
    (key: number, record: StreamRecord) => recordings.get(key)?.add(record),
  );
  await page.evaluate(OPENERS[scope]);
  let lastKey = 0;
  return {
    name: nameOf(scope),
    sendsFirstCursor: false,
    async open(url) {
      const key = lastKey += 1;
      const recording = new Recording(async () => void await page.evaluate(`closeStream(${key})`));
      recordings.set(key, recording);
      await page.evaluate(`openStream(${key}, ${JSON.stringify(url)})`);
      return recording;
    },
    async stop() {
      await page.context().close();
    },
  };
}

const OBSERVE = `const observe = ${observe.toString()}; const names = ${JSON.stringify(NAMES)};`;

/** What a worker runs for one stream; `post` is how it reaches the page. */
const inWorker = (post: string) => `
  ${OBSERVE}
  let source;
  const obey = ({ data: url }) => {
    if (url === null) return source.close();
    source = new EventSource(url);
    observe(source, names, (record) => ${post}(record));
  };`;

const WORKER = `${inWorker('postMessage')} onmessage = obey;`;
const SHARED_WORKER = `onconnect = ({ ports: [port] }) => {
  ${inWorker('port.postMessage.bind(port)')}
  port.onmessage = obey;
};`;

/** Scripts that define `openStream(key, url)` and `closeStream(key)` in the page. */
const OPENERS: Readonly<Record<Scope, string>> = {
  page: `${OBSERVE}
    const sources = new Map();
    globalThis.openStream = (key, url) => {
      const source = new EventSource(url);
      sources.set(key, source);
      observe(source, names, (record) => report(key, record));
    };
    globalThis.closeStream = (key) => sources.get(key).close();`,
  worker: throughPorts(WORKER, '(address) => new Worker(address)'),
  'shared worker': throughPorts(SHARED_WORKER, '(address) => new SharedWorker(address).port'),
};

function throughPorts(program: string, start: string): string {
  return `
    const ports = new Map();
    globalThis.openStream = (key, url) => {
      const address = URL.createObjectURL(new Blob([${
    JSON.stringify(program)
  }], { type: 'text/javascript' }));
      const port = (${start})(address);
      ports.set(key, port);
      port.onmessage = ({ data: record }) => report(key, record);
      port.postMessage(url);
    };
    globalThis.closeStream = (key) => ports.get(key).postMessage(null);`;
}
