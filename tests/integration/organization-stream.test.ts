/** One stream over all BOMs of an organization, through the front door. */
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { startPaused } from '../support/held-runs.ts';
import { openStream, type StreamFrame, type StreamReader } from '../support/stream.ts';
import { newTenant, type Tenant } from '../support/tenant.ts';

const stack = inject('stack');
const admin = new pg.Client({ connectionString: stack.adminUrl });
/** What a member who was removed is told, on a stream of either kind. It takes 20 s, in which the other tests run. */
let lastWords: Promise<StreamFrame[]>;
beforeAll(async () => {
  await admin.connect();
  lastWords = watchAfterRemoval();
  lastWords.catch(() => {}); // reported by its test
});
afterAll(() => admin.end());

const PARTS = ['RC0603FR-0710KL', 'GRM188R71H104KA93D', 'NOBODY-KNOWS-1'];

const follow = (
  { token, organizationId }: Tenant,
  { organization = organizationId, query = '', headers = {} } = {},
): Promise<StreamReader> =>
  openStream(
    `${stack.apiUrl}/functions/v1/enrichment-stream?organization_id=${organization}&token=${token}${query}`,
    headers,
  );

/** A BOM with a run that is paused, with lines left and none in anybody's hands: nothing more happens to it. */
async function pausedBom(tenant: Tenant): Promise<string> {
  const bomId = await tenant.importBom(PARTS);
  await startPaused(stack, tenant, bomId);
  return bomId;
}

/** So many BOMs with a run that is paused and has no lines: each call's are newer than those before. */
async function pausedRuns({ organizationId }: Tenant, n: number): Promise<string[]> {
  const { rows } = await admin.query(
    `with b as (
       insert into bomstream.boms (organization_id, name, line_count)
       select $1, 'Many ' || i, 1 from generate_series(1, $2::integer) as i returning id)
     insert into bomstream.enrichment_runs (bom_id, organization_id, run, mode, priority, status, batch_size, total_items)
     select id, $1, 1, 'pending', 5, 'paused', 10, 1 from b returning bom_id`,
    [organizationId, n],
  );
  return rows.map(({ bom_id }) => bom_id);
}

/** The newest of these runs are over. */
async function end({ organizationId }: Tenant, n: number): Promise<void> {
  await admin.query(
    `update bomstream.enrichment_runs set status = 'completed', completed_at = now() where id in (
       select id from bomstream.enrichment_runs where organization_id = $1 order by created_at desc limit $2)`,
    [organizationId, n],
  );
}

async function watchAfterRemoval(): Promise<StreamFrame[]> {
  const { organizationId, importBom } = await newTenant(stack);
  const bomId = await importBom(PARTS);
  for (;;) {
    const leaver = await newTenant(stack, { organizationId });
    const streams = [
      await openStream(`${stack.apiUrl}/functions/v1/enrichment-stream/${bomId}?token=${leaver.token}`),
      await follow(leaver),
    ];
    await admin.query('delete from bomstream.organization_members where user_id = $1', [leaver.userId]);
    const last = (await Promise.all(streams.map((stream) => stream.end()))).map((frames) => frames.at(-1)!);
    // The isolate's time may be up first; then the next one has most of its own before it.
    if (!last.some(({ event }) => event === 'reconnect')) return last;
  }
}

const isEnd = (bomId: string) => ({ event, id }: StreamFrame) =>
  event === 'enrichment.completed' && id?.endsWith(bomId) === true;
const idsOf = (frames: readonly StreamFrame[], bomId: string) =>
  frames.flatMap(({ id }) => id?.endsWith(`.${bomId}`) ? [id.slice(0, -bomId.length - 1)] : []);

