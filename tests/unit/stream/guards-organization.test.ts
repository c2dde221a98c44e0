/** The life of an organization's stream, through the endpoint: how it begins, resumes, fails and ends. */
import { describe, expect, it } from 'vitest';
import { DatabaseError, DatabaseUnavailable } from '../../../shared/database/port.ts';
import { Refusal } from '../../../shared/domain/refusal.ts';
import {
  formatOrganizationCursor,
  parseOrganizationCursor,
} from '../../../shared/stream/organization-cursor.ts';
import { deferred, settled } from '../support/clock.ts';
import { BOM, ORGANIZATION, OTHER_BOM, stored, USER } from '../support/events.ts';
import { refusal } from '../support/http.ts';
import { REDIS_DOWN } from '../support/hub.ts';
import { startOrganizationEndpoint } from '../support/organization.ts';
import { sseClient } from '../support/sse.ts';
import { ADMIN_TOKEN, NOTHING_LEFT } from '../support/stream-endpoint.ts';

const ofOther = (id: string) => stored(id, { bomId: OTHER_BOM });
const LOOK_MS = 5_000;

/** Which ids of one BOM a client received. */
const of = (bomId: string, ids: readonly string[]) =>
  ids.flatMap((id) => id.endsWith(`.${bomId}`) ? [id.slice(0, -bomId.length - 1)] : []);

