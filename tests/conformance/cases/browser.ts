/** What only a browser does: it keeps origins apart, and people open two tabs. */
import type { Browser } from 'playwright-core';
import { expect, it } from 'vitest';
import { createChromiumClient, openPageOf } from '../clients/chromium.ts';
import { describe, isEvent, runEvents } from '../clients/client.ts';
import { PART_NUMBERS } from '../part-numbers.ts';
import { type FinishedBom, suite, type Target } from '../target.ts';

/** On this machine, so that nothing but its name keeps it out; every port of 127.0.0.1 may be a page of its own here. */
const FOREIGN_ORIGIN = 'http://127.0.0.2:65000';

export function describeBrowser(
  given: () => { readonly target: Target; readonly finished: FinishedBom; readonly browser: Browser },
): void {
  suite('in Chromium', () => {
    it('a page of an origin that is not allowed is let into no stream, and does not try again', async () => {
      const { target, finished, browser } = given();
      const client = await createChromiumClient(browser, FOREIGN_ORIGIN, 'page');
      try {
        const connection = await client.open(`${target.apiUrl}${target.streamPath(finished.bomId)}`);
        await connection.untilClosed();
        expect(connection.records.map(describe)).toEqual(['error 2']);
      } finally {
        await client.stop();
      }
    });

    it('fetch with headers that need a preflight works from an allowed origin and from no other', async () => {
      const { target, finished, browser } = given();
      const url = `${target.apiUrl}/functions/v1/enrichment-stream/${finished.bomId}`;
      const headers = { authorization: `Bearer ${target.token}`, 'last-event-id': '1-1' };
      for (const [origin, expected] of [[target.origin, 200], [FOREIGN_ORIGIN, 'TypeError']] as const) {
        const page = await openPageOf(browser, origin);
        try {
          const outcome = await page.evaluate(
            ([address, init]) =>
              fetch(address, init).then(({ status }) => status, ({ name }) => name as string),
            [url, { headers }] as const,
          );
          expect(outcome).toBe(expected);
        } finally {
          await page.context().close();
        }
      }
    });

    it('two tabs that watch one run at once get the same', async () => {
      const { target, browser } = given();
      const bomId = await target.createBom(PART_NUMBERS);
      const tabs = await Promise.all(
        [1, 2].map(() => createChromiumClient(browser, target.origin, 'page')),
      );
      try {
        await target.start(bomId);
        const url = `${target.apiUrl}${target.streamPath(bomId, '&last_event_id=1-1')}`;
        const connections = await Promise.all(tabs.map((tab) => tab.open(url)));
        await Promise.all(connections.map((connection) => connection.until(isEvent('stream_end'))));
        const [first, second] = connections.map((connection) =>
          runEvents(connection).map(({ event, lastEventId, data }) => ({
            event,
            lastEventId,
            data: JSON.parse(data),
          }))
        );
        expect(first).toEqual(second);
        expect(first!.at(-1)).toMatchObject({
          event: 'enrichment.completed',
          lastEventId: await target.newestEventId(bomId),
        });
      } finally {
        await Promise.all(tabs.map((tab) => tab.stop()));
      }
    });
  });
}
