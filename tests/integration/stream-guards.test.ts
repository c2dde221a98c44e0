/** What the database's functions behind streams answer, at the bounds of each: rights, cursors, pages, active BOMs. */
import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { MAX_STREAMS } from '../../shared/stream/limits.ts';
import { type Json, useDatabase } from '../support/database.ts';
import { eventIds, seqs, writtenRuns } from '../support/written-runs.ts';

const database = useDatabase();
const { newBom, writeEvents, writeRun } = writtenRuns(database);

/** Further behind than this a cursor is lost. */
const MAX_BEHIND = 1_000;
/** Events of a BOM in one answer to a stream. */
const PAGE = 100;
/** BOMs of an organization that one stream follows. */
const FOLLOWED = 50;

const connect = (
  userId: string | null,
  bomId: string,
  cursor: [number, number] | null = null,
  admin = false,
) =>
  database.call('bomstream_connect', {
    p_user_id: userId,
    p_bom_id: bomId,
    p_cursor_run: cursor?.[0] ?? null,
    p_cursor_seq: cursor?.[1] ?? null,
    p_with_admin_token: admin,
  });
const replay = (...cursors: readonly (readonly [bomId: string, run: number, seq: number])[]) =>
  database.call('bomstream_replay', {
    p_cursors: cursors.map(([bom_id, run, seq]) => ({ bom_id, run, seq })),
  });
const active = async (...organizationIds: string[]): Promise<Json[]> =>
  await database.call('bomstream_active', { p_organization_ids: organizationIds });

const REFUSED = (status: number, code: string) => ({ code: `PT${status}`, message: code });

