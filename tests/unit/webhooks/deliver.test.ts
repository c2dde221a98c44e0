import { createHmac } from 'node:crypto';
import { describe, expect, it, vi } from 'vitest';
import { createDeliver, SEND_TIMEOUT_MS } from '../../../shared/webhooks/deliver.ts';
import { createMemoryQueue } from '../../../shared/webhooks/memory-queue.ts';
import { recordLog } from '../support/log.ts';

const SECRET = 'whsec_secret-of-a-test';
const SECONDS = 1_767_268_800;

/** Deliveries, who sends them, and what is received. */
function sending(answer: (request: Request) => Response | Promise<Response>, ip = '8.8.8.8') {
  const queue = createMemoryQueue(() => SECONDS * 1000);
  const received: Request[] = [];
  const { log, entries } = recordLog();
  let timeLeftMs = 60_000;
  const deliver = createDeliver({
    queue,
    log,
    addresses: { resolve: () => Promise.resolve([ip]), allowsLoopback: false },
    send: (input, init) => {
      const request = new Request(input, init);
      received.push(request.clone());
      return Promise.resolve(answer(request));
    },
    timeLeftMs: () => timeLeftMs,
    now: () => SECONDS * 1000,
  });
  const put = (count: number, body = '{"event":"run.ended"}') =>
    queue.put(...Array.from({ length: count }, (_, i) => (
      { delivery_id: `d${i}`, webhook_id: `w${i}`, url: 'https://hooks.example.com/', secret: SECRET, body }
    )));
  return { queue, received, entries, deliver, put, end: () => timeLeftMs = 0 };
}

const gone = () => new Response('', { status: 410 });
const fine = () => new Response(null, { status: 204 });

describe('a delivery', () => {
  it('is what was queued, signed so that its receiver can tell', async () => {
    const { put, deliver, received, queue, entries } = sending(fine);
    put(1, '{"name":"Ω"}');
    await deliver();
    const [request] = received;
    const body = await request!.text();
    expect([request!.method, body]).toEqual(['POST', '{"name":"Ω"}']);
    const mac = createHmac('sha256', SECRET).update(`${SECONDS}.${body}`).digest('hex');
    expect(request!.headers.get('bomstream-signature')).toBe(`t=${SECONDS},v1=${mac}`);
    expect(request!.redirect).toBe('manual');
    expect(queue.kept('d0')).toMatchObject({ delivered: true, response_status: 204 });
    expect(entries).toEqual([]);
  });

  it.each([
    ['an error', gone, { response_status: 410 }],
    ['a redirect, which is not followed', () => Response.redirect('https://10.0.0.1/'), {
      response_status: 302,
    }],
    ['nobody', () => Promise.reject(new TypeError(`no route to ${SECRET}`)), { error: 'unreachable' }],
  ])('that meets %s is tried again later', async (_what, answer, kept) => {
    const { put, deliver, received, queue, entries } = sending(answer);
    put(1);
    await deliver();
    expect(received).toHaveLength(1);
    expect(queue.kept('d0')).toMatchObject({ delivered: false, due_at: (SECONDS + 60) * 1000, ...kept });
    expect(JSON.stringify(entries)).not.toContain(SECRET);
  });

  it('is not sent where its address has come to lead inside', async () => {
    const { put, deliver, received, queue } = sending(fine, '169.254.169.254');
    put(1);
    await deliver();
    expect(received).toEqual([]);
    expect(queue.kept('d0')).toMatchObject({ delivered: false, error: 'address_refused' });
  });

  it('that hangs is given up after its time, and the others have arrived', async () => {
    const timeouts: AbortController[] = [];
    const timeout = vi.spyOn(AbortSignal, 'timeout').mockImplementation((ms) => {
      expect(ms).toBe(SEND_TIMEOUT_MS);
      timeouts.push(new AbortController());
      return timeouts.at(-1)!.signal;
    });
    let calls = 0;
    const { put, deliver, received, queue } = sending(({ signal }) =>
      calls++ > 0
        ? fine()
        : new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason)))
    );
    put(3);
    const done = deliver();
    await vi.waitUntil(() => received.length === 3);
    timeouts.forEach((each) => each.abort());
    await done;
    timeout.mockRestore();
    expect(queue.kept('d0')).toMatchObject({ delivered: false, error: 'timeout' });
    for (const id of ['d1', 'd2']) expect(queue.kept(id)).toMatchObject({ delivered: true });
  });

  it('follows another until none is due', async () => {
    const { put, deliver, received } = sending(fine);
    put(25);
    await deliver();
    expect(received).toHaveLength(25);
  });

  it('is not begun where the isolate has no time for it', async () => {
    const { put, deliver, received, end } = sending(fine);
    put(1);
    end();
    await deliver();
    expect(received).toEqual([]);
  });

  it('is left to the next one where the database does not answer', async () => {
    const { put, deliver, queue, entries } = sending(fine);
    put(1);
    queue.claim = () => Promise.reject(new Error('away'));
    await deliver();
    expect(entries).toMatchObject([{ event: 'deliveries_failed' }]);
  });
});
