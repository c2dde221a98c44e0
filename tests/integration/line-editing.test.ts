/** What people do to the lines of a BOM: edit them, decide of them, and bring in a revision. */
import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, inject, it, vi } from 'vitest';
import { sql } from '../support/admin.ts';
import { startPaused } from '../support/held-runs.ts';
import { type Json, newTenant, type Tenant } from '../support/tenant.ts';

const stack = inject('stack');
const WAIT = { timeout: 75_000 };

let editor: Tenant;
beforeAll(async () => {
  editor = await newTenant(stack);
});

const linesOf = async (bomId: string): Promise<Json[]> =>
  (await editor.call('GET', `boms/${bomId}/lines`)).body.lines;
const changesOf = async (bomId: string): Promise<Json[]> =>
  (await editor.call('GET', `boms/${bomId}/changes`)).body.changes;
async function imported(lines: readonly object[], more: object = {}): Promise<Json> {
  const { organizationId } = editor;
  const { status, body } = await editor.call('POST', 'boms', {
    organization_id: organizationId,
    name: 'Test',
    lines,
    ...more,
  });
  expect(status, JSON.stringify(body)).toBe(201);
  return body;
}
async function enriched(lines: readonly object[]): Promise<{ bomId: string; lines: Json[] }> {
  const { bom_id: bomId } = await imported(lines);
  await editor.start(bomId);
  await completed(bomId);
  return { bomId, lines: await linesOf(bomId) };
}
const completed = (bomId: string, run = 1) =>
  vi.waitFor(async () => {
    const { body } = await editor.call('GET', `boms/${bomId}`);
    expect([body.status, body.latest_run.run]).toEqual(['completed', run]);
  }, WAIT);

const RESISTOR = { mpn: 'RC0603FR-0710KL', manufacturer: 'Yageo', quantity: 2, designators: 'R1, R2' };
const EVERYTHING = {
  value: '10k',
  footprint: 'R_0603',
  supplier_numbers: [{ supplier: 'Mouser', number: '603-RC0603FR-0710KL' }, {
    supplier: null,
    number: 'C98220',
  }],
  internal_number: 'R-0042',
  substitution: 'Any equivalent',
  note: 'Check the reel.',
  alternates: [{ mpn: 'ERJ-3EKF1002V', manufacturer: 'Panasonic' }, { mpn: 'TBD', manufacturer: null }],
  extra: { Sourced: 'yes' },
};

it('a line keeps all that it came with', async () => {
  const { bom_id } = await imported([{ ...RESISTOR, ...EVERYTHING }]);
  const [line] = await linesOf(bom_id);
  expect(line).toMatchObject({ value: '10k', footprint: 'R_0603', review: 'none' });
  const { body } = await editor.call('GET', `boms/${bom_id}/lines/${line.line_id}`);
  const { value: _value, footprint: _footprint, substitution, ...apart } = EVERYTHING;
  // a word that says there is no number is no alternate
  expect(body).toMatchObject({ line: { substitution }, issues: [] });
  expect(body).toMatchObject({ ...apart, alternates: apart.alternates.slice(0, 1), source_row: null });
});

it('a list says how many alternates a line has, and the line what was looked up of each', async () => {
  const other = { mpn: 'RC0603FR-0768R1L', manufacturer: 'Yageo' };
  const { bom_id: bomId } = await imported([{ ...RESISTOR, alternates: [other] }, { ...other, quantity: 1 }]);
  const [line, alone] = await linesOf(bomId);
  expect([line.alternate_count, alone.alternate_count]).toEqual([1, undefined]);
  const known = async () => (await editor.call('GET', `boms/${bomId}/lines/${line.line_id}`)).body.alternates;
  expect(await known()).toEqual([{ ...other, known: null }]);
  await editor.start(bomId);
  await completed(bomId);
  expect(await known()).toEqual([{ ...other, known: { known_by: 'scheme', sold: false, priced: false } }]);
  await sql(
    stack,
    `insert into bomstream.supplier_offers (component_id, supplier, supplier_part_number, price_breaks, fetched_at)
     select id, 'mouser', '603-' || mpn, '[{"quantity": 1, "price": 0.5, "currency": "USD"}]', now()
     from bomstream.components where organization_id is null and mpn = $1`,
    [other.mpn],
  );
  expect(await known()).toMatchObject([{ known: { sold: true, priced: true } }]);
});

describe('of an alternate is known', () => {
  const other = { mpn: 'RC0603FR-07887KL', manufacturer: 'Yageo' };
  let reader: Tenant;
  beforeAll(async () => {
    reader = await newTenant(stack);
  });
  const withAlternate = async (alternate: object): Promise<() => Promise<Json>> => {
    const lines = [{ ...RESISTOR, alternates: [alternate] }];
    const { organizationId: organization_id } = reader;
    const { bom_id } = (await reader.call('POST', 'boms', { organization_id, name: 'Test', lines })).body;
    const [{ line_id }] = (await reader.call('GET', `boms/${bom_id}/lines`)).body.lines;
    return async () => (await reader.call('GET', `boms/${bom_id}/lines/${line_id}`)).body.alternates[0].known;
  };
  const lookedUp = async (by: Tenant): Promise<void> => {
    const bomId = await by.importBom([other.mpn]);
    await by.start(bomId);
    await by.untilEnded(bomId, 'completed');
  };

  it('nothing by what another organization has looked up, before a line of one’s own BOMs has it', async () => {
    const known = await withAlternate(other);
    await lookedUp(await newTenant(stack));
    expect(await known()).toBeNull();
    await lookedUp(reader);
    expect(await known()).toEqual({ known_by: 'scheme', sold: false, priced: false });
  });

  it('what the organization’s own parts say', async () => {
    const known = await withAlternate({ mpn: 'OWN-ALTERNATE-1', manufacturer: 'Acme' });
    await sql(
      stack,
      `insert into bomstream.components (organization_id, orderable_key, manufacturer, mpn, fields, quality_score)
       select o, 'OWN-ALTERNATE-1', 'Acme', 'OWN-ALTERNATE-1', '{"package": {"value": "0603", "source": "own", "confidence": 1}}', 1
       from unnest($1::uuid[]) o`,
      [[reader.organizationId]],
    );
    expect(await known()).toEqual({ known_by: 'own', sold: false, priced: false });
  });
});

