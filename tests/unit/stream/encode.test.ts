import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeFrame, type Frame } from '../../../shared/stream/encode.ts';
import { frameParser, parseFrames, type ReceivedFrame } from '../support/sse.ts';

/** Everything that means something on the wire, and some that looks as if it did. */
const tricky = fc.string({
  unit: fc.oneof(
    fc.constantFrom('\n', '\r', '\r\n', '\0', ':', ' ', '\uFEFF', '\u2028', '🔌', 'é', '\t', '\x85'),
    fc.constantFrom('data:', 'event: x', 'id: 1', 'retry: 1', ': comment'),
    fc.string({ unit: 'binary', maxLength: 2 }),
  ),
  maxLength: 24,
});
const name = tricky.filter((text) => text !== '' && !/[\r\n\0]/.test(text)).map(wellFormed);
const CONNECTION_EVENTS = ['error', 'open'];
const eventName = name.filter((text) => !CONNECTION_EVENTS.includes(text));

/** What UTF-8 makes of text: half a surrogate pair cannot be written in it. */
function wellFormed(text: string): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(new TextEncoder().encode(text));
}

/** What a client must see of `data`. */
const received = (data: string) => wellFormed(data).replace(/\r\n|\r/g, '\n');

describe('data', () => {
  it('arrives as it is, whatever it is, but for its kind of line breaks', () => {
    fc.assert(
      fc.property(tricky, (data) => {
        expect(parseFrames(encodeFrame({ data }))).toEqual([{ event: 'message', data: received(data) }]);
      }),
      { numRuns: 500 },
    );
  });

  it('arrives with its name and id, in order, frame by frame', () => {
    const frames = fc.array(fc.record({ event: eventName, id: name, data: tricky }), { maxLength: 4 });
    fc.assert(
      fc.property(frames, (sent) => {
        const bytes = Buffer.concat(sent.map(encodeFrame));
        expect(parseFrames(bytes)).toEqual(sent.map((frame) => ({ ...frame, data: received(frame.data) })));
      }),
      { numRuns: 200 },
    );
  });

  // Each of these was lost or became something else in a library that does the same.
  it.each<[string, string, string]>([
    ['a second line', 'line1\nline2', 'line1\nline2'],
    ['lines that look like fields', 'ok\nevent: admin\ndata: evil', 'ok\nevent: admin\ndata: evil'],
    ['a frame within the frame', 'ok\n\ndata: evil\n\n', 'ok\n\ndata: evil\n\n'],
    ['a blank at its beginning', '  two blanks', '  two blanks'],
    ['line breaks at its end', 'text\n\n', 'text\n\n'],
    ['other line breaks', 'a\rb\r\nc\nd\n\re', 'a\nb\nc\nd\n\ne'],
    ['nothing', '', ''],
    ['a line break only', '\n', '\n'],
    ['NUL', 'a\0b', 'a\0b'],
    ['a byte order mark', '\uFEFFa\n\uFEFFb', '\uFEFFa\n\uFEFFb'],
    ['a colon at its beginning', ':not a comment', ':not a comment'],
    ['other line separators', 'a\u2028b\u2029c\x85d\vd\fe', 'a\u2028b\u2029c\x85d\vd\fe'],
    ['characters of four bytes', '🔌 10 kΩ', '🔌 10 kΩ'],
  ])('keeps %s', (_name, data, expected) => {
    expect(parseFrames(encodeFrame({ event: 'e', data }))).toEqual([{ event: 'e', data: expected }]);
  });

  it('arrives whole wherever the network cuts it', () => {
    const sent = [
      { event: 'enrichment.progress', id: '3-17', data: '{"a":"é🔌"}\r\n two' },
      { event: 'stream_end', data: ' ' },
    ];
    const bytes = Buffer.concat(sent.map(encodeFrame));
    const whole = parseFrames(bytes);
    expect(whole).toHaveLength(2);
    for (let cut = 0; cut <= bytes.length; cut++) {
      const frames: ReceivedFrame[] = [];
      const feed = frameParser((frame) => frames.push(frame));
      feed(bytes.subarray(0, cut));
      feed(bytes.subarray(cut));
      expect(frames).toEqual(whole);
    }
  });

  it('that was cut off for good is never taken for an event', () => {
    const bytes = encodeFrame({ event: 'e', id: '1-2', data: 'text' });
    for (let cut = 0; cut < bytes.length - 1; cut++) expect(parseFrames(bytes.subarray(0, cut))).toEqual([]);
  });
});

describe('a name or id', () => {
  it.each(['a\nb', 'a\rb', 'a\r\n\r\ndata: evil', 'x\n\ndata: evil', 'a\0b', '\n', ''])(
    'that could not arrive as given is refused: %j',
    (text) => {
      expect(() => encodeFrame({ event: text, data: '' })).toThrow(TypeError);
      expect(() => encodeFrame({ id: text, data: '' })).toThrow(TypeError);
    },
  );

  // EventSource raises these itself, so a page could not tell our message from a lost connection.
  it.each(CONNECTION_EVENTS)('of a connection is no event of ours: %s', (event) => {
    expect(() => encodeFrame({ event, data: '{}' })).toThrow(TypeError);
    expect(parseFrames(encodeFrame({ event: `stream_${event}`, data: '{}' }))).toHaveLength(1);
    expect(parseFrames(encodeFrame({ id: event, data: '{}' }))).toHaveLength(1);
  });

  it('may hold blanks and colons', () => {
    expect(parseFrames(encodeFrame({ event: ' a: b', id: ' 1: 2 ', data: 'x' }))).toEqual([
      { event: ' a: b', id: ' 1: 2 ', data: 'x' },
    ]);
  });

  it('does nothing without data: no event is dispatched', () => {
    expect(parseFrames(encodeFrame({ event: 'e', id: '1-1' }))).toEqual([]);
  });
});

describe('a delay before reconnecting', () => {
  it('arrives with its frame', () => {
    expect(parseFrames(encodeFrame({ event: 'reconnect', retry: 1_500, data: '{}' }))).toEqual([
      { event: 'reconnect', data: '{}', retry: 1_500 },
    ]);
  });

  it.each([1_000, 2 ** 31 - 1])('may be as much as %d', (retry) => {
    expect(parseFrames(encodeFrame({ retry, data: '' }))).toMatchObject([{ retry }]);
  });

  // Shorter ones, and those that overflow a client's timer, make it reconnect hundreds of times a second; the
  // others are ignored by clients, among them whole numbers that are written with an exponent.
  it.each([0, 1, 999, -1, 1000.5, 2 ** 31, 1e21, NaN, Infinity, -Infinity])('of %d is refused', (retry) => {
    expect(() => encodeFrame({ retry })).toThrow(TypeError);
  });
});

it('no frame begins with what would be taken for a byte order mark', () => {
  const frames: Frame[] = [{ data: '\uFEFF' }, { event: '\uFEFF', data: '' }, { id: '\uFEFF', data: '' }];
  for (const frame of frames) expect([...encodeFrame(frame).subarray(0, 3)]).not.toEqual([0xef, 0xbb, 0xbf]);
});
