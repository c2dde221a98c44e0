/** EventSource's reconnection for clients that bring only a parser. Runs on Node and under Deno. */
import type { StreamRecord } from './client.ts';

/** What browsers wait before a server says otherwise. */
const DEFAULT_RETRY_MS = 3_000;

export interface Answer {
  readonly status: number;
  readonly contentType: string;
  readonly body: AsyncIterable<Uint8Array>;
}

export interface ParserEvents {
  event(event: { readonly name: string; readonly id: string | undefined; readonly data: string }): void;
  retry(ms: number): void;
}

export interface FollowOptions {
  /** @throws when there is no answer */
  readonly connect: (headers: Record<string, string>, signal: AbortSignal) => Promise<Answer>;
  /** Called for every body. What `feed` throws is the server's fault. */
  readonly createParser: (events: ParserEvents) => { feed(bytes: Uint8Array): void };
  readonly lastEventId: string;
  readonly signal: AbortSignal;
  readonly report: (record: StreamRecord) => void;
}

/** Follows a stream until it is closed for good, by either side. */
export async function follow(
  { connect, createParser, signal, report, ...start }: FollowOptions,
): Promise<void> {
  let { lastEventId } = start;
  let retryMs = DEFAULT_RETRY_MS;
  const parserEvents: ParserEvents = {
    event({ name, id, data }) {
      lastEventId = id ?? lastEventId;
      report({ type: 'message', event: name, data, lastEventId, readyState: 1, at: Date.now() });
    },
    retry: (ms) => retryMs = ms,
  };
  while (!signal.aborted) {
    const answer = await attempt(() =>
      connect({
        accept: 'text/event-stream',
        'cache-control': 'no-store',
        ...(lastEventId === '' ? {} : { 'last-event-id': lastEventId }),
      }, signal)
    );
    if (signal.aborted) return;
    if (answer) {
      if (answer.status !== 200 || !/^text\/event-stream(;|$)/i.test(answer.contentType)) {
        return report({ type: 'error', readyState: 2, at: Date.now() });
      }
      report({ type: 'open', readyState: 1, at: Date.now() });
      const parser = createParser(parserEvents);
      const chunks = answer.body[Symbol.asyncIterator]();
      for (;;) {
        const chunk = await attempt(() => chunks.next());
        if (!chunk || chunk.done) break;
        try {
          parser.feed(chunk.value);
        } catch (error) {
          return report({ type: 'violation', detail: String(error) });
        }
      }
    }
    if (signal.aborted) return;
    report({ type: 'error', readyState: 0, at: Date.now() });
    await pause(retryMs, signal);
  }
}

/** Null where the network failed: whatever the reason, an EventSource reconnects. */
async function attempt<T>(work: () => Promise<T>): Promise<T | null> {
  try {
    return await work();
  } catch {
    return null;
  }
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    }, { once: true });
  });
}
