import { describe, expect, it } from 'vitest';
import { LISTED_FIELDS } from '../../../shared/domain/fields.ts';
import { createRouter } from '../../../shared/http/router.ts';
import { createBomRoutes } from '../../../shared/bom/routes.ts';
import { DatabaseUnavailable } from '../../../shared/database/port.ts';
import { Refusal } from '../../../shared/domain/refusal.ts';
import { ProgressUnavailable, type ProgressWriter } from '../../../shared/progress/port.ts';
import { fakeDatabase } from '../support/database.ts';
import { BOM, ORGANIZATION, USER } from '../support/events.ts';
import { authenticate, cors, refusal, request, type RequestSketch } from '../support/http.ts';
import { recordLog } from '../support/log.ts';

const LINE = '00000000-0000-4000-8000-000000000001';

const answers = {
  bomstream_bom_may_create: () => true,
  bomstream_bom_create: () => ({
    bom: { bom_id: BOM, line_count: 1 },
    existing: false,
    revision: null,
    publish: null,
  }),
  bomstream_bom_list: () => ({ organizations: [], boms: [], next: null }),
  bomstream_bom_change: () => ({ bom_id: BOM, name: 'New' }),
  bomstream_bom_delete: () => true,
  bomstream_bom_runs: () => ({ bom_id: BOM, runs: [], next: null }),
  bomstream_bom_read: () => ({ bom_id: BOM }),
  bomstream_bom_lines_read: () => ({ event_id: '1-3', lines: [], next: null }),
  bomstream_bom_line_read: () => ({
    event_id: '1-3',
    alternates: [],
    candidates: [],
    line: { result: null },
  }),
};

function endpoint(
  functions: Parameters<typeof fakeDatabase>[0] = answers,
  drop: ProgressWriter['drop'] = () => Promise.resolve(),
) {
  const database = fakeDatabase(functions);
  const { log, entries } = recordLog();
  const done: string[] = [];
  const routes = createBomRoutes({
    database,
    authenticate,
    progress: { drop },
    log,
    announce: (publication) => Promise.resolve(void done.push(`announced ${publication?.bom_id}`)),
    invoke: () => Promise.resolve(void done.push('invoked')),
    inBackground: () => {},
    after: () => () => {},
  });
  const handle = createRouter({ cors, log, routes });
  return {
    database,
    done,
    entries,
    ask: (path: string, sketch?: RequestSketch) => handle(request(path, sketch)),
  };
}

