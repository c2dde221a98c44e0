/** Watches an EventSource. Runs as it stands in a page, in workers and in another process, so it uses nothing else. */
import type { StreamRecord } from './client.ts';

export function observe(
  source: EventSource,
  names: readonly string[],
  report: (record: StreamRecord) => void,
): void {
  // An event that the server names `open` or `error` reaches the same listeners as the source's own.
  for (const name of ['open', 'error', ...names]) {
    source.addEventListener(name, (event: Event) => {
      const { readyState } = source;
      const at = Date.now();
      if (event instanceof MessageEvent) {
        report({
          type: 'message',
          event: event.type,
          data: event.data,
          lastEventId: event.lastEventId,
          readyState,
          at,
        });
      } else {
        report({ type: event.type === 'open' ? 'open' : 'error', readyState, at });
      }
    });
  }
}
