/** What stands before every server of the local stack. */
import { describe, expect, it, vi } from 'vitest';
import { guardLocal } from '../../../local/guard.ts';

const PORT = 54_321;
const LIMIT_MS = 1_000;

function start() {
  const handled: string[] = [];
  const handle = guardLocal(PORT, async (request) => {
    handled.push(`${request.method} ${request.url} ${request.headers.get('x-kept')}`);
    return new Response(await request.text());
  }, LIMIT_MS);
  const call = (host: string | null, init: RequestInit = {}) => {
    const headers = new Headers({ 'x-kept': 'yes' });
    if (host !== null) headers.set('host', host);
    return handle(new Request(`http://127.0.0.1:${PORT}/path?q=1`, { headers, ...init }));
  };
  return { call, handled };
}

/** A body whose end the test decides. */
function openBody() {
  let controller!: ReadableStreamDefaultController<Uint8Array>;
  let isCancelled = false;
  const body = new ReadableStream<Uint8Array>({
    start: (given) => void (controller = given),
    cancel: () => void (isCancelled = true),
  });
  const send = (text: string) => controller.enqueue(new TextEncoder().encode(text));
  return { body, send, end: () => controller.close(), isCancelled: () => isCancelled };
}
const post = (body: ReadableStream) => ({ method: 'POST', body, duplex: 'half' }) as RequestInit;

describe('the Host header', () => {
  it.each(['127.0.0.1', 'localhost', 'LOCALHOST', '[::1]'])('may be %s', async (name) => {
    const { call, handled } = start();
    expect((await call(`${name}:${PORT}`)).status).toBe(200);
    expect(handled).toEqual([`GET http://127.0.0.1:${PORT}/path?q=1 yes`]);
  });

  it.each([
    'evil.example',
    `evil.example:${PORT}`,
    `localhost.evil.example:${PORT}`,
    `evil.example#localhost:${PORT}`,
    '127.0.0.1',
    'localhost:54322',
    `127.0.0.2:${PORT}`,
    `::1:${PORT}`,
    '][',
    '',
    null,
  ])('is refused when it is %j, and nothing is handled', async (host) => {
    const { call, handled } = start();
    const response = await call(host);
    expect(response.status).toBe(421);
    expect(await response.text()).toBe(
      `This server answers to http://127.0.0.1:${PORT} and http://localhost:${PORT} only.\n`,
    );
    expect(handled).toEqual([]);
  });
});

it('an address that is none is refused', async () => {
  const handle = guardLocal(PORT, () => new Response());
  const headers = new Headers({ host: `localhost:${PORT}` });
  const response = await handle({ url: 'http://][/', method: 'GET', headers, body: null } as Request);
  expect(response.status).toBe(400);
});

describe('a body', () => {
  it('arrives whole, in however many pieces', async () => {
    const { call } = start();
    const { body, send, end } = openBody();
    const answer = call(`localhost:${PORT}`, post(body));
    send('a');
    await Promise.resolve();
    send('bc');
    end();
    expect(await (await answer).text()).toBe('abc');
  });

  it('that does not end is answered at the limit, and let go', async () => {
    vi.useFakeTimers();
    try {
      const { call } = start();
      const { body, send, isCancelled } = openBody();
      const answer = call(`localhost:${PORT}`, post(body));
      let answered = 0;
      void answer.then(({ status }) => answered = status);
      await vi.advanceTimersByTimeAsync(LIMIT_MS - 1);
      send('a byte now and then does not help');
      await vi.advanceTimersByTimeAsync(0);
      expect([answered, isCancelled()]).toEqual([0, false]);
      await vi.advanceTimersByTimeAsync(1);
      expect([answered, isCancelled()]).toEqual([408, true]);
    } finally {
      vi.useRealTimers();
    }
  });

  it('that ended in time leaves nothing waiting', async () => {
    vi.useFakeTimers();
    try {
      const { call } = start();
      await (await call(`localhost:${PORT}`, { method: 'POST', body: 'whole' })).text();
      expect(vi.getTimerCount()).toBe(0);
    } finally {
      vi.useRealTimers();
    }
  });
});
