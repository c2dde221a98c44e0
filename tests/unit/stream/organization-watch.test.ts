/** When an isolate asks which BOMs of an organization are active, and whom it tells. */
import { describe, expect, it } from 'vitest';
import { createOrganizationWatch } from '../../../shared/stream/organization-watch.ts';
import { createManualClock } from '../support/clock.ts';
import { fakeDatabase } from '../support/database.ts';
import { BOM, OTHER_BOM } from '../support/events.ts';
import { recordLog } from '../support/log.ts';

const ONE = '11111111-1111-4111-8111-111111111111';
const OTHER = '22222222-2222-4222-8222-222222222222';

function startWatch(answer: () => unknown = () => [
  { organization_id: ONE, bom_ids: [BOM], more: false },
  { organization_id: OTHER, bom_ids: [OTHER_BOM], more: true },
]) {
  const clock = createManualClock();
  const log = recordLog();
  const database = fakeDatabase({ bomstream_active: answer });
  const watch = createOrganizationWatch({ database, log: log.log, every: clock.every });
  return { watch, clock, database, log };
}

describe('the watch over organizations', () => {
  it('asks once for all of them, and tells each follower about its own', async () => {
    const { watch, clock, database } = startWatch();
    const heard: string[] = [];
    watch.follow(ONE, (bomIds, more) => heard.push(`a ${bomIds} ${more}`));
    watch.follow(ONE, (bomIds, more) => heard.push(`b ${bomIds} ${more}`));
    watch.follow(OTHER, (bomIds, more) => heard.push(`c ${bomIds} ${more}`));
    await clock.advance(5_000);
    expect(database.calls.map(({ args }) => args)).toEqual([{ p_organization_ids: [ONE, OTHER] }]);
    expect(heard).toEqual([`a ${BOM} false`, `b ${BOM} false`, `c ${OTHER_BOM} true`]);
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
      return [{ organization_id: ONE, bom_ids: [], more: false }];
    });
    const heard: unknown[] = [];
    watch.follow(ONE, (bomIds) => heard.push(bomIds));
    await clock.advance(5_000);
    expect(log.entries).toEqual([{ event: 'organization_look_failed', error: 'TypeError' }]);
    await clock.advance(5_000);
    expect(heard).toEqual([[]]);
  });
});
