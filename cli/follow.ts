/** Follows one BOM's run over the real stream, as a browser does. */
import { EventSource } from 'eventsource';
import type { EventEnvelope } from '../shared/domain/event.ts';
import { EVENT_TYPES, isTerminal } from '../shared/domain/status.ts';
import type { Api } from './api-client.ts';

/**
 * Resolves with the event that ended the run.
 * @param onEvent called for every event, in order
 * @throws Error when the server refuses the stream for good, or ends it before the run
 */
export function follow(
  api: Api,
  bomId: string,
  onEvent: (event: EventEnvelope) => void,
): Promise<EventEnvelope> {
  const source = new EventSource(`${api.baseUrl}/enrichment-stream/${bomId}`, {
    // Browsers can send no header and take a ticket; a program keeps its token out of the address this way.
    fetch: async (url, init) =>
      await fetch(url, {
        ...init,
        headers: { ...init.headers, authorization: `Bearer ${await api.token()}` },
      }),
  });
  return new Promise((resolve, reject) => {
    let newest: EventEnvelope | undefined;
    for (const name of EVENT_TYPES) {
      source.addEventListener(name, ({ data }) => {
        newest = JSON.parse(data);
        onEvent(newest!);
      });
    }
    source.addEventListener('stream_end', ({ data }) => {
      source.close();
      if (newest && isTerminal(newest.event_type)) resolve(newest);
      else reject(new Error(`The stream ended before the run: ${JSON.parse(data).reason}`));
    });
    source.addEventListener('error', (error) => {
      // Anything else reconnects by itself.
      if (source.readyState === EventSource.CLOSED) {
        reject(new Error(`The stream was refused: ${error.message} (${error.code})`));
      }
    });
  });
}
