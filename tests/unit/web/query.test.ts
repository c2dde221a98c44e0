import { environmentManager, QueryObserver } from '@tanstack/react-query';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createClient } from '../../../client/client.ts';
import { createQueryClient, RETRY_MS } from '../../../web/src/lib/query.ts';

describe('what the page asks of a server that is away', () => {
  const isServer = environmentManager.isServer();
  beforeEach(() => {
    vi.useFakeTimers();
    // As in a browser: on a server nothing is asked again.
    environmentManager.setIsServer(() => false);
  });
  afterEach(() => {
    vi.useRealTimers();
    environmentManager.setIsServer(() => isServer);
  });

  it('is asked again, however often a page that follows a run is drawn meanwhile', async () => {
    const client = createQueryClient();
    let calls = 0;
    const options = {
      queryKey: ['summary'],
      queryFn: () => {
        calls += 1;
        return Promise.reject(new Error('503'));
      },
      retry: false,
    };
    const observer = new QueryObserver(client, client.defaultQueryOptions(options));
    const leave = observer.subscribe(() => {});
    for (let at = 0; at < 4 * RETRY_MS; at += 100) {
      await vi.advanceTimersByTimeAsync(100);
      observer.setOptions(client.defaultQueryOptions(options));
    }
    leave();
    expect(calls).toBeGreaterThanOrEqual(4);
  });

  it.each([429, 503])('is not asked again before the time that it has asked for: %d', async (status) => {
    const calls: number[] = [];
    const begunAt = Date.now();
    vi.stubGlobal('fetch', () => {
      calls.push(Date.now() - begunAt);
      const headers = { 'retry-after': '20', 'content-type': 'application/problem+json' };
      return Promise.resolve(new Response(JSON.stringify({ detail: 'Not now.' }), { status, headers }));
    });
    const api = createClient({ url: 'https://project.example.com', token: () => 'token' });
    const client = createQueryClient();
    const observer = new QueryObserver(client, {
      ...client.defaultQueryOptions({ queryKey: ['boms'], queryFn: () => api.call('GET /organizations') }),
    });
    const leave = observer.subscribe(() => {});
    await vi.advanceTimersByTimeAsync(130_000);
    leave();
    vi.unstubAllGlobals();
    expect(calls.length).toBeGreaterThanOrEqual(5);
    const pauses = calls.slice(1).map((at, i) => at - calls[i]!);
    expect(Math.min(...pauses)).toBeGreaterThanOrEqual(20_000);
  });
});
