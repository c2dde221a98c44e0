/** What becomes of a stream whose viewer loses the right to it, or of whom nobody can say whether he has it. */
import { describe, expect, it } from 'vitest';
import { roleChanged, streamEnd } from '../../../shared/api/stream.ts';
import { DatabaseUnavailable } from '../../../shared/database/port.ts';
import { deferred, settled } from '../support/clock.ts';
import { BOM, ORGANIZATION, OTHER_USER, runOf, stored, USER } from '../support/events.ts';
import { OTHER_TOKEN } from '../support/http.ts';
import { sseClient } from '../support/sse.ts';
import { ADMIN_TOKEN, connectAnswer, NOTHING_LEFT, startStreamEndpoint } from '../support/stream-endpoint.ts';

const running = runOf({ length: 3 });
const MINUTE = 60_000;
/** Of a removal until its stream is closed. */
const NOTICED_WITHIN = 35_000;

type Lost = { user_id: string; kind: string; id: string; reason?: string; role?: string }[];
const revoked = (user_id = USER) => ({ user_id, kind: 'bom', id: BOM, reason: 'access_revoked' });

function start(sketch: Parameters<typeof startStreamEndpoint>[0] = {}) {
  const rights: { lost: Lost; answer: (lost: Lost) => Lost | Promise<Lost> } = {
    lost: [],
    answer: (lost) => lost,
  };
  const endpoint = startStreamEndpoint({
    history: running,
    ...sketch,
    functions: { bomstream_lost_rights: () => rights.answer([...rights.lost]) },
  });
  return {
    ...endpoint,
    rights,
    away: () =>
      rights.answer = () => {
        throw new DatabaseUnavailable();
      },
    askedAbout: () =>
      endpoint.database.calls.flatMap(({ name, args }) =>
        name === 'bomstream_lost_rights' ? [args.p_viewers as unknown[]] : []
      ),
  };
}

describe('rights', () => {
  it('are asked for again within half a minute, for all viewers at once, each of them once', async () => {
    const { follow, clock, askedAbout } = start();
    await follow();
    await follow();
    await follow('', { token: OTHER_TOKEN });
    await clock.advance(30_000);
    const pairs = [USER, OTHER_USER].map((user_id) => ({ user_id, kind: 'bom', id: BOM }));
    expect(askedAbout()).toEqual([pairs]);
    await clock.advance(60_000);
    expect(askedAbout().length).toBeGreaterThanOrEqual(3);
    expect(askedAbout().length).toBeLessThanOrEqual(5);
  });

  it('of a ticket are its user’s, to what it was issued for', async () => {
    const { askAt, clock, tickets, askedAbout } = start();
    const scope = { kind: 'organization', id: ORGANIZATION } as const;
    const { ticket } = await tickets.issue({ userId: OTHER_USER, scope, seconds: 900 });
    const at = `/enrichment-stream?organization_id=${ORGANIZATION}&token=${ticket}`;
    expect((await askAt(at, { token: null })).status).toBe(200);
    await clock.advance(30_000);
    expect(askedAbout()).toEqual([[{ user_id: OTHER_USER, ...scope }]]);
  });

  it('are nobody’s where the admin token is', async () => {
    const { follow, clock, away, askedAbout } = start({ adminToken: ADMIN_TOKEN });
    away();
    const client = await follow('', { token: ADMIN_TOKEN });
    await clock.advance(5 * MINUTE + 15_000);
    expect(askedAbout()).toEqual([]);
    expect(client.end).toBe('open');
  });

  it('are asked for by nobody once nobody watches', async () => {
    const { follow, clock, askedAbout, leftBehind } = start();
    const [one, other] = [await follow(), await follow()];
    await clock.advance(1_000);
    await one.leave();
    await other.leave();
    await clock.advance(MINUTE);
    expect(askedAbout()).toEqual([]);
    expect(await leftBehind()).toEqual(NOTHING_LEFT);
  });
});

describe('whoever lost the right', () => {
  it.each(['access_revoked', 'deleted'])('is told so at the end, and closed: %s', async (reason) => {
    const { follow, clock, rights, publish, leftBehind, log } = start();
    const client = await follow();
    const other = await follow('', { token: OTHER_TOKEN });
    rights.lost = [{ ...revoked(), reason }];
    await clock.advance(NOTICED_WITHIN);
    expect(streamEnd.parse(client.data('stream_end'))).toEqual({ reason, event_id: null });
    expect(client.end).toBe('closed');
    publish(stored('1-4'));
    await clock.advance(5_000);
    expect(client.events().at(-1)).toBe('stream_end');
    expect(other.ids()).toEqual(['1-3', '1-4']);
    expect(log.entries.filter(({ event }) => event === 'stream_closed')).toMatchObject([{ reason }]);
    await other.leave();
    expect(await leftBehind()).toEqual(NOTHING_LEFT);
  });

  it('gets nothing of what still waits, though it reads on', async () => {
    const { ask, clock, rights, publish } = start();
    const client = sseClient((await ask()).body!);
    await clock.advance(18_000);
    const filler = 'x'.repeat(20_000);
    for (let seq = 4; seq <= 9; seq++) publish(stored(`1-${seq}`, { payload: { filler } }));
    await clock.advance(1_900);
    rights.lost = [revoked()];
    await clock.advance(100);
    client.start();
    await settled();
    expect(client.ids()).toEqual(['1-3']);
    expect(client.events().at(-1)).toBe('stream_end');
    expect(client.end).toBe('closed');
  });

  it('gets nothing behind an end that came before', async () => {
    const { ask, clock, rights, publish, sessions, log } = start();
    const client = sseClient((await ask()).body!);
    await clock.advance(18_000);
    const filler = 'x'.repeat(20_000);
    for (let seq = 4; seq <= 9; seq++) publish(stored(`1-${seq}`, { payload: { filler } }));
    await clock.advance(1_900);
    sessions.rotateAll();
    rights.lost = [revoked()];
    await clock.advance(100);
    client.start();
    await settled();
    expect(client.ids()).toEqual(['1-3']);
    expect(client.events().at(-1)).toBe('stream_end');
    expect(log.entries).toContainEqual(expect.objectContaining({ reason: 'access_revoked' }));
  });

  it('is cut off soon where it does not read', async () => {
    const { ask, clock, rights, publish, sessions } = start();
    await ask();
    // More than is written ahead of a client, so that not even a last word is.
    for (let seq = 4; seq <= 9; seq++) publish(stored(`1-${seq}`));
    await clock.advance(18_000);
    rights.lost = [revoked()];
    expect(sessions.size).toBe(1);
    await clock.advance(4_000);
    expect(sessions.size).toBe(0);
  });

  it('and has it again keeps the stream that it opened meanwhile', async () => {
    const { follow, clock, rights } = start();
    const { promise, resolve } = deferred<Lost>();
    const before = await follow();
    rights.answer = () => promise;
    await clock.advance(30_000);
    const after = await follow();
    resolve([revoked()]);
    await settled();
    expect(before.events().at(-1)).toBe('stream_end');
    expect(after.end).toBe('open');
  });
});

