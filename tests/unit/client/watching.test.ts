/** What watching does as time passes, and as a page is hidden; tests/support/sdk/cases.ts has what it does over real connections. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { BEFORE_FIRST } from '../../../client/connection.ts';
import { unlessAborted } from '../../../client/time.ts';
import { type BomUpdate, isSignOfLife, watchBom, type WatchBomOptions } from '../../../client/watch.ts';
import type { EventEnvelope } from '../../../shared/domain/event.ts';
import { deferred } from '../support/clock.ts';
import { BOM, envelope } from '../support/events.ts';

beforeEach(() => {
  vi.useFakeTimers();
  // the longest pause that is possible
  vi.spyOn(Math, 'random').mockReturnValue(1);
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const AWAY = () => Promise.reject(new TypeError('fetch failed'));

/** Watches a BOM over streams that the test writes. */
function startWatching(
  { isHidden = false, token = () => 'token-1', storage }: {
    isHidden?: boolean;
    token?: () => string | Promise<string>;
    storage?: WatchBomOptions['storage'];
  } = {},
) {
  const page = Object.assign(new EventTarget(), { hidden: isHidden });
  vi.stubGlobal('document', page);
  const streams: {
    readonly at: number;
    readonly cursor: string | null;
    readonly token: string | null;
    readonly signal: AbortSignal;
    readonly write: (event: string, data: object) => void;
  }[] = [];
  const server = {
    /** How the next stream is answered; undefined: it is open. */
    stream: undefined as (() => Promise<Response>) | undefined,
    token,
  };
  const fetch = ((address: string, { headers, signal }: RequestInit & { signal: AbortSignal }) => {
    const { pathname, searchParams } = new URL(address);
    if (!pathname.includes('/enrichment-stream/')) return AWAY();
    const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
    const writer = writable.getWriter();
    streams.push({
      at: Date.now(),
      cursor: searchParams.get('last_event_id'),
      token: new Headers(headers).get('authorization'),
      signal,
      write: (event, data) =>
        void writer.write(new TextEncoder().encode(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`)),
    });
    if (server.stream) return unlessAborted(server.stream(), signal);
    signal.addEventListener('abort', () => void writer.abort(signal.reason).catch(() => {}));
    return Promise.resolve(new Response(readable, { headers: { 'content-type': 'text/event-stream' } }));
  }) as unknown as typeof globalThis.fetch;
  const controller = new AbortController();
  const updates: BomUpdate[] = [];
  const over = (async () => {
    for await (
      const update of watchBom(BOM, {
        url: 'https://project.example.com',
        token: () => server.token(),
        signal: controller.signal,
        fetch,
        nextRuns: true,
        share: false,
        storage,
      })
    ) updates.push(update);
  })();
  const stream = () => streams.at(-1)!;
  const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);
  return {
    server,
    streams,
    updates,
    stream,
    pass,
    phase: () => updates.at(-1)!.connection.phase,
    say: async (event: EventEnvelope) => {
      stream().write(event.event_type, event);
      await pass(0);
    },
    /** The server lets it in. */
    async open() {
      await pass(0);
      stream().write('connected', { store: 'redis' });
      await pass(0);
    },
    /** Signs of life come while time passes. */
    async live(ms: number) {
      for (let left = ms; left > 0; left -= 15_000) {
        await pass(Math.min(left, 15_000));
        if (!stream().signal.aborted) stream().write('keepalive', {});
      }
      await pass(0);
    },
    /** Somebody looks at another tab, or at this one again. */
    async hide(hidden: boolean) {
      page.hidden = hidden;
      page.dispatchEvent(new Event('visibilitychange'));
      await pass(0);
    },
    async close() {
      controller.abort();
      await over;
    },
  };
}

describe('a stream that is refused again and again', () => {
  it('is opened after growing pauses, up to half a minute, and soon again once it worked in between', async () => {
    const { server, streams, stream, open, pass, close } = startWatching();
    server.stream = AWAY;
    await pass(200_000);
    const pauses = streams.slice(1).map(({ at }, i) => at - streams[i]!.at);
    expect(pauses.slice(0, 7)).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000]);
    server.stream = undefined;
    await pass(30_000);
    await open();
    server.stream = AWAY;
    const cut = Date.now();
    stream().write('stream_error', { code: 'isolate_full', detail: 'Full.' });
    await pass(1_000);
    expect(stream().at - cut).toBe(1_000);
    await close();
  });
});

describe('a connection on which nothing comes', () => {
  it('is one only after 45 s without a sign of life', async () => {
    const { streams, stream, open, pass, phase, close } = startWatching();
    await open();
    for (const sign of ['keepalive', 'store', 'connected']) {
      await pass(44_000);
      stream().write(sign, { store: 'redis' });
      await pass(0);
    }
    expect([phase(), streams.length]).toEqual(['live', 1]);
    await pass(45_000);
    expect([phase(), streams[0]!.signal.aborted]).toEqual(['silent', true]);
    await close();
  });
});

describe('a sign of life', () => {
  const live: BomUpdate = {
    state: null,
    run: null,
    connection: {
      ...BEFORE_FIRST,
      phase: 'live',
      lastHeardAt: 1,
      store: 'redis',
    },
  };
  const later = (change: Partial<BomUpdate['connection']> = {}): BomUpdate => ({
    ...live,
    connection: { ...live.connection, lastHeardAt: 2, ...change },
  });

  it('changes nothing but when something was heard last', () => {
    expect(isSignOfLife(live, later())).toBe(true);
  });

  it('is none that brings news, or another state of the connection', () => {
    const problem = { status: 503, code: null, detail: 'Away.' };
    for (
      const news of [
        later({ phase: 'silent' }),
        later({ store: 'table' }),
        later({ retryAt: 3 }),
        later({ problem }),
        { ...later(), event: envelope('1-1') },
        { ...later(), gap: true as const },
        { ...later(), deleted: BOM },
      ]
    ) expect(isSignOfLife(live, news)).toBe(false);
  });
});

describe('a token that is about to end', () => {
  it('and cannot be replaced now lets the stream go on', async () => {
    const { server, streams, stream, open, pass, phase, close } = startWatching();
    await open();
    server.token = () => Promise.reject(new Error('away'));
    stream().write('reauth', {});
    await pass(10_000);
    expect([phase(), streams.length]).toEqual(['live', 1]);
    await close();
  });

  it('and is the only one there is keeps its stream, however often the server asks', async () => {
    const { streams, stream, open, pass, close } = startWatching();
    await open();
    for (let second = 0; second < 20; second += 1) {
      stream().write('reauth', {});
      await pass(1_000);
    }
    expect(streams).toHaveLength(1);
    await close();
  });

  it('is left for another one', async () => {
    const { server, streams, stream, open, pass, close } = startWatching();
    await open();
    server.token = () => 'token-2';
    stream().write('reauth', {});
    await pass(1_000);
    expect(streams.map(({ token }) => token)).toEqual(['Bearer token-1', 'Bearer token-2']);
    await close();
  });
});

describe('what is kept for a page that is loaded again', () => {
  it('stops nothing where the storage is full', async () => {
    const full = {
      getItem: () => null,
      setItem: () => {
        throw new DOMException('full', 'QuotaExceededError');
      },
      removeItem: () => {},
    };
    const { open, say, updates, phase, close } = startWatching({ storage: full });
    await open();
    await say(envelope('1-1'));
    await say(envelope('1-2'));
    expect([phase(), updates.at(-1)!.state]).toEqual(['live', envelope('1-2').state]);
    await close();
  });

  it('is gone with the right to it', async () => {
    const kept = new Map<string, string>();
    const storage = {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
      removeItem: (key: string) => void kept.delete(key),
    };
    const { open, say, stream, pass, close } = startWatching({ storage });
    await open();
    await say(envelope('1-1'));
    expect(kept.size).toBe(1);
    stream().write('stream_end', { reason: 'access_revoked' });
    await pass(0);
    expect(kept.size).toBe(0);
    await close();
  });
});

describe('a page that is hidden', () => {
  it('for a moment keeps its stream', async () => {
    const { open, hide, live, streams, phase, close } = startWatching();
    await open();
    await hide(true);
    await live(59_000);
    await hide(false);
    await live(120_000);
    expect([phase(), streams.length]).toEqual(['live', 1]);
    await close();
  });

  it.each([false, true])(
    'for a minute gives it up, and goes on from its cursor when it is shown; hidden from the beginning: %s',
    async (isHidden) => {
      const { open, say, hide, live, streams, stream, pass, phase, close } = startWatching({ isHidden });
      await open();
      // between two runs: one of a run at work has its end to tell of
      await say(envelope('1-2', { type: 'enrichment.cancelled' }));
      if (!isHidden) await hide(true);
      await live(60_000);
      expect([phase(), stream().signal.aborted]).toEqual(['asleep', true]);
      await pass(3_600_000);
      expect(streams).toHaveLength(1);
      await hide(false);
      expect(streams.map(({ cursor }) => cursor)).toEqual([null, '1-2']);
      await open();
      expect(phase()).toBe('live');
      await close();
    },
  );

  it('keeps it while a run is at work', async () => {
    const { open, say, hide, live, streams, phase, close } = startWatching();
    await open();
    await say(envelope('1-1'));
    await hide(true);
    await live(600_000);
    expect([phase(), streams.length]).toEqual(['live', 1]);
    await say(envelope('1-2', { type: 'enrichment.completed' }));
    await live(60_000);
    expect(phase()).toBe('asleep');
    await close();
  });

  it('gives up trying, too', async () => {
    const { server, hide, pass, streams, phase, close } = startWatching();
    server.stream = AWAY;
    await hide(true);
    await pass(61_000);
    const tried = streams.length;
    await pass(600_000);
    expect([phase(), streams.length]).toEqual(['asleep', tried]);
    await hide(false);
    expect(streams).toHaveLength(tried + 1);
    await close();
  });
});

describe('what is watched no more', () => {
  it.each<[string, (started: ReturnType<typeof startWatching>) => Promise<void>]>([
    ['while it is live', (started) => started.open()],
    ['while it waits for another try', async ({ server, pass }) => {
      server.stream = AWAY;
      await pass(5_000);
    }],
    ['while it sleeps', async ({ open, hide, live }) => {
      await open();
      await hide(true);
      await live(60_000);
    }],
    ['while a stream is being opened', async ({ server, pass }) => {
      server.stream = () => new Promise(() => {});
      await pass(0);
    }],
  ])('leaves nothing behind: %s', async (_when, get) => {
    const started = startWatching();
    await get(started);
    const { length } = started.streams;
    await started.close();
    expect(vi.getTimerCount()).toBe(0);
    await started.hide(true);
    await started.hide(false);
    await started.pass(200_000);
    expect(started.streams).toHaveLength(length);
    expect(started.stream().signal.aborted).toBe(true);
  });

  it('opens nothing that it still waits for a token for', async () => {
    const { promise, resolve } = deferred<string>();
    const { pass, streams, close } = startWatching({ token: () => promise });
    await pass(0);
    await close();
    resolve('late');
    await pass(200_000);
    expect([streams, vi.getTimerCount()]).toEqual([[], 0]);
  });
});
