/** What Postgres promises about suppliers: limits that all isolates share, answers, offers. */
import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { createSupplierStore } from '../../shared/suppliers/store.ts';
import { CALLS_TO_KEEP_A_PLAN, type Json, useDatabase } from '../support/database.ts';
import { newRuns, parts, results, type Runs } from '../support/runs.ts';
import { supplierStoreContract } from '../unit/suppliers/store-contract.ts';

const database = useDatabase();
const SUPPLIER = 'test';
/** Enough to tell reading them all from reading one for each line of a batch. */
const OWN_COMPONENTS = 1_000;

beforeEach(async () => {
  await database.query('delete from bomstream.supplier_limits where supplier = $1', [SUPPLIER]);
  await newSupplier(SUPPLIER);
});

async function newSupplier(name: string, limits: { minute?: number; day?: number; zone?: string } = {}) {
  const { minute = 30, day = 1000, zone = 'America/Chicago' } = limits;
  await database.query(
    `insert into bomstream.supplier_limits (supplier, calls_per_minute, calls_per_day, time_zone) values ($1, $2, $3, $4)
     on conflict (supplier) do update set calls_per_minute = $2, calls_per_day = $3, time_zone = $4`,
    [name, minute, day, zone],
  );
}

/** The database's clock cannot be turned; everything it compares itself with can. */
async function pass(ms: number, supplier = SUPPLIER): Promise<void> {
  const back = `${ms} milliseconds`;
  await database.query(
    `update bomstream.supplier_limits set recent = array(select t - $2::interval from unnest(recent) t order by t),
       blocked_until = blocked_until - $2::interval, probing_until = probing_until - $2::interval where supplier = $1`,
    [supplier, back],
  );
  await database.query(
    'update bomstream.supplier_answers set answered_at = answered_at - $2::interval where supplier = $1',
    [supplier, back],
  );
}

const grant = (calls: number): Promise<Json> =>
  database.call('bomstream_supplier_grant', { p_supplier: SUPPLIER, p_calls: calls });
const report = (given: object): Promise<Json> =>
  database.call('bomstream_supplier_report', { p_supplier: SUPPLIER, p_report: given });
const limits = async (): Promise<Json> =>
  (await database.query('select * from bomstream.supplier_limits where supplier = $1', [SUPPLIER]))[0];

supplierStoreContract('Postgres', async () => {
  const supplier = `contract-${randomUUID()}`;
  await newSupplier(supplier, { minute: 3 });
  const store = createSupplierStore({
    async call(name, args, schema) {
      const list = Object.keys(args).map((key, i) => `${key} => $${i + 1}`).join(', ');
      const values = Object.entries(args).map(([key, value]) =>
        typeof value === 'object' && key !== 'p_suppliers' ? JSON.stringify(value) : value
      );
      const [{ answer }] = await database.query(`select public.${name}(${list}) as answer`, values);
      return schema.parse(answer);
    },
  });
  return {
    store,
    supplier,
    lineIds: [randomUUID(), randomUUID()],
    pass: (ms) => pass(ms, supplier),
  };
});

describe('the limit of a minute', () => {
  it('holds for all callers together, however many ask at once', async () => {
    const sessions = await Promise.all(Array.from({ length: 4 }, () => database.session()));
    const granted = await Promise.all(sessions.map(async (session) => {
      let sum = 0;
      for (let i = 0; i < 5; i++) {
        sum +=
          (await database.call('bomstream_supplier_grant', { p_supplier: SUPPLIER, p_calls: 3 }, session))
            .granted;
      }
      return sum;
    }));
    expect(granted.reduce((a, b) => a + b)).toBe(30);
  });

  it('holds in every minute, not only from one to the next', async () => {
    const times: number[] = [];
    for (let second = 0; second < 240; second += 7) {
      const { granted } = await grant(9);
      times.push(...Array<number>(granted).fill(second));
      await pass(7_000);
    }
    for (const from of times) {
      expect(times.filter((at) => at >= from && at < from + 60).length).toBeLessThanOrEqual(30);
    }
    expect(times.length).toBeGreaterThanOrEqual(120);
  });
});

