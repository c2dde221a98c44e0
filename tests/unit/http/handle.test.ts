import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type CallerRole, defineRoute } from '../../../shared/api/route.ts';
import { eventId, id, IdempotencyKey } from '../../../shared/api/values.ts';
import { handle, passedOn, Reply } from '../../../shared/http/handle.ts';
import { createRouter } from '../../../shared/http/router.ts';
import { BOM, USER } from '../support/events.ts';
import { authenticate, cors, refusal, request, type RequestSketch } from '../support/http.ts';
import { recordLog } from '../support/log.ts';

const KEY = 'a-runner-key-of-at-least-32-bytes';
const doors = { authenticate, runnerKeys: [KEY] };

const route = defineRoute({
  method: 'POST',
  path: '/boards/:bom_id',
  summary: 'A route.',
  role: 'editor',
  params: { bom_id: id('bom_id') },
  query: {
    since: eventId('since').optional(),
    limit: z.coerce.number('must be a number').int().max(5).default(3),
  },
  headers: { 'idempotency-key': IdempotencyKey.optional() },
  body: z.strictObject({ name: z.string() }),
  maxBodyBytes: 100,
  status: 201,
  answer: z.unknown(),
  errors: [],
  example: { answer: null },
});

/** What the handler of `route` is given, and how it is answered. */
function start(answer: () => unknown = () => 'done') {
  const asked: unknown[] = [];
  const routes = [handle(route, doors, ({ request: _request, ...rest }) => {
    asked.push(rest);
    return Promise.resolve(answer());
  })];
  const router = createRouter({ routes, cors, log: recordLog().log });
  const ask = (path = `/boards/${BOM}`, sketch: RequestSketch = {}) =>
    router(request(path, { method: 'POST', body: { name: 'A' }, ...sketch }));
  return { asked, ask };
}

/** A route without anything but a role. */
async function answerTo(role: CallerRole, sketch: RequestSketch): Promise<Response> {
  const bare = defineRoute({
    method: 'GET',
    path: '/here',
    summary: 'A route.',
    role,
    status: 200,
    answer: z.unknown(),
    errors: [],
    example: { answer: null },
  });
  const routes = [handle(bare, doors, ({ user }) => Promise.resolve({ user }))];
  return await createRouter({ routes, cors, log: recordLog().log })(request('/here', sketch));
}

describe('a request that keeps to the contract', () => {
  it('reaches the handler with what it brought, and is answered with the status of the contract', async () => {
    const { ask, asked } = start();
    const response = await ask(`/boards/${BOM.toUpperCase()}?since=3-17&limit=2&more=x`, {
      headers: { 'idempotency-key': 'k' },
    });
    expect([response.status, await response.json()]).toEqual([201, 'done']);
    expect(asked).toEqual([{
      user: expect.objectContaining({ id: USER }),
      params: { bom_id: BOM },
      query: { since: { run: 3, seq: 17 }, limit: 2 },
      headers: { 'idempotency-key': 'k' },
      body: { name: 'A' },
      upload: null,
    }]);
  });

  it('may leave out what is optional', async () => {
    const { ask, asked } = start();
    await ask();
    expect(asked).toMatchObject([{ query: { since: undefined, limit: 3 }, headers: {} }]);
  });

  it('may be answered with another status, with headers and without a body', async () => {
    const { ask } = start(() => new Reply(null, { status: 304, headers: { etag: '"1"' } }));
    const response = await ask();
    expect([response.status, response.headers.get('etag'), response.body]).toEqual([304, '"1"', null]);
  });
});

describe('a request that does not is refused before the handler runs', () => {
  it.each<[string, string, RequestSketch, { status: number; code: string }]>([
    ['nobody', '/boards/1', { token: 'of-somebody-else' }, { status: 401, code: 'invalid_token' }],
    ['an id that is none', '/boards/1', { body: 'x' }, { status: 400, code: 'invalid_id' }],
    ['a value with a code of its own', `/boards/${BOM}?since=x`, {}, {
      status: 400,
      code: 'invalid_event_id',
    }],
    ['an empty value', `/boards/${BOM}?since=`, {}, { status: 400, code: 'invalid_event_id' }],
    ['a value without one', `/boards/${BOM}?limit=6`, {}, { status: 400, code: 'invalid_query' }],
    ['a header', `/boards/${BOM}`, { headers: { 'idempotency-key': '' } }, {
      status: 400,
      code: 'invalid_idempotency_key',
    }],
    ['a body', `/boards/${BOM}`, { body: { name: 1 } }, { status: 422, code: 'invalid_body' }],
    ['a body that is too large', `/boards/${BOM}`, { body: { name: 'x'.repeat(100) } }, {
      status: 413,
      code: 'body_too_large',
    }],
  ])('for %s', async (_name, path, sketch, expected) => {
    const { ask, asked } = start();
    expect(await refusal(await ask(path, sketch))).toEqual(expected);
    expect(asked).toEqual([]);
  });

  it('with a sentence that names the value', async () => {
    const { ask } = start();
    const detail = async (path: string) => (await (await ask(path)).json()).detail;
    expect(await detail('/boards/1')).toMatch(/^The bom_id must be a UUID such as [0-9a-f-]{36}\.$/);
    expect(await detail(`/boards/${BOM}?limit=x`)).toBe(
      'The value of limit is invalid: must be a number.',
    );
  });
});

describe('a route opens', () => {
  const signedIn: RequestSketch = {};
  const runner: RequestSketch = { token: null, headers: { 'x-runner-key': KEY } };
  it.each<[CallerRole, number, number, number]>([
    ['everybody', 200, 200, 200],
    ['user', 401, 200, 401],
    ['viewer', 401, 200, 401],
    ['editor', 401, 200, 401],
    ['admin', 401, 200, 401],
    ['runner', 401, 401, 200],
  ])('for %s: nobody %d, a user %d, the runner %d', async (role, nobody, user, ofRunner) => {
    const status = async (sketch: RequestSketch) => (await answerTo(role, sketch)).status;
    expect(await status({ token: null })).toBe(nobody);
    expect(await status(signedIn)).toBe(user);
    expect(await status(runner)).toBe(ofRunner);
  });
});

it('passes on an object as it is, and nothing else', () => {
  const answer = passedOn(z.object({ known: z.string() }));
  expect(answer.parse({ other: 1 })).toEqual({ other: 1 });
  expect(answer.safeParse('x').success).toBe(false);
  expect(answer.safeParse(null).success).toBe(false);
});