it('a line is called by its designators, else its number, else its row of the file', async () => {
  const { status, body: { bom_id: bomId } } = await editor.call('POST', 'boms', {
    organization_id: editor.organizationId,
    name: 'Names',
    csv: 'Ref,MPN,Value,Qty\nR1 R2 R3 R4,,10k,4\n,RC0603FR-0710KL,,1\n,,100nF 16V 0402,1\n',
  });
  expect(status).toBe(201);
  const lines = await linesOf(bomId);
  expect(lines.map(({ source_row }) => source_row)).toEqual([undefined, undefined, 4]);
  for (const { line_id } of lines) {
    await editor.call('PATCH', `boms/${bomId}/lines/${line_id}`, { note: 'Seen.' });
  }
  const { body } = await editor.call('GET', `boms/${bomId}/changes`);
  expect(body.changes.map(({ line_name }: Json) => line_name)).toEqual([
    'Row 4 of the file',
    'RC0603FR-0710KL',
    'R1, R2 and 2 more',
  ]);
  const { body: { verdicts } } = await editor.call('GET', `boms/${bomId}/verdicts`);
  expect(verdicts.map(({ name }: Json) => name)).toEqual([
    'R1, R2 and 2 more',
    undefined,
    'row 4 of the file',
  ]);
});

describe('an edit', () => {
  it('changes what it names, and says who did it', async () => {
    const { bomId, lines: [line] } = await enriched([RESISTOR]);
    const edit = (changes: object) => editor.call('PATCH', `boms/${bomId}/lines/${line.line_id}`, changes);
    const changes = { quantity: 3, note: ' Buy a reel. ', alternates: EVERYTHING.alternates.slice(0, 1) };
    const { status, body } = await edit(changes);
    expect(status, JSON.stringify(body)).toBe(200);
    const detail = 'The quantity is 3, and the number of designators is 2.';
    const issues = [{ severity: 'warning', code: 'quantity_differs', detail }];
    expect(body).toMatchObject({ alternates: changes.alternates, note: 'Buy a reel.', issues });
    expect((await editor.call('GET', `boms/${bomId}/lines/${line.line_id}`)).body).toMatchObject({ issues });
    // what was found stays: the line asks for the same part
    expect(body.line).toMatchObject({ quantity: 3, status: 'enriched', result: line.result && { run: 1 } });
    expect(await changesOf(bomId)).toMatchObject([{
      line_id: line.line_id,
      line_number: line.line_number,
      user_id: editor.userId,
      action: 'edit',
      before: { quantity: 2, note: null, alternates: [] },
      after: { ...changes, note: 'Buy a reel.' },
    }]);

    await edit({ note: '', alternates: [], quantity: 3 });
    expect((await changesOf(bomId))[0]).toMatchObject({
      before: { note: 'Buy a reel.', alternates: changes.alternates },
      after: { note: null, alternates: [] },
    });
    // what says nothing new is no change
    await edit({ note: null, mpn: RESISTOR.mpn });
    expect(await changesOf(bomId)).toHaveLength(2);
  });

  it('to another part takes away what was found, and the next run takes the line alone', async () => {
    const { bomId, lines: [first, second] } = await enriched([RESISTOR, { mpn: 'NOT-KNOWN' }]);
    await editor.call('POST', `boms/${bomId}/review`, { line_ids: [first.line_id], action: 'approve' });
    const { body } = await editor.call('PATCH', `boms/${bomId}/lines/${first.line_id}`, {
      mpn: 'RC0603FR-071KL',
    });
    expect(body.line).toMatchObject({ status: 'pending', review: 'none' });
    expect(body.line).not.toHaveProperty('result');
    expect((await editor.start(bomId)).body).toMatchObject({ total_items: 1 });
    await completed(bomId, 2);
    const [changed, other] = await linesOf(bomId);
    expect(changed.result).toMatchObject({ run: 2, component: { mpn: 'RC0603FR-071KL' } });
    expect(other).toEqual(second);
  });

  it('takes a line out of what is placed, and back', async () => {
    const { bomId, lines: [line] } = await enriched([RESISTOR]);
    const edit = (do_not_place: boolean) =>
      editor.call('PATCH', `boms/${bomId}/lines/${line.line_id}`, { do_not_place });
    const [out, back] = [(await edit(true)).body.line, (await edit(false)).body.line];
    expect(out.status).toBe('skipped');
    expect(out).not.toHaveProperty('result');
    // the same words have the answer that they had
    expect(back).toMatchObject({ status: 'enriched', result: { run: 1 } });
  });

  it.each<[string, object, number, string]>([
    ['nothing', {}, 422, 'invalid_body'],
    ['a field that is none', { colour: 'red' }, 422, 'unknown_field'],
    ['a status', { status: 'enriched' }, 422, 'unknown_field'],
    ['a text where a number belongs', { quantity: '3' }, 422, 'invalid_body'],
    ...[
      { mpn: 'A\u202eB' },
      { alternates: [{ mpn: '\u200b', manufacturer: null }] },
      { alternates: [{ mpn: 'A', manufacturer: '\u200bB' }] },
      { supplier_numbers: [{ supplier: null, number: 'C\u202e1' }] },
      { supplier_numbers: [{ supplier: '\u2800', number: 'C1' }] },
    ].map((change): [string, object, number, string] => [
      `characters that nobody sees (${JSON.stringify(change)})`,
      change,
      422,
      'invalid_body',
    ]),
    [
      'too many alternates',
      { alternates: Array.from({ length: 21 }, () => ({ mpn: 'A' })) },
      422,
      'invalid_body',
    ],
  ])('of %s is refused', async (_what, changes, status, code) => {
    const { bom_id } = await imported([RESISTOR]);
    const [line] = await linesOf(bom_id);
    const answer = await editor.call('PATCH', `boms/${bom_id}/lines/${line.line_id}`, changes);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
  });

  it('of a line of another BOM is refused, though both are mine', async () => {
    const [one, other] = [await imported([RESISTOR]), await imported([RESISTOR])];
    const [line] = await linesOf(other.bom_id);
    const answer = await editor.call('PATCH', `boms/${one.bom_id}/lines/${line.line_id}`, { note: 'x' });
    expect([answer.status, answer.body.code]).toEqual([404, 'line_not_found']);
  });
});

