import { once } from 'node:events';
import { request } from 'node:http';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { EventEnvelope } from '../../shared/domain/event.ts';
import { eventIds, openStream } from '../support/stream.ts';
import { newTenant, type Tenant } from '../support/tenant.ts';
import { resistors } from '../support/resistors.ts';

const stack = inject('stack');
const admin = new pg.Client({ connectionString: stack.adminUrl });
let tenant: Tenant;
beforeAll(async () => {
  await admin.connect();
  tenant = await newTenant(stack);
});
afterAll(() => admin.end());

const url = (bomId: string, query = '') =>
  `${stack.apiUrl}/functions/v1/enrichment-stream/${bomId}?token=${tenant.token}${query}`;
const parts = resistors;
const ids = (from: number, to: number, run = 1) =>
  Array.from({ length: to - from + 1 }, (_, i) => `${run}-${from + i}`);

/** A BOM whose first run is over; its last event is `1-<n>`. */
async function finishedBom(lines = 25): Promise<{ bomId: string; last: number }> {
  const bomId = await tenant.importBom(parts(lines));
  await tenant.start(bomId);
  const frames = await (await openStream(url(bomId))).end();
  return { bomId, last: Number(eventIds(frames).at(-1)!.split('-')[1]) };
}

describe('a stream', () => {
  it('opened before the start shows the whole run, event by event, and ends', async () => {
    const bomId = await tenant.importBom(parts(45));
    const stream = await openStream(url(bomId));
    expect(stream.status).toBe(200);
    expect(stream.headers.get('content-type')).toBe('text/event-stream');
    expect(stream.headers.get('cache-control')).toContain('no-transform');
    await stream.until(({ event }) => event === 'connected');
    await tenant.start(bomId);
    const frames = await stream.end();

    expect(frames[0]).toMatchObject({
      event: 'connected',
      id: undefined,
      data: { bom_id: bomId, status: null, newest_event_id: null },
    });
    const events = frames.slice(1, -1);
    expect(eventIds(frames)).toEqual(ids(1, events.length));
    expect(events[0]).toMatchObject({
      event: 'enrichment.started',
      data: { state: { status: 'queued', total_items: 45 } },
    });
    expect(events.at(-1)).toMatchObject({
      event: 'enrichment.completed',
      data: { state: { percent_complete: 100 } },
    });
    for (const { event, data } of events) expect(EventEnvelope.parse(data).event_type).toBe(event);
    const items = events.flatMap(({ data }) => data.payload.batch?.items ?? []);
    expect(items.map(({ line_number }) => line_number).sort((a, b) => a - b)).toEqual(
      ids(1, 45).map((_, i) => i + 1),
    );
    expect(frames.at(-1)).toEqual({
      event: 'stream_end',
      id: undefined,
      data: { reason: 'completed', event_id: eventIds(frames).at(-1) },
    });
    expect(stream.retries[0]).toBeGreaterThanOrEqual(1000);
  });

  it('of a finished BOM gives its state and ends; coming back with that id answers 204', async () => {
    const { bomId, last } = await finishedBom();
    const frames = await (await openStream(url(bomId))).end();
    expect(frames.map(({ event }) => event)).toEqual(['connected', 'enrichment.completed', 'stream_end']);
    for (
      const back of [
        await openStream(url(bomId), { 'last-event-id': `1-${last}` }),
        await openStream(url(bomId, `&last_event_id=1-${last}`)),
      ]
    ) {
      expect(back.status).toBe(204);
    }
  });

  it('resumes exactly behind any cursor, by header or by query, the header being the newer memory', async () => {
    const { bomId, last } = await finishedBom();
    for (let seen = 1; seen < last; seen++) {
      const byHeader = await openStream(url(bomId, '&last_event_id=1-1'), { 'last-event-id': `1-${seen}` });
      expect(eventIds(await byHeader.end())).toEqual(ids(seen + 1, last));
    }
    const byQuery = await openStream(url(bomId, '&last_event_id=1-2'));
    expect(eventIds(await byQuery.end())).toEqual(ids(3, last));
  });

  it.each(['1-999', '7-1', '0-0', 'nonsense', '-1'])(
    'with the cursor %s, which was never given out, is reset to the newest state',
    async (cursor) => {
      const { bomId, last } = await finishedBom();
      const frames = await (await openStream(url(bomId), { 'last-event-id': cursor })).end();
      expect(frames.map(({ event }) => event)).toEqual([
        'connected',
        'reset',
        'enrichment.completed',
        'stream_end',
      ]);
      expect(eventIds(frames)).toEqual([`1-${last}`]);
    },
  );

  it('more than a thousand events behind is reset, at a thousand it is not', async () => {
    const { bomId, last } = await finishedBom(1);
    await admin.query(
      `insert into bomstream.enrichment_events (bom_id, run, seq, organization_id, event_type, event)
       select e.bom_id, e.run, e.seq + n, e.organization_id, e.event_type,
              e.event || jsonb_build_object('event_id', '1-' || (e.seq + n), 'seq', e.seq + n)
       from bomstream.enrichment_events e, generate_series(1, 1000) n where e.bom_id = $1 and e.seq = $2`,
      [bomId, last],
    );
    await admin.query(
      `update bomstream.enrichment_progress p set seq = $2::integer, event = p.event || jsonb_build_object('event_id', '1-' || $2::integer, 'seq', $2::integer) where bom_id = $1`,
      [bomId, last + 1000],
    );
    const within = await (await openStream(url(bomId), { 'last-event-id': `1-${last}` })).end();
    expect(eventIds(within)).toEqual(ids(last + 1, last + 1000));
    // Pages are as small as is asked for, and never larger than what one answer may hold.
    const page = async (most: number | null) => {
      const { rows } = await admin.query(
        `select jsonb_array_length(public.bomstream_replay($1) #> '{0,events}') as events`,
        [JSON.stringify([{ bom_id: bomId, run: 1, seq: last, ...(most === null ? {} : { most }) }])],
      );
      return rows[0].events;
    };
    expect([await page(10), await page(null)]).toEqual([10, 100]);
    expect(await page(1_000)).toBeLessThanOrEqual(100);
    const { rows: [connect] } = await admin.query(
      `select jsonb_array_length(public.bomstream_connect($1, $2, 1, $3) -> 'following') as events`,
      [tenant.userId, bomId, last],
    );
    expect(connect.events).toBe(10);
    const beyond = await (await openStream(url(bomId), { 'last-event-id': `1-${last - 1}` })).end();
    expect(beyond.map(({ event }) => event)).toEqual([
      'connected',
      'reset',
      'enrichment.completed',
      'stream_end',
    ]);
  });

  it('of a finished BOM whose events were deleted with age ends as before: state, end, and 204 for its id', async () => {
    const { bomId, last } = await finishedBom(1);
    await admin.query(
      `update bomstream.enrichment_runs set completed_at = completed_at - interval '31 days' where bom_id = $1`,
      [bomId],
    );
    const left = 'select from bomstream.enrichment_events where bom_id = $1';
    await expect.poll(async () => {
      await admin.query('select public.bomstream_sweep()');
      return (await admin.query(left, [bomId])).rowCount;
    }).toBe(0);

    const fresh = await (await openStream(url(bomId))).end();
    expect(fresh.map(({ event }) => event)).toEqual(['connected', 'enrichment.completed', 'stream_end']);
    const back = await openStream(url(bomId), { 'last-event-id': `1-${last}` });
    expect(back.status).toBe(204);
    // An event that nobody has any more cannot be gone on from.
    const lost = await (await openStream(url(bomId), { 'last-event-id': `1-${last - 1}` })).end();
    expect(lost.map(({ event }) => event)).toEqual([
      'connected',
      'reset',
      'enrichment.completed',
      'stream_end',
    ]);
    // Another user: one that closes holds its place until it is noticed, and other tests need all of this user's.
    const { organizationId } = tenant;
    const { token } = await newTenant(stack, { organizationId, role: 'viewer' });
    const resumed = await openStream(
      `${stack.apiUrl}/functions/v1/enrichment-stream?organization_id=${organizationId}&token=${token}`,
      { 'last-event-id': `1-${last}.${bomId}` },
    );
    await tenant.start(bomId, 'all');
    await resumed.until(({ event, id }) => event === 'enrichment.completed' && id?.endsWith(bomId) === true);
    resumed.close();
    expect(resumed.frames.map(({ event }) => event)).not.toContain('reset');
    const seen = eventIds(resumed.frames).filter((id) => id.endsWith(bomId));
    expect(seen).toEqual(ids(1, seen.length, 2).map((id) => `${id}.${bomId}`));
  });

  it("whose cursor is an older run's end goes on with the next run", async () => {
    const { bomId, last } = await finishedBom();
    await tenant.start(bomId, 'all');
    const frames = await (await openStream(url(bomId), { 'last-event-id': `1-${last}` })).end();
    expect(eventIds(frames)).toEqual(ids(1, last, 2));
  });

  it('is shared by many clients, who all see the same, each from its own place', async () => {
    const bomId = await tenant.importBom(parts(200));
    const early = await Promise.all(Array.from({ length: 8 }, () => openStream(url(bomId))));
    await Promise.all(early.map((stream) => stream.until(({ event }) => event === 'connected')));
    await tenant.start(bomId);
    await early[0]!.until(({ id }) => id === '1-3');
    const late = await Promise.all(Array.from({ length: 4 }, () => openStream(url(bomId))));
    const whole = eventIds(await early[0]!.end());
    for (const stream of early) expect(eventIds(await stream.end())).toEqual(whole);
    for (const stream of late) {
      const seen = eventIds(await stream.end());
      expect(seen).toEqual(whole.slice(whole.indexOf(seen[0]!)));
    }
  });

  it("can be opened from the page's origin and from no other", async () => {
    const { bomId } = await finishedBom(1);
    const ours = await openStream(url(bomId), { origin: stack.pageUrl });
    expect(ours.headers.get('access-control-allow-origin')).toBe(stack.pageUrl);
    const foreign = await openStream(url(bomId), { origin: 'https://evil.example' });
    expect(foreign.headers.get('access-control-allow-origin')).toBeNull();
    for (const stream of [ours, foreign]) expect(stream.headers.get('vary')).toContain('origin');
  });
});

it('a method that no function can be handed is refused as such', async () => {
  const answer = request(`${stack.apiUrl}/functions/v1/enrichment-stream/health`, { method: 'TRACE' }).end();
  const [{ statusCode }] = await once(answer, 'response') as [{ statusCode: number }];
  expect(statusCode).toBe(501);
  answer.destroy();
});

describe('the status', () => {
  it('is the newest event, with an ETag that saves sending it again', async () => {
    const { bomId, last } = await finishedBom();
    const first = await tenant.call('GET', `enrichment/${bomId}/status`);
    expect(first.body).toMatchObject({ event_id: `1-${last}`, event_type: 'enrichment.completed' });
    const again = await tenant.call('GET', `enrichment/${bomId}/status`, undefined, {
      'if-none-match': first.headers.get('etag')!,
    });
    expect(again).toMatchObject({ status: 304, body: '' });
  });

  it('of a BOM that never ran says so', async () => {
    const bomId = await tenant.importBom(['A']);
    const { body } = await tenant.call('GET', `enrichment/${bomId}/status`);
    expect(body).toEqual({
      bom_id: bomId,
      event_id: null,
      state: null,
      queue_position: null,
      change_id: null,
    });
  });
});
