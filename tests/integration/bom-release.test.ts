/** A released BOM: it shows what it showed, whatever is learned of its parts, and nothing changes it. */
import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { LISTED_FIELDS } from '../../shared/domain/fields.ts';
import { type Json, useDatabase } from '../support/database.ts';
import { newRuns, results, type Runs } from '../support/runs.ts';

const database = useDatabase();
const worker = randomUUID();
/** Two that no other test here uses: what is known of parts outlives their BOMs. */
let made = 0;
let PARTS: [string, string];

let runs: Runs;
let who: { p_user_id: string; p_bom_id: string };
let organizationId: string;
const call = (name: string, args: Json): Promise<Json> => database.call(`bomstream_${name}`, args);
/** The code and status of a refusal, or what was answered. */
const outcome = (name: string, args: Json): Promise<Json> =>
  call(name, args).catch((error) => [error.code, error.message]);

const offered = (price: number) => ({
  offers: [{
    supplier: 'mouser',
    fetched_at: '2026-01-01T00:00:00.000Z',
    offers: [{
      supplier_part_number: 'X-1',
      stock: 100,
      price_breaks: [{ quantity: 1, price, currency: 'EUR' }],
    }],
  }],
});

/** Looks the lines of a BOM up, each part at a price. */
async function enrich(of: Runs, price: number): Promise<void> {
  await of.start();
  const { lines } = await of.claim(worker);
  await of.commit(
    worker,
    results(lines, 'enriched').map((result: Json) => ({ ...result, ...offered(price) })),
  );
}

beforeEach(async () => {
  // A claim would take what another test left.
  await database.query('delete from bomstream.organizations');
  made += 1;
  PARTS = [`REL-${made}-A`, `REL-${made}-B`];
  runs = await newRuns(database, PARTS);
  const [bom] = await database.query('select organization_id, created_by from bomstream.boms where id = $1', [
    runs.bomId,
  ]);
  organizationId = bom.organization_id;
  who = { p_user_id: bom.created_by, p_bom_id: runs.bomId };
  await enrich(runs, 1);
});

const release = (more: Json = {}) => call('bom_release', { ...who, ...more });

/** All that readers read of the BOM, without the moment of reading and what tells pages and judges of the release. */
async function shown(): Promise<Json> {
  const { change_id: ____, ...lines } = await call('bom_lines_read', { ...who, p_facts: LISTED_FIELDS });
  const { exported_at: _, ...exported } = await call('bom_export', who);
  const line = await call('bom_line_read', { ...who, p_line_id: lines.lines[0].line_id });
  const { version: __, state: ___, ...judged } = await call('bom_judging_read', who);
  return { lines, exported, line, judged: { ...judged, parts: judged.parts.toSorted() } };
}

/** Everything that is known of the parts becomes something else, or is gone. */
async function learnOtherwise(): Promise<void> {
  await database.query(
    `update bomstream.components set mpn = mpn || '-X', manufacturer = 'Other', quality_score = 1,
       fields = '{"lifecycle": {"value": "obsolete", "source": "mouser", "confidence": 1}}'
     where orderable_key = $1`,
    [PARTS[0]],
  );
  await database.query(
    `update bomstream.supplier_offers set stock = 0, price_breaks = '[{"quantity": 1, "price": 9, "currency": "EUR"}]'`,
  );
  await database.query('delete from bomstream.components where orderable_key = $1', [PARTS[1]]);
}

it('says who released it, when, as what and for how many boards', async () => {
  expect((await call('bom_read', who)).release).toBeNull();
  const { release: released } = await release({ p_name: 'Rev C', p_boards: 25 });
  expect(released).toEqual({
    name: 'Rev C',
    boards: 25,
    released_at: expect.stringMatching(/^\d{4}-/),
    released_by: who.p_user_id,
    key_id: null,
  });
  expect((await call('bom_read', who)).release).toEqual(released);
  const { boms } = await call('bom_list', { p_user_id: who.p_user_id });
  expect(boms).toMatchObject([{ bom_id: runs.bomId, release: released }]);
});

it('shows what it showed, though its parts are others now or gone', async () => {
  const before = await shown();
  expect(before.exported.lines[0].line.result.component.offers).toMatchObject([{ stock: 100 }]);
  await release();
  expect(await shown()).toEqual(before);
  await learnOtherwise();
  expect(await shown()).toEqual(before);
});

it('is where the same is not true of one that is not released', async () => {
  const before = await shown();
  await learnOtherwise();
  const after = await shown();
  for (const what of ['lines', 'exported', 'line', 'judged']) {
    expect(after[what], what).not.toEqual(before[what]);
  }
});

