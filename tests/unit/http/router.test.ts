import { describe, expect, it } from 'vitest';
import { DatabaseError, DatabaseUnavailable } from '../../../shared/database/port.ts';
import { Refusal, type RefusalKind } from '../../../shared/domain/refusal.ts';
import { Problem } from '../../../shared/http/problem.ts';
import { createRouter, type Route } from '../../../shared/http/router.ts';
import { cors, PAGE, refusal, request, TOKEN } from '../support/http.ts';
import { recordLog } from '../support/log.ts';

const echo = (name: string): Route['handle'] => ({ params }) =>
  Promise.resolve(Response.json({ name, params }));

function router(...routes: Route[]) {
  const { log, entries } = recordLog();
  const known: Route[] = [
    { method: 'GET', path: '/boms', handle: echo('list') },
    { method: 'POST', path: '/boms', handle: echo('create') },
    { method: 'GET', path: '/boms/:bom_id/lines', handle: echo('lines') },
    ...routes,
  ];
  return { handle: createRouter({ routes: known, cors, log }), entries };
}

const failing = (error: unknown): Route => ({
  method: 'GET',
  path: '/fail',
  handle: () => Promise.reject(error),
});

const answerOf = async (method: string, path: string) =>
  await (await router().handle(request(path, { method }))).json();

describe('every answer', () => {
  it.each(['/boms', '/boms/b-1', '/fail'])(
    'is taken for nothing but what it says it is: %s',
    async (path) => {
      const response = await router(failing(new Error('no'))).handle(request(path));
      expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    },
  );
});

describe('a request', () => {
  it('goes to the route of its method and path', async () => {
    expect(await answerOf('GET', '/boms')).toEqual({ name: 'list', params: {} });
    expect(await answerOf('POST', '/boms')).toEqual({ name: 'create', params: {} });
  });

  it('brings the named parts of its path, whatever else its address says', async () => {
    const expected = { name: 'lines', params: { bom_id: 'b-1' } };
    expect(await answerOf('GET', '/boms/b-1/lines')).toEqual(expected);
    expect(await answerOf('GET', '/boms/b-1/lines?since=1-2')).toEqual(expected);
  });

  it('may end in a slash', async () => {
    expect(await answerOf('GET', '/boms/')).toMatchObject({ name: 'list' });
    expect(await answerOf('GET', '/boms/b-1/lines/')).toMatchObject({ params: { bom_id: 'b-1' } });
  });

  it.each(['/', '/bom', '/boms/b-1', '/boms/b-1/lines/2', '/BOMS', '//boms', '/boms//', '/x/boms'])(
    'is 404 where nothing is: %s',
    async (path) => {
      const response = await router().handle(request(path));
      expect(await refusal(response)).toEqual({ status: 404, code: 'no_such_route' });
    },
  );

  it('is 405 where only other methods are answered, and says which', async () => {
    const response = await router().handle(request('/boms', { method: 'DELETE' }));
    expect(response.headers.get('allow')).toBe('GET, HEAD, POST');
    expect(await refusal(response)).toEqual({ status: 405, code: 'method_not_allowed' });
  });

  it('to HEAD is the one to GET without its body, refusals too', async () => {
    for (const path of ['/boms', '/boms/b-1/lines', '/nothing']) {
      const { handle } = router();
      const [head, get] = [await handle(request(path, { method: 'HEAD' })), await handle(request(path))];
      expect([head.status, [...head.headers]]).toEqual([get.status, [...get.headers]]);
      expect(head.body).toBeNull();
    }
  });

  it('to HEAD leaves nobody writing a body', async () => {
    let left = false;
    const body = new ReadableStream({ cancel: () => void (left = true) });
    const route = {
      method: 'GET',
      path: '/stream',
      handle: () => Promise.resolve(new Response(body)),
    } as const;
    await createRouter({ routes: [route], cors, log: () => {} })(request('/stream', { method: 'HEAD' }));
    expect(left).toBe(true);
  });

  it('of a preflight is answered before anything else happens', async () => {
    const response = await router().handle(
      request('/boms', { method: 'OPTIONS', headers: { origin: PAGE } }),
    );
    expect(response.status).toBe(204);
    expect(response.headers.get('access-control-allow-origin')).toBe(PAGE);
  });
});

describe('a refusal', () => {
  it('is problem+json with a code and a sentence', async () => {
    const { handle, entries } = router(failing(new Problem(409, 'already_running', 'Wait for its end.')));
    const response = await handle(request('/fail'));
    expect(response.status).toBe(409);
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    expect(await response.json()).toEqual({
      type: 'urn:bomstream:problem:already_running',
      title: 'already running',
      status: 409,
      detail: 'Wait for its end.',
      code: 'already_running',
    });
    expect(entries).toEqual([]);
  });

  it.each<[RefusalKind, number]>([
    ['malformed', 400],
    ['signed_out', 401],
    ['forbidden', 403],
    ['missing', 404],
    ['conflict', 409],
    ['invalid', 422],
    ['too_many', 429],
    ['unavailable', 503],
  ])('of the product itself gets the status of its kind: %s', async (kind, status) => {
    const errors = [{ path: 'name', message: 'is too long' }];
    const { handle } = router(failing(new Refusal(kind, 'no', 'No.', { errors, retryAfterSeconds: 7 })));
    const response = await handle(request('/fail'));
    expect(response.headers.get('retry-after')).toBe('7');
    expect(await response.json()).toMatchObject({ status, code: 'no', detail: 'No.', errors });
    expect(response.status).toBe(status);
  });

  it('can be read by an allowed page, like every answer', async () => {
    const { handle } = router(failing(new Problem(403, 'no', 'No.')), failing(new Error('x')));
    for (const path of ['/boms', '/fail', '/nothing']) {
      const response = await handle(request(path, { headers: { origin: PAGE } }));
      expect(response.headers.get('access-control-allow-origin')).toBe(PAGE);
      expect(response.headers.get('vary')).toBe('origin');
    }
  });

  it('is 503 with a time to try again when the database is away', async () => {
    const response = await router(failing(new DatabaseUnavailable())).handle(
      request('/fail'),
    );
    expect(response.headers.get('retry-after')).toMatch(/^\d+$/);
    expect(await refusal(response)).toEqual({ status: 503, code: 'database_unavailable' });
  });
});

describe('an error nobody expected', () => {
  const secretive = `request with Bearer ${TOKEN} to postgres://user:password@db failed`;

  it.each<[string, unknown]>([
    ['an Error', new Error(secretive)],
    ['an error of the database', new DatabaseError('23505', 'bomstream_bom_create')],
    ['an error with a cause', new TypeError('x', { cause: new Error(secretive) })],
    ['a text', secretive],
    ['nothing', undefined],
  ])('is a bare 500 that reveals nothing: %s', async (_name, error) => {
    const { handle, entries } = router(failing(error));
    const response = await handle(request('/fail'));
    const body = await response.text();
    expect(response.status).toBe(500);
    expect(JSON.parse(body).code).toBe('internal_error');
    expect(entries).toHaveLength(1);
    for (const text of [body, JSON.stringify(entries)]) {
      expect(text).not.toContain(TOKEN);
      expect(text).not.toContain('postgres');
      expect(text).not.toContain('bomstream_bom_create');
    }
  });

  it('is logged by its name', async () => {
    const { handle, entries } = router(failing(new DatabaseError('23505', 'bomstream_bom_create')));
    await handle(request('/fail'));
    expect(entries).toEqual([{ event: 'request_failed', method: 'GET', error: 'DatabaseError 23505' }]);
  });
});
