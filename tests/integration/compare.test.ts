/** What two runs of a BOM, or two BOMs, differ in: counts of lines, and pages of those that do. */
import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { Comparison } from '../../shared/api/judging.ts';
import { type Json, type Tenant, useDatabase } from '../support/database.ts';
import { newRuns, parts, results, type Runs } from '../support/runs.ts';

const database = useDatabase();
const worker = randomUUID();

// Claims serve whichever run waits longest; other tests' runs must not be in the way.
let tenant: Tenant;
beforeEach(async () => {
  await database.query('delete from bomstream.boms');
  tenant = await database.tenant('editor');
});

const compare = async (args: Json): Promise<Json> => {
  const answer = await database.call('bomstream_bom_compare', { p_user_id: tenant.userId, ...args });
  expect(Comparison.strict().parse(answer)).toEqual(answer);
  return answer;
};
/** The counts that are not 0. */
const counted = ({ counts }: Json) =>
  Object.fromEntries(Object.entries(counts).filter(([, count]) => count !== 0));
const shown = ({ differences }: Json): string[] =>
  differences.map(({ fields, before, after }: Json) =>
    `${before?.line_number ?? '-'} → ${after?.line_number ?? '-'}: ${fields.join(' ')}`
  );

const FOUND = { unit_price: 0.5, currency: 'USD', stock: 100, lifecycle: 'active' };

/** A run over all lines, each found as `found` says by its number. */
async function run(runs: Runs, found: Readonly<Record<string, Json>> = {}, mode = 'all'): Promise<void> {
  await runs.start({ mode });
  for (;;) {
    const { run, lines } = await runs.claim(worker);
    if (!run) return;
    const sent = results(lines, 'enriched').map((result, i) => ({
      ...result,
      ...FOUND,
      ...found[lines[i].mpn],
    }));
    await runs.commit(worker, sent);
  }
}

describe('two runs of a BOM', () => {
  it('differ by part, state, price, stock and lifecycle', async () => {
    const runs = await newRuns(database, parts(7), tenant);
    await run(runs);
    const [other] = results([{ line_id: '', fence: 0, mpn: 'OTHER' }], 'enriched');
    await run(runs, {
      P00002: { unit_price: 0.6 },
      P00003: { unit_price: 0.5, currency: 'EUR', stock: 0 },
      P00004: { lifecycle: 'obsolete' },
      P00005: {
        status: 'not_found',
        component: null,
        unit_price: null,
        currency: null,
        stock: null,
        lifecycle: null,
      },
      P00006: { component: other.component },
    });
    const answer = await compare({ p_bom_id: runs.bomId, p_other_id: runs.bomId, p_run: 1, p_other_run: 2 });
    expect(shown(answer)).toEqual([
      '2 → 2: price',
      '3 → 3: price stock',
      '4 → 4: lifecycle',
      '5 → 5: part state price stock lifecycle',
      '6 → 6: part',
    ]);
    expect(counted(answer)).toEqual({
      compared: 7,
      same: 2,
      part: 2,
      state: 1,
      price: 3,
      stock: 2,
      lifecycle: 2,
    });
    const [{ before, after }] = answer.differences;
    expect(before).toMatchObject({
      part: 'P00002',
      manufacturer: 'Manufacturer',
      state: 'enriched',
      ...FOUND,
    });
    expect(after).toMatchObject({ part: 'P00002', unit_price: 0.6 });
    // the other way round, and a run with itself
    const back = await compare({ p_bom_id: runs.bomId, p_other_id: runs.bomId, p_run: 2, p_other_run: 1 });
    expect(back.differences[0].after.unit_price).toBe(0.5);
    const self = await compare({ p_bom_id: runs.bomId, p_other_id: runs.bomId, p_run: 2, p_other_run: 2 });
    expect(counted(self)).toEqual({ compared: 7, same: 7 });
  });

  it('are compared by the lines that both settled', async () => {
    const runs = await newRuns(database, parts(3), tenant);
    await run(runs, { P00002: { status: 'failed', component: null } });
    await run(runs, {}, 'failed');
    const answer = await compare({ p_bom_id: runs.bomId, p_other_id: runs.bomId, p_run: 1, p_other_run: 2 });
    expect(counted(answer)).toMatchObject({ compared: 1, state: 1 });
  });

  it('are refused where one is not there, or is no longer kept', async () => {
    const runs = await newRuns(database, parts(1), tenant);
    await run(runs);
    const asked = (p_run: number, p_other_run: number) =>
      compare({ p_bom_id: runs.bomId, p_other_id: runs.bomId, p_run, p_other_run });
    for (const [a, b] of [[1, 2], [2, 1]] as const) {
      await expect(asked(a, b)).rejects.toThrow('run_not_found');
    }
    await database.query('update bomstream.enrichment_runs set results_expired = true');
    await expect(asked(1, 1)).rejects.toThrow('run_not_found');
  });
});

