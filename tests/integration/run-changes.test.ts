/** What a run finds worse than the run before: told once, of the same part, and of nothing that is not known. */
import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { type Json, type Tenant, useDatabase } from '../support/database.ts';
import { newRuns, results, type Runs } from '../support/runs.ts';

const database = useDatabase();
const worker = randomUUID();

// Claims serve whichever run waits longest; other tests' runs must not be in the way.
beforeEach(() => database.query('delete from bomstream.boms'));

const KNOWN = {
  stock: 500,
  unit_price: 1,
  currency: 'USD',
  price_quantity: 10,
  lifecycle: 'active',
  lead_time_days: 14,
  rohs: 'compliant',
};

/** A run over all lines that finds the same of each, or of each line what is given in their order. */
async function found(runs: Runs, what: Json | readonly Json[]): Promise<void> {
  await runs.start({ mode: 'all' });
  const { lines } = await runs.claim(worker);
  await runs.commit(
    worker,
    results(lines, 'enriched').map((result, i) => ({ ...result, ...(Array.isArray(what) ? what[i] : what) })),
  );
}

const read = (tenant: Tenant, args: Json = {}) =>
  database.call('bomstream_organization_changes', {
    p_user_id: tenant.userId,
    p_organization_id: tenant.organizationId,
    ...args,
  });
const kinds = async (tenant: Tenant): Promise<string[]> =>
  (await read(tenant)).changes.map(({ kind }: Json) => kind).sort();
const last = async (runs: Runs) => (await runs.events()).at(-1).event;

async function newBom(partNumbers: readonly string[] = ['P1']): Promise<{ tenant: Tenant; runs: Runs }> {
  const tenant = await database.tenant('admin');
  const runs = await newRuns(database, partNumbers, tenant);
  await database.query('update bomstream.bom_lines set quantity = 10 where bom_id = $1', [runs.bomId]);
  return { tenant, runs };
}

describe('a run', () => {
  it.each<[string, Json, Json, string[]]>([
    ['the last piece sold', {}, { stock: 0 }, ['stock_gone']],
    ['less than one board needs', {}, { stock: 9 }, ['stock_low']],
    ['just enough for one board', {}, { stock: 10 }, []],
    ['less than before of what was too little', { stock: 9 }, { stock: 5 }, []],
    ['nothing where there was nothing', { stock: 0 }, { stock: 0 }, []],
    ['a price up by more than 5 %', {}, { unit_price: 1.06 }, ['price_up']],
    ['a price up by 5 %', {}, { unit_price: 1.05 }, []],
    ['a lower price', {}, { unit_price: 0.5 }, []],
    ['a higher price at another break', {}, { unit_price: 2, price_quantity: 1 }, []],
    ['a higher number in another currency', {}, { unit_price: 2, currency: 'EUR' }, []],
    ['the end of production', {}, { lifecycle: 'obsolete' }, ['end_of_life']],
    [
      'the end of a part that had its end announced',
      { lifecycle: 'end_of_life' },
      { lifecycle: 'obsolete' },
      [],
    ],
    ['a part that is not for new designs', {}, { lifecycle: 'not_for_new_designs' }, []],
    ['a week more of lead time', {}, { lead_time_days: 21 }, ['lead_time_up']],
    ['days more of lead time', {}, { lead_time_days: 20 }, []],
    ['a part that is not compliant any more', {}, { rohs: 'non_compliant' }, ['compliance_lost']],
    ['compliance by exemption', {}, { rohs: 'compliant_by_exemption' }, []],
    [
      'all at once',
      {},
      { stock: 0, unit_price: 2, lifecycle: 'obsolete', lead_time_days: 100, rohs: 'non_compliant' },
      ['compliance_lost', 'end_of_life', 'lead_time_up', 'price_up', 'stock_gone'],
    ],
    [
      'what nobody knew before',
      { stock: null, unit_price: null, currency: null, lifecycle: null, lead_time_days: null, rohs: null },
      { stock: 0, unit_price: 2, lifecycle: 'obsolete', lead_time_days: 100, rohs: 'non_compliant' },
      [],
    ],
    [
      'what nobody knows now',
      {},
      { stock: null, unit_price: null, currency: null, lifecycle: null, lead_time_days: null, rohs: null },
      [],
    ],
  ])('that finds %s tells it', async (_what, before, after, told) => {
    const { tenant, runs } = await newBom();
    await found(runs, { ...KNOWN, ...before });
    expect((await last(runs)).payload).toEqual({ changes: 0 });
    await found(runs, { ...KNOWN, ...after });
    expect(await kinds(tenant)).toEqual(told);
    expect(await last(runs)).toMatchObject({
      event_type: 'enrichment.completed',
      payload: { changes: told.length },
    });
    // told once
    await found(runs, { ...KNOWN, ...after });
    expect(await kinds(tenant)).toEqual(told);
  });

  it('says what was found before and now, and of which line and part', async () => {
    const { tenant, runs } = await newBom();
    await found(runs, KNOWN);
    await found(runs, { ...KNOWN, unit_price: 1.5 });
    const [line] = await runs.lines();
    expect((await read(tenant)).changes).toEqual([{
      kind: 'price_up',
      before: 1,
      after: 1.5,
      currency: 'USD',
      bom_id: runs.bomId,
      bom_name: 'Test',
      run: 2,
      line_id: line.id,
      line_number: 1,
      line_name: 'P1',
      mpn: 'P1',
      manufacturer: 'Manufacturer',
      created_at: expect.stringMatching(/Z$/),
    }]);
  });

  it('holds stock against what all lines with the part need together', async () => {
    const { tenant, runs } = await newBom(['P1', 'P1', 'P2']);
    await found(runs, KNOWN);
    await found(runs, { ...KNOWN, stock: 15 });
    expect((await read(tenant)).changes.map(({ kind, mpn }: Json) => [kind, mpn])).toEqual([
      ['stock_low', 'P1'],
      ['stock_low', 'P1'],
    ]);
  });

  it('compares no part with another', async () => {
    const { tenant, runs } = await newBom();
    await found(runs, KNOWN);
    await database.query(
      `update bomstream.bom_lines set mpn = 'P2', orderable_key = 'P2' where bom_id = $1`,
      [
        runs.bomId,
      ],
    );
    await found(runs, { ...KNOWN, stock: 0 });
    expect(await kinds(tenant)).toEqual([]);
  });

  it('looks behind runs that found nothing of the line, or did not come to their end', async () => {
    const { tenant, runs } = await newBom(['P1', 'P2']);
    await found(runs, KNOWN);
    await runs.start({ mode: 'all' });
    const { lines } = await runs.claim(worker);
    const [first] = results(lines, 'enriched');
    await runs.commit(worker, [{ ...first, ...KNOWN, stock: 0 }]);
    await runs.control('cancel');
    await found(runs, { status: 'not_found', component: null });
    expect(await kinds(tenant)).toEqual([]);
    await found(runs, { ...KNOWN, stock: 0 });
    expect(await kinds(tenant)).toEqual(['stock_gone', 'stock_gone']);
  });
});