describe('beside a run', () => {
  it('a line that a paused one still has to do may change, and a worker that holds it does no harm', async () => {
    const { bom_id: bomId } = await imported([RESISTOR, { mpn: 'B' }]);
    await startPaused(stack, editor, bomId);
    const [line] = await linesOf(bomId);
    const fence = async () =>
      (await sql(stack, 'select fence from bomstream.bom_lines where id = $1', [line.line_id]))[0].fence;
    const before = await fence();
    const edit = (changes: object) => editor.call('PATCH', `boms/${bomId}/lines/${line.line_id}`, changes);
    expect((await edit({ mpn: 'RC0603FR-071KL' })).status).toBe(200);
    expect(await fence()).toBe(before + 1);
    // its counters have the line as one to be done
    for (const taken of [{ do_not_place: true }, { mpn: null }]) {
      expect((await edit(taken)).body.code).toBe('run_active');
    }
    const nothingToBuy = { line_ids: [line.line_id], action: 'nothing_to_buy' };
    expect((await editor.call('POST', `boms/${bomId}/review`, nothingToBuy)).body.code).toBe('run_active');

    await editor.call('POST', `enrichment/${bomId}/resume`);
    await completed(bomId);
    expect((await linesOf(bomId))[0].result).toMatchObject({ component: { mpn: 'RC0603FR-071KL' } });
  });

  it('nothing may change while one is queued or enriching, nor what a paused one has settled', async () => {
    const { bom_id: bomId } = await imported([RESISTOR, { mpn: 'B' }]);
    await startPaused(stack, editor, bomId);
    const [settled, waiting] = await linesOf(bomId);
    await sql(stack, `update bomstream.bom_lines set status = 'not_found' where id = $1`, [settled.line_id]);
    const edit = (line: Json) => editor.call('PATCH', `boms/${bomId}/lines/${line.line_id}`, { note: 'x' });
    expect([(await edit(settled)).status, (await edit(waiting)).status]).toEqual([409, 200]);
    for (const status of ['queued', 'enriching']) {
      await sql(stack, 'update bomstream.enrichment_runs set status = $2 where bom_id = $1', [bomId, status]);
      expect((await edit(waiting)).body.code, status).toBe('run_active');
    }
    await editor.call('POST', `enrichment/${bomId}/cancel`);
    expect((await edit(settled)).status).toBe(200);
  });
});

describe('a review', () => {
  const review = (bomId: string, lines: Json[], action: string) =>
    editor.call('POST', `boms/${bomId}/review`, { line_ids: lines.map(({ line_id }) => line_id), action });
  const states = async (bomId: string) =>
    (await linesOf(bomId)).map(({ review, status }) => [review, status]);

  it('is kept beside what was found, of one line or several', async () => {
    const { bomId, lines } = await enriched([RESISTOR, { mpn: 'NOT-KNOWN' }, { mpn: 'B' }]);
    const [first, second] = lines;
    expect((await review(bomId, [first], 'approve')).body).toMatchObject({ bom_id: bomId, reviewed: 1 });
    await review(bomId, [second], 'keep_as_written');
    expect(await states(bomId)).toEqual([['approved', 'enriched'], ['approved', 'not_found'], [
      'none',
      'not_found',
    ]]);
    await review(bomId, lines, 'reject');
    expect((await states(bomId)).map(([state]) => state)).toEqual(['rejected', 'rejected', 'rejected']);
    expect((await changesOf(bomId)).map(({ action }) => action)).toEqual([
      'reject',
      'reject',
      'reject',
      'keep_as_written',
      'approve',
    ]);
  });

  it('is as before where it is taken back, one after the other', async () => {
    const { bomId, lines } = await enriched([RESISTOR, { mpn: 'NOT-KNOWN' }]);
    const [first, second] = lines;
    await review(bomId, lines, 'reject');
    await review(bomId, [first], 'approve');
    await review(bomId, [second], 'nothing_to_buy');
    expect(await states(bomId)).toEqual([['approved', 'enriched'], ['approved', 'skipped']]);
    expect((await review(bomId, lines, 'undo')).body).toEqual({ bom_id: bomId, reviewed: 2, changes: [] });
    expect(await states(bomId)).toEqual([['rejected', 'enriched'], ['rejected', 'not_found']]);
    await review(bomId, lines, 'undo');
    expect(await states(bomId)).toEqual([['none', 'enriched'], ['none', 'not_found']]);
    expect(await review(bomId, lines, 'undo')).toMatchObject({
      status: 409,
      body: { code: 'nothing_to_undo' },
    });
    expect((await changesOf(bomId)).slice(0, 5).map(({ action }) => action)).toEqual([
      'undo',
      'undo',
      'undo',
      'undo',
      'nothing_to_buy',
    ]);
  });

  it('is not taken back of all where one was edited since', async () => {
    const { bomId, lines } = await enriched([RESISTOR, { mpn: 'NOT-KNOWN' }]);
    await review(bomId, lines, 'approve');
    await editor.call('PATCH', `boms/${bomId}/lines/${lines[1].line_id}`, { mpn: 'NOT-KNOWN-EITHER' });
    expect(await review(bomId, lines, 'undo')).toMatchObject({
      status: 409,
      body: { code: 'nothing_to_undo', detail: expect.stringContaining('NOT-KNOWN-EITHER') },
    });
    expect((await states(bomId))[0]).toEqual(['approved', 'enriched']);
  });

  it('that there is nothing to buy takes a line out of every run until it is taken back', async () => {
    const { bomId, lines } = await enriched([RESISTOR, { mpn: 'NOT-KNOWN' }]);
    await review(bomId, lines.slice(1), 'nothing_to_buy');
    expect(await states(bomId)).toEqual([['none', 'enriched'], ['approved', 'skipped']]);
    await editor.start(bomId, 'all');
    await completed(bomId, 2);
    expect((await states(bomId))[1]).toEqual(['approved', 'skipped']);
    await review(bomId, lines.slice(1), 'reset');
    expect((await states(bomId))[1]).toEqual(['none', 'not_found']);
  });

  it.each([
    { mpn: '\u200b', manufacturer: 'Yageo' },
    { mpn: 'A\u202eB1', manufacturer: 'Yageo' },
    { mpn: 'AB1', manufacturer: '\u200b' },
  ])('chooses no part that nobody sees, and remembers none: %j', async (choice) => {
    const { bomId, lines: [line] } = await enriched([RESISTOR]);
    const answer = await editor.call('POST', `boms/${bomId}/review`, {
      line_ids: [line!.line_id],
      action: 'choose',
      choice,
    });
    expect(answer).toMatchObject({
      status: 422,
      body: { code: 'invalid_body', errors: [{ message: 'has characters that nobody sees' }] },
    });
    const again = await enriched([RESISTOR]);
    expect(again.lines[0]!.status).toBe('enriched');
  });

  it('is of all its lines or of none', async () => {
    const { bomId, lines } = await enriched([RESISTOR]);
    const answer = await review(bomId, [...lines, { line_id: randomUUID() }], 'approve');
    expect([answer.status, answer.body.code]).toEqual([404, 'line_not_found']);
    expect(await states(bomId)).toEqual([['none', 'enriched']]);
    expect(await changesOf(bomId)).toEqual([]);
  });
});