describe('a connect', () => {
  it('says whose BOM it is, its newest event, and nothing of what went before', async () => {
    const tenant = await database.tenant('viewer');
    const bomId = await newBom(tenant);
    await writeEvents(bomId, 1, 3);
    const answer = await connect(tenant.userId, bomId);
    expect(answer).toEqual({
      organization_id: tenant.organizationId,
      role: 'viewer',
      newest: { event_id: '1-3', bom_id: bomId },
      change_id: null,
      cursor: 'none',
      following: [],
    });
  });

  it('holds no more of large events than 32 KiB, or one, and so does what is read after it', async () => {
    const tenant = await database.tenant('viewer');
    const bomId = await newBom(tenant);
    await writeEvents(bomId, 1, 9);
    // 10 KB each, but for the last two.
    await database.query(
      `update bomstream.enrichment_events set event = event || jsonb_build_object('filler', repeat('x', case when seq < 8 then 10000 else 40000 end))
       where bom_id = $1`,
      [bomId],
    );
    const page = async (seq: number) => {
      const [answer] = await database.call('bomstream_replay', {
        p_cursors: [{ bom_id: bomId, run: 1, seq, most: 10 }],
      }) as [{ events: { event_id: string }[] }];
      return answer.events.map(({ event_id }) => event_id);
    };
    const { following } = await connect(tenant.userId, bomId, [1, 1]) as {
      following: { event_id: string }[];
    };
    expect(following.map(({ event_id }) => event_id)).toEqual(['1-2', '1-3', '1-4']);
    expect(await page(4)).toEqual(['1-5', '1-6', '1-7']);
    expect(await page(7)).toEqual(['1-8']);
    expect(await page(8)).toEqual(['1-9']);
    // The hub reads for all clients of a BOM at once.
    const [all] = await replay([bomId, 1, 0]) as [{ events: unknown[] }];
    expect(all.events).toHaveLength(9);
  });

  it('of a BOM that never ran has no newest event, and no cursor to go on from', async () => {
    const tenant = await database.tenant('viewer');
    const bomId = await newBom(tenant);
    expect(await connect(tenant.userId, bomId)).toMatchObject({
      newest: null,
      cursor: 'none',
      following: [],
    });
    expect(await connect(tenant.userId, bomId, [1, 1])).toMatchObject({
      newest: null,
      cursor: 'lost',
      following: [],
    });
  });

  it('gives what follows the cursor, over all runs, and of this BOM alone', async () => {
    const tenant = await database.tenant('viewer');
    const [bomId, other] = [await newBom(tenant), await newBom(tenant)];
    await writeEvents(bomId, 1, 12);
    await writeEvents(bomId, 2, 2);
    await writeEvents(other, 1, 20);
    const { cursor, following, newest } = await connect(tenant.userId, bomId, [1, 9]);
    expect([cursor, newest.event_id]).toEqual(['honoured', '2-2']);
    expect(eventIds(following)).toEqual(['1-10', '1-11', '1-12', '2-1', '2-2']);
    expect(new Set(following.map(({ bom_id }: Json) => bom_id))).toEqual(new Set([bomId]));
    expect(eventIds((await connect(tenant.userId, bomId, [1, 12])).following)).toEqual(['2-1', '2-2']);
  });

  it('at the newest event is honoured and gives nothing', async () => {
    const tenant = await database.tenant('viewer');
    const bomId = await newBom(tenant);
    await writeEvents(bomId, 1, 3);
    expect(await connect(tenant.userId, bomId, [1, 3])).toMatchObject({ cursor: 'honoured', following: [] });
  });

  it.each<[string, [number, number]]>([
    ['from the future', [1, 4]],
    ['of a run to come', [2, 1]],
    ['between two that are there', [0, 7]],
    ['before all', [0, 0]],
    ['past an older run’s end', [1, 9]],
  ])('knows no cursor %s', async (_name, cursor) => {
    const tenant = await database.tenant('viewer');
    const bomId = await newBom(tenant);
    await writeEvents(bomId, 1, 3);
    if (cursor[1] === 9) await writeEvents(bomId, 2, 1);
    expect(await connect(tenant.userId, bomId, cursor)).toMatchObject({ cursor: 'lost', following: [] });
  });

  it('does not take another BOM’s event for the cursor’s', async () => {
    const tenant = await database.tenant('viewer');
    const [bomId, other] = [await newBom(tenant), await newBom(tenant)];
    await writeEvents(bomId, 1, 1);
    await writeEvents(other, 1, 3);
    expect(await connect(tenant.userId, bomId, [1, 2])).toMatchObject({ cursor: 'lost' });
  });

  it('honours a cursor a thousand events behind, ten at a time, and none that is further', async () => {
    const tenant = await database.tenant('viewer');
    const bomId = await newBom(tenant);
    await writeEvents(bomId, 1, MAX_BEHIND + 2);
    const { cursor, following } = await connect(tenant.userId, bomId, [1, 2]);
    expect(cursor).toBe('honoured');
    expect(eventIds(following)).toEqual(seqs(3, 12));
    expect(await connect(tenant.userId, bomId, [1, 1])).toMatchObject({ cursor: 'lost', following: [] });
  });

  it.each(['viewer', 'editor', 'admin'] as const)('is for members: %s', async (role) => {
    const tenant = await database.tenant(role);
    expect(await connect(tenant.userId, await newBom(tenant))).toMatchObject({ cursor: 'none' });
  });

  it('is for nobody else, and what is not there looks the same', async () => {
    const [tenant, stranger] = [await database.tenant('admin'), await database.tenant('admin')];
    const bomId = await newBom(tenant);
    for (const id of [bomId, randomUUID()]) {
      await expect(connect(stranger.userId, id)).rejects.toMatchObject(REFUSED(404, 'bom_not_found'));
      await expect(connect(null, id)).rejects.toMatchObject(REFUSED(404, 'bom_not_found'));
    }
  });

  it('with the admin token is for any BOM that is there', async () => {
    const tenant = await database.tenant();
    const bomId = await newBom(tenant);
    await writeEvents(bomId, 1, 2);
    expect(await connect(null, bomId, [1, 1], true)).toMatchObject({
      organization_id: tenant.organizationId,
      cursor: 'honoured',
      following: [{ event_id: '1-2' }],
    });
    await expect(connect(null, randomUUID(), null, true)).rejects.toMatchObject(
      REFUSED(404, 'bom_not_found'),
    );
  });
});

