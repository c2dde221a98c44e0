/** The receiving end of a stream. */
import { createParser } from 'eventsource-parser';

export interface ReceivedFrame {
  readonly event: string;
  readonly id?: string;
  readonly data: string;
  readonly retry?: number;
}

export interface SseClient {
  /** Everything received so far. */
  readonly frames: readonly ReceivedFrame[];
  /** Names of the frames, in order. */
  events(): string[];
  /** Ids of the frames that have one, in order. */
  ids(): string[];
  /** Data of the only frame of that name. */
  data(event: string): unknown;
  /** Begins to read, as fast as anything comes. Before, nothing is taken from the stream. */
  start(): this;
  /** Takes one chunk. */
  readOne(): Promise<void>;
  /** How the stream ended, as far as it did. */
  readonly end: 'open' | 'closed' | 'broken';
  leave(): Promise<void>;
}

export function sseClient(body: ReadableStream<Uint8Array>): SseClient {
  const reader = body.getReader();
  const frames: ReceivedFrame[] = [];
  let end: SseClient['end'] = 'open';
  const parse = frameParser((frame) => frames.push(frame));
  async function readOne(): Promise<boolean> {
    const { done, value } = await reader.read();
    if (value) parse(value);
    return !done;
  }
  async function pump() {
    while (await readOne());
  }
  return {
    frames,
    events: () => frames.map(({ event }) => event),
    ids: () => frames.flatMap(({ id }) => id === undefined ? [] : [id]),
    data(event) {
      const found = frames.filter((frame) => frame.event === event);
      if (found.length !== 1) throw new Error(`${found.length} frames are named ${event}`);
      return JSON.parse(found[0]!.data);
    },
    start() {
      pump().then(() => end = 'closed', () => end = 'broken');
      return this;
    },
    readOne: async () => void await readOne(),
    get end() {
      return end;
    },
    leave: () => reader.cancel(),
  };
}

/** Frames in bytes that come in any pieces, read by a parser that others wrote. */
export function frameParser(receive: (frame: ReceivedFrame) => void): (bytes: Uint8Array) => void {
  const decoder = new TextDecoder();
  let retry: number | undefined;
  const parser = createParser({
    onRetry: (ms) => retry = ms,
    onComment: (comment) => {
      throw new Error(`EventSource hides comments, and here is one: ${comment}`);
    },
    onEvent: ({ event = 'message', id, data }) => {
      receive({
        event,
        data,
        ...(id === undefined ? {} : { id }),
        ...(retry === undefined ? {} : { retry }),
      });
      retry = undefined;
    },
    onError: (error) => {
      throw error;
    },
  });
  return (bytes) => parser.feed(decoder.decode(bytes, { stream: true }));
}

export function parseFrames(bytes: Uint8Array): ReceivedFrame[] {
  const frames: ReceivedFrame[] = [];
  frameParser((frame) => frames.push(frame))(bytes);
  return frames;
}
