/** What tabs share, and with whom; tests/support/sdk/cases.ts has what it does in a browser. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Known, type News } from '../../../client/news.ts';
import { watchBom } from '../../../client/watch.ts';
import { deferred } from '../support/clock.ts';
import { BOM, envelope } from '../support/events.ts';

afterEach(() => void vi.unstubAllGlobals());

const URL_OF_PROJECT = 'https://project.example.com';
/** By this name tabs of release 0.4.0 find each other, and do not know of changes. */
const OLD_NAME = `bomstream ${URL_OF_PROJECT} bom ${BOM} next user-1`;

/** A browser with the tabs of one page. What they say is heard at once by those on the same channel. */
function startBrowser() {
  const channels: Channel[] = [];
  const said: { readonly name: string; readonly type: string }[] = [];
  class Channel {
    onmessage: ((event: { readonly data: News }) => void) | null = null;
    constructor(readonly name: string) {
      channels.push(this);
    }
    postMessage(data: News) {
      said.push({ name: this.name, type: data.type });
      for (const each of channels) if (each !== this && each.name === this.name) each.onmessage?.({ data });
    }
    close() {
      channels.splice(channels.indexOf(this), 1);
    }
  }
  const held = new Set<string>();
  const locks = {
    request: async (name: string, { signal }: { signal: AbortSignal }, work: () => Promise<void>) => {
      if (held.has(name)) await new Promise((resolve) => signal.addEventListener('abort', resolve));
      else held.add(name);
      if (!signal.aborted) await work();
    },
  };
  vi.stubGlobal('BroadcastChannel', Channel);
  vi.stubGlobal('navigator', { locks });
  return { Channel, held, said };
}

/** Watches in a tab of its own; its stream brings a change, and stays open. */
function openTab() {
  const controller = new AbortController();
  const hasChanged = deferred<void>();
  const hasRole = deferred<string>();
  let streams = 0;
  const fetch = ((_address: string, { signal }: RequestInit) => {
    streams += 1;
    const body = new ReadableStream<Uint8Array>({
      start(stream) {
        for (
          const [event, data] of [['connected', { store: 'redis', role: 'viewer' }], ['bom_changed', {
            bom_id: BOM,
            change_id: 7,
          }]]
        ) {
          stream.enqueue(new TextEncoder().encode(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`));
        }
        signal!.addEventListener('abort', () => stream.error(signal!.reason));
      },
    });
    return Promise.resolve(new Response(body, { headers: { 'content-type': 'text/event-stream' } }));
  }) as typeof globalThis.fetch;
  const over = (async () => {
    const watching = watchBom(BOM, {
      url: URL_OF_PROJECT,
      token: () => `stream.bom.user-1.${BOM}`,
      signal: controller.signal,
      fetch,
      nextRuns: true,
    });
    for await (const { changed, role } of watching) {
      if (changed) hasChanged.resolve();
      if (role) hasRole.resolve(role);
    }
  })();
  return {
    hasChanged: hasChanged.promise,
    role: hasRole.promise,
    streams: () => streams,
    async close() {
      controller.abort();
      await over;
    },
  };
}

describe('tabs', () => {
  it('of one release share a stream, and what it brings', async () => {
    startBrowser();
    const [first, second] = [openTab(), openTab()];
    await Promise.all([first.hasChanged, second.hasChanged]);
    expect([first.streams(), second.streams()]).toEqual([1, 0]);
    await Promise.all([second.close(), first.close()]);
  });

  it('that join later are told what the person may do', async () => {
    startBrowser();
    const first = openTab();
    await first.hasChanged;
    const second = openTab();
    expect(await second.role).toBe('viewer');
    expect(second.streams()).toBe(0);
    await Promise.all([second.close(), first.close()]);
  });

  it('of a release that says other things share nothing', async () => {
    const { Channel, held, said } = startBrowser();
    held.add(OLD_NAME);
    const old = new Channel(OLD_NAME);
    const heard: string[] = [];
    old.onmessage = ({ data }) => void heard.push(data.type);
    const tab = openTab();
    await tab.hasChanged;
    expect(heard).toEqual([]);
    // it was said, to those who understand it
    expect(said.map(({ type }) => type)).toContain('changed');
    expect(tab.streams()).toBe(1);
    await tab.close();
  });
});

it('news of a kind that nobody knows change nothing', () => {
  const known = new Known('bom');
  known.take({ type: 'event', event: envelope('1-1') });
  const { connection, events } = known;
  expect(known.take({ type: 'renamed', bom_id: BOM } as unknown as News)).toBeNull();
  expect(known).toMatchObject({ connection, events });
});
