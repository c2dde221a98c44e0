import { describe, expect, it } from 'vitest';
import { DatabaseUnavailable } from '../../../shared/database/port.ts';
import { Refusal } from '../../../shared/domain/refusal.ts';
import { createRouter } from '../../../shared/http/router.ts';
import type { Publish } from '../../../shared/progress/publisher.ts';
import { createAnnounce } from '../../../shared/runs/announce.ts';
import { createControlRoutes } from '../../../shared/runs/routes.ts';
import { deferred, settled } from '../support/clock.ts';
import { fakeDatabase } from '../support/database.ts';
import { BOM, envelope, ORGANIZATION, USER } from '../support/events.ts';
import { authenticate, cors, refusal, request, type RequestSketch } from '../support/http.ts';
import { recordLog } from '../support/log.ts';

const RUN = {
  bom_id: BOM,
  run_id: '7c9e6679-7425-40de-944b-e07fc1f90ae7',
  run: 3,
  status: 'queued',
  total_items: 10,
};
const PUBLICATION = { bom_id: BOM, expire_seconds: 86_400, events: [envelope('3-1')] };
const PUBLISHED = { bom_id: BOM, event_id: '3-1' };

function endpoint(
  { functions = {}, publish = () => Promise.resolve(PUBLISHED), invoke = () => Promise.resolve() }: {
    functions?: Parameters<typeof fakeDatabase>[0];
    publish?: Publish;
    invoke?: () => Promise<void>;
  } = {},
) {
  const database = fakeDatabase({
    bomstream_start: () => ({ run: RUN, publish: PUBLICATION, repeated: false }),
    bomstream_control: () => ({ run: { ...RUN, status: 'paused' }, publish: PUBLICATION }),
    bomstream_status: () => ({ event: envelope('3-17'), queue_position: null, change_id: null }),
    bomstream_published: () => PUBLISHED,
    ...functions,
  });
  const background: Promise<unknown>[] = [];
  const log = recordLog();
  let invocations = 0;
  const routes = createControlRoutes({
    database,
    authenticate,
    announce: createAnnounce({ database, publish, log: log.log }),
    invoke: () => {
      invocations += 1;
      return invoke();
    },
    inBackground: (work) => void background.push(work),
    supabaseUrl: 'https://project.example.com',
  });
  const handle = createRouter({ routes, cors, log: log.log });
  return {
    database,
    background,
    log,
    invocations: () => invocations,
    called: () => database.calls.map(({ name }) => name),
    start: (body: unknown = { organization_id: ORGANIZATION }) =>
      handle(request(`/enrichment/${BOM}/start`, { method: 'POST', body })),
    control: (action: string) => handle(request(`/enrichment/${BOM}/${action}`, { method: 'POST' })),
    status: (sketch?: RequestSketch) => handle(request(`/enrichment/${BOM}/status`, sketch)),
    ask: (path: string, sketch?: RequestSketch) => handle(request(path, sketch)),
  };
}

