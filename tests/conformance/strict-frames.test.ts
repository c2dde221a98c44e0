import { describe, expect, it } from 'vitest';
import { createStrictReader } from './clients/strict-frames.ts';

const CONNECTED = 'event: connected\nretry: 2000\ndata: {}\n\n';

function read(text: string | Uint8Array): string[] {
  const names: string[] = [];
  const reader = createStrictReader({ event: ({ name }) => names.push(name), retry: () => {} });
  // byte by byte: a stream may come in any pieces
  for (const byte of typeof text === 'string' ? new TextEncoder().encode(text) : text) {
    reader.feed(Uint8Array.of(byte));
  }
  reader.end();
  return names;
}

describe('the strict reader', () => {
  it('takes what a server should send', () => {
    const text =
      `${CONNECTED}event: keepalive\ndata: {}\n\nevent: enrichment.progress\nid: 1-2\ndata: 😀\ndata:  two\u2028lines\n\n`;
    expect(read(text)).toEqual(['connected', 'keepalive', 'enrichment.progress']);
  });

  it.each([
    ['a byte order mark', `\uFEFF${CONNECTED}`, /not a field/],
    ['CRLF', CONNECTED.replaceAll('\n', '\r\n'), /carriage return/],
    ['no space behind the colon', CONNECTED.replace('data: ', 'data:'), /not a field/],
    ['another first event', 'event: store\nretry: 2000\ndata: {}\n\n', /first frame is store/],
    ['no retry at first', 'event: connected\ndata: {}\n\n', /no retry/],
    ['a retry that is no number', CONNECTED.replace('2000', '2.5'), /retry: 2.5/],
    ['a retry that floods', CONNECTED.replace('2000', '999'), /retry: 999/],
    ['an event named error', `${CONNECTED}event: error\ndata: {}\n\n`, /an event named error/],
    ['an event without a name', `${CONNECTED}data: {}\n\n`, /without an event name/],
    ['an event without data', `${CONNECTED}event: store\n\n`, /store without data/],
    ["a run's event without an id", `${CONNECTED}event: enrichment.started\ndata: {}\n\n`, /without an id/],
    [
      "a connection's event with an id",
      `${CONNECTED}event: store\nid: 1-1\ndata: {}\n\n`,
      /store with an id/,
    ],
    ['an empty id', `${CONNECTED}event: enrichment.started\nid: \ndata: {}\n\n`, /the id ""/],
    ['an unsafe id', `${CONNECTED}event: enrichment.started\nid: 1:1\ndata: {}\n\n`, /the id "1:1"/],
    ['a long id', `${CONNECTED}event: enrichment.started\nid: ${'1'.repeat(129)}\ndata: {}\n\n`, /the id/],
    ['a comment, which EventSource hides', `${CONNECTED}:\n\n`, /not a field/],
    ['a field twice', `${CONNECTED}event: store\nevent: store\ndata: {}\n\n`, /event twice/],
    ['an unknown field', `${CONNECTED}event: store\nevnt: x\ndata: {}\n\n`, /not a field/],
    ['a frame that is not finished', `${CONNECTED}event: store\ndata: {}\n`, /unfinished/],
  ])('refuses %s', (_what, text, why) => {
    expect(() => read(text)).toThrow(why);
  });

  it('refuses what is no UTF-8', () => {
    expect(() => read(Uint8Array.from([...new TextEncoder().encode(CONNECTED), 0xff]))).toThrow(TypeError);
    expect(() => read(Uint8Array.from([...new TextEncoder().encode(CONNECTED), 0xf0, 0x9f]))).toThrow(
      TypeError,
    );
  });
});