describe('a line that contradicts its part', () => {
  it('says so in every list, the worst first, until its words are changed', async () => {
    const { bomId, lines: [line, fine] } = await enriched([
      { ...RESISTOR, value: '4k7 5%', footprint: 'R_0402_1005Metric' },
      { ...RESISTOR, designators: 'R3', value: '10k', footprint: 'R_0603_1608Metric' },
    ]);
    expect(line.result).toMatchObject({
      status: 'enriched',
      contradictions: [
        { check: 'value', severity: 'error', asked: { where: 'value' } },
        { check: 'chip_size', severity: 'error', asked: { where: 'footprint' } },
        { check: 'tolerance', severity: 'upgrade' },
      ],
    });
    expect(fine.result).not.toHaveProperty('contradictions');
    await editor.call('PATCH', `boms/${bomId}/lines/${line.line_id}`, { value: '10k', footprint: '0603' });
    expect((await linesOf(bomId))[0].result).not.toHaveProperty('contradictions');
  });

  it('is judged again as its words change, at once, and no longer approved', async () => {
    const { bomId, lines: [line] } = await enriched([
      {
        ...RESISTOR,
        value: '4k7',
        footprint: 'R_0402_1005Metric',
        alternates: EVERYTHING.alternates.slice(0, 1),
      },
    ]);
    const edit = async (changes: object) => {
      const { status, body } = await editor.call('PATCH', `boms/${bomId}/lines/${line.line_id}`, changes);
      expect(status, JSON.stringify(body)).toBe(200);
      const { verdicts } = (await editor.call('GET', `boms/${bomId}/summary`)).body;
      return {
        says: (body.line.result.contradictions ?? []).map(({ check }: Json) => check),
        wrong: verdicts.wrong,
        review: body.line.review,
      };
    };
    const approve = () =>
      editor.call('POST', `boms/${bomId}/review`, { line_ids: [line.line_id], action: 'approve' });

    const both = { says: ['value', 'chip_size'], wrong: 1, review: 'none' };
    expect(await edit({ note: 'Check the reel.', quantity: 3, internal_number: 'R-1' })).toEqual(both);
    expect(await edit({ value: '10k' })).toEqual({ ...both, says: ['chip_size'] });
    expect(await edit({ footprint: 'R_0603_1608Metric' })).toEqual({ says: [], wrong: 0, review: 'none' });

    await approve();
    expect(await edit({ note: 'Seen.', designators: 'R1, R2, R3' })).toMatchObject({ review: 'approved' });
    // nothing is looked up for it: the part stays
    expect(await edit({ value: '100k' })).toEqual({ says: ['value'], wrong: 1, review: 'none' });
    await approve();
    expect(await edit({ note: 'Is meant so.' })).toEqual({ says: ['value'], wrong: 0, review: 'approved' });
    expect(await edit({ description: 'Resistor 100k 0402' })).toMatchObject({ wrong: 1, review: 'none' });
  });

  it('is judged again by what two people changed at once', async () => {
    const { bomId, lines: [line] } = await enriched([
      { ...RESISTOR, value: '4k7', footprint: 'R_0402_1005Metric' },
    ]);
    await Promise.all(
      [{ value: '10k' }, { footprint: 'R_0603_1608Metric' }].map((changes) =>
        editor.call('PATCH', `boms/${bomId}/lines/${line.line_id}`, changes)
      ),
    );
    expect((await linesOf(bomId))[0].result).not.toHaveProperty('contradictions');
  });

  it('is held against what its own columns rate', async () => {
    const { lines: [line] } = await enriched([{ ...RESISTOR, extra: { Tolerance: '0.1%' } }]);
    expect(line.result.contradictions).toMatchObject([{
      check: 'tolerance',
      severity: 'error',
      asked: { where: 'Tolerance' },
    }]);
  });

  it('that names a part nobody makes is not found, and says what is odd about it', async () => {
    const { lines: [line] } = await enriched([{ mpn: 'GRM0335C1H106KA01D' }]);
    expect(line.result).toMatchObject({
      status: 'not_found',
      remarks: [{
        code: 'not_known_to_exist',
        detail:
          "Murata's numbering allows GRM0335C1H106KA01D. No such part is known: 10 µF, ±10 %, C0G, 50 V, 0201 (0603 metric).",
      }],
    });
  });
});

