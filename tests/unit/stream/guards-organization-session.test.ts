/** What a stream over an organization does with its BOMs: when they come, go, are deleted, restored or cannot be read. */
import { describe, expect, it } from 'vitest';
import { parseEventId } from '../../../shared/domain/event-id.ts';
import { settled } from '../support/clock.ts';
import { BOM, OTHER_BOM, runOf, stored } from '../support/events.ts';
import { REDIS_DOWN, TABLE_DOWN, watcher } from '../support/hub.ts';
import { startOrganizationSession } from '../support/organization.ts';

const ofOther = (id: string, sketch = {}) => stored(id, { ...sketch, bomId: OTHER_BOM });
const end = { type: 'enrichment.completed' } as const;

describe('a BOM that joins', () => {
  it('misses nothing though another client, let in with a newer state, was faster', async () => {
    const { hub, client, clock, publish, open, holdReads } = startOrganizationSession();
    publish(stored('1-1'));
    const release = holdReads();
    const opening = open({ bomIds: [BOM] });
    await settled();
    publish(stored('1-2'), stored('1-3'), stored('1-4'));
    const fast = watcher();
    hub.attach(BOM, fast);
    hub.startFrom(BOM, fast, stored('1-4'));
    release();
    await opening;
    await settled();
    publish(stored('1-5'));
    await clock.advance(500);
    expect(client.ids()).toEqual(['1-1', '1-2', '1-3', '1-4', '1-5'].map((id) => `${id}.${BOM}`));
  });

  it('is not read for again when the stream stands where the hub does', async () => {
    const { client, clock, table, publish, open } = startOrganizationSession();
    publish(stored('1-1'));
    await open({ bomIds: [BOM] });
    await clock.advance(1_000);
    expect(client.ids()).toEqual([`1-1.${BOM}`]);
    expect(table.reads).toEqual([]);
  });

  it('and has never run is followed up to its first run', async () => {
    const { client, clock, publish, open } = startOrganizationSession();
    await open({ bomIds: [BOM] });
    await settled();
    expect(client.events()).toEqual(['connected']);
    publish(stored('1-1'));
    await clock.advance(6_000);
    expect(client.ids()).toEqual([`1-1.${BOM}`]);
  });

  it('reaches the client at once, though it was found long after the opening', async () => {
    const { client, session, publish, open } = startOrganizationSession();
    await open();
    await settled();
    publish(stored('1-1'));
    await session.follow([BOM]);
    await settled();
    expect(client.ids()).toEqual([`1-1.${BOM}`]);
  });
});

describe('an opening', () => {
  it('is done when the BOMs have joined, or fails as reading their state does', async () => {
    const { hub, publish, open, failReads } = startOrganizationSession();
    publish(stored('1-1'));
    failReads(new Error('away'));
    await expect(open({ bomIds: [BOM] })).rejects.toThrow('away');
    expect(hub.counts.topics).toBe(0);
  });

  it('says that a cursor was lost, before any state', async () => {
    const { client, publish, open } = startOrganizationSession();
    publish(stored('1-1'));
    await open({ bomIds: [BOM], reset: true });
    await settled();
    expect(client.events()).toEqual(['connected', 'reset', 'enrichment.started']);
    expect(client.data('reset')).toEqual({ reason: 'cursor_lost' });
  });

  it('says nothing of a lost cursor where none was', async () => {
    const { client, open } = startOrganizationSession();
    await open({ reset: false });
    await settled();
    expect(client.events()).toEqual(['connected']);
  });
});

describe('a resumed BOM', () => {
  it('is watched though it is not among the active, and no one else watches it', async () => {
    const { client, clock, publish, open } = startOrganizationSession();
    publish(stored('1-1'), stored('1-2'));
    await open({ resumed: { bomId: BOM, cursor: parseEventId('1-2')!, newest: stored('1-2') } });
    await settled();
    publish(stored('1-3'));
    await clock.advance(500);
    expect(client.ids()).toEqual([`1-3.${BOM}`]);
  });

  it('gets hundreds of missed events page by page, and what happens meanwhile once, behind them', async () => {
    const { client, clock, publish, open } = startOrganizationSession();
    publish(...runOf({ length: 250 }));
    await open({ resumed: { bomId: BOM, cursor: parseEventId('1-1')!, newest: stored('1-250') } });
    publish(stored('1-251'));
    await clock.advance(2_000);
    expect(client.ids()).toEqual(Array.from({ length: 250 }, (_, i) => `1-${i + 2}.${BOM}`));
  });

  it('that cannot be read on breaks the stream off, for the client to come back with its cursor', async () => {
    const { client, table, hub, clock, publish, open, closed } = startOrganizationSession();
    publish(...runOf({ length: 250 }));
    table.fail(TABLE_DOWN);
    await open({ resumed: { bomId: BOM, cursor: parseEventId('1-1')!, newest: stored('1-250') } });
    await settled();
    expect([client.end, closed]).toEqual(['broken', ['store_failed']]);
    await clock.advance(6_000);
    expect([hub.counts.topics, clock.pending()]).toEqual([0, []]);
  });
});