describe('starting a run', () => {
  it('is accepted with where to follow it', async () => {
    const { start, database } = endpoint();
    const response = await start({ organization_id: ORGANIZATION, priority: 9, mode: 'all' });
    expect(response.status).toBe(202);
    expect(await response.json()).toEqual({
      ...RUN,
      stream_url: `https://project.example.com/functions/v1/enrichment-stream/${BOM}`,
    });
    expect(database.calls[0]).toEqual({
      name: 'bomstream_start',
      args: {
        p_user_id: USER,
        p_bom_id: BOM,
        p_organization_id: ORGANIZATION,
        p_project_id: null,
        p_priority: 9,
        p_mode: 'all',
        p_idempotency_key: null,
      },
    });
  });

  it('hands on the key of a client that may have to send its start again', async () => {
    const { ask, database } = endpoint();
    const body = { organization_id: ORGANIZATION };
    const path = `/enrichment/${BOM}/start`;
    await ask(path, { method: 'POST', body, headers: { 'idempotency-key': 'k-1' } });
    expect(database.calls[0]?.args).toMatchObject({ p_idempotency_key: 'k-1' });
    for (const key of ['', 'x'.repeat(129)]) {
      const response = await ask(path, { method: 'POST', body, headers: { 'idempotency-key': key } });
      expect(await refusal(response)).toEqual({ status: 400, code: 'invalid_idempotency_key' });
    }
  });

  it('that repeats an earlier one has no runner called a second time, and tells Redis all the same', async () => {
    const { start, background, called, invocations } = endpoint({
      functions: { bomstream_start: () => ({ run: RUN, publish: PUBLICATION, repeated: true }) },
    });
    expect((await start()).status).toBe(202);
    expect(invocations()).toBe(0);
    await Promise.all(background);
    expect(called()).toEqual(['bomstream_start', 'bomstream_published']);
  });

  it('waits neither for the runner nor for Redis', async () => {
    const never = deferred<never>().promise;
    const { start, background, invocations } = endpoint({ publish: () => never, invoke: () => never });
    expect((await start()).status).toBe(202);
    expect(invocations()).toBe(1);
    expect(background).toHaveLength(2);
  });

  it('tells Redis, and then the database that Redis knows', async () => {
    const { start, database, background } = endpoint();
    await start();
    await Promise.all(background);
    expect(database.calls.slice(1)).toEqual([{
      name: 'bomstream_published',
      args: { p_published: PUBLISHED },
    }]);
  });

  it('leaves the note out when Redis could not be told', async () => {
    const { start, background, called } = endpoint({ publish: () => Promise.resolve(null) });
    await start();
    await Promise.all(background);
    expect(called()).toEqual(['bomstream_start']);
  });

  // A background promise that rejects ends up as an unhandled rejection, which may take the isolate with it.
  it('is accepted, and nothing fails in the background, when the note cannot be made', async () => {
    const { start, background, log } = endpoint({
      functions: {
        bomstream_published: () => {
          throw new DatabaseUnavailable();
        },
      },
    });
    expect((await start()).status).toBe(202);
    const outcomes = await Promise.allSettled(background);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled']);
    expect(log.entries).toEqual([{
      event: 'note_published_failed',
      error: 'DatabaseUnavailable database_unavailable',
    }]);
  });

  it.each<[string, unknown, number, string]>([
    ['nothing', '', 400, 'invalid_json'],
    ['no organization', {}, 422, 'invalid_body'],
    ['a priority that is none', { organization_id: ORGANIZATION, priority: 10 }, 422, 'invalid_body'],
    ['an unknown field', { organization_id: ORGANIZATION, force: true }, 422, 'unknown_field'],
    ['far too much', { organization_id: ORGANIZATION, mode: 'x'.repeat(20_000) }, 413, 'body_too_large'],
  ])('is refused with %s, and nothing begins', async (_name, body, status, code) => {
    const { start, database, background, invocations } = endpoint();
    expect(await refusal(await start(body))).toEqual({ status, code });
    expect([database.calls, background, invocations()]).toEqual([[], [], 0]);
  });

  it.each(
    [
      [404, 'missing', 'bom_not_found'],
      [409, 'conflict', 'run_active'],
      [422, 'invalid', 'nothing_to_do'],
      [403, 'forbidden', 'editor_required'],
    ] as const,
  )('is refused as the database says, and nobody is called: %d', async (status, kind, code) => {
    const { start, background, invocations } = endpoint({
      functions: {
        bomstream_start: () => {
          throw new Refusal(kind, code, 'No.');
        },
      },
    });
    expect(await refusal(await start())).toEqual({ status, code });
    expect([background, invocations()]).toEqual([[], 0]);
  });
});

describe('controlling a run', () => {
  it.each(['pause', 'resume', 'cancel'])('%ss it for the user who asks', async (action) => {
    const { control, database, background } = endpoint();
    const response = await control(action);
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ ...RUN, status: 'paused' });
    expect(database.calls[0]).toEqual({
      name: 'bomstream_control',
      args: { p_user_id: USER, p_bom_id: BOM, p_action: action },
    });
    await Promise.all(background);
    expect(database.calls[1]?.name).toBe('bomstream_published');
  });

  it('calls a runner when there is work again, and only then', async () => {
    const { control, invocations } = endpoint();
    await control('pause');
    await control('cancel');
    expect(invocations()).toBe(0);
    await control('resume');
    expect(invocations()).toBe(1);
  });

  it('knows no other action', async () => {
    const { control, database } = endpoint();
    expect(await refusal(await control('explode'))).toEqual({ status: 404, code: 'no_such_route' });
    expect(database.calls).toEqual([]);
  });

  it('has nothing to publish when nothing changed', async () => {
    const published: unknown[] = [];
    const { control, called } = endpoint({
      functions: { bomstream_control: () => ({ run: RUN, publish: null }) },
      publish: (publication) => {
        published.push(publication);
        return Promise.resolve(null);
      },
    });
    await control('pause');
    await settled();
    expect([published, called()]).toEqual([[null], ['bomstream_control']]);
  });
});