describe('an organization’s stream', () => {
  it('shows a run that starts while it is open, up to its end, and goes on', async () => {
    const tenant = await newTenant(stack);
    const stream = await follow(tenant);
    expect(await stream.until(({ event }) => event === 'connected')).toMatchObject({
      data: { organization_id: tenant.organizationId, bom_ids: [], more: false },
    });
    const [one, other] = [await tenant.importBom(PARTS), await tenant.importBom(PARTS)];
    await tenant.start(one);
    await stream.until(isEnd(one));
    await tenant.start(other);
    const end = await stream.until(isEnd(other));
    expect(end.data.state).toMatchObject({ enriched_items: 2, not_found_items: 1 });
    expect(stream.frames.map(({ event }) => event)).not.toContain('stream_end');
    for (const bomId of [one, other]) {
      const ids = idsOf(stream.frames, bomId);
      expect(new Set(ids).size).toBe(ids.length);
    }
    stream.close();
  });

  it('begins with the newest state of what is active', async () => {
    const tenant = await newTenant(stack);
    const [one, other] = [await pausedBom(tenant), await pausedBom(tenant)];
    const stream = await follow(tenant);
    await stream.until(({ id }) => id?.endsWith(one) === true);
    await stream.until(({ id }) => id?.endsWith(other) === true);
    expect([idsOf(stream.frames, one).length, idsOf(stream.frames, other).length]).toEqual([1, 1]);
    const connected = stream.frames[0]!.data;
    expect([...connected.bom_ids].sort()).toEqual([one, other].sort());
    stream.close();
  });

  it('resumes the BOM of the cursor event by event', async () => {
    const tenant = await newTenant(stack);
    const bomId = await tenant.importBom(PARTS);
    const stream = await follow(tenant);
    await tenant.start(bomId);
    await stream.until(isEnd(bomId));
    stream.close();
    const { rows } = await admin.query(
      'select run || $2 || seq as id from bomstream.enrichment_events where bom_id = $1 order by run, seq',
      [bomId, '-'],
    );
    const ids = rows.map(({ id }) => id);
    const back = await follow(tenant, { headers: { 'last-event-id': `${ids[0]}.${bomId}` } });
    await back.until(isEnd(bomId));
    expect(idsOf(back.frames, bomId)).toEqual(ids.slice(1));
    expect(back.frames.map(({ event }) => event)).not.toContain('reset');
    back.close();
  });

  it.each(['1-1', 'garbage', '1-1.0b7c3c2e-8f6c-4a52-9d0e-5f1f7a3c9b1d'])(
    'says so when a cursor leads nowhere: %s',
    async (cursor) => {
      const stream = await follow(await newTenant(stack), { query: `&last_event_id=${cursor}` });
      await stream.until(({ event }) => event === 'reset');
      stream.close();
    },
  );

  it('never resumes a BOM of another organization, even one its user may read', async () => {
    const tenant = await newTenant(stack);
    const elsewhere = await newTenant(stack);
    await admin.query(`insert into bomstream.organization_members values ($1, $2, 'viewer')`, [
      elsewhere.organizationId,
      tenant.userId,
    ]);
    const bomId = await pausedBom(elsewhere);
    const own = await pausedBom(tenant);
    const stream = await follow(tenant, { headers: { 'last-event-id': `1-1.${bomId}` } });
    await stream.until(({ event }) => event === 'reset');
    await stream.until(({ id }) => id?.endsWith(own) === true);
    expect(idsOf(stream.frames, bomId)).toEqual([]);
    stream.close();
  });

  it('is for members alone; strangers learn nothing', async () => {
    const [tenant, stranger] = [await newTenant(stack), await newTenant(stack)];
    const own = await follow(stranger, { organization: tenant.organizationId });
    const missing = await follow(stranger, { organization: crypto.randomUUID() });
    expect([own.status, missing.status]).toEqual([404, 404]);
    const viewer = await newTenant(stack, { role: 'viewer', organizationId: tenant.organizationId });
    const stream = await follow(viewer);
    expect(stream.status).toBe(200);
    stream.close();
  });

  it('says when there are more BOMs than it follows', async () => {
    const tenant = await newTenant(stack);
    await pausedRuns(tenant, 51);
    const stream = await follow(tenant);
    const { data } = await stream.until(({ event }) => event === 'connected');
    expect([data.bom_ids.length, data.more]).toEqual([50, true]);
    await end(tenant, 1);
    expect(await stream.until(({ event }) => event === 'more')).toMatchObject({ data: { more: false } });
    stream.close();
  });

  it('says when there come to be more while it is open', async () => {
    const tenant = await newTenant(stack);
    const stream = await follow(tenant);
    await stream.until(({ event }) => event === 'connected');
    await pausedRuns(tenant, 51);
    expect(await stream.until(({ event }) => event === 'more')).toMatchObject({ data: { more: true } });
    stream.close();
  });

  it('never leaves out a run at work for runs that are over, however new those are', async () => {
    const tenant = await newTenant(stack);
    const oldest = await pausedRuns(tenant, 10);
    await pausedRuns(tenant, 60);
    await end(tenant, 60);
    const stream = await follow(tenant);
    const { data } = await stream.until(({ event }) => event === 'connected');
    expect(data.bom_ids.slice(0, 10).sort()).toEqual([...oldest].sort());
    // What was over within the minute comes behind, as far as there is room.
    expect([data.bom_ids.length, data.more]).toEqual([50, false]);
    stream.close();
  });

  it('follows a BOM once that has a run at work and another that is over', async () => {
    const tenant = await newTenant(stack);
    const [bomId] = await pausedRuns(tenant, 1);
    await admin.query(
      `insert into bomstream.enrichment_runs (bom_id, organization_id, run, mode, priority, status, completed_at, batch_size, total_items)
       values ($1, $2, 2, 'pending', 5, 'completed', now(), 10, 1)`,
      [bomId, tenant.organizationId],
    );
    const stream = await follow(tenant);
    const { data } = await stream.until(({ event }) => event === 'connected');
    expect(data.bom_ids).toEqual([bomId]);
    stream.close();
  });

  it('follows the newest of many runs at work', async () => {
    const tenant = await newTenant(stack);
    const oldest = await pausedRuns(tenant, 5);
    const newest = await pausedRuns(tenant, 50);
    const stream = await follow(tenant);
    const { data } = await stream.until(({ event }) => event === 'connected');
    expect([...data.bom_ids].sort()).toEqual([...newest].sort());
    expect([data.more, data.bom_ids.includes(oldest[0])]).toEqual([true, false]);
    stream.close();
  });
});

