/** Whose row it is, in every statement that writes what all organizations share. */
import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { type Json, useDatabase } from '../support/database.ts';
import { newRuns, results, type Runs } from '../support/runs.ts';

const database = useDatabase();
const worker = randomUUID();

/** Enough that a look for "any row with this key" hardly ever meets the shared one first. */
const OTHER_ORGANIZATIONS = 20;

const at = (day: number) => `2026-01-0${day}T00:00:00.000Z`;
const offer = (supplier_part_number: string) => ({ supplier_part_number, stock: 5, price_breaks: [] });

/** A part number that no other test here uses. */
let lastPart = 0;
const newPart = () => `PART-${lastPart += 1}`;

async function claimed(runs: Runs, by = worker): Promise<Json[]> {
  await runs.start();
  return (await runs.claim(by)).lines;
}

const leaseOver = (runs: Runs) =>
  database.query(
    `update bomstream.bom_lines set visible_at = clock_timestamp() - interval '1 second' where bom_id = $1`,
    [runs.bomId],
  );
const componentsOf = (mpn: string) =>
  database.query('select * from bomstream.components where orderable_key = $1 order by id', [mpn]);
const offersOf = async (componentId: string) =>
  (await database.query(
    'select organization_id, supplier_part_number from bomstream.supplier_offers where component_id = $1 order by 2',
    [componentId],
  )).map(({ organization_id, supplier_part_number }) => [supplier_part_number, organization_id]);

/** Every organization describes the part itself, as Manufacturer's, which is what `results` says of it, too. */
async function ownComponents(mpn: string, organizationIds: readonly string[]): Promise<void> {
  await database.query(
    `insert into bomstream.components (organization_id, orderable_key, manufacturer, mpn, fields, quality_score)
     select o, $1, 'Manufacturer', $1, '{}', 1 from unnest($2::uuid[]) o`,
    [mpn, organizationIds],
  );
}

describe('a commit', () => {
  it('links a line to the shared component, whoever keeps one of their own under the same key', async () => {
    const mpn = newPart();
    const others = await Promise.all(Array.from({ length: OTHER_ORGANIZATIONS }, () => database.tenant()));
    const runs = await newRuns(database, [mpn]);
    const [{ organization_id: organizationId }] = await runs.lines();
    await ownComponents(mpn, [...others.map((other) => other.organizationId), organizationId]);
    const before = await componentsOf(mpn);

    await runs.commit(worker, results(await claimed(runs), 'enriched'));
    const [line] = await runs.lines();
    const after = await componentsOf(mpn);
    const shared = after.filter(({ organization_id }) => organization_id === null);
    expect(shared).toMatchObject([{ id: line.component_id, quality_score: 95 }]);
    expect(after.filter(({ organization_id }) => organization_id !== null)).toEqual(before);
  });

  it('writes to the shared component again, and to no row of an organization', async () => {
    const mpn = newPart();
    const [first, second] = [await newRuns(database, [mpn]), await newRuns(database, [mpn])];
    await first.commit(worker, results(await claimed(first), 'enriched'));
    const { organizationId } = await database.tenant();
    await ownComponents(mpn, [organizationId]);
    const [answer] = results(await claimed(second), 'enriched');
    await second.commit(worker, [{ ...answer, component: { ...answer.component, quality_score: 50 } }]);
    const scores = (await componentsOf(mpn)).map(({ organization_id, quality_score }) => [
      organization_id,
      quality_score,
    ]);
    expect(new Map(scores as [string | null, number][])).toEqual(new Map([[null, 50], [organizationId, 1]]));
  });

  it('of a worker that is late writes no component and no offer, new or known, not even beside a line that is its own', async () => {
    const [known, unknown] = [newPart(), newPart()];
    const earlier = await newRuns(database, [known]);
    await earlier.commit(worker, results(await claimed(earlier), 'enriched'));
    const before = await componentsOf(known);

    const runs = await newRuns(database, [known, unknown, newPart()]);
    const late = results(await claimed(runs), 'enriched').map((result) => ({
      ...result,
      component: { ...result.component, mpn: 'late', quality_score: 1 },
      offers: [{ supplier: 'a', fetched_at: at(1), offers: [offer('late')] }],
    }));
    await database.query(
      `update bomstream.bom_lines set fence = fence + 1 where bom_id = $1 and line_number < 3`,
      [runs.bomId],
    );
    expect(await runs.commit(worker, late)).toMatchObject({ accepted: 1, refused: 2 });
    expect(await componentsOf(known)).toEqual(before);
    expect(await componentsOf(unknown)).toEqual([]);
    expect(await offersOf(before[0].id)).toEqual([]);
    expect((await runs.lines()).map(({ component_id }) => component_id !== null)).toEqual([
      false,
      false,
      true,
    ]);
  });

  it('of a worker that lost its lease writes none either', async () => {
    const mpn = newPart();
    const runs = await newRuns(database, [mpn]);
    const late = results(await claimed(runs), 'enriched');
    await leaseOver(runs);
    await runs.claim(randomUUID());
    expect(await runs.commit(worker, late)).toMatchObject({ accepted: 0, refused: 1 });
    expect(await componentsOf(mpn)).toEqual([]);
  });
});

