/** The answer byte by byte and header by header, as no client shows it. */
import { expect, it } from 'vitest';
import { type RawRequest, rawRequest, readAll } from '../clients/raw-http.ts';
import { createStrictReader } from '../clients/strict-frames.ts';
import { MIN_RETRY_MS } from '../protocol.ts';
import { type FinishedBom, suite, type Target } from '../target.ts';

/** Latin-1: a character for each byte that is sent. */
const LOST: Readonly<Record<string, string>> = {
  'the number of a later event': '1-999',
  'the number of a later run': '7-1',
  'a number below the first': '0-0',
  'a leading zero': '01-1',
  'a negative number': '-1',
  'two ids': '1-1, 1-2',
  'more digits than a number has': '1-99999999999999999999',
  'thousands of characters': 'x'.repeat(4_000),
  'a tab': '1\t-1',
  'a line separator behind it': '1-1\xe2\x80\xa8',
  'digits of another script': Buffer.from('١-١').toString('latin1'),
  'a byte that is no UTF-8': '\xff',
};

interface Frame {
  readonly name: string;
  readonly id: string | undefined;
  readonly data: string;
}

/** Reads a body that must not contain anything it should not. */
function strictly(body: Uint8Array): { readonly frames: Frame[]; readonly retries: number[] } {
  const frames: Frame[] = [];
  const retries: number[] = [];
  const reader = createStrictReader({
    event: (frame) => frames.push(frame),
    retry: (ms) => retries.push(ms),
  });
  reader.feed(body);
  reader.end();
  return { frames, retries };
}

/** A byte of the address for each character. */
function percentEncode(latin1: string): string {
  return Buffer.from(latin1, 'latin1').reduce(
    (text, byte) => `${text}%${byte.toString(16).padStart(2, '0')}`,
    '',
  );
}