describe('a part that nobody knows under its number', () => {
  const ALMOST = { mpn: 'MCP1700T-33O2E/TT', manufacturer: null, designators: 'U1' };
  const MEANT = { mpn: 'MCP1700T-3302E/TT', manufacturer: 'Microchip Technology' };
  const choose = (bomId: string, line: Json, body: object) =>
    editor.call('POST', `boms/${bomId}/review`, { line_ids: [line.line_id], ...body });
  const read = async (bomId: string, line: Json) =>
    (await editor.call('GET', `boms/${bomId}/lines/${line.line_id}`)).body;
  const again = async (bomId: string, run: number) => {
    await editor.start(bomId);
    await completed(bomId, run);
  };

  it('has candidates, one of which is chosen, looked up, and remembered for the organization', async () => {
    const { bomId, lines: [line] } = await enriched([ALMOST]);
    expect(line.result).toMatchObject({ status: 'not_found', candidates: 1 });
    const open = await read(bomId, line);
    expect(open).toMatchObject({
      candidates: [{ ...MEANT, step: 'similar', fields: { package: { value: 'SOT-23-3' } } }],
      decided: null,
      line: { result: { candidates: 1 } },
    });
    expect(open.candidates[0]).not.toHaveProperty('orderable_key');

    expect((await choose(bomId, line, { action: 'choose', choice: MEANT })).status).toBe(200);
    expect(await read(bomId, line)).toMatchObject({
      decided: MEANT,
      line: { review: 'approved', status: 'pending' },
    });
    await again(bomId, 2);
    const found = {
      status: 'enriched',
      step: 'series',
      remarks: [{ code: 'chosen' }],
      component: { mpn: MEANT.mpn },
    };
    const [chosen] = await linesOf(bomId);
    expect(chosen).toMatchObject({ mpn: ALMOST.mpn, result: found });
    expect(chosen.result).not.toHaveProperty('candidates');
    expect((await read(bomId, line)).candidates).toEqual([]);
    expect(await changesOf(bomId)).toMatchObject([{ action: 'choose', after: MEANT }]);

    // Another BOM says the same words, a third one names a manufacturer.
    const { lines: [same] } = await enriched([ALMOST]);
    expect(same).toMatchObject({ result: found });
    const { lines: [other] } = await enriched([{ ...ALMOST, manufacturer: 'Acme' }]);
    expect(other).toMatchObject({ result: { status: 'not_found' } });
  });

  it('is judged and ordered as nothing until the run that looks the choice up, nor after that is taken back', async () => {
    const manufacturer = `Chosen ${randomUUID()}`;
    const asked = [{ ...ALMOST, manufacturer }, { mpn: 'RC0603FR-0712KL', manufacturer: 'Yageo' }]
      .map((line) => ({ ...line, quantity: 1 }));
    const { bomId, lines: [unknown, known] } = await enriched(asked);
    expect([unknown.status, known.status]).toEqual(['not_found', 'enriched']);
    const answers = async () => {
      const summary = (await editor.call('GET', `boms/${bomId}/summary`)).body;
      const list =
        (await editor.call('GET', `boms/${bomId}/order-lists?list=mouser_paste&unpriced=true`)).body;
      return { text: list.text, pending: summary.verdicts.pending, left_out: list.left_out };
    };
    expect(await answers()).toMatchObject({
      text: expect.stringContaining(ALMOST.mpn),
      pending: 0,
      left_out: [],
    });

    const choice = { mpn: 'RC0603FR-071KL', manufacturer: 'Yageo' };
    await choose(bomId, unknown, { action: 'choose', choice: MEANT });
    await choose(bomId, known, { action: 'choose', choice });
    expect(await answers()).toMatchObject({
      text: '',
      pending: 2,
      left_out: [{ reason: 'pending', lines: 2 }],
    });
    // another may be chosen yet
    expect(await read(bomId, unknown)).toMatchObject({ candidates: [MEANT], line: { status: 'pending' } });
    // nor is any lost by edits of what it does not ask for
    for (
      const changes of [{ note: 'one' }, { quantity: 3 }, { value: '3V3' }, { note: null }, { value: null }]
    ) {
      await editor.call('PATCH', `boms/${bomId}/lines/${unknown.line_id}`, changes);
      expect((await read(bomId, unknown)).candidates).toMatchObject([MEANT]);
    }

    await again(bomId, 2);
    const { text, pending } = await answers();
    expect([pending, text.includes(MEANT.mpn), text.includes(choice.mpn), text.includes(RESISTOR.mpn)])
      .toEqual(
        [0, true, true, false],
      );

    await choose(bomId, known, { action: 'reset' });
    expect(await answers()).toMatchObject({ pending: 1, left_out: [{ reason: 'pending', lines: 1 }] });
    await again(bomId, 3);
    expect((await linesOf(bomId))[1].result.component.mpn).toBe('RC0603FR-0712KL');
  });

  it('that is taken back leaves what was found, rejected and remembered before', async () => {
    const words = { ...ALMOST, manufacturer: 'Undone Ltd' };
    const { bomId, lines: [line] } = await enriched([words]);
    await choose(bomId, line, { action: 'reject' });
    const [before] = await linesOf(bomId);
    // decided for another BOM, of which this one's undo forgets nothing
    const other = await enriched([words]);
    await choose(other.bomId, other.lines[0], { action: 'keep_as_written' });
    const { decided } = await read(bomId, line);
    expect(decided).toMatchObject({ mpn: null });

    await choose(bomId, line, { action: 'choose', choice: MEANT });
    expect((await linesOf(bomId))[0]).toMatchObject({ status: 'pending', review: 'approved' });
    await choose(bomId, line, { action: 'undo' });
    expect((await linesOf(bomId))[0]).toEqual(before);
    expect(await read(bomId, line)).toMatchObject({ decided, candidates: [MEANT] });

    await choose(bomId, line, { action: 'undo' });
    expect((await linesOf(bomId))[0]).toEqual({ ...before, review: 'none' });
    expect(await read(bomId, line)).toMatchObject({ decided });
  });

  it('that somebody decided whose account is gone is remembered without them where another is taken back', async () => {
    const words = { ...ALMOST, manufacturer: 'Left Ltd' };
    const { bomId, lines: [line] } = await enriched([words]);
    const leaver = await newTenant(stack, { role: 'editor', organizationId: editor.organizationId });
    await leaver.call('POST', `boms/${bomId}/review`, {
      line_ids: [line.line_id],
      action: 'choose',
      choice: MEANT,
    });
    await choose(bomId, line, { action: 'keep_as_written' });
    await sql(stack, 'delete from auth.users where id = $1', [leaver.userId]);
    expect((await choose(bomId, line, { action: 'undo' })).status).toBe(200);
    expect(await read(bomId, line)).toMatchObject({ decided: MEANT });
  });

  it('that a run has looked up is pending where it is taken back, and no longer remembered', async () => {
    const { bomId, lines: [line] } = await enriched([{ ...ALMOST, manufacturer: 'Looked Up Ltd' }]);
    await choose(bomId, line, { action: 'choose', choice: MEANT });
    await editor.start(bomId, 'pending');
    await completed(bomId, 2);
    expect((await linesOf(bomId))[0].result.component.mpn).toBe(MEANT.mpn);
    await choose(bomId, line, { action: 'undo' });
    expect((await linesOf(bomId))[0]).toMatchObject({ status: 'pending', review: 'none' });
    expect(await read(bomId, line)).toMatchObject({ decided: null });
  });

  it('is asked about no more where it is kept as written, until that is taken back', async () => {
    const { bomId, lines: [line] } = await enriched([{ ...ALMOST, manufacturer: 'Kept Ltd' }]);
    await choose(bomId, line, { action: 'keep_as_written' });
    await editor.start(bomId, 'all');
    await completed(bomId, 2);
    const [kept] = await linesOf(bomId);
    expect(kept.result).toMatchObject({ status: 'not_found', remarks: [{ code: 'kept_as_written' }] });
    expect(kept.result).not.toHaveProperty('candidates');
    await choose(bomId, line, { action: 'reset' });
    await editor.start(bomId, 'all');
    await completed(bomId, 3);
    expect((await linesOf(bomId))[0].result).toMatchObject({ candidates: 1, remarks: [] });
  });

  it('answers the question where nobody knows the part, in this BOM and in others, whatever is looked up again', async () => {
    const words = { mpn: 'ZZQ-7781-X', manufacturer: 'Kept Unknown Ltd' };
    const { bomId, lines: [line] } = await enriched([words]);
    const judged = async (of: string) => (await editor.call('GET', `boms/${of}/verdicts`)).body.verdicts;
    const asked = [{ verdict: 'ask', why: 'No part was found.' }];
    const kept = [{ verdict: 'at_risk', why: 'Unknown, kept as written. The BOM does not say how many.' }];
    expect(await judged(bomId)).toMatchObject(asked);
    await choose(bomId, line, { action: 'keep_as_written' });
    expect(await judged(bomId)).toMatchObject(kept);
    expect((await editor.call('GET', `boms/${bomId}/summary`)).body).toMatchObject({
      ready: false,
      verdicts: { ask: 0, at_risk: 1 },
      first: [{ ...kept[0] }],
    });
    await choose(bomId, line, { action: 'undo' });
    expect(await judged(bomId)).toMatchObject(asked);
    await choose(bomId, line, { action: 'keep_as_written' });
    await editor.start(bomId, 'all');
    await completed(bomId, 2);
    expect(await judged(bomId)).toMatchObject(kept);
    expect(await judged((await enriched([words])).bomId)).toMatchObject(kept);
  });

  it('is looked up as written where a part was chosen before that nobody knows either', async () => {
    const { bomId, lines: [line] } = await enriched([{
      mpn: 'ZZQ-7782-X',
      manufacturer: 'Chosen Unknown Ltd',
    }]);
    const verdict = async () => (await editor.call('GET', `boms/${bomId}/verdicts`)).body.verdicts[0].verdict;
    const choice = { mpn: 'ZZQ-7783-Y', manufacturer: 'Chosen Unknown Ltd' };
    await choose(bomId, line, { action: 'choose', choice });
    await editor.start(bomId, 'pending');
    await completed(bomId, 2);
    expect(await verdict()).toBe('ask');
    await choose(bomId, line, { action: 'keep_as_written' });
    expect(await verdict()).toBe('pending');
    await editor.start(bomId, 'pending');
    await completed(bomId, 3);
    expect(await verdict()).toBe('at_risk');
    await choose(bomId, line, { action: 'undo' });
    expect((await linesOf(bomId))[0]).toMatchObject({ status: 'pending', review: 'approved' });
    expect(await read(bomId, line)).toMatchObject({ decided: choice });
  });

  it('is no choice of another organization', async () => {
    const stranger = await newTenant(stack);
    const bomId = await stranger.importBom([ALMOST.mpn]);
    await stranger.start(bomId);
    await stranger.untilEnded(bomId);
    const { body } = await stranger.call('GET', `boms/${bomId}/lines`);
    expect(body.lines[0].result).toMatchObject({ status: 'not_found', candidates: 1 });
  });

  it.each([
    ['choose', undefined],
    ['approve', MEANT],
    ['choose', { mpn: '', manufacturer: 'X' }],
  ])('is not decided by %s with %j', async (action, choice) => {
    const { bom_id: bomId } = await imported([ALMOST]);
    const [line] = await linesOf(bomId);
    expect((await choose(bomId, line, { action, choice })).body.code).toBe('invalid_body');
  });
});