describe('a stream over an organization begins', () => {
  it('with what it follows, whether there is more, and where events come from', async () => {
    const { organization, askAll, publish } = startOrganizationEndpoint({ active: [BOM, OTHER_BOM] });
    organization.more = true;
    publish(stored('1-1'), ofOther('4-7'));
    const response = await askAll();
    expect(response.headers.get('content-type')).toBe('text/event-stream');
    const client = sseClient(response.body!).start();
    await settled();
    expect(client.data('connected')).toEqual({
      schema_version: 1,
      organization_id: ORGANIZATION,
      bom_ids: [BOM, OTHER_BOM],
      more: true,
      store: 'redis',
    });
    expect(client.ids()).toEqual([`1-1.${BOM}`, `4-7.${OTHER_BOM}`]);
    expect(client.events()).not.toContain('reset');
  });

  it('with the newest event as it was stored, once for each BOM', async () => {
    const { followAll, publish, called } = startOrganizationEndpoint();
    const newest = stored('1-2', { payload: { filler: 'all of it' } });
    publish(stored('1-1'), newest);
    const client = await followAll();
    await settled();
    expect(client.frames.at(-1)).toMatchObject({ id: `1-2.${BOM}`, data: newest.json });
    expect(called()).toEqual(['bomstream_organization_connect', 'bomstream_newest']);
  });

  it.each<[string, string | null, string | undefined, Record<string, unknown>]>([
    ['for the user', null, undefined, { p_user_id: USER, p_with_admin_token: false }],
    ['with the admin token for nobody', ADMIN_TOKEN, ADMIN_TOKEN, {
      p_user_id: null,
      p_with_admin_token: true,
    }],
  ])('after the right was asked %s', async (_name, adminToken, token, args) => {
    const { askAll, database } = startOrganizationEndpoint({ adminToken });
    expect((await askAll('', token === undefined ? {} : { token })).status).toBe(200);
    expect(database.calls[0]).toEqual({
      name: 'bomstream_organization_connect',
      args: { ...args, p_organization_id: ORGANIZATION },
    });
  });

  it('with the table as its store while Redis is away, and says when it is back', async () => {
    const { followAll, redis, publish, clock } = startOrganizationEndpoint();
    publish(stored('1-1'));
    await followAll();
    redis.fail(REDIS_DOWN);
    await clock.advance(1_000);
    const client = await followAll();
    await settled();
    expect(client.data('connected')).toMatchObject({ store: 'table' });
    expect(client.events()).not.toContain('store');
    redis.fail(null);
    await clock.advance(10_000);
    expect(client.data('store')).toEqual({ store: 'redis' });
  });

  it.each(['bomstream_organization_connect', 'bomstream_newest'])(
    'with the store as it is at that moment, whatever it was while the rest was read: %s',
    async (heldUp) => {
      const { askAll, follow, instead, answers, redis, publish, clock } = startOrganizationEndpoint();
      publish(stored('1-1'));
      await follow();
      const answer = deferred<unknown>();
      instead[heldUp] = () => answer.promise;
      const asked = askAll();
      redis.fail(REDIS_DOWN);
      await clock.advance(1_000);
      answer.resolve(answers[heldUp]!({ p_bom_ids: [BOM] }));
      const client = sseClient((await asked).body!).start();
      await settled();
      expect(client.data('connected')).toMatchObject({ store: 'table' });
      expect(client.events()).not.toContain('store');
    },
  );

  it('without a BOM, and says which store it is as soon as one joins, if that changed meanwhile', async () => {
    const { followAll, follow, organization, redis, publish, clock } = startOrganizationEndpoint({
      active: [],
    });
    publish(ofOther('1-1'), stored('1-1'));
    const client = await followAll();
    await follow();
    redis.fail(REDIS_DOWN);
    await clock.advance(1_000);
    expect(client.data('connected')).toMatchObject({ store: 'redis' });
    organization.active = [OTHER_BOM];
    await clock.advance(LOOK_MS);
    expect(client.events()).toEqual(['connected', 'store', 'enrichment.started']);
    expect(client.data('store')).toEqual({ store: 'table' });
  });

  it('for the organization of its ticket, and for no other', async () => {
    const { askAll, askAt, tickets, called } = startOrganizationEndpoint();
    const scope = { kind: 'organization', id: ORGANIZATION } as const;
    const { ticket } = await tickets.issue({ userId: USER, scope, seconds: 900 });
    const another = `/enrichment-stream?organization_id=${OTHER_BOM}&token=${ticket}`;
    expect(await refusal(await askAt(another, { token: null }))).toEqual({
      status: 403,
      code: 'ticket_for_another',
    });
    expect(called()).toEqual([]);
    expect((await askAll(`&token=${ticket}`, { token: null })).status).toBe(200);
  });

  it.each(['', '?organization_id=', '?organization_id=all'])(
    'only for an id that is one: "%s"',
    async (query) => {
      const { askAt, called, leftBehind } = startOrganizationEndpoint();
      expect(await refusal(await askAt(`/enrichment-stream${query}`))).toEqual({
        status: 400,
        code: 'invalid_id',
      });
      expect(called()).toEqual([]);
      expect(await leftBehind()).toEqual(NOTHING_LEFT);
    },
  );
});