describe('importing a BOM', () => {
  const body = { organization_id: ORGANIZATION, name: 'Board', lines: [{ mpn: 'A' }] };

  it('stores its lines for the user who asks', async () => {
    const { database, ask } = endpoint();
    const response = await ask('/boms', { method: 'POST', body });
    expect(response.status).toBe(201);
    expect(await response.json()).toEqual({
      bom_id: BOM,
      line_count: 1,
      issues: [],
      existing: false,
      revision: null,
    });
    const target = { p_user_id: USER, p_organization_id: ORGANIZATION, p_project_id: null };
    expect(database.calls).toEqual([{ name: 'bomstream_bom_may_create', args: target }, {
      name: 'bomstream_bom_create',
      args: {
        ...target,
        p_name: 'Board',
        p_lines: [expect.objectContaining({ line_number: 1, mpn: 'A', orderable_key: 'A' })],
        p_idempotency_key: null,
        p_file: null,
        p_again: false,
        p_revision_of: null,
      },
    }]);
  });

  it('hands on the key that tells one import from another', async () => {
    const { database, ask } = endpoint();
    await ask('/boms', { method: 'POST', body, headers: { 'idempotency-key': 'k-1' } });
    expect(database.calls[1]?.args).toMatchObject({ p_idempotency_key: 'k-1' });
    const refused = await ask('/boms', {
      method: 'POST',
      body,
      headers: { 'idempotency-key': 'k'.repeat(129) },
    });
    expect(await refusal(refused)).toEqual({ status: 400, code: 'invalid_idempotency_key' });
  });

  it('begins at once where the organization wants it so', async () => {
    const publish = { bom_id: BOM, expire_seconds: 60, events: [{}] };
    const started = endpoint({
      ...answers,
      bomstream_bom_create: () => ({ bom: { bom_id: BOM }, existing: false, revision: null, publish }),
    });
    await started.ask('/boms', { method: 'POST', body });
    expect(started.done).toEqual(['invoked', `announced ${BOM}`]);
    const waiting = endpoint();
    await waiting.ask('/boms', { method: 'POST', body });
    expect(waiting.done).toEqual([]);
  });

  it('stores nothing of a body that is refused', async () => {
    const { database, ask } = endpoint();
    const response = await ask('/boms', { method: 'POST', body: { ...body, lines: [] } });
    expect(await refusal(response)).toEqual({ status: 422, code: 'empty_bom' });
    expect(database.calls.map(({ name }) => name)).toEqual(['bomstream_bom_may_create']);
  });

  // Reading a file costs more than asking, and everybody's requests wait for it in the same isolate.
  it.each<[string, object]>([
    ['CSV', { csv: '"broken', lines: undefined }],
    ['list of lines', { lines: ['broken'] }],
  ])('reads no %s for whoever may not import', async (_name, content) => {
    const { database, ask } = endpoint({
      bomstream_bom_may_create: () => {
        throw new Refusal('forbidden', 'role_required', 'You are viewer.');
      },
    });
    const response = await ask('/boms', { method: 'POST', body: { ...body, ...content } });
    expect(await refusal(response)).toEqual({ status: 403, code: 'role_required' });
    expect(database.calls.map(({ name }) => name)).toEqual(['bomstream_bom_may_create']);
  });

  it('says what it noticed', async () => {
    const csv = 'Title\nMPN\nA';
    const response = await endpoint().ask('/boms', {
      method: 'POST',
      body: { ...body, lines: undefined, csv },
    });
    expect((await response.json()).issues).toMatchObject([{ code: 'row_above_header', row: 1 }]);
  });
});

