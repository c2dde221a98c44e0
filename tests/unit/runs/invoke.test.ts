import { afterEach, describe, expect, it, vi } from 'vitest';
import { createInvoke } from '../../../shared/runs/invoke.ts';
import { recordLog } from '../support/log.ts';

const KEY = 'a-runner-key-of-at-least-32-bytes';

/** A call whose request is answered by `answer`. */
function invokeAnsweredBy(answer: (request: Request) => Promise<Response>) {
  const requests: Request[] = [];
  vi.stubGlobal('fetch', (url: string, init: RequestInit) => {
    const request = new Request(url, init);
    requests.push(request);
    return answer(request);
  });
  const log = recordLog();
  const pauses: number[] = [];
  const invoke = createInvoke({
    supabaseUrl: 'https://project.example.com',
    runnerKey: KEY,
    pause: (ms) => Promise.resolve(void pauses.push(ms)),
    log: log.log,
  });
  return { invoke, requests, pauses, log };
}

const accepted = () => Promise.resolve(Response.json({ worker_id: 'w' }, { status: 202 }));

afterEach(() => void vi.unstubAllGlobals());

describe('an invocation', () => {
  it('calls the runner with its own key, in the header that only it reads', async () => {
    const { invoke, requests, log } = invokeAnsweredBy(accepted);
    await invoke();
    expect(requests).toHaveLength(1);
    expect(requests[0]?.method).toBe('POST');
    expect(requests[0]?.url).toBe('https://project.example.com/functions/v1/enrichment-runner');
    expect(requests[0]?.headers.get('x-runner-key')).toBe(KEY);
    // The platform takes what stands in these for keys of its own.
    for (const name of ['apikey', 'authorization']) expect(requests[0]?.headers.get(name)).toBeNull();
    expect(log.entries).toEqual([]);
  });

  it('gives up on a runner that does not answer', async () => {
    const { invoke, requests } = invokeAnsweredBy(accepted);
    const limits: number[] = [];
    vi.spyOn(AbortSignal, 'timeout').mockImplementation((ms) => {
      limits.push(ms);
      return AbortSignal.abort(new DOMException('too slow', 'TimeoutError'));
    });
    await invoke();
    vi.restoreAllMocks();
    expect(limits).toEqual([2_000]);
    expect(requests[0]?.signal.aborted).toBe(true);
  });

  it.each<[string, () => Promise<Response>, object]>([
    ['is refused', () => Promise.resolve(new Response('no', { status: 401 })), { status: 401 }],
    ['meets something that is no runner', () => Promise.resolve(new Response('ok')), { status: 200 }],
    [
      'is not answered in time',
      () => Promise.reject(new DOMException('too slow', 'TimeoutError')),
      { error: 'TimeoutError' },
    ],
  ])('that %s is logged and nothing more: cron tries again', async (_name, answer, fields) => {
    const { invoke, requests, log } = invokeAnsweredBy(answer);
    await invoke();
    expect(requests).toHaveLength(1);
    expect(log.entries).toEqual([{ event: 'invocation_failed', ...fields }]);
  });

  const takenByNobody: [string, () => Promise<Response>, object][] = [
    ['meets a gateway', () => Promise.resolve(new Response('bad', { status: 502 })), { status: 502 }],
    [
      'reaches nobody',
      () => Promise.reject(new TypeError(`fetch with ${KEY} failed`)),
      { error: 'TypeError' },
    ],
  ];

  it.each(takenByNobody)('that %s is made again, for the next isolate', async (_name, fails, fields) => {
    const answers = [fails, accepted];
    const { invoke, requests, pauses, log } = invokeAnsweredBy(() => answers.shift()!());
    await invoke();
    expect(requests).toHaveLength(2);
    expect(pauses).toEqual([250]);
    expect(log.entries).toEqual([{ event: 'invocation_failed', ...fields }]);
  });

  it.each(takenByNobody)('that %s each time is given up: cron tries again', async (_name, fails, fields) => {
    const { invoke, pauses, log } = invokeAnsweredBy(fails);
    await invoke();
    expect(pauses).toEqual([250, 1_000]);
    expect(log.entries).toEqual(Array(3).fill({ event: 'invocation_failed', ...fields }));
  });
});
