import { describe, expect, it } from 'vitest';
import { createRouter } from '../../../shared/http/router.ts';
import { createRunnerRoutes } from '../../../shared/runner/routes.ts';
import type { WorkSummary } from '../../../shared/runner/work.ts';
import { deferred, settled } from '../support/clock.ts';
import { cors, refusal, request, type RequestSketch, TOKEN } from '../support/http.ts';
import { recordLog } from '../support/log.ts';

const KEY = 'a-runner-key-of-at-least-32-bytes';
const OLD_KEY = 'the-runner-key-of-before-of-32-bytes';
const SUMMARY: WorkSummary = { batches: 2, lines: 150, refused: 0, reason: 'idle' };

function endpoint(runnerKeys: readonly string[] = [KEY]) {
  const workers: string[] = [];
  const background: Promise<unknown>[] = [];
  const done = deferred<WorkSummary>();
  const log = recordLog();
  const routes = createRunnerRoutes({
    runnerKeys,
    work: (workerId) => {
      workers.push(workerId);
      return done.promise;
    },
    inBackground: (work) => void background.push(work),
    log: log.log,
  });
  const handle = createRouter({ cors, log: log.log, routes });
  const call = (sketch: RequestSketch = {}) =>
    handle(request('/enrichment-runner', { method: 'POST', token: null, ...sketch }));
  return { call, workers, background, done, log };
}

describe('the runner', () => {
  it('answers at once and works afterwards', async () => {
    const { call, workers, background, done, log } = endpoint();
    const response = await call({ headers: { 'x-runner-key': KEY }, body: { reason: 'start' } });
    expect(response.status).toBe(202);
    expect(await response.json()).toEqual({ worker_id: workers[0] });
    expect(background).toHaveLength(1);
    expect(log.entries).toEqual([]);
    done.resolve(SUMMARY);
    await settled();
    expect(log.entries).toEqual([{ event: 'worked', worker_id: workers[0], ...SUMMARY }]);
  });

  it('is another worker each time', async () => {
    const { call, workers } = endpoint();
    await call({ headers: { 'x-runner-key': KEY } });
    await call({ headers: { 'x-runner-key': KEY } });
    expect(new Set(workers).size).toBe(2);
    expect(workers[0]).toMatch(/^[0-9a-f-]{36}$/);
  });

  it.each<[string, RequestSketch]>([
    ['no key', {}],
    ['an empty key', { headers: { 'x-runner-key': '' } }],
    ['another key', { headers: { 'x-runner-key': OLD_KEY } }],
    ['a key that begins like it', { headers: { 'x-runner-key': KEY.slice(0, -1) } }],
    ['the key and more', { headers: { 'x-runner-key': `${KEY}x` } }],
    ['the key of a user', { token: TOKEN }],
    ['the key as a token', { token: KEY }],
    ['the key where the platform looks for its own', { headers: { apikey: KEY } }],
  ])('does not open to %s', async (_name, sketch) => {
    const { call, workers, background } = endpoint();
    expect(await refusal(await call(sketch))).toEqual({ status: 401, code: 'runner_key_required' });
    expect([workers, background]).toEqual([[], []]);
  });

  it('opens to either of two keys while one takes the place of the other', async () => {
    const { call } = endpoint([KEY, OLD_KEY]);
    for (const key of [KEY, OLD_KEY]) {
      expect((await call({ headers: { 'x-runner-key': key } })).status).toBe(202);
    }
    expect((await call({ headers: { 'x-runner-key': `${KEY},${OLD_KEY}` } })).status).toBe(401);
  });

  it.each(['', 'null', 'undefined', KEY])('opens to nobody where no key is configured: %j', async (given) => {
    const { call, workers } = endpoint([]);
    expect((await call({ headers: { 'x-runner-key': given } })).status).toBe(401);
    expect(workers).toEqual([]);
  });

  it('has no other method', async () => {
    const { call } = endpoint();
    expect((await call({ method: 'GET', headers: { 'x-runner-key': KEY } })).status).toBe(405);
  });
});