describe('a connect to an organization', () => {
  const connectTo = (userId: string | null, organizationId: string, admin?: boolean | null) =>
    database.call('bomstream_organization_connect', {
      p_user_id: userId,
      p_organization_id: organizationId,
      ...(admin === undefined ? {} : { p_with_admin_token: admin }),
    });

  it('gives a viewer the BOMs to follow, and no other organization’s', async () => {
    const [tenant, other] = [await database.tenant('viewer'), await database.tenant('viewer')];
    const bomId = await newBom(tenant);
    await writeRun(bomId);
    await writeRun(await newBom(other));
    expect(await connectTo(tenant.userId, tenant.organizationId)).toMatchObject({
      bom_ids: [bomId],
      more: false,
    });
  });

  it('refuses anybody who is not a member, as if it were not there', async () => {
    const [tenant, stranger] = [await database.tenant('admin'), await database.tenant('admin')];
    for (const id of [tenant.organizationId, randomUUID()]) {
      const refused = REFUSED(404, 'organization_not_found');
      await expect(connectTo(stranger.userId, id)).rejects.toMatchObject(refused);
      await expect(connectTo(null, id)).rejects.toMatchObject(refused);
      await expect(connectTo(null, id, null)).rejects.toMatchObject(refused);
      await expect(connectTo(stranger.userId, id, false)).rejects.toMatchObject(refused);
    }
  });

  it('opens any that is there with the admin token', async () => {
    const tenant = await database.tenant();
    expect(await connectTo(null, tenant.organizationId, true)).toMatchObject({ bom_ids: [], more: false });
    await expect(connectTo(null, randomUUID(), true)).rejects.toMatchObject(
      REFUSED(404, 'organization_not_found'),
    );
  });
});

describe('the right to a ticket', () => {
  const require = (userId: string | null, bomId: string | null, organizationId: string | null) =>
    database.call('bomstream_require_viewer', {
      p_user_id: userId,
      p_bom_id: bomId,
      p_organization_id: organizationId,
    });

  it.each(['viewer', 'editor', 'admin'] as const)(
    'is every member’s, for a BOM as for all: %s',
    async (role) => {
      const tenant = await database.tenant(role);
      const bomId = await newBom(tenant);
      expect(await require(tenant.userId, bomId, null)).toBe(true);
      expect(await require(tenant.userId, null, tenant.organizationId)).toBe(true);
    },
  );

  it('is nobody else’s', async () => {
    const [tenant, stranger] = [await database.tenant('admin'), await database.tenant('admin')];
    const bomId = await newBom(tenant);
    for (const userId of [stranger.userId, null]) {
      await expect(require(userId, bomId, null)).rejects.toMatchObject(REFUSED(404, 'bom_not_found'));
      await expect(require(userId, null, tenant.organizationId)).rejects.toMatchObject(
        REFUSED(404, 'organization_not_found'),
      );
    }
    await expect(require(tenant.userId, randomUUID(), null)).rejects.toMatchObject(
      REFUSED(404, 'bom_not_found'),
    );
  });

  it('is asked for one thing, neither none nor two', async () => {
    const tenant = await database.tenant('admin');
    const bomId = await newBom(tenant);
    await expect(require(tenant.userId, bomId, tenant.organizationId)).rejects.toMatchObject({
      code: '22023',
    });
    await expect(require(tenant.userId, null, null)).rejects.toMatchObject({ code: '22023' });
  });
});

