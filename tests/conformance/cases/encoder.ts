/** The encoder's own promise, held by readers that others wrote: whatever goes in, they get exactly that. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { encodeFrame, type Frame } from '../../../shared/stream/encode.ts';
import { type Client, isEvent, messages } from '../clients/client.ts';
import { CONNECTION_EVENTS, RUN_EVENTS } from '../protocol.ts';
import { suite } from '../target.ts';

const FRAMES = 400;
/** The end of the recording; nothing random is called so. */
const LAST = 'stream_end';
const NAMES = [...RUN_EVENTS, ...CONNECTION_EVENTS].filter((name) => name !== LAST);

/** Text made of what parsers stumble over, and of anything else. */
const text = fc.array(
  fc.oneof(
    fc.constantFrom('\r', '\n', '\r\n', ' ', ':', '\0', '\uFEFF', 'data: ', 'id: 9-9', '😀'),
    fc.string({ unit: 'binary' }),
  ),
  { maxLength: 6 },
).map((pieces) => pieces.join(''));

const frame: fc.Arbitrary<Frame> = fc.record({
  event: fc.constantFrom(...NAMES),
  data: text,
  id: fc.tuple(fc.integer({ min: 1, max: 999 }), fc.integer({ min: 1, max: 999 })).map((id) => id.join('-')),
  retry: fc.integer({ min: 1_000, max: 60_000 }),
}, { requiredKeys: ['event', 'data'] });

export function describeEncoder(clients: () => readonly Client[]): void {
  const seed = Math.floor(Math.random() * 2 ** 31);
  const frames = fc.sample(frame, { numRuns: FRAMES, seed });
  const recording = Buffer.concat([...frames, { event: LAST, data: 'end' }].map((each) => encodeFrame(each)));
  let server: Server;
  let url: string;

  beforeAll(async () => {
    server = createServer((request, response) => {
      response.setHeader('access-control-allow-origin', '*');
      response.setHeader('access-control-allow-headers', '*');
      // Whoever comes back has seen all of it.
      if (request.method === 'OPTIONS' || request.headers['last-event-id']) {
        return void response.writeHead(204).end();
      }
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      // In pieces of odd sizes, so that characters and line ends are split.
      for (let at = 0; at < recording.length; at += 997) response.write(recording.subarray(at, at + 997));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  });
  afterAll(() => {
    server?.close();
    server?.closeAllConnections();
  });

  suite('what the encoder writes', () => {
    it(`is what every client reads, seed ${seed}`, async () => {
      const expected = frames.map(({ event, data = '' }) => ({
        event,
        data: data.replace(/\r\n|\r/g, '\n'),
      }));
      const ids = frames.reduce<string[]>((all, { id }) => [...all, id ?? all.at(-1) ?? ''], []);
      for (const client of clients()) {
        const connection = await client.open(url);
        await connection.until(isEvent(LAST));
        const received = messages(connection).slice(0, -1);
        expect(received.map(({ event, data }) => ({ event, data })), client.name).toEqual(expected);
        const withId = (_: unknown, i: number) => frames[i]?.id !== undefined;
        expect(received.map(({ lastEventId }) => lastEventId).filter(withId), client.name).toEqual(
          ids.filter(withId),
        );
        await connection.close();
      }
    });
  });
}
