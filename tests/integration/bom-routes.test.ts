/**
 * What becomes of BOMs once they are there: found among many, renamed, moved, deleted, and what their runs were. Who may
 * do that is in rights-matrix.test.ts.
 */
import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, inject, it, vi } from 'vitest';
import { createRedisProgress } from '../../shared/progress/redis.ts';
import { sql } from '../support/admin.ts';
import { startUnending, untilOnlyHeld } from '../support/held-runs.ts';
import { openStream } from '../support/stream.ts';
import { type Json, newTenant, type Tenant } from '../support/tenant.ts';

const stack = inject('stack');
const WAIT = { timeout: 75_000 };

let admin: Tenant;
let editor: Tenant;
let viewer: Tenant;
let stranger: Tenant;
beforeAll(async () => {
  admin = await newTenant(stack, { role: 'admin' });
  const { organizationId } = admin;
  editor = await newTenant(stack, { role: 'editor', organizationId });
  viewer = await newTenant(stack, { role: 'viewer', organizationId });
  stranger = await newTenant(stack, { role: 'admin' });
});

const newProject = async (tenant: Tenant): Promise<string> =>
  (await sql(stack, `insert into bomstream.projects (organization_id, name) values ($1, 'P') returning id`, [
    tenant.organizationId,
  ]))[0].id;
const completed = (tenant: Tenant, bomId: string, run = 1) =>
  vi.waitFor(async () => {
    const { body } = await tenant.call('GET', `boms/${bomId}`);
    expect([body.status, body.latest_run.run]).toEqual(['completed', run]);
  }, WAIT);

describe('the list of BOMs', () => {
  const NAMES = ['Sensor A', 'sensor b', 'Motor', '100%_Sensor', 'Größe'];
  let user: Tenant;
  let ids: Readonly<Record<string, string>>;
  let projectId: string;

  beforeAll(async () => {
    user = await newTenant(stack);
    projectId = await newProject(user);
    const imported = NAMES.map(async (name): Promise<[string, string]> => {
      const { body } = await user.call('POST', 'boms', {
        organization_id: user.organizationId,
        name,
        project_id: name === 'Motor' ? projectId : null,
        lines: [{ mpn: 'RC0603FR-0710KL' }],
      });
      return [name, body.bom_id];
    });
    ids = Object.fromEntries(await Promise.all(imported));
    // Three of one microsecond: their ids decide.
    await sql(
      stack,
      `update bomstream.boms set created_at = '2026-01-01T00:00:00.123456Z'::timestamptz + case when name like '%ensor%' then interval '1 minute' else interval '0' end
       where organization_id = $1`,
      [user.organizationId],
    );
    await user.start(ids['Motor']!);
    await completed(user, ids['Motor']!);
  });

  const list = async (query = '', who = user): Promise<{ names: string[]; next: string | null }> => {
    const { status, body } = await who.call('GET', `boms?${query}`);
    expect([status, body.code]).toEqual([200, undefined]);
    return { names: body.boms.map(({ name }: Json) => name), next: body.next };
  };
  const sorted = async (query: string) => (await list(query)).names.sort();

  it('comes in pages, the newest first, none twice and none left out', async () => {
    const all = (await list()).names;
    expect(all.slice(0, 3).sort()).toEqual(['100%_Sensor', 'Sensor A', 'sensor b']);
    expect(all.slice(3).sort()).toEqual(['Größe', 'Motor']);
    for (const limit of [1, 2, 3, 5]) {
      const seen: string[] = [];
      for (let next: string | null = ''; next !== null;) {
        const page: Awaited<ReturnType<typeof list>> = await list(
          `limit=${limit}${next && `&after=${next}`}`,
        );
        expect(page.names).toHaveLength(Math.min(limit, all.length - seen.length));
        seen.push(...page.names);
        next = page.next;
      }
      expect(seen).toEqual(all);
    }
  });

  it('holds what is asked for: a text of the name, a project, a status', async () => {
    expect(await sorted('search=SENSOR')).toEqual(['100%_Sensor', 'Sensor A', 'sensor b']);
    expect(await sorted('search=%25_')).toEqual(['100%_Sensor']);
    expect(await sorted(`search=${encodeURIComponent('GRÖ')}`)).toEqual(['Größe']);
    expect(await sorted(`project_id=${projectId}`)).toEqual(['Motor']);
    expect(await sorted('status=completed')).toEqual(['Motor']);
    expect(await sorted('status=none&search=s')).toEqual(['100%_Sensor', 'Sensor A', 'sensor b']);
    expect(await sorted('status=paused')).toEqual([]);
    expect(await sorted('status=active')).toEqual([]);
    expect((await list('status=none&limit=2')).next).not.toBeNull();
  });

  it('holds what has a line of a verdict, as it was judged last', async () => {
    const judged = async () =>
      (await user.call('GET', 'boms?search=Motor')).body.boms[0].answer?.verdicts as
        | Record<string, number>
        | undefined;
    // it is judged when its run has ended
    const verdicts = (await vi.waitUntil(judged, { timeout: 20_000, interval: 200 }))!;
    const of = async (count: (n: number) => boolean) => {
      const names = Object.entries(verdicts).filter(([, n]) => count(n)).map(([name]) => name);
      expect(names).not.toEqual([]);
      return await Promise.all(names.map((name) => sorted(`verdict=${name}`)));
    };
    for (const found of await of((n) => n > 0)) expect(found).toEqual(['Motor']);
    for (const found of await of((n) => n === 0)) expect(found).toEqual([]);
  });

  it('is of all organizations of the user, or of one of them, and of nobody else', async () => {
    const other = await newTenant(stack);
    await other.importBom(['P1']);
    expect(await list(`project_id=${projectId}`, other)).toEqual({ names: [], next: null });
    for (const organization of [user.organizationId, randomUUID()]) {
      const { status, body } = await other.call('GET', `boms?organization_id=${organization}`);
      expect([status, body.code]).toEqual([404, 'organization_not_found']);
    }
    await sql(stack, `insert into bomstream.organization_members values ($1, $2, 'viewer')`, [
      user.organizationId,
      other.userId,
    ]);
    expect((await list('', other)).names).toEqual(['Test', ...(await list()).names]);
    expect(await list(`organization_id=${user.organizationId}`, other)).toEqual(await list());
    expect((await list(`organization_id=${other.organizationId}`, other)).names).toEqual(['Test']);
  });
});