describe('a replay', () => {
  it('gives each BOM a hundred at most, oldest first by number, from its own cursor', async () => {
    const tenant = await database.tenant();
    const [long, short, still] = [await newBom(tenant), await newBom(tenant), await newBom(tenant)];
    await writeEvents(long, 1, PAGE + 12);
    await writeEvents(short, 1, 4);
    await writeEvents(still, 1, 2);
    const answer: Json[] = await replay([long, 1, 11], [short, 1, 2], [still, 1, 2]);
    const of = (bomId: string) => answer.find(({ bom_id }) => bom_id === bomId);
    expect(answer).toHaveLength(2);
    expect(eventIds(of(long).events)).toEqual(seqs(12, 11 + PAGE));
    expect(eventIds(of(short).events)).toEqual(['1-3', '1-4']);
    expect(answer.map(({ news }) => news)).toEqual(['events', 'events']);
    expect(eventIds((await replay([long, 1, 11 + PAGE]))[0].events)).toEqual([`1-${PAGE + 12}`]);
  });

  it('goes on with later runs, whatever their numbers', async () => {
    const tenant = await database.tenant();
    const bomId = await newBom(tenant);
    await writeEvents(bomId, 2, 3);
    await writeEvents(bomId, 10, 2);
    const [{ events }] = await replay([bomId, 2, 3]);
    expect(eventIds(events)).toEqual(['10-1', '10-2']);
    expect(eventIds((await replay([bomId, 0, 0]))[0].events)).toEqual([
      ...seqs(1, 3, 2),
      ...seqs(1, 2, 10),
    ]);
  });

  it('gives no events with other news, and is empty where nobody asks', async () => {
    const tenant = await database.tenant();
    const [bomId, neverRun] = [await newBom(tenant), await newBom(tenant)];
    await writeEvents(bomId, 1, 3);
    expect(await replay([bomId, 1, 4])).toEqual([{ bom_id: bomId, news: 'ahead', events: [] }]);
    expect(await replay([bomId, 2, 1])).toEqual([{ bom_id: bomId, news: 'ahead', events: [] }]);
    expect(await replay([neverRun, 1, 1])).toEqual([{ bom_id: neverRun, news: 'ahead', events: [] }]);
    expect(await replay([neverRun, 0, 0])).toEqual([]);
    const gone = randomUUID();
    expect(await replay([gone, 0, 0])).toEqual([{ bom_id: gone, news: 'gone', events: [] }]);
    expect(await replay([gone, 1, 1])).toEqual([{ bom_id: gone, news: 'gone', events: [] }]);
    expect(await replay()).toEqual([]);
  });

  it('calls what a deleted organization still has gone, whatever happened to it, and nothing of others', async () => {
    const [tenant, other] = [await database.tenant(), await database.tenant()];
    const [moved, neverRun, others] = [await newBom(tenant), await newBom(tenant), await newBom(other)];
    await writeEvents(moved, 1, 3);
    await writeEvents(others, 1, 3);
    await database.query('update bomstream.organizations set deleted_at = now() where id = $1', [
      tenant.organizationId,
    ]);
    const answer: Json[] = await replay([moved, 1, 1], [neverRun, 0, 0], [others, 1, 2]);
    expect(Object.fromEntries(answer.map(({ bom_id, news, events }) => [bom_id, [news, eventIds(events)]])))
      .toEqual({ [moved]: ['gone', []], [neverRun]: ['gone', []], [others]: ['events', ['1-3']] });
    expect((await active(tenant.organizationId, other.organizationId)).map((a) => a.organization_id))
      .toEqual([other.organizationId]);
    expect(await active(randomUUID())).toEqual([]);
  });
});

