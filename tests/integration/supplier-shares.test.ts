/** How organizations share the calls to a supplier: of a minute, and of a day. */
import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { type Json, useDatabase } from '../support/database.ts';
import { newRuns, parts, results } from '../support/runs.ts';

const database = useDatabase();
const SUPPLIER = 'test';
let a: string, b: string, c: string;

beforeEach(async () => {
  await database.query('delete from bomstream.supplier_limits');
  await database.query('delete from bomstream.organizations');
  [a, b, c] = await Promise.all(
    [1, 2, 3].map(async () => (await database.tenant()).organizationId),
  ) as [string, string, string];
});

/** What of the day is used already, nobody knows for whom. */
const limits = ({ minute = 1_000, day = 1_000, used = 0 }) =>
  database.query(
    `insert into bomstream.supplier_limits (supplier, calls_per_minute, calls_per_day, time_zone, day, used_today)
     values ($1, $2, $3, 'UTC', (now() at time zone 'UTC')::date, $4)`,
    [SUPPLIER, minute, day, used],
  );
const ask = (organization: string | null, calls: number): Promise<Json> =>
  database.call('bomstream_supplier_grant', {
    p_supplier: SUPPLIER,
    p_calls: calls,
    ...(organization ? { p_organization_id: organization } : {}),
  });
const granted = async (organization: string | null, calls: number): Promise<number> =>
  (await ask(organization, calls)).granted;
/** Asks until nothing is granted any more. */
async function all(organization: string | null, calls: number): Promise<number> {
  let sum = 0;
  for (let one = await granted(organization, calls); one > 0; one = await granted(organization, calls)) {
    sum += one;
  }
  return sum;
}
const pass = (seconds: number) =>
  database.query(
    `with s as (update bomstream.supplier_shares
       set waits_since = waits_since - $1 * interval '1 second', waits_until = waits_until - $1 * interval '1 second')
     update bomstream.supplier_limits set recent = array(select t - $1 * interval '1 second' from unnest(recent) t order by t)`,
    [seconds],
  );

describe('the parts that a supplier sells for life', () => {
  const sells = (parts: number) =>
    database.query(
      `insert into bomstream.supplier_limits (supplier, calls_per_minute, calls_per_day, time_zone, parts_in_all)
       values ($1, 1000, 1000, 'UTC', $2)`,
      [SUPPLIER, parts],
    );
  const buy = (organization: string, parts: number): Promise<Json> =>
    database.call('bomstream_supplier_grant', {
      p_supplier: SUPPLIER,
      p_calls: 1,
      p_limits: { per_minute: 1, per_day: 1, time_zone: 'UTC', parts_a_call: parts },
      p_organization_id: organization,
    });

  it('are not all for one user, who makes one organization after the other and deletes it', async () => {
    await sells(128);
    const { userId } = await database.tenant();
    let had = 0;
    for (let i = 0; i < 5; i++) {
      const [{ id }] = await database.query(
        `insert into bomstream.organizations (name, created_by) values ('One more', $1) returning id`,
        [userId],
      );
      for (let parts = 64; parts >= 1; parts /= 2) had += (await buy(id, parts)).granted * parts;
      await database.query('delete from bomstream.organizations where id = $1', [id]);
    }
    expect(had).toBe(64);
    expect(await buy(a, 32)).toMatchObject({ granted: 1 });
  });

  it('are not all for one organization, whatever day it is', async () => {
    await sells(100);
    const used_up = { granted: 0, reason: 'budget', wait_ms: null };
    expect(await buy(a, 50)).toMatchObject({ granted: 1 });
    expect(await buy(a, 2)).toEqual(used_up);
    expect(await buy(b, 26)).toEqual(used_up);
    expect(await buy(b, 25)).toMatchObject({ granted: 1 });
    // yesterday
    await database.query(`update bomstream.supplier_limits set day = day - 1`);
    expect(await buy(c, 12)).toMatchObject({ granted: 1 });
    expect(await buy(a, 2)).toEqual(used_up);
    const [{ used_today }] = await database.query(
      'select used_today from bomstream.supplier_shares where organization_id = $1',
      [a],
    );
    expect(used_today).toBe(0);
  });

  it('that a call did not cost go back to whom they were granted', async () => {
    await sells(100);
    await buy(a, 50);
    await database.call('bomstream_supplier_report', {
      p_supplier: SUPPLIER,
      p_report: {
        unused: 0,
        unused_parts: 40,
        organization_id: a,
        failure: null,
        retry_after_ms: null,
        answers: [],
      },
    });
    expect(await buy(a, 40)).toMatchObject({ granted: 1 });
    expect(await buy(a, 2)).toMatchObject({ granted: 0, reason: 'budget' });
  });

  it('are all for an organization that is alone', async () => {
    await sells(100);
    await database.query('update bomstream.organizations set deleted_at = now() where id <> $1', [a]);
    expect(await buy(a, 100)).toMatchObject({ granted: 1 });
  });
});