describe('a BOM whose run has ended', () => {
  it('stays while it is among the recent ones, and is not read for again at each look', async () => {
    const { hub, client, clock, session, publish, open, asked } = startOrganizationSession();
    publish(stored('1-1'));
    await open({ bomIds: [BOM] });
    publish(stored('1-2', end));
    await clock.advance(500);
    for (let look = 0; look < 3; look++) await session.follow([BOM]);
    expect(asked).toEqual([[BOM]]);
    expect(hub.counts.topics).toBe(1);
    publish(stored('2-1'));
    await clock.advance(6_000);
    expect(client.ids()).toEqual([`1-1.${BOM}`, `1-2.${BOM}`, `2-1.${BOM}`]);
  });

  it('leaves alone: those whose runs go on stay', async () => {
    const { client, clock, session, publish, open } = startOrganizationSession();
    publish(stored('1-1'), ofOther('1-1'));
    await open({ bomIds: [BOM, OTHER_BOM] });
    publish(stored('1-2', end));
    await clock.advance(500);
    await session.follow([]);
    publish(ofOther('1-2'));
    await clock.advance(500);
    expect(client.ids().at(-1)).toBe(`1-2.${OTHER_BOM}`);
  });

  it('and that left and came back with its next run shows all of that run and nothing again', async () => {
    const { client, clock, session, publish, open } = startOrganizationSession();
    publish(stored('1-1', end));
    await open({ bomIds: [BOM] });
    await settled();
    await session.follow([]);
    publish(stored('2-1'));
    await session.follow([BOM]);
    publish(stored('2-2'));
    await clock.advance(500);
    expect(client.ids()).toEqual([`1-1.${BOM}`, `2-1.${BOM}`, `2-2.${BOM}`]);
  });
});

describe('a BOM that is gone', () => {
  it('is nothing that the stream keeps: with its id back among the active it joins anew', async () => {
    const { hub, client, clock, session, table, publish, open, asked } = startOrganizationSession();
    publish(stored('1-1'));
    await open({ bomIds: [BOM] });
    table.say(BOM, 'gone');
    await clock.advance(16_000);
    expect(hub.counts.topics).toBe(0);
    table.say(BOM, null);
    publish(stored('1-2'));
    await session.follow([BOM]);
    publish(stored('1-3'));
    await clock.advance(1_000);
    expect(asked).toEqual([[BOM], [BOM]]);
    expect(client.ids().slice(-2)).toEqual([`1-2.${BOM}`, `1-3.${BOM}`]);
  });
});

describe('a BOM that is gone and back while its state is still being read', () => {
  async function joinedTwice() {
    const started = startOrganizationSession();
    const { hub, clock, session, table, publish, open, holdReads } = started;
    await open();
    publish(stored('1-1'));
    const other = watcher();
    hub.attach(BOM, other);
    hub.startFrom(BOM, other, stored('1-1'));
    const releaseFirst = holdReads();
    const first = session.follow([BOM]);
    table.say(BOM, 'gone');
    await clock.advance(16_000);
    table.say(BOM, null);
    const releaseSecond = holdReads();
    const second = session.follow([BOM]);
    return { ...started, first, second, releaseFirst, releaseSecond };
  }

  it('is shown once, and what happens to it', async () => {
    const { client, clock, publish, first, second, releaseFirst, releaseSecond } = await joinedTwice();
    releaseFirst();
    releaseSecond();
    await Promise.all([first, second]);
    publish(stored('1-2'));
    await clock.advance(1_000);
    expect(client.ids()).toEqual([`1-1.${BOM}`, `1-2.${BOM}`]);
  });

  it('is not given up because the first read failed', async () => {
    const { client, clock, publish, first, second, releaseFirst, releaseSecond, failReads } =
      await joinedTwice();
    failReads(new Error('away'));
    releaseFirst();
    await expect(first).rejects.toThrow('away');
    failReads(null);
    releaseSecond();
    await second;
    publish(stored('1-2'));
    await clock.advance(1_000);
    expect(client.ids()).toEqual([`1-1.${BOM}`, `1-2.${BOM}`]);
  });
});

describe('a database that was restored', () => {
  it('makes the client come back for what there is, and leaves nothing behind', async () => {
    const { hub, client, clock, table, publish, open, closed } = startOrganizationSession();
    publish(stored('1-1'), ofOther('1-1'));
    await open({ bomIds: [BOM, OTHER_BOM] });
    table.say(BOM, 'ahead');
    await clock.advance(16_000);
    expect(client.data('reconnect')).toMatchObject({ reason: 'restored' });
    expect([client.end, closed]).toEqual(['closed', ['restored']]);
    await clock.advance(6_000);
    expect([hub.counts.topics, clock.pending()]).toEqual([0, []]);
  });
});