describe('changing a BOM', () => {
  it('renames it, puts it into a project and takes it out again, each by itself', async () => {
    const [bomId, projectId] = [await editor.importBom(['P1']), await newProject(editor)];
    const change = async (body: object) => (await editor.call('PATCH', `boms/${bomId}`, body)).body;
    expect(await change({ name: ' Rev D ' })).toMatchObject({ name: 'Rev D', project_id: null });
    expect(await change({ project_id: projectId })).toMatchObject({ name: 'Rev D', project_id: projectId });
    expect(await change({ name: 'Rev E' })).toMatchObject({ name: 'Rev E', project_id: projectId });
    const changed = await change({ project_id: null });
    expect(changed).toMatchObject({ name: 'Rev E', project_id: null });
    expect((await editor.call('GET', `boms/${bomId}`)).body).toEqual(changed);
  });

  it('needs a project of its organization', async () => {
    const [bomId, project_id] = [await editor.importBom(['P1']), await newProject(stranger)];
    for (const [method, to] of [['PATCH', `boms/${bomId}`], ['POST', `boms/${bomId}/release`]] as const) {
      expect(await editor.call(method, to, { name: '\u200b' })).toMatchObject({
        status: 422,
        body: { errors: [{ path: 'name', message: 'has characters that nobody sees' }] },
      });
    }
    expect(await editor.call('PATCH', `boms/${bomId}`, { name: 'X', project_id })).toMatchObject({
      status: 404,
      body: { code: 'project_not_found' },
    });
    expect((await editor.call('GET', `boms/${bomId}`)).body.name).toBe('Test');
  });
});