it('shows what was decided then, not since', async () => {
  const [{ line_id: lineId }] = (await call('bom_lines_read', { ...who, p_facts: LISTED_FIELDS })).lines;
  await release();
  const other = await database.bom({ userId: who.p_user_id, organizationId }, PARTS);
  const [{ line_id: otherLine }] =
    (await call('bom_lines_read', { ...who, p_bom_id: other, p_facts: LISTED_FIELDS })).lines;
  await call('bom_review', {
    ...who,
    p_bom_id: other,
    p_line_ids: [otherLine],
    p_action: 'keep_as_written',
  });
  expect((await call('bom_line_read', { ...who, p_line_id: lineId })).decided).toBeNull();
  expect((await call('bom_line_read', { ...who, p_bom_id: other, p_line_id: otherLine })).decided).not
    .toBeNull();
});

it('is compared as it was, and a judge that knows it is told nothing new', async () => {
  await release();
  const { version } = await call('bom_judging_read', who);
  await learnOtherwise();
  expect(await call('bom_judging_read', { ...who, p_known: version })).toEqual({ version });
  const compared = await call('bom_compare', { ...who, p_other_id: runs.bomId });
  expect(compared.counts).toMatchObject({ compared: 2, same: 2 });
  const later = await database.bom({ userId: who.p_user_id, organizationId }, [PARTS[0], 'REL-C']);
  const { differences } = await call('bom_compare', { ...who, p_other_id: later });
  expect(differences.map(({ before }: Json) => before?.part).filter(Boolean)).toEqual(
    expect.arrayContaining([PARTS[1]]),
  );
});

describe('nothing changes it:', () => {
  const RELEASED = ['PT409', 'bom_released'];
  const lineId = async () =>
    (await call('bom_lines_read', { ...who, p_facts: LISTED_FIELDS })).lines[0].line_id;

  it.each<[string, () => Promise<Json>]>([
    ['a second release', () => outcome('bom_release', who)],
    ['a new name', () => outcome('bom_change', { ...who, p_changes: { name: 'Other' } })],
    [
      'an edit',
      async () => outcome('bom_line_change', { ...who, p_line_id: await lineId(), p_changes: { note: 'x' } }),
    ],
    [
      'a review',
      async () => outcome('bom_review', { ...who, p_line_ids: [await lineId()], p_action: 'approve' }),
    ],
    ['a run', () =>
      outcome('start', {
        ...who,
        p_organization_id: organizationId,
        p_project_id: null,
        p_priority: 5,
        p_mode: 'all',
      })],
  ])('%s', async (_what, change) => {
    await release();
    const before = await shown();
    expect(await change()).toEqual(RELEASED);
    expect(await shown()).toEqual(before);
  });

  it('an import of a revision is another BOM', async () => {
    await release();
    const { bom, revision } = await call('bom_create', {
      p_user_id: who.p_user_id,
      p_organization_id: organizationId,
      p_project_id: null,
      p_name: 'Rev D',
      p_lines: [{ line_number: 1, mpn: PARTS[0], orderable_key: PARTS[0], do_not_place: false }],
      p_revision_of: runs.bomId,
    });
    expect(bom.release).toBeNull();
    expect(revision).toMatchObject({ revision_of: runs.bomId, unchanged: 1, removed: 1 });
  });

  it('its deletion takes all of it along', async () => {
    await release();
    const admin = await database.member(organizationId, 'admin');
    await call('bom_delete', { ...who, p_user_id: admin.userId });
    expect(await database.query('select from bomstream.released_parts')).toEqual([]);
  });
});

it('is not made of a BOM with an active run, and not by a viewer', async () => {
  const viewer = await database.member(organizationId, 'viewer');
  expect(await outcome('bom_release', { ...who, p_user_id: viewer.userId })).toEqual([
    'PT403',
    'role_required',
  ]);
  const active = async () =>
    (await call('bom_list', { p_user_id: who.p_user_id, p_status: 'active' })).boms
      .map(({ bom_id }: Json) => bom_id);
  expect(await active()).toEqual([]);
  await runs.start({ mode: 'all' });
  expect(await active()).toEqual([runs.bomId]);
  expect(await outcome('bom_release', who)).toEqual(['PT409', 'run_active']);
});

it('is ordered as before: equal parts of two lines stay one purchase with its spares', async () => {
  const part = `REL-${made}-TWICE`;
  const twice = await newRuns(database, [part, part, PARTS[0]]);
  const [bom] = await database.query('select created_by from bomstream.boms where id = $1', [twice.bomId]);
  const of = { p_user_id: bom.created_by, p_bom_id: twice.bomId };
  await database.query('update bomstream.bom_lines set quantity = line_number where bom_id = $1', [
    twice.bomId,
  ]);
  await enrich(twice, 1);
  const bought = async () => ({
    pooled: (await call('bom_export', of)).lines.map(({ pooled }: Json) => pooled),
    parts: (await call('bom_judging_read', of)).parts.toSorted(),
  });
  const before = await bought();
  expect(before.pooled[0]).toEqual(before.pooled[1]);
  expect(before.pooled[0]).toMatchObject({ line_number: 1, lines: 2, quantity: 3 });
  await call('bom_release', of);
  expect(await bought()).toEqual(before);
});