describe('whoever has another role', () => {
  const asEditor: Parameters<typeof startStreamEndpoint>[0] = {
    connect: (args) => ({ ...connectAnswer(running, args), role: 'editor' }),
  };

  it('is told it, once, where the database was told which they had', async () => {
    const { follow, clock, rights, askedAbout } = start(asEditor);
    const client = await follow();
    expect(client.data('connected')).toMatchObject({ role: 'editor' });
    rights.lost = [{ user_id: USER, kind: 'bom', id: BOM, role: 'viewer' }];
    await clock.advance(NOTICED_WITHIN);
    expect(roleChanged.parse(client.data('role_changed'))).toEqual({ role: 'viewer' });
    await clock.advance(2 * NOTICED_WITHIN);
    expect(client.events().filter((name) => name === 'role_changed')).toHaveLength(1);
    expect(client.end).toBe('open');
    const right = { user_id: USER, kind: 'bom', id: BOM };
    expect(askedAbout().slice(0, 2)).toEqual([[{ ...right, role: 'editor' }], [{
      ...right,
      role: 'viewer',
    }]]);
  });

  it('is told within seconds where the look at the organization says that its members are others', async () => {
    let members_changed_at: string | null = null;
    const right = { user_id: USER, kind: 'organization', id: ORGANIZATION };
    const active = () => ({ bom_ids: [], more: false, changed: [], deleted: [], members_changed_at });
    const { askAt, clock, database } = startStreamEndpoint({
      functions: {
        bomstream_organization_connect: () => ({ ...active(), role: 'admin' }),
        bomstream_active: () => [{ organization_id: ORGANIZATION, ...active() }],
        bomstream_lost_rights: () => members_changed_at === null ? [] : [{ ...right, role: 'editor' }],
      },
    });
    const client = sseClient((await askAt(`/enrichment-stream?organization_id=${ORGANIZATION}`)).body!)
      .start();
    await clock.advance(1_000);
    members_changed_at = '2026-11-28T10:00:00Z';
    await clock.advance(6_000);
    expect(client.data('role_changed')).toEqual({ role: 'editor' });
    expect(database.calls.filter(({ name }) => name === 'bomstream_lost_rights')).toHaveLength(1);
  });
});

describe('while nobody can say who has which right', () => {
  it('streams go on for five minutes since it was last confirmed, then have to come back', async () => {
    const { follow, clock, away, publish, log } = start();
    const client = await follow();
    await clock.advance(21_000);
    away();
    await clock.advance(4.5 * MINUTE);
    publish(stored('1-4'));
    await clock.advance(5_000);
    expect(client.ids()).toContain('1-4');
    expect(client.end).toBe('open');
    await clock.advance(25_000);
    expect(client.events().at(-1)).toBe('reauth');
    expect(client.end).toBe('closed');
    expect(log.entries).toContainEqual(expect.objectContaining({ event: 'rights_unknown' }));
    expect(log.entries).toContainEqual(
      expect.objectContaining({ event: 'stream_closed', reason: 'unconfirmed' }),
    );
  });

  it('streams go on for good once somebody can again', async () => {
    const { follow, clock, rights, away } = start();
    const client = await follow();
    away();
    await clock.advance(4.5 * MINUTE);
    rights.answer = (lost) => lost;
    await clock.advance(50_000);
    expect(client.end).toBe('open');
  });

  it('a removal is noticed as soon as somebody can', async () => {
    const { follow, clock, rights, away } = start();
    const client = await follow();
    away();
    await clock.advance(40_000);
    rights.answer = () => [revoked()];
    await clock.advance(5_000);
    expect(client.end).toBe('closed');
  });

  it('a slow database is not asked ever more, and five minutes are five minutes', async () => {
    const { follow, clock, rights, askedAbout } = start();
    const client = await follow();
    rights.answer = () => new Promise(() => {});
    await clock.advance(5 * MINUTE + 10_000);
    expect(askedAbout()).toHaveLength(1);
    expect(client.end).toBe('closed');
  });
});
