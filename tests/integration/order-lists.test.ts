/** Order lists over the API: made of what is stored, for those who may read it. */
import Papa from 'papaparse';
import { beforeAll, expect, inject, it } from 'vitest';
import { DEFAULT_BOARDS } from '../../shared/domain/judging.ts';
import { sql } from '../support/admin.ts';
import { newTenant, type Tenant } from '../support/tenant.ts';

const stack = inject('stack');
let tenant: Tenant;
let bomId: string;
beforeAll(async () => {
  tenant = await newTenant(stack);
  bomId = await tenant.importBom(['RC0603FR-0710KL', 'UNKNOWN']);
  const [{ id }] = await sql(
    stack,
    `insert into bomstream.components (orderable_key, manufacturer, mpn, fields, quality_score)
     values (gen_random_uuid()::text, 'Yageo', 'RC0603FR-0710KL', '{}', 90) returning id`,
    [],
  );
  await sql(
    stack,
    `insert into bomstream.supplier_offers (component_id, supplier, supplier_part_number, stock, min_quantity, multiple, price_breaks, fetched_at)
     values ($1, 'mouser', '603-RC0603FR-0710KL', 1000, 1, 10, '[{"quantity": 1, "price": 0.5, "currency": "USD"}]', '2026-11-01T00:00:00Z')`,
    [id],
  );
  await sql(
    stack,
    `update bomstream.bom_lines set component_id = case line_number when 1 then $2::uuid end, quantity = 3, result_run = 1,
       designators = 'R1 R2 R3', supplier_numbers = '[{"supplier": "LCSC", "number": "C98220"}]', value = '10k', footprint = 'R_0603',
       status = case line_number when 1 then 'enriched' else 'not_found' end,
       result_status = case line_number when 1 then 'enriched' else 'not_found' end
     where bom_id = $1`,
    [bomId, id],
  );
});

it('is text for the clipboard, with all that it states', async () => {
  const { status, body } = await tenant.call('GET', `boms/${bomId}/order-lists?list=mouser_paste&boards=5`);
  expect(status).toBe(200);
  expect(body).toMatchObject({
    list: 'mouser_paste',
    boards: 5,
    // 15, in tens
    text: '603-RC0603FR-0710KL|20|R1,R2,R3\r\nUNKNOWN|15|R1,R2,R3\r\n',
    rows: 2,
    rows_priced: 1,
    totals: [{ currency: 'USD', total: 10 }],
    left_over: 5,
    prices_from: { oldest: '2026-11-01T00:00:00.000Z', newest: '2026-11-01T00:00:00.000Z' },
    not_found: [{ line_number: 2, name: 'R1, R2, R3', mpn: 'UNKNOWN' }],
    left_out: [],
  });
  expect(body.file_name).toMatch(/, Mouser, 5 boards\.txt$/);
  expect(body.statement.join(' ')).toContain('for 5 boards. 2 rows, 1 of them priced: 10.00 USD net');
  const { body: found } = await tenant.call(
    'GET',
    `boms/${bomId}/order-lists?list=mouser_paste&boards=5&without_not_found=true`,
  );
  expect(found).toMatchObject({
    rows: 1,
    not_found: [],
    left_out: [{
      reason: 'no_part',
      lines: 1,
      first: [{ line_number: 2, name: 'R1, R2, R3', mpn: 'UNKNOWN' }],
    }],
  });
});

it('is a file, in which the BOM’s own numbers of the assembler stand', async () => {
  const path = `boms/${bomId}/order-lists/file?list=jlcpcb`;
  const answer = await fetch(`${stack.apiUrl}/functions/v1/${path}`, {
    headers: { authorization: `Bearer ${tenant.token}` },
  });
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
  expect(answer.headers.get('content-disposition')).toMatch(/JLCPCB%2C%2025%20boards\.csv$/);
  expect(await answer.text()).toMatch(
    /^Comment,Designator,Footprint,JLCPCB Part #\r\n10k,"R1,R2,R3",R_0603,C98220\r\n/,
  );
});