describe('a stream that has ended', () => {
  it('takes no BOM in any more', async () => {
    const { hub, client, clock, session, redis, publish, open, asked } = startOrganizationSession();
    await open();
    await client.leave();
    publish(stored('1-1'));
    await session.follow([BOM]);
    await clock.advance(20_000);
    expect([hub.counts.topics, redis.reads, asked, clock.pending()]).toEqual([0, [], [], []]);
  });

  it('while a BOM joined leaves nothing behind', async () => {
    const { hub, client, clock, session, publish, open, holdReads } = startOrganizationSession();
    await open();
    publish(stored('1-1'));
    const release = holdReads();
    const joining = session.follow([BOM]);
    await settled();
    await client.leave();
    release();
    await joining;
    await clock.advance(20_000);
    expect([hub.counts.topics, clock.pending(), client.ids()]).toEqual([0, [], []]);
  });

  it('sends nothing behind its last word', async () => {
    const { client, clock, session, hub, redis, publish, open } = startOrganizationSession();
    publish(stored('1-1'));
    await open({ bomIds: [BOM] });
    const other = watcher();
    hub.attach(BOM, other);
    hub.startFrom(BOM, other, stored('1-1'));
    session.rotate();
    publish(stored('1-2'));
    redis.fail(REDIS_DOWN);
    await clock.advance(2_000);
    session.tick();
    session.rotate();
    session.replace();
    await settled();
    expect(client.events()).toEqual(['connected', 'enrichment.started', 'reconnect']);
  });

  it('while its client does not read queues no event, and no change of store, behind its last word', async () => {
    const { clock, session, redis, publish, open, client } = startOrganizationSession({ reading: false });
    publish(stored('1-1'), ofOther('1-1'));
    await open({ bomIds: [BOM, OTHER_BOM] });
    publish(...runOf({ length: 9 }).slice(1));
    await clock.advance(500);
    session.rotate();
    publish(ofOther('1-2'));
    redis.fail(REDIS_DOWN);
    await clock.advance(2_000);
    client.start();
    await settled();
    expect(client.events().at(-1)).toBe('reconnect');
    expect(client.ids()).not.toContain(`1-2.${OTHER_BOM}`);
    expect(client.events()).not.toContain('store');
    expect(client.end).toBe('closed');
  });
});

describe('a stream over an organization that is silent', () => {
  it('gives a keepalive', async () => {
    const { client, clock, session, open } = startOrganizationSession();
    clock.every(1_000, () => session.tick());
    await open();
    await settled();
    const before = client.frames.length;
    await clock.advance(16_000);
    expect(client.frames).toHaveLength(before + 1);
  });

  it('counts what it sent', async () => {
    const { client, session, publish, open } = startOrganizationSession();
    publish(stored('1-1'), ofOther('1-1'));
    await open({ bomIds: [BOM, OTHER_BOM] });
    await settled();
    expect(client.ids()).toHaveLength(2);
    expect(session.counts).toEqual({ delivered: 2, conflated: 0 });
  });
});

it('a client that does not read gets the newest state of each BOM when it does, and every end', async () => {
  const { client, clock, publish, open } = startOrganizationSession({ reading: false });
  publish(stored('1-1'), ofOther('1-1'));
  await open({ bomIds: [BOM, OTHER_BOM] });
  const filler = 'x'.repeat(20_000);
  for (let seq = 2; seq <= 20; seq++) {
    publish(stored(`1-${seq}`, { payload: { filler } }));
    if (seq === 5) publish(ofOther('1-2', end));
    await clock.advance(2_000);
  }
  client.start();
  await settled();
  expect(client.ids().filter((id) => id.endsWith(BOM)).at(-1)).toBe(`1-20.${BOM}`);
  expect(client.ids()).toContain(`1-2.${OTHER_BOM}`);
  expect(client.ids().length).toBeLessThan(15);
});

it('reads that take long do not make the stream read a BOM twice', async () => {
  const { session, open, publish, asked, holdReads } = startOrganizationSession();
  await open();
  publish(stored('1-1'));
  const release = holdReads();
  const both = Promise.all([session.follow([BOM]), session.follow([BOM])]);
  await settled();
  release();
  await both;
  expect(asked).toEqual([[BOM]]);
});

it('a page of what was missed is asked for once, whatever is written meanwhile', async () => {
  const { table, clock, publish, open } = startOrganizationSession();
  publish(stored('1-1'), stored('1-2'), ofOther('1-1'));
  const reads = () => table.reads.filter(([cursor]) => cursor === `${BOM}@1-1`).length;
  const release = table.hold();
  await open({
    bomIds: [OTHER_BOM],
    resumed: { bomId: BOM, cursor: parseEventId('1-1')!, newest: stored('1-2') },
  });
  publish(ofOther('1-2'), ofOther('1-3'));
  await clock.advance(1_000);
  expect(reads()).toBe(1);
  release();
  await settled();
});
