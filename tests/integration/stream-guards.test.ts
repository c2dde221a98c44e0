/** What the database's functions behind streams answer, at the bounds of each: rights, cursors, pages, what is due. */
import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { type Json, useDatabase } from '../support/database.ts';
import { newRuns, parts, results } from '../support/runs.ts';

const database = useDatabase();
const worker = randomUUID();

/** Further behind than this a cursor is lost. */
const MAX_BEHIND = 1_000;
/** Events of a BOM in one answer to a stream, and in one to a publisher. */
const [PAGE, TO_PUBLISH] = [100, 50];
/** BOMs of an organization that one stream follows, and BOMs that are handed out to be published at once. */
const [FOLLOWED, HANDED_OUT] = [50, 20];

type Tenant = Awaited<ReturnType<typeof database.tenant>>;

/** A BOM that is not run; what it has of runs and events a test writes itself. */
async function newBom({ organizationId }: Tenant): Promise<string> {
  const [bom] = await database.query(
    `insert into bomstream.boms (organization_id, name, line_count) values ($1, 'Guards', 1) returning id`,
    [organizationId],
  );
  return bom.id;
}

/** Events 1 to `length` of a run, as emit_event leaves them; in the table the newest stands first, which must not show. */
async function writeEvents(bomId: string, run: number, length: number): Promise<void> {
  await database.query(
    `insert into bomstream.enrichment_events (bom_id, run, seq, organization_id, event_type, event)
     select b.id, $2::integer, n, b.organization_id, 'enrichment.progress', jsonb_build_object('event_id', $2::integer || '-' || n, 'bom_id', b.id)
     from bomstream.boms b, generate_series(1, $3::integer) n where b.id = $1 order by n desc`,
    [bomId, run, length],
  );
  await database.query(
    `insert into bomstream.enrichment_progress (bom_id, organization_id, run, seq, status, event)
     select e.bom_id, e.organization_id, e.run, e.seq, 'enriching', e.event from bomstream.enrichment_events e
     where (e.bom_id, e.run, e.seq) = ($1, $2::integer, $3::integer)
     on conflict (bom_id) do update set run = excluded.run, seq = excluded.seq, event = excluded.event`,
    [bomId, run, length],
  );
}

interface RunSketch {
  readonly run?: number;
  readonly status?: string;
  /** How long ago it was started. */
  readonly age?: string;
  readonly lastSeq?: number;
  readonly publishedSeq?: number;
  /** When it is due to be published, from now. */
  readonly due?: string;
}

async function writeRun(
  bomId: string,
  { run = 1, status = 'paused', age = '0', lastSeq = 0, publishedSeq = 0, due = 'infinity' }: RunSketch = {},
): Promise<void> {
  const ended = ['completed', 'failed', 'cancelled'].includes(status);
  await database.query(
    `insert into bomstream.enrichment_runs (bom_id, organization_id, run, mode, priority, status, batch_size, total_items,
       created_at, completed_at, last_seq, published_seq, publish_due_at)
     select b.id, b.organization_id, $2, 'pending', 5, $3, 10, 1, clock_timestamp() - $4::interval,
       case when $5 then clock_timestamp() end, $6, $7,
       case when $8 = 'infinity' then 'infinity' else clock_timestamp() + $8::interval end
     from bomstream.boms b where b.id = $1`,
    [bomId, run, status, age, ended, lastSeq, publishedSeq, due],
  );
}

const seqs = (from: number, to: number, run = 1) =>
  Array.from({ length: to - from + 1 }, (_, i) => `${run}-${from + i}`);
const eventIds = (events: readonly Json[]) => events.map(({ event_id }) => event_id);

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
      newest: { event_id: '1-3', bom_id: bomId },
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
});