describe('a line that says its value and no number', () => {
  it('is looked up, and proposed parts, of which one is chosen', async () => {
    const { bomId, lines: [line, header] } = await enriched([
      { value: '100n 50V', footprint: 'C_0603_1608Metric', designators: 'C1' },
      { value: 'Header 5', footprint: 'PinHeader_1x05', designators: 'J1' },
    ]);
    expect(line).toMatchObject({ status: 'not_found', result: { candidates: 5 } });
    expect(header.status).toBe('skipped');
    const { body } = await editor.call('GET', `boms/${bomId}/lines/${line.line_id}`);
    for (const candidate of body.candidates) {
      expect(candidate).toMatchObject({ step: 'parametric', fields: { capacitance: { value: 1e-7 } } });
      expect(candidate.reason).toMatch(/Not confirmed to be sold\.$/);
    }
    const [{ mpn, manufacturer }] = body.candidates;
    await editor.call('POST', `boms/${bomId}/review`, {
      line_ids: [line.line_id],
      action: 'choose',
      choice: { mpn, manufacturer },
    });
    await editor.start(bomId);
    await completed(bomId, 2);
    expect((await linesOf(bomId))[0]).toMatchObject({ status: 'enriched', result: { component: { mpn } } });
  });

  it('is skipped where its value is taken away', async () => {
    const { bom_id: bomId } = await imported([{ value: '4k7', footprint: '0603', designators: 'R1' }]);
    const [line] = await linesOf(bomId);
    expect(line.status).toBe('pending');
    const edit = (value: string | null) =>
      editor.call('PATCH', `boms/${bomId}/lines/${line.line_id}`, { value });
    expect((await edit(null)).body.line.status).toBe('skipped');
    expect((await edit('10k')).body.line.status).toBe('pending');
  });
});

