import { describe, expect, it, vi } from 'vitest';
import { readJson } from '../../../shared/http/input.ts';
import type { Problem } from '../../../shared/http/problem.ts';

const LIMIT = 64;

/** A request whose body comes in pieces, and how many of them were taken. */
function inPieces(pieces: readonly Uint8Array<ArrayBuffer>[], headers: Record<string, string> = {}) {
  let taken = 0;
  let cancelled = false;
  const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
    pull(controller) {
      const piece = pieces[taken];
      if (!piece) return controller.close();
      taken += 1;
      controller.enqueue(piece);
    },
    cancel() {
      cancelled = true;
    },
  }, { highWaterMark: 0 });
  const init = { method: 'POST', body, headers, duplex: 'half' };
  return { request: new Request('https://x.example', init), taken: () => taken, cancelled: () => cancelled };
}

const bytes = (text: string) => new TextEncoder().encode(text);
const withBody = (body: BodyInit | null) => new Request('https://x.example', { method: 'POST', body });

describe('a body', () => {
  it('is read as JSON', async () => {
    expect(await readJson(withBody('{"a":[1,"é🔌"]}'), LIMIT)).toEqual({ a: [1, 'é🔌'] });
  });

  it.each<[what: string, text: string]>([
    ['lists', `[${'[],'.repeat(250_000)}[]]`],
    ['objects', `[${'{},'.repeat(250_000)}{}]`],
    ['lists in lists', '['.repeat(250_001)],
    ['names', `{${Array.from({ length: 250_001 }, (_, i) => `"k${i}":1`).join(',')}}`],
  ])('with too many values is refused before it is parsed: %s', async (_what, text) => {
    const parse = vi.spyOn(JSON, 'parse');
    const refused = readJson(withBody(text), 8 * 1024 * 1024);
    await expect(refused).rejects.toMatchObject({ status: 413, code: 'too_many_values' });
    expect(parse).not.toHaveBeenCalled();
    parse.mockRestore();
  });

  it('may have as many as are possible, and any number of the same signs in its texts', async () => {
    const most = Array.from({ length: 249_999 }, () => 0);
    expect(await readJson(withBody(JSON.stringify(most)), 8 * 1024 * 1024)).toEqual(most);
    const text = { csv: '[{,"\\'.repeat(300_000) };
    expect(await readJson(withBody(JSON.stringify(text)), 8 * 1024 * 1024)).toEqual(text);
  });

  it('may begin with a byte order mark', async () => {
    expect(await readJson(withBody('\uFEFF{}'), LIMIT)).toEqual({});
  });

  it('may come in any pieces, also within a character', async () => {
    const pieces = [...bytes('{"a":"é🔌"}')].map((byte) => Uint8Array.of(byte));
    expect(await readJson(inPieces(pieces).request, LIMIT)).toEqual({ a: 'é🔌' });
  });

  it('may be as large as the limit and not a byte larger', async () => {
    const exact = JSON.stringify('x'.repeat(LIMIT - 2));
    expect(await readJson(withBody(exact), LIMIT)).toHaveLength(LIMIT - 2);
    const refused = readJson(withBody(`${exact} `), LIMIT);
    await expect(refused).rejects.toMatchObject({ status: 413, code: 'body_too_large' });
  });

  it('is counted in bytes, not in characters', async () => {
    await expect(readJson(withBody(JSON.stringify('🔌'.repeat(LIMIT / 4))), LIMIT)).rejects.toMatchObject({
      status: 413,
    });
  });

  it('is not taken any further once it is too large, whatever its header says', async () => {
    const piece = bytes(' '.repeat(LIMIT / 2));
    const { request, taken, cancelled } = inPieces(Array(100).fill(piece), { 'content-length': '10' });
    await expect(readJson(request, LIMIT)).rejects.toMatchObject({ code: 'body_too_large' });
    expect(taken()).toBe(3);
    expect(cancelled()).toBe(true);
  });

  it.each(['', '{', '{"a":1}}', "{'a':1}", 'undefined', '<html>'])(
    'is refused when it is not JSON: %j',
    async (text) => {
      await expect(readJson(withBody(text), LIMIT)).rejects.toMatchObject({
        status: 400,
        code: 'invalid_json',
      });
    },
  );

  it('is refused with the place of what is no UTF-8, in whichever piece it comes', async () => {
    const pieces = [bytes('{"a":"W'), Uint8Array.of(0xfc), bytes('rth"}')];
    for (const given of [pieces, [Uint8Array.from(pieces.flatMap((piece) => [...piece]))]]) {
      const problem = await readJson(inPieces(given).request, LIMIT).catch((error: Problem) =>
        error
      ) as Problem;
      expect(problem).toMatchObject({ status: 400, code: 'not_utf8' });
      expect(problem.detail).toContain('byte 8 (0xfc)');
    }
  });

  it('is refused when there is none', async () => {
    await expect(readJson(withBody(null), LIMIT)).rejects.toMatchObject({
      status: 400,
      code: 'invalid_json',
    });
  });

  it('is not quoted in its refusal', async () => {
    const problem = await readJson(withBody('my secret'), LIMIT).catch((error: Problem) => error) as Problem;
    expect(problem.detail).not.toContain('secret');
  });
});
