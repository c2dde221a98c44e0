/** The SDK's reader of event streams, held against a library that others wrote. */
import { createParser } from 'eventsource-parser';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createReader } from '../../../client/frames.ts';

type Read = (chunks: readonly string[]) => unknown[];

const ours: Read = (chunks) => {
  const seen: unknown[] = [];
  const reader = createReader(
    (frame) => seen.push({ ...frame }),
    (ms) => seen.push(ms),
  );
  chunks.forEach((chunk) => reader.feed(chunk));
  return seen;
};

const theirs: Read = (chunks) => {
  const seen: unknown[] = [];
  const parser = createParser({
    onEvent: ({ event = '', id, data }) => seen.push({ event, id, data }),
    onRetry: (ms) => seen.push(ms),
  });
  chunks.forEach((chunk) => parser.feed(chunk));
  return seen;
};

const part = fc.constantFrom(
  ...['\n', '\r\n', '\r', ' ', ':', 'a', 'ü', '\0', '1000'],
  ...[
    'data',
    'data:',
    'data: ',
    'event: x',
    'id: 1-2',
    'id',
    'retry: 10',
    'retry: 1x',
    'field: y',
    ': comment',
  ],
);
const cut = (text: string, at: readonly number[]): string[] => {
  const places = [...new Set(at.map((n) => n % (text.length + 1)))].toSorted((
    a,
    b,
  ) => a - b);
  return [0, ...places].map((place, i) => text.slice(place, places[i]));
};

it('reads as the library does what comes whole', () => {
  fc.assert(
    fc.property(fc.array(part, { maxLength: 40 }), (parts) => {
      const text = `${parts.join('')}\n\n`;
      expect(ours([text])).toEqual(theirs([text]));
    }),
    { numRuns: 2_000 },
  );
});

it('reads the same wherever it is cut', () => {
  fc.assert(
    fc.property(
      fc.array(part, { maxLength: 40 }),
      fc.array(fc.nat(), { maxLength: 8 }),
      (parts, at) => {
        const text = `${parts.join('')}\n\n`;
        expect(ours(cut(text, at))).toEqual(ours([text]));
      },
    ),
    { numRuns: 2_000 },
  );
});

it('leaves a mark of the byte order out, where it stands first', () => {
  const text = '\uFEFFdata: a\n\ndata: \uFEFFb\n\n';
  for (
    const chunks of [[text], ['', '\uFEFF', 'data: a\n\ndata: \uFEFFb\n\n']]
  ) {
    expect(ours(chunks)).toEqual([
      { event: '', id: undefined, data: 'a' },
      { event: '', id: undefined, data: '\uFEFFb' },
    ]);
  }
});