describe('offers that are shared', () => {
  /** A line with the shared component of its part. */
  async function settled() {
    const runs = await newRuns(database, [newPart()]);
    await runs.commit(worker, results(await claimed(runs), 'enriched'));
    const [line] = await runs.lines();
    const write = (fetched_at: string, ...numbers: string[]) =>
      database.query('select bomstream.write_offers($1, $2)', [
        JSON.stringify([{
          line_id: line.id,
          offers: [{ supplier: 'a', fetched_at, offers: numbers.map(offer) }],
        }]),
        [line.id],
      ]);
    const ownOffer = (number: string, fetchedAt: string) =>
      database.query(
        `insert into bomstream.supplier_offers
           (organization_id, component_id, supplier, supplier_part_number, price_breaks, fetched_at)
         values ($1, $2, 'a', $3, '[]', $4)`,
        [line.organization_id, line.component_id, number, fetchedAt],
      );
    return { line, write, ownOffer, offers: () => offersOf(line.component_id) };
  }

  it('take no place of an offer of an organization, however old that is', async () => {
    const { line, write, ownOffer, offers } = await settled();
    await write(at(2), 'old');
    await ownOffer('own', at(1));
    await ownOffer('same', at(1));
    await write(at(3), 'new', 'same');
    expect(await offers()).toEqual([
      ['new', null],
      ['own', line.organization_id],
      ['same', line.organization_id],
      ['same', null],
    ]);
    await write(at(4));
    expect(await offers()).toEqual([['own', line.organization_id], ['same', line.organization_id]]);
  });

  it('are not held back by a newer offer of an organization', async () => {
    const { line, write, ownOffer, offers } = await settled();
    await ownOffer('own', at(9));
    await write(at(1), 'shared');
    expect(await offers()).toEqual([['own', line.organization_id], ['shared', null]]);
  });
});

describe('a look for own components', () => {
  it('finds neither the shared one nor those of other organizations, nor another key', async () => {
    const mpn = newPart();
    const runs = await newRuns(database, [mpn]);
    const [line] = await runs.lines();
    const others = await Promise.all([database.tenant(), database.tenant()]);
    await ownComponents(mpn, others.map(({ organizationId }) => organizationId));
    await ownComponents(`${mpn}+`, [line.organization_id]);
    await runs.commit(worker, results(await claimed(runs), 'enriched'));
    const own = async (orderable_key: string) =>
      (await database.query(`select public.bomstream_supplier_lookup('{}', $1, 60) -> 'own' as own`, [
        JSON.stringify([{ line_id: line.id, orderable_key }]),
      ]))[0].own;
    expect(await own(mpn)).toEqual([]);
    expect(await own(`${mpn}+`)).toMatchObject([{ line_id: line.id, mpn: `${mpn}+` }]);
  });
});