describe('the calls of a day', () => {
  it('that are left are not all for one organization: another one’s line does not wait for tomorrow', async () => {
    await limits({ day: 1_000, used: 980 });
    // 400 made-up parts
    expect(await granted(a, 40)).toBe(10);
    expect(await ask(a, 40)).toMatchObject({ granted: 0, reason: 'day' });
    expect(await granted(b, 1)).toBe(1);
    expect(await granted(c, 1)).toBe(1);
  });

  it('of one organization stay at or below half of what the others have not had', async () => {
    await limits({ day: 100 });
    expect(await all(a, 7)).toBe(50);
    expect(await all(b, 7)).toBe(25);
    // what the others had is gone for it, too
    expect(await all(a, 7)).toBe(0);
    expect(await all(c, 7)).toBe(12);
  });

  it('are all for an organization that is alone, those that are being deleted not counted', async () => {
    await limits({ day: 100 });
    await database.query('update bomstream.organizations set deleted_at = now() where id <> $1', [a]);
    expect(await all(a, 7)).toBe(100);
  });

  it('that were not made go back to whom they were granted', async () => {
    await limits({ day: 100 });
    expect(await granted(b, 4)).toBe(4);
    expect(await all(a, 50)).toBe(48);
    const report = (organization: string) =>
      database.call('bomstream_supplier_report', {
        p_supplier: SUPPLIER,
        p_report: { unused: 4, organization_id: organization, answers: [] },
      });
    await report(a);
    expect(await granted(a, 9)).toBe(4);
    await report(b);
    expect(await granted(a, 9)).toBe(2);
  });

  it('are counted anew on the next day', async () => {
    await limits({ day: 100 });
    await all(a, 50);
    await database.query('update bomstream.supplier_limits set day = day - 1');
    expect(await granted(a, 50)).toBe(50);
    expect(await granted(b, 50)).toBe(25);
  });

  it('are granted to functions of the release before this one as they were, and count for nobody', async () => {
    await limits({ day: 100 });
    expect(await granted(null, 60)).toBe(60);
    expect(await granted(a, 40)).toBe(20);
  });

  it('are shared for each supplier by itself', async () => {
    await limits({ day: 100 });
    await database.query(
      `insert into bomstream.supplier_limits (supplier, calls_per_minute, calls_per_day, time_zone) values ('other', 99, 10, 'UTC')`,
    );
    const other = (name: 'grant' | 'report', args: Json): Promise<Json> =>
      database.call(`bomstream_supplier_${name}`, { p_supplier: 'other', ...args });
    const had = () =>
      database.query(
        'select supplier, used_today from bomstream.supplier_shares where organization_id = $1 order by 1',
        [a],
      );
    await all(a, 50);
    expect(await other('grant', { p_calls: 9, p_organization_id: a })).toMatchObject({ granted: 5 });
    await other('report', { p_report: { unused: 2, organization_id: a, answers: [] } });
    expect(await had()).toEqual([{ supplier: 'other', used_today: 3 }, {
      supplier: SUPPLIER,
      used_today: 50,
    }]);
    await database.query(`update bomstream.supplier_limits set day = day - 1 where supplier = 'other'`);
    await other('grant', { p_calls: 1, p_organization_id: b });
    expect(await had()).toEqual([{ supplier: SUPPLIER, used_today: 50 }]);
  });
});

