/** Whose limits and whose calls: what isolates share about one supplier, beside another one. */
import { beforeEach, describe, expect, it } from 'vitest';
import { type Json, useDatabase } from '../support/database.ts';

const database = useDatabase();
const [MINE, OTHER] = ['mine', 'other'];

beforeEach(async () => {
  await database.query('delete from bomstream.supplier_limits');
  // written last, so that neither the first nor the last row of the table is the one asked about
  for (const [name, minute, day] of [['before', 1, 1], [MINE, 30, 1_000], [OTHER, 2, 2]]) {
    await database.query(
      `insert into bomstream.supplier_limits (supplier, calls_per_minute, calls_per_day, time_zone) values ($1, $2, $3, 'UTC')`,
      [name, minute, day],
    );
  }
});

const grant = (calls: number, supplier = MINE): Promise<Json> =>
  database.call('bomstream_supplier_grant', { p_supplier: supplier, p_calls: calls });
const report = (given: object, supplier = MINE): Promise<Json> =>
  database.call('bomstream_supplier_report', { p_supplier: supplier, p_report: given });
const limits = async (supplier = MINE): Promise<Json> =>
  (await database.query('select * from bomstream.supplier_limits where supplier = $1', [supplier]))[0];
const answers = () =>
  database.query('select * from bomstream.supplier_answers order by supplier, orderable_key');
/** Everything lies so much further back. */
const pass = (seconds: number) =>
  database.query(
    `update bomstream.supplier_limits set blocked_until = blocked_until - $1 * interval '1 second',
       probing_until = probing_until - $1 * interval '1 second'`,
    [seconds],
  );
const close = async () => {
  for (let i = 0; i < 3; i++) await report({ failure: 'transient' });
};

describe('a supplier', () => {
  it('is granted by its own limits, and counts for no other', async () => {
    const before = [await limits('before'), await limits(OTHER)];
    expect(await grant(40)).toMatchObject({ granted: 30 });
    expect(await limits()).toMatchObject({ used_today: 30 });
    expect([await limits('before'), await limits(OTHER)]).toEqual(before);
    expect(await grant(40, OTHER)).toMatchObject({ granted: 2 });
    expect(await limits()).toMatchObject({ used_today: 30 });
  });

  it('that fails closes no other, and its answers are nobody else’s', async () => {
    const said = [{ orderable_key: 'N1', answer: { findings: [1] } }];
    await report({ answers: said }, OTHER);
    const before = [await limits('before'), await limits(OTHER), (await answers())[0]];
    await close();
    await report({ answers: [{ orderable_key: 'N1', answer: null }] });
    expect(await limits()).toMatchObject({ failures: 3, last_failure: 'transient' });
    expect([await limits('before'), await limits(OTHER), (await answers())[1]]).toEqual(before);
    expect((await answers())[0]).toMatchObject({ supplier: MINE, orderable_key: 'N1', answer: null });
  });

  it('that nobody knows is neither granted anything nor reported about', async () => {
    expect(await grant(1, 'nobody')).toEqual({ granted: 0, reason: 'unknown_supplier', wait_ms: null });
    await expect(report({}, 'nobody')).rejects.toMatchObject({ code: 'PT404', message: 'unknown_supplier' });
  });
});

describe('failures', () => {
  it('are counted each, however many isolates report at once', async () => {
    const [one, two] = [await database.session(), await database.session()];
    const fail = (session: typeof one) =>
      database.call(
        'bomstream_supplier_report',
        { p_supplier: MINE, p_report: { failure: 'transient' } },
        session,
      );
    await one.query('begin');
    await fail(one);
    const second = fail(two);
    try {
      await database.untilWaiting();
    } finally {
      await one.query('commit');
    }
    await second;
    expect(await limits()).toMatchObject({ failures: 2 });
  });

  it('are in a row: one that went well in between begins anew', async () => {
    for (const failure of ['transient', 'transient', null, 'transient', 'transient']) {
      await report({ failure });
    }
    expect(await limits()).toMatchObject({ failures: 2, blocked_until: null });
  });

  it('say nothing about calls that were made', async () => {
    await grant(5);
    await report({});
    await report({ failure: 'transient' });
    expect(await limits()).toMatchObject({ used_today: 5 });
    await report({ unused: 9 });
    expect(await limits()).toMatchObject({ used_today: 0 });
  });
});

describe('a probe', () => {
  it('has longer than any call may take before another one is tried', async () => {
    await close();
    await pass(6);
    expect(await grant(5)).toMatchObject({ granted: 1 });
    await pass(25);
    const refused = await grant(5);
    expect(refused).toMatchObject({ granted: 0, reason: 'probing' });
    expect(refused.wait_ms).toBeGreaterThan(1_500);
    expect(refused.wait_ms).toBeLessThanOrEqual(2_000);
    await pass(6);
    expect(await grant(5)).toMatchObject({ granted: 1 });
  });
});

describe('an answer', () => {
  it('takes the place of the one before it, with its time', async () => {
    const found = { findings: [{ mpn: 'N1' }] };
    await report({
      answers: [{ orderable_key: 'N1', answer: null }, { orderable_key: 'N2', answer: found }],
    });
    await database.query(`update bomstream.supplier_answers set answered_at = now() - interval '1 day'`);
    const untouched = (await answers())[1];
    await report({ answers: [{ orderable_key: 'N1', answer: found }] });
    const [first, second] = await answers();
    expect(first).toMatchObject({ orderable_key: 'N1', answer: found });
    expect(Date.now() - first.answered_at.getTime()).toBeLessThan(3600_000);
    expect(second).toEqual(untouched);
  });
});