describe('the active BOMs of an organization', () => {
  it.each(['queued', 'enriching', 'paused'])(
    'are those with a run at work, however old: %s',
    async (status) => {
      const tenant = await database.tenant();
      const bomId = await newBom(tenant);
      await writeRun(bomId, { status, age: '20 days' });
      expect(await active(tenant.organizationId)).toEqual([
        {
          organization_id: tenant.organizationId,
          bom_ids: [bomId],
          more: false,
          changed: [],
          deleted: [],
          members_changed_at: null,
        },
      ]);
    },
  );

  it.each(['completed', 'failed', 'cancelled'])(
    'are those whose run ended, too, as long as it was started a moment ago: %s',
    async (status) => {
      const tenant = await database.tenant();
      const [recent, old] = [await newBom(tenant), await newBom(tenant)];
      await writeRun(recent, { status, age: '50 seconds' });
      await writeRun(old, { status, age: '70 seconds' });
      expect((await active(tenant.organizationId))[0].bom_ids).toEqual([recent]);
    },
  );

  it('are each one once, with its newest run', async () => {
    const tenant = await database.tenant();
    const [twice, between] = [await newBom(tenant), await newBom(tenant)];
    await writeRun(twice, { run: 1, status: 'completed', age: '40 seconds' });
    await writeRun(between, { age: '30 seconds' });
    await writeRun(twice, { run: 2, age: '20 seconds' });
    expect((await active(tenant.organizationId))[0].bom_ids).toEqual([twice, between]);
  });

  it('are the newest fifty, newest first, and it is said when there are more', async () => {
    const tenant = await database.tenant();
    const boms: string[] = [];
    for (let i = 0; i < FOLLOWED; i++) {
      const bomId = await newBom(tenant);
      // Not in the order in which they were made, nor of their ids.
      await writeRun(bomId, { age: `${((i * 7) % FOLLOWED) + 1} hours` });
      boms[(i * 7) % FOLLOWED] = bomId;
    }
    expect(await active(tenant.organizationId)).toEqual([
      {
        organization_id: tenant.organizationId,
        bom_ids: boms,
        more: false,
        changed: [],
        deleted: [],
        members_changed_at: null,
      },
    ]);
    const newest: string[] = [];
    for (const age of ['1 minute', '2 minutes', '3 minutes']) {
      newest.push(await newBom(tenant));
      await writeRun(newest.at(-1)!, { age });
    }
    expect(await active(tenant.organizationId)).toEqual([
      {
        organization_id: tenant.organizationId,
        bom_ids: [...newest, ...boms.slice(0, FOLLOWED - newest.length)],
        more: true,
        changed: [],
        deleted: [],
        members_changed_at: null,
      },
    ]);
  });

  it('are told with the BOMs that people have just changed, active or not, the newest 50', async () => {
    const [tenant, other] = [await database.tenant(), await database.tenant()];
    const [old, ...fresh] = await Promise.all(Array.from({ length: 52 }, () => newBom(tenant)));
    await newBom(other);
    const change = (bomId: string, id: number, age: string) =>
      database.query(
        'update bomstream.boms set change_id = $2, changed_at = now() - $3::interval where id = $1',
        [
          bomId,
          id,
          age,
        ],
      );
    await change(old!, 1, '61 seconds');
    for (const [i, bomId] of fresh.entries()) await change(bomId, 100 + i, `${i * 500} milliseconds`);
    const [{ changed }] = await active(tenant.organizationId);
    expect(changed).toEqual(fresh.slice(0, 50).map((bom_id, i) => ({ bom_id, change_id: 100 + i })));
    expect((await active(other.organizationId))[0].changed).toEqual([]);
    // and whoever follows one is told what is newer than what they know
    const replay = (change: number | null) =>
      database.call('bomstream_replay', { p_cursors: [{ bom_id: fresh[0], run: 0, seq: 0, change }] });
    expect(await replay(99)).toEqual([{ bom_id: fresh[0], news: 'events', events: [], change_id: 100 }]);
    expect([await replay(100), await replay(null)]).toEqual([[], []]);
  });

  it('are told for each organization that is asked about, also where there are none', async () => {
    const [one, other, none] = [await database.tenant(), await database.tenant(), await database.tenant()];
    const [bomOfOne, bomOfOther] = [await newBom(one), await newBom(other)];
    await writeRun(bomOfOne);
    await writeRun(bomOfOther);
    const asked = [one, other, none].map(({ organizationId }) => organizationId);
    const told = await active(...asked);
    expect(told.map(({ organization_id, bom_ids }) => [organization_id, bom_ids])).toEqual(
      expect.arrayContaining([
        [one.organizationId, [bomOfOne]],
        [other.organizationId, [bomOfOther]],
        [none.organizationId, []],
      ]),
    );
    expect(told).toHaveLength(3);
    const [{ answer }] = await database.query(`select public.bomstream_active('{}') as answer`);
    expect(answer).toEqual([]);
  });
});

