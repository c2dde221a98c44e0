/** When an isolate asks which BOMs of an organization are active, and whom it tells. */
import { describe, expect, it } from 'vitest';
import { createOrganizationWatch, type Follower } from '../../../shared/stream/organization-watch.ts';
import { createManualClock, deferred, settled } from '../support/clock.ts';
import { fakeDatabase } from '../support/database.ts';
import { BOM, OTHER_BOM } from '../support/events.ts';
import { recordLog } from '../support/log.ts';

const ONE = '11111111-1111-4111-8111-111111111111';
const OTHER = '22222222-2222-4222-8222-222222222222';

function startWatch(answer: () => unknown = () => [
  { organization_id: ONE, bom_ids: [BOM], more: false, changed: [], deleted: [] },
  { organization_id: OTHER, bom_ids: [OTHER_BOM], more: true, changed: [], deleted: [] },
]) {
  const clock = createManualClock();
  const log = recordLog();
  const database = fakeDatabase({ bomstream_active: answer });
  const arrivals: number[] = [];
  const hub = { lookMs: 5_000, arrived: (since: number) => void arrivals.push(since) };
  let toldMembers = 0;
  const onMembers = () => void toldMembers++;
  const watch = createOrganizationWatch({
    database,
    log: log.log,
    every: clock.every,
    now: clock.now,
    hub,
    onMembers,
  });
  return { watch, clock, database, log, hub, arrivals, toldMembers: () => toldMembers };
}

