/** A client that parses its stream as a browser does, one event at a time as it arrives. */
import { createParser } from 'eventsource-parser';

export interface StreamEvent {
  /** Empty for an event of the connection. */
  readonly id: string;
  readonly type: string;
  readonly data: string;
}

export interface OpenStream {
  readonly status: number;
  /** Resolves when the stream has ended, whoever ended it; after that no event is handed out any more. */
  readonly ended: Promise<void>;
  cut(): void;
}

/**
 * @param lastEventId the cursor to go on from; null for none
 * @param onEvent is handed a way to cut the connection at once
 */
export async function openClient(
  url: string,
  lastEventId: string | null,
  onEvent: (event: StreamEvent, cut: () => void) => void,
): Promise<OpenStream> {
  const abort = new AbortController();
  const cut = () => abort.abort();
  const response = await fetch(url, {
    headers: { accept: 'text/event-stream', ...(lastEventId ? { 'last-event-id': lastEventId } : {}) },
    signal: abort.signal,
  });
  // 204: the stream is over. What is refused costs next to nothing, and would be measured as that.
  if (response.status !== 200 && response.status !== 204) {
    throw new Error(`a stream was refused with ${response.status}`);
  }
  const parser = createParser({
    onEvent: ({ id = '', event: type = 'message', data }) => onEvent({ id, type, data }, cut),
  });
  return { status: response.status, ended: read(), cut };

  async function read(): Promise<void> {
    const decoder = new TextDecoder();
    try {
      for await (const chunk of response.body ?? []) {
        // what had already arrived when the client left was never seen by it
        if (abort.signal.aborted) return;
        parser.feed(decoder.decode(chunk, { stream: true }));
      }
    } catch (error) {
      if (!abort.signal.aborted) throw error;
    }
  }
}

/**
 * Does something while streams are open, and cuts them at the end, whatever happens.
 * @throws Error when one of them ends before: what is measured then is not what should be
 */
export async function whileOpen<T>(streams: readonly OpenStream[], work: () => Promise<T>): Promise<T> {
  let isOver = false;
  const broken = Promise.race(streams.map(async ({ ended }) => {
    const why = await ended.then(() => 'its server ended it', String);
    if (!isOver) throw new Error(`a stream ended while it was watched: ${why}`);
    // after that nobody asks
    return await new Promise<never>(() => {});
  }));
  try {
    return await Promise.race([work(), broken]);
  } finally {
    isOver = true;
    streams.forEach(({ cut }) => cut());
  }
}
