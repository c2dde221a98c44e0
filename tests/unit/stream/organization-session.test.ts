/** One stream over all BOMs of an organization that have a run at work. */
import { describe, expect, it } from 'vitest';
import { parseEventId } from '../../../shared/domain/event-id.ts';
import { settled } from '../support/clock.ts';
import { BOM, OTHER_BOM, stored } from '../support/events.ts';
import { REDIS_DOWN, TABLE_DOWN } from '../support/hub.ts';
import { startOrganizationSession } from '../support/organization.ts';

const ofOther = (id: string, sketch = {}) => stored(id, { ...sketch, bomId: OTHER_BOM });
const end = { type: 'enrichment.completed' } as const;

describe('an organization’s stream', () => {
  it('begins with the newest state of each active BOM, and goes on with what happens', async () => {
    const { client, clock, publish, open } = startOrganizationSession();
    publish(stored('1-1'), stored('1-2'), ofOther('4-7'));
    await open({ bomIds: [BOM, OTHER_BOM] });
    await settled();
    expect(client.ids()).toEqual([`1-2.${BOM}`, `4-7.${OTHER_BOM}`]);
    publish(ofOther('4-8'), stored('1-3'));
    await clock.advance(500);
    expect(client.ids().slice(2).sort()).toEqual([`1-3.${BOM}`, `4-8.${OTHER_BOM}`]);
    expect(client.events()[0]).toBe('connected');
  });

  it('misses nothing that happens while the newest state is being read', async () => {
    const { hub, clock, client, publish, open } = startOrganizationSession();
    publish(stored('1-1'));
    const other = { deliver: () => null, changed() {}, storeChanged() {}, rewound() {}, gone() {} };
    hub.attach(BOM, other);
    hub.startFrom(BOM, other, stored('1-1'));
    const opening = open({ bomIds: [BOM] });
    publish(stored('1-2'));
    await clock.advance(100);
    await opening;
    publish(stored('1-3'));
    await clock.advance(100);
    expect(client.ids().at(-1)).toBe(`1-3.${BOM}`);
    expect(new Set(client.ids()).size).toBe(client.ids().length);
    expect(client.ids()).toContain(`1-2.${BOM}`);
  });

  it('takes in a BOM that becomes active, once, however often it is told', async () => {
    const { client, clock, session, publish, asked, open } = startOrganizationSession();
    await open();
    publish(stored('1-1'));
    await Promise.all([session.follow([BOM]), session.follow([BOM])]);
    await session.follow([BOM]);
    publish(stored('1-2'));
    await clock.advance(500);
    expect(client.ids()).toEqual([`1-1.${BOM}`, `1-2.${BOM}`]);
    expect(asked).toEqual([[BOM]]);
  });

  it('goes on behind the end of a run, and lets go of the BOM only when the end was told', async () => {
    const { hub, client, clock, session, publish, open, closed } = startOrganizationSession();
    publish(stored('1-1'));
    await open({ bomIds: [BOM] });
    await session.follow([]);
    expect(hub.counts.topics).toBe(1);
    publish(stored('1-2', end));
    await clock.advance(500);
    await session.follow([]);
    expect(hub.counts.topics).toBe(0);
    expect(client.ids()).toEqual([`1-1.${BOM}`, `1-2.${BOM}`]);
    expect([client.end, closed]).toEqual(['open', []]);

    await session.follow([BOM]); // still in the list of recent ones: no news
    publish(stored('2-1'));
    await clock.advance(6_000);
    expect(client.ids()).toEqual([`1-1.${BOM}`, `1-2.${BOM}`, `2-1.${BOM}`]);
  });

  it('resumes the BOM of the cursor event by event, and the others with their newest state', async () => {
    const { client, publish, open, clock } = startOrganizationSession();
    publish(stored('1-1'), stored('1-2'), stored('1-3'), ofOther('1-1'), ofOther('1-2'));
    const resumed = { bomId: BOM, cursor: parseEventId('1-1')!, newest: stored('1-3') };
    await open({ bomIds: [BOM, OTHER_BOM], resumed });
    await clock.advance(500);
    expect(client.ids().filter((id) => id.endsWith(BOM))).toEqual([`1-2.${BOM}`, `1-3.${BOM}`]);
    expect(client.ids().filter((id) => id.endsWith(OTHER_BOM))).toEqual([`1-2.${OTHER_BOM}`]);
  });

  it('says when there come to be more BOMs than it follows, and when there no longer are, each once', async () => {
    const { client, session, open } = startOrganizationSession();
    await open({ more: false });
    await session.follow([], false);
    await session.follow([], true);
    await session.follow([], true);
    await session.follow([], false);
    await settled();
    expect(client.data('connected')).toMatchObject({ more: false });
    expect(client.frames.filter(({ event }) => event === 'more').map(({ data }) => JSON.parse(data)))
      .toEqual([{ more: true }, { more: false }]);

    const other = startOrganizationSession();
    await other.open({ more: true });
    await other.session.follow([], true);
    await settled();
    expect(other.client.data('connected')).toMatchObject({ more: true });
    expect(other.client.events()).toEqual(['connected']);
  });

  it('says what people change in any BOM, each once, and not what the client can have read when it came', async () => {
    const { client, session, open } = startOrganizationSession();
    const changed = (bom_id: string, change_id: number) => ({ bom_id, change_id });
    await open({ changed: [changed(BOM, 3)] });
    await session.follow([], false, [changed(BOM, 3)]);
    await session.follow([], false, [changed(OTHER_BOM, 4), changed(BOM, 3)]);
    await session.follow([], false, [changed(OTHER_BOM, 4), changed(BOM, 5)]);
    await session.follow([], false, []);
    await settled();
    expect(client.frames.filter(({ event }) => event === 'bom_changed').map(({ data }) => JSON.parse(data)))
      .toEqual([changed(OTHER_BOM, 4), changed(BOM, 5)]);
    // no cursor: a client goes on from the event that it has
    expect(client.ids()).toEqual([]);
  });

  it('hands on what failed while it was catching up', async () => {
    const { client, table, publish, open, closed, errors } = startOrganizationSession();
    publish(stored('1-1'), stored('1-2'), stored('1-3'));
    table.fail(TABLE_DOWN);
    await open({ resumed: { bomId: BOM, cursor: parseEventId('1-1')!, newest: stored('1-3') } });
    await settled();
    expect([client.end, closed, errors]).toEqual(['broken', ['store_failed'], [TABLE_DOWN]]);
  });

  it('says once where events come from, not once for each BOM', async () => {
    const { client, clock, redis, publish, open } = startOrganizationSession();
    publish(stored('1-1'), ofOther('1-1'));
    await open({ bomIds: [BOM, OTHER_BOM] });
    redis.fail(REDIS_DOWN);
    await clock.advance(1_000);
    expect(client.data('store')).toEqual({ store: 'table' });
  });

  it('leaves nothing behind in the hub', async () => {
    const { hub, client, clock, publish, open } = startOrganizationSession();
    publish(stored('1-1'), ofOther('1-1'));
    await open({ bomIds: [BOM, OTHER_BOM] });
    await client.leave();
    await clock.advance(10_000);
    expect([hub.counts.topics, clock.pending()]).toEqual([0, []]);
  });

  it('bears a read that fails: the BOM joins with the next look', async () => {
    const { hub, client, session, publish, open, failReads } = startOrganizationSession();
    await open();
    publish(stored('1-1'));
    failReads(new Error('away'));
    await expect(session.follow([BOM])).rejects.toThrow('away');
    expect(hub.counts.topics).toBe(0);
    failReads(null);
    await session.follow([BOM]);
    await settled();
    expect(client.ids()).toEqual([`1-1.${BOM}`]);
  });

  it('says that a BOM was deleted, drops it and goes on with the others', async () => {
    const { hub, client, clock, table, publish, open } = startOrganizationSession();
    publish(stored('1-1'), ofOther('1-1'));
    await open({ bomIds: [BOM, OTHER_BOM] });
    table.say(BOM, 'gone');
    await clock.advance(6_000);
    expect([client.data('bom_deleted'), hub.counts.topics]).toEqual([{ bom_id: BOM }, 1]);
    publish(ofOther('1-2'));
    await clock.advance(500);
    expect(client.ids().at(-1)).toBe(`1-2.${OTHER_BOM}`);
    expect(client.end).toBe('open');
  });

  it('says of each BOM once that it was deleted, followed or not, and of none that was gone when the client came', async () => {
    const { hub, client, clock, table, session, publish, open } = startOrganizationSession();
    const told = () =>
      client.frames.filter(({ event }) => event === 'bom_deleted').map(({ data }) => JSON.parse(data).bom_id);
    publish(stored('1-1'), ofOther('1-1'));
    await open({ bomIds: [BOM, OTHER_BOM], deleted: ['gone'] });
    await session.follow([BOM, OTHER_BOM], false, [], ['idle', 'gone']);
    await session.follow([BOM, OTHER_BOM], false, [], ['idle', 'gone']);
    await settled();
    expect(told()).toEqual(['idle']);
    // by the hub, and then by the look
    table.say(BOM, 'gone');
    await clock.advance(6_000);
    await session.follow([OTHER_BOM], false, [], [BOM, 'idle']);
    await settled();
    expect(told()).toEqual(['idle', BOM]);
    // by the look, and then by the hub
    await session.follow([], false, [], [OTHER_BOM, BOM]);
    await settled();
    expect([told(), hub.counts.topics]).toEqual([['idle', BOM, OTHER_BOM], 0]);
  });
});
