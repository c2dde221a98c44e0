/** Reads a BOM's stream as it comes, with the time at which each event did. */
import { setTimeout as delay } from 'node:timers/promises';
import { createParser } from 'eventsource-parser';
import { type Api, messageOf } from '../api-client.ts';

const LOOK_MS = 20;

export interface Heard {
  readonly event: string;
  readonly id: string;
  readonly data: string;
}

export interface Listener {
  readonly heard: readonly Heard[];
  /** Why the stream was refused; null while it is not. */
  readonly refused: () => string | null;
  /** @returns whether it happened within the time; also false as soon as the stream is refused */
  until(happened: () => boolean, ms: number): Promise<boolean>;
  close(): void;
}

/** Comes back with the newest id when the stream is cut before its end, as a browser does. */
export function listen(api: Api, bomId: string): Listener {
  const heard: Heard[] = [];
  const closing = new AbortController();
  let refused: string | null = null;
  let lastId = '';
  const parser = createParser({
    onEvent: ({ event = 'message', id = '', data }) => {
      heard.push({ event, id, data });
      lastId = id || lastId;
    },
  });

  async function read(): Promise<void> {
    while (!heard.some(({ event }) => event === 'stream_end')) {
      const response = await fetch(`${api.url}/functions/v1/enrichment-stream/${bomId}?client=doctor`, {
        headers: { authorization: `Bearer ${await api.token()}`, 'last-event-id': lastId },
        signal: closing.signal,
      });
      if (response.status === 204) return;
      if (response.status !== 200) {
        const { detail = null, code = null } = await response.json().catch(() => ({}));
        refused = `${detail ?? 'without a reason'} (${response.status} ${code ?? 'no code'})`;
        return;
      }
      parser.reset();
      const decoder = new TextDecoder();
      for await (const chunk of response.body!) parser.feed(decoder.decode(chunk, { stream: true }));
      await delay(LOOK_MS);
    }
  }
  read().catch((error) => refused ??= closing.signal.aborted ? null : messageOf(error));

  return {
    heard,
    refused: () => refused,
    async until(happened, ms) {
      for (const deadline = Date.now() + ms; Date.now() < deadline && refused === null;) {
        if (happened()) return true;
        await delay(LOOK_MS);
      }
      return happened();
    },
    close: () => closing.abort(),
  };
}
