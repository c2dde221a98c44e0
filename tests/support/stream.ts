/** A reader of one stream, as raw as a test needs it: frames in order, ids included. */
import { frameParser } from '../unit/support/sse.ts';
import type { Json } from './tenant.ts';

export interface StreamFrame {
  readonly event: string;
  readonly id: string | undefined;
  readonly data: Json;
}

export interface StreamReader {
  readonly status: number;
  readonly headers: Headers;
  /** Everything received so far. */
  readonly frames: StreamFrame[];
  readonly retries: number[];
  /** Waits until a frame fits; @throws when the stream ends before */
  until(fits: (frame: StreamFrame) => boolean): Promise<StreamFrame>;
  /** Waits until the server closes and returns all frames. */
  end(): Promise<StreamFrame[]>;
  close(): void;
}

export async function openStream(url: string, headers: Record<string, string> = {}): Promise<StreamReader> {
  const abort = new AbortController();
  const response = await fetch(url, {
    headers: { accept: 'text/event-stream', ...headers },
    signal: abort.signal,
  });
  const frames: StreamFrame[] = [];
  const retries: number[] = [];
  let ended = response.body === null;
  let wake = () => {};
  const parse = frameParser(({ event, id, data, retry }) => {
    frames.push({ event, id, data: JSON.parse(data) });
    if (retry !== undefined) retries.push(retry);
  });
  const reading = (async () => {
    try {
      for await (const chunk of response.body ?? []) {
        parse(chunk);
        wake();
      }
    } catch (error) {
      if (!abort.signal.aborted) throw error;
    } finally {
      ended = true;
      wake();
    }
  })();
  reading.catch(() => {}); // reported by whoever waits below
  const change = () => new Promise<void>((resolve) => wake = resolve);
  return {
    status: response.status,
    headers: response.headers,
    frames,
    retries,
    async until(fits) {
      for (;;) {
        const found = frames.find(fits);
        if (found) return found;
        if (ended) {
          await reading;
          throw new Error(
            `the stream ended after: ${frames.map(({ event, id }) => `${event} ${id ?? ''}`).join(', ')}`,
          );
        }
        await change();
      }
    },
    async end() {
      await reading;
      return frames;
    },
    close: () => abort.abort(),
  };
}

/** Ids of the run's events among the frames, in the order received. */
export function eventIds(frames: readonly StreamFrame[]): string[] {
  return frames.filter(({ event }) => event.startsWith('enrichment.')).map(({ id }) => id ?? '');
}