describe('what people change', () => {
  const changesOf = (stream: StreamReader) =>
    stream.frames.flatMap(({ event, data }) =>
      event === 'bom_changed' ? [[data.bom_id, data.change_id]] : []
    );

  it('is said within seconds on the streams of its organization and of a BOM that waits, and to nobody else', async () => {
    const tenant = await newTenant(stack);
    const stranger = await newTenant(stack);
    const [ended, fresh] = [await tenant.importBom(PARTS), await tenant.importBom(PARTS)];
    await tenant.start(ended);
    await tenant.untilEnded(ended);
    const read = async (path: string) => (await tenant.call('GET', path)).body;
    const line = async (bomId: string) => (await read(`boms/${bomId}/lines`)).lines[0].line_id;
    const streams = [await follow(tenant), await follow(stranger)];
    const one = await openStream(
      `${stack.apiUrl}/functions/v1/enrichment-stream/${fresh}?token=${tenant.token}`,
    );
    for (const stream of [...streams, one]) await stream.until(({ event }) => event === 'connected');
    expect(one.frames[0]!.data.change_id).toBeNull();

    const edited = await tenant.call('PATCH', `boms/${fresh}/lines/${await line(fresh)}`, {
      note: 'Ask Eva.',
    });
    const { change_id } = edited.body;
    const reviewed = await tenant.call('POST', `boms/${ended}/review`, {
      line_ids: [await line(ended)],
      action: 'approve',
    });
    const [approval] = reviewed.body.changes;
    await one.until(({ event }) => event === 'bom_changed');
    await streams[0]!.until(({ event, data }) => event === 'bom_changed' && data.bom_id === ended);
    await streams[0]!.until(({ event, data }) => event === 'bom_changed' && data.bom_id === fresh);
    expect(changesOf(one)).toEqual([[fresh, change_id]]);
    expect(Object.fromEntries(changesOf(streams[0]!))).toEqual({
      [ended]: approval.change_id,
      [fresh]: change_id,
    });

    const undone = await tenant.call('POST', `boms/${ended}/review`, {
      line_ids: [await line(ended)],
      action: 'undo',
      change_ids: [approval.change_id],
    });
    expect(undone.status).toBe(200);
    const isNewer = ({ event, data }: StreamFrame) =>
      event === 'bom_changed' && data.bom_id === ended && data.change_id > approval.change_id;
    await streams[0]!.until(isNewer);
    expect(changesOf(streams[0]!).filter(([bomId]) => bomId === fresh)).toHaveLength(1);
    expect(changesOf(streams[1]!)).toEqual([]);

    // Whoever comes now has it in what they read: the lines, and the status.
    const newest = changesOf(streams[0]!).at(-1)![1];
    expect((await read(`boms/${ended}/lines`)).change_id).toBe(newest);
    expect((await read(`enrichment/${ended}/status`)).change_id).toBe(newest);
    const { changes } = await read(`boms/${ended}/changes`);
    expect(changes.map((change: { change_id: number }) => change.change_id)).toEqual([
      newest,
      approval.change_id,
    ]);
    for (const stream of [...streams, one]) stream.close();
  });
});