describe('the quota of a day', () => {
  it("ends with the supplier's day, wherever that begins, and says how long that is", async () => {
    await newSupplier(SUPPLIER, { minute: 100, day: 5, zone: 'Asia/Tokyo' });
    expect(await grant(9)).toMatchObject({ granted: 5 });
    const refused = await grant(1);
    expect(refused).toMatchObject({ granted: 0, reason: 'day' });
    const [{ left }] = await database.query(
      `select extract(epoch from date_trunc('day', now() at time zone 'Asia/Tokyo') + interval '1 day'
         - (now() at time zone 'Asia/Tokyo')) * 1000 as left`,
    );
    expect(Math.abs(refused.wait_ms - Number(left))).toBeLessThan(5_000);

    await database.query('update bomstream.supplier_limits set day = day - 1 where supplier = $1', [
      SUPPLIER,
    ]);
    expect(await grant(9)).toMatchObject({ granted: 5 });
  });

  it('gets calls back that were granted and not made', async () => {
    await newSupplier(SUPPLIER, { minute: 100, day: 5 });
    await grant(5);
    await report({ unused: 2 });
    expect(await grant(5)).toMatchObject({ granted: 2 });
  });
});

describe('a call that went well', () => {
  const answers = [{ orderable_key: 'PART-1', answer: null }];
  const kept = () =>
    database.query('select orderable_key from bomstream.supplier_answers where supplier = $1', [SUPPLIER]);

  it('is told of while somebody holds what all calls of the supplier are counted in', async () => {
    const session = await database.session();
    await session.query('begin');
    await session.query('select from bomstream.supplier_limits where supplier = $1 for no key update', [
      SUPPLIER,
    ]);
    expect(await report({ answers })).toMatchObject({ blocked_ms: null });
    expect(await kept()).toEqual([{ orderable_key: 'PART-1' }]);
    await session.query('commit');
  });

  it.each([
    ['calls were left over', { unused: 2 }, { used_today: 1 }],
    ['failures came before it', {}, { failures: 0, last_failure: null, used_today: 3 }],
  ])('changes what is counted where %s', async (what, more, expected) => {
    await grant(3);
    if (what.startsWith('failures')) await report({ failure: 'transient' });
    await report({ answers, ...more });
    expect(await limits()).toMatchObject(expected);
  });
});

describe('a supplier that fails', () => {
  const fail = () => report({ failure: 'transient' });

  it('is closed after three failures in a row, and then ever longer', async () => {
    expect([await fail(), await fail()].map(({ blocked_ms }) => blocked_ms)).toEqual([null, null]);
    const pauses = [];
    for (let i = 0; i < 9; i++) pauses.push(Math.round((await fail()).blocked_ms / 1000));
    expect(pauses).toEqual([5, 10, 20, 40, 80, 160, 320, 600, 600]);
  });

  it('is tried by one caller with one call when its time is over, and open again after a success', async () => {
    for (let i = 0; i < 3; i++) await fail();
    expect(await grant(5)).toMatchObject({ granted: 0, reason: 'transient' });
    await pass(5_000);
    expect(await grant(5)).toMatchObject({ granted: 1 });
    const refused = await grant(5);
    expect(refused).toMatchObject({ granted: 0, reason: 'probing' });
    expect(refused.wait_ms).toBeLessThanOrEqual(2_000);
    await report({});
    expect(await grant(5)).toMatchObject({ granted: 5 });
    expect(await limits()).toMatchObject({ failures: 0, last_failure: null });
  });

  it('is left to the next caller by a probe that was stopped before its answer', async () => {
    for (let i = 0; i < 3; i++) await fail();
    await pass(5_000);
    expect(await grant(5)).toMatchObject({ granted: 1 });
    await report({ failure: 'stopped', unused: 0, answers: [] });
    expect(await grant(5)).toMatchObject({ granted: 1 });
    expect(await grant(5)).toMatchObject({ granted: 0, reason: 'probing' });
  });

  it('is closed again by a probe that fails, and tried by another caller when the probe died', async () => {
    for (let i = 0; i < 3; i++) await fail();
    await pass(5_000);
    await grant(5);
    await fail();
    expect(await grant(5)).toMatchObject({ granted: 0, reason: 'transient' });
    await pass(10_000);
    expect(await grant(5)).toMatchObject({ granted: 1 });
    await pass(30_000);
    expect(await grant(5)).toMatchObject({ granted: 1 });
  });

  it('is left alone for as long as it asked, whatever a call from before brings', async () => {
    await report({ failure: 'over_quota', retry_after_ms: 90_000 });
    await report({});
    await fail();
    expect((await grant(1)).wait_ms).toBeGreaterThan(89_000);
  });

  it('with its quota refused again and again is asked ever more rarely, up to once an hour', async () => {
    const pauses = [];
    for (let i = 0; i < 8; i++) {
      pauses.push(Math.round((await report({ failure: 'over_quota' })).blocked_ms / 60_000));
    }
    expect(pauses).toEqual([1, 2, 4, 8, 16, 32, 60, 60]);
  });

  it('begins with the limits it publishes, which an operator may change', async () => {
    const ask = (per_minute: number) =>
      database.call('bomstream_supplier_grant', {
        p_supplier: 'new',
        p_calls: 9,
        p_limits: { per_minute, per_day: 5_000, time_zone: 'Europe/Berlin' },
      });
    expect(await Promise.all([ask(3), ask(3)])).toEqual(
      expect.arrayContaining([
        { granted: 3, reason: null, wait_ms: null },
        expect.objectContaining({ granted: 0 }),
      ]),
    );
    const limits =
      `select calls_per_minute, calls_per_day, time_zone from bomstream.supplier_limits where supplier = 'new'`;
    expect(await database.query(limits)).toEqual([
      { calls_per_minute: 3, calls_per_day: 5_000, time_zone: 'Europe/Berlin' },
    ]);
    await database.query(`update bomstream.supplier_limits set calls_per_minute = 4 where supplier = 'new'`);
    expect(await ask(3)).toMatchObject({ granted: 1 });
  });

  it('that nobody knows limits of is not asked at all', async () => {
    expect(await database.call('bomstream_supplier_grant', { p_supplier: 'nobody', p_calls: 1 })).toEqual(
      { granted: 0, reason: 'unknown_supplier', wait_ms: null },
    );
  });
});