export function describeWire(given: () => { readonly target: Target; readonly finished: FinishedBom }): void {
  const send = (query = '', request: RawRequest = {}) => {
    const { target, finished } = given();
    return rawRequest(`${target.apiUrl}${target.streamPath(finished.bomId, query)}`, request);
  };

  suite('the answer', () => {
    it('is a stream that nobody may store, transform or hold back', async () => {
      const response = await send();
      expect(response.status).toBe(200);
      expect(response.header('content-type')).toMatch(/^text\/event-stream(;|$)/);
      const cacheControl = (response.header('cache-control') ?? '').split(/, */);
      expect(cacheControl.some((word) => word === 'no-cache' || word === 'no-store')).toBe(true);
      expect(cacheControl).toContain('no-transform');
      expect(cacheControl).not.toContain('public');
      expect(response.header('x-accel-buffering')).toBe('no');
      for (const name of ['content-length', 'etag', 'set-cookie', 'location']) {
        expect(response.header(name)).toBeNull();
      }
      response.close();
    });

    it.each(['gzip, br', 'gzip', 'br', 'deflate', '*'])(
      'is not compressed for a client that takes %s',
      async (encoding) => {
        const response = await send('', { headers: { 'accept-encoding': encoding } });
        expect(response.header('content-encoding')).toBeNull();
        expect(strictly(await readAll(response)).frames.map(({ name }) => name)).toContain('stream_end');
      },
    );

    it.each(['*/*', 'text/html', 'application/json'])(
      'is a stream for a client that accepts %s',
      async (accept) => {
        const response = await send('', { headers: { accept } });
        expect(response.header('content-type')).toMatch(/^text\/event-stream(;|$)/);
        response.close();
      },
    );

    it('has no byte order mark, line feeds only, one space behind each colon, and ends with a whole frame', async () => {
      const body = await readAll(await send('&last_event_id=1-1'));
      // spelled out besides the strict reader, which every case with a raw socket relies on
      expect([...body.subarray(0, 3)]).not.toEqual([0xef, 0xbb, 0xbf]);
      expect(body.includes('\r')).toBe(false);
      expect(body.includes('\0')).toBe(false);
      expect(body.subarray(-2).toString()).toBe('\n\n');
      const { frames } = strictly(body);
      expect(frames).toHaveLength(1 + given().finished.count - 1 + 1);
    });

    it('begins with `connected` and a delay before reconnecting, and ends with `stream_end`', async () => {
      const body = await readAll(await send('&last_event_id=1-1'));
      const { frames, retries } = strictly(body);
      const { bomId, last } = given().finished;
      expect(frames[0]).toMatchObject({ name: 'connected', id: undefined });
      expect(JSON.parse(frames[0]!.data)).toMatchObject({
        schema_version: 1,
        bom_id: bomId,
        newest_event_id: last,
      });
      expect(body.subarray(0, body.indexOf('\n\n')).toString()).toMatch(/^retry: \d+$/m);
      expect(retries.every((ms) => ms >= MIN_RETRY_MS)).toBe(true);
      expect(frames.at(-1)).toMatchObject({ name: 'stream_end', id: undefined });
    });

    it('gives an id to events of runs only, the same as in their data', async () => {
      const { frames } = strictly(await readAll(await send('&last_event_id=1-1')));
      const withId = frames.filter(({ id }) => id !== undefined);
      expect(withId.length).toBeGreaterThan(3);
      for (const { name, id, data } of withId) {
        expect(JSON.parse(data)).toMatchObject({ event_type: name, event_id: id });
      }
    });

    it('does not spread clients over one single delay', async () => {
      const delays = await Promise.all(
        Array.from({ length: 4 }, async () => strictly(await readAll(await send())).retries[0]),
      );
      expect(new Set(delays).size).toBeGreaterThan(1);
    });

    it('takes the token from a header, which beats the address', async () => {
      const { target, finished } = given();
      const path = `${target.apiUrl}/functions/v1/enrichment-stream/${finished.bomId}`;
      const headers = { authorization: `Bearer ${target.token}` };
      for (const address of [path, `${path}?token=forged`]) {
        const response = await rawRequest(address, { headers });
        expect(response.status).toBe(200);
        response.close();
      }
      const forged = await send('', { headers: { authorization: 'Bearer forged' } });
      expect(forged.status).toBe(401);
      forged.close();
    });

    it('to a client that has seen the end is 204, without a body', async () => {
      const { last } = given().finished;
      for (
        const response of [
          await send('', { headers: { 'last-event-id': last } }),
          await send(`&last_event_id=${last}`),
          await send('&last_event_id=1-1', { headers: { 'last-event-id': last } }),
        ]
      ) {
        expect(response.status).toBe(204);
        expect(response.header('transfer-encoding')).toBeNull();
        expect(response.header('content-length') ?? '0').toBe('0');
        response.close();
      }
    });

    it.each(Object.entries(LOST))('to a cursor with %s is a reset', async (_what, cursor) => {
      for (
        const response of [
          await send('', { headers: { 'last-event-id': cursor } }),
          await send(`&last_event_id=${percentEncode(cursor)}`),
        ]
      ) {
        expect(response.status).toBe(200);
        const { frames } = strictly(await readAll(response));
        expect(frames.map(({ name }) => name)).toEqual([
          'connected',
          'reset',
          'enrichment.completed',
          'stream_end',
        ]);
      }
    });

    it.each(['POST', 'PUT', 'PATCH', 'DELETE'])(
      'to %s is 405 and says what is allowed',
      async (method) => {
        const response = await send('', { method, headers: { 'content-length': '0' } });
        expect(response.status).toBe(405);
        expect(response.header('allow')).toContain('GET');
        expect(response.header('content-type')).toContain('application/problem+json');
        response.close();
      },
    );

    it('to HEAD is headers alone', async () => {
      const response = await send('', { method: 'HEAD' });
      expect(response.status).toBe(200);
      expect(response.header('content-type')).toMatch(/^text\/event-stream(;|$)/);
      expect(await readAll(response)).toHaveLength(0);
    });

    it('to a refused client is a problem in JSON, whatever it accepts', async () => {
      const { target } = given();
      const response = await rawRequest(`${target.apiUrl}${target.streamPath(crypto.randomUUID())}`, {
        headers: { accept: 'text/event-stream' },
      });
      expect(response.status).toBe(404);
      expect(response.header('content-type')).toContain('application/problem+json');
      expect(JSON.parse((await readAll(response)).toString())).toMatchObject({
        status: 404,
        code: 'bom_not_found',
      });
    });
  });
}