describe('reading', () => {
  it('the BOMs of a user', async () => {
    const { database, ask } = endpoint();
    expect(await (await ask('/boms')).json()).toEqual({ organizations: [], boms: [], next: null });
    const all = {
      p_organization_id: null,
      p_project_id: null,
      p_status: null,
      p_verdict: null,
      p_search: null,
      p_after: null,
    };
    expect(database.calls).toEqual([{
      name: 'bomstream_bom_list',
      args: { p_user_id: USER, ...all, p_limit: 100 },
    }]);
    await ask(
      `/boms?organization_id=${ORGANIZATION}&project_id=${BOM}&status=none&verdict=wrong&search=%20Rev%20C&limit=7`,
    );
    expect(database.calls[1]?.args).toEqual({
      p_user_id: USER,
      p_organization_id: ORGANIZATION,
      p_project_id: BOM,
      p_status: 'none',
      p_verdict: 'wrong',
      p_search: 'Rev C',
      p_after: null,
      p_limit: 7,
    });
  });

  it('the next page of the BOMs, behind a place that only we read', async () => {
    const last = [1_790_000_000_123_456, BOM];
    const { database, ask } = endpoint({
      ...answers,
      bomstream_bom_list: () => ({ organizations: [], boms: [], next: last }),
    });
    const { next } = await (await ask('/boms')).json();
    expect(next).toMatch(/^[\w-]+$/);
    await ask(`/boms?after=${next}`);
    expect(database.calls[1]?.args).toMatchObject({ p_after: last });
  });

  it.each([
    ['status=gone', 'invalid_query'],
    ['verdict=best', 'invalid_query'],
    ['limit=101', 'invalid_query'],
    ['organization_id=1', 'invalid_id'],
    ['project_id=1', 'invalid_id'],
    ['search=%00', 'invalid_query'],
    [`search=${'x'.repeat(201)}`, 'invalid_query'],
    ['after=x', 'invalid_cursor'],
    [`after=${btoa('[1]')}`, 'invalid_query'],
    [`after=${btoa('["1","2"]')}`, 'invalid_query'],
  ])('no list of BOMs with %s', async (query, code) => {
    const { database, ask } = endpoint();
    expect(await refusal(await ask(`/boms?${query}`))).toEqual({ status: 400, code });
    expect(database.calls).toEqual([]);
  });

  it('the runs of a BOM', async () => {
    const { database, ask } = endpoint();
    expect(await (await ask(`/boms/${BOM}/runs?after=3&limit=2`)).json()).toMatchObject({ runs: [] });
    await ask(`/boms/${BOM}/runs`);
    expect(database.calls.map(({ args }) => args)).toEqual([
      { p_user_id: USER, p_bom_id: BOM, p_after: 3, p_limit: 2 },
      { p_user_id: USER, p_bom_id: BOM, p_after: null, p_limit: 100 },
    ]);
  });

  it('one BOM', async () => {
    const { database, ask } = endpoint();
    expect(await (await ask(`/boms/${BOM.toUpperCase()}`)).json()).toEqual({ bom_id: BOM });
    expect(database.calls[0]?.args).toEqual({ p_user_id: USER, p_bom_id: BOM });
  });

  it.each<[string, object]>([
    ['', {}],
    ['?since=3-17', { p_since_run: 3, p_since_seq: 17 }],
    ['?after=500&limit=1&since=3-17', { p_since_run: 3, p_since_seq: 17, p_after: 500, p_limit: 1 }],
    ['?after=0&limit=500', {}],
  ])('a page of its lines%s', async (query, asked) => {
    const { database, ask } = endpoint();
    await ask(`/boms/${BOM}/lines${query}`);
    const first = { p_since_run: null, p_since_seq: null, p_after: 0, p_limit: 500, p_stale: false };
    expect(database.calls).toEqual([{
      name: 'bomstream_bom_lines_read',
      args: { p_user_id: USER, p_bom_id: BOM, p_facts: LISTED_FIELDS, ...first, ...asked },
    }]);
  });

  it.each(['after=-1', 'after=x', 'after=1.5', 'after=', 'after=10001', 'limit=0', 'limit=501', 'limit=1e2'])(
    'no page of lines with %s',
    async (query) => {
      const { database, ask } = endpoint();
      const response = await ask(`/boms/${BOM}/lines?${query}`);
      expect(await refusal(response)).toEqual({ status: 400, code: 'invalid_query' });
      expect(database.calls).toEqual([]);
    },
  );

  it('one line', async () => {
    const { database, ask } = endpoint();
    expect(await (await ask(`/boms/${BOM}/lines/${LINE}`)).json()).toMatchObject({ event_id: '1-3' });
    expect(database.calls[0]?.args).toEqual({ p_user_id: USER, p_bom_id: BOM, p_line_id: LINE });
    expect(await refusal(await ask(`/boms/${BOM}/lines/1`))).toEqual({ status: 400, code: 'invalid_id' });
  });

  it.each(['', 'x', '3', '0-1', '9999999999-1'])('no lines since what is no event: %j', async (since) => {
    const { database, ask } = endpoint();
    const response = await ask(`/boms/${BOM}/lines?since=${since}`);
    expect(await refusal(response)).toEqual({ status: 400, code: 'invalid_event_id' });
    expect(database.calls).toEqual([]);
  });
});