describe('changes of an organization', () => {
  it('are read page by page, the newest first, by BOM, kind and time', async () => {
    const { tenant, runs } = await newBom(['P1', 'P2', 'P3']);
    const other = await newRuns(database, ['P1'], tenant);
    for (const each of [runs, other]) {
      await found(each, KNOWN);
      await found(each, { ...KNOWN, stock: 0, unit_price: 2 });
    }
    const pages: Json[] = [];
    for (let next: Json = null; pages.length < 9;) {
      const page = await read(tenant, { p_limit: 3, ...(next ? { p_after: next } : {}) });
      pages.push(page.changes);
      if ((next = page.next) === null) break;
    }
    expect(pages.map(({ length }) => length)).toEqual([3, 3, 2]);
    const all = pages.flat();
    expect(new Set(all.map((change) => `${change.line_id} ${change.kind}`)).size).toBe(8);
    expect(all.slice(0, 2).map(({ bom_id }) => bom_id)).toEqual([other.bomId, other.bomId]);
    expect(all.map(({ created_at }) => created_at)).toEqual(
      all.map(({ created_at }) => created_at).sort().reverse(),
    );

    const count = async (args: Json) => (await read(tenant, args)).changes.length;
    expect(await count({ p_bom_id: other.bomId })).toBe(2);
    expect(await count({ p_kind: 'price_up' })).toBe(4);
    expect(await count({ p_bom_id: other.bomId, p_kind: 'end_of_life' })).toBe(0);
    await database.query(
      `update bomstream.run_changes set created_at = created_at - interval '1 day' where bom_id = $1`,
      [runs.bomId],
    );
    expect(await count({ p_since: new Date(Date.now() - 3_600_000).toISOString() })).toBe(2);
  });

  it("are nobody else's, not even by the id of the BOM", async () => {
    const { tenant, runs } = await newBom();
    await found(runs, KNOWN);
    await found(runs, { ...KNOWN, stock: 0 });
    const stranger = await database.tenant('admin');
    expect((await read(stranger, { p_bom_id: runs.bomId })).changes).toEqual([]);
    await expect(read({ ...stranger, organizationId: tenant.organizationId })).rejects.toThrow(
      'organization_not_found',
    );
  });

  it('go with their BOM, and after ninety days', async () => {
    const { tenant, runs } = await newBom(['P1', 'P2']);
    await found(runs, KNOWN);
    await found(runs, { ...KNOWN, stock: 0 });
    await database.query(
      `update bomstream.run_changes c set created_at = now() - l.line_number * interval '89 days' from bomstream.bom_lines l where l.id = c.line_id`,
    );
    expect(await database.call('bomstream_sweep', {})).toMatchObject({ changes: 1 });
    expect(await kinds(tenant)).toEqual(['stock_gone']);
    await database.query('delete from bomstream.boms where id = $1', [runs.bomId]);
    expect(await database.query('select from bomstream.run_changes where bom_id = $1', [runs.bomId])).toEqual(
      [],
    );
  });
});