describe('the watch over organizations', () => {
  it('asks once for all of them, and tells each follower about its own', async () => {
    const { watch, clock, database } = startWatch();
    const heard: string[] = [];
    const hear = (who: string): Follower => (active) =>
      heard.push(`${who} ${active?.bom_ids} ${active?.more}`);
    watch.follow(ONE, hear('a'));
    watch.follow(ONE, hear('b'));
    watch.follow(OTHER, hear('c'));
    await clock.advance(5_000);
    expect(database.calls.map(({ args }) => args)).toEqual([{ p_organization_ids: [ONE, OTHER] }]);
    expect(heard).toEqual([`a ${BOM} false`, `b ${BOM} false`, `c ${OTHER_BOM} true`]);
  });

  it('tells the hub that there is news where people have changed something, once', async () => {
    let changed: unknown[] = [];
    const { watch, clock, arrivals } = startWatch(
      () => [{ organization_id: ONE, bom_ids: [], more: false, changed, deleted: [] }],
    );
    watch.follow(ONE, () => {});
    await clock.advance(10_000);
    expect(arrivals).toEqual([]);
    changed = [{ bom_id: BOM, change_id: 7 }];
    await clock.advance(15_000);
    expect(arrivals).toEqual([clock.now() - 10_000]);
  });

  it('says once for each time that members of an organization are others', async () => {
    let members_changed_at: string | null = null;
    const { watch, clock, toldMembers } = startWatch(
      () => [{
        organization_id: ONE,
        bom_ids: [],
        more: false,
        changed: [],
        deleted: [],
        members_changed_at,
      }],
    );
    watch.follow(ONE, () => {});
    const told: number[] = [];
    for (
      members_changed_at of [
        null,
        '2026-11-28T10:00:00Z',
        '2026-11-28T10:00:00Z',
        '2026-11-28T10:00:09Z',
        null,
      ]
    ) {
      await clock.advance(5_000);
      told.push(toldMembers());
    }
    expect(told).toEqual([0, 1, 1, 2, 2]);
  });

  it('asks nobody without followers', async () => {
    const { watch, clock, database } = startWatch();
    const [leave, leaveToo] = [watch.follow(ONE, () => {}), watch.follow(ONE, () => {})];
    leave();
    expect(clock.pending()).toHaveLength(1);
    leaveToo();
    leaveToo();
    await clock.advance(60_000);
    expect([database.calls, clock.pending()]).toEqual([[], []]);
  });

  it('goes on after a failure, which is logged by its name alone', async () => {
    const answers = [new TypeError('https://secret'), null];
    const { watch, clock, log } = startWatch(() => {
      const error = answers.shift();
      if (error) throw error;
      return [{ organization_id: ONE, bom_ids: [], more: false, changed: [], deleted: [] }];
    });
    const heard: unknown[] = [];
    watch.follow(ONE, (active) => heard.push(active?.bom_ids));
    await clock.advance(5_000);
    expect(log.entries).toEqual([{ event: 'organization_look_failed', error: 'TypeError' }]);
    await clock.advance(5_000);
    expect(heard).toEqual([[]]);
  });

  it('begins again for who comes after all have left', async () => {
    const { watch, clock } = startWatch();
    watch.follow(ONE, () => {})();
    const heard: unknown[] = [];
    watch.follow(ONE, (active) => heard.push(active?.bom_ids));
    await clock.advance(5_000);
    expect(heard).toEqual([[BOM]]);
  });

  it('is not left twice by one: another who came meanwhile stays', async () => {
    const { watch, clock } = startWatch();
    const leave = watch.follow(ONE, () => {});
    watch.follow(OTHER, () => {});
    leave();
    const heard: unknown[] = [];
    watch.follow(ONE, (active) => heard.push(active?.bom_ids));
    leave();
    await clock.advance(5_000);
    expect(heard).toEqual([[BOM]]);
  });

  it('tells the others when one leaves while it asks', async () => {
    const answer = deferred<unknown>();
    const { watch, clock, log } = startWatch(() => answer.promise);
    const heard: unknown[] = [];
    const leave = watch.follow(ONE, () => heard.push('gone'));
    watch.follow(OTHER, (active) => heard.push(active?.bom_ids));
    await clock.advance(5_000);
    leave();
    answer.resolve([
      { organization_id: ONE, bom_ids: [BOM], more: false, changed: [], deleted: [] },
      { organization_id: OTHER, bom_ids: [OTHER_BOM], more: false, changed: [], deleted: [] },
    ]);
    await settled();
    expect([heard, log.entries]).toEqual([[[OTHER_BOM]], []]);
  });

  it('tells everybody once, also who leaves and comes back while it is told', async () => {
    const { watch, clock } = startWatch();
    let heard = 0;
    const follower = () => {
      heard += 1;
      leave();
      if (heard === 1) leave = watch.follow(ONE, follower);
    };
    const keeps = watch.follow(ONE, () => {});
    let leave = watch.follow(ONE, follower);
    await clock.advance(5_000);
    expect(heard).toBe(1);
    keeps();
  });

  it('asks one question at a time and the next when that is answered', async () => {
    const answer = deferred<unknown>();
    const { watch, clock, database } = startWatch(() => answer.promise);
    watch.follow(ONE, () => {});
    await clock.advance(60_000);
    expect(database.calls).toHaveLength(1);
    answer.resolve([]);
    await clock.advance(5_000);
    expect(database.calls).toHaveLength(2);
  });

  it('asks as rarely as the hub says that looks are worth while', async () => {
    const { watch, clock, database, hub } = startWatch();
    watch.follow(ONE, () => {});
    hub.lookMs = 14_000;
    await clock.advance(60_000);
    expect(database.calls).toHaveLength(4);
    hub.lookMs = 5_000;
    await clock.advance(60_000);
    expect(database.calls).toHaveLength(16);
  });

  it('tells who follows an organization that is answered no more, and nobody else', async () => {
    const { watch, clock } = startWatch(
      () => [{ organization_id: OTHER, bom_ids: [], more: false, changed: [], deleted: [] }],
    );
    const heard: unknown[] = [];
    watch.follow(ONE, (active) => heard.push(active));
    watch.follow(OTHER, (active) => heard.push(active?.bom_ids));
    await clock.advance(5_000);
    expect(heard).toEqual([null, []]);
  });
});
