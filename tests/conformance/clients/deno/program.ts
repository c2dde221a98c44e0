/**
 * npm `eventsource` 5 and `eventsource-parser` 4, which refuse the oldest Node that tests run on. Obeys commands on
 * stdin and reports records on stdout, one JSON object a line. Ends with stdin.
 */
import { EventSource } from 'npm:eventsource@5.1.5';
import { createParser } from 'npm:eventsource-parser@4.1.3';
import type { StreamRecord } from '../client.ts';
import type { Command } from '../deno-process.ts';
import { follow, type FollowOptions } from '../follow.ts';
import { observe } from '../observe.ts';

type Open = Extract<Command, { do: 'open' }>;

const close = new Map<number, () => void>();

function obey(command: Command): void {
  if (command.do === 'close') return close.get(command.key)?.();
  const report = (record: StreamRecord) => console.log(JSON.stringify({ key: command.key, record }));
  close.set(
    command.key,
    command.client === 'eventsource' ? openSource(command, report) : openFetch(command, report),
  );
}

function openSource({ url, lastEventId, names }: Open, report: (record: StreamRecord) => void): () => void {
  const source = new EventSource(url, {
    fetch: (input, init) =>
      fetch(input, {
        ...init,
        headers: { ...(lastEventId ? { 'last-event-id': lastEventId } : {}), ...init.headers },
      }),
  });
  observe(source, names, report);
  return () => source.close();
}

function openFetch({ url, lastEventId }: Open, report: (record: StreamRecord) => void): () => void {
  const abort = new AbortController();
  const connect: FollowOptions['connect'] = async (headers, signal) => {
    const { status, headers: received, body } = await fetch(url, { headers, signal });
    return { status, contentType: received.get('content-type') ?? '', body: body ?? new Blob().stream() };
  };
  const createByteParser: FollowOptions['createParser'] = (events) => {
    const decoder = new TextDecoder();
    const parser = createParser({
      onEvent: ({ event = 'message', id, data }) => events.event({ name: event, id, data }),
      onRetry: events.retry,
      onError: (error) => {
        throw error;
      },
    });
    return { feed: (bytes) => parser.feed(decoder.decode(bytes, { stream: true })) };
  };
  follow({ connect, createParser: createByteParser, lastEventId, signal: abort.signal, report }).catch((
    error,
  ) => report({ type: 'violation', detail: String(error) }));
  return () => abort.abort();
}

let pending = '';
for await (const text of Deno.stdin.readable.pipeThrough(new TextDecoderStream())) {
  const lines = (pending + text).split('\n');
  pending = lines.pop() ?? '';
  for (const line of lines) obey(JSON.parse(line));
}
Deno.exit(0);
