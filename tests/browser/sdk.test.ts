/** The SDK in Chromium, with the faults that Node and Deno have to bear as well, and the tabs that only a browser has. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { launchChromium } from '../support/browser.ts';
import { describeSdk, type Place } from '../support/sdk/cases.ts';
import { inChromium, openTab, serveRunner } from '../support/sdk/chromium.ts';
import { connected, FakeServer, frame, open } from '../support/sdk/server.ts';
import { envelope, USER } from '../unit/support/events.ts';

let browser: Browser;
let place: Place;
beforeAll(async () => {
  browser = await launchChromium();
  const server = await FakeServer.start();
  await serveRunner(server);
  place = { server, runtime: await inChromium(browser, server) };
});
afterAll(async () => {
  await place?.runtime.stop();
  await browser?.close();
  await place?.server.stop();
});

describeSdk(() => place);

/** An access token as far as a client can read it. */
const tokenOf = (sub: string) => `x.${btoa(JSON.stringify({ sub }))}.x`;

describe('ten tabs on one BOM', () => {
  const TABS = 10;

  it('have one stream at the server, see the same, and go on when the one that has it is closed', async () => {
    const { server } = place;
    const id = crypto.randomUUID();
    const says = (eventId: string) =>
      frame('enrichment.progress', envelope(eventId, { bomId: id, type: 'enrichment.progress' }), eventId);
    const opening = () => open(connected());
    server.script(id, open(connected(), says('1-1')), opening(), opening());
    const context = await browser.newContext();
    try {
      const tabs = [];
      for (let i = 0; i < TABS; i++) {
        const tab = await openTab(context, server);
        tabs.push({
          tab,
          watching: await tab.watch({ kind: 'bom', id, url: server.url, tokens: [tokenOf(USER)] }),
        });
        // the first one has it
        await tabs[i]!.watching.until(({ state }) => state !== null);
      }
      expect(server.connects(id)).toHaveLength(1);
      server.say(id, says('1-2'));
      for (const { watching } of tabs) await watching.untilEvent('1-2');
      expect(server.connects(id)).toHaveLength(1);

      await tabs.shift()!.tab.page.close();
      await vi.waitUntil(() => server.connects(id).length === 2, { timeout: 60_000 });
      expect(server.connects(id)[1]!.cursor).toBe('1-2');
      server.say(id, says('1-3'));
      for (const { watching } of tabs) {
        await watching.untilEvent('1-3');
        expect(watching.events.filter((event) => event === '1-3')).toHaveLength(1);
      }
      expect(server.connects(id)).toHaveLength(2);
      // Another tab that joins is nothing to read everything again for.
      for (const { watching } of tabs) expect(watching.updates.filter(({ gap }) => gap)).toEqual([]);

      await tabs.at(-1)!.watching.refresh();
      await vi.waitUntil(() => server.connects(id).length === 3, { timeout: 60_000 });
      expect(server.connects(id)[2]!.cursor).toBe('1-3');
    } finally {
      await context.close();
    }
  });

  it('of two users have two streams', async () => {
    const { server } = place;
    const id = crypto.randomUUID();
    server.script(id, open(connected()), open(connected()));
    const context = await browser.newContext();
    try {
      for (const user of [USER, 'somebody else']) {
        const tab = await openTab(context, server);
        const watching = await tab.watch({ kind: 'bom', id, url: server.url, tokens: [tokenOf(user)] });
        await watching.untilPhase('live');
      }
      expect(server.connects(id)).toHaveLength(2);
    } finally {
      await context.close();
    }
  });
});