describe('a client that comes back', () => {
  const withHistory = () => {
    const started = startOrganizationEndpoint({ active: [OTHER_BOM] });
    started.publish(stored('1-1'), stored('1-2'), stored('1-3'), ofOther('1-1'), ofOther('1-2'));
    return started;
  };

  it('gets what it missed of its BOM, and the newest state of the others', async () => {
    const { followAll } = withHistory();
    const client = await followAll(`&last_event_id=1-1.${BOM}`);
    await settled();
    expect(of(BOM, client.ids())).toEqual(['1-2', '1-3']);
    expect(of(OTHER_BOM, client.ids())).toEqual(['1-2']);
    expect(client.events()).not.toContain('reset');
  });

  it('gets what happens to its BOM from then on, though nobody else watches it and it is not among the active', async () => {
    const { followAll, clock, publish } = withHistory();
    const client = await followAll('', { headers: { 'last-event-id': `1-3.${BOM}` } });
    await settled();
    publish(stored('1-4'));
    await clock.advance(1_000);
    expect(of(BOM, client.ids())).toEqual(['1-4']);
  });

  it('asks about the BOM of its cursor as itself, from that cursor on', async () => {
    const { askAll, database } = withHistory();
    await askAll(`&last_event_id=1-2.${BOM}`);
    expect(database.calls).toContainEqual({
      name: 'bomstream_connect',
      args: { p_user_id: USER, p_bom_id: BOM, p_cursor_run: 1, p_cursor_seq: 2, p_with_admin_token: false },
    });
  });

  it.each<[string, string]>([
    ['is none of ours', 'garbage'],
    ['names no BOM', '1-1'],
    ['names an event that never was', `1-9.${BOM}`],
    ['names a BOM that is not there', `1-1.${USER}`],
  ])('is told so where its cursor %s, and begins with the newest state', async (_name, cursor) => {
    const { followAll } = withHistory();
    const client = await followAll(`&last_event_id=${cursor}`);
    await settled();
    expect(client.events().slice(0, 2)).toEqual(['connected', 'reset']);
    expect(client.data('reset')).toEqual({ reason: 'cursor_lost' });
    expect(client.ids()).toEqual([`1-2.${OTHER_BOM}`]);
  });

  it('is told so where its cursor is too far behind to be made up for', async () => {
    const { followAll, commit, organization, clock } = startOrganizationEndpoint();
    commit(...Array.from({ length: 1_102 }, (_, i) => stored(`1-${i + 1}`)));
    const client = await followAll(`&last_event_id=1-1.${BOM}`);
    await settled();
    expect(client.data('reset')).toEqual({ reason: 'cursor_lost' });
    expect(client.ids()).toEqual([`1-1102.${BOM}`]);
    organization.active = [];
    const close = await followAll(`&last_event_id=1-102.${BOM}`);
    await clock.advance(2_000);
    expect(close.ids()).toHaveLength(1_000);
    expect(close.events()).not.toContain('reset');
  });

  it('is told so where its BOM has never run', async () => {
    const { followAll, addBom, instead, answers } = startOrganizationEndpoint({ active: [] });
    addBom(BOM);
    // Whatever a database says of the cursor: without an event there is nothing to go on from.
    instead.bomstream_connect = (args) =>
      Object.assign({}, answers.bomstream_connect!(args), { cursor: 'honoured' });
    const client = await followAll(`&last_event_id=1-1.${BOM}`);
    await settled();
    expect(client.events()).toEqual(['connected', 'reset']);
  });

  it('gets nothing of a BOM that belongs to another organization', async () => {
    const { followAll, clock, publish, organization } = withHistory();
    organization.organizationOf = (bomId) => bomId === BOM ? USER : ORGANIZATION;
    const client = await followAll(`&last_event_id=1-1.${BOM}`);
    publish(stored('1-4'));
    await clock.advance(1_000);
    expect(client.events()).toContain('reset');
    expect(of(BOM, client.ids())).toEqual([]);
  });

  it.each<[string, Error, string]>([
    ['the database is away', new DatabaseUnavailable(), 'database_unavailable'],
    ['the database fails', new DatabaseError('42883', 'bomstream_connect'), 'internal_error'],
  ])('keeps its cursor and is asked to come again while %s', async (_name, error, code) => {
    const { followAll, askAll, instead, leftBehind } = withHistory();
    instead.bomstream_connect = () => {
      throw error;
    };
    const client = await followAll(`&last_event_id=1-1.${BOM}`);
    await settled();
    expect(client.events()).toEqual(['stream_error']);
    expect(client.data('stream_error')).toMatchObject({ code });
    expect((await askAll(`&last_event_id=1-1.${BOM}&client=a`)).status).toBeGreaterThanOrEqual(500);
    expect(await leftBehind()).toEqual(NOTHING_LEFT);
  });

  it('is refused where the right to its BOM is', async () => {
    const { askAll, instead } = withHistory();
    instead.bomstream_connect = () => {
      throw new Refusal('forbidden', 'viewer_required', 'No.');
    };
    expect(await refusal(await askAll(`&last_event_id=1-1.${BOM}`))).toEqual({
      status: 403,
      code: 'viewer_required',
    });
  });
});