describe('the calls of a minute', () => {
  it('are all for one organization while no other waits', async () => {
    await limits({ minute: 30 });
    expect(await granted(b, 1)).toBe(1);
    expect(await all(a, 10)).toBe(29);
  });

  it('are kept for an organization that found none left, whoever asks first, and how often', async () => {
    await limits({ minute: 30 });
    expect(await all(a, 10)).toBe(30);
    expect(await ask(b, 20)).toMatchObject({ granted: 0, reason: 'minute' });
    await pass(60);
    expect(await all(a, 4)).toBe(15);
    expect(await all(b, 20)).toBe(15);
  });

  it('are kept as many as it asked for, and no more', async () => {
    await limits({ minute: 30 });
    await all(a, 30);
    await ask(b, 2);
    await pass(60);
    // at most an equal part while the other waits, all the rest when it has been served
    expect(await granted(a, 30)).toBe(15);
    expect(await granted(b, 2)).toBe(2);
    expect(await all(a, 30)).toBe(13);
  });

  it('are kept for all of the batches that were refused, and for none that it no longer waits for', async () => {
    await limits({ minute: 30 });
    await granted(a, 30);
    await ask(b, 20);
    await pass(91);
    await granted(a, 30);
    for (let batch = 0; batch < 2; batch++) await ask(b, 1);
    await pass(60);
    expect(await granted(b, 1)).toBe(1);
    expect(await granted(a, 30)).toBe(15);
    expect(await granted(b, 1)).toBe(1);
    expect(await granted(a, 30)).toBe(13);
  });

  it('are known by whom they were for, those from before an upgrade to 0.2.0 excepted', async () => {
    await limits({ minute: 9 });
    await database.query(
      `update bomstream.supplier_limits set recent = array_fill(clock_timestamp() - interval '40 seconds', array[2])`,
    );
    const who = async () =>
      (await database.query('select cardinality(recent) as calls, recent_of from bomstream.supplier_limits'))[
        0
      ];
    await granted(a, 1);
    expect(await who()).toEqual({ calls: 3, recent_of: [a] });
    await pass(30);
    await granted(b, 2);
    expect(await who()).toEqual({ calls: 3, recent_of: [a, b, b] });
    await pass(31);
    await granted(c, 1);
    expect(await who()).toEqual({ calls: 3, recent_of: [b, b, c] });
  });

  it('are kept for nobody who waits for another supplier', async () => {
    await limits({ minute: 30 });
    await database.query(
      `insert into bomstream.supplier_limits (supplier, calls_per_minute, calls_per_day, time_zone) values ('other', 1, 10, 'UTC')`,
    );
    for (const granted of [1, 0]) {
      expect(
        await database.call('bomstream_supplier_grant', {
          p_supplier: 'other',
          p_calls: 1,
          p_organization_id: b,
        }),
      ).toMatchObject({ granted });
    }
    expect(await granted(a, 30)).toBe(30);
  });

  it('that come back one by one go to who has waited longest, and whoever is refused them asks again soon', async () => {
    await limits({ minute: 1 });
    await ask(a, 1);
    await ask(b, 1);
    await ask(a, 1);
    await ask(c, 1);
    await pass(60);
    for (const later of [c, a]) {
      const refused = await ask(later, 1);
      expect(refused).toMatchObject({ granted: 0, reason: 'minute' });
      expect(refused.wait_ms).toBeLessThanOrEqual(2_000);
    }
    expect(await granted(b, 1)).toBe(1);
    for (const later of [c, a]) await ask(later, 1);
    await pass(60);
    expect(await granted(c, 1)).toBe(0);
    expect(await granted(a, 1)).toBe(1);
  });

  it('of a newcomer are those that nobody has waited for', async () => {
    await limits({ minute: 4 });
    await granted(a, 4);
    await ask(b, 2);
    await pass(60);
    expect(await granted(c, 4)).toBe(2);
    expect(await granted(b, 2)).toBe(2);
  });

  it('are kept for nobody who does not come for them', async () => {
    await limits({ minute: 30 });
    await all(a, 30);
    await ask(b, 20);
    await pass(60);
    expect(await granted(a, 30)).toBe(15);
    expect(await granted(a, 30)).toBe(0);
    await pass(31);
    expect(await granted(a, 30)).toBe(15);
  });

  it('are kept for nobody whose day is used up', async () => {
    await limits({ minute: 30, day: 100 });
    await database.query('update bomstream.supplier_limits set used_today = 36');
    await all(a, 30);
    await ask(b, 20);
    await pass(60);
    await database.query('update bomstream.supplier_limits set calls_per_day = 66');
    expect(await ask(b, 20)).toMatchObject({ granted: 0, reason: 'day' });
    await database.query('update bomstream.supplier_limits set calls_per_day = 1000');
    expect(await granted(a, 30)).toBe(30);
  });

  it.each([3, 7, 40])(
    'leave none out and waste none among %i that want as many as they get',
    async (count) => {
      await limits({ minute: 30, day: 100_000 });
      const organizations = Array.from({ length: count }, () => randomUUID());
      const had = new Map(organizations.map((id) => [id, 0]));
      // each comes again as soon as it may, always in the same order: the first is always the first to ask
      const due = new Map(organizations.map((id) => [id, 0]));
      let total = 0;
      for (let second = 0; second < 240; second += 1) {
        for (const id of organizations) {
          if (due.get(id)! > second) continue;
          const { granted: calls, wait_ms } = await ask(id, 3);
          had.set(id, had.get(id)! + calls);
          total += calls;
          due.set(id, second + Math.ceil((wait_ms ?? 1_000) / 1_000));
        }
        await pass(1);
      }
      expect(total).toBeGreaterThanOrEqual(4 * 30 - 8);
      // an equal part is 120 / count
      expect(Math.min(...had.values())).toBeGreaterThanOrEqual(Math.floor(60 / count));
    },
    120_000,
  );
});

describe('a small run beside priorities of 9 that are started again and again', () => {
  it('gets every other batch, whatever is started meanwhile', async () => {
    const loud = await database.tenant();
    const small = await newRuns(database, parts(20));
    await small.start({ priority: 1 });
    const worker = randomUUID();
    const served: string[] = [];
    while ((await small.run()).status !== 'completed') {
      await (await newRuns(database, parts(40, `L${served.length}-`), loud)).start({ priority: 9 });
      const { run, lines } = await small.claim(worker);
      served.push(run.bom_id);
      await database.call('bomstream_commit', {
        p_worker_id: worker,
        p_run_id: run.run_id,
        p_results: results(lines),
      });
    }
    expect(served.length).toBeLessThanOrEqual(4);
  });
});