describe('a line whose place says that nothing is bought', () => {
  it('stays one as its value changes, and is looked up where its footprint becomes another', async () => {
    const { bom_id: bomId } = await imported([
      { value: 'VBUS', footprint: 'TestPoint_Pad_D1.0mm', designators: 'X1' },
      RESISTOR,
    ]);
    const [line] = await linesOf(bomId);
    const edit = async (changes: object) =>
      (await editor.call('PATCH', `boms/${bomId}/lines/${line.line_id}`, changes)).body.line.status;
    expect(line.status).toBe('skipped');
    expect(await edit({ value: '100n' })).toBe('skipped');
    expect(await edit({ footprint: 'C_0603_1608Metric' })).toBe('pending');
    expect(await edit({ footprint: 'TestPoint_Pad_D1.0mm' })).toBe('skipped');
  });
});

describe('a line that has only a distributor’s number', () => {
  const of = (number: string) => ({ supplier_numbers: [{ supplier: 'LCSC', number }], designators: 'U1' });

  it('is looked up, and a choice for it is one for that number alone', async () => {
    const { bomId, lines: [line, other] } = await enriched([of('C25804'), of('C25805')]);
    expect([line.status, other.status]).toEqual(['not_found', 'not_found']);
    await editor.call('POST', `boms/${bomId}/review`, {
      line_ids: [line.line_id],
      action: 'choose',
      choice: { mpn: RESISTOR.mpn, manufacturer: RESISTOR.manufacturer },
    });
    await editor.start(bomId, 'all');
    await completed(bomId, 2);
    expect((await linesOf(bomId)).map(({ status }) => status)).toEqual(['enriched', 'not_found']);
  });

  it('has nothing to look up without it', async () => {
    const { bom_id: bomId } = await imported([of('C25804')]);
    const [line] = await linesOf(bomId);
    const edit = (supplier_numbers: object[]) =>
      editor.call('PATCH', `boms/${bomId}/lines/${line.line_id}`, { supplier_numbers });
    expect((await edit([])).body.line.status).toBe('skipped');
    expect((await edit(of('C25804').supplier_numbers)).body.line.status).toBe('pending');
  });
});

describe('second sources', () => {
  const RESISTORS = [
    { ...RESISTOR, designators: 'R1' },
    { mpn: 'CRCW060310K0FKEA', manufacturer: 'Vishay', designators: 'R2' },
    { mpn: 'RC0603JR-0710KL', manufacturer: 'Yageo', designators: 'R3' },
    { mpn: 'RC0603FR-0711KL', manufacturer: 'Yageo', designators: 'R4' },
  ];
  const equivalents = async (bomId: string, line: Json) =>
    (await editor.call('GET', `boms/${bomId}/lines/${line.line_id}/equivalents`)).body.equivalents;

  it('of a line are other manufacturers’ numbers, none where the BOM allows no substitute', async () => {
    const { bomId, lines: [open, kept] } = await enriched([RESISTOR, { ...RESISTOR, substitution: 'No' }]);
    const found = await equivalents(bomId, open);
    expect(found.map(({ mpn }: Json) => mpn)).toContain('CRCW060310K0FKEA');
    for (const { manufacturer, fields, reason } of found) {
      expect([manufacturer === 'Yageo', fields.resistance.value]).toEqual([false, 10_000]);
      expect(reason).toMatch(/Not confirmed to be sold/);
    }
    expect(await equivalents(bomId, kept)).toEqual([]);
  });

  it('of a BOM are its own parts that could serve other lines, too', async () => {
    const { bomId, lines } = await enriched(RESISTORS);
    const { body } = await editor.call('GET', `boms/${bomId}/consolidations`);
    expect(body).toMatchObject({ bom_id: bomId, consolidations: [{ parts: 3 }] });
    expect([...body.consolidations[0].line_ids].sort()).toEqual(
      lines.slice(0, 3).map(({ line_id }: Json) => line_id).sort(),
    );
  });
});

it('changes come in pages, the newest first', async () => {
  const { bom_id: bomId } = await imported([RESISTOR]);
  const [line] = await linesOf(bomId);
  for (const quantity of [3, 4, 5]) {
    await editor.call('PATCH', `boms/${bomId}/lines/${line.line_id}`, { quantity });
  }
  const seen: number[] = [];
  for (let after = ''; after !== 'null';) {
    const { body } = await editor.call('GET', `boms/${bomId}/changes?limit=2${after && `&after=${after}`}`);
    seen.push(...body.changes.map((change: Json) => change.after.quantity));
    after = String(body.next);
  }
  expect(seen).toEqual([5, 4, 3]);
});