describe('a stream over an organization that cannot be opened', () => {
  it.each([[403, 'forbidden', 'viewer_required'], [404, 'missing', 'organization_not_found']] as const)(
    'is refused as the database says, and nothing is left behind: %d',
    async (status, kind, code) => {
      const { askAll, instead, leftBehind } = startOrganizationEndpoint();
      instead.bomstream_organization_connect = () => {
        throw new Refusal(kind, code, 'No.');
      };
      expect(await refusal(await askAll())).toEqual({ status, code });
      expect(await leftBehind()).toEqual(NOTHING_LEFT);
    },
  );

  it.each<[string, () => unknown]>([
    ['fails', () => {
      throw new DatabaseError('42883', 'bomstream_newest');
    }],
    ['gives an event of another BOM', () => [{ bom_id: BOM, event: JSON.parse(ofOther('1-1').json) }]],
  ])('because reading the newest state %s leaves nothing behind', async (_name, newest) => {
    const { askAll, instead, clock, called, leftBehind, log } = startOrganizationEndpoint();
    instead.bomstream_newest = newest;
    expect((await askAll('&client=a')).status).toBeGreaterThanOrEqual(500);
    expect(await leftBehind()).toEqual(NOTHING_LEFT);
    const calls = called().length;
    await clock.advance(12 * LOOK_MS);
    expect(called()).toHaveLength(calls);
    expect(log.events()).toContain('stream_refused');
  });
});

it('a stream that resumed a BOM and could not be opened after all leaves that BOM, too', async () => {
  const { askAll, instead, publish, hub, leftBehind } = startOrganizationEndpoint({ active: [OTHER_BOM] });
  publish(stored('1-1'), stored('1-2'), ofOther('1-1'));
  instead.bomstream_newest = () => {
    throw new DatabaseUnavailable();
  };
  expect((await askAll(`&client=a&last_event_id=1-1.${BOM}`)).status).toBe(503);
  expect(hub.counts.topics).toBe(0);
  expect(await leftBehind()).toEqual(NOTHING_LEFT);
});

it.each([
  `0-0.${BOM}`,
  `1-0.${BOM}`,
  `99999999999-1.${BOM}`,
  `1-1.${BOM.toUpperCase()}`,
  `1-1.${BOM}x`,
  `x1-1.${BOM}`,
  `1-1-${BOM}`,
  `1-1.`,
])('a cursor over an organization is one of ours or none: %s', (text) => {
  const cursor = { bomId: BOM, id: { run: 3, seq: 17 } };
  expect(parseOrganizationCursor(formatOrganizationCursor(cursor))).toEqual(cursor);
  expect(parseOrganizationCursor(text)).toBeNull();
});

describe('a stream whose client is gone before it is open', () => {
  async function replacedWhile(
    heldUp: 'bomstream_organization_connect' | 'bomstream_newest',
    cursor: string,
  ) {
    const started = startOrganizationEndpoint();
    const { instead, answers, askAll, publish, clock } = started;
    publish(stored('1-1'), ofOther('1-1'));
    const answer = deferred<unknown>();
    instead[heldUp] = () => answer.promise;
    const older = askAll(`&client=page&last_event_id=${cursor}`);
    await settled();
    delete instead[heldUp];
    const newer = sseClient((await askAll('&client=page')).body!).start();
    answer.resolve(answers[heldUp]!({ p_bom_ids: [BOM] }));
    const response = await older;
    await clock.advance(1_000);
    return { ...started, newer, older: sseClient(response.body!).start() };
  }

  it.each(
    [
      ['bomstream_organization_connect', ''],
      ['bomstream_newest', ''],
      ['bomstream_organization_connect', `1-1.${OTHER_BOM}`],
      ['bomstream_newest', `1-1.${OTHER_BOM}`],
    ] as const,
  )(
    'because it was replaced is no stream of the isolate any more: %s, with the cursor "%s"',
    async (heldUp, cursor) => {
      const { sessions, newer, older, publish, clock, called, hub, leftBehind } = await replacedWhile(
        heldUp,
        cursor,
      );
      expect(sessions.size).toBe(1);
      publish(stored('1-2'));
      await clock.advance(1_000);
      expect(newer.ids()).toEqual([`1-1.${BOM}`, `1-2.${BOM}`]);
      expect(older.events()).not.toContain('enrichment.progress');
      await newer.leave();
      expect(hub.counts.topics).toBe(0);
      expect(await leftBehind()).toEqual(NOTHING_LEFT);
      const calls = called().length;
      await clock.advance(12 * LOOK_MS);
      expect(called()).toHaveLength(calls);
    },
  );
});

