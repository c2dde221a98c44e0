import { environmentManager, QueryObserver } from '@tanstack/react-query';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
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
});