describe('a revision', () => {
  // one user imports only so many BOMs a minute
  beforeAll(async () => void (editor = await newTenant(stack)));

  it('pairs lines by place and then by part, takes notes and reviews over, and says what differs', async () => {
    const { bom_id: old } = await imported([
      { mpn: 'KEPT', designators: 'R1, R2', note: 'reel' },
      { mpn: 'OTHER-PART', designators: 'C1' },
      { mpn: 'MOVED', designators: 'L1', quantity: 1 },
      { mpn: 'GONE', designators: 'U9' },
      { mpn: 'FIDUCIAL', designators: 'FID1' },
    ]);
    const ids = (await linesOf(old)).map(({ line_id }) => line_id);
    const decide = (action: string, ...line_ids: string[]) =>
      editor.call('POST', `boms/${old}/review`, { line_ids, action });
    await decide('approve', ids[0], ids[1], ids[2]);
    await decide('nothing_to_buy', ids[4]);

    const { bom_id: bomId, revision } = await imported([
      { mpn: 'NEW', designators: 'U1' },
      { mpn: 'CHANGED-PART', designators: 'C1' },
      { mpn: 'kept', designators: 'R1 R2 R3' },
      { mpn: 'MOVED', designators: 'L7', quantity: 1 },
      { mpn: 'FIDUCIAL', designators: 'FID1' },
    ], { revision_of: old });
    expect(revision).toEqual({ revision_of: old, unchanged: 1, changed: 3, added: 1, removed: 1 });
    const revised = async (id: string) => (await editor.call('GET', `boms/${id}`)).body.revision_of;
    expect([await revised(bomId), await revised(old)]).toEqual([old, null]);
    expect((await linesOf(bomId)).map(({ mpn, review, status }) => [mpn, review, status])).toEqual([
      ['NEW', 'none', 'pending'],
      ['CHANGED-PART', 'needed', 'pending'],
      ['kept', 'approved', 'pending'],
      ['MOVED', 'approved', 'pending'],
      ['FIDUCIAL', 'approved', 'skipped'],
    ]);
    const [, , kept] = await linesOf(bomId);
    expect((await editor.call('GET', `boms/${bomId}/lines/${kept.line_id}`)).body.note).toBe('reel');
  });

  it('stays in the project of what it revises unless another is given, with its schedule and its boards', async () => {
    const organization = `organizations/${editor.organizationId}`;
    const [project, another] = await Promise.all(
      ['Drives', 'Sensors'].map(async (name) =>
        (await editor.call('POST', `${organization}/projects`, { name })).body.project_id as string
      ),
    );
    const { bom_id: old } = await imported([{ mpn: 'KEPT' }], { project_id: project });
    await editor.call('PATCH', `boms/${old}`, { schedule: 'nightly', boards: 40 });
    const of = async (more: object) => {
      const { bom_id } = await imported([{ mpn: 'KEPT' }], { revision_of: old, ...more });
      return (await editor.call('GET', `boms/${bom_id}`)).body;
    };
    expect(await of({})).toMatchObject({
      project_id: project,
      schedule: 'nightly',
      schedule_due_at: expect.any(String),
      boards: 40,
    });
    expect(await of({ project_id: another })).toMatchObject({ project_id: another, boards: 40 });
  });

  it('takes no decision over to a line that now says something else of its part', async () => {
    const before: readonly (readonly [line: object, action: string])[] = [
      [{ designators: 'C1', value: '100n', footprint: 'C_0603' }, 'approve'],
      [{ designators: 'D1', value: 'LED RED' }, 'nothing_to_buy'],
      [{ designators: 'R1', mpn: 'RC0603FR-0710KL', do_not_place: true }, 'approve'],
      [{ designators: 'R2', mpn: 'RC0603FR-0711KL', footprint: 'R_0603' }, 'approve'],
      [{ designators: 'R3', mpn: 'RC0603FR-0712KL', value: '12k' }, 'nothing_to_buy'],
      [{ designators: 'R4', mpn: 'RC0603FR-0713KL', description: '13k' }, 'approve'],
      [{ designators: 'R5', mpn: 'RC0603FR-0714KL', alternates: [] }, 'approve'],
      [{ designators: 'C2', value: '100n', footprint: 'C_0603' }, 'approve'],
      [{ designators: 'D2', value: 'LED RED' }, 'nothing_to_buy'],
    ];
    const { bom_id: old } = await imported(before.map(([line]) => line));
    for (const [i, { line_id }] of (await linesOf(old)).entries()) {
      await editor.call('POST', `boms/${old}/review`, { line_ids: [line_id], action: before[i]![1] });
    }
    const { bom_id: bomId, revision } = await imported([
      { designators: 'C1', value: '10u', footprint: 'C_0603' },
      { designators: 'D1', value: 'BAT54W' },
      { designators: 'R1', mpn: 'RC0603FR-0710KL' },
      { designators: 'R2', mpn: 'RC0603FR-0711KL', footprint: 'R_0402' },
      { designators: 'R3', mpn: 'RC0603FR-0712KL', value: '4k7' },
      { designators: 'R4', mpn: 'RC0603FR-0713KL', description: '4k7' },
      { designators: 'R5', mpn: 'RC0603FR-0714KL', alternates: EVERYTHING.alternates.slice(0, 1) },
      { designators: 'C2', value: '100N ', footprint: 'c_0603' },
      { designators: 'D2', value: 'LED RED' },
    ], { revision_of: old });
    expect(revision).toMatchObject({ unchanged: 4, changed: 5, added: 0, removed: 0 });
    const open = ['needed', 'pending'];
    expect((await linesOf(bomId)).map(({ review, status }) => [review, status])).toEqual(
      [open, open, open, open, open, open, open, ['approved', 'pending'], ['approved', 'skipped']],
    );
    // Nobody has decided of them: an undo takes no question away.
    const [asked] = await linesOf(bomId);
    const undone = await editor.call('POST', `boms/${bomId}/review`, {
      line_ids: [asked.line_id],
      action: 'undo',
    });
    expect(undone.body.code).toBe('nothing_to_undo');
    expect((await linesOf(bomId))[0]).toEqual(asked);
  });

  it('is of a BOM of the same organization', async () => {
    const other = await newTenant(stack);
    const theirs = await other.importBom(['A']);
    const body = {
      organization_id: editor.organizationId,
      name: 'B',
      lines: [RESISTOR],
      revision_of: theirs,
    };
    expect((await editor.call('POST', 'boms', body)).body.code).toBe('bom_not_found');
    await sql(stack, `insert into bomstream.organization_members values ($1, $2, 'editor')`, [
      other.organizationId,
      editor.userId,
    ]);
    expect((await editor.call('POST', 'boms', body)).body.code).toBe('other_organization');
  });
});