describe('the status of a run', () => {
  it('is its newest event, for those who cannot stream', async () => {
    const { status } = endpoint();
    const response = await status();
    expect(response.status).toBe(200);
    expect(response.headers.get('etag')).toBe('"3-17"');
    expect(response.headers.get('cache-control')).toBe('private, no-cache');
    expect(await response.json()).toEqual({ ...envelope('3-17'), queue_position: null, change_id: null });
  });

  it.each(['"3-17"', 'W/"3-17"', '"3-16", "3-17"', '"3-16",W/"3-17"'])(
    'is not sent again to somebody who has it: %s',
    async (etag) => {
      const { status } = endpoint();
      const response = await status({ headers: { 'if-none-match': etag } });
      expect(response.status).toBe(304);
      expect(response.headers.get('etag')).toBe('"3-17"');
      expect(await response.text()).toBe('');
    },
  );

  it.each(['"3-16"', '3-17', '"3-1"', '"never-run"', ''])(
    'is sent to somebody who has another: %j',
    async (etag) => {
      expect((await endpoint().status({ headers: { 'if-none-match': etag } })).status).toBe(200);
    },
  );

  it('of a queued run says how long the queue is before it, and is another when that changes', async () => {
    let queue_position = 3;
    const { status } = endpoint({
      functions: { bomstream_status: () => ({ event: envelope('3-1'), queue_position, change_id: null }) },
    });
    const first = await status();
    expect(await first.json()).toMatchObject({ event_id: '3-1', queue_position: 3 });
    const known = { headers: { 'if-none-match': first.headers.get('etag') ?? '' } };
    expect((await status(known)).status).toBe(304);
    queue_position = 2;
    expect((await status(known)).status).toBe(200);
  });

  it('says what people changed last, and is another when they change more', async () => {
    let change_id = 18;
    const { status } = endpoint({
      functions: { bomstream_status: () => ({ event: envelope('3-17'), queue_position: null, change_id }) },
    });
    const first = await status();
    expect(await first.json()).toMatchObject({ event_id: '3-17', change_id: 18 });
    const known = { headers: { 'if-none-match': first.headers.get('etag') ?? '' } };
    expect((await status(known)).status).toBe(304);
    change_id = 19;
    expect((await status(known)).status).toBe(200);
  });

  it('of a BOM that never ran is that it never ran', async () => {
    const { status } = endpoint({
      functions: { bomstream_status: () => ({ event: null, queue_position: null, change_id: null }) },
    });
    const response = await status();
    expect(await response.json()).toEqual({
      bom_id: BOM,
      event_id: null,
      state: null,
      queue_position: null,
      change_id: null,
    });
    const again = await status({ headers: { 'if-none-match': response.headers.get('etag') ?? '' } });
    expect(again.status).toBe(304);
  });
});

describe('a request is refused', () => {
  it.each<[string, string]>([
    ['POST', 'start'],
    ['POST', 'pause'],
    ['POST', 'resume'],
    ['POST', 'cancel'],
    ['GET', 'status'],
  ])(
    'without a valid token, or for an id that is none, before anything happens: %s %s',
    async (method, action) => {
      const { ask, database, background } = endpoint();
      for (const token of [null, 'of-somebody-else']) {
        expect((await ask(`/enrichment/${BOM}/${action}`, { method, token })).status).toBe(401);
      }
      expect(await refusal(await ask(`/enrichment/1/${action}`, { method }))).toMatchObject({
        code: 'invalid_id',
      });
      expect([database.calls, background]).toEqual([[], []]);
    },
  );
});