describe("a line's own organization", () => {
  it('is asked first: its components are found by its lines alone', async () => {
    const [ours, theirs] = [await newRuns(database, ['SBX1']), await newRuns(database, ['SBX1'])];
    const [line] = await ours.lines();
    const [component] = await database.query(
      `insert into bomstream.components (organization_id, orderable_key, manufacturer, mpn, fields, quality_score)
       values ($1, 'SBX1', 'Our Workshop', 'SBX-1', '{}', 1) returning id`,
      [line.organization_id],
    );
    const ask = async (lines: Json[]) =>
      (await database.query(
        `select public.bomstream_supplier_lookup('{test}', $1, 60) as answer`,
        [JSON.stringify(lines.map(({ id }) => ({ line_id: id, orderable_key: 'SBX1' })))],
      ))[0].answer;
    expect((await ask(await ours.lines())).own).toEqual([{
      line_id: line.id,
      component_id: component.id,
      mpn: 'SBX-1',
      manufacturer: 'Our Workshop',
      fields: {},
      observed_at: expect.any(String),
      described_at: expect.any(String),
    }]);
    expect((await ask(await theirs.lines())).own).toEqual([]);
  });

  it('comes with the lines that are claimed, as it is when asked for, and to no other organization', async () => {
    const tenant = await database.tenant('editor');
    await database.query(
      `insert into bomstream.components (organization_id, orderable_key, manufacturer, mpn, fields, quality_score)
       values ($1, 'AHEAD1', 'Our Workshop', 'AHEAD-1', '{}', 100)`,
      [tenant.organizationId],
    );
    await report({ answers: [{ orderable_key: 'AHEAD2', answer: null }] });
    const asked = (lines: Json[]) => lines.map(({ line_id, mpn }) => ({ line_id, orderable_key: mpn }));
    const worker = randomUUID();
    const ours = await newRuns(database, ['AHEAD1', 'AHEAD2', null, 'AHEAD3'], tenant);
    const { run_id } = (await ours.start()).run;
    const claim = await database.call('bomstream_claim', {
      p_worker_id: worker,
      p_limit: 2,
      p_suppliers: [SUPPLIER],
    });
    const lookedUp = await database.call('bomstream_supplier_lookup', {
      p_suppliers: [SUPPLIER],
      p_lines: asked(claim.lines),
    });
    const ageless = ({ answers, ...rest }: Json) => (
      { ...rest, answers: answers.map(({ age_seconds: _, ...answer }: Json) => answer) }
    );
    expect(ageless(claim.known)).toEqual({ ...ageless(lookedUp), asked: asked(claim.lines) });
    expect(claim.known.own).toHaveLength(1);
    expect(claim.known.answers).toHaveLength(1);

    // with a commit of the same run, and with one that changes over to another organization's
    const theirs = await newRuns(database, ['AHEAD1', 'AHEAD2']);
    const advance = (of: Json, lines: Json[]) =>
      database.call('bomstream_advance', {
        p_worker_id: worker,
        p_run_id: of,
        p_results: results(lines),
        p_limit: 2,
        p_changes_over: true,
        p_suppliers: [SUPPLIER],
      });
    const goneOn = await advance(run_id, claim.lines);
    expect(goneOn.known).toMatchObject({ asked: asked(goneOn.lines), own: [], answers: [] });
    await theirs.start();
    const { next } = await advance(run_id, goneOn.lines);
    expect(next.known).toMatchObject({
      asked: asked(next.lines),
      own: [],
      answers: [{ orderable_key: 'AHEAD2' }],
    });
    await theirs.control('cancel');
    // and to nobody who does not ask for it
    await theirs.start({ mode: 'all' });
    expect((await theirs.claim(randomUUID())).known).toBeNull();
    await theirs.control('cancel');
  });

  it('gets its component linked to the line, which is found by its key among all the others', async () => {
    const session = await database.session();
    const worker = randomUUID();
    const commit = async (runs: Runs, ownIds: readonly string[]) => {
      await runs.start();
      const { lines } = await runs.claim(worker, session);
      const answers = results(lines, 'enriched').map((result, i) => ({
        ...result,
        own_component_id: ownIds[i],
      }));
      await runs.commit(worker, answers, session);
    };
    // The session's plans are made while nobody has components of his own, and the planner knows it.
    await database.query('delete from bomstream.components');
    await database.query(
      `insert into bomstream.components (orderable_key, manufacturer, mpn, fields, quality_score)
       select 'S' || i, 'Manufacturer', 'S' || i, '{}', 1 from generate_series(1, 1000) i`,
    );
    await database.query('vacuum analyze bomstream.components');
    for (let run = 0; run < CALLS_TO_KEEP_A_PLAN; run++) {
      await commit(await newRuns(database, ['P00001']), []);
    }

    const partNumbers = parts(OWN_COMPONENTS);
    const ours = await newRuns(database, partNumbers.slice(-10));
    const [{ organization_id: organizationId }] = await ours.lines();
    const own: string[] = (await database.query(
      `insert into bomstream.components (organization_id, orderable_key, manufacturer, mpn, fields, quality_score)
       select $1, p, 'Our Workshop', p, '{}', 1 from unnest($2::text[]) p order by p returning id`,
      [organizationId, partNumbers],
    )).map(({ id }) => id);
    await session.query('begin');
    await commit(ours, own.slice(-10));
    const { rows: [read] } = await session.query(
      `select sum(idx_tup_fetch)::integer as rows from pg_stat_xact_user_tables where relname = 'components'`,
    );
    await session.query('commit');
    expect(read.rows).toBeLessThan(OWN_COMPONENTS);
    expect((await ours.lines()).map(({ component_id }) => component_id)).toEqual(own.slice(-10));

    const theirs = await newRuns(database, ['P00001']);
    await commit(theirs, own);
    const [{ component_id: theirComponent }] = await theirs.lines();
    expect(theirComponent).toEqual(expect.any(String));
    expect(own).not.toContain(theirComponent);
  });
});