describe('what is released', () => {
  it('is said within seconds as a change that no line has', async () => {
    const tenant = await newTenant(stack);
    const bomId = await tenant.importBom(PARTS);
    const line = (await tenant.call('GET', `boms/${bomId}/lines`)).body.lines[0];
    const edited = await tenant.call('PATCH', `boms/${bomId}/lines/${line.line_id}`, { note: 'Ask Eva.' });
    const stream = await follow(tenant);
    await stream.until(({ event }) => event === 'connected');
    expect((await tenant.call('POST', `boms/${bomId}/release`, {})).status).toBe(200);
    const { data } = await stream.until(({ event }) => event === 'bom_changed');
    expect(data.bom_id).toBe(bomId);
    expect(data.change_id).toBeGreaterThan(edited.body.change_id);
    const { body } = await tenant.call('GET', `boms/${bomId}/changes`);
    expect(body.changes.map((change: { change_id: number }) => change.change_id)).toEqual([
      edited.body.change_id,
    ]);
    stream.close();
  });
});

describe('what is deleted', () => {
  it('is said though no run of it was followed', async () => {
    const tenant = await newTenant(stack, { role: 'admin' });
    const stranger = await newTenant(stack);
    const bomId = await tenant.importBom(PARTS);
    const streams = [await follow(tenant), await follow(stranger)];
    for (const stream of streams) await stream.until(({ event }) => event === 'connected');
    expect((await tenant.call('DELETE', `boms/${bomId}`)).status).toBe(204);
    expect(await streams[0]!.until(({ event }) => event === 'bom_deleted')).toMatchObject({
      data: { bom_id: bomId },
    });
    expect(streams[1]!.frames.filter(({ event }) => event === 'bom_deleted')).toEqual([]);
    for (const stream of streams) stream.close();
  });

  it('is said on the stream of its organization: a BOM by its id, the organization by the end', async () => {
    const tenant = await newTenant(stack, { role: 'admin' });
    const [bomId, kept] = [await pausedBom(tenant), await pausedBom(tenant)];
    const stream = await follow(tenant);
    for (const id of [bomId, kept]) await stream.until((frame) => frame.id?.endsWith(id) === true);
    expect((await tenant.call('DELETE', `boms/${bomId}`)).status).toBe(204);
    expect(await stream.until(({ event }) => event === 'bom_deleted')).toMatchObject({
      data: { bom_id: bomId },
    });
    expect((await tenant.call('DELETE', `organizations/${tenant.organizationId}?name=Test`)).status).toBe(
      204,
    );
    expect((await stream.end()).at(-1)).toMatchObject({ event: 'stream_end', data: { reason: 'deleted' } });
  });
});

describe('a BOM that is deleted', () => {
  it('ends its open streams', async () => {
    const tenant = await newTenant(stack);
    const bomId = await pausedBom(tenant);
    const stream = await openStream(
      `${stack.apiUrl}/functions/v1/enrichment-stream/${bomId}?token=${tenant.token}`,
    );
    await stream.until(({ data }) => data.state?.status === 'paused');
    await admin.query('delete from bomstream.boms where id = $1', [bomId]);
    expect((await stream.end()).at(-1)).toMatchObject({ event: 'stream_end', data: { reason: 'deleted' } });
  });
});

it(
  'whoever is removed from the organization is told so on open streams, which end',
  { timeout: 90_000 },
  async () => {
    const end = { event: 'stream_end', data: { reason: 'access_revoked' } };
    expect(await lastWords).toMatchObject([end, end]);
  },
);