describe('looks for what is new', () => {
  const HOUR = 3_600_000;

  it.each([
    ['are rare for one who comes back to what is old', '&last_event_id=1-2.' + BOM, 14_000],
    ['are frequent for one who comes back to what is new', '&last_event_id=1-1.' + OTHER_BOM, 5_000],
    ['are frequent for one who has just come', '', 5_000],
    ['are frequent for one whose place is lost', '&last_event_id=7-7.' + BOM, 5_000],
  ])('%s', async (_what, query, expected) => {
    const { followAll, commit, clock, hub } = startOrganizationEndpoint({ active: [] });
    commit(stored('1-1'), stored('1-2', { type: 'enrichment.completed' }));
    await clock.advance(HOUR);
    const createdAt = new Date(clock.now() - 60_000).toISOString();
    commit(stored('1-1', { bomId: OTHER_BOM, type: 'enrichment.paused', createdAt }));
    await followAll(query);
    expect(hub.lookMs).toBe(expected);
  });
});

describe('a stream over an organization goes on', () => {
  it('with BOMs whose runs start, within five seconds', async () => {
    const { followAll, organization, publish, clock } = startOrganizationEndpoint({ active: [] });
    const client = await followAll();
    publish(stored('1-1'), ofOther('1-1'));
    organization.active = [BOM, OTHER_BOM];
    await clock.advance(LOOK_MS);
    publish(ofOther('1-2'), stored('1-2'));
    await clock.advance(1_000);
    expect(of(BOM, client.ids())).toEqual(['1-1', '1-2']);
    expect(of(OTHER_BOM, client.ids())).toEqual(['1-1', '1-2']);
  });

  it('when a look or a join fails, which is logged by the name of the error, and tries again', async () => {
    const { followAll, organization, instead, publish, clock, log } = startOrganizationEndpoint({
      active: [],
    });
    const client = await followAll();
    publish(stored('1-1'));
    organization.active = [BOM];
    instead.bomstream_newest = () => {
      throw new TypeError('https://secret');
    };
    await clock.advance(LOOK_MS);
    expect(log.entries).toEqual([{ event: 'organization_join_failed', error: 'TypeError' }]);
    expect([client.ids(), client.end]).toEqual([[], 'open']);
    delete instead.bomstream_newest;
    await clock.advance(LOOK_MS);
    expect(client.ids()).toEqual([`1-1.${BOM}`]);
  });

  it('is asked about once at a time, however slowly the database answers', async () => {
    const { followAll, organization, instead, answers, clock, called, publish } = startOrganizationEndpoint({
      active: [],
    });
    const client = await followAll();
    publish(stored('1-1'));
    organization.active = [BOM];
    const answer = deferred<unknown>();
    instead.bomstream_active = () => answer.promise;
    const looks = () => called().filter((name) => name === 'bomstream_active').length;
    await clock.advance(12 * LOOK_MS);
    expect(looks()).toBe(1);
    delete instead.bomstream_active;
    answer.resolve(answers.bomstream_active!({}));
    await settled();
    expect(client.ids()).toEqual([`1-1.${BOM}`]);
    await clock.advance(LOOK_MS);
    expect(looks()).toBe(2);
  });

  it('with its neighbours’ events intact when it leaves, and asks no more once nobody follows', async () => {
    const { followAll, publish, clock, called, leftBehind } = startOrganizationEndpoint();
    publish(stored('1-1'));
    const [gone, stays] = [await followAll(), await followAll()];
    await gone.leave();
    publish(stored('1-2'));
    await clock.advance(LOOK_MS);
    expect(stays.ids()).toEqual([`1-1.${BOM}`, `1-2.${BOM}`]);
    expect(called().filter((name) => name === 'bomstream_active')).toHaveLength(1);
    await stays.leave();
    expect(await leftBehind()).toEqual(NOTHING_LEFT);
  });
});