describe('deleting a BOM', () => {
  it('in the midst of its run ends its streams soon, and leaves nothing of it anywhere', async () => {
    const bomId = await admin.importBom(Array.from({ length: 50 }, (_, i) => `P${i}`));
    const kept = await admin.importBom(['P1']);
    await startUnending(stack, admin, bomId);
    const redis = createRedisProgress({ ...stack.redis, prefix: stack.keys.redisPrefix });
    const inRedis = () => redis.read([{ bomId, after: null }]);
    await vi.waitFor(async () => expect((await inRedis()).size).toBe(1), WAIT);
    const stream = await openStream(
      `${stack.apiUrl}/functions/v1/enrichment-stream/${bomId}?token=${admin.token}`,
    );
    await stream.until(({ event }) => event === 'connected');
    // A worker that publishes at that moment would bring the key back, which then expires.
    await untilOnlyHeld(stack, bomId);

    expect(await admin.call('DELETE', `boms/${bomId}`)).toMatchObject({ status: 204, body: '' });
    const frames = await stream.end();
    expect(frames.at(-1)).toMatchObject({ event: 'stream_end', data: { reason: 'deleted' } });
    await vi.waitFor(async () => expect((await inRedis()).size).toBe(0), WAIT);
    expect((await admin.call('GET', `boms/${bomId}`)).status).toBe(404);
    expect((await admin.call('DELETE', `boms/${bomId}`)).status).toBe(404);
    const [left] = await sql(
      stack,
      `select (select count(*)::int from bomstream.bom_lines where bom_id = $1) as lines,
              (select count(*)::int from bomstream.enrichment_runs where bom_id = $1) as runs,
              (select count(*)::int from bomstream.enrichment_events where bom_id = $1) as events,
              (select count(*)::int from bomstream.bom_lines where bom_id = $2) as of_others`,
      [bomId, kept],
    );
    expect(left).toEqual({ lines: 0, runs: 0, events: 0, of_others: 1 });
  }, 120_000);
});

describe('the runs of a BOM', () => {
  it('are listed in pages, the newest first, as the BOM shows its latest one', async () => {
    const bomId = await editor.importBom(['RC0603FR-0710KL']);
    expect((await viewer.call('GET', `boms/${bomId}/runs`)).body).toEqual({
      bom_id: bomId,
      runs: [],
      next: null,
    });
    for (let run = 1; run <= 3; run++) {
      await editor.start(bomId, 'all');
      await completed(editor, bomId, run);
    }
    const { body: { runs, next } } = await viewer.call('GET', `boms/${bomId}/runs`);
    expect([runs.map(({ run }: Json) => run), next]).toEqual([[3, 2, 1], null]);
    expect(runs[0]).toEqual((await viewer.call('GET', `boms/${bomId}`)).body.latest_run);
    expect(runs[0]).toMatchObject({
      mode: 'all',
      source: 'user',
      event_id: '3-4',
      state: { status: 'completed', enriched_items: 1, completed_at: expect.any(String) },
    });
    const page = async (query: string) => (await viewer.call('GET', `boms/${bomId}/runs?${query}`)).body;
    expect(await page('limit=2')).toMatchObject({ runs: [{ run: 3 }, { run: 2 }], next: 2 });
    expect((await page('limit=2&after=2')).runs).toMatchObject([{ run: 1 }]);
    expect(await page('limit=1&after=2')).toMatchObject({ runs: [{ run: 1 }], next: null });
  });
});

describe('an import that is sent again with its key', () => {
  const send = async (who: Tenant, key: string, name = 'Board') => {
    const { status, body } = await who.call('POST', 'boms', {
      organization_id: who.organizationId,
      name,
      lines: [{ mpn: 'P1' }, { mpn: 'P2' }],
    }, { 'idempotency-key': key });
    expect(status).toBe(201);
    return body;
  };
  const count = async () =>
    (await sql(stack, 'select count(*)::int as n from bomstream.boms where organization_id = $1', [
      admin.organizationId,
    ]))[0].n;

  it('answers the BOM of the first one, and makes no second', async () => {
    const [key, before] = [randomUUID(), await count()];
    const first = await send(editor, key);
    expect(await send(editor, key)).toEqual(first);
    expect(await count()).toBe(before + 1);
    const at = await Promise.all([1, 2, 3].map(() => send(editor, `${key}-at-once`)));
    expect(new Set(at.map(({ bom_id }) => bom_id)).size).toBe(1);
    expect((await send(editor, `${key}-2`)).bom_id).not.toBe(first.bom_id);
    // another user's keys, and another organization's, are not the same
    expect((await send(admin, key)).bom_id).not.toBe(first.bom_id);
    expect((await send({ ...editor, organizationId: await second(editor) }, key)).bom_id).not.toBe(
      first.bom_id,
    );
  });

  it('makes one anew when the first is deleted', async () => {
    const key = randomUUID();
    const first = await send(admin, key);
    await admin.call('DELETE', `boms/${first.bom_id}`);
    expect((await send(admin, key)).bom_id).not.toBe(first.bom_id);
  });

  /** Another organization of the same user. */
  async function second({ userId }: Tenant): Promise<string> {
    const { organizationId } = await newTenant(stack);
    await sql(stack, `insert into bomstream.organization_members values ($1, $2, 'editor')`, [
      organizationId,
      userId,
    ]);
    return organizationId;
  }
});
