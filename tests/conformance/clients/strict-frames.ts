/**
 * Reads a stream as narrowly as the product promises to write it. The standard lets clients forgive far more, and
 * clients differ in what they do: whatever is refused here would work in some of them only.
 */
import { CONNECTION_EVENTS, MAX_ID_BYTES, MIN_RETRY_MS, RUN_EVENTS, SAFE_ID } from '../protocol.ts';
import type { ParserEvents } from './follow.ts';

const CARRIAGE_RETURN = 0x0d;
const FIELD = /^(event|id|retry|data): (.*)$/s;

export interface StrictReader {
  /** @throws Error that says what no server may send */
  feed(bytes: Uint8Array): void;
  /** To be called when the server closed. @throws Error when it did so in the middle of a frame */
  end(): void;
}

export function createStrictReader(events: ParserEvents): StrictReader {
  // A byte order mark would be swallowed by the decoder unless it is told to keep it.
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let text = '';
  let isFirst = true;
  return {
    feed(bytes) {
      if (bytes.includes(CARRIAGE_RETURN)) throw new Error('a carriage return');
      text += decoder.decode(bytes, { stream: true });
      for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
        const frame = readFrame(text.slice(0, end));
        text = text.slice(end + 2);
        if (isFirst && frame.event !== 'connected') throw new Error(`the first frame is ${frame.event}`);
        if (isFirst && frame.retry === undefined) throw new Error('no retry in the first frame');
        isFirst = false;
        if (frame.retry !== undefined) events.retry(frame.retry);
        if (frame.event !== undefined) events.event({ name: frame.event, id: frame.id, data: frame.data });
      }
    },
    end() {
      decoder.decode();
      if (text !== '') throw new Error(`an unfinished frame: ${JSON.stringify(text)}`);
    },
  };
}

interface StrictFrame {
  readonly event: string | undefined;
  readonly id: string | undefined;
  readonly retry: number | undefined;
  readonly data: string;
}

function readFrame(text: string): StrictFrame {
  const fields = new Map<string, string>();
  const data: string[] = [];
  for (const line of text.split('\n')) {
    const [, name, value] = FIELD.exec(line) ?? [];
    if (name === undefined || value === undefined) throw new Error(`not a field: ${JSON.stringify(line)}`);
    if (name === 'data') data.push(value);
    else if (fields.has(name)) throw new Error(`${name} twice in a frame`);
    else fields.set(name, value);
  }
  const event = fields.get('event');
  const id = fields.get('id');
  if (event === undefined && data.length > 0) throw new Error('data without an event name');
  if (event !== undefined && data.length === 0) throw new Error(`${event} without data`);
  checkId(event, id);
  return { event, id, retry: readRetry(fields.get('retry')), data: data.join('\n') };
}

function checkId(event: string | undefined, id: string | undefined): void {
  const isRunEvent = event !== undefined && RUN_EVENTS.includes(event);
  if (event !== undefined && !isRunEvent && !CONNECTION_EVENTS.includes(event)) {
    throw new Error(`an event named ${event}`);
  }
  if (isRunEvent !== (id !== undefined)) {
    throw new Error(`${event} ${isRunEvent ? 'without an' : 'with an'} id`);
  }
  if (id !== undefined && (!SAFE_ID.test(id) || id.length > MAX_ID_BYTES)) {
    throw new Error(`the id ${JSON.stringify(id)}`);
  }
}

function readRetry(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (!/^\d+$/.test(text) || Number(text) < MIN_RETRY_MS) throw new Error(`retry: ${text}`);
  return Number(text);
}