describe('a stream over an organization ends', () => {
  it('with its organization, which it says within six seconds, and leaves nothing behind', async () => {
    const { followAll, instead, publish, clock, log, leftBehind } = startOrganizationEndpoint();
    publish(stored('1-1'));
    const client = await followAll();
    instead.bomstream_active = () => [];
    await clock.advance(6_000);
    expect([client.data('stream_end'), client.end]).toEqual([
      { reason: 'deleted', event_id: null },
      'closed',
    ]);
    expect(log.entries.at(-1)).toMatchObject({ event: 'stream_closed', reason: 'deleted' });
    expect(await leftBehind()).toEqual(NOTHING_LEFT);
  });

  it('with a line in the log that says which and what it sent', async () => {
    const { followAll, publish, clock, log } = startOrganizationEndpoint({ active: [BOM, OTHER_BOM] });
    publish(stored('1-1'), ofOther('1-1'));
    const client = await followAll();
    publish(stored('1-2'));
    await clock.advance(1_000);
    await client.leave();
    expect(log.entries).toEqual([
      expect.objectContaining({
        event: 'stream_closed',
        organization_id: ORGANIZATION,
        reason: 'client_left',
        delivered: 3,
        conflated: 0,
        sessions: 0,
      }),
    ]);
  });

  it('by rotation before its isolate does, and leaves nothing behind', async () => {
    const { followAll, clock, leftBehind } = startOrganizationEndpoint();
    const client = await followAll();
    await clock.advance(299_000);
    expect(client.end).toBe('open');
    await clock.advance(53_000);
    expect(client.data('reconnect')).toMatchObject({ reason: 'rotation' });
    expect(client.end).toBe('closed');
    expect(await leftBehind()).toEqual(NOTHING_LEFT);
  });

  it('with its isolate, when that says so', async () => {
    const { followAll, sessions, leftBehind } = startOrganizationEndpoint();
    const client = await followAll();
    sessions.rotateAll();
    await settled();
    expect(client.events().at(-1)).toBe('reconnect');
    expect(await leftBehind()).toEqual(NOTHING_LEFT);
  });

  it('when the same client opens a newer one', async () => {
    const { followAll, sessions } = startOrganizationEndpoint();
    const older = await followAll('&client=page');
    const newer = await followAll('&client=page');
    await settled();
    expect(older.data('stream_error')).toMatchObject({ code: 'replaced' });
    expect([older.end, newer.end, sessions.size]).toEqual(['closed', 'open', 1]);
  });

  it('with its ticket, which it says half a minute before', async () => {
    const { followAll, tickets, clock } = startOrganizationEndpoint();
    const scope = { kind: 'organization', id: ORGANIZATION } as const;
    const { ticket } = await tickets.issue({ userId: USER, scope, seconds: 60 });
    const client = await followAll(`&token=${ticket}`, { token: null });
    await clock.advance(31_000);
    expect(client.events()).toContain('reauth');
    await clock.advance(29_000);
    expect(client.end).toBe('closed');
  });
});