describe('two BOMs', () => {
  async function bom(lines: readonly Json[], owner = tenant): Promise<string> {
    const { bom: { bom_id } } = await database.call('bomstream_bom_create', {
      p_user_id: owner.userId,
      p_organization_id: owner.organizationId,
      p_project_id: null,
      p_name: 'Test',
      p_lines: lines.map((line, i) => ({
        line_number: i + 1,
        orderable_key: line.mpn,
        do_not_place: false,
        ...line,
      })),
    });
    return bom_id;
  }
  const line = (designators: string, mpn: string, quantity = 1) => ({ designators, mpn, quantity });

  it('have their lines paired, and say what came, went and changed', async () => {
    const before = await bom([line('R1 R2', 'A', 2), line('C1', 'B'), line('U1', 'C'), line('J1', 'D')]);
    const after = await bom([line('U1', 'E'), line('R1 R2 R3', 'A', 3), line('C1', 'B'), line('X1', 'F')]);
    const answer = await compare({ p_bom_id: before, p_other_id: after });
    expect(shown(answer)).toEqual(['3 → 1: part', '1 → 2: quantity', '- → 4: added', '4 → -: removed']);
    expect(counted(answer)).toEqual({ compared: 5, same: 1, added: 1, removed: 1, part: 1, quantity: 1 });
    expect(counted(await compare({ p_bom_id: before, p_other_id: before }))).toEqual({
      compared: 4,
      same: 4,
    });
  });

  it('have a line with the same designators as before beside lines whose designators were shared out anew', async () => {
    const before = await bom([
      line('R1 R2', 'A', 2),
      line('R3 R4 R5', 'B', 3),
      line('C1', 'C'),
      line('L1', 'D'),
    ]);
    const after = await bom([
      line('R4', 'E'),
      line('R1 R2', 'F', 2),
      line('R5,R3', 'B', 2),
      line('C1 C2', 'C', 2),
      line('L2', 'D'),
    ]);
    expect(shown(await compare({ p_bom_id: before, p_other_id: after }))).toEqual([
      '- → 1: added',
      '1 → 2: part',
      '2 → 3: quantity',
      '3 → 4: quantity',
    ]);
  });

  it('are not paired by what several of their lines say in the place of a designator', async () => {
    const lines = (numbers: readonly string[]) => numbers.map((mpn) => line('N/A', mpn));
    const answer = await compare({
      p_bom_id: await bom(lines(['A', 'B', 'C'])),
      p_other_id: await bom(lines(['C', 'A', 'D'])),
    });
    expect(counted(answer)).toEqual({ compared: 4, same: 2, added: 1, removed: 1 });
  });

  it('differ in nothing but what they ask for where one was not looked up yet', async () => {
    const runs = await newRuns(database, parts(3), tenant);
    await run(runs);
    const lines = ['P00001', 'P00002', 'OTHER'].map((mpn) => ({ mpn }));
    const revision = await bom(lines.map((one, i) => ({ ...one, designators: `R${i}`, quantity: null })));
    await database.query(
      `update bomstream.bom_lines set quantity = null, designators = 'R' || line_number - 1 where bom_id = $1`,
      [runs.bomId],
    );
    const answer = await compare({ p_bom_id: runs.bomId, p_other_id: revision });
    expect(shown(answer)).toEqual(['3 → 3: part']);
    expect(counted(answer)).toEqual({ compared: 3, same: 2, not_looked_up: 3, part: 1 });
  });

  it('are paged, all of them or those of one kind', async () => {
    const before = await bom(Array.from({ length: 5 }, (_, i) => line(`R${i}`, `A${i}`)));
    const after = await bom(Array.from({ length: 5 }, (_, i) => line(`R${i}`, i === 2 ? 'A2' : `B${i}`, i)));
    const of = { p_bom_id: before, p_other_id: after };
    const first = await compare({ ...of, p_limit: 2 });
    const second = await compare({ ...of, p_limit: 2, p_after: first.next });
    const third = await compare({ ...of, p_limit: 2, p_after: second.next });
    expect([first, second, third].flatMap(shown)).toEqual([
      '1 → 1: part quantity',
      '2 → 2: part',
      '3 → 3: quantity',
      '4 → 4: part quantity',
      '5 → 5: part quantity',
    ]);
    expect([first.counts, third.next]).toEqual([third.counts, null]);
    expect((await compare({ ...of, p_limit: 4, p_field: 'part' })).next).toBeNull();
    expect(shown(await compare({ ...of, p_limit: 1, p_field: 'quantity', p_after: 4 }))).toEqual([
      '3 → 3: quantity',
    ]);
  });

  it('are compared for who may read both', async () => {
    const stranger = await database.tenant('admin');
    const [own, other] = [await bom([line('R1', 'A')]), await bom([line('R1', 'A')], stranger)];
    for (const [a, b] of [[own, other], [other, own]]) {
      await expect(compare({ p_bom_id: a, p_other_id: b })).rejects.toThrow('bom_not_found');
    }
  });
});