describe('lost rights', () => {
  const member = () => database.tenant('viewer');
  const viewer = (user_id: string, kind: 'bom' | 'organization', id: string) => ({ user_id, kind, id });
  const lost = (...viewers: readonly Json[]) =>
    database.call('bomstream_lost_rights', { p_viewers: viewers });

  it('are those of who is no member, and of what is gone; all others are left out', async () => {
    const [tenant, other, former] = [await member(), await member(), await member()];
    const bomId = await newBom(tenant);
    const formerBom = await newBom(former);
    const none = randomUUID();
    await database.query('delete from bomstream.organization_members where user_id = $1', [former.userId]);
    const revoked = [
      viewer(other.userId, 'bom', bomId),
      viewer(other.userId, 'organization', tenant.organizationId),
      viewer(former.userId, 'bom', formerBom),
      viewer(former.userId, 'organization', former.organizationId),
    ];
    // A BOM's id is none of an organization, nor the other way round.
    const deleted = [
      viewer(tenant.userId, 'bom', none),
      viewer(tenant.userId, 'organization', none),
      viewer(tenant.userId, 'organization', bomId),
      viewer(tenant.userId, 'bom', tenant.organizationId),
    ];
    const answer = await lost(
      viewer(tenant.userId, 'bom', bomId),
      viewer(tenant.userId, 'organization', tenant.organizationId),
      ...revoked,
      ...deleted,
    );
    expect(answer).toHaveLength(8);
    expect(answer).toEqual(expect.arrayContaining([
      ...revoked.map((each) => ({ ...each, reason: 'access_revoked' })),
      ...deleted.map((each) => ({ ...each, reason: 'deleted' })),
    ]));
    expect(await lost()).toEqual([]);
  });

  it('are those of everybody whose organization is being deleted, though its rows are there still', async () => {
    const tenant = await member();
    const bomId = await newBom(tenant);
    await database.query('update bomstream.organizations set deleted_at = now() where id = $1', [
      tenant.organizationId,
    ]);
    const viewers = [
      viewer(tenant.userId, 'organization', tenant.organizationId),
      viewer(tenant.userId, 'bom', bomId),
    ];
    const answer = await lost(...viewers);
    expect(answer).toHaveLength(2);
    expect(answer).toEqual(expect.arrayContaining(viewers.map((each) => ({ ...each, reason: 'deleted' }))));
  });

  it('are asked for as many streams as an isolate has, and for no more', async () => {
    const many = (count: number) =>
      Array.from({ length: count }, () => viewer(randomUUID(), 'bom', randomUUID()));
    expect(await lost(...many(MAX_STREAMS))).toHaveLength(MAX_STREAMS);
    await expect(lost(...many(MAX_STREAMS + 1))).rejects.toMatchObject({ code: '22023' });
  });
});

it('the newest events are those of the BOMs that were asked about, and have run', async () => {
  const tenant = await database.tenant();
  const [bomId, other, neverRun] = [await newBom(tenant), await newBom(tenant), await newBom(tenant)];
  await writeEvents(bomId, 1, 3);
  await writeEvents(bomId, 2, 1);
  await writeEvents(other, 1, 1);
  expect(await database.call('bomstream_newest', { p_bom_ids: [bomId, neverRun] })).toEqual([
    { bom_id: bomId, event: { event_id: '2-1', bom_id: bomId } },
  ]);
  expect(await database.call('bomstream_newest', { p_bom_ids: [neverRun] })).toEqual([]);
});