describe('changing a BOM', () => {
  it('passes on what is to be changed, and nothing else', async () => {
    const { database, ask } = endpoint();
    const response = await ask(`/boms/${BOM}`, {
      method: 'PATCH',
      body: { name: ' New ', project_id: null },
    });
    expect(await response.json()).toEqual({ bom_id: BOM, name: 'New' });
    await ask(`/boms/${BOM}`, { method: 'PATCH', body: { project_id: BOM } });
    expect(database.calls.map(({ args }) => args.p_changes)).toEqual([
      { name: 'New', project_id: null },
      { project_id: BOM },
    ]);
  });

  it.each<[string, object]>([
    ['invalid_body', {}],
    ['invalid_body', { name: ' ' }],
    ['invalid_body', { name: null }],
    ['invalid_body', { project_id: 'x' }],
    ['unknown_field', { line_count: 3 }],
  ])('is refused with %s: %j', async (code, body) => {
    const { database, ask } = endpoint();
    expect(await refusal(await ask(`/boms/${BOM}`, { method: 'PATCH', body }))).toEqual({
      status: 422,
      code,
    });
    expect(database.calls).toEqual([]);
  });
});

describe('deleting a BOM', () => {
  it('deletes it, and then what Redis holds of it', async () => {
    const dropped: string[] = [];
    const { database, ask } = endpoint(answers, (bomId) => {
      dropped.push(`${bomId} after ${database.calls.map(({ name }) => name)}`);
      return Promise.resolve();
    });
    const response = await ask(`/boms/${BOM}`, { method: 'DELETE' });
    expect([response.status, await response.text()]).toEqual([204, '']);
    expect(dropped).toEqual([`${BOM} after bomstream_bom_delete`]);
  });

  it('does not depend on Redis', async () => {
    const { ask, entries } = endpoint(
      answers,
      () => Promise.reject(new ProgressUnavailable('redis', 'timeout')),
    );
    expect((await ask(`/boms/${BOM}`, { method: 'DELETE' })).status).toBe(204);
    expect(entries).toMatchObject([{
      event: 'progress_not_dropped',
      bom_id: BOM,
      error: expect.stringContaining('timeout'),
    }]);
  });

  it('leaves Redis alone when it is refused', async () => {
    const dropped: string[] = [];
    const refused = {
      bomstream_bom_delete: () => {
        throw new Refusal('forbidden', 'role_required', 'You are editor.');
      },
    };
    const { ask } = endpoint(refused, (bomId) => Promise.resolve(void dropped.push(bomId)));
    expect(await refusal(await ask(`/boms/${BOM}`, { method: 'DELETE' }))).toMatchObject({
      code: 'role_required',
    });
    expect(dropped).toEqual([]);
  });
});

describe('a request is refused', () => {
  it.each(['/boms', `/boms/${BOM}`, `/boms/${BOM}/lines`, `/boms/${BOM}/lines/${LINE}`])(
    'without a valid token, before anything is read: %s',
    async (path) => {
      const { database, ask } = endpoint();
      for (const token of [null, 'of-somebody-else']) {
        expect((await ask(path, { token })).status).toBe(401);
      }
      expect(database.calls).toEqual([]);
    },
  );

  it('for an id that is none', async () => {
    expect(await refusal(await endpoint().ask('/boms/1'))).toEqual({ status: 400, code: 'invalid_id' });
    expect(await refusal(await endpoint().ask('/boms/1/lines'))).toEqual({ status: 400, code: 'invalid_id' });
  });

  it('as the database says', async () => {
    const { ask } = endpoint({
      bomstream_bom_read: () => {
        throw new Refusal('missing', 'bom_not_found', 'There is no such BOM.');
      },
    });
    expect(await refusal(await ask(`/boms/${BOM}`))).toEqual({ status: 404, code: 'bom_not_found' });
  });

  it('for the moment while the database is away', async () => {
    const { ask } = endpoint({
      bomstream_bom_list: () => {
        throw new DatabaseUnavailable();
      },
    });
    expect(await refusal(await ask('/boms'))).toEqual({ status: 503, code: 'database_unavailable' });
  });
});