describe('the active BOMs of an organization', () => {
  it.each(['queued', 'enriching', 'paused'])(
    'are those with a run at work, however old: %s',
    async (status) => {
      const tenant = await database.tenant();
      const bomId = await newBom(tenant);
      await writeRun(bomId, { status, age: '20 days' });
      expect(await active(tenant.organizationId)).toEqual([
        { organization_id: tenant.organizationId, bom_ids: [bomId], more: false },
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
      { organization_id: tenant.organizationId, bom_ids: boms, more: false },
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
      },
    ]);
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

it('the head of a BOM is the newest id of its newest run, and null before the first', async () => {
  const tenant = await database.tenant();
  const [bomId, other] = [await newBom(tenant), await newBom(tenant)];
  const head = (id: string) => database.call('bomstream_head', { p_bom_id: id });
  expect(await head(bomId)).toBeNull();
  await writeRun(bomId, { run: 2, status: 'completed', lastSeq: 40, publishedSeq: 12 });
  await writeRun(bomId, { run: 10, lastSeq: 3 });
  await writeRun(other, { run: 11, lastSeq: 7 });
  expect(await head(bomId)).toBe('10-3');
});

describe('what is noted as published', () => {
  const note = (bomId: string, eventId: string) =>
    database.call('bomstream_published', { p_published: { bom_id: bomId, event_id: eventId } });
  const state = async (bomId: string) =>
    (await database.query(
      `select run, published_seq as published, publish_failures as failures,
         publish_due_at = 'infinity' as done, publish_due_at <= clock_timestamp() as due
       from bomstream.enrichment_runs where bom_id = $1 order by run`,
      [bomId],
    )).map((
      { run, published, failures, done, due },
    ) => [run, published, failures, done ? 'done' : due ? 'due' : 'later']);

  /** Run 1 has ended; all has failed to be published twice. */
  async function twoRuns() {
    const tenant = await database.tenant();
    const bomId = await newBom(tenant);
    await writeRun(bomId, { run: 1, status: 'completed', lastSeq: 5, publishedSeq: 2, due: '1 hour' });
    await writeRun(bomId, { run: 2, lastSeq: 8, publishedSeq: 0, due: '1 hour' });
    await database.query('update bomstream.enrichment_runs set publish_failures = 2 where bom_id = $1', [
      bomId,
    ]);
    return bomId;
  }

  it('rises with what a publisher says, and the rest is due at once, its failures forgotten', async () => {
    const bomId = await twoRuns();
    await note(bomId, '2-3');
    expect(await state(bomId)).toEqual([[1, 5, 0, 'done'], [2, 3, 0, 'due']]);
    await note(bomId, '2-8');
    expect(await state(bomId)).toEqual([[1, 5, 0, 'done'], [2, 8, 0, 'done']]);
  });

  it('never falls, however late an older word comes', async () => {
    const bomId = await twoRuns();
    await note(bomId, '2-6');
    await note(bomId, '2-3');
    await note(bomId, '1-4');
    expect((await state(bomId)).map(([run, published]) => [run, published])).toEqual([[1, 5], [2, 6]]);
  });

  it('concerns earlier runs as a whole and later ones not at all', async () => {
    const bomId = await twoRuns();
    await note(bomId, '1-4');
    expect(await state(bomId)).toEqual([[1, 4, 0, 'due'], [2, 0, 2, 'later']]);
  });

  it('is never more than there is', async () => {
    const bomId = await twoRuns();
    await note(bomId, '2-900');
    expect(await state(bomId)).toEqual([[1, 5, 0, 'done'], [2, 8, 0, 'done']]);
  });

  it('is compared by number', async () => {
    const tenant = await database.tenant();
    const bomId = await newBom(tenant);
    await writeRun(bomId, { run: 1, lastSeq: 30, publishedSeq: 9, due: '1 hour' });
    await note(bomId, '1-10');
    expect((await state(bomId))[0]).toEqual([1, 10, 0, 'due']);
  });

  it('concerns that BOM and no other', async () => {
    const [bomId, other] = [await twoRuns(), await twoRuns()];
    await note(bomId, '2-8');
    expect(await state(other)).toEqual([[1, 2, 2, 'later'], [2, 0, 2, 'later']]);
  });

  it('is nothing where nobody says anything', async () => {
    const bomId = await twoRuns();
    const [{ answer }] = await database.query('select public.bomstream_published(null) as answer');
    expect(answer).toBeNull();
    expect(await state(bomId)).toEqual([[1, 2, 2, 'later'], [2, 0, 2, 'later']]);
  });

  it('passes over a run that is being committed to, which hands its events out once more', async () => {
    const bomId = await twoRuns();
    const busy = await database.session();
    await busy.query('begin');
    await busy.query(
      'select from bomstream.enrichment_runs where bom_id = $1 and run = 2 for no key update',
      [
        bomId,
      ],
    );
    try {
      await note(bomId, '2-8');
    } finally {
      await busy.query('rollback');
    }
    expect(await state(bomId)).toEqual([[1, 5, 0, 'done'], [2, 0, 2, 'later']]);
    await note(bomId, '2-8');
    expect(await state(bomId)).toEqual([[1, 5, 0, 'done'], [2, 8, 0, 'done']]);
  });

  it('does not make a claim wait for a run that is being committed to, and is noted by the next', async () => {
    const runs = await newRuns(database, parts(50));
    await runs.start();
    await runs.claim(worker);
    const published = { bom_id: runs.bomId, event_id: '1-1' };
    const [busy, claiming] = [await database.session(), await database.session()];
    await claiming.query(`set lock_timeout = '10s'`);
    const claim = () =>
      database.call('bomstream_claim', { p_worker_id: randomUUID(), p_published: published }, claiming);
    await busy.query('begin');
    await busy.query('select from bomstream.enrichment_runs where bom_id = $1 for no key update', [
      runs.bomId,
    ]);
    try {
      await claim();
      expect((await state(runs.bomId))[0]!.slice(0, 2)).toEqual([1, 0]);
    } finally {
      await busy.query('rollback');
    }
    await claim();
    expect((await state(runs.bomId))[0]!.slice(0, 2)).toEqual([1, 1]);
  });
});

describe('what is handed out to be published', () => {
  beforeEach(() => database.query('delete from bomstream.boms'));

  const handOut = async (): Promise<Json[]> => await database.call('bomstream_unpublished', {});
  async function unpublished(
    { due = '-1 second', lastSeq = 2, publishedSeq = 0, status = 'paused' }: RunSketch = {},
  ) {
    const tenant = await database.tenant();
    const bomId = await newBom(tenant);
    await writeEvents(bomId, 1, lastSeq);
    await writeRun(bomId, { lastSeq, publishedSeq, due, status });
    return bomId;
  }
  /** Seconds until a BOM is due again. */
  const wait = async (bomId: string): Promise<number> =>
    (await database.query(
      'select extract(epoch from publish_due_at - clock_timestamp())::float as wait from bomstream.enrichment_runs where bom_id = $1',
      [bomId],
    ))[0].wait;

  it('is what is due, and has not been given to Redis', async () => {
    const due = await unpublished({ lastSeq: 5, publishedSeq: 3 });
    await unpublished({ due: '5 seconds' });
    await unpublished({ lastSeq: 2, publishedSeq: 2 });
    const handed = await handOut();
    expect(handed).toHaveLength(1);
    expect(handed[0]).toMatchObject({ bom_id: due, expire_seconds: 24 * 3600 });
    expect(eventIds(handed[0].events)).toEqual(['1-4', '1-5']);
    expect(await handOut()).toEqual([]);
  });

  it.each(['completed', 'failed', 'cancelled'])(
    'is kept an hour once the run has ended: %s',
    async (status) => {
      await unpublished({ status });
      expect(await handOut()).toMatchObject([{ expire_seconds: 3600 }]);
    },
  );

  it.each(['queued', 'enriching', 'paused'])(
    'is kept a day while any run of the BOM is at work, whichever it is of: %s',
    async (status) => {
      const bomId = await unpublished({ status: 'completed' });
      await writeRun(bomId, { run: 2, status });
      expect(await handOut()).toMatchObject([{ bom_id: bomId, expire_seconds: 24 * 3600 }]);
    },
  );

  it('may be a single event, and is nothing where its events are gone', async () => {
    const bomId = await unpublished({ lastSeq: 4, publishedSeq: 3 });
    const without = await newBom(await database.tenant());
    await writeRun(without, { lastSeq: 2, due: '-1 second' });
    const handed = await handOut();
    expect(handed.map(({ bom_id, events }) => [bom_id, eventIds(events)])).toEqual([[bomId, ['1-4']]]);
  });

  it('is never what Redis has already, which is not even touched', async () => {
    const bomId = await unpublished({ lastSeq: 2, publishedSeq: 2 });
    expect(await handOut()).toEqual([]);
    const [{ publish_failures }] = await database.query(
      'select publish_failures from bomstream.enrichment_runs where bom_id = $1',
      [bomId],
    );
    expect([publish_failures, await wait(bomId) < 0]).toEqual([0, true]);
  });

  it('is fifty events of a BOM at most, oldest first and over its runs, and no other BOM’s', async () => {
    const bomId = await newBom(await database.tenant());
    // The later run stands before the earlier one in the table: order is not what the table happens to have.
    await writeEvents(bomId, 1, TO_PUBLISH - 2);
    await writeEvents(bomId, 2, 12);
    await writeRun(bomId, { run: 2, lastSeq: 12, due: '-1 second' });
    await writeRun(bomId, { run: 1, status: 'completed', lastSeq: TO_PUBLISH - 2, due: '-1 second' });
    await unpublished({ due: '1 hour' });
    const [{ events }] = await handOut();
    expect(eventIds(events)).toEqual([...seqs(1, TO_PUBLISH - 2), ...seqs(1, 2, 2)]);
  });

  it('is of a BOM once, though several of its runs are due', async () => {
    const bomId = await unpublished({ status: 'completed' });
    await writeEvents(bomId, 2, 1);
    await writeRun(bomId, { run: 2, lastSeq: 1, due: '-1 second' });
    expect((await handOut()).map(({ bom_id }) => bom_id)).toEqual([bomId]);
  });

  it('is of twenty BOMs at most, those first that have waited longest', async () => {
    const boms: string[] = [];
    for (let i = 0; i < HANDED_OUT + 3; i++) {
      boms.push(await unpublished({ due: `-${((i * 7) % (HANDED_OUT + 3)) + 1} minutes` }));
    }
    const longest = (i: number) => ((i * 7) % (HANDED_OUT + 3)) + 1;
    const first = boms.filter((_, i) => longest(i) > 3);
    const handed = (await handOut()).map(({ bom_id }) => bom_id);
    expect(handed.sort()).toEqual(first.sort());
    const rest = (await handOut()).map(({ bom_id }) => bom_id);
    expect(rest.sort()).toEqual(boms.filter((_, i) => longest(i) <= 3).sort());
  });

  it('is put off for ten seconds, then twice as long each time, up to about ten minutes, never all equally', async () => {
    const bomId = await unpublished();
    const waits: number[] = [];
    for (let i = 0; i < 9; i++) {
      expect(await handOut()).toHaveLength(1);
      waits.push(await wait(bomId));
      await database.query('update bomstream.enrichment_runs set publish_due_at = clock_timestamp()');
    }
    for (const [i, seconds] of waits.entries()) {
      const expected = 10 * 2 ** Math.min(i, 6);
      expect(seconds).toBeGreaterThan(expected * 0.75 - 2);
      expect(seconds).toBeLessThanOrEqual(expected * 1.25);
    }
  });

  it('is spread, so that what failed together is not due together', async () => {
    const boms: string[] = [];
    for (let i = 0; i < HANDED_OUT; i++) boms.push(await unpublished());
    await handOut();
    const waits = await Promise.all(boms.map(wait));
    expect(Math.max(...waits) - Math.min(...waits)).toBeGreaterThan(0.5);
  });

  it('goes to one of two that ask at a time, and neither waits for the other', async () => {
    const bomId = await unpublished();
    const session = await database.session();
    const waiting = await database.session();
    await waiting.query(`set lock_timeout = '10s'`);
    await session.query('begin');
    try {
      expect(await database.call('bomstream_unpublished', {}, session)).toMatchObject([{ bom_id: bomId }]);
      const other = await unpublished();
      expect(await database.call('bomstream_unpublished', {}, waiting)).toMatchObject([{ bom_id: other }]);
    } finally {
      await session.query('commit');
    }
  });

  it('leaves nothing behind once it was noted', async () => {
    const runs = await newRuns(database, parts(2));
    await runs.start();
    const { lines } = await runs.claim(worker);
    await runs.commit(worker, results(lines));
    await database.query('update bomstream.enrichment_runs set publish_due_at = clock_timestamp()');
    const [{ bom_id, events }] = await handOut();
    const event_id = events.at(-1).event_id;
    await database.call('bomstream_published', { p_published: { bom_id, event_id } });
    await database.query(
      `update bomstream.enrichment_runs set publish_due_at = clock_timestamp() where publish_due_at < 'infinity'`,
    );
    expect(await handOut()).toEqual([]);
  });
});