it('is refused where designators differ in nothing but case, and for a list that there is not', async () => {
  const other = await tenant.importBom(['A']);
  await sql(stack, `update bomstream.bom_lines set designators = 'R1 r1' where bom_id = $1`, [other]);
  for (
    const [query, status, code] of [
      ['jlcpcb', 409, 'designators_differ_in_case'],
      ['amazon', 400, 'invalid_query'],
    ]
  ) {
    expect(await tenant.call('GET', `boms/${other}/order-lists?list=${query}`)).toMatchObject({
      status,
      body: { code },
    });
  }
});

it('is, like an export, for as many boards as the BOM is meant for, unless it is asked for others', async () => {
  const meant = (boards: number | null) => tenant.call('PATCH', `boms/${bomId}`, { boards });
  const list = async (query = '') =>
    (await tenant.call('GET', `boms/${bomId}/order-lists?list=mouser_paste${query}`)).body.boards;
  const csv = async (query = '') =>
    (await tenant.call('GET', `boms/${bomId}/export?format=csv${query}`)).body;
  const judgedAt = () =>
    sql(stack, 'select judged_at from bomstream.bom_judgements where bom_id = $1', [bomId]);
  try {
    await meant(40);
    expect([await list(), await list('&boards=5')]).toEqual([40, 5]);
    expect((await tenant.call('GET', `boms/${bomId}/export/pages`)).body.boards).toBe(40);
    const [meantFor, forty, five] = [await csv(), await csv('&boards=40'), await csv('&boards=5')];
    expect(meantFor).toBe(forty);
    expect(meantFor).not.toBe(five);
  } finally {
    await meant(null);
  }
  // where nobody says how many, everything is of the same number
  const of = async (path: string) => (await tenant.call('GET', `boms/${bomId}/${path}`)).body;
  expect([
    await list(),
    (await of('summary')).boards,
    (await of('verdicts')).boards,
    (await of('lines?sort=harm')).judged.boards,
  ]).toEqual(Array(4).fill(DEFAULT_BOARDS));
  expect(await csv()).toBe(await csv(`&boards=${DEFAULT_BOARDS}`));
  const [{ judged_at: first }] = await judgedAt();
  await of('lines?sort=harm');
  expect(await judgedAt()).toEqual([{ judged_at: first }]);
});

it('is for as many boards as the BOM is meant for, and says what an export says of parts that several lines ask for', async () => {
  await sql(
    stack,
    `update bomstream.bom_lines l set quantity = 2, status = 'enriched', result_status = 'enriched',
       component_id = (select f.component_id from bomstream.bom_lines f where f.bom_id = l.bom_id and f.line_number = 1)
     where l.bom_id = $1 and l.line_number = 2`,
    [bomId],
  );
  await tenant.call('PATCH', `boms/${bomId}`, { boards: 5 });
  const { body: list } = await tenant.call('GET', `boms/${bomId}/order-lists?list=mouser_paste`);
  // (3 + 2) × 5, in tens
  expect(list).toMatchObject({ boards: 5, text: '603-RC0603FR-0710KL|30|R1,R2,R3\r\n' });
  const answer = await fetch(`${stack.apiUrl}/functions/v1/boms/${bomId}/export?format=csv&boards=5`, {
    headers: { authorization: `Bearer ${tenant.token}` },
  });
  const { data } = Papa.parse<Record<string, string>>((await answer.text()).replace(/^\ufeff/, ''), {
    header: true,
    skipEmptyLines: true,
  });
  expect(
    data.map((row) => [row['bomstream: to order'], row['bomstream: ordered with'], row['bomstream: total']]),
  ).toEqual([
    ['30', '', '15'],
    ['', 'line 1', ''],
  ]);
  for (const after of [0, 1]) {
    const { body: page } = await tenant.call('GET', `boms/${bomId}/export/pages?limit=1&after=${after}`);
    expect(page.lines[0].pooled).toEqual({ line_number: 1, lines: 2, quantity: 5 });
  }
});
