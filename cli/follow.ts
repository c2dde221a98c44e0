/** Follows one BOM's run over the real stream, as a browser does. */
import { EventSource } from 'eventsource';
import type { StreamEnd } from '../shared/api/stream.ts';
import type { EventEnvelope } from '../shared/domain/event.ts';
import { SILENT_MS } from '../shared/domain/limits.ts';
import { EVENT_TYPES, isTerminal } from '../shared/domain/status.ts';
import { STREAM_END_WORDS } from '../client/stream-end.ts';
import { Watchdog } from '../client/watchdog.ts';
import type { Api } from './api-client.ts';

export interface FollowOptions {
  /** Told when nothing came for long: the stream is opened anew, from the newest event. */
  readonly onSilent?: () => void;
  /** How long; shorter in tests alone. */
  readonly silentMs?: number;
}

/**
 * Resolves with the event that ended the run.
 * @param onEvent called for every event, in order
 * @throws Error when the server refuses the stream for good, or ends it before the run
 */
export function follow(
  api: Api,
  bomId: string,
  onEvent: (event: EventEnvelope) => void,
  { onSilent = () => {}, silentMs = SILENT_MS }: FollowOptions = {},
): Promise<EventEnvelope> {
  return new Promise((resolve, reject) => {
    let newest: EventEnvelope | undefined;
    let source: EventSource;
    const watchdog = new Watchdog(silentMs, () => {
      onSilent();
      source.close();
      connect();
    });
    connect();

    function connect(): void {
      const url = new URL(`${api.baseUrl}/enrichment-stream/${bomId}`);
      if (newest) url.searchParams.set('last_event_id', newest.event_id);
      source = new EventSource(url, {
        // Browsers can send no header and take a ticket; a program keeps its token out of the address this way.
        fetch: async (address, init) =>
          await fetch(address, {
            ...init,
            headers: { ...init.headers, authorization: `Bearer ${await api.token()}` },
          }),
      });
      watchdog.watch();
      for (const name of ['connected', 'keepalive', 'store', 'reset', 'error']) watchdog.on(source, name);
      for (const name of EVENT_TYPES) {
        watchdog.on(source, name, ({ data }) => {
          newest = JSON.parse(data);
          onEvent(newest!);
        });
      }
      source.addEventListener('stream_end', ({ data }) => {
        const { reason } = JSON.parse(data) as StreamEnd;
        end(() => `The stream ended before the run: ${STREAM_END_WORDS[reason]}`);
      });
      source.addEventListener('error', (error) => {
        // Anything else reconnects by itself.
        if (source.readyState !== EventSource.CLOSED) return;
        end(() => `The stream was refused: ${error.message} (${error.code})`);
      });
    }

    /** @param why for a run that goes on, as far as is known */
    function end(why: () => string): void {
      watchdog.stop();
      source.close();
      if (newest && isTerminal(newest.event_type)) resolve(newest);
      else reject(new Error(why()));
    }
  });
}