describe('offers', () => {
  const offer = (supplier_part_number: string, stock = 1) => (
    {
      supplier_part_number,
      manufacturer_as_given: 'Maxim Integrated',
      stock,
      price_breaks: [{ quantity: 1, price: 0.106, currency: 'USD' }],
    }
  );
  const at = (day: number) => `2026-01-0${day}T00:00:00.000Z`;
  const offered = () =>
    database.query(
      'select supplier, supplier_part_number, manufacturer_as_given, stock, price_breaks, organization_id from bomstream.supplier_offers order by 1, 2',
    );
  const names = async () =>
    (await offered()).map((row) => `${row.supplier} ${row.supplier_part_number} ${row.stock}`);

  /** Settles a line with a component, and hands its offers to the database as a commit does. */
  async function settled() {
    const runs = await newRuns(database, ['SBX1']);
    await runs.start();
    const worker = randomUUID();
    await runs.commit(worker, results((await runs.claim(worker)).lines, 'enriched'));
    const [line] = await runs.lines();
    return {
      line,
      write: (offers: object[], lineIds = [line.id]) =>
        database.query('select bomstream.write_offers($1, $2)', [
          JSON.stringify([{ line_id: line.id, offers }]),
          lineIds,
        ]),
    };
  }
  beforeEach(async () =>
    void await database.query('delete from bomstream.boms; delete from bomstream.components')
  );

  it('are written whole, newer ones in the place of older ones, supplier by supplier', async () => {
    const { write } = await settled();
    await write([
      { supplier: 'a', fetched_at: at(1), offers: [offer('1'), offer('2')] },
      { supplier: 'b', fetched_at: at(1), offers: [offer('9')] },
    ]);
    expect(await names()).toEqual(['a 1 1', 'a 2 1', 'b 9 1']);
    expect((await offered())[0]).toMatchObject({
      organization_id: null,
      manufacturer_as_given: 'Maxim Integrated',
      price_breaks: [{ quantity: 1, price: 0.106, currency: 'USD' }],
    });
    await write([{ supplier: 'a', fetched_at: at(2), offers: [offer('2', 5), offer('3')] }]);
    expect(await names()).toEqual(['a 2 5', 'a 3 1', 'b 9 1']);
    await write([{ supplier: 'a', fetched_at: at(3), offers: [] }]);
    expect(await names()).toEqual(['b 9 1']);
  });

  it('that are older than what is there, or the same once more, change nothing', async () => {
    const { write } = await settled();
    const newer = [{ supplier: 'a', fetched_at: at(2), offers: [offer('1', 7)] }];
    await write(newer);
    const before = await database.query('select xmin, * from bomstream.supplier_offers');
    await write(newer);
    await write([{ supplier: 'a', fetched_at: at(1), offers: [offer('1', 3), offer('2')] }]);
    expect(await database.query('select xmin, * from bomstream.supplier_offers')).toEqual(before);
  });

  it('of lines that were refused are not written', async () => {
    const { write } = await settled();
    await write([{ supplier: 'a', fetched_at: at(1), offers: [offer('1')] }], []);
    expect(await offered()).toEqual([]);
  });

  it("of an organization's own component are seen where that is, beside what others say of it", async () => {
    const runs = await newRuns(database, ['SBX1', 'SBX2']);
    const [{ organization_id: organizationId }] = await runs.lines();
    const own = await database.query(
      `insert into bomstream.components (organization_id, orderable_key, manufacturer, mpn, fields, quality_score, updated_at)
       select $1, p, 'Our Workshop', p, '{}', 1, '2026-01-01T00:00:00.123456Z' from unnest(array['SBX1', 'SBX2']) p
       order by p returning id`,
      [organizationId],
    );
    await runs.start();
    const worker = randomUUID();
    const { lines } = await runs.claim(worker);
    const known = { rohs: { value: 'compliant', source: 'supplier:a', confidence: 1 } };
    await runs.commit(
      worker,
      results(lines, 'enriched').map(({ component: _, ...result }, i) => ({
        ...result,
        own_component_id: own[i].id,
        // The second one was described anew since.
        own_described_at: ['2026-01-01T00:00:00.123456+00:00', '2025-12-31T00:00:00+00:00'][i],
        own_fields: known,
        offers: [{ supplier: 'a', fetched_at: at(1), offers: [offer(`${i}`)] }],
      })),
    );
    expect(await names()).toEqual(['a 0 1', 'a 1 1']);
    expect(
      await database.query(
        'select fields, known, brief from bomstream.components where organization_id = $1 order by mpn',
        [
          organizationId,
        ],
      ),
    ).toEqual([
      { fields: {}, known, brief: '[null, null, null, null, "compliant"]' },
      { fields: {}, known: null, brief: '[null, null, null, null, null]' },
    ]);
  });

  it('that are shared are seen with every line, those of an organization with its own alone', async () => {
    const { line, write } = await settled();
    await write([{ supplier: 'a', fetched_at: at(1), offers: [offer('shared')] }]);
    await database.query(
      `insert into bomstream.supplier_offers (organization_id, component_id, supplier, supplier_part_number, price_breaks, fetched_at)
       values ($1, $2, 'a', 'own', '[]', now())`,
      [line.organization_id, line.component_id],
    );
    const other = await settled();
    expect(other.line.component_id).toBe(line.component_id);
    const seenWith = async ({ id, bom_id, organization_id }: Json) => {
      const [{ user_id }] = await database.query(
        'select user_id from bomstream.organization_members where organization_id = $1',
        [organization_id],
      );
      const { line: shown } = await database.call('bomstream_bom_line_read', {
        p_user_id: user_id,
        p_bom_id: bom_id,
        p_line_id: id,
      });
      return shown.result.component.offers.map((shownOffer: Json) => shownOffer.supplier_part_number);
    };
    expect(await seenWith(line)).toEqual(['own', 'shared']);
    expect(await seenWith(other.line)).toEqual(['shared']);
  });
});
